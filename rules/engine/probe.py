"""What-if evaluation within an effort limit: exploration by the oracle, confirmation by both evaluators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import RecordsExtent

if TYPE_CHECKING:
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference, InferenceQuestion

MAXIMUM_EFFORT = 3_000
"""How much exploring one search may cost in all: one for each question, and one more for every ten records."""


class Probe:
    """Explores with the oracle alone what is only a guess, and has both evaluators conclude what is to be claimed.

    The effort is counted, never timed, so that a search ends at the same place on every machine.
    """

    def __init__(self, engine: InferenceEngine, inference: Inference) -> None:
        """Begin with an agreed inference."""
        self.engine = engine
        self.inference = self._agreed = inference
        self.effort = 0
        listed = [
            extent
            for extent in inference.question.facts.values()
            if isinstance(extent, RecordsExtent) and extent.records
        ]
        self._cost = 1 + sum(len(extent.records or ()) for extent in listed) // 10

    @property
    def is_exhausted(self) -> bool:
        """Say whether the search has to end."""
        return self.effort > MAXIMUM_EFFORT

    def explore(self, question: InferenceQuestion, previous: Inference) -> Inference:
        """Ask the oracle alone, beside what it said of a question that differs little."""
        self.effort += self._cost
        return self.engine.explore(question, previous)

    def confirm(self, question: InferenceQuestion) -> Inference:
        """Have both evaluators conclude what is to be claimed, beside what they agreed on last."""
        self._agreed = self.engine.infer(question, self._agreed)
        return self._agreed
