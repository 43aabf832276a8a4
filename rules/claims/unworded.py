"""Which claims does a text make that none of its words make, because pictures, names, colours or labels are given?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rules.claims.screening.candidates import CLAIM_TYPES as KNOWN_TYPES
from rules.claims.screening.candidates import Candidate, ClaimType, Span
from rules.claims.screening.sentences import blocks

if TYPE_CHECKING:
    from rules.claims.readings import Stated

_IMAGERY = "imagery"
_LABEL = ("label_name", "label_kind", "label_owner", "label_certificate")
UNDETERMINED = "und"
"""The language of a claim that no words make."""


def types_given(stated: Stated) -> tuple[ClaimType, ...]:
    """Give the claim types that facts alone make: those named, else that of a picture or of a label that is described.

    Facts that only tell more of a claim, such as whom it is addressed to, make none.
    """
    named = stated.get("claim_types", ())
    if not named and stated.get(_IMAGERY):
        named = ("imagery_only",)
    if not named and any(stated.get(fact) for fact in _LABEL):
        named = ("label",)
    return tuple(kind for kind in KNOWN_TYPES if kind in named)


def unworded_claim(text: str, stated: Stated, names: Sequence[str] = ()) -> Candidate | None:
    """Make the claim of a whole text in which no words claim anything, if facts about it make one.

    It stands where the first of the trader's names does, else in the first paragraph.
    """
    types = types_given(stated)
    named = (re.search(re.escape(name.strip()), text, re.IGNORECASE) for name in names if name.strip())
    place = next((found.span() for found in named if found is not None), None) or next(iter(blocks(text)), None)
    return _candidate(text, *place, types) if types and place is not None else None


def quoted_claim(text: str, start: int, end: int, stated: Stated) -> Candidate | None:
    """Make the claim of a place in the text of which facts say what is claimed there."""
    types = types_given(stated)
    return _candidate(text, start, end, types) if types else None


def _candidate(text: str, start: int, end: int, types: tuple[ClaimType, ...]) -> Candidate:
    place = Span.of(text, start, end)
    return Candidate(
        **place.model_dump(),
        sentence=place,
        language=UNDETERMINED,
        categories=("given",),
        types=types,
        confidence="high",
        terms=(),
    )
