"""Meanings that the scorecards of one inventory share, and the scorecards with stored totals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.schemes.inventory.workbook_form import CARDS as _CARDS, shared_uses

_OTHER_UNITS = frozenset({"employees"})
"""Facts that scorecards read with different units of count."""
_STATE_PREFIX = "sbti_"
"""Facts about the target of a company, which has no reporting period."""
CARDS = tuple(_CARDS)
MEANINGS: Mapping[str, Mapping[str, Any]] = {
    f"inventory_{name}": {
        "en": name.replace("_", " "), "zh": zh, "about": "client", "certainty": "own_reading", "facts": uses,
        "period": "as_of" if name.startswith(_STATE_PREFIX) else "reporting",
    }
    for name, zh, uses in shared_uses()
    if name not in _OTHER_UNITS
}  # fmt: skip
