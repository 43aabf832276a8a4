"""Pool of worker processes: one piece of cancellable work in each at a time.

A process can be ended without affecting other calls.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from google.protobuf import json_format
from google.rpc import status_pb2

from rules.contracts import message_factory
from service.base import logs
from service.base.call_context import current_organization, pinned_states
from service.base.fork_server import ForkedProcess, ForkServer
from service.base.grpc_status import WorkerError
from service.base.metrics import (
    PROCESSES_ALIVE,
    PROCESSES_AT_WORK,
    PROCESSES_LOST,
    PROCESSES_STARTED,
    PROCESSES_WORKED_SECONDS,
    QueueWait,
)
from service.base.refusals import Reason, Refusal
from service.base.tracing import trace_step
from service.base.worker_loop import ANSWER, ERROR, FRAME, LEFT, READY, REPORT, TOO_MUCH, WORK
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from service.base.worker_specs import Answer, WorkerSpec


_ENDING_SECONDS = 0.25


@dataclass(eq=False, slots=True)
class WorkerProcess:
    """One process; `is_free` means between two pieces of work."""

    process: Process | ForkedProcess
    is_free: bool = field(default=True)

    @classmethod
    async def start(cls, module: str, arguments: Sequence[str]) -> WorkerProcess:
        forked = await ForkServer.forked(module, arguments)
        if forked is not None:
            return cls(forked)
        command = (sys.executable, "-m", module, *arguments)
        return cls(
            await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True
            )
        )

    @property
    def is_alive(self) -> bool:
        return self.process.returncode is None

    @property
    def exit_status(self) -> str:
        code = self.process.returncode
        if code is None:
            return ""
        with suppress(ValueError):
            return signal.Signals(-code).name
        return str(code)

    async def wait_until_ready(self) -> None:
        kind, _ = await self._read_answer()
        if kind != READY:
            raise BrokenPipeError

    async def exchange(self, content: bytes, on_report: Callable[[bytes], None] | None = None) -> tuple[int, bytes]:
        self.is_free = False
        stdin = self.process.stdin
        if stdin is None:
            raise BrokenPipeError
        stdin.write(FRAME.pack(WORK, len(content)) + content)
        await stdin.drain()
        kind, answer = await self._read_answer()
        while kind == REPORT:
            if on_report is not None:
                on_report(answer)
            kind, answer = await self._read_answer()
        self.is_free = kind != TOO_MUCH
        return kind, answer

    async def cancel(self, exchange: asyncio.Future[tuple[int, bytes]], seconds: float) -> bool:
        if self.process.stdin is not None:
            with suppress(OSError):
                self.process.stdin.write(FRAME.pack(LEFT, 0))
        await asyncio.wait((exchange,), timeout=seconds)
        return exchange.done()

    async def ended(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING_SECONDS):
                await self.process.wait()
        await self.end()

    async def end(self) -> None:
        if self.is_alive:
            with suppress(ProcessLookupError):
                # Process.kill would poll first, and consume the exit status that another task waits for.
                os.kill(self.process.pid, signal.SIGKILL)
            await self.process.wait()

    async def _read_answer(self) -> tuple[int, bytes]:
        answers = self.process.stdout
        if answers is None:
            raise BrokenPipeError
        kind, size = FRAME.unpack(await answers.readexactly(FRAME.size))
        return kind, await answers.readexactly(size)


_message = message_factory(__name__)

_LEAVING_SECONDS = 0.25
"""Seconds for cancelled work to finish; otherwise its process is ended."""
_HUNG_SECONDS = 3
"""Limit for cancellable work; longer, because preparing a scorecard does not check for cancellation."""
_FIRST_PAUSE_SECONDS = 0.1
_LONGEST_PAUSE_SECONDS = 5


class WorkerLoss(StrEnum):
    """Kinds of process loss."""

    CRASHED = "crashed"
    HUNG = "hung"
    NOT_STARTED = "not_started"


class WorkerPool:
    """Processes of one program; lost ones are replaced up to the highest number so far, at most `max_idle`."""

    def __init__(self, program: WorkerSpec) -> None:
        self._program = program
        for counted in (PROCESSES_STARTED, PROCESSES_WORKED_SECONDS):
            counted.labels(program.module)
        for loss in WorkerLoss:
            PROCESSES_LOST.labels(program.module, loss.value)
        self._alive = PROCESSES_ALIVE.labels(program.module)
        self._at_work = PROCESSES_AT_WORK.labels(program.module)
        self._idle: list[WorkerProcess] = []
        self._busy: set[WorkerProcess] = set()
        self._waiting: deque[asyncio.Future[WorkerProcess | None]] = deque()
        self._lives: set[asyncio.Task[None]] = set()
        self._warm = program.min_warm
        self._failed_starts = 0
        self._closed = False

    async def start(self) -> None:
        """Start one process, to check that it can start.

        Raises:
            Refusal: If the process does not start.
        """
        async with self._worker():
            pass

    async def work(
        self,
        job: Message,
        answer: type[Answer],
        *,
        language: str = "en",
        on_report: Callable[[bytes], None] | None = None,
    ) -> Answer:
        piece = work_pb2.Piece(
            asked=job.DESCRIPTOR.full_name,
            content=job.SerializeToString(),
            language_code=language,
            organization=current_organization(),
            pinned_states=pinned_states(),
        )
        with trace_step("apart", program=self._program.module):
            kind, content = await self._exchange(job.DESCRIPTOR.name, piece.SerializeToString(), on_report)
        if kind == ERROR:
            raise _worker_error(work_pb2.Failure.FromString(content))
        if kind != ANSWER:
            raise Refusal(Reason.NEEDS_TOO_MUCH, _message("NEEDS_TOO_MUCH"))
        return answer.FromString(content)

    async def close(self) -> None:
        self._closed = True
        while self._waiting:
            self._fail_longest_waiter()
        for task in self._lives:
            task.cancel()
        await asyncio.gather(*self._lives, return_exceptions=True)

    async def _exchange(
        self, name: str, message: bytes, on_report: Callable[[bytes], None] | None
    ) -> tuple[int, bytes]:
        async with self._worker() as worker:
            exchange = asyncio.ensure_future(worker.exchange(message, on_report))
            try:
                async with asyncio.timeout(self._program.seconds):
                    return await asyncio.shield(exchange)
            except TimeoutError:
                if self._program.cancellable and not await worker.cancel(exchange, _HUNG_SECONDS):
                    raise self._count_loss(WorkerLoss.HUNG, worker, name) from None
                raise Refusal(Reason.TOOK_TOO_LONG, _message("TOOK_TOO_LONG", most=self._program.seconds)) from None
            except (OSError, asyncio.IncompleteReadError):
                await worker.ended()
                raise self._count_loss(WorkerLoss.CRASHED, worker, name) from None
            except asyncio.CancelledError:
                seconds = _HUNG_SECONDS if self._program.cancellable else _LEAVING_SECONDS
                if not await worker.cancel(exchange, seconds) and self._program.cancellable:
                    self._count_loss(WorkerLoss.HUNG, worker, name)
                raise
            finally:
                exchange.add_done_callback(_retrieve_exception)

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[WorkerProcess]:
        worker = await self._acquire_worker()
        self._busy.add(worker)
        self._at_work.inc()
        begun = time.perf_counter()
        try:
            yield worker
        finally:
            PROCESSES_WORKED_SECONDS.labels(self._program.module).inc(time.perf_counter() - begun)
            self._at_work.dec()
            self._busy.discard(worker)
            stays = self._program.max_idle and worker.is_free and worker.is_alive and not self._closed
            if not (stays and self._offer(worker)):
                await worker.end()

    async def _acquire_worker(self) -> WorkerProcess:
        if self._idle:
            return self._idle.pop()
        waiter: asyncio.Future[WorkerProcess | None] = asyncio.get_running_loop().create_future()
        waiting = QueueWait(self._program.kind)
        self._waiting.append(waiter)
        self._start_missing()
        try:
            worker = await waiter
        except asyncio.CancelledError:
            if (
                not waiter.cancelled()
                and waiter.done()
                and (idle_worker := waiter.result())
                and not self._offer(idle_worker)
            ):
                await idle_worker.end()
            raise
        finally:
            waiting.end()
        if worker is None:
            raise Refusal(Reason.PROCESS_LOST, _message("PROCESS_LOST"))
        return worker

    def _offer(self, worker: WorkerProcess) -> bool:
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(worker)
                return True
        if len(self._idle) < self._program.max_idle:
            self._idle.append(worker)
            return True
        return False

    def _fail_longest_waiter(self) -> None:
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    def _start_missing(self) -> None:
        needed = max(self._warm, len(self._busy) + sum(not waiter.done() for waiter in self._waiting))
        while not self._closed and len(self._lives) < min(needed, self._program.max_processes):
            task = asyncio.get_running_loop().create_task(self._run_process())
            self._lives.add(task)
            task.add_done_callback(self._on_exit)
            self._warm = max(self._warm, min(self._program.max_idle, len(self._lives)))

    def _on_exit(self, task: asyncio.Task[None]) -> None:
        self._lives.discard(task)
        self._start_missing()

    async def _run_process(self) -> None:
        if self._failed_starts:
            pause = _FIRST_PAUSE_SECONDS * 2 ** (self._failed_starts - 1)
            await asyncio.sleep(min(pause, _LONGEST_PAUSE_SECONDS))
        PROCESSES_STARTED.labels(self._program.module).inc()
        worker = await WorkerProcess.start(self._program.module, self._program.arguments)
        try:
            await worker.wait_until_ready()
        except (OSError, asyncio.IncompleteReadError):
            await worker.ended()
            self._failed_starts += 1
            self._count_loss(WorkerLoss.NOT_STARTED, worker)
            self._fail_longest_waiter()
            return
        except asyncio.CancelledError:
            await worker.end()
            raise
        self._failed_starts = 0
        self._alive.inc()
        try:
            if self._offer(worker):
                await worker.process.wait()
        finally:
            self._alive.dec()
            if worker in self._idle:
                self._idle.remove(worker)
                if not self._closed:
                    self._count_loss(WorkerLoss.CRASHED, worker)
            if worker not in self._busy:
                await worker.end()

    def _count_loss(self, loss: WorkerLoss, worker: WorkerProcess, name: str = "") -> Refusal:
        PROCESSES_LOST.labels(self._program.module, loss.value).inc()
        logs.error("process_lost", program=self._program.module, work=name, how=loss.value, end=worker.exit_status)
        return Refusal(Reason.PROCESS_LOST, _message("PROCESS_LOST"))


def _worker_error(failure: work_pb2.Failure) -> WorkerError:
    error = failure.error
    status = status_pb2.Status(code=error.code, message=error.message, details=error.details)
    return WorkerError(status, json_format.MessageToDict(failure.noted))


def _retrieve_exception(done: asyncio.Future[tuple[int, bytes]]) -> None:
    """Retrieve the exception, so that asyncio does not report it."""
    if not done.cancelled():
        done.exception()
