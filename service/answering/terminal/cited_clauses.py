"""Which clauses does a place of a scorecard rest on?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.contracts.citations import cited

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard

_PART = re.compile(r"([a-z_]+)(?:\[([^\]]*)\])?")
_IDS = ("id", "grade", "stage", "fact", "value")


def clauses_at(scorecard: Scorecard, path: str | None, language: str) -> tuple[str, ...]:
    """Name the clauses of what lies at a path of the model, or else of what holds it; none if it cites nothing."""
    found: tuple[str, ...] = ()
    at: object = scorecard
    for name, key in _PART.findall(path or ""):
        at = getattr(at, name, None)
        if key and isinstance(at, tuple):
            named = (one for one in at if key in {getattr(one, id, None) for id in _IDS})
            numbered = at[int(key)] if key.isdigit() and int(key) < len(at) else None
            at = next(named, numbered)
        found = getattr(at, "basis", ()) or found
    known = {basis.id: basis for basis in scorecard.bases}
    return tuple(cited(known[id].instrument, known[id].place, language) for id in found if id in known)
