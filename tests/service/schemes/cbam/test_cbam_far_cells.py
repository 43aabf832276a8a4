"""Far cells in CBAM goods files: refusal by cell address in `cbam declare`, for XLSX and CSV."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.support.commands import touchstone


@pytest.mark.parametrize("cell", ["XFD1048576", "IW2"])
def test_a_far_cell_of_a_workbook_is_refused_by_name(tmp_path: Path, cell: str) -> None:
    path, book = tmp_path / "far.xlsx", Workbook()
    for filled in ("A1", cell):
        book.active[filled] = "line"  # type: ignore[index]
    book.save(path)
    answer = touchstone("cbam", "declare", path)
    assert answer.exit_code == 2
    assert f"{cell}: lies too far out; cells up to IV200000 are read" in answer.stderr


def test_columns_beyond_those_that_are_read_have_names(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    for header, message in (
        (",".join(f"c{number}" for number in range(16_000)), "IW1: lies too far out"),
        ("line" + "," * 16_000 + "x", "WQK1: lies too far out"),
        ("line" + "," * 16_000, "is missing"),
        ("line" + "," * 1_000_000, "line 1, column 16389: with this field the record has more than 16,384 fields"),
    ):
        path.write_text(f"{header}\n")
        answer = touchstone("cbam", "declare", path)
        assert (answer.exit_code, message in answer.stderr) == (2, True), answer.stderr[:400]
