"""How is work done that must end the moment nobody waits for it? In processes of its own, one piece in each at a time.

What such work takes of time and memory it takes from no other call, and ending its process costs nobody else anything.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import orjson
import structlog
from google.rpc import status_pb2

from rules.contracts.messages import speaker
from service.base.apart import ANSWER, ERROR, FRAME, LEFT, TOO_MUCH, WORK
from service.base.measures import PROCESSES_LOST, PROCESSES_STARTED
from service.base.refusals import Reason, Refusal
from service.base.status import ToldElsewhere
from service.base.tracing import step

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator, Sequence

_say = speaker(__name__)

_LEAVING_SECONDS = 0.25
"""How long work may go on that nobody waits for; if it ends by then, its process stays warm."""

_log = structlog.get_logger("touchstone.processes")


@dataclass(frozen=True, slots=True)
class Program:
    """A module that works apart, as `service.base.apart` says, and within what bounds.

    `most` processes work at once, each for so many `seconds` at the longest; `kept` of them stay warm when idle.
    """

    module: str
    arguments: Sequence[str] = ()
    most: int = 1
    seconds: float = 60
    kept: int = 0

    @property
    def command(self) -> tuple[str, ...]:
        """Give the command that starts it."""
        return (sys.executable, "-m", self.module, *self.arguments)


@dataclass(eq=False, slots=True)
class _Worker:
    """One process, and whether its pipes stand between two pieces of work."""

    process: Process
    is_free: bool = field(default=True)

    @property
    def lives(self) -> bool:
        return self.process.returncode is None

    async def exchange(self, content: bytes) -> tuple[int, bytes]:
        """Ask, and give the kind of the answer and the answer.

        Raises:
            OSError, IncompleteReadError: the process ended.
        """
        self.is_free = False
        asked, answers = self.process.stdin, self.process.stdout
        if asked is None or answers is None:
            raise BrokenPipeError
        asked.write(FRAME.pack(WORK, len(content)) + content)
        await asked.drain()
        kind, size = FRAME.unpack(await answers.readexactly(FRAME.size))
        answer = await answers.readexactly(size)
        self.is_free = kind != TOO_MUCH
        return kind, answer

    async def left(self, exchange: asyncio.Future[tuple[int, bytes]]) -> None:
        """Tell it that nobody waits any more, and give it a moment to come to its end."""
        if self.process.stdin is not None:
            self.process.stdin.write(FRAME.pack(LEFT, 0))
        await asyncio.wait((exchange,), timeout=_LEAVING_SECONDS)

    async def end(self) -> None:
        """End it, whatever it does."""
        if self.lives:
            with suppress(ProcessLookupError):
                self.process.kill()
            await self.process.wait()


class Processes:
    """The processes of one program, started when there is work for them."""

    def __init__(self, program: Program) -> None:
        """Begin without any."""
        self._program = program
        for counted in (PROCESSES_STARTED, PROCESSES_LOST):
            counted.labels(program.module)
        self._places = asyncio.Semaphore(program.most)
        self._idle: list[_Worker] = []
        self._kept = program.kept

    async def work(self, name: str, content: bytes, *, language: str = "en") -> bytes:
        """Let a process do the work of this name; whoever leaves takes it along.

        Raises:
            ToldElsewhere: it refused, or failed, in this language.
            Refusal: it took too long or too much memory, or the process was lost.
        """
        message = orjson.dumps((name, language)) + b"\n" + content
        with step("apart", program=self._program.module):
            kind, answer = await self._exchanged(name, message)
        if kind == ERROR:
            told = orjson.loads(answer)
            raise ToldElsewhere(status_pb2.Status.FromString(bytes.fromhex(told["status"])), told["harmless"])
        if kind != ANSWER:
            raise Refusal(Reason.NEEDS_TOO_MUCH, _say("NEEDS_TOO_MUCH"))
        return answer

    async def _exchanged(self, name: str, message: bytes) -> tuple[int, bytes]:
        """Wait for a place, and for the answer.

        Raises:
            Refusal: it took too long, or the process was lost.
        """
        async with self._places, self._worker() as worker:
            exchange = asyncio.ensure_future(worker.exchange(message))
            try:
                async with asyncio.timeout(self._program.seconds):
                    return await asyncio.shield(exchange)
            except TimeoutError:
                raise Refusal(Reason.TOOK_TOO_LONG, _say("TOOK_TOO_LONG", most=self._program.seconds)) from None
            except (OSError, asyncio.IncompleteReadError):
                PROCESSES_LOST.labels(self._program.module).inc()
                _log.error("process_lost", program=self._program.module, work=name)
                raise Refusal(Reason.PROCESS_LOST, _say("PROCESS_LOST")) from None
            except asyncio.CancelledError:
                await worker.left(exchange)
                raise
            finally:
                exchange.add_done_callback(_heard)

    async def close(self) -> None:
        """End the idle ones; those at work end with who waits for them."""
        self._kept = 0
        while self._idle:
            await self._idle.pop().end()

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[_Worker]:
        """Take a warm process, or start one; it stays warm if it came to the end of its work, else another one does."""
        while self._idle and not self._idle[-1].lives:
            self._idle.pop()
        worker = self._idle.pop() if self._idle else await self._started()
        try:
            yield worker
        finally:
            if worker.is_free and worker.lives and len(self._idle) < self._kept:
                self._idle.append(worker)
            else:
                await worker.end()
                if len(self._idle) < self._kept:
                    self._idle.append(await self._started())

    async def _started(self) -> _Worker:
        PROCESSES_STARTED.labels(self._program.module).inc()
        process = await asyncio.create_subprocess_exec(
            *self._program.command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True
        )
        return _Worker(process)


def _heard(done: asyncio.Future[tuple[int, bytes]]) -> None:
    """Take note of an error that nobody waits for, so that none is told to be unnoticed."""
    if not done.cancelled():
        done.exception()
