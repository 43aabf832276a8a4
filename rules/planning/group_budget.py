"""One choice for each member within a budget: the best one by an integer program, and proved bounds.

Without a solver, the bound is the optimum of the linear relaxation: each member takes a mixture of its limits.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING

from rules.planning.integer_program import MAXIMUM, IntegerProgram, Solution, SolutionStatus
from rules.planning.member_curves import (
    CostedWorth,
    MemberCurve,
    best_at_each_cost,
    common_divisor,
    concave_corners,
    short_price,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.planning.integer_program import Solver

_ZERO = Fraction(0)
_LARGEST_SUM = MAXIMUM >> 6
_BOUND_UNITS = 10**9
"""Bounds that are not reached are rounded up to a readable number."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The bound of the worth of all choices, and the worth of one more unit of money near the budget."""

    bound: Fraction
    price: Fraction


@dataclass(frozen=True, slots=True)
class Combination:
    """The number of the chosen option of each curve, with exact totals and the proved bound of the worth.

    `possible` are the limits that the bound is based on, one of each curve; empty without them.
    """

    chosen: tuple[int, ...]
    cost: Fraction
    worth: Fraction
    bound: Fraction
    price: Fraction
    money_scale: Fraction
    worth_scale: Fraction
    possible: tuple[CostedWorth, ...] = ()

    @property
    def is_proved(self) -> bool:
        return self.worth == self.bound


@dataclass(frozen=True, slots=True)
class _Step:
    """A step between two corners of a concave curve."""

    gain: Fraction
    cost: Fraction
    curve: int
    end: CostedWorth


def relax(curves: Sequence[MemberCurve], budget: Fraction) -> Relaxation:
    """Return the optimum of the linear relaxation over the concave limits of all curves, computed exactly."""
    steps, bound = _steps_by_gain(curve.concave_limits() for curve in curves)
    left = budget
    for step in steps:
        if step.cost > left:
            price = step.gain / step.cost
            return Relaxation(bound + price * left, price)
        left -= step.cost
        bound += step.gain
    return Relaxation(bound, _ZERO)


def greedy_choice(curves: Sequence[MemberCurve], budget: Fraction) -> tuple[int, ...]:
    """Return a good choice of options within the budget, without a solver."""
    steps, _ = _steps_by_gain(curve.options for curve in curves)
    chosen = [concave_corners(curve.options)[0] for curve in curves]
    left, ended = budget, set[int]()
    for step in steps:
        if step.curve in ended or step.cost > left:
            ended.add(step.curve)
            continue
        left -= step.cost
        chosen[step.curve] = step.end
    return tuple(curve.options.index(point) for curve, point in zip(curves, chosen, strict=True))


def total_of(curves: Sequence[MemberCurve], chosen: Sequence[int]) -> CostedWorth:
    """Return the cost and the worth of a choice."""
    points = [curve.options[number] for curve, number in zip(curves, chosen, strict=True)]
    return CostedWorth(sum((point.cost for point in points), _ZERO), sum((point.worth for point in points), _ZERO))


def _steps_by_gain(curves: Iterable[Sequence[CostedWorth]]) -> tuple[list[_Step], Fraction]:
    """Return the steps of all curves by falling gain for each unit of money, and the worth without a cost."""
    steps: list[_Step] = []
    start = _ZERO
    for number, points in enumerate(curves):
        corners = concave_corners(points)
        start += corners[0].worth
        for before, after in pairwise(corners):
            steps.append(_Step(after.worth - before.worth, after.cost - before.cost, number, after))
    steps.sort(key=lambda step: (-step.gain / step.cost, step.curve))
    return steps, start


def combine(curves: Sequence[MemberCurve], budget: Fraction, solver: Solver) -> Combination:
    """Choose an option of each curve, with the highest worth within the budget; among these, the least cost.

    The bound is valid for all possible plans of all members: it is computed from the limits. The scales are exact
    unless the amounts have too many digits. Then the choice is still within the budget, and the bound is still valid.

    Raises:
        EvaluationCancelledError: If the caller ended the search.
    """
    options, limits = [curve.options for curve in curves], [curve.limits for curve in curves]
    scales = _Scales.of(options, limits, budget)
    relaxation = relax(curves, budget)
    bound = scales.lower_bound(relaxation.bound)
    choice = _Choice.build(options, budget, scales)
    chosen, solution = greedy_choice(curves, budget), None
    total, possible = total_of(curves, chosen), tuple[CostedWorth, ...]()
    if total.worth < bound:
        solution = choice.best(solver, chosen)
        total, chosen = _better(curves, chosen, choice.chosen(solution))
        if scales.is_exact and all(curve.is_proved for curve in curves):
            bound = min(bound, choice.bound(solution))
        elif total.worth < bound:
            optimistic = _Choice.build(limits, budget, scales, optimistic=True)
            best = optimistic.best(solver)
            bound = min(bound, scales.lower_bound(optimistic.bound(best)))
            numbers = optimistic.chosen(best) or ()
            possible = tuple(points[number] for points, number in zip(limits, numbers, strict=False))
    if solution is None or solution.status == SolutionStatus.OPTIMAL:
        total, chosen = _better(curves, chosen, choice.cheapest(solver, chosen))
    if bound > total.worth:
        bound = ceil(bound * _BOUND_UNITS) / Fraction(_BOUND_UNITS)
    price = short_price(relaxation.price)
    return Combination(
        chosen, total.cost, total.worth, max(bound, total.worth), price, scales.money, scales.worth, possible
    )


def _better(
    curves: Sequence[MemberCurve], chosen: tuple[int, ...], other: tuple[int, ...] | None
) -> tuple[CostedWorth, tuple[int, ...]]:
    """Return the better of two choices with its total; of equal worths, the cheaper one."""
    totals = [(total_of(curves, each), each) for each in (chosen, other) if each is not None]
    return max(totals, key=lambda each: (each[0].worth, -each[0].cost))


@dataclass(frozen=True, slots=True)
class _Scales:
    """Factors from amounts and worths to whole numbers.

    `start` is the worth without a cost. If the factor of worths is exact, all worths differ from it by whole numbers
    after scaling.
    """

    money: Fraction
    worth: Fraction
    start: Fraction
    is_exact: bool
    is_exact_worth: bool

    @classmethod
    def of(
        cls, options: Sequence[Sequence[CostedWorth]], limits: Sequence[Sequence[CostedWorth]], budget: Fraction
    ) -> _Scales:
        curves = [*options, *limits]
        costs = [point.cost for curve in curves for point in curve if point.cost <= budget]
        gains = [point.worth - curve[0].worth for curve in curves for point in curve]
        gains += [points[0].worth - curve[0].worth for points, curve in zip(limits, options, strict=True)]
        money, exact_money = _scale(costs, budget)
        worth, exact_worth = _scale(gains, _ZERO)
        start = sum((curve[0].worth for curve in options), _ZERO)
        return cls(money, worth, start, exact_money and exact_worth, exact_worth)

    def lower_bound(self, bound: Fraction) -> Fraction:
        """Return the highest possible worth that a bound allows."""
        if not self.is_exact_worth:
            return bound
        return self.start + floor((bound - self.start) * self.worth) / self.worth


def _scale(numbers: Sequence[Fraction], limit: Fraction) -> tuple[Fraction, bool]:
    """Return the factor that makes all numbers whole, and true.

    If their scaled sum would be too large, return the highest power of ten with a smaller sum, and false.
    """
    total = sum(map(abs, numbers), limit)
    if not any(numbers):
        return Fraction(1), True
    exact = 1 / common_divisor(numbers)
    if exact * total <= _LARGEST_SUM:
        return exact, True
    scale = Fraction(1)
    while scale * total > _LARGEST_SUM:
        scale /= 10
    while scale * 10 * total <= _LARGEST_SUM:
        scale *= 10
    return scale, False


@dataclass(frozen=True, slots=True)
class _Choice:
    """The program that takes at most one point of each curve, instead of its first point.

    Amounts that are not whole after scaling are rounded against the choice, or in favour of it if `optimistic`.
    """

    program: IntegerProgram
    literals: tuple[tuple[int, int, int], ...]
    """Curve, point and variable."""
    gains: dict[int, int]
    costs: dict[int, int]
    scales: _Scales
    start: Fraction
    size: int

    @classmethod
    def build(
        cls, curves: Sequence[Sequence[CostedWorth]], budget: Fraction, scales: _Scales, *, optimistic: bool = False
    ) -> _Choice:
        round_gain, round_cost = (ceil, floor) if optimistic else (floor, ceil)
        program, literals = IntegerProgram(), list[tuple[int, int, int]]()
        gains, costs = dict[int, int](), dict[int, int]()
        for number, points in enumerate(curves):
            of_curve: dict[int, int] = {}
            useful = [point for point in best_at_each_cost(points) if point.cost <= budget]
            for point in useful:
                if point.worth > points[0].worth:
                    variable = program.literal()
                    literals.append((number, points.index(point), variable))
                    gains[variable] = round_gain((point.worth - points[0].worth) * scales.worth)
                    costs[variable] = round_cost(point.cost * scales.money)
                    of_curve[variable] = 1
            if len(of_curve) > 1:
                program.require(of_curve, None, 1)
        program.require(costs, None, (ceil if optimistic else floor)(budget * scales.money))
        start = sum((points[0].worth for points in curves), _ZERO)
        return cls(program, tuple(literals), gains, costs, scales, start, len(curves))

    def best(self, solver: Solver, hint: Sequence[int] = ()) -> Solution:
        if not self.literals:
            return Solution(SolutionStatus.OPTIMAL, (), 0)
        objective = {variable: -gain for variable, gain in self.gains.items()}
        return solver.minimize(self.program, objective, self._values(hint) if hint else ())

    def cheapest(self, solver: Solver, chosen: Sequence[int]) -> tuple[int, ...] | None:
        """Return the cheapest choice that is worth as much as another one."""
        if not self.literals:
            return None
        values = self._values(chosen)
        gained = sum(gain * values[variable] for variable, gain in self.gains.items())
        self.program.require(self.gains, gained, None)
        return self.chosen(solver.minimize(self.program, self.costs, values))

    def _values(self, chosen: Sequence[int]) -> list[int]:
        return [int(chosen[number] == point) for number, point, _ in self.literals]

    def chosen(self, solution: Solution) -> tuple[int, ...] | None:
        if self.literals and not solution.values:
            return None
        chosen = [0] * self.size
        for number, point, variable in self.literals:
            if solution.values[variable]:
                chosen[number] = point
        return tuple(chosen)

    def bound(self, solution: Solution) -> Fraction:
        """Return the limit of the worth that the solver proved, if the rounding of the program allows it."""
        proved = -sum(self.gains.values()) if solution.bound is None else solution.bound
        return self.start - Fraction(proved) / self.scales.worth
