"""What is summed over the records of a list, for the records of all subjects at once?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.columns.exact import WIDE, BeyondColumns, Exact, Whole, constant, scale, whole
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


@dataclass(frozen=True, slots=True)
class LoweredList:
    """What to compute for each record of a list: `layers` of steps, `odd` and the `amounts` that count.

    The amounts are added up for each subject into columns of their names, which `sums` read, and of no record they are
    0; of a subject with an odd record `odd_column` holds.
    """

    name: str
    layers: tuple[dict[str, Node], ...]
    amounts: dict[str, Node]
    sums: dict[str, Exact]
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
    sums: dict[str, Exact] = {}
    for quantity in plan.scorecard.quantities:
        if not isinstance(quantity, SumQuantity) or quantity.list != name:
            continue
        if quantity.each is not None:
            raise BeyondColumns(f"{quantity.id} is summed for each record of {quantity.each}")
        if quantity.figure not in (None, FigureKind.COUNT):
            raise BeyondColumns(f"{quantity.id} is the {quantity.figure} of records, which columns do not add up")
        replies = [quantities.asking.rule(rules[f"{quantity.id}:{index}"].atoms) for index in range(len(quantity.rows))]
        met = either(*(reply.met for reply in replies)) if replies else TRUE
        facts.odd.append(both(negated(met), either(*(reply.is_open for reply in replies))))
        part = quantities.number(quantity.of) if quantity.of else _EACH
        if part.low.below is not None:
            raise BeyondColumns(f"{quantity.id} adds up quotients")
        facts.odd.append(both(met, either(part.missing, part.perhaps, part.unknown)))
        if quantity.of and quantity.of not in fields:
            facts.odd.append(both(met, part.absent))
        counts = both(met, negated(part.absent))
        above = part.low.above
        column = f"sum:{quantity.id}"
        total = Whole(Column(column), min(above.low, 0) * MAXIMUM_RECORDS, max(above.high, 0) * MAXIMUM_RECORDS)
        if total.size >= WIDE:
            raise BeyondColumns(f"{quantity.id} can overflow 126 bits")
        amounts[column] = choose(counts, above.widened() if total.is_wide else above.node, whole(0).node)
        base = unit(scope.names.units[quantity.of]).factor if quantity.of else Fraction(1)
        factor = base / unit(quantity.unit).factor
        sums[quantity.id] = scale(Exact(total, part.low.divisor), factor)
    odd = either(*facts.odd)
    return LoweredList(name, steps.layers({**amounts, "odd": odd}), amounts, sums, odd)
