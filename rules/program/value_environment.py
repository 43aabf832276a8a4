"""Value environment: possible values by name, and the plain value where there is only one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rules.contracts.extents import ChoiceExtent, ChoicesExtent, Extent, NotApplicable, NumberExtent, PeriodExtent
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.contracts.numbers import fraction_of_ratio
from rules.contracts.outcomes import Outcome
from rules.model.expressions import PeriodEdge
from rules.program.nodes import CriterionOutcome, Measure, Word

if TYPE_CHECKING:
    from collections.abc import Mapping


Ratio = tuple[int, int] | tuple[None, None]
Plain = Ratio | str | None
"""A number as (numerator, denominator), or a word; `NO_NUMBER` or None if it does not apply."""
PlainFact = Plain | frozenset[str]
NO_NUMBER: Ratio = (None, None)


@dataclass(frozen=True, slots=True)
class Anything:
    """No knowledge of a measure, not even whether it applies."""


ANYTHING = Anything()
Possible = Interval | Anything | None
"""All values still possible for a number; None if it does not apply."""
MeasureValue = Possible | frozenset[str]

YES, NO = "yes", "no"
CONDITION = (NO, YES)


@dataclass(frozen=True, slots=True)
class Values:
    """Possible values by name: facts, settings, quantities, later also points, total score and outcomes."""

    extents: dict[str, Extent]
    units: dict[str, str]
    answers: dict[str, Outcome] = field(default_factory=dict)
    read: dict[Measure, MeasureValue] = field(default_factory=dict, compare=False, repr=False)
    known: KnownValues = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", KnownValues(self.extents, self.answers))

    def number(self, name: str) -> Interval | None:
        extent = self.extents[name]
        if isinstance(extent, NumberExtent):
            return extent.interval
        return None if isinstance(extent, NotApplicable) else UNBOUNDED

    def with_fields(
        self, fields: dict[str, Extent], units: dict[str, str], plain: Mapping[str, object] | None = None
    ) -> Values:
        """Return the values for one record; `units` are those of its fields and of the subject."""
        values = Values(RecordExtents(fields, self.extents), units, self.answers)
        values.known.subject = self.known
        values.known.update(plain or {})
        return values


class RecordExtents(dict[str, Extent]):
    """Extents of one record's fields, with its subject's extents as fallback; iteration lists only the fields."""

    __slots__ = ("_subject",)

    def __init__(self, fields: Mapping[str, Extent], subject: Mapping[str, Extent]) -> None:
        super().__init__(fields)
        self._subject = subject

    def __missing__(self, name: str) -> Extent:
        return self._subject[name]

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self._subject

    def get(self, name: str, default: Any = None, /) -> Any:
        return self[name] if name in self else default  # noqa: SIM401 -- this method implements get


class UnknownValueError(Exception):
    """A value is unknown or cannot be compiled, so the caller must use abstract interpretation."""


class KnownValues(dict[str, Any]):
    """Known values by name, read from the extents on first access.

    A number is a pair, a word a string, several choices a set. The ends of a period have the keys `name.first` and
    `name.last`. A value that does not apply is None, and an unknown value raises `UnknownValueError`.
    """

    __slots__ = ("_answers", "_extents", "subject")

    def __init__(self, extents: Mapping[str, Extent], answers: Mapping[str, Outcome]) -> None:
        self._extents, self._answers = extents, answers
        self.subject: KnownValues | None = None
        """The values of the subject, if these are the values of one of its records."""

    def answer(self, criterion: str) -> str:
        """Return the outcome of a criterion, uncached because outcomes are concluded last."""
        outcome = self._answers[criterion]
        if outcome is Outcome.UNDETERMINED:
            raise UnknownValueError
        return outcome.value

    def __missing__(self, name: str) -> Any:
        subject = self.subject
        if subject is not None and not dict.__contains__(self._extents, name.partition(".")[0]):
            return subject[name]
        value = self[name] = _single_value(self._extents, name)
        return value


def _single_value(extents: Mapping[str, Extent], name: str) -> Any:
    name, _, edge = name.partition(".") if name not in extents else (name, "", "")
    extent = extents[name]
    if type(extent) is PeriodExtent and edge:
        return _number(extent.first if edge == PeriodEdge.FIRST.value else extent.last)
    if type(extent) is NumberExtent:
        return _number(extent.interval)
    if type(extent) is ChoiceExtent and not extent.others and len(extent.possible) == 1:
        return next(iter(extent.possible))
    if type(extent) is NotApplicable:
        return None
    if type(extent) is ChoicesExtent and extent.surely == extent.possibly:
        return extent.surely
    raise UnknownValueError


def _number(interval: Interval) -> tuple[int, int]:
    number = interval.value
    if number is None:
        raise UnknownValueError
    return number.as_integer_ratio()


def plain_value(measure: Measure, value: MeasureValue) -> tuple[Plain, ...]:
    """Return the only possible value of a measure in a tuple; empty if undetermined."""
    if value is None:
        return (None if isinstance(measure, (Word, CriterionOutcome)) else NO_NUMBER,)
    if isinstance(value, Interval) and (number := value.value) is not None:
        return (number.as_integer_ratio(),)
    return tuple(value) if isinstance(value, frozenset) and len(value) == 1 else ()


def plain_extent(plain: PlainFact) -> Extent:
    """Return the extent of a plain value."""
    if isinstance(plain, frozenset):
        return ChoicesExtent(plain, plain)
    if isinstance(plain, str):
        return ChoiceExtent(frozenset({plain}))
    if plain is None or plain[0] is None:
        return NotApplicable()
    return NumberExtent(point_interval(fraction_of_ratio(*plain)))
