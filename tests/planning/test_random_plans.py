"""Plans of random dossiers of published and random cards, equal to those of an exhaustive search.

`python -m tests.planning.agreement` compares thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from functools import cache
from random import Random

import pytest
from hypothesis import Phase, given, settings, strategies as st

from rules.contracts.errors import InputError
from rules.contracts.numbers import format_exact, parse_exact
from rules.contracts.outcomes import NO_GRADE, Possibility
from rules.engine.inference_engine import InferenceEngine
from rules.planning.improvement import plan_improvement
from rules.planning.measure_checks import check_request
from rules.planning.measures import CostRange, GoalKind, Measure, PlanRequest
from rules.planning.plans import PlanResult
from rules.trail.evaluation import Evaluator
from service.planning.solver import CpSatSolver
from tests.planning.agreement import random_cards
from tests.planning.comparison import better_grades, compare
from tests.planning.exhaustive import Exhaustive
from tests.planning.instances import Instances, Shape, figures_of, graded_cards, published_models, random_models
from tests.support.random_subjects import richer_card
from tests.support.tiers import all_or_few, tries

CARDS = sorted(graded_cards())
COMPARED = ("cdp-climate", "corporate-inventory", "project-energy-review", "zero-carbon-factory", "zero-carbon-park")
"""The cards of the comparison with fifteen measures: with points, ladders of conditions, lists and formulas."""
SMALL = Shape(measures=6, alternatives=True)
SEEDS = st.integers(0, 2**32 - 1)
_PHASES = (Phase.explicit, Phase.generate)
"""A smaller seed is not a smaller example."""
KEY = bytes(range(32))
_BUDGETED = (GoalKind.HIGHEST, GoalKind.LOWEST)


@cache
def engine_of(card: str) -> InferenceEngine:
    return InferenceEngine(graded_cards()[card])


def requests(card: str, shape: Shape, seeds: range) -> Iterator[tuple[InferenceEngine, PlanRequest]]:
    engine = engine_of(card)
    made = Instances(engine, published_models(card), shape)
    return ((engine, made.request(seed)) for seed in seeds)


def one_request(card: str, seed: int, shape: Shape) -> tuple[InferenceEngine, PlanRequest]:
    """Return the request of a seed, without a goal that the card does not have."""
    engine = engine_of(card)
    if shape.kind in _BUDGETED and not figures_of(engine.plan.scorecard):
        shape = replace(shape, kind=GoalKind.EVERY_GRADE)
    return engine, Instances(engine, published_models(card), shape).request(seed)


def with_measures(request: PlanRequest, measures: Sequence[Measure]) -> PlanRequest:
    """Return the request with other measures, which exclude only each other."""
    kept = {measure.id for measure in measures}
    own = tuple(
        measure.model_copy(update={"excludes": tuple(name for name in measure.excludes if name in kept)})
        for measure in measures
    )
    return request.model_copy(update={"measures": request.measures.model_copy(update={"measures": own})})


def outlines(result: PlanResult) -> list[object]:
    """Return the parts that are equal for all equally good plans."""
    plans = sorted((plan.kind, plan.goal_grade, plan.cost, plan.bound, plan.is_proved) for plan in result.plans)
    excluded = sorted((one.grade, one.is_proved) for one in result.excluded)
    return [result.grade_now, plans, excluded, sorted(one.measure for one in result.unavailable)]


def _with_costs(measure: Measure, times: Fraction) -> Measure:
    def of(cost: CostRange) -> CostRange:
        return CostRange(
            least=format_exact(times * Fraction(cost.least)), most=format_exact(times * Fraction(cost.most))
        )

    levels = measure.range and measure.range.model_copy(
        update={"cost_once": of(measure.range.cost_once), "cost_per_year": of(measure.range.cost_per_year)}
    )
    return measure.model_copy(
        update={"cost_once": of(measure.cost_once), "cost_per_year": of(measure.cost_per_year), "range": levels}
    )


def plans_of(engine: InferenceEngine, request: PlanRequest) -> PlanResult:
    return plan_improvement(engine, request, CpSatSolver())


@pytest.mark.parametrize("card", all_or_few(CARDS, list(COMPARED)))
def test_plans_equal_an_exhaustive_search(card: str) -> None:
    for engine, request in requests(card, SMALL, range(tries(15))):
        assert compare(engine, request, CpSatSolver()).differences == []


def test_some_goals_are_reached_and_others_are_excluded() -> None:
    results = [plans_of(engine, it) for card in COMPARED[:3] for engine, it in requests(card, SMALL, range(4))]
    reached = sum(bool(result.plans) for result in results)
    assert 3 <= reached <= len(results) - 3


@pytest.mark.full
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("card", COMPARED)
def test_plans_of_fifteen_measures_equal_an_exhaustive_search(card: str) -> None:
    for engine, request in requests(card, Shape(measures=15), range(40)):
        assert compare(engine, request, CpSatSolver()).differences == []


@pytest.mark.parametrize("kind", [*_BUDGETED, GoalKind.EVERY_GRADE])
@pytest.mark.parametrize("card", all_or_few(CARDS, ["corporate-inventory", "miit-zero-carbon-factory"]))
def test_goals_of_other_kinds_equal_an_exhaustive_search(card: str, kind: GoalKind) -> None:
    if kind in _BUDGETED and not figures_of(graded_cards()[card]):
        pytest.skip("the card has no figures")
    compared = 0
    for engine, request in requests(card, Shape(measures=6, kind=kind), range(tries(10))):
        try:
            asked = request.model_copy(update={"with_cheaper": True})
            assert compare(engine, asked, CpSatSolver()).differences == []
            compared += 1
        except InputError as error:
            assert [violation.field for violation in error.violations] == ["goal.figure"]  # noqa: PT017 -- some have no limits
    assert compared


@pytest.mark.parametrize(
    ("card", "seed", "kind", "judged"),
    [
        ("zero-carbon-factory", 70_198, GoalKind.HIGHEST, 0.1),
        ("ccer-project", 80_258, GoalKind.HIGHEST, 0.1),
        ("eu-battery", 90_398, GoalKind.HIGHEST, 0),
        ("random card 70011", 70_003, GoalKind.HIGHEST, 0.1),
        ("random card 70042", 70_004, GoalKind.LOWEST, 0),
        ("random card 70066", 70_004, GoalKind.LOWEST, 0),
    ],
)
def test_figures_that_unknown_facts_leave_open_are_as_certain_as_possible(
    card: str, seed: int, kind: GoalKind, judged: float
) -> None:
    shape = Shape(measures=6, ranges=0.15, kind=kind, judged=judged)
    if card.startswith("random"):
        made = random_cards(int(card.rpartition(" ")[2]), 1)
        _, engine, models = next(made)
    else:
        engine, models = engine_of(card), published_models(card)
    assert compare(engine, Instances(engine, models, shape).request(seed), CpSatSolver()).differences == []


@pytest.mark.parametrize("card", all_or_few(CARDS, ["project-energy-review", "cn-pilot-market"]))
def test_plans_of_dossiers_with_unknown_facts_equal_an_exhaustive_search(card: str) -> None:
    shape = Shape(measures=5, unknown=0.03, undocumented=0.05, judged=0.1)
    for engine, request in requests(card, shape, range(tries(10))):
        assert compare(engine, request, CpSatSolver()).differences == []


@pytest.mark.parametrize("seed", range(max(tries(30), 6)))
def test_plans_of_random_cards_equal_an_exhaustive_search(seed: int) -> None:
    card = richer_card(seed)
    models = random_models(card, seed)
    if models is None:
        pytest.skip("all random subjects have the same grade")
    with closing(InferenceEngine(card)) as engine:
        made = Instances(engine, models, Shape(measures=6))
        for place in range(2):
            assert compare(engine, made.request(place), CpSatSolver()).differences == []


@settings(max_examples=tries(25), phases=_PHASES)
@given(
    card=st.sampled_from(CARDS), seed=SEEDS, kind=st.sampled_from([GoalKind.GRADE, GoalKind.EVERY_GRADE, *_BUDGETED])
)
def test_every_plan_is_confirmed_by_a_record(card: str, seed: int, kind: GoalKind) -> None:
    """The ordinary evaluator, with both engines, writes a record of the end state with the grade of the plan."""
    engine, request = one_request(card, seed, Shape(measures=6, kind=kind))
    check_request(engine.plan.scorecard, request)
    with closing(Evaluator(engine.plan.scorecard, "0" * 64, f"scorecards/{card}/versions/1.0.0")) as evaluator:
        try:
            plans = plans_of(engine, request).plans
        except InputError as error:
            assert [violation.field for violation in error.violations] == ["goal.figure"]  # noqa: PT017 -- some have no limits
            return
        for plan in plans:
            conclusion = evaluator.evaluate(plan.end_state, KEY).record.conclusion
            assert plan.grade == (conclusion.grade or "").replace(NO_GRADE, "")
            possible = {one.grade for one in conclusion.grades if one.possibility is not Possibility.EXCLUDED}
            assert not plan.goal_grade or possible <= better_grades(engine, plan.goal_grade)


@settings(max_examples=tries(25), phases=_PHASES)
@given(card=st.sampled_from(CARDS), seed=SEEDS)
def test_more_measures_never_make_a_goal_dearer(card: str, seed: int) -> None:
    engine, request = one_request(card, seed, Shape(measures=7))
    with_all = plans_of(engine, request)
    required = {name for measure in request.measures.measures for name in measure.requires}
    removed = next(measure.id for measure in request.measures.measures if measure.id not in required)
    with_fewer = plans_of(engine, with_measures(request, [it for it in request.measures.measures if it.id != removed]))
    if not with_fewer.plans or with_fewer.plans[0].assumed_facts:
        return
    assert with_all.plans
    assert parse_exact(with_all.plans[0].cost) <= parse_exact(with_fewer.plans[0].cost)


@settings(max_examples=tries(25), phases=_PHASES)
@given(card=st.sampled_from(CARDS), seed=SEEDS)
def test_the_order_of_measures_and_facts_has_no_effect(card: str, seed: int) -> None:
    engine, request = one_request(card, seed, Shape(measures=6, alternatives=True))
    random, measures, subject = Random(seed), request.measures.measures, request.subject
    shuffled = with_measures(request, random.sample(measures, len(measures)))
    facts = tuple(random.sample(subject.facts, len(subject.facts)))
    again = shuffled.model_copy(update={"subject": subject.model_copy(update={"facts": facts})})
    assert outlines(plans_of(engine, request)) == outlines(plans_of(engine, again))


@settings(max_examples=tries(25), phases=_PHASES)
@given(card=st.sampled_from(CARDS), seed=SEEDS, factor=st.sampled_from(["7", "0.25", "1000"]))
def test_costs_in_another_currency_lead_to_the_same_plans(card: str, seed: int, factor: str) -> None:
    engine, request = one_request(card, seed, Shape(measures=6))
    times = Fraction(factor)
    measures = [_with_costs(measure, times) for measure in request.measures.measures]
    own, other = (plans_of(engine, one) for one in (request, with_measures(request, measures)))
    assert [parse_exact(plan.cost) * times for plan in own.plans] == [parse_exact(plan.cost) for plan in other.plans]
    assert own.excluded == other.excluded


def test_both_forms_of_the_exhaustive_search_agree() -> None:
    for card in COMPARED:
        for engine, request in requests(card, Shape(measures=6), range(2)):
            grades = frozenset(choice.id for choice in engine.plan.scorecard.grades)
            learned, alone = (Exhaustive(engine, request, learns=learns).cheapest(grades) for learns in (True, False))
            assert learned.cost == alone.cost
