"""Streams: answers in order, shutdown, idle and silent streams, and the announced limit of concurrent calls."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import grpc
import pytest
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from service.api import bulkheads
from service.api.bulkheads import OPTIONS
from service.api.ordered_answers import answer_in_order
from service.base.refusals import Reason, Refusal
from service.store.store import Store
from tests.support.calling import request_for
from tests.support.in_process import call
from tests.support.small_card import small_subject
from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest


class Asked:
    """Requests that come one by one, and then no more although the stream stays open, unless it is closed."""

    def __init__(self, *requests: int, closed: bool = False) -> None:
        self._requests = requests
        self._closed = closed
        self.read = 0

    async def __aiter__(self) -> AsyncIterator[int]:
        for request in self._requests:
            self.read += 1
            yield request
        if not self._closed:
            await asyncio.Event().wait()


async def doubled(request: int) -> int:
    for _ in range(10 - request):  # earlier requests finish later
        await asyncio.sleep(0)
    return 2 * request


def test_requests_in_progress_are_answered_and_no_more_are_read_after_shutdown() -> None:
    async def run() -> None:
        stopping, working, begun = asyncio.Event(), asyncio.Event(), asyncio.Event()

        async def answer(request: int) -> int:
            if request == 3:
                begun.set()
            await working.wait()
            return await doubled(request)

        asked = Asked(1, 2, 3, 4, 5, 6)
        answers = answer_in_order(aiter(asked), answer, ahead=3, stopping=stopping)
        first = asyncio.ensure_future(anext(answers))
        await begun.wait()
        stopping.set()
        await asyncio.sleep(0)
        working.set()
        assert [await first, await anext(answers), await anext(answers)] == [2, 4, 6]
        with pytest.raises(Refusal) as raised:
            await anext(answers)
        assert raised.value.reason is Reason.SHUTTING_DOWN
        assert asked.read == 3

    asyncio.run(asyncio.wait_for(run(), 30))


def test_an_idle_stream_ends_at_once() -> None:
    async def run() -> None:
        stopping = asyncio.Event()
        answers = answer_in_order(aiter(Asked(1)), doubled, ahead=3, stopping=stopping)
        assert await anext(answers) == 2
        waiting = asyncio.ensure_future(anext(answers))
        await asyncio.sleep(0)
        stopping.set()
        with pytest.raises(Refusal):
            await waiting

    asyncio.run(asyncio.wait_for(run(), 30))


@pytest.mark.parametrize("stops", [False, True])
def test_a_stream_closed_by_its_caller_is_answered_completely(stops: bool) -> None:
    async def run() -> None:
        stopping = asyncio.Event()
        answers = answer_in_order(aiter(Asked(1, 2, closed=True)), doubled, ahead=8, stopping=stopping)
        assert await anext(answers) == 2
        if stops:
            stopping.set()
        assert [answer async for answer in answers] == [4]

    asyncio.run(asyncio.wait_for(run(), 30))


_MOST_STREAMS, _SETTINGS = 3, 4
"""The HTTP/2 identifier of the stream limit setting, and the type of a settings frame."""


@pytest.mark.full
def test_a_silent_stream_ends_with_a_deadline_error_and_frees_its_slot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulkheads, "_ITEM_SECONDS", 1)

    async def silent() -> AsyncIterator[EvaluateSubjectRequest]:
        yield request_for(small_subject())
        await asyncio.Event().wait()

    async def act(stub: Any, _: Store) -> None:
        for _number in range(3):  # one more than the limit of two
            stream = stub.StreamEvaluateSubjects(silent())
            assert (await stream.read()).HasField("evaluation")
            with pytest.raises(grpc.aio.AioRpcError) as raised:
                await stream.read()
            assert raised.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
            status = rpc_status.from_call(cast("grpc.Call", raised.value))
            assert status is not None
            information = error_details_pb2.ErrorInfo()
            status.details[0].Unpack(information)
            assert information.reason == "REQUEST_TOO_SLOW"

    call(tmp_path, act)


def test_the_server_announces_its_limit_of_concurrent_calls() -> None:
    async def run() -> dict[int, int]:
        server = grpc.aio.server(options=OPTIONS)
        port = server.add_insecure_port("127.0.0.1:0")
        await server.start()
        try:
            return await asyncio.to_thread(settings, port)
        finally:
            await server.stop(None)

    def settings(port: int) -> dict[int, int]:
        with (
            socket.create_connection(("127.0.0.1", port), timeout=20) as connection,
            connection.makefile("rb") as stream,
        ):
            connection.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + struct.pack("!IBI", _SETTINGS, 0, 0))
            size, kind = struct.unpack("!IB", b"\0" + stream.read(9)[:4])
            assert kind == _SETTINGS
            return dict(struct.iter_unpack("!HI", stream.read(size)))

    assert asyncio.run(run())[_MOST_STREAMS] == dict(OPTIONS)["grpc.max_concurrent_streams"]
