"""EvaluationService: RPC methods that need no store; the others are in `service/api/stored_evaluations.py`."""

from __future__ import annotations

import hashlib
from contextlib import aclosing
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, message_factory
from service.api.evaluation_worker_specs import build_evaluate_request, explanation_worker_spec, simulation_worker_spec
from service.api.quotas import QuotaKind
from service.base.bounded_cache import BoundedCache
from service.base.call_context import preferred_language
from service.base.grpc_status import item_error_of, log_failure
from service.base.tracing import trace_step
from service.identity.permissions import authorize
from service.output.mapping.requests import FULL
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence

    import grpc

    from service.api.service_dependencies import ServiceContext
    from service.api.simulation import Simulations
    from service.api.stored_evaluations import StoredEvaluations
    from service.api.verification import Verifications
    from service.store.stored_records import StoredRecord

    Request = evaluation_service_pb2.EvaluateSubjectRequest
    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_STREAM = "touchstone.v1.EvaluationService/StreamEvaluateSubjects"
_READ_AHEAD = 4
"""Limit of stream items in progress before the first answer is read."""


_MAX_CACHED_REPORT_BYTES = 32 << 20
"""Enough for 40 to 150 reports, each a page, a workbook or an OSCAL file."""
_REPORT_SECONDS = 600.0
"""Retention in seconds; reports of erased evaluations remain cached but are not returned."""


class ReportCache:
    """Caches reports by their full request, including the evaluation with status and findings.

    Equal requests have equal reports. The caller must check read access before each use.
    """

    def __init__(self) -> None:
        self._reports = BoundedCache(most_bytes=_MAX_CACHED_REPORT_BYTES, seconds=_REPORT_SECONDS)

    async def report(
        self,
        request: evaluation_service_pb2.GetReportRequest,
        write: Callable[[], Awaitable[evaluation_service_pb2.Report]],
    ) -> evaluation_service_pb2.Report:
        key = hashlib.sha256(request.SerializeToString(deterministic=True)).digest()
        cached = self._reports.get(key)
        if cached is not None:
            return evaluation_service_pb2.Report.FromString(cached)
        report = await write()
        self._reports.add(key, report.SerializeToString())
        return report


class EvaluationApi:
    """Evaluates, explains, simulates and verifies, with long work in worker processes if available.

    Without a store nothing is saved and the log is not consulted.
    """

    def __init__(self, parts: ServiceContext, stored: StoredEvaluations | None) -> None:
        self._stored = stored
        self._stopping = parts.stopping
        self._limiters = parts.limiters
        self._quotas = parts.quotas
        self._simulation_worker = parts.processes(simulation_worker_spec(parts.gazette.folder))
        self._explanation_worker = parts.processes(explanation_worker_spec(parts.gazette.folder))
        self._reports = ReportCache()
        self._parts = parts
        self._refuse_without_store = parts.refuse_unkept

    @cached_property
    def _simulations(self) -> Simulations:
        from service.api.simulation import Simulations  # noqa: PLC0415 -- slow to load for a command that evaluates

        return Simulations(self._parts, self._stored)

    @cached_property
    def _verifications(self) -> Verifications:
        from service.api.verification import Verifications  # noqa: PLC0415 -- slow to load for a command that evaluates

        return Verifications(self._parts, self._stored)

    async def EvaluateSubject(self, request: Request, context: Context) -> evaluation_pb2.Evaluation | bytes:
        language = preferred_language(request, context.invocation_metadata())
        if self._stored is None or request.validate_only:
            with self._limiters.trying.slot():
                return await self._evaluate_unstored(request, language)
        _refuse_unpublished(request)
        self._quotas.take(QuotaKind.ITEMS)
        with self._limiters.evaluating.slot():
            return await self._stored.answer(request, language)

    async def StreamEvaluateSubjects(
        self, request_iterator: AsyncIterator[Request | None], context: Context
    ) -> AsyncGenerator[evaluation_service_pb2.StreamEvaluateSubjectsResponse | bytes, None]:
        from service.api.ordered_answers import answer_in_order  # noqa: PLC0415 -- loads asyncio, which a single evaluation does not need

        with self._limiters.streams.slot():
            language = preferred_language(None, context.invocation_metadata())
            answer_item = partial(self._answer_item, language=language)
            answered = answer_in_order(request_iterator, answer_item, ahead=_READ_AHEAD, stopping=self._stopping)
            async with aclosing(answered) as answers:
                async for answer in answers:
                    yield answer

    async def SimulateEvaluation(
        self, request: evaluation_service_pb2.SimulateEvaluationRequest, context: Context
    ) -> evaluation_service_pb2.SimulateEvaluationResponse:
        self._quotas.take(QuotaKind.ITEMS)
        with self._limiters.trying.slot():
            language = preferred_language(request, context.invocation_metadata())
            return await self._simulations.simulate(request, language)

    async def ExplainEvaluation(
        self, request: evaluation_service_pb2.ExplainEvaluationRequest, context: Context
    ) -> evaluation_service_pb2.ExplainEvaluationResponse:
        trying = self._limiters.trying
        with trying.slot():
            evaluation = await trying.in_thread(self._evaluation_to_explain, request)
            work_request = work_pb2.Explain(
                evaluation=evaluation,
                language_code=request.language_code,
                criterion_id=request.criterion_id,
                exported=request.HasField("evaluation"),
            )
            language = preferred_language(request, context.invocation_metadata())
            kind = evaluation_service_pb2.ExplainEvaluationResponse
            response = await self._explanation_worker.work(work_request, kind, language=language)
            if evaluation.HasField("status"):
                response.status.CopyFrom(evaluation.status)
            return response

    async def GetReport(
        self, request: evaluation_service_pb2.GetReportRequest, context: Context
    ) -> evaluation_service_pb2.Report:
        language = preferred_language(request, context.invocation_metadata())
        trying = self._limiters.trying
        with trying.slot():
            full_request = evaluation_service_pb2.GetReportRequest()
            full_request.CopyFrom(request)
            full_request.evaluation.CopyFrom(await trying.in_thread(self._evaluation_to_report, request))

            def write() -> Awaitable[evaluation_service_pb2.Report]:
                return self._explanation_worker.work(full_request, evaluation_service_pb2.Report, language=language)

            return await (self._reports.report(full_request, write) if request.name else write())

    async def VerifyEvaluationTrail(
        self, request: evaluation_service_pb2.VerifyEvaluationTrailRequest, context: Context
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        language = preferred_language(request, context.invocation_metadata())
        with self._limiters.trying.slot():
            return await self._verifications.verify(request, language)

    def _evaluation_to_report(self, request: evaluation_service_pb2.GetReportRequest) -> evaluation_pb2.Evaluation:
        if request.WhichOneof("target") is None:
            raise InputError.of("target", _message("TARGET_REQUIRED"), "REQUIRED")
        if not request.name:
            return self._merge_stored(request.evaluation)
        archive = self._refuse_without_store() if self._stored is None else self._stored.archive
        return archive.to_message(archive.unerased_row(request.name), view=FULL)

    def _evaluation_to_explain(
        self, request: evaluation_service_pb2.ExplainEvaluationRequest
    ) -> evaluation_pb2.Evaluation:
        if request.HasField("evaluation"):
            return self._merge_stored(request.evaluation)
        if self._stored is None:
            self._refuse_without_store()
        return self._stored.archive.complete_evaluation(request.name)

    def _merge_stored(self, exported: evaluation_pb2.Evaluation) -> evaluation_pb2.Evaluation:
        return exported if self._stored is None else self._stored.archive.known(exported)

    async def _evaluate_unstored(self, request: Request, language: str) -> evaluation_pb2.Evaluation:
        draft = None
        if request.HasField("scorecard_draft"):
            if request.scorecard:
                raise InputError.of("scorecard", _message("NOT_WITH_DRAFT"), "WRONG_VALUE")
            draft = await self._simulations.draft(request.scorecard_draft)
        stored: Sequence[StoredRecord] = ()
        if self._stored is not None and not (request.previous_evaluations or request.previous_bundles):
            stored = await self._limiters.trying.in_thread(self._stored.earlier.for_request, request)
        with trace_step("evaluate"):
            work_request = build_evaluate_request(request, draft, stored)
            return await self._simulation_worker.work(work_request, evaluation_pb2.Evaluation, language=language)

    async def _answer_item(
        self, request: Request | None, *, language: str
    ) -> evaluation_service_pb2.StreamEvaluateSubjectsResponse | bytes:
        response = evaluation_service_pb2.StreamEvaluateSubjectsResponse(
            request_id=request.request_id if request else ""
        )
        try:
            if request is None:
                raise InputError.of("request", _message("ITEM_UNREADABLE"), "MALFORMED")
            authorize(_STREAM, request)
            self._quotas.take(QuotaKind.CALLS if request.validate_only else QuotaKind.ITEMS)
            with trace_step("item"):
                answer = await self._answer(request, language)
            if isinstance(answer, bytes):
                return work_pb2.StreamedEvaluation(request_id=request.request_id, evaluation=answer).SerializeToString()
            response.evaluation.CopyFrom(answer)
        except Exception as error:
            log_failure(error, method="StreamEvaluateSubjects", item=response.request_id)
            response.error.CopyFrom(item_error_of(error, language))
        return response

    async def _answer(self, request: Request, language: str) -> evaluation_pb2.Evaluation | bytes:
        if self._stored is None or request.validate_only:
            return await self._evaluate_unstored(request, language)
        _refuse_unpublished(request)
        return await self._stored.answer(request, language)


def _refuse_unpublished(request: Request) -> None:
    fields = ("scorecard_draft", "previous_evaluations", "previous_bundles")
    present_fields = {field.name for field, _ in request.ListFields()}.intersection(fields)
    if present_fields:
        raise InputError(
            tuple(Violation(name, _message("VALIDATE_ONLY"), "WRONG_VALUE") for name in sorted(present_fields))
        )


def add(parts: ServiceContext) -> None:
    """Register the service, with the stored methods only if there is a store."""
    stored: StoredEvaluations | None = None
    if parts.store is not None:
        from service.api.stored_evaluations import StoredEvaluations  # noqa: PLC0415 -- the storage code is slow to load

        stored = StoredEvaluations(parts)
    service = evaluation_service_pb2.DESCRIPTOR.services_by_name["EvaluationService"]
    parts.answer(service, EvaluationApi(parts, stored), *(() if stored is None else (stored,)))
