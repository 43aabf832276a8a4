"""The client for programs in Python: plain dictionaries in, plain dictionaries out."""

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import grpc
import pytest

from rules.contracts.errors import InputError
from service.client import Client, ServerError
from tests.support.running import RunningServer
from tests.support.small_card import CARD

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
    explained = client.call("ExplainEvaluation", {"name": stored["name"], "language_code": "en"})
    assert explained["statements"]
    assert client.call("VerifyEvaluationTrail", {"name": stored["name"]})["result"] == "RESULT_PASSED"
    assert client.call("VerifyEvaluationTrail", {"evaluation": stored})["result"] == "RESULT_PASSED"
    assert client.call("GetScorecard", {"name": f"scorecards/{CARD}"})["titles"]["zh"] == "小工厂"


def test_the_same_request_id_gives_the_same_evaluation(client: Client) -> None:
    asked = {**ASKED, "request_id": str(uuid.uuid4())}
    first, second = (client.evaluate(SUBJECT, f"scorecards/{CARD}", **asked) for _ in range(2))
    assert first == second


def test_what_the_server_refuses_names_its_fields_in_the_language_of_the_client(client: Client) -> None:
    with pytest.raises(ServerError) as refused:
        client.evaluate("factory", f"scorecards/{CARD}", as_of=date(2026, 3, 1), facts={"nothing": {}})
    assert refused.value.code is grpc.StatusCode.INVALID_ARGUMENT
    assert refused.value.reason == "INVALID_FIELDS"
    assert "形式的名称" in refused.value.fields["subject"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"a": {"value": {"number": 1.5}}}, "facts[a].value.number"),
        ({"a": {"value": {"date": datetime(2026, 1, 1)}}}, "facts[a].value.date"),  # noqa: DTZ001 -- what is refused
        ({"a": {"value": {"nmber": "1"}}}, "facts[0].value.nmber"),
    ],
)
def test_what_no_server_would_take_is_refused_here(client: Client, facts: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as refused:
        client.evaluate(SUBJECT, f"scorecards/{CARD}", as_of=date(2026, 3, 1), facts=facts)
    assert [one.field for one in refused.value.violations] == [field]
