"""Tables of declared columns, or of the list in an API answer, as CSV and workbook sheets."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO, StringIO
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from google.protobuf.json_format import MessageToDict

from rules.contracts import InputError, message_factory

if TYPE_CHECKING:
    from pathlib import Path

    from google.protobuf.message import Message
    from openpyxl.worksheet.worksheet import Worksheet


_message = message_factory(__name__)

_MIN_WIDTH = 16
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d+([./]\d+)?")
_ILLEGAL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ILLEGAL_IN_TITLE = re.compile(r"[\[\]:*?/\\']")
_MAX_TITLE_CHARACTERS = 31
_TIMESTAMP_PATTERN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_EARLIEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class FormattedNumber:
    """Number or sheet formula, with its number format."""

    value: Decimal | str
    number_format: str


Cell = str | int | Decimal | FormattedNumber | None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """Column with heading, cell function and optional width."""

    head: str
    cell: Callable[[Row], Cell]
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Columns, and rows that supply their cells."""

    columns: Sequence[Column[Row]]
    rows: Iterable[Row]

    def cells(self) -> Iterator[list[Cell]]:
        return ([column.cell(row) for column in self.columns] for row in self.rows)


def table_of_cells(
    heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Iterable[float] | None = None
) -> Table[Sequence[Cell]]:
    """Return a table of cells; default widths fit the headings."""
    if widths is None:
        widths = (max(_MIN_WIDTH, len(head) + 2) for head in heads)
    columns: list[Column[Sequence[Cell]]] = [
        Column(head, itemgetter(index), width) for index, (head, width) in enumerate(zip(heads, widths, strict=True))
    ]
    return Table(columns, rows)


def table_csv(table: Table[Row], *, line_end: str = "\r\n") -> str:
    """Return a table as CSV (RFC 4180)."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator=line_end)
    writer.writerow(separated_cells([column.head for column in table.columns]))
    writer.writerows(map(separated_cells, table.cells()))
    return written.getvalue()


def separated_cells(row: Sequence[object]) -> list[object]:
    """Return CSV cells; an apostrophe escapes formulas."""
    return [_separated_cell(cell) for cell in row]


def _separated_cell(cell: object) -> object:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell
    if isinstance(cell, FormattedNumber):
        return cell.value
    return str(cell).lower() if isinstance(cell, bool) else cell


def read_separated_cell(text: str) -> str:
    """Reverse the escaping of `separated_cells`."""
    return text[1:] if text == f"'{text[1:]}" == _separated_cell(text[1:]) else text


def workbook_of(tables: Mapping[str, Table[Any]]) -> bytes:
    """Return a workbook with one sheet per table."""
    from openpyxl import Workbook  # noqa: PLC0415 -- only sheets need the library

    book, content = Workbook(write_only=True), BytesIO()
    for title, table in tables.items():
        write_sheet(book.create_sheet(title), table)
    book.save(content)
    return content.getvalue()


def without_timestamps(workbook: bytes) -> bytes:
    """Return a workbook without its times, so that equal content has equal bytes."""
    output = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(output, "w") as target:
        for part in source.infolist():
            part_bytes = _TIMESTAMP_PATTERN.sub(rb"\g<1>1980-01-01T00:00:00Z", source.read(part))
            target.writestr(ZipInfo(part.filename, _EARLIEST_ZIP_DATE), part_bytes, ZIP_DEFLATED)
    return output.getvalue()


def write_sheet(sheet: Worksheet, table: Table[Row], *, frozen: str | None = "A2") -> None:
    """Append a table to a sheet; `frozen` is the first scrolling cell."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- only sheets need the library

    sheet.freeze_panes = frozen
    for number, column in enumerate(table.columns, start=1):
        if column.width is not None:
            sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append([text_cell(sheet, column.head, bold=True) for column in table.columns])
    for row in table.cells():
        sheet.append(sheet_cells(sheet, row))


def sheet_cells(sheet: Worksheet, row: Sequence[object]) -> list[Any]:
    """Return sheet cells; text is never a formula."""
    return [_sheet_cell(sheet, cell) for cell in row]


def _sheet_cell(sheet: Worksheet, cell: object) -> Any:
    if isinstance(cell, str):
        return text_cell(sheet, cell)
    if isinstance(cell, FormattedNumber):
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 -- only sheets need the library

        number = WriteOnlyCell(sheet)
        number.value = cell.value
        number.number_format = cell.number_format
        return number
    return cell


def print_landscape(sheet: Worksheet) -> None:
    """Set landscape printing, one page wide, with repeated headings."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 -- only sheets need the library

    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def replace_illegal_characters(text: str, instead: str = "\N{REPLACEMENT CHARACTER}") -> str:
    """Replace characters that XML, and thus a workbook cell, cannot contain."""
    return _ILLEGAL_CHARACTER.sub(instead, text)


def text_cell(sheet: Worksheet, text: str, *, bold: bool = False) -> Any:
    """Return a text cell, never a formula."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 -- only sheets need the library

    cell: Any = WriteOnlyCell(sheet, value=replace_illegal_characters(text))
    cell.data_type = "s"
    if bold:
        from openpyxl.styles import Font  # noqa: PLC0415 -- only sheets need the library

        cell.font = Font(bold=True)
    return cell


def sheet_title(wanted: str, used_titles: Iterable[str]) -> str:
    """Return a valid, unused sheet title."""
    base = _ILLEGAL_IN_TITLE.sub(" ", replace_illegal_characters(wanted, "")).strip()[:_MAX_TITLE_CHARACTERS] or "-"
    title, number, others = base, 1, {name.casefold() for name in used_titles}
    while title.casefold() in others:
        number += 1
        title = f"{base[: _MAX_TITLE_CHARACTERS - len(str(number)) - 1]} {number}"
    return title


def check_new_table_file(path: Path, field: str) -> None:
    """Raise InputError unless a new XLSX or CSV file is named."""
    if path.exists() or path.is_symlink():
        raise InputError.of(field, _message("FILE_EXISTS", out=path), "ALREADY_EXISTS")
    if path.suffix.lower() not in {".xlsx", ".csv"}:
        raise InputError.of(field, _message("NO_TABLES_NAME", out=path), "WRONG_VALUE")


def table_field_of(answer: Message) -> Any:
    """Return the first list field of messages, or None."""
    fields = (field for field in answer.DESCRIPTOR.fields if field.is_repeated and field.message_type is not None)
    return next(fields, None)


def list_csv(answer: Message) -> str:
    """Return the list as CSV, or an empty text."""
    table = table_field_of(answer)
    if table is None:
        return ""
    columns = [_column(field) for field in table.message_type.fields]
    rows = (MessageToDict(row, preserving_proto_field_name=True) for row in getattr(answer, table.name))
    return table_csv(Table(columns, rows))


def _column(field: Any) -> Column[Mapping[str, Any]]:
    is_map = field.message_type is not None and field.message_type.GetOptions().map_entry
    has_default = not (field.is_repeated or field.has_presence or field.enum_type)
    write, default = _pairs if is_map else _cell, field.default_value if has_default else ""
    return Column(field.name, lambda row: write(row[field.name]) if field.name in row else _text(default))


def _pairs(values: Mapping[str, Any]) -> str:
    return "; ".join(f"{key}: {_text(values[key])}" for key in sorted(values))


def _cell(value: Any) -> str:
    return "; ".join(map(_text, value)) if isinstance(value, list) else _text(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
