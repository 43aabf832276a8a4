"""Calls and streams of commands: order, retries, errors, and cancellation after a signal while waiting."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator

import pytest
from google.rpc import code_pb2, status_pb2

from rules.contracts.messages import in_language
from service.output.terminal.output import RemoteError
from service.output.terminal.server_calls import AnswerStream, RemoteServer
from tests.support.refusing_server import LOST, after, refusing
from touchstone.client import ServerError
from touchstone.v1.scorecard_service_pb2 import GetScorecardRequest

CANCELLED = ServerError(status_pb2.Status(code=code_pb2.CANCELLED, message="cancelled"), answered=False)


class _StruckError(Exception):
    """Exception that a signal handler raises."""


class _Call:
    """Call that yields some answers, waits until it is cancelled, and then fails."""

    def __init__(self, *answers: int) -> None:
        self._answers = answers
        self._cancelled = threading.Event()
        self.waiting_in = ""

    def __iter__(self) -> Iterator[int]:
        yield from self._answers
        self.waiting_in = threading.current_thread().name
        assert self._cancelled.wait(20)
        raise CANCELLED

    def cancel(self) -> None:
        self._cancelled.set()


def test_answers_arrive_in_order_and_the_end_is_repeatable() -> None:
    stream = AnswerStream[int](iter([1, 2]))
    assert list(stream) == [1, 2]
    assert (stream.is_active(), next(stream, None), next(stream, None)) == (False, None, None)


def test_any_error_of_a_call_is_reported() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise OSError("unforeseen")

    stream = AnswerStream[int](broken())
    assert next(stream) == 1
    with pytest.raises(OSError, match="unforeseen"):
        next(stream)


def test_a_stream_can_be_left_after_a_signal_while_waiting() -> None:
    call = _Call(1)
    stream = AnswerStream[int](call)

    def strike(*_: object) -> None:
        if call.waiting_in:
            raise _StruckError
        signal.setitimer(signal.ITIMER_REAL, 0.05)

    def wait() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        next(stream)

    before = signal.signal(signal.SIGALRM, strike)
    try:
        assert next(stream) == 1
        with pytest.raises(_StruckError):
            wait()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert (call.waiting_in, stream.is_active()) == ("answers", True)
    stream.leave()
    with pytest.raises(ServerError, match="cancelled"):
        next(stream)
    assert not stream.is_active()


SERVICE = "scorecard_service.ScorecardService"
ASKED = GetScorecardRequest(name="scorecards/a")


def test_a_command_calls_again_after_the_delay_that_the_server_names() -> None:
    with refusing(after(nanos=300_000_000)) as (address, came), RemoteServer(address).stubs() as stubs:
        began = time.monotonic()
        assert stubs(SERVICE).GetScorecard(ASKED).name == "scorecards/a"
        assert time.monotonic() - began >= 0.3
    assert len(came) == 2


def test_a_lost_server_is_reported_without_a_retry() -> None:
    with refusing(LOST) as (address, came), RemoteServer(address).stubs() as stubs:
        with pytest.raises(RemoteError) as gone:
            stubs(SERVICE).GetScorecard(ASKED)
        assert len(came) == 1
    assert gone.value.status.code == code_pb2.UNAVAILABLE
    assert f"No server responds at {address} (" in gone.value.status.message
    assert f"{address} 没有服务器应答" in in_language(gone.value.server_message(), "zh")
