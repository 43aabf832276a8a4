"""Channels for commands: gRPC to a server, or in-process handlers.

In-process refusals become the google.rpc.Status of a server; internal errors propagate.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager, nullcontext, suppress
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
from service.base.worker_specs import perform
from service.evaluating.evaluators import RecordReader
from service.gazette.versions import Gazette
from service.identity.permissions import authorize
from service.identity.principals import LOCAL, set_principal
from service.output.terminal.output import RemoteError
from service.output.terminal.words import requested_language
from service.serving.registry import MODULES, add
from touchstone.client.methods import service_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
    from contextlib import AbstractContextManager

    from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
    from google.protobuf.message import Message

    from service.api.service_dependencies import Answer, EvaluationObserver, P
    from service.base import worker_specs
    from service.base.worker_specs import ReportingWork, Work, WorkerSpec, Works
    from service.configuration.settings import Settings
    from service.files.file_intake import FileStorage
    from service.store.store import Store

_message = message_factory(__name__)


@contextmanager
def stubs(
    server: str | None, *, gazette: Gazette, database_url: str | None = None, opens_store: bool = False
) -> Iterator[Callable[[str], Any]]:
    """Yield a function that returns service stubs by name, such as `evidence_service.EvidenceService`.

    Without `server`, calls run in this process. `opens_store` means that the caller could have set `database_url`.

    Raises:
        RemoteError: If a call is refused or the server is unreachable.
    """
    if server:
        from service.output.terminal.server_calls import RemoteServer  # noqa: PLC0415 -- gRPC is only needed for a server

        with RemoteServer(server).stubs() as remote:
            yield remote
        return
    with LocalChannel(gazette, database_url, opens_store=opens_store) as local:
        yield lambda service: _stub_of(service, local)


def _stub_of(service: str, channel: Any) -> Any:
    return _Stub(service_in(service), channel)


class _Stub:
    def __init__(self, service: ServiceDescriptor, channel: Any) -> None:
        for method in service.methods:
            request_kind = "stream" if method.client_streaming else "unary"
            response_kind = "stream" if method.server_streaming else "unary"
            call = getattr(channel, f"{request_kind}_{response_kind}")(
                f"/{service.full_name}/{method.name}",
                request_serializer=GetMessageClass(method.input_type).SerializeToString,
                response_deserializer=GetMessageClass(method.output_type).FromString,
            )
            setattr(self, method.name, call)


class StoreRequiredError(InputError):
    """Missing database URL for a call that needs a store."""


class LocalChannel:
    """In-process replacement for a gRPC channel."""

    def __init__(self, gazette: Gazette, database_url: str | None, *, opens_store: bool = False) -> None:
        self._parts = LocalServiceContext(gazette, database_url, opens_store=opens_store)
        self._loop: Any = None

    def __enter__(self) -> LocalChannel:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._loop is not None:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()
        self._parts.close()

    def unary_unary(self, path: str, *_codecs: Any, **_named: Any) -> Callable[..., Any]:
        def call(request: Any, timeout: float | None = None, metadata: Any = None) -> Any:  # noqa: ARG001 -- gRPC's signature
            handler, context = self._handler(path)
            return context.run(self._run_authorized, path, request, lambda: handler(request, LocalCallContext()))

        return call

    def stream_unary(self, path: str, *_codecs: Any, **_named: Any) -> Callable[..., Any]:
        def call(requests: Iterator[Any], timeout: float | None = None, metadata: Any = None) -> Any:  # noqa: ARG001
            handler, context = self._handler(path)
            return context.run(
                self._run_to_completion, lambda: handler(_authorized_requests(path, requests), LocalCallContext())
            )

        return call

    def unary_stream(self, path: str, *_codecs: Any, **_named: Any) -> Callable[..., Any]:
        def call(request: Any, timeout: float | None = None, metadata: Any = None) -> Iterator[Any]:  # noqa: ARG001
            handler, context = self._handler(path)
            context.run(authorize, path, request)
            return self._iterate_answers(handler(request, LocalCallContext()), context)

        return call

    def stream_stream(self, path: str, *_codecs: Any, **_named: Any) -> Callable[..., Any]:
        def call(requests: Iterator[Any], timeout: float | None = None, metadata: Any = None) -> Iterator[Any]:  # noqa: ARG001
            handler, context = self._handler(path)
            return self._iterate_answers(handler(_authorized_requests(path, requests), LocalCallContext()), context)

        return call

    def _handler(self, path: str) -> tuple[Callable[[Any, LocalCallContext], Any], Any]:
        _, service, method = path.split("/")
        context = copy_context()
        context.run(set_principal, LOCAL)
        with _refusals_as_status():
            return context.run(self._parts.method, service, method), context

    def _run_authorized(self, path: str, request: Any, work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        with _refusals_as_status():
            authorize(path, request)
        return self._run_to_completion(work)

    def _iterate_answers(self, answers: AsyncIterator[Any], context: Any) -> Iterator[Any]:
        while True:
            try:
                yield context.run(self._run_in_loop, lambda: anext(answers))
            except StopAsyncIteration:
                return

    def _run_to_completion(self, work: Callable[[], Any]) -> Any:
        """Run `work`; without asyncio loaded, `work` must not wait."""
        if "asyncio" in sys.modules:
            return self._run_in_loop(work)
        try:
            with _refusals_as_status():
                work().send(None)
        except StopIteration as stop:
            return stop.value
        raise AssertionError

    def _run_in_loop(self, work: Callable[[], Any]) -> Any:
        import asyncio  # noqa: PLC0415 -- takes a tenth of a command's time

        if self._loop is None:
            self._loop = asyncio.new_event_loop()

        async def wait() -> Any:
            return await work()

        working = self._loop.create_task(wait())
        with _refusals_as_status():
            try:
                return self._loop.run_until_complete(working)
            except KeyboardInterrupt:
                working.cancel()
                with suppress(asyncio.CancelledError):
                    self._loop.run_until_complete(working)
                raise


@contextmanager
def _refusals_as_status() -> Iterator[None]:
    try:
        yield
    except (StoreRequiredError, RemoteError):
        raise
    except TouchstoneError as error:
        raise RemoteError(status_of(error, requested_language()), cause=error) from error


async def _authorized_requests(path: str, requests: Iterator[Any]) -> AsyncIterator[Any]:
    for request in requests:
        authorize(path, request)
        yield request


class LocalCallContext:
    """Call context with the language of the command."""

    def invocation_metadata(self) -> tuple[tuple[str, str], ...]:
        return ((KEY, requested_language()),)

    def peer(self) -> str:
        return ""


class NoLimit:
    """Limiter that runs work immediately."""

    def slot(self) -> AbstractContextManager[None]:
        return nullcontext()

    async def in_thread(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Answer:
        return work(*args, **named)


class NoLimits:
    """Unlimited limiters for every kind of work."""

    evaluating = streams = trying = reading = files = NoLimit()


class InlineWorker:
    """Worker that runs a program in this process."""

    def __init__(self, program: WorkerSpec, gazette: Gazette) -> None:
        self._program, self._gazette = program, gazette

    @cached_property
    def _works(self) -> Works:
        return self._program.works(self._gazette)

    async def work(
        self,
        job: Message,
        answer: type[worker_specs.Answer],
        *,
        language: str = "en",
        on_report: Callable[[bytes], None] | None = None,
    ) -> worker_specs.Answer:
        work = self._works[type(job)]
        if on_report is None:
            return cast("worker_specs.Answer", perform(work, job, never_stop, lambda _: None))
        return cast("worker_specs.Answer", await _perform_in_thread(work, job, on_report))


async def _perform_in_thread(work: Work | ReportingWork, job: Message, on_report: Callable[[bytes], None]) -> Message:
    """Perform work in a thread, so that its reports arrive while it lasts, and it ends when nothing waits for it."""
    import asyncio  # noqa: PLC0415 -- takes a tenth of a command's time
    import threading  # noqa: PLC0415 -- only for work that reports

    from service.base.thread_pool import ThreadPool  # noqa: PLC0415 -- loads asyncio

    caller_gone, loop = threading.Event(), asyncio.get_running_loop()

    def report(message: Message) -> None:
        if not caller_gone.is_set():
            loop.call_soon_threadsafe(on_report, message.SerializeToString())

    threads = ThreadPool()
    try:
        return await threads.do(perform, work, job, caller_gone.is_set, report)
    finally:
        caller_gone.set()
        threads.close()


class LocalServiceContext:
    """Service dependencies in this process, opened at first use."""

    def __init__(self, gazette: Gazette, database_url: str | None, *, opens_store: bool = False) -> None:
        self.gazette, self._opens_store = gazette, opens_store
        self.quotas, self.limiters, self.stopping = Quotas(), NoLimits(), None
        self.evaluation_observers: list[EvaluationObserver] = []
        self._database_url = database_url
        self._closed = ExitStack()
        self._methods: dict[str, Mapping[str, Callable[..., Any]]] = {}
        self._workers: dict[WorkerSpec, InlineWorker] = {}

    def close(self) -> None:
        self._closed.close()

    @cached_property
    def settings(self) -> Settings:
        from service.configuration.settings import combined_settings_class  # noqa: PLC0415 -- slow to load

        overrides = {"database_url": self._database_url} if self._database_url else {}
        return combined_settings_class()(gazette=self.gazette.folder, **overrides)  # type: ignore[arg-type] # the settings fields validate their types

    @cached_property
    def store(self) -> Store | None:
        if self._database_url is None:
            return None
        from service.proofs.log_service import open_store  # noqa: PLC0415 -- slow to load

        store = open_store(self.settings, self.gazette)
        self._closed.callback(store.close)
        return store

    @cached_property
    def keeping(self) -> FileStorage | None:
        from service.files.file_storage import open_file_storage  # noqa: PLC0415 -- slow to load

        return open_file_storage(self.settings)

    @cached_property
    def reader(self) -> RecordReader:
        reader = RecordReader(self.gazette)
        self._closed.callback(reader.close)
        return reader

    def refuse_unkept(self) -> NoReturn:
        message = _message("SERVER_OR_STORE_NEEDED" if self._opens_store else "SERVER_NEEDED")
        raise StoreRequiredError((Violation("--server", message, "REQUIRED"),))

    def processes(self, program: WorkerSpec) -> InlineWorker:
        return self._workers.setdefault(program, InlineWorker(program, self.gazette))

    def own_limiter(self, limit: int, kind: str, *, shares: int = 1) -> NoLimit:
        return self.limiters.reading

    def keep_going(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Ignore the work: a command ends with its call."""

    def note_publication(self) -> None:
        from service.api.proof_bundles import keeper_of  # noqa: PLC0415 -- slow to load
        from service.proofs.log_service import try_append_publications  # noqa: PLC0415 -- slow to load

        if self.store is not None:
            try_append_publications(self.store, Gazette(self.gazette.folder, private=True), keeper_of(self.settings))

    def answer(self, service: ServiceDescriptor, *apis: object) -> None:
        self._methods[service.full_name] = {method.name: self._behavior(method, apis) for method in service.methods}

    def method(self, service: str, name: str) -> Callable[[Any, LocalCallContext], Any]:
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
