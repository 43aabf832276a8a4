"""Multiples of a step: property tests of neighbours and of multiples in an interval; witnesses on the grid."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import Interval, adjacent_multiples, first_multiple_inside, round_down_to_multiple
from rules.engine.decide import decide
from tests.support.deciding import engine_of
from tests.support.engine_card import band, by_bands, card, indicator, question, row
from tests.support.staged_card import rating

numbers = st.fractions(min_value=-50, max_value=50, max_denominator=7)
multiples = st.sampled_from([Fraction(5), Fraction(1, 2), Fraction(3)])


@given(numbers, multiples)
def test_neighbours_enclose_the_value(value: Fraction, multiple: Fraction) -> None:
    near = adjacent_multiples(value, multiple)
    assert all(one % multiple == 0 for one in near)
    assert near[0] <= value <= near[-1] <= near[0] + multiple
    assert near[0] == round_down_to_multiple(value, multiple)
    assert round_down_to_multiple(value, None) == value


@pytest.mark.full
@given(numbers, numbers, st.booleans(), st.booleans(), multiples)
def test_the_first_multiple_inside_an_interval_is_found_if_the_interval_contains_a_multiple(
    bound: Fraction, other: Fraction, low_open: bool, high_open: bool, multiple: Fraction
) -> None:
    span = Interval(min(bound, other), max(bound, other), low_open, high_open)
    inside = [place * multiple for place in range(-101, 102) if span.contains(place * multiple)]
    assert first_multiple_inside(span, multiple) == (min(inside) if inside else None)


def test_an_interval_without_ends_contains_multiples() -> None:
    assert first_multiple_inside(Interval(None, Fraction(12), False, True), Fraction(3)) == 9
    assert first_multiple_inside(Interval(None, None), Fraction(3)) == 0


def test_a_witness_is_a_value_on_the_grid() -> None:
    """The threshold of 52 % lies between two allowed values."""
    scale = by_bands("level", band(0, 52, 0), band(52, None, 10), unit="%")
    scored = card(rating("level"), indicators=(indicator("I", 10, scale),), rows=(row("good", 10), row("poor", 0)))
    with engine_of(scored) as engine:
        decision = decide(engine, question(engine.plan.scorecard, {}))
        for answer in decision.grades[:2]:
            assert answer.witness is not None
            extent = answer.witness.facts["level"]
            assert isinstance(extent, NumberExtent)
            assert extent.interval.value is not None
            assert extent.interval.value % 5 == 0
