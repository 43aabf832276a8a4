"""CBAM declaration as text: remarks and refusals in English and Chinese, and templates for goods files."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from service.cli.main import app
from tests.support.cbam_declaring import COIL, EXAMPLE, HEADER, PRECURSORS, declare, document, only_line, written
from tests.support.chinese import half_width

ACTUAL = "49,72083900,BR,2026-05-10,1000,no,actual,0"


def test_a_line_of_the_transitional_period_is_reported_and_does_not_block_others(tmp_path: Path) -> None:
    path = written(tmp_path, "1,72083900,BR,2025-12-31,1000,no,default,0", f"2,{COIL},1000,no,default,0")
    answer = document(path)
    assert [line["standing"] for line in answer["lines"]] == ["STANDING_TRANSITIONAL", "STANDING_COMPUTED"]
    assert answer["lines"][0]["place"] == "A2"
    assert [(year["year"], year["certificatesDue"]) for year in answer["years"]] == [(2026, "446.25")]
    assert "Lines of no year: 1." in declare(path).stdout


def test_a_future_import_date_is_remarked_upon(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72083900,BR,2062-05-10,1000,no,default,0"))
    assert line["remarks"] == ["its day of import is in the future"]


def test_provisions_not_evaluated_are_listed_apart_from_assessed_provisions(tmp_path: Path) -> None:
    made = document(written(tmp_path, f"1,{COIL},1000,no,default,0"))
    assert "IR (EU) 2025/2546, Article 5" in str(made["notAsked"])
    assert "IR (EU) 2025/2547, Annex II A.1(4) and (5)" in str(made["notAsked"])
    assert "IR (EU) 2025/2620" in str(made["assessed"])


def test_the_answer_reads_in_chinese(tmp_path: Path) -> None:
    path = written(tmp_path, "1,7208.39.00,BR,2026-08-10,1000,no,default,0", f"2,{COIL},1,,default,0")
    text = declare(path, "--language", "zh").stdout
    assert "价格不予顺延" in text
    assert "证书价格：参考表 cbam-certificate-price 未涵盖季度 2026-Q3" in text
    assert "请在 F3 填写因措辞、用途或地区除外（carved_out）：是或否" in text
    blank = written(tmp_path, f"1,{COIL},1000,no,,0")
    assert (
        "请在 G2 填写确定方法（determination）：缺省值（default）、实际值（actual）"
        in declare(blank, "--language", "zh").stdout
    )
    assert "- B2：“7208.39.00”读作 72083900" in text


def test_precursors_of_a_line_with_default_values_are_reported_as_unused(tmp_path: Path) -> None:
    path = written(tmp_path, f"49,{COIL},1000,no,default,0")
    parts = tmp_path / "parts.csv"
    parts.write_text("line,name,code,origin,consumed (t)\n49,pellets,26011200,AU,1450\n", encoding="utf-8")
    line = only_line(path, "--precursors", str(parts))
    assert line["certificatesDue"] == "446.25"
    assert line["remarks"] == [
        "entered, but not counted, because method of determination is default values: precursors"
    ]


def test_an_invalid_setting_is_reported_once_for_all_lines() -> None:
    answer = declare(EXAMPLE, "--precursors", str(PRECURSORS), "--set", "precursor_mark_up=perhaps")
    assert answer.exit_code == 2
    assert answer.stderr.count("precursor_mark_up") == 1


@pytest.mark.parametrize(("named", "cell"), [("a\u200bb", "B3"), ("x" * 2001, "B3")], ids=["invisible", "too long"])
def test_an_invalid_precursor_name_is_reported_by_cell_in_both_languages(tmp_path: Path, named: str, cell: str) -> None:
    parts = tmp_path / "parts.csv"
    parts.write_text(f"line,name,code,origin\n49,p,26011200,AU\n49,{named},26011200,AU\n", encoding="utf-8")
    path = written(tmp_path, ACTUAL)
    english = declare(path, "--precursors", str(parts))
    assert english.exit_code == 2
    assert english.stderr.startswith(
        f"touchstone: parts.csv: {cell}: name: The text is empty, has more than 2000 characters"
    )
    chinese = declare(path, "--precursors", str(parts), "--language", "zh")
    assert f"parts.csv：{cell}" in chinese.stderr
    assert "文字为空、超过 2000 个字符" in chinese.stderr
    assert "wanted" not in chinese.stderr


def test_an_excess_of_precursors_of_a_line_is_reported_at_their_first_row(tmp_path: Path) -> None:
    parts = tmp_path / "parts.csv"
    rows = "\n".join(f"49,p{number},26011200,AU" for number in range(10_001))
    parts.write_text(f"line,name,code,origin\n{rows}\n", encoding="utf-8")
    refused = declare(written(tmp_path, ACTUAL), "--precursors", str(parts))
    assert "parts.csv: A2: precursors: The list has 10001 records; at most 10000 are allowed." in refused.stderr


def test_the_workbook_cell_of_a_line_is_named_in_the_requested_language(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "货物"
    for row in (HEADER, f"1,{COIL},1000,,default,0"):
        sheet.append(row.split(","))
    path = tmp_path / "goods.xlsx"
    book.save(path)
    text = declare(path, "--language", "zh").stdout
    assert "工作表“货物”的 A2" in text
    assert "请在工作表“货物”的 F2 填写" in text
    assert "Sheet" not in text
    line = only_line(path, "--language", "zh")
    assert (line["place"], line["next"]["place"]) == ("工作表“货物”的 A2", "工作表“货物”的 F2")
    assert only_line(path)["next"]["place"] == "Sheet 货物, F2"


def test_labels_of_the_published_card_are_set_as_chinese_is(tmp_path: Path) -> None:
    path = written(tmp_path, "1,27160000,UA,2026-05-10,1,no,default,0")
    text = declare(path, "--language", "zh").stdout
    assert "门槛不满足：G1 非电力（本评分卡不含电力）" in text
    wrong = [line for line in text.splitlines() if line.startswith("- ") and half_width(line)]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "expected_message"), [("en", "does not exist. Create the folder"), ("zh", "不存在；请先建立")]
)
def test_a_template_for_a_missing_folder_is_refused_with_the_folder_name(
    tmp_path: Path, language: str, expected_message: str
) -> None:
    folder = tmp_path / "no"
    refused = CliRunner().invoke(app, ["cbam", "template", str(folder / "a.xlsx"), "--language", language])
    assert refused.exit_code == 2
    assert expected_message in refused.stderr
    assert str(folder) in refused.stderr.replace(str(folder / "a.xlsx"), "")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "always", "later", "by_actual"),
    [
        ("en", "always", "for imports after 2026", "with actual values"),
        ("zh", "总是", "2026 年之后的进口", "按实际值时"),
    ],
)
def test_the_template_states_when_each_column_is_needed(
    tmp_path: Path, language: str, always: str, later: str, by_actual: str
) -> None:
    path = tmp_path / "goods.xlsx"
    assert CliRunner().invoke(app, ["cbam", "template", str(path), "--language", language]).exit_code == 0
    _, *rows = load_workbook(path).worksheets[2].iter_rows(values_only=True)
    goods = [when for sheet, _, _, _, when in rows if sheet == rows[0][0]]
    assert goods == [always] * 8 + [later] + [by_actual] * (len(goods) - 9)
    year = written(tmp_path, "1,72083900,BR,2026-05-10,1000,no,default,0")
    assert only_line(year)["standing"] == "STANDING_COMPUTED"  # by the columns that are always needed alone


@pytest.mark.full
def test_the_template_is_read_back_and_names_every_column(tmp_path: Path) -> None:
    for language in ("en", "zh"):
        path = tmp_path / f"{language}.xlsx"
        made = CliRunner().invoke(app, ["cbam", "template", str(path), "--language", language])
        assert made.exit_code == 0
        sheet = load_workbook(path).worksheets[0]
        assert sheet["A1"].value == {"en": "line", "zh": "行"}[language]
        refused = declare(path, "--language", language)
        assert refused.exit_code == 2
        assert refused.stderr.count("touchstone:") == 1
    again = CliRunner().invoke(app, ["cbam", "template", str(tmp_path / "en.xlsx")])
    assert again.exit_code == 2
