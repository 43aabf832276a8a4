"""Which calls are repeated, after which pause, and how long."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import grpc
import pytest
from google.rpc import status_pb2
from grpc_status import rpc_status

from service.base.refusals import Reason, Refusal
from service.base.status import status_of
from service.client import Client, ServerError
from touchstone.v1.scorecard_pb2 import Scorecard
from touchstone.v1.scorecard_service_pb2 import GetScorecardRequest

BUSY = status_of(Refusal(Reason.TOO_MANY_CALLS, "busy"))
WRONG = status_of(Refusal(Reason.EVALUATION_NOT_FOUND, "not there"))


@contextmanager
def refusing(*statuses: status_pb2.Status) -> Iterator[tuple[str, list[str]]]:
    """Serve GetScorecard, which refuses as often as it is told before it answers; give the address and what came."""
    came: list[str] = []

    def answer(request: GetScorecardRequest, context: grpc.ServicerContext) -> Scorecard:
        came.append(request.name)
        if len(came) <= len(statuses):
            context.abort_with_status(rpc_status.to_status(statuses[len(came) - 1]))
        return Scorecard(name=request.name)

    handler = grpc.unary_unary_rpc_method_handler(answer, GetScorecardRequest.FromString, Scorecard.SerializeToString)
    server = grpc.server(ThreadPoolExecutor(1))
    server.add_generic_rpc_handlers(
        (grpc.method_handlers_generic_handler("touchstone.v1.ScorecardService", {"GetScorecard": handler}),)
    )
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield f"127.0.0.1:{port}", came
    finally:
        server.stop(None)


def test_a_call_is_repeated_after_the_delay_that_the_server_names() -> None:
    with refusing(BUSY) as (address, came), Client(address) as client:
        began = time.monotonic()
        assert client.call("GetScorecard", {"name": "scorecards/a"}) == {"name": "scorecards/a"}
        assert time.monotonic() - began >= 1
    assert came == ["scorecards/a"] * 2


def test_what_another_call_would_not_mend_is_not_repeated() -> None:
    with refusing(WRONG) as (address, came), Client(address) as client, pytest.raises(ServerError) as refused:
        client.call("GetScorecard", {"name": "scorecards/a"})
    assert refused.value.reason == "EVALUATION_NOT_FOUND"
    assert len(came) == 1


def test_nothing_is_repeated_beyond_the_patience() -> None:
    with (
        refusing(BUSY, BUSY) as (address, came),
        Client(address, patience=0.5) as client,
        pytest.raises(ServerError) as refused,
    ):
        client.call("GetScorecard", {"name": "scorecards/a"})
    assert refused.value.code is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert len(came) == 1


def test_a_server_that_cannot_be_reached_is_told() -> None:
    with Client("127.0.0.1:1", patience=0.5) as client, pytest.raises(ServerError, match=r"127\.0\.0\.1:1 cannot be"):
        client.call("GetScorecard", {"name": "scorecards/a"})
