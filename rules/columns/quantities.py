"""What are the quantities of a card in columns: formulas, and lookups by choices or in tables?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TYPE_CHECKING, Literal

from rules.columns.asking import Asking, Reply, shifted
from rules.columns.exact import (
    BeyondColumns,
    Exact,
    add,
    constant,
    divide,
    either_of,
    greater,
    is_zero,
    multiply,
    scale,
    smaller,
    subtract,
)
from rules.columns.forms import (
    FALSE,
    TRUE,
    both,
    either,
    equals_any,
    fill,
    is_missing,
    negated,
    truth,
)
from rules.columns.rounding import rounded_to_step
from rules.columns.tabled import Tabled
from rules.columns.values import Value, in_base_units, input_column
from rules.contracts.units import unit
from rules.engine.days import NEVER
from rules.engine.verdicts import GOVERNING_FIRST, GOVERNING_LAST
from rules.model.expressions import (
    AS_OF,
    DayOf,
    FormulaOperator,
    NameReference,
    NumberLiteral,
    Operation,
    PeriodEdge,
    Rounded,
    Span,
    SpanUnit,
    Undetermined,
)
from rules.model.ranges import UNITS
from rules.model.scorecard import (
    DateLookup,
    FactType,
    FormulaQuantity,
    LookupQuantity,
    SumQuantity,
    TableQuantity,
    list_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.columns.forms import Node
    from rules.columns.lists import ListSums
    from rules.columns.steps import Steps
    from rules.columns.values import Facts
    from rules.engine.plan import Plan
    from rules.model.expressions import DateExpression, Formula
    from rules.model.scorecard import FormulaRow

_OPERATIONS: dict[FormulaOperator, Callable[[Exact, Exact], Exact]] = {
    FormulaOperator.ADD: add,
    FormulaOperator.SUBTRACT: subtract,
    FormulaOperator.MULTIPLY: multiply,
    FormulaOperator.DIVIDE: divide,
    FormulaOperator.MINIMUM: smaller,
    FormulaOperator.MAXIMUM: greater,
}


@dataclass
class Quantities:
    """Facts and quantities by their names, each made once; `lists` add up over records.

    Quantities are those of the whole subject, or those of each record `within` a list, which see those of the subject
    `outside`, as far as these need no records.
    """

    plan: Plan
    facts: Facts
    steps: Steps
    lists: Mapping[str, ListSums] = field(default_factory=dict)
    within: str = ""
    outside: Quantities | None = None
    _made: dict[str, Value] = field(default_factory=dict)
    _in_base: dict[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.asking = Asking(self)
        self.tabled = Tabled(self)
        quantities = self.plan.scorecard.quantities
        self.definitions = {one.id: one for one in quantities if (list_of(one) or "") == self.within}

    def number(self, name: str) -> Value:
        """Give a fact or a quantity that is a number, in its own unit."""
        if name in self.facts.definitions:
            return self.facts.number(name)
        if self.outside is not None and name not in self.definitions:
            return self.outside.number(name)
        if name not in self._made:
            made = self._quantity(name)
            low = self.steps.keep_exact(made.low)
            high = low if made.is_known else self.steps.keep_exact(made.high)
            parts = (self.steps.keep(part) for part in (made.unknown, made.absent, made.perhaps))
            unknown, absent, perhaps = parts
            near = None if made.near is None else (high, low)
            self._made[name] = Value(low, high, unknown=unknown, absent=absent, perhaps=perhaps, near=near)
        return self._made[name]

    def in_base_units(self, name: str) -> Value:
        """Give a fact or a quantity in the base unit of its dimension."""
        if name not in self._in_base:
            self._in_base[name] = in_base_units(self.number(name), self.facts.names.units[name])
        return self._in_base[name]

    def day(self, name: str, edge: PeriodEdge | None) -> Value:
        """Give a day: of the card, of a fact, of a lookup, or the first or last that selects the rules."""
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

    def _quantity(self, name: str) -> Value:
        match self.definitions.get(name):
            case None:
                raise BeyondColumns(f"{name} is nothing that columns hold of this subject or record")
            case FormulaQuantity() as formula:
                return self._formula(formula)
            case LookupQuantity() as lookup:
                rows = [(row.keys, _fixed(constant(row.value))) for row in lookup.rows]
                otherwise = None if lookup.otherwise is None else _fixed(constant(lookup.otherwise))
                return self._looked_up(lookup.by, rows, otherwise)
            case DateLookup() as lookup:
                days = [
                    (row.keys, _fixed(constant(NEVER)) if isinstance(row.value, str) else shifted(self, row.value))
                    for row in lookup.rows
                ]
                last = lookup.otherwise
                never = _fixed(constant(NEVER))
                instead = None if last is None else never if isinstance(last, str) else shifted(self, last)
                return self._looked_up(lookup.by, days, instead)
            case TableQuantity():
                return self.tabled.number(name)
            case SumQuantity() as quantity if quantity.list in self.lists:
                return self._added(quantity)
            case other:
                raise BeyondColumns(f"{name} is a quantity of kind {other.kind}")

    def _added(self, quantity: SumQuantity) -> Value:
        """Give what is added up over a list, unknown where the list is."""
        absent, perhaps = self.facts.absence(quantity.list)
        of_some = perhaps is FALSE and quantity.list in self.facts.given.open
        unknown = is_missing(input_column(quantity.list)) if of_some else FALSE
        found = self.lists[quantity.list].of(quantity)
        return replace(found, unknown=either(found.unknown, unknown), absent=absent, perhaps=perhaps)

    def _formula(self, quantity: FormulaQuantity) -> Value:
        """Take the first row whose condition holds; where that is open, or none does, it is unknown."""
        conditions = [self._kept(self.asking.rule(atoms)) for atoms in self.plan.when[quantity.id]]
        result = Value(constant(0), constant(0), unknown=TRUE)
        for row, condition in reversed(list(zip(quantity.rows, conditions, strict=True))):
            value = self._row(row, quantity.unit)
            result = _instead(condition.met, value, result, also_unknown=condition.is_open)
        return result

    def _kept(self, reply: Reply) -> Reply:
        if reply.is_open is FALSE and reply.absent is FALSE:
            met = self.steps.keep(reply.met)
            return Reply(met, negated(met))
        return Reply(*(self.steps.keep(part) for part in (reply.met, reply.fails, reply.absent)))

    def _row(self, row: FormulaRow, wanted: str) -> Value:
        zeros: list[Node] = []
        value = self._computed(row.formula, zeros)
        number, zero, unknown = scale(value.low, 1 / unit(wanted).factor), either(*zeros), value.unknown
        if row.when_divided_by_zero is None:
            unknown = either(unknown, zero)
        else:
            number = either_of(zero, constant(row.when_divided_by_zero), number)
        return Value(number, number, unknown=unknown, absent=value.absent, perhaps=value.perhaps)

    def _computed(self, formula: Formula, zeros: list[Node]) -> Value:
        """Compute a formula in base units and note where a divisor is zero; where a number is missing, so is this."""
        match formula:
            case NumberLiteral(value=value, unit=symbol):
                return _fixed(constant(value * unit(symbol).factor))
            case NameReference(id=name):
                found = self.in_base_units(name)
                unknown = either(found.unknown, found.missing)
                return Value(found.low, found.low, unknown=unknown, absent=found.absent, perhaps=found.perhaps)
            case DayOf(date=day):
                return self._day(day)
            case Span(unit=SpanUnit.DAYS, first=first, last=last):
                return self._days_between(first, last)
            case Undetermined():
                return Value(constant(0), constant(0), unknown=TRUE)
            case Rounded(value=inner, step=step, mode=mode):
                part = self._computed(inner, zeros)
                number = rounded_to_step(part.low, step.value * unit(step.unit).factor, mode)
                kept = self.steps.keep_exact(number)
                return replace(part, low=kept, high=kept)
        if not isinstance(formula, Operation):
            raise BeyondColumns(f"a formula holds a {formula.kind}, which columns do not compute")
        parts = [self._computed(operand, zeros) for operand in formula.operands]
        if formula.operator is FormulaOperator.DIVIDE:
            zeros += [is_zero(part.low) for part in parts[1:]]
        number = reduce(_OPERATIONS[formula.operator], [part.low for part in parts])
        number = self.steps.keep_exact(number)
        return Value(
            number,
            number,
            unknown=either(*(part.unknown for part in parts)),
            absent=either(*(part.absent for part in parts)),
            perhaps=either(*(part.perhaps for part in parts)),
        )

    def _day(self, day: DateExpression | Literal["never"]) -> Value:
        if isinstance(day, str):
            return _fixed(constant(NEVER))
        found = shifted(self, day)
        unknown = either(found.unknown, found.missing)
        return Value(found.low, found.low, unknown=unknown, absent=found.absent, perhaps=found.perhaps)

    def _days_between(self, first: DateExpression, last: DateExpression) -> Value:
        begin, end = shifted(self, first), shifted(self, last)
        number = self.steps.keep_exact(scale(subtract(end.low, begin.low), unit(UNITS[SpanUnit.DAYS]).factor))
        return Value(
            number,
            number,
            unknown=either(begin.unknown, begin.missing, end.unknown, end.missing),
            absent=either(begin.absent, end.absent),
            perhaps=either(begin.perhaps, end.perhaps),
        )

    def _looked_up(self, by: tuple[str, ...], rows: list[tuple[tuple[str, ...], Value]], last: Value | None) -> Value:
        """Take the row of the choices; of a choice that is missing several are possible, which columns do not say."""
        if len({keys for keys, _ in rows}) < len(rows):
            raise BeyondColumns("two rows of a lookup have the same keys")
        open_: list[Node] = []
        absent: list[Node] = []
        perhaps: list[Node] = []
        result = last or Value(constant(0), constant(0), unknown=TRUE)
        for keys, value in reversed(rows):
            chosen = [self._is(name, key, open_, absent, perhaps) for name, key in zip(by, keys, strict=True)]
            result = _instead(both(*chosen), value, result)
        return Value(
            result.low,
            result.low,
            unknown=either(result.unknown, result.missing, *open_),
            absent=either(result.absent, *absent),
            perhaps=either(result.perhaps, *perhaps),
        )

    def _is(self, name: str, key: str, open_: list[Node], absent: list[Node], perhaps: list[Node]) -> Node:
        setting = self.facts.given.settings.get(name)
        if setting is not None:
            return truth(setting == key)
        code, may_miss, gone, unsure = self.facts.code(name)
        absent.append(gone)
        perhaps.append(unsure)
        if may_miss:
            open_.append(is_missing(code))
        domain = self.facts.names.domains[name]
        chosen = equals_any(code, [domain.index(key)] if key in domain else [])
        return fill(chosen, False) if may_miss and chosen is not FALSE else chosen


def _fixed(number: Exact) -> Value:
    return Value(number, number)


def _instead(condition: Node, then: Value, otherwise: Value, *, also_unknown: Node = FALSE) -> Value:
    """Take one value where a condition holds, else the other; where the condition is open it is unknown."""
    number = either_of(condition, then.low, otherwise.low)

    def part(one: Node, other: Node) -> Node:
        if one is other:
            return one
        return either(both(condition, one), both(negated(condition), other))

    unknown = either(
        part(either(then.unknown, then.missing), either(otherwise.unknown, otherwise.missing)), also_unknown
    )
    return Value(
        number,
        number,
        unknown=unknown,
        absent=part(then.absent, otherwise.absent),
        perhaps=part(then.perhaps, otherwise.perhaps),
    )
