"""A server in the process of the test, so that its parts can be replaced; called over a real socket.

Its evaluations are made in a process of their own, as those of every server.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import grpc

from service.api.call_interceptor import CallInterceptor
from service.api.evaluation_worker_specs import evaluation_worker_spec, simulation_worker_spec
from service.api.quotas import Quotas
from service.api.server_context import ServerContext
from service.base.worker_pool import WorkerPool
from service.base.worker_specs import WorkerSpec
from service.configuration.settings import Settings
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.serving.registry import add
from service.store.store import Store
from tests.support.small_card import small_card
from touchstone.v1 import evaluation_service_pb2_grpc


def evaluating_by(gazette: Path, count: int = 1) -> WorkerSpec:
    """The program that evaluates by a gazette."""
    return evaluation_worker_spec(Settings(gazette=gazette, evaluating_processes=count))


def server_parts(settings: Settings, store: Any, server: grpc.aio.Server, closed: AsyncExitStack) -> ServerContext:
    """Return the parts of a server without quotas on its calls."""
    return ServerContext(
        settings=settings,
        gazette=Gazette(settings.gazette),
        store=store,
        quotas=Quotas(),
        stopping=asyncio.Event(),
        server=server,
        closed=closed,
        note_publication=lambda: None,
    )


def call(
    tmp_path: Path,
    act: Callable[[Any, Store], Coroutine[Any, Any, None]],
    *,
    evaluating: WorkerPool | None = None,
    trying: WorkerPool | None = None,
) -> None:
    """Run a server in this process, perhaps with processes that are given, and call it over a socket."""

    async def run() -> None:
        write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
        store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
        settings = Settings(
            gazette=tmp_path / "gazette",
            evaluating_processes=1,
            maximum_in_flight=8,
            maximum_streams=2,
            maximum_trials=8,
            maximum_reads=8,
        )
        server = grpc.aio.server(interceptors=[CallInterceptor()])
        async with AsyncExitStack() as closed:
            closed.callback(store.close)
            parts = server_parts(settings, store, server, closed)
            for program, pool in (
                (evaluation_worker_spec(settings), evaluating),
                (simulation_worker_spec(settings.gazette), trying),
            ):
                if pool is not None:
                    parts.use(program, pool)
                    closed.push_async_callback(pool.close)
            add("touchstone.v1.EvaluationService", parts)
            port = server.add_insecure_port("127.0.0.1:0")
            await server.start()
            closed.push_async_callback(server.stop, 0)
            await parts.processes(evaluation_worker_spec(settings)).start()
            async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
                await act(evaluation_service_pb2_grpc.EvaluationServiceStub(channel), store)

    asyncio.run(run())
