"""Tables of a draft edited in a spreadsheet program: changed, invalid and unchanged cells."""

import csv
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.begun_cards import delete_remarks
from tests.support.commands import answered, touchstone

ROOT = Path(__file__).resolve().parents[4]
CARD = "card.zh.feature"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A begun card, filled in, with a fact of codes."""
    folder = tmp_path / "desk"
    answered("new", "green-office", "--language", "zh", "--out", folder)
    delete_remarks(folder / CARD)
    change(folder, "| 名称     |                         |", "| 名称     | 绿色办公                |")
    change(folder, "| guide |      |      |        |", "| guide | Guide | 0012 | 已核实 |")
    change(
        folder,
        "      | nothing   | 没有     |\n",
        "      | nothing   | 没有     |\n    并且 下列依据\n      | 编号  | 文件 | 条款               | 确信度 |\n"
        "      | codes | 代码 | 110101199003070017 | 已核实 |\n",
    )
    change(folder, "满分 | 依据  |\n        | I1   | 可再生电力 | use  | 70   | guide |",
           "满分 | 依据         |\n        | I1   | 可再生电力 | use  | 70   | guide, codes |")  # fmt: skip
    answered("draft", "format", folder)
    assert touchstone("check", folder).exit_code == 0
    return folder


def change(folder: Path, old: str, new: str) -> None:
    path = folder / CARD
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def book(desk: Path, tmp_path: Path) -> Path:
    answered("draft", "tables-out", desk, tmp_path / "tables.xlsx", "--language", "zh")
    return tmp_path / "tables.xlsx"


@contextmanager
def edited(book: Path) -> Iterator[Workbook]:
    opened = load_workbook(book)
    yield opened
    opened.save(book)


def cell(book: Workbook, text: str, column: int = 0) -> tuple[Worksheet, int, int]:
    """Return the cell some columns to the right of the first cell with a text."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for sheet_cell in row:
                if sheet_cell.value == text:
                    return sheet, sheet_cell.row, sheet_cell.column + column
    raise AssertionError(text)


def put(book: Workbook, text: str, column: int, value: object) -> str:
    sheet, row, at = cell(book, text, column)
    sheet.cell(row, at).value = value  # type: ignore[assignment]
    return f"{sheet.title}”的 {sheet.cell(row, at).coordinate}"


def test_unchanged_tables_leave_all_files_byte_identical(desk: Path, book: Path, tmp_path: Path) -> None:
    (desk / CARD).write_bytes(b"\xef\xbb\xbf" + (desk / CARD).read_bytes().replace(b"\n", b"\r\n"))
    before = contents(desk)
    assert answered("draft", "tables-back", desk, book, "--write") == "No changes. Nothing was written.\n"
    answered("draft", "tables-out", desk, tmp_path / "tables.csv")
    assert "No changes. Nothing was written." in answered(
        "draft", "tables-back", desk, tmp_path / "tables.csv", "--write"
    )
    assert contents(desk) == before


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", ["zero-carbon-factory", "cbam-goods", "green-claim-cn", "csr-three-stage"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_all_tables_of_a_published_draft_are_read_back_unchanged(card: str, ending: str, tmp_path: Path) -> None:
    folder = tmp_path / card
    shutil.copytree(ROOT / "features" / card, folder)
    file = tmp_path / f"tables.{ending}"
    answered("draft", "tables-out", folder, file)
    assert "No changes. Nothing was written." in answered("draft", "tables-back", folder, file)


@pytest.mark.full
def test_bands_weights_gates_choices_and_examples_are_edited_in_a_workbook(desk: Path, book: Path) -> None:
    with edited(book) as opened:
        put(opened, "处罚次数 不高于 1 次", 0, "处罚次数 不高于 2 次")
        put(opened, "没有", 0, "尚无")
        sheet, row, _ = cell(opened, "29.99")
        sheet.insert_rows(row + 1)
        sheet.cell(row + 1, 1).value, sheet.cell(row + 1, 2).value = 45, 40  # numbers, as people type them
    before = (desk / CARD).read_text(encoding="utf-8").split("\n")
    refused = touchstone("draft", "tables-back", desk, book, "--language", "zh", "--write")
    assert refused.exit_code == 2  # an example names the choice by its old word
    assert "“例子”的" in refused.stderr
    assert (desk / CARD).read_text(encoding="utf-8").split("\n") == before
    with edited(book) as opened:
        put(opened, "没有", 0, "尚无")
    shown = touchstone("draft", "tables-back", desk, book, "--language", "zh")
    assert shown.exit_code == 1
    assert "下列门槛 · G1 · 要求：处罚次数 不高于 1 次 → 处罚次数 不高于 2 次" in shown.stdout
    assert "管理体系 的可选值 · nothing · 名称：没有 → 尚无" in shown.stdout
    assert "例子:：新增一行 45 | 40" in shown.stdout
    answered("draft", "tables-back", desk, book, "--write")
    after = (desk / CARD).read_text(encoding="utf-8").split("\n")
    assert len(after) == len(before) + 1
    assert set(before) - set(after) == {
        "        | G1   | 处罚不多 | 处罚次数 不高于 1 次 | guide |",
        "      | nothing   | 没有     |",
        "        | 没有     | 0    |",
    }
    assert "No changes. Nothing was written." in answered("draft", "tables-back", desk, book)


def test_rows_are_deleted_and_an_omitted_table_is_unchanged(desk: Path, book: Path) -> None:
    with edited(book) as opened:
        sheet, row, _ = cell(opened, "79.99")
        sheet.delete_rows(row)
        del opened["门槛"]
    assert "row deleted 79.99 | 40" in touchstone("draft", "tables-back", desk, book).stdout
    answered("draft", "tables-back", desk, book, "--write")
    assert "处罚次数 不高于 1 次" in (desk / CARD).read_text(encoding="utf-8")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("value", "expected_message"),
    [("=1+1", "此单元格是公式"), (True, "这是逻辑值"), (1.1010119900307e17, "只保留 15 位"), ("#REF!", "显示错误")],
)
def test_a_cell_that_is_not_plain_text_is_refused(desk: Path, book: Path, value: object, expected_message: str) -> None:
    before = contents(desk)
    with edited(book) as opened:
        where = put(opened, "处罚次数 不高于 1 次", 0, value)
    refused = touchstone("draft", "tables-back", desk, book, "--write", "--language", "zh")
    assert refused.exit_code == 2
    assert f"{where}: " in refused.stderr
    assert expected_message in refused.stderr
    assert contents(desk) == before


def test_a_number_that_is_only_formatted_as_a_percentage_is_refused(desk: Path, book: Path) -> None:
    with edited(book) as opened:
        sheet, row, at = cell(opened, "60 %")
        sheet.cell(row, at).value, sheet.cell(row, at).number_format = 0.6, "0%"
    assert "只是显示为百分比" in touchstone("draft", "tables-back", desk, book, "--language", "zh").stderr


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("code", "now", "expected_message"),
    [
        ("110101199003070017", "110101199003070000", "把代码当成了数"),
        ("110101199003070017", "1.10101E+17", "缩写"),
        ("0012", "12", "把代码当成了数"),
        ("0012", 12, "把代码当成了数"),
    ],
)
def test_a_code_that_lost_zeros_or_digits_is_refused(
    desk: Path, book: Path, code: str, now: object, expected_message: str
) -> None:
    with edited(book) as opened:
        assert cell(opened, code)[0].cell(*cell(opened, code)[1:]).number_format == "@"
        where = put(opened, code, 0, now)
    refused = touchstone("draft", "tables-back", desk, book, "--language", "zh").stderr
    assert f"{where}: " in refused
    assert expected_message in refused


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("hide", ["row", "column", "sheet"])
def test_a_change_in_a_hidden_cell_is_refused(desk: Path, book: Path, hide: str) -> None:
    def hidden(opened: Workbook) -> str:
        sheet, row, column = cell(opened, "处罚不多")
        if hide == "row":
            sheet.row_dimensions[row].hidden = True
        elif hide == "column":
            sheet.column_dimensions[get_column_letter(column)].hidden = True
        else:
            sheet.sheet_state = "hidden"
        return sheet.title

    with edited(book) as opened:
        hidden(opened)
    assert "No changes. Nothing was written." in answered("draft", "tables-back", desk, book)
    with edited(book) as opened:
        where = put(opened, "处罚不多", 0, "处罚很多")
    refused = touchstone("draft", "tables-back", desk, book, "--language", "zh")
    assert refused.exit_code == 2
    assert f"{where}: 此处的改动在隐藏的行、列或工作表中" in refused.stderr


@pytest.mark.full
def test_every_wrong_cell_is_reported_with_the_message_of_the_check(desk: Path, book: Path) -> None:
    with edited(book) as opened:
        first = put(opened, "处罚次数 不高于 1 次", 0, "处罚次数 不高于 1")
        second = put(opened, "可再生电力占比", 2, "吨 ")
    result = touchstone("draft", "tables-back", desk, book, "--write", "--language", "zh")
    assert result.exit_code == 2
    for where in (first, second):
        assert f"{where}: RL" in result.stderr


def test_a_wrong_sum_of_points_is_reported_at_the_sentence(desk: Path, book: Path) -> None:
    with edited(book) as opened:
        put(opened, "I1", 3, "69")
        sheet, row, at = cell(opened, "下列指标, 满分合计 100 分")
    output = touchstone("draft", "tables-back", desk, book, "--language", "zh").stderr
    assert (
        f"{sheet.title}”的 {sheet.cell(row, at).coordinate}: RL040：本表指标合计 99 分，表上的句子写明 100 分" in output
    )


@pytest.mark.full
def test_a_formula_with_3000_parentheses_is_refused_at_its_cell(desk: Path, book: Path) -> None:
    rows = "      | 为 | 情形 |\n      | 可再生电力占比 / 2 | 处罚次数 为 0 次 |\n      | 0 % | |\n"
    change(desk, "    并且 本基准案例", f"    并且 量 减半 (half), 以 % 计, 依据 guide\n{rows}    并且 本基准案例")
    book.unlink()
    answered("draft", "tables-out", desk, book, "--language", "zh")
    with edited(book) as opened:
        where = put(opened, "可再生电力占比 / 2", 0, "(" * 3000 + "可再生电力占比" + ")" * 3000)
    result = touchstone("draft", "tables-back", desk, book, "--language", "zh")
    assert result.exit_code == 2
    assert f"{where}: RL010" in result.stderr


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_in_the_encodings_and_separators_of_spreadsheet_programs(
    desk: Path, tmp_path: Path, encoding: str, separator: str
) -> None:
    file = tmp_path / "tables.csv"
    answered("draft", "tables-out", desk, file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
    again = io.StringIO(newline="")
    csv.writer(again, delimiter=separator).writerows(
        [["很多" if one == "处罚不多" else one for one in row] for row in rows]
    )
    file.write_bytes(again.getvalue().encode(encoding))
    shown = touchstone("draft", "tables-back", desk, file)
    assert shown.exit_code == 1, shown.output
    assert shown.stdout.count("→") == 1
    assert "处罚不多 → 很多" in shown.stdout


def test_csv_never_contains_a_formula(desk: Path, tmp_path: Path) -> None:
    change(desk, "绿色办公  ", '=HYPERLINK("x")')
    refused = touchstone("draft", "tables-out", desk, tmp_path / "tables.csv")
    assert refused.exit_code == 2
    assert not (tmp_path / "tables.csv").exists()
    answered("draft", "tables-out", desk, tmp_path / "tables.xlsx")
    opened = load_workbook(tmp_path / "tables.xlsx")
    assert cell(opened, '=HYPERLINK("x")')[0].cell(*cell(opened, '=HYPERLINK("x")')[1:]).data_type == "s"


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_001)


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("make", [_fifo, _huge, _folder])
@pytest.mark.parametrize("name", ["odd.xlsx", "odd.csv"])
def test_a_path_that_is_not_a_table_file_is_refused_at_once(
    desk: Path, tmp_path: Path, make: Callable[[Path], None], name: str
) -> None:
    make(tmp_path / name)
    assert touchstone("draft", "tables-back", desk, tmp_path / name).exit_code == 2
    assert touchstone("draft", "tables-out", desk, tmp_path / name).exit_code == 2


def test_a_draft_folder_may_be_a_link_but_its_files_may_not_be_pipes_or_outside_links(desk: Path, book: Path) -> None:
    link = desk.parent / "link"
    link.symlink_to(desk, target_is_directory=True)
    assert "No changes. Nothing was written." in answered("draft", "tables-back", link, book)
    os.mkfifo(desk / "more.zh.feature")
    assert touchstone("draft", "tables-back", desk, book).exit_code == 2
    (desk / "more.zh.feature").unlink()
    (desk / "more.zh.feature").symlink_to("/etc/passwd")
    assert touchstone("draft", "tables-out", desk, desk.parent / "o.xlsx").exit_code == 2


@pytest.mark.full
def test_blocks_that_are_no_tables_of_the_draft_are_named(desk: Path, book: Path, tmp_path: Path) -> None:
    with edited(book) as opened:
        put(opened, "下列门槛", -1, f"■ {CARD} 99")
        sheet, row, _ = cell(opened, "下列门槛")
        for column, text in enumerate((f"■ {CARD} 1", "本评分卡"), 1):
            sheet.cell(row + 4, column).value = text
        sheet.cell(row + 1, 9).value = "x"
    output = touchstone("draft", "tables-back", desk, book).stderr
    assert "already at" in output
    assert "has no heading" in output
    empty = tmp_path / "empty.csv"
    empty.write_text("a,b\n1,2\n")
    assert "has no table of a draft" in touchstone("draft", "tables-back", desk, empty).stderr
    change(desk, "    并且 下列依据\n", "    并且 城市 称为 城\n    并且 下列依据\n      | 编号 |\n    并且 下列依据\n")
    book.unlink()
    answered("draft", "tables-out", desk, book)
    change(desk, "    并且 下列依据\n      | 编号 |\n", "")
    assert "The draft has changed since" in touchstone("draft", "tables-back", desk, book).stderr


def test_a_cell_outside_a_table_is_reported(desk: Path, book: Path) -> None:
    with edited(book) as opened:
        sheet, row, _ = cell(opened, "G1")
        sheet.cell(row, 9).value = "why?"
    output = touchstone("draft", "tables-back", desk, book, "--language", "zh").stderr
    assert "“why?”在表格之外，表格的最后一列是“依据”" in output


def test_a_deleted_or_renamed_sheet_is_reported_with_the_effect_on_its_tables(desk: Path, book: Path) -> None:
    with edited(book) as opened:
        del opened["门槛"]
        opened["分值"].title = "我的分值"
    output = answered("draft", "tables-back", desk, book, "--language", "zh")
    assert "工作表“门槛”没有带回，其中各表保持不变：下列门槛。" in output
    assert (
        "工作表“分值”的下列各表现位于工作表“我的分值”，仍按带 ■ 的行读取：下列分组、下列指标, 满分合计 100 分。"
        in output
    )
    assert "没有差别" in output
    with edited(book) as opened:
        put(opened, "I1", 1, "绿电")
    output = touchstone("draft", "tables-back", desk, book, "--write").stdout
    assert "The sheet 'Gates' is missing, and its tables stay unchanged: 下列门槛." in output
    assert "绿电" in (desk / CARD).read_text(encoding="utf-8")


def test_a_table_deleted_with_its_marker_row_is_reported(desk: Path, book: Path, tmp_path: Path) -> None:
    with edited(book) as opened:
        sheet, row, _ = cell(opened, "等级的名称")
        sheet.delete_rows(row, 4)
    output = answered("draft", "tables-back", desk, book)
    assert "The table '等级的名称' of the sheet 'Words of choices' is missing and stays unchanged." in output
    answered("draft", "tables-out", desk, tmp_path / "tables.csv")
    rows = (tmp_path / "tables.csv").read_text(encoding="utf-8-sig").split("\n")
    first = next(at for at, text in enumerate(rows) if text.endswith("下列门槛"))
    del rows[first : first + 3]
    (tmp_path / "tables.csv").write_text("\n".join(rows), encoding="utf-8-sig")
    assert "The table '下列门槛'" in answered("draft", "tables-back", desk, tmp_path / "tables.csv")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("sentence", "column", "now", "expected_message"),
    [
        ("下列指标, 满分合计 100 分", 0, "下列指标, 满分合计 120 分", "此处程序写的是“下列指标, 满分合计 100 分”"),
        ("下列门槛", -1, "■ card.zh.feature 3", "请改回“■ card.zh.feature"),
        ("下列门槛", -1, "■ cart.zh.feature 6", "草案没有文件“cart.zh.feature”；现有：card.zh.feature"),
        ("等级的名称", -1, "■ 名称", "本行由程序写出，须保持原样，现含有“■ 名称”"),
        ("等级的名称", -1, "card.zh.feature 12", "本行由程序写出，须保持原样，现含有“card.zh.feature 12”"),
        ("下列门槛", -1, None, "此表头之上缺少程序写出的一行：“■ card.zh.feature"),
    ],
)
def test_an_edited_row_of_the_program_gets_a_specific_message(
    desk: Path, book: Path, sentence: str, column: int, now: str | None, expected_message: str
) -> None:
    with edited(book) as opened:
        put(opened, sentence, column, now)
    result = touchstone("draft", "tables-back", desk, book, "--language", "zh")
    assert result.exit_code == 2
    assert expected_message in result.stderr


def test_a_heading_without_its_marker_row_is_not_part_of_the_previous_table(desk: Path, book: Path) -> None:
    with edited(book) as opened:
        sheet, row, _ = cell(opened, "等级的名称")
        sheet.delete_rows(row)
    output = touchstone("draft", "tables-back", desk, book).stderr
    assert "The row that the program wrote above this heading is missing: '■ card.zh.feature" in output
    assert "'等级的名称'" in output
