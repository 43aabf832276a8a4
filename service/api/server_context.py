"""Server context: resources and worker pools shared by all services."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

import grpc
from google.protobuf.message_factory import GetMessageClass

from service.api.bulkheads import Bulkhead, Bulkheads
from service.api.service_dependencies import answering_messages
from service.base.background_work import run_until_closed
from service.base.worker_pool import WorkerPool
from service.evaluating.evaluators import RecordReader
from service.files.file_storage import open_file_storage

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from contextlib import AsyncExitStack

    from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
    from google.protobuf.message import Message

    from service.api.quotas import Quotas
    from service.api.service_dependencies import EvaluationObserver, Limiter
    from service.base.worker_specs import WorkerSpec
    from service.configuration.settings import Settings
    from service.files.file_intake import FileStorage
    from service.gazette.versions import Gazette
    from service.store.store import Store


@dataclass(kw_only=True)
class ServerContext:
    """Shared resources of a server; `closed` closes them in reverse order."""

    settings: Settings
    gazette: Gazette
    store: Store
    quotas: Quotas
    stopping: asyncio.Event
    server: grpc.aio.Server
    closed: AsyncExitStack
    note_publication: Callable[[], None]
    behaviors: dict[str, Callable[[Any, Any], Any]] = field(default_factory=dict)
    """Handlers by method path, for calls within this process."""
    evaluation_observers: list[EvaluationObserver] = field(default_factory=list)
    _processes: dict[WorkerSpec, WorkerPool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.limiters = Bulkheads.of(self.settings)
        self.closed.callback(self.limiters.close)
        self.reader = RecordReader(self.gazette)
        self.closed.callback(self.reader.close)

    @cached_property
    def keeping(self) -> FileStorage | None:
        return open_file_storage(self.settings)

    def use(self, program: WorkerSpec, processes: WorkerPool) -> None:
        self._processes[program] = processes

    def processes(self, program: WorkerSpec) -> WorkerPool:
        if program not in self._processes:
            self._processes[program] = WorkerPool(program)
            self.closed.push_async_callback(self._processes[program].close)
        return self._processes[program]

    def own_limiter(self, limit: int, kind: str, *, shares: int = 1) -> Limiter:
        limiter = Bulkhead(limit, kind=kind, shares=shares)
        self.closed.callback(limiter.close)
        return limiter

    def keep_going(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        run_until_closed(work(), self.closed)

    def refuse_unkept(self) -> NoReturn:
        raise AssertionError

    def answer(self, service: ServiceDescriptor, *apis: object) -> None:
        handlers = {method.name: _handler(method, apis) for method in service.methods}
        for method in service.methods:
            self.behaviors[f"/{service.full_name}/{method.name}"] = answering_messages(method, _behavior(method, apis))
        # A generic handler, because with registered methods the server would wait for each of them before every call.
        self.server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(service.full_name, handlers),))


def _handler(method: MethodDescriptor, apis: tuple[object, ...]) -> grpc.RpcMethodHandler[Any, Any]:
    behavior = _behavior(method, apis)
    request_kind, response_kind = (
        "stream" if is_stream else "unary" for is_stream in (method.client_streaming, method.server_streaming)
    )
    handler: grpc.RpcMethodHandler[Any, Any] = getattr(grpc, f"{request_kind}_{response_kind}_rpc_method_handler")(
        behavior,
        request_deserializer=GetMessageClass(method.input_type).FromString,
        response_serializer=_message_serializer(GetMessageClass(method.output_type)),
    )
    return handler


def _message_serializer(kind: type[Message]) -> Callable[[Message | bytes], bytes]:
    return lambda answer: answer if isinstance(answer, bytes) else kind.SerializeToString(answer)


def _behavior(method: MethodDescriptor, apis: tuple[object, ...]) -> Callable[[Any, Any], Any]:
    handler: Callable[[Any, Any], Any] = next(getattr(api, method.name) for api in apis if hasattr(api, method.name))
    return handler
