"""Cuts: ranges of levels around a choice, and limits of the points of an indicator that the program leaves free."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, strategies as st

from rules.planning.improvement import plan_improvement
from rules.planning.measures import (
    CostRange,
    FactEffect,
    GoalKind,
    LevelRange,
    Measure,
    MeasureList,
    PlanGoal,
    PlanRequest,
)
from rules.planning.search import ranges_around
from service.planning.solver import CpSatSolver
from tests.planning.comparison import compare
from tests.planning.instances import published_models
from tests.planning.test_random_plans import engine_of

_LEVELS = st.dictionaries(st.integers(0, 5), st.integers(1, 6), max_size=4)
CARD = "zero-carbon-factory"


@given(_LEVELS, st.data())
def test_the_ranges_around_a_choice_contain_every_choice_once(levels: dict[int, int], data: st.DataObject) -> None:
    chosen = {option: data.draw(st.integers(0, most)) for option, most in levels.items()}
    ranges = list(ranges_around({option: level for option, level in chosen.items() if level}, levels))
    assert ranges[-1] == {option: (level, level) for option, level in chosen.items()}
    for values in product(*(range(most + 1) for most in levels.values())):
        choice = dict(zip(levels, values, strict=True))
        inside = [
            each for each in ranges if all(least <= choice[option] <= most for option, (least, most) in each.items())
        ]
        assert len(inside) == 1


def ranged(fact: str, share: str, levels: int, cost: str) -> Measure:
    return Measure(
        id=fact,
        effects=(FactEffect(fact=fact, share=share),),
        range=LevelRange(most=str(levels), cost_once=CostRange(least=cost, most=cost)),
    )


@pytest.mark.parametrize("budget", ["0", "9", "24", "200"])
def test_a_quotient_of_three_changed_numbers_is_limited_by_cuts(budget: str) -> None:
    """The energy of a product is compared with two norms: the program leaves the points of this indicator free."""
    engine, [subject, *_] = engine_of(CARD), published_models(CARD).starts
    measures = (
        ranged("unit_energy", "-1", 16, "3"),
        ranged("norm_advanced", "1", 12, "2"),
        ranged("norm_limit", "2", 12, "4"),
    )
    request = PlanRequest(
        subject=subject,
        measures=MeasureList(currency="CNY", measures=measures),
        goal=PlanGoal(kind=GoalKind.HIGHEST, budget=budget, date="2025-06-30"),
        today="2024-03-01",
        alternatives=False,
        with_cheaper=True,
    )
    result = plan_improvement(engine, request, CpSatSolver())
    assert budget == "0" or result.effort.cuts
    assert compare(engine, request, CpSatSolver()).differences == []
