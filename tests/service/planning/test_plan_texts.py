"""Texts about plans: goal, verdict of the proof, sections, names of the scorecard, both languages."""

import pytest

from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette
from service.planning.plan_report import plan_report
from service.planning.plan_texts import PlanTexts, PlanView, texts
from tests.support.small_card import small_card
from touchstone.v1 import plan_pb2

CARD = small_card()
MEASURES = plan_pb2.MeasureList(currency="CNY", measures=[plan_pb2.Measure(id="roof", name="Solar roof")])
GOAL = plan_pb2.PlanGoal(kind="PLAN_GOAL_KIND_GRADE", grade="gold", date="2028-01-01", years=3)
BEST = plan_pb2.PlanGoal(kind="PLAN_GOAL_KIND_HIGHEST", date="2028-01-01", budget="500")


def plan_texts(language: str = "en", goal: plan_pb2.PlanGoal = GOAL) -> PlanTexts:
    return PlanTexts(CARD, MEASURES, goal, language)


def improvement(**fields: object) -> plan_pb2.ImprovementPlan:
    chosen = plan_pb2.ChosenMeasure(
        measure_id="roof",
        start_date="2026-12-01",
        end_date="2027-01-30",
        cost_once={"least": "100", "most": "250.5"},
        cost_per_year={"least": "10", "most": "10"},
        documents=[{"fact_id": "energy", "kinds": ["invoice"]}],
    )
    named = {"kind": "PLAN_KIND_CHEAPEST", "goal_grade": "gold", "grade": "gold", "end_date": "2027-01-30"}
    return plan_pb2.ImprovementPlan(**named, measures=[chosen], cost="280.5", **fields)  # type: ignore[arg-type]


def section(view: PlanView, key: str) -> str:
    found = next(each for each in view.sections if each.key == key)
    return repr((found.sentences, found.table))


@pytest.mark.parametrize(
    ("kind", "fields", "goal", "verdict"),
    [
        ("CHEAPEST", {"is_proved": True}, GOAL, "Proved: no cheaper plan exists."),
        ("CHEAPEST", {"bound": "240"}, GOAL, "Best plan found; no plan can cost less than 240 CNY."),
        ("FASTEST", {"bound": "2027-01-02"}, GOAL, "Best plan found; no plan can end before 2027-01-02."),
        ("FEWEST", {"bound": "1"}, GOAL, "Best plan found; no plan can have fewer than 1 measure."),
        ("FEWEST", {"is_proved": True}, GOAL, "Proved: no plan has fewer measures."),
        ("BEST_FIGURE", {"bound": "271/3"}, BEST, "no plan within the budget can reach more than ≈90.3333 points."),
        ("CHEAPEST", {}, GOAL, "Best plan found in the available time; a better one may exist."),
    ],
)
def test_the_verdict_states_the_proof_or_the_bound(
    kind: str, fields: dict[str, object], goal: plan_pb2.PlanGoal, verdict: str
) -> None:
    plan = plan_pb2.ImprovementPlan(kind=f"PLAN_KIND_{kind}", **fields)  # type: ignore[arg-type]
    assert plan_texts(goal=goal).verdict(plan).endswith(verdict)
    assert plan_texts("zh", goal).verdict(plan).endswith("。")


def test_a_plan_lists_measures_costs_changes_and_documents() -> None:
    moved = plan_pb2.MovedCriterion(
        criterion_id=CARD.gates[0].id, outcome_before="not_met", outcome_after="met", points_after="5"
    )
    plan = improvement(moved=[moved], verify_again=["energy"], total_before="50", total_after="81", is_proved=True)
    result = plan_pb2.PlanResult(grade_now="none", plans=[plan], effort=plan_pb2.SearchEffort(rounds=1, scale="100"))
    document = plan_texts().document(result)
    [view] = document.plans
    assert "or better on 2028-01-01" in document.sentences[0]
    assert "once and for 3 years" in document.sentences[1]
    assert "'2026-12-01', '2027-01-30', 'Solar roof', '100 … 250.5 CNY', '10 CNY'" in section(view, "timeline")
    assert "280.5 CNY" in section(view, "costs")
    assert "'not met', 'met, 5 points'" in section(view, "moved")
    assert "'50 points', '81 points'" in section(view, "moved")
    assert "invoice" in section(view, "documents")
    assert "must be verified" in section(view, "verify_again")
    assert "multiplied by 100" in document.sections[-1].sentences[0]


def test_excluded_grades_name_the_gate_and_unavailable_measures_the_reason() -> None:
    gate = CARD.gates[0].id
    result = plan_pb2.PlanResult(
        excluded=[
            {
                "grade": "gold",
                "is_proved": True,
                "obstacles": [
                    {"kind": "OBSTACLE_KIND_GATE", "criterion_id": gate},
                    {"kind": "OBSTACLE_KIND_POINTS", "required": "80", "reachable": "61.5"},
                ],
            }
        ],
        unavailable=[
            {"measure_id": "roof", "reason": "UNAVAILABLE_REASON_TOO_LATE", "detail": "2029-01-01"},
            {"measure_id": "x", "reason": "UNAVAILABLE_REASON_REQUIRES_UNAVAILABLE", "detail": "roof"},
        ],
    )
    document = plan_texts().document(result)
    excluded, unavailable, _ = document.sections
    assert f"No plan passes the gate {gate}" in excluded.sentences[1]
    assert excluded.sentences[2] == "The grade requires 80 points, and no plan earns more than 61.5."
    assert unavailable.table is not None
    assert unavailable.table.rows[0] == ("Solar roof", "It ends on 2029-01-01, after the date of the goal.")
    assert "Solar roof" in unavailable.table.rows[1][1]
    assert "There is no plan for this goal." in document.sentences


def test_a_scorecard_without_grades_is_planned_for_its_gates() -> None:
    gates = plan_pb2.PlanGoal(kind="PLAN_GOAL_KIND_ALL_GATES", date="2028-01-01")
    written = plan_texts(goal=gates)
    assert written.goal()[0] == "Goal: all gates are passed on 2028-01-01."
    assert written.title(plan_pb2.PLAN_KIND_CHEAPEST, "") == "Cheapest plan for all gates"
    document = written.document(plan_pb2.PlanResult(excluded=[{"is_proved": True}]))
    assert document.sections[0].sentences == ("Proved: no plan passes all gates.",)


def test_stages_of_a_scorecard_without_grades_are_named() -> None:
    card = Gazette(PUBLISHED).newest("csr-three-stage").scorecard
    goal = plan_pb2.PlanGoal(kind="PLAN_GOAL_KIND_GRADE", grade="s2", date="2028-01-01")
    written = PlanTexts(card, MEASURES, goal, "zh")
    assert "达到第二阶段或更高等级" in written.goal()[0]
    assert "'第一阶段', '第二阶段'" in section(
        written.plan(plan_pb2.ImprovementPlan(kind="PLAN_KIND_CHEAPEST", grade="s2"), "s1"), "moved"
    )


def test_without_a_measure_the_goal_is_reached_today() -> None:
    plan = plan_pb2.ImprovementPlan(kind="PLAN_KIND_CHEAPEST", goal_grade="gold", end_date="2026-12-01")
    assert "No measure is needed" in section(plan_texts().plan(plan), "timeline")


@pytest.mark.parametrize(
    ("language", "condition", "timeline"),
    [
        ("en", "Condition: Renewable share = 80 %.", "if the assumed facts"),
        ("zh", "条件：可再生能源占比 = 80%。", "如果所假定的事实"),
    ],
)
def test_a_plan_with_assumed_facts_states_the_condition(language: str, condition: str, timeline: str) -> None:
    state = {"facts": [{"fact_id": "renewable_share", "value": {"number": "80", "unit": "%"}}]}
    plan = plan_pb2.ImprovementPlan(
        kind="PLAN_KIND_CHEAPEST", goal_grade="gold", assumed_facts=["renewable_share"], end_state=state
    )
    view = plan_texts(language).plan(plan)
    assert view.condition == condition
    assert timeline in section(view, "timeline")
    report = plan_report(plan_pb2.PlanResult(plans=[plan]), MEASURES, GOAL, CARD, language)
    assert condition in report.sections[0].sentences[0]
    assert condition in report.sections[1].sentences[0]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_summary_states_that_no_plan_passes_all_gates(language: str) -> None:
    goal = plan_pb2.PlanGoal(kind="PLAN_GOAL_KIND_ALL_GATES", date="2028-01-01")
    result = plan_pb2.PlanResult(excluded=[{"is_proved": True}])
    summary = plan_report(result, MEASURES, goal, CARD, language).sections[0].sentences
    assert summary[0] == texts(language)["excluded"]["proved_gates"]


def test_progress_is_one_line() -> None:
    state = plan_pb2.PlanProgress(kind="PLAN_KIND_CHEAPEST", goal_grade="gold", rounds=3, best="12", bound="10.5")
    assert plan_texts().progress(state).endswith("round 3, best 12 CNY, bound 10.5 CNY")
    assert "第 3 轮" in plan_texts("zh").progress(state)


def test_every_enum_value_has_a_text_in_both_languages() -> None:
    for language in ("en", "zh"):
        found = texts(language)
        for group, kind, prefix in (
            ("titles", plan_pb2.PlanKind, "PLAN_KIND_"),
            ("goal", plan_pb2.PlanGoalKind, "PLAN_GOAL_KIND_"),
            ("excluded", plan_pb2.ObstacleKind, "OBSTACLE_KIND_"),
            ("unavailable", plan_pb2.UnavailableReason, "UNAVAILABLE_REASON_"),
        ):
            names = {name.removeprefix(prefix).lower() for name in kind.keys()[1:]}
            assert names <= found[group].keys()
