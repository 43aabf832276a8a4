"""Server context of the services: shared parts opened at start, and worker processes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

import grpc
from google.protobuf.message_factory import GetMessageClass

from service.api.bulkheads import Bulkhead, Bulkheads
from service.api.service_dependencies import answering_messages
from service.base.worker_pool import WorkerPool
from service.evaluating.evaluators import RecordReader
from service.files.file_storage import open_file_storage

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from contextlib import AsyncExitStack

    from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
    from google.protobuf.message import Message

    from service.api.quotas import Quotas
    from service.api.service_dependencies import Limiter
    from service.base.worker_specs import WorkerSpec
    from service.configuration.settings import Settings
    from service.files.file_intake import FileStorage
    from service.gazette.versions import Gazette
    from service.store.store import Store


@dataclass(kw_only=True)
class ServerContext:
    """The parts of a server; what they open is `closed` with it, in the order of later first."""

    settings: Settings
    gazette: Gazette
    store: Store
    quotas: Quotas
    stopping: asyncio.Event
    server: grpc.aio.Server
    closed: AsyncExitStack
    note_publication: Callable[[], None]
    behaviors: dict[str, Callable[[Any, Any], Any]] = field(default_factory=dict)
    """What answers each call from within this process."""
    _processes: dict[WorkerSpec, WorkerPool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open what every service uses."""
        self.limiters = Bulkheads.of(self.settings)
        self.closed.callback(self.limiters.close)
        self.reader = RecordReader(self.gazette)
        self.closed.callback(self.reader.close)

    @cached_property
    def keeping(self) -> FileStorage | None:
        """How files behind evidence are kept."""
        return open_file_storage(self.settings)

    def use(self, program: WorkerSpec, processes: WorkerPool) -> None:
        """Let these do the work of a program; whoever made them closes them."""
        self._processes[program] = processes

    def processes(self, program: WorkerSpec) -> WorkerPool:
        """Give the processes of a program."""
        if program not in self._processes:
            self._processes[program] = WorkerPool(program)
            self.closed.push_async_callback(self._processes[program].close)
        return self._processes[program]

    def own_limiter(self, limit: int, kind: str) -> Limiter:
        """Give places that one service has for itself."""
        places = Bulkhead(limit, kind=kind)
        self.closed.callback(places.close)
        return places

    def keep_going(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Let work go on until what it uses is closed."""
        task = asyncio.create_task(work())

        async def end() -> None:
            task.cancel()
            await asyncio.wait({task})

        self.closed.push_async_callback(end)

    def refuse_unkept(self) -> NoReturn:
        """Refuse nothing: a server has a store."""
        raise AssertionError

    def answer(self, service: ServiceDescriptor, *apis: object) -> None:
        """Let the server answer the calls of a service."""
        handlers = {method.name: _handler(method, apis) for method in service.methods}
        for method in service.methods:
            self.behaviors[f"/{service.full_name}/{method.name}"] = answering_messages(method, _behavior(method, apis))
        # Not as registered methods: before each call the server would wait anew for every one of them.
        self.server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(service.full_name, handlers),))


def _handler(method: MethodDescriptor, apis: tuple[object, ...]) -> grpc.RpcMethodHandler[Any, Any]:
    """Give what answers a method: that of its name of one of these."""
    behavior = _behavior(method, apis)
    asked, answered = (
        "stream" if is_stream else "unary" for is_stream in (method.client_streaming, method.server_streaming)
    )
    made: grpc.RpcMethodHandler[Any, Any] = getattr(grpc, f"{asked}_{answered}_rpc_method_handler")(
        behavior,
        request_deserializer=GetMessageClass(method.input_type).FromString,
        response_serializer=_written_by(GetMessageClass(method.output_type)),
    )
    return made


def _written_by(kind: type[Message]) -> Callable[[Message | bytes], bytes]:
    """Give what writes answers of a kind; one that is written already stays as it is."""
    return lambda answer: answer if isinstance(answer, bytes) else kind.SerializeToString(answer)


def _behavior(method: MethodDescriptor, apis: tuple[object, ...]) -> Callable[[Any, Any], Any]:
    handler: Callable[[Any, Any], Any] = next(getattr(api, method.name) for api in apis if hasattr(api, method.name))
    return handler
