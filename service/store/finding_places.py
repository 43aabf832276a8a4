"""In which step of the record does a place of the archive stand, and what is left of the place when that is erased?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

_PLACE = re.compile(r"(facts|evidence)\[([^\]]*)\]")


def without_place(finding: dict[str, Any], gone: Collection[str]) -> dict[str, Any]:
    """Give a finding without the number or the item where it was found, if that goes."""
    return {**finding, "place": cut(finding["place"])} if step_of(finding["place"]) in gone else finding


def step_of(place: str) -> str:
    """Give the step of the record in which a place stands; the empty text if it stands in none."""
    found = _PLACE.match(place)
    return f"{found[1]}/{found[2]}" if found is not None else ""


def cut(place: str) -> str:
    """Cut a place off behind the fact; which item of evidence it was is not said."""
    found = _PLACE.match(place)
    return "" if found is None else found[0] if found[1] == "facts" else found[1]
