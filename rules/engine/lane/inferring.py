"""What follows for a subject of which everything is known? Both evaluators conclude all of it, as they always do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, NumberExtent
from rules.contracts.intervals import exactly
from rules.contracts.numbers import whole
from rules.contracts.outcomes import Outcome
from rules.engine.changes import Changes
from rules.engine.compute import Computation
from rules.engine.decide import Decision, decided
from rules.engine.gates_and_grades import applicability, conclusion_kind, gate_outcome, gate_passes, possible_grades
from rules.engine.infer import ANSWERS_BY_APPLICABILITY
from rules.engine.inference import Inference, Question
from rules.engine.lane.extents import LazyExtents, OpenError
from rules.engine.lane.letters import KEPT, Letters, letters_of
from rules.engine.lane.maturity import KnownFigures
from rules.engine.lane.measures import MeasureReader
from rules.engine.lane.points import Points
from rules.engine.values import Values
from rules.engine.verdicts import add_governing_days, answer, judged
from rules.model.expressions import AS_OF, STAGE, TOTAL_SCORE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.engine.generated import Outcomes
    from rules.engine.infer import InferenceEngine
    from rules.engine.lane.points import Came
    from rules.engine.lane.reading import KnownSubject
    from rules.engine.plan import Plan
    from rules.engine.score import Score
    from rules.engine.verdicts import Judged, RuleAnswer
    from rules.model.tables import Table
    from rules.model.verdicts import VerdictRule


@dataclass(frozen=True, slots=True)
class Known:
    """What was decided, and how the rules about each indicator came out."""

    decision: Decision
    came: list[Came]


class KnownInference:
    """Infers for the subjects of one card."""

    def __init__(self, engine: InferenceEngine) -> None:
        """Prepare what is the same for all of them."""
        self._engine = engine
        plan = engine.plan
        units = plan.names.units
        self._first, self._second = MeasureReader(plan.first, units), MeasureReader(plan.second, units)
        self._points = Points(plan)
        self._choices = {
            setting.id: {item.id: ChoiceExtent(frozenset({item.id})) for item in setting.choices}
            for setting in plan.scorecard.settings
        }
        verdicts = plan.scorecard.verdicts
        self._rules = [_Answering(plan, rule) for rule in verdicts.rules] if verdicts else []
        self._all_there = dict.fromkeys((one.id for one in plan.scorecard.indicators), Outcome.MET)
        self._figures = KnownFigures(plan)
        self._every_grade, self._every_stage = engine.every_grade, engine.every_stage

    def infer(self, subject: KnownSubject, tables: Mapping[str, Table]) -> Known:
        """Conclude everything that follows.

        Raises:
            EngineDisagreement: the two evaluators differ; the message names the rules, never a value.
            OpenError: something is open after all, such as a lookup that gives nothing.
        """
        engine, plan = self._engine, self._engine.plan
        card, plain = plan.scorecard, dict(subject.plain)
        extents = LazyExtents(subject.verified.extents, plain)
        question = Question(extents, dict(subject.settings), subject.as_of, {}, tables=tables)
        values, changes = Values(extents, plan.names.units), Changes(None)
        for name, choice in subject.settings.items():
            extents[name] = self._choices[name][choice]
        extents[AS_OF] = NumberExtent(exactly(whole(subject.as_of.toordinal())))
        if plan.records:
            extents.complete()
        library = engine.libraries.of(tables)
        computation = Computation(plan, library, question, values, changes, self._count, engine.waiting.go_on)
        computation.run()
        self._figures.add(values, plain)
        add_governing_days(card, values, changes)
        first = engine.first.agreed_known(self._first.read(values, plain))
        points, came = self._points.score(values, plain, first)
        gates = {gate.id: gate_outcome(gate.id, first) for gate in card.gates}
        passes = {gate.id: gate_passes(gate.id, first) for gate in card.gates}
        extents.add_points(points.earned)
        self._add_answers(values, gates, points)
        second = engine.second.agreed_known(self._second.read(values, plain))
        applies, refused = applicability(first), engine.refused(points)
        grades = possible_grades(card, second, passes, applies=applies, refused=refused)
        inference = Inference(
            question=question,
            values=values,
            counted=computation.counted,
            first=first,
            second=second,
            gates=gates,
            passes=passes,
            applies=applies,
            score=points,
            total=points.total,
            grades=grades,
            kind=conclusion_kind(card, applies, passes, grades, refused=refused),
            stages=tuple(points.stages),
            judged=self._judged(first),
            lookups=computation.lookups,
        )
        decision = decided(inference, self._every_grade, self._every_stage)
        if decision is None:
            raise OpenError
        return Known(decision, came)

    def _judged(self, first: Outcomes) -> Judged | None:
        """Join the answers of the rules that give a verdict, each found once for the ways in which it comes out."""
        verdicts = self._engine.plan.scorecard.verdicts
        return None if verdicts is None else judged(verdicts, tuple(one.answer(first) for one in self._rules))

    def _count(self, name: str, each: Sequence[Values]) -> list[dict[str, Outcome]]:
        return self._engine.records[name].agreed_each(each)

    def _add_answers(self, values: Values, gates: Mapping[str, Outcome], points: Score) -> None:
        """Put what the second pass asks of the first among the values."""
        values.answers.update(gates)
        values.answers.update(self._all_there)
        values.answers.update(
            (name, ANSWERS_BY_APPLICABILITY[one.applies])
            for name, one in points.earned.items()
            if one.applies is not Outcome.MET
        )
        values.extents.update(self._engine.section_points(points))
        values.extents[TOTAL_SCORE] = self._engine.total_extent(points.total)
        if points.stages:
            values.extents[STAGE] = ChoiceExtent(frozenset(points.stages))


class _Answering:
    """The answers of one rule that gives a verdict, by the letters of all that is planned for it."""

    def __init__(self, plan: Plan, rule: VerdictRule) -> None:
        self._rule = rule
        self._letters = letters_of(one.id for one in plan.first.rules if one.id.startswith(f"verdict:{rule.id}:"))
        self._kept: dict[Letters, RuleAnswer] = {}

    def answer(self, first: Outcomes) -> RuleAnswer:
        """Give the answer for what the first pass concluded."""
        letters = self._letters(first.letters)
        found = self._kept.get(letters)
        if found is None:
            found = answer(self._rule, first)
            if len(self._kept) < KEPT:
                self._kept[letters] = found
        return found
