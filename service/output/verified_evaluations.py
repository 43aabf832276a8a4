"""Verification of evaluations before answers are derived."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from rules.api import CheckResult
from rules.contracts import message_factory
from rules.trail import CHECK_OF_PREVIOUS
from service.base.refusals import Reason, Refusal
from service.evaluating.evaluators import Evaluators, RecordReader
from service.output.envelopes import exported_content, versions_for
from service.output.shown_records import check_shown_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.api import VerificationCheck
    from rules.contracts import Record
    from rules.model import PublishedVersion
    from rules.trail import PreviousRecord
    from service.gazette.versions import Gazette
    from touchstone.v1 import evaluation_pb2

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
