"""Can every quantity be computed: no circle, no row out of reach, no division by a possible zero, no missing row?"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, product
from typing import TYPE_CHECKING

from rules.model.formula_parts import names_in_formula
from rules.model.implication import condition_implies
from rules.model.lint.covering import first_uncovered
from rules.model.lint.issue import issue
from rules.model.lint.tabled import check_tabled
from rules.model.named_conditions import NamedCondition
from rules.model.ranges import divisor_ranges, may_be_zero, may_divide
from rules.model.scorecard import DateLookup, FigureKind, FormulaQuantity, LookupQuantity, SumQuantity
from rules.model.uses import facts_and_quantities_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.model.lint.issue import Issue
    from rules.model.names import Names
    from rules.model.scorecard import DateRow, LookupRow

_SHOWN_COMBINATIONS = 5


def check_quantities(names: Names) -> Iterator[Issue]:
    """Check every quantity of the scorecard."""
    yield from _check_circles(names)
    for quantity in names.scorecard.quantities:
        match quantity:
            case FormulaQuantity():
                yield from _check_formulas(names, quantity)
            case LookupQuantity() | DateLookup():
                yield from _check_lookup(names, quantity)
            case SumQuantity():
                yield from _check_sum(names, quantity)
                yield from _check_none(quantity)
            case NamedCondition():
                yield from _check_condition(names, quantity)


def _check_circles(names: Names) -> Iterator[Issue]:
    """Report each circle once, at its first quantity in the order of the model."""
    reported: set[frozenset[str]] = set()
    for start in names.quantities:
        circle = _circle_from(names, start)
        if circle and frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            yield issue("RL018", f"quantities[{start}]", "main", id=start, path=" → ".join((*circle, start)))


def _circle_from(names: Names, start: str) -> tuple[str, ...]:
    """Find the shortest way from a quantity back to itself."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        quantity = names.quantities.get(way[-1])
        for name in facts_and_quantities_in(names, quantity) if quantity is not None else ():
            if name == start:
                return way
            if name in names.quantities and name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()


def _check_formulas(names: Names, quantity: FormulaQuantity) -> Iterator[Issue]:
    if quantity.tabled is not None:
        yield from check_tabled(names, quantity, quantity.tabled)
        return
    yield from _check_total(names, quantity)
    for position, row in enumerate(quantity.rows):
        path = f"quantities[{quantity.id}].rows[{position}]"
        for earlier, other in enumerate(quantity.rows[:position]):
            if condition_implies(row.when, other.when, names, quantity.list):
                same = set(row.when) == set(other.when) and row.formula == other.formula
                problem = "duplicate" if same else "unreachable"
                yield issue("RL042", path, problem, row=str(position + 1), other=str(earlier + 1))
                break
        if row.when_divided_by_zero is None:
            for divisor, reach in divisor_ranges(row, names, quantity.list):
                if may_be_zero(reach):
                    named = ", ".join(names_in_formula(divisor))
                    yield issue("RL046", f"{path}.formula", "main", id=quantity.id, divisor=named)
        elif not may_divide(row.formula):
            yield issue("RL048", f"{path}.when_divided_by_zero", "no_division", id=quantity.id)


def _check_total(names: Names, quantity: FormulaQuantity) -> Iterator[Issue]:
    """Report a case for which no row says what the quantity is, nor that it is undetermined."""
    case = first_uncovered([row.when for row in quantity.rows], names, quantity.list)
    if case is not None:
        path = f"quantities[{quantity.id}].rows[{len(quantity.rows) - 1}]"
        found = issue("RL044", path, "uncovered" if case else "perhaps_uncovered", id=quantity.id)
        yield replace(found, case=case, within=quantity.list)


def _check_sum(names: Names, quantity: SumQuantity) -> Iterator[Issue]:
    for position, row in enumerate(quantity.rows):
        for other_position, other in enumerate(quantity.rows):
            weaker = condition_implies(row.where, other.where, names, quantity.list)
            stronger = condition_implies(other.where, row.where, names, quantity.list)
            if weaker and (other_position < position or (other_position > position and not stronger)):
                path = f"quantities[{quantity.id}].rows[{position}]"
                row_number, other_number = str(position + 1), str(other_position + 1)
                yield issue("RL042", path, "unreachable", row=row_number, other=other_number)
                break


def _check_condition(names: Names, condition: NamedCondition) -> Iterator[Issue]:
    """Check that no row says what another one says already, be it of the cases or of the exceptions."""
    for position, row in enumerate(condition.rows):
        for other_position, other in enumerate(condition.rows):
            if other_position == position or other.exception is not row.exception:
                continue
            weaker = condition_implies(row.when, other.when, names)
            if weaker and (other_position < position or not condition_implies(other.when, row.when, names)):
                problem = "duplicate" if set(row.when) == set(other.when) else "unreachable"
                path = f"quantities[{condition.id}].rows[{position}]"
                yield issue("RL042", path, problem, row=str(position + 1), other=str(other_position + 1))
                break


def _check_none(quantity: SumQuantity) -> Iterator[Issue]:
    """Report a figure of records that says not what it is where there are none, or says so needlessly."""
    needed = quantity.figure not in (None, FigureKind.COUNT)
    if needed and quantity.when_none is None and quantity.when_none_day is None:
        yield issue("RL096", f"quantities[{quantity.id}]", "main", id=quantity.id)
    elif quantity.when_none is not None and not needed:
        yield issue("RL048", f"quantities[{quantity.id}].when_none", "count", id=quantity.id)


def _check_lookup(names: Names, quantity: LookupQuantity | DateLookup) -> Iterator[Issue]:
    seen: dict[tuple[str, ...], int] = {}
    rows: Sequence[LookupRow | DateRow] = quantity.rows
    for position, row in enumerate(rows):
        if row.keys in seen:
            path = f"quantities[{quantity.id}].rows[{position}]"
            other = str(seen[row.keys] + 1)
            yield issue("RL042", path, "duplicate", row=str(position + 1), other=other)
        seen.setdefault(row.keys, position)
    choices = [[choice.id for choice in names.choices(name)] for name in quantity.by]
    if quantity.otherwise is not None or not all(choices):
        return
    missing = islice((keys for keys in product(*choices) if keys not in seen), _SHOWN_COMBINATIONS)
    for keys in missing:
        found = issue("RL044", f"quantities[{quantity.id}].rows", "combination", id=quantity.id)
        yield replace(found, case=tuple(zip(quantity.by, keys, strict=True)))
