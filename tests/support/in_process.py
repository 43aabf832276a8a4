"""A server in the process of the test, so that its parts can be replaced; called over a real socket.

Its evaluations are made in a process of their own, as those of every server.
"""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import grpc

from service.api.bulkheads import Bulkhead, Bulkheads
from service.api.calls import Calls
from service.api.evaluating_process import program as evaluating_program
from service.api.evaluation_service import EvaluationApi
from service.api.explaining_process import program
from service.api.quotas import Quotas
from service.api.trying_process import program as trying_program
from service.base.processes import Processes, Program
from service.evaluating.reader import RecordReader
from service.gazette.publishing import write_version
from service.gazette.versions import Gazette
from service.settings import Settings
from service.store.evaluations import Store
from tests.support.small_card import small_card
from touchstone.v1 import evaluation_service_pb2_grpc


def evaluating_by(gazette: Path, count: int = 1) -> Program:
    """The program that evaluates by a gazette."""
    return evaluating_program(Settings(gazette=gazette, evaluating_processes=count))


def call(
    tmp_path: Path,
    act: Callable[[Any, Store], Coroutine[Any, Any, None]],
    *,
    evaluating: Processes | None = None,
    trying: Processes | None = None,
) -> None:
    """Run a server in this process, perhaps with processes that are given, and call it over a socket."""

    async def run() -> None:
        write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
        store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
        apart = evaluating or Processes(evaluating_by(tmp_path / "gazette"))
        others = trying or Processes(trying_program(tmp_path / "gazette"))
        explaining = Processes(program(tmp_path / "gazette"))
        bulkheads = Bulkheads(
            evaluating=Bulkhead(8, kind="evaluating"),
            streams=Bulkhead(2, kind="streams"),
            trying=Bulkhead(8, kind="trying"),
            reading=Bulkhead(8, kind="reading"),
            files=Bulkhead(8, kind="files"),
        )
        server = grpc.aio.server(interceptors=[Calls()])
        gazette = Gazette(tmp_path / "gazette")
        reader = RecordReader(gazette)
        api = EvaluationApi(
            store=store,
            gazette=gazette,
            evaluating=apart,
            trying=others,
            explaining=explaining,
            reader=reader,
            bulkheads=bulkheads,
            quotas=Quotas(),
            stopping=asyncio.Event(),
        )
        evaluation_service_pb2_grpc.add_EvaluationServiceServicer_to_server(api, server)
        port = server.add_insecure_port("127.0.0.1:0")
        await server.start()
        await apart.start()
        try:
            async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
                await act(evaluation_service_pb2_grpc.EvaluationServiceStub(channel), store)
        finally:
            await server.stop(0)
            await apart.close()
            await explaining.close()
            await others.close()
            reader.close()
            bulkheads.close()
            store.close()

    asyncio.run(run())
