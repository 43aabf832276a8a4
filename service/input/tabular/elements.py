"""The elements of a workbook, counted as they come by, before a library makes anything of them.

A few kilobytes unpack to millions of cells. A library keeps each of a row, of a table of texts or of a style until it
has them all; so whatever lies beyond a bound is refused here, at its cell, while nothing of it is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from openpyxl.utils import column_index_from_string

from rules.contracts import Message, message_factory
from service.input import packages
from service.input.packages import document_type_error
from service.input.tree.problems import FilePosition, raise_placed_error

if TYPE_CHECKING:
    import zipfile

    from service.input.packages import PackageFormat

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
    """What the elements of a sheet say: how many rows hold anything, and which cells are merged."""

    rows: int = 0
    merged: tuple[str, ...] = ()


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
            f"{_MAIN} row": self._begin_row, f"{_MAIN} c": self._take_cell, f"{_MAIN} v": self._take_value,
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
        return SheetScan(self._part.rows, tuple(self._part.merged))

    def _name_sheet(self, attributes: dict[str, str]) -> None:
        self._titles[attributes.get(_RELATION, "")] = attributes.get("name", "")
        self._take_other(attributes)

    def _relate(self, attributes: dict[str, str]) -> None:
        if self._part.name == _RELATIONS:
            self._targets[attributes.get("Target", "").rpartition("/")[2]] = attributes.get("Id", "")
        self._take_other(attributes)

    def _refuse_document_type(self, *_: object) -> None:
        raise document_type_error(self._part.name, self._form)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        part = self._part
        before, part.column, part.is_blank = part.row, 0, True
        number = attributes.get("r", str(before + 1))
        part.row = int(number) if number.isdecimal() and len(number) <= len(str(LAST_ROW)) else 0
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
