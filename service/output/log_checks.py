"""Log checks of an evaluation.

8. Envelope and record digest equal those in the leaf; after an erasure, the remaining data match its leaf.
9. The tree of the newest checkpoint contains the leaf.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.api import CheckResult, VerificationCheck, read_record
from rules.contracts import ErasedRecord, TrailError, digest, error_message, join_messages, message_factory
from rules.trail import ErasureExtent, read_conclusion
from service.base.instants import from_timestamp, to_timestamp
from service.base.refusals import Reason, Refusal
from service.output.erasure_notices import erasure_message
from service.output.mapping.answers import plain_finding, write_erasure
from service.output.mapping.mapper import word_of
from service.store.log_sequencer import leaf_of
from service.store.stored_records import unpack
from service.transparency.leaves import EVALUATION, Erasure, summarize_findings
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts import RecordHead
    from service.store.log_sequencer import LoggedLeaf
    from service.store.store import Store
    from service.store.tables import EvaluationRow


_message = message_factory(__name__)


def stored_erasure_mismatch(row: EvaluationRow, noted: Sequence[LoggedLeaf]) -> str | None:
    """Return the difference between a row and its logged erasures, or None.

    Raises:
        ValueError: If a column is not JSON.
    """
    stored_erasures = json.loads(row.erasures)
    try:
        record = unpack(row.record)
    except TrailError:
        return None  # reported by the first check
    if len(stored_erasures) != len(noted):
        return _count_mismatch(
            record.erased_count if isinstance(record, ErasedRecord) else 0, len(stored_erasures), len(noted)
        )
    if not isinstance(record, ErasedRecord):
        return None if not noted else _message("ERASURES_DIFFER", found=0, noted=len(noted))
    last = Erasure.read(noted[-1].leaf.content) if noted else None
    findings_digest = summarize_findings(json.loads(row.archive_findings))["digest"]
    if last is None or (last.record_left, last.findings_left) != (digest(record.content), findings_digest):
        return _message("ERASURE_NOT_NOTED", count=record.erased_count)
    logged_erasures = [
        {key: logged_leaf.leaf.content[key] for key in each}
        for logged_leaf, each in zip(noted, stored_erasures, strict=True)
    ]
    return (
        None
        if logged_erasures == stored_erasures
        else _message("ERASURES_DIFFER", found=len(stored_erasures), noted=len(noted))
    )


def _exported_erasure_mismatch(
    message: evaluation_pb2.Evaluation, noted: Sequence[LoggedLeaf]
) -> tuple[bool, str | None]:
    """Return whether an export has erased parts, and any difference from the log.

    Erasures after the export are ignored.
    """
    try:
        record = read_record(message.record_json.encode("utf-8"))
    except TrailError:
        return False, None  # reported by the first check
    if not isinstance(record, ErasedRecord):
        return False, None
    erasures = [Erasure.read(logged_leaf.leaf.content) for logged_leaf in noted][: len(message.erasures)]
    findings_digest = summarize_findings([plain_finding(finding) for finding in message.archive_findings])["digest"]
    last = erasures[-1] if erasures else None
    if last is None or last.record_left != digest(record.content):
        return True, _message("ERASURE_NOT_NOTED", count=record.erased_count)
    if findings_digest not in (last.findings_left, last.findings_left_shown):
        return True, _message("ERASURE_NOT_NOTED", count=record.erased_count)
    if [write_erasure(erasure) for erasure in erasures] != list(message.erasures):
        return True, _message("ERASURES_DIFFER", found=len(message.erasures), noted=len(noted))
    return True, None


def _count_mismatch(erased: int, stored: int, noted: int) -> str:
    if erased and not noted:
        return _message("ERASURE_NOT_NOTED", count=erased)
    return _message("ERASURES_DIFFER", found=stored, noted=noted)


NAMES = ("envelope", "log")
_MAX_STORAGE_DELAY_SECONDS = 120


@dataclass(frozen=True, slots=True)
class LogChecker:
    """Checks against the log; they raise Refusal if the store is unavailable."""

    store: Store

    def of_stored(self, name: str, row: EvaluationRow | None) -> tuple[VerificationCheck, ...]:
        noted = self.store.log.leaf(EVALUATION, name)
        if noted is None and row is None:
            return self._not_logged("NOT_NOTED_HERE")
        if noted is None:
            message = _message("LEAF_REMOVED")
            return (_check(8, CheckResult.FAILED, message), _check(9, CheckResult.NOT_CHECKED, message))
        erasures = self.store.erasing.of(name)
        if row is None:
            return (_removal_check(noted, name, erasures), self._inclusion_check(noted, *erasures))
        try:
            fields, doubt = _fields_of_row(row), stored_erasure_mismatch(row, erasures)
        except (ValueError, TypeError, KeyError, AttributeError) as error:  # malformed JSON columns
            broken = _message("ROW_DAMAGED", problem=error_message(error))
            return (_check(8, CheckResult.FAILED, broken), self._inclusion_check(noted))
        return (
            _envelope_check(noted, _use_logged_findings(fields, noted, erasures), row, (doubt, erasures)),
            self._inclusion_check(noted, *erasures),
        )

    def of_exported(self, message: evaluation_pb2.Evaluation, head: RecordHead) -> tuple[VerificationCheck, ...]:
        noted = self.store.log.leaf(EVALUATION, message.name)
        if noted is None:
            return self._not_logged("NOT_NOTED_HERE")
        erasures = self.store.erasing.of(message.name)
        was_erased, doubt = _exported_erasure_mismatch(message, erasures)
        fields = _use_logged_findings(_fields_of_message(message, head, noted), noted, erasures if was_erased else ())
        return (
            _envelope_check(noted, fields, None, (doubt, erasures if was_erased else ())),
            self._inclusion_check(noted, *erasures),
        )

    def _not_logged(self, code: str) -> tuple[VerificationCheck, ...]:
        message = _message(code)
        return (_check(8, CheckResult.NOT_CHECKED, message), _check(9, CheckResult.NOT_CHECKED, message))

    def _inclusion_check(self, *noted: LoggedLeaf) -> VerificationCheck:
        checks = [self._in_log(leaf) for leaf in noted]
        return next((check for check in checks if check.result is CheckResult.FAILED), checks[0])

    def _in_log(self, noted: LoggedLeaf) -> VerificationCheck:
        try:
            is_integrated = self._integrate_unless_full()
            note = self.store.log.note()
            if note is None or note.checkpoint.size <= noted.position:
                if is_integrated:
                    return _check(9, CheckResult.FAILED, _message("TAIL_CUT", position=noted.position))
                return _check(9, CheckResult.NOT_CHECKED, _message("TREE_WAITS", position=noted.position))
            proof = self.store.log.inclusion(noted.position, note.checkpoint.size)
        except TrailError as error:
            return _check(9, CheckResult.FAILED, error_message(error))
        if proof.root(noted.leaf.hash) != note.checkpoint.root:
            return _check(9, CheckResult.FAILED, _message("NOT_IN_TREE", position=noted.position))
        slots = {
            "position": noted.position,
            "size": note.checkpoint.size,
            "log": note.checkpoint.origin,
            "count": max(len(note.signatures) - 1, 0),
        }
        message: str = _message("IN_TREE" if note.signatures else "IN_TREE_UNSIGNED", **slots)
        later = self._later_previous_time(noted)
        if later is not None:
            message = join_messages(
                (message, _message("CLOCK_WENT_BACK", time=noted.leaf.content["create_time"], later=later))
            )
        return _check(9, CheckResult.PASSED, message)

    def _integrate_unless_full(self) -> bool:
        try:
            self.store.integrate_log()
        except Refusal as refusal:
            if refusal.reason is not Reason.STORE_FULL:
                raise
            return False
        return True

    def _later_previous_time(self, noted: LoggedLeaf) -> str | None:
        if noted.leaf.kind != EVALUATION:
            return None
        previous = self.store.log.leaves(noted.position - 1, 1) if noted.position else []
        if not previous or previous[0].leaf.kind != EVALUATION or previous[0].leaf.digest != previous[0].digest:
            return None
        time = str(previous[0].leaf.content["create_time"])
        seconds_apart = to_timestamp(time).seconds - to_timestamp(noted.leaf.content["create_time"]).seconds
        return time if seconds_apart > _MAX_STORAGE_DELAY_SECONDS else None


def _check(number: int, result: CheckResult, message: str) -> VerificationCheck:
    return VerificationCheck(number, NAMES[number - 8], result, message)


def _removal_check(noted: LoggedLeaf, name: str, erasures: Sequence[LoggedLeaf]) -> VerificationCheck:
    if erasures and Erasure.read(erasures[-1].leaf.content).extent is ErasureExtent.EVALUATION:
        slots = {"digest": noted.leaf.content["record_digest"], "erased": erasure_message(erasures[-1].leaf.content)}
        return _check(8, CheckResult.PASSED, _message("GONE_AS_NOTED", **slots))
    return _check(8, CheckResult.FAILED, _message("EVALUATION_GONE", position=noted.position, name=name))


def _use_logged_findings(
    fields: Mapping[str, Any], noted: LoggedLeaf, erasures: Sequence[LoggedLeaf]
) -> Mapping[str, Any]:
    return {**fields, "archive_findings": noted.leaf.content.get("archive_findings")} if erasures else fields


def _envelope_check(
    noted: LoggedLeaf,
    fields: Mapping[str, Any],
    row: EvaluationRow | None,
    erasure_state: tuple[str | None, Sequence[LoggedLeaf]],
) -> VerificationCheck:
    if noted.leaf.digest != noted.digest:
        return _check(8, CheckResult.FAILED, _message("LEAF_DAMAGED", position=noted.position))
    leaf = noted.leaf.content
    for field, value in fields.items():
        if leaf.get(field) != value:
            differs = _message(
                "ENVELOPE_DIFFERS", field=field, found=_shorten_value(value), noted=_shorten_value(leaf.get(field))
            )
            return _check(8, CheckResult.FAILED, differs)
    try:
        column = None if row is None else _mismatched_column(row)
    except TrailError:
        column = None  # reported by the first check
    if column is not None:
        return _check(8, CheckResult.FAILED, _message("COLUMN_DIFFERS", column=column))
    doubt, erasures = erasure_state
    if doubt is not None:
        return _check(8, CheckResult.FAILED, doubt)
    if erasures:
        erased = join_messages(erasure_message(erasure.leaf.content) for erasure in erasures)
        return _check(8, CheckResult.PASSED, _message("ERASED_AS_NOTED", erased=erased))
    return _check(8, CheckResult.PASSED, _message("ENVELOPE_HOLDS", count=len(fields), digest=noted.digest))


def _fields_of_row(row: EvaluationRow) -> Mapping[str, Any]:
    fields = dict(leaf_of(row, "").content)
    del fields["predecessor"]
    return fields


def _mismatched_column(row: EvaluationRow) -> str | None:
    written = unpack(row.record)
    conclusion = read_conclusion(written)[0]
    expected = {
        "subject": written.head.subject,
        "scorecard_version": written.head.scorecard_version,
        "as_of_date": written.head.as_of_date,
        "conclusion_kind": conclusion.kind,
        "grade": conclusion.grade,
    }
    return next((name for name, value in expected.items() if getattr(row, name) != value), None)


def _fields_of_message(message: evaluation_pb2.Evaluation, head: RecordHead, noted: LoggedLeaf) -> Mapping[str, Any]:
    fields: dict[str, Any] = {
        "name": message.name,
        "record_digest": message.record_digest,
        "subject": head.subject,
        "create_time": from_timestamp(message.create_time, field="evaluation.create_time"),
        "request_id": message.request_id,
    }
    if message.HasField("principal"):
        fields["principal"] = _principal(message.principal)
    if message.software_versions:
        fields["software"] = dict(message.software_versions)
    fields["archive_findings"] = _findings(message.archive_findings, noted.leaf.content["archive_findings"])
    return fields


def _principal(principal: evaluation_pb2.Principal) -> Mapping[str, str]:
    return {
        "id": principal.id,
        "kind": word_of(evaluation_pb2.Principal.Kind, principal.kind),
        "organization": principal.organization.removeprefix("organizations/"),
    }


def _findings(findings: Sequence[evaluation_pb2.Finding], noted: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the summary, or the logged one if only others' details are withheld."""
    summary = summarize_findings([plain_finding(finding) for finding in findings])
    return noted if summary["digest"] == noted["shown"] else summary


def _shorten_value(value: object) -> str:
    return (value if isinstance(value, str) else json.dumps(value, sort_keys=True))[:120]
