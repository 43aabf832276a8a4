"""Charts of plans: measures on an axis of days, and cost by grade. Positions are shares of the width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import parse_exact
from service.output.report.ladder import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.planning.plan_texts import PlanTexts
    from touchstone.v1 import plan_pb2

ROW_HEIGHT = 40
_MAX_TICKS = 6
_LEAST_WIDTH = Fraction(1, 200)


@dataclass(frozen=True, slots=True)
class Bar:
    """Bar of a measure or grade, with its text; `open_width` is the part of a cost that is not certain."""

    y: int
    x: str
    width: str
    label: str
    value: str
    open_width: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars below each other on one axis; `goal` is the position of the date of the goal."""

    bars: Sequence[Bar]
    ticks: Sequence[tuple[str, str]]
    height: int
    goal: str = ""


def timeline_chart(plan: plan_pb2.ImprovementPlan, today: str, goal_date: str, texts: PlanTexts) -> BarChart | None:
    """Return the measures of a plan from today to the date of the goal; None without measures."""
    if not plan.measures:
        return None
    starts = [date.fromisoformat(measure.start_date) for measure in plan.measures]
    ends = [date.fromisoformat(measure.end_date) for measure in plan.measures]
    first = min([*starts, *([date.fromisoformat(today)] if today else [])])
    last = max([*ends, date.fromisoformat(goal_date)])
    days = (last - first).days + 1

    def position(day: date) -> Fraction:
        return Fraction((day - first).days, days)

    bars = [
        Bar(
            number * ROW_HEIGHT, percent(position(start)), percent(max(position(end + timedelta(1)) - position(start),
            _LEAST_WIDTH)), texts.measure(measure.measure_id), f"{measure.start_date} – {measure.end_date}",
        )
        for number, (measure, start, end) in enumerate(zip(plan.measures, starts, ends, strict=True))
    ]  # fmt: skip
    step = max(days // _MAX_TICKS, 1)
    marks = [first + timedelta(step * number) for number in range(_MAX_TICKS) if step * number < days]
    ticks = [(percent(position(day)), day.isoformat()) for day in marks]
    return BarChart(bars, ticks, len(bars) * ROW_HEIGHT, percent(position(date.fromisoformat(goal_date))))


def cost_chart(result: plan_pb2.PlanResult, years: int, texts: PlanTexts) -> BarChart | None:
    """Return the cost of the cheapest plan for each grade, and the grades without a plan; None without plans."""
    if not result.plans:
        return None
    most = max((parse_exact(plan.cost or "0") for plan in result.plans), default=Fraction(0)) or Fraction(1)
    bars: list[Bar] = []
    for plan in result.plans:
        cost = parse_exact(plan.cost or "0")
        least = min(_least(plan.cost_once) + years * _least(plan.cost_per_year), cost)
        bars.append(
            Bar(
                len(bars) * ROW_HEIGHT, percent(Fraction(0)), percent(least / most), texts.grade(plan.goal_grade),
                texts.amount(plan.cost or "0"), percent((cost - least) / most),
            )
        )  # fmt: skip
    for excluded in result.excluded:
        bars.append(Bar(len(bars) * ROW_HEIGHT, percent(Fraction(0)), "", texts.grade(excluded.grade), "–"))
    return BarChart(bars, (), len(bars) * ROW_HEIGHT)


def _least(cost: plan_pb2.CostRange) -> Fraction:
    return parse_exact(cost.least or "0")
