"""What do the claims of a text say against each other, and what limits a claim only at a distance from it?

Findings of the text as a whole: two places each, to be read side by side. They decide no verdict by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rules.screening.candidates import Span
from rules.screening.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.screening.candidates import Candidate, Qualifier

Code = Literal["OFFSETS_APART", "LIMIT_APART", "CLAIMED_AND_DENIED"]
_BY_OFFSETS = "neutral_offset"
_BESIDE = ("same_sentence", "adjacent")
_APART = ("footnote", "same_text")
_LIMITS = ("part", "condition")


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim, and the other words of the text that say otherwise, or limit it from afar."""

    code: Code
    claim: Span
    other: Span


def findings(candidates: Sequence[Candidate]) -> tuple[Finding, ...]:
    """Find, in the order of the text, what does not stand together; each pair of places once.

    A claim of neutrality is found if offsets are told apart from it alone: in a note, or in another sentence; any claim
    if what limits it to a part or a condition stands so; and one that the text denies elsewhere in the same words.
    """
    telling = [each for each in candidates if _tells_offsets(each)]
    denied = {fold(each.quote).text: each for each in candidates if each.negated}
    found: dict[Finding, None] = {}
    for claim in candidates:
        if not claim.negated:
            found |= dict.fromkeys((*_offsets(claim, telling), *_limits(claim), *_denied(claim, denied)))
    return tuple(found)


def _tells_offsets(claim: Candidate) -> bool:
    """Say whether a claim tells by its own sentence that it rests on offsets."""
    around = [each for each in claim.qualifiers if each.kind == "offset"]
    settled = _BY_OFFSETS in claim.types and not claim.negated
    return settled and (not around or any(each.placement in _BESIDE for each in around))


def _offsets(claim: Candidate, telling: Sequence[Candidate]) -> Iterator[Finding]:
    if not {_BY_OFFSETS, "neutral_no_offset"}.intersection((*claim.types, *claim.possible_types)):
        return
    if _tells_offsets(claim):
        return
    noted = [each for each in claim.qualifiers if each.kind == "offset" and each.placement in _APART]
    others: list[Qualifier | Candidate] = [*noted, *telling]
    for other in others[:1]:
        yield Finding("OFFSETS_APART", _plain(claim), _plain(other))


def _limits(claim: Candidate) -> Iterator[Finding]:
    for each in claim.qualifiers:
        if each.kind in _LIMITS and each.placement in _APART:
            yield Finding("LIMIT_APART", _plain(claim), _plain(each))


def _denied(claim: Candidate, denied: dict[str, Candidate]) -> Iterator[Finding]:
    if (other := denied.get(fold(claim.quote).text)) is not None:
        yield Finding("CLAIMED_AND_DENIED", _plain(claim), _plain(other))


def _plain(span: Candidate | Qualifier) -> Span:
    return Span(start=span.start, end=span.end, quote=span.quote)
