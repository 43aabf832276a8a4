"""How does a record become the protobuf message that clients read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.answering.mapping.inputs import write_evidence, write_fact, write_value
from service.base.instants import to_timestamp
from touchstone.v1 import evaluation_pb2, fact_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.record import (
        Bounds,
        Conclusion,
        CriterionResult,
        EvaluatedFact,
        Figure,
        Finding,
        GradeResult,
        MissingValue,
        NamedFigure,
        OpenFact,
        Reason,
        Record,
        RecordFigures,
        RuleResult,
        SectionResult,
        StageResult,
        Standing,
        TableUse,
    )
    from rules.contracts.written import Head
    from rules.model.scorecard import Basis, Scorecard


def write_summary(
    head: Head | Record,
    conclusion: Conclusion,
    standing: Standing,
    track: Mapping[str, str],
    scorecard: Scorecard | None,
) -> evaluation_pb2.EvaluationRecord:
    """Write what was concluded; what is not assessed comes from the scorecard version, absent if that is gone."""
    return evaluation_pb2.EvaluationRecord(
        schema=head.schema_number,
        semantics=head.semantics,
        subject=head.subject,
        scorecard_version=head.scorecard_version,
        rule_digest=head.rule_digest,
        settings=head.settings,
        as_of_date=head.as_of_date,
        known_time=to_timestamp(head.known_time),
        trail_digest=head.trail_digest,
        conclusion=write_conclusion(conclusion),
        standing=evaluation_pb2.Standing(
            certainty=f"CERTAINTY_{standing.certainty.upper()}",
            weakest_basis_ids=standing.weakest_bases,
            weakest_tables=standing.weakest_tables,
            not_assessed=[types_pb2.Words(texts=words) for words in scorecard.card.not_assessed] if scorecard else (),
        ),
        track=track,
    )


def write_record(record: Record, scorecard: Scorecard | None) -> evaluation_pb2.EvaluationRecord:
    """Write a record; its bases and what is not assessed come from the scorecard version, absent if that is gone."""
    message = write_summary(record, record.conclusion, record.standing, record.track, scorecard)
    if record.declared_conclusion is not None:
        message.declared_conclusion.CopyFrom(write_conclusion(record.declared_conclusion))
    for alternative in record.setting_alternatives:
        message.setting_alternatives.add(
            settings=alternative.settings, conclusion=write_conclusion(alternative.conclusion)
        )
    message.criterion_results.extend(write_criterion(result) for result in record.criteria)
    message.rule_results.extend(_rule(result) for result in record.rules)
    message.section_results.extend(_section(result) for result in record.sections)
    message.results.extend(_named_figure(result) for result in record.results)
    message.record_results.extend(_record_figures(of) for of in record.record_results)
    message.reasons.extend(_reason(reason) for reason in record.reasons)
    message.findings.extend(_finding(finding) for finding in record.findings)
    message.open_facts.extend(_open_fact(fact) for fact in record.open_facts)
    message.facts.extend(_evaluated_fact(fact) for fact in record.facts)
    message.evidence.extend(write_evidence(item) for item in record.evidence)
    message.tables.extend(write_table(use) for use in record.tables)
    message.missing_values.extend(write_missing(value) for value in record.missing_values)
    if scorecard is not None:
        message.bases.extend(write_basis(basis) for basis in _referred(record, scorecard))
    return message


def write_table(use: TableUse) -> evaluation_pb2.TableUse:
    """Write a reference table as it was used."""
    return evaluation_pb2.TableUse(
        table_id=use.id,
        name=use.name,
        edition=use.edition,
        digest=use.digest,
        certainty=f"CERTAINTY_{use.certainty.upper()}",
    )


def write_missing(value: MissingValue) -> evaluation_pb2.MissingValue:
    """Write what no reference table gives."""
    return evaluation_pb2.MissingValue(
        quantity_id=value.quantity,
        record_key=value.record,
        table_id=value.table,
        keys={key.column: key.word for key in value.keys},
        reason=f"REASON_{value.reason.name}",
    )


def _bounds(bounds: Bounds | None) -> types_pb2.Interval | None:
    if bounds is None:
        return None
    return types_pb2.Interval(
        low=bounds.low or "", low_open=bounds.low_open, high=bounds.high or "", high_open=bounds.high_open
    )


def write_figure(figure: Figure | None) -> types_pb2.Figure | None:
    """Write a figure, if there is one."""
    if figure is None:
        return None
    return types_pb2.Figure(unit=figure.unit, exact=_bounds(figure.exact), rounded=_bounds(figure.rounded))


def write_conclusion(conclusion: Conclusion) -> evaluation_pb2.Conclusion:
    """Write a conclusion."""
    return evaluation_pb2.Conclusion(
        kind=f"KIND_{conclusion.kind.name}",
        grade=conclusion.grade or "",
        grades=[_grade(grade) for grade in conclusion.grades],
        score=write_figure(conclusion.score),
        stage=conclusion.stage or "",
        stages=[_stage(stage) for stage in conclusion.stages],
        verdict=None if conclusion.verdict is None else f"VERDICT_{conclusion.verdict.name}",
        verdicts=[f"VERDICT_{verdict.name}" for verdict in conclusion.verdicts],
        deciding_rule_ids=conclusion.deciding_rules,
    )


def _stage(stage: StageResult) -> evaluation_pb2.StageResult:
    return evaluation_pb2.StageResult(
        stage=stage.stage,
        possibility=f"POSSIBILITY_{stage.possibility.name}",
        maximum_points=stage.maximum_points,
        witness=_witness(stage.witness),
        witness_settings=stage.witness_settings,
    )


def _rule(result: RuleResult) -> evaluation_pb2.RuleResult:
    return evaluation_pb2.RuleResult(
        rule_id=result.id,
        outcome=f"OUTCOME_{result.outcome.name}",
        in_force=f"OUTCOME_{result.in_force.name}",
        coming=result.coming,
        verdict=f"VERDICT_{result.verdict.name}",
        severity=f"SEVERITY_{result.severity.upper()}",
        fact_ids=result.facts,
        open_fact_ids=result.open_facts,
        evidence_ids=result.evidence,
        basis_ids=result.bases,
    )


def _grade(grade: GradeResult) -> evaluation_pb2.GradeResult:
    return evaluation_pb2.GradeResult(
        grade=grade.grade,
        possibility=f"POSSIBILITY_{grade.possibility.name}",
        witness=_witness(grade.witness),
        witness_settings=grade.witness_settings,
    )


def _witness(witness: Mapping[str, DeclaredValue]) -> Iterable[fact_pb2.Fact]:
    return [fact_pb2.Fact(fact_id=id, value=write_value(witness[id])) for id in sorted(witness)]


def write_criterion(result: CriterionResult) -> evaluation_pb2.CriterionResult:
    """Write the answer to one criterion."""
    return evaluation_pb2.CriterionResult(
        criterion_id=result.id,
        kind=f"KIND_{result.kind.upper()}",
        outcome=f"OUTCOME_{result.outcome.name}",
        points=_bounds(result.points),
        maximum_points=result.maximum_points or "",
        reason_codes=result.reason_codes,
        fact_ids=result.facts,
        evidence_ids=result.evidence,
        basis_ids=result.bases,
    )


def _section(result: SectionResult) -> evaluation_pb2.SectionResult:
    return evaluation_pb2.SectionResult(
        section_id=result.id, score=write_figure(result.score), maximum_points=result.maximum_points
    )


def _named_figure(result: NamedFigure) -> evaluation_pb2.NamedFigure:
    return evaluation_pb2.NamedFigure(result_id=result.id, figure=write_figure(result.figure), basis_ids=result.bases)


def _record_figures(of: RecordFigures) -> evaluation_pb2.RecordFigures:
    return evaluation_pb2.RecordFigures(
        list_id=of.list, record_key=of.key, figures=[_named_figure(figure) for figure in of.figures]
    )


def _reason(reason: Reason) -> evaluation_pb2.Reason:
    return evaluation_pb2.Reason(
        code=reason.code,
        criterion_id=reason.criterion,
        points_lost=_bounds(reason.points_lost),
        band=reason.band,
        next_band=reason.next_band,
        measured_id=reason.measured,
        distance=write_figure(reason.distance),
    )


def _finding(finding: Finding) -> evaluation_pb2.Finding:
    days = finding.close_within_days
    return evaluation_pb2.Finding(
        finding_id=finding.id,
        severity=f"SEVERITY_{finding.severity.upper()}",
        close_within="" if days is None else f"P{days}D",
        outcome=f"OUTCOME_{finding.outcome.name}",
        basis_ids=finding.bases,
    )


def _open_fact(fact: OpenFact) -> fact_pb2.OpenFact:
    return fact_pb2.OpenFact(
        fact_id=fact.id, unknown_reason=f"UNKNOWN_REASON_{fact.reason.name}", criterion_ids=fact.criteria
    )


def _evaluated_fact(fact: EvaluatedFact) -> fact_pb2.EvaluatedFact:
    declared = write_fact(fact.declared)
    if fact.unknown is not None:
        return fact_pb2.EvaluatedFact(fact=declared, unknown_reason=f"UNKNOWN_REASON_{fact.unknown.name}")
    return fact_pb2.EvaluatedFact(fact=declared, used_value=write_value(fact.used) if fact.used else None)


def write_basis(basis: Basis) -> types_pb2.Basis:
    """Write one basis."""
    return types_pb2.Basis(
        basis_id=basis.id,
        instrument=basis.instrument,
        clause=basis.clause,
        certainty=f"CERTAINTY_{basis.certainty.name}",
    )


def _referred(record: Record, scorecard: Scorecard) -> Iterable[Basis]:
    ids = set(record.standing.weakest_bases)
    ids.update(*(result.bases for result in record.criteria))
    ids.update(*(result.bases for result in record.results))
    ids.update(*(figure.bases for of in record.record_results for figure in of.figures))
    ids.update(*(finding.bases for finding in record.findings))
    ids.update(*(rule.bases for rule in record.rules))
    return (basis for basis in scorecard.bases if basis.id in ids)
