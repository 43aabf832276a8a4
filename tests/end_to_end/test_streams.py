"""Streams: order of items, invalid items, cancellation, and no partial writes."""

import signal
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import grpc
import pytest
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from rules.contracts.inputs import DeclaredValue
from service.output.terminal.output import RemoteError
from service.output.terminal.server_calls import RemoteServer
from tests.support.calling import refused, request_for
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_service_pb2

Request = evaluation_service_pb2.EvaluateSubjectRequest
METHOD = "/touchstone.v1.EvaluationService/StreamEvaluateSubjects"


def light_request(number: int) -> Request:
    request = request_for(small_subject(credits=None))
    request.subject = f"organizations/stream-body/subjects/s{number}"
    return request


def list_of(server: RunningServer, organization: str) -> list[Any]:
    request = evaluation_service_pb2.ListEvaluationsRequest(parent=f"organizations/{organization}", page_size=1_000)
    return list(server.evaluations.ListEvaluations(request).evaluations)


@pytest.mark.full
def test_one_invalid_item_among_a_thousand_fails_alone(server: RunningServer) -> None:
    good = light_request(0)
    server.evaluations.EvaluateSubject(good)
    broken = light_request(1)
    broken.facts[0].value.number = "NaN"
    requests = [good] * 1_000
    requests[500] = broken
    answers = list(server.evaluations.StreamEvaluateSubjects(iter(requests)))
    assert [answer.request_id for answer in answers] == [request.request_id for request in requests]
    assert [index for index, answer in enumerate(answers) if answer.HasField("error")] == [500]
    assert answers[500].error.code == grpc.StatusCode.INVALID_ARGUMENT.value[0]
    assert answers[500].error.message.startswith("facts[renewable_share].value.number: 'NaN'")
    assert [detail.type_url.rpartition(".")[2] for detail in answers[500].error.details] == [
        "ErrorInfo",
        "BadRequest",
        "RequestInfo",
    ]


def test_each_item_fails_for_its_own_reason_and_the_order_is_preserved(server: RunningServer) -> None:
    good, other_body, no_card, again = (light_request(number) for number in range(4))
    other_body.request_id = good.request_id
    no_card.scorecard = "scorecards/nothing"
    answers = list(server.evaluations.StreamEvaluateSubjects(iter([good, no_card, again, good, other_body])))
    codes = [answer.error.code for answer in answers]
    assert codes == [0, grpc.StatusCode.NOT_FOUND.value[0], 0, 0, grpc.StatusCode.ALREADY_EXISTS.value[0]]
    assert answers[3] == answers[0]
    assert answers[0].evaluation.record.subject == good.subject


def test_an_item_that_cannot_be_parsed_is_answered(server: RunningServer) -> None:
    call = server.channel.stream_stream(
        METHOD, lambda content: content, evaluation_service_pb2.StreamEvaluateSubjectsResponse.FromString
    )
    good = light_request(0)
    answers = list(call(iter([b"\xff\xff not protobuf", good.SerializeToString()])))
    assert (answers[0].error.code, answers[0].request_id) == (grpc.StatusCode.INVALID_ARGUMENT.value[0], "")
    assert answers[1].evaluation.record.conclusion.grade == "gold"


@pytest.mark.full
def test_a_stream_without_a_reader_stops_its_work_and_does_not_block_others(server: RunningServer) -> None:
    good = light_request(0)
    server.evaluations.EvaluateSubject(good)
    sent, stop = threading.Event(), threading.Event()

    def endless() -> Iterator[Request]:
        while not stop.is_set():
            sent.set()
            yield good

    stream = server.evaluations.StreamEvaluateSubjects(endless())
    next(stream)
    deadline = time.monotonic() + 60
    while sent.wait(1.5):  # until flow control holds the sender back
        assert time.monotonic() < deadline
        sent.clear()
    assert server.evaluations.EvaluateSubject(light_request(1), timeout=20).record.conclusion.grade == "gold"
    stop.set()
    stream.cancel()


@pytest.mark.full
def test_a_cancelled_stream_stores_only_complete_evaluations(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette) as server:
        requests = [light_request(number) for number in range(40)]
        stream = server.evaluations.StreamEvaluateSubjects(iter(requests))
        next(stream)
        stream.cancel()
        stored = list_of(server, "stream-body")
        assert 1 <= len(stored) < 40
        for evaluation in stored:
            check = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=evaluation.name)
            passed = evaluation_service_pb2.TrailCheck.RESULT_PASSED
            assert server.evaluations.VerifyEvaluationTrail(check).result == passed
        again = list(server.evaluations.StreamEvaluateSubjects(iter(requests)))
        assert not [answer for answer in again if answer.HasField("error")]
        assert len(list_of(server, "stream-body")) == 40
        assert server.stop() == 0


def test_a_call_cancelled_during_the_evaluation_stores_no_partial_data(server: RunningServer) -> None:
    credits = DeclaredValue(
        records=tuple(
            {"serial": DeclaredValue(text=f"X-{number}"), "amount": DeclaredValue(number="1", unit="tCO2e")}
            for number in range(1_500)
        )
    )
    request = request_for(small_subject(credits=credits))
    request.subject = "organizations/cancelling-body/subjects/s"
    idle = server.seconds_of_work
    call = server.evaluations.EvaluateSubject.future(request)
    until(lambda: server.seconds_of_work > idle + 0.05)
    call.cancel()
    answer = server.evaluations.EvaluateSubject(request, timeout=60)
    assert [item.name for item in list_of(server, "cancelling-body")] == [answer.name]


@pytest.mark.full
def test_excess_streams_are_refused_at_once(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_MAXIMUM_STREAMS="1") as server:
        hold = threading.Event()

        def waiting() -> Iterator[Request]:
            yield light_request(0)
            hold.wait(30)

        first = server.evaluations.StreamEvaluateSubjects(waiting())
        next(first)
        with pytest.raises(grpc.RpcError) as raised:
            next(server.evaluations.StreamEvaluateSubjects(iter([light_request(1)])))
        assert cast("grpc.Call", raised.value).code() is grpc.StatusCode.RESOURCE_EXHAUSTED
        hold.set()
        assert list(first) == []
        assert uuid.UUID(light_request(2).request_id).version == 4


def ended(stream: Any) -> grpc.RpcError:
    with pytest.raises(grpc.RpcError) as raised:
        list(stream)
    return raised.value


@pytest.mark.full
def test_an_idle_stream_does_not_delay_the_stop_of_the_server(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_GRACE_SECONDS="60") as server:
        hold = threading.Event()

        def waiting() -> Iterator[Request]:
            yield light_request(0)
            hold.wait(60)

        stream = server.evaluations.StreamEvaluateSubjects(waiting())
        assert next(stream).evaluation.record.conclusion.grade == "gold"
        server.process.send_signal(signal.SIGTERM)
        error = ended(stream)
        assert cast("grpc.Call", error).code() is grpc.StatusCode.UNAVAILABLE
        status = rpc_status.from_call(cast("grpc.Call", error))
        assert status is not None
        assert "Send the items without an answer again, unchanged" in status.message
        information, retry = error_details_pb2.ErrorInfo(), error_details_pb2.RetryInfo()
        assert any(detail.Unpack(information) for detail in status.details)
        assert any(detail.Unpack(retry) for detail in status.details)
        assert (information.reason, retry.retry_delay.seconds) == ("SHUTTING_DOWN", 2)
        assert server.stop() == 0
        hold.set()


def evaluated_by_command(server: RunningServer, request: Request) -> Any:
    with RemoteServer(server.address).stubs() as stubs:
        return stubs("evaluation_service.EvaluationService").EvaluateSubject(request)


def test_an_item_above_four_megabytes_ends_only_its_own_stream(server: RunningServer) -> None:
    large = light_request(0)
    large.evidence[0].locator.quote = "x" * 5_000_000
    small = light_request(2)
    stream = server.evaluations.StreamEvaluateSubjects(iter([small, large]))
    assert next(stream).request_id == small.request_id
    for call in (lambda _: list(stream), server.evaluations.EvaluateSubject):
        answer = refused(call, large)
        assert (answer.code, answer.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "MESSAGE_TOO_LARGE")
        assert "bytes; at most 4,194,304 are allowed" in answer.message
    large.evidence[0].locator.quote = "x" * 20_000_000
    with pytest.raises(grpc.RpcError) as raised:
        server.evaluations.EvaluateSubject(large)
    assert cast("grpc.Call", raised.value).code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    with pytest.raises(RemoteError, match="does not accept messages of this size"):
        evaluated_by_command(server, large)
    assert server.evaluations.EvaluateSubject(light_request(1)).record.conclusion.grade == "gold"


@pytest.mark.full
def test_an_evaluation_with_an_oversized_answer_is_refused_and_not_stored(tmp_path: Path, gazette: Path) -> None:
    """Use a client with the default limit of 4 MiB per message."""
    large, fitting = light_request(0), light_request(1)
    large.evidence[0].locator.quote = "x" * 1_800_000
    fitting.evidence[0].locator.quote = "x" * 1_000_000
    with RunningServer(tmp_path, gazette) as server:
        refusal = refused(server.evaluations.EvaluateSubject, large)
        assert (refusal.code, refusal.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "ANSWER_TOO_LARGE")
        assert "exceeds the limit of 3,145,728, so nothing was stored" in refusal.message
        answers = list(server.evaluations.StreamEvaluateSubjects(iter([large, fitting])))
        assert "ANSWER_TOO_LARGE" in str(answers[0].error)
        name = answers[1].evaluation.name
        assert [one.name for one in list_of(server, "stream-body")] == [name]
        assert (
            server.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=name))
            == answers[1].evaluation
        )
    with RunningServer(tmp_path, gazette, TOUCHSTONE_MAXIMUM_ANSWER_BYTES="8000000") as server:
        assert evaluated_by_command(server, large).name
