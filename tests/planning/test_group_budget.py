"""One choice for each member within a budget: equal to trying all choices, and bounds that no possible plan exceeds."""

from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from rules.planning import CostedWorth, MemberCurve, combine
from rules.planning.group_budget import greedy_choice, relax, total_of
from tests.planning.group_models import ExhaustiveSolver, HintOnlySolver, best_worth, curve

_AMOUNTS = st.fractions(0, 20, max_denominator=6)
_NO_MEASURES = CostedWorth(Fraction(0), Fraction(1, 3))
_POINTS = st.lists(st.builds(CostedWorth, _AMOUNTS, _AMOUNTS), max_size=3)


def proved(points: list[CostedWorth]) -> MemberCurve:
    return MemberCurve((_NO_MEASURES, *points), (_NO_MEASURES, *points))


_CURVES = st.lists(_POINTS.map(proved), max_size=4)


@settings(max_examples=60, deadline=None)
@given(_CURVES, _AMOUNTS)
def test_the_choice_equals_the_best_of_all_choices_at_the_least_cost(
    curves: list[MemberCurve], budget: Fraction
) -> None:
    found = combine(curves, budget, ExhaustiveSolver())
    assert (found.worth, found.cost) == best_worth([each.options for each in curves], budget)
    assert found.is_proved
    assert found.bound == found.worth
    assert total_of(curves, found.chosen) == CostedWorth(found.cost, found.worth)


@settings(max_examples=60, deadline=None)
@given(_CURVES, _AMOUNTS)
def test_the_relaxation_limits_all_choices_and_the_greedy_choice_is_one_of_them(
    curves: list[MemberCurve], budget: Fraction
) -> None:
    best, _ = best_worth([each.options for each in curves], budget)
    greedy = total_of(curves, greedy_choice(curves, budget))
    assert greedy.cost <= budget
    assert greedy.worth <= best <= relax(curves, budget).bound


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_POINTS, _POINTS), max_size=3), _AMOUNTS, st.integers(0, 3))
def test_the_bound_covers_plans_that_no_search_has_found(
    members: list[tuple[list[CostedWorth], list[CostedWorth]]], budget: Fraction, slack: int
) -> None:
    curves = [MemberCurve((_NO_MEASURES, *found), (_NO_MEASURES, *found, *not_found)) for found, not_found in members]
    best, _ = best_worth([each.limits for each in curves], budget)
    for solver in (ExhaustiveSolver(), HintOnlySolver(slack)):
        result = combine(curves, budget, solver)
        assert result.cost <= budget
        assert result.worth <= best <= result.bound


def test_a_solver_that_finds_nothing_better_leaves_the_greedy_choice_with_a_gap() -> None:
    curves = [curve(("0", "0"), ("6", "7")), curve(("0", "0"), ("5", "5")), curve(("0", "0"), ("5", "5"))]
    result = combine(curves, Fraction(10), HintOnlySolver(0))
    assert result.chosen == (1, 0, 0)
    assert [result.worth, result.bound] == [7, 10]
    assert not result.is_proved
    assert combine(curves, Fraction(10), ExhaustiveSolver()).chosen == (0, 1, 1)


def test_amounts_with_too_many_digits_are_rounded_and_the_budget_is_still_observed() -> None:
    digits = "123456789012345.678901"
    curves = [curve(("0", "0"), (digits, "3")), curve(("0", "0"), (digits, "2"))]
    enough = 2 * Fraction(digits)
    result = combine(curves, enough, ExhaustiveSolver())
    assert result.money_scale < 10**6
    assert result.bound == 5
    assert result.cost <= enough
    short = combine(curves, enough - Fraction(1, 10**6), ExhaustiveSolver())
    assert short.chosen == (1, 0)
    assert short.worth == 3
    assert short.bound >= 3


def test_exact_scales_are_stated() -> None:
    result = combine([curve(("0", "0"), ("0.25", "1/3"))], Fraction("0.5"), ExhaustiveSolver())
    assert [result.money_scale, result.worth_scale] == [4, 3]
    large = combine([curve(("0", "0"), ("2000", "30"), ("5000", "60"))], Fraction(7500), ExhaustiveSolver())
    assert [large.money_scale, large.worth_scale] == [Fraction(1, 1000), Fraction(1, 30)]


def test_the_price_is_the_worth_of_more_money() -> None:
    result = combine([curve(("0", "0"), ("4", "2"), ("8", "3"))], Fraction(5), ExhaustiveSolver())
    assert result.price == Fraction(1, 4)
    assert combine([curve(("0", "0"), ("4", "2"))], Fraction(5), ExhaustiveSolver()).price == 0


@pytest.mark.parametrize("budget", [0, 3])
def test_a_group_without_members_is_worth_nothing(budget: int) -> None:
    result = combine([], Fraction(budget), ExhaustiveSolver())
    assert result.is_proved
    assert not result.chosen
    assert [result.worth, result.bound] == [0, 0]
