"""Which goods lines does a file hold, one in a row and one fact of the card in a column, and which precursors?

The header names facts by id or label; a fact with a unit carries it in round brackets, `net_mass (t)`, so that no unit
is ever assumed. A blank cell is a fact that is not known. Precursors stand in the sheet `precursors` of the workbook or
in a file of their own: one in a row, with the name of its line.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import speaker
from rules.contracts.suggestions import near, nearest
from service.reading.tabular.texts import TextSheet
from service.reading.tree.problems import WHOLE_FILE
from service.reading.workbook.vocabulary import folded
from service.schemes.cbam.cells import IMPORTED_ON, CellReader, Heading, fits
from service.schemes.cbam.goods import (
    CODE,
    LINE,
    ORIGIN,
    PRECURSORS,
    REQUIRED,
    Columns,
    Goods,
    GoodsLine,
    Listed,
)
from service.schemes.cbam.sheets import read_sheets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rules.model.scorecard import FactDefinition, Scorecard
    from service.reading.tabular.texts import TextRow
    from service.schemes.cbam.cells import Note

_say = speaker(__name__)

MAXIMUM_LINES = 50_000
MAXIMUM_NAME = 100
_GOODS_TITLES = ("goods", "货物")
_PRECURSOR_TITLES = (PRECURSORS, "前体")
_LINE_TITLES = (LINE, "行", "行号")


@dataclass(frozen=True, slots=True)
class _Column:
    number: int
    fact: FactDefinition | None
    heading: Heading


@dataclass(frozen=True, slots=True)
class _Precursor:
    line: str
    row: int
    fields: dict[str, DeclaredValue]
    notes: tuple[Note, ...]


def read_goods(path: Path, scorecard: Scorecard, *, precursors: Path | None = None) -> Goods:
    """Read every line with its precursors.

    Raises:
        InputError: a file is wrong; every cell that is wrong is named, with what is allowed.
    """
    sheets = read_sheets(path)
    goods, used = _chosen(sheets)
    cells = CellReader(scorecard)
    if precursors is not None:
        if used is not None and len(used.rows) > 1:
            cells.refuse(used.place(used.rows[1].number), "CONTRADICTION", "PRECURSORS_TWICE", file=precursors.name)
        others = read_sheets(precursors)
        listed, titled = _chosen(others)
        sheets += others
        used = titled or listed
    lines = _Goods(cells, goods, {fact.id: fact for fact in scorecard.facts}).lines()
    if used is not None and used.rows:
        lines = _Precursors(cells, used, scorecard, precursors.name if precursors is not None else "").joined(lines)
    if cells.wrong:
        raise InputError(tuple(cells.wrong))
    return Goods(lines, tuple(note for sheet in sheets for note in sheet.notes))


def _chosen(sheets: Sequence[TextSheet]) -> tuple[TextSheet, TextSheet | None]:
    """Find the sheet of goods, the first unless one is called so, and that of precursors."""
    used = next((one for one in sheets if folded(one.title) in _PRECURSOR_TITLES), None)
    others = [one for one in sheets if one is not used]
    goods = next((one for one in others if folded(one.title) in _GOODS_TITLES), None)
    return goods or next(iter(others), TextSheet("", ())), used


class _Reader:
    """Reads the rows of one sheet whose header names facts, or fields of the records in the list `within`."""

    def __init__(
        self, cells: CellReader, sheet: TextSheet, facts: dict[str, FactDefinition], file: str = "", within: str = ""
    ) -> None:
        self._cells = cells
        self._sheet = sheet
        self._facts = facts
        self._within = within
        self._columns: dict[str, _Column] = {}
        self._unread: set[int] = set()
        """Columns whose heading is wrong, so that their cells say nothing."""
        self._places = Columns(file, TextSheet(sheet.title, ()), {})

    def _header(self, required: Sequence[str]) -> bool:
        """Read the header; of a wrong one the columns that are known can still be read."""
        before = len(self._cells.wrong)
        ids = {folded(word): fact.id for fact in self._facts.values() for word in (*fact.labels.values(), fact.id)}
        ids |= dict.fromkeys(map(folded, _LINE_TITLES), LINE)
        row = self._sheet.rows[0].number
        for number, cell in enumerate(self._sheet.rows[0].cells):
            if not cell:
                continue
            place = self._places.cell(row, number)
            name, _, rest = cell.replace("（", "(").replace("）", ")").partition("(")
            id = ids.get(folded(name))
            if id is None:
                likely = near(folded(name), ids)
                known = ids[likely[0]] if likely else [LINE, *self._facts]
                self._cells.refuse(place, "UNKNOWN_COLUMN", "UNKNOWN_COLUMN", found=cell[:60], known=known)
                self._unread.add(number)
                continue
            if id in self._columns:
                first = self._places.cell(row, self._columns[id].number)
                self._cells.refuse(place, "DUPLICATE", "DOUBLE_COLUMN", found=cell[:60], first=first)
                self._unread.add(number)
                continue
            symbol = rest.strip().removesuffix(")").strip()
            if id in self._facts and not fits(symbol, self._facts[id].unit):
                self._cells.refuse(place, "WRONG_UNIT", "WRONG_UNIT", found=cell[:60], wanted=self._wanted(id))
                self._unread.add(number)
            self._columns[id] = _Column(number, self._facts.get(id), Heading(name.strip(), symbol, self._within))
        for id in required:
            if id not in self._columns:
                self._cells.refuse(self._places.cell(row), "MISSING_COLUMN", "MISSING_COLUMN", id=self._wanted(id))
        numbers = {id: one.number for id, one in self._columns.items()}
        self._places = replace(self._places, numbers=numbers)
        return len(self._cells.wrong) == before

    def _wanted(self, id: str) -> str:
        fact = self._facts.get(id)
        return f"{id} ({fact.unit})" if fact is not None and fact.unit else id

    def _given(self, row: TextRow, id: str) -> str:
        column = self._columns.get(id)
        return "" if column is None else row.cell(column.number)

    def _values(self, row: TextRow) -> tuple[dict[str, DeclaredValue], tuple[Note, ...]]:
        facts: dict[str, DeclaredValue] = {}
        notes: list[Note] = []
        for id, column in self._columns.items():
            if column.number in self._unread:
                continue
            text, place = self._given(row, id), self._places.place(row.number, id)
            if column.fact is None and not text:
                self._cells.refuse(place, "REQUIRED", "NO_NAME")
            elif column.fact is None and (len(text) > MAXIMUM_NAME or not text.isprintable()):
                self._cells.refuse(place, "WRONG_VALUE", "BAD_NAME", most=MAXIMUM_NAME)
            elif column.fact is not None and text:
                value, note = self._cells.read(column.fact, text, place, column.heading)
                facts |= {} if value is None else {id: value}
                notes += [] if note is None else [note]
        self._refuse_surplus(row)
        return facts, tuple(notes)

    def _refuse_cells(self, rows: Sequence[TextRow]) -> None:
        """Name what is wrong with cells under a header that is wrong itself, so that all is told at once."""
        for row in rows:
            self._values(row)

    def _refuse_surplus(self, row: TextRow) -> None:
        """Refuse what stands under no heading: a comma too many would shift the cells of a row unseen."""
        headed = {column.number for column in self._columns.values()} | self._unread
        for number, text in enumerate(row.cells):
            if text and number not in headed:
                place = self._places.cell(row.number, number)
                self._cells.refuse(place, "NO_HEADING", "NO_HEADING", found=text[:60])


class _Goods(_Reader):
    def lines(self) -> tuple[GoodsLine, ...]:
        """Read the lines of goods."""
        if not self._sheet.rows:
            required = [self._wanted(id) for id in REQUIRED]
            self._cells.refuse(WHOLE_FILE, "EMPTY", "EMPTY", required=required)
            return ()
        is_sound = self._header(REQUIRED)
        rows = self._sheet.rows[1:]
        if not is_sound:
            self._refuse_cells(rows[:MAXIMUM_LINES])
            return ()
        if not rows or len(rows) > MAXIMUM_LINES:
            self._cells.refuse(WHOLE_FILE, "WRONG_NUMBER_OF_LINES", "WRONG_NUMBER", count=len(rows), most=MAXIMUM_LINES)
            return ()
        lines = tuple(self._line(row) for row in rows)
        seen: dict[str, str] = {}
        for line in lines:
            if line.name and line.name in seen:
                self._cells.refuse(line.place(), "DUPLICATE", "DOUBLE_LINE", line=line.name, first=seen[line.name])
            seen.setdefault(line.name, line.place())
        return lines

    def _line(self, row: TextRow) -> GoodsLine:
        facts, notes = self._values(row)
        if not self._given(row, IMPORTED_ON):
            self._cells.refuse(self._places.place(row.number, IMPORTED_ON), "REQUIRED", "NO_DAY")
        name, code, origin = (self._given(row, id) for id in (LINE, CODE, ORIGIN))
        return GoodsLine(name, row.number, self._places, facts, code, origin, notes)


class _Precursors(_Reader):
    def __init__(self, cells: CellReader, sheet: TextSheet, scorecard: Scorecard, file: str) -> None:
        listed = next(fact for fact in scorecard.facts if fact.id == PRECURSORS)
        record = next(one for one in scorecard.records if one.id == listed.record)
        self._key = record.key
        super().__init__(cells, sheet, {one.id: one for one in record.fields}, file, PRECURSORS)

    def joined(self, lines: tuple[GoodsLine, ...]) -> tuple[GoodsLine, ...]:
        """Give the lines with the precursors that name them."""
        if not self._header((LINE, self._key)):
            self._refuse_cells(self._sheet.rows[1:])
            return lines
        known = dict.fromkeys(line.name for line in lines)
        of_line: dict[str, list[_Precursor]] = defaultdict(list)
        for row in self._sheet.rows[1:]:
            fields, notes = self._values(row)
            name = self._given(row, LINE)
            if name and known and name not in known:
                said = {"line": name, "nearest": nearest(name, known)}
                self._cells.refuse(self._places.place(row.number, LINE), "UNKNOWN_LINE", "UNKNOWN_LINE", **said)
            if not self._given(row, self._key):
                self._cells.refuse(self._places.place(row.number, self._key), "REQUIRED", "NO_NAME")
            of_line[name].append(_Precursor(name, row.number, fields, notes))
        return tuple(self._with(line, of_line[line.name]) if line.name in of_line else line for line in lines)

    def _with(self, line: GoodsLine, parts: Sequence[_Precursor]) -> GoodsLine:
        """Put precursors to their line; a line that says it has none contradicts them."""
        seen: dict[str, str] = {}
        rows = []
        for part in parts:
            name = part.fields[self._key].text or "" if self._key in part.fields else ""
            rows.append((part.row, name))
            place = self._places.place(part.row, self._key)
            if name and folded(name) in seen:
                said = {"name": name, "line": line.name, "first": seen[folded(name)]}
                self._cells.refuse(place, "DUPLICATE", "DOUBLE_PRECURSOR", **said)
            seen.setdefault(folded(name), place)
        if PRECURSORS in line.facts:
            place = self._places.place(parts[0].row, LINE)
            said = {"line": line.name, "first": line.place(PRECURSORS)}
            self._cells.refuse(place, "CONTRADICTION", "HAS_PRECURSORS", **said)
        value = DeclaredValue(records=tuple(part.fields for part in parts))
        notes = (*line.notes, *(note for part in parts for note in part.notes))
        listed = Listed(self._places, tuple(rows))
        return replace(line, facts={**line.facts, PRECURSORS: value}, notes=notes, listed=listed)
