"""Invariance of an answer: proportional growth in facts, and day ranges with the same answer.

An unrecognized element of the plan yields no result.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from rules.contracts.dates import day_in_calendar
from rules.contracts.intervals import UNBOUNDED
from rules.contracts.numbers import fraction_of_int
from rules.model.expressions import AS_OF, SpanUnit, YearOfDay, has_day_shift, names_in_condition
from rules.model.lookups import KeyDerivation
from rules.model.quantities import AggregateKind
from rules.model.scorecard import FactType, SumQuantity, TableQuantity
from rules.program.date_arithmetic import NEVER
from rules.program.nodes import (
    CalendarNumber,
    Constant,
    ConstantMultiple,
    DateDifference,
    FirstMatchingRow,
    LookupTable,
    Maximum,
    NamedNumber,
    PeriodBoundary,
    Product,
    Quotient,
    ShiftedDay,
    Sum,
    Word,
    ZeroDivisorGuard,
    names_of,
    operand_nodes,
    tests_in,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from rules.contracts.intervals import Interval
    from rules.engine.plan import Plan
    from rules.model.definitions import FactDefinition
    from rules.model.scorecard import Quantity
    from rules.program.nodes import AtomicTest, Computed, Measure, Numeric, Tests

_LAST_COMMON_DAY = 28
"""Every month has this day, so anniversaries up to it need no special rule."""
_NO_DAYS: Mapping[str, date] = MappingProxyType({})


class _NotProvenError(Exception):
    """An element of the plan that the proof does not cover."""


@dataclass(frozen=True)
class AnswerInvariance:
    """Invariance of a quantity, the applicability and the gates. `names` are all names they read."""

    plan: Plan = field(repr=False)
    name: str
    names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", frozenset(self._names_read()))

    def grows_with(self, sizes: Collection[str]) -> bool:
        """Return whether the quantity grows in proportion to all `sizes` together.

        True also means that applicability and gates do not depend on them.
        """
        for name in sizes:
            defined = [definition for definition in self._definitions() if definition.id == name]
            if len(defined) != 1 or not _is_scalable(defined[0]):
                return False
        degrees = _Degrees(self.plan, sizes)
        try:
            for tests in self._deciding_tests():
                degrees.refuse_sizes(tests)
            return degrees.of_name(self.name) in (1, None)
        except _NotProvenError:
            return False

    def day_breaks(self, dates: Collection[str]) -> DayBreaks | None:
        breaks = _DayBreakCollector(self.plan, dates)
        try:
            for tests in self._deciding_tests():
                breaks.note_tests(tests)
            for name in self.names:
                if name in self.plan.quantities:
                    breaks.note_quantity(self.plan.quantities[name])
        except _NotProvenError:
            return None
        return DayBreaks(self, tuple(sorted(breaks.days)), tuple(sorted(breaks.of_every_year)))

    def quarters_read(self, days: Mapping[str, date]) -> frozenset[str]:
        return frozenset(
            key.name
            for name in self._names_read(days)
            if isinstance(quantity := self.plan.quantities.get(name), TableQuantity)
            for row in quantity.rows
            for key in row.keys
            if key.name is not None and key.name in days and key.reading is KeyDerivation.QUARTER
        )

    def _deciding_tests(self) -> Iterator[Tests]:
        card = self.plan.scorecard
        settings = (setting.id for setting in card.settings)
        known = {*(each.id for each in self._definitions()), *self.plan.quantities, *settings, AS_OF}
        if card.indicators or card.stages or card.verdicts or card.ladder or not self.names <= known:
            raise _NotProvenError
        yield from (rule.atoms for rule in self.plan.first_network.rules)

    def _definitions(self) -> Iterator[FactDefinition]:
        yield from self.plan.scorecard.facts
        yield from (definition for record in self.plan.scorecard.records for definition in record.fields)

    def _names_read(self, days: Mapping[str, date] = _NO_DAYS) -> dict[str, None]:
        card = self.plan.scorecard
        conditions = [card.applies, *(condition for gate in card.gates for condition in (gate.applies, gate.requires))]
        following = [self.name, *(name for condition in conditions for name in names_in_condition(condition))]
        read: dict[str, None] = {}
        while following:
            name = following.pop()
            if name not in read:
                read[name] = None
                quantity = self.plan.quantities.get(name)
                following += () if quantity is None else self._names_read_by(quantity, days)
        return read

    def _names_read_by(self, quantity: Quantity, days: Mapping[str, date]) -> Iterable[str]:
        node = self.plan.prepared[quantity.id].node if quantity.id in self.plan.prepared else None
        if not days or not isinstance(node, FirstMatchingRow):
            return quantity.directly_reads
        read = [*(node.keys or ())]
        for tests, value in node.rows:
            outcomes = [_outcome_on(test, days) for test in tests]
            if False in outcomes:
                continue
            read += (name for test in tests for name in names_of(test.measure))
            read += names_of(value)
            if all(outcomes):
                break
        return read


def _outcome_on(test: AtomicTest, days: Mapping[str, date]) -> bool | None:
    if isinstance(test.measure, NamedNumber) and test.measure.name in days:
        return test.allows(fraction_of_int(days[test.measure.name].toordinal()))
    return None


@dataclass(frozen=True, slots=True)
class DayBreaks:
    """Days that may change an answer: ordinals, and (month, day) pairs of every year."""

    answer: AnswerInvariance = field(repr=False)
    days: tuple[int, ...]
    of_every_year: tuple[tuple[int, int], ...]
    _quarters: dict[tuple[tuple[int, ...], ...], frozenset[str]] = field(default_factory=dict, compare=False)

    def stretch(self, days: Mapping[str, date]) -> tuple[tuple[int, ...], ...]:
        """Return a key; dates with equal keys lead to the same answer."""
        positions = tuple(map(self._position_of, days.values()))
        if positions not in self._quarters:
            self._quarters[positions] = self.answer.quarters_read(days)
        quarters = tuple((day.month - 1) // 3 for name, day in days.items() if name in self._quarters[positions])
        return (*positions, quarters)

    def _position_of(self, day: date) -> tuple[int, ...]:
        passed = bisect_right(self.of_every_year, (day.month, day.day))
        return day.year, passed, bisect_right(self.days, day.toordinal())


def _is_scalable(definition: FactDefinition) -> bool:
    return definition.type is FactType.NUMBER and not definition.at_least and definition.at_most is None


class _Degrees:
    """The polynomial degree of each number in the sizes; None for zero and unbounded numbers."""

    def __init__(self, plan: Plan, sizes: Collection[str]) -> None:
        self._plan, self._sizes = plan, sizes
        self._of_quantities: dict[str, int | None] = {}

    def of_name(self, name: str) -> int | None:
        if name in self._sizes:
            return 1
        quantity = self._plan.quantities.get(name)
        if quantity is None:
            return 0
        if name not in self._of_quantities:
            self._of_quantities[name] = self._of_quantity(quantity)
        return self._of_quantities[name]

    def refuse_sizes(self, tests: Tests) -> None:
        for test in tests:
            self._refuse(*names_of(test.measure))

    def _refuse(self, *names: str) -> None:
        if any(self.of_name(name) not in (0, None) for name in names):
            raise _NotProvenError

    def _of_quantity(self, quantity: Quantity) -> int | None:
        if isinstance(quantity, TableQuantity):
            self._refuse(*quantity.directly_reads)
            return 0
        if isinstance(quantity, SumQuantity):
            self._refuse(*(name for row in quantity.rows for name in names_in_condition(row.where)))
            if quantity.figure is None:
                return self.of_name(quantity.of)
            self._refuse(*((quantity.of,) if quantity.figure is not AggregateKind.COUNT else ()))
            return 0
        node = self._plan.prepared[quantity.id].node
        for tests in tests_in(node):
            self.refuse_sizes(tests)
        if isinstance(node, LookupTable):
            self._refuse(*(key.name for key in node.keys))
        degree = None
        for value in _result_nodes(node):
            degree = _common_degree(degree, self._of_number(value))
        return degree if isinstance(node, FirstMatchingRow | LookupTable) else 0

    def _of_number(self, node: Measure) -> int | None:
        match node:
            case Constant(value=value):
                return None if value.value == 0 or value == UNBOUNDED else 0
            case NamedNumber(name=name):
                return self.of_name(name)
            case ConstantMultiple(value=value):
                return self._of_number(value)
            case Sum(left=left, right=right) | Maximum(left=left, right=right):
                return _common_degree(self._of_number(left), self._of_number(right))
            case Product(left=left, right=right):
                degrees = self._of_number(left), self._of_number(right)
                return None if degrees[0] is None or degrees[1] is None else degrees[0] + degrees[1]
            case Quotient(left=left, right=right):
                _common_degree(self._of_number(right), 0)
                return self._of_number(left)
            case ZeroDivisorGuard(value=value, instead=instead):
                return _common_degree(self._of_number(value), self._of_number(Constant(instead)))
            case _:
                self._refuse(*names_of(node))
                return 0


def _common_degree(left: int | None, right: int | None) -> int | None:
    if left is None or right is None:
        return right if left is None else left
    if left != right:
        raise _NotProvenError
    return left


def _result_nodes(node: Computed) -> Iterator[Numeric]:
    if isinstance(node, FirstMatchingRow | LookupTable):
        yield from (value for _, value in node.rows)
    if isinstance(node, LookupTable):
        yield node.otherwise


class _DayBreakCollector:
    def __init__(self, plan: Plan, dates: Collection[str]) -> None:
        self._plan, self._dates = plan, dates
        self.days: set[int] = set()
        self.of_every_year: set[tuple[int, int]] = set()

    def note_tests(self, tests: Tests) -> None:
        for test in tests:
            self._note_test(test)

    def note_quantity(self, quantity: Quantity) -> None:
        if isinstance(quantity, TableQuantity):
            keys = (key for row in quantity.rows for key in row.keys if key.name in self._dates)
            if any(key.reading is KeyDerivation.VALUE for key in keys):
                raise _NotProvenError
        elif isinstance(quantity, SumQuantity):
            if quantity.of in self._dates:
                raise _NotProvenError
            for rule in self._plan.records[quantity.list].network.rules:
                self.note_tests(rule.atoms)
        else:
            node = self._plan.prepared[quantity.id].node
            for tests in tests_in(node):
                self.note_tests(tests)
            for value in _result_nodes(node):
                self._note_number(value)

    def _note_test(self, test: AtomicTest) -> None:
        if isinstance(test.measure, Word) or isinstance(test.allowed, frozenset):
            return
        match test.measure:
            case NamedNumber(name=name) if name in self._dates:
                self._note_ends(test.allowed, 0)
            case Sum(
                left=NamedNumber(name=name), right=ConstantMultiple(value=ShiftedDay() as other, factor=factor)
            ) if name in self._dates and factor == -1:
                for day in self._constant_days(other):
                    self._note_ends(test.allowed, day)
            case _:
                self._note_number(test.measure)

    def _note_ends(self, allowed: tuple[Interval, ...], start: int) -> None:
        for span in allowed:
            if any(end is not None and end.denominator != 1 for end in (span.low, span.high)):
                raise _NotProvenError
            if span.low is not None:
                self.days.add(start + int(span.low) + span.low_open)
            if span.high is not None:
                self.days.add(start + int(span.high) + (not span.high_open))

    def _note_number(self, node: Measure) -> None:
        match node:
            case DateDifference(first=first, last=last, unit=SpanUnit.YEARS) if self._is_date(first, last):
                for number in self._constant_days(first if self._is_date(last) else last):
                    self._note_anniversary(number)
            case CalendarNumber(day=day, form=form) if form is YearOfDay and self._is_date(day):
                pass  # the key of a date contains its year
            case NamedNumber(name=name) | PeriodBoundary(name=name):
                if name in self._dates:
                    raise _NotProvenError
            case _:
                for part in operand_nodes(node):
                    self._note_number(part)

    def _note_anniversary(self, number: int) -> None:
        day = day_in_calendar(number)
        if day.day > _LAST_COMMON_DAY:
            raise _NotProvenError
        following = day_in_calendar(number + 1)
        self.of_every_year |= {(day.month, day.day), (following.month, following.day)}

    def _is_date(self, *days: Numeric) -> bool:
        return any(
            isinstance(day, ShiftedDay)
            and isinstance(day.day, NamedNumber)
            and day.day.name in self._dates
            and not has_day_shift(day.by)
            for day in days
        )

    def _constant_days(self, node: Numeric) -> set[int]:
        match node:
            case Constant(value=value) if value.value is not None:
                return {int(value.value)} - {NEVER}
            case ShiftedDay(day=day, by=by) if not has_day_shift(by):
                return self._constant_days(day)
            case NamedNumber(name=name) if name in self._plan.prepared:
                rows = _result_nodes(self._plan.prepared[name].node)
                return {day for value in rows for day in self._constant_days(value)}
            case _:
                raise _NotProvenError
