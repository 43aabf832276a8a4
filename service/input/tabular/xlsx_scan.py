"""XLSX scan: safety limits and element counts of a workbook, before another reader opens it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, NoReturn
from xml.parsers import expat

from openpyxl.utils import column_index_from_string

from rules.contracts import Message, error_message, message_factory
from service.base.file_kinds import file_kind
from service.base.whole_numbers import parse_whole_number
from service.input import packages
from service.input.packages import PackageError, PackageFormat, document_type_error, open_package
from service.input.tree.placed_errors import FilePosition, raise_placed_error

if TYPE_CHECKING:
    import zipfile

_message = message_factory(__name__)

MAXIMUM_FILE_BYTES = 50_000_000
MAXIMUM_PART_BYTES = 64_000_000
MAXIMUM_SHEET_BYTES = 256_000_000
MAXIMUM_UNPACKED_BYTES = 512_000_000
MAXIMUM_ROWS = 200_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MAXIMUM_CELLS, MAXIMUM_TEXTS, MAXIMUM_OTHERS = 4_000_000, 1_000_000, 1_000_000
"""Limits for all sheets: cells, shared texts and other elements."""
_MAX_HEADER_ROWS = 10
_MAX_CELL_PARTS = 3
_CHUNK = 65_536
_MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONSHIP_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DIGITS = "0123456789"
_AREA = re.compile(r"[A-Z0-9:]{2,30}")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_RELATIONS_PART = "xl/_rels/workbook.xml.rels"
_RELATION_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_UNREAD_PARTS = ("xl/pivotCache/",)
_REPORTED_REASONS = {packages.BROKEN: "NOT_A_WORKBOOK", packages.DOCUMENT_TYPE: "NOT_A_WORKBOOK"}


@dataclass(frozen=True, slots=True)
class SheetScan:
    """Row count, merged areas, and hidden rows and columns with content."""

    rows: int = 0
    merged: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(slots=True)
class _PartState:
    name: str
    row: int = 0
    column: int = 0
    rows: int = 0
    values: int = 0
    """Count of parts in the current cell or shared text."""
    is_blank: bool = True
    merged: list[str] = field(default_factory=list)
    is_hidden: bool = False
    declared_hidden: bytearray = field(default_factory=lambda: bytearray(LAST_COLUMN + 1))
    """1 for each column declared hidden."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class PackageScanner:
    """Scanner of a package; its limits apply to all parts together."""

    def __init__(self, package: zipfile.ZipFile, form: PackageFormat) -> None:
        self._package, self._form = package, form
        self._cells = self._texts = self._others = 0
        self._columns: dict[str, int] = {}
        self._titles: dict[str, str] = {}
        self._targets: dict[str, str] = {}
        self._part = _PartState("")

    def scan(self, part: zipfile.ZipInfo) -> SheetScan:
        """Scan a part up to the first XML error, where other readers also stop."""
        self._part = _PartState(part.filename)
        parser = expat.ParserCreate(namespace_separator=" ", intern={})
        parser.StartDoctypeDeclHandler = self._refuse_document_type
        handlers = {
            f"{_MAIN_NAMESPACE} col": self._take_columns, f"{_MAIN_NAMESPACE} row": self._begin_row,
            f"{_MAIN_NAMESPACE} c": self._take_cell, f"{_MAIN_NAMESPACE} v": self._take_value,
            f"{_MAIN_NAMESPACE} f": self._take_value, f"{_MAIN_NAMESPACE} is": self._take_value,
            f"{_MAIN_NAMESPACE} t": self._take_value, f"{_MAIN_NAMESPACE} si": self._count_text,
            f"{_MAIN_NAMESPACE} mergeCell": self._merge, f"{_MAIN_NAMESPACE} sheet": self._name_sheet,
            f"{_RELATIONSHIP_NAMESPACE} Relationship": self._add_relation,
        }  # fmt: skip
        default_handler = _ignore if part.filename.startswith(_UNREAD_PARTS) else self._count_other
        parser.StartElementHandler = lambda name, attributes: handlers.get(name, default_handler)(attributes)
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
        self._titles[attributes.get(_RELATION_ID, "")] = attributes.get("name", "")
        self._count_other(attributes)

    def _add_relation(self, attributes: dict[str, str]) -> None:
        if self._part.name == _RELATIONS_PART:
            self._targets[attributes.get("Target", "").rpartition("/")[2]] = attributes.get("Id", "")
        self._count_other(attributes)

    def _refuse_document_type(self, *_: object) -> None:
        raise document_type_error(self._part.name, self._form)

    def _take_columns(self, attributes: dict[str, str]) -> None:
        if _is_hidden(attributes):
            first = parse_whole_number(attributes.get("min", ""), most=LAST_COLUMN) or 1
            last = parse_whole_number(attributes.get("max", ""), most=LAST_COLUMN) or first
            self._part.declared_hidden[first : last + 1] = b"\1" * (last + 1 - first)
        self._count_other(attributes)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        part = self._part
        previous_row, part.column, part.is_blank, part.is_hidden = part.row, 0, True, _is_hidden(attributes)
        number = attributes.get("r", str(previous_row + 1))
        part.row = parse_whole_number(number, most=LAST_ROW) or 0
        if not previous_row < part.row <= LAST_ROW:
            message = _message("ROW_ASTRAY", found=number[:20], most=f"{LAST_ROW:,}")
            self._refuse(previous_row or 1, 0, message, "ROW_ASTRAY")

    def _take_cell(self, attributes: dict[str, str]) -> None:
        part = self._part
        previous_column, part.values = part.column, 0
        if reference := attributes.get("r"):
            letters = reference.rstrip(_DIGITS)
            part.column = self._columns.get(letters) or self._column_number(letters)
        else:
            part.column += 1
        if not previous_column < part.column <= LAST_COLUMN:
            message = _message(
                "CELL_ASTRAY", found=(reference or str(part.column))[:20], last=FilePosition(1, LAST_COLUMN).letters
            )
            self._refuse(part.row, previous_column, message, "CELL_ASTRAY")
        self._cells += 1
        if self._cells > MAXIMUM_CELLS:
            message = _message("TOO_MANY_CELLS", most=f"{MAXIMUM_CELLS:,}", split=self._form.split)
            self._refuse(part.row, part.column, message, packages.TOO_LARGE)

    def _column_number(self, letters: str) -> int:
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
            if part.rows > MAXIMUM_ROWS + _MAX_HEADER_ROWS:
                message = _message("TOO_MANY_ROWS", part=part.name, most=MAXIMUM_ROWS, split=self._form.split)
                raise_placed_error(None, message, "TOO_MANY_ROWS")
        if part.is_hidden:
            part.hidden_rows.add(part.row)
        if part.declared_hidden[part.column]:
            part.hidden_columns.add(part.column)
        part.values += 1
        if part.values > _MAX_CELL_PARTS:
            self._count_other(attributes)

    def _count_text(self, _: dict[str, str]) -> None:
        self._part.values = 0
        self._texts += 1
        if self._texts > MAXIMUM_TEXTS:
            message = _message("TOO_MANY_TEXTS", most=f"{MAXIMUM_TEXTS:,}", split=self._form.split)
            raise_placed_error(None, message, packages.TOO_LARGE)

    def _merge(self, attributes: dict[str, str]) -> None:
        if _AREA.fullmatch(area := attributes.get("ref", "")):
            self._part.merged.append(area)
        self._count_other(attributes)

    def _count_other(self, _: dict[str, str]) -> None:
        self._others += 1
        if self._others > MAXIMUM_OTHERS:
            message = _message("TOO_MANY_ELEMENTS", part=self._part.name[:60], most=f"{MAXIMUM_OTHERS:,}")
            raise_placed_error(None, message, packages.TOO_LARGE)

    def _refuse(self, row: int, column: int, message: Message, reason: str) -> NoReturn:
        raise_placed_error(FilePosition(row, column, self._title()), message, reason)

    def _title(self) -> str:
        target = self._targets.get(self._part.name.rpartition("/")[2], "")
        return self._titles.get(target, self._part.name)


def _ignore(_: dict[str, str]) -> None:
    """Ignore an element."""


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("hidden", "0") not in {"0", "false"}


def scan(file: BinaryIO, *, split: str = "") -> dict[str, SheetScan]:
    """Check a workbook, and return the scan of each part.

    `split` is advice for a workbook that is too large.
    """
    split = split or _message("DIVIDE")
    size = file.seek(0, os.SEEK_END)
    if size > MAXIMUM_FILE_BYTES:
        raise_placed_error(
            None, _message("FILE_TOO_LARGE", size=size, most=MAXIMUM_FILE_BYTES, split=split), packages.TOO_LARGE
        )
    form = PackageFormat(_message("WORKBOOK"), _message("OLD_FORMAT"), MAXIMUM_UNPACKED_BYTES, _max_part_bytes, split)
    try:
        with open_package(file, form) as package:
            return _scan_package(package, form, file)
    except PackageError as error:
        message = _not_xlsx(file, error_message(error)) if error.reason == packages.BROKEN else error_message(error)
        raise_placed_error(None, message, _REPORTED_REASONS.get(error.reason, error.reason))


def _max_part_bytes(part: str) -> int:
    return MAXIMUM_SHEET_BYTES if SHEET.fullmatch(part) else MAXIMUM_PART_BYTES


def _not_xlsx(file: BinaryIO, problem: str) -> Message:
    kind = file_kind(file)
    if kind is None or kind.media_type.endswith("spreadsheetml.sheet"):
        return _message("NOT_XLSX", problem=problem)
    return _message("OTHER_KIND", kind=kind.name)


def _scan_package(package: zipfile.ZipFile, form: PackageFormat, file: BinaryIO) -> dict[str, SheetScan]:
    names = set(package.namelist())
    if "xl/workbook.bin" in names:
        raise_placed_error(None, _message("BINARY"), packages.OLD_FORMAT)
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise_placed_error(None, _not_xlsx(file, _message("NO_SHEETS")), "NOT_A_WORKBOOK")
    elements = PackageScanner(package, form)
    parts = sorted(package.infolist(), key=lambda part: SHEET.fullmatch(part.filename) is not None)
    return {part.filename: elements.scan(part) for part in parts}
