"""Numbers, outcomes and dates of a record: exact values, rounded values and array codes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.canonical import Json
from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    RecordsExtent,
    day_of,
)
from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.intervals import Interval
from rules.contracts.numbers import format_exact, round_to
from rules.contracts.outcomes import LETTERS, OUTCOMES
from rules.contracts.record import Bounds, Figure
from rules.model.scorecard import FactDefinition, FactType
from rules.program.date_arithmetic import NEVER

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from rules.contracts.extents import ListRecord
    from rules.contracts.outcomes import Outcome
    from rules.model.scorecard import RecordType, Rounding


def number_code(interval: Interval) -> str:
    """Return the code of a number: its value, or the interval of possible values."""
    return _code(interval, format_exact)


def day_code(interval: Interval) -> str:
    """Return the code of a day, or of an interval of days; "never" is a day that does not occur."""
    return _code(interval, lambda end: "never" if end >= NEVER else day_text(end))


def _code(interval: Interval, write: Callable[[Fraction], str]) -> str:
    low, high = interval.low, interval.high
    if low is not None and (low is high or low == high):
        return write(low)
    return "".join(
        (
            "(" if low is None or interval.low_open else "[",
            "" if low is None else write(low),
            ",",
            "" if high is None else write(high),
            ")" if high is None or interval.high_open else "]",
        )
    )


def read_code(code: str) -> Bounds:
    """Parse the code of a number or day.

    Raises:
        ValueError: If the code is malformed.
    """
    if code[:1] not in ("[", "("):
        return Bounds(low=code, high=code)
    low, comma, high = code[1:-1].partition(",")
    if not comma or code[-1] not in ("]", ")"):
        raise ValueError(code[:40])
    return Bounds(
        low=low or None,
        low_open=bool(low) and code[0] == "(",
        high=high or None,
        high_open=bool(high) and code[-1] == ")",
    )


def row_code(outcome: Outcome, clauses: str) -> str:
    """Return the code of a row: its outcome and the outcomes of its clauses."""
    return f"{LETTERS[outcome]}:{clauses}"


def read_row(code: str) -> tuple[Outcome, tuple[Outcome, ...]]:
    """Parse the outcome of a row and of each of its clauses."""
    outcome, _, clauses = code.partition(":")
    return OUTCOMES[outcome], tuple(OUTCOMES[letter] for letter in clauses)


def bounds(interval: Interval) -> Bounds:
    """Return an interval as bounds with exact numbers."""
    low = None if interval.low is None else format_exact(interval.low)
    high = low if interval.high is interval.low else None if interval.high is None else format_exact(interval.high)
    return Bounds.trusted({"low": low, "low_open": interval.low_open, "high": high, "high_open": interval.high_open})


def bounds_json(interval: Interval) -> dict[str, Json]:
    """Return an interval as JSON, without absent bounds and without flags for closed bounds."""
    if interval.low is interval.high and interval.low is not None:
        number = format_exact(interval.low)
        return {"high": number, "low": number}
    members: dict[str, Json] = {}
    if interval.low is not None:
        members["low"] = format_exact(interval.low)
    if interval.low_open:
        members["low_open"] = True
    if interval.high is not None:
        members["high"] = format_exact(interval.high)
    if interval.high_open:
        members["high_open"] = True
    return members


def days_json(interval: Interval) -> dict[str, Json]:
    """Return the first and last possible day as JSON; "never" is a day that does not occur."""
    ends = (("low", interval.low), ("high", interval.high))
    return {name: "never" if end >= NEVER else day_text(end) for name, end in ends if end is not None}


def rounded_figure(interval: Interval, unit: str, rounding: Rounding | None = None) -> Figure:
    """Return a figure with exact bounds and, if `rounding` is set, rounded bounds."""
    rounded = None
    if rounding is not None:
        low = _rounded(interval.low, rounding)
        high = low if interval.low is interval.high else _rounded(interval.high, rounding)
        rounded = bounds(Interval(low, high))
    return Figure.trusted({"unit": unit, "exact": bounds(interval), "rounded": rounded})


def figure_json(interval: Interval, unit: str) -> dict[str, Json]:
    """Return an exact figure as JSON."""
    exact = bounds_json(interval)
    return {"exact": exact, "unit": unit} if unit else {"exact": exact}


def number_json(number: str, unit: str) -> dict[str, Json]:
    """Return one exact number as the JSON of a figure."""
    exact: Json = {"high": number, "low": number}
    return {"exact": exact, "unit": unit} if unit else {"exact": exact}


def _rounded(end: Fraction | None, rounding: Rounding) -> Fraction | None:
    return None if end is None else round_to(end, rounding.places, rounding.mode)


def day_text(end: Fraction) -> str:
    """Return the ISO date of a day number, rounded down."""
    return date.fromordinal(day_of(end)).isoformat()


def declared_value_of(
    extent: Extent, definition: FactDefinition, records: dict[str, RecordType]
) -> DeclaredValue | None:
    """Return a known extent as a declared value in the unit of its fact; None if it is unknown."""
    match extent:
        case NotApplicable():
            return DeclaredValue(not_applicable=True)
        case NumberExtent(interval) if interval.value is not None:
            if definition.type is FactType.DATE:
                return DeclaredValue(date=day_text(interval.value))
            return DeclaredValue(number=format_exact(interval.value), unit=definition.unit or None)
        case ChoiceExtent(possible, others) if len(possible) == 1 and not others:
            return _choice(min(possible), definition)
        case ChoicesExtent(surely, possibly) if surely == possibly:
            chosen = tuple(choice.id for choice in definition.choices if choice.id in surely)
            return DeclaredValue(choices=chosen)
        case PeriodExtent(first, last) if first.value is not None and last.value is not None:
            return DeclaredValue(period=PeriodText(first=day_text(first.value), last=day_text(last.value)))
        case RecordsExtent(listed) if listed is not None:
            return DeclaredValue(records=tuple(_declared_fields(row, definition, records) for row in listed))
        case _:
            return None


def _declared_fields(
    row: ListRecord, definition: FactDefinition, records: dict[str, RecordType]
) -> dict[str, DeclaredValue]:
    fields = records[definition.record or ""].fields
    values = ((field.id, declared_value_of(row.fields[field.id], field, records)) for field in fields)
    return {field: value for field, value in values if value is not None}


def _choice(value: str, definition: FactDefinition) -> DeclaredValue:
    if definition.type is FactType.FLAG:
        return DeclaredValue(flag=value == "yes")
    return DeclaredValue(text=value) if definition.type is FactType.TEXT else DeclaredValue(choice=value)
