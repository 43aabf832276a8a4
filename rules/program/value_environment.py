"""Value environment: possible values by name, and the plain value where there is only one."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
)
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.contracts.outcomes import Outcome
from rules.model.expressions import PeriodEdge
from rules.program.nodes import CriterionOutcome, Measure, Word

if TYPE_CHECKING:
    from collections.abc import Mapping


Ratio = tuple[int, int] | tuple[None, None]
Plain = Ratio | str | None
"""A number as whole numbers above and below the stroke, or a word; nothing in their place if it does not apply."""
PlainFact = Plain | frozenset[str]
"""What a fact is if it is known: a number, a word, or several choices."""
NO_NUMBER: Ratio = (None, None)


@dataclass(frozen=True, slots=True)
class Anything:
    """Nothing is known of a measure, not even whether it applies."""


ANYTHING = Anything()
Possible = Interval | Anything | None
"""All values still possible of a number; None if it does not apply."""
MeasureValue = Possible | frozenset[str]
"""All values still possible of a measure; None if it does not apply."""

YES, NO = "yes", "no"
CONDITION = (NO, YES)
"""What a condition with a name can be, in the order of its codes, as a flag."""


@dataclass(frozen=True, slots=True)
class Values:
    """What is known under each name: facts, settings, quantities; then points, total score and answers as they come."""

    extents: dict[str, Extent]
    units: dict[str, str]
    answers: dict[str, Outcome] = field(default_factory=dict)
    read: dict[Measure, MeasureValue] = field(default_factory=dict, compare=False, repr=False)
    """What was computed from more than a number alone, kept because several rules and steps ask it."""
    known: KnownValues = field(init=False, compare=False, repr=False)
    """What is known, of the same, as one value."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", KnownValues(self.extents, self.answers))

    def number(self, name: str) -> Interval | None:
        """Give all possible numbers under a name, or None if it does not apply."""
        extent = self.extents[name]
        if isinstance(extent, NumberExtent):
            return extent.interval
        return None if isinstance(extent, NotApplicable) else UNBOUNDED

    def with_fields(
        self, fields: dict[str, Extent], units: dict[str, str], plain: Mapping[str, object] | None = None
    ) -> Values:
        """Give the same values with the fields of one record, and their units, put before them."""
        values = Values(RecordExtents(fields, self.extents), {**self.units, **units}, self.answers)
        values.known.subject = self.known
        values.known.update(plain or {})
        return values


class RecordExtents(dict[str, Extent]):
    """The fields of one record, and behind them everything that is known of its subject; only fields are listed."""

    __slots__ = ("_subject",)

    def __init__(self, fields: Mapping[str, Extent], subject: Mapping[str, Extent]) -> None:
        """Put the fields before the extents of the subject."""
        super().__init__(fields)
        self._subject = subject

    def __missing__(self, name: str) -> Extent:
        """Give what is known of the subject."""
        return self._subject[name]

    def __contains__(self, name: object) -> bool:
        """Say whether there is such a name, of the record or of its subject."""
        return super().__contains__(name) or name in self._subject

    def get(self, name: str, default: Any = None, /) -> Any:
        """Give the extent of a name of the record or of its subject."""
        return self[name] if name in self else default  # noqa: SIM401 -- this is `get`


class UnknownValueError(Exception):
    """Something is open after all, or is not written as text: the general way answers."""


class KnownValues(dict[str, Any]):
    """What is known under each name, read from extents when it is first asked for.

    A number is a pair, a word a text, several choices a set, an end of a period stands under `name.first` or
    `name.last`; what does not apply is None. Whatever is open raises `UnknownValueError`.
    """

    __slots__ = ("_answers", "_extents", "subject")

    def __init__(self, extents: Mapping[str, Extent], answers: Mapping[str, Outcome]) -> None:
        """Begin with nothing read."""
        self._extents, self._answers = extents, answers
        self.subject: KnownValues | None = None
        """What is known of the subject, where these are the values of one of its records."""

    def answer(self, criterion: str) -> str:
        """Give the outcome of a criterion, which is not kept because it is concluded later than all else is known."""
        outcome = self._answers[criterion]
        if outcome is Outcome.UNDETERMINED:
            raise UnknownValueError
        return outcome.value

    def __missing__(self, name: str) -> Any:
        """Read what is known once."""
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
    """Give the only value that a measure can have; nothing if it is open."""
    if value is None:
        return (None if isinstance(measure, (Word, CriterionOutcome)) else NO_NUMBER,)
    if isinstance(value, Interval) and (number := value.value) is not None:
        return (number.as_integer_ratio(),)
    return tuple(value) if isinstance(value, frozenset) and len(value) == 1 else ()


def plain_extent(plain: PlainFact) -> Extent:
    """Give the extent of a plain value."""
    if isinstance(plain, frozenset):
        return ChoicesExtent(plain, plain)
    if isinstance(plain, str):
        return ChoiceExtent(frozenset({plain}))
    if plain is None or plain[0] is None:
        return NotApplicable()
    return NumberExtent(point_interval(Fraction(*plain)))
