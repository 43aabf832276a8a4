"""Prices of money: the best plans at a few prices describe the best worth at each cost, and limit all other plans."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from rules.planning import CostedWorth, MemberCurve, PriceLimit
from rules.planning.group_budget import relax
from rules.planning.member_curves import concave_corners, short_price
from rules.planning.price_search import PriceSearch

_NOTHING = CostedWorth(Fraction(0), Fraction(0))
_AMOUNTS = st.fractions(Fraction(1, 10), 1000, max_denominator=30)
_PLANS = st.lists(st.builds(CostedWorth, _AMOUNTS, _AMOUNTS), min_size=1, max_size=8)
_PRICES = st.lists(st.fractions(0, 20, max_denominator=50), max_size=5)


def best_at(plans: list[CostedWorth], price: Fraction) -> CostedWorth:
    return max(plans, key=lambda plan: (plan.worth - price * plan.cost, -plan.cost))


def limit_at(plans: list[CostedWorth], price: Fraction) -> PriceLimit:
    best = best_at(plans, price)
    return PriceLimit(price, best.worth - price * best.cost)


def worth_on(corners: list[CostedWorth], cost: Fraction) -> Fraction:
    """Return the height of a curve of corners."""
    for before, after in pairwise(corners):
        if before.cost <= cost <= after.cost:
            slope = (after.worth - before.worth) / (after.cost - before.cost)
            return before.worth + slope * (cost - before.cost)
    return corners[-1].worth


@settings(max_examples=150, deadline=None)
@given(_PLANS)
def test_a_few_prices_find_the_corners_of_all_plans(found: list[CostedWorth]) -> None:
    plans = [_NOTHING, *found]
    highest = best_at(plans, Fraction(0))
    search, known, prices = PriceSearch((_NOTHING, highest)), [_NOTHING, highest], list[Fraction]()
    while (price := search.next_price()) is not None:
        prices.append(price)
        known.append(best_at(plans, price))
        search.add(price, known[-1])
    assert len(prices) == len(set(prices)) <= 7
    assert set(known) <= set(plans)
    if len(prices) < 7:
        for corner in concave_corners(plans):
            assert worth_on(concave_corners(known), corner.cost) >= corner.worth - highest.worth / 20


def test_a_plan_better_than_a_line_divides_it() -> None:
    cheap, dear = CostedWorth(Fraction(2), Fraction(8)), CostedWorth(Fraction(10), Fraction(10))
    search = PriceSearch((_NOTHING, dear))
    first = search.next_price()
    assert first == 1
    search.add(first, cheap)
    assert search.next_price() == 4, "the part with the largest product of gain and cost"
    search.add(Fraction(4), cheap)
    assert search.next_price() == Fraction(1, 4)
    search.add(Fraction(1, 4), cheap)
    assert search.next_price() is None


def test_a_likely_price_is_the_first_of_a_few() -> None:
    points = [CostedWorth(Fraction(cost), Fraction(cost)) for cost in (0, 100)]
    search, prices = PriceSearch(points, Fraction(3)), list[Fraction]()
    while (price := search.next_price()) is not None:
        prices.append(price)
        search.add(price, CostedWorth(Fraction(10 * len(prices)), Fraction(20 * len(prices))))
    assert prices[0] == 3
    assert len(prices) == 3


def test_without_a_gain_there_is_no_price() -> None:
    assert PriceSearch((_NOTHING, _NOTHING)).next_price() is None


@settings(max_examples=200, deadline=None)
@given(_PLANS, _PRICES, st.lists(_AMOUNTS, max_size=5))
def test_limits_by_price_lower_the_curve_and_no_plan_exceeds_it(
    found: list[CostedWorth], prices: list[Fraction], costs: list[Fraction]
) -> None:
    plans = (_NOTHING, *found)
    loose = CostedWorth(min(plan.cost for plan in found), max(plan.worth for plan in found) + 5)
    limits = tuple(limit_at([*plans], price) for price in prices)
    corners = MemberCurve(plans, (_NOTHING, loose), limits).concave_limits()
    usual = concave_corners((_NOTHING, loose))
    assert corners == concave_corners(corners), "it is concave"
    for plan in plans:
        assert worth_on(corners, plan.cost) >= plan.worth
    for cost in [*costs, *(corner.cost for corner in corners)]:
        assert worth_on(corners, cost) == min([worth_on(usual, cost), *(limit.at(cost) for limit in limits)])


def test_the_relaxation_is_exact_for_plans_with_limits_at_their_corners() -> None:
    plans = (_NOTHING, CostedWorth(Fraction(2), Fraction(8)), CostedWorth(Fraction(10), Fraction(10)))
    loose = (_NOTHING, CostedWorth(Fraction(1), Fraction(10)))
    limits = (PriceLimit(Fraction(4), Fraction(0)), PriceLimit(Fraction(1, 4), Fraction(15, 2)))
    assert relax([MemberCurve(plans, loose)], Fraction(2)).bound == 10
    assert relax([MemberCurve(plans, loose, limits)], Fraction(2)).bound == 8


@pytest.mark.parametrize(
    ("price", "expected"),
    [("0", "0"), ("1/3", "0.334"), ("2", "2"), ("123456", "124000"), ("1/7000000", "0.000000143")],
)
def test_prices_have_three_digits_and_are_not_lower(price: str, expected: str) -> None:
    assert short_price(Fraction(price)) == Fraction(expected)
    assert short_price(Fraction(price)) >= Fraction(price)
