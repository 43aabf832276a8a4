"""Streams over HTTP: order of lines, end of the stream, and cancellation when the client disconnects."""

import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from rules.contracts.inputs import DeclaredValue
from tests.support.calling import request_for
from tests.support.running import RunningServer, seconds_of_work
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.client.json_form import as_json
from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest

PATH = "/v1/subjects:streamEvaluate"
LINES = {"content-type": "application/x-ndjson"}


def body(*requests: EvaluateSubjectRequest) -> bytes:
    return "".join(as_json(request, indent=None) for request in requests).encode()


def answers(response: httpx.Response) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in response.iter_lines())


def heavy(count: int) -> EvaluateSubjectRequest:
    credits = tuple({"serial": DeclaredValue(text=f"A-{number}")} for number in range(count))
    return request_for(small_subject(credits=DeclaredValue(records=credits)))


def test_each_line_is_answered_by_a_line_in_order(door: RunningServer) -> None:
    requests = [request_for(small_subject()) for _ in range(5)]
    requests[2].as_of_date = "soon"
    with httpx.stream("POST", f"{door.http}{PATH}", content=body(*requests), headers=LINES, timeout=60) as response:
        assert response.status_code == 200
        assert response.headers["content-type"] == "application/x-ndjson"
        entries = list(answers(response))
    assert [one["requestId"] for one in entries] == [request.request_id for request in requests]
    assert [("evaluation" in one, "error" in one) for one in entries] == [
        (True, False), (True, False), (False, True), (True, False), (True, False),
    ]  # fmt: skip
    (wrong,) = entries[2]["error"]["details"][1]["fieldViolations"]
    assert wrong["field"] == "asOfDate"
    assert entries[0]["evaluation"] == json.loads(as_json(door.evaluations.EvaluateSubject(requests[0])))


@pytest.mark.full
def test_lines_are_sent_as_soon_as_they_are_ready(door: RunningServer) -> None:
    content = body(request_for(small_subject()), heavy(1_000), heavy(1_000))
    with httpx.stream("POST", f"{door.http}{PATH}", content=content, headers=LINES, timeout=60) as response:
        lines = answers(response)
        assert "evaluation" in next(lines)
        worked = door.seconds_of_work
        assert len(list(lines)) == 2
    assert door.seconds_of_work > worked, "the others were answered before the first was given"


def test_invalid_lines_are_refused_before_the_first_evaluation(door: RunningServer) -> None:
    content = body(request_for(small_subject())) + b'\n{"scorecar": "x"}\n{"scorecard": }\n'
    response = httpx.post(f"{door.http}{PATH}", content=content, headers=LINES, timeout=60)
    assert response.status_code == 400
    wrong = {one["field"]: one["description"] for one in response.json()["details"][1]["fieldViolations"]}
    assert list(wrong) == ["lines[3].scorecar", "lines[4]"]
    assert wrong["lines[4]"].startswith("line 4, column 15: ")


def test_an_empty_stream_returns_an_empty_answer(door: RunningServer) -> None:
    response = httpx.post(f"{door.http}{PATH}", content=b"\n", headers=LINES, timeout=60)
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.full
def test_a_stream_that_breaks_off_ends_with_the_error(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(
        tmp_path, gazette, TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0", TOUCHSTONE_GRACE_SECONDS="60"
    ) as server:
        content = body(*(heavy(500) for _ in range(60)))
        with httpx.stream("POST", f"{server.http}{PATH}", content=content, headers=LINES, timeout=60) as response:
            lines = answers(response)
            assert "evaluation" in next(lines)
            server.process.terminate()
            *_, last = lines
        assert server.stop() == 0
    assert last["error"]["code"] == 14
    assert {one.get("reason") for one in last["error"]["details"]} >= {"SHUTTING_DOWN"}


@pytest.mark.full
def test_a_stream_is_cancelled_when_its_reader_disconnects(door: RunningServer) -> None:
    before = cancelled(door, "StreamEvaluateSubjects")
    content = body(*(heavy(500) for _ in range(20)))
    with httpx.stream("POST", f"{door.http}{PATH}", content=content, headers=LINES, timeout=60) as response:
        assert "evaluation" in next(answers(response))
    until(lambda: cancelled(door, "StreamEvaluateSubjects") > before)


def test_a_call_is_cancelled_when_its_client_disconnects(door: RunningServer) -> None:
    content = json.dumps({"text": "Our bottle is climate neutral. " * 8_000, "jurisdictions": ["EU"]})
    head = (
        "POST /v1/claims:check HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
        f"content-length: {len(content)}\r\n\r\n"
    )
    host, _, port = door.http.removeprefix("http://").rpartition(":")

    def is_cancelled() -> bool:
        """Leave once the work has begun; where other work delays this process, the call may have been answered."""
        before, worked = len(ended(door, "CheckClaims")), work_apart(door)
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall((head + content).encode())
            until(lambda: work_apart(door) > worked + 0.05 or len(ended(door, "CheckClaims")) > before)
        until(lambda: len(ended(door, "CheckClaims")) > before)
        return ended(door, "CheckClaims")[-1] == "cancelled"

    until(is_cancelled)


@pytest.mark.full
def test_excess_requests_are_refused_at_once_with_a_retry_time(tmp_path: Path, gazette: Path) -> None:
    with (
        RunningServer(
            tmp_path, gazette, TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0", TOUCHSTONE_MAXIMUM_IN_FLIGHT="1"
        ) as server,
        ThreadPoolExecutor(12) as callers,
    ):
        path = f"{server.http}/v1/organizations/green-body/subjects/factory-7:evaluate"
        bodies = [json.loads(as_json(heavy(1_000))) for _ in range(12)]
        for body in bodies:
            del body["subject"]
        responses = list(callers.map(lambda body: httpx.post(path, json=body, timeout=60), bodies))
        assert {one.status_code for one in responses} == {200, 429}
        refused = [one for one in responses if one.status_code == 429]
        assert {one.headers["retry-after"] for one in refused} == {"1"}
        again = httpx.post(path, json=bodies[responses.index(refused[0])], timeout=60)
        assert again.status_code == 200


def work_apart(server: RunningServer) -> float:
    return sum(seconds_of_work(pid) for pid in server.processes)


def cancelled(server: RunningServer, method: str) -> int:
    return ended(server, method).count("cancelled")


def ended(server: RunningServer, method: str) -> list[str]:
    """List how the calls of a method ended, in order."""
    entries = [json.loads(line) for line in server.log.splitlines()]
    calls = [one for one in entries if one["event"] in {"answered", "cancelled"}]
    return [one["event"] for one in calls if one["method"].endswith(f"/{method}")]
