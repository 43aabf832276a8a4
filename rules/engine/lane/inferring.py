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
from rules.engine.lane.extents import LazyExtents, OpenError, PlainValues
from rules.engine.lane.measures import MeasureReader
from rules.engine.lane.points import Letters, Points
from rules.engine.values import Values
from rules.engine.verdicts import add_governing_days, judge
from rules.model.expressions import AS_OF, TOTAL_SCORE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.engine.infer import InferenceEngine
    from rules.engine.lane.reading import KnownSubject
    from rules.engine.score import Score
    from rules.model.tables import Table


@dataclass(frozen=True, slots=True)
class Known:
    """What was decided, and the letters of the rules about each indicator."""

    decision: Decision
    letters: list[Letters]


class KnownInference:
    """Infers for the subjects of one card, which has neither stages nor maturity."""

    def __init__(self, engine: InferenceEngine) -> None:
        """Prepare what is the same for all of them."""
        self._engine = engine
        plan = engine.plan
        self._first, self._second = MeasureReader(plan.first), MeasureReader(plan.second)
        self._points = Points(plan)
        self._choices = {
            setting.id: {item.id: ChoiceExtent(frozenset({item.id})) for item in setting.choices}
            for setting in plan.scorecard.settings
        }
        self._all_there = dict.fromkeys((one.id for one in plan.scorecard.indicators), Outcome.MET)
        self._every_grade = engine.every_grade

    @staticmethod
    def takes(engine: InferenceEngine) -> bool:
        """Say whether a card has nothing that is left to the general way."""
        return engine.plan.scorecard.stages is None and engine.plan.scorecard.maturity is None

    def infer(self, subject: KnownSubject, tables: Mapping[str, Table]) -> Known:
        """Conclude everything that follows.

        Raises:
            EngineDisagreement: the two evaluators differ; the message names the rules, never a value.
            OpenError: something is open after all, such as a lookup that gives nothing.
        """
        engine, plan = self._engine, self._engine.plan
        card, plain = plan.scorecard, PlainValues()
        plain.update(subject.plain)
        extents = LazyExtents(subject.verified.extents, plain)
        question = Question(extents, dict(subject.settings), subject.as_of, {}, tables=tables)
        values, changes = Values(extents, plan.names.units), Changes(None)
        for name, choice in subject.settings.items():
            extents[name] = self._choices[name][choice]
        extents[AS_OF] = NumberExtent(exactly(whole(subject.as_of.toordinal())))
        if plan.records:
            extents.complete()
        computation = Computation(plan, question, values, changes, self._count, engine.waiting.go_on)
        computation.run()
        add_governing_days(card, values, changes)
        first = engine.first.agreed_known(self._first.read(values, plain))
        points, letters = self._points.score(values, first)
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
            judged=judge(card, first),
            lookups=computation.lookups,
        )
        decision = decided(inference, self._every_grade)
        if decision is None:
            raise OpenError
        return Known(decision, letters)

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
        values.extents[TOTAL_SCORE] = self._engine.total_extent(points.total)
