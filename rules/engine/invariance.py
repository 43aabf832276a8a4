"""Invariance of an answer: in which facts it grows in proportion, and between which days it stays the same.

Both are found in the plan, for every subject at once. Of what is not recognised neither is said, so that whoever asks
concludes each subject by itself.
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

_LAST_SURE_DAY = 28
"""Up to here a day of a month comes in every month, so that its anniversaries need no rule of their own."""
_NO_DAYS: Mapping[str, date] = MappingProxyType({})


class _NotShownError(Exception):
    """The plan asks something of which this is not known."""


@dataclass(frozen=True)
class AnswerInvariance:
    """What holds of a quantity, of whether the card applies, and of its gates; `names` is all that these read."""

    plan: Plan = field(repr=False)
    name: str
    names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", frozenset(self._read()))

    def grows_with(self, sizes: Collection[str]) -> bool:
        """Say whether the quantity grows in proportion to some facts or fields taken together, all else being equal.

        What is not known of them stays so, and whether the card applies, and its gates, do not depend on them.
        """
        for name in sizes:
            defined = [definition for definition in self._definitions() if definition.id == name]
            if len(defined) != 1 or not _is_size(defined[0]):
                return False
        degrees = _Degrees(self.plan, sizes)
        try:
            for tests in self._deciding_tests():
                degrees.refuse_sizes(tests)
            return degrees.of_name(self.name) in (1, None)
        except _NotShownError:
            return False

    def day_breaks(self, dates: Collection[str]) -> DayBreaks | None:
        """Give the days between which nothing of the answer depends on the dates under these names, if all are seen.

        The dates are facts, fields, or `AS_OF`.
        """
        breaks = _Breaks(self.plan, dates)
        try:
            for tests in self._deciding_tests():
                breaks.note_tests(tests)
            for name in self.names:
                if name in self.plan.quantities:
                    breaks.note_quantity(self.plan.quantities[name])
        except _NotShownError:
            return None
        return DayBreaks(self, tuple(sorted(breaks.days)), tuple(sorted(breaks.of_every_year)))

    def quarters_read(self, days: Mapping[str, date]) -> frozenset[str]:
        """Name the dates whose quarter is looked up on certain days, by what rules ask of these days alone."""
        return frozenset(
            key.name
            for name in self._read(days)
            if isinstance(quantity := self.plan.quantities.get(name), TableQuantity)
            for row in quantity.rows
            for key in row.keys
            if key.name is not None and key.name in days and key.reading is KeyDerivation.QUARTER
        )

    def _deciding_tests(self) -> Iterator[Tests]:
        """Give what decides whether the card applies, and its gates.

        Raises:
            _NotShownError: the conclusion takes more than that, or something is read that is no fact or quantity.
        """
        card = self.plan.scorecard
        settings = (setting.id for setting in card.settings)
        known = {*(each.id for each in self._definitions()), *self.plan.quantities, *settings, AS_OF}
        if card.indicators or card.stages or card.verdicts or card.ladder or not self.names <= known:
            raise _NotShownError
        yield from (rule.atoms for rule in self.plan.first_network.rules)

    def _definitions(self) -> Iterator[FactDefinition]:
        """Give the facts, and the fields of all records."""
        yield from self.plan.scorecard.facts
        yield from (definition for record in self.plan.scorecard.records for definition in record.fields)

    def _read(self, days: Mapping[str, date] = _NO_DAYS) -> dict[str, None]:
        """Give all that is read; if some days are known, without rows that they rule out."""
        card = self.plan.scorecard
        conditions = [card.applies, *(condition for gate in card.gates for condition in (gate.applies, gate.requires))]
        following = [self.name, *(name for condition in conditions for name in names_in_condition(condition))]
        read: dict[str, None] = {}
        while following:
            name = following.pop()
            if name not in read:
                read[name] = None
                quantity = self.plan.quantities.get(name)
                following += () if quantity is None else self._read_by(quantity, days)
        return read

    def _read_by(self, quantity: Quantity, days: Mapping[str, date]) -> Iterable[str]:
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
    """Say whether a test holds on some days; None if it asks anything else."""
    if isinstance(test.measure, NamedNumber) and test.measure.name in days:
        return test.allows(fraction_of_int(days[test.measure.name].toordinal()))
    return None


@dataclass(frozen=True, slots=True)
class DayBreaks:
    """Days on which an answer may change: each by its number, and those of every year; quarters where they are read."""

    answer: AnswerInvariance = field(repr=False)
    days: tuple[int, ...]
    of_every_year: tuple[tuple[int, int], ...]
    _quarters: dict[tuple[tuple[int, ...], ...], frozenset[str]] = field(default_factory=dict, compare=False)

    def stretch(self, days: Mapping[str, date]) -> tuple[tuple[int, ...], ...]:
        """Name the days that some dates may be instead, all together, without another answer."""
        around = tuple(map(self._around, days.values()))
        if around not in self._quarters:
            self._quarters[around] = self.answer.quarters_read(days)
        quarters = tuple((day.month - 1) // 3 for name, day in days.items() if name in self._quarters[around])
        return (*around, quarters)

    def _around(self, day: date) -> tuple[int, ...]:
        passed = bisect_right(self.of_every_year, (day.month, day.day))
        return day.year, passed, bisect_right(self.days, day.toordinal())


def _is_size(definition: FactDefinition) -> bool:
    """Say whether what is not known of a number stays the same if everything is made greater in proportion."""
    return definition.type is FactType.NUMBER and not definition.at_least and definition.at_most is None


class _Degrees:
    """Says with which power of the sizes a number grows; None of what is zero, or open to every number."""

    def __init__(self, plan: Plan, sizes: Collection[str]) -> None:
        self._plan, self._sizes = plan, sizes
        self._of_quantities: dict[str, int | None] = {}

    def of_name(self, name: str) -> int | None:
        """Give it for a fact, field or quantity."""
        if name in self._sizes:
            return 1
        quantity = self._plan.quantities.get(name)
        if quantity is None:
            return 0
        if name not in self._of_quantities:
            self._of_quantities[name] = self._of_quantity(quantity)
        return self._of_quantities[name]

    def refuse_sizes(self, tests: Tests) -> None:
        """Refuse tests that depend on the sizes."""
        for test in tests:
            self._refuse(*names_of(test.measure))

    def _refuse(self, *names: str) -> None:
        if any(self.of_name(name) not in (0, None) for name in names):
            raise _NotShownError

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
        for value in _values_of(node):
            degree = _alike(degree, self._of_number(value))
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
                return _alike(self._of_number(left), self._of_number(right))
            case Product(left=left, right=right):
                degrees = self._of_number(left), self._of_number(right)
                return None if degrees[0] is None or degrees[1] is None else degrees[0] + degrees[1]
            case Quotient(left=left, right=right):
                _alike(self._of_number(right), 0)
                return self._of_number(left)
            case ZeroDivisorGuard(value=value, instead=instead):
                return _alike(self._of_number(value), self._of_number(Constant(instead)))
            case _:
                self._refuse(*names_of(node))
                return 0


def _alike(left: int | None, right: int | None) -> int | None:
    if left is None or right is None:
        return right if left is None else left
    if left != right:
        raise _NotShownError
    return left


def _values_of(node: Computed) -> Iterator[Numeric]:
    """Give what the rows of a quantity give."""
    if isinstance(node, FirstMatchingRow | LookupTable):
        yield from (value for _, value in node.rows)
    if isinstance(node, LookupTable):
        yield node.otherwise


class _Breaks:
    """Collects the days on which something that is asked of some dates may change."""

    def __init__(self, plan: Plan, dates: Collection[str]) -> None:
        self._plan, self._dates = plan, dates
        self.days: set[int] = set()
        self.of_every_year: set[tuple[int, int]] = set()

    def note_tests(self, tests: Tests) -> None:
        """Note what tests ask."""
        for test in tests:
            self._note_test(test)

    def note_quantity(self, quantity: Quantity) -> None:
        """Note what the rows of a quantity ask, and what they give."""
        if isinstance(quantity, TableQuantity):
            keys = (key for row in quantity.rows for key in row.keys if key.name in self._dates)
            if any(key.reading is KeyDerivation.VALUE for key in keys):
                raise _NotShownError
        elif isinstance(quantity, SumQuantity):
            if quantity.of in self._dates:
                raise _NotShownError
            for rule in self._plan.records[quantity.list].network.rules:
                self.note_tests(rule.atoms)
        else:
            node = self._plan.prepared[quantity.id].node
            for tests in tests_in(node):
                self.note_tests(tests)
            for value in _values_of(node):
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
        """Note the first day inside each span, and the first behind it."""
        for span in allowed:
            if any(end is not None and end.denominator != 1 for end in (span.low, span.high)):
                raise _NotShownError
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
                pass  # no stretch goes beyond a year
            case NamedNumber(name=name) | PeriodBoundary(name=name):
                if name in self._dates:
                    raise _NotShownError
            case _:
                for part in operand_nodes(node):
                    self._note_number(part)

    def _note_anniversary(self, number: int) -> None:
        day = day_in_calendar(number)
        if day.day > _LAST_SURE_DAY:
            raise _NotShownError
        following = day_in_calendar(number + 1)
        self.of_every_year |= {(day.month, day.day), (following.month, following.day)}

    def _is_date(self, *days: Numeric) -> bool:
        """Say whether one of some days is one of the dates, as it is."""
        return any(
            isinstance(day, ShiftedDay)
            and isinstance(day.day, NamedNumber)
            and day.day.name in self._dates
            and not has_day_shift(day.by)
            for day in days
        )

    def _constant_days(self, node: Numeric) -> set[int]:
        """Give the days that something can be which depends on no date of a subject."""
        match node:
            case Constant(value=value) if value.value is not None:
                return {int(value.value)} - {NEVER}
            case ShiftedDay(day=day, by=by) if not has_day_shift(by):
                return self._constant_days(day)
            case NamedNumber(name=name) if name in self._plan.prepared:
                rows = _values_of(self._plan.prepared[name].node)
                return {day for value in rows for day in self._constant_days(value)}
            case _:
                raise _NotShownError
