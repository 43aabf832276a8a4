"""What does a function of dates in a formula say: the time between two days, or the year of one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import DateExpression, PeriodEdge, Span, SpanUnit, YearOf
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.language.dates import Dates
    from rules.language.lexicon import Lexicon
    from rules.language.text import Text

_YEAR = "year"
TIMES = (*(kind.value for kind in SpanUnit), _YEAR)
"""The functions whose argument is a date, a period, or one date to another."""


def read_time(key: str, text: Text, dates: Dates, function: str) -> Span | YearOf | None:
    """Read what stands in the brackets of a function of dates; report what cannot be read."""
    if key == _YEAR:
        day = dates.expression(text)
        return None if day is None else YearOf(date=day)
    named = dates.scope.find(text.text)
    if named is not None and named.type is FactType.PERIOD:
        return _of_period(SpanUnit(key), named.id)
    through = dates.cells.words.dates["through"]
    ways = [(text.part(*parse["first"]), text.part(*parse["last"])) for parse in through.parses(text.text)]
    if not ways:
        example = f"{function}({through.write(first='…', last='…')})"
        dates.cells.report.add("RL010", text, "span", text=text.text, example=example)
        return None
    begin, end = next((way for way in ways if all(dates.begins(side) for side in way)), ways[0])
    first, last = dates.expression(begin), dates.expression(end)
    return None if first is None or last is None else Span(unit=SpanUnit(key), first=first, last=last)


def _of_period(kind: SpanUnit, name: str) -> Span:
    """Give the time that a period takes, whose first and last day both count."""
    first = DateExpression(name=name, edge=PeriodEdge.FIRST)
    return Span(unit=kind, first=first, last=DateExpression(name=name, edge=PeriodEdge.LAST, shift_days=1))


def time_words(
    time: Span | YearOf, words: Lexicon, day: Callable[[DateExpression], str], name: Callable[[str], str]
) -> str:
    """Write a function of dates, as it is read."""
    functions = words.words["functions"]
    if isinstance(time, YearOf):
        return f"{functions.write(_YEAR)}({day(time.date)})"
    period = time.first.name
    if period is not None and time == _of_period(time.unit, period):
        inside = name(period)
    else:
        inside = words.dates["through"].write(first=day(time.first), last=day(time.last))
    return f"{functions.write(time.unit)}({inside})"
