"""Vectorized rule evaluation: tests of a plan lowered to four-valued outcomes per subject."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from rules.columns.exact_arithmetic import ExactColumn, constant, may_lie_within, subtract, within
from rules.columns.expression_nodes import (
    FALSE,
    TRUE,
    Call,
    Literal,
    Node,
    NotVectorizableError,
    Operator,
    all_true,
    any_true,
    equals_any,
    fill,
    negate,
    truth,
)
from rules.columns.input_columns import BoundedValue, scaled_value
from rules.contracts.dates import FIRST_DAY, LAST_DAY
from rules.contracts.intervals import Interval
from rules.contracts.numbers import fraction_of_int
from rules.contracts.outcomes import Outcome
from rules.model.expressions import has_day_shift
from rules.model.symbol_table import decode_section_total
from rules.program.abstract_interpretation import ask as ask_known
from rules.program.date_arithmetic import shift_day
from rules.program.nodes import (
    CasesWithExceptions,
    ConstantMultiple,
    CriterionOutcome,
    NamedNumber,
    PeriodBoundary,
    SelectedCount,
    ShiftedDay,
    Sum,
    Word,
)
from rules.program.value_environment import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.columns.input_columns import CardFactColumns
    from rules.engine.plan import Plan
    from rules.model.expressions import DateExpression, PeriodEdge
    from rules.program.nodes import AtomicTest, Numeric


@dataclass(frozen=True, slots=True)
class TruthColumns:
    """Conditions that a rule is met, fails, or does not apply; otherwise it is undetermined."""

    met: Node
    fails: Node
    absent: Node = FALSE

    @property
    def is_open(self) -> Node:
        for node, other in ((self.met, self.fails), (self.fails, self.met)):
            if isinstance(node, Call) and node.operator is Operator.NOT and node.operands[0] is other:
                return FALSE
        if {self.met, self.fails} == {TRUE, FALSE}:
            return FALSE
        return negate(any_true(self.met, self.fails, self.absent))


def definite_truth(met: Node) -> TruthColumns:
    """Return truth columns that are never undetermined."""
    return TruthColumns(met, negate(met))


def all_hold(replies: Iterable[TruthColumns]) -> TruthColumns:
    """Combine conditions that must all be met.

    A failed part decides first, then an undetermined part, then an inapplicable part.
    """
    parts = list(replies)
    met = all_true(*(part.met for part in parts))
    if all(part.is_open is FALSE and part.absent is FALSE for part in parts):
        return definite_truth(met)
    absent = all_true(any_true(*(part.absent for part in parts)), *(any_true(part.met, part.absent) for part in parts))
    return TruthColumns(met, any_true(*(part.fails for part in parts)), absent)


def any_holds(replies: Iterable[TruthColumns]) -> TruthColumns:
    """Combine conditions where one must be met; an inapplicable part counts as not met."""
    parts = list(replies)
    met = any_true(*(part.met for part in parts))
    if all(part.is_open is FALSE for part in parts):
        return definite_truth(met)
    return TruthColumns(met, all_true(*(any_true(part.fails, part.absent) for part in parts)))


class TabledWords(Protocol):
    """Words that are looked up in tables, by name."""

    def is_word(self, name: str) -> bool:
        """Return whether the name is a word from a table."""

    def is_allowed(self, measure: Word, allowed: frozenset[str]) -> TruthColumns:
        """Return whether the word of each subject is allowed."""


class MeasureColumns(Protocol):
    """Facts and quantities in columns, as measured by tests."""

    @property
    def plan(self) -> Plan:
        """The plan of the lowered tests."""

    @property
    def facts(self) -> CardFactColumns:
        """The columns of the facts."""

    @property
    def tabled(self) -> TabledWords:
        """The words from tables."""

    def number_or_day(self, name: str) -> BoundedValue:
        """Return the number or day with a name."""

    def day(self, name: str, edge: PeriodEdge | None) -> BoundedValue:
        """Return a day; of a period, its first or last."""

    def computed(self, node: Numeric, zeros: list[Node]) -> BoundedValue:
        """Compute a number; append zero-divisor conditions to `zeros`."""


class TestLowering:
    """Lowering of tests; undecidable cases become core conditions."""

    def __init__(self, quantities: MeasureColumns) -> None:
        self._quantities = quantities
        self.facts = quantities.facts
        self.answers: dict[str, TruthColumns] = {}
        self.points: dict[str, BoundedValue] = {}
        self.selections: dict[str, Node] = {}
        self._named: dict[str, TruthColumns] = {}

    def rule(self, atoms: Iterable[AtomicTest]) -> TruthColumns:
        return all_hold(self.atom(atom) for atom in atoms)

    def atom(self, atom: AtomicTest) -> TruthColumns:
        match atom.measure:
            case CriterionOutcome(criterion=criterion):
                return self._answer(self.answers[criterion], atom)
            case Word():
                return self._selection(atom.measure, atom)
            case SelectedCount():
                return self._overlap(atom.measure, atom)
            case _:
                return self._number(self.value(atom.measure), atom)

    def value(self, measure: object) -> BoundedValue:
        match measure:
            case NamedNumber(name=name) if decode_section_total(name):
                raise NotVectorizableError("points of sections are compared")
            case NamedNumber(name=name) if name in self.points:
                return self.points[name]
            case NamedNumber(name=name):
                return self._quantities.number_or_day(name)
            case PeriodBoundary(name=name, edge=edge):
                return self._quantities.day(name, edge)
            case ConstantMultiple(value=inner, factor=factor):
                return scaled_value(self.value(inner), factor)
            case ShiftedDay(day=day, by=by):
                return shift_day_value(self.value(day), by)
            case Sum(left=left, right=ConstantMultiple(value=right, factor=Fraction(numerator=-1, denominator=1))):
                return _difference(self.value(left), self.value(right))
            case _:
                raise NotVectorizableError(f"{measure} is no measure of columns")

    def number(self, node: Numeric) -> ExactColumn:
        """Compute a number; the caller must record where its inputs are unknown."""
        return self._quantities.computed(node, []).low

    def _number(self, value: BoundedValue, atom: AtomicTest) -> TruthColumns:
        self.facts.core_conditions.append(value.unknown)
        spans = [
            (span.low, span.low_open, span.high, span.high_open) for span in atom.allowed if isinstance(span, Interval)
        ]
        met = within(value.low, value.high, spans)
        if value.bounds_only is not None:
            inner, outer = value.bounds_only
            may_be_met = may_lie_within(inner, outer, spans)
            self.facts.core_conditions.append(all_true(within(inner, outer, spans), negate(met)))
            self.facts.core_conditions.append(
                all_true(may_lie_within(value.low, value.high, spans), negate(may_be_met))
            )
            return TruthColumns(met, negate(may_be_met))
        if value.is_known and value.absent is FALSE and value.maybe_absent is FALSE:
            return definite_truth(met)
        fails = negate(met) if value.is_known else negate(may_lie_within(value.low, value.high, spans))
        return where_applicable(met, fails, value.absent, value.maybe_absent)

    def _selection(self, measure: Word, atom: AtomicTest) -> TruthColumns:
        allowed = atom.allowed if isinstance(atom.allowed, frozenset) else frozenset()
        chosen = self.facts.input_columns.settings.get(measure.name)
        if chosen is not None:
            return definite_truth(truth(chosen in allowed))
        if self._quantities.tabled.is_word(measure.name):
            return self._quantities.tabled.is_allowed(measure, allowed)
        prepared = self._quantities.plan.prepared.get(measure.name)
        if prepared is not None and isinstance(prepared.node, CasesWithExceptions):
            return self._named_condition(measure.name, prepared.node, allowed)
        codes = [code for code, value in enumerate(measure.domain) if value in allowed]
        if measure.name in self.selections:
            return definite_truth(equals_any(self.selections[measure.name], codes))
        code, can_be_missing, absent, maybe_absent = self.facts.code(measure.name)
        met: Node = equals_any(code, codes)
        fails = negate(met)
        if len(codes) == len(measure.domain):
            met, fails = TRUE, FALSE
        elif can_be_missing and codes:
            met, fails = fill(met, False), negate(fill(met, True))
        return where_applicable(met, fails, absent, maybe_absent)

    def _named_condition(self, name: str, node: CasesWithExceptions, allowed: frozenset[str]) -> TruthColumns:
        if name not in self._named:
            rows = [(excepts, self.rule(tests)) for excepts, tests in node.rows]
            excepted = any_holds(reply for excepts, reply in rows if excepts)
            holds = any_holds(reply for excepts, reply in rows if not excepts)
            self._named[name] = all_hold((holds, TruthColumns(excepted.fails, excepted.met)))
        reply = self._named[name]
        parts = {YES: reply.met, NO: reply.fails}
        met = any_true(*(node for value, node in parts.items() if value in allowed))
        return TruthColumns(met, any_true(*(node for value, node in parts.items() if value not in allowed)))

    def _overlap(self, measure: SelectedCount, atom: AtomicTest) -> TruthColumns:
        bits, can_be_missing, absent, maybe_absent = self.facts.bits(measure.name)
        choices = [choice.id for choice in self.facts.definitions[measure.name].choices]
        mask = sum(1 << position for position, choice in enumerate(choices) if choice in measure.values)
        none, some = (ask_known(atom, Interval(fraction_of_int(count), fraction_of_int(count))) for count in (0, 1))
        most = len(measure.values & set(choices))
        if any(
            ask_known(atom, Interval(fraction_of_int(count), fraction_of_int(count))) is not some
            for count in range(1, most + 1)
        ):
            raise NotVectorizableError(f"how many choices of {measure.name} are among some")
        overlaps = Call(Operator.OVERLAPS, (bits, Literal(mask)))
        met = {(Outcome.NOT_MET, Outcome.MET): overlaps, (Outcome.MET, Outcome.NOT_MET): negate(overlaps)}.get(
            (none, some), truth(none is Outcome.MET)
        )
        fails = negate(met)
        if can_be_missing:
            unknown = ask_known(atom, Interval(fraction_of_int(0), fraction_of_int(most)))
            met = fill(met, unknown is Outcome.MET)
            fails = fill(fails, unknown is Outcome.NOT_MET)
        return where_applicable(met, fails, absent, maybe_absent)

    @staticmethod
    def _answer(reply: TruthColumns, atom: AtomicTest) -> TruthColumns:
        allowed = atom.allowed if isinstance(atom.allowed, frozenset) else frozenset()
        parts = {Outcome.MET: reply.met, Outcome.NOT_MET: reply.fails, Outcome.NOT_APPLICABLE: reply.absent}
        met = any_true(*(node for outcome, node in parts.items() if outcome in allowed))
        return TruthColumns(met, any_true(*(node for outcome, node in parts.items() if outcome not in allowed)))


def shift_day_value(value: BoundedValue, by: DateExpression) -> BoundedValue:
    """Shift a day; bounds remain bounds because shifts preserve order."""
    if not has_day_shift(by):
        return value
    low = _shift_column(value.low, by)
    high = low if value.is_known else _shift_column(value.high, by)
    return BoundedValue(low, high, value.missing, value.unbounded, value.unknown, value.absent, value.maybe_absent)


def _shift_column(number: ExactColumn, day: DateExpression) -> ExactColumn:
    above = number.numerator
    if isinstance(above.node, Literal):
        return constant(shift_day(day, above.low))
    low, high = shift_day(day, max(above.low, FIRST_DAY)), shift_day(day, min(above.high, LAST_DAY + 1))
    node = Call(Operator.SHIFT, (above.node, Literal(day)))
    return ExactColumn(type(above)(node, low, high))


def _difference(left: BoundedValue, right: BoundedValue) -> BoundedValue:
    absent = any_true(left.absent, right.absent)
    maybe_absent = any_true(left.maybe_absent, right.maybe_absent)
    unbounded = [value.missing for value in (left, right) if value.unbounded]
    unknown = any_true(left.unknown, right.unknown, *unbounded)
    low = subtract(left.low, right.high)
    high = low if left.is_known and right.is_known else subtract(left.high, right.low)
    return BoundedValue(low, high, any_true(left.missing, right.missing), False, unknown, absent, maybe_absent)


def where_applicable(met: Node, fails: Node, absent: Node, perhaps: Node) -> TruthColumns:
    """Restrict truth columns to subjects where the measure is known to apply."""
    if absent is FALSE and perhaps is FALSE:
        return TruthColumns(met, fails)
    applies = negate(any_true(absent, perhaps))
    return TruthColumns(all_true(met, applies), all_true(fails, applies), all_true(absent, negate(perhaps)))
