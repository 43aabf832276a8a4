"""Calls that pages make in this process for whoever has signed in, files that are read apart, and how many at once."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager, aclosing, suppress
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from service.api.access_guard import InternalCall
from service.api.bulkheads import Bulkhead, BulkheadFullError
from service.api.fair_turns import FairTurns
from service.base.call_context import network_of
from service.base.worker_specs import WorkerSpec
from service.files.document_pages import DRAWING
from service.identity.principals import NOBODY
from service.workbench.forms import SPOOLED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from google.protobuf.message import Message

    from service.api.call_interceptor import CallInterceptor
    from service.base.worker_specs import Answer, Worker
    from service.workbench.page import PageRequest

_CALLS_AT_ONCE, _PAUSES = 8, (0.05, 0.1, 0.2, 0.4, 0.8)
"""How many calls pages make at once, half of what may read; and after how long one that found no place asks again."""
_FAIRLY_APART = "/touchstone.v1.DossierService/GetCaseFilePage"
"""The call whose cost is up to a file that somebody sent: each person has one turn at a time."""
_APART = (
    ("EvaluationService/EvaluateSubject",),
    ("EvaluationService/GetReport", "DossierService/GetCaseReport"),
    ("EvaluationService/ExplainEvaluation",),
    ("SelfCheckService/TryScorecard", "SelfCheckService/ReadAnswers"),
    (
        "ScorecardService/AnalyzeDraftFile",
        "ScorecardService/CompleteDraftFile",
        "ScorecardService/FormatDraftFile",
    ),
    (
        "ScorecardService/CheckDraft",
        "ScorecardService/ProposeDraftExamples",
        "ScorecardService/TryDraftSlips",
        "ScorecardService/MeasureDraftImpact",
        "ScorecardService/MeasureProofFigures",
    ),
    ("CbamService/CompareGoods", "CbamService/DeclareGoods", "GoodsLedgerService/PriceGoods"),
    ("ScreeningService/CheckClaims", "ScreeningService/ExportClaims"),
)
"""Calls that wait for processes of their own, by kinds: each kind has its own turns, so that nothing else waits."""
_APART_AT_ONCE = 2
"""How many of a kind are made at once, which is as many as are worked at."""
READING = WorkerSpec("service.cases.dossier_file_process", max_processes=2, seconds=60, max_idle=1)
"""What reads the files that people send."""
_MAX_WAITING_FILES = 16
"""How many files wait to be read, each for a process of its own."""


class PageCalls:
    """Makes calls when their turn comes."""

    def __init__(self, calls: CallInterceptor, behaviors: Mapping[str, Any], reading: Worker) -> None:
        """Answer by these behaviours, and read files by `reading`."""
        self._calls, self._behaviors, self._reading = calls, behaviors, reading
        self._turns = asyncio.Semaphore(_CALLS_AT_ONCE)
        self._turns_apart: dict[str, asyncio.Semaphore] = {}
        for calls_of_kind in _APART:
            methods = (f"/touchstone.v1.{call}" for call in calls_of_kind)
            self._turns_apart |= dict.fromkeys(methods, asyncio.Semaphore(_APART_AT_ONCE))
        self._fair_turns = FairTurns(DRAWING.max_processes)
        self._waiting_files = Bulkhead(_MAX_WAITING_FILES, kind="read_files")

    def close(self) -> None:
        """End the threads."""
        self._waiting_files.close()

    async def ask(self, page_request: PageRequest, method: str, asked: Any) -> Any:
        """Make a call in this process when its turn comes; in a task of its own, so that nothing of it stays behind."""
        context = _context(page_request)
        async with self._turn(page_request, method):
            for pause in _PAUSES:
                with suppress(BulkheadFullError):  # others call, too; nothing was done
                    return await asyncio.create_task(self._called(method, asked, context))
                await asyncio.sleep(pause)
            return await asyncio.create_task(self._called(method, asked, context))

    def _turn(self, page_request: PageRequest, method: str) -> AbstractAsyncContextManager[None]:
        if method == _FAIRLY_APART:
            return self._fair_turns.turn(asking_person(page_request))
        return self._turns_apart.get(method, self._turns)

    async def receive(self, page_request: PageRequest, method: str, asked: Any) -> SpooledTemporaryFile[bytes]:
        """Make a call that gives a file piece by piece, and keep what comes on the disk if it is much."""
        for pause in _PAUSES:
            with suppress(BulkheadFullError):  # others call, too; nothing was given
                return await self._received(page_request, method, asked)
            await asyncio.sleep(pause)
        return await self._received(page_request, method, asked)

    async def _received(self, page_request: PageRequest, method: str, asked: Any) -> SpooledTemporaryFile[bytes]:
        received: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(max_size=SPOOLED)  # noqa: SIM115 -- closed once sent
        told = self._calls.inside_telling(method, self._behaviors[method], asked, _context(page_request))
        try:
            async with self._turns, aclosing(told) as answers:
                async for answer in answers:
                    await page_request.in_thread(received.write, answer.content)
        except BaseException:
            received.close()
            raise
        received.seek(0)
        return received

    async def read_file(self, asked: Message, answer: type[Answer]) -> Answer:
        """Read a file in a process that can be ended."""
        with self._waiting_files.slot():
            return await self._reading.work(asked, answer)

    async def _called(self, method: str, asked: Any, context: InternalCall) -> Any:
        if callable(asked):
            return await self._calls.inside_collecting(method, self._behaviors[method], asked(), context)
        return await self._calls.inside(method, self._behaviors[method], asked, context)


def asking_person(page_request: PageRequest) -> str:
    """Return the account that asks for a page, or the address of a caller who has not signed in."""
    return page_request.user.principal.account if page_request.user else network_of(page_request.caller)


def _context(page_request: PageRequest) -> InternalCall:
    principal = page_request.user.principal if page_request.user else NOBODY
    return InternalCall(principal, page_request.language, page_request.caller)
