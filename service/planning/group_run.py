"""One run of a group: searches of members in all workers, then the combination of their results."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError
from rules.planning import GroupSearch
from service.base.grpc_status import item_error_of
from service.planning.group_messages import combine_job, read_combination, read_found
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from rules.planning import Combination, GroupProgress, GroupRequest, GroupResult, MemberSearch
    from service.base.worker_specs import Worker
    from touchstone.v1 import types_pb2

_REPORT_SECONDS = 0.5
_SEARCH_SECONDS = 30
_COMBINE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class RunLimits:
    """Limits of a run: pieces of work at once, and seconds of all searches."""

    in_flight: int
    seconds: int


class GroupRun:
    """A run. Each member has a job that each of its searches completes; a failed search does not end the others."""

    def __init__(
        self,
        request: GroupRequest,
        jobs: Sequence[work_pb2.Plan],
        worker: Worker,
        limits: RunLimits,
        language: str,
    ) -> None:
        self._search = GroupSearch(request)
        self._request, self._jobs, self._worker = request, jobs, worker
        self._in_flight, self._language = limits.in_flight, language
        self._deadline = time.monotonic() + limits.seconds
        self._running: dict[asyncio.Task[plan_pb2.PlanResult], MemberSearch] = {}
        self.errors: dict[str, types_pb2.ItemError] = {}
        """Errors of searches, by member."""

    async def answers(self) -> AsyncGenerator[GroupProgress | GroupResult]:
        """Yield the state at most twice per second, then the result. The searches end if the generator is closed."""
        try:
            while True:
                async for progress in self._searches():
                    yield progress
                result = self._search.result(await self._combination())
                if self._left() <= 0 or not self._search.can_continue:
                    yield result
                    return
        finally:
            await self._end()

    async def _searches(self) -> AsyncGenerator[GroupProgress]:
        reported = 0.0
        while self._left() > 0:
            for search in self._search.next_searches(self._in_flight - len(self._running)):
                self._running[asyncio.ensure_future(self._find(search))] = search
            if not self._running:
                break
            done, _ = await asyncio.wait(
                self._running, timeout=max(self._left(), 0), return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                self._take(task)
            if time.monotonic() - reported >= _REPORT_SECONDS:
                yield self._search.progress()
                reported = time.monotonic()
        await self._end()
        yield self._search.progress()

    async def _find(self, search: MemberSearch) -> plan_pb2.PlanResult:
        job = work_pb2.Plan()
        job.CopyFrom(self._jobs[search.member])
        if search.budget is not None:
            job.goal.budget = search.budget
        if search.price is not None:
            job.price = search.price
        job.with_cheaper = search.with_cheaper
        job.time_limit = max(1, min(_SEARCH_SECONDS, int(self._left())))
        return await self._worker.work(job, plan_pb2.PlanResult, language=self._language)

    def _take(self, task: asyncio.Task[plan_pb2.PlanResult]) -> None:
        search = self._running.pop(task)
        try:
            self._search.add(search, read_found(task.result()))
        except TouchstoneError as error:
            self.errors[self._request.members[search.member].id] = item_error_of(error, self._language)
            self._search.fail(search, str(error))

    async def _combination(self) -> Combination:
        job = combine_job(self._search.curves(), self._request.goal.budget, _COMBINE_SECONDS)
        return read_combination(await self._worker.work(job, work_pb2.CombinedCurves, language=self._language))

    def _left(self) -> float:
        return self._deadline - time.monotonic()

    async def _end(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        self._running.clear()
