"""What is summed over the records of a list, for the records of all subjects at once?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.columns.exact import WIDE, BeyondColumns, Exact, Whole, constant, divide, either_of, is_zero, scale, whole
from rules.columns.forms import TRUE, Column, both, choose, either, negated
from rules.columns.quantities import Quantities
from rules.columns.steps import Steps
from rules.columns.values import Facts, Value
from rules.contracts.units import unit
from rules.engine.read_subject import MAXIMUM_RECORDS
from rules.model.scorecard import FigureKind, SumQuantity

if TYPE_CHECKING:
    from rules.columns.forms import Node
    from rules.columns.values import Given
    from rules.engine.plan import Plan

_EACH = Value(constant(Fraction(1)), constant(Fraction(1)))
"""What each record brings where the records themselves are counted."""


_ADDED = (None, FigureKind.COUNT, FigureKind.SHARE, FigureKind.AVERAGE)
"""What follows from what is added up over the records."""


@dataclass(frozen=True, slots=True)
class LoweredList:
    """What to compute for each record of a list: `layers` of steps, `odd` and the `amounts` that count.

    The amounts are added up for each subject into columns of their names, which `sums` read, those of `wide` in 128
    bits, and of no record they are 0; of a subject with an odd record `odd_column` holds.
    """

    name: str
    layers: tuple[dict[str, Node], ...]
    amounts: dict[str, Node]
    wide: frozenset[str]
    sums: dict[str, Value]
    odd: Node

    @property
    def odd_column(self) -> Column:
        """The column that says which subjects have an odd record."""
        return Column(f"odd:{self.name}")


def lower_list(plan: Plan, name: str, given: Given, limit: int) -> LoweredList:
    """Lower the sums over a list.

    Raises:
        BeyondColumns: records are computed with in a way that columns do not hold.
    """
    scope = plan.records[name]
    definitions = {fact.id: fact for fact in plan.scorecard.facts}
    fields = {field.id: field for field in scope.record.fields}
    steps = Steps()
    facts = Facts(
        {**definitions, **fields},
        scope.names,
        given.inside(name, fields),
        limit,
        [atom for rule in scope.network.rules for atom in rule.atoms],
        name,
        frozenset(fields),
    )
    quantities = Quantities(plan, facts, steps, within=name)
    rules = {rule.id: rule for rule in scope.network.rules}
    amounts: dict[str, Node] = {}
    totals: dict[str, Whole] = {}
    sums: dict[str, Value] = {}
    for quantity in plan.scorecard.quantities:
        if not isinstance(quantity, SumQuantity) or quantity.list != name:
            continue
        if quantity.each is not None:
            raise BeyondColumns(f"{quantity.id} is summed for each record of {quantity.each}")
        if quantity.figure not in _ADDED:
            raise BeyondColumns(f"{quantity.id} is the {quantity.figure} of records, which columns do not add up")
        replies = [quantities.asking.rule(rules[f"{quantity.id}:{index}"].atoms) for index in range(len(quantity.rows))]
        met = either(*(reply.met for reply in replies)) if replies else TRUE
        facts.odd.append(both(negated(met), either(*(reply.is_open for reply in replies))))
        part = quantities.number(quantity.of) if quantity.of else _EACH
        if part.low.below is not None:
            raise BeyondColumns(f"{quantity.id} adds up quotients")
        asked = TRUE if quantity.figure is FigureKind.SHARE else met
        facts.odd.append(both(asked, either(part.missing, part.perhaps, part.unknown)))
        if quantity.of and quantity.of not in fields:
            facts.odd.append(both(asked, part.absent))
        there = negated(part.absent)
        found = _added(amounts, totals, f"sum:{quantity.id}", both(met, there), part.low)
        base = unit(scope.names.units[quantity.of]).factor if quantity.of else Fraction(1)
        by = {
            FigureKind.SHARE: (there, part.low),
            FigureKind.AVERAGE: (both(met, there), _EACH.low),
        }.get(quantity.figure or FigureKind.COUNT)
        if by is None:
            number = scale(found, base / unit(quantity.unit).factor)
            sums[quantity.id] = Value(number, number)
        else:
            factor = Fraction(1) if quantity.figure is FigureKind.SHARE else base
            sums[quantity.id] = _divided(quantity, found, _added(amounts, totals, f"of:{quantity.id}", *by), factor)
    odd = either(*facts.odd)
    wide = frozenset(column for column, total in totals.items() if total.is_wide)
    return LoweredList(name, steps.layers({**amounts, "odd": odd}), amounts, wide, sums, odd)


def _added(amounts: dict[str, Node], totals: dict[str, Whole], column: str, counts: Node, part: Exact) -> Exact:
    """Add a number of the records that count up into a column.

    Raises:
        BeyondColumns: it can overflow.
    """
    above = part.above
    total = Whole(Column(column), min(above.low, 0) * MAXIMUM_RECORDS, max(above.high, 0) * MAXIMUM_RECORDS)
    if total.size >= WIDE:
        raise BeyondColumns(f"{column} can overflow 126 bits")
    amounts[column], totals[column] = choose(counts, above.node, whole(0).node), total
    return Exact(total, part.divisor)


def _divided(quantity: SumQuantity, part: Exact, by: Exact, factor: Fraction) -> Value:
    """Give a share or a mean; where there is nothing to take it of, what the card says, else it is not known."""
    number, none = scale(divide(part, by), factor / unit(quantity.unit).factor), is_zero(by)
    if quantity.when_none is None:
        return Value(number, number, unknown=none)
    number = either_of(none, constant(quantity.when_none), number)
    return Value(number, number)
