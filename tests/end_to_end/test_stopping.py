"""Server stop: pending calls finish, new calls are refused, and interrupted calls are logged."""

import json
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import grpc
import pytest

from tests.support.calling import refused, request_for
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_service_pb2_grpc
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest

CALLERS = 32
_CALL = "touchstone-call"


def logged(server: RunningServer, event: str) -> list[dict[str, Any]]:
    lines = (json.loads(line) for line in server.log.splitlines())
    return [line for line in lines if line["event"] == event]


def calling(server: RunningServer) -> Iterator[str]:
    """Evaluate repeatedly on a separate connection, and yield the outcome of each call until one is refused."""
    options = (("grpc.use_local_subchannel_pool", 1),)
    with grpc.insecure_channel(server.address, options=options) as channel:
        stub: Any = evaluation_service_pb2_grpc.EvaluationServiceStub(channel)
        while True:
            try:
                stub.EvaluateSubject(request_for(small_subject()), timeout=60)
                yield "OK"
            except grpc.RpcError as error:
                yield f"{error.code().name}"
                return


@pytest.mark.full
def test_calls_in_flight_are_answered_and_new_calls_are_refused(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_MAXIMUM_IN_FLIGHT=str(2 * CALLERS)) as server:
        begun = threading.Barrier(CALLERS + 1)

        def call_until_refused() -> Counter[str]:
            answers = calling(server)
            first = next(answers)
            begun.wait()
            return Counter([first, *answers])

        with ThreadPoolExecutor(CALLERS) as callers:
            ended = [callers.submit(call_until_refused) for _ in range(CALLERS)]
            begun.wait()
            server.process.send_signal(signal.SIGTERM)
            counts = sum((each.result() for each in ended), Counter[str]())
        assert server.stop() == 0
        assert set(counts) == {"OK", "UNAVAILABLE"}
        assert counts["UNAVAILABLE"] == CALLERS
        assert len(logged(server, "answered")) == counts["OK"]
        assert not logged(server, "cancelled")
        assert not logged(server, "cut_off")


@pytest.mark.full
def test_a_caller_that_ignores_refusals_does_not_delay_the_stop(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_GRACE_SECONDS="120") as server:
        ended = threading.Event()

        def call_for_ever() -> None:
            while not ended.is_set():
                next(calling(server))

        with ThreadPoolExecutor(1) as callers:
            callers.submit(call_for_ever)
            try:
                until(lambda: logged(server, "answered"))
                assert server.stop() == 0  # long before the grace is over
            finally:
                ended.set()


@pytest.mark.full
def test_an_interrupted_call_is_logged_with_its_method_and_its_call_id(tmp_path: Path) -> None:
    text = "carbon neutral " * 30_000
    with RunningServer(tmp_path, ROOT / "scorecards", TOUCHSTONE_GRACE_SECONDS="2") as server:
        call = server.screenings.ScreenClaims.future(ScreenClaimsRequest(text=text))
        until(lambda: server.processes)
        server.process.send_signal(signal.SIGTERM)
        until(lambda: logged(server, "stopping"))
        refusal = refused(server.screenings.ScreenClaims, ScreenClaimsRequest(text="A green soap."))
        assert (refusal.code, refusal.reason) == (grpc.StatusCode.UNAVAILABLE, "SHUTTING_DOWN")
        assert refusal.retry_seconds == 2
        assert server.stop() == 0
        assert call.code() is grpc.StatusCode.UNAVAILABLE
        (cut,) = logged(server, "cut_off")
        assert cut["method"] == "/touchstone.v1.ScreeningService/ScreenClaims"
        assert cut["milliseconds"] >= 2_000
        assert cut["call"] in {line["call"] for line in logged(server, "cancelled")}
        assert "carbon" not in server.log


def test_the_caller_receives_the_call_id_of_the_log(server: RunningServer) -> None:
    request = request_for(small_subject())
    _, answered = server.evaluations.EvaluateSubject.with_call(request)
    request.subject = "nobody"
    with pytest.raises(grpc.RpcError) as raised:
        server.evaluations.EvaluateSubject(request)
    calls: dict[str, Any] = {"answered": answered, "refused": raised.value}
    for event, call in calls.items():
        name = dict(call.trailing_metadata())[_CALL]
        assert name in {line["call"] for line in logged(server, event)}
