"""The `draft weights` command: from expert judgements, hidden rows included, to points in a draft."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from rules.language.compiler import compile_folder
from service.gazette.publication import write_version
from service.schemes.rating.weights.drafts import read_table
from tests.support.commands import touchstone

ROOT = Path(__file__).resolve().parents[4]
JUDGEMENTS = ROOT / "features" / "csr-three-stage" / "judgements"
CARD = ROOT / "tests" / "language" / "weighed_card"
FACTORY = ROOT / "features" / "zero-carbon-factory"
STRICT_ORDER = "item,I1,I2,I3\nI1,0.5,1,1\nI2,0,0.5,1\nI3,0,0,0.5\n"
CIRCLE = "item,A,B,C\nA,0.5,1,0\nB,0,0.5,1\nC,1,0,0.5\n"


@pytest.fixture
def card(tmp_path: Path) -> Path:
    folder = tmp_path / "card"
    shutil.copytree(CARD, folder)
    return folder


@pytest.fixture
def judgements(tmp_path: Path) -> Path:
    path = tmp_path / "panel.csv"
    path.write_text(STRICT_ORDER, encoding="utf-8")
    return path


def test_the_calculation_of_the_weights_is_shown() -> None:
    shown = touchstone("draft", "weights", JUDGEMENTS / "reconstruction.csv", "--blocks", JUDGEMENTS / "stages.csv")
    assert shown.exit_code == 0, shown.stderr
    assert "Precedence chart of 16 items, with diagonal; experts: reconstruction" in shown.stdout
    (row,) = [line.split() for line in shown.stdout.splitlines() if line.startswith("C1 ")]
    assert row[-9:] == ["information", "E", "5.5", "5.5", "/", "128", "4.297", "176/41", "4.2927"]
    assert "E: 16 points; row totals 20.5, 16.016 % of all; sum 16 (right)" in shown.stdout
    assert "row totals 128 = 16² / 2 (right)" in shown.stdout
    assert "all points 100\n" in shown.stdout


def test_the_calculation_is_shown_in_chinese() -> None:
    shown = touchstone(
        "draft", "weights", JUDGEMENTS / "reconstruction.csv", "--blocks", JUDGEMENTS / "stages.csv",
        "--variant", "without-diagonal", "--integers", "--language", "zh",
    )  # fmt: skip
    assert shown.exit_code == 0, shown.stderr
    assert "16 项优序图，不含对角线；专家：reconstruction" in shown.stdout
    assert "行合计之和 120 = 16 × 15 / 2（相符）" in shown.stdout
    assert "L：满分 36；行合计之和 44，占 36.667 %；合计 36（相符）" in shown.stdout
    assert "警告：C5：权重为 0，因为它不优于任何一项；含对角线的算法使每一项都有权重" in shown.stdout


def test_programs_read_every_number_exactly() -> None:
    shown = touchstone(
        "draft", "weights", JUDGEMENTS / "reconstruction.csv", "--blocks", JUDGEMENTS / "stages.csv", "--format", "json"
    )
    plain = json.loads(shown.stdout)
    assert plain["items"][0] == {
        "item": "C1", "label": "Environmental management and information", "block": "E", "rowTotal": "5.5",
        "weight": "0.04296875", "percent": "4.297", "exactPoints": "176/41", "points": "176/41",
    }  # fmt: skip
    assert plain["chart"]["sum"] == "128"
    assert [block["sum"] for block in plain["blocks"]] == ["16", "36", "48"]
    assert (plain["total"], plain["warnings"]) == ("100", [])


def test_spreadsheets_read_the_table(tmp_path: Path) -> None:
    out = tmp_path / "weights.csv"
    shown = touchstone("draft", "weights", JUDGEMENTS / "reconstruction.csv", "--format", "csv", "--out", out)
    assert (shown.exit_code, shown.stdout) == (0, "")
    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert rows[0] == ["item", "label", "row total", "weight", "weight %", "points, exact", "points"]
    assert rows[1][-2:] == ["4.296875", "4.2969"]
    assert len(rows) == 17


def test_a_formula_like_item_stays_text_in_csv(tmp_path: Path) -> None:
    judgements = tmp_path / "li.csv"
    judgements.write_text("item,=A,B\n=A,0.5,1\nB,0,0.5\n", encoding="utf-8")
    shown = touchstone("draft", "weights", judgements, "--format", "csv")
    assert shown.stdout.splitlines()[1].startswith("'=A,")


def test_blocks_only_add_up_when_the_whole_is_scaled() -> None:
    shown = touchstone(
        "draft", "weights", JUDGEMENTS / "reconstruction.csv", "--blocks", JUDGEMENTS / "stages.csv", "--scale", "total"
    )
    assert "points = 100 × row total / 128" in shown.stdout
    assert "E: 16 points in the table of blocks; row totals 20.5, 16.016 % of all; sum 16.015625\n" in shown.stdout


def test_warnings_are_printed_to_standard_error_and_included_in_json(tmp_path: Path) -> None:
    path = tmp_path / "panel.csv"
    path.write_text(CIRCLE, encoding="utf-8")
    shown = touchstone("draft", "weights", path, "--format", "csv")
    assert shown.stdout.count("\n") == 4
    assert "A over B, B over C, but C over A" in shown.stderr
    plain = json.loads(touchstone("draft", "weights", path, "--format", "json").stdout)
    assert [one["code"] for one in plain["warnings"]] == ["CYCLE"]


def test_several_experts_are_averaged(tmp_path: Path) -> None:
    first, two = tmp_path / "li.csv", tmp_path / "wang.csv"
    first.write_text("item,A,B\nA,0.5,1\nB,0,0.5\n", encoding="utf-8")
    two.write_text("item,A,B\nA,0.5,0.5\nB,0.5,0.5\n", encoding="utf-8")
    shown = touchstone("draft", "weights", first, two, "--total", "8")
    assert "experts: li, wang" in shown.stdout
    assert "The matrices of 2 experts are averaged first" in shown.stdout
    assert "all points 8" in shown.stdout
    plain = json.loads(touchstone("draft", "weights", first, two, "--format", "json").stdout)
    assert plain["chart"]["mean"] == [["0.5", "0.75"], ["0.25", "0.5"]]
    assert [item["points"] for item in plain["items"]] == ["62.5", "37.5"]


def test_a_circle_is_warned_of_and_refused_with_strict(tmp_path: Path) -> None:
    path = tmp_path / "panel.csv"
    path.write_text(CIRCLE, encoding="utf-8")
    message = "The judgements form a circle: A over B, B over C, but C over A. Check one of the three."
    warned = touchstone("draft", "weights", path)
    assert warned.exit_code == 0
    assert f"warning: {path}: {message}" in warned.stdout
    refused = touchstone("draft", "weights", path, "--strict")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert message in refused.stderr


def test_every_invalid_judgement_is_reported_with_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "panel.csv"
    path.write_text("item,A,B\nA,0.5,2\nB,0,0.4\n", encoding="utf-8")
    refused = touchstone("draft", "weights", path)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.splitlines() == [
        f"touchstone: {path} line 2, column 3: A against B is '2'. Write 1 if A is more important, 0.5 if both are "
        "equally important, 0 if A is less important.",
        f"touchstone: {path} line 3, column 3: B against itself is '0.4'. An item is as important as "
        "itself, so write 0.5.",
    ]
    answered = touchstone("draft", "weights", path, "--format", "json", "--language", "zh")
    status = json.loads(answered.stdout)
    fields = [one["field"] for detail in status["details"] for one in detail.get("fieldViolations", ())]
    assert fields == [f"{path} 第 2 行第 3 列", f"{path} 第 3 行第 3 列"]


def test_weights_go_into_the_files_of_both_languages(card: Path, judgements: Path) -> None:
    before = {path.name: path.read_bytes() for path in card.iterdir()}
    written = touchstone("draft", "weights", judgements, "--scale", "total", "--write", card)
    assert "-        | I1 | Renewables | use     | 176/41 | guide |" in written.stdout
    assert "+        | I1 | Renewables | use     | 260/9  | guide |" in written.stdout
    assert "+        | I1   | 可再生 | use  | 260/9 | guide |" in written.stdout
    assert "2 files written" in written.stdout
    assert written.exit_code == 1, "the line of I2 states points"
    assert "RL044" in written.stdout
    assert {path.name for path in card.iterdir()} == set(before)
    text = (card / "card.en.feature").read_text(encoding="utf-8")
    assert "worth 260/9 points" in text
    assert "| use     | Use    | 260/9  |" in text


def test_a_card_with_equal_weights_is_left_unchanged(card: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in card.iterdir()}
    table = tmp_path / "points.csv"
    table.write_text("item,points\nI1,176/41\nI2,480/41\nI3,36\n", encoding="utf-8")
    again = touchstone("draft", "weights", "--points", table, "--write", card)
    assert again.exit_code == 0, again.stderr
    assert "No file was written." in again.stdout
    assert {path.name: path.read_bytes() for path in card.iterdir()} == before


def test_sections_of_a_card_are_used_as_blocks(card: Path, judgements: Path) -> None:
    shown = touchstone("draft", "weights", judgements, "--blocks", card)
    assert shown.exit_code == 0, shown.stderr
    assert "use: 176/41 points" in shown.stdout
    again = touchstone("draft", "weights", judgements, "--write", card, "--format", "json")
    assert again.exit_code == 0, again.stderr
    assert json.loads(again.stdout)["draft"] == {"files": [], "difference": "", "problems": []}


def test_changed_points_still_produce_a_valid_card(card: Path, tmp_path: Path) -> None:
    table = tmp_path / "points.csv"
    table.write_text("item,points\nI1,10/3\nI2,480/41\nI3,40\n", encoding="utf-8")
    result = touchstone("draft", "weights", "--points", table, "--scale", "total", "--write", card, "--format", "csv")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("item,label,block,stated\nI1,Renewables,use,10/3\n")
    assert "+        | I3 | System    | system  | 40     | guide |" in result.stderr
    assert touchstone("check", card).exit_code == 1, "the example still expects the points of before"


def test_a_card_with_exact_points_is_scored_verified_and_reported(tmp_path: Path) -> None:
    sources = {path.name: path.read_text(encoding="utf-8") for path in CARD.iterdir()}
    scorecard = compile_folder(sources).scorecard
    assert scorecard is not None
    gazette, result, dossier = tmp_path / "gazette", tmp_path / "result.json", tmp_path / "dossier.yaml"
    write_version(gazette, scorecard, sources, publish_time="2026-01-01T00:00:00Z")
    facts = "facts: {share: 50 %, reuse: 100 %, system: certified}"
    dossier.write_text(f"subject: organizations/a/subjects/b\n{facts}\n", encoding="utf-8")
    asked = ("evaluate", "weighed", dossier, "--as-of", "2026-11-20", "--gazette", gazette)
    assert "88/41" in touchstone(*asked, "--format", "json", "--out", result).stdout + result.read_text(
        encoding="utf-8"
    )
    assert "49.85" in touchstone(*asked).stdout
    assert touchstone("verify", result, "--gazette", gazette).exit_code == 0
    page = tmp_path / "result.html"
    assert touchstone("report", result, "--out", page, "--gazette", gazette).exit_code == 0
    assert "176/41" in page.read_text(encoding="utf-8")


def test_items_that_are_no_indicators_are_refused_each_by_name(card: Path, tmp_path: Path) -> None:
    path = tmp_path / "panel.csv"
    path.write_text("item,I1,X\nI1,0.5,1\nX,0,0.5\n", encoding="utf-8")
    before = {one.name: one.read_bytes() for one in card.iterdir()}
    refused = touchstone("draft", "weights", path, "--write", card)
    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        f"touchstone: {card}: These indicators are not among the weighed items: I2 (Reuse), I3 (System). Add "
        "judgements of them, or use a scorecard without them.",
        f"touchstone: {card}: These items are not indicators of the scorecard weighed: X. Use the ids of its "
        "indicators as items: I1, I2, I3.",
    ]
    assert {one.name: one.read_bytes() for one in card.iterdir()} == before


def test_a_draft_that_does_not_compile_is_not_touched(card: Path, judgements: Path) -> None:
    path = card / "card.en.feature"
    path.write_text(
        path.read_text(encoding="utf-8").replace("| use     | 176/41 |", "| use     | 176/0  |"), encoding="utf-8"
    )
    before = path.read_bytes()
    refused = touchstone("draft", "weights", judgements, "--write", card)
    assert refused.exit_code == 2
    assert "RL022: '176/0' is not a fraction" in refused.stderr
    assert path.read_bytes() == before


def test_a_template_for_a_card_is_filled_in_and_weighed(tmp_path: Path) -> None:
    path = tmp_path / "judgements.xlsx"
    made = touchstone("draft", "weights", "--template", FACTORY, "--out", path, "--language", "zh", "--experts", "2")
    assert made.exit_code == 0, made.stderr
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["专家 1", "专家 2"]
    size = book.worksheets[0].max_column - 2
    assert size > 20
    for sheet in book.worksheets:
        for row in range(size):
            for column in range(row + 1, size):
                sheet.cell(3 + row, 3 + column).value = 1
    book.save(path)
    weighed = touchstone("draft", "weights", path, "--blocks", FACTORY, "--language", "zh")
    assert weighed.exit_code == 0, weighed.stderr
    assert f"{size} 项优序图，含对角线；专家：专家 1、专家 2" in weighed.stdout
    assert "建筑节能与绿色建筑" in weighed.stdout
    assert "不符" not in weighed.stdout


@pytest.mark.parametrize(
    ("arguments", "expected_message"),
    [
        (
            ("--template", "A,B"),
            "--out: The option --out is required for a template. Name the .xlsx or .csv file to write.",
        ),
        (("--template", "A,B", "--out", "a.ods"), "'a.ods' ends neither with .csv nor with .xlsx."),
        (
            ("--template", "A,B", "--out", "a.csv", "--experts", "2"),
            "A CSV file contains the judgements of only one expert.",
        ),
        (("--template", "A,A", "--out", "a.csv"), "'A' is listed twice."),
        (("--template", "nowhere", "--out", "a.csv"), "'nowhere' is neither a folder nor a list of items."),
        (("--template", "A,,B", "--out", "a.csv"), "'A,,B' is neither a folder nor a list of items."),
        ((JUDGEMENTS / "reconstruction.csv", "--template", "A,B", "--out", "a.csv"), "A template needs no judgements."),
        ((), "No input was named."),
        (("nowhere.csv",), "The file 'nowhere.csv' does not exist."),
        ((JUDGEMENTS / "reconstruction.csv", "--total", "0"), "--total: '0' is not a number above 0"),
        ((JUDGEMENTS / "reconstruction.csv", "--total", "1/0"), "--total: '1/0' is not a number above 0"),
        ((JUDGEMENTS / "reconstruction.csv", "--blocks", "nowhere.csv"), "The file 'nowhere.csv' does not exist."),
        (
            ("--points", JUDGEMENTS / "reconstruction.csv", "--integers"),
            "--integers: --integers rounds points, but --points uses the points of a table without rounding.",
        ),
        ((JUDGEMENTS / "reconstruction.csv", "--write", "nowhere"), "nowhere: The path is not a folder."),
        ((JUDGEMENTS / "reconstruction.csv", "--write", JUDGEMENTS), "contains no .feature files"),
    ],
)
def test_invalid_options_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[object, ...], expected_message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = touchstone("draft", "weights", *arguments)
    assert refused.exit_code == 2
    assert expected_message in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_hidden_rows_of_judgements_are_carried(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["a", "b"], ["x", 1]):
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[2].hidden = True
    book.save(tmp_path / "w.xlsx")
    assert read_table(tmp_path / "w.xlsx").hidden == (
        "Hidden rows are read like all others: 2. Show these rows and check their content, or delete them.",
    )
