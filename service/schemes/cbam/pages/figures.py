"""Border cost figures for pages: formatted amounts and bar charts by year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import RoundingMode, format_places, parse_exact, round_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from touchstone.v1 import cbam_service_pb2 as cbam

_BASELINE_PIXELS, _MAX_BAR_PIXELS = 132, 96
_OPEN_HEIGHT, _UNKNOWN_HEIGHT, _LABEL_GAP, _MIN_INSIDE_HEIGHT = 20, 46, 6, 18
_BAR_SHARE = Fraction(76, 100)
_SCALES = ((Fraction(10**9), "million", 10**6), (Fraction(10**4), "thousand", 10**3), (Fraction(0), "whole", 1))
"""Minimum amount, name and divisor of each unit."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Cost interval; no `high` means unbounded, no bounds mean unknown."""

    low: Fraction | None
    high: Fraction | None

    @property
    def is_open(self) -> bool:
        return self.high is None

    @property
    def is_unknown(self) -> bool:
        return self.low is None or (self.high is None and self.low == 0)


NOT_KNOWN = Cost(None, None)


@dataclass(frozen=True, slots=True)
class Bar:
    """Bar of one year; x in percent, y in pixels."""

    year: int
    left: str
    middle: str
    right: str
    width: str
    kind: str
    """`zero`, `unknown`, `at_least` or `span`."""
    certain_top: str
    certain_height: str
    open_top: str
    open_height: str
    whole_height: str
    label_place: str
    label: str
    inside: str
    """Label of the lower bound, if it fits into the bar."""


@dataclass(frozen=True, slots=True)
class BorderChart:
    """Costs of one measure group by year."""

    group: str
    currency: str
    is_bill: bool
    names: Sequence[str]
    costs: Mapping[int, Cost]
    scale: str
    bars: Sequence[Bar]


def cost_of(year: cbam.YearCost) -> Cost:
    """Read the cost of a year."""
    if not year.HasField("cost"):
        return NOT_KNOWN
    low, high = (parse_exact(end) if end else None for end in (year.cost.low, year.cost.high))
    return Cost(low, high)


def span_of(costs: Iterable[Cost]) -> Cost:
    """Return the range of all costs; unknown if there are none or any is unknown."""
    listed = list(costs)
    if not listed or any(cost.low is None for cost in listed):
        return NOT_KNOWN
    highs = [cost.high for cost in listed]
    low = min(cost.low for cost in listed if cost.low is not None)
    return Cost(low, None if None in highs else max(high for high in highs if high is not None))


def charts_of(measures: Sequence[cbam.BorderMeasure]) -> list[BorderChart]:
    """Return one chart per measure group."""
    groups: dict[str, list[cbam.BorderMeasure]] = {}
    for measure in measures:
        groups.setdefault(measure.measure_group, []).append(measure)
    charts = []
    for group, members in groups.items():
        by_year: dict[int, list[Cost]] = {}
        for measure in members:
            for year in measure.totals:
                by_year.setdefault(year.year, []).append(cost_of(year))
        costs = {year: span_of(each) for year, each in by_year.items()}
        ends = [end for cost in costs.values() for end in (cost.low, cost.high) if end is not None]
        most = max(ends, default=Fraction(0))
        scale, per = next((name, per) for least, name, per in _SCALES if most >= least)
        names = [measure.display_name for measure in members]
        bars = _bars(costs, most, per)
        charts.append(BorderChart(group, members[0].currency_code, members[0].bill, names, costs, scale, bars))
    return charts


def _bars(costs: Mapping[int, Cost], most: Fraction, per: int) -> list[Bar]:
    year_width = Fraction(99, len(costs))
    return [
        _bar(year, cost, (1 + index * year_width, year_width * _BAR_SHARE), most, per)
        for index, (year, cost) in enumerate(costs.items())
    ]


def _bar(year: int, cost: Cost, left_and_width: tuple[Fraction, Fraction], most: Fraction, per: int) -> Bar:
    left, width = left_and_width
    certain = Fraction(0) if most == 0 else (cost.low or Fraction(0)) / most * _MAX_BAR_PIXELS
    opened, kind, inside = Fraction(0), "span", ""
    if cost.is_unknown:
        certain, opened, kind, label = Fraction(0), Fraction(_UNKNOWN_HEIGHT), "unknown", "?"
    elif cost.high is None:
        opened, kind, label = Fraction(_OPEN_HEIGHT), "at_least", f"≥ {_rounded(cost.low, per)}"
    elif cost.high == 0:
        kind, label = "zero", "0"
    else:
        opened, label = cost.high / most * _MAX_BAR_PIXELS - certain, _rounded(cost.high, per)
        if cost.low != cost.high and certain >= _MIN_INSIDE_HEIGHT:
            inside = _rounded(cost.low, per)
    top = _BASELINE_PIXELS - certain - opened
    return Bar(
        year, _format_coordinate(left), _format_coordinate(left + width / 2), _format_coordinate(left + width),
        _format_coordinate(width), kind,
        _format_coordinate(_BASELINE_PIXELS - certain), _format_coordinate(certain), _format_coordinate(top),
        _format_coordinate(opened), _format_coordinate(certain + opened),
        _format_coordinate(top - _LABEL_GAP), label, inside,
    )  # fmt: skip


def _rounded(amount: Fraction | None, per: int) -> str:
    return whole(None if amount is None else amount / per)


def _format_coordinate(number: Fraction) -> str:
    return format_places(round_to(number, 1, RoundingMode.HALF_EVEN), 1)


def whole(amount: Fraction | None) -> str:
    """Format a rounded amount with thousands separators."""
    return f"{int(round_to(amount or Fraction(0), 0, RoundingMode.HALF_EVEN)):,}"


def exact(text: str) -> str:
    """Format an exact number with thousands separators; fractions are unchanged."""
    number, point, rest = text.partition(".")
    return f"{Decimal(number):,}{point}{rest}" if number.lstrip("-").isdecimal() else text


def money(cost: Cost, words: Mapping[str, str]) -> str:
    """Format a cost in whole currency units."""
    if cost.is_unknown:
        return words["not_known"]
    if cost.high is None:
        return words["at_least"].format(low=whole(cost.low))
    if cost.low == cost.high:
        return whole(cost.low)
    return words["from_to"].format(low=whole(cost.low), high=whole(cost.high))
