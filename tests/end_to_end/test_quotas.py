"""Quotas by organisation: immediate refusal with a retry time, over gRPC, streams and HTTP; others unaffected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import httpx
import pytest
from google.rpc import error_details_pb2

from service.identity.principals import Role
from tests.support.calling import refused, request_for
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.scraping import scraped, value
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1.evaluation_service_pb2 import ListEvaluationsRequest
from touchstone.v1.scorecard_service_pb2 import ListScorecardsRequest

QUOTAS = '["organizations/large"]\nitems_per_second = 1000\nitems_burst = 1000\ncalls_per_second = 0\n'


@pytest.fixture(scope="module")
def bounded(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    """Server with quotas per organisation: bursts of four calls and three evaluations, then one a second."""
    folder = tmp_path_factory.mktemp("bounded")
    (folder / "quotas.toml").write_text(QUOTAS, "utf-8")
    with RunningServer(
        folder,
        gazette,
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_QUOTA_CALLS_PER_SECOND="1",
        TOUCHSTONE_QUOTA_CALLS_BURST="4",
        TOUCHSTONE_QUOTA_ITEMS_PER_SECOND="1",
        TOUCHSTONE_QUOTA_ITEMS_BURST="3",
        TOUCHSTONE_QUOTAS=str(folder / "quotas.toml"),
    ) as server:
        yield server


def key(server: RunningServer, organization: str) -> str:
    return new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], organization, Role.ASSESSOR)


def request(organization: str) -> Any:
    subject = small_subject().model_copy(update={"subject": f"organizations/{organization}/subjects/plant-1"})
    return request_for(subject)


@pytest.mark.full
def test_calls_above_the_quota_are_refused_at_once_and_accepted_later(bounded: RunningServer) -> None:
    mine, others = (bearing(key(bounded, name)) for name in ("busy", "quiet"))
    before = value(scraped(bounded), "touchstone_quota_refused_total", kind="calls")

    def listed(credential: Any = mine) -> Any:
        return bounded.scorecards.ListScorecards(ListScorecardsRequest(), metadata=credential)

    def too_many(_: None) -> None:
        """Call until that is refused, which it never were if calls waited until the quota allows them."""
        while True:
            listed()

    answer, _ = (refused(too_many, None) for _ in range(2))
    assert (answer.code, answer.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "QUOTA_EXHAUSTED")
    assert answer.retry_seconds == 1
    assert "The quota of calls is exhausted (1 per second, 4 at once). Repeat the call in 1 s" in answer.message
    assert listed(others).scorecards
    assert value(scraped(bounded), "touchstone_quota_refused_total", kind="calls") >= before + 2

    def accepted() -> bool:
        try:
            return bool(listed().scorecards)
        except grpc.RpcError:
            return False

    until(accepted, 30)


@pytest.mark.full
def test_items_of_a_stream_are_refused_singly_and_the_stream_continues(bounded: RunningServer) -> None:
    asked = [request("streaming") for _ in range(30)]
    shown = bearing(key(bounded, "streaming"), accept_language="zh")
    answers = list(bounded.evaluations.StreamEvaluateSubjects(iter(asked), metadata=shown))
    assert [one.request_id for one in answers] == [one.request_id for one in asked]
    made = [one for one in answers if one.HasField("evaluation")]
    assert 3 <= len(made) < 30
    assert {one.error.code for one in answers if one not in made} == {grpc.StatusCode.RESOURCE_EXHAUSTED.value[0]}
    last = next(one.error for one in answers if one not in made)
    retry, localized_message = error_details_pb2.RetryInfo(), error_details_pb2.LocalizedMessage()
    assert any(detail.Unpack(retry) for detail in last.details)
    assert retry.retry_delay.seconds == 1
    assert any(detail.Unpack(localized_message) for detail in last.details)
    assert "评价对象的配额已用完（每秒 1 个，一次至多 3 个）" in localized_message.message
    assert value(scraped(bounded), "touchstone_quota_refused_total", kind="items") >= 30 - len(made)


def test_refused_items_are_not_stored(bounded: RunningServer) -> None:
    mine = bearing(key(bounded, "counted"))
    asked = [request("counted") for _ in range(20)]
    answers = list(bounded.evaluations.StreamEvaluateSubjects(iter(asked), metadata=mine))
    made = {one.evaluation.name for one in answers if one.HasField("evaluation")}
    listed = bounded.evaluations.ListEvaluations(
        ListEvaluationsRequest(parent="organizations/counted", page_size=100), metadata=mine
    )
    assert {one.name for one in listed.evaluations} == made


def test_an_organisation_can_have_a_larger_quota(bounded: RunningServer) -> None:
    mine = bearing(key(bounded, "large"))
    asked = [request("large") for _ in range(12)]
    answers = list(bounded.evaluations.StreamEvaluateSubjects(iter(asked), metadata=mine))
    assert all(one.HasField("evaluation") for one in answers)
    for _ in range(12):
        bounded.scorecards.ListScorecards(ListScorecardsRequest(), metadata=mine)


def test_an_exceeded_quota_over_http_is_429_with_retry_after(bounded: RunningServer) -> None:
    headers = {"authorization": f"Bearer {key(bounded, 'by-http')}", "accept-language": "zh"}
    with httpx.Client(base_url=bounded.http, headers=headers, timeout=30) as client:
        answers = [client.get("/v1/scorecards") for _ in range(50)]
    refusals = [one for one in answers if one.status_code != 200]
    assert answers[0].status_code == 200
    assert {one.status_code for one in refusals} == {429}
    assert {one.headers["retry-after"] for one in refusals} == {"1"}
    details = refusals[0].json()["details"]
    assert [one["reason"] for one in details if "reason" in one] == ["QUOTA_EXHAUSTED"]
    assert "调用的配额已用完" in next(one["message"] for one in details if one.get("locale") == "zh-CN")


def test_health_is_reported_after_a_quota_is_exceeded(bounded: RunningServer) -> None:
    from grpc_health.v1 import health_pb2, health_pb2_grpc  # noqa: PLC0415 -- of this test alone

    stub: Any = health_pb2_grpc.HealthStub(bounded.channel)
    for _ in range(30):
        assert stub.Check(health_pb2.HealthCheckRequest()).status == health_pb2.HealthCheckResponse.SERVING
