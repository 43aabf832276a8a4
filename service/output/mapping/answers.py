"""Mapper of records, explanations and checks to messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import (
    LANGUAGES,
    Bounds,
    Conclusion,
    ConclusionCertainty,
    CriterionResult,
    DeclaredFact,
    EvaluatedFact,
    Figure,
    Finding,
    GradeResult,
    LookupKeyWord,
    MissingValue,
    NamedFigure,
    OpenFact,
    Outcome,
    Period,
    Reason,
    Record,
    RecordedStep,
    RecordFigures,
    RecordHead,
    RuleResult,
    SectionResult,
    SettingAlternative,
    StageResult,
    TableUse,
    in_language,
)
from rules.trail import MerkleTree, salts
from service.output.mapping.mapper import ConvertedField, Mapper, MessageMapping, UnmappedField, word_of
from service.output.mapping.requests import INPUTS
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, fact_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.api import Explanation, VerificationCheck
    from rules.contracts import DeclaredValue, WrittenRecord
    from rules.model import Basis, Scorecard
    from rules.trail import OpenAnswer
    from service.store.result_states import ResultStatus
    from service.store.tables import EvaluationRow
    from service.transparency.leaves import Erasure

    Telling = (
        evaluation_pb2.Evaluation
        | evaluation_service_pb2.ExplainEvaluationResponse
        | evaluation_service_pb2.SimulateEvaluationResponse
        | evaluation_service_pb2.VerifyEvaluationTrailResponse
        | evaluation_service_pb2.CountedResult
    )


def _declared_facts(values: Mapping[str, DeclaredValue]) -> list[DeclaredFact]:
    return [DeclaredFact.trusted({"id": id, "value": values[id]}) for id in sorted(values)]


def _iso_duration(count: int | None) -> str:
    return "" if count is None else f"P{count}D"


def _keys(keys: Iterable[LookupKeyWord]) -> dict[str, str]:
    return {key.column: key.word for key in keys}


def _parent(organization: str) -> str:
    return f"organizations/{organization}" if organization else ""


_WITNESSED = {
    "witness": ConvertedField("witness", _declared_facts),
    "witness_settings": ConvertedField("witness_settings"),
}
_ARCHIVE_ONLY = UnmappedField("the archive alone finds it, when an evaluation is stored")
_STATUS = UnmappedField("what was decided of the result since: set_status")
_ERASURE_FIELDS = {"create_time": "time", "fact_ids": "facts", "step_count": "steps"}

ANSWERS = Mapper(
    MessageMapping(types_pb2.Interval, Bounds),
    MessageMapping(types_pb2.Figure, Figure),
    MessageMapping(types_pb2.Words, dict, {"texts": ConvertedField()}),
    MessageMapping(
        types_pb2.DateRange,
        Period,
        {"first_date": ConvertedField("first", str), "last_date": ConvertedField("last", str)},
    ),
    MessageMapping(types_pb2.Basis, "rules.model.definitions:Basis", not_in_message=frozenset({"note"})),
    MessageMapping(evaluation_pb2.GradeResult, GradeResult, _WITNESSED),
    MessageMapping(evaluation_pb2.StageResult, StageResult, _WITNESSED),
    MessageMapping(evaluation_pb2.Conclusion, Conclusion),
    MessageMapping(
        evaluation_pb2.Standing,
        ConclusionCertainty,
        {"not_assessed": UnmappedField("it stands in the scorecard version: write_record")},
    ),
    MessageMapping(evaluation_pb2.SettingAlternative, SettingAlternative),
    MessageMapping(evaluation_pb2.CriterionResult, CriterionResult),
    MessageMapping(evaluation_pb2.RuleResult, RuleResult),
    MessageMapping(evaluation_pb2.SectionResult, SectionResult),
    MessageMapping(evaluation_pb2.NamedFigure, NamedFigure),
    MessageMapping(evaluation_pb2.RecordFigures, RecordFigures, {"record_key": "key"}),
    MessageMapping(evaluation_pb2.Reason, Reason),
    MessageMapping(
        evaluation_pb2.Finding,
        Finding,
        {
            "close_within": ConvertedField("close_within_days", _iso_duration),
            **dict.fromkeys(("evaluations", "place", "subjects", "periods"), _ARCHIVE_ONLY),
        },
    ),
    MessageMapping(fact_pb2.OpenFact, OpenFact, {"unknown_reason": "reason"}),
    MessageMapping(
        fact_pb2.EvaluatedFact,
        EvaluatedFact,
        {"fact": "declared", "used_value": "used", "unknown_reason": "unknown"},
    ),
    MessageMapping(
        evaluation_pb2.TableUse,
        TableUse,
        {"gazette": UnmappedField("whose own table it is: service.output.envelopes.set_table_gazettes")},
    ),
    MessageMapping(
        evaluation_pb2.MissingValue,
        MissingValue,
        {"record_key": "record", "keys": ConvertedField("keys", _keys)},
        not_in_message=frozenset({"name"}),
    ),
    MessageMapping(
        evaluation_pb2.OpenAnswer,
        "rules.trail.dependency_trace:OpenAnswer",
        {"missing_values": "missing", "left_open_ids": "left_open", "answer_id": "id"},
    ),
    MessageMapping(
        evaluation_pb2.EvaluationRecord,
        Record,
        {
            "schema": "schema_number",
            "criterion_results": "criteria",
            "rule_results": "rules",
            "section_results": "sections",
            "bases": UnmappedField("they stand in the scorecard version: write_record"),
        },
        not_in_message=frozenset({"steps"}),
    ),
    MessageMapping(
        evaluation_pb2.TrailStep,
        RecordedStep,
        {
            "parent_step_id": "parent",
            "found_json": "found",
            **dict.fromkeys(("payload_json", "salt", "proof"), UnmappedField("what binds a step: StepProofs")),
        },
        not_in_message=frozenset({"payload"}),
    ),
    MessageMapping(
        evaluation_pb2.Finding, dict, {"finding_id": "id", "outcome": ConvertedField(write=lambda _: Outcome.MET)}
    ),
    MessageMapping(evaluation_pb2.ResultStatus, "service.store.result_states:ResultStatus", {"decide_time": "time"}),
    MessageMapping(evaluation_pb2.Remark, "service.output.plausibility_remarks:Remark"),
    MessageMapping(evaluation_pb2.Principal, dict, {"organization": ConvertedField("organization", _parent)}),
    MessageMapping(evaluation_pb2.Erasure, dict, _ERASURE_FIELDS),
    MessageMapping(evaluation_pb2.Erasure, "service.transparency.leaves:Erasure", _ERASURE_FIELDS),
    MessageMapping(
        evaluation_service_pb2.TrailCheck,
        "rules.trail.verify:VerificationCheck",
        {"check": "number", "localized_message": UnmappedField("in the language of the caller: write_checks")},
    ),
    MessageMapping(
        evaluation_service_pb2.Statement,
        "rules.trail.explanation_text:Statement",
        {"bases": UnmappedField("they stand in the scorecard version: write_explanation")},
    ),
    MessageMapping(
        evaluation_service_pb2.WayUp,
        "rules.trail.ways_up:ImprovementStep",
        {"current_value": "current", "required_value": "required", "resulting_grade": "grade"},
    ),
    MessageMapping(
        evaluation_service_pb2.ClosedPeriod,
        "rules.trail.closed_time:ClosedPeriod",
        {"following_period": "following"},
    ),
    MessageMapping(
        evaluation_service_pb2.ExplainEvaluationResponse,
        "rules.trail.explain:Explanation",
        {
            "blocking_criterion_ids": "blocking",
            "closed_period": "closed",
            "following_ways_up": "following",
            "status": _STATUS,
        },
    ),
    base=INPUTS,
)


# --- records ----------------------------------------------------------------------------------------------------------

_HEAD_FIELDS = RecordHead.model_fields.keys() & Record.model_fields.keys() - {"tables"}


def write_record(record: Record, scorecard: Scorecard | None) -> evaluation_pb2.EvaluationRecord:
    """Return a record's message; without a scorecard, bases and scope are omitted."""
    message = ANSWERS.write(evaluation_pb2.EvaluationRecord, record, bases=_referenced_bases(record, scorecard))
    return with_scope(message, scorecard)


def write_summary(
    head: RecordHead | Record,
    conclusion: Conclusion,
    standing: ConclusionCertainty,
    track: Mapping[str, str],
    scorecard: Scorecard | None,
) -> evaluation_pb2.EvaluationRecord:
    """Return a record message with the conclusion only; its scope requires the scorecard."""
    concluded = {
        "conclusion": conclusion,
        "standing": standing,
        "track": track,
        "criteria": (),
        "facts": (),
        "steps": (),
    }
    summary = Record.trusted({**{name: getattr(head, name) for name in _HEAD_FIELDS}, **concluded})
    return with_scope(ANSWERS.write(evaluation_pb2.EvaluationRecord, summary), scorecard)


def with_scope(
    message: evaluation_pb2.EvaluationRecord, scorecard: Scorecard | None
) -> evaluation_pb2.EvaluationRecord:
    """Add the unassessed scope of a scorecard, if any, to `message` and return it."""
    if scorecard is not None:
        message.standing.not_assessed.extend(types_pb2.Words(texts=words) for words in scorecard.card.not_assessed)
    return message


def _referenced_bases(record: Record, scorecard: Scorecard | None) -> list[Basis]:
    figures = (figure for record_result in record.record_results for figure in record_result.figures)
    of_results = (record.criteria, record.results, figures, record.findings, record.rules)
    ids = {*record.standing.weakest_bases, *(id for results in of_results for result in results for id in result.bases)}
    return [basis for basis in scorecard.bases if basis.id in ids] if scorecard is not None else []


def has_open_answers(record: evaluation_pb2.EvaluationRecord) -> bool:
    """Return whether a gate, finding or result is undetermined."""
    undetermined = evaluation_pb2.OUTCOME_UNDETERMINED
    gate = evaluation_pb2.CriterionResult.KIND_GATE
    return (
        any(
            criterion_result.kind == gate and criterion_result.outcome == undetermined
            for criterion_result in record.criterion_results
        )
        or any(finding.outcome == undetermined for finding in record.findings)
        or any(
            not result.figure.exact.low or result.figure.exact.low != result.figure.exact.high
            for result in record.results
        )
    )


def write_open_answers(answers: Iterable[OpenAnswer]) -> list[evaluation_pb2.OpenAnswer]:
    """Return the messages of undetermined answers."""
    return [ANSWERS.write(evaluation_pb2.OpenAnswer, answer) for answer in answers]


def read_open_answers(message: evaluation_pb2.Evaluation, record: Record) -> tuple[OpenAnswer, ...]:
    """Read undetermined answers, completed from the record."""
    from rules.trail import OpenAnswer  # noqa: PLC0415 -- it loads the evaluator

    missing = {(value.quantity, value.record): value for value in record.missing_values}
    return tuple(
        OpenAnswer(
            answer.answer_id,
            tuple(answer.fact_ids),
            tuple(answer.setting_ids),
            tuple(
                missing[value.quantity_id, value.record_key]
                for value in answer.missing_values
                if (value.quantity_id, value.record_key) in missing
            ),
            tuple(answer.left_open_ids),
        )
        for answer in message.open_answers
    )


# --- differences and explanations --------------------------------------------------------------------------------


def write_difference(
    before: Record, after: Record, *, evaluation: str, open_answers: Iterable[OpenAnswer] = ()
) -> evaluation_service_pb2.EvaluationDifference:
    """Return both conclusions with differing criteria and figures."""
    return ANSWERS.write(
        evaluation_service_pb2.EvaluationDifference,
        evaluation=evaluation,
        before=before.conclusion,
        after=after.conclusion,
        criterion_differences=_criterion_differences(before, after),
        figure_differences=_figure_differences(before, after),
        record_figure_differences=_record_figure_differences(before, after),
        finding_differences=_finding_differences(before, after),
        before_tables=before.tables,
        after_tables=after.tables,
        after_open_answers=open_answers,
    )


def _criterion_differences(before: Record, after: Record) -> list[evaluation_service_pb2.CriterionDifference]:
    olds, news = ({result.id: result for result in record.criteria} for record in (before, after))
    return [
        ANSWERS.write(
            evaluation_service_pb2.CriterionDifference, criterion_id=id, before=olds.get(id), after=news.get(id)
        )
        for id in {**news, **olds}
        if _compared_values(olds.get(id)) != _compared_values(news.get(id))
    ]


def _compared_values(result: CriterionResult | None) -> object:
    return None if result is None else (result.kind, result.outcome, result.points, result.maximum_points)


def _figure_differences(before: Record, after: Record) -> list[evaluation_service_pb2.FigureDifference]:
    olds, news = ({result.id: result.figure for result in record.results} for record in (before, after))
    return [
        ANSWERS.write(evaluation_service_pb2.FigureDifference, result_id=id, before=olds.get(id), after=news.get(id))
        for id in {**news, **olds}
        if olds.get(id) != news.get(id)
    ]


def _record_figure_differences(before: Record, after: Record) -> list[evaluation_service_pb2.RecordFigureDifference]:
    olds, news = (
        {
            (record_result.list, record_result.key, named_figure.id): named_figure.figure
            for record_result in record.record_results
            for named_figure in record_result.figures
        }
        for record in (before, after)
    )
    return [
        ANSWERS.write(
            evaluation_service_pb2.RecordFigureDifference,
            list_id=key[0],
            record_key=key[1],
            result_id=key[2],
            before=olds.get(key),
            after=news.get(key),
        )
        for key in {**news, **olds}
        if olds.get(key) != news.get(key)
    ]


def _finding_differences(before: Record, after: Record) -> list[evaluation_service_pb2.FindingDifference]:
    olds, news = ({finding.id: finding for finding in record.findings} for record in (before, after))
    return [
        ANSWERS.write(evaluation_service_pb2.FindingDifference, finding_id=id, before=olds.get(id), after=news.get(id))
        for id in {**news, **olds}
        if _compared_finding(olds.get(id)) != _compared_finding(news.get(id))
    ]


def _compared_finding(finding: Finding | None) -> object:
    return None if finding is None else (finding.outcome, finding.severity)


def write_explanation(
    explanation: Explanation, scorecard: Scorecard
) -> evaluation_service_pb2.ExplainEvaluationResponse:
    """Return an explanation's message with bases."""
    bases = {basis.id: ANSWERS.write(types_pb2.Basis, basis) for basis in scorecard.bases}
    answer = ANSWERS.write(evaluation_service_pb2.ExplainEvaluationResponse, explanation)
    for message, statement in zip(answer.statements, explanation.statements, strict=True):
        message.bases.extend(bases[id] for id in statement.bases if id in bases)
    return answer


def set_status(answer: Telling, status: ResultStatus | None) -> None:
    """Set the result status of an answer, if any."""
    if status is not None:
        answer.status.CopyFrom(ANSWERS.write(evaluation_pb2.ResultStatus, status))


# --- verifications ----------------------------------------------------------------------------------------------------


def write_checks(
    checks: Iterable[VerificationCheck],
    language: str = LANGUAGES[0],
    archive_findings: Iterable[evaluation_pb2.Finding] = (),
) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    """Return checks with an overall result.

    No check covers `archive_findings`.
    """
    written = [
        ANSWERS.write(evaluation_service_pb2.TrailCheck, check, localized_message=_localized(check.message, language))
        for check in checks
    ]
    return evaluation_service_pb2.VerifyEvaluationTrailResponse(
        result=_overall(check.result for check in written), checks=written, archive_findings=archive_findings
    )


def append_checks(
    response: evaluation_service_pb2.VerifyEvaluationTrailResponse,
    checks: Iterable[VerificationCheck],
    language: str,
    *,
    not_proved: str,
) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    """Add checks, limits and overall result to `response` and return it."""
    more = write_checks(checks, language)
    joined = sorted([*response.checks, *more.checks], key=lambda trail_check: trail_check.check)
    del response.checks[:]
    response.checks.extend(joined)
    response.result = _overall((response.result, more.result))
    response.not_proved = not_proved
    response.localized_not_proved = _localized(not_proved, language) or ""
    return response


def _overall(results: Iterable[evaluation_service_pb2.TrailCheck.Result]) -> evaluation_service_pb2.TrailCheck.Result:
    kinds, distinct = evaluation_service_pb2.TrailCheck, set(results)
    return next(
        (result for result in (kinds.RESULT_FAILED, kinds.RESULT_NOT_CHECKED) if result in distinct),
        kinds.RESULT_PASSED,
    )


def _localized(text: str, language: str) -> str | None:
    return None if language == LANGUAGES[0] else in_language(text, language)


# --- steps ------------------------------------------------------------------------------------------------------------


class StepProofs:
    """Salts and inclusion proofs of a record's steps."""

    def __init__(self, written: WrittenRecord, record_key: bytes) -> None:
        self._positions = {step: index for index, step in enumerate(written.results_by_step)}
        self._salts = salts(record_key, len(written.steps))
        self._tree = MerkleTree(written.commitments)

    def bound(self, step: RecordedStep) -> Mapping[str, Any]:
        index = self._positions[step.id]
        inclusion = self._tree.prove_inclusion(index)
        proof = evaluation_pb2.StepProof(place=index, step_count=inclusion.count, path=inclusion.siblings)
        return {"payload_json": step.payload, "salt": self._salts[index], "proof": proof}


def write_step(step: RecordedStep, proofs: StepProofs) -> evaluation_pb2.TrailStep:
    """Return a step's message with proof."""
    return ANSWERS.write(evaluation_pb2.TrailStep, step, **proofs.bound(step))


# --- around a record --------------------------------------------------------------------------------------------------


def erasures_of(row: EvaluationRow) -> list[evaluation_pb2.Erasure]:
    """Return the erasures of a stored evaluation."""
    return [write_erasure(erasure) for erasure in orjson.loads(row.erasures)]


def write_erasure(erasure: Erasure | Mapping[str, Any]) -> evaluation_pb2.Erasure:
    """Return the message of a logged or stored erasure."""
    return ANSWERS.write(evaluation_pb2.Erasure, erasure)


# --- findings of the archive ------------------------------------------------------------------------------------------


def plain_finding(finding: evaluation_pb2.Finding) -> dict[str, Any]:
    """Return an archive finding in its stored form."""
    return {
        "id": finding.finding_id,
        "severity": word_of(evaluation_pb2.Finding.Severity, finding.severity),
        "place": finding.place,
        "evaluations": list(finding.evaluations),
        "subjects": list(finding.subjects),
        "periods": list(finding.periods),
    }
