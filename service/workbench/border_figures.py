"""Figures of goods at borders for pages: money as it is told, and bars of years for drawing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import RoundingMode, format_places, parse_exact, round_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from touchstone.v1 import cbam_service_pb2 as cbam

_GROUND, _TOP = 132, 96
"""Where bars stand, and how high the highest is, in pixels."""
_OPEN_HEIGHT, _UNKNOWN_HEIGHT, _LABEL_GAP, _LEAST_INSIDE = 20, 46, 6, 18
_GAP = Fraction(76, 100)
"""Which part of the room of a year its bar takes."""
_SCALES = ((Fraction(10**9), "million", 10**6), (Fraction(10**4), "thousand", 10**3), (Fraction(0), "whole", 1))
"""From which greatest figure on a chart is told in which units."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What something may cost: both ends, or no upper one; without either nothing is known."""

    low: Fraction | None
    high: Fraction | None

    @property
    def is_open(self) -> bool:
        """Whether nothing bounds it above."""
        return self.high is None

    @property
    def is_unknown(self) -> bool:
        """Whether it says nothing at all."""
        return self.low is None or (self.high is None and self.low == 0)


NOT_KNOWN = Cost(None, None)


@dataclass(frozen=True, slots=True)
class Bar:
    """One year of a chart; all x in percent, all y in pixels, as text."""

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
    """The certain figure inside the bar; empty where it stands above, or there is no room."""


@dataclass(frozen=True, slots=True)
class BorderChart:
    """The costs of one group of measures by year, each in its own currency."""

    group: str
    currency: str
    is_bill: bool
    names: Sequence[str]
    """What the measures are called; several are bills, from the lowest to the highest of which it goes."""
    costs: Mapping[int, Cost]
    scale: str
    bars: Sequence[Bar]


def cost_of(year: cbam.YearCost) -> Cost:
    """Read what something costs in a year."""
    if not year.HasField("cost"):
        return NOT_KNOWN
    low, high = (parse_exact(end) if end else None for end in (year.cost.low, year.cost.high))
    return Cost(low, high)


def span_of(costs: Iterable[Cost]) -> Cost:
    """Give all from the lowest to the highest of several bills."""
    listed = list(costs)
    if not listed or any(cost.low is None for cost in listed):
        return NOT_KNOWN
    highs = [cost.high for cost in listed]
    low = min(cost.low for cost in listed if cost.low is not None)
    return Cost(low, None if None in highs else max(high for high in highs if high is not None))


def charts_of(measures: Sequence[cbam.BorderMeasure]) -> list[BorderChart]:
    """Give one chart for each group of measures."""
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
    room = Fraction(99, len(costs))
    return [
        _bar(year, cost, (1 + place * room, room * _GAP), most, per) for place, (year, cost) in enumerate(costs.items())
    ]


def _bar(year: int, cost: Cost, place: tuple[Fraction, Fraction], most: Fraction, per: int) -> Bar:
    """Draw a year at a place, which is its left end and its width."""
    left, width = place
    certain = Fraction(0) if most == 0 else (cost.low or Fraction(0)) / most * _TOP
    opened, kind, inside = Fraction(0), "span", ""
    if cost.is_unknown:
        certain, opened, kind, label = Fraction(0), Fraction(_UNKNOWN_HEIGHT), "unknown", "?"
    elif cost.high is None:
        opened, kind, label = Fraction(_OPEN_HEIGHT), "at_least", f"≥ {_rounded(cost.low, per)}"
    elif cost.high == 0:
        kind, label = "zero", "0"
    else:
        opened, label = cost.high / most * _TOP - certain, _rounded(cost.high, per)
        if cost.low != cost.high and certain >= _LEAST_INSIDE:
            inside = _rounded(cost.low, per)
    top = _GROUND - certain - opened
    return Bar(
        year, _places(left), _places(left + width / 2), _places(left + width), _places(width), kind,
        _places(_GROUND - certain), _places(certain), _places(top), _places(opened), _places(certain + opened),
        _places(top - _LABEL_GAP), label, inside,
    )  # fmt: skip


def _rounded(amount: Fraction | None, per: int) -> str:
    return whole(None if amount is None else amount / per)


def _places(number: Fraction) -> str:
    return format_places(round_to(number, 1, RoundingMode.HALF_EVEN), 1)


def whole(amount: Fraction | None) -> str:
    """Write an amount without decimals, thousands apart."""
    return f"{int(round_to(amount or Fraction(0), 0, RoundingMode.HALF_EVEN)):,}"


def exact(text: str) -> str:
    """Write an exact number as it was given, thousands apart; a ratio stays one."""
    number, point, rest = text.partition(".")
    return f"{Decimal(number):,}{point}{rest}" if number.lstrip("-").isdecimal() else text


def money(cost: Cost, words: Mapping[str, str]) -> str:
    """Write what something may cost, in whole money."""
    if cost.is_unknown:
        return words["not_known"]
    if cost.high is None:
        return words["at_least"].format(low=whole(cost.low))
    if cost.low == cost.high:
        return whole(cost.low)
    return words["from_to"].format(low=whole(cost.low), high=whole(cost.high))
