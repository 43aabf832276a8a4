"""Figures that a deadline gates and that are told before it has passed."""

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
)
from rules.model.formula_parts import names_in_formula, walk_formula
from rules.model.implication import allowed_values, literal_in_unit
from rules.model.lint.issue import issue
from rules.model.name_usage import facts_and_quantities_in, names_behind
from rules.model.named_conditions import NamedCondition
from rules.model.quantities import FormulaQuantity, SumQuantity
from rules.model.scorecard import FindingSeverity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.expressions import Clause, Condition, DateExpression
    from rules.model.lint.issue import Issue
    from rules.model.quantities import FormulaRow
    from rules.model.scorecard import Quantity
    from rules.model.symbol_table import DefinitionIndex

_Days = frozenset[str]
"""Days by the names or dates with which they begin; shifts are left out, for they say when, not which."""
_NONE: _Days = frozenset()
_MINIMUM_OPERATORS = (NumberOperator.AT_LEAST, NumberOperator.MORE_THAN)
_COMES = (DateOperator.BEFORE, DateOperator.UNTIL, DateOperator.ON)
"""How a day lies to the as-of date once it has come; from the other side these mean that it has not."""


def check_deadlines(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that a figure waits for the deadline for which the gate waits that asks it.

    A gate waits for a day if it applies only once that day has come. What it wants to be low, such as what is missing,
    and all that is computed from that, such as a fine, says nothing before: each result and finding that shows it has
    to wait for the same day, or to say of itself that it is about the time before.
    """
    if any(
        quantity.id in names_behind(names, facts_and_quantities_in(names, quantity))
        for quantity in names.quantities.values()
    ):
        return  # what goes round in a circle is told as such
    analysis = _DeadlineAnalysis(names)
    reported: set[str] = set()
    for gate in names.scorecard.gates:
        figures = analysis.figures(gate.requires)
        for clause in gate.applies:
            days = analysis.come(clause)
            early = analysis.early(figures, days) if days else _NONE
            day = next((name for name in clause.reads if name != AS_OF), min(days, default=""))
            for path, problem, shown in _early_results(names, early, analysis, days):
                if path not in reported:
                    reported.add(path)
                    yield issue("RL116", path, problem, name=shown, gate=gate.id, day=day)


def check_missing_item_findings(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that a finding about what is missing asks when it was due.

    Missing is what is left of one number when another is taken off, and never below zero. A finding that tells of any
    such rest, whatever the day, and is more than an observation, would tell it before it is due.
    """
    for finding in names.scorecard.findings:
        if finding.severity is not FindingSeverity.OBSERVATION:
            for position, clause in enumerate(finding.when):
                lack = clause.name if isinstance(clause, NumberClause) and _more_than_nothing(clause) else ""
                timeless = AS_OF not in names_behind(names, names_in_condition(finding.when))
                if timeless and _left_over(names.quantities.get(lack)):
                    yield issue("RL117", f"findings[{finding.id}].when[{position}]", "main", name=lack)


def _more_than_nothing(clause: NumberClause) -> bool:
    bound = clause.operand.value if isinstance(clause.operand, NumberLiteral) else None
    return clause.operator is NumberOperator.MORE_THAN and bound == 0


def _left_over(quantity: Quantity | None) -> bool:
    """Say whether a quantity is the rest of a number after another, held at zero from below."""
    rows = quantity.rows if isinstance(quantity, FormulaQuantity) else ()
    most = (row.formula for row in rows if isinstance(row.formula, Operation))
    return any(
        formula.operator is FormulaOperator.MAXIMUM
        and any(isinstance(part, NumberLiteral) and not part.value for part in formula.operands)
        and any(isinstance(part, Operation) and part.operator is FormulaOperator.SUBTRACT for part in formula.operands)
        for formula in most
    )


def _early_results(
    names: DefinitionIndex, early: frozenset[str], analysis: _DeadlineAnalysis, days: _Days
) -> Iterator[tuple[str, str, str]]:
    """Visit the results and findings that show a figure too early: path, what it is, and the figure."""
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
    """What the conditions and quantities of one card say of days that have to come, by their form.

    Read are comparisons of a day with the as-of date, counts of the days between them, and named conditions and codes
    that rest on either.
    """

    def __init__(self, names: DefinitionIndex) -> None:
        self._names = names
        self._counted = cache(self._count_of_days)
        self._waits = cache(self._is_nothing_before)

    def come(self, clause: Clause) -> _Days:
        """Name the days that have come where a clause holds."""
        return self._days(clause, holds=True)

    def about(self, condition: Condition) -> _Days:
        """Name the days of which a condition says that they have come, or that they have not."""
        return _NONE.union(*(self.come(clause) | self._days(clause, holds=False) for clause in condition))

    def figures(self, condition: Condition) -> tuple[str, ...]:
        """Name the quantities that a condition asks to be low, through named conditions too.

        Such are what is missing or too much. What has to be reached, and how far it is, may be told before.
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
        """Name the quantities among the roots, and of those computed from them, that do not wait for the days."""
        early_names = {root for root in roots if not self._waits(root, days)}
        while True:
            more = {
                quantity.id
                for quantity in self._names.scorecard.quantities
                if quantity.id not in early_names and self._carries(quantity, early_names, days)
            }
            if not more:
                return frozenset(early_names)
            early_names |= more

    def _is_nothing_before(self, name: str, days: _Days) -> bool:
        """Say whether a quantity is nothing before the days: each row waits, or computes with what does."""
        quantity = self._names.quantities.get(name)
        if isinstance(quantity, FormulaQuantity):
            return all(
                days & come or any(self._waits(read, days) for read in names_in_formula(row.formula))
                for row, come in self._telling(quantity)
            )
        if isinstance(quantity, SumQuantity):
            each = bool(quantity.rows) and all(days & self._all_come(row.where) for row in quantity.rows)
            return each or self._waits(quantity.of, days)
        return isinstance(quantity, NamedCondition) and all(days & self._all_come(row.when) for row in quantity.cases)

    def _carries(self, quantity: Quantity, early: set[str], days: _Days) -> bool:
        """Say whether a quantity tells of figures that come too early, and not of the time before."""
        if not early & set(quantity.reads) or self._waits(quantity.id, days):
            return False
        return not isinstance(quantity, FormulaQuantity) or any(
            early & {*names_in_formula(row.formula), *names_in_condition(row.when)}
            and not days & (come | self.about(row.when))
            for row, come in self._telling(quantity)
        )

    def _telling(self, quantity: FormulaQuantity) -> Iterator[tuple[FormulaRow, _Days]]:
        """Visit the rows that give more than nothing, each with the days that have come where it is taken."""
        for row, come in self._rows_with_days(quantity):
            nothing = isinstance(row.formula, NumberLiteral) and not row.formula.value
            if not nothing and not isinstance(row.formula, UndeterminedFormula):
                yield row, come

    def _rows_with_days(self, quantity: FormulaQuantity) -> Iterator[tuple[FormulaRow, _Days]]:
        """Visit the rows, each with the days that have come where it holds and those above do not."""
        passed = _NONE
        for row in quantity.rows:
            yield row, passed | self._all_come(row.when)
            if len(row.when) == 1:
                passed |= self._days(row.when[0], holds=False)

    def _all_come(self, condition: Condition) -> _Days:
        return _NONE.union(*(self.come(clause) for clause in condition))

    def _days(self, clause: Clause, *, holds: bool) -> _Days:
        if isinstance(clause, BaseDateClause):
            return frozenset(day for day, passed in _compared(clause) if passed is holds)
        if isinstance(clause, ChoiceClause):
            named = self._names.quantities.get(clause.name)
            if isinstance(named, NamedCondition) and (("yes" in clause.values) is not clause.negated) is holds:
                return _in_all([self._all_come(row.when) for row in named.cases])
        if isinstance(clause, NumberClause):
            return self._numbered(clause, holds=holds)
        return _NONE

    def _numbered(self, clause: NumberClause, *, holds: bool) -> _Days:
        """Read a count of days to or since a day, or a code that stands for one of several cases."""
        quantity = self._names.quantities.get(clause.name)
        span = allowed_values(clause, self._names)
        if not isinstance(quantity, FormulaQuantity) or span is None:
            return _NONE
        days, ahead = self._counted(clause.name)
        if days:
            below = span.interval.low is None and span.interval.high is not None
            above = span.interval.high is None and span.interval.low is not None
            return days if (below if ahead is holds else above) else _NONE
        cases: list[_Days] = []
        for row, come in self._rows_with_days(quantity):
            if isinstance(row.formula, NumberLiteral):
                value = literal_in_unit(row.formula, quantity.unit)
                inside = value != span.excluded if span.excluded is not None else span.interval.contains(value)
                cases += [come] if inside is holds else []
            elif not isinstance(row.formula, UndeterminedFormula):
                return _NONE
        return _in_all(cases)

    def _count_of_days(self, name: str) -> tuple[_Days, bool]:
        """Name the days that a quantity counts days to, itself among them, and say whether they lie ahead."""
        quantity = self._names.quantities.get(name)
        days: set[str] = set()
        ahead = False
        for row in quantity.rows if isinstance(quantity, FormulaQuantity) else ():
            for part in walk_formula(row.formula):
                if isinstance(part, TimeSpan) and AS_OF in (part.first.name, part.last.name):
                    ahead = part.first.name == AS_OF
                    days |= {name, _day_name(part.last if ahead else part.first)}
        return frozenset(days), ahead


def _in_all(cases: list[_Days]) -> _Days:
    return frozenset.intersection(*cases) if cases else _NONE


def _day_name(day: DateExpression) -> str:
    literal = day.literal.isoformat() if day.literal is not None else ""
    return " ".join(filter(None, (day.name or literal, day.edge)))


def _compared(clause: BaseDateClause) -> Iterator[tuple[str, bool]]:
    """Visit the days that a clause compares with the as-of date: have they come where it holds?"""
    for operator, other in clause.compared:
        if other.name == AS_OF and clause.name != AS_OF:
            yield " ".join(filter(None, (clause.name, clause.edge))), operator in _COMES
        elif clause.name == AS_OF and other.name != AS_OF:
            yield _day_name(other), operator not in _COMES or operator is DateOperator.ON
