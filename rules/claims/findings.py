"""What is found of a text as a whole: which two places should be read side by side, and why?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rules.claims.screening.candidates import Span

if TYPE_CHECKING:
    from rules.claims.screening.candidates import Candidate

Code = Literal[
    "OFFSETS_APART", "LIMIT_APART", "CLAIMED_AND_DENIED", "QUALIFIER_SMALL", "QUALIFIER_FAINT", "QUALIFIER_FOLDED",
    "QUALIFIER_HIDDEN", "QUALIFIER_FAR", "KIND_BY_LANGUAGE", "FIGURE_BY_LANGUAGE", "LIMIT_BY_LANGUAGE",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim, and the other words that say otherwise, or limit it where they are not read with it.

    Words that the page does not show at once are no part of the text: then `withheld` are these, and `other` is none.
    `measure` is what shows it, such as `9px : 16px`. `alone` says that nothing well shown limits the claim beside it.
    """

    code: Code
    claim: Span
    other: Span | None
    withheld: str = ""
    measure: str = ""
    alone: bool = False


def plain(span: Span | Candidate) -> Span:
    """Give a place without what else is known of it."""
    return Span(start=span.start, end=span.end, quote=span.quote)
