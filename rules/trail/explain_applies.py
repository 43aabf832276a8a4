"""Gate applicability by re-evaluation: conditions that fail, stay open or depend on a later date.

A record says of a gate what it requires; when it applies is asked of the engine again, only for explanations.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.model.expressions import DateClause, DateOperator, NumberClause, NumberLiteral, NumberOperator
from rules.model.quantities import FormulaQuantity
from rules.program.possible import evaluate_tests

if TYPE_CHECKING:
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import InferenceQuestion
    from rules.model.expressions import Clause, Condition
    from rules.program.values import Values

_LATER = (DateOperator.FROM, DateOperator.AFTER)


class Applicability:
    """Asks one subject's question once, and only if a gate is open or does not apply."""

    def __init__(self, engine: InferenceEngine, question: InferenceQuestion) -> None:
        """Ask nothing yet."""
        self._engine = engine
        self._question = question
        self._gates = {gate.id: gate for gate in engine.plan.scorecard.gates}
        self._quantities = {
            quantity.id: quantity
            for quantity in engine.plan.scorecard.quantities
            if isinstance(quantity, FormulaQuantity)
        }

    def open_clauses(self, gate: str) -> list[Clause]:
        """Give the conditions of an undetermined gate that leave open whether it applies."""
        return [clause for clause in self._gates[gate].applies if self._outcome(clause) is Outcome.UNDETERMINED]

    def failing_clauses(self, gate: str) -> list[Clause]:
        """Give the conditions that keep a gate from applying."""
        return [
            clause
            for clause in self._gates[gate].applies
            if self._outcome(clause) not in (Outcome.MET, Outcome.UNDETERMINED)
        ]

    def days_to_come(self, gate: str) -> tuple[Clause, ...]:
        """Give the days that alone keep a gate from applying, none if anything else does.

        A day that stands in a row of a quantity counts, where the row would give what the condition wants.
        """
        return self._waiting(self._gates[gate].applies) or ()

    def _waiting(self, condition: Condition) -> tuple[Clause, ...] | None:
        """Give the days that keep a condition from holding; None if anything else does or may."""
        waiting: list[Clause] = []
        for clause in condition:
            if self._outcome(clause) is Outcome.MET:
                continue
            dated = isinstance(clause, DateClause) and clause.operator in _LATER
            dated_clauses = (clause,) if dated else self._waiting_within(clause)
            if not dated_clauses:
                return None
            waiting += dated_clauses
        return tuple(waiting)

    def _waiting_within(self, clause: Clause) -> tuple[Clause, ...] | None:
        if not isinstance(clause, NumberClause) or clause.operator is not NumberOperator.IS:
            return None
        quantity = self._quantities.get(clause.name)
        for row in quantity.rows if quantity is not None else ():
            waiting = self._waiting(row.when)
            if waiting == ():
                return None
            if waiting and isinstance(row.formula, NumberLiteral) and row.formula == clause.operand:
                return waiting
        return None

    @cached_property
    def _values(self) -> Values:
        return self._engine.infer(self._question).values

    def _outcome(self, clause: Clause) -> Outcome:
        return evaluate_tests(self._engine.atoms_of(clause, self._engine.plan.names), self._values)
