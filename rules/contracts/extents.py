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
    """A number in the unit of its fact, or a date as its proleptic day number: all values in the interval."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class ChoiceExtent:
    """One of several choices (also `yes`/`no` of a flag, and texts): all that are still possible.

    `others` says that a text not listed is possible as well.
    """

    possible: frozenset[str]
    others: bool = False


@dataclass(frozen=True, slots=True)
class ChoicesExtent:
    """Several choices at once: those surely among them and those possibly among them (a superset)."""

    surely: frozenset[str]
    possibly: frozenset[str]


@dataclass(frozen=True, slots=True)
class PeriodExtent:
    """A period: its first and last day, each as an interval of day numbers."""

    first: Interval
    last: Interval


@dataclass(frozen=True, slots=True)
class ListRecord:
    """One record of a list, addressed by its key; `plain` is what fields are of which it was read so."""

    key: str
    fields: dict[str, Extent]
    plain: Mapping[str, object] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RecordsExtent:
    """A list of records, complete once it is given; `records` is None while the list is unknown."""

    records: tuple[ListRecord, ...] | None


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The fact does not apply to the subject."""


@dataclass(frozen=True, slots=True)
class UnknownOrAbsent:
    """Nothing is known: any value is possible, and also that the fact does not apply."""


Extent = UnknownOrAbsent | NumberExtent | ChoiceExtent | ChoicesExtent | PeriodExtent | RecordsExtent | NotApplicable


def known_number(number: Fraction) -> NumberExtent:
    """Give the extent of a number, or of a day by its number."""
    return NumberExtent(point_interval(number))


def known_word(word: str) -> ChoiceExtent:
    """Give the extent of a choice, a flag or a text."""
    return ChoiceExtent(frozenset({word}))


def known_choices(chosen: frozenset[str]) -> ChoicesExtent:
    """Give the extent of several choices."""
    return ChoicesExtent(chosen, chosen)


def is_known(extent: Extent) -> bool:
    """Say whether only one value is possible."""
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
    """Give the records of a list; none while it is unknown or does not apply."""
    return extent.records or () if isinstance(extent, RecordsExtent) else ()


def day_of(end: Fraction) -> int:
    """Give the whole day number that an end of a date's interval stands for."""
    return end.numerator // end.denominator
