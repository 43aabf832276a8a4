"""Does a far cell cost nothing, and is it refused by name where whole rows are kept?"""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from rules.contracts.errors import InputError
from service.reading.table_imports import importing as table_sheets
from service.reading.tabular.real_cells import real_rows
from service.reading.tabular.texts import MAXIMUM_COLUMN, MAXIMUM_ROW, TextSheet
from service.schemes.cbam import sheets as goods_sheets
from tests.support.commands import touchstone

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


def test_only_rows_and_cells_with_content_are_given() -> None:
    found = [(number, [cell.column for cell in cells]) for number, cells in real_rows(sheet_of(book_with("A2", LAST)))]
    assert found == [(1, [1]), (2, [1, 3]), (1_048_576, [16_384])]


def test_rows_out_of_order_are_not_taken_for_others() -> None:
    content = book_with("A5")
    swapped = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(swapped, "w") as after:
        for part in before.infolist():
            after.writestr(part, before.read(part).replace(b'<row r="5"', b'<row r="2"'))
    with pytest.raises(ValueError, match="row 2 stands behind row 2"):
        list(real_rows(sheet_of(swapped.getvalue())))


@pytest.mark.parametrize("cell", [LAST, "XFD3", "IW2", "A200001"])
def test_a_far_cell_is_refused_by_name(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(book_with(cell))
    readers: tuple[Callable[[], object], ...] = (
        lambda: goods_sheets.read_sheets(path),
        lambda: table_sheets.read_sheets(path.read_bytes()),
    )
    for read in readers:
        with pytest.raises(InputError) as raised:
            read()
        (violation,) = raised.value.violations
        assert violation.field == f"Sheet Sheet, {cell}"
        assert "cells up to IV200000 are read" in violation.description


def test_cells_up_to_the_limit_stand_where_they_stood(tmp_path: Path) -> None:
    cell = f"IV{MAXIMUM_ROW}"
    path = tmp_path / "near.xlsx"
    path.write_bytes(book_with(cell))
    rows = goods_sheets.read_sheets(path)[0].rows
    assert [(row.number, len(row.cells)) for row in rows] == [(1, 1), (2, 3), (MAXIMUM_ROW, MAXIMUM_COLUMN)]
    table = table_sheets.read_sheets(path.read_bytes())[0].rows
    assert (table[1].cells, table[2].number, table[2].cells[-1]) == (("", "", "C2"), MAXIMUM_ROW, cell)


def test_columns_beyond_those_of_spreadsheet_programs_have_names(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    for header, found in (
        (",".join(f"c{number}" for number in range(18_300)), "IW1: lies too far out"),
        ("line" + "," * 18_300 + "x", "AAAW1: lies too far out"),
        ("line" + "," * 1_000_000, "is missing"),
    ):
        path.write_text(f"{header}\n")
        answer = touchstone("cbam", "declare", path)
        assert (answer.exit_code, found in answer.stderr) == (2, True), answer.stderr[:400]
    wide = TextSheet("", ())
    assert [wide.place(1, column) for column in (0, 701, 18_277, 18_278)] == ["A1", "ZZ1", "ZZZ1", "AAAA1"]
