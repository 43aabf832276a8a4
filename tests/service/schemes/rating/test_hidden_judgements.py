"""Hidden rows of a workbook of judgements: they are carried as notes."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from service.schemes.rating.weights.drafts import read_table


def test_hidden_rows_of_judgements_are_carried(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["a", "b"], ["x", 1]):
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[2].hidden = True
    book.save(tmp_path / "w.xlsx")
    assert read_table(tmp_path / "w.xlsx").hidden == ("hidden rows are read like all others: 2",)
