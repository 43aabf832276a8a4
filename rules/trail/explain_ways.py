"""Improvement statements of an explanation: single changes that reach a grade or pass a gate, and missed ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.outcomes import ConclusionKind, Outcome
from rules.model.expressions import DateClause, DateOperator, NumberClause, NumberLiteral, NumberOperator
from rules.model.quantities import FormulaQuantity
from rules.model.scorecard import FactType
from rules.program.abstract_interpretation import evaluate_tests
from rules.trail.explanation_text import Statement, Topic
from rules.trail.ways_up import ChangeTiming, WaysUpResult, find_ways_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.record import Record
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.expressions import Clause, Condition
    from rules.trail.closed_time import ChangeFeasibility
    from rules.trail.explain_search import Goal
    from rules.trail.explanation_text import ExplanationText
    from rules.trail.ways_up import ImprovementStep


_LATER_OPERATORS = (DateOperator.FROM, DateOperator.AFTER)


class Applicability:
    """Clauses that prevent, or may prevent, a gate from applying in an inference."""

    def __init__(self, engine: InferenceEngine, inference: Inference) -> None:
        self._engine = engine
        self._values = inference.values
        self._gates = {gate.id: gate for gate in engine.plan.scorecard.gates}
        self._quantities = {
            quantity.id: quantity
            for quantity in engine.plan.scorecard.quantities
            if isinstance(quantity, FormulaQuantity)
        }

    def open_clauses(self, gate: str) -> list[Clause]:
        return [clause for clause in self._gates[gate].applies if self._outcome(clause) is Outcome.UNDETERMINED]

    def failing_clauses(self, gate: str) -> list[Clause]:
        return [
            clause
            for clause in self._gates[gate].applies
            if self._outcome(clause) not in (Outcome.MET, Outcome.UNDETERMINED)
        ]

    def days_to_come(self, gate: str) -> tuple[Clause, ...]:
        """Return the future dates that alone prevent a gate from applying; empty if anything else does.

        A date in a quantity row counts if the row would return the required value.
        """
        return self._future_dates(self._gates[gate].applies) or ()

    def _future_dates(self, condition: Condition) -> tuple[Clause, ...] | None:
        waiting: list[Clause] = []
        for clause in condition:
            if self._outcome(clause) is Outcome.MET:
                continue
            dated = isinstance(clause, DateClause) and clause.operator in _LATER_OPERATORS
            dated_clauses = (clause,) if dated else self._future_dates_in_rows(clause)
            if not dated_clauses:
                return None
            waiting += dated_clauses
        return tuple(waiting)

    def _future_dates_in_rows(self, clause: Clause) -> tuple[Clause, ...] | None:
        if not isinstance(clause, NumberClause) or clause.operator is not NumberOperator.IS:
            return None
        quantity = self._quantities.get(clause.name)
        for row in quantity.rows if quantity is not None else ():
            waiting = self._future_dates(row.when)
            if waiting == ():
                return None
            if waiting and isinstance(row.formula, NumberLiteral) and row.formula == clause.operand:
                return waiting
        return None

    def _outcome(self, clause: Clause) -> Outcome:
        return evaluate_tests(self._engine.atoms_of(clause, self._engine.plan.names), self._values)


_DESCRIPTIVE_TYPES = (FactType.NUMBER, FactType.CHOICE)
_OBTAINABLE_TYPES = (FactType.FLAG, FactType.CHOICES, FactType.CHOICE)


class WaysUpExplainer:
    """Finder of improvements of one record, as statements; `goal` requires only that no gate fails."""

    def __init__(  # noqa: PLR0913
        self,
        goal: Goal,
        question: InferenceQuestion,
        used: Mapping[str, DeclaredValue],
        record: Record,
        wording: ExplanationText,
        *,
        horizon: ChangeFeasibility,
        among: frozenset[str],
        criterion: str | None,
    ) -> None:
        self._goal = goal
        self._question = question
        self._used = used
        self._record = record
        self._wording = wording
        self._horizon = horizon
        self._changeable_facts = among
        self._criterion = criterion
        self._scorecard = goal.engine.plan.scorecard
        self._definitions = {fact.id: fact for fact in self._scorecard.facts}

    def no_way(self, grades: tuple[str, ...], search_result: WaysUpResult) -> Iterator[Statement]:
        if search_result.ways or not grades:
            return
        now = self._wording.renderer.grade(self._goal.engine.every_grade[len(grades)])
        if search_result.missed:
            text = self._wording.fill("no_way_now", as_of=self._record.as_of_date, grade=now)
        elif search_result.unproved:
            names = self._wording.listed(self._wording.fact(name) for name in search_result.unproved)
            text = self._wording.fill("no_way_tried", grade=now, names=names)
        else:
            text = self._wording.fill("no_way_proved", grade=now)
        yield Statement(Topic.WAY, text, facts=search_result.unproved)
        fixed_facts = tuple(fact.id for fact in self._scorecard.facts if fact.given and fact.id in self._used)
        if fixed_facts and not search_result.missed:
            names = self._wording.listed(self._wording.fact(name) for name in fixed_facts)
            yield Statement(Topic.WAY, self._wording.fill("given_left", names=names), facts=fixed_facts)

    def changes(self, search_result: WaysUpResult) -> Iterator[Statement]:
        """Yield each improvement, then each change that passes all gates without a better grade.

        Changes that are still possible come first.
        """
        through = self._through_gates()
        leading = [(step.fact, step.required) for step in (*search_result.ways, *search_result.missed)]
        labelled_steps = [("way", step) for step in (*search_result.ways, *search_result.missed)]
        labelled_steps += [
            ("gate_way", step) for step in (*through.ways, *through.missed) if (step.fact, step.required) not in leading
        ]
        yield from (self._change(kind, step) for kind, step in labelled_steps if step.chance is ChangeTiming.STILL)
        if any(step.chance is ChangeTiming.FOLLOWING for _, step in labelled_steps):
            yield from self._closed_period_statement()
        yield from (self._change(kind, step) for kind, step in labelled_steps if step.chance is not ChangeTiming.STILL)

    def _through_gates(self) -> WaysUpResult:
        failing = [gate.id for gate in self._scorecard.gates if self._fails(gate.id)]
        if not failing or self._record.conclusion.kind is ConclusionKind.NOT_APPLICABLE:
            return WaysUpResult((), ())
        behind = frozenset(self._goal.engine.dependencies.of(failing)) & self._changeable_facts
        return find_ways_up(self._goal, self._question, self._used, behind, self._horizon)

    def _fails(self, gate: str) -> bool:
        return any(criterion.id == gate and criterion.outcome is Outcome.NOT_MET for criterion in self._record.criteria)

    def _closed_period_statement(self) -> Iterator[Statement]:
        closed, wording = self._horizon.closed, self._wording
        if closed is not None:
            text = wording.fill(
                "closed",
                period=wording.fact(closed.fact),
                first=closed.period.first.isoformat(),
                last=closed.period.last.isoformat(),
                next_first=closed.following.first.isoformat(),
                next_last=closed.following.last.isoformat(),
            )
            yield Statement(Topic.WAY, text, self._criterion, (closed.fact,))

    def _change(self, kind: str, step: ImprovementStep) -> Statement:
        wording, closed = self._wording, self._horizon.closed
        template = {
            ChangeTiming.STILL: kind,
            ChangeTiming.FOLLOWING: f"following_{kind}",
            ChangeTiming.PASSED: "passed",
        }[step.chance]
        slots = {
            "name": wording.fact(step.fact),
            "grade": wording.renderer.grade(step.grade),
            "period": wording.fact(closed.fact) if closed is not None else "",
            "as_of": self._record.as_of_date,
        }
        if step.required.records is not None:
            fields = wording.fields(step.fact, step.required.records[-1])
            text = wording.fill(f"{template}_record", fields=fields, **slots)
        else:
            current, required = (wording.value(step.fact, step.current), wording.value(step.fact, step.required))
            text = wording.fill(template, current=current, required=required, **slots)
        if kind == "gate_way" and step.grade and step.chance is not ChangeTiming.PASSED:
            text += wording.fill("gate_grade", grade=slots["grade"])
        if step.chance is ChangeTiming.STILL:
            text += self._reservation(step)
        evidence = step.current.evidence if step.current is not None and step.chance is ChangeTiming.STILL else ()
        return Statement(Topic.WAY, text, self._criterion, (step.fact,), evidence)

    def _reservation(self, step: ImprovementStep) -> str:
        wording, closed = self._wording, self._horizon.closed
        definition = self._definitions[step.fact]
        if definition.type is FactType.DATE:
            has_passed = step.current is not None and self._has_passed(step.current)
            return wording.fill("anew") if has_passed else ""
        if closed is not None and definition.type in _OBTAINABLE_TYPES:
            last = closed.period.last.isoformat()
            return wording.fill("reservation", period=wording.fact(closed.fact), last=last)
        if closed is None and definition.type in _DESCRIPTIVE_TYPES:
            passed = self._latest_passed_date(step.fact)
            if passed is not None:
                return wording.fill("behind", name=wording.fact(passed), day=self._used[passed].date or "")
        return ""

    def _latest_passed_date(self, fact: str) -> str | None:
        criteria = [
            *(gate.id for gate in self._scorecard.gates),
            *(indicator.id for indicator in self._scorecard.indicators),
        ]
        related = [
            behind for criterion in criteria if fact in (behind := self._goal.engine.dependencies.of((criterion,)))
        ]
        days = {
            name: value.date
            for behind in related
            for name in behind
            if (value := self._used.get(name)) is not None and value.date is not None and self._has_passed(value)
        }
        return max(days, key=lambda name: (days[name] or "", name), default=None)

    def _has_passed(self, value: DeclaredValue) -> bool:
        return value.date is not None and date.fromisoformat(value.date) < self._horizon.as_of
