"""`explain` with the derivation of figures, and `simulate` with the draft row that changed the result."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.commands import touchstone

ROOT = Path(__file__).resolve().parents[3]
FACTORY = ("zero-carbon-factory", ROOT / "examples" / "worked-factory.yaml", "--as-of", "2026-11-20")
GOODS = ("cbam-goods", ROOT / "examples" / "cbam" / "actual-values.yaml", "--as-of", "2026-05-10")


def made(tmp_path: Path, *asked: object) -> Path:
    path = tmp_path / "made.json"
    result = touchstone("evaluate", *asked, "--format", "json", "--out", path)
    assert result.exit_code == 0, result.stderr
    return path


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "expected_words"),
    [
        (
            "en",
            ("cost = certificates due", "75.28 EUR/tCO2e", "* net mass (1000 t)", "in record pellets of precursors"),
        ),
        ("zh", ("成本 = 应缴证书", "75.28 EUR/tCO2e", "* 净重（1000 t）", "中的记录 pellets：")),
    ],
)
def test_formulas_and_prices_are_explained(tmp_path: Path, language: str, expected_words: tuple[str, ...]) -> None:
    shown = touchstone("explain", made(tmp_path, *GOODS), "--language", language).stdout
    title = {"en": "How the figures were computed", "zh": "数值如何计算"}[language]
    section = shown[shown.index(title) :]
    assert [word for word in expected_words if word not in section] == []
    points = {"en": "The points are the result", "zh": "分数"}[language]
    assert points not in shown, "the card has no points"


@pytest.mark.full
def test_a_single_result_can_be_explained(tmp_path: Path) -> None:
    path = made(tmp_path, *GOODS)
    shown = touchstone("explain", path, "--criterion", "see_filed").stdout
    assert "specific embedded emissions = " in shown
    assert "cost = " not in shown
    answer = json.loads(touchstone("explain", path, "--criterion", "cost_due", "--format", "json").stdout)
    (cost,) = (one for one in answer["statements"] if one["text"].startswith("cost = "))
    assert (cost["topic"], cost["criterionId"]) == ("TOPIC_COMPUTATION", "cost_due")
    assert cost["bases"]
    refused = touchstone("explain", path, "--criterion", "cost_do")
    assert (refused.exit_code, "cost_due" in refused.stderr) == (2, True)


def test_unused_rows_are_not_explained(tmp_path: Path) -> None:
    """The goods line uses actual values of 2026, so no certificate price is needed."""
    shown = touchstone("explain", made(tmp_path, *GOODS), "--criterion", "cost_due").stdout
    assert "specific emissions by default value" not in shown
    assert "bought" not in shown


def draft(tmp_path: Path, *changes: tuple[str, str, str]) -> Path:
    folder = tmp_path / "draft"
    shutil.copytree(ROOT / "features" / "zero-carbon-factory", folder)
    for name, old, new in changes:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


THREE = (("stars.en.feature", "| 3     | 70 ", "| 3     | 75 "), ("stars.zh.feature", "| 3    | 70 ", "| 3    | 75 "))
FIVE = (("stars.en.feature", "| 5     | 90 ", "| 5     | 91 "), ("stars.zh.feature", "| 5    | 90 ", "| 5    | 91 "))


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "title", "conditions"),
    [
        (
            "en",
            "Changed by these rows of the rules",
            "interpretation of the grade table is cascade; factory type is Type I;",
        ),
        ("zh", "引起变化的规则行", "等级表解释方式为逐级顺延；工厂类型为 I 型"),
    ],
)
def test_the_row_that_moved_the_grade_is_named(tmp_path: Path, language: str, title: str, conditions: str) -> None:
    folder = draft(tmp_path, *THREE, *FIVE)
    asked = ("--draft", folder, "--language", language)
    shown = touchstone("simulate", made(tmp_path, *FACTORY), *asked).stdout
    moved = shown[shown.index(title) :]
    assert moved.count("feature:") == 1, "a row for five stars moves nobody who has three"
    place = next(line for line in moved.splitlines() if "feature:" in line)
    file, number = place.split()[0].removesuffix(":").split("：")[0].split(":")[:2]
    row = (folder / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    assert "| 75" in row
    assert conditions in place
    was, now = moved.splitlines()[moved.splitlines().index(place) + 1 :][:2]
    assert ("70" in was, "75" in now) == (True, True)


@pytest.mark.full
def test_a_draft_without_effect_names_no_row(tmp_path: Path) -> None:
    shown = touchstone("simulate", made(tmp_path, *FACTORY), "--draft", draft(tmp_path, *FIVE)).stdout
    assert "Moved by" not in shown


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "expected_start"),
    [
        (
            "en",
            "Changes: penalties in three years = 1 time; solid waste use share unknown; "
            "interpretation of the grade table =",
        ),
        ("zh", "试算：近三年处罚失信次数 = 1 time；固废利用率未知；等级表解释方式 = 逐字适用"),
    ],
)
def test_the_output_repeats_the_simulated_changes(tmp_path: Path, language: str, expected_start: str) -> None:
    asked = ("--fact", "penalties=1 time", "--without", "waste_use_share", "--set", "reading=literal")
    shown = touchstone("simulate", made(tmp_path, *FACTORY), *asked, "--language", language).stdout
    assert shown.startswith(expected_start)
