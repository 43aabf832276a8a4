"""Points as exact fractions: feature files, export, published form, exact sums, malformed fractions."""

from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.model.digest import rule_digest
from rules.model.published_version import published_bytes, read_published
from rules.rehearsal.publication_check import check_folder
from tests.language.folders import read_folder

FILES = read_folder(Path(__file__).parent / "weighed_card")
LANGUAGES = ("en", "zh")


def only(language: str) -> dict[str, str]:
    return {path: text for path, text in FILES.items() if path.endswith(f".{language}.feature")}


def test_the_card_is_valid_and_its_examples_pass_on_both_evaluators() -> None:
    report = check_folder(FILES)
    assert [found.render() for found in report.diagnostics if found.code != "RL052"] == []
    assert (report.examples, report.failed) == (2, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_fractions_round_trip_unchanged(language: str) -> None:
    card = compile_folder(only(language)).scorecard
    assert card is not None
    assert export_folder(card, only(language), language) == only(language)
    other = next(one for one in LANGUAGES if one != language)
    skeleton = compile_folder(export_folder(card, only(language), other)).scorecard
    assert skeleton is not None
    assert rule_digest(skeleton) == rule_digest(card)


def test_a_published_card_preserves_fractions() -> None:
    card = compile_folder(FILES).scorecard
    assert card is not None
    content = published_bytes(card, FILES)
    assert b'"176/41"' in content
    assert read_published(content, "2026-01-01T00:00:00Z").scorecard == card


@pytest.mark.parametrize(
    ("language", "message_template"), [("en", "'{}' is not a fraction."), ("zh", "“{}”不是分数。")]
)
@pytest.mark.parametrize("wrong", ["176/0", "176/-41", "1.5/41", "176 / 41", "176/041"])
def test_a_malformed_fraction_is_reported_at_its_cell(language: str, message_template: str, wrong: str) -> None:
    path = f"card.{language}.feature"
    line = next(line for line in FILES[path].splitlines() if line.lstrip().startswith("| I1") and "176/41" in line)
    files = {path: FILES[path].replace(line, line.replace("176/41", wrong))}
    (diagnostic,) = compile_folder(files).diagnostics
    assert (diagnostic.code, diagnostic.message) == ("RL022", message_template.format(wrong))
    assert diagnostic.source_line[diagnostic.location.column - 1 :].startswith(wrong)
    assert "176/41" in diagnostic.hint


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sum_in_the_sentence_is_compared_exactly(language: str) -> None:
    path = f"card.{language}.feature"
    files = {path: FILES[path].replace("1956/41 points", "47.7 points").replace("1956/41 分", "47.7 分")}
    (diagnostic,) = compile_folder(files).diagnostics
    assert diagnostic.code == "RL040"
    assert "1956/41" in diagnostic.message
