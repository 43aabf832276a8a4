"""Of which gates is it open whether they apply, and which conditions leave that open?

A record says of a gate what it requires; when it applies is asked of the engine again, only for explanations.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.quantities import holds

if TYPE_CHECKING:
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Question
    from rules.engine.values import Values
    from rules.model.expressions import Clause


class Applicability:
    """Asks one subject's question once, and only if a gate is open."""

    def __init__(self, engine: InferenceEngine, question: Question) -> None:
        """Ask nothing yet."""
        self._engine = engine
        self._question = question
        self._gates = {gate.id: gate for gate in engine.plan.scorecard.gates}

    def open_clauses(self, gate: str) -> list[Clause]:
        """Give the conditions of an undetermined gate that leave open whether it applies."""
        return [clause for clause in self._gates[gate].applies if self._outcome(clause) is Outcome.UNDETERMINED]

    @cached_property
    def _values(self) -> Values:
        return self._engine.infer(self._question).values

    def _outcome(self, clause: Clause) -> Outcome:
        return holds(self._engine.atoms_of(clause, self._engine.plan.names), self._values)
