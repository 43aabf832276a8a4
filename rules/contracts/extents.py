"""Possible values of a fact during evaluation: known value, remaining values, or not applicable."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, point_interval

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class NumberExtent:
    """An interval of numbers in the unit of a fact, or of proleptic day numbers for a date."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class ChoiceExtent:
    """The possible values of a choice, a flag ("yes", "no") or a text; `others` adds all unlisted texts."""

    possible: frozenset[str]
    others: bool = False


@dataclass(frozen=True, slots=True)
class ChoicesExtent:
    """Several choices: those certainly selected, and a superset with those possible."""

    surely: frozenset[str]
    possibly: frozenset[str]


@dataclass(frozen=True, slots=True)
class PeriodExtent:
    """A period: its first and last day, each as an interval of day numbers."""

    first: Interval
    last: Interval


@dataclass(frozen=True, slots=True)
class ListRecord:
    """A record of a list; `plain` has plain values of fields read without evidence."""

    key: str
    fields: dict[str, Extent]
    plain: Mapping[str, object] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RecordsExtent:
    """A complete list; `records` is None while the list is unknown."""

    records: tuple[ListRecord, ...] | None


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The fact does not apply to the subject."""


@dataclass(frozen=True, slots=True)
class UnknownOrAbsent:
    """Any value is possible; the fact may also not apply."""


Extent = UnknownOrAbsent | NumberExtent | ChoiceExtent | ChoicesExtent | PeriodExtent | RecordsExtent | NotApplicable


def known_number(number: Fraction) -> NumberExtent:
    """Return the extent of a number or day number."""
    return NumberExtent(point_interval(number))


def known_word(word: str) -> ChoiceExtent:
    """Return the extent of a choice, a flag or a text."""
    return ChoiceExtent(frozenset({word}))


def known_choices(chosen: frozenset[str]) -> ChoicesExtent:
    """Return the extent of several choices."""
    return ChoicesExtent(chosen, chosen)


def is_known(extent: Extent) -> bool:
    """Return whether exactly one value is possible."""
    match extent:
        case NumberExtent(interval):
            return interval.value is not None
        case ChoiceExtent(possible, others):
            return not others and len(possible) == 1
        case ChoicesExtent(surely, possibly):
            return surely == possibly
        case PeriodExtent(first, last):
            return first.value is not None and last.value is not None
        case RecordsExtent(records):
            return records is not None and all(
                is_known(field) for record in records for field in record.fields.values()
            )
        case NotApplicable():
            return True
        case UnknownOrAbsent():
            return False


def records_of(extent: Extent) -> tuple[ListRecord, ...]:
    """Return the records of a list; empty while it is unknown or does not apply."""
    return extent.records or () if isinstance(extent, RecordsExtent) else ()


def day_of(end: Fraction) -> int:
    """Return the day number of an interval end, rounded down."""
    return end.numerator // end.denominator
