"""How does EvaluationService answer?"""

from __future__ import annotations

import asyncio
from contextlib import aclosing, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.envelopes import archive_findings
from service.answering.mapping.open_answers import has_open_answers
from service.answering.mapping.requests import read_request
from service.answering.mapping.statuses import tell_status
from service.answering.mapping.views import FULL, read_view
from service.api.archive import Archive
from service.api.earlier import EarlierEvaluations
from service.api.evaluating_process import WORK as EVALUATE
from service.api.explaining_process import WORK as EXPLAIN
from service.api.explaining_process import asked_of
from service.api.guard import Guard
from service.api.handing_over import HandedOver
from service.api.handing_over import asked_of as evaluation_asked_of
from service.api.quotas import Kind
from service.api.ranking import Rankings
from service.api.simulation import Simulations
from service.api.streaming import in_order
from service.api.trying_process import OPEN
from service.api.verification import Verifications
from service.base import instants, logs
from service.base.measures import CONCLUSIONS, EVALUATION_SECONDS, EVALUATIONS_LOST
from service.base.names import named_at, organization_of, parse_card, parse_request_id
from service.base.of_call import asked_language
from service.base.refusals import Reason, Refusal
from service.base.status import item_error_of, log_failure
from service.base.tracing import step
from service.identity.principals import caller
from service.store.records import restore
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, evaluation_service_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Sequence

    import grpc

    from service.api.bulkheads import Bulkheads
    from service.api.quotas import Quotas
    from service.base.processes import Processes
    from service.evaluating.reader import RecordReader
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store
    from service.store.of_subject import StoredRecord
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
        evaluating: Processes,
        trying: Processes,
        explaining: Processes,
        reader: RecordReader,
        bulkheads: Bulkheads,
        quotas: Quotas,
        stopping: asyncio.Event,
    ) -> None:
        """Use these parts; whoever made them closes them.

        `evaluating` evaluates what is stored, and `trying` everything else; `explaining` takes far longer. Each has
        processes of its own, so that none keeps another waiting, and none of it is done in this one.
        Streams end once `stopping` is set.
        """
        self._archive = Archive(store, gazette, reader)
        self._simulations = Simulations(
            archive=self._archive,
            gazette=gazette,
            trying=trying,
            reader=reader,
            in_thread=bulkheads.trying.in_thread,
        )
        self._rankings = Rankings(store, gazette)
        self._earlier = EarlierEvaluations(store, gazette)
        self._verifications = Verifications(
            store=store, earlier=self._earlier, trying=trying, bulkhead=bulkheads.trying
        )
        self._stopping = stopping
        self._store = store
        self._gazette = gazette
        self._evaluating = evaluating
        self._trying = trying
        self._explaining = explaining
        self._bulkheads = bulkheads
        self._quotas = quotas
        for card in gazette.card_ids():
            EVALUATIONS_LOST.labels(card)  # told as none, before there is one

    async def EvaluateSubject(
        self, request: evaluation_service_pb2.EvaluateSubjectRequest, context: Context
    ) -> evaluation_pb2.Evaluation:
        """Evaluate one subject and store the evaluation, or give the answer stored for the same request."""
        self._quotas.take(Kind.ITEMS)
        with self._bulkheads.evaluating.entered():
            return await self._answer(request, asked_language(request, context.invocation_metadata()))

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
            message = await reading.in_thread(self._archive.told, row, view=view)
            return await self._with_open_answers(message, view=view)

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
            language = asked_language(request, context.invocation_metadata())
            return await self._simulations.simulate(request, language)

    async def ExplainEvaluation(
        self, request: evaluation_service_pb2.ExplainEvaluationRequest, context: Context
    ) -> evaluation_service_pb2.ExplainEvaluationResponse:
        """Say in words why the conclusion is what it is and what would change it."""
        trying = self._bulkheads.trying
        with trying.entered():
            row = await trying.in_thread(self._archive.whole, request.name)
            asked = asked_of(
                restore(row.record, row.record_key).content,
                archive_findings(row),
                language=request.language_code,
                criterion=request.criterion_id or None,
            )
            language = asked_language(request, context.invocation_metadata())
            answer = await self._explaining.work(EXPLAIN, asked, language=language)
            response = evaluation_service_pb2.ExplainEvaluationResponse.FromString(answer)
            tell_status(response, await trying.in_thread(self._archive.status, row.name))
            return response

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
            Guard.check(_STREAM, request)
            self._quotas.take(Kind.ITEMS)
            with step("item"):
                response.evaluation.CopyFrom(await self._answer(request, language))
        except Exception as error:
            log_failure(error, method="StreamEvaluateSubjects", item=response.request_id)
            response.error.CopyFrom(item_error_of(error, language))
        return response

    async def _answer(self, request: Request, language: str) -> evaluation_pb2.Evaluation:
        with step("read"):
            found, earlier = await self._found(request)
        if found is not None:
            return await self._again(found, read_view(request.view, default=FULL))
        return await self._evaluate(request, earlier, language)

    async def _found(self, request: Request) -> tuple[EvaluationRow | None, Sequence[StoredRecord]]:
        """Find what was stored for a request, or else the earlier evaluations that it may mean.

        What is wrong with a request is told by who evaluates it.

        Raises:
            InputError: the request is malformed, and its id was used.
            Refusal: the request id was used with another body, or the database cannot be read now.
        """
        try:
            organization, request_id = organization_of(request.subject), parse_request_id(request.request_id)
        except InputError:
            return None, ()
        logs.bind(organization=organization, request_id=request_id)
        in_thread, asked = (
            self._bulkheads.evaluating.in_thread,
            {"organization": organization, "request_id": request_id},
        )
        is_answered, earlier = await in_thread(self._looked_up, request, **asked)
        if not is_answered:
            return None, earlier
        body_digest = (await in_thread(read_request, request)).body_digest
        logs.bind(body_digest=body_digest)
        return await in_thread(self._store.find_request, **asked, body_digest=body_digest), ()

    def _looked_up(
        self, request: Request, *, organization: str, request_id: str
    ) -> tuple[bool, Sequence[StoredRecord]]:
        """Say whether a request was answered, and otherwise which earlier evaluations it may mean."""
        if self._store.has_answered(organization=organization, request_id=request_id):
            return True, ()
        return False, self._earlier.for_request(request)

    async def _evaluate(
        self, request: Request, earlier: Sequence[StoredRecord], language: str
    ) -> evaluation_pb2.Evaluation:
        """Evaluate and store; the answer is an earlier one if the same request was stored meanwhile."""
        with step("evaluate") as span:
            made = await self._made(request, earlier, language)
            if span is not None:
                span.set_attribute("touchstone.version", made.row.scorecard_version)
        logs.bind(body_digest=made.row.body_digest, version=made.row.scorecard_version)
        EVALUATION_SECONDS.labels(parse_card(made.row.scorecard_version).card).observe(made.seconds)
        with step("commit"):
            # Once the writer has the row the evaluation exists, so a caller that leaves must not undo it.
            stored = self._store.append(made.row, made.usages, stage=made.stage, verdict=made.verdict)
            row = await asyncio.shield(asyncio.wrap_future(stored))
        instants.hold(named_at(row.name))
        if row.name != made.row.name:
            return await self._again(row, read_view(request.view, default=FULL))
        logs.bind(evaluation=row.name, record_digest=row.record_digest)
        _count_conclusion(made)
        made.message.archive_findings.extend(archive_findings(row))
        return made.message

    async def _made(self, request: Request, earlier: Sequence[StoredRecord], language: str) -> HandedOver:
        """Let a process evaluate; whose evaluations cost processes is counted by the card.

        Raises:
            Refusal: the request is refused there, or the process was lost.
        """
        asked = evaluation_asked_of(request, caller(), earlier)
        try:
            return HandedOver.read(await self._evaluating.work(EVALUATE, asked, language=language))
        except Refusal as refusal:
            if refusal.reason is Reason.PROCESS_LOST:
                self._count_lost(request.scorecard)
            raise

    def _count_lost(self, scorecard: str) -> None:
        with suppress(InputError):
            card = parse_card(scorecard).card
            if card in self._gazette.card_ids():
                logs.bind(scorecard=card)
                EVALUATIONS_LOST.labels(card).inc()

    async def _again(self, row: EvaluationRow, view: evaluation_pb2.EvaluationView) -> evaluation_pb2.Evaluation:
        """Give the answer that was stored for the same request before."""
        logs.bind(evaluation=row.name, record_digest=row.record_digest)
        in_thread = self._bulkheads.evaluating.in_thread
        message = await in_thread(self._archive.told, row, view=view)
        return await self._with_open_answers(message, view=view)

    async def _with_open_answers(
        self, message: evaluation_pb2.Evaluation, *, view: evaluation_pb2.EvaluationView
    ) -> evaluation_pb2.Evaluation:
        """Say of everything that is not known what it waits for; not where rules or tables are no longer there."""
        if view != FULL or message.erasures or not has_open_answers(message.record):
            return message
        with step("answer"):
            message.MergeFromString(await self._trying.work(OPEN, message.record_json.encode("utf-8")))
        return message


def _count_conclusion(made: HandedOver) -> None:
    row = made.row
    card = parse_card(row.scorecard_version).card
    CONCLUSIONS.labels(card, row.conclusion_kind, row.grade or "", made.stage or "", made.verdict or "").inc()
