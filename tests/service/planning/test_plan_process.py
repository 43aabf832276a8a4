"""Planning worker: results with end states that can be evaluated, field paths of errors, self-checks, progress."""

from __future__ import annotations

from typing import Any

import pytest

from rules.contracts import DeclaredFact, DeclaredValue, InputError, PreviousValue
from rules.engine import never_stop
from rules.planning import PlanKind, PlanProgress
from service.api.evaluation_worker_specs import TRIED, build_evaluate_request
from service.api.trying_process import UnstoredEvaluationWorker
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.planning import plan_process
from service.planning.plan_messages import PLANS, write_end_state
from service.planning.plan_process import OwnPlanning, PlanWorker
from tests.support.planning import GOAL_DATE, TODAY, FakePlanning, goal, measure, measures, poor_subject
from tests.support.small_card import CARD, small_card
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import plan_pb2, self_check_service_pb2

NAME = f"scorecards/{CARD}"


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Gazette:
    folder = tmp_path_factory.mktemp("gazette")
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    return Gazette(folder)


@pytest.fixture(scope="module")
def worker(gazette: Gazette) -> PlanWorker:
    return PlanWorker(gazette, FakePlanning(), lasting=False)


def job(gazette: Gazette, *listed: plan_pb2.Measure, baseline: str = "request", **fields: Any) -> work_pb2.Plan:
    version = gazette.newest(CARD)
    planned = TRIED.write(
        work_pb2.PlannedSubject,
        subject=poor_subject().model_copy(update={"known": "2026-11-30T00:00:00Z"}),
        version=work_pb2.Version(name=version.name, rule_digest=version.rule_digest),
        scorecard=NAME,
        date=GOAL_DATE,
        baseline=baseline,
    )
    named = {"measures": measures(*listed), "goal": goal(), "today": TODAY, "time_limit": 5, **fields}
    return work_pb2.Plan(subject=planned, **named)


def no_report(_: object) -> None:
    """Ignore progress."""


def test_the_end_state_of_a_plan_is_evaluated_as_it_is(gazette: Gazette, worker: PlanWorker) -> None:
    result = worker.plan(job(gazette), never_stop, no_report)
    [plan] = result.plans
    assert (result.scorecard_version, result.today) == (f"{NAME}/versions/1.0.0", TODAY)
    assert plan.cost_once == plan_pb2.CostRange(least="900", most="900"), "an absent highest cost is the lowest one"
    assert (plan.end_state.scorecard, plan.end_state.as_of_date) == (NAME, GOAL_DATE)
    evaluator = UnstoredEvaluationWorker(gazette, lasting=False)
    again = evaluator.evaluate(build_evaluate_request(plan.end_state), never_stop)
    assert again.record.conclusion.grade == plan.grade == "gold"
    assert plan.end_state.validate_only


def test_an_end_state_has_no_values_that_the_service_finds_itself() -> None:
    found = PreviousValue(
        record_digest="0" * 64,
        scorecard_version=f"{NAME}/versions/1.0.0",
        as_of_date="2025-01-01",
        value=DeclaredValue(number="1", unit="MWh"),
    )
    facts = (DeclaredFact(id="energy_used", previous=found), *poor_subject().facts)
    request = write_end_state(poor_subject().model_copy(update={"facts": facts}), NAME)
    assert [fact.fact_id for fact in request.facts] == [fact.id for fact in poor_subject().facts]


@pytest.mark.parametrize("baseline", ["request", "evaluation"])
def test_errors_of_the_search_have_the_fields_of_the_request(
    gazette: Gazette, worker: PlanWorker, baseline: str
) -> None:
    with pytest.raises(InputError) as refused:
        worker.plan(job(gazette, measure(), measure("wrong"), baseline=baseline), never_stop, no_report)
    fields = [violation.field for violation in refused.value.violations]
    assert fields == [
        "measures.measures[1].effects[0].fact_id",
        f"{baseline}.facts[status].value",
    ]


def test_a_document_that_is_false_is_refused_with_its_place(gazette: Gazette, worker: PlanWorker) -> None:
    wrong = measure(effects=[{"fact_id": "status", "document": False}])
    with pytest.raises(InputError) as refused:
        worker.plan(job(gazette, measure(), wrong), never_stop, no_report)
    assert refused.value.violations[0].field == "measures.measures[1].effects[0].document"


def test_progress_is_reported_at_once_and_then_seldom(gazette: Gazette, worker: PlanWorker) -> None:
    reports: list[Any] = []
    worker.plan(job(gazette), never_stop, reports.append)
    assert [(one.rounds, one.best, one.bound, one.goal_grade) for one in reports] == [(1, "900", "100", "gold")]
    many: list[Any] = []
    seldom = plan_process._seldom(many.append)
    for number in range(1000):
        seldom(PlanProgress(kind=PlanKind.FASTEST, rounds=number))
    assert len(many) < 100


def tried(*listed: plan_pb2.Measure, **fields: Any) -> self_check_service_pb2.TryPlanRequest:
    named = {"measures": measures(*listed), "goal": goal(), **fields}
    return self_check_service_pb2.TryPlanRequest(scorecard=NAME, settings={"reading": "cascade"}, **named)


def test_a_tried_plan_counts_answers_as_proved_on_the_day_of_the_goal(worker: PlanWorker) -> None:
    answers = {"renewable_share": {"number": "45", "unit": "%"}, "serious_violations": {"number": "0", "unit": "time"}}
    request = tried(facts=[{"fact_id": id, "value": value} for id, value in answers.items()])
    [plan] = worker.try_plan(request, never_stop).plans
    assumed = next(item for item in plan.end_state.evidence if item.evidence_id.startswith("assumed:"))
    assert assumed.issue_date == GOAL_DATE
    assert plan.end_state.scorecard == NAME


def test_a_tried_plan_has_few_measures_and_a_readable_goal(worker: PlanWorker) -> None:
    many = [measure(f"m{number}") for number in range(61)]
    with pytest.raises(InputError) as refused:
        worker.try_plan(tried(*many, goal=plan_pb2.PlanGoal(date="2027-02-30")), never_stop)
    assert [violation.field for violation in refused.value.violations] == [
        "goal.kind",
        "goal.date",
        "measures.measures",
    ]


def test_measures_are_proposed_in_the_language_of_the_call(worker: PlanWorker) -> None:
    request = self_check_service_pb2.TryMeasuresRequest(scorecard=NAME, language_code="zh", currency="EUR")
    proposed = worker.try_measures(request, never_stop)
    assert (proposed.currency, proposed.measures[0].name) == ("EUR", "更多可再生能源")


def test_all_messages_of_plans_are_mapped() -> None:
    assert list(PLANS.forgotten()) == []


def test_a_missing_solver_is_no_other_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "service.planning.solver", None)
    with pytest.raises(ModuleNotFoundError):
        OwnPlanning().solver(1, never_stop)


def test_the_worker_needs_no_solver_to_start(gazette: Gazette) -> None:
    assert {kind.DESCRIPTOR.name for kind in plan_process.works(gazette)} >= {"Plan", "TryPlanRequest"}
