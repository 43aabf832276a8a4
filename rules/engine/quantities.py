"""What is the value of each quantity: a formula, a sum over the records that count, or a lookup?"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Literal

from rules.contracts.extents import Extent, NotApplicable, NumberExtent, PerhapsAbsent
from rules.contracts.intervals import (
    EVERYTHING,
    Interval,
    exactly,
    hull,
    scaled,
)
from rules.contracts.outcomes import Outcome, all_of
from rules.contracts.units import unit
from rules.engine.atoms import Atom, Names, Selection
from rules.engine.days import NEVER
from rules.engine.exact_formulas import NotExactError
from rules.engine.figures import figure_of
from rules.engine.formulas import compute
from rules.engine.named_conditions import conclude_condition
from rules.engine.oracle import ask
from rules.engine.values import ANYTHING, Values, day_interval, measure_value
from rules.model.definitions import FactDefinition
from rules.model.expressions import DateExpression
from rules.model.formula_parts import names_in_formula
from rules.model.named_conditions import NamedCondition
from rules.model.quantities import FormulaQuantity, FormulaRow, LookupQuantity, Quantity, SumQuantity
from rules.model.verdicts import DateLookup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.engine.exact_formulas import Exact

_ZERO = exactly(Fraction(0))


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a quantity needs beside the values.

    For a formula or a named condition `when`, the lowered conditions of its rows, and whether a formula is `complete`:
    surely one of them holds as long as what they ask of applies; for each row of a formula `exact`, what it gives where
    all that it reads is known; for a sum `field`, what is summed, and `counted`, which says for each record key which
    rows of the sum hold; for a lookup `names`, the values of its choices.
    """

    names: Names
    when: tuple[tuple[Atom, ...], ...] = ()
    complete: bool = False
    exact: tuple[Exact | None, ...] = ()
    field: FactDefinition | None = None
    counted: Mapping[str, Mapping[str, Outcome]] | None = None


def evaluate_quantity(quantity: Quantity, values: Values, prepared: Prepared) -> Extent:
    """Give all values that a quantity can have, in its own unit."""
    match quantity:
        case FormulaQuantity():
            return _by_rows(quantity, values, prepared)
        case NamedCondition():
            return conclude_condition(quantity, [holds(atoms, values) for atoms in prepared.when])
        case SumQuantity():
            if prepared.field is None or prepared.counted is None:
                raise TypeError("a sum needs the field that it sums and the records that count")
            return figure_of(quantity, values, prepared.field, prepared.counted)
        case DateLookup():
            return _look_up_day(quantity, values, prepared.names)
        case LookupQuantity():
            return _look_up(quantity, values, prepared.names)
        case _:
            raise TypeError("a lookup in reference tables needs the tables")


def holds(atoms: tuple[Atom, ...], values: Values) -> Outcome:
    """Say whether all atoms hold for all, none or some of the values still possible."""
    return all_of([ask(atom, measure_value(atom.measure, values)) for atom in atoms])


def possible_rows(
    quantity: FormulaQuantity, values: Values, when: tuple[tuple[Atom, ...], ...]
) -> Iterator[FormulaRow]:
    """Give the rows that may be the one that is taken; none comes after one that surely is."""
    for row, atoms in zip(quantity.rows, when, strict=True):
        outcome = holds(atoms, values)
        if outcome in (Outcome.MET, Outcome.UNDETERMINED):
            yield row
        if outcome is Outcome.MET:
            return


def _by_rows(quantity: FormulaQuantity, values: Values, prepared: Prepared) -> Extent:
    """Take the first row whose condition holds; rows left open before it stay possible."""
    possible: list[Extent] = []
    for row, atoms, exact in zip(quantity.rows, prepared.when, prepared.exact, strict=True):
        outcome = holds(atoms, values) if atoms else Outcome.MET
        if outcome in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
            continue
        possible.append(_formula_row(row, quantity.unit, values, exact))
        if outcome is Outcome.MET:
            break
    else:
        if not (possible and prepared.complete and _keys_apply(quantity, values)):
            possible.append(NumberExtent(EVERYTHING))
    return reduce(_either, possible)


def _keys_apply(quantity: FormulaQuantity, values: Values) -> bool:
    """Say whether everything that a small table is keyed by surely applies."""
    keys = () if quantity.tabled is None else quantity.tabled.by
    return not any(isinstance(values.extents[key.name], (NotApplicable, PerhapsAbsent)) for key in keys)


def _either(left: Extent, right: Extent) -> Extent:
    """Allow both of two answers."""
    if isinstance(left, NumberExtent) and isinstance(right, NumberExtent):
        return NumberExtent(hull(left.interval, right.interval))
    return left if left == right else PerhapsAbsent()


def _formula_row(row: FormulaRow, wanted: str, values: Values, exact: Exact | None) -> Extent:
    if exact is not None:
        with suppress(NotExactError):
            return NumberExtent(exactly(exact(values.extents)))
    if any(isinstance(values.extents.get(name), PerhapsAbsent) for name in names_in_formula(row.formula)):
        return PerhapsAbsent()
    computed = compute(row.formula, values)
    if computed.interval is None:
        return NotApplicable()
    instead = EVERYTHING if row.when_divided_by_zero is None else exactly(row.when_divided_by_zero)
    if computed.divides_by_zero:
        return NumberExtent(instead)
    interval = scaled(computed.interval, 1 / unit(wanted).factor)
    return NumberExtent(hull(interval, instead) if computed.may_divide_by_zero else interval)


def _look_up(quantity: LookupQuantity, values: Values, names: Names) -> Extent:
    """Take every row whose keys are still possible; the fallback too if some combination has no row."""
    rows, falls_back = _possible_rows(quantity, values, names)
    if not isinstance(rows, list):
        return rows
    found = [exactly(quantity.rows[place].value) for place in rows]
    if falls_back:
        found.append(EVERYTHING if quantity.otherwise is None else exactly(quantity.otherwise))
    return NumberExtent(reduce(hull, found))


def _look_up_day(quantity: DateLookup, values: Values, names: Names) -> Extent:
    """Take the day of every row whose keys are still possible; the fallback too if some combination has no row."""
    rows, falls_back = _possible_rows(quantity, values, names)
    if not isinstance(rows, list):
        return rows
    days = [quantity.rows[place].value for place in rows]
    found = [_looked_up(day, values) for day in days]
    if falls_back:
        found.append(EVERYTHING if quantity.otherwise is None else _looked_up(quantity.otherwise, values))
    known = [day for day in found if day is not None]
    if not known:
        return NotApplicable()
    return NumberExtent(reduce(hull, known)) if len(known) == len(found) else PerhapsAbsent()


def _looked_up(day: DateExpression | Literal["never"], values: Values) -> Interval | None:
    return exactly(Fraction(NEVER)) if isinstance(day, str) else day_interval(day, values)


def lookup_bases(quantity: LookupQuantity | DateLookup, values: Values, names: Names) -> list[str]:
    """List the bases of the rows that a lookup may take, and of its fallback if it may fall back."""
    rows, falls_back = _possible_rows(quantity, values, names)
    if not isinstance(rows, list):
        return []
    found = [basis for place in rows for basis in quantity.rows[place].basis]
    return [*found, *quantity.otherwise_basis] if falls_back else found


def _possible_rows(
    quantity: LookupQuantity | DateLookup, values: Values, names: Names
) -> tuple[list[int] | Extent, bool]:
    """List the rows whose keys are still possible, and say whether some combination has none; or what is not known."""
    chosen = [measure_value(Selection(name, names.domains[name]), values) for name in quantity.by]
    if ANYTHING in chosen:
        return PerhapsAbsent(), False
    possible = [value for value in chosen if isinstance(value, frozenset)]
    if len(possible) < len(chosen):
        return NotApplicable(), False
    keys = [row.keys for row in quantity.rows]
    found = [
        place
        for place, combination in enumerate(keys)
        if all(key in value for key, value in zip(combination, possible, strict=True))
    ]
    return found, len(found) < reduce(lambda count, value: count * len(value), possible, 1)
