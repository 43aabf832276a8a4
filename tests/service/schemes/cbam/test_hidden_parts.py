"""Hidden sheets, rows and columns of a workbook: named where they are read, and left unnamed where nothing is."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rules.contracts.messages import in_language
from service.input.cells import CellProblems, Column
from service.input.table_imports import find_header, read_sheets as read_table_sheets
from service.schemes.cbam.goods import read_goods
from tests.service.schemes.cbam.goods_files import CARD, typed
from touchstone.v1.cbam_service_pb2 import GoodsFile


def saved(rows: list[list[object]], hide: Callable[[Worksheet], None], title: str = "goods") -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    hide(sheet)
    if sheet.sheet_state != "visible":
        book.create_sheet("cover")
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def hide_much(sheet: Worksheet) -> None:
    sheet.sheet_state = "veryHidden"
    for row in (2, 7, 1000):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions["Z"].hidden = True


def hide_second_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def test_hidden_goods_are_named_in_both_languages() -> None:
    goods = read_goods(GoodsFile(name="g.xlsx", content=saved(typed(), hide_much)), CARD)
    assert [note.render("g.xlsx") for note in goods.notes] == [
        "g.xlsx: Sheet goods: This sheet is hidden, but its cells are read like all others. "
        "Show the sheet and check its content, or delete it.",
        "g.xlsx: Sheet goods: Hidden rows are read like all others: 2. "
        "Show these rows and check their content, or delete them.",
        "g.xlsx: Sheet goods: Hidden columns are read like all others: C. "
        "Show these columns and check their content, or delete them.",
    ]
    assert [in_language(note.description, "zh") for note in goods.notes] == [
        "此工作表已隐藏，但其单元格照常读取。请取消隐藏并核对其内容，或删去该工作表。",
        "隐藏的行照常读取：2。请取消隐藏并核对其内容，或删去这些行。",
        "隐藏的列照常读取：C。请取消隐藏并核对其内容，或删去这些列。",
    ]


def test_a_sheet_that_is_not_read_and_rows_without_content_are_not_named() -> None:
    book = Workbook()
    book.worksheets[0].title = "goods"
    for row in typed():
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[9].hidden = True
    other = book.create_sheet("own notes")
    other.append(["x"])
    other.sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    assert read_goods(GoodsFile(name="g.xlsx", content=stream.getvalue()), CARD).notes == ()


def test_many_hidden_rows_are_listed_as_ranges() -> None:
    def hide(sheet: Worksheet) -> None:
        for row in (2, 3, 4, *range(6, 30, 2)):
            sheet.row_dimensions[row].hidden = True

    rows: list[list[object]] = [["a", "b"], *(["x", 1] for _ in range(40))]
    (sheet,) = read_table_sheets(saved(rows, hide))
    (note,) = sheet.notes
    assert note.description.endswith(
        ": 2–4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 3 more. Show these rows and check their content, or delete them."
    )
    assert in_language(note.description, "zh").endswith(
        "：2–4、6、8、10、12、14、16、18、20、22、另有 3 处。请取消隐藏并核对其内容，或删去这些行。"
    )


def test_hidden_rows_of_a_reference_table_are_noted() -> None:
    (sheet,) = read_table_sheets(saved([["a", "b"], ["x", 1]], hide_second_row))
    problems = CellProblems()
    find_header(sheet, (Column("a", pattern="a", heading="a"), Column("b", pattern="b", heading="b")), problems)
    assert problems.notes == [
        "Sheet goods: Hidden rows are read like all others: 2. Show these rows and check their content, or delete them."
    ]
