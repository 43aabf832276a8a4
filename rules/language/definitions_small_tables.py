"""Small tables in a feature file, by date, key, interpolation or choice: readers and writers.

A table by choices alone becomes a lookup. Any other table becomes formula rows; `TableLayout` records its written form.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from rules.contracts.numbers import format_exact
from rules.contracts.units import unit
from rules.language.conditions import ConditionParser, copula, is_otherwise, value_scope
from rules.language.dates import DateParser
from rules.language.definitions_quantities import bases_column, common_slots, quantity_slots, record_scope, row_bases
from rules.language.row_codec import RowBases, RowContext, SentenceCells, column_of, read_cell, read_row, write_value
from rules.language.table_columns import TABLES
from rules.language.tables import read_named_table
from rules.model.expressions import (
    STAGE,
    DateClause,
    DateExpression,
    DateOperator,
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
    OutcomeClause,
    PeriodEdge,
    UndeterminedFormula,
)
from rules.model.scorecard import (
    DateLookup,
    FactType,
    FormulaQuantity,
    FormulaRow,
    LookupQuantity,
    RowKey,
    TableLayout,
    TableRowForm,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.lexicon import WordGroup
    from rules.language.name_resolution import NamedItem, Scope
    from rules.language.render import Renderer
    from rules.language.row_codec import Read
    from rules.language.source import SourceText
    from rules.language.tables import Table, TableRow
    from rules.model.expressions import Clause, Condition, Formula


_CHOICE_KEY_TYPES = (FactType.CHOICE, FactType.FLAG)
_FORMULA_ROW_WORDS = ("undetermined", "any")
_VALUE_COLUMN, _DATE_COLUMN = column_of("lookup", "value"), column_of("date_lookup", "date")
VALUE, BASIS = ":value", "basis"


def read_lookup(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read a number or date by choices, such as the transposition date of a directive by country."""
    if not definition.subjects:
        return
    id, named_keys = definition.subjects[0], quantity_slots(draft, definition)["names"]
    keys = _choice_keys(draft, named_keys)
    reader = _LookupReader(draft, id, keys or [], row_bases(draft, definition), definition.production == "date_lookup")
    table = _choice_table(draft, definition, keys) if keys is not None else None
    if table is None:
        return
    draft.set_location(f"quantities[{id}].by", named_keys)
    for row in table:
        reader.read_row(row)
    draft.quantities[id] = reader.quantity()


@dataclass(slots=True)
class _LookupReader:
    """Reader of the rows of a number or date that is looked up by choices."""

    draft: ScorecardDraft
    id: str
    keys: list[NamedItem]
    bases: RowBases
    dated: bool
    rows: list[Read] = field(default_factory=list)
    otherwise: Read = field(default_factory=dict)

    def read_row(self, row: TableRow) -> None:
        draft = self.draft
        cells, cell = [row.need(key.id) for key in self.keys], row.need(VALUE)
        is_fallback = all(is_otherwise(draft, key) for key in cells)
        path = f"quantities[{self.id}].{'otherwise' if is_fallback else f'rows[{len(self.rows)}]'}"
        if is_fallback and path in draft.locations and cells[0] is not None:
            draft.cells.refuse_twice(cells[0], draft.locations[path])
        draft.set_location(path, cell if is_fallback else cells[0])
        draft.set_location(f"{path}.value", cell if self.dated or not is_fallback else None)
        value = None if cell is None else self._value(cell, path)
        basis = self.bases.read(row, f"{path}_basis" if is_fallback else f"{path}.basis")
        if is_fallback:
            self.otherwise = {"otherwise": value, "otherwise_basis": basis}
        elif (chosen := _read_choice_keys(draft, self.keys, cells)) is not None and value is not None:
            self.rows.append({"keys": chosen, "value": value, "basis": basis})

    def _value(self, cell: SourceText, path: str) -> object | None:
        return read_cell(self.draft, _DATE_COLUMN, cell, path) if self.dated else self.draft.cells.number(cell)

    def quantity(self) -> DateLookup | LookupQuantity:
        read = {"id": self.id, "by": tuple(key.id for key in self.keys), "rows": tuple(self.rows), **self.otherwise}
        if self.dated:
            return DateLookup.model_validate(read)
        return LookupQuantity.model_validate({"unit": self.draft.values.items[self.id].unit, **read})


def _is_choice_lookup(draft: ScorecardDraft, definition: DefinitionDraft) -> bool:
    slots = quantity_slots(draft, definition)
    parts = _key_names(draft, slots["names"])
    keys = [draft.values.find(part.text) for part in parts]
    ends = any(True for part in parts for _ in value_scope(draft).period_bounds_at(part.text, draft.words.dates))
    others = any(key is not None and key.type not in _CHOICE_KEY_TYPES and key.id != STAGE for key in keys)
    if "each" in slots or ends or others:
        return False
    choices = [key.choices for key in keys if key is not None and key.choices is not None]
    cells = [cell.text for row in (definition.step.table or ())[1:] for cell in row]
    return not any(_needs_formula_row(draft, cell) for cell in cells if not any(known.find(cell) for known in choices))


def _needs_formula_row(draft: ScorecardDraft, cell: str) -> bool:
    words = draft.words
    variants = (cell, copula(words) + cell)
    parsers = (words.operators[key].parses(text) for key in ("is_not", "one_of", "none_of") for text in variants)
    return words.words["values"].read(cell) in _FORMULA_ROW_WORDS or any(True for parses in parsers for _ in parses)


def _choice_keys(draft: ScorecardDraft, names: SourceText) -> list[NamedItem] | None:
    read = [_find_choice_key(draft, part) for part in _key_names(draft, names)]
    keys = [key for key in read if key is not None]
    return keys if len(keys) == len(read) else None


def _choice_table(draft: ScorecardDraft, definition: DefinitionDraft, keys: list[NamedItem]) -> Table | None:
    columns: dict[str, str] = {}
    for key in keys:
        columns[key.id] = key.id
        if (label := draft.values.labels.get(key.id)) is not None:
            columns[label] = key.id
    return _keyed_table(draft, definition, columns)


def _keyed_table(draft: ScorecardDraft, definition: DefinitionDraft, keys: Mapping[str, str]) -> Table | None:
    kind = definition.production if definition.production in TABLES else "lookup"
    own = draft.words.columns[kind].by_word.items()
    columns = {**keys, **{word: column if column == BASIS else VALUE for word, column in own}}
    return read_named_table(definition.step, columns, frozenset({*keys.values(), VALUE}), draft.words, draft.report)


def _read_choice_keys(
    draft: ScorecardDraft, keys: list[NamedItem], cells: list[SourceText | None]
) -> tuple[str, ...] | None:
    read = [_read_choice(draft, key, cell) for key, cell in zip(keys, cells, strict=True)]
    chosen = tuple(choice for choice in read if choice is not None)
    return chosen if len(chosen) == len(keys) else None


def _key_names(draft: ScorecardDraft, text: SourceText) -> tuple[SourceText, ...]:
    return (text,) if draft.values.find(text.text) is not None else draft.cells.items(text)


def _find_choice_key(draft: ScorecardDraft, name: SourceText) -> NamedItem | None:
    named = draft.values.find(name.text)
    if draft.refuse_stage(name):
        return None
    if named is None:
        draft.cells.unknown_name(name, draft.values.words, "facts")
        return None
    if named.type not in _CHOICE_KEY_TYPES:
        draft.cells.refuse_type(name, named.type, "choice")
        return None
    return named


def _read_choice(draft: ScorecardDraft, key: NamedItem, cell: SourceText | None) -> str | None:
    if cell is None or key.choices is None:
        return None
    id = key.choices.id_of(cell.text)
    if id is None:
        draft.cells.unknown_choice(cell, key.choices, key.id)
    return id


def write_small_table(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Render a small table."""
    quantity = render.names.quantities[definition.slots["quantity"]]
    if isinstance(quantity, FormulaQuantity) and quantity.tabled is not None:
        return _write_tabled(render, quantity, quantity.tabled)
    if not isinstance(quantity, LookupQuantity | DateLookup):
        raise TypeError(f"{quantity.id} is not looked up")
    slots = {**common_slots(quantity, _bases(quantity), render), "names": render.listed(map(render.name, quantity.by))}
    places = [*(f"rows[{position}]" for position in range(len(quantity.rows))), "otherwise"]
    return SentenceCells(slots, headed_table=_lookup_table(render, quantity), row_paths=places)


def _lookup_table(render: Renderer, quantity: LookupQuantity | DateLookup) -> Sequence[Sequence[str]]:
    kind, value = ("lookup", "value") if isinstance(quantity, LookupQuantity) else ("date_lookup", "date")
    columns, bases = render.words.columns[kind], bases_column(_bases(quantity), render)
    heading = [*(render.name(name) for name in quantity.by), columns.write(value)]
    return _append_basis_column(columns, [heading, *_lookup_rows(render, quantity)], bases)


def _append_basis_column(columns: WordGroup, rows: Sequence[list[str]], bases: list[str]) -> Sequence[list[str]]:
    if not any(bases):
        return rows
    return [[*row, basis] for row, basis in zip(rows, (columns.write("basis"), *bases), strict=True)]


def _lookup_rows(render: Renderer, quantity: LookupQuantity | DateLookup) -> Iterator[list[str]]:
    for row in quantity.rows:
        keys = [render.choice(name, key) for name, key in zip(quantity.by, row.keys, strict=True)]
        yield [*keys, _render_value(render, row.value)]
    if quantity.otherwise is not None:
        rest = render.words.words["values"].write("otherwise")
        yield [*(rest for _ in quantity.by), _render_value(render, quantity.otherwise)]


def _render_value(render: Renderer, value: Fraction | DateExpression | Literal["never"]) -> str:
    return format_exact(value) if isinstance(value, Fraction) else write_value(render, _DATE_COLUMN, value)


def _bases(quantity: LookupQuantity | DateLookup) -> list[tuple[str, ...]]:
    rest = () if quantity.otherwise is None else (quantity.otherwise_basis,)
    return [*(row.basis for row in quantity.rows), *rest]


SENTENCES = {TableRowForm.DATED: "dated", TableRowForm.KEYED: "lookup", TableRowForm.LINE: "interpolated"}
_OUTSIDE_WORDS = {NumberOperator.LESS_THAN: "lower", NumberOperator.MORE_THAN: "higher"}


def _write_tabled(render: Renderer, quantity: FormulaQuantity, tabled: TableLayout) -> SentenceCells:
    stated = _stated_rows(quantity, tabled)
    slots = common_slots(quantity, [row.basis for row in stated], render)
    if tabled.form is TableRowForm.DATED:
        slots["date"] = _day_name(render, tabled.by[0], quantity.list)
    else:
        slots["names"] = render.listed(_key_name(render, key, quantity.list) for key in tabled.by)
    places = [f"rows[{quantity.rows.index(row)}]" for row in stated]
    return SentenceCells(
        slots, production=SENTENCES[tabled.form], headed_table=_tabled_rows(render, quantity, tabled), row_paths=places
    )


def _stated_rows(quantity: FormulaQuantity, tabled: TableLayout) -> list[FormulaRow]:
    return [row for row in quantity.rows if tabled.form is not TableRowForm.LINE or len(row.when) == 1]


def _key_name(render: Renderer, key: RowKey, within: str | None) -> str:
    name = render.name(key.name, within)
    return name if key.edge is None else render.words.dates[key.edge].write(period=name)


def _day_name(render: Renderer, key: RowKey, within: str | None) -> str:
    definition = render.names.definition(key.name, within)
    if key.edge is None and getattr(definition, "type", None) is FactType.PERIOD:
        return render.words.dates["whole"].write(period=render.name(key.name, within))
    return _key_name(render, key, within)


def _tabled_rows(render: Renderer, quantity: FormulaQuantity, tabled: TableLayout) -> Sequence[Sequence[str]]:
    stated = _stated_rows(quantity, tabled)
    if tabled.form is TableRowForm.DATED:
        columns = render.words.columns["dated"]
        heading, cells = ["from", "until"], [_day_cells(row, render) for row in stated]
        if not any(last for _, last in cells):
            heading, cells = heading[:1], [row[:1] for row in cells]
        keys = [columns.write(column) for column in heading]
    else:
        columns = render.words.columns["lookup"]
        keys = [_key_name(render, key, quantity.list) for key in tabled.by]
        cells = [_key_cells(row, quantity, tabled, render) for row in stated]
    value_rows = [
        [*row, write_value(render, _VALUE_COLUMN, stated_row.formula)]
        for row, stated_row in zip(cells, stated, strict=True)
    ]
    bases = bases_column([row.basis for row in stated], render)
    return _append_basis_column(columns, [[*keys, columns.write("value")], *value_rows], bases)


def _day_cells(row: FormulaRow, render: Renderer) -> tuple[str, ...]:
    days = {
        clause.operator: clause.operand.literal
        for clause in row.when
        if isinstance(clause, DateClause) and clause.operand.literal is not None
    }
    first, last = (days.get(operator) for operator in (DateOperator.FROM, DateOperator.UNTIL))
    return write_value(render, column_of("dated", "from"), first), "" if last is None else last.isoformat()


def _key_cells(row: FormulaRow, quantity: FormulaQuantity, tabled: TableLayout, render: Renderer) -> tuple[str, ...]:
    words = render.words.words["values"]
    if not row.when:
        return tuple(words.write("otherwise" if len(quantity.rows) > 1 else "any") for _ in tabled.by)
    if tabled.form is TableRowForm.LINE and isinstance(row.when[0], NumberClause):
        beyond = _OUTSIDE_WORDS.get(row.when[0].operator)
        if beyond is not None:
            return (words.write(beyond),)
    return tuple(_key_cell(row, key, quantity.list, render) for key in tabled.by)


def _key_cell(row: FormulaRow, key: RowKey, within: str | None, render: Renderer) -> str:
    clauses = [
        clause
        for clause in row.when
        if not isinstance(clause, OutcomeClause)
        and (clause.name, getattr(clause, "edge", None)) == (key.name, key.edge)
    ]
    comparisons = [render.comparison(clause, within).removeprefix(copula(render.words)) for clause in clauses]
    return render.words.clauses_separator.join(comparisons) or render.words.words["values"].write("any")


@dataclass(frozen=True, slots=True)
class _CornerRow:
    """A corner of a piecewise linear function, or the value beyond its first or last corner (`at` is None)."""

    cell: SourceText
    at: NumberLiteral | None
    beyond: NumberOperator | None
    value: Formula
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reader of the rows of one small table."""

    draft: ScorecardDraft
    scope: Scope
    named: NamedItem
    bases: RowBases

    def keyed(self, table: Table, keys: Sequence[tuple[NamedItem, SourceText]]) -> tuple[FormulaRow, ...]:
        formula_rows: list[FormulaRow] = []
        for row in table:
            path = f"quantities[{self.named.id}].rows[{len(formula_rows)}]"
            cells = [row.need(_key_column(named)) for named, _ in keys]
            value, basis = self._render_value(row, path), self.bases.read(row, f"{path}.basis")
            self.draft.set_location(path, cells[0])
            when: Condition | None = ()
            if not all(cell is not None and self._is_word(cell, "otherwise") for cell in cells):
                when = self._when([(*key, cell) for key, cell in zip(keys, cells, strict=True)], f"{path}.when")
            first_cell = cells[0]
            if (
                len(table.rows) > 1
                and first_cell is not None
                and all(cell and self._is_word(cell, "any") for cell in cells)
            ):
                self.draft.report.add(
                    "RL041", first_cell, "rows_overlap", other="1" if formula_rows else "2", cases=first_cell.text
                )
            if value is not None and when is not None:
                formula_rows.append(FormulaRow(formula=value, when=when, basis=basis))
        return tuple(formula_rows)

    def _when(self, cells: list[tuple[NamedItem, SourceText, SourceText | None]], path: str) -> Condition | None:
        conditions = ConditionParser(self.draft, self.scope)
        clauses: list[Clause] = []
        sound = True
        for named, name, cell in cells:
            if cell is None or self._is_word(cell, "any"):
                continue
            first = len(clauses)
            read = conditions.read_column_cell(named, name, cell, f"{path}[{first}]")
            sound = sound and read is not None
            clauses += read or ()
            for position in range(first, len(clauses)):
                self.draft.set_location(f"{path}[{position}]", cell)
        return tuple(clauses) if sound else None

    def dated(self, table: Table, key: NamedItem) -> tuple[FormulaRow, ...]:
        path, context = f"quantities[{self.named.id}].rows", RowContext(named=self.named, bases=self.bases)
        reads = [(row, read_row(self.draft, row, "dated", f"{path}[{number}]", context)[0])
                 for number, row in enumerate(table)]  # fmt: skip
        days = [tuple(map(_as_day, (read.get("from"), read.get("until")))) for _, read in reads]
        formula_rows: list[FormulaRow] = []
        for number, ((row, read), (first, last)) in enumerate(zip(reads, days, strict=True)):
            self.draft.set_location(f"{path}[{number}]", row.get("from"))
            following = days[number + 1][0] if number + 1 < len(days) else None
            self._refuse_order(row, first, last, following)
            if number and (cell := row.get("from")) is not None and self._is_word(cell, "earlier"):
                before = reads[number - 1][0].cells["from"].text
                self.draft.report.add("RL041", cell, "days", day=cell.text, before=before)
            if "formula" in read:
                fields = {field: read[field] for field in ("formula", "basis")}
                formula_rows.append(
                    FormulaRow.model_validate({**fields, "when": _row_condition(key, first, last, following)})
                )
        return tuple(formula_rows)

    def _refuse_order(self, row: TableRow, first: date | None, last: date | None, following: date | None) -> None:
        cell, until = row.get("from"), row.get("until")
        if cell is not None and first is not None and following is not None and following <= first:
            shown = {"day": following.isoformat(), "before": first.isoformat()}
            self.draft.report.add("RL041", cell, "days", **shown)
        if until is not None and first is not None and last is not None and last < first:
            self.draft.report.add("RL022", until, "order", text=last.isoformat(), other=first.isoformat())

    def corners(self, table: Table, key: NamedItem) -> tuple[FormulaRow, ...]:
        read = [corner for row in table if (corner := self._corner(row, key)) is not None]
        points = [corner for corner in read if corner.at is not None]
        if len(points) < 2 and len(read) == len(table.rows):
            self.draft.report.add("RL041", self.draft.locations[f"quantities[{self.named.id}].rows"], "corners")
        for before, after in pairwise(points):
            if before.at is not None and after.at is not None and _in_base(after.at) <= _in_base(before.at):
                shown = {"at": format_exact(after.at.value), "before": format_exact(before.at.value)}
                self.draft.report.add("RL041", after.cell, "descending", **shown)
        formula_rows: list[FormulaRow] = []
        for row, cell in _line_rows(key.id, read):
            self.draft.set_location(f"quantities[{self.named.id}].rows[{len(formula_rows)}]", cell)
            formula_rows.append(row)
        return tuple(formula_rows)

    def _corner(self, row: TableRow, key: NamedItem) -> _CornerRow | None:
        cell = row.need(_key_column(key))
        path = f"quantities[{self.named.id}].corners"
        value, basis = self._render_value(row, path), self.bases.read(row, f"{path}.basis")
        if cell is None or value is None:
            return None
        for word, beyond in (("lower", NumberOperator.LESS_THAN), ("higher", NumberOperator.MORE_THAN)):
            if self._is_word(cell, word):
                return _CornerRow(cell, None, beyond, value, basis)
        measure = self.draft.cells.fitting(cell, key.id, key.unit)
        if measure is None:
            return None
        return _CornerRow(cell, NumberLiteral(value=measure.value, unit=measure.unit), None, value, basis)

    def _render_value(self, row: TableRow, path: str) -> NumberLiteral | UndeterminedFormula | None:
        cell = row.need(VALUE)
        self.draft.set_location(f"{path}.formula", cell)
        value = None if cell is None else read_cell(self.draft, _VALUE_COLUMN, cell, path, RowContext(named=self.named))
        return value if isinstance(value, NumberLiteral | UndeterminedFormula) else None

    def _is_word(self, cell: SourceText, word: str) -> bool:
        return self.draft.words.words["values"].read(self.draft.marks.plain(cell).text) == word


def _as_day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _key_column(named: NamedItem) -> str:
    return named.id if named.edge is None else f"{named.id} {named.edge}"


def _row_condition(key: NamedItem, first: date | None, last: date | None, following: date | None) -> Condition:
    is_period = key.type is FactType.PERIOD
    clauses = []
    if first is not None:
        edge = PeriodEdge.FIRST if is_period else key.edge
        clauses.append(_day_clause(key.id, edge, DateOperator.FROM, first))
    edge = PeriodEdge.LAST if is_period else key.edge
    if last is not None:
        clauses.append(_day_clause(key.id, edge, DateOperator.UNTIL, last))
    elif following is not None:
        clauses.append(_day_clause(key.id, edge, DateOperator.BEFORE, following))
    return tuple(clauses)


def _day_clause(name: str, edge: PeriodEdge | None, operator: DateOperator, day: date) -> DateClause:
    return DateClause(name=name, edge=edge, operator=operator, operand=DateExpression(literal=day))


def _in_base(literal: NumberLiteral) -> Fraction:
    return literal.value * unit(literal.unit).factor


def _line_rows(name: str, corners: Sequence[_CornerRow]) -> Iterator[tuple[FormulaRow, SourceText]]:
    points = [corner for corner in corners if corner.at is not None]
    ends = {NumberOperator.LESS_THAN: points[:1], NumberOperator.MORE_THAN: points[-1:]}
    before: _CornerRow | None = None
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
            yield _segment_row(name, before, corner, before.at, corner.at), corner.cell
        when = (NumberClause(name=name, operator=NumberOperator.IS, operand=corner.at),)
        yield FormulaRow(formula=corner.value, when=when, basis=corner.basis), corner.cell
        before = corner


def _segment_row(name: str, low: _CornerRow, high: _CornerRow, start: NumberLiteral, end: NumberLiteral) -> FormulaRow:
    """Return the row for the open segment between two corners.

    The formula reads `name` only once, so interval evaluation stays exact.
    """
    when = (
        NumberClause(name=name, operator=NumberOperator.MORE_THAN, operand=start),
        NumberClause(name=name, operator=NumberOperator.LESS_THAN, operand=end),
    )
    basis = tuple(dict.fromkeys((*low.basis, *high.basis)))
    if isinstance(low.value, UndeterminedFormula) or isinstance(high.value, UndeterminedFormula):
        return FormulaRow(formula=UndeterminedFormula(), when=when, basis=basis)
    rise = _apply(FormulaOperator.SUBTRACT, high.value, low.value)
    offset = _apply(FormulaOperator.SUBTRACT, NameReference(id=name), start)
    length = _apply(FormulaOperator.SUBTRACT, end, start)
    share = _apply(FormulaOperator.DIVIDE, _apply(FormulaOperator.MULTIPLY, rise, offset), length)
    return FormulaRow(formula=_apply(FormulaOperator.ADD, low.value, share), when=when, basis=basis)


def _apply(operator: FormulaOperator, *operands: Formula) -> Operation:
    return Operation(operator=operator, operands=operands)


_KEY_TYPES = (FactType.NUMBER, FactType.CHOICE, FactType.FLAG, FactType.TEXT, FactType.DATE)


def read_small_table(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read a lookup by choices alone, or any other keyed table."""
    if _is_choice_lookup(draft, definition):
        read_lookup(draft, definition)
    else:
        _read_by_names(draft, definition, TableRowForm.KEYED)


def read_interpolated(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the corners of a linear interpolation."""
    _read_by_names(draft, definition, TableRowForm.LINE)


def _read_by_names(draft: ScorecardDraft, definition: DefinitionDraft, form: TableRowForm) -> None:
    if not definition.subjects:
        return
    named, scope = _quantity_and_scope(draft, definition)
    keys = _find_keys(draft, quantity_slots(draft, definition)["names"], scope, form)
    table = _read_table(draft, definition, keys, scope) if keys is not None else None
    if keys is None or table is None:
        return
    reader = RowReader(draft, scope, named, row_bases(draft, definition))
    rows = reader.corners(table, keys[0][0]) if form is TableRowForm.LINE else reader.keyed(table, keys)
    _define(draft, named, form, (key for key, _ in keys), rows)


def read_dated(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read values selected by a date, or by a period entirely within one row."""
    if not definition.subjects:
        return
    named, scope = _quantity_and_scope(draft, definition)
    key = _find_date_key(draft, quantity_slots(draft, definition)["date"], scope)
    table = draft.table(definition)
    if key is None or table is None:
        return
    reader = RowReader(draft, scope, named, row_bases(draft, definition))
    _define(draft, named, TableRowForm.DATED, (key,), reader.dated(table, key))


def _quantity_and_scope(draft: ScorecardDraft, definition: DefinitionDraft) -> tuple[NamedItem, Scope]:
    named = draft.values.items[definition.subjects[0]]
    draft.set_location(f"quantities[{named.id}].rows", definition.step.sentence)
    return named, record_scope(draft, named.list)


def _define(
    draft: ScorecardDraft, named: NamedItem, form: TableRowForm, keys: Iterable[NamedItem], rows: tuple[FormulaRow, ...]
) -> None:
    by = tuple(RowKey(name=key.id, edge=key.edge) for key in keys)
    draft.set_location(f"quantities[{named.id}].tabled", draft.locations[f"quantities[{named.id}].rows"])
    tabled = TableLayout(form=form, by=by)
    draft.quantities[named.id] = FormulaQuantity(
        id=named.id, unit=named.unit, list=named.list, tabled=tabled, rows=rows
    )


def _find_date_key(draft: ScorecardDraft, text: SourceText, scope: Scope) -> NamedItem | None:
    for slots in draft.words.dates["whole"].read(text):
        period = scope.find(slots["period"].text)
        if period is not None and period.type is FactType.PERIOD:
            return period
    named = _find_item(draft, text, scope)
    if named is None or named.type is FactType.DATE:
        return named
    if named.type is FactType.PERIOD:
        words = draft.words.dates
        examples = [words[form].write(period=text.text) for form in ("first", "last", "whole")]
        draft.report.add("RL016", text, "which_day", name=text.text, examples=draft.words.separator.join(examples))
        return None
    _wrong_type(draft, text, named, ("date",))
    return None


def _find_keys(
    draft: ScorecardDraft, text: SourceText, scope: Scope, form: TableRowForm
) -> list[tuple[NamedItem, SourceText]] | None:
    single = scope.find(text.text) is not None or form is TableRowForm.LINE
    allowed = (FactType.NUMBER,) if form is TableRowForm.LINE else _KEY_TYPES
    parts = (text,) if single else draft.cells.items(text)
    keys: list[tuple[NamedItem, SourceText]] = []
    for part in parts:
        named = _find_item(draft, part, scope)
        if named is not None and named.type not in allowed:
            _wrong_type(draft, part, named, allowed)
        elif named is not None and any(named == other for other, _ in keys):
            draft.report.add("RL080", part, "twice", column=part.text)
        elif named is not None:
            keys.append((named, part))
    return keys if len(keys) == len(parts) else None


def _find_item(draft: ScorecardDraft, text: SourceText, scope: Scope) -> NamedItem | None:
    if draft.refuse_stage(text):
        return None
    period_ends = (
        named for named, end in scope.period_bounds_at(text.text, draft.words.dates) if end == len(text.text)
    )
    named = scope.find(text.text) or next(period_ends, None)
    if named is None:
        DateParser(draft.cells, scope).unknown(text)
    return named


def _wrong_type(draft: ScorecardDraft, text: SourceText, named: NamedItem, wanted: Iterable[str]) -> None:
    draft.cells.refuse_type(text, named.type, *wanted)


def _read_table(
    draft: ScorecardDraft, definition: DefinitionDraft, keys: list[tuple[NamedItem, SourceText]], scope: Scope
) -> Table | None:
    columns: dict[str, str] = {}
    for named, _ in keys:
        labels = [registry.labels[named.id] for registry in scope.registries if named.id in registry.labels]
        if named.kind == "reserved":
            labels = [draft.words.words["reserved"].write(named.id)]
        for word in (*labels[:1], named.id):
            written = word if named.edge is None else draft.words.dates[named.edge].write(period=word)
            columns[written] = _key_column(named)
    return _keyed_table(draft, definition, columns)
