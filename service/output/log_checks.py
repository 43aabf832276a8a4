"""Log checks of an evaluation: agreement with its leaf, and inclusion of the leaf in the log.

8. Name, create time, request id, caller, software, findings of the archive and record digest are those of its leaf.
   Where something was erased, what is left is what the leaf of the last erasure says is left.
9. The leaf stands in the tree, under the newest checkpoint.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.api import CheckResult, VerificationCheck, read_record
from rules.contracts import ErasedRecord, TrailError, digest, error_message, join_clauses, message_factory
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
    from service.store.log_queries import LoggedLeaf
    from service.store.store import Store
    from service.store.tables import EvaluationRow


_say = message_factory(__name__)


def stored_erasure_mismatch(row: EvaluationRow, noted: Sequence[LoggedLeaf]) -> str | None:
    """Say how a row differs from what the erasures that are noted of it left; None if it does not.

    Raises:
        ValueError: a column is no JSON.
    """
    stored_erasures = json.loads(row.erasures)
    try:
        record = unpack(row.record)
    except TrailError:
        return None  # of which the first check tells
    if len(stored_erasures) != len(noted):
        return _doubt(record.erased_count if isinstance(record, ErasedRecord) else 0, len(stored_erasures), len(noted))
    if not isinstance(record, ErasedRecord):
        return None if not noted else _say("ERASURES_DIFFER", found=0, noted=len(noted))
    last = Erasure.read(noted[-1].leaf.said) if noted else None
    findings_digest = summarize_findings(json.loads(row.archive_findings))["digest"]
    if last is None or (last.record_left, last.findings_left) != (digest(record.content), findings_digest):
        return _say("ERASURE_NOT_NOTED", count=record.erased_count)
    logged_erasures = [
        {key: logged_leaf.leaf.said[key] for key in each}
        for logged_leaf, each in zip(noted, stored_erasures, strict=True)
    ]
    return (
        None
        if logged_erasures == stored_erasures
        else _say("ERASURES_DIFFER", found=len(stored_erasures), noted=len(noted))
    )


def exported_erasure_mismatch(
    message: evaluation_pb2.Evaluation, noted: Sequence[LoggedLeaf]
) -> tuple[bool, str | None]:
    """Say whether something was erased of an exported evaluation, and how it differs from what is noted; else None.

    What was exported before it was erased is whole, and is compared with what was noted first alone.
    """
    try:
        record = read_record(message.record_json.encode("utf-8"))
    except TrailError:
        return False, None  # of which the first check tells
    if not isinstance(record, ErasedRecord):
        return False, None
    erasures = [Erasure.read(logged_leaf.leaf.said) for logged_leaf in noted][: len(message.erasures)]
    findings_digest = summarize_findings([plain_finding(finding) for finding in message.archive_findings])["digest"]
    last = erasures[-1] if erasures else None
    if last is None or last.record_left != digest(record.content):
        return True, _say("ERASURE_NOT_NOTED", count=record.erased_count)
    if findings_digest not in (last.findings_left, last.findings_left_shown):
        return True, _say("ERASURE_NOT_NOTED", count=record.erased_count)
    if [write_erasure(erasure) for erasure in erasures] != list(message.erasures):
        return True, _say("ERASURES_DIFFER", found=len(message.erasures), noted=len(noted))
    return True, None


def _doubt(gone: int, stored: int, noted: int) -> str:
    if gone and not noted:
        return _say("ERASURE_NOT_NOTED", count=gone)
    return _say("ERASURES_DIFFER", found=stored, noted=noted)


NAMES = ("envelope", "log")
_APART_SECONDS = 120
"""How long an evaluation may wait to be stored behind one that was made later."""


@dataclass(frozen=True, slots=True)
class LogChecker:
    """Compares evaluations with the log of a store."""

    store: Store

    def of_stored(self, name: str, row: EvaluationRow | None) -> tuple[VerificationCheck, ...]:
        """Check what is stored under a name, or that nothing is stored under it any more.

        Raises:
            Refusal: the store cannot be read or written now.
        """
        noted = self.store.log.leaf(EVALUATION, name)
        if noted is None and row is None:
            return self._unnoted("NOT_NOTED_HERE")
        if noted is None:
            message = _say("LEAF_REMOVED")
            return (_check(8, CheckResult.FAILED, message), _check(9, CheckResult.NOT_CHECKED, message))
        erasures = self.store.erasing.of(name)
        if row is None:
            return (_removal_check(noted, name, erasures), self._log(noted, *erasures))
        try:
            fields, doubt = _said_by_row(row), stored_erasure_mismatch(row, erasures)
        except (ValueError, TypeError, KeyError, AttributeError) as error:  # columns that are no JSON of ours
            broken = _say("ROW_DAMAGED", problem=str(error)[:200])
            return (_check(8, CheckResult.FAILED, broken), self._log(noted))
        return (
            _envelope(noted, _use_logged_findings(fields, noted, erasures), row, (doubt, erasures)),
            self._log(noted, *erasures),
        )

    def of_exported(self, message: evaluation_pb2.Evaluation, head: RecordHead) -> tuple[VerificationCheck, ...]:
        """Check what was exported under a name, with this head of its record.

        Raises:
            Refusal: the store cannot be read or written now.
        """
        noted = self.store.log.leaf(EVALUATION, message.name)
        if noted is None:
            return self._unnoted("NOT_NOTED_HERE")
        erasures = self.store.erasing.of(message.name)
        was_erased, doubt = exported_erasure_mismatch(message, erasures)
        fields = _use_logged_findings(_said_by_message(message, head, noted), noted, erasures if was_erased else ())
        return (_envelope(noted, fields, None, (doubt, erasures if was_erased else ())), self._log(noted, *erasures))

    def _unnoted(self, code: str) -> tuple[VerificationCheck, ...]:
        message = _say(code)
        return (_check(8, CheckResult.NOT_CHECKED, message), _check(9, CheckResult.NOT_CHECKED, message))

    def _log(self, *noted: LoggedLeaf) -> VerificationCheck:
        """Check that an evaluation, and what was erased of it, stands in the tree; what fails is told first."""
        checks = [self._in_log(leaf) for leaf in noted]
        return next((check for check in checks if check.result is CheckResult.FAILED), checks[0])

    def _in_log(self, noted: LoggedLeaf) -> VerificationCheck:
        try:
            is_whole = self._is_integrated()
            note = self.store.log.note()
            if note is None or note.checkpoint.size <= noted.position:
                if is_whole:
                    return _check(9, CheckResult.FAILED, _say("TAIL_CUT", position=noted.position))
                return _check(9, CheckResult.NOT_CHECKED, _say("TREE_WAITS", position=noted.position))
            proof = self.store.log.inclusion(noted.position, note.checkpoint.size)
        except TrailError as error:
            return _check(9, CheckResult.FAILED, error_message(error))
        if proof.root(noted.leaf.hash) != note.checkpoint.root:
            return _check(9, CheckResult.FAILED, _say("NOT_IN_TREE", position=noted.position))
        slots = {
            "position": noted.position,
            "size": note.checkpoint.size,
            "log": note.checkpoint.origin,
            "count": max(len(note.signatures) - 1, 0),
        }
        message: str = _say("IN_TREE" if note.signatures else "IN_TREE_UNSIGNED", **slots)
        later = self._later_before(noted)
        if later is not None:
            message = join_clauses((message, _say("CLOCK_WENT_BACK", time=noted.leaf.said["create_time"], later=later)))
        return _check(9, CheckResult.PASSED, message)

    def _is_integrated(self) -> bool:
        """Put into the tree whatever was noted; on a full disk it stays as it is, and this says no."""
        try:
            self.store.integrate_log()
        except Refusal as refusal:
            if refusal.reason is not Reason.STORE_FULL:
                raise
            return False
        return True

    def _later_before(self, noted: LoggedLeaf) -> str | None:
        """Give the create time of the evaluation noted just before, if that is later: entries stand in true order."""
        if noted.leaf.kind != EVALUATION:
            return None
        before = self.store.log.leaves(noted.position - 1, 1) if noted.position else []
        if not before or before[0].leaf.kind != EVALUATION or before[0].leaf.digest != before[0].digest:
            return None
        time = str(before[0].leaf.said["create_time"])
        apart = to_timestamp(time).seconds - to_timestamp(noted.leaf.said["create_time"]).seconds
        return time if apart > _APART_SECONDS else None


def _check(number: int, result: CheckResult, message: str) -> VerificationCheck:
    return VerificationCheck(number, NAMES[number - 8], result, message)


def _removal_check(noted: LoggedLeaf, name: str, erasures: Sequence[LoggedLeaf]) -> VerificationCheck:
    """Say of what is not stored any more that somebody removed it, or that it was erased as noted."""
    if erasures and Erasure.read(erasures[-1].leaf.said).extent is ErasureExtent.EVALUATION:
        slots = {"digest": noted.leaf.said["record_digest"], "erased": erasure_message(erasures[-1].leaf.said)}
        return _check(8, CheckResult.PASSED, _say("GONE_AS_NOTED", **slots))
    return _check(8, CheckResult.FAILED, _say("EVALUATION_GONE", position=noted.position, name=name))


def _use_logged_findings(
    fields: Mapping[str, Any], noted: LoggedLeaf, erasures: Sequence[LoggedLeaf]
) -> Mapping[str, Any]:
    """Leave findings to the leaf of the last erasure, if there is one: it binds what is left of them."""
    return {**fields, "archive_findings": noted.leaf.said.get("archive_findings")} if erasures else fields


def _envelope(
    noted: LoggedLeaf,
    fields: Mapping[str, Any],
    row: EvaluationRow | None,
    erasure_state: tuple[str | None, Sequence[LoggedLeaf]],
) -> VerificationCheck:
    """Compare what is said with the leaf; the state of erasures is a doubt about what remains, and these."""
    if noted.leaf.digest != noted.digest:
        return _check(8, CheckResult.FAILED, _say("LEAF_DAMAGED", position=noted.position))
    leaf = noted.leaf.said
    for field, value in fields.items():
        if leaf.get(field) != value:
            differs = _say(
                "ENVELOPE_DIFFERS", field=field, found=_shorten_value(value), noted=_shorten_value(leaf.get(field))
            )
            return _check(8, CheckResult.FAILED, differs)
    try:
        misplaced = None if row is None else _misplaced(row)
    except TrailError:
        misplaced = None  # of which the first check tells
    if misplaced is not None:
        return _check(8, CheckResult.FAILED, _say("COLUMN_DIFFERS", column=misplaced))
    doubt, erasures = erasure_state
    if doubt is not None:
        return _check(8, CheckResult.FAILED, doubt)
    if erasures:
        erased = join_clauses(erasure_message(erasure.leaf.said) for erasure in erasures)
        return _check(8, CheckResult.PASSED, _say("ERASED_AS_NOTED", erased=erased))
    return _check(8, CheckResult.PASSED, _say("ENVELOPE_HOLDS", count=len(fields), digest=noted.digest))


def _said_by_row(row: EvaluationRow) -> Mapping[str, Any]:
    fields = dict(leaf_of(row, "").said)
    del fields["predecessor"]
    return fields


def _misplaced(row: EvaluationRow) -> str | None:
    """Name a column by which the evaluation is found, and which says something else than its record."""
    written = unpack(row.record)
    conclusion = read_conclusion(written)[0]
    wanted = {
        "subject": written.head.subject,
        "scorecard_version": written.head.scorecard_version,
        "as_of_date": written.head.as_of_date,
        "conclusion_kind": conclusion.kind,
        "grade": conclusion.grade,
    }
    return next((name for name, value in wanted.items() if getattr(row, name) != value), None)


def _said_by_message(message: evaluation_pb2.Evaluation, head: RecordHead, noted: LoggedLeaf) -> Mapping[str, Any]:
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
    fields["archive_findings"] = _findings(message.archive_findings, noted.leaf.said["archive_findings"])
    return fields


def _principal(principal: evaluation_pb2.Principal) -> Mapping[str, str]:
    return {
        "id": principal.id,
        "kind": word_of(evaluation_pb2.Principal.Kind, principal.kind),
        "organization": principal.organization.removeprefix("organizations/"),
    }


def _findings(findings: Sequence[evaluation_pb2.Finding], noted: Mapping[str, Any]) -> Mapping[str, Any]:
    """Note what an evaluation shows; where it withholds what others used, it is what was noted to be shown so."""
    summary = summarize_findings([plain_finding(finding) for finding in findings])
    return noted if summary["digest"] == noted["shown"] else summary


def _shorten_value(value: object) -> str:
    return (value if isinstance(value, str) else json.dumps(value, sort_keys=True))[:120]
