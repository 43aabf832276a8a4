"""Encodings of linear expressions admit exactly the values that they describe, or more where weights are rounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, strategies as st

from rules.planning.integer_program import IntegerProgram, SolutionStatus
from rules.planning.linear import Encoder, Linear, common_unit
from service.planning.solver import CpSatSolver

weights = st.builds(Fraction, st.integers(-40, 40), st.sampled_from([1, 2, 3, 7, 10, 100]))
bounds = st.lists(st.tuples(st.integers(-2, 0), st.integers(0, 3)), min_size=1, max_size=3)


def is_possible(encoder: Encoder, fixed: Sequence[int], literal: tuple[int, bool] | None = None) -> bool:
    """Return whether the program admits values of its first variables, after the constant of the encoder."""
    program = encoder.program.copy()
    for number, value in enumerate(fixed, start=1):
        program.require({number: 1}, value, value)
    if literal is not None:
        program.require({literal[0]: 1}, int(literal[1]), int(literal[1]))
    return CpSatSolver().minimize(program, {}).status is not SolutionStatus.INFEASIBLE


def made(limits: Sequence[tuple[int, int]]) -> tuple[Encoder, Iterator[tuple[int, ...]]]:
    encoder = Encoder(IntegerProgram())
    for low, high in limits:
        encoder.program.variable(low, high)
    return encoder, product(*(range(low, high + 1) for low, high in limits))


def value_of(linear: Linear, values: Sequence[int]) -> Fraction:
    return linear.constant + sum(weight * values[variable - 1] for variable, weight in linear.weights.items())


def linear_of(constant: Fraction, factors: Sequence[Fraction]) -> Linear:
    return Linear(constant, {number: factor for number, factor in enumerate(factors, start=1) if factor})


@given(bounds, st.data())
def test_a_comparison_is_true_exactly_where_the_sum_reaches_the_bound(
    limits: list[tuple[int, int]], data: st.DataObject
) -> None:
    encoder, every = made(limits)
    linear = linear_of(data.draw(weights), [data.draw(weights) for _ in limits])
    bound, is_open = data.draw(weights), data.draw(st.booleans())
    literal = encoder.at_least(linear, bound, is_open=is_open)
    for values in every:
        reached = value_of(linear, values)
        expected = reached > bound if is_open else reached >= bound
        assert is_possible(encoder, values, literal) is expected
        assert is_possible(encoder, values, encoder.negated(literal)) is not expected


@given(bounds, st.data())
def test_the_greater_and_the_smaller_of_two_sums(limits: list[tuple[int, int]], data: st.DataObject) -> None:
    encoder, every = made(limits)
    left, right = (linear_of(data.draw(weights), [data.draw(weights) for _ in limits]) for _ in range(2))
    bound = data.draw(weights)
    most = encoder.at_least(encoder.greatest(left, right), bound)
    least = encoder.at_least(encoder.least(left, right), bound)
    for values in every:
        ends = value_of(left, values), value_of(right, values)
        assert is_possible(encoder, values, most) is (max(ends) >= bound)
        assert is_possible(encoder, values, least) is (min(ends) >= bound)


@pytest.mark.parametrize("bound", [Fraction(1, 3), Fraction(10**20, 7), Fraction(10**20, 7) + Fraction(1, 10**9)])
def test_rounded_weights_admit_all_exact_values(bound: Fraction) -> None:
    encoder, every = made([(0, 3), (0, 3)])
    linear = linear_of(Fraction(1, 10**30), [Fraction(10**20, 7), Fraction(1, 10**12 + 1)])
    literal = encoder.at_least(linear, bound)
    for values in every:
        holds = value_of(linear, values) >= bound
        assert is_possible(encoder, values, literal if holds else encoder.negated(literal))


def test_a_quotient_is_approximated_while_its_condition_is_true() -> None:
    encoder, every = made([(0, 5), (0, 4)])
    numerator, divisor = Linear.variable(1), Linear.variable(2)
    positive = encoder.at_least(divisor, Fraction(1))
    quotient = encoder.quotient(numerator, divisor, (Fraction(0), Fraction(5)), [positive])
    assert quotient is not None
    half = encoder.at_least(quotient, Fraction(1, 2) - Fraction(1, 1000))
    above = encoder.at_least(quotient, Fraction(1, 2) + Fraction(1, 1000))
    for values in every:
        assert is_possible(encoder, values)
        if values[1]:
            ratio = Fraction(values[0], values[1])
            assert is_possible(encoder, values, half) is (ratio >= Fraction(1, 2))
            assert is_possible(encoder, values, above) is (ratio > Fraction(1, 2))


@given(st.lists(weights, min_size=1, max_size=5))
def test_all_numbers_are_whole_multiples_of_their_common_unit(numbers: list[Fraction]) -> None:
    unit = common_unit(numbers)
    assert unit > 0
    assert all((number / unit).denominator == 1 for number in numbers)


def test_an_approximated_quotient_admits_every_exact_comparison() -> None:
    """The quotient 1/3 is no multiple of a step, but it is at least 1/3, and not more."""
    encoder, _ = made([(1, 3)])
    number = encoder.quotient(
        Linear.of(Fraction(1)), Linear.variable(1), (Fraction(0), Fraction(2**20)), [encoder.true]
    )
    assert number is not None
    third = Fraction(1, 3)
    reaches, exceeds = (encoder.at_least(number, third, is_open=is_open) for is_open in (False, True))
    both = encoder.all_of([reaches, encoder.negated(exceeds)])
    assert is_possible(encoder, [3], both)
    assert not is_possible(encoder, [1], both)


def test_a_number_at_most_a_constant_can_be_lowered_in_small_steps() -> None:
    encoder, _ = made([])
    number = encoder.at_most(Linear.of(Fraction(-140, 3)), Fraction(-100))
    for bound, expected in ((Fraction(-140, 3), True), (Fraction(-46), False)):
        assert is_possible(encoder, [], encoder.at_least(number, bound)) is expected
    lowered = encoder.at_least(number, Fraction(-67) + Fraction(1, 1000))
    assert is_possible(encoder, [], encoder.all_of([encoder.at_least(number, Fraction(-67)), encoder.negated(lowered)]))
