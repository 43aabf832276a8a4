"""Interceptor of all calls: error statuses, log lines, refusals and orderly shutdown."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing, asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import grpc
from google.protobuf.message import DecodeError
from grpc_status import rpc_status

from rules.contracts import InputError, TouchstoneError, message_factory
from service.api.access_guard import Guard, InternalCall
from service.api.bulkheads import LoadShedder, set_bulkhead_listener, with_item_timeout
from service.api.quotas import QuotaKind, Quotas
from service.base import logs
from service.base.call_context import CALL_KEY, begin_call, preferred_language, with_request_info
from service.base.grpc_status import log_failure, reason_of, status_of
from service.base.metrics import CALL_SECONDS, CALLS
from service.base.refusals import Reason, Refusal
from service.base.tracing import traced_call
from service.identity.permissions import authorize

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

    from service.gazette.received import ReceivedGate

    Context = grpc.aio.ServicerContext[Any, Any]
    Behavior = Callable[[Any, Context], Awaitable[Any]]
    StreamBehavior = Callable[[AsyncIterator[Any], Context], AsyncGenerator[Any, None]]

_message = message_factory(__name__)

_REAUTHENTICATION_SECONDS = 5.0
"""Interval after which the caller of a stream is authenticated again."""


class CallInterceptor(grpc.aio.ServerInterceptor):
    """Converts errors to statuses and logs each call, without values of facts, evidence or keys."""

    def __init__(
        self,
        *,
        maximum_message_bytes: int | None = None,
        guard: Guard | None = None,
        quotas: Quotas | None = None,
        gate: ReceivedGate | None = None,
    ) -> None:
        self._gate = gate
        self._maximum = maximum_message_bytes
        self._guard = guard or Guard()
        self._quotas = quotas or Quotas()
        self.turning_away = LoadShedder()
        self._wrapped: dict[str, tuple[grpc.RpcMethodHandler[Any, Any], grpc.RpcMethodHandler[Any, Any]]] = {}
        """The original and the wrapped handler, by method."""
        self._in_flight: dict[object, tuple[str, str, float]] = {}
        self._idle = asyncio.Event()
        self._idle.set()
        self._is_draining = False
        self._call_count = 0

    def drain(self) -> None:
        self._is_draining = True

    @property
    def are_taken(self) -> bool:
        return not self._is_draining

    async def finished(self) -> None:
        await self._idle.wait()

    async def no_more_come(self, seconds: float, times: int) -> None:
        """Wait until no call is in flight and none arrives within `seconds`, at most `times` times.

        Callers on a busy machine may send calls long after the shutdown was announced.
        """
        for _ in range(times):
            count_before = self._call_count
            await self.finished()
            await asyncio.sleep(seconds)
            if self._call_count == count_before and not self._in_flight:
                return

    def log_cut_off(self) -> None:
        for call, method, started in self._in_flight.values():
            logs.warning("cut_off", call=call, method=method, milliseconds=_elapsed(started))

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[grpc.RpcMethodHandler[Any, Any] | None]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> grpc.RpcMethodHandler[Any, Any] | None:
        method = handler_call_details.method
        if self.are_taken and (refusal := self.turning_away.refusal(method)) is not None:
            return self.turning_away.handler(method, refusal)
        handler = await continuation(handler_call_details)
        if handler is None:
            return None
        if not method.startswith("/touchstone."):
            return self._guard.guarded(method, handler)
        wrapped = self._wrapped.get(method)
        if wrapped is None or wrapped[0] is not handler:
            wrapped = self._wrapped[method] = handler, self._wrap(method, handler)
        return wrapped[1]

    def _wrap(self, method: str, handler: grpc.RpcMethodHandler[Any, Any]) -> grpc.RpcMethodHandler[Any, Any]:
        if handler.stream_stream is not None:
            return grpc.stream_stream_rpc_method_handler(
                self._stream_stream(method, cast("StreamBehavior", handler.stream_stream)),
                request_deserializer=self._size_limited(_none_if_unreadable(handler.request_deserializer)),
                response_serializer=handler.response_serializer,
            )
        if handler.stream_unary is not None:
            return grpc.stream_unary_rpc_method_handler(
                self._stream_unary(method, cast("Behavior", handler.stream_unary)),
                request_deserializer=self._size_limited(_error_if_unreadable(handler.request_deserializer)),
                response_serializer=handler.response_serializer,
            )
        if handler.unary_stream is not None:
            return grpc.unary_stream_rpc_method_handler(
                self._unary_stream(method, cast("StreamBehavior", handler.unary_stream)),
                request_deserializer=self._size_limited(_error_if_unreadable(handler.request_deserializer)),
                response_serializer=handler.response_serializer,
            )
        return grpc.unary_unary_rpc_method_handler(
            self._unary_unary(method, cast("Behavior", handler.unary_unary)),
            request_deserializer=self._size_limited(_error_if_unreadable(handler.request_deserializer)),
            response_serializer=handler.response_serializer,
        )

    async def inside(self, method: str, behavior: Behavior, request: Any, context: InternalCall) -> Any:
        """Answer a call from this process on behalf of a signed-in user; errors are raised."""
        async with self._logged(method, context, request):
            authorize(method, request)
            return await behavior(request, cast("Context", context))

    async def inside_collecting(
        self, method: str, behavior: Behavior, requests: AsyncIterator[Any], context: InternalCall
    ) -> Any:
        async def authorized() -> AsyncGenerator[Any, None]:
            async for request in requests:
                authorize(method, request)
                yield request

        async with self._logged(method, context, None), aclosing(authorized()) as items:
            return await behavior(items, cast("Context", context))

    async def inside_telling(
        self, method: str, behavior: StreamBehavior, request: Any, context: InternalCall
    ) -> AsyncGenerator[Any, None]:
        async with self._logged(method, context, request):
            authorize(method, request)
            async with aclosing(behavior(request, cast("Context", context))) as answers:
                async for response in answers:
                    yield response

    def _size_limited(self, deserializer: Callable[[bytes], Any] | None) -> Callable[[bytes], Any] | None:
        """Return a deserializer that returns a Refusal for an oversized message; gRPC would state no reason."""
        limit = self._maximum
        if deserializer is None or limit is None:
            return deserializer

        def read(content: bytes) -> Any:
            if len(content) <= limit:
                return deserializer(content)
            message = _message("MESSAGE_TOO_LARGE", size=f"{len(content):,}", most=f"{limit:,}")
            return Refusal(Reason.MESSAGE_TOO_LARGE, message)

        return read

    def _unary_unary(self, method: str, behavior: Behavior) -> Behavior:
        async def answer(request: object, context: Context) -> object:
            async with self._logged(method, context, request):
                accepted = _raise_if_refused(request)
                authorize(method, accepted)
                return await behavior(accepted, context)

        return answer

    def _stream_stream(self, method: str, behavior: StreamBehavior) -> StreamBehavior:
        async def answer(requests: AsyncIterator[Any], context: Context) -> AsyncGenerator[Any, None]:
            accepted = self._accepted_items(method, requests, context)
            async with self._logged(method, context, None), aclosing(behavior(accepted, context)) as answers:
                async for response in answers:
                    yield response

        return answer

    def _stream_unary(self, method: str, behavior: Behavior) -> Behavior:
        async def answer(requests: AsyncIterator[Any], context: Context) -> object:
            async with (
                self._logged(method, context, None),
                aclosing(self._authorized_items(method, requests, context)) as items,
            ):
                return await behavior(items, context)

        return answer

    def _unary_stream(self, method: str, behavior: StreamBehavior) -> StreamBehavior:
        async def answer(request: Any, context: Context) -> AsyncGenerator[Any, None]:
            async with self._logged(method, context, request):
                accepted = _raise_if_refused(request)
                authorize(method, accepted)
                async with aclosing(behavior(accepted, context)) as answers:
                    async for response in answers:
                        yield response

        return answer

    async def _authorized_items(
        self, method: str, requests: AsyncIterator[Any], context: Context
    ) -> AsyncGenerator[Any, None]:
        async for request in self._accepted_items(method, requests, context):
            authorize(method, request)
            yield request

    async def _accepted_items(
        self, method: str, requests: AsyncIterator[Any], context: Context
    ) -> AsyncGenerator[Any, None]:
        admitted = time.monotonic()
        async with aclosing(with_item_timeout(requests)) as items:
            async for request in items:
                if time.monotonic() - admitted > _REAUTHENTICATION_SECONDS:
                    await self._guard.admit(method, context)
                    admitted = time.monotonic()
                yield _raise_if_refused(request)

    @asynccontextmanager
    async def _logged(self, method: str, context: Context | InternalCall, request: object) -> AsyncIterator[None]:
        call, started = begin_call(context.invocation_metadata()), time.perf_counter()
        entry = object()  # several calls may have the same id
        self._call_count += 1
        self._in_flight[entry] = call, method, started
        self._idle.clear()
        logs.clear_and_bind(call=call)
        context.set_trailing_metadata(((CALL_KEY, call),))
        with traced_call(method, call, context.invocation_metadata()) as set_outcome:
            try:
                if self._is_draining:
                    raise Refusal(Reason.SHUTTING_DOWN, _message("SHUTTING_DOWN"))
                await self._guard.admit(method, context)
                if self._gate is not None:
                    self._gate.pin()
                self._quotas.take(QuotaKind.CALLS)
                set_bulkhead_listener(partial(self.turning_away.note, method))
                yield
                set_outcome(grpc.StatusCode.OK.name)
                CALLS.labels(method, grpc.StatusCode.OK.name).inc()
                logs.info("answered", method=method, milliseconds=_elapsed(started))
            except (asyncio.CancelledError, GeneratorExit):
                set_outcome(grpc.StatusCode.CANCELLED.name)
                CALLS.labels(method, grpc.StatusCode.CANCELLED.name).inc()
                logs.info("cancelled", method=method, milliseconds=_elapsed(started))
                raise
            except Exception as error:
                set_outcome(reason_of(error).value)
                log_failure(error, method=method, milliseconds=_elapsed(started))
                if isinstance(context, InternalCall):
                    raise
                language = preferred_language(request, context.invocation_metadata())
                status = rpc_status.to_status(with_request_info(status_of(error, language)))
                CALLS.labels(method, status.code.name).inc()
                await context.abort(status.code, status.details, (*status.trailing_metadata, (CALL_KEY, call)))
            finally:
                CALL_SECONDS.labels(method).observe(time.perf_counter() - started)
                del self._in_flight[entry]
                if not self._in_flight:
                    self._idle.set()


def _elapsed(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def _raise_if_refused(request: Any) -> Any:
    if isinstance(request, TouchstoneError):
        raise request
    return request


def _error_if_unreadable(deserializer: Callable[[bytes], Any] | None) -> Callable[[bytes], Any] | None:
    """Return a deserializer that returns InputError for unreadable messages; gRPC reports an internal error."""
    message = _message("UNREADABLE", message=getattr(getattr(deserializer, "__self__", None), "__name__", ""))
    return _with_fallback(deserializer, lambda: InputError.of("request", message, "MALFORMED"))


def _none_if_unreadable(deserializer: Callable[[bytes], Any] | None) -> Callable[[bytes], Any] | None:
    """Return a deserializer that returns None for unreadable messages, so that the stream continues."""
    return _with_fallback(deserializer, lambda: None)


def _with_fallback(
    deserializer: Callable[[bytes], Any] | None, unreadable: Callable[[], object]
) -> Callable[[bytes], Any] | None:
    if deserializer is None:
        return None

    def read(content: bytes) -> Any:
        try:
            return deserializer(content)
        except DecodeError:
            return unreadable()

    return read
