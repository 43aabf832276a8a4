"""What do the claims of a text say against each other, and what limits a claim where it is not read with it?

Findings of the text as a whole: two places each, to be read side by side. Limits that are hard to see are facts about
the claim, too (`prominence.py`); the others decide no verdict.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rules.claims.findings import Finding, plain
from rules.claims.prominence import Prominence
from rules.claims.screening.assembly import ADJACENT
from rules.claims.screening.folding import fold
from rules.claims.two_languages import differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.claims.presentation import Presentation
    from rules.claims.screening.candidates import Candidate, Qualifier, Span

_BY_OFFSETS = "neutral_offset"
_BESIDE = ("same_sentence", "adjacent")
_APART = ("footnote", "same_text")
_LIMITS = ("part", "condition")


def findings(text: str, candidates: Sequence[Candidate], presentation: Presentation) -> tuple[Finding, ...]:
    """Find what does not stand together; each pair of places once.

    A claim of neutrality is found if offsets are told apart from it alone: in a note, or in another sentence; any claim
    if what limits it to a part or a condition stands so; and one that the text denies elsewhere in the same words. Then
    come limits that are hard to see, in place of those that are only apart, and what differs between languages.
    """
    hard = tuple(Prominence(text, candidates, presentation).findings())
    known: defaultdict[Span, list[Span]] = defaultdict(list)
    for each in hard:
        if each.other is not None:
            known[each.claim].append(each.other)
    apart = (each for each in _apart(candidates) if not any(_meet(each.other, one) for one in known[each.claim]))
    return (*apart, *hard, *differing(text, candidates, presentation.tongues))


def _meet(one: Span | None, other: Span) -> bool:
    """Say whether two places are one, or beside each other, so that one finding tells of both."""
    return one is not None and max(one.start - other.end, other.start - one.end) <= ADJACENT


def _apart(candidates: Sequence[Candidate]) -> tuple[Finding, ...]:
    """Find, in the order of the text, what stands apart or against each other."""
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
        yield Finding("OFFSETS_APART", plain(claim), plain(other))


def _limits(claim: Candidate) -> Iterator[Finding]:
    for each in claim.qualifiers:
        if each.kind in _LIMITS and each.placement in _APART:
            yield Finding("LIMIT_APART", plain(claim), plain(each))


def _denied(claim: Candidate, denied: dict[str, Candidate]) -> Iterator[Finding]:
    if (other := denied.get(fold(claim.quote).text)) is not None:
        yield Finding("CLAIMED_AND_DENIED", plain(claim), plain(other))
