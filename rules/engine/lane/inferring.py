"""What follows for a subject of which everything is known? Both evaluators conclude all of it, as they always do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, NumberExtent
from rules.contracts.intervals import exactly
from rules.contracts.numbers import whole
from rules.contracts.outcomes import Outcome
from rules.engine.changes import Changes, begin
from rules.engine.compute import Computation
from rules.engine.decide import Decision, decided
from rules.engine.gates_and_grades import applicability, conclusion_kind, gate_outcome, gate_passes, possible_grades
from rules.engine.infer import ANSWERS_BY_APPLICABILITY
from rules.engine.inference import Inference, Question
from rules.engine.kept import KEPT, taking
from rules.engine.ladder import add_rows
from rules.engine.lane.extents import LazyExtents
from rules.engine.score import Earlier
from rules.engine.verdicts import add_governing_days, answer, judged
from rules.model.expressions import AS_OF, STAGE, TOTAL_SCORE
from rules.program.known import KnownMeasures
from rules.program.values import OpenError, Values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.engine.generated import Outcomes
    from rules.engine.infer import InferenceEngine
    from rules.engine.lane.reading import KnownSubject
    from rules.engine.plan import Plan
    from rules.engine.read_subject import Reading as FactReading
    from rules.engine.score import Score
    from rules.engine.verdicts import Judged, RuleAnswer
    from rules.model.tables import Table
    from rules.model.verdicts import VerdictRule
    from rules.program.values import Plain


@dataclass(frozen=True, slots=True)
class Known:
    """What was decided; `declared` what was of the declared values, nothing where no assessor changed what is used."""

    decision: Decision
    declared: Decision | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The verified or the declared values, with all that was computed from them."""

    computation: Computation

    @property
    def values(self) -> Values:
        """What is known under each name."""
        return self.computation.values


class KnownInference:
    """Infers for the subjects of one card."""

    def __init__(self, engine: InferenceEngine) -> None:
        """Prepare what is the same for all of them."""
        self._engine = engine
        plan = engine.plan
        self._first, self._second = KnownMeasures(plan.first.measures), KnownMeasures(plan.second.measures)
        self._choices = {
            setting.id: {item.id: ChoiceExtent(frozenset({item.id})) for item in setting.choices}
            for setting in plan.scorecard.settings
        }
        verdicts = plan.scorecard.verdicts
        self._rules = [_Answering(plan, rule) for rule in verdicts.rules] if verdicts else []
        self._all_there = dict.fromkeys((one.id for one in plan.scorecard.indicators), Outcome.MET)
        self._every_grade, self._every_stage = engine.every_grade, engine.every_stage

    def infer(self, subject: KnownSubject, tables: Mapping[str, Table]) -> Known:
        """Conclude everything that follows.

        Raises:
            EngineDisagreement: the two evaluators differ; the message names the rules, never a value.
            OpenError: something is open after all, such as a lookup that gives nothing.
        """
        engine = self._engine
        verified = self._verified(subject, tables)
        readings, measured = [verified], [self._read(self._first, verified)]
        if subject.declared is not None and subject.declared.used != subject.verified.used:
            declared = self._declared(subject.declared, verified)
            readings.append(declared)
            measured.append(self._read(self._first, declared))
        firsts = engine.first.agreed_known(measured)
        scored: list[Score] = []
        for one, first in zip(readings, firsts, strict=True):
            changes = one.computation.changes
            beside = Earlier(scored[0], engine.dependencies.readers(changes.names)) if changes.beside else None
            points = engine.points.score(one.values, first, earlier=beside)
            if any(section.points.value is None for _, section in points.whole.values()):
                raise OpenError
            scored.append(points)
            self._add_answers(one.values, first, points)
        seconds = engine.second.agreed_known([self._read(self._second, one) for one in readings])
        decisions = [
            self._decision(one.computation, first, points, second)
            for one, first, points, second in zip(readings, firsts, scored, seconds, strict=True)
        ]
        return Known(decisions[0], decisions[1] if len(decisions) > 1 else None)

    def _verified(self, subject: KnownSubject, tables: Mapping[str, Table]) -> _Reading:
        """Compute everything from the values that count."""
        plan, plain = self._engine.plan, dict(subject.plain)
        extents = LazyExtents(subject.verified.extents, plain)
        question = Question(extents, dict(subject.settings), subject.as_of, {}, tables=tables)
        for name, choice in subject.settings.items():
            extents[name] = self._choices[name][choice]
        extents[AS_OF] = NumberExtent(exactly(whole(subject.as_of.toordinal())))
        if plan.records:
            extents.complete()
        values = Values(extents, plan.names.units)
        values.known.update(plain)
        return self._computed(question, values, Changes(None))

    def _declared(self, declared: FactReading, verified: _Reading) -> _Reading:
        """Compute from the declared values what the verified ones do not give likewise."""
        beside, plan = verified.computation, self._engine.plan
        question = replace(beside.question, facts=declared.extents)
        values, changes = begin(plan, question, beside)
        values = Values(LazyExtents(values.extents, {}), values.units, values.answers)
        return self._computed(question, values, changes)

    @staticmethod
    def _read(measures: KnownMeasures, reading: _Reading) -> Sequence[Plain]:
        found = measures.read(reading.values)
        if found is None:
            raise OpenError
        return found

    def _computed(self, question: Question, values: Values, changes: Changes) -> _Reading:
        engine = self._engine
        library, go_on = engine.libraries.of(question.tables), engine.waiting.go_on
        computation = Computation(engine.plan, library, question, values, changes, self._count, go_on)
        computation.run()
        for scoring in engine.plan.scoring.values():
            scoring.add_figures(values, changes)
        add_governing_days(engine.plan.scorecard, values, changes)
        return _Reading(computation)

    def _decision(self, computation: Computation, first: Outcomes, points: Score, second: Outcomes) -> Decision:
        engine, card = self._engine, self._engine.plan.scorecard
        answers = computation.values.answers
        passes = {gate.id: gate_passes(answers[gate.id], first[f"{gate.id}:requires"]) for gate in card.gates}
        add_rows(card.ladder, second)
        applies, refused = applicability(first), engine.refused(points)
        grades = possible_grades(card, second, passes, applies=applies, refused=refused)
        inference = Inference(
            question=computation.question,
            values=computation.values,
            counted=computation.counted,
            first=first,
            second=second,
            gates={gate.id: answers[gate.id] for gate in card.gates},
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
        return decision

    def _judged(self, first: Outcomes) -> Judged | None:
        """Join the answers of the rules that give a verdict, each found once for the ways in which it comes out."""
        verdicts = self._engine.plan.scorecard.verdicts
        return None if verdicts is None else judged(verdicts, tuple(one.answer(first) for one in self._rules))

    def _count(self, name: str, each: Sequence[Values]) -> list[dict[str, Outcome]]:
        return self._engine.records[name].agreed_each(each)

    def _add_answers(self, values: Values, first: Outcomes, points: Score) -> None:
        """Put what the second pass asks of the first among the values."""
        if isinstance(values.extents, LazyExtents):
            values.extents.add_points(points.earned)
        values.answers.update((gate.id, gate_outcome(gate.id, first)) for gate in self._engine.plan.scorecard.gates)
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
        self._letters = taking(one.id for one in plan.first.rules if one.id.startswith(f"verdict:{rule.id}:"))
        self._kept: dict[tuple[str, ...], RuleAnswer] = {}

    def answer(self, first: Outcomes) -> RuleAnswer:
        """Give the answer for what the first pass concluded."""
        letters = self._letters(first.letters)
        found = self._kept.get(letters)
        if found is None:
            found = answer(self._rule, first)
            if len(self._kept) < KEPT:
                self._kept[letters] = found
        return found
