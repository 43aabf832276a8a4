"""Check of rewriting proposals: gaps are filled and claims judged like the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle

from rules.claims import CONDEMNED
from service.schemes.claims.claim_check import ClaimCheckResult, claims_of_proposal
from service.schemes.claims.clause_analysis import CHINESE, rewriting_vocabulary
from service.schemes.claims.one_claim import FAULTS, CheckedClaim

_GAP = re.compile(r"<([a-z]+)>")
_AMOUNTS = ("12", "30", "45", "18", "64", "25")
_YEARS = ("2024", "2019")
_COMMON_VALUES = {
    "standard": "ISO 14855",
    "id": "C-12345",
    "name": "TÜV",
    "limit": "0.1 mg/kg",
    "class": "B",
    "unit": "kg",
}


def looks_like_gap(text: str) -> bool:
    """Return whether a text contains something like a gap, such as an HTML tag."""
    return _GAP.search(text) is not None


def show_gaps(text: str) -> str:
    """Replace gaps with blanks for display."""
    return _GAP.sub(lambda gap: "20__" if gap[1] == "year" else "___", text)


def fill_gaps(text: str, language: str) -> str:
    """Fill gaps with plausible values."""
    fill = {**_COMMON_VALUES, **rewriting_vocabulary()[language]["fill"]}
    if language == CHINESE:
        fill["class"] = "2"
    changing: dict[str, Iterator[str]] = {"n": cycle(_AMOUNTS), "year": cycle(_YEARS)}
    return _GAP.sub(lambda gap: next(changing[gap[1]]) if gap[1] in changing else str(fill[gap[1]]), text)


class ProposalCheck:
    """Cached check of proposals in the context of the text."""

    def __init__(self, judged: ClaimCheckResult) -> None:
        self._judged = judged
        self._sound: dict[tuple[str, str, bool], bool] = {}

    def is_sound(self, proposal: str, language: str, *, by_offsets: bool) -> bool:
        key = (proposal, language, by_offsets)
        if key not in self._sound:
            claims = claims_of_proposal(self._judged, fill_gaps(proposal, language), language, by_offsets=by_offsets)
            self._sound[key] = not any(map(is_at_fault, claims))
        return self._sound[key]


def is_at_fault(claim: CheckedClaim) -> bool:
    """Return whether a claim is prohibited or misleading in any jurisdiction."""
    return any(
        answer.verdict in FAULTS or (answer.stands is not None and answer.stands.standing in CONDEMNED)
        for answer in claim.answers
    )
