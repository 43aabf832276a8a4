"""Is a far cell of a file of goods refused by name?"""

from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.reading.real_cells import MAXIMUM_COLUMN, MAXIMUM_ROW
from service.schemes.cbam import sheets as goods_sheets
from tests.support.commands import touchstone
from tests.support.far_cells import LAST, book_with


@pytest.mark.parametrize("cell", [LAST, "XFD3", "IW2", "A200001"])
def test_a_far_cell_is_refused_by_name(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(book_with(cell))
    with pytest.raises(InputError) as raised:
        goods_sheets.read_sheets(path)
    (violation,) = raised.value.violations
    assert violation.field == f"Sheet Sheet, {cell}"
    assert "cells up to IV200000 are read" in violation.description


def test_cells_up_to_the_limit_stand_where_they_stood(tmp_path: Path) -> None:
    cell = f"IV{MAXIMUM_ROW}"
    path = tmp_path / "near.xlsx"
    path.write_bytes(book_with(cell))
    rows = goods_sheets.read_sheets(path)[0].rows
    assert [(row.number, len(row.cells)) for row in rows] == [(1, 1), (2, 3), (MAXIMUM_ROW, MAXIMUM_COLUMN)]


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
    wide = goods_sheets.Sheet("", ())
    assert [wide.place(1, column) for column in (0, 701, 18_277, 18_278)] == ["A1", "ZZ1", "ZZZ1", "AAAA1"]
