"""Which steps lead to the stage?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rules.contracts.canonical import Json
from rules.model.expressions import names_in_condition
from rules.trail.stage_sentences import stage_row_sentence, stage_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rules.engine.inference import Inference
    from rules.model.expressions import Condition
    from rules.model.scorecard import Stages
    from rules.trail.commitments import StepRecorder
    from rules.trail.sentences import Speaker

STAGE_STEP = "stage"


@dataclass(frozen=True, slots=True)
class StageSteps:
    """Records the steps of the stages; `clauses` writes a condition, `steps_of` names the steps behind one."""

    recorder: StepRecorder
    speakers: Mapping[str, Speaker]
    parent: str
    clauses: Callable[[Condition], Json]
    steps_of: Callable[[str, Callable[[], Iterable[str]]], tuple[str, ...]]

    def record(self, stages: Stages, inference: Inference) -> None:
        """Record each row with its clauses, then which stages are possible."""
        rows: list[str] = []
        for index, row in enumerate(stages.rows):
            payload: Json = {
                "stage": row.stage,
                "outcome": inference.first[f"stage:{index}"].value,
                "sentence": {language: stage_row_sentence(row, one) for language, one in self.speakers.items()},
                "clauses": self.clauses(row.when),
            }
            rows.append(f"stages/{index + 1}")
            references = self.steps_of(rows[-1], partial(names_in_condition, row.when))
            self.recorder.record(rows[-1], "stage_row", payload, parent=self.parent, references=references)
        payload = {
            "stages": list(inference.stages),
            "sentence": {
                language: stage_sentence(inference.stages, inference.score.stages, speaker)
                for language, speaker in self.speakers.items()
            },
        }
        self.recorder.record(STAGE_STEP, "stage", payload, parent=self.parent, references=tuple(rows))
