"""Parser of goods files: a line per row, a fact per column, and precursors.

A heading is the id or label of a fact, with its unit in brackets. A blank cell is an unknown fact.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from rules.contracts import (
    DateError,
    DeclaredValue,
    InputError,
    NumberError,
    UnitError,
    convert,
    did_you_mean_or_known,
    error_message,
    format_exact,
    message_factory,
    parse_date,
    parse_decimal_or_ratio,
    unit,
)
from rules.model import FactDefinition, FactType, Scorecard, TableQuantity
from service.base.file_kinds import file_kind
from service.input.cells import CellError, CellProblems, Column, fold_cell_text, read_header, reserved
from service.input.tabular.cell_texts import FORMULA, Cell, TextRow, TextSheet, read_delimited_rows, read_text_sheet
from service.input.tabular.csv_parser import DelimitedText, decimal_mark_problem, with_decimal_point
from service.input.tree.placed_errors import WHOLE_FILE, FilePosition, PlacedError, Problem
from touchstone.v1.cbam_service_pb2 import GoodsFile

_message = message_factory(__name__)

LINE = "line"
CODE = "cn_code"
ORIGIN = "country_of_origin"
CODE_OF_RECORD, ORIGIN_OF_RECORD = "code", "origin"
DETERMINATION = "determination"
PRECURSORS = "precursors"

_FACT_PATH = re.compile(r"facts\[(?P<fact>\w+)\](?:\.records\[(?P<name>.*)\](?:\.(?P<field>\w+))?)?", re.DOTALL)
_SHOWN_KEY_CHARS = 80


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """Column numbers by fact id; `file` is empty for the main file."""

    file: str
    sheet: TextSheet
    numbers: Mapping[str, int]

    def place(self, row: int, id: str) -> str:
        return self.cell(row, self.numbers.get(id, 0))

    def cell(self, row: int, number: int = 0) -> str:
        cell = self.sheet.cell_name(row, number)
        return _message("IN_FILE", file=self.file, cell=cell) if self.file else cell


@dataclass(frozen=True, slots=True)
class PrecursorRows:
    """Rows and names of the precursors of a line."""

    columns: SheetColumns
    rows: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """Parsed row with its precursor rows."""

    name: str
    row: int
    columns: SheetColumns
    facts: dict[str, DeclaredValue]
    code: str = ""
    origin: str = ""
    notes: tuple[ReinterpretedCell, ...] = ()
    listed: PrecursorRows | None = None

    def place(self, id: str = LINE) -> str:
        return self.columns.place(self.row, id)

    def place_of(self, field: str) -> tuple[str, str]:
        match = _FACT_PATH.match(field)
        if match is None:
            return self.place(), field
        fact, name, id = match["fact"], match["name"], match["field"]
        if fact != PRECURSORS or self.listed is None:
            return self.place(fact), fact
        rows = (row for row, key in self.listed.rows if name is None or key[:_SHOWN_KEY_CHARS] == name)
        return self.listed.columns.place(next(rows, self.listed.rows[0][0]), id or LINE), id or fact


@dataclass(frozen=True, slots=True)
class Goods:
    """Lines, and notes on values read differently from their stored form."""

    lines: tuple[GoodsLine, ...]
    notes: tuple[Problem, ...]


UNKNOWN = ("unknown", "未知")
MASS = "net_mass"
IMPORTED_ON = "imported_on"
REQUIRED = (LINE, CODE, ORIGIN, IMPORTED_ON, MASS, DETERMINATION)
FIRST_REPORTED = date(2023, 10, 1)
"""Start of the transitional period; earlier imports were not reported."""
_MASS_DIGITS = 12
"""Per side of the decimal point, so that a year of masses fits in 34 digits."""
_NONE = frozenset(("none", "无")) | reserved("none")
_NOT_APPLICABLE = frozenset(("not applicable", "n/a", "不适用")) | reserved("not_applicable")
_COUNTRY_CODE = re.compile(r"[A-Z]{2}\Z")
_GROUPED_CODE = re.compile(r"[0-9]{2}(?:[ .]?[0-9]{2}){3,4}\Z")
"""Spaces or dots may separate pairs of digits, as in the nomenclature."""
_UNCLEAR_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\Z")
_NUMBER_WITH_UNIT = re.compile(r"(?P<number>-?\d+(?:\.\d+)?) ?(?P<unit>[A-Za-z][A-Za-z0-9/]*)")
_NUMBER_SEPARATOR = re.compile(r"[./]")
_MAX_QUOTED_CHARS = 60
_NO_POSITION = FilePosition(0, 0)


@dataclass(frozen=True, slots=True)
class ReinterpretedCell:
    """Cell with a value that differs from its text."""

    place: str
    text: str
    taken: str


@dataclass(frozen=True, slots=True)
class _FactHeading:
    definition: FactDefinition
    column: Column
    named: str
    looked_up: str

    def read(self, text: str) -> DeclaredValue:
        fact = self.definition
        if fact.may_not_apply and fold_cell_text(text) in _NOT_APPLICABLE:
            return DeclaredValue(not_applicable=True)
        kind = "f" if text.startswith(FORMULA) else "s"
        cell = Cell(_NO_POSITION, text, "e" if text.startswith("#") and fact.type is not FactType.TEXT else kind)
        if kind == "s" and fact.type is FactType.RECORDS:
            return _records(text)
        if fact.type is FactType.NUMBER:
            self._refuse_unit(text)
        read = self.column.read(cell)
        match fact.type:
            case FactType.NUMBER:
                return self._number(str(read))
            case FactType.DATE:
                return DeclaredValue(date=_day(fact, str(read)))
            case FactType.FLAG:
                return DeclaredValue(flag=bool(read))
            case FactType.CHOICE:
                return DeclaredValue(choice=str(read))
            case _:
                return DeclaredValue(text=_READERS_BY_KEY_COLUMN.get(self.looked_up, str)(str(read)))

    def _refuse_unit(self, text: str) -> None:
        counted = _NUMBER_WITH_UNIT.fullmatch(text)
        if counted and _is_convertible_unit(counted["unit"], self.definition.unit):
            heading = f"{self.named} ({counted['unit']})"
            description = _message(
                "UNIT_IN_CELL", found=text[:_MAX_QUOTED_CHARS], number=counted["number"], heading=heading
            )
            raise CellError(description, "NOT_A_NUMBER")

    def _number(self, text: str) -> DeclaredValue:
        fact, unit_of = self.definition, self.column.unit
        try:
            own = convert(parse_decimal_or_ratio(text), unit_of, fact.unit)
        except NumberError as error:
            raise CellError(error_message(error), "NOT_A_NUMBER") from None
        amount = f"{text} {unit_of}".rstrip()
        if fact.id == MASS and own == 0:
            raise CellError(_message("NO_MASS", found=amount), "WRONG_VALUE")
        if fact.id == MASS and max(map(len, _NUMBER_SEPARATOR.split(text))) > _MASS_DIGITS:
            raise CellError(_message("MASS_DIGITS", found=amount, most=_MASS_DIGITS), "WRONG_VALUE")
        if fact.at_least is not None and own < fact.at_least:
            bound = f"{format_exact(fact.at_least)} {fact.unit}".rstrip()
            raise CellError(_message("TOO_SMALL", found=amount, bound=bound), "WRONG_VALUE")
        if fact.at_most is not None and own > fact.at_most:
            bound = f"{format_exact(fact.at_most)} {fact.unit}".rstrip()
            raise CellError(_message("TOO_GREAT", found=amount, bound=bound), "WRONG_VALUE")
        return DeclaredValue(number=text, unit=unit_of)


def _records(text: str) -> DeclaredValue:
    if fold_cell_text(text) not in _NONE:
        raise CellError(_message("LIST_IN_CELL", found=text[:_MAX_QUOTED_CHARS]), "WRONG_TYPE")
    return DeclaredValue(records=())


def _day(fact: FactDefinition, text: str) -> str:
    try:
        day = parse_date(text)
    except DateError:
        key = "UNCLEAR_DAY" if _UNCLEAR_DAY.match(text) else "NOT_DAY"
        raise CellError(_message(key, found=text[:_MAX_QUOTED_CHARS]), "WRONG_VALUE") from None
    if fact.id == IMPORTED_ON and day < FIRST_REPORTED:
        raise CellError(_message("BEFORE_REPORTS", found=text, first=FIRST_REPORTED), "WRONG_VALUE")
    return day.isoformat()


def _code(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    digits = plain.replace(" ", "").replace(".", "")
    if _GROUPED_CODE.match(plain):
        return digits
    fault = "NOT_CODE"
    if digits.isascii() and digits.isdigit():
        fault = {4: "HEADING", 6: "HEADING", 7: "LOST_ZERO", 9: "LOST_ZERO"}.get(len(digits), fault)
    raise CellError(_message(fault, found=text[:_MAX_QUOTED_CHARS]), "WRONG_VALUE")


def _country(text: str) -> str:
    code = unicodedata.normalize("NFKC", text).upper()
    if fold_cell_text(text) not in UNKNOWN and not _COUNTRY_CODE.match(code):
        raise CellError(_message("NOT_COUNTRY", found=text[:_MAX_QUOTED_CHARS]), "WRONG_VALUE")
    return UNKNOWN[0] if fold_cell_text(text) in UNKNOWN else code


_READERS_BY_KEY_COLUMN: dict[str, Callable[[str], str]] = {"cn_code": _code, "country": _country}


def _is_convertible_unit(stated: str, wanted: str) -> bool:
    try:
        return stated == wanted or (bool(stated) and bool(wanted) and unit(stated).dimension == unit(wanted).dimension)
    except UnitError:
        return False


def lookup_key_columns(scorecard: Scorecard) -> dict[tuple[str, str], str]:
    """Return the lookup key column by list (empty for facts) and name."""
    return {
        (quantity.list or "", key.name): key.column
        for quantity in scorecard.quantities
        if isinstance(quantity, TableQuantity)
        for row in quantity.rows
        for key in row.keys
        if key.name is not None
    }


MAXIMUM_BYTES = 50_000_000
_MARKS = {GoodsFile.DECIMAL_MARK_COMMA: "comma", GoodsFile.DECIMAL_MARK_POINT: "point"}


def read_sheets(
    file: GoodsFile, decimal_mark: GoodsFile.DecimalMark = GoodsFile.DECIMAL_MARK_UNSPECIFIED
) -> tuple[TextSheet, ...]:
    """Read the sheets of a file; delimited text becomes one sheet without a title.

    `decimal_mark` applies only if the file declares none.
    """
    try:
        kind = file_kind(file.content)
        if kind is None or not kind.package:
            text = DelimitedText(file.content, file=file.name)
            separator = text.separator()
            mark = text.decimal_mark(separator, _MARKS.get(file.decimal_mark or decimal_mark, ""))
            rows = tuple(read_delimited_rows(text, separator))
            return (TextSheet("", rows, tuple(text.notes), decimal_mark=mark),)
        if file.decimal_mark:
            raise InputError.of("decimal_mark", decimal_mark_problem(), "WRONG_VALUE")
        from service.input.tabular.xlsx_access import open_workbook  # noqa: PLC0415 -- only workbooks need openpyxl

        with open_workbook(file.content, split=_message("SPLIT")) as book:
            if merged := [problem for sheet in book for problem in sheet.merged_cells()]:
                raise PlacedError(merged)
            sheets = tuple(map(read_text_sheet, book))
            return tuple(replace(sheet, notes=_in_file(sheet.notes, file.name)) for sheet in sheets)
    except PlacedError as error:
        raise error.of_cells(WHOLE_FILE) from None


def _in_file(notes: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    return tuple(
        replace(note, position=replace(note.position, file=file)) for note in notes if note.position is not None
    )


MAXIMUM_LINES = 50_000
MAXIMUM_NAME = 100
_GOODS_TITLES = ("goods", "货物")
_PRECURSOR_TITLES = (PRECURSORS, "前体")
_LINE_TITLES = (LINE, "行", "行号")


@dataclass(frozen=True, slots=True)
class _Precursor:
    line: str
    row: int
    fields: dict[str, DeclaredValue]
    notes: tuple[ReinterpretedCell, ...]


def read_goods(
    file: GoodsFile,
    scorecard: Scorecard,
    *,
    precursors: GoodsFile | None = None,
    also: Iterable[FactDefinition] = (),
) -> Goods:
    """Read every line with its precursors."""
    goods, precursor_sheet = _find_sheets(read_sheets(file))
    reading = _ReadingContext(CellProblems(), lookup_key_columns(scorecard))
    if precursors is not None:
        if precursor_sheet is not None and len(precursor_sheet.rows) > 1:
            description = _message("PRECURSORS_TWICE", file=precursors.name)
            reading.problems.add(
                precursor_sheet.cell_name(precursor_sheet.rows[1].number), description, "CONTRADICTION"
            )
        listed, titled = _find_sheets(read_sheets(precursors, file.decimal_mark))
        precursor_sheet = titled or listed
    lines = _GoodsSheetReader(reading, goods, (*scorecard.facts, *also), REQUIRED).lines()
    if precursor_sheet is not None and precursor_sheet.rows:
        lines = _precursors(
            reading, precursor_sheet, scorecard, precursors.name if precursors is not None else ""
        ).joined(lines)
    reading.problems.refuse_if_any()
    return Goods(lines, (*goods.notes, *(precursor_sheet.notes if precursor_sheet is not None else ())))


def _find_sheets(sheets: Sequence[TextSheet]) -> tuple[TextSheet, TextSheet | None]:
    precursor_sheet = next((sheet for sheet in sheets if fold_cell_text(sheet.title) in _PRECURSOR_TITLES), None)
    others = [sheet for sheet in sheets if sheet is not precursor_sheet]
    goods = next((sheet for sheet in others if fold_cell_text(sheet.title) in _GOODS_TITLES), None)
    return goods or next(iter(others), TextSheet("", ())), precursor_sheet


@dataclass(frozen=True, slots=True)
class _ReadingContext:
    problems: CellProblems
    looked_up_as: Mapping[tuple[str, str], str]
    read: dict[tuple[str, str, str, str], DeclaredValue] = field(default_factory=dict)


class _SheetReader:
    def __init__(  # noqa: PLR0913, PLR0917 -- one sheet and its context
        self, reading: _ReadingContext, sheet: TextSheet, facts: Iterable[FactDefinition], required: Sequence[str],
        file: str = "", within: str = "",
    ) -> None:  # fmt: skip
        self._reading, self._problems = reading, reading.problems
        self._sheet, self._list_name = sheet, within
        self._facts = {fact.id: fact for fact in facts}
        self._required = required
        self._columns: dict[str, tuple[int, _FactHeading | None]] = {}
        self._unread: set[int] = set()
        self._sheet_columns = SheetColumns(file, TextSheet(sheet.title, ()), {})

    def _header(self) -> bool:
        row = self._sheet.rows[0]
        named = [(LINE, _LINE_TITLES), *((fact.id, (*fact.labels.values(), fact.id)) for fact in self._facts.values())]
        columns = [
            Column(
                id, heading=self._expected_heading(id), pattern=_heading_pattern(words), required=id in self._required
            )
            for id, words in named
        ]
        name_cell = partial(self._sheet_columns.cell, row.number)
        header = read_header(row, columns, self._problems, name_cell, name_cell())
        self._unread |= header.wrong
        is_sound = header.is_sound
        for id, number in header.columns.items():
            heading, fact = header.headings[id], self._facts.get(id)
            stated_unit = (heading["unit"] or "").strip()
            if fact is None:
                self._columns[id] = number, None
                continue
            if not _is_convertible_unit(stated_unit, fact.unit):
                description = _message(
                    "WRONG_UNIT", found=heading.string[:_MAX_QUOTED_CHARS], wanted=self._expected_heading(id)
                )
                self._problems.add(name_cell(number), description, "WRONG_UNIT")
                self._unread.add(number)
                is_sound = False
            looked_up = self._reading.looked_up_as.get((self._list_name, id), "")
            self._columns[id] = (
                number,
                _FactHeading(fact, Column.of(fact, stated_unit), heading["name"].strip(), looked_up),
            )
        self._sheet_columns = replace(self._sheet_columns, numbers=header.columns)
        return is_sound

    def _expected_heading(self, id: str) -> str:
        fact = self._facts.get(id)
        return f"{id} ({fact.unit})" if fact is not None and fact.unit else id

    def _cell_text(self, row: TextRow, id: str) -> str:
        return row.cell(self._columns[id][0]) if id in self._columns else ""

    def _add(self, row: TextRow, id: str, description: str, reason: str) -> None:
        self._problems.add(self._sheet_columns.place(row.number, id), description, reason)

    def _values(self, row: TextRow) -> tuple[dict[str, DeclaredValue], tuple[ReinterpretedCell, ...]]:
        facts: dict[str, DeclaredValue] = {}
        notes: list[ReinterpretedCell] = []
        for id, (number, fact) in self._columns.items():
            text = row.cell(number)
            if number in self._unread:
                continue
            if fact is None and not text:
                self._add(row, id, _message("NO_NAME"), "REQUIRED")
            elif fact is None and (len(text) > MAXIMUM_NAME or not text.isprintable()):
                self._add(row, id, _message("BAD_NAME", most=MAXIMUM_NAME), "WRONG_VALUE")
            elif fact is not None and text and (value := self._value(row, fact, text)) is not None:
                facts[id] = value
                if value.text not in (None, text):
                    notes.append(ReinterpretedCell(self._sheet_columns.place(row.number, id), text, value.text or ""))
        self._refuse_surplus(row)
        return facts, tuple(notes)

    def _value(self, row: TextRow, fact: _FactHeading, text: str) -> DeclaredValue | None:
        read = self._reading.read
        try:
            if fact.definition.type is FactType.NUMBER:
                text = with_decimal_point(text, self._sheet.decimal_mark)
            key = self._list_name, fact.definition.id, fact.column.unit, text
            if key not in read:
                read[key] = fact.read(text)
        except (CellError, NumberError) as error:
            description = _message("OF_FACT", fact=fact.named, problem=error_message(error))
            reason = error.reason if isinstance(error, CellError) else "NOT_A_NUMBER"
            self._add(row, fact.definition.id, description, reason)
            return None
        return read[key]

    def _refuse_cells(self, rows: Sequence[TextRow]) -> None:
        for row in rows:
            self._values(row)

    def _refuse_surplus(self, row: TextRow) -> None:
        """Refuse text in columns without a heading: a surplus comma would shift cells unnoticed."""
        headed = {number for number, _ in self._columns.values()} | self._unread
        for number, text in enumerate(row.cells):
            if text and number not in headed:
                cell = self._sheet_columns.cell(row.number, number)
                self._problems.add(cell, _message("NO_HEADING", found=text[:_MAX_QUOTED_CHARS]), "NO_HEADING")


def _heading_pattern(words: Iterable[str]) -> str:
    named = "|".join(re.escape(unicodedata.normalize("NFKC", word)) for word in words)
    return rf"(?P<name>{named})\s*(?:\((?P<unit>[^()]*)\)?\s*)?"


class _GoodsSheetReader(_SheetReader):
    def lines(self) -> tuple[GoodsLine, ...]:
        if not self._sheet.rows:
            description = _message("EMPTY", required=[self._expected_heading(id) for id in REQUIRED])
            self._problems.add(WHOLE_FILE, description, "EMPTY")
            return ()
        is_sound = self._header()
        rows = self._sheet.rows[1:]
        if not is_sound:
            self._refuse_cells(rows[:MAXIMUM_LINES])
            return ()
        if not rows or len(rows) > MAXIMUM_LINES:
            description = _message("WRONG_NUMBER", count=len(rows), most=MAXIMUM_LINES)
            self._problems.add(WHOLE_FILE, description, "WRONG_NUMBER_OF_LINES")
            return ()
        lines = tuple(map(self._line, rows))
        seen: dict[str, str] = {}
        for line in lines:
            if line.name and line.name in seen:
                description = _message("DOUBLE_LINE", line=line.name, first=seen[line.name])
                self._problems.add(line.place(), description, "DUPLICATE")
            seen.setdefault(line.name, line.place())
        return lines

    def _line(self, row: TextRow) -> GoodsLine:
        facts, notes = self._values(row)
        if not self._cell_text(row, IMPORTED_ON):
            self._add(row, IMPORTED_ON, _message("NO_DAY"), "REQUIRED")
        name, code, origin = (self._cell_text(row, id) for id in (LINE, CODE, ORIGIN))
        return GoodsLine(name, row.number, self._sheet_columns, facts, code, origin, notes)


def _precursors(reading: _ReadingContext, sheet: TextSheet, scorecard: Scorecard, file: str) -> _PrecursorSheetReader:
    listed = next(fact for fact in scorecard.facts if fact.id == PRECURSORS)
    record = next(candidate for candidate in scorecard.records if candidate.id == listed.record)
    return _PrecursorSheetReader(reading, sheet, record.fields, (LINE, record.key), file, PRECURSORS)


class _PrecursorSheetReader(_SheetReader):
    def joined(self, lines: tuple[GoodsLine, ...]) -> tuple[GoodsLine, ...]:
        if not self._header():
            self._refuse_cells(self._sheet.rows[1:])
            return lines
        key = self._required[-1]
        known = dict.fromkeys(line.name for line in lines)
        of_line: dict[str, list[_Precursor]] = defaultdict(list)
        for row in self._sheet.rows[1:]:
            fields, notes = self._values(row)
            name = self._cell_text(row, LINE)
            if name and known and name not in known:
                self._add(
                    row,
                    LINE,
                    _message("UNKNOWN_LINE", line=name, nearest=did_you_mean_or_known(name, known)),
                    "UNKNOWN_LINE",
                )
            if not self._cell_text(row, key):
                self._add(row, key, _message("NO_NAME"), "REQUIRED")
            of_line[name].append(_Precursor(name, row.number, fields, notes))
        return tuple(
            self._with_precursors(line, of_line[line.name], key) if line.name in of_line else line for line in lines
        )

    def _with_precursors(self, line: GoodsLine, parts: Sequence[_Precursor], key: str) -> GoodsLine:
        seen: dict[str, str] = {}
        rows = []
        for part in parts:
            name = part.fields[key].text or "" if key in part.fields else ""
            rows.append((part.row, name))
            cell = self._sheet_columns.place(part.row, key)
            if name and fold_cell_text(name) in seen:
                description = _message("DOUBLE_PRECURSOR", name=name, line=line.name, first=seen[fold_cell_text(name)])
                self._problems.add(cell, description, "DUPLICATE")
            seen.setdefault(fold_cell_text(name), cell)
        if PRECURSORS in line.facts:
            description = _message("HAS_PRECURSORS", line=line.name, first=line.place(PRECURSORS))
            self._problems.add(self._sheet_columns.place(parts[0].row, LINE), description, "CONTRADICTION")
        value = DeclaredValue(records=tuple(part.fields for part in parts))
        notes = (*line.notes, *(note for part in parts for note in part.notes))
        listed = PrecursorRows(self._sheet_columns, tuple(rows))
        return replace(line, facts={**line.facts, PRECURSORS: value}, notes=notes, listed=listed)
