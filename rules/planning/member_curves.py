"""Curves of members: the worth that a member can reach at each cost, from the results of its searches."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import gcd, lcm
from typing import TYPE_CHECKING

from rules.contracts.numbers import parse_exact
from rules.planning.amounts import COST_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.planning.group import MemberSearch
    from rules.planning.measures import CostRange, Measure
    from rules.planning.plans import ImprovementPlan, PlanResult

_ZERO = Fraction(0)
_SMALLEST_COST = Fraction(1, 10**COST_PLACES)


@dataclass(frozen=True, slots=True)
class CostedWorth:
    """A worth and its cost; a higher worth is better."""

    cost: Fraction
    worth: Fraction


@dataclass(frozen=True, slots=True)
class MemberCurve:
    """The choices of a member, and limits of all its possible plans.

    For each possible plan, one of the limits costs no more and has no lower worth. The first option and the first limit
    cost nothing.
    """

    options: tuple[CostedWorth, ...]
    limits: tuple[CostedWorth, ...]

    @property
    def is_proved(self) -> bool:
        """Whether no plan is better than all options of the same cost."""
        return set(best_at_each_cost(self.limits)) <= set(self.options)


def best_at_each_cost(points: Iterable[CostedWorth]) -> list[CostedWorth]:
    """Return the points that are better than all cheaper points, by increasing cost."""
    best: list[CostedWorth] = []
    for point in sorted(points, key=lambda each: (each.cost, -each.worth)):
        if not best or point.worth > best[-1].worth:
            best.append(point)
    return best


def grade_curve(result: PlanResult, worths: Mapping[str, Fraction]) -> tuple[MemberCurve, list[ImprovementPlan | None]]:
    """Return the curve of a search for every grade, with the plan of each option.

    `worths` are all grades of the ladder, worst first. The worth never decreases. The search had every grade as its aim
    that is better than the worst grade possible today. Thus the grade below the lowest aim is certain without measures.
    """
    found = {plan.goal_grade: plan for plan in result.plans}
    impossible = {excluded.grade: excluded.is_proved for excluded in result.excluded}
    certain = _ZERO
    for grade, worth in worths.items():
        if grade in found or grade in impossible:
            break
        certain = worth
    options, limits, least = [CostedWorth(_ZERO, certain)], [CostedWorth(_ZERO, certain)], _ZERO
    for plan in result.plans:
        options.append(CostedWorth(parse_exact(plan.cost), worths.get(plan.grade or plan.goal_grade, _ZERO)))
    for grade, worth in worths.items():
        if impossible.get(grade):
            break
        if grade in found and found[grade].bound:
            least = max(least, parse_exact(found[grade].bound))
        if worth > certain:
            limits.append(CostedWorth(least, worth))
    return MemberCurve(tuple(options), tuple(best_at_each_cost(limits))), [None, *result.plans]


@dataclass(frozen=True, slots=True)
class FigureSearch:
    """A finished search for the best figure within a budget. `bound` limits the worth of all plans within it."""

    budget: Fraction
    found: CostedWorth
    bound: Fraction
    plan: ImprovementPlan | None


def figure_search(search: MemberSearch, result: PlanResult, sign: int) -> FigureSearch | None:
    """Return a search with its plan, or None if the figure is unknown. `sign` is -1 if a lower figure is better."""
    plan = result.plans[0] if result.plans else None
    if plan is None or search.budget is None or not plan.figure_after or not plan.bound:
        return None
    found = CostedWorth(parse_exact(plan.cost), sign * parse_exact(plan.figure_after))
    bound = max(sign * parse_exact(plan.bound), found.worth)
    return FigureSearch(parse_exact(search.budget), found, bound, plan if plan.measures else None)


@dataclass(frozen=True, slots=True)
class MeasureCosts:
    """Costs of measures: those of all plans are multiples of `unit`, and those with measures at least `cheapest`."""

    cheapest: Fraction
    unit: Fraction

    @classmethod
    def of(cls, measures: Sequence[Measure], years: int) -> MeasureCosts:
        amounts: list[Fraction] = []
        cheapest: list[Fraction] = []
        for measure in measures:
            cost, levels = _total(measure.cost_once, measure.cost_per_year, years), measure.range
            if levels is not None:
                of_level = _total(levels.cost_once, levels.cost_per_year, years)
                cost += of_level * parse_exact(levels.least)
                amounts.append(of_level * parse_exact(levels.step))
            amounts.append(cost)
            cheapest.append(cost)
        return cls(min(cheapest, default=_ZERO), common_divisor(amounts))

    def next_above(self, budget: Fraction) -> Fraction:
        """Return the least possible cost above a budget, which is not negative."""
        return max((budget // self.unit + 1) * self.unit, self.cheapest)


def common_divisor(amounts: Sequence[Fraction]) -> Fraction:
    """Return the largest number that all amounts are multiples of, or a smaller one if all are zero."""
    unit = lcm(*(amount.denominator for amount in amounts))
    return Fraction(gcd(*(int(amount * unit) for amount in amounts)) or 1, unit)


def _total(once: CostRange, per_year: CostRange, years: int) -> Fraction:
    return parse_exact(once.most) + years * parse_exact(per_year.most)


def search_without_measures(plan: ImprovementPlan, costs: MeasureCosts, sign: int) -> FigureSearch | None:
    """Return the search that needs no solver, if all measures cost something: without money there is only one plan."""
    if not plan.figure_before or costs.cheapest <= _ZERO:
        return None
    before = sign * parse_exact(plan.figure_before)
    return FigureSearch(_ZERO, CostedWorth(_ZERO, before), before, None)


def figure_curve(
    searches: Sequence[FigureSearch], costs: MeasureCosts
) -> tuple[MemberCurve, list[ImprovementPlan | None]]:
    """Return the curve of searches by increasing budget, from a budget of 0, with the plan of each option.

    A plan that costs more than one budget and at most the next is limited by the bound of the next.
    """
    limits = [CostedWorth(_ZERO, searches[0].bound)]
    for before, after in pairwise(searches):
        limits.append(CostedWorth(costs.next_above(before.budget), after.bound))
    options: dict[CostedWorth, ImprovementPlan | None] = {}
    for search in searches:
        options.setdefault(search.found, search.plan)
    return MemberCurve(tuple(options), tuple(best_at_each_cost(limits))), [*options.values()]


def budget_between(searches: Sequence[FigureSearch], limit: CostedWorth, costs: MeasureCosts) -> Fraction | None:
    """Return a budget to search next, such that the limit becomes dearer or lower; None if none is left.

    It is about halfway between the cost of the limit and the cost of the plan with this worth.
    """
    for before, after in pairwise(searches):
        low = costs.next_above(before.budget)
        if low == limit.cost and after.bound >= limit.worth:
            high = after.found.cost if after.found.worth == after.bound else after.budget
            middle = (low + high) / 2 // costs.unit * costs.unit // _SMALLEST_COST * _SMALLEST_COST
            return middle if low <= middle < high else None
    return None
