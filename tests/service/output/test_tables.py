"""Tables as separated values, sheets and terminal columns: order, widths, wide characters, texts like formulas."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import TypeVar

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from service.output.tables import (
    Column,
    FormattedNumber,
    Table,
    print_landscape,
    separated_cells,
    table_csv,
    table_of_cells,
    workbook_of,
    write_sheet,
)
from service.output.terminal import columns
from service.output.terminal.columns import columns_text, display_width, listing_text, pad_to_width

Row = TypeVar("Row")

COLUMNS: tuple[Column[tuple[str, int]], ...] = (
    Column("=count", lambda row: row[1], 30),
    Column("name", lambda row: row[0]),
)
ROWS = (("=1+1", 3), ("-1/3", 4))


def read_back(table: Table[Row]) -> Worksheet:
    content = workbook_of({"other": table_of_cells(["a"], []), "table": table})
    sheet: Worksheet = load_workbook(BytesIO(content))["table"]
    return sheet


def test_csv_cells_that_look_like_formulas_are_escaped() -> None:
    assert table_csv(Table(COLUMNS, ROWS)) == "'=count,name\r\n3,'=1+1\r\n4,-1/3\r\n"
    assert table_csv(Table(COLUMNS, ()), line_end="\n") == "'=count,name\n"


def test_a_csv_cell_without_text_is_written_unchanged() -> None:
    assert separated_cells([True, None, Decimal("-1.50"), 2]) == ["true", None, Decimal("-1.50"), 2]
    assert table_csv(table_of_cells(["a", "b"], [[None, "x\ry"]])) == 'a,b\r\n,"x\ry"\r\n'


def test_a_sheet_stores_texts_as_texts_under_a_bold_header() -> None:
    sheet = read_back(Table(COLUMNS, ROWS))
    assert [[cell.value for cell in row] for row in sheet] == [["=count", "name"], [3, "=1+1"], [4, "-1/3"]]
    assert {cell.data_type for cell in (*sheet["B"], sheet["A1"])} == {"s"}
    assert [[cell.font.bold for cell in row] for row in sheet] == [[True, True], [False, False], [False, False]]
    assert sheet.freeze_panes == "A2"


def test_a_column_has_its_declared_width_or_the_width_of_its_heading() -> None:
    assert read_back(Table(COLUMNS, ROWS)).column_dimensions["A"].width == 30
    assert "B" not in read_back(Table(COLUMNS, ROWS)).column_dimensions
    heads = ["short", "a head that is longer than most"]
    fitted = read_back(table_of_cells(heads, [["a", None]])).column_dimensions
    assert [fitted[letter].width for letter in "AB"] == [16, len(heads[1]) + 2]


def test_a_number_format_is_applied_in_sheets_but_not_in_csv() -> None:
    table = table_of_cells(["n", "sum"], [[FormattedNumber(Decimal("1.50"), "0.00"), FormattedNumber("=A2", "0.0")]])
    number, formula = read_back(table)[2]
    assert (number.value, number.number_format) == (1.5, "0.00")
    assert (formula.value, formula.data_type, formula.number_format) == ("=A2", "f", "0.0")
    assert table_csv(table_of_cells(["n"], [[FormattedNumber(Decimal("1.50"), "0.00")]])) == "n\r\n1.50\r\n"


def test_a_table_is_written_below_existing_rows_and_printed_landscape() -> None:
    book, content = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    sheet.append(["above"])
    write_sheet(sheet, table_of_cells(["a", "b"], [["c", 1]], (10, 20)), frozen=None)
    print_landscape(sheet)
    book.save(content)
    read = load_workbook(content).worksheets[0]
    assert [[cell.value for cell in row] for row in read] == [["above", None], ["a", "b"], ["c", 1]]
    assert (read.freeze_panes, read.print_title_rows, read.page_setup.orientation) == (None, "$1:$1", "landscape")
    assert [read.column_dimensions[letter].width for letter in "AB"] == [10, 20]


def test_columns_are_aligned_despite_wide_characters() -> None:
    rows = [("评分卡", "7", ""), ("b", "12", "x"), ("[red]c[/red] :smile:", "345", "1")]
    assert columns_text(("name", "", "数"), rows, numbers_right=True).splitlines() == [
        "name                       数",
        "评分卡                  7",
        "b                      12  x",
        "[red]c[/red] :smile:  345  1",
    ]


def test_a_line_is_neither_folded_nor_cut() -> None:
    long = "long name " * 200
    assert columns_text(("a", "b"), [(long, "c")]).splitlines()[1] == f"{long}  c"
    assert columns_text(("a", "b"), []) == "a  b"


def test_a_list_page_reports_an_empty_list_and_the_next_page() -> None:
    words = {"heads": ["a"], "other_heads": ["b"], "none": "nothing", "gone": "no more", "more": "next: {token}"}
    assert listing_text(words, [("c",)]) == "a\nc"
    assert listing_text(words, [("c",)], heads="other_heads", next_page="t") == "b\nc\nnext: t"
    assert listing_text(words, []) == "nothing"
    assert listing_text(words, [], none="gone", next_page="t") == "no more\nnext: t"


def test_common_characters_have_their_terminal_width() -> None:
    """`display_width` must agree with the width tables, so that these tables need not be loaded."""
    characters = [character for character in map(chr, range(0x10000)) if columns._patterns()[0].fullmatch(character)]
    assert len(characters) > 20_000
    assert [each for each in characters if display_width(each) != cell_len(each)] == []
    assert display_width("".join(characters)) == cell_len("".join(characters))


def test_a_text_is_padded_by_its_displayed_width() -> None:
    assert display_width("碳 a") == 4
    assert pad_to_width("碳", 4) == "碳  "
    assert pad_to_width("碳", 4, right=True) == "  碳"
    assert pad_to_width("longer", 4) == "longer"
