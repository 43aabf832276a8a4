"""Inference engine with two evaluators that must agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, partial
from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, NumberExtent, records_of
from rules.contracts.intervals import Interval, point_interval, total_of
from rules.contracts.numbers import round_to
from rules.contracts.outcomes import NO_GRADE, Outcome
from rules.engine.both_evaluators import DualEvaluator, require_agreement
from rules.engine.cancellation import CancellationScope
from rules.engine.compute import Computation
from rules.engine.dependencies import Dependencies
from rules.engine.earned_points import points_extent
from rules.engine.grades import (
    add_row_outcomes,
    applicability,
    conclusion_kind,
    every_stage,
    gate_outcome,
    gate_passes,
    possible_grades,
    rows_with_exceptions,
)
from rules.engine.incremental_inference import ChangedNames
from rules.engine.inference import Inference, InferenceQuestion
from rules.engine.lazy_extents import LazyExtents, copy_of, names_unlike
from rules.engine.lookups import TableLibraryCache
from rules.engine.open_facts import open_criteria_by_name
from rules.engine.plan import Plan, RecordScope, make_plan
from rules.engine.read_subject import SubjectReader
from rules.engine.score import PreviousScore, Score, ScoreCalculator
from rules.engine.threshold_codes import codings
from rules.engine.verdicts import VerdictEvaluator, add_governing_days
from rules.model.digest import canonical_order
from rules.model.expressions import AS_OF, STAGE, TOTAL_SCORE
from rules.model.lookups import tables_in_force
from rules.model.scorecard import NotApplicablePolicy, Scorecard
from rules.model.symbol_table import decode_section_total, section_names
from rules.program.lowering import LoweringNames, lower_clause
from rules.program.nodes import AtomicTest, Measure, NamedNumber, names_of
from rules.program.value_environment import Values

if TYPE_CHECKING:
    from datetime import date

    from rules.engine.earned_points import EarnedPoints
    from rules.engine.threshold_codes import Coding, Run
    from rules.model.expressions import Clause
    from rules.model.lookups import TableSource
    from rules.model.tables import Table


@dataclass(frozen=True, slots=True)
class _EvaluatorMode:
    conclude: Callable[[DualEvaluator, Values, ChangedNames, Mapping[str, Outcome]], dict[str, Outcome]]
    conclude_each: Callable[[DualEvaluator, Sequence[Values]], list[dict[str, Outcome]]]


_BOTH = _EvaluatorMode(DualEvaluator.conclude_both, DualEvaluator.conclude_both_each)
_ORACLE = _EvaluatorMode(DualEvaluator.conclude_oracle, DualEvaluator.conclude_oracle_each)


class InferenceEngine:
    """A compiled scorecard that answers only if both evaluators agree."""

    def __init__(
        self,
        scorecard: Scorecard,
        tables: TableSource | None = None,
        *,
        oracle_only: bool = False,
        reuse_plan: Plan | None = None,
    ) -> None:
        """Plan the scorecard and reuse the equal parts of `reuse_plan`.

        Raises:
            PlanError: If the scorecard cannot be planned.
        """
        self.plan: Plan = make_plan(canonical_order(scorecard), reuse_plan)
        self.tables = tables
        self.libraries = TableLibraryCache(self.plan.giving_words)
        self.dependencies = Dependencies(self.plan.scorecard)
        networks = (
            self.plan.first_network,
            self.plan.second_network,
            *(scope.network for scope in self.plan.records.values()),
        )
        self._section_names = section_names(self.plan.scorecard)
        self._rows_with_exceptions = rows_with_exceptions(self.plan.scorecard.ladder)
        self._measures = {measure: measure for network in networks for measure in network.measures}
        self._atoms: dict[tuple[int, int], tuple[AtomicTest, ...]] = {}
        evaluators = partial(DualEvaluator, explores_only=oracle_only)
        self.first_evaluator, self.second_evaluator = (
            evaluators(self.plan.first_network),
            evaluators(self.plan.second_network),
        )
        self.records = {name: evaluators(scope.network) for name, scope in self.plan.records.items()}
        self.score_calculator = ScoreCalculator(self.plan)
        self.verdict_evaluator = VerdictEvaluator(
            self.plan.scorecard, (rule.id for rule in self.plan.first_network.rules)
        )
        self.cancellation = CancellationScope()

    def tables_at(self, as_of: date, known: date) -> dict[str, Table]:
        """Return the reference tables for a civil date, as known on a day.

        Raises:
            VersionError: If a required edition does not exist.
        """
        return tables_in_force(self.plan.scorecard.tables or (), self.tables, as_of=as_of, known=known)

    def atoms_of(self, clause: Clause, names: LoweringNames) -> tuple[AtomicTest, ...]:
        """Lower a clause once. Clauses and names live as long as the plan, so the cache uses their ids."""
        key = (id(clause), id(names))
        if key not in self._atoms:
            # Reuse the measure objects of the networks: identical objects are found faster than equal objects.
            atoms = lower_clause(clause, names)
            self._atoms[key] = tuple(replace(atom, measure=self._intern_measure(atom.measure)) for atom in atoms)
        return self._atoms[key]

    def _intern_measure(self, measure: Measure) -> Measure:
        return self._measures.setdefault(measure, measure)

    @cached_property
    def subject_reader(self) -> SubjectReader:
        return SubjectReader(self.plan.scorecard)

    @cached_property
    def every_stage(self) -> tuple[str, ...]:
        return every_stage(self.plan.scorecard)

    @cached_property
    def every_grade(self) -> tuple[str, ...]:
        ladder = self.plan.scorecard.ladder
        return (*(grade.id for grade in ladder.grades), NO_GRADE) if ladder else ()

    def compile(self) -> None:
        """Build all networks now.

        Raises:
            PlanError: If the scorecard exceeds the engine limits.
        """
        for network in (self.first_evaluator, self.second_evaluator, *self.records.values()):
            network.compile()

    def close(self) -> None:
        for network in (self.first_evaluator, self.second_evaluator, *self.records.values()):
            network.close()

    def infer(self, question: InferenceQuestion, previous: Inference | None = None) -> Inference:
        """Conclude a question. Unaffected results are reused from `previous`, an agreed inference.

        Raises:
            EngineDisagreement: If the evaluators differ. The message names the rules, never a value.
        """
        return self._infer(question, _BOTH, previous)

    def explore(self, question: InferenceQuestion, previous: Inference | None = None) -> Inference:
        """Conclude with the oracle alone, for exploration. Never use the result as an answer."""
        return self._infer(question, _ORACLE, previous)

    def confirm(self, explored: Sequence[Inference], agreed: Inference) -> None:
        changed = [(inference.values, _changed_names(inference, agreed)) for inference in explored]
        first = self.first_evaluator.conclude_changes(changed, agreed.first_pass)
        second = self.second_evaluator.conclude_changes(changed, agreed.second_pass)
        for inference, before_points, after_points in zip(explored, first, second, strict=True):
            require_agreement(before_points, inference.first_pass)
            add_row_outcomes(self._rows_with_exceptions, after_points)
            require_agreement(after_points, inference.second_pass)
        for name, evaluator in self.records.items():
            scope = self.plan.records[name]
            evaluator.confirm_each([pair for each in explored for pair in _newly_counted(each, agreed, name, scope)])

    def open_leaves(self, inference: Inference) -> dict[str, tuple[str, ...]]:
        return open_criteria_by_name(self.plan, self.dependencies, inference)

    def _infer(self, question: InferenceQuestion, mode: _EvaluatorMode, previous: Inference | None) -> Inference:
        self.cancellation.go_on()
        plan, scorecard = self.plan, self.plan.scorecard
        values, changes = _initial_values(plan, question, previous)
        library = self.libraries.of(question.tables)
        computed = Computation(
            plan, library, question, values, changes, partial(self._count, mode), self.cancellation.go_on
        )
        computed.run()
        for scoring in plan.scoring.values():
            scoring.add_figures(values, changes)
        add_governing_days(scorecard, values, changes)
        first = mode.conclude(self.first_evaluator, values, changes, previous.first_pass if previous else {})
        affected = self.dependencies.readers(changes.names)
        points = self.score_calculator.score(
            values, first, question.stages, PreviousScore(previous.score, affected) if previous else None
        )
        gate_ids = [gate.id for gate in scorecard.gates if previous is None or gate.id in affected]
        gates = (previous.gates if previous else {}) | {gate: gate_outcome(gate, first) for gate in gate_ids}
        passes = (previous.passes if previous else {}) | {
            gate: gate_passes(gates[gate], first[f"{gate}:requires"]) for gate in gate_ids
        }
        for gate in gate_ids:
            changes.set_outcome(values, gate, gates[gate])
        total = self._second_pass_values(
            values, changes, points, previous.score.earned if previous else {}, question.supposed_numbers
        )
        second = mode.conclude(self.second_evaluator, values, changes, previous.second_pass if previous else {})
        add_row_outcomes(self._rows_with_exceptions, second)
        applies = applicability(first)
        refused = self.refused(points)
        grades = possible_grades(plan.grade, second, passes, applies=applies, refused=refused)
        return Inference(
            question=question,
            values=values,
            counted_records=computed.counted_records,
            first_pass=first,
            second_pass=second,
            gates=gates,
            passes=passes,
            applies=applies,
            score=points,
            total=total,
            grades=grades,
            kind=conclusion_kind(scorecard, applies, passes, grades, refused=refused),
            stages=tuple(points.stages),
            verdict_result=self.verdict_evaluator.judge(first, question.verdicts),
            lookups=computed.lookups,
            record_groups=computed.record_groups,
        )

    def _count(self, mode: _EvaluatorMode, name: str, each: Sequence[Values]) -> list[dict[str, Outcome]]:
        return mode.conclude_each(self.records[name], each)

    def _second_pass_values(
        self,
        values: Values,
        changes: ChangedNames,
        points: Score,
        before: Mapping[str, EarnedPoints],
        supposed: Mapping[str, Fraction],
    ) -> Interval:
        if changes.previous is None and isinstance(values.extents, LazyExtents):
            values.extents.add_points(points.earned)
            values.answers.update(
                {
                    name: ANSWERS_BY_APPLICABILITY[indicator_points.applies]
                    for name, indicator_points in points.earned.items()
                }
            )
        else:
            for name, earned in points.earned.items():
                if before.get(name) is not earned:
                    changes.set_extent(values, name, points_extent(earned))
                    changes.set_outcome(values, name, ANSWERS_BY_APPLICABILITY[earned.applies])
        for name, extent in self.section_points(points).items():
            changes.set_extent(values, name, extent)
        total = point_interval(supposed[TOTAL_SCORE]) if TOTAL_SCORE in supposed else points.total
        changes.set_extent(values, TOTAL_SCORE, self.total_extent(total))
        if points.stages:
            changes.set_extent(values, STAGE, ChoiceExtent(frozenset(points.stages)))
        return total

    def section_points(self, points: Score) -> dict[str, NumberExtent]:
        return {
            name: NumberExtent(total_of(points.sections[section].points for section in decode_section_total(name)))
            for name in self._section_names
        }

    def total_extent(self, total: Interval) -> NumberExtent:
        card = self.plan.scorecard.card
        if not card.compare_rounded:
            return NumberExtent(total)
        places, mode = card.rounding.places, card.rounding.mode
        return NumberExtent(
            Interval(
                None if total.low is None else round_to(total.low, places, mode),
                None if total.high is None else round_to(total.high, places, mode),
            )
        )

    def codes_of_points(self, points: Score) -> list[Run] | None:
        if self._point_codings is None:
            return None
        compared = {TOTAL_SCORE: self.total_extent(points.total), **self.section_points(points)}
        return [coding.encode(compared[name].interval) for name, coding in self._point_codings]

    @cached_property
    def _point_codings(self) -> list[tuple[str, Coding]] | None:
        by_measure = codings(atom for rule in self.plan.second_network.rules for atom in rule.atoms)
        names = {TOTAL_SCORE, *self._section_names}
        read = [(measure, coding) for measure, coding in by_measure.items() if not names.isdisjoint(names_of(measure))]
        alone = [(measure.name, coding) for measure, coding in read if isinstance(measure, NamedNumber)]
        return alone if len(alone) == len(read) else None

    def refused(self, points: Score) -> Outcome:
        if self.plan.scorecard.card.not_applicable is not NotApplicablePolicy.REFUSE:
            return Outcome.NOT_MET
        applies = [earned.is_present_where_required for earned in points.earned.values()]
        if Outcome.NOT_MET in applies:
            return Outcome.MET
        return Outcome.UNDETERMINED if Outcome.UNDETERMINED in applies else Outcome.NOT_MET

    @staticmethod
    def indicator_outcome(indicator: str, inference: Inference) -> Outcome:
        earned = inference.score.earned[indicator]
        if earned.applies is Outcome.MET:
            return earned.at_maximum
        return Outcome.NOT_APPLICABLE if earned.applies is Outcome.NOT_MET else Outcome.UNDETERMINED


ANSWERS_BY_APPLICABILITY = {
    Outcome.MET: Outcome.MET,
    Outcome.NOT_MET: Outcome.NOT_APPLICABLE,
    Outcome.UNDETERMINED: Outcome.UNDETERMINED,
}
"""The outcome of an indicator as rules read it, by its applicability."""


def _changed_names(inference: Inference, agreed: Inference) -> ChangedNames:
    extents, answers = inference.values.extents, agreed.values.answers
    unlike = [name for name, outcome in inference.values.answers.items() if answers.get(name) is not outcome]
    return ChangedNames(agreed, {*names_unlike(extents, agreed.values.extents), *unlike})


def _newly_counted(
    inference: Inference, agreed: Inference, name: str, scope: RecordScope
) -> list[tuple[Values, dict[str, Outcome]]]:
    before, now = agreed.counted_records[name], inference.counted_records[name]
    records = () if now is before else records_of(inference.values.extents[name])
    new = {id(now[record.key]): record for record in records if before.get(record.key) is not now[record.key]}
    return [(scope.values_of_record(record, inference.values), now[record.key]) for record in new.values()]


def _initial_values(plan: Plan, question: InferenceQuestion, previous: Inference | None) -> tuple[Values, ChangedNames]:
    changes, facts = ChangedNames(previous), question.facts
    before = None
    if previous is None:
        values = Values(copy_of(facts), plan.names.units)
        if isinstance(facts, LazyExtents):
            values.known.update(facts.plain)
    else:
        values = Values(copy_of(previous.values.extents), plan.names.units, dict(previous.values.answers))
        before = previous.question
        for name in names_unlike(facts, before.facts):
            values.extents[name] = facts[name]
            changes.names.add(name)
    for setting in plan.scorecard.settings:
        choice = question.settings.get(setting.id)
        if before is None or before.settings.get(setting.id) != choice:
            possible = {choice} if choice is not None else {item.id for item in setting.choices}
            changes.set_extent(values, setting.id, ChoiceExtent(frozenset(possible)))
    if before is None or before.as_of != question.as_of:
        changes.set_extent(values, AS_OF, NumberExtent(point_interval(Fraction(question.as_of.toordinal()))))
    return values, changes
