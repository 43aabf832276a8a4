"""Track of a subject: known values of the names by which a card groups subjects for ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent
from rules.engine.grades import NO_STAGE
from rules.model.expressions import STAGE

if TYPE_CHECKING:
    from rules.engine.decide import Decision
    from rules.model.scorecard import Scorecard


def track_of(scorecard: Scorecard, decision: Decision) -> dict[str, str]:
    """Give the value of each name that forms the track and is known, in the order of the card."""
    track: dict[str, str] = {}
    for name in scorecard.tracks.by if scorecard.tracks else ():
        value = decision.stage if name == STAGE else _value(decision, name)
        if value is not None and not (name == STAGE and value == NO_STAGE):
            track[name] = value
    return track


def _value(decision: Decision, name: str) -> str | None:
    extent = decision.inference.values.extents[name]
    if not isinstance(extent, ChoiceExtent) or extent.others or len(extent.possible) != 1:
        return None
    return min(extent.possible)
