"""What is the value of each measure, given what is known of the facts?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    PerhapsAbsent,
    PeriodExtent,
    day_of,
)
from rules.contracts.intervals import EVERYTHING, Interval, exactly, scaled, subtract
from rules.contracts.numbers import whole
from rules.contracts.outcomes import Outcome
from rules.contracts.units import unit
from rules.engine.atoms import (
    ANSWERS,
    Answer,
    Day,
    DayDifference,
    Measure,
    Number,
    NumberDifference,
    Overlap,
    Selection,
)
from rules.engine.days import shift_day
from rules.model.expressions import DateExpression, PeriodEdge

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Anything:
    """Nothing is known of a measure, not even whether it applies."""


ANYTHING = Anything()
_NOT_READ = Anything()
MeasureValue = Interval | frozenset[str] | Anything | None
"""All values still possible of a measure; None if it does not apply."""


@dataclass(frozen=True, slots=True)
class Values:
    """What is known under each name: facts, settings, quantities; then points, total score and answers as they come."""

    extents: dict[str, Extent]
    units: dict[str, str]
    answers: dict[str, Outcome] = field(default_factory=dict)
    read: dict[Measure, MeasureValue] = field(default_factory=dict, compare=False, repr=False)
    """What was computed from more than a number alone, kept because several rules and steps ask it."""

    def number(self, name: str) -> Interval | None:
        """Give all possible numbers under a name, or None if it does not apply."""
        extent = self.extents[name]
        if isinstance(extent, NumberExtent):
            return extent.interval
        return None if isinstance(extent, NotApplicable) else EVERYTHING

    def with_fields(self, fields: dict[str, Extent], units: dict[str, str]) -> Values:
        """Give the same values with the fields of one record, and their units, put before them."""
        return Values({**self.extents, **fields}, {**self.units, **units}, self.answers)


class Measured(dict[Measure, MeasureValue]):
    """The values that measures can still have, each found when it is asked for."""

    def __init__(self, values: Values) -> None:
        """Take what is known under each name."""
        self._values = values

    def __missing__(self, measure: Measure) -> MeasureValue:
        """Find the value of a measure once."""
        found = self[measure] = measure_value(measure, self._values)
        return found


def measure_value(measure: Measure, values: Values) -> MeasureValue:
    """Give all values that a measure can still have; an extent that is partly known is widened, never narrowed."""
    if type(measure) is Number and type(extent := values.extents[measure.name]) is NumberExtent:
        return extent.interval  # as most are
    if type(measure) not in _KEPT:
        return _READ[type(measure)](measure, values)
    found = values.read.get(measure, _NOT_READ)
    if found is _NOT_READ:
        found = values.read[measure] = _READ[type(measure)](measure, values)
    return found


def _number(measure: Number, values: Values) -> MeasureValue:
    extent = values.extents[measure.name]
    return ANYTHING if isinstance(extent, PerhapsAbsent) else values.number(measure.name)


def _day(measure: Day, values: Values) -> MeasureValue:
    return ANYTHING if _is_perhaps_absent(values, measure.name) else _named_day(measure, values)


def _named_day(measure: Day | DayDifference, values: Values) -> Interval | None:
    if measure.edge is None:
        return values.number(measure.name)
    return day_interval(DateExpression(name=measure.name, edge=measure.edge), values)


def _answer(measure: Answer, values: Values) -> MeasureValue:
    outcome = values.answers[measure.criterion]
    return frozenset(ANSWERS if outcome is Outcome.UNDETERMINED else {outcome.value})


def _difference(measure: NumberDifference, values: Values) -> MeasureValue:
    if _is_perhaps_absent(values, measure.name, measure.other):
        return ANYTHING
    left, right = values.number(measure.name), values.number(measure.other)
    if left is None or right is None:
        return None
    left_factor, right_factor = unit(values.units[measure.name]).factor, unit(values.units[measure.other]).factor
    return subtract(scaled(left, left_factor), scaled(right, right_factor))


def _day_difference(measure: DayDifference, values: Values) -> MeasureValue:
    if _is_perhaps_absent(values, measure.name, measure.other.name or measure.name):
        return ANYTHING
    day, bound = _named_day(measure, values), day_interval(measure.other, values)
    if day is None or bound is None:
        return None
    if day.low is not None and day.low is day.high and bound.low is not None and bound.low is bound.high:
        return exactly(whole(day_of(day.low) - day_of(bound.low)))
    return subtract(day, bound)


def _is_perhaps_absent(values: Values, *names: str) -> bool:
    return PerhapsAbsent in [type(values.extents[name]) for name in names]


def _selection(measure: Selection, values: Values) -> MeasureValue:
    extent, domain = values.extents[measure.name], measure.domain
    if type(extent) is ChoiceExtent and not extent.others:
        if len(extent.possible) == 1:
            (value,) = extent.possible
            return extent.possible if value in domain else frozenset({domain[-1]})
        if extent.possible <= set(domain):
            places = [domain.index(value) for value in extent.possible]
            return frozenset(domain[min(places) : max(places) + 1])
    if isinstance(extent, PerhapsAbsent):
        return ANYTHING
    return None if isinstance(extent, NotApplicable) else frozenset(domain)


def _overlap(measure: Overlap, values: Values) -> MeasureValue:
    extent, wanted = values.extents[measure.name], measure.values
    if isinstance(extent, PerhapsAbsent):
        return ANYTHING
    if isinstance(extent, NotApplicable):
        return None
    if isinstance(extent, ChoicesExtent):
        low, high = len(extent.surely & wanted), len(extent.possibly & wanted)
        return exactly(whole(low)) if low == high else Interval(whole(low), whole(high))
    return Interval(whole(0), whole(len(wanted)))


_READ: dict[type[Measure], Callable[[Any, Values], MeasureValue]] = {
    Number: _number,
    Day: _day,
    Selection: _selection,
    Answer: _answer,
    Overlap: _overlap,
    NumberDifference: _difference,
    DayDifference: _day_difference,
}


_KEPT = frozenset({Selection, Overlap, NumberDifference, DayDifference})
"""Measures of facts, settings and quantities, of which each is known for good before anything asks it."""


def day_interval(expression: DateExpression, values: Values) -> Interval | None:
    """Give all days that a date expression can name, or None if it does not apply."""
    if expression.name is None:
        anchor: Interval | None = exactly(whole(expression.literal.toordinal() if expression.literal else 1))
    else:
        extent = values.extents[expression.name]
        if isinstance(extent, NotApplicable):
            return None
        if isinstance(extent, PeriodExtent):
            anchor = extent.first if expression.edge is PeriodEdge.FIRST else extent.last
        else:
            anchor = values.number(expression.name)
    if anchor is None:
        return None
    low = _shifted(expression, anchor.low)
    if low is not None and anchor.high is anchor.low:
        return exactly(low)
    return Interval(low, _shifted(expression, anchor.high))


def _shifted(expression: DateExpression, end: Fraction | None) -> Fraction | None:
    return None if end is None else whole(shift_day(expression, day_of(end)))
