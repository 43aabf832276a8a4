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
from service.store.records import unpack
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.trail.verify import Check
    from service.api.archive import Archive
    from service.api.bulkheads import Bulkhead
    from service.evaluating.worker import Worker
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store
    from service.store.tables import EvaluationRow
    from touchstone.v1 import evaluation_pb2

    Request = evaluation_service_pb2.VerifyEvaluationTrailRequest

_say = speaker(__name__)


class Verifications:
    """Answers VerifyEvaluationTrail; a failed check is an answer."""

    def __init__(self, *, store: Store, gazette: Gazette, archive: Archive, worker: Worker, bulkhead: Bulkhead) -> None:
        """Use these parts."""
        self._store = store
        self._gazette = gazette
        self._archive = archive
        self._worker = worker
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
            content = unpack(row.record)
        except TrailError as error:
            return unreadable(error)
        return await self._worker.verify(
            content=content,
            stated_digest=row.record_digest,
            record_key=row.record_key,
            versions=versions_for(content, self._gazette),
        )

    async def _found_of(self, evaluation: evaluation_pb2.Evaluation) -> Sequence[evaluation_pb2.Finding]:
        """Give what the archive found of an exported evaluation, as stored here if it is: the file may leave it out."""
        row = await self._bulkhead.in_thread(self._store.find, evaluation.name) if evaluation.name else None
        if row is None or row.record_digest != evaluation.record_digest:
            return evaluation.archive_findings
        return archive_findings(row)

    async def _exported(self, evaluation: evaluation_pb2.Evaluation) -> tuple[Check, ...]:
        content = exported_content(evaluation)
        versions = versions_for(content, self._gazette)
        checks = await self._worker.verify(
            content=content,
            stated_digest=evaluation.record_digest,
            record_key=evaluation.record_key,
            versions=versions,
        )
        return with_shown_record(checks, evaluation, versions)
