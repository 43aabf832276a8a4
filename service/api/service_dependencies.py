"""Service dependencies: protocols of settings, gazette, store, limiters and workers, for server and command.

A server opens its parts at once, and has what may take long done in processes of their own; a command that answers by
itself opens each part when it is first needed, and does all work on the spot. A service takes only what it asks for.
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

Answer = TypeVar("Answer")
P = ParamSpec("P")


class Limiter(Protocol):
    """Where the calls of one kind of work have their place, and what blocks is done for them."""

    def slot(self) -> AbstractContextManager[None]:
        """Have a place meanwhile.

        Raises:
            Refusal: too many calls are in flight.
        """
        ...

    async def in_thread(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Answer:
        """Do a part of a call's work that would keep others waiting."""
        ...


class Limiters(Protocol):
    """The places of each kind: evaluating, streams of it, trying what is not stored, reading, files of evidence."""

    @property
    def evaluating(self) -> Limiter:
        """Those of what is stored."""
        ...

    @property
    def streams(self) -> Limiter:
        """Those of streams."""
        ...

    @property
    def trying(self) -> Limiter:
        """Those of what is tried and not stored."""
        ...

    @property
    def reading(self) -> Limiter:
        """Those of what only reads."""
        ...

    @property
    def files(self) -> Limiter:
        """Those of files of evidence."""
        ...


class ServiceContext(Protocol):
    """What services are made of."""

    @property
    def settings(self) -> Settings:
        """How a server is set up; of a command what the environment says."""
        ...

    @property
    def gazette(self) -> Gazette:
        """What is published."""
        ...

    @property
    def store(self) -> Store | None:
        """Where evaluations are kept; None where nothing is."""
        ...

    def refuse_unkept(self) -> NoReturn:
        """Refuse what cannot be answered where nothing is kept.

        Raises:
            InputError: says what to give.
        """
        ...

    @property
    def keeping(self) -> FileStorage | None:
        """How files behind evidence are kept; None where none are.

        Raises:
            InputError: a setting is malformed, or what it asks for is not installed.
            Refusal: the folder or the store of files cannot be used.
        """
        ...

    @property
    def reader(self) -> RecordReader:
        """Who reads records again."""
        ...

    @property
    def limiters(self) -> Limiters:
        """Where calls have their places."""
        ...

    @property
    def quotas(self) -> Quotas:
        """How much each organisation may ask for."""
        ...

    @property
    def stopping(self) -> asyncio.Event | None:
        """What is set once no more is to be begun; None where nobody stops it."""
        ...

    def processes(self, program: WorkerSpec) -> Worker:
        """Give who does the work of a program, until the parts are closed; the same for equal programs."""
        ...

    def own_limiter(self, limit: int, kind: str) -> Limiter:
        """Give places of a kind that one service has for itself."""
        ...

    def keep_going(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Let work go on beside all calls until a server stops; a command does none."""
        ...

    def note_publication(self) -> None:
        """Note, and tell, that something was published."""
        ...

    def answer(self, service: ServiceDescriptor, *apis: object) -> None:
        """Let the calls of a service be answered by the methods that have their names.

        Those that none of `apis` has need what is kept, and are refused where nothing is.
        """
        ...


def require_store(parts: ServiceContext) -> Store:
    """Give where evaluations are kept, for what cannot be answered without.

    Raises:
        InputError: nothing is kept here.
    """
    return parts.refuse_unkept() if parts.store is None else parts.store


def answers_in_threads(
    limiter: Limiter,
    handlers: Mapping[str, Callable[..., Message]],
    *,
    check: Callable[[Any], None] | None = None,
    read_call: Callable[[Any, Any], object] | None = None,
) -> object:
    """Give methods by name, each of which has a place of a kind of work meanwhile and answers in a thread of it.

    Before that `check` may refuse the request. A handler is given the request, and behind it what `read_call` reads
    of request and context, if that is given.
    """

    def answering(handler: Callable[..., Message]) -> Callable[[Any, Any], Awaitable[Message]]:
        async def answer(request: Any, context: Any) -> Message:
            if check is not None:
                check(request)
            with limiter.slot():
                read = () if read_call is None else (read_call(request, context),)
                return await limiter.in_thread(handler, request, *read)

        return answer

    return SimpleNamespace(**{name: answering(handler) for name, handler in handlers.items()})


def answering_messages(method: MethodDescriptor, handler: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """Give what answers a method by messages; its handler may answer by some that are written already."""
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
    """Give the language in which a call is to be answered."""
    return preferred_language(request, context.invocation_metadata())


def answer_by_workers(parts: ServiceContext, service: str, module: str, places: Limiter, **bounds: Any) -> None:
    """Let each call of a service be answered by what the processes of a program do as its request asks.

    `bounds` are those of the program, which needs nothing but the gazette.
    """
    declared = proto_services()[service]
    processes = parts.processes(WorkerSpec(module, (str(parts.gazette.folder),), **bounds))

    def answering(kind: type[Message]) -> Callable[[Any, Any], Awaitable[Message]]:
        async def answer(request: Any, context: Any) -> Message:
            language = language_of_call(request, context)
            with places.slot():
                return await processes.work(request, kind, language=language)

        return answer

    methods = {method.name: answering(GetMessageClass(method.output_type)) for method in declared.methods}
    parts.answer(declared, SimpleNamespace(**methods))
