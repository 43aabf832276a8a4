"""ODS access: sheets of an OpenDocument spreadsheet with exact values, within limits.

Numbers are the texts of `office:value`, so no digit is lost. Formulas are not computed: their saved values are read. A
formula without a saved value remains a formula, which readers refuse.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, InvalidOperation
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

from rules.contracts import error_message, message_factory
from service.base.whole_numbers import parse_whole_number
from service.input.packages import PackageError, PackageFormat, check_markup, document_type_error, open_package
from service.input.tabular.cell_texts import FORMULA, MAXIMUM_COLUMN, MAXIMUM_ROW, Cell, plain_decimal
from service.input.tree.placed_errors import FilePosition, raise_placed_error
from service.input.tree.spaces import composed

if TYPE_CHECKING:
    import zipfile

_message = message_factory(__name__)

MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
MAXIMUM_CELLS = 500_000
_MAX_PART_BYTES, _MAX_UNPACKED_BYTES = 128_000_000, 256_000_000
_MAX_EXPONENT = 400
_EXACT = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)
"""Context without rounding: the usual one has 28 digits."""
_MAX_CHARACTERS = 100_000
"""Limit of the text in a cell."""
_CONTENT = "content.xml"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_CELLS = frozenset({f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"})
_NUMBERS = frozenset({"float", "currency"})
_BREAKS = frozenset({f"{_TEXT} tab", f"{_TEXT} line-break"})
_ERROR_TEXTS = ("#", "Err:")

OdsRows = list[tuple[int, tuple[Cell, ...]]]


@dataclass(slots=True)
class OdsSheet:
    """A sheet: rows with content, each with its number and its non-empty cells."""

    title: str
    rows: OdsRows = field(default_factory=list)


def read_ods(content: bytes) -> list[OdsSheet]:
    """Read the sheets of an OpenDocument spreadsheet.

    Raises:
        PlacedError: If it is another document, encrypted, corrupted or too large.
    """
    form = PackageFormat(
        _message("ODS"), _message("ODS_OLD"), _MAX_UNPACKED_BYTES, lambda _: _MAX_PART_BYTES, _message("ODS_DIVIDE")
    )
    try:
        with open_package(BytesIO(content), form) as package:
            return _read_package(package, form)
    except PackageError as error:
        raise_placed_error(None, _message("ODS_INVALID", problem=error_message(error)), error.reason)


def _read_package(package: zipfile.ZipFile, form: PackageFormat) -> list[OdsSheet]:
    names = set(package.namelist())
    if "mimetype" not in names or package.read("mimetype").strip() != MEDIA_TYPE or _CONTENT not in names:
        raise_placed_error(None, _message("NOT_ODS"), "NOT_A_SPREADSHEET")
    if "META-INF/manifest.xml" in names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise_placed_error(None, _message("ODS_ENCRYPTED"), "ENCRYPTED")
    check_markup(package, package.getinfo(_CONTENT), form)
    reader = _ContentReader(form)
    with package.open(_CONTENT) as stream:
        try:
            reader.parser.ParseFile(stream)
        except expat.ExpatError as error:
            raise_placed_error(None, _message("ODS_INVALID", problem=str(error)), "NOT_A_SPREADSHEET")
    return reader.sheets


class _ContentReader:
    def __init__(self, form: PackageFormat) -> None:
        self.sheets: list[OdsSheet] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

        def refuse(*_: object) -> None:
            raise document_type_error(_CONTENT, form)

        self.parser.StartDoctypeDeclHandler = self.parser.EntityDeclHandler = refuse
        self._row, self._column, self._row_repeat = 0, 0, 1
        self._cells: list[Cell] = []
        self._attributes: dict[str, str] | None = None
        self._texts: list[str] = []
        self._characters_read = 0
        self._in_paragraph = 0
        self._annotations = 0
        self._count = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_OFFICE} annotation":
            self._annotations += 1
        elif self._annotations:
            return
        elif name == f"{_TABLE} table" and self._attributes is None:
            self.sheets.append(OdsSheet(attributes.get(f"{_TABLE} name", "")))
            self._row = 0
        elif name == f"{_TABLE} table-row" and self.sheets:
            self._row, self._column, self._cells = self._row + 1, 0, []
            self._row_repeat = _repeat(attributes.get(f"{_TABLE} number-rows-repeated"))
        elif name in _CELLS and self.sheets:
            self._attributes, self._texts, self._characters_read = attributes, [], 0
        elif name == f"{_TEXT} p" and self._attributes is not None:
            self._in_paragraph += 1
            if self._texts:
                self._characters("\n")
        elif name == f"{_TEXT} s":
            self._characters(" " * min(_repeat(attributes.get(f"{_TEXT} c")), MAXIMUM_COLUMN))
        elif name in _BREAKS:
            self._characters(" ")

    def _characters(self, text: str) -> None:
        if not self._in_paragraph or self._annotations:
            return
        self._texts.append(text)
        self._characters_read += len(text)
        if self._characters_read > _MAX_CHARACTERS:
            place = FilePosition(self._row, self._column + 1, self.sheets[-1].title)
            raise_placed_error(place, _message("ODS_LONG", most=_MAX_CHARACTERS), "TOO_LARGE")

    def _end(self, name: str) -> None:
        if name == f"{_OFFICE} annotation":
            self._annotations -= 1
        elif self._annotations:
            return
        elif name == f"{_TEXT} p" and self._in_paragraph:
            self._in_paragraph -= 1
        elif name in _CELLS and self._attributes is not None:
            self._add_cell(self._attributes)
            self._attributes = None
        elif name == f"{_TABLE} table-row" and self.sheets:
            self._add_row()

    def _add_cell(self, attributes: dict[str, str]) -> None:
        repeat = _repeat(attributes.get(f"{_TABLE} number-columns-repeated"))
        first = FilePosition(self._row, self._column + 1, self.sheets[-1].title)
        cell = _cell_of(attributes, "".join(self._texts), first)
        self._column += repeat
        if cell is None:
            return
        if self._column > MAXIMUM_COLUMN:
            raise_placed_error(first, _message("ODS_FAR", most=MAXIMUM_COLUMN), "FAR_CELL")
        for column in range(first.column, self._column + 1):
            position = FilePosition(first.line, column, first.sheet)
            self._cells.append(Cell(position, cell.value, cell.kind, cell.number_format))

    def _add_row(self) -> None:
        first, self._row = self._row, self._row + self._row_repeat - 1
        if not self._cells:
            return
        self._count += len(self._cells) * self._row_repeat
        if self._row > MAXIMUM_ROW or self._count > MAXIMUM_CELLS:
            place = FilePosition(first, 0, self.sheets[-1].title)
            raise_placed_error(place, _message("ODS_LARGE", rows=MAXIMUM_ROW, cells=MAXIMUM_CELLS), "TOO_LARGE")
        for number in range(first, self._row + 1):
            self.sheets[-1].rows.append((number, tuple(_moved(cell, number) for cell in self._cells)))


def _moved(cell: Cell, row: int) -> Cell:
    position = FilePosition(row, cell.position.column, cell.position.sheet)
    return Cell(position, cell.value, cell.kind, cell.number_format)


def _repeat(text: str | None) -> int:
    """Return a repetition; larger numbers than a sheet has rows are cut."""
    if text is None:
        return 1
    return min(parse_whole_number(text) or 1, 10_000_000)


def _cell_of(attributes: dict[str, str], text: str, position: FilePosition) -> Cell | None:
    kind = attributes.get(f"{_OFFICE} value-type", "")
    value = attributes.get(f"{_OFFICE} value", "")
    if text.startswith(_ERROR_TEXTS) and f"{_TABLE} formula" in attributes:
        return Cell(position, text, "e")
    if kind in _NUMBERS:
        return Cell(position, _exact_text(value, position, 0), "n")
    if kind == "percentage":
        return Cell(position, f"{_exact_text(value, position, 2)} %", "n")
    if kind == "date":
        return _date_cell(attributes.get(f"{_OFFICE} date-value", ""), position)
    if kind == "boolean":
        return Cell(position, attributes.get(f"{_OFFICE} boolean-value") == "true", "b")
    if not kind and not text and f"{_TABLE} formula" in attributes:
        return Cell(position, FORMULA, "f")
    text = composed(attributes.get(f"{_OFFICE} string-value", text)).strip()
    return Cell(position, text) if text else None


def _exact_text(value: str, position: FilePosition, shift: int) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _MAX_EXPONENT:
        raise_placed_error(position, _message("ODS_NUMBER", found=value[:40]), "NOT_A_NUMBER")
    return plain_decimal(number.scaleb(shift, context=_EXACT))


def _date_cell(value: str, position: FilePosition) -> Cell:
    day, _, time = value.partition("T")
    try:
        read = date.fromisoformat(day)
    except ValueError:
        raise_placed_error(position, _message("ODS_DATE", found=value[:40]), "WRONG_TYPE")
    if time.strip("0:.Z"):
        return Cell(position, value)
    return Cell(position, read, "d")
