"""Rounds of a server through the claims in use that wait to be judged again, one claim at a time, body by body.

Each judgement is kept before the next is begun, so that nothing is lost where a server ends. Of several servers on one
database one judges the claims of a body; another goes on to the next body.
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

_LOOK_SECONDS = 10.0
"""How often one looks for what waits."""
_IN_TURN = 10
"""How many claims of one body are judged before it is the turn of the next."""


class ClaimRounds:
    """Goes through what waits, again and again, until the server stops."""

    def __init__(self, judge: ClaimJudge, program: WorkerSpec, stopping: asyncio.Event) -> None:
        """Judge like `judge`, in processes of a program that there are only while claims wait."""
        self._judge, self._program, self._stopping = judge, program, stopping

    async def run(self) -> None:
        """Judge what waits now, and look again later."""
        while not await self._is_stopping(_LOOK_SECONDS):
            try:
                await self._round()
            except TouchstoneError as error:  # of which the store or the pool tells; the claims wait
                logs.warning("claims_wait", reason=reason_of(error).value)
            except Exception as error:
                logs.error("claims_not_judged", error=type(error).__name__)

    async def _round(self) -> None:
        """Go through all bodies until of none anything waits."""
        processes = WorkerPool(self._program)
        judge = replace(self._judge, judging=processes)
        try:
            while any([await self._turn(judge, body) for body in await self._bodies()]):
                pass
        finally:
            await processes.close()

    async def _bodies(self) -> list[str]:
        return [*await self._judge.threads.in_thread(self._judge.claims.organizations)]

    async def _turn(self, judge: ClaimJudge, body: str) -> int:
        """Judge the next claims of a body, unless another server does; say how many were judged."""
        if self._stopping.is_set():
            return 0
        set_current_organization(body)
        in_thread, count, moved_count = judge.threads.in_thread, 0, 0
        with ExitStack() as held:
            if not await in_thread(held.enter_context, judge.claims.judging(body)):
                return 0
            for row in await judge.next_rows(body, _IN_TURN):
                begun = time.monotonic()
                judged = await judge.judged_again(row)
                moved_count += await in_thread(judge.claims.judged, row, judged) is not None
                count += 1
                if await self._is_stopping(time.monotonic() - begun):
                    break
        if count:
            logs.info("claims_judged_again", organization=body, claims=count, changed=moved_count)
        return count

    async def _is_stopping(self, seconds: float) -> bool:
        """Rest for so long, or until the server stops; say whether it does."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        return self._stopping.is_set()
