"""A card is made in a spreadsheet program: new sentences by their shapes, new tables and new examples come back."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.begun_cards import delete_remarks
from tests.support.commands import answered, touchstone


@dataclass(frozen=True)
class Words:
    """Cells that an analyst fills in, in one language."""

    language: str
    title: tuple[str, str]
    basis: tuple[str, str, str]
    sheets: tuple[str, str, str]
    facts: tuple[str, str, Sequence[str]]
    case: tuple[str, str, Sequence[str]]
    sections: tuple[str, Sequence[tuple[str, int, str]], Sequence[str]]
    bands: str
    outline: str
    sentences: Sequence[Sequence[str]]
    examples: Sequence[Sequence[str]]


ENGLISH = Words(
    "en",
    ("Card and bases", "title"),
    ("Card and bases", "guide", "confirmed"),
    ("New sentences", "New examples", "Patterns"),
    ("Facts and case", "system", ("water", "water per head", "number", "m3", "", "0", "")),
    ("Facts and case", "management system", ("water per head", "20 m3")),
    ("Weights", (("use", 2, "50"), ("I1", 3, "50")), ("save", "Save", "20")),
    "Bands and points",
    "Examples",
    (
        ("card.en.feature", "the scorecard applies when ①", "number of fines is at most 9 times"),
        ("card.en.feature · Points", "indicator ① scores ② in ③ as", "I3", "water per head", "m3"),
        ("at least", "below", "points"),
        ("", "30", "20"),
        ("30", "", "0"),
        ("card.en.feature · Findings", "these findings"),
        ("code", "when", "severity", "basis"),
        ("F1", "number of fines is 1 time", "minor", "guide"),
    ),
    (
        ("card.en.feature · Points", "little", "water per head is 29.99 m3", "2030-01-01", "indicator I3 scores 20"),
        ("card.en.feature · Points", "much water", "water per head is 30 m3", "2030-01-01", "indicator I3 scores 0"),
        ("card.en.feature · Findings", "one fine is noted", "number of fines is 1 time", "2030-01-01",
         "a minor nonconformity F1 is raised"),
        ("", "", "water per head is 30 m3", "", "indicator I3 scores 0"),
        ("card.en.feature · Findings", "ten fines", "number of fines is 10 times", "evaluated as of 2030-01-01",
         "the conclusion is not applicable"),
        ("card.en.feature · Findings", "no", "number of fines is 0 times", "2030-01-01", "no finding F1 is raised"),
    ),
)  # fmt: skip
CHINESE = Words(
    "zh",
    ("评分卡与依据", "名称"),
    ("评分卡与依据", "guide", "已核实"),
    ("新语句", "新例子", "样式"),
    ("事实与基准案例", "system", ("water", "人均用水", "数值", "m3", "", "0", "")),
    ("事实与基准案例", "管理体系", ("人均用水", "20 m3")),
    ("分值", (("use", 2, "50"), ("I1", 3, "50")), ("save", "节约", "20")),
    "计分",
    "例子",
    (
        ("card.zh.feature", "本评分卡适用于 ①", "处罚次数 不高于 9 次"),
        ("card.zh.feature · 计分", "指标 ① 按 ② (③) 计分", "I3", "人均用水", "m3"),
        ("不低于", "低于", "得分"),
        ("", "30", "20"),
        ("30", "", "0"),
        ("card.zh.feature · 不符合项", "下列不符合项"),
        ("代码", "情形", "程度", "依据"),
        ("F1", "处罚次数 为 1 次", "一般", "guide"),
    ),
    (
        ("card.zh.feature · 计分", "用水少", "人均用水 为 29.99 m3", "2030-01-01", "指标 I3 得 20 分"),
        ("card.zh.feature · 计分", "用水多", "人均用水 为 30 m3", "2030-01-01", "指标 I3 得 0 分"),
        ("card.zh.feature · 不符合项", "一次处罚记一笔", "处罚次数 为 1 次", "2030-01-01", "开具一般不符合项 F1"),
        ("", "", "人均用水 为 30 m3", "", "指标 I3 得 0 分"),
        ("card.zh.feature · 不符合项", "十次处罚不适用", "处罚次数 为 10 次", "按 2030-01-01 评定", "结论为 不适用"),
        ("card.zh.feature · 不符合项", "没有处罚", "处罚次数 为 0 次", "2030-01-01", "不开具 F1"),
    ),
)


def find(sheet: Worksheet, text: str) -> int:
    return rows_of(sheet, text)[0]


def rows_of(sheet: Worksheet, text: str) -> list[int]:
    return [number for number, row in enumerate(sheet.iter_rows(values_only=True), 1) if text in row]


def below(sheet: Worksheet, text: str, last: bool, cells: Sequence[str]) -> None:
    """Insert a row below the first or last row that contains a text."""
    at = rows_of(sheet, text)[-1 if last else 0] + 1
    sheet.insert_rows(at)
    for column, value in enumerate(cells, 1):
        sheet.cell(at, column).value = value or None


def put_rows(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    for at, row in enumerate(rows, 3):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value or None


def fill(book: Workbook, words: Words) -> None:
    """Fill in a begun card, add a fact, an indicator worth 20 points, an exclusion, a finding, and their examples."""
    sheet = book[words.title[0]]
    sheet.cell(find(sheet, words.title[1]), 2).value = "A card"
    row = find(sheet, words.basis[1])
    for column, value in enumerate(("Guide", "1", words.basis[2]), 2):
        sheet.cell(row, column).value = value
    below(book[words.facts[0]], words.facts[1], False, words.facts[2])
    below(book[words.case[0]], words.case[1], True, words.case[2])
    sheet = book[words.sections[0]]
    for text, column, value in words.sections[1]:
        sheet.cell(find(sheet, text), column + 1).value = value
    below(sheet, "care", False, words.sections[2])
    below(sheet, "I2", False, ("I3", "Water", "save", "20", "guide"))
    sheet = book[words.outline]
    sheet.cell(find(sheet, "70"), 2).value = "50"
    sheet = book[words.bands]
    sheet.cell(find(sheet, "70"), 3).value = "50"
    put_rows(book[words.sheets[0]], words.sentences)
    put_rows(book[words.sheets[1]], words.examples)


def begun(tmp_path: Path, words: Words, change: Callable[[Workbook], None]) -> tuple[Path, Path]:
    desk, book = tmp_path / "desk", tmp_path / "tables.xlsx"
    answered("new", "green-office", "--language", words.language, "--out", desk)
    answered("draft", "tables-out", desk, book, "--language", words.language)
    opened = load_workbook(book)
    change(opened)
    opened.save(book)
    return desk, book


@pytest.mark.full
@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_a_card_is_created_from_an_empty_folder(tmp_path: Path, words: Words) -> None:
    desk, book = begun(tmp_path, words, lambda opened: fill(opened, words))
    result = touchstone("draft", "tables-back", desk, book, "--language", words.language, "--write")
    assert result.exit_code == 0, result.output
    assert words.examples[0][1] in result.stdout
    path = desk / f"card.{words.language}.feature"
    delete_remarks(path)
    checked = touchstone("check", desk, "--language", words.language)
    assert checked.exit_code == 0, checked.stdout
    assert "18" in checked.stdout.splitlines()[-2]
    text = path.read_bytes()
    answered("draft", "format", desk)
    assert path.read_bytes() == text
    again = touchstone("draft", "tables-back", desk, book, "--language", words.language, "--write")
    assert again.exit_code == 2
    assert path.read_bytes() == text
    book.unlink()
    answered("draft", "tables-out", desk, book, "--language", words.language)
    lists = load_workbook(book)[words.sheets[2]]
    assert words.examples[-1][0] in [cell.value for cell in lists["A"]]
    assert len(answered("draft", "tables-back", desk, book).splitlines()) == 1


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_drop_down_lists_offer_locations_patterns_changes_and_results(tmp_path: Path, words: Words) -> None:
    _, book = begun(tmp_path, words, lambda _: None)
    opened = load_workbook(book)
    offered = {
        (sheet, str(one.sqref)): [
            cell.value
            for row in opened[words.sheets[2]][str(one.formula1).rpartition("!")[2].replace("$", "")]
            for cell in row
        ]
        for sheet in words.sheets[:2]
        for one in opened[sheet].data_validations.dataValidation
    }
    assert {words.sentences[0][0], words.sentences[1][0]} <= set(offered[words.sheets[0], "A3:A300"])
    assert words.sentences[0][0] not in offered[words.sheets[1], "A3:A300"]  # an example belongs to a rule
    assert words.sentences[1][0] in offered[words.sheets[1], "A3:A300"]
    assert {row[1] for row in words.sentences if row[0].startswith("card.")} <= set(offered[words.sheets[0], "B3:B300"])
    assert {"the grade is …", "等级为 …"} & set(offered[words.sheets[1], "E3:E300"])
    assert {"evidence for … is missing", "缺少 … 的证据"} & set(offered[words.sheets[1], "C3:C300"])
    row = next(row for row in opened[words.sheets[2]].iter_rows(values_only=True) if words.sentences[5][1] in row)
    assert set(words.sentences[6]) <= set(row)


SENTENCE = ("card.en.feature", "the scorecard applies when ①", "number of fines is at most 9 times")
EXAMPLE = ("card.en.feature · Gates", "no fine", "number of fines is 0 times", "2030-01-01", "gate G1 is met")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("sheet", "rows", "where", "expected_message"),
    [
        ("New sentences", [("", *SENTENCE[1:])], "A3", "The first cell does not name a file of the draft"),
        ("New sentences", [("Gates", *SENTENCE[1:])], "A3", "The files are card.en.feature"),
        ("New sentences", [("cart.en.feature", *SENTENCE[1:])], "A3", "The draft has no file 'cart.en.feature'"),
        ("New sentences", [(SENTENCE[0], "", "x")], "B3", "The row has no sentence"),
        ("New sentences", [SENTENCE[:2]], "C3", "Part ① is blank"),
        ("New sentences", [(*SENTENCE, "y")], "D3", "'y' is in a column that this sentence pattern or example does"),
        ("New sentences", [(*SENTENCE[:2], "number of fine is at most 9 times")], "C3", "RL011"),
        ("New sentences", [(SENTENCE[0], "these gatess")], "B3", "RL030"),
        ("New sentences", [SENTENCE, ("", *SENTENCE[1:])], "A4", "The first cell does not name a file of the draft"),
        ("New sentences", [SENTENCE, ("a", "b"), ("1", "2")], "A4", "RL020"),
        ("New sentences", [("card.en.feature · Gates", "these findings")], "B3", "RL020"),
        ("New sentences", [("card.en.feature · Gates", "these gates"), ("id", "gate"), ("1", "2", "3")], "C5",
         "'3' is outside the table; the last column of the table is 'gate'"),
        ("New sentences", [("card.en.feature · Gates", "these gates"), ("id", "gate", "requires", "basis"),
                           ("G2", "No fine", "number of fines is 0", "guide")], "C5", "RL012"),
        ("New sentences", [("card.en.feature · Points", "indicator ① scores ② in ③ as", "I1", "fines", "times"),
                           ("at least", "points"), ("0", "70")], "C3", "RL014"),
        ("New sentences", [("card.en.feature", "[for each ① ]the quantity ②[, in ③][, on basis ④]", "", "twice", "%",
                            "gide"), ("is",), ("share * 2",)], "F3", "RL"),
        ("New examples", [("", *EXAMPLE[1:])], "A3", "The first cell does not name a file of the draft"),
        ("New examples", [(EXAMPLE[0], "", *EXAMPLE[2:])], "B3", "The example has no title"),
        ("New examples", [(*EXAMPLE[:3], "", EXAMPLE[4])], "D3", "The example has no evaluation date"),
        ("New examples", [EXAMPLE[:4]], "E3", "The example has no expected result"),
        ("New examples", [EXAMPLE, ("", "", "", "2030-01-02", "gate G1 is met")], "D4", "has two evaluation dates"),
        ("New examples", [EXAMPLE, ("", "more", "", "", "gate G1 is met")], "B4", "Only the first row of an example"),
        ("New examples", [(*EXAMPLE, "", "z")], "G3", "'z' is in a column that this sentence pattern or example does"),
        ("New examples", [(*EXAMPLE[:2], "number of fines is 0", *EXAMPLE[3:])], "C3", "RL012"),
        ("New examples", [(*EXAMPLE[:4], "gate G9 is met")], "E3", "RL011"),
        ("New examples", [(*EXAMPLE[:3], "2030-02-30", EXAMPLE[4])], "D3", "RL"),
        ("New examples", [(EXAMPLE[0], "one fine is allowed", *EXAMPLE[2:])], "B3", "already in card.en"),
    ],
)  # fmt: skip
def test_errors_in_new_rows_are_reported_with_their_cell(
    tmp_path: Path, sheet: str, rows: Sequence[Sequence[str]], where: str, expected_message: str
) -> None:
    desk, book = begun(tmp_path, ENGLISH, lambda opened: put_rows(opened[sheet], rows))
    before = (desk / "card.en.feature").read_bytes()
    result = touchstone("draft", "tables-back", desk, book, "--write")
    assert result.exit_code == 2, result.output
    assert f"Sheet {sheet}, {where}: " in result.stderr
    assert expected_message in result.stderr
    assert (desk / "card.en.feature").read_bytes() == before


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("sheet", "rows", "where", "expected_message"),
    [
        ("New sentences", [(*SENTENCE[:2], "number of fines is 0 times\nRule: x")], "C3", "has a line break"),
        ("New examples", [(*EXAMPLE[:4], "gate G1 is met\ngate G1 is met")], "E3", "has a line break"),
        (
            "New examples",
            [EXAMPLE, (*EXAMPLE[:2], "number of fines is 1 time", *EXAMPLE[3:])],
            "B4",
            "New examples, B3",
        ),
        ("New sentences", [SENTENCE, SENTENCE], "B4", "already at Sheet New sentences, B3"),
    ],
)
def test_a_line_break_or_a_duplicate_in_new_rows_is_refused(
    tmp_path: Path, sheet: str, rows: Sequence[Sequence[str]], where: str, expected_message: str
) -> None:
    desk, book = begun(tmp_path, ENGLISH, lambda opened: put_rows(opened[sheet], rows))
    output = touchstone("draft", "tables-back", desk, book).stderr
    assert f"Sheet {sheet}, {where}: " in output
    assert expected_message in output


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("mark", "expected_message"),
    [
        ("■ +sentence", "The program wrote this row and needs it unchanged, but it contains '■ +sentence'"),
        (None, "The row that the program wrote above this heading is missing: '■ +sentences'"),
    ],
)
def test_an_edited_marker_above_new_rows_is_refused(tmp_path: Path, mark: str | None, expected_message: str) -> None:
    def change(opened: Workbook) -> None:
        put_rows(opened["New sentences"], [SENTENCE])
        opened["New sentences"].cell(1, 1).value = mark

    desk, book = begun(tmp_path, ENGLISH, change)
    result = touchstone("draft", "tables-back", desk, book)
    assert result.exit_code == 2
    assert expected_message in result.stderr


def test_a_single_sheet_without_its_heading_is_read(tmp_path: Path) -> None:
    def change(opened: Workbook) -> None:
        opened["New sentences"].delete_rows(2)
        for column, value in enumerate(SENTENCE, 1):
            opened["New sentences"].cell(2, column).value = value
        for sheet in opened.worksheets:
            if sheet.title != "New sentences":
                del opened[sheet.title]

    desk, book = begun(tmp_path, ENGLISH, change)
    output = answered("draft", "tables-back", desk, book, "--write")
    assert "new sentence: the scorecard applies when number of fines is at most 9 times" in output
    assert "The sheet 'Gates' is missing" in output


def test_patterns_are_in_the_language_of_the_files_not_of_the_workbook(tmp_path: Path) -> None:
    desk, book = begun(tmp_path, CHINESE, lambda _: None)
    book.unlink()
    answered("draft", "tables-out", desk, book, "--language", "en")
    lists = load_workbook(book)["Patterns"]
    assert "本评分卡适用于 ①" in [cell.value for cell in lists["B"]]
    assert "等级为 …" in [cell.value for cell in lists["D"]]


def test_a_pattern_in_one_language_may_be_used_in_a_file_of_the_other_language(tmp_path: Path) -> None:
    row = ("card.en.feature", "本评分卡适用于 ①", "number of fines is at most 9 times")
    desk, book = begun(tmp_path, ENGLISH, lambda opened: put_rows(opened["New sentences"], [row]))
    result = touchstone("draft", "tables-back", desk, book)
    assert (result.exit_code, result.stderr) == (1, "")
    assert (
        "card.en.feature: new sentence: the scorecard applies when number of fines is at most 9 times" in result.stdout
    )


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("rule", ["", "Gates", "Late"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_existing_lines_are_unchanged_and_new_lines_have_the_same_line_ends(
    tmp_path: Path, rule: str, ends: str
) -> None:
    place = f"card.en.feature · {rule}" if rule else "card.en.feature"
    rows = [(place, SENTENCE[1], SENTENCE[2])]
    desk, book = begun(tmp_path, ENGLISH, lambda opened: put_rows(opened["New sentences"], rows))
    path = desk / "card.en.feature"
    path.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))
    before = path.read_bytes().decode().split("\n")
    answered("draft", "tables-back", desk, book, "--write")
    after = path.read_bytes().decode().split("\n")
    at = next(number for number, (old, new) in enumerate(zip([*before, None], after, strict=False)) if old != new)
    count = len(after) - len(before)
    assert after[:at] + after[at + count :] == before
    assert count == (4 if rule == "Late" else 1)
    assert all(line.endswith("\r") == (ends == "\r\n") for line in after[at : at + count])
    again = touchstone("draft", "tables-back", desk, book, "--write")
    assert again.exit_code == 2
    assert "Sheet New sentences, B3: The same content is already in card.en.feature" in again.stderr


def test_new_rows_are_read_from_csv(tmp_path: Path) -> None:
    desk, file = tmp_path / "desk", tmp_path / "tables.csv"
    answered("new", "green-office", "--out", desk)
    answered("draft", "tables-out", desk, file)
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
    for mark, new in (("■ +sentences", SENTENCE), ("■ +examples", EXAMPLE)):
        rows.insert(next(at for at, row in enumerate(rows) if row and row[0] == mark) + 2, list(new))
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    file.write_text(text.getvalue(), encoding="utf-8")
    output = answered("draft", "tables-back", desk, file, "--write")
    assert "new sentence: the scorecard applies when" in output
    assert "card.en.feature · Gates: new example: no fine" in output


def test_a_hidden_new_row_and_a_shortened_number_are_refused(tmp_path: Path) -> None:
    def change(opened: Workbook) -> None:
        put_rows(opened["New sentences"], [SENTENCE])
        opened["New sentences"].row_dimensions[3].hidden = True
        put_rows(opened["New examples"], [(*EXAMPLE[:2], "1.1E+17", *EXAMPLE[3:])])

    desk, book = begun(tmp_path, ENGLISH, change)
    output = touchstone("draft", "tables-back", desk, book).stderr
    assert "Sheet New sentences, A3: This change is in a hidden row, column or sheet" in output
    assert "Sheet New examples, C3: '1.1E+17' is a number" in output
