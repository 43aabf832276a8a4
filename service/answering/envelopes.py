"""How does a recorded evaluation become the message that clients keep, and how is such a message checked again?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import orjson
from pydantic import ValidationError

from rules.contracts.errors import InputError, TrailError, VersionError, Violation
from rules.contracts.messages import speaker, words_of
from rules.contracts.record import Record
from rules.trail.verify import NAMES, Check, CheckResult
from service.answering.mapping.open_answers import write_open_answers
from service.answering.mapping.records import write_record
from service.answering.remarks import remarks_of
from service.base.instants import from_timestamp, now, to_timestamp
from service.base.names import parse_card
from service.store.records import pack, unpack
from service.store.tables import EvaluationRow
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.model.published import Published
    from rules.model.scorecard import Scorecard
    from rules.trail.evaluation import Recorded
    from rules.trail.open_answers import OpenAnswer
    from service.answering.remarks import Remark
    from service.gazette.versions import Gazette

_say = speaker(__name__)

FULL = evaluation_pb2.EVALUATION_VIEW_FULL
BASIC = evaluation_pb2.EVALUATION_VIEW_BASIC
_LONG_PARTS = (
    "criteria", "rules", "sections", "results", "reasons", "findings", "open_facts", "facts", "evidence", "steps",
    "setting_alternatives",
)  # fmt: skip


def new_row(  # noqa: PLR0913 -- these are the parts of the envelope
    recorded: Recorded,
    *,
    name: str,
    organization: str,
    request_id: str,
    body_digest: str,
    create_time: str,
    record_key: bytes,
    software_versions: Mapping[str, str],
) -> EvaluationRow:
    """Put a recorded evaluation into the form of the store."""
    record = recorded.without_steps
    return EvaluationRow(
        name=name,
        organization=organization,
        request_id=request_id,
        body_digest=body_digest,
        create_time=create_time,
        subject=record.subject,
        scorecard_version=record.scorecard_version,
        as_of_date=record.as_of_date,
        conclusion_kind=record.conclusion.kind,
        grade=record.conclusion.grade,
        record_digest=recorded.digest,
        record=pack(recorded.content),
        record_key=record_key,
        software_versions=json.dumps(software_versions, sort_keys=True),
    )


def stored_evaluation(
    row: EvaluationRow, gazette: Gazette, *, view: evaluation_pb2.EvaluationView
) -> evaluation_pb2.Evaluation:
    """Write a stored evaluation.

    Raises:
        TrailError: the stored record is damaged.
    """
    content = unpack(row.record)
    record = _read_head(content) if view == BASIC else read_record(content)
    return _written(row, content, record, gazette, view=view)


def new_evaluation(row: EvaluationRow, recorded: Recorded, gazette: Gazette) -> evaluation_pb2.Evaluation:
    """Write an evaluation that is being stored, without reading its record back."""
    return _written(row, recorded.content, recorded.without_steps, gazette, view=FULL)


def _written(
    row: EvaluationRow, content: bytes, record: Record, gazette: Gazette, *, view: evaluation_pb2.EvaluationView
) -> evaluation_pb2.Evaluation:
    scorecard = _scorecard_of(record, _versions_named(record.scorecard_version, gazette))
    message = evaluation_pb2.Evaluation(
        name=row.name,
        create_time=to_timestamp(row.create_time),
        request_id=row.request_id,
        archive_findings=archive_findings(row),
        record_digest=row.record_digest,
        record=write_record(record, scorecard, view=view),
    )
    if view != BASIC:
        message.software_versions.update(json.loads(row.software_versions))
        message.record_json = content.decode("utf-8")
        message.record_key = row.record_key
        message.remarks.extend(_written_remarks(record, scorecard, row.create_time))
    return message


def unstored_evaluation(  # noqa: PLR0913 -- the parts of an envelope
    recorded: Recorded,
    scorecard: Scorecard,
    *,
    made: str,
    record_key: bytes,
    software_versions: Mapping[str, str],
    open_answers: Iterable[OpenAnswer] = (),
) -> evaluation_pb2.Evaluation:
    """Write an evaluation made at an instant and stored nowhere, with everything that a later verification needs."""
    return evaluation_pb2.Evaluation(
        software_versions=software_versions,
        record_digest=recorded.digest,
        record=write_record(recorded.without_steps, scorecard, view=FULL),
        record_json=recorded.content.decode("utf-8"),
        record_key=record_key,
        remarks=_written_remarks(recorded.without_steps, scorecard, made),
        open_answers=write_open_answers(open_answers),
    )


def remarks_on(message: evaluation_pb2.Evaluation, record: Record, scorecard: Scorecard) -> tuple[Remark, ...]:
    """Give the remarks of an evaluation in words: on the day it was stored, or else of today."""
    made = from_timestamp(message.create_time, field="create_time") if message.HasField("create_time") else now()
    return remarks_of(record, instant=made, time_zone=scorecard.card.time_zone)


def _written_remarks(record: Record, scorecard: Scorecard | None, made: str) -> list[evaluation_pb2.Remark]:
    time_zone = "UTC" if scorecard is None else scorecard.card.time_zone
    return [
        evaluation_pb2.Remark(reason=f"REASON_{one.reason.upper()}", field=one.field, fact_id=one.fact)
        for one in remarks_of(record, instant=made, time_zone=time_zone)
    ]


def read_record(content: bytes) -> Record:
    """Read the bytes of a record.

    Raises:
        TrailError: they are not a record of this schema.
    """
    try:
        return Record.model_validate_json(content)
    except ValidationError as error:
        raise TrailError(_say("RECORD_FIELDS", count=len(error.errors()))) from None


def _read_head(content: bytes) -> Record:
    """Read only what the BASIC view shows, which saves most of the time."""
    try:
        plain = orjson.loads(content)
        return Record.model_validate({**plain, **{name: () for name in _LONG_PARTS if name in plain}})
    except (ValueError, TypeError):
        return read_record(content)


def archive_findings(row: EvaluationRow) -> list[evaluation_pb2.Finding]:
    """Write what the archive found when the evaluation was stored, double uses first."""
    found = [_archive_finding(finding) for finding in json.loads(row.archive_findings)]
    return sorted(found, key=lambda finding: -finding.severity)


def _archive_finding(finding: Mapping[str, Any]) -> evaluation_pb2.Finding:
    return evaluation_pb2.Finding(
        finding_id=finding["id"],
        severity=f"SEVERITY_{finding['severity'].upper()}",
        outcome=evaluation_pb2.OUTCOME_MET,
        place=finding["place"],
        evaluations=finding["evaluations"],
        subjects=finding.get("subjects", ()),
        periods=finding.get("periods", ()),
    )


def versions_for(content: bytes, gazette: Gazette) -> tuple[Published, ...]:
    """Give all published versions of the scorecard that a record names; none if it names none."""
    try:
        return _versions_named(orjson.loads(content)["scorecard_version"], gazette)
    except (ValueError, KeyError, TypeError):
        return ()


def _versions_named(name: str, gazette: Gazette) -> tuple[Published, ...]:
    try:
        return gazette.versions(parse_card(name).card)
    except (InputError, VersionError):
        return ()


def exported_content(message: evaluation_pb2.Evaluation, *, field: str = "evaluation") -> bytes:
    """Give the bytes of the record of an exported evaluation.

    Raises:
        InputError: it was not exported in the FULL view.
    """
    if not message.record_json:
        description = _say("EXPORT_NEEDED")
        raise InputError((Violation(f"{field}.record_json", description, "REQUIRED"),))
    return message.record_json.encode("utf-8")


def with_shown_record(
    checks: Sequence[Check], message: evaluation_pb2.Evaluation, versions: Sequence[Published]
) -> tuple[Check, ...]:
    """Extend the first check: the record shown in an exported evaluation must say what its bytes say."""
    first, *others = checks
    if first.result is not CheckResult.PASSED or not message.HasField("record"):
        return tuple(checks)
    try:
        record = read_record(message.record_json.encode("utf-8"))
        different = _different_field(message.record, record, _scorecard_of(record, versions))
    except (TrailError, ValueError) as error:
        text = _say("CANNOT_SHOW", problem=str(error)[:200])
    else:
        if different is None:
            return tuple(checks)
        text = _say("SHOWN_DIFFERS", field=different)
    return (Check(number=first.number, name=first.name, result=CheckResult.FAILED, message=text), *others)


def unreadable(error: TrailError) -> tuple[Check, ...]:
    """Give the checks of a record whose bytes cannot be had: the first fails, the others cannot be made."""
    first = Check(number=1, name=NAMES[0], result=CheckResult.FAILED, message=words_of(error))
    others = (
        Check(number=number, name=name, result=CheckResult.NOT_CHECKED, message=_say("CANNOT_READ"))
        for number, name in enumerate(NAMES[1:], start=2)
    )
    return (first, *others)


def _scorecard_of(record: Record, versions: Sequence[Published]) -> Scorecard | None:
    fitting = (version for version in versions if version.name == record.scorecard_version)
    return next((version.scorecard for version in fitting if version.rule_digest == record.rule_digest), None)


def _different_field(shown: evaluation_pb2.EvaluationRecord, record: Record, scorecard: Scorecard | None) -> str | None:
    told = write_record(record, scorecard, view=FULL)
    if scorecard is None:
        told.bases.extend(shown.bases)
        told.standing.not_assessed.extend(shown.standing.not_assessed)
    names = (field.name for field in told.DESCRIPTOR.fields)
    return next((name for name in names if getattr(shown, name) != getattr(told, name)), None)
