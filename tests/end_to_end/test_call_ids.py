"""Request ids: the same id for caller, log and error, from the caller or generated."""

import json
import re
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2

from tests.support.calling import refused, request_for
from tests.support.commands import touchstone
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest, GetEvaluationRequest

_MADE = re.compile(r"[0-9a-f]{16}")
_ABSENT = GetEvaluationRequest(name="organizations/acme/evaluations/00000000-0000-4000-8000-000000000000")


def named(server: RunningServer, call: str) -> list[dict[str, Any]]:
    lines = (json.loads(line) for line in server.log.splitlines())
    return [line for line in lines if line.get("call") == call]


def told_as(server: RunningServer, *metadata: tuple[str, str | bytes]) -> str:
    _, call = server.evaluations.EvaluateSubject.with_call(request_for(small_subject()), metadata=metadata)
    return str(dict(call.trailing_metadata())["touchstone-call"])


@pytest.mark.parametrize("call_id", ["7f3a-b_c.D", "a" * 64, "5f0c1c4e-9a53-4cf3-8c63-0d9d0f0f8c10"])
def test_the_request_id_of_a_caller_is_returned_and_logged(server: RunningServer, call_id: str) -> None:
    assert told_as(server, ("x-request-id", call_id)) == call_id
    until(lambda: [line["event"] for line in named(server, call_id)] == ["answered"])


@pytest.mark.parametrize(
    "metadata",
    [
        (),
        (("x-request-id", "short"),),
        (("x-request-id", "a" * 65),),
        (("x-request-id", "-begins-wrongly"),),
        (("x-request-id", 'with "quotes" and spaces'),),
        (("x-request-id", "first-of-two"), ("x-request-id", "second-of-two")),
    ],
)
def test_a_call_with_a_missing_or_malformed_id_gets_a_generated_id(
    server: RunningServer, metadata: tuple[tuple[str, str], ...]
) -> None:
    call_id = told_as(server, *metadata)
    assert _MADE.fullmatch(call_id)
    until(lambda: named(server, call_id))


def test_the_error_of_a_call_contains_its_id(server: RunningServer) -> None:
    call_id = "refused-call-0001"
    answer = refused(
        lambda request: server.evaluations.GetEvaluation(request, metadata=(("x-request-id", call_id),)), _ABSENT
    )
    assert (answer.code, answer.call) == (grpc.StatusCode.NOT_FOUND, call_id)
    until(lambda: [line["event"] for line in named(server, call_id)] == ["refused"])


def test_the_error_of_an_item_contains_the_id_of_its_stream(server: RunningServer) -> None:
    requests = [request_for(small_subject()), EvaluateSubjectRequest(request_id="no-uuid")]
    call = server.evaluations.StreamEvaluateSubjects(iter(requests), metadata=(("x-request-id", "stream-0001"),))
    good, bad = call
    assert good.evaluation.name
    info = error_details_pb2.RequestInfo()
    assert any(detail.Unpack(info) for detail in bad.error.details)
    assert info.request_id == "stream-0001"


def test_overlapping_calls_with_the_same_id_are_all_answered(server: RunningServer) -> None:
    calls = [
        server.evaluations.EvaluateSubject.future(
            request_for(small_subject()), metadata=(("x-request-id", "same-for-all"),)
        )
        for _ in range(8)
    ]
    assert len({call.result().name for call in calls}) == 8
    until(lambda: len(named(server, "same-for-all")) >= 8)


@pytest.mark.full
@pytest.mark.parametrize(("language", "words"), [("en", "see call"), ("zh", "调用")])
def test_a_command_names_the_call_that_the_server_failed(
    tmp_path: Path, gazette: Path, language: str, words: str
) -> None:
    with RunningServer(tmp_path, gazette) as server:
        (tmp_path / "store.sqlite3").rename(tmp_path / "away.sqlite3")
        ask = ("evaluation", "list", "organizations/acme", "--server", server.address, "--language", language)
        failed = touchstone(*ask)
        assert failed.exit_code == 3
        (line,) = [line for line in failed.stderr.splitlines() if words in line]
        (call,) = _MADE.findall(line)
        assert [one["reason"] for one in named(server, call)] == ["STORE_UNAVAILABLE"]
