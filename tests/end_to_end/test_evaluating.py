"""Evaluation over gRPC: stored content, views, verification and repeated requests."""

import json
import shutil
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import grpc
import pytest

from rules.contracts.inputs import DeclaredValue
from service.gazette.publication import write_version
from tests.end_to_end.trails import CHECKS, FAILED, PASSED, verify
from tests.support.calling import refused, request_for
from tests.support.running import RunningServer
from tests.support.scraping import scraped, value
from tests.support.small_card import CARD, small_card, small_subject
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

BASIC = evaluation_pb2.EVALUATION_VIEW_BASIC
WRITTEN = evaluation_pb2.EVALUATION_VIEW_WRITTEN
FULL = evaluation_pb2.EVALUATION_VIEW_FULL


def test_a_stored_evaluation_equals_the_returned_evaluation(server: RunningServer) -> None:
    evaluation = server.evaluations.EvaluateSubject(request_for(small_subject()))
    assert evaluation.name.startswith("organizations/green-body/evaluations/")
    assert uuid.UUID(evaluation.name[-36:]).version == 7
    assert evaluation.record.conclusion.grade == "gold"
    assert evaluation.record.scorecard_version == f"scorecards/{CARD}/versions/1.0.0"
    assert json.loads(evaluation.record_json)["head"]["trail_digest"] == evaluation.record.trail_digest
    assert [basis.instrument for basis in evaluation.record.bases] == ["GB/T 1"]
    assert evaluation.record.standing.not_assessed[0].texts["zh"] == "噪声"
    assert len(evaluation.record_key) == 32
    assert set(evaluation.software_versions) >= {"touchstone", "durable-rules", "python"}
    again = server.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=evaluation.name))
    assert again == evaluation


def test_the_basic_view_omits_long_and_secret_fields(server: RunningServer) -> None:
    full = server.evaluations.EvaluateSubject(request_for(small_subject()))
    basic = server.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=full.name, view=BASIC))
    assert basic.record.conclusion == full.record.conclusion
    assert basic.record_digest == full.record_digest
    assert not basic.record_json
    assert not basic.record_key
    assert not basic.software_versions
    assert not basic.record.facts
    assert not basic.record.bases


@pytest.mark.parametrize("view", [BASIC, WRITTEN, FULL])
def test_a_new_evaluation_is_returned_in_the_requested_view(
    server: RunningServer, view: evaluation_pb2.EvaluationView
) -> None:
    request = request_for(small_subject())
    request.view = view
    answer = server.evaluations.EvaluateSubject(request)
    asked = evaluation_service_pb2.GetEvaluationRequest(name=answer.name, view=view)
    assert server.evaluations.GetEvaluation(asked) == answer
    assert server.evaluations.EvaluateSubject(request) == answer
    assert (bool(answer.record_json), bool(answer.record.facts)) == (view != BASIC, view == FULL)
    request.ClearField("view")
    full = server.evaluations.EvaluateSubject(request)
    assert full.name == answer.name
    assert full.record.facts


def test_the_written_view_verifies_and_an_added_result_fails(server: RunningServer) -> None:
    request = request_for(small_subject())
    request.view = WRITTEN
    written = server.evaluations.EvaluateSubject(request)
    assert verify(server, evaluation=written).result == PASSED
    written.record.results.add(result_id="made-up")
    answer = verify(server, evaluation=written)
    assert answer.result == FAILED
    assert "`results`" in answer.checks[0].message


def test_the_trail_verifies_by_name_and_as_exported(server: RunningServer) -> None:
    evaluation = server.evaluations.EvaluateSubject(request_for(small_subject()))
    for answer in (verify(server, name=evaluation.name), verify(server, evaluation=evaluation)):
        assert answer.result == PASSED
        assert [check.check for check in answer.checks] == [1, 2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize(
    ("corrupt", "check"),
    [
        (lambda found: found.record_json.replace('"85.50"', '"95.50"'), CHECKS.CHECK_RECORD_DIGEST),
        (lambda found: found.record_json.replace('"gold"', '"silver"'), CHECKS.CHECK_RECOMPUTATION),
        (lambda found: found.record_json[:-20], CHECKS.CHECK_RECORD_DIGEST),
        (lambda _: "{}", CHECKS.CHECK_RECORD_DIGEST),
        (lambda _: "[" * 100_000, CHECKS.CHECK_RECORD_DIGEST),
    ],
)
def test_a_corrupted_record_fails_with_the_check_named(
    server: RunningServer, corrupt: Callable[[evaluation_pb2.Evaluation], str], check: int
) -> None:
    evaluation = server.evaluations.EvaluateSubject(request_for(small_subject()))
    evaluation.record_json = corrupt(evaluation)
    answer = verify(server, evaluation=evaluation)
    assert answer.result == FAILED
    assert next(item for item in answer.checks if item.check == check).result == FAILED


def test_an_embellished_copy_fails_the_first_check(server: RunningServer) -> None:
    evaluation = server.evaluations.EvaluateSubject(request_for(small_subject(status=DeclaredValue(choice="open"))))
    evaluation.record.conclusion.grade = "gold"
    answer = verify(server, evaluation=evaluation)
    assert (answer.checks[0].result, answer.result) == (FAILED, FAILED)
    assert "`conclusion`" in answer.checks[0].message


def test_concurrent_identical_calls_return_the_same_answer(server: RunningServer) -> None:
    request = request_for(small_subject())
    with ThreadPoolExecutor(8) as callers:
        answers = list(callers.map(server.evaluations.EvaluateSubject, [request] * 16))
    assert len({answer.name for answer in answers}) == 1
    assert all(answer == answers[0] for answer in answers)


def test_the_order_of_facts_does_not_change_the_request(server: RunningServer) -> None:
    request = request_for(small_subject())
    first = server.evaluations.EvaluateSubject(request)
    facts = list(request.facts)
    del request.facts[:]
    request.facts.extend(reversed(facts))
    request.request_id = request.request_id.upper()
    assert server.evaluations.EvaluateSubject(request) == first


def test_a_different_request_with_the_same_request_id_is_refused(server: RunningServer) -> None:
    request = request_for(small_subject())
    server.evaluations.EvaluateSubject(request)
    request.as_of_date = "2026-03-02"
    answer = refused(server.evaluations.EvaluateSubject, request)
    assert (answer.code, answer.reason) == (grpc.StatusCode.ALREADY_EXISTS, "REQUEST_ID_REUSED")
    request.subject = "organizations/other-body/subjects/factory-7"
    assert server.evaluations.EvaluateSubject(request).name.startswith("organizations/other-body/")


def test_two_concurrent_requests_with_one_request_id_store_one_evaluation(server: RunningServer) -> None:
    requests = [request_for(small_subject(), request_id=str(uuid.uuid4())) for _ in range(2)]
    requests[1].request_id = requests[0].request_id
    for number, request in enumerate(requests):
        request.subject = "organizations/twice-body/subjects/s"
        request.as_of_date = f"2026-03-0{number + 1}"

    calls = [server.evaluations.EvaluateSubject.future(request) for request in requests * 8]
    codes = [call.code() for call in calls]
    (name,) = {call.result().name for call in calls if call.code() is grpc.StatusCode.OK}
    same, other = [grpc.StatusCode.OK] * 8, [grpc.StatusCode.ALREADY_EXISTS] * 8
    assert (codes[0::2], codes[1::2]) in ((same, other), (other, same))
    parent = evaluation_service_pb2.ListEvaluationsRequest(parent="organizations/twice-body")
    assert [one.name for one in server.evaluations.ListEvaluations(parent).evaluations] == [name]


def test_a_repeated_request_is_answered_after_its_scorecard_was_removed(tmp_path: Path) -> None:
    folder = tmp_path / "gazette"
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(tmp_path, folder) as server:
        request, other = request_for(small_subject()), request_for(small_subject())
        request.view = other.view = BASIC
        answer = server.evaluations.EvaluateSubject(request)
        shutil.rmtree(folder / CARD)
        assert refused(server.evaluations.EvaluateSubject, other).code is grpc.StatusCode.NOT_FOUND
        assert server.evaluations.EvaluateSubject(request).name == answer.name
        request.facts[0].fact_id = ""
        assert refused(server.evaluations.EvaluateSubject, request).violations.keys() == {"facts[0].fact_id"}
        request.facts.pop(0)
        assert refused(server.evaluations.EvaluateSubject, request).reason == "REQUEST_ID_REUSED"


def test_a_large_request_that_was_answered_is_not_evaluated_again(tmp_path: Path, gazette: Path) -> None:
    credits = DeclaredValue(
        records=tuple(
            {"serial": DeclaredValue(text=f"X-{number}"), "amount": DeclaredValue(number="1", unit="tCO2e")}
            for number in range(600)
        )
    )
    with RunningServer(tmp_path, gazette, TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0") as server:
        request = request_for(small_subject(credits=credits))
        request.view = BASIC
        answers = [server.evaluations.EvaluateSubject(request) for _ in range(2)]
        assert answers[0] == answers[1]
        assert value(scraped(server), "touchstone_evaluation_seconds_count", card=CARD) == 1
