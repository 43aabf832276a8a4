"""Repetition of calls: which are made again, after which pause, and how long."""

import asyncio
from types import SimpleNamespace
from typing import Any

import grpc
import pytest

from service.base.grpc_status import status_of
from service.base.refusals import Reason, Refusal
from tests.support.refusing_server import LOST, after, refusing
from touchstone.client import AsyncClient, Client, ServerError, blocking
from touchstone.client.retrying import Attempts
from touchstone.v1.evaluation_pb2 import Evaluation
from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest

BUSY = status_of(Refusal(Reason.TOO_MANY_CALLS, "busy"))
WRONG = status_of(Refusal(Reason.EVALUATION_NOT_FOUND, "not there"))
NAME = {"name": "scorecards/a"}


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses in seconds that a client makes between its calls; none of them is waited for."""
    made = list[float]()
    monkeypatch.setattr(blocking, "time", SimpleNamespace(sleep=made.append))
    return made


def test_a_call_is_repeated_after_the_delay_requested_by_the_server(pauses: list[float]) -> None:
    with refusing(BUSY) as (address, came), Client(address) as client:
        assert client.call("GetScorecard", NAME) == NAME
    assert len(came) == 2
    assert len(pauses) == 1
    assert 1 <= pauses[0] < 2


def test_the_delay_has_parts_of_a_second(pauses: list[float]) -> None:
    with refusing(after(nanos=300_000_000)) as (address, _), Client(address) as client:
        client.call("GetScorecard", NAME)
    assert len(pauses) == 1
    assert 0.3 <= pauses[0] < 1
    with refusing(after(seconds=61, nanos=500_000_000)) as (address, _), Client(address, timeout=30) as client:
        with pytest.raises(ServerError) as refused:
            client.call("GetScorecard", NAME)
        assert refused.value.retry_seconds == 61.5


@pytest.mark.parametrize("seconds", [0, -5])
def test_a_zero_or_negative_delay_still_leads_to_a_pause(seconds: int, pauses: list[float]) -> None:
    with refusing(after(seconds=seconds), after(seconds=seconds)) as (address, came), Client(address) as client:
        assert client.call("GetScorecard", NAME) == NAME
    assert len(came) == 3
    assert sum(pauses) >= 0.3


def test_a_permanent_error_is_not_retried() -> None:
    with refusing(WRONG) as (address, came), Client(address) as client, pytest.raises(ServerError) as refused:
        client.call("GetScorecard", NAME)
    assert (refused.value.reason, refused.value.answered) == ("EVALUATION_NOT_FOUND", True)
    assert len(came) == 1


def test_all_attempts_have_one_deadline() -> None:
    with (
        refusing(after(seconds=60), BUSY) as (address, came),
        Client(address) as client,
        pytest.raises(ServerError) as refused,
    ):
        client.call("GetScorecard", NAME, timeout=30)
    assert refused.value.code is grpc.StatusCode.UNAVAILABLE
    assert len(came) == 1


def test_a_broken_connection_is_retried_if_the_call_cannot_take_effect_twice() -> None:
    with refusing(LOST, LOST) as (address, came), Client(address) as client:
        assert client.call("GetScorecard", NAME) == NAME
    assert len(came) == 3
    with refusing(LOST) as (address, came), Client(address) as client:
        assert client.call("EvaluateSubject", {})["name"] == "evaluated"
        assert client.send("EvaluateSubject", EvaluateSubjectRequest(), Evaluation).name == "evaluated"
    first, again, other = (one.request_id for one in came)
    assert first == again != other
    assert all((first, other))


def test_a_call_that_could_take_effect_twice_is_not_retried() -> None:
    with refusing(LOST) as (address, came), Client(address) as client, pytest.raises(ServerError) as broken:
        client.call("CreateCase", {"parent": "organizations/a"})
    assert (broken.value.code, broken.value.answered) == (grpc.StatusCode.UNAVAILABLE, False)
    assert len(came) == 1
    with refusing(BUSY) as (address, came), Client(address) as client:
        assert client.call("CreateCase", {"parent": "organizations/a"}) == {"name": "created"}
    assert len(came) == 2, "the server says that it did nothing"


def test_the_request_id_of_the_caller_is_sent() -> None:
    request = EvaluateSubjectRequest(request_id="mine")
    with refusing() as (address, came), Client(address) as client:
        client.send("EvaluateSubject", request, Evaluation)
        client.send("EvaluateSubject", unnamed := EvaluateSubjectRequest(), Evaluation)
    assert came[0].request_id == "mine"
    assert not unnamed.request_id, "what was given stays as it was"


@pytest.mark.parametrize(
    ("language", "expected_message"), [("en", r"127\.0\.0\.1:1 cannot be reached"), ("zh", r"无法连接 127\.0\.0\.1:1")]
)
def test_an_unreachable_server_is_reported(language: str, expected_message: str) -> None:
    with (
        Client("127.0.0.1:1", timeout=0.5, language=language) as client,
        pytest.raises(ServerError, match=expected_message),
    ):
        client.call("GetScorecard", NAME)


def test_a_client_that_does_not_wait_fails_immediately() -> None:
    with Client("127.0.0.1:1", waits=False) as client, pytest.raises(ServerError) as refused:
        client.call("GetScorecard", NAME)
    assert refused.value.code is grpc.StatusCode.UNAVAILABLE, "the deadline was not waited for"


def test_the_asynchronous_client_retries_like_the_synchronous_client() -> None:
    async def ask(address: str, seconds: float) -> Any:
        async with AsyncClient(address) as client:
            return await client.call("GetScorecard", NAME, timeout=seconds)

    with refusing(after(nanos=300_000_000), LOST) as (address, came):
        assert asyncio.run(ask(address, 30)) == NAME
    assert len(came) == 3
    with refusing(after(seconds=60)) as (address, came), pytest.raises(ServerError):
        asyncio.run(ask(address, 30))
    assert len(came) == 1


def test_pauses_grow_and_differ() -> None:
    error = ServerError(LOST, answered=False)
    first = {Attempts(60, may_repeat=True).pause_after(error) for _ in range(20)}
    assert len(first) > 1
    assert all(0.1 <= one <= 0.2 for one in first)
    attempts = Attempts(60, may_repeat=True)
    pauses = [attempts.pause_after(error) for _ in range(8)]
    assert all(2.5 <= one <= 5 for one in pauses[5:])
