"""Interval arithmetic: property tests of soundness, exact ends, intersection, hull, complement and multiples."""

from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from functools import reduce
from itertools import pairwise, product

import pytest
from hypothesis import assume, example, given, reject, strategies as st

from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import (
    UNBOUNDED,
    Interval,
    add,
    adjacent_multiples,
    are_disjoint,
    complement,
    divide,
    first_multiple_inside,
    hull,
    intersect,
    lies_inside,
    maximum,
    minimum,
    multiply,
    negate,
    point_interval,
    round_down_to_multiple,
    subtract,
    total_of,
)
from rules.engine.decide import decide
from rules.engine.inference_engine import InferenceEngine
from tests.support.engine_card import band, by_bands, card, indicator, question, row
from tests.support.staged_card import rating

TINY, HUGE = Fraction(1, 10**60), Fraction(10**20)
"""Distances for `image`: an open end is moved inside by the first, a missing end is replaced by the second."""
OPERATIONS: dict[str, tuple[Callable[[Interval, Interval], Interval], Callable[[Fraction, Fraction], Fraction]]] = {
    "add": (add, lambda one, other: one + other),
    "subtract": (subtract, lambda one, other: one - other),
    "multiply": (multiply, lambda one, other: one * other),
    "divide": (divide, lambda one, other: one / other),
    "minimum": (minimum, min),
    "maximum": (maximum, max),
}
ENDS = st.none() | st.builds(Fraction, st.integers(-4, 4), st.sampled_from([1, 2, 3]))
GRID = [Fraction(place, 4) for place in range(-24, 25)]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval that is not empty."""
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    if low == high and low is not None:
        return point_interval(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def inside(draw: st.DrawFn, interval: Interval) -> Fraction:
    """Draw a number of an interval."""
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 5
    high = interval.high if interval.high is not None else low + 5
    least = 1 if interval.low_open and interval.low is not None else 0
    most = 63 if interval.high_open and interval.high is not None else 64
    return low + (high - low) * draw(st.integers(least, most)) / 64


def image(compute: Callable[[Fraction, Fraction], Fraction], left: Interval, right: Interval) -> Interval:
    """Find the image of a function that is monotone in each argument, from the four corners.

    An open end is moved inside by a tiny number: if the extreme is moved as well, it is not reached.
    """
    corners = [compute(one, other) for one, other in product(_corners(left), _corners(right))]
    (low, low_open), (high, high_open) = _snap(min(corners)), _snap(max(corners))
    return Interval(low, high, low_open, high_open)


def _corners(interval: Interval) -> tuple[Fraction, Fraction]:
    low = -HUGE if interval.low is None else interval.low + (TINY if interval.low_open else 0)
    high = HUGE if interval.high is None else interval.high - (TINY if interval.high_open else 0)
    return low, high


def _snap(number: Fraction) -> tuple[Fraction | None, bool]:
    if abs(number) > 10**10:
        return None, False
    near = number.limit_denominator(10_000)
    return near, near != number


def without_zero(interval: Interval) -> Interval:
    low_open = interval.low_open or interval.low == 0
    return Interval(interval.low, interval.high, low_open, interval.high_open or interval.high == 0)


def straddles_zero(interval: Interval) -> bool:
    return (interval.low is None or interval.low < 0) and (interval.high is None or interval.high > 0)


@pytest.mark.parametrize("name", OPERATIONS)
@given(left=intervals(), right=intervals(), data=st.data())
def test_the_result_of_an_operation_contains_the_results_of_all_points(
    name: str, left: Interval, right: Interval, data: st.DataObject
) -> None:
    operation, compute = OPERATIONS[name]
    point, other = data.draw(inside(left)), data.draw(inside(right))
    assert left.contains(point)
    assert right.contains(other)
    assume(name != "divide" or other != 0)
    assert operation(left, right).contains(compute(point, other))


@pytest.mark.parametrize("name", OPERATIONS)
@given(left=intervals(), right=intervals())
@example(left=Interval(Fraction(0), None), right=Interval(Fraction(0), Fraction(1), False, True))
@example(left=Interval(Fraction(0), Fraction(1), True), right=Interval(Fraction(-1), Fraction(0)))
@example(left=UNBOUNDED, right=point_interval(Fraction(0)))
@example(left=point_interval(Fraction(0)), right=Interval(Fraction(0), None))
def test_the_ends_of_an_operation_are_exact(name: str, left: Interval, right: Interval) -> None:
    operation, compute = OPERATIONS[name]
    if name == "divide":
        if right.value == 0:
            assert operation(left, right) == UNBOUNDED
            return
        if straddles_zero(right):
            assert operation(left, right) == (left if left.value == 0 else UNBOUNDED)
            return
        right = without_zero(right)
    assert operation(left, right) == image(compute, left, right)


@given(intervals())
def test_a_negative_turns_the_ends_round(interval: Interval) -> None:
    assert negate(negate(interval)) == interval
    assert all(negate(interval).contains(-number) is interval.contains(number) for number in GRID)


@given(intervals(), intervals())
def test_a_missing_end_is_never_open(left: Interval, right: Interval) -> None:
    """An interval has one form only, so that equal sets compare equal."""
    results = [operation(left, right) for operation, _ in OPERATIONS.values()]
    for result in (*results, hull(left, right), intersect(left, right) or UNBOUNDED, *complement((left, right))):
        assert not (result.low is None and result.low_open)
        assert not (result.high is None and result.high_open)
    assert Interval(None, None, True, True) == UNBOUNDED


@given(intervals(), intervals())
def test_the_intersection_contains_exactly_the_common_numbers(left: Interval, right: Interval) -> None:
    both = intersect(left, right)
    for number in GRID:
        assert (both is not None and both.contains(number)) is (left.contains(number) and right.contains(number))
    assert both == intersect(right, left)
    assert intersect(left, left) == left
    assert intersect(left, UNBOUNDED) == left


@given(intervals(), intervals())
def test_an_intersection_is_never_empty(left: Interval, right: Interval) -> None:
    both = intersect(left, right)
    if both is None:
        reject()
    low = both.low if both.low is not None else (both.high or Fraction(0)) - 1
    high = both.high if both.high is not None else low + 1
    middle = (low + high) / 2
    assert left.contains(middle)
    assert right.contains(middle)


@given(intervals(), intervals())
@example(Interval(Fraction(0), Fraction(1), False, True), Interval(Fraction(1), Fraction(2)))
@example(Interval(Fraction(0), Fraction(1), True), Interval(Fraction(0), Fraction(1), True))
def test_disjoint_and_nested_intervals_agree_with_their_intersection(left: Interval, right: Interval) -> None:
    both = intersect(left, right)
    assert are_disjoint(left, right) is are_disjoint(right, left) is (both is None)
    assert lies_inside(left, right) is (both == left)


@given(intervals(), intervals())
def test_the_hull_is_the_smallest_interval_that_contains_both(left: Interval, right: Interval) -> None:
    whole = hull(left, right)
    assert whole == hull(right, left)
    assert intersect(whole, left) == left
    assert intersect(whole, right) == right
    assert hull(whole, left) == whole
    lows = {(whole.low, whole.low_open)} & {(left.low, left.low_open), (right.low, right.low_open)}
    highs = {(whole.high, whole.high_open)} & {(left.high, left.high_open), (right.high, right.high_open)}
    assert lows
    assert highs


@given(st.lists(intervals(), max_size=4))
def test_the_complement_contains_exactly_the_uncovered_numbers(spans: list[Interval]) -> None:
    pieces = complement(tuple(spans))
    for number in GRID:
        held = any(span.contains(number) for span in spans)
        assert sum(piece.contains(number) for piece in pieces) == (0 if held else 1)
    for piece, following in pairwise(pieces):
        assert piece.high is not None
        assert following.low is not None
        assert piece.high <= following.low
        assert intersect(piece, following) is None
    twice = complement(pieces)
    assert all(any(piece.contains(n) for piece in twice) == any(s.contains(n) for s in spans) for n in GRID)


def test_the_value_of_an_interval_is_the_only_possible_number() -> None:
    assert point_interval(Fraction(3)).value == 3
    assert Interval(Fraction(1), Fraction(3)).value is None
    assert UNBOUNDED.value is None
    assert Interval(Fraction(1), None).value is None


def test_sums_over_a_grid_match_brute_force() -> None:
    """All intervals with ends in -1, 0 and 1, against all pairs of a fine grid."""
    ends = [Fraction(-1), Fraction(0), Fraction(1)]
    fine = [Fraction(place, 8) for place in range(-8, 9)]
    openings = list(product([False, True], repeat=2))
    shapes = [Interval(low, high, *open_) for low, high in product(ends, ends) if low < high for open_ in openings]
    shapes += [point_interval(end) for end in ends]
    for left, right in product(shapes, shapes):
        for name in ("add", "multiply", "minimum", "maximum"):
            operation, compute = OPERATIONS[name]
            result = operation(left, right)
            points = {compute(x, y) for x in fine if left.contains(x) for y in fine if right.contains(y)}
            assert all(result.contains(point) for point in points)
            for end, open_ in ((result.low, result.low_open), (result.high, result.high_open)):
                assert (end in points) is not open_, (name, left, right)


@given(st.lists(intervals(), max_size=6))
def test_a_total_is_the_sum_of_all_parts(parts: list[Interval]) -> None:
    assert total_of(parts) == reduce(add, parts, point_interval(Fraction(0)))


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
    with closing(InferenceEngine(scored)) as engine:
        decision = decide(engine, question(engine.plan.scorecard, {}))
        for answer in decision.grades[:2]:
            assert answer.witness is not None
            extent = answer.witness.facts["level"]
            assert isinstance(extent, NumberExtent)
            assert extent.interval.value is not None
            assert extent.interval.value % 5 == 0
