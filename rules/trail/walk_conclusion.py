"""Conclusion steps of the trail: open facts, setting alternatives, track, certainty and conclusion."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rules.trail.plain import plain_model, plain_models

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.trail.evaluated import CompletedEvaluation
    from rules.trail.step_writer import StepWriter

STANDING, TRACK, OPEN_FACTS = "standing", "track", "open_facts"
DECLARED, ALTERNATIVES, CONCLUSION = "declared_conclusion", "setting_alternatives", "conclusion"


def record_conclusion(writer: StepWriter, evaluated: CompletedEvaluation) -> None:
    """Record what is not empty, the conclusion last."""
    declared = evaluated.declared_conclusion
    parts: dict[str, Json] = {
        OPEN_FACTS: plain_models(evaluated.open_facts),
        ALTERNATIVES: plain_models(evaluated.setting_alternatives),
        DECLARED: None if declared is None else plain_model(declared),
        TRACK: dict(evaluated.track),
        STANDING: plain_model(evaluated.standing),
        CONCLUSION: plain_model(evaluated.conclusion),
    }
    for step, part in parts.items():
        if part:
            payload = part if isinstance(part, dict) else {step: part}
            writer.add(step, "conclusion", (part,), partial(dict, payload))
