"""Record builder: criteria, sections, results, reasons and findings of one evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import NumberExtent, RecordsExtent
from rules.contracts.intervals import UNBOUNDED
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.contracts.record import (
    CriterionResult,
    EvaluatedFact,
    Finding,
    NamedFigure,
    Reason,
    Record,
    RecordFigures,
    SectionResult,
)
from rules.model.expressions import TOTAL_SCORE
from rules.model.record_results import record_results
from rules.trail.conclusions import rule_results
from rules.trail.fact_origins import difference_findings
from rules.trail.reason_codes import ReasonFinder
from rules.trail.record_figures import bounds, rounded_figure
from rules.trail.tables import missing_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.extents import Extent
    from rules.contracts.intervals import Interval
    from rules.contracts.record import RecordedStep
    from rules.contracts.record_bytes import RecordHead
    from rules.engine.inference import Inference
    from rules.model.scorecard import Gate, Indicator, RecordResult, Result, Scorecard
    from rules.trail.card_context import CardContext
    from rules.trail.evaluation_result import CompletedEvaluation


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
