"""Vectorized quantities: formulas, first-match rows, dates, and lookups by choices or in tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rules.columns.exact_arithmetic import (
    ExactColumn,
    WholeColumn,
    add,
    constant,
    divide,
    greater,
    is_zero,
    multiply,
    round_column_to_step,
    select_exact,
    smaller,
    subtract,
)
from rules.columns.expression_nodes import (
    FALSE,
    TRUE,
    Call,
    Literal,
    NotVectorizableError,
    Operator,
    all_true,
    any_true,
    choose,
    equals_any,
    fill,
    is_missing,
    negate,
    truth,
)
from rules.columns.input_columns import BoundedValue, input_column, scaled_value
from rules.columns.outcomes import TestLowering, TruthColumns, shift_day_value, where_applicable
from rules.columns.tables import ABSENT, MISSING, OPEN
from rules.contracts.dates import FIRST_DAY, LAST_DAY
from rules.contracts.units import unit
from rules.model.expressions import AS_OF, GOVERNING_FIRST, GOVERNING_LAST, PeriodEdge, SpanUnit
from rules.model.lookups import KeyDerivation
from rules.model.range_analysis import UNITS
from rules.model.scorecard import FactType, SumQuantity, TableQuantity
from rules.program import nodes
from rules.program.nodes import OTHER_TEXT, FirstMatchingRow, LookupTable, Numeric

if TYPE_CHECKING:
    from rules.columns.expression_nodes import Node
    from rules.columns.input_columns import CardFactColumns
    from rules.columns.shared_subexpressions import SharedColumns
    from rules.columns.tables import ColumnLookup
    from rules.engine.plan import Plan
    from rules.model.lookups import TableKey
    from rules.program.nodes import Word


class TableLookupColumns:
    """Table lookups by quantity name, each created once."""

    def __init__(self, quantities: QuantityColumns) -> None:
        self._quantities = quantities
        self._lookups: dict[str, tuple[Node, ColumnLookup]] = {}

    def is_word(self, name: str) -> bool:
        quantity = self._quantities.plan.quantities.get(name)
        return isinstance(quantity, TableQuantity) and quantity.gives == "word"

    def number(self, name: str) -> BoundedValue:
        column, lookup = self._lookup(name)
        has_value = Call(Operator.AT_MOST, (Literal(lookup.low), column))
        shown = WholeColumn(choose(has_value, column, Literal(lookup.low)), lookup.low, lookup.high)
        number, absent = ExactColumn(shown, lookup.divisor), equals_any(column, [lookup.low + ABSENT])
        return BoundedValue(number, number, unknown=negate(any_true(has_value, absent)), absent=absent)

    def is_allowed(self, measure: Word, allowed: frozenset[str]) -> TruthColumns:
        column, lookup = self._lookup(measure.name)
        compared = {word: word if word in measure.domain else OTHER_TEXT for word in lookup.words}
        met = equals_any(column, [code for code, word in enumerate(lookup.words) if compared[word] in allowed])
        missing, undetermined = (equals_any(column, [lookup.low + offset]) for offset in (MISSING, OPEN))
        self._quantities.facts.core_conditions.append(
            any_true(missing, undetermined) if allowed >= set(measure.domain) else undetermined
        )
        return where_applicable(
            met, negate(met), equals_any(column, [lookup.low + ABSENT]), any_true(missing, undetermined)
        )

    def _lookup(self, name: str) -> tuple[Node, ColumnLookup]:
        quantities = self._quantities
        if quantities.outside is not None and name not in quantities.definitions:
            return quantities.outside.tabled._lookup(name)
        if name not in self._lookups:
            quantity = quantities.definitions.get(name)
            if not isinstance(quantity, TableQuantity):
                raise NotVectorizableError(f"{name} is not looked up where it is asked")
            named = {key.name for row in quantity.rows for key in row.keys if key.name is not None}
            domains = {key_name: self._lookup(key_name)[1].words for key_name in named if self.is_word(key_name)}
            domains |= {
                key_name: quantities.facts.names.domains[key_name] for key_name in named if self._is_choice(key_name)
            }
            lookup = quantities.facts.input_columns.lookups.of(quantity, domains)
            keys = (self._key(key) for key in lookup.keys)
            node: Node = Call(Operator.LOOK_UP, (Literal(lookup), *keys)) if lookup.keys else Literal(lookup.find(()))
            self._lookups[name] = quantities.steps.keep(node), lookup
        return self._lookups[name]

    def _is_choice(self, name: str) -> bool:
        fact = self._quantities.facts.definitions.get(name)
        return fact is not None and fact.type is FactType.CHOICE

    def _key(self, key: TableKey) -> Node:
        facts, name = self._quantities.facts, key.name or ""
        if key.reading is not KeyDerivation.VALUE:
            day = facts.definitions.get(name)
            if day is None or day.type is not FactType.DATE or day.may_not_apply:
                raise NotVectorizableError(f"{name}, which is looked up, is no date that always applies")
            operator = Operator.YEAR if key.reading is KeyDerivation.YEAR else Operator.QUARTER
            return Call(operator, (facts.column(name),))
        if self.is_word(name):
            return self._lookup(name)[0]
        if not self._is_choice(name):
            return facts.word(name)
        code, _, absent, maybe_absent = facts.code(name)
        if absent is not FALSE or maybe_absent is not FALSE:
            raise NotVectorizableError(f"{name}, which is looked up, may not apply")
        return code


@dataclass
class QuantityColumns:
    """Facts and quantities by name, each lowered once; `lists` add up records.

    The quantities belong to the subject or to each record of the list `within`. Record quantities can read those of the
    subject (`outside`) that need no records.
    """

    plan: Plan
    facts: CardFactColumns
    steps: SharedColumns
    lists: Mapping[str, Callable[[SumQuantity], BoundedValue]] = field(default_factory=dict)
    within: str = ""
    outside: QuantityColumns | None = None
    _values: dict[str, BoundedValue] = field(default_factory=dict)
    _in_units: dict[tuple[str, Fraction], BoundedValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tests = TestLowering(self)
        self.tabled = TableLookupColumns(self)
        quantities = self.plan.scorecard.quantities
        self.definitions = {quantity.id: quantity for quantity in quantities if (quantity.owner or "") == self.within}

    def number(self, name: str) -> BoundedValue:
        if name in self.facts.definitions:
            return self.facts.number(name)
        if self.outside is not None and name not in self.definitions:
            return self.outside.number(name)
        if name not in self._values:
            made = self._quantity(name)
            low = self.steps.keep_exact(made.low)
            high = low if made.is_known else self.steps.keep_exact(made.high)
            parts = (self.steps.keep(part) for part in (made.unknown, made.absent, made.maybe_absent))
            unknown, absent, maybe_absent = parts
            near = None if made.bounds_only is None else (high, low)
            self._values[name] = BoundedValue(
                low, high, unknown=unknown, absent=absent, maybe_absent=maybe_absent, bounds_only=near
            )
        return self._values[name]

    def number_or_day(self, name: str) -> BoundedValue:
        fact = self.facts.definitions.get(name)
        is_day = name in (AS_OF, GOVERNING_FIRST, GOVERNING_LAST) or (fact is not None and fact.type is FactType.DATE)
        return self.day(name, None) if is_day else self.number(name)

    def day(self, name: str, edge: PeriodEdge | None) -> BoundedValue:
        if name in (GOVERNING_FIRST, GOVERNING_LAST):
            verdicts = self.plan.scorecard.verdicts
            governed_by = AS_OF if verdicts is None else verdicts.governed_by
            fact = self.facts.definitions.get(governed_by)
            if fact is not None and fact.type is FactType.PERIOD:
                return self.facts.day(governed_by, PeriodEdge.FIRST if name == GOVERNING_FIRST else PeriodEdge.LAST)
            return self.day(governed_by, None)
        if name in self.facts.definitions or name == AS_OF:
            return self.facts.day(name, edge)
        return self.number(name)

    def _quantity(self, name: str) -> BoundedValue:
        match self.definitions.get(name):
            case None:
                raise NotVectorizableError(f"{name} is nothing that columns hold of this subject or record")
            case TableQuantity():
                return self.tabled.number(name)
            case SumQuantity() as quantity if quantity.list in self.lists:
                return self._list_sum(quantity)
            case other if name not in self.plan.prepared:
                raise NotVectorizableError(f"{name} is a quantity of kind {other.kind}")
        match self.plan.prepared[name].node:
            case FirstMatchingRow() as node:
                return self._first_match(node)
            case LookupTable() as node:
                return self._by_words(node)
            case _:
                raise NotVectorizableError(f"{name} is no number")

    def _list_sum(self, quantity: SumQuantity) -> BoundedValue:
        absent, maybe_absent = self.facts.absence(quantity.list)
        of_some = maybe_absent is FALSE and quantity.list in self.facts.input_columns.open
        unknown = is_missing(input_column(quantity.list)) if of_some else FALSE
        summed = self.lists[quantity.list](quantity)
        return replace(summed, unknown=any_true(summed.unknown, unknown), absent=absent, maybe_absent=maybe_absent)

    def _first_match(self, node: FirstMatchingRow) -> BoundedValue:
        conditions = [self._shared(self.tests.rule(tests)) for tests, _ in node.rows]
        result = BoundedValue(constant(0), constant(0), unknown=TRUE)
        for (_, written), condition in reversed(list(zip(node.rows, conditions, strict=True))):
            value = self.computed(written, [])
            result = _select_value(condition.met, value, result, also_unknown=condition.is_open)
        return result

    def _shared(self, reply: TruthColumns) -> TruthColumns:
        if reply.is_open is FALSE and reply.absent is FALSE:
            met = self.steps.keep(reply.met)
            return TruthColumns(met, negate(met))
        return TruthColumns(*(self.steps.keep(part) for part in (reply.met, reply.fails, reply.absent)))

    def computed(self, node: Numeric, zeros: list[Node]) -> BoundedValue:
        computes = COMPUTED.get(type(node))
        if computes is None:
            raise NotVectorizableError(f"a formula holds a {type(node).__name__}, which columns do not compute")
        return computes(self, node, zeros)

    def _scaled(self, node: nodes.ConstantMultiple, zeros: list[Node]) -> BoundedValue:
        match node.value:
            case nodes.NamedNumber(name=name):
                if (name, node.factor) not in self._in_units:
                    self._in_units[name, node.factor] = _scale_number(self.computed(node.value, zeros), node.factor)
                return self._in_units[name, node.factor]
            case nodes.Maximum(left=nodes.ConstantMultiple() as left, right=nodes.ConstantMultiple() as right) if (
                left.factor == right.factor == node.factor == -1
            ):
                return self._combine_numbers(smaller, left.value, right.value, zeros)
            case _:
                return _scale_number(self.computed(node.value, zeros), node.factor)

    def _sum(self, node: nodes.Sum, zeros: list[Node]) -> BoundedValue:
        if isinstance(node.right, nodes.ConstantMultiple) and node.right.factor == -1:
            return self._combine_numbers(subtract, node.left, node.right.value, zeros)
        return self._combine_numbers(add, node.left, node.right, zeros)

    def _rounded(self, node: nodes.RoundedValue, zeros: list[Node]) -> BoundedValue:
        part = self.computed(node.value, zeros)
        rounded = self.steps.keep_exact(round_column_to_step(part.low, node.step, node.mode))
        return replace(part, low=rounded, high=rounded)

    def _date_difference(self, node: nodes.DateDifference, zeros: list[Node]) -> BoundedValue:
        if node.unit is not SpanUnit.DAYS:
            raise NotVectorizableError(f"a formula counts {node.unit.value} between two days")
        return _scale_number(
            self._combine_numbers(subtract, node.last, node.first, zeros), unit(UNITS[SpanUnit.DAYS]).factor
        )

    def _calendar_number(self, node: nodes.CalendarNumber, zeros: list[Node]) -> BoundedValue:
        function, date_value = node.form.function, self.computed(node.day, zeros)
        day = date_value.low.numerator
        if day.high > LAST_DAY:
            raise NotVectorizableError(f"a formula takes the {function} of a day that may never come")
        first, last = node.form.among(*(date.fromordinal(max(end, FIRST_DAY)) for end in (day.low, day.high)))
        number = ExactColumn(WholeColumn(Call(Operator(function), (day.node,)), first, last))
        shared_number = constant(first) if isinstance(day.node, Literal) else self.steps.keep_exact(number)
        return replace(date_value, low=shared_number, high=shared_number)

    def _combine_numbers(
        self, join: Callable[[ExactColumn, ExactColumn], ExactColumn], left: Numeric, right: Numeric, zeros: list[Node]
    ) -> BoundedValue:
        operand, other = self.computed(left, zeros), self.computed(right, zeros)
        if join is divide:
            zeros.append(is_zero(other.low))
        number = self.steps.keep_exact(join(operand.low, other.low))
        return BoundedValue(
            number,
            number,
            unknown=any_true(operand.unknown, other.unknown),
            absent=any_true(operand.absent, other.absent),
            maybe_absent=any_true(operand.maybe_absent, other.maybe_absent),
        )

    def _guarded_quotient(self, node: nodes.ZeroDivisorGuard, _: list[Node]) -> BoundedValue:
        zeros: list[Node] = []
        value = self.computed(node.value, zeros)
        number, zero, unknown = value.low, any_true(*zeros), value.unknown
        instead = node.instead.value
        if instead is None:
            unknown = any_true(unknown, zero)
        else:
            number = select_exact(zero, constant(instead), number)
        return BoundedValue(number, number, unknown=unknown, absent=value.absent, maybe_absent=value.maybe_absent)

    def _by_words(self, node: LookupTable) -> BoundedValue:
        if len({keys for keys, _ in node.rows}) < len(node.rows):
            raise NotVectorizableError("two rows of a lookup have the same keys")
        missing_keys: list[Node] = []
        absent: list[Node] = []
        maybe_absent: list[Node] = []
        result = self.computed(node.otherwise, [])
        for keys, value in reversed(node.rows):
            chosen = [
                self._key_matches(key.name, word, missing_keys, absent, maybe_absent)
                for key, word in zip(node.keys, keys, strict=True)
            ]
            result = _select_value(all_true(*chosen), self.computed(value, []), result)
        return BoundedValue(
            result.low,
            result.low,
            unknown=any_true(result.unknown, result.missing, *missing_keys),
            absent=any_true(result.absent, *absent),
            maybe_absent=any_true(result.maybe_absent, *maybe_absent),
        )

    def _key_matches(
        self, name: str, key: str, missing_keys: list[Node], absent: list[Node], maybe_absent: list[Node]
    ) -> Node:
        setting = self.facts.input_columns.settings.get(name)
        if setting is not None:
            return truth(setting == key)
        code, can_be_missing, not_applicable, applicability_unknown = self.facts.code(name)
        absent.append(not_applicable)
        maybe_absent.append(applicability_unknown)
        if can_be_missing:
            missing_keys.append(is_missing(code))
        domain = self.facts.names.domains[name]
        chosen = equals_any(code, [domain.index(key)] if key in domain else [])
        return fill(chosen, False) if can_be_missing and chosen is not FALSE else chosen


def _single_value(number: ExactColumn) -> BoundedValue:
    return BoundedValue(number, number)


def _known_value(value: BoundedValue) -> BoundedValue:
    unknown = any_true(value.unknown, value.missing)
    return BoundedValue(
        value.low,
        value.low,
        unknown=unknown,
        absent=value.absent,
        maybe_absent=value.maybe_absent,
        bounds_only=value.bounds_only,
    )


def _scale_number(value: BoundedValue, factor: Fraction) -> BoundedValue:
    """Multiply a single number by a constant of either sign.

    Unlike `scaled_value`, use the lower bound for both bounds.
    """
    scaled = scaled_value(value, factor)
    return replace(scaled, high=scaled.low)


def _constant(node: nodes.Constant) -> BoundedValue:
    number = node.value.value
    return BoundedValue(constant(0), constant(0), unknown=TRUE) if number is None else _single_value(constant(number))


def _select_value(
    condition: Node, then: BoundedValue, otherwise: BoundedValue, *, also_unknown: Node = FALSE
) -> BoundedValue:
    number = select_exact(condition, then.low, otherwise.low)

    def part(first: Node, other: Node) -> Node:
        if first is other:
            return first
        return any_true(all_true(condition, first), all_true(negate(condition), other))

    unknown = any_true(
        part(any_true(then.unknown, then.missing), any_true(otherwise.unknown, otherwise.missing)), also_unknown
    )
    return BoundedValue(
        number,
        number,
        unknown=unknown,
        absent=part(then.absent, otherwise.absent),
        maybe_absent=part(then.maybe_absent, otherwise.maybe_absent),
    )


_Computation = Callable[[QuantityColumns, Any, "list[Node]"], BoundedValue]


def _binary_operation(join: Callable[[ExactColumn, ExactColumn], ExactColumn]) -> _Computation:
    return lambda self, node, zeros: self._combine_numbers(join, node.left, node.right, zeros)


COMPUTED: Mapping[type[Numeric], _Computation] = {
    nodes.Constant: lambda _, node, __: _constant(node),
    nodes.NamedNumber: lambda self, node, _: _known_value(self.number_or_day(node.name)),
    nodes.PeriodBoundary: lambda self, node, _: _known_value(self.day(node.name, node.edge)),
    nodes.ConstantMultiple: QuantityColumns._scaled,
    nodes.Sum: QuantityColumns._sum,
    nodes.Product: _binary_operation(multiply),
    nodes.Quotient: _binary_operation(divide),
    nodes.Maximum: _binary_operation(greater),
    nodes.RoundedValue: QuantityColumns._rounded,
    nodes.ShiftedDay: lambda self, node, zeros: shift_day_value(self.computed(node.day, zeros), node.by),
    nodes.DateDifference: QuantityColumns._date_difference,
    nodes.CalendarNumber: QuantityColumns._calendar_number,
    nodes.ZeroDivisorGuard: QuantityColumns._guarded_quotient,
}
