"""Command `card diff`: marked changes, quoted clauses and changelog, version number, and HTML page."""

from pathlib import Path

import pytest

from service.configuration.folders import PUBLISHED
from service.gazette.publication import write_version
from service.output.changed_words import bracket_changes, changed_words
from tests.support.commands import answered
from tests.support.small_card import CARD, small_card


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    folder = tmp_path / "gazette"
    write_version(folder, small_card(last="2026-12-31"), {}, publish_time="2025-01-01T00:00:00Z")
    write_version(
        folder, small_card(version="1.0.1", first="2027-01-01", gold=85), {}, publish_time="2026-01-01T00:00:00Z"
    )
    (folder / "CHANGELOG.md").write_text(
        f"# Legal impact\n\n## other 1.0.1\n\nnot this\n\n## {CARD} 1.0.1\n\n- **Why:** <Notice> 7\n"
        f"\n## {CARD} 1.0.0\n\nfirst\n"
    )
    return folder


@pytest.mark.parametrize(
    ("was", "now", "marked"),
    [
        ("at least 80", "at least 85", ("at least [80]", "at least [85]")),
        ("可再生占比 不低于 50 %", "可再生占比 不低于 60 %", ("可再生占比 不低于 [50] %", "可再生占比 不低于 [60] %")),
        ("from 2026-01-01", "from 2026-07-01", ("from [2026-01-01]", "from [2026-07-01]")),
        ("", "at least 85", ("", "at least 85")),
        ("one thing", "quite different", ("one thing", "quite different")),
        (
            "share is at least 5 %",
            "share is at least 5 % always",
            ("share is at least 5 %", "share is at least 5 %[ always]"),
        ),
    ],
)
def test_only_changed_words_are_marked(was: str, now: str, marked: tuple[str, str]) -> None:
    assert tuple(map(bracket_changes, changed_words(was, now))) == marked


def test_clause_changelog_and_version_number_are_explained(gazette: Path) -> None:
    output = answered("card", "diff", CARD, "1.0.0", "1.0.1", "--gazette", gazette)
    assert "  is:  at least [85]\n  by:  GB/T 1, " in output
    assert "- **Why:** <Notice> 7" in output
    assert "not this" not in output
    assert "first\n" not in output
    assert "rose only by a patch step, from 1.0.0 to 1.0.1, but the changes require a minor step" in output
    chinese = answered("card", "diff", CARD, "1.0.0", "1.0.1", "--gazette", gazette, "--language", "zh")
    assert "只进了一个修订号，而所作变化应进一个次版本号" in chinese
    assert "rose by" not in answered("card", "diff", CARD, "1.0.1", "1.0.0", "--gazette", gazette)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_marks_the_same_changes_and_escapes_quoted_text(gazette: Path, tmp_path: Path, language: str) -> None:
    out = tmp_path / "diff.html"
    answered(
        *("card", "diff", CARD, "1.0.0", "1.0.1", "--gazette", gazette),
        *("--format", "html", "--out", out, "--language", language),
    )
    page = out.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "<del>80</del>" in page
    assert "<ins>85</ins>" in page
    assert "&lt;Notice&gt; 7" in page
    assert "http" not in page


@pytest.mark.full
def test_a_version_step_that_is_smaller_than_its_changes_require_is_explained(gazette: Path) -> None:
    assert "RL062" in answered("card", "diff", CARD, "1.0.0", "1.0.1", "--gazette", gazette)
    assert "RL062" not in answered("card", "diff", "eu-battery", "1.0.0", "2.0.0", "--gazette", PUBLISHED)
