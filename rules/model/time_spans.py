"""How long is the time between two days of a formula, and which days can they ever be?"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from rules.contracts.dates import months_between
from rules.contracts.intervals import Interval
from rules.contracts.units import unit
from rules.model.expressions import AS_OF, DateExpression, Span, SpanUnit
from rules.model.moved_days import moved_day

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard

YEAR: Literal["year"] = "year"
"""The unit of years, the only one in which an exponent may be counted."""
UNITS = {SpanUnit.DAYS: "day", SpanUnit.MONTHS: "month", SpanUnit.YEARS: YEAR}
"""The unit in which each span is given."""


def time_between(kind: SpanUnit, first: date, last: date) -> Fraction:
    """Count days, or whole months or years, from one day to another, in base units; below zero if backwards."""
    return _count(kind, first, last) * unit(UNITS[kind]).factor


def _count(kind: SpanUnit, first: date, last: date) -> int:
    if kind is SpanUnit.DAYS:
        return (last - first).days
    months = months_between(first, last)
    if kind is SpanUnit.MONTHS:
        return months
    return months // 12 if months >= 0 else -(-months // 12)


def span_range(span: Span, scorecard: Scorecard) -> Interval:
    """Give an interval, in base units, that surely holds the time between two days."""
    firsts, lasts = days_of(span.first, scorecard), days_of(span.last, scorecard)
    return Interval(time_between(span.unit, firsts[1], lasts[0]), time_between(span.unit, firsts[0], lasts[1]))


def days_of(expression: DateExpression, scorecard: Scorecard) -> tuple[date, date]:
    """Give the first and the last day that a date can ever be: a fact any day, the as-of date one of the effect."""
    first, last = date.min, date.max
    if expression.literal is not None:
        first = last = expression.literal
    elif expression.name == AS_OF:
        first, last = scorecard.card.first_date, scorecard.card.last_date or date.max
    return moved_day(expression, first), moved_day(expression, last)
