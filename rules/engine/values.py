"""What is the value of each measure, given what is known of the facts?"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

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
from rules.contracts.intervals import EVERYTHING, Interval, exactly, multiply, subtract
from rules.contracts.outcomes import Outcome
from rules.contracts.units import unit
from rules.engine.atoms import (
    ANSWERS,
    Answer,
    Day,
    DayDifference,
    Difference,
    Measure,
    Number,
    Overlap,
    Selection,
)
from rules.engine.days import shift_day
from rules.model.expressions import DateExpression, PeriodEdge


@dataclass(frozen=True, slots=True)
class Anything:
    """Nothing is known of a measure, not even whether it applies."""


ANYTHING = Anything()
MeasureValue = Interval | frozenset[str] | Anything | None
"""All values still possible of a measure; None if it does not apply."""


@dataclass(frozen=True, slots=True)
class Values:
    """What is known under each name: facts, settings, quantities; then points, total score and answers as they come."""

    extents: dict[str, Extent]
    units: dict[str, str]
    answers: dict[str, Outcome] = field(default_factory=dict)

    def number(self, name: str) -> Interval | None:
        """Give all possible numbers under a name, or None if it does not apply."""
        extent = self.extents[name]
        if isinstance(extent, NumberExtent):
            return extent.interval
        return None if isinstance(extent, NotApplicable) else EVERYTHING

    def with_fields(self, fields: dict[str, Extent], units: dict[str, str]) -> Values:
        """Give the same values with the fields of one record, and their units, put before them."""
        return Values({**self.extents, **fields}, {**self.units, **units}, self.answers)


def measure_value(measure: Measure, values: Values) -> MeasureValue:
    """Give all values that a measure can still have; an extent that is partly known is widened, never narrowed."""
    if type(measure) is Number or type(measure) is Day:
        extent = values.extents[measure.name]
        if type(extent) is NumberExtent:
            return extent.interval
    match measure:
        case Number(name) | Day(name):
            if isinstance(values.extents[name], PerhapsAbsent):
                return ANYTHING
            return values.number(name)
        case Selection(name, domain):
            return _selection(values.extents[name], domain)
        case Answer(criterion):
            outcome = values.answers[criterion]
            return frozenset(ANSWERS if outcome is Outcome.UNDETERMINED else {outcome.value})
        case Overlap(name, wanted):
            return _overlap(values.extents[name], wanted)
    if any(isinstance(values.extents[name], PerhapsAbsent) for name in _names(measure)):
        return ANYTHING
    if isinstance(measure, Difference):
        return _difference(measure.name, measure.other, values)
    day, bound = values.number(measure.name), day_interval(measure.other, values)
    return None if day is None or bound is None else subtract(day, bound)


def _names(measure: Difference | DayDifference) -> tuple[str, str]:
    if isinstance(measure, Difference):
        return measure.name, measure.other
    return measure.name, measure.other.name or measure.name


def _difference(name: str, other: str, values: Values) -> Interval | None:
    left, right = values.number(name), values.number(other)
    if left is None or right is None:
        return None
    left_factor, right_factor = unit(values.units[name]).factor, unit(values.units[other]).factor
    return subtract(multiply(left, exactly(left_factor)), multiply(right, exactly(right_factor)))


def _selection(extent: Extent, domain: tuple[str, ...]) -> MeasureValue:
    if isinstance(extent, PerhapsAbsent):
        return ANYTHING
    if isinstance(extent, NotApplicable):
        return None
    if isinstance(extent, ChoiceExtent) and not extent.others and len(extent.possible) == 1:
        (value,) = extent.possible
        return frozenset({value if value in domain else domain[-1]})
    if isinstance(extent, ChoiceExtent) and not extent.others and extent.possible <= set(domain):
        places = [domain.index(value) for value in extent.possible]
        return frozenset(domain[min(places) : max(places) + 1])
    return frozenset(domain)


def _overlap(extent: Extent, wanted: frozenset[str]) -> MeasureValue:
    if isinstance(extent, PerhapsAbsent):
        return ANYTHING
    if isinstance(extent, NotApplicable):
        return None
    if isinstance(extent, ChoicesExtent):
        return Interval(Fraction(len(extent.surely & wanted)), Fraction(len(extent.possibly & wanted)))
    return Interval(Fraction(0), Fraction(len(wanted)))


def day_interval(expression: DateExpression, values: Values) -> Interval | None:
    """Give all days that a date expression can name, or None if it does not apply."""
    if expression.name is None:
        anchor: Interval | None = exactly(Fraction(expression.literal.toordinal() if expression.literal else 1))
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
    return Interval(low, low if anchor.high is anchor.low else _shifted(expression, anchor.high))


def _shifted(expression: DateExpression, end: Fraction | None) -> Fraction | None:
    return None if end is None else Fraction(shift_day(expression, day_of(end)))
