"""Bulkheads: separate places and threads for each kind of call, and early refusal of calls without one."""

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


_say = message_factory(__name__)

_THREADS = 2
"""Of each kind of work: they share the interpreter, so more of them only wait for each other."""
_BESIDE_PROCESSES = 1
"""Where processes do the work: what is looked up for them is short, and the loop that refuses wants the interpreter."""
_FILES_AT_ONCE = 8
"""How many files of evidence are taken in, given back or checked at once, each as slow as its caller."""


_WAIT_SECONDS, _MOST_WAITING = 5, 16
"""How long a short call waits for a place, and how many calls wait at most. One sharer has half of these."""


_asked_for: ContextVar[Callable[[Bulkhead], None]] = ContextVar("asked_for")


def set_bulkhead_listener(tell: Callable[[Bulkhead], None]) -> None:
    """Let the call that begins say in which bulkhead it asks for a place."""
    _asked_for.set(tell)


class BulkheadFullError(Refusal):
    """One call too many of a kind of work."""

    def __init__(self, limit: int, retry_seconds: int | None = None) -> None:
        """Say how many calls are in flight."""
        super().__init__(Reason.TOO_MANY_CALLS, _say("TOO_MANY_CALLS", limit=limit), retry_seconds=retry_seconds)


class Bulkhead:
    """Bounds the calls in flight of one kind; one too many is refused at once instead of waiting."""

    def __init__(self, limit: int, *, kind: str = "other", shares: int = 1, threads: int = _THREADS) -> None:
        """Allow so many calls of a kind; threads are started when there is work for them.

        Of what is shared, because calls may last as long as their callers want, each sharer has one of so many shares
        at most.
        """
        self._limit = limit
        self._of_each = -(-limit // shares)
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
        """Say whether a call that comes now has no place."""
        return self.is_full_with(0)

    def is_full_with(self, held: int) -> bool:
        """Say whether a call has no place where so many others have one or are on their way to it."""
        return max(self._count, held) >= self._limit

    def refusal(self, limit: int | None = None, retry_seconds: int | None = None) -> BulkheadFullError:
        """Count a call that has no place, and give what is said to it: how many may be in flight."""
        self._refused.inc()
        return BulkheadFullError(limit or self._limit, retry_seconds)

    @contextmanager
    def slot(self, whose: str = "") -> Iterator[None]:
        """Count one call while it runs, for a sharer; if none is named for whoever makes the call.

        Raises:
            NoPlace: too many calls are in flight.
        """
        tell = _asked_for.get(None)
        if tell is not None:
            tell(self)
        if self.is_full:
            raise self.refusal()
        whose = whose or quota_key()
        if self._has_share(whose):
            raise self.refusal(self._of_each)
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
            self._released.set()  # those who wait look again, in the order in which they came
            self._released = asyncio.Event()

    @asynccontextmanager
    async def slot_in_turn(self, whose: str = "") -> AsyncIterator[None]:
        """Count one short call while it runs, as `slot` does; one without a place waits for it a few seconds.

        Raises:
            Refusal: no place was free in time, or too many wait already. It states when to repeat the call.
        """
        await self._wait_for_place(whose or quota_key())
        with self.slot(whose):
            yield

    def _has_share(self, whose: str) -> bool:
        """Return whether a sharer, if one is named, has its whole share."""
        return bool(whose) and self._sharers[whose] >= self._of_each

    async def _wait_for_place(self, whose: str) -> None:
        if self._waiting.total() >= _MOST_WAITING or self._waiting[whose] >= _MOST_WAITING // 2:
            raise self.refusal(self._of_each, retry_seconds=_WAIT_SECONDS)
        self._waiting[whose] += 1
        try:
            async with asyncio.timeout(_WAIT_SECONDS):
                while self.is_full or self._has_share(whose):
                    await self._released.wait()
        except TimeoutError:
            raise self.refusal(self._of_each, retry_seconds=_WAIT_SECONDS) from None
        finally:
            self._waiting[whose] -= 1
            if not self._waiting[whose]:
                del self._waiting[whose]

    async def in_thread(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Answer:
        """Do a part of a call's work in a thread of this kind; what it logs names the call."""
        waiting = QueueWait(self._kind)

        def begin() -> Answer:
            waiting.end()
            return work(*args, **named)

        try:
            return await self._threads.do(begin)
        finally:
            waiting.end()

    def close(self) -> None:
        """Drop what waits, and finish what runs."""
        self._threads.close()


@dataclass(frozen=True, slots=True)
class Bulkheads:
    """One for each kind of work: evaluating, streams of it, trying what is not stored, reading, files of evidence."""

    evaluating: Bulkhead
    streams: Bulkhead
    trying: Bulkhead
    reading: Bulkhead
    files: Bulkhead

    @classmethod
    def of(cls, settings: Settings) -> Bulkheads:
        """Give those that an operator has set."""
        return cls(
            evaluating=Bulkhead(settings.maximum_in_flight, kind="evaluating", threads=_BESIDE_PROCESSES),
            streams=Bulkhead(settings.maximum_streams, kind="streams", shares=2),
            trying=Bulkhead(settings.maximum_trials, kind="trying"),
            reading=Bulkhead(settings.maximum_reads, kind="reading"),
            files=Bulkhead(_FILES_AT_ONCE, kind="files", shares=2),
        )

    def close(self) -> None:
        """Finish what runs in any of them."""
        for field in fields(self):
            getattr(self, field.name).close()


Item = TypeVar("Item")

_ITEM_SECONDS = 300
"""How long the next item of a stream may take to come; longer than an evaluation for which its caller may wait."""

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
"""Who says nothing is asked after a minute whether it is still there, and left if it does not answer in 20 seconds: by
the first of both for a machine that is gone, by the second for a program that hangs. A connection is renewed within
the hour, so that servers that are added get their share; calls that have begun over it go on."""


async def with_item_timeout(items: AsyncIterator[Item]) -> AsyncGenerator[Item, None]:
    """Give the items of a stream, for each of which its caller is waited for only so long."""
    coming = aiter(items)
    while True:
        try:
            async with asyncio.timeout(_ITEM_SECONDS):
                item = await anext(coming)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise Refusal(Reason.REQUEST_TOO_SLOW, _say("ITEM_TOO_SLOW", most=_ITEM_SECONDS)) from None
        yield item


class LoadShedder:
    """Knows of which kind each method is that was called before, and refuses it while there is no place."""

    def __init__(self) -> None:
        """Begin without knowing any."""
        self._kinds: dict[str, Bulkhead] = {}
        self._statuses: dict[tuple[str, str], bytes] = {}

    def note(self, method: str, bulkhead: Bulkhead) -> None:
        """Take note of where calls of a method ask for their place."""
        self._kinds.setdefault(method, bulkhead)

    def refusal(self, method: str, *, held: int = 0) -> BulkheadFullError | None:
        """Count and give the refusal of a call that has no place, where so many others have or come for one."""
        bulkhead = self._kinds.get(method)
        return bulkhead.refusal() if bulkhead is not None and bulkhead.is_full_with(held) else None

    def handler(self, method: str, refusal: BulkheadFullError) -> grpc.RpcMethodHandler[Any, Any]:
        """Answer a call of any kind with a refusal; as a stream it is answered before its message has come."""

        async def refuse(_: AsyncIterator[Any], context: Context) -> None:
            started, metadata = time.perf_counter(), context.invocation_metadata()
            call = begin_call(metadata)
            with traced_call(method, call, metadata) as tell:
                tell(refusal.reason.value)
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
        """Write a refusal as it was written before, for it says the same to all callers of a language."""
        written = self._statuses.get((str(refusal), language))
        if written is None:
            written = status_of(refusal, language).SerializeToString()
            self._statuses[str(refusal), language] = written
        return status_pb2.Status.FromString(written)
