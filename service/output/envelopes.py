"""Evaluation envelopes: messages of stored and new evaluations."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from rules.api import read_record
from rules.contracts import (
    ErasedRecord,
    InputError,
    TrailError,
    VersionError,
    error_message,
    message_factory,
)
from rules.trail import read_conclusion, summary_of
from service.base.bounded_cache import BoundedCache
from service.base.instants import from_timestamp, now
from service.base.resource_names import OTHER_ORGANIZATION
from service.identity.principals import knows_others
from service.output.mapping.answers import (
    ANSWERS,
    StepProofs,
    erasures_of,
    set_status,
    with_scope,
    write_open_answers,
    write_record,
    write_step,
    write_summary,
)
from service.output.mapping.requests import BASIC, FULL
from service.output.plausibility_remarks import remarks_of
from service.store.stored_records import restore_record_or_remains, unpack_concluded
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rules.api import LazyRecord, VerificationCheck
    from rules.contracts import Record, RecordHead, WrittenRecord, WrittenSteps
    from rules.model import PublishedVersion, Scorecard
    from rules.trail import OpenAnswer
    from service.evaluating.evaluators import RecordReader
    from service.gazette.table_order import TableStores
    from service.gazette.versions import Gazette
    from service.output.plausibility_remarks import Remark
    from service.store.result_states import ResultStatus
    from service.store.tables import EvaluationRow


_message = message_factory(__name__)

WORDING = "wording"
"""Key of the wording digest among software versions."""


def stored_evaluation(  # noqa: PLR0913
    row: EvaluationRow,
    gazette: Gazette,
    reader: RecordReader,
    *,
    view: evaluation_pb2.EvaluationView,
    status: ResultStatus | None = None,
    find_card: Callable[[str, str], Scorecard | None] | None = None,
) -> evaluation_pb2.Evaluation:
    """Return the message of a stored evaluation.

    Erased parts, and data from an unpublished version, are missing.

    Raises:
        TrailError: If the record is invalid.
    """
    if view == BASIC:
        record = stored_summary(row.record)
        made_by = record.scorecard_version, record.rule_digest
        card = find_card(*made_by) if find_card is not None else published_card(*made_by, gazette)
        message = _enveloped(row, with_scope(record, card))
    else:
        written = restore_record_or_remains(row.record, row.record_key)
        made_by = written.head.scorecard_version, written.head.rule_digest
        message = _restored(row, written, gazette, reader, view=view)
    message.gazette = gazette.owner_of(*made_by)
    set_status(message, status)
    if message.gazette:
        set_table_gazettes(message.record.tables, reader.shelves)
    return message


def _restored(
    row: EvaluationRow,
    written: WrittenRecord | ErasedRecord,
    gazette: Gazette,
    reader: RecordReader,
    *,
    view: evaluation_pb2.EvaluationView,
) -> evaluation_pb2.Evaluation:
    if view != FULL:
        return _with_written(_enveloped(row, summary_message(written, gazette)), row, written)
    if isinstance(written, ErasedRecord):
        return _evaluation_message(row, written, summary_of(written), scorecard_of(written.head, gazette))
    try:
        version = reader.version_of(written.head)
        key = sha256(f"{version.content_digest} {row.create_time} ".encode() + written.content).digest()
        cached = _records.get(key)
        if cached is None:
            recorded = reader.restore(written)
            cached = _described(row, recorded.without_steps, recorded.scorecard).SerializeToString()
            _records.add(key, cached)
    except VersionError:
        record = summary_of(written)
        return _evaluation_message(row, written, record, scorecard_of(written.head, gazette))
    return _complete(evaluation_pb2.Evaluation.FromString(cached), row, written)


def new_evaluation(
    row: EvaluationRow, recorded: LazyRecord, *, view: evaluation_pb2.EvaluationView
) -> evaluation_pb2.Evaluation:
    """Return the message of a new evaluation without rereading it."""
    if view == FULL:
        return _evaluation_message(row, recorded.written_record, recorded.without_steps, recorded.scorecard)
    head, made = recorded.written_record.head, recorded.evaluation
    message = _enveloped(row, write_summary(head, made.conclusion, made.standing, made.track, recorded.scorecard))
    return message if view == BASIC else _with_written(message, row, recorded.written_record)


def summary_message(written: WrittenSteps, gazette: Gazette) -> evaluation_pb2.EvaluationRecord:
    """Return the BASIC view of a record."""
    return write_summary(written.head, *read_conclusion(written), scorecard_of(written.head, gazette))


def _enveloped(row: EvaluationRow, record: evaluation_pb2.EvaluationRecord) -> evaluation_pb2.Evaluation:
    return ANSWERS.write(
        evaluation_pb2.Evaluation,
        name=row.name,
        create_time=row.create_time,
        request_id=row.request_id,
        archive_findings=archive_findings(row),
        record_digest=row.record_digest,
        record=record,
        principal=json.loads(row.principal) if row.principal else None,
        erasures=erasures_of(row),
    )


def _with_written(
    message: evaluation_pb2.Evaluation, row: EvaluationRow, written: WrittenRecord | ErasedRecord
) -> evaluation_pb2.Evaluation:
    message.software_versions.update(json.loads(row.software_versions))
    message.record_json = written.content.decode("utf-8")
    message.record_key = row.record_key
    return message


def _evaluation_message(
    row: EvaluationRow, written: WrittenRecord | ErasedRecord, record: Record, scorecard: Scorecard | None
) -> evaluation_pb2.Evaluation:
    return _complete(_described(row, record, scorecard), row, written)


def _described(row: EvaluationRow, record: Record, scorecard: Scorecard | None) -> evaluation_pb2.Evaluation:
    """Return the parts of a message that follow from a record and its scorecard."""
    return evaluation_pb2.Evaluation(
        record=write_record(record, scorecard), remarks=_written_remarks(record, scorecard, row.create_time)
    )


def _complete(
    described: evaluation_pb2.Evaluation, row: EvaluationRow, written: WrittenRecord | ErasedRecord
) -> evaluation_pb2.Evaluation:
    message = _with_written(_enveloped(row, described.record), row, written)
    message.remarks.extend(described.remarks)
    return message


def unstored_evaluation(  # noqa: PLR0913
    recorded: LazyRecord,
    scorecard: Scorecard,
    *,
    made: str,
    record_key: bytes,
    software_versions: Mapping[str, str],
    open_answers: Iterable[OpenAnswer] = (),
    view: evaluation_pb2.EvaluationView = FULL,
) -> evaluation_pb2.Evaluation:
    """Return the message of an unstored evaluation for later verification."""
    message = evaluation_pb2.Evaluation(record_digest=recorded.digest)
    if view == FULL:
        message.record.CopyFrom(write_record(recorded.without_steps, scorecard))
        message.remarks.extend(_written_remarks(recorded.without_steps, scorecard, made))
        message.open_answers.extend(write_open_answers(open_answers))
    else:
        head, evaluated = recorded.written_record.head, recorded.evaluation
        message.record.CopyFrom(
            write_summary(head, evaluated.conclusion, evaluated.standing, evaluated.track, scorecard)
        )
    if view != BASIC:
        message.software_versions.update({**software_versions, WORDING: recorded.wording_digest})
        message.record_json = recorded.content.decode("utf-8")
        message.record_key = record_key
    return message


def remarks_on(message: evaluation_pb2.Evaluation, record: Record, scorecard: Scorecard) -> tuple[Remark, ...]:
    """Return the remarks on an evaluation as of its creation, else now."""
    made = from_timestamp(message.create_time, field="create_time") if message.HasField("create_time") else now()
    return remarks_of(record, scorecard, instant=made)


def _written_remarks(record: Record, scorecard: Scorecard | None, made: str) -> list[evaluation_pb2.Remark]:
    return [ANSWERS.write(evaluation_pb2.Remark, remark) for remark in remarks_of(record, scorecard, instant=made)]


def archive_findings(row: EvaluationRow) -> list[evaluation_pb2.Finding]:
    """Return the archive findings, double uses first.

    Other organizations' details are hidden unless the caller may know them.
    """
    findings = [_archive_finding(finding) for finding in json.loads(row.archive_findings)]
    return sorted(findings, key=lambda finding: -finding.severity)


def _archive_finding(finding: Mapping[str, Any]) -> evaluation_pb2.Finding:
    if finding["id"] == OTHER_ORGANIZATION and not knows_others():
        finding = {**finding, "evaluations": (), "subjects": ()}
    return ANSWERS.write(evaluation_pb2.Finding, finding)


def versions_for(content: bytes, gazette: Gazette) -> tuple[PublishedVersion, ...]:
    """Return all published versions of a record's scorecard."""
    try:
        head = read_record(content).head
    except TrailError:
        return ()
    return _versions_of(head.scorecard_version, head.rule_digest, gazette)


def _versions_of(version: str, rule_digest: str, gazette: Gazette) -> tuple[PublishedVersion, ...]:
    try:
        return gazette.versions_in_same_gazette(version, rule_digest)
    except (InputError, VersionError):
        return ()


def exported_content(message: evaluation_pb2.Evaluation, *, field: str = "evaluation") -> bytes:
    """Return the record bytes of an exported evaluation.

    Raises:
        InputError: If it contains no record.
    """
    if not message.record_json:
        raise InputError.of(f"{field}.record_json", _message("EXPORT_NEEDED"), "REQUIRED")
    return message.record_json.encode("utf-8")


def with_steps(message: evaluation_pb2.Evaluation, recorded: LazyRecord) -> evaluation_pb2.Evaluation:
    """Add steps with proofs to the message."""
    proofs = StepProofs(recorded.written_record, message.record_key)
    message.trail_steps.extend(write_step(step, proofs) for step in recorded.record.steps)
    return message


def unreadable_record_checks(error: TrailError) -> tuple[VerificationCheck, ...]:
    """Return checks for an unreadable record: first failed, others not checked."""
    from rules.api import CheckResult, VerificationCheck  # noqa: PLC0415 -- slow to load, and seldom needed
    from rules.trail import CHECK_NAMES  # noqa: PLC0415 -- slow to load

    first = VerificationCheck(number=1, name=CHECK_NAMES[0], result=CheckResult.FAILED, message=error_message(error))
    others = (
        VerificationCheck(number=number, name=name, result=CheckResult.NOT_CHECKED, message=_message("CANNOT_READ"))
        for number, name in enumerate(CHECK_NAMES[1:], start=2)
    )
    return (first, *others)


def erased_record_checks() -> tuple[VerificationCheck, ...]:
    """Return NOT_CHECKED results for a fully erased record."""
    from rules.api import CheckResult, VerificationCheck  # noqa: PLC0415 -- slow to load, and seldom needed
    from rules.trail import CHECK_NAMES  # noqa: PLC0415 -- slow to load

    message = _message("ERASED_RECORD")
    return tuple(
        VerificationCheck(number, name, CheckResult.NOT_CHECKED, message)
        for number, name in enumerate(CHECK_NAMES, start=1)
    )


def scorecard_of(head: RecordHead, gazette: Gazette) -> Scorecard | None:
    """Return the published scorecard of a record, or None."""
    return published_card(head.scorecard_version, head.rule_digest, gazette)


def published_card(version: str, rule_digest: str, gazette: Gazette) -> Scorecard | None:
    """Return the scorecard with this version and rule digest, or None."""
    candidates = _versions_of(version, rule_digest, gazette)
    named = (candidate for candidate in candidates if (candidate.name, candidate.rule_digest) == (version, rule_digest))
    return next((candidate.scorecard for candidate in named), None)


_MAX_BYTES = 8 << 20
"""Capacity for 4,000 to 8,000 summaries; a page has at most 1,000."""
_CACHE_SECONDS = 600.0
"""Cache lifetime in seconds, also of erased data, which is not returned."""

_cache = BoundedCache(most_bytes=_MAX_BYTES, seconds=_CACHE_SECONDS)
_records = BoundedCache(most_bytes=2 * _MAX_BYTES, seconds=_CACHE_SECONDS)
"""Records with remarks by content and rules, for pages that display a result repeatedly."""


def stored_summary(stored: bytes) -> evaluation_pb2.EvaluationRecord:
    """Return the summary of a stored record, without unassessed scope.

    Raises:
        TrailError: If the record is invalid.
    """
    key = sha256(stored).digest()
    cached = _cache.get(key)
    if cached is not None:
        return evaluation_pb2.EvaluationRecord.FromString(cached)
    steps = unpack_concluded(stored)
    summary = write_summary(steps.head, *read_conclusion(steps), None)
    _cache.add(key, summary.SerializeToString())
    return summary


def set_table_gazettes(uses: Iterable[evaluation_pb2.TableUse], shelves: TableStores) -> None:
    """Set the gazette of each table use.

    Raises:
        TrailError: If a manifest is invalid.
    """
    for use in uses:
        use.gazette = shelves.owner_of_table(use.name, use.edition, use.digest)
