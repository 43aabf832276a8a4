"""Verification of evaluations before answers are derived."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from rules.api import CheckResult, VerificationCheck, read_record
from rules.contracts import ErasedRecord, TrailError, VersionError, error_message, message_factory
from rules.trail import CHECK_OF_PREVIOUS, read_conclusion, summary_of
from service.base.refusals import Reason, Refusal
from service.evaluating.evaluators import Evaluators, RecordReader
from service.output.envelopes import WORDING, exported_content, scorecard_of, summary_message, versions_for, with_steps
from service.output.mapping.answers import write_record, write_summary
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from google.protobuf.message import Message as ProtobufMessage

    from rules.api import LazyRecord
    from rules.contracts import Record, WrittenRecord
    from rules.model import PublishedVersion
    from rules.trail import PreviousRecord
    from service.gazette.versions import Gazette


_message = message_factory(__name__)


class VerifiedEvaluation(NamedTuple):
    """Verified evaluation with its version and gazette."""

    evaluation: evaluation_pb2.Evaluation
    record: Record
    version: PublishedVersion
    gazette: Gazette
    checks: tuple[VerificationCheck, ...]


class VerificationFailedError(Refusal):
    """Failed or impossible check of an evaluation."""

    def __init__(self, checks: Sequence[VerificationCheck], erasures: Sequence[evaluation_pb2.Erasure] = ()) -> None:
        self.checks = checks
        self.erasures = erasures
        first = next(check for check in checks if _blocks(check))
        message = _message("NOT_VERIFIED", number=first.number, problem=first.message)
        super().__init__(Reason.VERIFICATION_FAILED, message)


def verified(evaluation: evaluation_pb2.Evaluation, gazette: Gazette) -> VerifiedEvaluation:
    """Verify an exported evaluation under the gazette's rules.

    Raises:
        InputError: If it contains no record.
        VerificationFailedError: If a check failed or could not run.
    """
    with closing(RecordReader(gazette)) as reader:
        checks = _checks_of(evaluation, gazette, reader)
        if any(map(_blocks, checks)):
            raise VerificationFailedError(checks, evaluation.erasures)
        record = reader.read(exported_content(evaluation)).record
    version = gazette.made_by(record.scorecard_version, record.rule_digest)
    return VerifiedEvaluation(evaluation, record, version, gazette, checks)


def _checks_of(
    evaluation: evaluation_pb2.Evaluation,
    gazette: Gazette,
    reader: RecordReader,
    previous: Sequence[PreviousRecord] = (),
) -> tuple[VerificationCheck, ...]:
    content = exported_content(evaluation)
    checks = Evaluators.for_gazette(gazette).verify(
        content=content,
        stated_digest=evaluation.record_digest,
        record_key=evaluation.record_key,
        versions=versions_for(content, gazette),
        previous=previous,
    )
    return check_shown_record(checks, evaluation, reader)


def _blocks(check: VerificationCheck) -> bool:
    absent = check.number == CHECK_OF_PREVIOUS and check.result is CheckResult.NOT_CHECKED
    return check.result is not CheckResult.PASSED and not absent


def check_shown_record(
    checks: Sequence[VerificationCheck], message: evaluation_pb2.Evaluation, reader: RecordReader
) -> tuple[VerificationCheck, ...]:
    """Return the checks; the first fails if the shown record differs from its bytes.

    Unpublished versions are compared partially; step payloads require equal wording.
    """
    first, *others = checks
    if first.result is not CheckResult.PASSED or not message.HasField("record"):
        return tuple(checks)
    try:
        different = _differing_field(message, read_record(message.record_json.encode("utf-8")), reader)
    except (TrailError, ValueError) as error:
        text = _message("CANNOT_SHOW", problem=error_message(error))
    else:
        if different is None:
            return tuple(checks)
        text = _message("SHOWN_DIFFERS", field=different)
    return (VerificationCheck(number=first.number, name=first.name, result=CheckResult.FAILED, message=text), *others)


def _differing_field(
    message: evaluation_pb2.Evaluation, written: WrittenRecord | ErasedRecord, reader: RecordReader
) -> str | None:
    shown = message.record
    names = [field.name for field in shown.DESCRIPTOR.fields]
    if isinstance(written, ErasedRecord):
        remaining = write_record(summary_of(written), scorecard_of(written.head, reader.gazette))
        different = _first_difference(names, shown, remaining)
        if different is None or _first_difference(names, shown, summary_message(written, reader.gazette)) is None:
            return None
        return different
    try:
        recorded = reader.restore(written)
    except VersionError:
        basic = write_summary(written.head, *read_conclusion(written), None)
        basic.standing.not_assessed.extend(shown.standing.not_assessed)
        compared = [field.name for field, _ in basic.ListFields()]
        return _first_difference(compared, shown, basic)
    evaluation, card = recorded.evaluation, recorded.scorecard
    if shown.facts:
        expected = write_record(recorded.without_steps, card)
    else:  # BASIC view, as every scorecard has facts
        expected = write_summary(written.head, evaluation.conclusion, evaluation.standing, evaluation.track, card)
    different = _first_difference(names, shown, expected)
    return different if different is not None or not message.trail_steps else _differing_step(message, recorded)


def _differing_step(message: evaluation_pb2.Evaluation, recorded: LazyRecord) -> str | None:
    same_wording = message.software_versions.get(WORDING) == recorded.wording_digest
    wanted = with_steps(evaluation_pb2.Evaluation(record_key=message.record_key), recorded).trail_steps
    if len(wanted) != len(message.trail_steps):
        return "trail_steps"
    names = [
        field.name
        for field in evaluation_pb2.TrailStep.DESCRIPTOR.fields
        if same_wording or field.name != "payload_json"
    ]
    for step, expected_step in zip(message.trail_steps, wanted, strict=True):
        if (name := _first_difference(names, step, expected_step)) is not None:
            return f"trail_steps[{expected_step.step_id}].{name}"
    return None


def _first_difference(names: Iterable[str], shown: ProtobufMessage, expected: ProtobufMessage) -> str | None:
    return next((name for name in names if getattr(shown, name) != getattr(expected, name)), None)
