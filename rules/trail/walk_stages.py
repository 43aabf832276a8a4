"""Which steps lead to the stage?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rules.model.expressions import names_in_condition
from rules.trail.prepared import ROOT
from rules.trail.stage_sentences import stage_row_sentence, stage_sentence

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.model.scorecard import Stages
    from rules.trail.step_writer import StepWriter

STAGE_STEP = "stage"


def record_stages(writer: StepWriter, stages: Stages) -> None:
    """Record each row with its clauses, then which stages are possible."""
    inference = writer.inference
    rows: list[str] = []
    for index, row in enumerate(stages.rows):
        payload: Json = {
            "stage": row.stage,
            "outcome": inference.first[f"stage:{index}"].value,
            "sentence": writer.say(partial(stage_row_sentence, row)),
            "clauses": writer.clauses_json(row.when),
        }
        rows.append(f"stages/{index + 1}")
        references = writer.prepared.known(rows[-1], partial(names_in_condition, row.when))
        writer.recorder.record(rows[-1], "stage_row", payload, parent=ROOT, references=references)
    payload = {
        "stages": list(inference.stages),
        "sentence": writer.say(lambda speaker: stage_sentence(inference.stages, inference.score.stages, speaker)),
    }
    writer.recorder.record(STAGE_STEP, "stage", payload, parent=ROOT, references=tuple(rows))
