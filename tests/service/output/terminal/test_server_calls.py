"""Calls of commands to a server: retries, and errors reported immediately."""

import time

import pytest
from google.rpc import code_pb2

from rules.contracts.messages import in_language
from service.output.terminal.output import RemoteError
from service.output.terminal.server_calls import RemoteServer
from tests.support.refusing_server import LOST, after, refusing
from touchstone.v1.scorecard_service_pb2 import GetScorecardRequest

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
    assert f"no server answers at {address}; start one with" in gone.value.status.message
    assert f"{address} 没有服务器应答" in in_language(gone.value.server_message(), "zh")
