"""Background judging of claims in use, one at a time and stored immediately.

On a shared database, one server at a time judges an organization.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError
from service.base import logs
from service.base.call_context import set_current_organization
from service.base.grpc_status import reason_of
from service.base.worker_pool import WorkerPool

if TYPE_CHECKING:
    from service.base.worker_specs import WorkerSpec
    from service.schemes.claims.claim_judging import ClaimJudge

_POLL_SECONDS = 10.0
_CLAIMS_PER_TURN = 10


class ClaimRounds:
    """Loop that judges pending claims until the server stops."""

    def __init__(self, judge: ClaimJudge, program: WorkerSpec, stopping: asyncio.Event) -> None:
        self._judge, self._program, self._stopping = judge, program, stopping

    async def run(self) -> None:
        while not await self._wait_for_stop(_POLL_SECONDS):
            try:
                await self._round()
            except TouchstoneError as error:  # the claims remain pending
                logs.warning("claims_wait", reason=reason_of(error).value)
            except Exception as error:
                logs.error("claims_not_judged", error=type(error).__name__)

    async def _round(self) -> None:
        processes = WorkerPool(self._program)
        judge = replace(self._judge, judging=processes)
        try:
            while any([await self._turn(judge, organization) for organization in await self._organizations()]):
                pass
        finally:
            await processes.close()

    async def _organizations(self) -> list[str]:
        return [*await self._judge.threads.in_thread(self._judge.claims.organizations)]

    async def _turn(self, judge: ClaimJudge, organization: str) -> int:
        if self._stopping.is_set():
            return 0
        set_current_organization(organization)
        in_thread, count, moved_count = judge.threads.in_thread, 0, 0
        with ExitStack() as lock_stack:
            if not await in_thread(lock_stack.enter_context, judge.claims.judging(organization)):
                return 0
            for row in await judge.next_rows(organization, _CLAIMS_PER_TURN):
                begun = time.monotonic()
                judgement = await judge.judged_again(row)
                moved_count += await in_thread(judge.claims.judged, row, judgement) is not None
                count += 1
                if await self._wait_for_stop(time.monotonic() - begun):
                    break
        if count:
            logs.info("claims_judged_again", organization=organization, claims=count, changed=moved_count)
        return count

    async def _wait_for_stop(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        return self._stopping.is_set()
