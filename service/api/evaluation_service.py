"""How does EvaluationService answer?"""

from __future__ import annotations

import asyncio
from contextlib import aclosing, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog

from rules.contracts.errors import InputError, VersionError, Violation
from rules.contracts.messages import speaker
from service.answering.envelopes import archive_findings, stored_evaluation
from service.answering.mapping.open_answers import has_open_answers, write_open_answers
from service.answering.mapping.requests import read_request
from service.answering.mapping.views import FULL, read_view
from service.api.archive import Archive
from service.api.calls import log_failure
from service.api.explaining_process import WORK, asked_of
from service.api.handing_over import HandingOver
from service.api.quotas import Kind
from service.api.ranking import Rankings
from service.api.simulation import Simulations
from service.api.streaming import in_order
from service.api.verification import Verifications
from service.base import instants
from service.base.asked_language import asked_language
from service.base.measures import CONCLUSIONS, EVALUATION_SECONDS, timed
from service.base.refusals import Refusal
from service.base.status import item_error_of
from service.base.tracing import step
from service.evaluating.evaluators import new_record_key
from service.identity.permissions import check_organizations
from service.identity.principals import caller
from service.store.records import restore
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, evaluation_service_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    import grpc

    from rules.contracts.record import Conclusion, Record
    from service.answering.mapping.requests import EvaluationRequest
    from service.api.bulkheads import Bulkhead, Bulkheads
    from service.api.quotas import Quotas
    from service.base.processes import Processes
    from service.evaluating.reader import RecordReader
    from service.evaluating.worker import Worker
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store
    from service.store.tables import EvaluationRow

    Request = evaluation_service_pb2.EvaluateSubjectRequest
    Context = grpc.aio.ServicerContext[Any, Any]

_say = speaker(__name__)

_STREAM = "touchstone.v1.EvaluationService/StreamEvaluateSubjects"
_READ_AHEAD = 4
"""How many items of a stream are worked on before the answer to the first is taken."""


class EvaluationApi(evaluation_service_pb2_grpc.EvaluationServiceServicer):
    """Evaluates, stores, gives back and verifies; what may take long leaves the event loop for a thread."""

    def __init__(  # noqa: PLR0913 -- one for each part
        self,
        *,
        store: Store,
        gazette: Gazette,
        worker: Worker,
        trying: Worker,
        explaining: Processes,
        reader: RecordReader,
        bulkheads: Bulkheads,
        quotas: Quotas,
        stopping: asyncio.Event,
        maximum_answer_bytes: int,
    ) -> None:
        """Use these parts; whoever made them closes them.

        `worker` evaluates what is stored and `trying` everything else, in threads of their own; `explaining` takes far
        longer, and is apart, so that it keeps no evaluation waiting.
        Streams end once `stopping` is set. What is stored can be answered in so many bytes.
        """
        self._reader = reader
        self._archive = Archive(store, gazette, reader)
        self._simulations = Simulations(archive=self._archive, gazette=gazette, worker=trying, reader=reader)
        self._rankings = Rankings(store, gazette)
        self._verifications = Verifications(
            store=store, archive=self._archive, worker=trying, reader=reader, bulkhead=bulkheads.trying
        )
        self._stopping = stopping
        self._store = store
        self._gazette = gazette
        self._worker = worker
        self._trying = trying
        self._explaining = explaining
        self._bulkheads = bulkheads
        self._quotas = quotas
        self._handing_over = HandingOver(store, maximum_answer_bytes=maximum_answer_bytes)

    async def EvaluateSubject(
        self, request: evaluation_service_pb2.EvaluateSubjectRequest, context: Context
    ) -> evaluation_pb2.Evaluation:
        """Evaluate one subject and store the evaluation, or give the answer stored for the same request."""
        self._quotas.take(Kind.ITEMS)
        with self._bulkheads.evaluating.entered():
            return await self._answer(request)

    async def StreamEvaluateSubjects(
        self, request_iterator: AsyncIterator[Request | None], context: Context
    ) -> AsyncGenerator[evaluation_service_pb2.StreamEvaluateSubjectsResponse, None]:
        """Evaluate many subjects in their order; an item that fails is answered with its error."""
        with self._bulkheads.streams.entered():
            language = asked_language(None, context.invocation_metadata())
            answer_item = partial(self._answer_item, language=language)
            answered = in_order(request_iterator, answer_item, ahead=_READ_AHEAD, stopping=self._stopping)
            async with aclosing(answered) as answers:
                async for answer in answers:
                    yield answer

    async def GetEvaluation(
        self, request: evaluation_service_pb2.GetEvaluationRequest, context: Context
    ) -> evaluation_pb2.Evaluation:
        """Return one stored evaluation."""
        reading = self._bulkheads.reading
        with reading.entered():
            view = read_view(request.view, default=FULL)
            row = await reading.in_thread(self._archive.row, request.name)
            message = await reading.in_thread(stored_evaluation, row, self._gazette, self._reader, view=view)
            return await self._with_open_answers(message, reading, self._trying, view=view)

    async def ListEvaluations(
        self, request: evaluation_service_pb2.ListEvaluationsRequest, context: Context
    ) -> evaluation_service_pb2.ListEvaluationsResponse:
        """List one page of the evaluations of an organisation."""
        with self._bulkheads.reading.entered():
            language = asked_language(request, context.invocation_metadata())
            return await self._bulkheads.reading.in_thread(self._archive.evaluations, request, language)

    async def ListTrailSteps(
        self, request: evaluation_service_pb2.ListTrailStepsRequest, context: Context
    ) -> evaluation_service_pb2.ListTrailStepsResponse:
        """List one page of the steps of an evaluation."""
        with self._bulkheads.reading.entered():
            return await self._bulkheads.reading.in_thread(self._archive.steps, request)

    async def SimulateEvaluation(
        self, request: evaluation_service_pb2.SimulateEvaluationRequest, context: Context
    ) -> evaluation_service_pb2.SimulateEvaluationResponse:
        """Try something else and store nothing."""
        self._quotas.take(Kind.ITEMS)
        with self._bulkheads.trying.entered():
            return await self._simulations.simulate(request)

    async def ExplainEvaluation(
        self, request: evaluation_service_pb2.ExplainEvaluationRequest, context: Context
    ) -> evaluation_service_pb2.ExplainEvaluationResponse:
        """Say in words why the conclusion is what it is and what would change it."""
        trying = self._bulkheads.trying
        with trying.entered():
            row = await trying.in_thread(self._archive.row, request.name)
            asked = asked_of(
                restore(row.record, row.record_key).content,
                archive_findings(row),
                language=request.language_code,
                criterion=request.criterion_id or None,
            )
            language = asked_language(request, context.invocation_metadata())
            answer = await self._explaining.work(WORK, asked, language=language)
            return evaluation_service_pb2.ExplainEvaluationResponse.FromString(answer)

    async def RankSubjects(
        self, request: evaluation_service_pb2.RankSubjectsRequest, context: Context
    ) -> evaluation_service_pb2.RankSubjectsResponse:
        """Rank the subjects of one track."""
        with self._bulkheads.reading.entered():
            return await self._bulkheads.reading.in_thread(self._rankings.rank_subjects, request)

    async def VerifyEvaluationTrail(
        self, request: evaluation_service_pb2.VerifyEvaluationTrailRequest, context: Context
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        """Check a stored or an exported evaluation; a failed check is an answer."""
        language = asked_language(request, context.invocation_metadata())
        with self._bulkheads.trying.entered():
            return await self._verifications.verify(request, language)

    async def _answer_item(
        self, request: Request | None, *, language: str
    ) -> evaluation_service_pb2.StreamEvaluateSubjectsResponse:
        response = evaluation_service_pb2.StreamEvaluateSubjectsResponse(
            request_id=request.request_id if request else ""
        )
        try:
            if request is None:
                raise InputError((Violation("request", _say("ITEM_UNREADABLE"), "MALFORMED"),))
            check_organizations(_STREAM, caller(), request)
            self._quotas.take(Kind.ITEMS)
            with step("item"):
                response.evaluation.CopyFrom(await self._answer(request))
        except Exception as error:
            log_failure(error, method="StreamEvaluateSubjects", item=response.request_id)
            response.error.CopyFrom(item_error_of(error, language))
        return response

    async def _answer(self, request: Request) -> evaluation_pb2.Evaluation:
        with step("read"):
            read, found = await self._bulkheads.evaluating.in_thread(self._looked_up, request)
        structlog.contextvars.bind_contextvars(
            organization=read.organization, request_id=read.request_id, body_digest=read.body_digest
        )
        if isinstance(found, Refusal):
            raise found
        if found is None:
            return await self._evaluate(read)
        return await self._again(found, read.view)

    def _looked_up(self, request: Request) -> tuple[EvaluationRequest, EvaluationRow | Refusal | None]:
        """Read a request, and what was stored for it or why that is refused, which is logged under what was read."""
        read = read_request(request)
        try:
            return read, self._store.find_request(
                organization=read.organization, request_id=read.request_id, body_digest=read.body_digest
            )
        except Refusal as refusal:
            return read, refusal

    async def _evaluate(self, read: EvaluationRequest) -> evaluation_pb2.Evaluation:
        """Evaluate and store; the answer is an earlier one if the same request was stored meanwhile."""
        known = read.known or instants.now()
        published = self._gazette.find(read.scorecard, as_of=read.as_of, known=known)
        structlog.contextvars.bind_contextvars(version=published.name)
        record_key = new_record_key()
        hand_over = partial(self._handing_over.hand_over, read=read, record_key=record_key, principal=caller())
        subject = read.subject_at(known)
        with step("evaluate", version=published.name), timed(EVALUATION_SECONDS.labels(read.scorecard.card)):
            handed_over = await self._worker.evaluate(published, subject, record_key, then=hand_over)
        message = handed_over.message
        with step("commit"):
            # Once the writer has the row the evaluation exists, so a caller that leaves must not undo it.
            row = await asyncio.shield(asyncio.wrap_future(handed_over.stored))
        if row.name != message.name:
            return await self._again(row, read.view)
        structlog.contextvars.bind_contextvars(evaluation=row.name, record_digest=row.record_digest)
        _count_conclusion(read.scorecard.card, handed_over.conclusion)
        message.archive_findings.extend(archive_findings(row))
        return await self._with_open_answers(
            message, self._bulkheads.evaluating, self._worker, view=read.view, record=handed_over.record
        )

    async def _again(self, row: EvaluationRow, view: evaluation_pb2.EvaluationView) -> evaluation_pb2.Evaluation:
        """Give the answer that was stored for the same request before."""
        structlog.contextvars.bind_contextvars(evaluation=row.name, record_digest=row.record_digest)
        evaluating = self._bulkheads.evaluating
        message = await evaluating.in_thread(stored_evaluation, row, self._gazette, self._reader, view=view)
        return await self._with_open_answers(message, evaluating, self._worker, view=view)

    async def _with_open_answers(
        self,
        message: evaluation_pb2.Evaluation,
        bulkhead: Bulkhead,
        worker: Worker,
        *,
        view: evaluation_pb2.EvaluationView,
        record: Record | None = None,
    ) -> evaluation_pb2.Evaluation:
        """Say of everything that is not known what it waits for; not where rules or tables are no longer there."""
        if view != FULL or not has_open_answers(message.record):
            return message
        with step("answer"), suppress(VersionError):
            if record is None:
                recorded = await bulkhead.in_thread(self._reader.read, message.record_json.encode("utf-8"))
                record = recorded.without_steps
            version = self._gazette.version_named(record.scorecard_version)
            message.open_answers.extend(write_open_answers(await worker.open_answers(version, record)))
        return message


def _count_conclusion(card: str, found: Conclusion) -> None:
    CONCLUSIONS.labels(card, found.kind, found.grade or "", found.stage or "", found.verdict or "").inc()
