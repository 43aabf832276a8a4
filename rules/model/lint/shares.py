"""Lint of parts and wholes: shares that may exceed 100 %, and parts that may leave an undefined remainder."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, TypeGuard

from rules.contracts.intervals import Interval, lies_inside, multiply, point_interval, total_of
from rules.model.expressions import (
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    Operation,
    RoundedNumber,
    UndeterminedFormula,
    walk_formula,
)
from rules.model.forms import PERCENT
from rules.model.implication import condition_implies
from rules.model.lint.issue import issue
from rules.model.range_analysis import factor, formula_range
from rules.model.scorecard import FactType, FormulaQuantity, SumQuantity, SumRow
from rules.model.symbol_table import all_clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.model.edge_rows import PlacedClause
    from rules.model.expressions import Condition, Formula
    from rules.model.lint.issue import Issue
    from rules.model.symbol_table import DefinitionIndex

    _Sum = Mapping[Formula, Fraction]
    """A sum of terms with factors, in base units. Numbers are multiples of `_CONSTANT_TERM`."""

_CONSTANT_TERM = NumberLiteral(value=Fraction(1))
_HUNDRED_PERCENT = NumberLiteral(value=Fraction(100), unit=PERCENT)
_NEVER_BELOW_ZERO = Interval(Fraction(0), None)
_MAX_ALTERNATIVES = 32
_MAX_COMBINED_COMPARISONS = 4
_DISTINGUISHING_OPERATORS = frozenset(NumberOperator) - {NumberOperator.AT_LEAST, NumberOperator.LESS_THAN}
_NOT_BELOW = frozenset({NumberOperator.AT_LEAST, NumberOperator.MORE_THAN, NumberOperator.IS})
_NOT_ABOVE = frozenset({NumberOperator.AT_MOST, NumberOperator.LESS_THAN, NumberOperator.IS})


def check_shares(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that rules cover a share above 100 %, unless its part can never exceed its whole.

    A rule covers it by comparing part and whole, or by rejecting, reporting or distinguishing greater shares. A share
    limited to 100 % hides the excess, so part and whole must be compared. Changes, which subtract the whole, and
    numbers without per cent are not shares.
    """
    of_records: dict[str, _TermExpansion] = {}
    for quantity in names.scorecard.quantities:
        if isinstance(quantity, FormulaQuantity) and quantity.unit == PERCENT:
            has_rule = _has_excess_rule(names, quantity)
            for position, row in enumerate(quantity.rows):
                terms = _TermExpansion(names, quantity.list, row.when, of_records)
                formula = row.formula.value if isinstance(row.formula, RoundedNumber) else row.formula
                path = f"quantities[{quantity.id}].rows[{position}]"
                match formula:
                    case Operation(operator=FormulaOperator.DIVIDE, operands=(part, total)):
                        if not has_rule and terms.may_exceed(part, total):
                            yield issue("RL120", path, "main", name=quantity.id)
                    case Operation(operator=FormulaOperator.MINIMUM, operands=operands) if _HUNDRED_PERCENT in operands:
                        if any(terms.may_exceed(*share.operands) for share in operands if _is_share(share)):
                            yield issue("RL120", path, "capped", name=quantity.id)


def _is_share(formula: Formula) -> TypeGuard[Operation]:
    """Return whether a formula divides by a non-literal; a literal divisor is a target, not a whole."""
    return (
        isinstance(formula, Operation)
        and formula.operator is FormulaOperator.DIVIDE
        and not isinstance(formula.operands[1], NumberLiteral)
    )


def check_declared_shares(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that each declared share has a maximum; a value that may be negative is a change."""
    for path, fact in names.scorecard.facts_and_fields():
        is_share = fact.type is FactType.NUMBER and fact.unit == PERCENT and (fact.at_least or 0) >= 0
        if is_share and fact.at_most is None:
            yield issue("RL120", path, "declared", name=fact.id)


def check_rests(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that the remainder is defined if a gate limits declared parts to their whole.

    A comparison in the other direction, or a formula that subtracts the parts, defines it.
    """
    compared = {
        (lower, upper)
        for placed in all_clauses(names.scorecard)
        if isinstance(placed.clause, NumberClause) and isinstance(placed.clause.operand, NameReference)
        for lower, upper in _orders(placed.clause, placed.clause.operand)
    }
    differences = _differences_in_formulas(names)
    for placed in all_clauses(names.scorecard):
        match placed.clause:
            case NumberClause(operand=NameReference() as operand) as clause if _gate_requires(placed):
                parts, total_name = clause.name, operand.id
                is_defined = clause.operator not in _NOT_ABOVE or (total_name, parts) in compared | differences
                if not is_defined and total_name in names.facts and _adds_declared_parts(names, parts):
                    yield issue("RL131", placed.path, "main", parts=parts, whole=total_name)


def _orders(clause: NumberClause, operand: NameReference) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that a clause orders; the first is at most the second."""
    if clause.operator in _NOT_ABOVE:
        yield clause.name, operand.id
    if clause.operator in _NOT_BELOW:
        yield operand.id, clause.name


def _differences_in_formulas(names: DefinitionIndex) -> frozenset[tuple[str, str]]:
    return frozenset(
        (part.operands[0].id, part.operands[1].id)
        for quantity in names.scorecard.quantities
        if isinstance(quantity, FormulaQuantity)
        for row in quantity.rows
        for part in walk_formula(row.formula)
        if isinstance(part, Operation) and part.operator is FormulaOperator.SUBTRACT
        if isinstance(part.operands[0], NameReference) and isinstance(part.operands[1], NameReference)
    )


def _adds_declared_parts(names: DefinitionIndex, name: str) -> bool:
    match names.quantities.get(name):
        case SumQuantity(figure=None, each=None, list=owner, of=of) as total:
            return _counts_every_record(total) and of in names.fields(owner)
        case FormulaQuantity(rows=(row,)):
            return _adds_facts(names, row.formula)
        case _:
            return False


def _adds_facts(names: DefinitionIndex, formula: Formula) -> bool:
    match formula:
        case Operation(operator=FormulaOperator.ADD, operands=operands):
            return all(
                operand.id in names.facts if isinstance(operand, NameReference) else _adds_facts(names, operand)
                for operand in operands
            )
        case _:
            return False


def _has_excess_rule(names: DefinitionIndex, share: FormulaQuantity) -> bool:
    return any(
        _covers_excess(placed, share.id) for placed in (*all_clauses(names.scorecard), *_scale_clauses(names))
    ) or any(
        NameReference(id=share.id) in part.operands
        for quantity in names.scorecard.quantities
        if isinstance(quantity, FormulaQuantity)
        for row in quantity.rows
        for part in walk_formula(row.formula)
        if isinstance(part, Operation) and part.operator is FormulaOperator.MINIMUM
    )


def _scale_clauses(names: DefinitionIndex) -> Iterator[PlacedClause]:
    for indicator in names.scorecard.indicators:
        for row in indicator.scale.edge_rows(f"indicators[{indicator.id}].scale"):
            yield from row.clauses


def _covers_excess(placed: PlacedClause, share: str) -> bool:
    match placed.clause:
        case NumberClause(name=name, operator=operator) if name == share and operator in _excess_operators(placed):
            return True
        case NumberRangeClause(name=name, high=high) if name == share:
            return high.value * factor(high.unit) >= 1
        case NumberClause(name=name, operator=operator, operand=NumberLiteral() as bound) if name == share:
            beyond = bound.value * factor(bound.unit)
            return beyond > 1 or (beyond == 1 and operator in _DISTINGUISHING_OPERATORS)
        case _:
            return False


def _excess_operators(placed: PlacedClause) -> frozenset[NumberOperator]:
    """Return the operators of gates that reject, or of findings that report, greater values."""
    if _gate_requires(placed):
        return _NOT_ABOVE
    return _NOT_BELOW if placed.path.startswith("findings[") else frozenset()


def _gate_requires(placed: PlacedClause) -> bool:
    return placed.path.startswith("gates[") and "].requires[" in placed.path


class _TermExpansion:
    """Formulas as sums of terms, for the subject or for each record of a list, under a condition.

    `of_records` is a shared cache by list; without it, sums over records are not analysed.
    """

    def __init__(
        self,
        names: DefinitionIndex,
        within: str | None,
        when: Condition = (),
        of_records: dict[str, _TermExpansion] | None = None,
    ) -> None:
        self._names = names
        self._within = within
        self._when = when
        self._of_records = of_records
        self._under_way: set[str] = set()
        self._known: dict[Formula, tuple[_Sum, ...]] = {}
        self._sums: dict[str, tuple[str, ...]] = {}

    def may_exceed(self, part: Formula, whole: Formula) -> bool:
        match part, whole:
            case NameReference(id=lower), NameReference(id=other) if lower == other or other in self._sums_above(lower):
                return False
        compared = list(self._compared_sums())
        for parts, wholes in product(self._expand_formula(part), self._expand_formula(whole)):
            if not all(parts.get(term, 0) < 0 for term in wholes):  # otherwise it is a change
                rest = _add_multiple(wholes, parts, Fraction(-1))
                either = any(
                    rest in (_add_multiple(second, first, Fraction(-1)), _add_multiple(first, second, Fraction(-1)))
                    for first, second in compared
                )
                if not either and not self._never_below_zero(rest, _MAX_COMBINED_COMPARISONS):
                    return True
        return False

    def _expand_formula(self, formula: Formula) -> tuple[_Sum, ...]:
        match formula:
            case NumberLiteral(value=value, unit=symbol):
                return ({_CONSTANT_TERM: value * factor(symbol)},)
            case Operation(operator=FormulaOperator.ADD | FormulaOperator.SUBTRACT as operator, operands=operands):
                sign = Fraction(1 if operator is FormulaOperator.ADD else -1)
                sums = self._expand_formula(operands[0])
                for operand in operands[1:]:
                    sums = tuple(
                        _add_multiple(base_sum, other, sign)
                        for base_sum, other in product(sums, self._expand_formula(operand))
                    )
                return sums if len(sums) <= _MAX_ALTERNATIVES else ({formula: Fraction(1)},)
            case Operation(
                operator=FormulaOperator.MULTIPLY,
                operands=(NumberLiteral() as number, other) | (other, NumberLiteral() as number),
            ):
                return tuple(
                    _add_multiple({}, other_sum, number.value * factor(number.unit))
                    for other_sum in self._expand_formula(other)
                )
            case NameReference(id=name):
                return self._of_name(name) or ({formula: Fraction(1)},)
            case _:
                return ({formula: Fraction(1)},)

    def _of_name(self, name: str) -> tuple[_Sum, ...]:
        quantity = self._names.definition(name, self._within)
        if not isinstance(quantity, FormulaQuantity) or name in self._under_way:
            return ()
        self._under_way.add(name)
        formulas = (row.formula for row in quantity.rows if not isinstance(row.formula, UndeterminedFormula))
        sums = tuple(formula_sum for formula in formulas for formula_sum in self._expand_formula(formula))
        self._under_way.remove(name)
        return sums if len(sums) <= _MAX_ALTERNATIVES else ()

    def _compared_sums(self) -> Iterator[tuple[_Sum, _Sum]]:
        for placed in all_clauses(self._names.scorecard):
            match placed.clause:
                case NumberClause(name=name, operand=NameReference() as other) if placed.within in (None, self._within):
                    yield from product(self._expand_formula(_name_reference(name)), self._expand_formula(other))

    def _never_below_zero(self, rest: _Sum, steps: int) -> bool:
        if lies_inside(self._range(rest), _NEVER_BELOW_ZERO):
            return True
        below = (term for term, times in rest.items() if not lies_inside(self._range({term: times}), _NEVER_BELOW_ZERO))
        doubtful = next(below, None)
        if doubtful is None or not steps:
            return False
        return any(
            self._never_below_zero(_add_multiple(rest, known, -rest[doubtful] / known[doubtful]), steps - 1)
            for known in (
                *self._gate_inequalities,
                *(known for term in rest for known in self._nonnegative_sums_with(term)),
            )
            if known.get(doubtful, 0) * rest[doubtful] > 0
        )

    def _nonnegative_sums_with(self, term: Formula) -> tuple[_Sum, ...]:
        if term not in self._known:
            self._known[term] = tuple(self._nonnegative_by_form(term))
        return self._known[term]

    def _nonnegative_by_form(self, term: Formula) -> Iterator[_Sum]:
        match term:
            case Operation(operator=FormulaOperator.MINIMUM, operands=operands):
                yield from self._differences(operands, (term,))
            case Operation(operator=FormulaOperator.MAXIMUM, operands=operands):
                yield from self._differences((term,), operands)
            case Operation(operator=FormulaOperator.MULTIPLY, operands=operands):
                unit_factors = [operand for operand in operands if self._is_between(operand, Fraction(1))]
                others = [operand for operand in operands if self._is_between(operand, None)]
                yield from (
                    known
                    for share, other in product(unit_factors, others)
                    if share is not other and len(operands) == 2
                    for known in self._differences((other,), (term,))
                )
            case NameReference(id=name):
                yield from self._differences(map(_name_reference, self._sums_above(name)), (term,))

    def _differences(self, totals: Iterable[Formula], parts: Iterable[Formula]) -> Iterator[_Sum]:
        for total, part in product(totals, parts):
            for sums, others in product(self._expand_formula(total), self._expand_formula(part)):
                yield _add_multiple(sums, others, Fraction(-1))

    @cached_property
    def _gate_inequalities(self) -> tuple[_Sum, ...]:
        sums: list[_Sum] = []
        for placed in all_clauses(self._names.scorecard):
            match placed.clause:
                case NumberClause(name=name, operator=operator, operand=NameReference() as other) if _gate_requires(
                    placed
                ):
                    sums += self._differences((other,), (_name_reference(name),)) if operator in _NOT_ABOVE else ()
                    sums += self._differences((_name_reference(name),), (other,)) if operator in _NOT_BELOW else ()
        return tuple(sums)

    def _is_between(self, formula: Formula, high: Fraction | None) -> bool:
        wanted = Interval(Fraction(0), high)
        return all(lies_inside(self._range(sums), wanted) for sums in self._expand_formula(formula))

    def _range(self, sums: _Sum) -> Interval:
        ranges = ((formula_range(term, self._names, self._within), times) for term, times in sums.items())
        return total_of(multiply(span, point_interval(times)) for span, times in ranges)

    def _sums_above(self, name: str) -> tuple[str, ...]:
        """Return the sums that are never less than this sum, or than this number of any record."""
        if name not in self._sums:
            self._sums[name] = tuple(self._search_sums_above(name))
        return self._sums[name]

    def _search_sums_above(self, name: str) -> Iterator[str]:
        part = self._names.definition(name, self._within)
        if self._of_records is None:
            return
        for total in self._names.scorecard.quantities:
            if not isinstance(total, SumQuantity) or total.figure is not None or total.id == name:
                continue
            of_record = self._of_records.setdefault(total.list, _TermExpansion(self._names, total.list))
            if not total.of or not of_record._is_between(_name_reference(total.of), None):
                continue
            if isinstance(part, SumQuantity):
                same = (total.list, total.each, None) == (part.list, part.each, part.figure)
                counted = same and _counts_superset(total, part, self._names)
                if counted and not of_record.may_exceed(_name_reference(part.of), _name_reference(total.of)):
                    yield total.id
            elif (total.list, total.of, total.each) == (self._within, name, None) and self._is_counted_by(total):
                yield total.id

    def _is_counted_by(self, total: SumQuantity) -> bool:
        return not total.rows or any(
            condition_implies(self._when, row.where, self._names, self._within) for row in total.rows
        )


def _name_reference(name: str) -> NameReference:
    return NameReference(id=name)


def _counts_every_record(quantity: SumQuantity) -> bool:
    return not quantity.rows or not all(row.where for row in quantity.rows)


def _counts_superset(total: SumQuantity, part: SumQuantity, names: DefinitionIndex) -> bool:
    return _counts_every_record(total) or all(
        any(condition_implies(row.where, other.where, names, part.list) for other in total.rows)
        for row in part.rows or (SumRow(basis=()),)
    )


def _add_multiple(first: _Sum, other: _Sum, times: Fraction) -> _Sum:
    added = {term: first.get(term, Fraction(0)) + times * other.get(term, Fraction(0)) for term in {**first, **other}}
    return {term: factor for term, factor in added.items() if factor}
