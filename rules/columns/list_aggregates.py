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
from rules.columns.expression_nodes import TRUE, Call, ColumnReference, all_true, any_true, choose, negate
from rules.columns.input_columns import BoundedValue, CardFactColumns, is_of_subject
from rules.columns.limits import INT128_LIMIT, NotVectorizableError
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
"""What each record brings where the records themselves are counted."""


_SUMMABLE_FIGURES = (None, AggregateKind.COUNT, AggregateKind.SHARE, AggregateKind.AVERAGE)
"""What follows from what is added up over the records."""


@dataclass(frozen=True, slots=True)
class LoweredList:
    """What to compute for each record of a list: `layers` of steps, `needs_core` and the `amounts` that count.

    The amounts are added up for each subject into columns of their names, those of `wide` in 128 bits, and of no record
    they are 0; of a subject with an odd record `odd_column` holds.
    """

    name: str
    layers: tuple[dict[str, Node], ...]
    amounts: dict[str, Node]
    wide: frozenset[str]
    needs_core: Node

    @property
    def odd_column(self) -> ColumnReference:
        """The column that says which subjects have an odd record."""
        return ColumnReference(f"odd:{self.name}")


class ListSums:
    """The sums over one list, each lowered when it is asked for."""

    def __init__(self, plan: Plan, name: str, input_columns: InputColumns, limit: int) -> None:
        """Prepare for the records of a list in columns."""
        scope = plan.records[name]
        self._fields = {field.id: field for field in scope.record.fields}
        self._rules = {rule.id: rule for rule in scope.network.rules}
        self._units = scope.names.units
        self._name, self._steps = name, SharedColumns()
        whole_subject = CardFactColumns.of_card(plan, input_columns, limit)
        self._facts = CardFactColumns(
            {**whole_subject.definitions, **self._fields},
            scope.names,
            input_columns.columns_of_record(name, self._fields),
            limit,
            [atom for rule in scope.network.rules for atom in rule.atoms],
            name,
            frozenset(self._fields),
            whole_subject.core_conditions,
        )
        outside = QuantityColumns(plan, whole_subject, self._steps)
        self._quantities = QuantityColumns(plan, self._facts, self._steps, within=name, outside=outside)
        self._amounts: dict[str, Node] = {}
        self._totals: dict[str, WholeColumn] = {}

    @property
    def is_asked(self) -> bool:
        """Whether anything is added up."""
        return bool(self._amounts)

    def lowered(self) -> LoweredList:
        """Give what is to be computed for all that was asked for."""
        odd = any_true(*self._facts.core_conditions)
        wide = frozenset(column for column, total in self._totals.items() if total.is_wide)
        layers = self._steps.layers({**self._amounts, "odd": odd})
        return LoweredList(self._name, layers, self._amounts, wide, odd)

    def of(self, quantity: SumQuantity) -> BoundedValue:
        """Lower one sum."""
        if quantity.each is not None:
            raise NotVectorizableError(f"{quantity.id} is summed for each record of {quantity.each}")
        if quantity.figure not in _SUMMABLE_FIGURES:
            raise NotVectorizableError(
                f"{quantity.id} is the {quantity.figure} of records, which columns do not add up"
            )
        odd, rules = self._facts.core_conditions, range(len(quantity.rows))
        replies = [self._quantities.tests.rule(self._rules[f"{quantity.id}:{index}"].atoms) for index in rules]
        met = any_true(*(reply.met for reply in replies)) if replies else TRUE
        odd.append(all_true(negate(met), any_true(*(reply.is_open for reply in replies))))
        part = self._quantities.number(quantity.of) if quantity.of else _UNIT_AMOUNT
        counted = TRUE if quantity.figure is AggregateKind.SHARE else met
        odd.append(all_true(counted, any_true(part.missing, part.maybe_absent, part.unknown)))
        if quantity.of and quantity.of not in self._fields:
            odd.append(all_true(counted, part.absent))
        there = negate(part.absent)
        base = unit(self._units[quantity.of]).factor if quantity.of else Fraction(1)
        if quantity.figure is None and not self._is_divided_alike(part.low):
            least, most = self._nearly_added(quantity.id, all_true(met, there), scale(part.low, base))
            low, high = (scale(end, 1 / unit(quantity.unit).factor) for end in (least, most))
            return BoundedValue(low, high, bounds_only=(high, low))
        summed = self._add_sum_column(f"sum:{quantity.id}", all_true(met, there), part.low)
        by = {
            AggregateKind.SHARE: (there, part.low),
            AggregateKind.AVERAGE: (all_true(met, there), _UNIT_AMOUNT.low),
        }.get(quantity.figure or AggregateKind.COUNT)
        if by is None:
            number = scale(summed, base / unit(quantity.unit).factor)
            return BoundedValue(number, number)
        factor = Fraction(1) if quantity.figure is AggregateKind.SHARE else base
        return _divided(quantity, summed, self._add_sum_column(f"of:{quantity.id}", *by), factor)

    def _add_sum_column(self, column: str, counts: Node, part: ExactColumn) -> ExactColumn:
        """Add a number of the records that count up into a column; what all were divided by divides the sum."""
        above, below = part.numerator, part.denominator
        total = WholeColumn(
            ColumnReference(column), min(above.low, 0) * MAXIMUM_RECORDS, max(above.high, 0) * MAXIMUM_RECORDS
        )
        if total.size >= INT128_LIMIT:
            raise NotVectorizableError(f"{column} can overflow 126 bits")
        if below is not None:
            below = replace(below, node=self._of_subject(below.node, column))
        self._amounts[column], self._totals[column] = choose(counts, above.node, whole(0).node), total
        return ExactColumn(total, part.divisor, below)

    def _nearly_added(self, name: str, counts: Node, part: ExactColumn) -> tuple[ExactColumn, ExactColumn]:
        """Add quotients of the records up between two bounds, a trillionth of the base unit apart for each."""
        near = INTERVAL_ARITHMETIC.take(part)
        low, high = (ExactColumn(end, UNITY) for end in (near.low, near.high))
        return self._add_sum_column(f"low:{name}", counts, low), self._add_sum_column(f"high:{name}", counts, high)

    def _is_divided_alike(self, part: ExactColumn) -> bool:
        """Say whether all records of a subject are divided by one number, or by none."""
        try:
            return part.denominator is None or self._of_subject(part.denominator.node, "") is not None
        except NotVectorizableError:
            return False

    def _of_subject(self, node: Node, column: str) -> Node:
        """Write a number of each record as one of the subject, if it follows from facts of the subject alone."""
        match node:
            case ColumnReference(name=name) if name in self._steps.made:
                return self._of_subject(self._steps.made[name], column)
            case ColumnReference(name=name) if not is_of_subject(name):
                raise NotVectorizableError(f"{column} adds up quotients")
            case Call(operator=operator, operands=operands):
                written = tuple(self._of_subject(operand, column) for operand in operands)
                return node if written == operands else Call(operator, written)
            case _:
                return node


def _divided(quantity: SumQuantity, part: ExactColumn, by: ExactColumn, factor: Fraction) -> BoundedValue:
    """Give a share or a mean; where there is nothing to take it of, what the card says, else it is not known."""
    number, none = scale(divide(part, by), factor / unit(quantity.unit).factor), is_zero(by)
    if quantity.when_none is None:
        return BoundedValue(number, number, unknown=none)
    number = select_exact(none, constant(quantity.when_none), number)
    return BoundedValue(number, number)
