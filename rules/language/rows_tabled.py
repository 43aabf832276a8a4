"""What does each row of a small table say: from which day, for which keys, at which corner?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.units import unit
from rules.language.cells import left_open
from rules.language.conditions import Conditions
from rules.model.expressions import (
    DateClause,
    DateExpression,
    DateOperator,
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
    PeriodEdge,
    Undetermined,
)
from rules.model.scorecard import FactType, FormulaRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from rules.language.draft import Draft
    from rules.language.names import Named, Scope
    from rules.language.quantity_sentences import RowBases
    from rules.language.tables import Table, TableRow
    from rules.language.text import Text
    from rules.model.expressions import Clause, Condition, Formula

VALUE, BASIS = ":value", "basis"
"""The columns of a table whose other columns are names."""


@dataclass(frozen=True, slots=True)
class _Corner:
    """One row of a line: where it stands, or on which side of all corners, and what it says."""

    cell: Text
    at: NumberLiteral | None
    beyond: NumberOperator | None
    value: Formula
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of the table of one quantity, with the names of its scope."""

    draft: Draft
    scope: Scope
    named: Named
    bases: RowBases

    def keyed(self, table: Table, keys: Sequence[tuple[Named, Text]]) -> tuple[FormulaRow, ...]:
        """Read rows by keys; a last row may say `otherwise` in every key."""
        found: list[FormulaRow] = []
        for row in table:
            path = f"quantities[{self.named.id}].rows[{len(found)}]"
            cells = [row.need(column_of(named)) for named, _ in keys]
            value, basis = self._value(row, path, VALUE), self.bases.read(row, f"{path}.basis")
            self.draft.put(path, cells[0])
            when: Condition | None = ()
            if not all(cell is not None and self._says(cell, "otherwise") for cell in cells):
                when = self._when([(*key, cell) for key, cell in zip(keys, cells, strict=True)], f"{path}.when")
            any_ = cells[0]
            if len(table.rows) > 1 and any_ is not None and all(cell and self._says(cell, "any") for cell in cells):
                self.draft.report.add("RL041", any_, "rows_overlap", other="1" if found else "2", cases=any_.text)
            if value is not None and when is not None:
                found.append(FormulaRow(formula=value, when=when, basis=basis))
        return tuple(found)

    def _when(self, asked: list[tuple[Named, Text, Text | None]], path: str) -> Condition | None:
        conditions = Conditions(self.draft, self.scope)
        clauses: list[Clause] = []
        sound = True
        for named, name, cell in asked:
            if cell is None or self._says(cell, "any"):
                continue
            first = len(clauses)
            read = conditions.asked(named, name, cell, f"{path}[{first}]")
            sound = sound and read is not None
            clauses += read or ()
            for place in range(first, len(clauses)):
                self.draft.put(f"{path}[{place}]", cell)
        return tuple(clauses) if sound else None

    def dated(self, table: Table, key: Named) -> tuple[FormulaRow, ...]:
        """Read rows from day to day; a row without a last day holds until the day before the next one."""
        rows = [(row, self._first(row), self._last(row)) for row in table]
        found: list[FormulaRow] = []
        for number, (row, first, last) in enumerate(rows):
            path = f"quantities[{self.named.id}].rows[{number}]"
            self.draft.put(path, row.get("from"))
            following = rows[number + 1][1] if number + 1 < len(rows) else None
            value, basis = self._value(row, path, "value"), self.bases.read(row, f"{path}.basis")
            self._refuse_order(row, first, last, following)
            if number and (cell := row.get("from")) is not None and self._says(cell, "earlier"):
                self.draft.report.add(
                    "RL041", cell, "days", day=cell.text, before=rows[number - 1][0].cells["from"].text
                )
            if value is not None:
                found.append(FormulaRow(formula=value, when=_days(key, first, last, following), basis=basis))
        return tuple(found)

    def _first(self, row: TableRow) -> date | None:
        cell = row.need("from")
        return None if cell is None or self._says(cell, "earlier") else self.draft.cells.date(cell)

    def _last(self, row: TableRow) -> date | None:
        cell = row.get("until")
        return None if cell is None else self.draft.cells.date(cell)

    def _refuse_order(self, row: TableRow, first: date | None, last: date | None, following: date | None) -> None:
        cell, until = row.get("from"), row.get("until")
        if cell is not None and first is not None and following is not None and following <= first:
            shown = {"day": following.isoformat(), "before": first.isoformat()}
            self.draft.report.add("RL041", cell, "days", **shown)
        if until is not None and first is not None and last is not None and last < first:
            self.draft.report.add("RL022", until, "order", text=last.isoformat(), other=first.isoformat())

    def corners(self, table: Table, key: Named) -> tuple[FormulaRow, ...]:
        """Read the corners of a line, each as a row, with the straight lines between them as further rows."""
        read = [corner for row in table if (corner := self._corner(row, key)) is not None]
        points = [corner for corner in read if corner.at is not None]
        if len(points) < 2 and len(read) == len(table.rows):
            self.draft.report.add("RL041", self.draft.locations[f"quantities[{self.named.id}].rows"], "corners")
        for before, after in pairwise(points):
            if before.at is not None and after.at is not None and _in_base(after.at) <= _in_base(before.at):
                shown = {"at": format_exact(after.at.value), "before": format_exact(before.at.value)}
                self.draft.report.add("RL041", after.cell, "descending", **shown)
        found: list[FormulaRow] = []
        for row, cell in _line_rows(key.id, read):
            self.draft.put(f"quantities[{self.named.id}].rows[{len(found)}]", cell)
            found.append(row)
        return tuple(found)

    def _corner(self, row: TableRow, key: Named) -> _Corner | None:
        cell = row.need(column_of(key))
        path = f"quantities[{self.named.id}].corners"
        value, basis = self._value(row, path, VALUE), self.bases.read(row, f"{path}.basis")
        if cell is None or value is None:
            return None
        for word, beyond in (("lower", NumberOperator.LESS_THAN), ("higher", NumberOperator.MORE_THAN)):
            if self._says(cell, word):
                return _Corner(cell, None, beyond, value, basis)
        measure = self.draft.cells.fitting(cell, key.id, key.unit)
        if measure is None:
            return None
        return _Corner(cell, NumberLiteral(value=measure.value, unit=measure.unit), None, value, basis)

    def _value(self, row: TableRow, path: str, column: str) -> NumberLiteral | Undetermined | None:
        cell = row.need(column)
        self.draft.put(f"{path}.formula", cell)
        if cell is None:
            return None
        open_ = left_open(self.draft.cells, cell)
        if open_ is not None:
            return open_
        number = self.draft.cells.number(cell)
        return None if number is None else NumberLiteral(value=number, unit=self.named.unit)

    def _says(self, cell: Text, word: str) -> bool:
        return self.draft.words.words["values"].read(self.draft.marks.plain(cell).text) == word


def column_of(named: Named) -> str:
    """Give the key of the column in which stands what one key of a table is."""
    return named.id if named.edge is None else f"{named.id} {named.edge}"


def _days(key: Named, first: date | None, last: date | None, following: date | None) -> Condition:
    """Ask that a day, or every day of a period, lies in a row."""
    whole = key.type is FactType.PERIOD
    clauses = []
    if first is not None:
        edge = PeriodEdge.FIRST if whole else key.edge
        clauses.append(_day_clause(key.id, edge, DateOperator.FROM, first))
    edge = PeriodEdge.LAST if whole else key.edge
    if last is not None:
        clauses.append(_day_clause(key.id, edge, DateOperator.UNTIL, last))
    elif following is not None:
        clauses.append(_day_clause(key.id, edge, DateOperator.BEFORE, following))
    return tuple(clauses)


def _day_clause(name: str, edge: PeriodEdge | None, operator: DateOperator, day: date) -> DateClause:
    return DateClause(name=name, edge=edge, operator=operator, operand=DateExpression(literal=day))


def _in_base(literal: NumberLiteral) -> Fraction:
    return literal.value * unit(literal.unit).factor


def _line_rows(name: str, corners: Sequence[_Corner]) -> Iterator[tuple[FormulaRow, Text]]:
    """Give each corner as a row, and before it the straight line that leads to it."""
    points = [corner for corner in corners if corner.at is not None]
    ends = {NumberOperator.LESS_THAN: points[:1], NumberOperator.MORE_THAN: points[-1:]}
    before: _Corner | None = None
    for corner in corners:
        if corner.beyond is not None:
            for end in ends[corner.beyond]:
                if end.at is not None:
                    when = (NumberClause(name=name, operator=corner.beyond, operand=end.at),)
                    yield FormulaRow(formula=corner.value, when=when, basis=corner.basis), corner.cell
            continue
        if corner.at is None:
            continue
        if before is not None and before.at is not None:
            yield _between(name, before, corner, before.at, corner.at), corner.cell
        when = (NumberClause(name=name, operator=NumberOperator.IS, operand=corner.at),)
        yield FormulaRow(formula=corner.value, when=when, basis=corner.basis), corner.cell
        before = corner


def _between(name: str, low: _Corner, high: _Corner, start: NumberLiteral, end: NumberLiteral) -> FormulaRow:
    """Give the straight line between two corners, both left out; the number it reads stands in it once."""
    when = (
        NumberClause(name=name, operator=NumberOperator.MORE_THAN, operand=start),
        NumberClause(name=name, operator=NumberOperator.LESS_THAN, operand=end),
    )
    basis = tuple(dict.fromkeys((*low.basis, *high.basis)))
    if isinstance(low.value, Undetermined) or isinstance(high.value, Undetermined):
        return FormulaRow(formula=Undetermined(), when=when, basis=basis)
    rise = _apply(FormulaOperator.SUBTRACT, high.value, low.value)
    way = _apply(FormulaOperator.SUBTRACT, NameReference(id=name), start)
    whole = _apply(FormulaOperator.SUBTRACT, end, start)
    share = _apply(FormulaOperator.DIVIDE, _apply(FormulaOperator.MULTIPLY, rise, way), whole)
    return FormulaRow(formula=_apply(FormulaOperator.ADD, low.value, share), when=when, basis=basis)


def _apply(operator: FormulaOperator, *operands: Formula) -> Operation:
    return Operation(operator=operator, operands=operands)
