"""Vectorized aggregates over list records: sum, count, share and average per subject."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.columns.exact_arithmetic import (
    ExactColumn,
    WholeColumn,
    constant,
    divide,
    is_zero,
    scale,
    select_exact,
    whole,
)
from rules.columns.expression_nodes import (
    INT128_LIMIT,
    TRUE,
    Call,
    ColumnReference,
    NotVectorizableError,
    all_true,
    any_true,
    choose,
    negate,
)
from rules.columns.input_columns import BoundedValue, CardFactColumns, is_of_subject
from rules.columns.point_arithmetic import INTERVAL_ARITHMETIC, UNITY
from rules.columns.quantities import QuantityColumns
from rules.columns.shared_subexpressions import SharedColumns
from rules.contracts.units import unit
from rules.engine.read_subject import MAXIMUM_RECORDS
from rules.model.scorecard import AggregateKind

if TYPE_CHECKING:
    from rules.columns.expression_nodes import Node
    from rules.columns.input_columns import InputColumns
    from rules.engine.plan import Plan
    from rules.model.scorecard import SumQuantity

_UNIT_AMOUNT = BoundedValue(constant(Fraction(1)), constant(Fraction(1)))


_SUMMABLE_FIGURES = (None, AggregateKind.COUNT, AggregateKind.SHARE, AggregateKind.AVERAGE)


@dataclass(frozen=True, slots=True)
class LoweredList:
    """Computation for the records of a list: `layers` of steps, and `amounts` to add up per subject.

    The sums become columns of the same names, in 128 bits if listed in `wide`, and 0 without records. `odd_column`
    marks subjects with a record that needs the exact core.
    """

    name: str
    layers: tuple[dict[str, Node], ...]
    amounts: dict[str, Node]
    wide: frozenset[str]
    needs_core: Node

    @property
    def odd_column(self) -> ColumnReference:
        return ColumnReference(f"odd:{self.name}")


class ListSums:
    """Sums over one list, each lowered on request."""

    def __init__(self, plan: Plan, name: str, input_columns: InputColumns, limit: int) -> None:
        scope = plan.records[name]
        self._fields = {field.id: field for field in scope.record.fields}
        self._rules = {rule.id: rule for rule in scope.network.rules}
        self._units = scope.names.units
        self._name, self._steps = name, SharedColumns()
        subject_facts = CardFactColumns.of_card(plan, input_columns, limit)
        self._facts = CardFactColumns(
            {**subject_facts.definitions, **self._fields},
            scope.names,
            input_columns.columns_of_record(name, self._fields),
            limit,
            [atom for rule in scope.network.rules for atom in rule.atoms],
            name,
            frozenset(self._fields),
            subject_facts.core_conditions,
        )
        outside = QuantityColumns(plan, subject_facts, self._steps)
        self._quantities = QuantityColumns(plan, self._facts, self._steps, within=name, outside=outside)
        self._amounts: dict[str, Node] = {}
        self._totals: dict[str, WholeColumn] = {}

    @property
    def is_requested(self) -> bool:
        return bool(self._amounts)

    def lowered(self) -> LoweredList:
        needs_core = any_true(*self._facts.core_conditions)
        wide = frozenset(column for column, total in self._totals.items() if total.is_wide)
        layers = self._steps.layers({**self._amounts, "odd": needs_core})
        return LoweredList(self._name, layers, self._amounts, wide, needs_core)

    def of(self, quantity: SumQuantity) -> BoundedValue:
        if quantity.each is not None:
            raise NotVectorizableError(f"{quantity.id} is summed for each record of {quantity.each}")
        if quantity.figure not in _SUMMABLE_FIGURES:
            raise NotVectorizableError(
                f"{quantity.id} is the {quantity.figure} of records, which columns do not add up"
            )
        core_conditions, rules = self._facts.core_conditions, range(len(quantity.rows))
        replies = [self._quantities.tests.rule(self._rules[f"{quantity.id}:{index}"].atoms) for index in rules]
        met = any_true(*(reply.met for reply in replies)) if replies else TRUE
        core_conditions.append(all_true(negate(met), any_true(*(reply.is_open for reply in replies))))
        part = self._quantities.number(quantity.of) if quantity.of else _UNIT_AMOUNT
        counted = TRUE if quantity.figure is AggregateKind.SHARE else met
        core_conditions.append(all_true(counted, any_true(part.missing, part.maybe_absent, part.unknown)))
        if quantity.of and quantity.of not in self._fields:
            core_conditions.append(all_true(counted, part.absent))
        applies = negate(part.absent)
        base = unit(self._units[quantity.of]).factor if quantity.of else Fraction(1)
        if quantity.figure is None and not self._has_common_denominator(part.low):
            least, most = self._add_bounded_sum(quantity.id, all_true(met, applies), scale(part.low, base))
            low, high = (scale(end, 1 / unit(quantity.unit).factor) for end in (least, most))
            return BoundedValue(low, high, bounds_only=(high, low))
        summed = self._add_sum_column(f"sum:{quantity.id}", all_true(met, applies), part.low)
        divisor = {
            AggregateKind.SHARE: (applies, part.low),
            AggregateKind.AVERAGE: (all_true(met, applies), _UNIT_AMOUNT.low),
        }.get(quantity.figure or AggregateKind.COUNT)
        if divisor is None:
            number = scale(summed, base / unit(quantity.unit).factor)
            return BoundedValue(number, number)
        factor = Fraction(1) if quantity.figure is AggregateKind.SHARE else base
        return _ratio(quantity, summed, self._add_sum_column(f"of:{quantity.id}", *divisor), factor)

    def _add_sum_column(self, column: str, counts: Node, part: ExactColumn) -> ExactColumn:
        above, below = part.numerator, part.denominator
        total = WholeColumn(
            ColumnReference(column), min(above.low, 0) * MAXIMUM_RECORDS, max(above.high, 0) * MAXIMUM_RECORDS
        )
        if total.size >= INT128_LIMIT:
            raise NotVectorizableError(f"{column} can overflow 126 bits")
        if below is not None:
            below = replace(below, node=self._as_subject_node(below.node, column))
        self._amounts[column], self._totals[column] = choose(counts, above.node, whole(0).node), total
        return ExactColumn(total, part.divisor, below)

    def _add_bounded_sum(self, name: str, counts: Node, part: ExactColumn) -> tuple[ExactColumn, ExactColumn]:
        """Bound a sum of quotients to within a trillionth of the base unit per record."""
        near = INTERVAL_ARITHMETIC.take(part)
        low, high = (ExactColumn(end, UNITY) for end in (near.low, near.high))
        return self._add_sum_column(f"low:{name}", counts, low), self._add_sum_column(f"high:{name}", counts, high)

    def _has_common_denominator(self, part: ExactColumn) -> bool:
        try:
            return part.denominator is None or self._as_subject_node(part.denominator.node, "") is not None
        except NotVectorizableError:
            return False

    def _as_subject_node(self, node: Node, column: str) -> Node:
        match node:
            case ColumnReference(name=name) if name in self._steps.made:
                return self._as_subject_node(self._steps.made[name], column)
            case ColumnReference(name=name) if not is_of_subject(name):
                raise NotVectorizableError(f"{column} adds up quotients")
            case Call(operator=operator, operands=operands):
                written = tuple(self._as_subject_node(operand, column) for operand in operands)
                return node if written == operands else Call(operator, written)
            case _:
                return node


def _ratio(quantity: SumQuantity, part: ExactColumn, by: ExactColumn, factor: Fraction) -> BoundedValue:
    number, is_empty = scale(divide(part, by), factor / unit(quantity.unit).factor), is_zero(by)
    if quantity.when_none is None:
        return BoundedValue(number, number, unknown=is_empty)
    number = select_exact(is_empty, constant(quantity.when_none), number)
    return BoundedValue(number, number)
