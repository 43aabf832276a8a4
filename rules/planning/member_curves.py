"""Curves of members: the worth that a member can reach at each cost, from the results of its searches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, gcd, lcm
from typing import TYPE_CHECKING

from rules.contracts.numbers import parse_exact
from rules.planning.amounts import COST_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
class PriceLimit:
    """A proved limit of the worth of all plans of a member: `worth`, and `price` for each unit of their cost."""

    price: Fraction
    worth: Fraction

    def at(self, cost: Fraction) -> Fraction:
        return self.worth + self.price * cost


@dataclass(frozen=True, slots=True)
class MemberCurve:
    """The choices of a member, and limits of all its possible plans.

    For each possible plan, one of the limits costs no more and has no lower worth; its worth is within all limits by
    price. The first option and the first limit cost nothing.
    """

    options: tuple[CostedWorth, ...]
    limits: tuple[CostedWorth, ...]
    by_price: tuple[PriceLimit, ...] = ()

    def concave_limits(self) -> list[CostedWorth]:
        """Return the corners of a concave curve that no plan, and no mixture of plans, exceeds."""
        corners = concave_corners(self.limits)
        for limit in self.by_price:
            corners = _below(corners, limit)
        return corners

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


def concave_corners(points: Iterable[CostedWorth]) -> list[CostedWorth]:
    """Return the corners of the least concave curve above all points, by increasing cost."""
    corners: list[CostedWorth] = []
    for point in best_at_each_cost(points):
        while len(corners) > 1 and not _is_above(corners[-2], corners[-1], point):
            corners.pop()
        corners.append(point)
    return corners


def _is_above(before: CostedWorth, point: CostedWorth, after: CostedWorth) -> bool:
    gain, cost = point.worth - before.worth, point.cost - before.cost
    return gain * (after.cost - before.cost) > (after.worth - before.worth) * cost


def _below(corners: Sequence[CostedWorth], limit: PriceLimit) -> list[CostedWorth]:
    """Return the corners of a concave curve where it is lower than a limit, and of the limit elsewhere.

    Both rise or stay level, and the curve stays level after its last corner. So it is above the limit between two
    costs, or nowhere.
    """
    above = [number for number, corner in enumerate(corners) if corner.worth > limit.at(corner.cost)]
    if not above:
        return list(corners)
    first, last = above[0], above[-1]
    start = _crossing(corners[first - 1], corners[first], limit) if first else CostedWorth(_ZERO, limit.worth)
    end: list[CostedWorth] = []
    if last + 1 < len(corners):
        end = [_crossing(corners[last], corners[last + 1], limit)]
    elif limit.price:
        end = [CostedWorth((corners[last].worth - limit.worth) / limit.price, corners[last].worth)]
    return concave_corners([*corners[:first], start, *end, *corners[last + 1 :]])


def _crossing(before: CostedWorth, after: CostedWorth, limit: PriceLimit) -> CostedWorth:
    """Return the point on the line between two corners that is on the limit."""
    slope = (after.worth - before.worth) / (after.cost - before.cost)
    cost = before.cost + (limit.at(before.cost) - before.worth) / (slope - limit.price)
    return CostedWorth(cost, limit.at(cost))


def short_price(price: Fraction) -> Fraction:
    """Return a price of money with three significant digits, rounded up, so that a solver works with small numbers."""
    scale = Fraction(1)
    while 0 < price * scale < 100:
        scale *= 10
    while price * scale > 1000:
        scale /= 10
    return ceil(price * scale) / scale


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
class FoundFigure:
    """The best figure found within a budget. `bound` limits the worth of all plans within it.

    A plan found at a price of money has its own cost as budget, and a limit of all plans of the member.
    """

    budget: Fraction
    found: CostedWorth
    bound: Fraction
    plan: ImprovementPlan | None
    by_price: PriceLimit | None = None

    def or_better(self, other: FoundFigure) -> FoundFigure:
        """Combine two results with the same budget."""
        better = max(self, other, key=lambda each: (each.found.worth, -each.found.cost))
        return replace(better, bound=min(self.bound, other.bound))


def found_figures(search: MemberSearch, result: PlanResult, sign: int) -> Iterator[FoundFigure]:
    """Yield the figures of all plans with a proved limit. `sign` is -1 if a lower figure is better."""
    for plan in result.plans:
        if search.budget is None or not plan.figure_after or not plan.bound:
            continue
        found = CostedWorth(parse_exact(plan.cost), sign * parse_exact(plan.figure_after))
        bound = max(sign * parse_exact(plan.bound), found.worth)
        price = parse_exact(plan.price or "0")
        yield FoundFigure(
            found.cost if price else parse_exact(search.budget),
            found,
            bound,
            plan if plan.measures else None,
            PriceLimit(price, bound - price * found.cost) if price else None,
        )


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


def without_measures(
    plan: ImprovementPlan, figures: Sequence[FoundFigure], costs: MeasureCosts, sign: int
) -> FoundFigure | None:
    """Return the figure without measures, as the best one found without money; None if it is not known.

    Measures without a cost can be better than none, but not better than the limits of the figures found so far.
    """
    if not plan.figure_before:
        return None
    before = bound = sign * parse_exact(plan.figure_before)
    if costs.cheapest <= _ZERO:
        bound = min(figure.by_price.worth if figure.by_price else figure.bound for figure in figures)
    return FoundFigure(_ZERO, CostedWorth(_ZERO, before), bound, None)


def capped_figures(figures: Iterable[FoundFigure]) -> list[FoundFigure]:
    """Return figures by increasing budget; the bound of a larger budget also limits all smaller ones."""
    capped: list[FoundFigure] = []
    for figure in sorted(figures, key=lambda each: -each.budget):
        bound = min(figure.bound, capped[-1].bound) if capped else figure.bound
        capped.append(replace(figure, bound=bound))
    return capped[::-1]


def figure_curve(
    figures: Sequence[FoundFigure], limits_by_price: Sequence[PriceLimit], costs: MeasureCosts
) -> tuple[MemberCurve, list[ImprovementPlan | None]]:
    """Return the curve of figures by increasing budget, from a budget of 0, with the plan of each option.

    A plan that costs more than one budget and at most the next is limited by the bound of the next.
    """
    limits = [CostedWorth(_ZERO, figures[0].bound)]
    for before, after in pairwise(figures):
        limits.append(CostedWorth(costs.next_above(before.budget), after.bound))
    options: dict[CostedWorth, ImprovementPlan | None] = {}
    for figure in figures:
        options.setdefault(figure.found, figure.plan)
    curve = MemberCurve(tuple(options), tuple(best_at_each_cost(limits)), tuple(limits_by_price))
    return curve, [*options.values()]


def budget_between(figures: Sequence[FoundFigure], limit: CostedWorth, costs: MeasureCosts) -> Fraction | None:
    """Return a budget to search next, such that the limit becomes dearer or lower; None if none is left.

    It is about halfway between the cost of the limit and the cost of the plan with this worth.
    """
    for before, after in pairwise(figures):
        low = costs.next_above(before.budget)
        if low == limit.cost and after.bound >= limit.worth:
            high = after.found.cost if after.found.worth == after.bound else after.budget
            middle = (low + high) / 2 // costs.unit * costs.unit // _SMALLEST_COST * _SMALLEST_COST
            return middle if low <= middle < high else None
    return None
