"""The client for programs in Python, blocking and asyncio, against a running server."""

import asyncio
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import grpc
import pytest

from tests.support.calling import request_for
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_subject
from touchstone.client import AsyncClient, Client, ServerError
from touchstone.v1.evaluation_pb2 import Evaluation
from touchstone.v1.evaluation_service_pb2 import StreamEvaluateSubjectsResponse

ORGANIZATION = "client-body"
SUBJECT = f"organizations/{ORGANIZATION}/subjects/factory-7"
FACTS: dict[str, Any] = {
    "renewable_share": {"value": {"number": Decimal("85.50"), "unit": "%", "evidence_ids": ["meter"]}},
    "serious_violations": {"value": {"number": 0, "unit": "time"}},
    "certified": {"value": {"flag": True}},
    "audited_on": {"value": {"date": date(2026, 2, 1)}},
}
EVIDENCE = {
    "meter": {"kind": "meter-reading", "issuer": "Grid", "issue_date": date(2026, 1, 5), "content_digest": "0" * 64}
}
ASKED: dict[str, Any] = {"as_of": date(2026, 3, 1), "facts": FACTS, "evidence": EVIDENCE}


@pytest.fixture
def client(server: RunningServer) -> Iterator[Client]:
    with Client(server.address, language="zh") as client:
        yield client


def test_a_subject_is_evaluated_listed_explained_and_verified(client: Client) -> None:
    known = datetime(2026, 11, 20, tzinfo=UTC)
    stored = client.evaluate(SUBJECT, f"scorecards/{CARD}", **ASKED, known=known, settings={"reading": "cascade"})
    assert stored["record"]["subject"] == SUBJECT
    assert stored["record"]["knownTime"] == "2026-11-20T00:00:00Z"
    assert stored["name"] in [one["name"] for one in client.evaluations(ORGANIZATION)]
    assert all("record" in one for one in client.evaluations(ORGANIZATION, view="EVALUATION_VIEW_FULL"))
    explained = client.call("ExplainEvaluation", {"name": stored["name"], "language_code": "en"})
    assert explained["statements"]
    assert client.call("VerifyEvaluationTrail", {"name": stored["name"]})["result"] == "RESULT_PASSED"
    assert client.call("VerifyEvaluationTrail", {"evaluation": stored})["result"] == "RESULT_PASSED"
    assert client.call("ScorecardService.GetScorecard", {"name": f"scorecards/{CARD}"})["titles"]["zh"] == "小工厂"


def test_the_client_calls_services_other_than_evaluations(client: Client) -> None:
    assert client.call("SystemService.GetSystemStatus", {})
    with pytest.raises(ServerError) as refused:
        client.call("GetCase", {"name": "organizations/client-body/cases/none"})
    assert refused.value.reason == "CASE_NOT_FOUND"


def test_the_client_pages_through_a_list(client: Client) -> None:
    for _ in range(3):
        client.evaluate("organizations/paging-body/subjects/a", f"scorecards/{CARD}", **ASKED)
    pages = list(client.pages("ListEvaluations", {"parent": "organizations/paging-body", "page_size": 2}))
    assert [len(page["evaluations"]) for page in pages] == [2, 1]
    assert len({one["name"] for page in pages for one in page["evaluations"]}) == 3


def test_the_same_request_id_returns_the_same_evaluation(client: Client) -> None:
    asked = {**ASKED, "request_id": str(uuid.uuid4())}
    first, second = (client.evaluate(SUBJECT, f"scorecards/{CARD}", **asked) for _ in range(2))
    assert first == second


def test_messages_are_sent_and_streamed(client: Client) -> None:
    request = request_for(small_subject())
    sent = client.send("EvaluateSubject", request, Evaluation)
    assert sent.record.conclusion.grade == "gold"
    answers = client.stream("StreamEvaluateSubjects", [request, request], StreamEvaluateSubjectsResponse)
    assert [one.evaluation.record.conclusion.grade for one in answers] == ["gold", "gold"]
    wrong = client.stream("StreamEvaluateSubjects", iter([request]), StreamEvaluateSubjectsResponse)
    wrong.cancel()
    with pytest.raises(ServerError) as cancelled:
        list(wrong)
    assert cancelled.value.code is grpc.StatusCode.CANCELLED


def test_a_refusal_names_its_fields_in_the_language_of_the_client(client: Client) -> None:
    with pytest.raises(ServerError) as refused:
        client.evaluate("factory", f"scorecards/{CARD}", as_of=date(2026, 3, 1), facts={"nothing": {}})
    assert refused.value.code is grpc.StatusCode.INVALID_ARGUMENT
    assert refused.value.reason == "INVALID_FIELDS"
    assert "形式的名称" in refused.value.fields["subject"]
    assert "形式的名称" in str(refused.value)
    assert refused.value.call_id
    assert refused.value.answered


def test_an_exceeded_deadline_is_reported(client: Client) -> None:
    with pytest.raises(ServerError, match="未在限期内应答") as late:
        client.evaluate(SUBJECT, f"scorecards/{CARD}", **ASKED, timeout=0.0001)
    assert late.value.code is grpc.StatusCode.DEADLINE_EXCEEDED


def test_the_asynchronous_client_supports_the_same_calls(server: RunningServer) -> None:
    async def call() -> None:
        async with AsyncClient(server.address) as client:
            asked: Any = {**ASKED, "request_id": str(uuid.uuid4())}
            first, second = await asyncio.gather(
                *(client.evaluate("organizations/async-body/subjects/a", f"scorecards/{CARD}", **asked) for _ in "ab")
            )
            assert first == second
            assert [one["name"] async for one in client.evaluations("async-body")] == [first["name"]]
            await client.evaluate("organizations/async-body/subjects/b", f"scorecards/{CARD}", **ASKED)
            pages = client.pages("ListEvaluations", {"parent": "organizations/async-body", "page_size": 1})
            assert [len(page["evaluations"]) async for page in pages] == [1, 1]
            checked = await client.call("VerifyEvaluationTrail", {"name": first["name"]})
            assert checked["result"] == "RESULT_PASSED"
            request = request_for(small_subject())
            sent = await client.send("EvaluateSubject", request, Evaluation)
            assert sent.record.conclusion.grade == "gold"
            answers = client.stream("StreamEvaluateSubjects", iter([request]), StreamEvaluateSubjectsResponse)
            assert [one.evaluation.record.conclusion.grade async for one in answers] == ["gold"]
            with pytest.raises(ServerError) as refused:
                await client.call("GetEvaluation", {"name": "evaluation"})
            assert "name" in refused.value.fields
            broken = client.stream("StreamEvaluateSubjects", iter([request]), StreamEvaluateSubjectsResponse)
            broken.cancel()
            with pytest.raises((ServerError, asyncio.CancelledError)):
                [one async for one in broken]

    asyncio.run(call())
