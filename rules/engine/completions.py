"""Candidate values for unknown facts. The search evaluates them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.dates import CALENDAR, add_months
from rules.contracts.extents import (
    Extent,
    ListRecord,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    RecordsExtent,
    day_of,
    known_choices,
    known_number,
    known_word,
)
from rules.contracts.intervals import (
    Interval,
    adjacent_multiples,
    first_multiple_inside,
    intersect,
    point_interval,
    round_down_to_multiple,
)
from rules.contracts.numbers import format_exact
from rules.engine.open_facts import UnknownInput
from rules.model.expressions import DateExpression
from rules.model.range_analysis import fact_domain
from rules.model.scorecard import FactDefinition, FactType
from rules.program.abstract_interpretation import day_interval
from rules.program.date_arithmetic import shift_day
from rules.program.inversion import solve
from rules.program.lowering import number_comparison
from rules.program.nodes import OTHER_TEXT, AtomicTest, SelectedCount, names_of
from rules.program.value_environment import Values

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from rules.engine.plan import Plan, RecordScope

_LARGE_NUMBER = Fraction(10**9)
_DECIMAL_SCALE = 10**9
_PLACEHOLDER_TEXT = "-"


class CandidateValues:
    """Candidate values for unknown inputs, from the thresholds and conditions of a plan, in a fixed order."""

    def __init__(self, plan: Plan, as_of: date) -> None:
        self._thresholds = plan.comparison_thresholds
        self._plan = plan
        self._as_of = as_of

    def thresholds_of(self, name: str) -> tuple[Fraction, ...]:
        return self._thresholds.thresholds.get(name, ())

    def may_move(self, leaf: UnknownInput, moving: Container[str]) -> bool:
        """Return whether the candidates can change with the inputs in `moving`."""
        if leaf.definition is None or leaf.definition.type is not FactType.DATE:
            return leaf.definition is not None and leaf.definition.type is FactType.RECORDS
        pairs = [(compared, other.name) for compared, other in self._thresholds.days]
        return any(name in moving for pair in pairs if leaf.name in pair for name in pair if name != leaf.name)

    def of(self, leaf: UnknownInput, values: Values) -> list[Extent]:
        if leaf.definition is None:
            return [*map(known_word, self._plan.names.domains[leaf.name])]
        absent: list[Extent] = [NotApplicable()] if leaf.definition.may_not_apply else []
        return [*self._of_definition(leaf.definition, values), *absent]

    def _of_definition(self, definition: FactDefinition, values: Values) -> list[Extent]:
        match definition.type:
            case FactType.NUMBER:
                return [*map(known_number, self._numbers(definition))]
            case FactType.FLAG:
                return [*map(known_word, ("yes", "no"))]
            case FactType.CHOICE:
                return [known_word(choice.id) for choice in definition.choices]
            case FactType.CHOICES:
                return [
                    known_choices(frozenset(choice.id for choice in definition.choices)),
                    known_choices(frozenset()),
                ]
            case FactType.DATE:
                return [*map(known_number, self._days(definition.id, values))]
            case FactType.PERIOD:
                return self._periods()
            case FactType.TEXT:
                named = self._plan.names.domains.get(definition.id, ())[:-1]
                return [*map(known_word, (*named, _PLACEHOLDER_TEXT))]
            case _:
                scope = self._plan.records.get(definition.id)
                return [*(self._candidate_lists(scope, values) if scope else ()), RecordsExtent(())]

    def _numbers(self, definition: FactDefinition) -> list[Fraction]:
        domain = fact_domain(definition)
        compared = (*self.thresholds_of(definition.id), domain.low, domain.high)
        multiple = definition.multiple_of
        near = {
            number
            for end in compared
            if end is not None
            for number in (_nearest_decimals(end) if multiple is None else adjacent_multiples(end, multiple))
        }
        points = sorted(number for number in near if domain.contains(number))
        large = round_down_to_multiple(_LARGE_NUMBER, multiple)
        beyond = [max([large, *(2 * number for number in points[-1:])])] if domain.high is None else []
        below = [min([-large, *(2 * number for number in points[:1])])] if domain.low is None else []
        return sorted({*points, *beyond, *below})

    def _days(self, name: str, values: Values) -> list[Fraction]:
        days = {Fraction(self._as_of.toordinal()), *self.thresholds_of(name)}
        for compared, other in self._thresholds.days:
            if compared == name and (other.name is None or other.name in values.extents):
                bound = day_interval(other, values)
                if bound is not None and bound.value is not None:
                    days |= {bound.value - 1, bound.value, bound.value + 1}
            if other.name == name and compared in values.extents:
                day = values.number(compared)
                if day is not None and day.value is not None:
                    anchor = shift_day(_reverse_shift(other), day_of(day.value))
                    days |= {Fraction(anchor + step) for step in (-32, -1, 0, 1, 32)}
        return sorted(day for day in days if CALENDAR.contains(day))

    def _periods(self) -> list[Extent]:
        year = self._as_of.year
        starts = [self._as_of.replace(year=max(year - back, 1), month=1, day=1) for back in (1, 0)]
        return [
            PeriodExtent(
                point_interval(Fraction(start.toordinal())),
                point_interval(Fraction(add_months(start, 12).toordinal() - 1)),
            )
            for start in starts
        ]

    def _candidate_lists(self, scope: RecordScope, values: Values) -> list[Extent]:
        return [RecordsExtent((self._record(scope, rule.atoms, values),)) for rule in scope.network.rules]

    def _record(self, scope: RecordScope, atoms: Sequence[AtomicTest], values: Values) -> ListRecord:
        fields: dict[str, Extent] = {}
        for definition in scope.record.fields:
            proposals = self._of_definition(definition, values.with_fields(fields, scope.units))
            fields[definition.id] = proposals[-1] if definition.type is FactType.NUMBER else proposals[0]
        fields[scope.record.key] = known_word(_PLACEHOLDER_TEXT)
        remaining: dict[str, Interval] = {}
        for definition in scope.record.fields:
            is_date = definition.type is FactType.DATE
            remaining[definition.id] = CALENDAR if is_date else fact_domain(definition)
        dates = {definition.id for definition in scope.record.fields if definition.type is FactType.DATE}
        multiples = {definition.id: definition.multiple_of for definition in scope.record.fields}
        for atom in atoms:
            name = "" if number_comparison(atom.measure) else names_of(atom.measure)[0]
            if name in fields:
                span = _satisfying_interval(atom, name, values.with_fields(fields, scope.units), remaining[name])
                remaining[name] = span or remaining[name]
                fields[name] = _satisfying_extent(atom, fields[name], span, multiples.get(name), is_day=name in dates)
        return ListRecord(_PLACEHOLDER_TEXT, fields)


def _reverse_shift(expression: DateExpression) -> DateExpression:
    return DateExpression(shift_months=-expression.shift_months, shift_days=-expression.shift_days)


def _nearest_decimals(number: Fraction) -> set[Fraction]:
    if "/" not in format_exact(number):
        return {number}
    floor = number * _DECIMAL_SCALE // 1
    return {Fraction(floor, _DECIMAL_SCALE), Fraction(floor + 1, _DECIMAL_SCALE)}


def decimal_between(left: Fraction, right: Fraction) -> Fraction:
    """Return a number near the middle with few decimal places, to keep witnesses readable."""
    middle = (left + right) / 2
    low, high = min(left, right), max(left, right)
    for digits in range(30):
        scale = 10**digits
        rounded = Fraction(round(middle * scale), scale)
        if low < rounded < high:
            return rounded
    return middle


def _satisfying_interval(atom: AtomicTest, name: str, values: Values, remaining: Interval) -> Interval | None:
    spans = (solve(atom.measure, name, span, values) for span in atom.allowed if isinstance(span, Interval))
    return next((piece for span in spans if span and (piece := intersect(remaining, span)) is not None), None)


def _satisfying_extent(
    atom: AtomicTest, current: Extent, span: Interval | None, multiple: Fraction | None, *, is_day: bool
) -> Extent:
    if isinstance(atom.allowed, frozenset):
        chosen = min(atom.allowed, default=_PLACEHOLDER_TEXT)
        return known_word(_PLACEHOLDER_TEXT if chosen == OTHER_TEXT else chosen)
    if isinstance(atom.measure, SelectedCount):
        return known_choices(atom.measure.values)
    if span is None or not isinstance(current, NumberExtent):
        return current
    if current.interval.value is not None and span.contains(current.interval.value):
        return current
    if multiple is not None:
        candidate = first_multiple_inside(span, multiple)
        return current if candidate is None else known_number(candidate)
    return known_number(_day_inside(span) if is_day else _decimal_inside(span))


def _decimal_inside(span: Interval) -> Fraction:
    low, high = span.low, span.high
    if low is not None and high is not None:
        return low if low == high else decimal_between(low, high)
    if low is not None:
        return Fraction(low // 1 + 1)
    return Fraction(0 if high is None else -(-high // 1) - 1)


def _day_inside(span: Interval) -> Fraction:
    low = span.low or Fraction(1)
    return low + 1 if span.low_open else low
