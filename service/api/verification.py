"""What does a verification answer, of an evaluation that is stored here, and of one that was exported?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import speaker
from service.answering.envelopes import archive_findings, unreadable
from service.answering.mapping.checks import write_checks
from service.api.trying_process import VERIFY, to_verify
from service.identity.permissions import organization_named
from service.identity.principals import caller
from service.store.records import restore
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.api.archive import Archive
    from service.api.bulkheads import Bulkhead
    from service.base.processes import Processes
    from service.store.evaluations import Store
    from service.store.tables import EvaluationRow

    Request = evaluation_service_pb2.VerifyEvaluationTrailRequest

_say = speaker(__name__)


class Verifications:
    """Answers VerifyEvaluationTrail; a failed check is an answer."""

    def __init__(self, *, store: Store, archive: Archive, trying: Processes, bulkhead: Bulkhead) -> None:
        """Use these parts."""
        self._store = store
        self._archive = archive
        self._trying = trying
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
                return await self._stored(row, language)
            case "evaluation":
                evaluation = evaluation_pb2.Evaluation()
                evaluation.CopyFrom(request.evaluation)
                found = await self._found_of(request.evaluation)
                del evaluation.archive_findings[:]
                evaluation.archive_findings.extend(found)
                return await self._checked(evaluation, language)
            case _:
                raise InputError((Violation("target", _say("TARGET_REQUIRED"), "REQUIRED"),))

    async def _stored(self, row: EvaluationRow, language: str) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        found = archive_findings(row)
        try:
            content = restore(row.record, row.record_key).content
        except TrailError as error:
            return write_checks(unreadable(error), language, found)
        evaluation = evaluation_pb2.Evaluation(
            record_json=content.decode("utf-8"),
            record_digest=row.record_digest,
            record_key=row.record_key,
            archive_findings=found,
        )
        return await self._checked(evaluation, language)

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

    async def _checked(
        self, evaluation: evaluation_pb2.Evaluation, language: str
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        """Let a process check it.

        Raises:
            Refusal: it holds no record, or the process was lost.
        """
        answer = await self._trying.work(VERIFY, to_verify(evaluation, language), language=language)
        return evaluation_service_pb2.VerifyEvaluationTrailResponse.FromString(answer)
