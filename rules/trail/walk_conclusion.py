"""Conclusion steps of the trail: open facts, setting alternatives, track, certainty and conclusion."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rules.trail.plain import plain_model, plain_models

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.trail.evaluated import CompletedEvaluation
    from rules.trail.step_writer import StepWriter

STANDING_STEP = "standing"
TRACK_STEP = "track"
OPEN_FACTS_STEP = "open_facts"
DECLARED_CONCLUSION_STEP = "declared_conclusion"
ALTERNATIVES_STEP = "setting_alternatives"
CONCLUSION_STEP = "conclusion"


def record_conclusion(writer: StepWriter, evaluated: CompletedEvaluation) -> None:
    """Record what is not empty, the conclusion last."""
    declared = evaluated.declared_conclusion
    parts: dict[str, Json] = {
        OPEN_FACTS_STEP: plain_models(evaluated.open_facts),
        ALTERNATIVES_STEP: plain_models(evaluated.setting_alternatives),
        DECLARED_CONCLUSION_STEP: None if declared is None else plain_model(declared),
        TRACK_STEP: dict(evaluated.track),
        STANDING_STEP: plain_model(evaluated.standing),
        CONCLUSION_STEP: plain_model(evaluated.conclusion),
    }
    for step, part in parts.items():
        if part:
            payload = part if isinstance(part, dict) else {step: part}
            writer.add(step, "conclusion", (part,), partial(dict, payload))
