"""A server of its own process: it answers once and for ever, survives restarts, and stops gracefully."""

import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from rules.contracts.inputs import DeclaredValue
from service.gazette import write_version
from service.server import SERVICES
from tests.support.calling import refused, request_for
from tests.support.running import COMMAND, ROOT, RunningServer
from tests.support.small_card import CARD, small_card, small_subject
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, scorecard_service_pb2

BASIC = evaluation_pb2.EVALUATION_VIEW_BASIC
CHECKS = evaluation_service_pb2.TrailCheck
PASSED = evaluation_service_pb2.TrailCheck.RESULT_PASSED
FAILED = evaluation_service_pb2.TrailCheck.RESULT_FAILED


def many_credits(count: int) -> DeclaredValue:
    return DeclaredValue(
        records=tuple(
            {"serial": DeclaredValue(text=f"A-{number}"), "amount": DeclaredValue(number="1", unit="tCO2e")}
            for number in range(count)
        )
    )


def verify(server: RunningServer, **target: object) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    request = evaluation_service_pb2.VerifyEvaluationTrailRequest(**target)  # type: ignore[arg-type]
    return cast(
        "evaluation_service_pb2.VerifyEvaluationTrailResponse", server.evaluations.VerifyEvaluationTrail(request)
    )


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 -- the command is our own
        (sys.executable, *arguments),
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_an_evaluation_comes_back_as_it_was_given(server: RunningServer) -> None:
    given = server.evaluations.EvaluateSubject(request_for(small_subject()))
    assert given.name.startswith("organizations/green-body/evaluations/")
    assert uuid.UUID(given.name[-36:]).version == 7
    assert given.record.conclusion.grade == "gold"
    assert given.record.scorecard_version == f"scorecards/{CARD}/versions/1.0.0"
    assert json.loads(given.record_json)["trail_digest"] == given.record.trail_digest
    assert [basis.instrument for basis in given.record.bases] == ["GB/T 1"]
    assert given.record.standing.not_assessed[0].texts["zh"] == "噪声"
    assert len(given.record_key) == 32
    assert set(given.software_versions) >= {"touchstone", "durable-rules", "python"}
    again = server.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=given.name))
    assert again == given


def test_the_basic_view_leaves_out_what_is_long_or_secret(server: RunningServer) -> None:
    full = server.evaluations.EvaluateSubject(request_for(small_subject()))
    basic = server.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=full.name, view=BASIC))
    assert basic.record.conclusion == full.record.conclusion
    assert basic.record_digest == full.record_digest
    assert not basic.record_json
    assert not basic.record_key
    assert not basic.software_versions
    assert not basic.record.facts
    assert not basic.record.bases


def test_the_trail_verifies_by_name_and_as_exported(server: RunningServer) -> None:
    evaluation = server.evaluations.EvaluateSubject(request_for(small_subject()))
    for answer in (verify(server, name=evaluation.name), verify(server, evaluation=evaluation)):
        assert answer.result == PASSED
        assert [check.check for check in answer.checks] == [1, 2, 3, 4, 5, 6, 7]


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


def test_concurrent_identical_calls_give_one_answer(server: RunningServer) -> None:
    request = request_for(small_subject())
    with ThreadPoolExecutor(8) as callers:
        answers = list(callers.map(server.evaluations.EvaluateSubject, [request] * 16))
    assert len({answer.name for answer in answers}) == 1
    assert all(answer == answers[0] for answer in answers)


def test_the_order_of_facts_does_not_make_another_request(server: RunningServer) -> None:
    request = request_for(small_subject())
    first = server.evaluations.EvaluateSubject(request)
    facts = list(request.facts)
    del request.facts[:]
    request.facts.extend(reversed(facts))
    request.request_id = request.request_id.upper()
    assert server.evaluations.EvaluateSubject(request) == first


def test_another_body_under_the_same_request_id_is_refused(server: RunningServer) -> None:
    request = request_for(small_subject())
    server.evaluations.EvaluateSubject(request)
    request.as_of_date = "2026-03-02"
    answer = refused(server.evaluations.EvaluateSubject, request)
    assert (answer.code, answer.reason) == (grpc.StatusCode.ALREADY_EXISTS, "REQUEST_ID_REUSED")
    request.subject = "organizations/other-body/subjects/factory-7"
    assert server.evaluations.EvaluateSubject(request).name.startswith("organizations/other-body/")


def test_scorecards_and_versions_are_listed_page_by_page(server: RunningServer) -> None:
    cards = server.scorecards.ListScorecards(scorecard_service_pb2.ListScorecardsRequest())
    assert [card.name for card in cards.scorecards] == [f"scorecards/{CARD}"]
    card = server.scorecards.GetScorecard(scorecard_service_pb2.GetScorecardRequest(name=f"scorecards/{CARD}"))
    assert card == cards.scorecards[0]
    request = scorecard_service_pb2.ListScorecardVersionsRequest(parent=card.name, page_size=1)
    first = server.scorecards.ListScorecardVersions(request)
    request.page_token = first.next_page_token
    second = server.scorecards.ListScorecardVersions(request)
    names = [version.name.rpartition("/")[2] for page in (first, second) for version in page.scorecard_versions]
    assert (names, second.next_page_token) == (["2.0.0", "1.0.0"], "")
    version = server.scorecards.GetScorecardVersion(
        scorecard_service_pb2.GetScorecardVersionRequest(name=f"scorecards/{CARD}/versions/1.0.0")
    )
    assert version == second.scorecard_versions[0]
    assert (version.effect.first_date, version.effect.last_date) == ("2025-01-01", "2026-12-31")


@pytest.mark.parametrize(
    ("as_of", "known", "expected"),
    [
        ("2026-12-31", None, ["1.0.0"]),
        ("2027-01-01", None, ["2.0.0"]),
        ("2027-01-01", 1767225600, []),
        ("2024-12-31", None, []),
    ],
)
def test_the_version_in_force_can_be_asked_for(
    server: RunningServer, as_of: str, known: int | None, expected: list[str]
) -> None:
    request = scorecard_service_pb2.ListScorecardVersionsRequest(parent=f"scorecards/{CARD}", as_of_date=as_of)
    if known is not None:
        request.known_time.seconds = known
    listed = server.scorecards.ListScorecardVersions(request).scorecard_versions
    assert [version.name.rpartition("/")[2] for version in listed] == expected


def test_two_bodies_at_once_under_one_request_id_leave_one_evaluation(server: RunningServer) -> None:
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


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"parent": "scorecards/"}, "parent"),
        ({"parent": f"scorecards/{CARD}/versions/1.0.0"}, "parent"),
        ({"parent": f"scorecards/{CARD}", "page_size": -1}, "page_size"),
        ({"parent": f"scorecards/{CARD}", "page_token": "%%%"}, "page_token"),
        ({"parent": f"scorecards/{CARD}", "page_token": "AAAA"}, "page_token"),
        ({"parent": f"scorecards/{CARD}", "known_time": {"seconds": 1}}, "known_time"),
        ({"parent": f"scorecards/{CARD}", "as_of_date": "tomorrow"}, "as_of_date"),
    ],
)
def test_wrong_listing_requests_are_refused(server: RunningServer, fields: dict[str, object], field: str) -> None:
    request = scorecard_service_pb2.ListScorecardVersionsRequest(**fields)  # type: ignore[arg-type]
    answer = refused(server.scorecards.ListScorecardVersions, request)
    assert answer.code is grpc.StatusCode.INVALID_ARGUMENT
    assert set(answer.violations) == {field}


def test_health_and_reflection_answer(server: RunningServer) -> None:
    health: Any = health_pb2_grpc.HealthStub(server.channel)
    for name in ("", *SERVICES):
        answer = health.Check(health_pb2.HealthCheckRequest(service=name))
        assert answer.status == health_pb2.HealthCheckResponse.SERVING
    reflection: Any = reflection_pb2_grpc.ServerReflectionStub(server.channel)
    asked = iter([reflection_pb2.ServerReflectionRequest(list_services="")])
    listed = next(iter(reflection.ServerReflectionInfo(asked)))
    assert set(SERVICES) <= {service.name for service in listed.list_services_response.service}


def test_a_second_server_on_the_same_store_or_port_is_refused(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette) as first:
        for environment, code, words in (
            ({}, 3, "another server uses"),
            ({"TOUCHSTONE_DATABASE_URL": f"sqlite:///{tmp_path}/other.sqlite3", "TOUCHSTONE_ADDRESS": first.address},
             3, "cannot listen on"),
            ({"TOUCHSTONE_DATABASE_URL": "postgresql://host/base"}, 3, "does not name a SQLite file"),
            ({"TOUCHSTONE_MAXIMUM_IN_FLIGHT": "0"}, 2, "TOUCHSTONE_MAXIMUM_IN_FLIGHT"),
        ):  # fmt: skip
            second = run(*COMMAND[1:], **{**first.environment, **environment})
            assert second.returncode == code
            assert words in second.stderr


def test_answers_outlive_restarts_and_new_versions(tmp_path: Path) -> None:
    gazette = tmp_path / "gazette"
    write_version(gazette, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    request = request_for(small_subject())
    with RunningServer(tmp_path, gazette) as server:
        first = server.evaluations.EvaluateSubject(request)
        corrected = small_card(version="1.1.0", supersedes="1.0.0", gold=100)
        write_version(gazette, corrected, {}, publish_time="2026-01-01T00:00:00Z")
        assert server.evaluations.EvaluateSubject(request) == first
        assert server.stop() == 0
    with RunningServer(tmp_path, gazette) as server:
        assert server.evaluations.EvaluateSubject(request) == first
        fresh = server.evaluations.EvaluateSubject(request_for(small_subject()))
        assert fresh.record.scorecard_version.endswith("/1.1.0")
        answer = verify(server, name=first.name)
        in_force = evaluation_service_pb2.TrailCheck.CHECK_IN_FORCE
        assert [check.check for check in answer.checks if check.result == FAILED] == [in_force]


def test_a_stop_lets_calls_in_flight_finish(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette) as server:
        health: Any = health_pb2_grpc.HealthStub(server.channel)
        watching = iter(health.Watch(health_pb2.HealthCheckRequest(service="")))
        assert next(watching).status == health_pb2.HealthCheckResponse.SERVING
        request = request_for(small_subject(credits=many_credits(2_000)))
        slow = server.evaluations.EvaluateSubject.future(request)
        while not slow.running():
            time.sleep(0.01)
        time.sleep(0.1)
        server.process.terminate()
        assert next(watching).status == health_pb2.HealthCheckResponse.NOT_SERVING
        assert slow.result(timeout=60).record.conclusion.grade == "gold"
        assert server.stop() == 0
        assert '"event": "stopped"' in server.log
    with RunningServer(tmp_path, gazette) as server:
        assert server.evaluations.EvaluateSubject(request) == slow.result()


def test_more_calls_than_the_limit_are_refused_at_once(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_MAXIMUM_IN_FLIGHT="1") as server:
        slow = server.evaluations.EvaluateSubject.future(request_for(small_subject(credits=many_credits(2_000))))
        time.sleep(0.3)
        started = time.monotonic()
        answer = refused(server.evaluations.EvaluateSubject, request_for(small_subject()))
        assert (answer.code, answer.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "TOO_MANY_CALLS")
        assert not slow.done()
        assert time.monotonic() - started < 1
        assert slow.result(timeout=60).name
        assert server.evaluations.EvaluateSubject(request_for(small_subject())).name


def test_a_call_past_its_deadline_may_be_repeated(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette) as server:
        request = request_for(small_subject(credits=many_credits(2_000)))
        with pytest.raises(grpc.RpcError) as raised:
            server.evaluations.EvaluateSubject(request, timeout=0.2)
        assert cast("grpc.Call", raised.value).code() is grpc.StatusCode.DEADLINE_EXCEEDED
        answer = server.evaluations.EvaluateSubject(request)
        assert server.evaluations.EvaluateSubject(request) == answer
        assert '"event": "cancelled"' in server.log


def test_logs_hold_no_values_of_facts_and_no_keys(tmp_path: Path, gazette: Path) -> None:
    words = "words that only the caller may see"
    with RunningServer(tmp_path, gazette) as server:
        subject = small_subject(remark=DeclaredValue(text=words))
        evaluation = server.evaluations.EvaluateSubject(request_for(subject))
        wrong = small_subject(status=DeclaredValue(choice=words))
        assert words in refused(server.evaluations.EvaluateSubject, request_for(wrong)).message
        verify(server, evaluation=evaluation)
        server.stop()
        lines = [json.loads(line) for line in server.log.splitlines()]
        assert [line["event"] for line in lines] == [
            "listening",
            "answered",
            "refused",
            "answered",
            "stopping",
            "stopped",
        ]
        assert words not in server.log
        assert evaluation.record_key.hex() not in server.log


def test_the_module_is_the_command() -> None:
    assert run("-m", "service.cli.main", "--version").stdout.startswith("touchstone ")
