"""Numbers, outcomes and dates of a record: exact, rounded for display, and as codes in its arrays."""

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

    from rules.contracts.outcomes import Outcome
    from rules.model.scorecard import RecordType, Rounding


def number_code(interval: Interval) -> str:
    """Write what is known of a number."""
    return _code(interval, format_exact)


def day_code(interval: Interval) -> str:
    """Write what is known of a day; `never` is a day that does not come."""
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
    """Read what is known of a number or a day.

    Raises:
        ValueError: it is not written so.
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
    """Write whether a row holds, and each of its clauses."""
    return f"{LETTERS[outcome]}:{clauses}"


def read_row(code: str) -> tuple[Outcome, tuple[Outcome, ...]]:
    """Read whether a row holds, and each of its clauses."""
    outcome, _, clauses = code.partition(":")
    return OUTCOMES[outcome], tuple(OUTCOMES[letter] for letter in clauses)


def bounds(interval: Interval) -> Bounds:
    """Write an interval in normal form."""
    low = None if interval.low is None else format_exact(interval.low)
    high = None if interval.high is None else format_exact(interval.high)
    return Bounds.trusted({"low": low, "low_open": interval.low_open, "high": high, "high_open": interval.high_open})


def bounds_json(interval: Interval) -> dict[str, Json]:
    """Write an interval as it stands in the record; what is absent or closed is left out."""
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
    """Write the first and the last day that a looked-up date can be; "never" for one that does not come."""
    ends = (("low", interval.low), ("high", interval.high))
    return {name: "never" if end >= NEVER else day_text(end) for name, end in ends if end is not None}


def rounded_figure(interval: Interval, unit: str, rounding: Rounding | None = None) -> Figure:
    """Write a figure, exact and, if a rounding is given, rounded end by end."""
    rounded = None
    if rounding is not None:
        low = _rounded(interval.low, rounding)
        high = low if interval.low is interval.high else _rounded(interval.high, rounding)
        rounded = bounds(Interval(low, high))
    return Figure.trusted({"unit": unit, "exact": bounds(interval), "rounded": rounded})


def figure_json(interval: Interval, unit: str) -> dict[str, Json]:
    """Write an exact figure as it stands in the record."""
    exact = bounds_json(interval)
    return {"exact": exact, "unit": unit} if unit else {"exact": exact}


def number_json(number: str, unit: str) -> dict[str, Json]:
    """Write one number in normal form as a figure stands in the record."""
    exact: Json = {"high": number, "low": number}
    return {"exact": exact, "unit": unit} if unit else {"exact": exact}


def _rounded(end: Fraction | None, rounding: Rounding) -> Fraction | None:
    return None if end is None else round_to(end, rounding.places, rounding.mode)


def day_text(end: Fraction) -> str:
    """Write a day number as a civil date."""
    return date.fromordinal(day_of(end)).isoformat()


def declared_value_of(
    extent: Extent, definition: FactDefinition, records: dict[str, RecordType]
) -> DeclaredValue | None:
    """Write a known extent as a value in the unit of its fact; None if it is not known."""
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
            fields = records[definition.record or ""].fields
            rows = [
                {
                    field.id: value
                    for field in fields
                    if (value := declared_value_of(row.fields[field.id], field, records))
                }
                for row in listed
            ]
            return DeclaredValue(records=tuple(rows))
        case _:
            return None


def _choice(value: str, definition: FactDefinition) -> DeclaredValue:
    if definition.type is FactType.FLAG:
        return DeclaredValue(flag=value == "yes")
    return DeclaredValue(text=value) if definition.type is FactType.TEXT else DeclaredValue(choice=value)
