"""Stage steps of the trail: rows with their clauses, and the stages still possible."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rules.model.expressions import names_in_condition
from rules.trail.stage_sentences import stage_row_sentence, stage_sentence

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.model.scorecard import StageRow, Stages
    from rules.trail.step_writer import StepWriter

STAGE_STEP = "stage"


def record_stages(writer: StepWriter, stages: Stages) -> None:
    """Record each row with its clauses, then which stages are possible."""
    inference = writer.inference
    rows = tuple(f"stages/{number}" for number in range(1, len(stages.rows) + 1))
    for index, (step, row) in enumerate(zip(rows, stages.rows, strict=True)):
        rule = f"stage:{index}"
        outcome = inference.first[rule].value
        writer.add(
            step,
            "stage_row",
            (outcome, writer.code(rule, row.when)),
            partial(_told_row, writer, row, outcome),
            writer.on(step, partial(names_in_condition, row.when)),
        )

    def tell() -> dict[str, Json]:
        sentence = writer.say(lambda speaker: stage_sentence(inference.stages, inference.score.stages, speaker))
        return {"stages": list(inference.stages), "sentence": sentence}

    writer.add(STAGE_STEP, "stage", (inference.stages,), tell, lambda: rows)


def _told_row(writer: StepWriter, row: StageRow, outcome: str) -> dict[str, Json]:
    return {
        "stage": row.stage,
        "outcome": outcome,
        "sentence": writer.say(partial(stage_row_sentence, row)),
        "clauses": writer.told(row.when),
    }
