"""Parser of date expressions and time spans."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.dates import FIRST_DAY, LAST_DAY, add_months
from rules.model.expressions import (
    DAY_NUMBERS,
    CalendarDay,
    DateExpression,
    DayNumber,
    PeriodEdge,
    SpanUnit,
    TimeSpan,
    has_day_shift,
)
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.language.cell_parsers import CellParser
    from rules.language.lexicon import Lexicon
    from rules.language.name_resolution import NamedItem, Scope
    from rules.language.source import SourceText
    from rules.model.expressions import DayFunction


TIMES = (*(kind.value for kind in SpanUnit), *DAY_NUMBERS)


def read_date_function(key: str, text: SourceText, dates: DateParser, function: str) -> TimeSpan | DayFunction | None:
    """Read the argument of a date function; report an invalid argument and return None."""
    if (form := DAY_NUMBERS.get(key)) is not None:
        day = dates.expression(text)
        return None if day is None else form(date=day)
    named = dates.scope.find(text.text)
    if named is not None and named.type is FactType.PERIOD:
        return _span_of_period(SpanUnit(key), named.id)
    through = dates.cells.words.dates["through"]
    parses = [(slots["first"], slots["last"]) for slots in through.read(text)]
    if not parses:
        example = f"{function}({through.write(first='…', last='…')})"
        dates.cells.report.add("RL010", text, "span", text=text.text, example=example)
        return None
    begin, end = next((parse for parse in parses if all(dates.begins(side) for side in parse)), parses[0])
    first, last = dates.expression(begin), dates.expression(end)
    return None if first is None or last is None else TimeSpan(unit=SpanUnit(key), first=first, last=last)


def _span_of_period(kind: SpanUnit, name: str) -> TimeSpan:
    first = DateExpression(name=name, edge=PeriodEdge.FIRST)
    return TimeSpan(unit=kind, first=first, last=DateExpression(name=name, edge=PeriodEdge.LAST, shift_days=1))


def write_date_function(
    time: TimeSpan | DayFunction, words: Lexicon, day: Callable[[DateExpression], str], name: Callable[[str], str]
) -> str:
    """Write a date function in its input form."""
    functions = words.words["functions"]
    if isinstance(time, DayNumber):
        return f"{functions.write(time.function)}({day(time.date)})"
    period = time.first.name
    if period is not None and time == _span_of_period(time.unit, period):
        inside = name(period)
    else:
        inside = words.dates["through"].write(first=day(time.first), last=day(time.last))
    return f"{functions.write(time.unit)}({inside})"


_SPAN = re.compile(r"([0-9]{1,5})\s*(\D+)\Z")
_MONTHS_IN = {"month": 1, "year": 12}
_EXAMPLE_SPANS = (("1", "year"), ("6", "month"), ("90", "day"))


class DateParser(NamedTuple):
    """Parses date expressions with the names of one scope."""

    cells: CellParser
    scope: Scope
    defined_by: tuple[str, ...] = ("facts", "quantity")

    def expression(self, text: SourceText) -> DateExpression | None:
        plain = self.cells.marks.plain(text)
        if re.match(r"[0-9]+-[0-9]+-[0-9]+\Z", plain.text):
            day = self.cells.date(plain)
            return None if day is None else DateExpression(literal=day)
        named = self.scope.find(text.text)
        if named is not None:
            return self._date(named, text)
        return self._shifted(plain) if self._is_shifted(plain) else self._unshifted(plain)

    def begins(self, text: SourceText) -> bool:
        patterns = self.cells.words.dates
        opening = (patterns[key].literal and patterns[key].head(text.text, 0) for key in ("first", "last", "month"))
        return bool(
            re.match(r"[0-9]+-[0-9]+-[0-9]+", text.text)
            or any(opening)
            or any(True for _ in self.scope.names_at(text.text))
        )

    def _is_shifted(self, text: SourceText) -> bool:
        return any(self._shift_parts(text, key) is not None for key in ("plus", "minus"))

    def _shift_parts(self, text: SourceText, key: str) -> tuple[SourceText, int, int] | None:
        for slots in self.cells.words.dates[key].read(text):
            span = self._span(slots["span"].text)
            if span is not None:
                sign = 1 if key == "plus" else -1
                return slots["date"], sign * span[0], sign * span[1]
        return None

    def _span(self, text: str) -> tuple[int, int] | None:
        match = _SPAN.match(text)
        unit = self.cells.words.read_unit(match[2]) if match else ""
        if match is None or unit not in ("month", "year", "day"):
            return None
        return (0, int(match[1])) if unit == "day" else (int(match[1]) * _MONTHS_IN[unit], 0)

    def _shifted(self, text: SourceText) -> DateExpression | None:
        for key in ("plus", "minus"):
            parts = self._shift_parts(text, key)
            if parts is not None:
                base = self.expression(parts[0])
                if base is None:
                    return None
                shifted = _shift(base, parts[1], parts[2])
                if _leaves_the_calendar(shifted):
                    self.cells.report.add("RL010", text, "calendar", text=text.text)
                    return None
                return shifted
        return None

    def _unshifted(self, text: SourceText) -> DateExpression | None:
        patterns = self.cells.words.dates
        for which in (None, *CalendarDay):
            for slots in patterns[which or "month"].read(text):
                return self._calendar_day(which, text, slots["date"])
        for key, edge in (("first", PeriodEdge.FIRST), ("last", PeriodEdge.LAST)):
            for slots in patterns[key].read(text):
                period = self._period_name(slots["period"])
                return None if period is None else DateExpression(name=period, edge=edge)
        if re.fullmatch(r"[\w-]+", text.text) and not text.text[0].isdigit():
            self.unknown(text)
        else:
            self._unreadable(text)
        return None

    def _calendar_day(self, which: CalendarDay | None, text: SourceText, of: SourceText) -> DateExpression | None:
        day = self.expression(of)
        if day is not None and has_day_shift(day):
            self._unreadable(text)
            return None
        day_fields = {"month_start": True} if which is None else {"calendar_day": which}
        return None if day is None else day.model_copy(update=day_fields)

    def unknown(self, text: SourceText) -> None:
        columns = self.cells.words.columns
        self.cells.unknown_name(text, self.scope.words, *(key for key in self.defined_by if key in columns))

    def _unreadable(self, text: SourceText) -> None:
        patterns = self.cells.words.dates
        shifted = patterns["plus"].write(date="…", span="…")
        examples = [patterns["first"].write(period="…"), shifted] if "facts" in self.defined_by else [shifted]
        self.cells.report.add("RL010", text, "date", text=text.text, examples=self.cells.words.separator.join(examples))

    def _date(self, named: NamedItem, text: SourceText) -> DateExpression | None:
        if named.type is FactType.DATE:
            return DateExpression(name=named.id)
        self.cells.refuse_type(text, named.type, "date")
        return None

    def _period_name(self, text: SourceText) -> str | None:
        named = self.scope.find(text.text)
        if named is None:
            self.unknown(text)
            return None
        if named.type is FactType.PERIOD:
            return named.id
        self.cells.refuse_type(text, named.type, "period")
        return None

    def period(self, text: SourceText) -> tuple[DateExpression, DateExpression] | None:
        plain = self.cells.marks.plain(text)
        name, months, days = plain, 0, 0
        if self.scope.find(text.text) is None:
            parts = self._shift_parts(plain, "plus")
            if parts is not None:
                name, months, days = parts
        period = self._period_name(name)
        if period is None:
            return None
        last = DateExpression(name=period, edge=PeriodEdge.LAST)
        return DateExpression(name=period, edge=PeriodEdge.FIRST), _shift(last, months, days)

    def span_before(self, text: SourceText, span: SourceText) -> tuple[DateExpression, DateExpression] | None:
        length = self._span(self.cells.marks.plain(span).text)
        if not any(length or ()):
            shown = (self.cells.words.write_number(number, unit) for number, unit in _EXAMPLE_SPANS)
            self.cells.report.add(
                "RL010", span, "length", text=span.text, examples=self.cells.words.separator.join(shown)
            )
        last = self.expression(text)
        if length is None or last is None or not any(length):
            return None
        first = _shift(last, -length[0], -length[1])
        if _leaves_the_calendar(first):
            self.cells.report.add("RL010", span, "calendar", text=span.text)
            return None
        return first, last


def _shift(base: DateExpression, months: int, days: int) -> DateExpression:
    shifted = {"shift_months": base.shift_months + months, "shift_days": base.shift_days + days}
    return base.model_copy(update=shifted)


def _leaves_the_calendar(day: DateExpression) -> bool:
    """Return whether a shift certainly leaves the years 1 to 9999, where it would silently stop."""
    if day.literal is None:
        return abs(day.shift_months) >= 12 * date.max.year
    months = day.literal.year * 12 + day.literal.month - 1 + day.shift_months
    if not date.min.year * 12 <= months < (date.max.year + 1) * 12:
        return True
    return not FIRST_DAY <= add_months(day.literal, day.shift_months).toordinal() + day.shift_days <= LAST_DAY
