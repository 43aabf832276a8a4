"""Interceptor of all calls: statuses of errors, log lines, refusals, and the end of those in flight."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing, asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import grpc
from google.protobuf.message import DecodeError
from grpc_status import rpc_status

from rules.contracts import InputError, TouchstoneError, Violation, message_factory
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

    Context = grpc.aio.ServicerContext[Any, Any]
    Behavior = Callable[[Any, Context], Awaitable[Any]]
    StreamBehavior = Callable[[AsyncIterator[Any], Context], AsyncGenerator[Any, None]]

_say = message_factory(__name__)

_ADMITTED_SECONDS = 5.0
"""After which time the caller of a stream is recognised anew."""


class CallInterceptor(grpc.aio.ServerInterceptor):
    """Answers errors with their status and logs each call, without the values of facts, evidence or keys."""

    def __init__(
        self, *, maximum_message_bytes: int | None = None, guard: Guard | None = None, quotas: Quotas | None = None
    ) -> None:
        """Begin without any call; refuse a larger message, whom the guard does not let in, what is above a quota."""
        self._maximum = maximum_message_bytes
        self._guard = guard or Guard()
        self._quotas = quotas or Quotas()
        self.turning_away = LoadShedder()
        self._wrapped: dict[str, tuple[grpc.RpcMethodHandler[Any, Any], grpc.RpcMethodHandler[Any, Any]]] = {}
        """By methods, what answers each, and that as it is wrapped."""
        self._in_flight: dict[object, tuple[str, str, float]] = {}
        self._idle = asyncio.Event()
        self._idle.set()
        self._is_draining = False
        self._came = 0

    def drain(self) -> None:
        """Refuse every call that comes from now on; those in flight go on."""
        self._is_draining = True

    @property
    def are_taken(self) -> bool:
        """Say whether calls are taken that come now."""
        return not self._is_draining

    async def finished(self) -> None:
        """Wait until no call is in flight."""
        await self._idle.wait()

    async def no_more_come(self, seconds: float, times: int) -> None:
        """Wait until no call is in flight and none came for some seconds; after so many waits whether some come or not.

        Callers on a busy machine send long after the end was made known; callers that never end are not waited for.
        """
        for _ in range(times):
            came = self._came
            await self.finished()
            await asyncio.sleep(seconds)
            if self._came == came and not self._in_flight:
                return

    def log_cut_off(self) -> None:
        """Log each call that is in flight and will have no answer."""
        for call, method, started in self._in_flight.values():
            logs.warning("cut_off", call=call, method=method, milliseconds=_elapsed(started))

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[grpc.RpcMethodHandler[Any, Any] | None]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> grpc.RpcMethodHandler[Any, Any] | None:
        """Wrap the methods of this API; health and reflection answer for themselves."""
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
                self._streaming(method, cast("StreamBehavior", handler.stream_stream)),
                request_deserializer=self._bounded(_forgiving(handler.request_deserializer)),
                response_serializer=handler.response_serializer,
            )
        if handler.stream_unary is not None:
            return grpc.stream_unary_rpc_method_handler(
                self._collecting(method, cast("Behavior", handler.stream_unary)),
                request_deserializer=self._bounded(_refusing(handler.request_deserializer)),
                response_serializer=handler.response_serializer,
            )
        if handler.unary_stream is not None:
            return grpc.unary_stream_rpc_method_handler(
                self._telling(method, cast("StreamBehavior", handler.unary_stream)),
                request_deserializer=self._bounded(_refusing(handler.request_deserializer)),
                response_serializer=handler.response_serializer,
            )
        return grpc.unary_unary_rpc_method_handler(
            self._surrounded(method, cast("Behavior", handler.unary_unary)),
            request_deserializer=self._bounded(_refusing(handler.request_deserializer)),
            response_serializer=handler.response_serializer,
        )

    async def inside(self, method: str, behavior: Behavior, request: Any, context: InternalCall) -> Any:
        """Answer a call that comes from this process, for somebody who has signed in, as one from outside.

        Raises:
            TouchstoneError: it is refused.
        """
        async with self._logged(method, context, request):
            authorize(method, request)
            return await behavior(request, cast("Context", context))

    async def inside_collecting(
        self, method: str, behavior: Behavior, requests: AsyncIterator[Any], context: InternalCall
    ) -> Any:
        """Answer a stream that comes from this process, as `inside` does.

        Raises:
            TouchstoneError: it is refused.
        """

        async def authorized() -> AsyncGenerator[Any, None]:
            async for request in requests:
                authorize(method, request)
                yield request

        async with self._logged(method, context, None), aclosing(authorized()) as items:
            return await behavior(items, cast("Context", context))

    async def inside_telling(
        self, method: str, behavior: StreamBehavior, request: Any, context: InternalCall
    ) -> AsyncGenerator[Any, None]:
        """Answer a call that is answered piece by piece and comes from this process, as `inside` does.

        Raises:
            TouchstoneError: it is refused.
        """
        async with self._logged(method, context, request):
            authorize(method, request)
            async with aclosing(behavior(request, cast("Context", context))) as answers:
                async for response in answers:
                    yield response

    def _bounded(self, deserializer: Callable[[bytes], Any] | None) -> Callable[[bytes], Any] | None:
        """Give a refusal for a message that is too large; gRPC itself would end the call without a reason."""
        limit = self._maximum
        if deserializer is None or limit is None:
            return deserializer

        def read(content: bytes) -> Any:
            if len(content) <= limit:
                return deserializer(content)
            message = _say("MESSAGE_TOO_LARGE", size=f"{len(content):,}", most=f"{limit:,}")
            return Refusal(Reason.MESSAGE_TOO_LARGE, message)

        return read

    def _surrounded(self, method: str, behavior: Behavior) -> Behavior:
        async def answer(request: object, context: Context) -> object:
            async with self._logged(method, context, request):
                accepted = _accepted(request)
                authorize(method, accepted)
                return await behavior(accepted, context)

        return answer

    def _streaming(self, method: str, behavior: StreamBehavior) -> StreamBehavior:
        async def answer(requests: AsyncIterator[Any], context: Context) -> AsyncGenerator[Any, None]:
            accepted = self._accepted_items(method, requests, context)
            async with self._logged(method, context, None), aclosing(behavior(accepted, context)) as answers:
                async for response in answers:
                    yield response

        return answer

    def _collecting(self, method: str, behavior: Behavior) -> Behavior:
        async def answer(requests: AsyncIterator[Any], context: Context) -> object:
            async with self._logged(method, context, None), aclosing(self._checked(method, requests, context)) as items:
                return await behavior(items, context)

        return answer

    def _telling(self, method: str, behavior: StreamBehavior) -> StreamBehavior:
        async def answer(request: Any, context: Context) -> AsyncGenerator[Any, None]:
            async with self._logged(method, context, request):
                accepted = _accepted(request)
                authorize(method, accepted)
                async with aclosing(behavior(accepted, context)) as answers:
                    async for response in answers:
                        yield response

        return answer

    async def _checked(self, method: str, requests: AsyncIterator[Any], context: Context) -> AsyncGenerator[Any, None]:
        """Give the items of a stream that is answered once, none of which may reach where the caller may not."""
        async for request in self._accepted_items(method, requests, context):
            authorize(method, request)
            yield request

    async def _accepted_items(
        self, method: str, requests: AsyncIterator[Any], context: Context
    ) -> AsyncGenerator[Any, None]:
        """Give the items of a stream; a caller whom nobody would let in any more is sent away in the midst of it."""
        admitted = time.monotonic()
        async with aclosing(with_item_timeout(requests)) as items:
            async for request in items:
                if time.monotonic() - admitted > _ADMITTED_SECONDS:
                    await self._guard.admit(method, context)
                    admitted = time.monotonic()
                yield _accepted(request)

    @asynccontextmanager
    async def _logged(self, method: str, context: Context | InternalCall, request: object) -> AsyncIterator[None]:
        """Count a call, log how it ends, and answer its error with the status."""
        call, started = begin_call(context.invocation_metadata()), time.perf_counter()
        place = object()  # callers may give several calls one id
        self._came += 1
        self._in_flight[place] = call, method, started
        self._idle.clear()
        logs.clear_and_bind(call=call)
        context.set_trailing_metadata(((CALL_KEY, call),))
        with traced_call(method, call, context.invocation_metadata()) as tell:
            try:
                if self._is_draining:
                    raise Refusal(Reason.SHUTTING_DOWN, _say("SHUTTING_DOWN"))
                await self._guard.admit(method, context)
                self._quotas.take(QuotaKind.CALLS)
                set_bulkhead_listener(partial(self.turning_away.note, method))
                yield
                tell(grpc.StatusCode.OK.name)
                CALLS.labels(method, grpc.StatusCode.OK.name).inc()
                logs.info("answered", method=method, milliseconds=_elapsed(started))
            except (asyncio.CancelledError, GeneratorExit):
                tell(grpc.StatusCode.CANCELLED.name)
                CALLS.labels(method, grpc.StatusCode.CANCELLED.name).inc()
                logs.info("cancelled", method=method, milliseconds=_elapsed(started))
                raise
            except Exception as error:
                tell(reason_of(error).value)
                log_failure(error, method=method, milliseconds=_elapsed(started))
                if isinstance(context, InternalCall):
                    raise
                language = preferred_language(request, context.invocation_metadata())
                status = rpc_status.to_status(with_request_info(status_of(error, language)))
                CALLS.labels(method, status.code.name).inc()
                await context.abort(status.code, status.details, (*status.trailing_metadata, (CALL_KEY, call)))
            finally:
                CALL_SECONDS.labels(method).observe(time.perf_counter() - started)
                del self._in_flight[place]
                if not self._in_flight:
                    self._idle.set()


def _elapsed(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def _accepted(request: Any) -> Any:
    """Give a request as it was read, unless it was refused then."""
    if isinstance(request, TouchstoneError):
        raise request
    return request


def _refusing(deserializer: Callable[[bytes], Any] | None) -> Callable[[bytes], Any] | None:
    """Give a refusal for what cannot be read; gRPC itself would answer it as a fault of the service."""
    message = _say("UNREADABLE", message=getattr(getattr(deserializer, "__self__", None), "__name__", ""))
    return _reading(deserializer, lambda: InputError((Violation("request", message, "MALFORMED"),)))


def _forgiving(deserializer: Callable[[bytes], Any] | None) -> Callable[[bytes], Any] | None:
    """Give None for what cannot be read, so that one broken message does not end a stream."""
    return _reading(deserializer, lambda: None)


def _reading(
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
