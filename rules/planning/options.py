"""Options: the measures of a request with exact levels and costs, and with the days that they take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.dates import add_days, parse_date
from rules.contracts.numbers import format_exact, parse_decimal
from rules.planning.measures import CostRange
from rules.planning.plans import UnavailableMeasure, UnavailableReason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rules.planning.measures import Measure, PlanRequest

Choice = tuple[tuple[int, int], ...]
"""The chosen options in ascending order, each with the number of its level, from 1."""


@dataclass(frozen=True, slots=True)
class Option:
    """An available measure, or the assumption of a value for an unknown fact, which has no cost and takes no time."""

    measure: Measure
    start: date
    end: date
    first: Fraction = Fraction(1)
    step: Fraction = Fraction(0)
    levels: int = 1
    is_assumption: bool = False

    def level(self, number: int) -> Fraction:
        return self.first + self.step * (number - 1)

    def costs(self, number: int) -> tuple[CostRange, CostRange]:
        """Return the costs once and per year at a level."""
        fixed, by_level = self.measure, self.measure.range
        if by_level is None:
            return fixed.cost_once, fixed.cost_per_year
        level = self.level(number)
        return (
            add_costs([fixed.cost_once, _multiplied(by_level.cost_once, level)]),
            add_costs([fixed.cost_per_year, _multiplied(by_level.cost_per_year, level)]),
        )

    def highest_cost(self, number: int, years: int) -> Fraction:
        """Return the highest total cost at a level, once and for some years."""
        once, per_year = self.costs(number)
        return parse_cost(once.most) + years * parse_cost(per_year.most)


def parse_cost(text: str) -> Fraction:
    """Parse an amount of a cost."""
    return parse_decimal(text)


def add_costs(costs: Iterable[CostRange]) -> CostRange:
    """Return the sum of cost ranges."""
    listed = list(costs)
    return CostRange(
        least=format_exact(sum((parse_cost(cost.least) for cost in listed), Fraction(0))),
        most=format_exact(sum((parse_cost(cost.most) for cost in listed), Fraction(0))),
    )


def _multiplied(cost: CostRange, level: Fraction) -> CostRange:
    return CostRange(
        least=format_exact(parse_cost(cost.least) * level), most=format_exact(parse_cost(cost.most) * level)
    )


def available_options(
    request: PlanRequest, is_settled: Callable[[str, date], bool]
) -> tuple[tuple[Option, ...], tuple[UnavailableMeasure, ...]]:
    """Return the measures that can be part of a plan, and the others with the reason.

    `is_settled` states whether a fact was measured in a period that has ended on a day.
    """
    by_id = {measure.id: measure for measure in request.measures.measures}
    goal_day = parse_date(request.goal.date)
    today = parse_date(request.today)
    days: dict[str, tuple[date, date]] = {}
    refused: dict[str, UnavailableMeasure] = {}

    def settle(measure: Measure) -> None:
        for other in measure.requires:
            if other not in days and other not in refused:
                settle(by_id[other])
        begin = max([today, *([parse_date(measure.earliest_date)] if measure.earliest_date else [])])
        lacking = next((other for other in measure.requires if other in refused), None)
        begin = max([begin, *(add_days(days[other][1], 1) for other in measure.requires if other in days)])
        end = add_days(begin, measure.lead_days)
        changed = (effect.fact for effect in measure.effects if not effect.document)
        ended = next((fact for fact in changed if is_settled(fact, end)), None)
        if ended is not None:
            refused[measure.id] = _unavailable(measure, UnavailableReason.ENDED_PERIOD, ended)
        elif lacking is not None:
            refused[measure.id] = _unavailable(measure, UnavailableReason.REQUIRES_UNAVAILABLE, lacking)
        elif end > goal_day:
            refused[measure.id] = _unavailable(measure, UnavailableReason.TOO_LATE, end.isoformat())
        else:
            days[measure.id] = begin, end

    for measure in request.measures.measures:
        if measure.id not in days and measure.id not in refused:
            settle(measure)
    options = tuple(_option(measure, *days[measure.id]) for measure in by_id.values() if measure.id in days)
    return options, tuple(refused[measure.id] for measure in by_id.values() if measure.id in refused)


def _unavailable(measure: Measure, reason: UnavailableReason, detail: str) -> UnavailableMeasure:
    return UnavailableMeasure(measure=measure.id, reason=reason, detail=detail)


def _option(measure: Measure, start: date, end: date) -> Option:
    levels = measure.range
    if levels is None:
        return Option(measure, start, end)
    first, most, step = parse_decimal(levels.least), parse_decimal(levels.most), parse_decimal(levels.step)
    if not first and most:
        first = step  # a level of zero is the same as no measure
    return Option(measure, start, end, first, step, int((most - first) / step) + 1)
