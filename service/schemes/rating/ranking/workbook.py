"""How does a ranking become a workbook?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.cell import TYPE_STRING
from openpyxl.styles import Font

from service.schemes.rating.ranking.text import ranking_rows

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from touchstone.v1 import evaluation_service_pb2

_WIDTHS = {"A": 10, "B": 11, "C": 48, "D": 22, "E": 22, "F": 64}


def write_ranking(answer: evaluation_service_pb2.RankSubjectsResponse, out: Path) -> None:
    """Write the ranks and the means of the indicators, a sheet each; scores stay exact, so they are text."""
    book = Workbook()
    ranks, means = book.active, book.create_sheet("Indicators")
    if ranks is None:
        raise TypeError("a new workbook has a sheet")
    ranks.title = "Ranks"
    for place, row in enumerate(ranking_rows(answer), start=1):
        _write(ranks, place, row)
    _write(means, 1, ("criterion", "mean_share_low", "mean_share_high", "count"))
    for place, one in enumerate(answer.indicator_means, start=2):
        _write(means, place, (one.criterion_id, one.mean_share.low, one.mean_share.high, one.count))
    for column, width in _WIDTHS.items():
        ranks.column_dimensions[column].width = width
    book.save(out)


def _write(sheet: Worksheet, row: int, values: tuple[int | str, ...]) -> None:
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column, value)
        if isinstance(value, str):
            cell.data_type = TYPE_STRING  # text that begins with = is no formula
        if row == 1:
            cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
