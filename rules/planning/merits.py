"""Merits of an inference: the points, gates, grade requirements and conditions that a measure can improve."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.grades import graded_rows, row_rule_id
from rules.model.expressions import names_in_condition
from rules.model.quantities import NamedCondition
from rules.model.scales import CountScale
from rules.program.abstract_interpretation import evaluate_tests

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.expressions import Condition

Merits = dict[str, Fraction]
"""The merit of each part by its key; more is better."""
APPLIES = "applies"
_RANKS = {Outcome.MET: Fraction(2), Outcome.UNDETERMINED: Fraction(1)}


class MeritScale:
    """The parts of a scorecard that a subject has not fulfilled, and their merits in any inference.

    A criterion can consist of several conditions. Each of them is a part, too, because one measure may meet only one
    condition.
    """

    def __init__(self, engine: InferenceEngine, present: Inference) -> None:
        self._engine = engine
        self._scorecard = engine.plan.scorecard
        self._conditions = {
            quantity.id: quantity for quantity in self._scorecard.quantities if isinstance(quantity, NamedCondition)
        }
        self.open = tuple(self._open_criteria(present))
        """Ids of the criteria that can improve, and `applies` for the applicability of the scorecard."""
        self._clauses = {key: condition for id in self.open for key, condition in self._parts(id)}
        self.present = self.of(present)

    def names_read(self, criterion: str) -> tuple[str, ...]:
        """Return the names that a criterion reads directly, for its dependencies."""
        if criterion == APPLIES:
            return tuple(names_in_condition(self._scorecard.applies))
        position = _row_position(criterion)
        if position is not None:
            return tuple(names_in_condition(self._scorecard.ladder_rows[position].requires))
        return (criterion,)

    def of(self, inference: Inference) -> Merits:
        merits = {id: self._criterion(id, inference) for id in self.open}
        for key, condition in self._clauses.items():
            merits[key] = _RANKS.get(self._outcome(condition, inference), Fraction(0))
        return merits

    def possible(self, criterion: str, inference: Inference) -> tuple[Fraction, Fraction]:
        """Return the most that a criterion can still reach, and its merit."""
        merit = self._criterion(criterion, inference)
        earned = inference.score.earned.get(criterion)
        if earned is not None:
            most = Fraction(0) if earned.applies is Outcome.NOT_MET else earned.points.high
            return (merit if most is None else most), merit
        outcome = inference.gates.get(criterion, inference.second_pass.get(criterion, inference.applies))
        return Fraction(outcome is Outcome.MET or outcome is Outcome.UNDETERMINED), merit

    def raised(self, merits: Merits, than: Mapping[str, Fraction] | None = None) -> frozenset[str]:
        before = self.present if than is None else than
        return frozenset(key for key, merit in merits.items() if merit > before[key])

    def criteria_in(self, keys: frozenset[str]) -> frozenset[str]:
        """Return the criteria among the keys, without single conditions."""
        return keys.intersection(self.open)

    def criterion_of(self, key: str) -> str:
        return key.partition("/")[0]

    def _open_criteria(self, present: Inference) -> Iterator[str]:
        if present.applies is not Outcome.MET:
            yield APPLIES
        for gate in self._scorecard.gates:
            if present.passes[gate.id] is not Outcome.MET:
                yield gate.id
        for indicator in self._scorecard.indicators:
            earned = present.score.earned[indicator.id]
            if earned.applies is not Outcome.NOT_MET and earned.at_maximum is not Outcome.MET:
                yield indicator.id
        worst = present.grades[-1] if present.grades else ""
        for position, row in graded_rows(self._scorecard.ladder):
            if row.grade == worst:
                break
            if any(self._outcome((clause,), present) is not Outcome.MET for clause in row.requires):
                yield row_rule_id(position)

    def _criterion(self, id: str, inference: Inference) -> Fraction:
        if id == APPLIES:
            return _RANKS.get(inference.applies, Fraction(0))
        if _row_position(id) is not None:
            return _RANKS.get(inference.second_pass[id], Fraction(0))
        if id in inference.gates:
            return _RANKS.get(inference.gates[id], Fraction(0))
        earned = inference.score.earned[id]
        return (earned.points.low or Fraction(0)) if earned.applies is Outcome.MET else Fraction(0)

    def _parts(self, id: str) -> Iterator[tuple[str, Condition]]:
        """Yield the conditions of a criterion, and those of the named conditions that it reads, one by one."""
        waiting = list(self._conditions_of(id))
        seen: set[str] = set()
        while waiting:
            condition = waiting.pop()
            for clause in condition:
                yield f"{id}/{len(seen)}/{clause}", (clause,)
            for name in names_in_condition(condition):
                if name in self._conditions and name not in seen:
                    seen.add(name)
                    waiting += [row.when for row in self._conditions[name].cases]

    def _conditions_of(self, id: str) -> tuple[Condition, ...]:
        if id == APPLIES:
            return (self._scorecard.applies,)
        position = _row_position(id)
        if position is not None:
            return (self._scorecard.ladder_rows[position].requires,)
        gate = next((gate for gate in self._scorecard.gates if gate.id == id), None)
        if gate is not None:
            return (gate.requires,)
        indicator = next(indicator for indicator in self._scorecard.indicators if indicator.id == id)
        counted = indicator.scale.conditions if isinstance(indicator.scale, CountScale) else ()
        return (indicator.must, *counted)

    def _outcome(self, condition: Condition, inference: Inference) -> Outcome:
        (clause,) = condition
        names = self._engine.plan.names
        return evaluate_tests(self._engine.atoms_of(clause, names), inference.values)


def _row_position(id: str) -> int | None:
    kind, _, position = id.partition(":")
    return int(position) if kind == "ladder" and position.isdigit() else None
