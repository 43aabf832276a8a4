"""Command `card diff`: marked changes, quoted clauses and changelog, version number, and HTML page."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from service.configuration.folders import PUBLISHED
from service.gazette.publication import add_entry, entries_between, write_version
from service.gazette.versions import Gazette
from service.output.changed_words import bracket_changes, changed_words
from service.output.terminal.changelog_entry import entry_of
from service.output.terminal.draft_folder import read_draft
from tests.support.commands import answered
from tests.support.small_card import CARD, small_card

ROOT = Path(__file__).resolve().parents[3]


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
            ("share is at least 5 %", "share is at least 5 % [always]"),
        ),
        ("basis law, other", "basis new-law, law, other", ("basis law, other", "basis [new-law,] law, other")),
        (
            "four stars require 80 %. Five stars (above 90, below 100) require 100 %.",
            "four stars require 80 % (85 % from 2027, see decision). Five stars (above 90, below 100) require 100 %.",
            (
                "four stars require 80 %. Five stars (above 90, below 100) require 100 %.",
                "four stars require 80 % [(85 % from 2027, see decision)]. "
                "Five stars (above 90, below 100) require 100 %.",
            ),
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


def test_both_versions_are_shown_with_their_last_day(tmp_path: Path) -> None:
    versions = small_card(), small_card(version="1.1.0", first="2027-01-01", gold=85, supersedes="1.0.0")
    for card in versions:
        write_version(tmp_path, card, {}, publish_time="2026-01-01T00:00:00Z")
    pair = ("card", "diff", CARD, "1.0.0", "1.1.0", "--gazette", tmp_path)
    assert answered(*pair).splitlines()[:3] == [
        "In force",
        "  1.0.0: 2025-01-01 to 2026-12-31; superseded by 1.1.0",
        "  1.1.0: from 2027-01-01; supersedes 1.0.0",
    ]
    assert answered(*pair, "--language", "zh").splitlines()[1].endswith("；由 1.1.0 替代")
    assert "<p>1.0.0: 2025-01-01 to 2026-12-31; superseded by 1.1.0</p>" in answered(*pair, "--format", "html")


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a draft that changes one row of a grade table, with a new basis for it and a longer note."""
    folder = tmp_path_factory.mktemp("draft") / "zero-carbon-factory"
    shutil.copytree(ROOT / "features" / "zero-carbon-factory", folder)
    basis = "| board | Board decision 3/2026 | item 1 | {} | {} |"
    words = ("en", "own reading", "Four stars require 85 %.", "at least"), ("zh", "自行解读", "四星为 85%。", "不低于")
    for language, certainty, note, at_least in words:
        stars, card = folder / f"stars.{language}.feature", folder / f"card.{language}.feature"
        lines = stars.read_text("utf-8").splitlines()
        row = next(number for number, line in enumerate(lines) if f"{at_least} 80 %" in line and "| 4 " in line)
        changed = lines[row].replace(f"{at_least} 80 %", f"{at_least} 85 %")
        lines[row] = changed.replace("star-table,", "star-table, board,")
        stars.write_text("\n".join(lines), "utf-8")
        texts = card.read_text("utf-8").splitlines()
        position = next(number for number, line in enumerate(texts) if line.strip().startswith("| star-table "))
        card.write_text("\n".join((*texts[:position], basis.format(certainty, note), *texts[position:])), "utf-8")
    return folder


def test_a_changed_row_cites_its_own_bases_and_a_new_one_first(draft: Path) -> None:
    output = answered("card", "diff", "zero-carbon-factory", draft)
    rows = output.partition("offset ratio is at least [85] %\n")[2]
    assert rows.startswith("  by:  Board decision 3/2026, item 1; T/CECA-G 0171-2022, grade table as reported")
    assert output.count("  by:  ") == 1
    stale = "  check: the note of basis star-table still states 80\n"
    assert stale in output
    card = draft / "card.en.feature"
    text = card.read_text("utf-8")
    card.write_text(text.replace("up to 90) require 80 %", "up to 90) require 80 %, and 85 % by decision"), "utf-8")
    corrected = answered("card", "diff", "zero-carbon-factory", draft)
    card.write_text(text, "utf-8")
    assert stale not in corrected


def test_the_changelog_names_the_changed_rules_in_both_languages(draft: Path, tmp_path: Path) -> None:
    published = Gazette(PUBLISHED).newest("zero-carbon-factory")
    version = read_draft(draft, ())
    card = version.scorecard.card.model_copy(update={"version": "1.1.0"})
    version = replace(version, scorecard=version.scorecard.model_copy(update={"card": card}))
    entry = entry_of(version, (published,), {}, reason="Decision 3")
    own = "board (Board decision 3/2026, item 1); star-table-hole (T/CECA-G 0171-2022, grade table, readings where"
    assert f"- **Own interpretation in these rules:** {own}" in entry
    assert "claim-year" not in entry
    assert "- **Effect:** Outcomes that can change, depending on the facts: grades four stars, three stars," in entry
    add_entry(tmp_path, "zero-carbon-factory 1.1.0", entry)
    english, chinese = (
        entries_between(tmp_path, "zero-carbon-factory", "1.0.0", "1.1.0", language=language)[0]
        for language in ("en", "zh")
    )
    assert english.startswith("zero-carbon-factory 1.1.0\n\n- **Why, and for whom:** Decision 3\n- **Effective:**")
    assert chinese.startswith("zero-carbon-factory 1.1.0\n\n- **缘由与所涉对象：** Decision 3\n- **生效：**")
    assert "  - 等级表（等级 4；高于 80）：*另须" in chinese
    assert "抵消比例不低于 85%" in chinese
    assert "Effective" not in chinese
    assert "生效" not in english
