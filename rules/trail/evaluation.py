"""Evaluator of a scorecard version: evaluation of subjects to records, the parts of a record, and verified reading."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import ChoiceExtent, NumberExtent, RecordsExtent
from rules.contracts.intervals import UNBOUNDED
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.contracts.record import (
    RECORD_SCHEMA,
    SEMANTICS,
    CriterionResult,
    EvaluatedFact,
    Finding,
    NamedFigure,
    Reason,
    Record,
    RecordFigures,
    SectionResult,
)
from rules.contracts.record_bytes import RECORD_FORMS, WrittenRecord
from rules.engine.decide import decide, leaves_one_answer
from rules.engine.grades import NO_STAGE
from rules.engine.inference import is_known
from rules.engine.inference_engine import InferenceEngine
from rules.model.expressions import STAGE, TOTAL_SCORE
from rules.model.record_results import record_results
from rules.trail.card_context import CardContext
from rules.trail.commitments import commitments, merkle_root
from rules.trail.conclusions import (
    conclusion,
    has_fixed_bases,
    open_facts,
    rule_results,
    score_figure,
    setting_alternatives,
    weakest_certainty,
)
from rules.trail.deserialization import replay_evaluation, require_same_steps
from rules.trail.evaluation_result import CompletedEvaluation, InputCanonicalizer
from rules.trail.fact_origins import difference_findings
from rules.trail.question import read_question
from rules.trail.reason_codes import ReasonFinder
from rules.trail.record_figures import bounds, rounded_figure
from rules.trail.tables import missing_values, tables_used, with_table_certainty
from rules.trail.trail_traversal import StepRecorder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.extents import Extent
    from rules.contracts.inputs import Subject
    from rules.contracts.intervals import Interval
    from rules.contracts.outcomes import ConclusionKind
    from rules.contracts.record import Conclusion, ConclusionCertainty, RecordedStep
    from rules.contracts.record_bytes import RecordHead
    from rules.engine.decide import Decision
    from rules.engine.inference import Inference
    from rules.engine.read_subject import SubjectReading
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Gate, Indicator, RecordResult, Result, Scorecard
    from rules.model.tables import Table

_MAX_CACHED = 1_024
_SHARED_RULE_PREFIXES = ("stage", "maturity")
_ConclusionKey = tuple["ConclusionKind", tuple[str, ...], tuple[str, ...], object]
_CertaintyKey = tuple["ConclusionKind", tuple[str, ...], tuple["Outcome", ...]]


class RecordBuilder:
    """Builder of the records of one scorecard."""

    def __init__(self, prepared: CardContext, scorecard: Scorecard) -> None:
        engine = prepared.engine
        self.prepared = prepared
        self._engine = engine
        self.scorecard = scorecard
        self._scorecard = engine.plan.scorecard
        self._reasons = ReasonFinder(engine)
        self._results_by_list: dict[str, list[RecordResult]] = {}
        for result in record_results(scorecard):
            self._results_by_list.setdefault(result.list, []).append(result)
        known = {fact.id for fact in self._scorecard.facts}
        criteria: tuple[Gate | Indicator, ...] = (*self._scorecard.gates, *self._scorecard.indicators)
        self._facts = {
            criterion.id: tuple(name for name in engine.dependencies.of((criterion.id,)) if name in known)
            for criterion in criteria
        }

    def record(self, evaluated: CompletedEvaluation, head: RecordHead, steps: tuple[RecordedStep, ...]) -> Record:
        inference, reading = evaluated.inference, evaluated.fact_reading
        reasons = tuple(map(Reason.model_validate, self._reasons.of(inference, reading.unknown)))
        return Record(
            schema_number=head.schema_number,
            semantics=head.semantics,
            subject=head.subject,
            scorecard_version=head.scorecard_version,
            rule_digest=head.rule_digest,
            settings=head.settings,
            as_of_date=head.as_of_date,
            known_time=head.known_time,
            conclusion=evaluated.conclusion,
            declared_conclusion=evaluated.declared_conclusion,
            setting_alternatives=evaluated.setting_alternatives,
            standing=evaluated.standing,
            criteria=tuple(self._criteria(evaluated, reasons)),
            rules=rule_results(self._engine, inference, reading),
            sections=self._sections(inference),
            tables=head.tables,
            missing_values=missing_values(self._scorecard, inference),
            track=dict(evaluated.track),
            results=self._results(inference),
            record_results=tuple(self._record_results(inference)),
            reasons=reasons,
            findings=(*self._findings(inference), *difference_findings(self._scorecard, evaluated.subject)),
            open_facts=evaluated.open_facts,
            facts=tuple(
                EvaluatedFact(declared=fact.declared, used=fact.used, unknown=fact.unknown) for fact in evaluated.facts
            ),
            evidence=evaluated.evidence,
            steps=steps,
            trail_digest=head.trail_digest,
        )

    def _criteria(self, evaluated: CompletedEvaluation, reasons: tuple[Reason, ...]) -> Iterator[CriterionResult]:
        codes: dict[str, list[str]] = {}
        for reason in reasons:
            codes.setdefault(reason.criterion, []).append(reason.code)
        evidence = {name: value.evidence for name, value in evaluated.fact_reading.used.items() if value.evidence}
        for gate in self._scorecard.gates:
            yield self._criterion(gate, evaluated.inference, codes, evidence)
        for indicator in self._scorecard.indicators:
            yield self._criterion(indicator, evaluated.inference, codes, evidence)

    def _criterion(
        self,
        criterion: Gate | Indicator,
        inference: Inference,
        codes: Mapping[str, list[str]],
        evidence: Mapping[str, tuple[str, ...]],
    ) -> CriterionResult:
        name = criterion.id
        facts, earned = self._facts[name], inference.score.earned.get(name)
        outcome = inference.gates[name] if earned is None else self._engine.indicator_outcome(name, inference)
        return CriterionResult(
            id=name,
            kind="gate" if earned is None else "indicator",
            outcome=outcome,
            points=None if earned is None else bounds(earned.awarded),
            maximum_points=None if earned is None else format_exact(earned.maximum),
            reason_codes=tuple(codes.get(name, ())),
            facts=facts,
            evidence=tuple(sorted({item for fact in facts for item in evidence.get(fact, ())})),
            bases=criterion.basis,
        )

    def _sections(self, inference: Inference) -> tuple[SectionResult, ...]:
        rounding = self._scorecard.card.rounding
        return tuple(
            SectionResult(
                id=name,
                score=rounded_figure(scored.points, "point", rounding),
                maximum_points=format_exact(scored.maximum),
            )
            for name, scored in inference.score.sections.items()
        )

    def _results(self, inference: Inference) -> tuple[NamedFigure, ...]:
        extents = inference.values.extents
        return tuple(
            self._result_figure(result, inference.total)
            if result.name == TOTAL_SCORE
            else self._figure(result, extents[result.name])
            for result in self._scorecard.results
        )

    def _record_results(self, inference: Inference) -> Iterator[RecordFigures]:
        for name, results in self._results_by_list.items():
            extent = inference.values.extents[name]
            for record in (extent.records or ()) if isinstance(extent, RecordsExtent) else ():
                figures = tuple(self._figure(result, record.fields[result.name]) for result in results)
                yield RecordFigures(list=name, key=record.key, figures=figures)

    def _figure(self, result: Result, extent: Extent) -> NamedFigure:
        return self._result_figure(result, extent.interval if isinstance(extent, NumberExtent) else UNBOUNDED)

    def _result_figure(self, result: Result, interval: Interval) -> NamedFigure:
        unit = self._engine.plan.names.units[result.name]
        return NamedFigure(id=result.id, figure=rounded_figure(interval, unit, result.rounding), bases=result.basis)

    def _findings(self, inference: Inference) -> tuple[Finding, ...]:
        outcomes = [(rule, inference.second_pass[f"finding:{rule.id}"]) for rule in self._scorecard.findings]
        return tuple(
            Finding(
                id=rule.id,
                severity=rule.severity.value,
                outcome=outcome,
                close_within_days=rule.close_within_days,
                bases=rule.basis,
            )
            for rule, outcome in outcomes
            if outcome in (Outcome.MET, Outcome.UNDETERMINED)
        )


def _track_of(scorecard: Scorecard, decision: Decision) -> dict[str, str]:
    track: dict[str, str] = {}
    for name in scorecard.tracks.by if scorecard.tracks else ():
        value = decision.stage if name == STAGE else _value(decision, name)
        if value is not None and not (name == STAGE and value == NO_STAGE):
            track[name] = value
    return track


def _value(decision: Decision, name: str) -> str | None:
    extent = decision.inference.values.extents[name]
    if not isinstance(extent, ChoiceExtent) or extent.others or len(extent.possible) != 1:
        return None
    return min(extent.possible)


class ConclusionWriter:
    """Writer of conclusions and their certainty, with caches for subjects with one answer or without unknowns."""

    def __init__(self, engine: InferenceEngine) -> None:
        self._engine = engine
        card, rules = engine.plan.scorecard, engine.plan.first_network.rules
        self._shared = [rule.id for rule in rules if rule.id.partition(":")[0] in _SHARED_RULE_PREFIXES]
        self._caches_certainty = card.verdicts is None and all(map(has_fixed_bases, card.quantities))
        self._conclusions: dict[_ConclusionKey, Conclusion] = {}
        self._certainties: dict[_CertaintyKey, ConclusionCertainty] = {}

    def parts(self, reading: SubjectReading, decision: Decision) -> ConclusionParts:
        declared = _declared(self._engine, reading, decision)
        return ConclusionParts(
            self._conclusion(decision),
            self._certainty(decision),
            None if declared is None else self._conclusion(declared),
        )

    def _conclusion(self, decision: Decision) -> Conclusion:
        inference, verdict_result = decision.inference, decision.verdict_result
        if not leaves_one_answer(inference) or decision.alternatives:
            return conclusion(self._engine, inference.question, decision)
        verdict_key = verdict_result and (verdict_result.possible, verdict_result.verdict, verdict_result.deciding)
        conclusion_key = decision.kind, inference.grades, inference.stages, verdict_key
        cached = self._conclusions.get(conclusion_key)
        if cached is None:
            cached = conclusion(self._engine, inference.question, decision)
            if len(self._conclusions) < _MAX_CACHED:
                self._conclusions[conclusion_key] = cached
        return cached.model_copy(update={"score": score_figure(self._engine.plan.scorecard, inference.total)})

    def _certainty(self, decision: Decision) -> ConclusionCertainty:
        inference = decision.inference
        if not (self._caches_certainty and is_known(inference)) or decision.alternatives:
            return _certainty_of_decision(self._engine, decision)
        shared = [inference.first_pass[rule] for rule in self._shared]
        outcomes = (*inference.gates.values(), *shared, *inference.second_pass.values())
        certainty_key = decision.kind, inference.grades, outcomes
        certainty = self._certainties.get(certainty_key)
        if certainty is None:
            certainty = _certainty_of_decision(self._engine, decision)
            if len(self._certainties) < _MAX_CACHED:
                self._certainties[certainty_key] = certainty
        return certainty


def _certainty_of_decision(engine: InferenceEngine, decision: Decision) -> ConclusionCertainty:
    return with_table_certainty(weakest_certainty(engine.plan, decision), decision.inference)


class ConclusionParts(NamedTuple):
    """Conclusion and certainty from the verified values; `declared` is None if the declared values are equal."""

    conclusion: Conclusion
    standing: ConclusionCertainty
    declared: Conclusion | None


def _declared(engine: InferenceEngine, reading: SubjectReading, decision: Decision) -> Decision | None:
    if reading.declared is reading.verified or reading.declared.used == reading.verified.used:
        return None
    inference = decision.inference
    question = replace(inference.question, facts=reading.declared.extents, stages=None, verdicts=None)
    return decide(engine, question, previous=inference, decided_before=decision)


def _build_evaluation(  # noqa: PLR0913, PLR0917
    engine: InferenceEngine,
    inputs: InputCanonicalizer,
    subject: Subject,
    reading: SubjectReading,
    decision: Decision,
    closing: ConclusionParts,
) -> CompletedEvaluation:
    inference = decision.inference
    question = inference.question
    return CompletedEvaluation(
        inputs=inputs,
        subject=subject,
        settings={name: choice for name, choice in reading.settings.items() if choice is not None},
        evidence=tuple(sorted(subject.evidence, key=lambda item: item.id)),
        fact_reading=reading.verified,
        tables=question.tables,
        inference=inference,
        conclusion=closing.conclusion,
        declared_conclusion=closing.declared,
        setting_alternatives=setting_alternatives(engine, question, decision),
        standing=closing.standing,
        open_facts=open_facts(engine, decision, reading.verified),
        track=_track_of(engine.plan.scorecard, decision),
    )


@dataclass(frozen=True)
class LazyRecord:
    """Written record with text that is rendered on first access."""

    written_record: WrittenRecord
    evaluation: CompletedEvaluation = field(compare=False, repr=False)
    _record_builder: RecordBuilder = field(compare=False, repr=False)
    _step_recorder: StepRecorder = field(compare=False, repr=False)

    @property
    def content(self) -> bytes:
        return self.written_record.content

    @property
    def digest(self) -> str:
        return self.written_record.digest

    @property
    def wording_digest(self) -> str:
        return self._record_builder.prepared.wording_digest

    @property
    def scorecard(self) -> Scorecard:
        return self._record_builder.scorecard

    @cached_property
    def record(self) -> Record:
        steps = self._step_recorder.render_steps(self.evaluation, self.written_record.commitments)
        return self.without_steps.model_copy(update={"steps": steps})

    @cached_property
    def without_steps(self) -> Record:
        return self._record_builder.record(self.evaluation, self.written_record.head, ())


class Evaluator:
    """Evaluator of one scorecard version, compiled once; it also reads stored records."""

    def __init__(  # noqa: PLR0913
        self,
        scorecard: Scorecard,
        rule_digest: str,
        version_name: str,
        tables: TableSource | None = None,
        *,
        reads_only: bool = False,
        engine: InferenceEngine | None = None,
    ) -> None:
        """Build the plan and the networks; `reads_only` skips the networks, so no evaluation is possible.

        Raises:
            PlanError: If the scorecard exceeds a limit of the engine.
        """
        self.engine = engine or InferenceEngine(scorecard, tables, oracle_only=reads_only)
        self._scorecard = self.engine.plan.scorecard
        self._inputs = InputCanonicalizer(self._scorecard)
        prepared = CardContext(self.engine)
        self._record_builder = RecordBuilder(prepared, scorecard)
        self._step_recorder = StepRecorder(prepared)
        self._conclusion_writer = ConclusionWriter(self.engine)
        self._rule_digest = rule_digest
        self._version_name = version_name

    def close(self) -> None:
        self.engine.close()

    def evaluate(
        self,
        subject: Subject,
        record_key: bytes,
        tables: Mapping[str, Table] | None = None,
        *,
        form: int = RECORD_SCHEMA,
    ) -> LazyRecord:
        """Evaluate a subject and write the record; equal arguments produce equal bytes.

        `tables` defaults to the editions in force on the as-of date, as known at the known time. `form` is the record
        schema number.

        Raises:
            InputError: If facts, settings or evidence are invalid; lists all violations.
            EngineDisagreement: If the two evaluators differ.
            VersionError: If an edition of a reference table is missing.
        """
        reading, question = read_question(self.engine, subject, tables)
        decision = decide(self.engine, question)
        closing = self._conclusion_writer.parts(reading, decision)
        evaluated = _build_evaluation(self.engine, self._inputs, subject, reading, decision, closing)
        return self._recorded(evaluated, self._step_recorder.write_steps(evaluated), record_key, form)

    def read(self, written: WrittenRecord) -> LazyRecord:
        """Read a record of this version; the oracle must derive the same steps again.

        Search results, such as the possible grades, are copied from the record.

        Raises:
            TrailError: If the record belongs to another version or its steps do not follow from its inputs.
            VersionError: If a reference table of the record is missing.
        """
        evaluated = replay_evaluation(self.engine, self._inputs, written, self._version_name)
        require_same_steps(written, self._step_recorder.write_steps(evaluated))
        return LazyRecord(written, evaluated, self._record_builder, self._step_recorder)

    def _recorded(
        self, evaluated: CompletedEvaluation, steps: tuple[bytes, ...], record_key: bytes, form: int
    ) -> LazyRecord:
        leaves = commitments(record_key, steps)
        subject = evaluated.subject
        head = RECORD_FORMS[form].trusted(
            {
                "schema_number": form,
                "semantics": SEMANTICS,
                "scorecard_version": self._version_name,
                "rule_digest": self._rule_digest,
                "subject": subject.subject,
                "settings": dict(evaluated.settings),
                "as_of_date": subject.as_of,
                "known_time": subject.known,
                "tables": tables_used(evaluated.tables),
                "step_count": len(steps),
                "trail_digest": merkle_root(leaves).hex(),
            }
        )
        return LazyRecord(
            WrittenRecord(head, steps, tuple(leaves)), evaluated, self._record_builder, self._step_recorder
        )
