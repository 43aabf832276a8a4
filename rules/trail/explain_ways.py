"""Change sentences of an explanation: single changes that reach a grade or pass a gate, and missed ones."""

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


_LATER = (DateOperator.FROM, DateOperator.AFTER)


class Applicability:
    """Says of an inference why a gate is open or does not apply."""

    def __init__(self, engine: InferenceEngine, inference: Inference) -> None:
        """Collect the gates, and what they may read."""
        self._engine = engine
        self._values = inference.values
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

    def _outcome(self, clause: Clause) -> Outcome:
        return evaluate_tests(self._engine.atoms_of(clause, self._engine.plan.names), self._values)


_DESCRIBING = (FactType.NUMBER, FactType.CHOICE)
_OBTAINABLE = (FactType.FLAG, FactType.CHOICES, FactType.CHOICE)


class WaysUpExplainer:
    """Searches and tells the ways of one record within what time still allows."""

    def __init__(  # noqa: PLR0913 -- these are the parts of an explanation
        self,
        goal: Goal,
        question: InferenceQuestion,
        used: Mapping[str, DeclaredValue],
        record: Record,
        explanation_text: ExplanationText,
        *,
        horizon: ChangeFeasibility,
        among: frozenset[str],
        criterion: str | None,
    ) -> None:
        """Look among these facts; `goal` is that no gate fails."""
        self._goal = goal
        self._question = question
        self._used = used
        self._record = record
        self._explanation_text = explanation_text
        self._horizon = horizon
        self._among = among
        self._criterion = criterion
        self._scorecard = goal.engine.plan.scorecard
        self._definitions = {fact.id: fact for fact in self._scorecard.facts}

    def no_way(self, grades: tuple[str, ...], search_result: WaysUpResult) -> Iterator[Statement]:
        """Say that no single change reaches a better grade, and for which facts this is not proved."""
        if search_result.ways or not grades:
            return
        explanation_text = self._explanation_text
        now = explanation_text.renderer.grade(self._goal.engine.every_grade[len(grades)])
        if search_result.missed:
            text = explanation_text.fill_template("no_way_now", as_of=self._record.as_of_date, grade=now)
        elif search_result.unproved:
            names = explanation_text.listed(explanation_text.fact(name) for name in search_result.unproved)
            text = explanation_text.fill_template("no_way_tried", grade=now, names=names)
        else:
            text = explanation_text.fill_template("no_way_proved", grade=now)
        yield Statement(Topic.WAY, text, facts=search_result.unproved)
        fixed_facts = tuple(fact.id for fact in self._scorecard.facts if fact.given and fact.id in self._used)
        if fixed_facts and not search_result.missed:
            names = explanation_text.listed(explanation_text.fact(name) for name in fixed_facts)
            yield Statement(Topic.WAY, explanation_text.fill_template("given_left", names=names), facts=fixed_facts)

    def changes(self, search_result: WaysUpResult) -> Iterator[Statement]:
        """Say each way up, then each single change after which no gate fails though the grade is no better.

        Those that are still possible come first; then, that the period is closed and what it takes in the next.
        """
        through = self._through_gates()
        leading = [(way.fact, way.required) for way in (*search_result.ways, *search_result.missed)]
        labelled_ways = [("way", way) for way in (*search_result.ways, *search_result.missed)]
        labelled_ways += [
            ("gate_way", way) for way in (*through.ways, *through.missed) if (way.fact, way.required) not in leading
        ]
        yield from (self._change(kind, way) for kind, way in labelled_ways if way.chance is ChangeTiming.STILL)
        if any(way.chance is ChangeTiming.FOLLOWING for _, way in labelled_ways):
            yield from self._closed_period_statement()
        yield from (self._change(kind, way) for kind, way in labelled_ways if way.chance is not ChangeTiming.STILL)

    def _through_gates(self) -> WaysUpResult:
        failing = [gate.id for gate in self._scorecard.gates if self._fails(gate.id)]
        if not failing or self._record.conclusion.kind is ConclusionKind.NOT_APPLICABLE:
            return WaysUpResult((), ())
        behind = frozenset(self._goal.engine.dependencies.of(failing)) & self._among
        return find_ways_up(self._goal, self._question, self._used, behind, self._horizon)

    def _fails(self, gate: str) -> bool:
        return any(criterion.id == gate and criterion.outcome is Outcome.NOT_MET for criterion in self._record.criteria)

    def _closed_period_statement(self) -> Iterator[Statement]:
        closed, explanation_text = self._horizon.closed, self._explanation_text
        if closed is not None:
            text = explanation_text.fill_template(
                "closed",
                period=explanation_text.fact(closed.fact),
                first=closed.period.first.isoformat(),
                last=closed.period.last.isoformat(),
                next_first=closed.following.first.isoformat(),
                next_last=closed.following.last.isoformat(),
            )
            yield Statement(Topic.WAY, text, self._criterion, (closed.fact,))

    def _change(self, kind: str, way: ImprovementStep) -> Statement:
        explanation_text, closed = self._explanation_text, self._horizon.closed
        template = {
            ChangeTiming.STILL: kind,
            ChangeTiming.FOLLOWING: f"following_{kind}",
            ChangeTiming.PASSED: "passed",
        }[way.chance]
        slots = {
            "name": explanation_text.fact(way.fact),
            "grade": explanation_text.renderer.grade(way.grade),
            "period": explanation_text.fact(closed.fact) if closed is not None else "",
            "as_of": self._record.as_of_date,
        }
        if way.required.records is not None:
            fields = explanation_text.fields(way.fact, way.required.records[-1])
            text = explanation_text.fill_template(f"{template}_record", fields=fields, **slots)
        else:
            current, required = (
                explanation_text.value(way.fact, way.current),
                explanation_text.value(way.fact, way.required),
            )
            text = explanation_text.fill_template(template, current=current, required=required, **slots)
        if kind == "gate_way" and way.grade and way.chance is not ChangeTiming.PASSED:
            text += explanation_text.fill_template("gate_grade", grade=slots["grade"])
        if way.chance is ChangeTiming.STILL:
            text += self._reservation(way)
        evidence = way.current.evidence if way.current is not None and way.chance is ChangeTiming.STILL else ()
        return Statement(Topic.WAY, text, self._criterion, (way.fact,), evidence)

    def _reservation(self, way: ImprovementStep) -> str:
        """Say on what it hangs that a change can still be made, where the card alone does not tell."""
        explanation_text, closed = self._explanation_text, self._horizon.closed
        definition = self._definitions[way.fact]
        if definition.type is FactType.DATE:
            has_passed = way.current is not None and self._has_passed(way.current)
            return explanation_text.fill_template("anew") if has_passed else ""
        if closed is not None and definition.type in _OBTAINABLE:
            last = closed.period.last.isoformat()
            return explanation_text.fill_template("reservation", period=explanation_text.fact(closed.fact), last=last)
        if closed is None and definition.type in _DESCRIBING:
            passed = self._passed_beside(way.fact)
            if passed is not None:
                return explanation_text.fill_template(
                    "behind", name=explanation_text.fact(passed), day=self._used[passed].date or ""
                )
        return ""

    def _passed_beside(self, fact: str) -> str | None:
        """Give the latest date that has passed among those that some gate or indicator reads together with a fact."""
        criteria = [
            *(gate.id for gate in self._scorecard.gates),
            *(indicator.id for indicator in self._scorecard.indicators),
        ]
        together = [
            behind for criterion in criteria if fact in (behind := self._goal.engine.dependencies.of((criterion,)))
        ]
        days = {
            name: value.date
            for behind in together
            for name in behind
            if (value := self._used.get(name)) is not None and value.date is not None and self._has_passed(value)
        }
        return max(days, key=lambda name: (days[name] or "", name), default=None)

    def _has_passed(self, value: DeclaredValue) -> bool:
        return value.date is not None and date.fromisoformat(value.date) < self._horizon.as_of
