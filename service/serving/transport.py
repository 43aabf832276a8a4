"""Channels for commands: gRPC to a server, or an in-process channel that runs the handlers directly.

Both have the interface of a gRPC channel, so stubs work with either. In process a refusal becomes the
google.rpc.Status that a server would send, by the same function; a fault of our own is let through, to be reported as
one. Only what the call needs is loaded: no gRPC, no event loop where nothing waits, and no store unless one is named.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager, nullcontext
from contextvars import copy_context
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, cast

from google.protobuf.message_factory import GetMessageClass

from rules.contracts import InputError, TouchstoneError, Violation, message_factory
from rules.engine import never_stop
from service.api.quotas import Quotas
from service.api.service_dependencies import answering_messages
from service.base.call_context import KEY
from service.base.grpc_status import status_of
from service.evaluating.evaluators import RecordReader
from service.gazette.versions import Gazette
from service.identity.permissions import authorize
from service.identity.principals import LOCAL, set_principal
from service.output.terminal.command_language import requested_language
from service.output.terminal.output import RemoteError
from service.serving.registry import MODULES, add
from touchstone.client.methods import service_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
    from google.protobuf.message import Message

    from service.api.service_dependencies import Answer, P
    from service.base import worker_specs
    from service.base.worker_specs import WorkerSpec, Works
    from service.configuration.settings import Settings
    from service.files.file_intake import FileStorage
    from service.store.store import Store

_say = message_factory(__name__)


@contextmanager
def stubs(server: str | None, *, gazette: Path, database_url: str | None = None) -> Iterator[Callable[[str], Any]]:
    """Give what makes the stub of a service by its name, such as `evidence_service.EvidenceService`.

    It calls a server, or else works in this process, by a gazette and with the store that is named, if any.

    Raises:
        RemoteError: the call is refused, or the server cannot be reached.
    """
    if server:
        from service.output.terminal.server_calls import RemoteServer  # noqa: PLC0415 -- gRPC is loaded to ask a server

        with RemoteServer(server).stubs() as remote:
            yield remote
        return
    with LocalChannel(Gazette(gazette), database_url) as local:
        yield lambda service: stub_of(service, local)


def stub_of(service: str, channel: Any) -> Any:
    """Give the stub of a service, such as `evidence_service.EvidenceService`, as gRPC would generate it."""
    return _Stub(service_in(service), channel)


class _Stub:
    """Calls the methods of one service."""

    def __init__(self, service: ServiceDescriptor, channel: Any) -> None:
        for method in service.methods:
            asked = "stream" if method.client_streaming else "unary"
            answered = "stream" if method.server_streaming else "unary"
            call = getattr(channel, f"{asked}_{answered}")(
                f"/{service.full_name}/{method.name}",
                request_serializer=GetMessageClass(method.input_type).SerializeToString,
                response_deserializer=GetMessageClass(method.output_type).FromString,
            )
            setattr(self, method.name, call)


class StoreRequiredError(InputError):
    """What is asked for needs a store, and none is named."""


class LocalChannel:
    """Looks like a channel of gRPC, and runs the handlers in this process; each service is made when first called."""

    def __init__(self, gazette: Gazette, database_url: str | None) -> None:
        """Begin with nothing open."""
        self._parts = LocalServiceContext(gazette, database_url)
        self._loop: Any = None

    def __enter__(self) -> LocalChannel:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._loop is not None:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()
        self._parts.close()

    def unary_unary(self, path: str, *_codecs: Any, **_named: Any) -> Callable[..., Any]:
        """Give a call that is asked once and answers once."""

        def call(request: Any, timeout: float | None = None, metadata: Any = None) -> Any:  # noqa: ARG001 -- as of gRPC
            handler, context = self._handler(path)
            return context.run(self._run_authorized, path, request, lambda: handler(request, LocalCallContext()))

        return call

    def stream_unary(self, path: str, *_codecs: Any, **_named: Any) -> Callable[..., Any]:
        """Give a call that is asked by a stream and answers once."""

        def call(requests: Iterator[Any], timeout: float | None = None, metadata: Any = None) -> Any:  # noqa: ARG001
            handler, context = self._handler(path)
            return context.run(self._run_to_completion, lambda: handler(_offered(path, requests), LocalCallContext()))

        return call

    def unary_stream(self, path: str, *_codecs: Any, **_named: Any) -> Callable[..., Any]:
        """Give a call that is asked once and answers by a stream."""

        def call(request: Any, timeout: float | None = None, metadata: Any = None) -> Iterator[Any]:  # noqa: ARG001
            handler, context = self._handler(path)
            context.run(authorize, path, request)
            return self._iterate_answers(handler(request, LocalCallContext()), context)

        return call

    def stream_stream(self, path: str, *_codecs: Any, **_named: Any) -> Callable[..., Any]:
        """Give a call that is asked and answers by streams."""

        def call(requests: Iterator[Any], timeout: float | None = None, metadata: Any = None) -> Iterator[Any]:  # noqa: ARG001
            handler, context = self._handler(path)
            return self._iterate_answers(handler(_offered(path, requests), LocalCallContext()), context)

        return call

    def _handler(self, path: str) -> tuple[Callable[[Any, LocalCallContext], Any], Any]:
        """Give what answers a method, and the context in which one call of it is answered."""
        _, service, method = path.split("/")
        context = copy_context()
        context.run(set_principal, LOCAL)
        with _refusals():
            return context.run(self._parts.method, service, method), context

    def _run_authorized(self, path: str, request: Any, work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        with _refusals():
            authorize(path, request)
        return self._run_to_completion(work)

    def _iterate_answers(self, answers: AsyncIterator[Any], context: Any) -> Iterator[Any]:
        while True:
            try:
                yield context.run(self._looped, lambda: anext(answers))
            except StopAsyncIteration:
                return

    def _run_to_completion(self, work: Callable[[], Any]) -> Any:
        """Do work to its end; an event loop is made if what is loaded may wait for something."""
        if "asyncio" in sys.modules:
            return self._looped(work)
        try:
            with _refusals():
                work().send(None)
        except StopIteration as done:
            return done.value
        raise AssertionError

    def _looped(self, work: Callable[[], Any]) -> Any:
        import asyncio  # noqa: PLC0415 -- it takes a tenth of the time of a command

        if self._loop is None:
            self._loop = asyncio.new_event_loop()

        async def done() -> Any:
            return await work()

        with _refusals():
            return self._loop.run_until_complete(done())


@contextmanager
def _refusals() -> Iterator[None]:
    """Let a refusal be what a server would send."""
    try:
        yield
    except (StoreRequiredError, RemoteError):
        raise
    except TouchstoneError as error:
        raise RemoteError(status_of(error, requested_language()), cause=error) from error


async def _offered(path: str, requests: Iterator[Any]) -> AsyncIterator[Any]:
    for request in requests:
        authorize(path, request)
        yield request


class LocalCallContext:
    """Stands for the context of a call: the caller speaks the language of the command."""

    def invocation_metadata(self) -> tuple[tuple[str, str], ...]:
        """Give what a caller would send."""
        return ((KEY, requested_language()),)

    def peer(self) -> str:
        """Give the address of the caller; it has none."""
        return ""


class NoLimit:
    """Places without end, whose work is done on the spot."""

    def slot(self) -> AbstractContextManager[None]:
        """Have a place."""
        return nullcontext()

    async def in_thread(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Answer:
        """Do work."""
        return work(*args, **named)


class NoLimits:
    """The places of all kinds of work."""

    evaluating = streams = trying = reading = files = NoLimit()


class InlineWorker:
    """Does the work of a program on the spot."""

    def __init__(self, program: WorkerSpec, gazette: Gazette) -> None:
        """Load the program when there is work for it."""
        self._program, self._gazette = program, gazette

    @cached_property
    def _works(self) -> Works:
        return self._program.works(self._gazette)

    async def work(
        self, asked: Message, answer: type[worker_specs.Answer], *, language: str = "en"
    ) -> worker_specs.Answer:
        """Do what a message asks for."""
        return cast("worker_specs.Answer", self._works[type(asked)](asked, never_stop))


class LocalServiceContext:
    """The parts of services in this process, each opened when it is first asked for."""

    def __init__(self, gazette: Gazette, database_url: str | None) -> None:
        """Begin with nothing open."""
        self.gazette = gazette
        self.quotas, self.limiters, self.stopping = Quotas(), NoLimits(), None
        self._database_url = database_url
        self._closed = ExitStack()
        self._methods: dict[str, Mapping[str, Callable[..., Any]]] = {}
        self._workers: dict[WorkerSpec, InlineWorker] = {}

    def close(self) -> None:
        """Close what was opened."""
        self._closed.close()

    @cached_property
    def settings(self) -> Settings:
        """What the environment says."""
        from service.configuration.settings import combined_settings_class  # noqa: PLC0415 -- slow to load

        named = {"database_url": self._database_url} if self._database_url else {}
        return combined_settings_class()(gazette=self.gazette.folder, **named)  # type: ignore[arg-type] # the types are the fields'

    @cached_property
    def store(self) -> Store | None:
        """The store that was named."""
        if self._database_url is None:
            return None
        from service.proofs.log_service import open_store  # noqa: PLC0415 -- slow to load

        store = open_store(self.settings, self.gazette)
        self._closed.callback(store.close)
        return store

    @cached_property
    def keeping(self) -> FileStorage | None:
        """How files behind evidence are kept."""
        from service.files.file_storage import open_file_storage  # noqa: PLC0415 -- slow to load

        return open_file_storage(self.settings)

    @cached_property
    def reader(self) -> RecordReader:
        """Who reads records again."""
        reader = RecordReader(self.gazette)
        self._closed.callback(reader.close)
        return reader

    def refuse_unkept(self) -> NoReturn:
        """Refuse what needs a store."""
        raise StoreRequiredError((Violation("--server", _say("SERVER_NEEDED"), "REQUIRED"),))

    def processes(self, program: WorkerSpec) -> InlineWorker:
        """Give who does the work of a program."""
        return self._workers.setdefault(program, InlineWorker(program, self.gazette))

    def own_limiter(self, limit: int, kind: str) -> NoLimit:
        """Give places."""
        return self.limiters.reading

    def keep_going(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do none: a command ends with its call."""

    def note_publication(self) -> None:
        """Note what was published, as the next start of a server does."""
        from service.api.proof_bundles import keeper_of  # noqa: PLC0415 -- slow to load
        from service.proofs.log_service import try_append_publications  # noqa: PLC0415 -- likewise

        if self.store is not None:
            try_append_publications(self.store, Gazette(self.gazette.folder, private=True), keeper_of(self.settings))

    def answer(self, service: ServiceDescriptor, *apis: object) -> None:
        """Let the calls of a service be answered."""
        self._methods[service.full_name] = {method.name: self._behavior(method, apis) for method in service.methods}

    def method(self, service: str, name: str) -> Callable[[Any, LocalCallContext], Any]:
        """Give what answers a method."""
        if service not in MODULES:
            self.refuse_unkept()
        if service not in self._methods:
            add(service, self)
        return self._methods[service][name]

    def _behavior(self, method: MethodDescriptor, apis: tuple[object, ...]) -> Callable[..., Any]:
        handler = next((getattr(api, method.name) for api in apis if hasattr(api, method.name)), None)

        def refuse(_request: Any, _context: Any) -> NoReturn:
            self.refuse_unkept()

        return refuse if handler is None else answering_messages(method, handler)
