"""Type mismatches: a value of every kind for a fact of every type, accepted or refused by field."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest

from rules.model.scorecard import FactDefinition, FactType
from service.gazette.versions import Gazette
from tests.support.calling import refused, request_for
from tests.support.running import RunningServer
from tests.support.small_card import small_card, small_subject
from touchstone.v1 import evaluation_service_pb2
from touchstone.v1.fact_pb2 import Fact
from touchstone.v1.screening_service_pb2 import CheckClaimsRequest, ClaimFacts
from touchstone.v1.types_pb2 import ChoiceList, DateRange, RecordList, RecordValue, Value

SCORECARDS = Path(__file__).parents[2] / "scorecards"
RECORD = RecordValue(fields={"amount": Value(number="1", unit="t")})
VALUES = {
    "number": Value(number="12", unit="t"),
    "plain number": Value(number="12"),
    "empty number": Value(number=""),
    "choice": Value(choice="of_no_fact"),
    "empty choice": Value(choice=""),
    "flag": Value(flag=True),
    "date": Value(date="2025-02-30"),
    "year 0": Value(date="0000-01-01"),
    "period": Value(period=DateRange(first_date="2025-01-01", last_date="2025-12-31")),
    "half a period": Value(period=DateRange(first_date="2025-01-01")),
    "reversed period": Value(period=DateRange(first_date="2025-12-31", last_date="2025-01-01")),
    "empty period": Value(period=DateRange()),
    "text": Value(text="a\u0000\u202eb"),
    "long text": Value(text="long" * 5_000),
    "choices": Value(choices=ChoiceList(values=["a", "a", ""])),
    "no choices": Value(choices=ChoiceList()),
    "records": Value(records=RecordList(values=[RECORD, RecordValue()])),
    "no records": Value(records=RecordList()),
    "records in records": Value(
        records=RecordList(values=[RecordValue(fields={"amount": Value(records=RecordList())})])
    ),
    "not applicable": Value(not_applicable=True),
    "applicable": Value(not_applicable=False),
    "unit alone": Value(unit="t"),
}


@pytest.fixture(scope="module")
def judging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), SCORECARDS) as running:
        yield running


def one_of_each_type(facts: Iterator[FactDefinition]) -> dict[FactType, str]:
    return {fact.type: fact.id for fact in facts}


def facts_of_claims() -> dict[FactType, str]:
    gazette = Gazette(SCORECARDS)
    cards = (card for card in gazette.card_ids() if card.startswith("green-claim"))
    return one_of_each_type(fact for card in cards for fact in gazette.versions(card)[-1].scorecard.facts)


def answered(call: Any, request: Any) -> tuple[grpc.StatusCode, dict[str, str]]:
    try:
        call(request)
    except grpc.RpcError:
        answer = refused(call, request)
        return answer.code, answer.violations
    return grpc.StatusCode.OK, {}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("kind", VALUES)
def test_a_check_of_claims_names_the_field(judging: RunningServer, kind: str) -> None:
    types = facts_of_claims()
    assert {FactType.CHOICE, FactType.CHOICES, FactType.FLAG, FactType.NUMBER, FactType.DATE} <= set(types)
    for fact in types.values():
        wrong_fact = Fact(fact_id=fact, value=VALUES[kind])
        for field, request in (
            (f"facts[{fact}]", CheckClaimsRequest(text="Green soap.", jurisdictions=["UK"], facts=[wrong_fact])),
            (
                f"claim_facts[0].facts[{fact}]",
                CheckClaimsRequest(
                    text="Green soap.",
                    jurisdictions=["UK"],
                    claim_facts=[ClaimFacts(quote="Green", facts=[wrong_fact])],
                ),
            ),
        ):
            code, violations = answered(judging.screenings.CheckClaims, request)
            assert code in {grpc.StatusCode.OK, grpc.StatusCode.INVALID_ARGUMENT}, (fact, kind)
            assert (code is grpc.StatusCode.OK) == (not violations)
            assert set(violations) <= {field}


def test_a_period_for_a_choice_is_refused_at_its_field(judging: RunningServer) -> None:
    fact = facts_of_claims()[FactType.CHOICE]
    request = CheckClaimsRequest(
        text="Green soap.", jurisdictions=["UK"], facts=[Fact(fact_id=fact, value=VALUES["period"])]
    )
    code, violations = answered(judging.screenings.CheckClaims, request)
    assert (code, set(violations)) == (grpc.StatusCode.INVALID_ARGUMENT, {f"facts[{fact}]"})


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("kind", VALUES)
def test_an_evaluation_and_a_simulation_name_the_field(server: RunningServer, kind: str) -> None:
    for fact in one_of_each_type(iter(small_card().facts)).values():
        request = request_for(small_subject())
        for request_fact in request.facts:
            if request_fact.fact_id == fact:
                request_fact.value.CopyFrom(VALUES[kind])
        simulated = evaluation_service_pb2.SimulateEvaluationRequest(
            request=request_for(small_subject()), facts=[Fact(fact_id=fact, value=VALUES[kind])]
        )
        calls = server.evaluations
        for call, asked in ((calls.EvaluateSubject, request), (calls.SimulateEvaluation, simulated)):
            code, violations = answered(call, asked)
            assert code in {grpc.StatusCode.OK, grpc.StatusCode.INVALID_ARGUMENT}, (fact, kind, call)
            assert (code is grpc.StatusCode.OK) == (not violations)
            assert all(fact in field for field in violations), violations
