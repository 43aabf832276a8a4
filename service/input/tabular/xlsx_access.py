"""Workbook access (XLSX): safety limits, a count of elements, and a stream of the cells."""

from __future__ import annotations

import os
import re
import warnings
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.worksheet._reader import WorkSheetParser

from rules.contracts import Message, error_message, message_factory
from service.base.whole_numbers import parse_whole_number
from service.input import given_files, packages
from service.input.file_kinds import file_kind
from service.input.packages import PackageError, PackageFormat, document_type_error, open_package
from service.input.tabular.cell_texts import Cell
from service.input.tree.placed_errors import (
    FilePosition,
    PlacedError,
    Problem,
    raise_placed_error,
    reporting_refused_file,
)
from service.input.tree.spaces import composed

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Container, Iterable, Iterator
    from pathlib import Path


_say = message_factory(__name__)

MAXIMUM_ROWS = 200_000
"""Rows with content in one sheet; of them at most 20,000 subjects."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The last that the format knows."""
MAXIMUM_CELLS, MAXIMUM_TEXTS, MAXIMUM_OTHERS = 4_000_000, 1_000_000, 1_000_000
"""How many cells all sheets may have, how many texts they may share, and how many elements of other kinds."""
_HEADS = 10
"""How many rows may stand over the others."""
_PARTS_OF_CELL = 3
"""Value, formula or text: whatever more a cell has is as seldom as other elements."""
_CHUNK = 65_536
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_DIGITS = "0123456789"
_AREA = re.compile(r"[A-Z0-9:]{2,30}")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_RELATIONS = "xl/_rels/workbook.xml.rels"
"""By which the sheets of a workbook have their parts, each by an id."""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_UNREAD = ("xl/pivotCache/",)
"""What may be as large as a sheet, and nobody reads."""


@dataclass(frozen=True, slots=True)
class SheetScan:
    """Properties of a sheet: its rows with content, merged cells, and the hidden rows and columns with content."""

    rows: int = 0
    merged: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(slots=True)
class _PartState:
    """One part as far as it was read."""

    name: str
    row: int = 0
    column: int = 0
    rows: int = 0
    values: int = 0
    """How many parts the current cell, or shared text, has so far."""
    is_blank: bool = True
    """Whether the current row holds nothing so far."""
    merged: list[str] = field(default_factory=list)
    is_hidden: bool = False
    """Whether the current row is hidden, by hand or by a filter."""
    declared_hidden: bytearray = field(default_factory=lambda: bytearray(LAST_COLUMN + 1))
    """For each column 1 if it is declared hidden, with content or without."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class PackageScanner:
    """Reads the parts of one package, and counts over all of them."""

    def __init__(self, package: zipfile.ZipFile, form: PackageFormat) -> None:
        """Begin with nothing counted."""
        self._package, self._form = package, form
        self._cells = self._texts = self._others = 0
        self._columns: dict[str, int] = {}
        self._titles: dict[str, str] = {}
        self._targets: dict[str, str] = {}
        self._part = _PartState("")

    def scan(self, part: zipfile.ZipInfo) -> SheetScan:
        """Read a part up to where it is no XML any more, where every other reader ends as well."""
        self._part = _PartState(part.filename)
        parser = expat.ParserCreate(namespace_separator=" ", intern={})
        parser.StartDoctypeDeclHandler = self._refuse_document_type
        acts = {
            f"{_MAIN} col": self._take_columns, f"{_MAIN} row": self._begin_row,
            f"{_MAIN} c": self._take_cell, f"{_MAIN} v": self._take_value,
            f"{_MAIN} f": self._take_value, f"{_MAIN} is": self._take_value, f"{_MAIN} t": self._take_value,
            f"{_MAIN} si": self._take_text, f"{_MAIN} mergeCell": self._merge, f"{_MAIN} sheet": self._name_sheet,
            f"{_RELATED} Relationship": self._relate,
        }  # fmt: skip
        other = _leave if part.filename.startswith(_UNREAD) else self._take_other
        parser.StartElementHandler = lambda name, attributes: acts.get(name, other)(attributes)
        with self._package.open(part) as stream:
            try:
                while piece := stream.read(_CHUNK):
                    parser.Parse(piece)
                parser.Parse(b"", True)
            except expat.ExpatError:
                pass
        state = self._part
        return SheetScan(state.rows, tuple(state.merged), frozenset(state.hidden_rows), frozenset(state.hidden_columns))

    def _name_sheet(self, attributes: dict[str, str]) -> None:
        self._titles[attributes.get(_RELATION, "")] = attributes.get("name", "")
        self._take_other(attributes)

    def _relate(self, attributes: dict[str, str]) -> None:
        if self._part.name == _RELATIONS:
            self._targets[attributes.get("Target", "").rpartition("/")[2]] = attributes.get("Id", "")
        self._take_other(attributes)

    def _refuse_document_type(self, *_: object) -> None:
        raise document_type_error(self._part.name, self._form)

    def _take_columns(self, attributes: dict[str, str]) -> None:
        if _is_hidden(attributes):
            first = parse_whole_number(attributes.get("min", ""), most=LAST_COLUMN) or 1
            last = parse_whole_number(attributes.get("max", ""), most=LAST_COLUMN) or first
            self._part.declared_hidden[first : last + 1] = b"\1" * (last + 1 - first)
        self._take_other(attributes)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        part = self._part
        before, part.column, part.is_blank, part.is_hidden = part.row, 0, True, _is_hidden(attributes)
        number = attributes.get("r", str(before + 1))
        part.row = parse_whole_number(number, most=LAST_ROW) or 0
        if not before < part.row <= LAST_ROW:
            message = _say("ROW_ASTRAY", found=number[:20], most=f"{LAST_ROW:,}")
            self._refuse(before or 1, 0, message, "ROW_ASTRAY")

    def _take_cell(self, attributes: dict[str, str]) -> None:
        part = self._part
        before, part.values = part.column, 0
        if reference := attributes.get("r"):
            letters = reference.rstrip(_DIGITS)
            part.column = self._columns.get(letters) or self._column(letters)
        else:
            part.column += 1
        if not before < part.column <= LAST_COLUMN:
            message = _say(
                "CELL_ASTRAY", found=(reference or str(part.column))[:20], last=FilePosition(1, LAST_COLUMN).letters
            )
            self._refuse(part.row, before, message, "CELL_ASTRAY")
        self._cells += 1
        if self._cells > MAXIMUM_CELLS:
            message = _say("TOO_MANY_CELLS", most=f"{MAXIMUM_CELLS:,}", split=self._form.split)
            self._refuse(part.row, part.column, message, packages.TOO_LARGE)

    def _column(self, letters: str) -> int:
        """Read the letters of a column; 0 if there is none of this name."""
        try:
            column = column_index_from_string(letters)
        except ValueError:
            return 0
        self._columns[letters] = column
        return column

    def _take_value(self, attributes: dict[str, str]) -> None:
        part = self._part
        if part.is_blank and part.row:
            part.is_blank, part.rows = False, part.rows + 1
            if part.rows > MAXIMUM_ROWS + _HEADS:
                message = _say("TOO_MANY_ROWS", part=part.name, most=MAXIMUM_ROWS, split=self._form.split)
                raise_placed_error(None, message, "TOO_MANY_ROWS")
        if part.is_hidden:
            part.hidden_rows.add(part.row)
        if part.declared_hidden[part.column]:
            part.hidden_columns.add(part.column)
        part.values += 1
        if part.values > _PARTS_OF_CELL:
            self._take_other(attributes)

    def _take_text(self, _: dict[str, str]) -> None:
        self._part.values = 0
        self._texts += 1
        if self._texts > MAXIMUM_TEXTS:
            message = _say("TOO_MANY_TEXTS", most=f"{MAXIMUM_TEXTS:,}", split=self._form.split)
            raise_placed_error(None, message, packages.TOO_LARGE)

    def _merge(self, attributes: dict[str, str]) -> None:
        if _AREA.fullmatch(area := attributes.get("ref", "")):
            self._part.merged.append(area)
        self._take_other(attributes)

    def _take_other(self, _: dict[str, str]) -> None:
        self._others += 1
        if self._others > MAXIMUM_OTHERS:
            message = _say("TOO_MANY_ELEMENTS", part=self._part.name[:60], most=f"{MAXIMUM_OTHERS:,}")
            raise_placed_error(None, message, packages.TOO_LARGE)

    def _refuse(self, row: int, column: int, message: Message, reason: str) -> NoReturn:
        raise_placed_error(FilePosition(row, column, self._title()), message, reason)

    def _title(self) -> str:
        """Give the title of the sheet that is read, or else the name of its part."""
        target = self._targets.get(self._part.name.rpartition("/")[2], "")
        return self._titles.get(target, self._part.name)


def _leave(_: dict[str, str]) -> None:
    """Count nothing."""


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("hidden", "0") not in {"0", "false"}


MAXIMUM_FILE_BYTES = 50_000_000
MAXIMUM_PART_BYTES = 64_000_000
MAXIMUM_SHEET_BYTES = 256_000_000
MAXIMUM_UNPACKED_BYTES = 512_000_000

_UNSOUND = {packages.BROKEN: "NOT_A_WORKBOOK", packages.DOCUMENT_TYPE: "NOT_A_WORKBOOK"}


def scan(file: BinaryIO, *, split: str = "") -> dict[str, SheetScan]:
    """Check a file and scan its sheets, by their place in the package.

    `split` says what to do with a workbook that is too large.
    """
    split = split or _say("DIVIDE")
    size = file.seek(0, os.SEEK_END)
    if size > MAXIMUM_FILE_BYTES:
        raise_placed_error(
            None, _say("FILE_TOO_LARGE", size=size, most=MAXIMUM_FILE_BYTES, split=split), packages.TOO_LARGE
        )
    form = PackageFormat(_say("WORKBOOK"), _say("OLD_FORMAT"), MAXIMUM_UNPACKED_BYTES, _max_part_bytes, split)
    try:
        with open_package(file, form) as package:
            return _scan_package(package, form, file)
    except PackageError as error:
        message = _not_xlsx(file, error_message(error)) if error.reason == packages.BROKEN else error_message(error)
        raise_placed_error(None, message, _UNSOUND.get(error.reason, error.reason))


def _max_part_bytes(part: str) -> int:
    return MAXIMUM_SHEET_BYTES if SHEET.fullmatch(part) else MAXIMUM_PART_BYTES


def _not_xlsx(file: BinaryIO, problem: str) -> Message:
    """Name the kind of a file that is no workbook, or else the problem in opening it."""
    kind = file_kind(file)
    if kind is None or kind.media_type.endswith("spreadsheetml.sheet"):
        return _say("NOT_XLSX", problem=problem)
    return _say("OTHER_KIND", kind=kind.name)


def _scan_package(package: zipfile.ZipFile, form: PackageFormat, file: BinaryIO) -> dict[str, SheetScan]:
    names = set(package.namelist())
    if "xl/workbook.bin" in names:
        raise_placed_error(None, _say("BINARY"), packages.OLD_FORMAT)
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise_placed_error(None, _not_xlsx(file, _say("NO_SHEETS")), "NOT_A_WORKBOOK")
    elements = PackageScanner(package, form)
    parts = sorted(package.infolist(), key=lambda part: SHEET.fullmatch(part.filename) is not None)
    return {part.filename: elements.scan(part) for part in parts}


_AT_ONCE = 100
_RANGES = 10
"""The most ranges of hidden rows or columns that one note lists."""


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet of an open workbook: its title, its properties, and the sheet of the library."""

    title: str
    scan: SheetScan
    worksheet: Any

    def rows(self, *, last: int | None = None) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Give the number of each row with content, from 1 up to the `last`, and its cells with content."""
        rows = takewhile(lambda row: last is None or row[0] <= last, rows_with_content(self.worksheet))
        while True:
            with _reading():
                some = [(number, tuple(map(self._cell, cells))) for number, cells in islice(rows, _AT_ONCE)]
            if not some:
                return
            yield from some

    @property
    def hidden(self) -> bool:
        """Say whether the sheet is not shown."""
        return bool(self.worksheet.sheet_state != "visible")

    def is_hidden(self, row: int, column: int) -> bool:
        """Return whether a cell is in a hidden sheet, row or column."""
        return self.hidden or row in self.scan.hidden_rows or column in self.scan.hidden_columns

    def hidden_notes(self, *, first_row: int = 1, columns: Container[int] | None = None) -> Iterator[Problem]:
        """Yield a note for each of sheet, rows and columns that is read although it is hidden."""
        if self.hidden:
            yield self._hidden_note(_say("HIDDEN_SHEET"))
        if rows := [row for row in self.scan.hidden_rows if row >= first_row]:
            yield self._hidden_note(_say("HIDDEN_ROWS", rows=_ranges(rows, str)))
        if found := [each for each in self.scan.hidden_columns if columns is None or each in columns]:
            letters = _ranges(found, lambda column: FilePosition(1, column).letters)
            yield self._hidden_note(_say("HIDDEN_COLUMNS", columns=letters))

    def _hidden_note(self, description: Message) -> Problem:
        return Problem(FilePosition(0, 0, self.title), "", description, "HIDDEN")

    def _cell(self, cell: Any) -> Cell:
        value = composed(cell.value) if isinstance(cell.value, str) else cell.value
        return Cell(FilePosition(cell.row, cell.column, self.title), value, str(cell.data_type), cell.number_format)

    def merged_cells(self, *, below: int = 0) -> Iterator[Problem]:
        """Refuse each area of merged cells that reaches below a row: all but the first cell would seem blank."""
        for area in self.scan.merged:
            column, row, _, last = range_boundaries(area)
            if (last or 0) > below:
                place = FilePosition(row or 1, column or 1, self.title)
                yield Problem(place, "", _say("MERGED", area=area), "MERGED_CELLS")


def _ranges(numbers: Iterable[int], name: Callable[[int], str]) -> list[str]:
    """List numbers as ranges, `3, 5–8`; of many the first, and how many more there are."""
    ranges: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = ranges[-1][0], number
        else:
            ranges.append((number, number))
    shown = [
        name(first) if first == last else f"{name(first)}\N{EN DASH}{name(last)}" for first, last in ranges[:_RANGES]
    ]
    return [*shown, _say("MORE_RANGES", count=len(ranges) - _RANGES)] if len(ranges) > _RANGES else shown


def not_xlsx_message(out: Path) -> Message:
    """Say that a workbook cannot be written under a name."""
    return _say("NO_XLSX_NAME", out=out)


@contextmanager
def open_workbook(source: Path | bytes, *, saved_values: bool = False, split: str = "") -> Iterator[list[BookSheet]]:
    """Open a workbook; nothing in it is run, and no other file that it names is opened.

    Formulas are given as such, or with `saved_values` as the value that the spreadsheet program saved. `split` says
    what to do with a workbook that is too large.

    Raises:
        PlacedError: it is no XLSX, is encrypted, damaged, or beyond a limit.
        OSError: it cannot be opened.
    """
    with ExitStack() as parts:
        if isinstance(source, bytes):
            file: BinaryIO = BytesIO(source)
        else:
            with reporting_refused_file():
                file = parts.enter_context(given_files.open_input_file(source))
        scans = scan(file, split=split)
        file.seek(0)
        with _reading():
            book = load_workbook(file, read_only=True, data_only=saved_values, keep_links=False)
        parts.callback(book.close)
        sheets: list[Any] = book.worksheets
        yield [
            BookSheet(sheet.title, scans.get(sheet._worksheet_path.lstrip("/"), SheetScan()), sheet) for sheet in sheets
        ]


def rows_with_content(worksheet: Any) -> Iterator[tuple[int, tuple[ReadOnlyCell, ...]]]:
    """Give the number of each row with content, from 1, and its cells with content, of a sheet read as a stream.

    The library, doing so, makes up every row and cell that a sheet leaves out: one cell in the last corner of a small
    file would cost a million rows. What the library raises on a damaged sheet, of any kind, passes through.
    """
    book = worksheet.parent
    with worksheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            worksheet._shared_strings,
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, row in parser.parse():
            if cells := [cell for cell in row if cell["value"] is not None]:
                yield number, tuple(ReadOnlyCell(worksheet, **cell) for cell in cells)


@contextmanager
def _reading() -> Iterator[None]:
    """Turn whatever the library makes of a damaged file into a problem; it raises errors of many kinds."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            yield
    except (PlacedError, MemoryError):
        raise
    except Exception as error:
        description = _say("DAMAGED", kind=type(error).__name__, problem=str(error)[:120])
        raise PlacedError([Problem(None, "", description, "NOT_A_WORKBOOK")]) from error
