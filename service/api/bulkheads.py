"""Bulkheads: separate slots and threads for each kind of call, and early refusal."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

import grpc
from google.rpc import status_pb2
from grpc_status import rpc_status

from rules.contracts import message_factory
from service.base import logs
from service.base.call_context import CALL_KEY, begin_call, preferred_language, with_request_info
from service.base.grpc_status import status_of
from service.base.metrics import (
    CALL_SECONDS,
    CALLS,
    CALLS_IN_FLIGHT,
    CALLS_SHED,
    CONCURRENCY_LIMIT,
    FAILURES,
    QueueWait,
)
from service.base.refusals import Reason, Refusal
from service.base.thread_pool import Answer, P, ThreadPool
from service.base.tracing import traced_call
from service.identity.principals import quota_key

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator

    from service.configuration.settings import Settings

    Context = grpc.aio.ServicerContext[Any, Any]


_message = message_factory(__name__)

_THREADS = 2
"""More threads per kind would only wait for each other for the interpreter."""
_THREADS_FOR_PROCESSES = 1
"""Lookups for worker processes are short, and the refusing event loop needs the interpreter."""
_MAX_FILES = 8
"""Concurrent transfers, each as slow as its caller."""


_WAIT_SECONDS, _MAX_WAITING = 5, 16
"""Seconds to wait for a slot, and limit of waiting calls; one caller may use half of it."""


_bulkhead_listener: ContextVar[Callable[[Bulkhead], None]] = ContextVar("asked_for")


def set_bulkhead_listener(listener: Callable[[Bulkhead], None]) -> None:
    """Call `listener` with the bulkhead when the current call requests a slot."""
    _bulkhead_listener.set(listener)


class BulkheadFullError(Refusal):
    """Refusal of a call because its bulkhead has no free slot."""

    def __init__(self, limit: int, retry_seconds: int | None = None) -> None:
        super().__init__(Reason.TOO_MANY_CALLS, _message("TOO_MANY_CALLS", limit=limit), retry_seconds=retry_seconds)


class Bulkhead:
    """Limits the calls in flight of one kind; excess calls are refused immediately."""

    def __init__(self, limit: int, *, kind: str = "other", shares: int = 1, threads: int = _THREADS) -> None:
        """Each sharer may use at most `limit / shares` slots, rounded up, because calls may last long."""
        self._limit = limit
        self._limit_per_sharer = -(-limit // shares)
        self._sharers: Counter[str] = Counter()
        self._kind = kind
        CONCURRENCY_LIMIT.labels(kind).set(limit)
        self._slots_taken = CALLS_IN_FLIGHT.labels(kind)
        self._refused = CALLS_SHED.labels(kind)
        self._count = 0
        self._waiting: Counter[str] = Counter()
        self._released = asyncio.Event()
        self._threads = ThreadPool(threads)

    @property
    def is_full(self) -> bool:
        return self.is_full_with(0)

    def is_full_with(self, held: int) -> bool:
        return max(self._count, held) >= self._limit

    def refusal(self, limit: int | None = None, retry_seconds: int | None = None) -> BulkheadFullError:
        self._refused.inc()
        return BulkheadFullError(limit or self._limit, retry_seconds)

    @contextmanager
    def slot(self, whose: str = "") -> Iterator[None]:
        listener = _bulkhead_listener.get(None)
        if listener is not None:
            listener(self)
        if self.is_full:
            raise self.refusal()
        whose = whose or quota_key()
        if self._has_share(whose):
            raise self.refusal(self._limit_per_sharer)
        self._count += 1
        self._sharers[whose] += 1
        self._slots_taken.inc()
        try:
            yield
        finally:
            self._slots_taken.dec()
            self._count -= 1
            self._sharers[whose] -= 1
            if not self._sharers[whose]:
                del self._sharers[whose]
            self._released.set()  # waiting calls check again in their order of arrival
            self._released = asyncio.Event()

    @asynccontextmanager
    async def slot_in_turn(self, whose: str = "") -> AsyncIterator[None]:
        await self._wait_for_slot(whose or quota_key())
        with self.slot(whose):
            yield

    def _has_share(self, sharer: str) -> bool:
        return bool(sharer) and self._sharers[sharer] >= self._limit_per_sharer

    async def _wait_for_slot(self, sharer: str) -> None:
        if self._waiting.total() >= _MAX_WAITING or self._waiting[sharer] >= _MAX_WAITING // 2:
            raise self.refusal(self._limit_per_sharer, retry_seconds=_WAIT_SECONDS)
        self._waiting[sharer] += 1
        try:
            async with asyncio.timeout(_WAIT_SECONDS):
                while self.is_full or self._has_share(sharer):
                    await self._released.wait()
        except TimeoutError:
            raise self.refusal(self._limit_per_sharer, retry_seconds=_WAIT_SECONDS) from None
        finally:
            self._waiting[sharer] -= 1
            if not self._waiting[sharer]:
                del self._waiting[sharer]

    async def in_thread(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Answer:
        waiting = QueueWait(self._kind)

        def begin() -> Answer:
            waiting.end()
            return work(*args, **named)

        try:
            return await self._threads.do(begin)
        finally:
            waiting.end()

    def close(self) -> None:
        self._threads.close()


@dataclass(frozen=True, slots=True)
class Bulkheads:
    """One bulkhead per kind of work: evaluations, their streams, trials without storage, reads and evidence files."""

    evaluating: Bulkhead
    streams: Bulkhead
    trying: Bulkhead
    reading: Bulkhead
    files: Bulkhead

    @classmethod
    def of(cls, settings: Settings) -> Bulkheads:
        return cls(
            evaluating=Bulkhead(settings.maximum_in_flight, kind="evaluating", threads=_THREADS_FOR_PROCESSES),
            streams=Bulkhead(settings.maximum_streams, kind="streams", shares=2),
            trying=Bulkhead(settings.maximum_trials, kind="trying"),
            reading=Bulkhead(settings.maximum_reads, kind="reading"),
            files=Bulkhead(_MAX_FILES, kind="files", shares=2),
        )

    def close(self) -> None:
        for field in fields(self):
            getattr(self, field.name).close()


Item = TypeVar("Item")

_ITEM_SECONDS = 300
"""Limit for the arrival of the next stream item; longer than any permitted evaluation."""

OPTIONS = (
    ("grpc.server_handshake_timeout_ms", 10_000),
    ("grpc.keepalive_time_ms", 60_000),
    ("grpc.keepalive_timeout_ms", 20_000),
    ("grpc.http2.ping_timeout_ms", 20_000),
    ("grpc.keepalive_permit_without_calls", 1),
    ("grpc.http2.min_ping_interval_without_data_ms", 20_000),
    ("grpc.max_connection_idle_ms", 15 * 60_000),
    ("grpc.max_connection_age_ms", 60 * 60_000),
    ("grpc.max_concurrent_streams", 1_000),
)
"""Idle connections are pinged after a minute and closed if no answer arrives within 20 seconds.

The keepalive timeout detects lost machines, the ping timeout programs that hang. Connections are renewed hourly to
include added servers; their calls continue.
"""


async def with_item_timeout(items: AsyncIterator[Item]) -> AsyncGenerator[Item, None]:
    """Yield the items of a stream; raise Refusal if the next one takes too long."""
    iterator = aiter(items)
    while True:
        try:
            async with asyncio.timeout(_ITEM_SECONDS):
                item = await anext(iterator)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise Refusal(Reason.REQUEST_TOO_SLOW, _message("ITEM_TOO_SLOW", most=_ITEM_SECONDS)) from None
        yield item


class LoadShedder:
    """Refuses calls early while the bulkhead of their method is full."""

    def __init__(self) -> None:
        self._kinds: dict[str, Bulkhead] = {}
        self._statuses: dict[tuple[str, str], bytes] = {}

    def note(self, method: str, bulkhead: Bulkhead) -> None:
        self._kinds.setdefault(method, bulkhead)

    def refusal(self, method: str, *, held: int = 0) -> BulkheadFullError | None:
        bulkhead = self._kinds.get(method)
        return bulkhead.refusal() if bulkhead is not None and bulkhead.is_full_with(held) else None

    def handler(self, method: str, refusal: BulkheadFullError) -> grpc.RpcMethodHandler[Any, Any]:
        async def refuse(_: AsyncIterator[Any], context: Context) -> None:
            started, metadata = time.perf_counter(), context.invocation_metadata()
            call = begin_call(metadata)
            with traced_call(method, call, metadata) as set_outcome:
                set_outcome(refusal.reason.value)
                status = rpc_status.to_status(
                    with_request_info(self._status(refusal, preferred_language(None, metadata)))
                )
                context.set_code(status.code)
                context.set_details(status.details)
                context.set_trailing_metadata((*status.trailing_metadata, (CALL_KEY, call)))
            FAILURES.labels(refusal.reason.value).inc()
            CALLS.labels(method, status.code.name).inc()
            CALL_SECONDS.labels(method).observe(time.perf_counter() - started)
            logs.info("refused", reason=refusal.reason.value, method=method, call=call)

        return grpc.stream_stream_rpc_method_handler(refuse)

    def _status(self, refusal: BulkheadFullError, language: str) -> status_pb2.Status:
        status_bytes = self._statuses.get((str(refusal), language))
        if status_bytes is None:
            status_bytes = status_of(refusal, language).SerializeToString()
            self._statuses[str(refusal), language] = status_bytes
        return status_pb2.Status.FromString(status_bytes)
