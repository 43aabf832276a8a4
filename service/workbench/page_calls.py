"""In-process calls and file reads for pages, with concurrency limits."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager, aclosing, suppress
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from service.api.access_guard import InternalCall
from service.api.bulkheads import Bulkhead, BulkheadFullError
from service.api.fair_turns import FairTurns
from service.base.call_context import network_of
from service.files.document_pages import DRAWING
from service.identity.principals import NOBODY
from service.workbench.forms import SPOOLED
from service.workbench.page import product_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from google.protobuf.message import Message

    from service.api.call_interceptor import CallInterceptor
    from service.base.worker_specs import Answer, Worker
    from service.workbench.page import PageRequest

_MAX_CALLS, _RETRY_SECONDS = 8, (0.05, 0.1, 0.2, 0.4, 0.8)
_PER_PERSON_CALL = "/touchstone.v1.DossierService/GetCaseFilePage"
"""Its cost depends on an uploaded file, so each person runs one at a time."""
_CALLS_BY_KIND = (
    ("EvaluationService/EvaluateSubject",),
    ("EvaluationService/GetReport", "DossierService/GetCaseReport"),
    ("EvaluationService/ExplainEvaluation",),
    ("SelfCheckService/TryScorecard", "SelfCheckService/ReadAnswers", "SelfCheckService/TryMeasures"),
    ("SelfCheckService/TryPlan",),
    ("PlanService/ProposeMeasures", "PlanService/ReadMeasures", "PlanService/WriteMeasures"),
    (
        "ScorecardService/AnalyzeDraftFile",
        "ScorecardService/CompleteDraftFile",
        "ScorecardService/FormatDraftFile",
        "ScorecardService/PreviewDraftTables",
    ),
    (
        "ScorecardService/CheckDraft",
        "ScorecardService/ImportScorecardVersion",
        "ScorecardService/PreviewDraftMerge",
        "ScorecardService/MergeDraft",
        "ScorecardService/ProposeDraftExamples",
        "ScorecardService/TryDraftSlips",
        "ScorecardService/MeasureDraftImpact",
        "ScorecardService/MeasureProofFigures",
    ),
)
"""Each kind has its own limit, because these calls wait for worker processes. Products add theirs."""
_MAX_CALLS_PER_KIND = 2
_MAX_WAITING_FILES = 16
_MAX_FOLLOWED_STREAMS = 2


class PageCalls:
    """In-process calls of pages, limited by kind."""

    def __init__(self, calls: CallInterceptor, behaviors: Mapping[str, Any], reading: Worker) -> None:
        self._calls, self._behaviors, self._reading = calls, behaviors, reading
        self._turns = asyncio.Semaphore(_MAX_CALLS)
        self._turns_by_method: dict[str, asyncio.Semaphore] = {}
        for calls_of_kind in (*_CALLS_BY_KIND, *(product.limited_calls for product in product_pages())):
            methods = (f"/touchstone.v1.{call}" for call in calls_of_kind)
            self._turns_by_method |= dict.fromkeys(methods, asyncio.Semaphore(_MAX_CALLS_PER_KIND))
        self._fair_turns = FairTurns(DRAWING.max_processes)
        self._followed = FairTurns(_MAX_FOLLOWED_STREAMS)
        self._waiting_files = Bulkhead(_MAX_WAITING_FILES, kind="read_files")

    def close(self) -> None:
        self._waiting_files.close()

    async def ask(self, page_request: PageRequest, method: str, request: Any) -> Any:
        """Make a call in a separate task, so that its context variables do not leak."""
        context = _context(page_request)
        async with self._turn(page_request, method):
            for pause in _RETRY_SECONDS:
                with suppress(BulkheadFullError):  # other calls took all slots; nothing was done yet
                    return await asyncio.create_task(self._call_in_process(method, request, context))
                await asyncio.sleep(pause)
            return await asyncio.create_task(self._call_in_process(method, request, context))

    def _turn(self, page_request: PageRequest, method: str) -> AbstractAsyncContextManager[None]:
        if method == _PER_PERSON_CALL:
            return self._fair_turns.turn(asking_person(page_request))
        return self._turns_by_method.get(method, self._turns)

    async def receive(self, page_request: PageRequest, method: str, request: Any) -> SpooledTemporaryFile[bytes]:
        """Receive a streamed file, spooled to disk if large; the caller closes it."""
        for pause in _RETRY_SECONDS:
            with suppress(BulkheadFullError):  # other calls took all slots; nothing was sent yet
                return await self._receive_file(page_request, method, request)
            await asyncio.sleep(pause)
        return await self._receive_file(page_request, method, request)

    async def _receive_file(self, page_request: PageRequest, method: str, request: Any) -> SpooledTemporaryFile[bytes]:
        received: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(max_size=SPOOLED)  # noqa: SIM115 -- the caller closes it
        stream = self._calls.inside_telling(method, self._behaviors[method], request, _context(page_request))
        try:
            async with self._turns, aclosing(stream) as answers:
                async for answer in answers:
                    await page_request.in_thread(received.write, answer.content)
        except BaseException:
            received.close()
            raise
        received.seek(0)
        return received

    async def follow(self, page_request: PageRequest, method: str, request: Any, report: Callable[[Any], None]) -> Any:
        """Return the last answer of a costly stream; `report` receives each answer."""
        last = None
        async with self._followed.turn(asking_person(page_request)):
            stream = self._calls.inside_telling(method, self._behaviors[method], request, _context(page_request))
            async with aclosing(stream) as answers:
                async for answer in answers:
                    report(answer)
                    last = answer
        return last

    async def read_file(self, job: Message, answer: type[Answer]) -> Answer:
        with self._waiting_files.slot():
            return await self._reading.work(job, answer)

    async def _call_in_process(self, method: str, request: Any, context: InternalCall) -> Any:
        if callable(request):
            return await self._calls.inside_collecting(method, self._behaviors[method], request(), context)
        return await self._calls.inside(method, self._behaviors[method], request, context)


def asking_person(page_request: PageRequest) -> str:
    """Return the account of the user, or the network of an anonymous caller."""
    return page_request.user.principal.account if page_request.user else network_of(page_request.caller)


def _context(page_request: PageRequest) -> InternalCall:
    principal = page_request.user.principal if page_request.user else NOBODY
    return InternalCall(principal, page_request.language, page_request.caller)
