"""Tables of measures: one row for each effect, with English or Chinese headings, from XLSX, ODS or CSV."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts import LANGUAGES, did_you_mean_or_known, message_factory, wording_loader
from rules.model import FactType
from rules.planning import MAXIMUM_MEASURES, MeasureList
from service.input.cells import (
    CellReader,
    Column,
    choice_ids,
    fold_cell_text,
    is_reserved,
    not_applicable,
)
from service.input.tabular.grids import read_grids
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import FilePosition, PlacedError, raise_placed_error
from service.input.tree.tree_reader import read_tree
from service.planning.measure_files.document import MeasureReader
from service.planning.measure_files.measure_list import checked_list, refuse_long_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.contracts import Subject
    from rules.model import FactDefinition, Scorecard
    from service.input.tabular.cell_texts import Cell
    from service.input.tabular.grids import Grid, GridRow
    from service.planning.measure_files.measure_list import MeasureFile

_message = message_factory(__name__)
words = wording_loader(__name__)

COLUMNS = (
    "currency", "measure", "name", "fact", "label", "present", "effect", "value", "unit", "cost_once", "cost_per_year",
    "lead_days", "earliest_date", "requires", "excludes", "group", "level_least", "level_most", "level_step",
    "level_cost_once", "level_cost_per_year",
)  # fmt: skip
INFORMATION_COLUMNS = ("label", "present")
"""Columns that inform the reader of the table; their cells are ignored."""
EFFECTS = ("value", "amount", "share", "added", "document")
_REQUIRED_COLUMNS = ("measure", "fact", "effect")
_MEASURE_COLUMNS = (
    "name", "cost_once", "cost_per_year", "lead_days", "earliest_date", "requires", "excludes", "group",
)  # fmt: skip
_LEVELS = {f"level_{key}": key for key in ("least", "most", "step", "cost_once", "cost_per_year")}
_LISTS = ("requires", "excludes")
_HEADING_ROWS = 20
_SNIFFED_BYTES = 4_096
_NUMBER_COLUMNS = frozenset(("cost_once", "cost_per_year", "lead_days", *_LEVELS))


@cache
def _column_words() -> dict[str, str]:
    """Return the column of each heading: its id, and its words in all languages."""
    named = {fold_cell_text(words(language)["columns"][id]): id for language in LANGUAGES for id in COLUMNS}
    return named | {id: id for id in COLUMNS}


@cache
def _effect_words() -> dict[str, str]:
    named = {fold_cell_text(words(language)["effects"][id]): id for language in LANGUAGES for id in EFFECTS}
    return named | {id: id for id in EFFECTS}


def is_table_text(content: bytes) -> bool:
    """Return whether a text file begins with headings of a table of measures."""
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        text = content[:_SNIFFED_BYTES].decode(encoding, errors="replace")
        for line in text.splitlines()[:_HEADING_ROWS]:
            for separator in ",;\t":
                cells = [fold_cell_text(cell.strip(' "')) for cell in line.split(separator)]
                if all(any(_column_words().get(cell) == id for cell in cells) for id in _REQUIRED_COLUMNS):
                    return True
    return False


def read_measure_table(content: bytes, scorecard: Scorecard, subject: Subject | None = None) -> MeasureFile:
    """Read the measures of all sheets with headings.

    Raises:
        PlacedError: If the file is malformed or the list is invalid; all problems have their cell.
        InputError: If the file is of another kind.
    """
    fields = FieldReader()
    rows = [row for grid in read_grids(content) for row in _rows(grid, fields)]
    if not rows and not fields.problems:
        known = [words("en")["columns"][id] for id in _REQUIRED_COLUMNS]
        raise_placed_error(None, _message("NO_HEADINGS", known=known), "NO_HEADER")
    return _Table(scorecard, fields).read(rows, subject)


_Row = dict[str, "Cell"]


def _rows(grid: Grid, fields: FieldReader) -> Iterator[_Row]:
    """Yield the rows of a sheet below its headings, as cells by column."""
    heading_rows = [row for row in grid.rows[:_HEADING_ROWS] if _is_heading(row)]
    if not heading_rows:
        return
    number, cells = heading_rows[-1]
    columns: dict[int, str] = {}
    for cell in cells:
        id = _column_words().get(_folded(cell), "")
        if not id:
            known = [words("en")["columns"][column] for column in COLUMNS]
            hint = did_you_mean_or_known(str(cell.value)[:60], known)
            message = _message("UNKNOWN_HEADING", found=str(cell.value)[:60], hint=hint)
            fields.problem(_on(grid, cell.position), "", message, "UNKNOWN_COLUMN")
        elif id in columns.values():
            message = _message("HEADING_TWICE", found=str(cell.value)[:60])
            fields.problem(_on(grid, cell.position), "", message, "REPEATED")
        else:
            columns[cell.position.column] = id
    for row_number, row_cells in grid.rows:
        if row_number > number:
            row = {columns[cell.position.column]: cell for cell in row_cells if cell.position.column in columns}
            if row.keys() - {*INFORMATION_COLUMNS, "currency"}:
                yield {id: replace(cell, position=_on(grid, cell.position)) for id, cell in row.items()}


def _on(grid: Grid, position: FilePosition) -> FilePosition:
    return replace(position, sheet=grid.title) if grid.title else position


def _is_heading(row: GridRow) -> bool:
    found = {_column_words().get(_folded(cell)) for cell in row[1]}
    return found.issuperset(_REQUIRED_COLUMNS)


def _folded(cell: Cell) -> str:
    return fold_cell_text(str(cell.value)) if isinstance(cell.value, str) else ""


@dataclass(slots=True)
class _MeasureRows:
    """The rows of one measure, and the first filled cell of each of its own columns."""

    id: str
    position: FilePosition
    rows: list[_Row]
    own: _Row


class _Table:
    def __init__(self, scorecard: Scorecard, fields: FieldReader) -> None:
        self._scorecard = scorecard
        self._fields = fields
        self._cells = CellReader(fields)
        self._facts = choice_ids(scorecard.facts)
        self._definitions = {fact.id: fact for fact in scorecard.facts}

    def read(self, rows: Iterable[_Row], subject: Subject | None) -> MeasureFile:
        currency = ""
        for row in rows:
            if not currency and (cell := row.get("currency")) is not None:
                currency = self._text("currency", cell, "currency")
                self._fields.positions["currency"] = cell.position
        listed = self._group(rows)
        if not listed and not self._fields.problems:
            self._fields.problem(FilePosition(1, 1), "measures", _message("NONE"), "REQUIRED")
        reader = MeasureReader(self._scorecard, self._fields)
        measures = tuple(
            reader.measure(number, measure.id, self._node(measure, f"measures[{number}]"), measure.position)
            for number, measure in enumerate(listed)
        )
        self._fields.positions.setdefault("currency", listed[0].position if listed else FilePosition(1, 1))
        return checked_list(MeasureList(currency=currency, measures=measures), self._fields, self._scorecard, subject)

    def _group(self, rows: Iterable[_Row]) -> list[_MeasureRows]:
        found: dict[str, _MeasureRows] = {}
        current: _MeasureRows | None = None
        for row in rows:
            first = next(iter(row.values())).position
            if "measure" in row:
                id = self._text("measure", row["measure"], "measures")
                current = found.setdefault(id, _MeasureRows(id, row["measure"].position, [], {}))
                if len(found) > MAXIMUM_MEASURES:
                    refuse_long_list(current.position, len(found))
            if current is None:
                self._fields.problem(first, "measures", _message("NO_MEASURE_ABOVE"), "REQUIRED")
                return []
            current.rows.append(row)
            self._add_own(current, row)
        return list(found.values())

    def _add_own(self, measure: _MeasureRows, row: _Row) -> None:
        for id in (*_MEASURE_COLUMNS, *_LEVELS):
            if id not in row:
                continue
            first = measure.own.setdefault(id, row[id])
            if first.value != row[id].value:
                message = _message("DIFFERS_FROM_ABOVE", first=str(first.value)[:60])
                self._fields.problem(row[id].position, "measures", message, "WRONG_VALUE")

    def _node(self, measure: _MeasureRows, path: str) -> Mapping:
        entries: dict[str, Node] = {}
        for id in _MEASURE_COLUMNS:
            if id in measure.own:
                cell, place = measure.own[id], f"{path}.{id}"
                entries[id] = self._cells.names(cell, place) if id in _LISTS else self._scalar(id, cell, place)
        levels: dict[str, Node] = {
            key: self._scalar(id, measure.own[id], f"{path}.range.{key}")
            for id, key in _LEVELS.items()
            if id in measure.own
        }
        if levels:
            entries["range"] = _mapping(next(iter(levels.values())).position, levels)
        effects: list[Node] = []
        for row in measure.rows:
            effect = self._effect(row, f"{path}.effects[{len(effects)}]")
            effects += [] if effect is None else [effect]
        if effects:
            entries["effects"] = Sequence(measure.position, effects)
        return _mapping(measure.position, entries)

    def _text(self, id: str, cell: Cell, path: str) -> str:
        return self._scalar(id, cell, path).text

    def _scalar(self, id: str, cell: Cell, path: str) -> Scalar:
        kind = FactType.DATE if id == "earliest_date" else FactType.TEXT
        if id in _NUMBER_COLUMNS and not isinstance(cell.value, str):
            kind = FactType.NUMBER
        read = self._cells.scalar(Column(id, kind), cell, path)
        return Scalar(cell.position, "" if read is None else read.text, plain=False)

    def _effect(self, row: _Row, path: str) -> Mapping | None:
        first = next(iter(row.values())).position
        if not row.keys() & {"fact", "effect", "value", "unit"}:
            return None
        if "fact" not in row:
            self._fields.problem(first, f"{path}.fact", _message("FACT_MISSING"), "REQUIRED")
            return None
        fact = self._text("fact", row["fact"], f"{path}.fact")
        id = self._facts.get(fold_cell_text(fact), fact)
        kind = self._kind(row, path)
        if kind is None:
            return None
        entries: dict[str, Node] = {"fact": Scalar(row["fact"].position, id, plain=False)}
        node = self._value(kind, self._definitions.get(id), row, path)
        if node is not None:
            entries[kind] = node
        if kind == "amount" and "unit" in row:
            entries["unit"] = self._scalar("unit", row["unit"], f"{path}.unit")
        return _mapping(row["fact"].position, entries)

    def _kind(self, row: _Row, path: str) -> str | None:
        offered = [words("en")["effects"][id] for id in EFFECTS]
        if "effect" not in row:
            message = _message("EFFECT_MISSING", known=offered)
            self._fields.problem(row["fact"].position, path, message, "REQUIRED")
            return None
        text = self._text("effect", row["effect"], path)
        kind = _effect_words().get(fold_cell_text(text))
        if kind is None and text:
            message = _message("EFFECT_WANTED", found=text[:40], known=offered)
            self._fields.problem(row["effect"].position, path, message, "WRONG_VALUE")
        return kind

    def _value(self, kind: str, definition: FactDefinition | None, row: _Row, path: str) -> Node | None:
        cell, unit, place = row.get("value"), row.get("unit"), f"{path}.{kind}"
        if kind == "document":
            for extra in (cell, unit):
                if extra is not None:
                    self._fields.problem(extra.position, place, _message("VALUE_NOT_WANTED"), "NOT_WANTED")
            return Scalar(row["effect"].position, "yes", plain=False)
        if kind == "share" and unit is not None and _folded(unit) != "%":
            self._fields.problem(unit.position, f"{path}.unit", _message("UNIT_NOT_WANTED"), "NOT_WANTED")
        if cell is None:
            self._fields.problem(row["effect"].position, place, _message("VALUE_MISSING"), "REQUIRED")
            return None
        if kind in ("amount", "share"):
            shown = "" if unit is None else self._text("unit", unit, f"{path}.unit")
            wanted = "%" if kind == "share" else shown or (definition.unit if definition is not None else "")
            return self._cells.read(Column(kind, FactType.NUMBER, wanted), cell, place)
        if definition is None:
            return Scalar(cell.position, "", plain=False)
        return self._declared(definition, cell, unit, place)

    def _declared(self, definition: FactDefinition, cell: Cell, unit: Cell | None, path: str) -> Node | None:
        if is_reserved(cell, "not_applicable"):
            return not_applicable(cell)
        if definition.type in (FactType.PERIOD, FactType.RECORDS):
            return self._written(cell, path)
        unit_node = None if unit is None else self._scalar("unit", unit, f"{path}.unit")
        node = self._cells.value(definition, cell, path, unit="" if unit_node is None else unit_node.text)
        if node is None or unit_node is None:
            return node
        return _mapping(cell.position, {"value": node, "unit": unit_node})

    def _written(self, cell: Cell, path: str) -> Node | None:
        """Read a period or records in the notation of dossiers, on one line."""
        read = self._cells.text(cell, path)
        if read is None:
            return None
        try:
            return _moved(read_tree(read.text.encode()), cell.position)
        except PlacedError as error:
            for problem in error.problems:
                self._fields.problem(cell.position, path, problem.description, problem.reason)
            return None


def _mapping(position: FilePosition, entries: dict[str, Node]) -> Mapping:
    return Mapping(position, entries, {key: node.position for key, node in entries.items()})


def _moved(node: Node, position: FilePosition) -> Node:
    """Return a node with all positions at one cell."""
    match node:
        case Mapping(_, entries):
            return _mapping(position, {key: _moved(part, position) for key, part in entries.items()})
        case Sequence(_, items):
            return Sequence(position, [_moved(item, position) for item in items])
        case _:
            return replace(node, position=position)
