"""Presentation of a page: small, faint, folded and hidden words, links, and declared languages.

Whoever reads a page fills a `Presentation`, which is empty for a text without page; `whole_text.py` looks at it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Manner = Literal["small", "faint", "folded", "hidden", "footer"]
"""How words are worse to see than those around them.

small: letters under our thresholds; faint: too near to the colour behind them; folded: shown only when asked for;
hidden: never shown; footer: in the foot of the page, which is read with no claim.
"""


class ObscuredSpan(NamedTuple):
    """A stretch of the text that is worse to see than the rest, and what shows that, such as `9px : 16px`."""

    start: int
    end: int
    manner: Manner
    measure: str


class HiddenText(NamedTuple):
    """Words of a page that are no part of its text, since readers do not see them at once.

    `start` and `end` are those of the block of the text where they belong; `linked` are offsets of links to them.
    """

    words: str
    start: int
    end: int
    manner: Manner
    measure: str
    linked: tuple[int, ...] = ()


class Link(NamedTuple):
    """A place in the text that leads to a stretch farther on in it."""

    at: int
    start: int
    end: int


class LanguageSpan(NamedTuple):
    """A stretch of the text of which the page says the language, by its first subtag, such as `de`."""

    start: int
    end: int
    language: str


class Presentation(NamedTuple):
    """What is known of how a text is presented, in the order of the text."""

    shown: tuple[ObscuredSpan, ...] = ()
    withheld: tuple[HiddenText, ...] = ()
    links: tuple[Link, ...] = ()
    tongues: tuple[LanguageSpan, ...] = ()
