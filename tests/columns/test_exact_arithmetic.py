"""Exact column arithmetic: results of fractions, rounding as in the core, overflow refused, and primitives."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import get_args

import polars as pl
import pytest
from hypothesis import example, given, strategies as st

from rules.columns import exact_arithmetic, point_arithmetic
from rules.columns.exact_arithmetic import ExactColumn, WholeColumn
from rules.columns.expression_nodes import ColumnReference, Node, NotVectorizableError, Operator
from rules.columns.quantities import COMPUTED
from rules.contracts.numbers import RoundingMode, round_to, round_to_step
from rules.program import nodes
from service.bulk.expressions import to_polars

NUMBERS = st.integers(-(10**9), 10**9)
POSITIVE = st.integers(1, 10**6)
BOUNDS = st.fractions(-(10**9), 10**9, max_denominator=1_000)


def column(name: str, most: int) -> ExactColumn:
    return ExactColumn(WholeColumn(ColumnReference(name), -most, most), 100)


def column_value(node: Node, **values: int) -> object:
    frame = pl.DataFrame({name: pl.Series([value], dtype=pl.Int64) for name, value in values.items()})
    return frame.select(to_polars(node).alias("told"))["told"][0]


def value(number: ExactColumn, **values: int) -> Fraction:
    below = 1 if number.denominator is None else column_value(number.denominator.node, **values)
    above = column_value(number.numerator.node, **values)
    assert isinstance(above, int)
    assert isinstance(below, int)
    assert number.numerator.low <= above <= number.numerator.high
    return Fraction(above, number.divisor * below)


LEFT, RIGHT = column("left", 10**9), column("right", 10**9)


@given(left=NUMBERS, right=NUMBERS)
def test_sums_products_and_quotients_are_those_of_fractions(left: int, right: int) -> None:
    first, other = Fraction(left, 100), Fraction(right, 100)
    assert value(exact_arithmetic.add(LEFT, RIGHT), left=left, right=right) == first + other
    assert value(exact_arithmetic.subtract(LEFT, RIGHT), left=left, right=right) == first - other
    assert value(exact_arithmetic.multiply(LEFT, RIGHT), left=left, right=right) == first * other
    assert value(exact_arithmetic.smaller(LEFT, RIGHT), left=left, right=right) == min(first, other)
    assert value(exact_arithmetic.greater(LEFT, RIGHT), left=left, right=right) == max(first, other)
    assert value(
        exact_arithmetic.total([LEFT, RIGHT, exact_arithmetic.constant(Fraction(1, 3))]), left=left, right=right
    ) == (first + other + Fraction(1, 3))
    assert column_value(exact_arithmetic.is_zero(RIGHT), left=left, right=right) is (right == 0)
    if right:
        quotient = exact_arithmetic.divide(LEFT, RIGHT)
        assert value(quotient, left=left, right=right) == first / other
        assert value(exact_arithmetic.add(quotient, RIGHT), left=left, right=right) == first / other + other


@given(left=NUMBERS, right=NUMBERS.filter(bool), bound=BOUNDS, near_it=st.booleans())
def test_a_quotient_is_compared_exactly_with_a_threshold(left: int, right: int, bound: Fraction, near_it: bool) -> None:
    bound = Fraction(left, right) if near_it else bound
    quotient = exact_arithmetic.divide(LEFT, RIGHT)
    for operator, expected in (
        (Operator.LESS, Fraction(left, right) < bound),
        (Operator.AT_MOST, Fraction(left, right) <= bound),
        (Operator.EQUAL, Fraction(left, right) == bound),
    ):
        assert (
            column_value(
                exact_arithmetic.compare(operator, quotient, exact_arithmetic.constant(bound)), left=left, right=right
            )
            is expected
        )


@given(left=NUMBERS, bound=BOUNDS)
def test_a_number_is_compared_with_a_constant_on_either_side(left: int, bound: Fraction) -> None:
    number, limit = Fraction(left, 100), exact_arithmetic.constant(bound)
    assert (
        column_value(
            exact_arithmetic.select_exact(
                exact_arithmetic.compare(Operator.LESS, limit, LEFT), LEFT, LEFT
            ).numerator.node,
            left=left,
        )
        == left
    )
    for first, other, ours, theirs in ((LEFT, limit, number, bound), (limit, LEFT, bound, number)):
        for operator, expected in ((Operator.LESS, ours < theirs), (Operator.AT_MOST, ours <= theirs)):
            assert column_value(exact_arithmetic.compare(operator, first, other), left=left) is expected


@given(left=st.integers(-(10**9), 10**9), right=POSITIVE, places=st.integers(0, 6), mode=st.sampled_from(RoundingMode))
@example(left=-250, right=1, places=0, mode=RoundingMode.HALF_UP)
@example(left=250, right=1, places=0, mode=RoundingMode.HALF_EVEN)
@example(left=750, right=1, places=0, mode=RoundingMode.HALF_EVEN)
def test_a_number_is_rounded_as_the_core_rounds_it(left: int, right: int, places: int, mode: RoundingMode) -> None:
    number, plain = (
        exact_arithmetic.divide(LEFT, ExactColumn(WholeColumn(ColumnReference("right"), 1, 10**6))),
        Fraction(left, 100 * right),
    )
    step = Fraction(5, 10**places)
    rounded = exact_arithmetic.round_column_to_step(number, step, mode)
    assert value(rounded, left=left, right=right) == round_to_step(plain, step, mode)
    if mode is RoundingMode.HALF_EVEN:
        expected = round_to(plain, places, mode)
        assert (
            column_value(exact_arithmetic.round_column(number, places).node, left=left, right=right)
            == expected * 10**places
        )


@given(parts=st.lists(st.tuples(st.integers(0, 10**6), POSITIVE), min_size=1, max_size=6))
def test_quotients_are_within_their_bounds(parts: list[tuple[int, int]]) -> None:
    names = [(f"above{place}", f"below{place}") for place in range(len(parts))]
    values = {
        name: part for pair, both in zip(names, parts, strict=True) for name, part in zip(pair, both, strict=True)
    }
    quotients = [
        exact_arithmetic.divide(
            ExactColumn(WholeColumn(ColumnReference(above), 0, 10**6)),
            ExactColumn(WholeColumn(ColumnReference(below), 1, 10**6)),
        )
        for above, below in names
    ]
    bounds = point_arithmetic.INTERVAL_ARITHMETIC.total(
        [point_arithmetic.INTERVAL_ARITHMETIC.take(quotient) for quotient in quotients]
    )
    low, high = (value(end, **values) for end in bounds.ends)
    assert low <= sum(Fraction(above, below) for above, below in parts) <= high
    assert high - low <= Fraction(len(parts), point_arithmetic.UNITY)


def test_a_possible_overflow_is_refused_and_a_large_sum_is_widened() -> None:
    large = column("left", 2**61)
    assert value(exact_arithmetic.add(large, large), left=2**61) == Fraction(2**62, 100)
    square = exact_arithmetic.multiply(large, large)
    assert value(square, left=2**61) == Fraction(2**122, 10_000)
    with pytest.raises(NotVectorizableError):
        exact_arithmetic.multiply(square, large)
    with pytest.raises(NotVectorizableError):
        exact_arithmetic.total([square] * 40)


PAGE = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"


def test_the_page_lists_the_primitives_that_columns_compute() -> None:
    rows = {line.split("`")[1]: line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")}
    for node in get_args(nodes.Numeric):
        assert rows[node.__name__].rstrip(" |").endswith("yes" if node in COMPUTED else "core"), node
