"""Lint of figures that a gate requires only after a deadline, but that are shown before it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rules.model.expressions import (
    AS_OF,
    BaseDateClause,
    ChoiceClause,
    DateOperator,
    FormulaOperator,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
    TimeSpan,
    UndeterminedFormula,
    names_in_condition,
    names_in_formula,
    walk_formula,
)
from rules.model.implication import allowed_values, literal_in_unit
from rules.model.lint.issue import issue
from rules.model.name_usage import facts_and_quantities_in, names_behind
from rules.model.quantities import FormulaQuantity, NamedCondition, SumQuantity
from rules.model.scorecard import FindingSeverity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.expressions import Clause, Condition, DateExpression
    from rules.model.lint.issue import Issue
    from rules.model.quantities import FormulaRow
    from rules.model.scorecard import Quantity
    from rules.model.symbol_table import DefinitionIndex

_Days = frozenset[str]
"""Names or literal dates of days, without their shifts."""
_NO_DAYS: _Days = frozenset()
_MINIMUM_OPERATORS = (NumberOperator.AT_LEAST, NumberOperator.MORE_THAN)
_HAS_COME_OPERATORS = (DateOperator.BEFORE, DateOperator.UNTIL, DateOperator.ON)
"""Operators between a day and the as-of date that mean it has come; with swapped sides, only `ON` does."""


def check_deadlines(names: DefinitionIndex) -> Iterator[Issue]:
    """Report figures that are shown before the deadline of the gate that requires them.

    A gate waits for a day if it applies only after that day has come. A shortfall that the gate limits, or a fine
    computed from it, means nothing before. Each result or finding that shows it must wait too, or refer to the time
    before.
    """
    if any(
        quantity.id in names_behind(names, facts_and_quantities_in(names, quantity))
        for quantity in names.quantities.values()
    ):
        return  # circular quantities are reported by another check
    analysis = _DeadlineAnalysis(names)
    reported: set[str] = set()
    for gate in names.scorecard.gates:
        figures = analysis.figures(gate.requires)
        for clause in gate.applies:
            days = analysis.come(clause)
            early = analysis.early(figures, days) if days else _NO_DAYS
            day = next((name for name in clause.reads if name != AS_OF), min(days, default=""))
            for path, problem, shown in _early_results(names, early, analysis, days):
                if path not in reported:
                    reported.add(path)
                    yield issue("RL116", path, problem, name=shown, gate=gate.id, day=day)


def check_missing_item_findings(names: DefinitionIndex) -> Iterator[Issue]:
    """Report findings about a shortfall that do not check its due date, unless they are observations.

    A shortfall is the difference of two numbers, limited to at least zero.
    """
    for finding in names.scorecard.findings:
        if finding.severity is not FindingSeverity.OBSERVATION:
            for position, clause in enumerate(finding.when):
                shortfall_name = clause.name if isinstance(clause, NumberClause) and _is_above_zero(clause) else ""
                timeless = AS_OF not in names_behind(names, names_in_condition(finding.when))
                if timeless and _is_shortfall(names.quantities.get(shortfall_name)):
                    yield issue("RL117", f"findings[{finding.id}].when[{position}]", "main", name=shortfall_name)


def _is_above_zero(clause: NumberClause) -> bool:
    bound = clause.operand.value if isinstance(clause.operand, NumberLiteral) else None
    return clause.operator is NumberOperator.MORE_THAN and bound == 0


def _is_shortfall(quantity: Quantity | None) -> bool:
    rows = quantity.rows if isinstance(quantity, FormulaQuantity) else ()
    operations = (row.formula for row in rows if isinstance(row.formula, Operation))
    return any(
        formula.operator is FormulaOperator.MAXIMUM
        and any(isinstance(part, NumberLiteral) and not part.value for part in formula.operands)
        and any(isinstance(part, Operation) and part.operator is FormulaOperator.SUBTRACT for part in formula.operands)
        for formula in operations
    )


def _early_results(
    names: DefinitionIndex, early: frozenset[str], analysis: _DeadlineAnalysis, days: _Days
) -> Iterator[tuple[str, str, str]]:
    card = names.scorecard
    for kind, results in (("results", card.results), ("record_results", card.record_results or ())):
        for result in results:
            if result.name in early:
                yield f"{kind}[{result.id}]", "result", result.name
    for finding in card.findings:
        for name in names_in_condition(finding.when):
            if name in early and not days & analysis.about(finding.when):
                yield f"findings[{finding.id}].when", "finding", name


class _DeadlineAnalysis:
    """Days that conditions and quantities require to have come.

    It reads comparisons with the as-of date, day counts to or from it, and named conditions and codes based on either.
    """

    def __init__(self, names: DefinitionIndex) -> None:
        self._names = names
        self._counted = cache(self._count_of_days)
        self._waits = cache(self._is_zero_before)

    def come(self, clause: Clause) -> _Days:
        return self._days(clause, holds=True)

    def about(self, condition: Condition) -> _Days:
        """Return the days that a condition requires to have come, or not to have come."""
        return _NO_DAYS.union(*(self.come(clause) | self._days(clause, holds=False) for clause in condition))

    def figures(self, condition: Condition) -> tuple[str, ...]:
        """Return the quantities, such as a shortfall, that a condition requires to be low.

        Quantities that must be reached may be shown before the deadline.
        """
        names: list[str] = []
        for clause in condition:
            if isinstance(clause, NumberClause) and clause.operator not in _MINIMUM_OPERATORS:
                name = clause.name
                names += [name] if name in self._names.quantities and not self._counted(name)[0] else []
            elif isinstance(clause, ChoiceClause):
                named = self._names.quantities.get(clause.name)
                for row in named.rows if isinstance(named, NamedCondition) else ():
                    names += self.figures(row.when)
        return tuple(dict.fromkeys(names))

    def early(self, roots: tuple[str, ...], days: _Days) -> frozenset[str]:
        early_names = {root for root in roots if not self._waits(root, days)}
        while True:
            more = {
                quantity.id
                for quantity in self._names.scorecard.quantities
                if quantity.id not in early_names and self._shows_early_figures(quantity, early_names, days)
            }
            if not more:
                return frozenset(early_names)
            early_names |= more

    def _is_zero_before(self, name: str, days: _Days) -> bool:
        quantity = self._names.quantities.get(name)
        if isinstance(quantity, FormulaQuantity):
            return all(
                days & come or any(self._waits(read, days) for read in names_in_formula(row.formula))
                for row, come in self._nonzero_rows(quantity)
            )
        if isinstance(quantity, SumQuantity):
            each = bool(quantity.rows) and all(days & self._days_come(row.where) for row in quantity.rows)
            return each or self._waits(quantity.of, days)
        return isinstance(quantity, NamedCondition) and all(days & self._days_come(row.when) for row in quantity.cases)

    def _shows_early_figures(self, quantity: Quantity, early: set[str], days: _Days) -> bool:
        if not early & set(quantity.reads) or self._waits(quantity.id, days):
            return False
        return not isinstance(quantity, FormulaQuantity) or any(
            early & {*names_in_formula(row.formula), *names_in_condition(row.when)}
            and not days & (come | self.about(row.when))
            for row, come in self._nonzero_rows(quantity)
        )

    def _nonzero_rows(self, quantity: FormulaQuantity) -> Iterator[tuple[FormulaRow, _Days]]:
        for row, come in self._rows_with_days(quantity):
            is_zero = isinstance(row.formula, NumberLiteral) and not row.formula.value
            if not is_zero and not isinstance(row.formula, UndeterminedFormula):
                yield row, come

    def _rows_with_days(self, quantity: FormulaQuantity) -> Iterator[tuple[FormulaRow, _Days]]:
        passed = _NO_DAYS
        for row in quantity.rows:
            yield row, passed | self._days_come(row.when)
            if len(row.when) == 1:
                passed |= self._days(row.when[0], holds=False)

    def _days_come(self, condition: Condition) -> _Days:
        return _NO_DAYS.union(*(self.come(clause) for clause in condition))

    def _days(self, clause: Clause, *, holds: bool) -> _Days:
        if isinstance(clause, BaseDateClause):
            return frozenset(day for day, passed in _compared_days(clause) if passed is holds)
        if isinstance(clause, ChoiceClause):
            named = self._names.quantities.get(clause.name)
            if isinstance(named, NamedCondition) and (("yes" in clause.values) is not clause.negated) is holds:
                return _common_days([self._days_come(row.when) for row in named.cases])
        if isinstance(clause, NumberClause):
            return self._days_by_number(clause, holds=holds)
        return _NO_DAYS

    def _days_by_number(self, clause: NumberClause, *, holds: bool) -> _Days:
        quantity = self._names.quantities.get(clause.name)
        span = allowed_values(clause, self._names)
        if not isinstance(quantity, FormulaQuantity) or span is None:
            return _NO_DAYS
        days, ahead = self._counted(clause.name)
        if days:
            below = span.interval.low is None and span.interval.high is not None
            above = span.interval.high is None and span.interval.low is not None
            return days if (below if ahead is holds else above) else _NO_DAYS
        cases: list[_Days] = []
        for row, come in self._rows_with_days(quantity):
            if isinstance(row.formula, NumberLiteral):
                value = literal_in_unit(row.formula, quantity.unit)
                inside = value != span.excluded if span.excluded is not None else span.interval.contains(value)
                cases += [come] if inside is holds else []
            elif not isinstance(row.formula, UndeterminedFormula):
                return _NO_DAYS
        return _common_days(cases)

    def _count_of_days(self, name: str) -> tuple[_Days, bool]:
        """Return a quantity with the days of its spans from or to the as-of date, and whether they start there."""
        quantity = self._names.quantities.get(name)
        days: set[str] = set()
        ahead = False
        for row in quantity.rows if isinstance(quantity, FormulaQuantity) else ():
            for part in walk_formula(row.formula):
                if isinstance(part, TimeSpan) and AS_OF in (part.first.name, part.last.name):
                    ahead = part.first.name == AS_OF
                    days |= {name, _day_name(part.last if ahead else part.first)}
        return frozenset(days), ahead


def _common_days(cases: list[_Days]) -> _Days:
    return frozenset.intersection(*cases) if cases else _NO_DAYS


def _day_name(day: DateExpression) -> str:
    literal = day.literal.isoformat() if day.literal is not None else ""
    return " ".join(filter(None, (day.name or literal, day.edge)))


def _compared_days(clause: BaseDateClause) -> Iterator[tuple[str, bool]]:
    for operator, other in clause.compared:
        if other.name == AS_OF and clause.name != AS_OF:
            yield " ".join(filter(None, (clause.name, clause.edge))), operator in _HAS_COME_OPERATORS
        elif clause.name == AS_OF and other.name != AS_OF:
            yield _day_name(other), operator not in _HAS_COME_OPERATORS or operator is DateOperator.ON
