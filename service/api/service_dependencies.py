"""Service dependencies: protocols for servers and for commands without a server.

A server opens everything at start and uses worker processes. A command opens resources on demand and works in its own
process.
"""

from __future__ import annotations

from contextlib import aclosing
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, Protocol, TypeVar

from google.protobuf.message_factory import GetMessageClass

from service.base.call_context import preferred_language
from service.base.declarations import proto_services
from service.base.worker_specs import WorkerSpec

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping
    from contextlib import AbstractContextManager

    from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
    from google.protobuf.message import Message

    from service.api.quotas import Quotas
    from service.base.worker_specs import Worker
    from service.configuration.settings import Settings
    from service.evaluating.evaluators import RecordReader
    from service.files.file_intake import FileStorage
    from service.gazette.versions import Gazette
    from service.store.store import Store
    from service.store.tables import EvaluationRow
    from touchstone.v1 import evaluation_service_pb2

Answer = TypeVar("Answer")
P = ParamSpec("P")


class EvaluationObserver(Protocol):
    """Function that receives each stored evaluation, its request, and whether it read earlier evaluations."""

    def __call__(
        self, request: evaluation_service_pb2.EvaluateSubjectRequest, row: EvaluationRow, reads_earlier: bool
    ) -> None: ...


class Limiter(Protocol):
    """Concurrency limit, with threads for blocking work."""

    def slot(self) -> AbstractContextManager[None]: ...

    async def in_thread(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Answer: ...


class Limiters(Protocol):
    """Limiters by kind of work; `trying` is for evaluations that are not stored."""

    @property
    def evaluating(self) -> Limiter: ...

    @property
    def streams(self) -> Limiter: ...

    @property
    def trying(self) -> Limiter: ...

    @property
    def reading(self) -> Limiter: ...

    @property
    def files(self) -> Limiter: ...


class ServiceContext(Protocol):
    """Resources that services are built from."""

    @property
    def settings(self) -> Settings: ...

    @property
    def gazette(self) -> Gazette: ...

    @property
    def store(self) -> Store | None: ...

    def refuse_unkept(self) -> NoReturn:
        """Raise InputError, because this call needs a store."""
        ...

    @property
    def keeping(self) -> FileStorage | None:
        """File storage, or None; raises InputError or Refusal if it cannot be opened."""
        ...

    @property
    def reader(self) -> RecordReader: ...

    @property
    def limiters(self) -> Limiters: ...

    @property
    def quotas(self) -> Quotas: ...

    @property
    def stopping(self) -> asyncio.Event | None: ...

    def processes(self, program: WorkerSpec) -> Worker: ...

    def own_limiter(self, limit: int, kind: str, *, shares: int = 1) -> Limiter:
        """Return a new limiter; each caller may use at most `limit / shares` of its slots, rounded up."""
        ...

    def keep_going(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run background work until the server stops; ignored in a command."""
        ...

    def note_publication(self) -> None: ...

    @property
    def evaluation_observers(self) -> list[EvaluationObserver]:
        """Functions that are called after an evaluation was stored; they must neither wait nor raise."""
        ...

    def answer(self, service: ServiceDescriptor, *apis: object) -> None:
        """Register handlers by method name; missing ones are refused, because they need a store."""
        ...


def require_store(parts: ServiceContext) -> Store:
    """Return the store, or raise InputError if there is none."""
    return parts.refuse_unkept() if parts.store is None else parts.store


def answers_in_threads(
    limiter: Limiter,
    handlers: Mapping[str, Callable[..., Message]],
    *,
    check: Callable[[Any], None] | None = None,
    read_call: Callable[[Any, Any], object] | None = None,
) -> object:
    """Return an object with methods that run the handlers in threads of a limiter.

    `check` may reject the request first. `read_call` derives a second argument from request and context.
    """

    def wrapped(handler: Callable[..., Message]) -> Callable[[Any, Any], Awaitable[Message]]:
        async def answer(request: Any, context: Any) -> Message:
            if check is not None:
                check(request)
            with limiter.slot():
                read = () if read_call is None else (read_call(request, context),)
                return await limiter.in_thread(handler, request, *read)

        return answer

    return SimpleNamespace(**{name: wrapped(handler) for name, handler in handlers.items()})


def answering_messages(method: MethodDescriptor, handler: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """Wrap a handler that may return serialized messages, so that it returns messages."""
    read_written = GetMessageClass(method.output_type).FromString

    def read(response: Message | bytes) -> Message:
        return read_written(response) if isinstance(response, bytes) else response

    async def answer(request: Any, context: Any) -> Message:
        return read(await handler(request, context))

    async def answer_many(request: Any, context: Any) -> AsyncGenerator[Message, None]:
        async with aclosing(handler(request, context)) as responses:
            async for response in responses:
                yield read(response)

    return answer_many if method.server_streaming else answer


def language_of_call(request: Any, context: Any) -> str:
    """Return the language of the answer to a call."""
    return preferred_language(request, context.invocation_metadata())


def answer_by_workers(parts: ServiceContext, service: str, module: str, places: Limiter, **bounds: Any) -> None:
    """Register a service that the workers of a module answer; `bounds` are limits for the `WorkerSpec`."""
    declared = proto_services()[service]
    processes = parts.processes(WorkerSpec(module, (str(parts.gazette.folder),), **bounds))

    def handler_for(kind: type[Message]) -> Callable[[Any, Any], Awaitable[Message]]:
        async def answer(request: Any, context: Any) -> Message:
            language = language_of_call(request, context)
            with places.slot():
                return await processes.work(request, kind, language=language)

        return answer

    methods = {method.name: handler_for(GetMessageClass(method.output_type)) for method in declared.methods}
    parts.answer(declared, SimpleNamespace(**methods))
