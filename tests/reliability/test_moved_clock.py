"""Moved system clock: monotone times, stored evaluations intact, key expiry, floor by publication time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import grpc
import pytest

from service.identity.principals import Role
from tests.support.calling import request_for
from tests.support.clocks import move, moving_clock
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2
from touchstone.v1.system_service_pb2 import GetSystemStatusRequest

DAY, YEAR = 86_400, 31_536_000


@pytest.fixture
def server(tmp_path: Path, gazette: Path) -> Iterator[RunningServer]:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_API_KEYS="true", **moving_clock(tmp_path)) as running:
        yield running


@pytest.mark.full
def test_a_moved_clock_loses_no_evaluation_and_stops_no_call(server: RunningServer) -> None:
    url = server.environment["TOUCHSTONE_DATABASE_URL"]
    shown = bearing(new_key_of(url, "green-body", Role.ASSESSOR, expires=_in(3 * YEAR)))
    ending = bearing(new_key_of(url, "green-body", Role.ASSESSOR, expires=_in(30 * DAY)))
    made: list[evaluation_pb2.Evaluation] = []
    latest = 0
    for seconds in (0, DAY, -DAY, YEAR, -YEAR // 4, 0):
        move(server, seconds)
        began = time.monotonic()
        request = request_for(small_subject())
        answer = server.evaluations.EvaluateSubject(request, metadata=shown, timeout=30)
        assert time.monotonic() - began < 30
        latest = max(latest, seconds)
        offset = answer.create_time.seconds - time.time()
        assert abs(offset - latest) < 120  # it is the clock of the machine, wrong as it may be, but never goes back
        assert server.evaluations.EvaluateSubject(request, metadata=shown).name == answer.name
        made.append(answer)
    get = evaluation_service_pb2.GetEvaluationRequest
    for evaluation in made:
        stored = server.evaluations.GetEvaluation(get(name=evaluation.name), metadata=shown)
        assert stored.record_digest == evaluation.record_digest
        verify = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=evaluation.name)
        verified = server.evaluations.VerifyEvaluationTrail(verify, metadata=shown)
        assert verified.result == evaluation_service_pb2.TrailCheck.RESULT_PASSED
    assert _listed(server, shown) == {one.name for one in made}
    until(lambda: _code(server, ending) is grpc.StatusCode.UNAUTHENTICATED)  # by stored timestamps, a year has passed


@pytest.mark.full
def test_no_timestamp_is_earlier_than_the_newest_publication(server: RunningServer) -> None:
    url = server.environment["TOUCHSTONE_DATABASE_URL"]
    shown = bearing(new_key_of(url, "green-body", Role.ASSESSOR, expires=_in(3 * YEAR)))
    move(server, -5 * YEAR)
    made = server.evaluations.EvaluateSubject(request_for(small_subject()), metadata=shown)
    assert made.create_time.ToJsonString() >= "2025-01-01"
    until(lambda: "clock_went_back" in server.log)


def _in(seconds: int) -> str:
    return datetime.fromtimestamp(time.time() + seconds, UTC).strftime("%Y-%m-%d")


def _code(server: RunningServer, shown: tuple[tuple[str, str], ...]) -> grpc.StatusCode:
    try:
        server.system.GetSystemStatus(GetSystemStatusRequest(), metadata=shown)
    except grpc.RpcError as error:
        return error.code()
    return grpc.StatusCode.OK


def _listed(server: RunningServer, shown: tuple[tuple[str, str], ...]) -> set[str]:
    """List page by page, so that the order by time is walked along."""
    names, token = set(), ""
    while True:
        listing = evaluation_service_pb2.ListEvaluationsRequest(
            parent="organizations/green-body", page_size=2, page_token=token
        )
        page = server.evaluations.ListEvaluations(listing, metadata=shown)
        names |= {one.name for one in page.evaluations}
        token = page.next_page_token
        if not token:
            return names
