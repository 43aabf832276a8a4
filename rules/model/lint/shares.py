"""Parts and wholes: shares whose part may exceed its whole, and parts that may leave a rest unexplained."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, TypeGuard

from rules.contracts.intervals import Interval, multiply, point_interval, total_of
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
)
from rules.model.forms import PERCENT
from rules.model.formula_parts import walk_formula
from rules.model.implication import condition_implies, is_subinterval
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
    """Terms with their factors, added up, in base units; a number is a multiple of `_CONSTANT_TERM`."""

_CONSTANT_TERM = NumberLiteral(value=Fraction(1))
_WHOLE = NumberLiteral(value=Fraction(100), unit=PERCENT)
_NEVER_BELOW_ZERO = Interval(Fraction(0), None)
_MOST_ALTERNATIVES = 32
_MOST_STEPS = 4
"""How many comparisons are put together to show that a part never exceeds its whole."""
_TELLING_ONE = frozenset(NumberOperator) - {NumberOperator.AT_LEAST, NumberOperator.LESS_THAN}
"""By which comparisons with 100 % itself a clause tells what is greater from it."""
_NOT_BELOW = frozenset({NumberOperator.AT_LEAST, NumberOperator.MORE_THAN, NumberOperator.IS})
_NOT_ABOVE = frozenset({NumberOperator.AT_MOST, NumberOperator.LESS_THAN, NumberOperator.IS})


def check_shares(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that the card says what holds where the part of a share in per cent is greater than its whole.

    It does if the part can never be greater (the whole is a sum that holds it, or gates ask that it is not), if a
    clause compares the two, or if a greater share is refused, remarked or told apart. A share that is cut off at 100 %
    hides what is greater, so a clause has to compare part and whole. What has the whole itself taken off is a change
    and no share; nor is a plain number, without per cent.
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
                    case Operation(operator=FormulaOperator.DIVIDE, operands=(part, whole)):
                        if not has_rule and terms.may_exceed(part, whole):
                            yield issue("RL120", path, "main", name=quantity.id)
                    case Operation(operator=FormulaOperator.MINIMUM, operands=operands) if _WHOLE in operands:
                        if any(terms.may_exceed(*share.operands) for share in operands if _is_share(share)):
                            yield issue("RL120", path, "capped", name=quantity.id)


def _is_share(formula: Formula) -> TypeGuard[Operation]:
    """Return whether a formula divides by what is not a plain literal, which would be the way to a target."""
    return (
        isinstance(formula, Operation)
        and formula.operator is FormulaOperator.DIVIDE
        and not isinstance(formula.operands[1], NumberLiteral)
    )


def check_declared_shares(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that a share which is declared has a greatest value; what may fall below zero is a change."""
    for path, fact in names.scorecard.facts_and_fields():
        is_share = fact.type is FactType.NUMBER and fact.unit == PERCENT and (fact.at_least or 0) >= 0
        if is_share and fact.at_most is None:
            yield issue("RL120", path, "declared", name=fact.id)


def check_rests(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that where a gate holds declared parts to their whole, the card says what the rest is.

    It does if a clause also asks whether the parts are less than the whole, or if a formula takes them off it.
    """
    compared = {
        (lower, upper)
        for placed in all_clauses(names.scorecard)
        if isinstance(placed.clause, NumberClause) and isinstance(placed.clause.operand, NameReference)
        for lower, upper in _orders(placed.clause, placed.clause.operand)
    }
    rests = _differences_in_formulas(names)
    for placed in all_clauses(names.scorecard):
        match placed.clause:
            case NumberClause(operand=NameReference() as operand) as clause if _asked_by_a_gate(placed):
                parts, whole = clause.name, operand.id
                told = clause.operator not in _NOT_ABOVE or (whole, parts) in compared | rests
                if not told and whole in names.facts and _adds_declared_parts(names, parts):
                    yield issue("RL131", placed.path, "main", parts=parts, whole=whole)


def _orders(clause: NumberClause, operand: NameReference) -> Iterator[tuple[str, str]]:
    """Visit the names that a comparison puts in order: the one that is not above, then the other."""
    if clause.operator in _NOT_ABOVE:
        yield clause.name, operand.id
    if clause.operator in _NOT_BELOW:
        yield operand.id, clause.name


def _differences_in_formulas(names: DefinitionIndex) -> frozenset[tuple[str, str]]:
    """Return the pairs of names of which some formula takes the second off the first."""
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
    """Return whether a quantity adds up facts, or one field of every record of a list."""
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
    """Say whether a share above 100 % is refused, remarked, told from one that is not, or taken up to a bound only."""
    return any(_tells(placed, share.id) for placed in (*all_clauses(names.scorecard), *_on_scales(names))) or any(
        NameReference(id=share.id) in part.operands
        for quantity in names.scorecard.quantities
        if isinstance(quantity, FormulaQuantity)
        for row in quantity.rows
        for part in walk_formula(row.formula)
        if isinstance(part, Operation) and part.operator is FormulaOperator.MINIMUM
    )


def _on_scales(names: DefinitionIndex) -> Iterator[PlacedClause]:
    """Visit the bounds of bands and the corners of lines."""
    for indicator in names.scorecard.indicators:
        for row in indicator.scale.edge_rows(f"indicators[{indicator.id}].scale"):
            yield from row.clauses


def _tells(placed: PlacedClause, share: str) -> bool:
    match placed.clause:
        case NumberClause(name=name, operator=operator) if name == share and operator in _remarking(placed):
            return True
        case NumberRangeClause(name=name, high=high) if name == share:
            return high.value * factor(high.unit) >= 1
        case NumberClause(name=name, operator=operator, operand=NumberLiteral() as bound) if name == share:
            beyond = bound.value * factor(bound.unit)
            return beyond > 1 or (beyond == 1 and operator in _TELLING_ONE)
        case _:
            return False


def _remarking(placed: PlacedClause) -> frozenset[NumberOperator]:
    """Give the comparisons by which a clause refuses or remarks whatever is greater."""
    if _asked_by_a_gate(placed):
        return _NOT_ABOVE
    return _NOT_BELOW if placed.path.startswith("findings[") else frozenset()


def _asked_by_a_gate(placed: PlacedClause) -> bool:
    return placed.path.startswith("gates[") and "].requires[" in placed.path


class _TermExpansion:
    """Formulas as sums of terms, of the whole subject or of each record of a list, where a condition holds.

    Without `of_records`, those of each list that was asked of so far, nothing is asked of the records behind a sum.
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
        """Say whether a part may be greater than its whole, and no clause compares the two."""
        match part, whole:
            case NameReference(id=one), NameReference(id=other) if one == other or other in self._sums_above(one):
                return False
        compared = list(self._compared())
        for parts, wholes in product(self._expand_formula(part), self._expand_formula(whole)):
            if not all(parts.get(term, 0) < 0 for term in wholes):  # else it is a change
                rest = _plus(wholes, parts, Fraction(-1))
                either = any(
                    rest in (_plus(two, first, Fraction(-1)), _plus(first, two, Fraction(-1)))
                    for first, two in compared
                )
                if not either and not self._never_below_zero(rest, _MOST_STEPS):
                    return True
        return False

    def _expand_formula(self, formula: Formula) -> tuple[_Sum, ...]:
        """Give the sums that a formula can be: one, or one for each row of what it names."""
        match formula:
            case NumberLiteral(value=value, unit=symbol):
                return ({_CONSTANT_TERM: value * factor(symbol)},)
            case Operation(operator=FormulaOperator.ADD | FormulaOperator.SUBTRACT as operator, operands=operands):
                sign = Fraction(1 if operator is FormulaOperator.ADD else -1)
                sums = self._expand_formula(operands[0])
                for operand in operands[1:]:
                    sums = tuple(
                        _plus(base_sum, other, sign) for base_sum, other in product(sums, self._expand_formula(operand))
                    )
                return sums if len(sums) <= _MOST_ALTERNATIVES else ({formula: Fraction(1)},)
            case Operation(
                operator=FormulaOperator.MULTIPLY,
                operands=(NumberLiteral() as number, other) | (other, NumberLiteral() as number),
            ):
                return tuple(
                    _plus({}, other_sum, number.value * factor(number.unit))
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
        return sums if len(sums) <= _MOST_ALTERNATIVES else ()

    def _compared(self) -> Iterator[tuple[_Sum, _Sum]]:
        """Visit the numbers that clauses compare with each other."""
        for placed in all_clauses(self._names.scorecard):
            match placed.clause:
                case NumberClause(name=name, operand=NameReference() as other) if placed.within in (None, self._within):
                    yield from product(self._expand_formula(_name_reference(name)), self._expand_formula(other))

    def _never_below_zero(self, rest: _Sum, steps: int) -> bool:
        """Show by the ranges of its terms, or by what is known of them, that a sum is never below zero."""
        if is_subinterval(self._range(rest), _NEVER_BELOW_ZERO):
            return True
        below = (
            term for term, times in rest.items() if not is_subinterval(self._range({term: times}), _NEVER_BELOW_ZERO)
        )
        doubtful = next(below, None)
        if doubtful is None or not steps:
            return False
        return any(
            self._never_below_zero(_plus(rest, known, -rest[doubtful] / known[doubtful]), steps - 1)
            for known in (*self._asked_by_gates, *(known for term in rest for known in self._known_of(term)))
            if known.get(doubtful, 0) * rest[doubtful] > 0
        )

    def _known_of(self, term: Formula) -> tuple[_Sum, ...]:
        """Give the sums with a term that are known, by its own form, to be never below zero."""
        if term not in self._known:
            self._known[term] = tuple(self._known_by_form(term))
        return self._known[term]

    def _known_by_form(self, term: Formula) -> Iterator[_Sum]:
        match term:
            case Operation(operator=FormulaOperator.MINIMUM, operands=operands):
                yield from self._differences(operands, (term,))
            case Operation(operator=FormulaOperator.MAXIMUM, operands=operands):
                yield from self._differences((term,), operands)
            case Operation(operator=FormulaOperator.MULTIPLY, operands=operands):
                within_one = [operand for operand in operands if self._is_between(operand, Fraction(1))]
                others = [operand for operand in operands if self._is_between(operand, None)]
                yield from (
                    known
                    for share, other in product(within_one, others)
                    if share is not other and len(operands) == 2
                    for known in self._differences((other,), (term,))
                )
            case NameReference(id=name):
                yield from self._differences(map(_name_reference, self._sums_above(name)), (term,))

    def _differences(self, wholes: Iterable[Formula], parts: Iterable[Formula]) -> Iterator[_Sum]:
        for whole, part in product(wholes, parts):
            for sums, others in product(self._expand_formula(whole), self._expand_formula(part)):
                yield _plus(sums, others, Fraction(-1))

    @cached_property
    def _asked_by_gates(self) -> tuple[_Sum, ...]:
        sums: list[_Sum] = []
        for placed in all_clauses(self._names.scorecard):
            match placed.clause:
                case NumberClause(name=name, operator=operator, operand=NameReference() as other) if _asked_by_a_gate(
                    placed
                ):
                    sums += self._differences((other,), (_name_reference(name),)) if operator in _NOT_ABOVE else ()
                    sums += self._differences((_name_reference(name),), (other,)) if operator in _NOT_BELOW else ()
        return tuple(sums)

    def _is_between(self, formula: Formula, high: Fraction | None) -> bool:
        """Say whether a formula is never below zero, nor above a bound, wherever the rules determine it."""
        wanted = Interval(Fraction(0), high)
        return all(is_subinterval(self._range(sums), wanted) for sums in self._expand_formula(formula))

    def _range(self, sums: _Sum) -> Interval:
        ranges = ((formula_range(term, self._names, self._within), times) for term, times in sums.items())
        return total_of(multiply(span, point_interval(times)) for span, times in ranges)

    def _sums_above(self, name: str) -> tuple[str, ...]:
        """Name the sums that count what this sum counts, and no less of it, or this number of every record."""
        if name not in self._sums:
            self._sums[name] = tuple(self._search_sums_above(name))
        return self._sums[name]

    def _search_sums_above(self, name: str) -> Iterator[str]:
        part = self._names.definition(name, self._within)
        if self._of_records is None:
            return
        for whole in self._names.scorecard.quantities:
            if not isinstance(whole, SumQuantity) or whole.figure is not None or whole.id == name:
                continue
            of_record = self._of_records.setdefault(whole.list, _TermExpansion(self._names, whole.list))
            if not whole.of or not of_record._is_between(_name_reference(whole.of), None):
                continue
            if isinstance(part, SumQuantity):
                same = (whole.list, whole.each, None) == (part.list, part.each, part.figure)
                counted = same and _counts_all(whole, part, self._names)
                if counted and not of_record.may_exceed(_name_reference(part.of), _name_reference(whole.of)):
                    yield whole.id
            elif (whole.list, whole.of, whole.each) == (self._within, name, None) and self._counted_by(whole):
                yield whole.id

    def _counted_by(self, whole: SumQuantity) -> bool:
        """Say whether a sum counts every record for which the condition holds."""
        return not whole.rows or any(
            condition_implies(self._when, row.where, self._names, self._within) for row in whole.rows
        )


def _name_reference(name: str) -> NameReference:
    return NameReference(id=name)


def _counts_every_record(quantity: SumQuantity) -> bool:
    return not quantity.rows or not all(row.where for row in quantity.rows)


def _counts_all(whole: SumQuantity, part: SumQuantity, names: DefinitionIndex) -> bool:
    """Say whether one sum counts every record that another one counts."""
    return _counts_every_record(whole) or all(
        any(condition_implies(row.where, other.where, names, part.list) for other in whole.rows)
        for row in part.rows or (SumRow(basis=()),)
    )


def _plus(first: _Sum, other: _Sum, times: Fraction) -> _Sum:
    """Add a multiple of one sum to another."""
    added = {term: first.get(term, Fraction(0)) + times * other.get(term, Fraction(0)) for term in {**first, **other}}
    return {term: factor for term, factor in added.items() if factor}
