"""What does a verification answer, of an evaluation that is stored here, and of one that was exported?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import speaker
from service.answering.envelopes import (
    archive_findings,
    exported_content,
    unreadable,
    versions_for,
    with_shown_record,
)
from service.answering.mapping.checks import write_checks
from service.identity.permissions import organization_named
from service.identity.principals import caller
from service.store.records import restore
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.trail.verify import Check
    from service.api.archive import Archive
    from service.api.bulkheads import Bulkhead
    from service.evaluating.reader import RecordReader
    from service.evaluating.worker import Worker
    from service.store.evaluations import Store
    from service.store.tables import EvaluationRow
    from touchstone.v1 import evaluation_pb2

    Request = evaluation_service_pb2.VerifyEvaluationTrailRequest

_say = speaker(__name__)


class Verifications:
    """Answers VerifyEvaluationTrail; a failed check is an answer."""

    def __init__(
        self, *, store: Store, archive: Archive, worker: Worker, reader: RecordReader, bulkhead: Bulkhead
    ) -> None:
        """Use these parts."""
        self._store = store
        self._archive = archive
        self._worker = worker
        self._reader = reader
        self._bulkhead = bulkhead

    async def verify(self, request: Request, language: str) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        """Check what the request names or holds, and say it in a language, too.

        Raises:
            InputError: the name is malformed, or nothing is to be checked.
            Refusal: there is no such evaluation.
        """
        match request.WhichOneof("target"):
            case "name":
                row = await self._bulkhead.in_thread(self._archive.row, request.name)
                return write_checks(await self._stored(row), language, archive_findings(row))
            case "evaluation":
                checks = await self._exported(request.evaluation)
                return write_checks(checks, language, await self._found_of(request.evaluation))
            case _:
                raise InputError((Violation("target", _say("TARGET_REQUIRED"), "REQUIRED"),))

    async def _stored(self, row: EvaluationRow) -> tuple[Check, ...]:
        try:
            content = restore(row.record, row.record_key).content
        except TrailError as error:
            return unreadable(error)
        return await self._checks(content, row.record_digest, row.record_key)

    async def _found_of(self, evaluation: evaluation_pb2.Evaluation) -> Sequence[evaluation_pb2.Finding]:
        """Give what the archive found of an exported evaluation, as stored here if it is: the file may leave it out.

        The archive is asked for what the caller may read alone.
        """
        row = None
        if caller().reaches(organization_named(evaluation.name)):
            row = await self._bulkhead.in_thread(self._store.find, evaluation.name)
        if row is None or row.record_digest != evaluation.record_digest:
            return evaluation.archive_findings
        return archive_findings(row)

    async def _exported(self, evaluation: evaluation_pb2.Evaluation) -> tuple[Check, ...]:
        content = exported_content(evaluation)
        checks = await self._checks(content, evaluation.record_digest, evaluation.record_key)
        return await self._bulkhead.in_thread(with_shown_record, checks, evaluation, self._reader)

    async def _checks(self, content: bytes, stated_digest: str, record_key: bytes) -> tuple[Check, ...]:
        return await self._worker.verify(
            content=content,
            stated_digest=stated_digest,
            record_key=record_key,
            versions=versions_for(content, self._reader.gazette),
        )
