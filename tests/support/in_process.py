"""A server in the process of the test, so that its parts can be replaced; called over a real socket."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import grpc

from service.api.bulkheads import Bulkhead, Bulkheads
from service.api.calls import Calls
from service.api.evaluation_service import EvaluationApi
from service.api.explaining_process import program
from service.api.quotas import Quotas
from service.base.processes import Processes
from service.evaluating.reader import RecordReader
from service.evaluating.worker import Worker
from service.gazette.publishing import write_version
from service.gazette.versions import Gazette
from service.store.evaluations import Store
from tests.support.small_card import small_card
from touchstone.v1 import evaluation_service_pb2_grpc


def call(
    tmp_path: Path, worker: Worker, act: Callable[[Any, Store], Coroutine[Any, Any, None]], trying: Worker | None = None
) -> None:
    """Run a server in this process, with this worker and perhaps another to try things, and call it over a socket."""

    async def run() -> None:
        write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
        store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
        explaining = Processes(program(tmp_path / "gazette"))
        bulkheads = Bulkheads(
            evaluating=Bulkhead(8, kind="evaluating"),
            streams=Bulkhead(2, kind="streams"),
            trying=Bulkhead(8, kind="trying"),
            reading=Bulkhead(8, kind="reading"),
        )
        server = grpc.aio.server(interceptors=[Calls()])
        gazette = Gazette(tmp_path / "gazette")
        reader = RecordReader(gazette)
        api = EvaluationApi(
            store=store,
            gazette=gazette,
            worker=worker,
            trying=trying or worker,
            explaining=explaining,
            reader=reader,
            bulkheads=bulkheads,
            quotas=Quotas(),
            stopping=asyncio.Event(),
            maximum_answer_bytes=4 * 1024 * 1024,
        )
        evaluation_service_pb2_grpc.add_EvaluationServiceServicer_to_server(api, server)
        port = server.add_insecure_port("127.0.0.1:0")
        await server.start()
        try:
            async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
                await act(evaluation_service_pb2_grpc.EvaluationServiceStub(channel), store)
        finally:
            await server.stop(0)
            await explaining.close()
            worker.close()
            reader.close()
            bulkheads.close()
            store.close()

    asyncio.run(run())
