"""Does a far cell cost nothing, and is it refused by name where whole rows are kept?"""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from rules.contracts.errors import InputError
from service.reading.real_cells import MAXIMUM_ROW, real_rows
from service.reading.table_imports import sheets as table_sheets
from tests.support.far_cells import LAST, book_with


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
def test_a_far_cell_is_refused_by_name(cell: str) -> None:
    with pytest.raises(InputError) as raised:
        table_sheets.read_sheets(book_with(cell))
    (violation,) = raised.value.violations
    assert violation.field == f"Sheet Sheet, {cell}"
    assert "cells up to IV200000 are read" in violation.description


def test_cells_up_to_the_limit_stand_where_they_stood() -> None:
    cell = f"IV{MAXIMUM_ROW}"
    table = table_sheets.read_sheets(book_with(cell))[0].rows
    assert (table[1], table[MAXIMUM_ROW - 1][-1]) == (("", "", "C2"), cell)
