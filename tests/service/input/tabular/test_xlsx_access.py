"""Sparse XLSX and CSV rows: far cells refused by address, row order, column names and ignored macros."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from rules.contracts.errors import InputError
from service.input.table_imports import read_sheets
from service.input.tabular.cell_texts import (
    MAXIMUM_COLUMN,
    MAXIMUM_ROW,
    TextSheet,
    read_delimited_rows,
    read_text_sheet,
)
from service.input.tabular.csv_parser import MAXIMUM_FIELDS, DelimitedText
from service.input.tabular.xlsx_access import open_workbook, rows_with_content
from service.input.tree.placed_errors import PlacedError

LAST = "XFD1048576"


def book_with(*cells: str) -> bytes:
    book = Workbook()
    for cell in ("A1", "C2", *cells):
        book.active[cell] = cell  # type: ignore[index]
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def sheet_of(content: bytes) -> Any:
    return load_workbook(BytesIO(content), read_only=True).worksheets[0]


def test_only_rows_and_cells_with_content_are_returned() -> None:
    rows = [
        (number, [cell.column for cell in cells])
        for number, cells in rows_with_content(sheet_of(book_with("A2", LAST)))
    ]
    assert rows == [(1, [1]), (2, [1, 3]), (1_048_576, [16_384])]


def test_rows_out_of_order_are_refused() -> None:
    content = book_with("A5")
    swapped = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(swapped, "w") as after:
        for part in before.infolist():
            after.writestr(part, before.read(part).replace(b'<row r="5"', b'<row r="2"'))
    with pytest.raises(PlacedError, match="Sheet Sheet, row 2: The row after this row has the number '2'"):
        texts(swapped.getvalue())


def texts(source: Path | bytes) -> TextSheet:
    with open_workbook(source) as (sheet,):
        return read_text_sheet(sheet)


@pytest.mark.parametrize("cell", [LAST, "XFD3", "IW2", "A200001"])
def test_a_far_cell_is_refused_by_name(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(book_with(cell))
    message = f"Sheet Sheet, {cell}: The cell is too far out; cells up to IV200000 are read"
    with pytest.raises(InputError, match=message):
        texts(path)
    with pytest.raises(InputError, match=message):
        read_sheets(path.read_bytes())


def test_cells_up_to_the_limit_are_read_at_their_position(tmp_path: Path) -> None:
    cell = f"IV{MAXIMUM_ROW}"
    path = tmp_path / "near.xlsx"
    path.write_bytes(book_with(cell))
    sheet = texts(path)
    assert [(row.number, len(row.cells)) for row in sheet.rows] == [(1, 1), (2, 3), (MAXIMUM_ROW, MAXIMUM_COLUMN)]
    assert (sheet.rows[1].cells, sheet.rows[2].cells[-1]) == (("", "", "C2"), cell)
    assert sheet == read_sheets(path.read_bytes())[0]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("line", "cell"),
    [(",".join("x" * 16_000), "IW1"), ("line" + "," * 16_000 + "x", "WQK1"), ("x\n" * 200_001, "A200001")],
)
def test_a_far_cell_in_csv_is_refused(line: str, cell: str) -> None:
    with pytest.raises(PlacedError) as raised:
        list(read_delimited_rows(DelimitedText(line.encode()), ","))
    assert [(one.field, one.reason) for one in raised.value.violations] == [(cell, "FAR_CELL")]


def test_blank_cells_are_accepted_beyond_the_limit() -> None:
    (row,) = read_delimited_rows(DelimitedText(b"line" + b"," * (MAXIMUM_FIELDS - 1)), ",")
    assert (row.cells[0], len(row.cells)) == ("line", MAXIMUM_COLUMN)


def test_columns_beyond_those_of_spreadsheet_programs_have_names() -> None:
    assert [TextSheet("", ()).cell_name(1, column) for column in (0, 701, 18_277, 18_278)] == [
        "A1",
        "ZZ1",
        "ZZZ1",
        "AAAA1",
    ]


def test_macros_are_not_run_and_external_links_are_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "macros.xlsm"
    path.write_bytes(book_with())
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
        package.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert [row.cells for row in texts(path).rows] == [("A1",), ("", "", "C2")]
