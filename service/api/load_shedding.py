"""Load shedding: early refusal of calls without a place, before anything of them is read.

Under overload most calls are refused, and what their refusals take of the loop is taken from those in flight. So the
first call of a method that asks for a place says of which kind it is, and while that kind is full the calls that follow
are refused where they come in: nobody is recognised, no message is read, and no error is raised.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, TypeVar

import grpc
from google.rpc import status_pb2
from grpc_status import rpc_status

from rules.contracts import message_factory
from service.base import logs
from service.base.call_context import CALL_KEY, begin_call, preferred_language, with_request_info
from service.base.measures import CALL_SECONDS, CALLS, FAILURES
from service.base.refusals import Reason, Refusal
from service.base.status import status_of
from service.base.tracing import traced_call

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from service.api.bulkheads import Bulkhead, BulkheadFullError

    Context = grpc.aio.ServicerContext[Any, Any]


_say = message_factory(__name__)

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
