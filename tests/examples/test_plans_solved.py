"""Worked examples of improvement plans: the best plans that the documentation names, each with its proof."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from rules.engine.inference_engine import InferenceEngine
from rules.planning import (
    GoalKind,
    ImprovementPlan,
    PlanGoal,
    PlanKind,
    PlanRequest,
    PlanResult,
    UnavailableReason,
    assume_evidence,
    plan_improvement,
)
from service.gazette.tables import FOLDER, TableStore
from service.input.dossier.dossier_reader import read_dossier
from service.planning.measure_files.reading import read_measures
from service.planning.solver import CpSatSolver
from tests.features.desk import FEATURES, compilation_of

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "examples" / "plans"
SHELF = TableStore(ROOT / "scorecards" / FOLDER)
TODAY = "2026-12-01"


class Example(NamedTuple):
    """A goal with the measures and the cost of its best plan; `reached` is a grade, figure or gate."""

    card: str
    goal: PlanGoal
    measures: dict[str, str | None]
    cost: str
    reached: str
    named: tuple[str, ...]
    """Figures of the plan on the pages of documentation."""


EXAMPLES = (
    Example(
        "zero-carbon-factory",
        PlanGoal(grade="4", date="2028-06-30"),
        {"certificates-2500": None, "certificates-5000": None, "waste-recycling": "3", "factor-list": None},
        "189000",
        "4",
        ("189,000 CNY", "430,000 CNY", "6,230,000 CNY", "6,696,000 CNY", "94.904", "177,000 CNY"),
    ),
    Example(
        "zero-carbon-park",
        PlanGoal(grade="conditional", date="2028-12-01"),
        {"certificates": None, "green-power": "19"},
        "405000",
        "conditional",
        ("405,000 CNY",),
    ),
    Example(
        "zero-carbon-park",
        PlanGoal(grade="ready", date="2028-12-01"),
        {"green-power": "30", "waste-plant": "4", "water-plant": None, "glass-burners": None, "heat-network": None},
        "22590000",
        "ready",
        ("22,590,000 CNY",),
    ),
    Example(
        "near-zero-factory",
        PlanGoal(kind=GoalKind.ALL_GATES, date="2027-12-01"),
        {"green-power": "27", "credits": "2"},
        "14480",
        "NZ-S2",
        ("14,480 CNY",),
    ),
    Example(
        "near-zero-park",
        PlanGoal(kind=GoalKind.HIGHEST, budget="8000000", date="2027-12-01"),
        {"green-power": "6", "verified": "4", "footprints": "6", "boilers": None},
        "4850000",
        "18",
        ("4,850,000 CNY", "18"),
    ),
    Example(
        "csr-three-stage",
        PlanGoal(grade="s3", date="2028-06-30"),
        {"inventory": None},
        "200000",
        "s3",
        ("200,000 CNY",),
    ),
    Example(
        "csr-three-stage",
        PlanGoal(kind=GoalKind.HIGHEST, budget="400000", date="2028-06-30"),
        dict.fromkeys(("contribution", "energy-data", "goals", "inventory", "road-map")),
        "395000",
        "33575983/775310",
        ("395,000 CNY", "43.31"),
    ),
    Example(
        "cbam-goods",
        PlanGoal(kind=GoalKind.LOWEST, figure="cost", budget="35000", date="2027-08-31"),
        dict.fromkeys(("mill-data", "mill-verification", "slabs-a")),
        "33000",
        "1438781.472",
        ("33,000 EUR", "1,438,781 EUR", "3,046,356 EUR"),
    ),
)
NAMES = [f"{example.card}-{example.goal.grade or example.goal.kind}" for example in EXAMPLES]


@contextmanager
def planned(card: str, language: str, goal: PlanGoal) -> Iterator[tuple[InferenceEngine, PlanRequest]]:
    scorecard = compilation_of(FEATURES / card).scorecard
    assert scorecard is not None
    dossier = read_dossier((PLANS / f"{card}.yaml").read_bytes(), scorecard, as_of=goal.date, settings={})
    subject = dossier.subject.model_copy(update={"known": f"{TODAY}T00:00:00Z"})
    ending = ".measures.zh.yaml" if language == "zh" else ".measures.yaml"
    listed = read_measures((PLANS / f"{card}{ending}").read_bytes(), scorecard, subject).measures
    with closing(InferenceEngine(scorecard, SHELF)) as engine:
        yield engine, PlanRequest(subject=subject, measures=listed, goal=goal, today=TODAY, alternatives=False)


def solved(card: str, goal: PlanGoal, *, alternatives: bool = False) -> PlanResult:
    with planned(card, "en", goal) as (engine, request):
        return plan_improvement(engine, request.model_copy(update={"alternatives": alternatives}), CpSatSolver())


def best_plan(example: Example) -> ImprovementPlan:
    (plan,) = solved(example.card, example.goal).plans
    return plan


def _newly_met(plan: ImprovementPlan) -> Iterator[str]:
    return (item.criterion for item in plan.moved if item.outcome_after == "met" != item.outcome_before)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_the_measures_are_valid_for_their_dossier(example: Example, language: str) -> None:
    with planned(example.card, language, example.goal) as (_, request):
        assert {measure.id for measure in request.measures.measures} >= example.measures.keys()


@pytest.mark.full(sample=3)
@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_the_best_plan_is_proved_and_has_the_documented_cost(example: Example) -> None:
    plan = best_plan(example)
    assert {chosen.measure: chosen.level for chosen in plan.measures} == example.measures
    assert (plan.cost, plan.is_proved) == (example.cost, True)
    assert example.reached in (plan.grade, plan.figure_after, plan.total_after, *_newly_met(plan))


@pytest.mark.full(sample=3)
@pytest.mark.parametrize(
    "example", [one for one in EXAMPLES if one.goal.grade and len(one.measures) > 1], ids=lambda one: one.card
)
def test_no_single_measure_of_the_best_plan_is_sufficient(example: Example) -> None:
    with planned(example.card, "en", example.goal) as (engine, request):
        for name in example.measures:
            alone = [one.model_copy(update={"requires": ()}) for one in request.measures.measures if one.id == name]
            measures = request.measures.model_copy(update={"measures": tuple(alone)})
            result = plan_improvement(engine, request.model_copy(update={"measures": measures}), CpSatSolver())
            grades = [plan.cost for plan in result.plans]
            assert grades == [] or int(grades[0]) > int(example.cost), name


@pytest.mark.full
def test_the_factory_has_a_proved_cost_for_each_grade_and_cannot_earn_six_stars() -> None:
    result = solved("zero-carbon-factory", PlanGoal(kind=GoalKind.EVERY_GRADE, date="2028-06-30"))
    curve = [(plan.goal_grade, plan.cost, plan.is_proved) for plan in result.plans]
    assert curve == [("4", "189000", True), ("5", "6696000", True)]
    ((grade, is_proved, (obstacle,)),) = ((item.grade, item.is_proved, item.obstacles) for item in result.excluded)
    assert (grade, is_proved, obstacle.required, obstacle.reachable) == ("6", True, "100", "94.904")
    assert [(item.measure, item.reason) for item in result.unavailable] == [
        ("waste-heat-power", UnavailableReason.ENDED_PERIOD)
    ]


@pytest.mark.full
def test_the_alternatives_of_the_factory_differ_in_kind() -> None:
    result = solved("zero-carbon-factory", PlanGoal(grade="4", date="2028-06-30"), alternatives=True)
    assert [(plan.kind, plan.cost, plan.end_date, len(plan.measures)) for plan in result.plans] == [
        (PlanKind.CHEAPEST, "189000", "2027-04-30", 4),
        (PlanKind.FASTEST, "430000", "2027-01-15", 4),
        (PlanKind.FEWEST, "6230000", "2027-10-27", 2),
    ]
    assert all(plan.is_proved for plan in result.plans)


@pytest.mark.full
def test_a_self_check_counts_each_value_as_proved() -> None:
    goal = PlanGoal(grade="4", date="2028-06-30")
    with planned("zero-carbon-factory", "en", goal) as (engine, request):
        subject = assume_evidence(request.subject, engine.plan.scorecard)
        (plan,) = plan_improvement(engine, request.model_copy(update={"subject": subject}), CpSatSolver()).plans
    assert "factor-list" not in {chosen.measure for chosen in plan.measures}
    assert (plan.cost, plan.is_proved) == ("177000", True)


@pytest.mark.parametrize("page", ["plans.md", "plans.zh.md"])
def test_the_page_names_the_results(page: str) -> None:
    text = re.sub(r"\s+", " ", (ROOT / "docs" / page).read_text(encoding="utf-8"))
    for example in EXAMPLES:
        for figure in example.named:
            assert figure in text, (example.card, figure)
