"""Japanese and Korean texts in `claims check`: reported as unscreened, and judged by stated facts."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli.main import app

SCORECARDS = str(Path(__file__).parents[2] / "scorecards")


def check(text: str, places: str, *options: str) -> tuple[int, str]:
    asked = ["claims", "check", text, "--jurisdiction", places, "--audience", "consumers", "--gazette", SCORECARDS]
    result = CliRunner().invoke(app, [*asked, "--as-of", "2026-11-20", *options])
    return result.exit_code, result.stdout


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("地球にやさしいごみ袋", "JP"),
        ("環境配慮型商品", "JP"),
        ("再生原料", "JP"),
        ("再生紙の袋", "JP"),
        ("環境配慮型商品", "JP,CN"),
        ("친환경 탄소중립 제품", "KR"),
    ],
)
@pytest.mark.parametrize(
    ("language", "verdict_text"),
    [("en", "No verdict: no part of the text could be screened."), ("zh", "无判定：文字均未能筛查")],
)
def test_an_unscreened_text_is_never_reported_as_free_of_claims(
    text: str, place: str, language: str, verdict_text: str
) -> None:
    _, shown = check(text, place, "--language", language)
    assert verdict_text in shown
    assert "No claim was detected, with" not in shown
    assert "未听到声明" not in shown


@pytest.mark.full
def test_chinese_and_english_texts_in_japan_and_korea_are_screened() -> None:
    assert "环保" in check("环保洗衣粉", "JP")[1]
    assert "eco-friendly" in check("Our eco-friendly soap", "JP,KR")[1]
    assert "100%再生" in check("100%再生", "JP,CN")[1]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("text", "place", "rule"), [("環境に優しい洗剤。", "JP", "JP-02-W"), ("친환경 세제.", "KR", "KR-02")]
)
def test_an_unscreened_text_is_judged_by_its_stated_facts(text: str, place: str, rule: str) -> None:
    code, shown = check(text, place, "--fact", "claim_types=generic", "--fact", "substantiated=no")
    assert code == 1
    assert rule in shown
