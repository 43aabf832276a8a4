"""Presentation of a page: small, faint, folded and hidden words, links, and declared languages."""

from __future__ import annotations

from typing import Literal, NamedTuple

Manner = Literal["small", "faint", "folded", "hidden", "footer"]
"""Reason why words are harder to see than the words around them.

small: letters below our size thresholds; faint: colour close to the background; folded: shown on request; hidden: never
shown; footer: in the page footer, which is not read with any claim.
"""


class ObscuredSpan(NamedTuple):
    """A span of text that is harder to see than the rest, and the measurement, such as `9px : 16px`."""

    start: int
    end: int
    manner: Manner
    measure: str


class HiddenText(NamedTuple):
    """Words of a page that are not part of its text, because readers do not see them at once.

    `start` and `end` delimit the text block around them; `linked` are the offsets of links to them.
    """

    words: str
    start: int
    end: int
    manner: Manner
    measure: str
    linked: tuple[int, ...] = ()


class Link(NamedTuple):
    """A position in the text that links to a later span of the text."""

    at: int
    start: int
    end: int


class LanguageSpan(NamedTuple):
    """A span of text with the language that the page declares, as a primary subtag such as "de"."""

    start: int
    end: int
    language: str


class Presentation(NamedTuple):
    """Presentation of a text, all items in text order."""

    shown: tuple[ObscuredSpan, ...] = ()
    withheld: tuple[HiddenText, ...] = ()
    links: tuple[Link, ...] = ()
    tongues: tuple[LanguageSpan, ...] = ()
