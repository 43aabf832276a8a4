"""With what is each step of one evaluation written: the values of its sentences, the forms of its card, its label?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.canonical import already, written_bytes
from rules.trail.clause_steps import ClauseSteps
from rules.trail.commitments import StepLabel
from rules.trail.forms import Told
from rules.trail.prepared import ROOT
from rules.trail.sentences import make_speakers

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from rules.contracts.canonical import Json
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.model.expressions import Condition
    from rules.trail.commitments import StepRecorder
    from rules.trail.prepared import Prepared
    from rules.trail.sentences import Speaker


class StepWriter:
    """Writes the steps of one evaluation; of texts, `str` is canonical JSON already."""

    def __init__(
        self, engine: InferenceEngine, inference: Inference, recorder: StepRecorder, prepared: Prepared
    ) -> None:
        """Begin with nothing told."""
        self.engine = engine
        self.scorecard = engine.plan.scorecard
        self.inference = inference
        self.values = inference.values
        self.prepared = prepared
        self.speakers = make_speakers(prepared.books, self.values.extents, self.values.units)
        self.told = Told(prepared.forms, self.speakers)
        self.recorder = recorder
        self._of_card = ClauseSteps(prepared.clauses[None], self.told, self.values).written

    def write(
        self, step: str, kind: str, payload: Json, *, parent: str = ROOT, references: tuple[str, ...] = ()
    ) -> None:
        """Record a step of this evaluation, with the steps that it rests on, without looking through its payload."""
        self.recorder.add(StepLabel.of(step, kind, parent, references), written_bytes(payload).decode())

    def add(self, step: str, kind: str, payload: str, names: Callable[[], Iterable[str]]) -> None:
        """Record a step that every record of the card has, and that always rests on the same names."""
        label = self.prepared.label(step, kind, lambda: self.prepared.known(step, names))
        self.recorder.add(label, payload)

    def add_above(self, step: str, kind: str, payload: Json, references: Callable[[], tuple[str, ...]]) -> None:
        """Record a step that every record of the card has, and that always rests on the same steps."""
        self.recorder.add(self.prepared.label(step, kind, references), written_bytes(payload).decode())

    def say(self, write: Callable[[Speaker], str]) -> Json:
        """Say a sentence with whatever stands in it, anew in every language."""
        return {language: write(speaker) for language, speaker in self.speakers.items()}

    def form(self, key: Hashable, write: Callable[[Speaker], str]) -> str:
        """Say a sentence that is prepared for the card, with its values."""
        return self.prepared.forms.sentence(key, write).fill(self.told)

    def clauses(self, condition: Condition) -> str:
        """Write the clauses of a condition about the whole subject."""
        return self._of_card(condition)

    def clauses_json(self, condition: Condition) -> Json:
        """Give the clauses of a condition a place in a payload."""
        return already(self._of_card(condition))
