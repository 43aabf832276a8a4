"""Improvement plans of a running server: gRPC, HTTP lines, organisations, the self-check, files and metrics."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import grpc
import httpx
import pytest

from service.gazette.publication import write_version
from service.identity.principals import Role
from service.input.dossier.dossier_writer import write_dossier
from tests.support.calling import refused, request_for
from tests.support.commands import answered, touchstone
from tests.support.identities import bearing, new_key_of
from tests.support.planning import TODAY, goal, measure, measures, plan_request, poor_subject
from tests.support.running import RunningServer
from tests.support.scraping import scraped, value
from tests.support.small_card import CARD, small_card
from touchstone.v1 import plan_pb2, plan_service_pb2 as plans, self_check_service_pb2 as self_checks
from touchstone.v1.plan_service_pb2_grpc import PlanServiceStub
from touchstone.v1.self_check_service_pb2_grpc import SelfCheckServiceStub

pytest.importorskip("ortools", reason="the extra plan is not installed")
NAME = f"scorecards/{CARD}"
CHEAPER = measure("wind", name="Wind contract", cost_once={"least": "400", "most": "500"})


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("plans")
    write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(
        folder,
        folder / "gazette",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_SELF_CHECK="all",
        TOUCHSTONE_SELF_CHECK_ANSWERS_PER_HOUR="110",
    ) as running:
        yield running


def stub(server: RunningServer) -> Any:
    return PlanServiceStub(server.channel)


def result_of(server: RunningServer, request: plans.PlanImprovementRequest) -> plan_pb2.PlanResult:
    *progress, last = stub(server).PlanImprovement(request, timeout=60)
    assert all(answer.HasField("progress") for answer in progress)
    result: plan_pb2.PlanResult = last.result
    return result


def test_the_cheapest_plan_is_proved_and_its_end_state_is_evaluated_as_it_is(server: RunningServer) -> None:
    stored = server.evaluations.EvaluateSubject(request_for(poor_subject()))
    before = value(scraped(server), "touchstone_plans_total", outcome="proved")
    for request in (
        plan_request(measure(), CHEAPER, alternatives=True),
        plan_request(measure(), CHEAPER, evaluation=stored.name, alternatives=True),
    ):
        result = result_of(server, request)
        assert [plan.is_proved for plan in result.plans] == [True] * 3
        assert [chosen.measure_id for chosen in result.plans[0].measures] == ["wind"]
        assert result.plans[0].cost == "500"
        for plan in result.plans:
            again = server.evaluations.EvaluateSubject(plan.end_state)
            assert again.record.conclusion.grade == plan.grade == "gold"
            assert not again.name, "nothing is stored"
    samples = scraped(server)
    assert value(samples, "touchstone_plans_total", outcome="proved") == before + 6
    assert value(samples, "touchstone_plan_seconds_count") >= 2


def test_a_goal_that_is_excluded_names_the_points(server: RunningServer) -> None:
    weak = measure(effects=[{"fact_id": "renewable_share", "value": {"number": "50", "unit": "%"}}])
    result = result_of(server, plan_request(weak))
    [excluded] = result.excluded
    assert (excluded.grade, excluded.is_proved) == ("gold", True)
    assert {obstacle.kind for obstacle in excluded.obstacles} == {plan_pb2.OBSTACLE_KIND_POINTS}


def test_http_answers_in_lines(server: RunningServer) -> None:
    body = {
        "request": {
            "subject": "organizations/green-body/subjects/factory-7",
            "scorecard": NAME,
            "asOfDate": "2026-03-01",
            "settings": {"reading": "cascade"},
            "facts": [{"factId": "status", "value": {"choice": "closed"}}],
        },
        "measures": {
            "currency": "CNY",
            "measures": [
                {
                    "id": "all",
                    "effects": [
                        {"factId": "renewable_share", "value": {"number": "85", "unit": "%"}},
                        {"factId": "serious_violations", "value": {"number": "0", "unit": "time"}},
                    ],
                    "costOnce": {"least": "5"},
                }
            ],
        },
        "goal": {"kind": "PLAN_GOAL_KIND_GRADE", "grade": "gold", "date": "2027-11-30"},
        "today": TODAY,
    }
    url = f"{server.http}/v1/evaluations:plan"
    answer = httpx.post(url, json=body, timeout=60)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert ["result" in line for line in lines] == [False] * (len(lines) - 1) + [True]
    assert lines[-1]["result"]["plans"][0]["isProved"] is True
    wrong = {**body, "goal": {**body["goal"], "grade": "platinum"}, "timeLimit": 0}  # type: ignore[dict-item]
    answer = httpx.post(url, json=wrong, timeout=60)
    assert answer.status_code == 400
    assert "goal.grade" in answer.text


def test_measures_are_written_and_read_again(server: RunningServer) -> None:
    listed = measures(measure(), CHEAPER)
    for form, name in (("FORM_YAML", f"measures-{CARD}.yaml"), ("FORM_WORKBOOK", f"measures-{CARD}.xlsx")):
        written = stub(server).WriteMeasures(plans.WriteMeasuresRequest(scorecard=NAME, measures=listed, form=form))
        assert written.file_name == name
        read = stub(server).ReadMeasures(plans.ReadMeasuresRequest(scorecard=NAME, content=written.content))
        assert [(one.id, one.name, one.cost_once.most) for one in read.measures.measures] == [
            ("solar", "Solar roof", "900"),
            ("wind", "Wind contract", "500"),
        ]


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (b"currency: CNY\nmeasures:\n  - {id: x, effects: {renewable_share: {amount: much}}}\n", "content"),
        (b"measures: []\n", "content"),
        (b"PK\x03\x04" + b"\0" * 100, "content"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "content"),
        (b"", "content"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(server: RunningServer, content: bytes, field: str) -> None:
    error = refused(stub(server).ReadMeasures, plans.ReadMeasuresRequest(scorecard=NAME, content=content))
    assert error.code is grpc.StatusCode.INVALID_ARGUMENT
    assert all(name.startswith(field) for name in error.violations), error.violations


def test_a_self_check_plans_as_if_all_answers_were_proved(server: RunningServer) -> None:
    check = SelfCheckServiceStub(server.channel)
    asked = self_checks.TryMeasuresRequest(scorecard=NAME, settings={"reading": "cascade"})
    assert check.TryMeasures(asked).measures
    asked.currency = "yuan"
    assert [*refused(check.TryMeasures, asked).violations] == ["currency"]
    answers = {
        "renewable_share": {"number": "45", "unit": "%"},
        "serious_violations": {"number": "0", "unit": "time"},
        "status": {"choice": "closed"},
    }
    request = self_checks.TryPlanRequest(
        scorecard=NAME,
        settings={"reading": "cascade"},
        facts=[{"fact_id": id, "value": value} for id, value in answers.items()],
        measures=measures(measure(), CHEAPER),
        goal=goal(),
    )
    [plan] = check.TryPlan(request, timeout=60).plans
    assert (plan.is_proved, plan.cost) == (True, "500")
    long = self_checks.TryPlanRequest()
    long.CopyFrom(request)
    long.measures.CopyFrom(measures(*(measure(f"m{number}") for number in range(61))))
    error = refused(check.TryPlan, long)
    assert (error.code, [*error.violations]) == (grpc.StatusCode.INVALID_ARGUMENT, ["measures.measures"])
    for _ in range(3):
        check.TryPlan(request, timeout=60)
    assert refused(check.TryPlan, request).code is grpc.StatusCode.RESOURCE_EXHAUSTED, "each counts as 20 answers"


def test_proposed_measures_reach_the_goal(server: RunningServer) -> None:
    """They are proposed for a stored evaluation or a request, in the language of the call."""
    stored = server.evaluations.EvaluateSubject(request_for(poor_subject()))
    for baseline in ({"evaluation": stored.name}, {"request": plan_request().request}):
        request = plans.ProposeMeasuresRequest(currency="EUR", language_code="zh", **baseline)
        proposed = stub(server).ProposeMeasures(request)
        assert proposed.currency == "EUR"
        [plan] = result_of(server, plan_request(measures=proposed)).plans
        assert plan.grade == "gold"
    wrong = plans.ProposeMeasuresRequest(evaluation=stored.name, currency="ABC")
    assert [*refused(stub(server).ProposeMeasures, wrong).violations] == ["currency"]


def test_commands_plan_the_stored_evaluations_of_a_server(server: RunningServer, tmp_path: Path) -> None:
    stored = server.evaluations.EvaluateSubject(request_for(poor_subject()))
    days = ("--on", "2027-11-30", "--today", TODAY)
    places = ("--server", server.address, "--gazette", server.environment["TOUCHSTONE_GAZETTE"])
    proposed = tmp_path / "measures.yaml"
    answered("dossier", "measures", stored.name, "--out", proposed, *days[:2], *places)
    text = answered("plan", stored.name, proposed, "--to", "gold", *days, *places)
    assert "Proved: no cheaper plan exists." in text
    other = stored.name[:-1] + ("1" if stored.name.endswith("0") else "0")
    missing = touchstone("plan", other, proposed, "--to", "gold", *days, *places)
    assert missing.exit_code == 2
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(write_dossier(poor_subject()).replace("closed", "shut"), "utf-8")
    wrong = touchstone("plan", dossier, proposed, "--scorecard", CARD, "--to", "gold", *days, *places)
    assert wrong.exit_code == 2
    assert wrong.stderr.startswith(f"{dossier}:"), wrong.stderr


def test_another_organisation_plans_nothing(tmp_path: Path) -> None:
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(tmp_path, tmp_path / "gazette", TOUCHSTONE_API_KEYS="true") as server:
        url = server.environment["TOUCHSTONE_DATABASE_URL"]
        own, other = (bearing(new_key_of(url, organization, Role.ASSESSOR)) for organization in ("green-body", "other"))
        evaluated = server.evaluations.EvaluateSubject(request_for(poor_subject()), metadata=own)

        def plan(metadata: Any) -> Callable[[Any], Any]:
            return lambda request: list(stub(server).PlanImprovement(request, timeout=60, metadata=metadata))

        assert plan(own)(plan_request(evaluation=evaluated.name))[-1].result.plans[0].is_proved
        for request in (plan_request(evaluation=evaluated.name), plan_request()):
            error = refused(plan(other), request)
            assert (error.code, error.reason) == (grpc.StatusCode.PERMISSION_DENIED, "OTHER_ORGANIZATION")
            assert refused(plan(()), request).code is grpc.StatusCode.UNAUTHENTICATED
        proposal = plans.ProposeMeasuresRequest(evaluation=evaluated.name)
        with pytest.raises(grpc.RpcError) as denied:
            stub(server).ProposeMeasures(proposal, metadata=other)
        assert denied.value.code() is grpc.StatusCode.PERMISSION_DENIED
        written = plans.WriteMeasuresRequest(scorecard=NAME, measures=measures())
        assert refused(stub(server).WriteMeasures, written).code is grpc.StatusCode.UNAUTHENTICATED
