"""Drafting commands on a card with a shared vocabulary: its lookup, export, and unchanged files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.language.folders import CORPUS
from tests.support.commands import touchstone

WORDS = "factory-words.en.feature"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Folder of a card, with its shared vocabulary in a neighbouring folder."""
    folder = tmp_path / "features" / "small"
    shutil.copytree(CORPUS / "good" / "RL090", folder)
    (tmp_path / "features" / "vocabulary").mkdir()
    (folder / WORDS).rename(folder.parent / "vocabulary" / WORDS)
    return folder


def test_a_card_is_checked_with_its_shared_vocabulary(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unfinished = "errors: 0, warnings: 1; threshold values without an example: 1"
    result = touchstone("check", desk)
    assert (result.exit_code, unfinished in result.stdout) == (1, True)
    monkeypatch.chdir(desk)
    result = touchstone("check", ".")
    assert (result.exit_code, unfinished in result.stdout) == (1, True)
    words = desk.parent / "vocabulary" / WORDS
    words.write_text(words.read_text(encoding="utf-8").replace("| 80 %  |", "| 120 % |"), encoding="utf-8")
    result = touchstone("check", desk)
    assert result.exit_code == 1
    assert f"{WORDS}:12:17: RL024" in result.stdout
    words.unlink()
    assert "The vocabulary 'factory-words' was not found." in touchstone("check", desk).stdout


def test_proposed_examples_are_written_only_into_the_card(desk: Path) -> None:
    words = (desk.parent / "vocabulary" / WORDS).read_bytes()
    assert touchstone("draft", "edges", desk, "--write").exit_code == 0
    assert [path.name for path in desk.iterdir()] == ["card.en.feature"]
    assert (desk.parent / "vocabulary" / WORDS).read_bytes() == words
    assert "proposed by touchstone draft edges" in (desk / "card.en.feature").read_text(encoding="utf-8")


def test_formatting_and_table_import_change_only_files_of_the_card(desk: Path, tmp_path: Path) -> None:
    words = desk.parent / "vocabulary" / WORDS
    words.write_text(words.read_text(encoding="utf-8").replace("    And", "  And"), encoding="utf-8")
    shared = words.read_bytes()
    card = (desk / "card.en.feature").read_bytes()
    assert touchstone("draft", "format", desk).exit_code == 0
    tables = tmp_path / "tables.csv"
    assert touchstone("draft", "tables-out", desk, tables).exit_code == 0
    tables.write_text(tables.read_text(encoding="utf-8-sig").replace("at least 50 %", "at least 60 %"), "utf-8")
    result = touchstone("draft", "tables-back", desk, tables, "--write")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (desk / "card.en.feature").read_bytes() == card.replace(b"at least 50 %", b"at least 60 %")
    assert [path.name for path in desk.iterdir()] == ["card.en.feature"]
    assert words.read_bytes() == shared
    assert touchstone("draft", "format", words.parent).exit_code == 0
    assert words.read_bytes() != shared


def test_an_exported_card_includes_its_vocabulary(desk: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert touchstone("card", "export", desk, "--draft", "--language", "en", "--out", out).exit_code == 0
    assert {path.name for path in out.iterdir()} == {"card.en.feature", WORDS}
    sums = [touchstone("check", folder).stdout.splitlines()[-3:] for folder in (out, desk)]
    assert sums[0] == sums[1]
    assert sums[0][-1].startswith("rule digest ")


def test_a_vocabulary_is_refused_as_a_card(desk: Path) -> None:
    result = touchstone("check", desk.parent / "vocabulary")
    assert result.exit_code == 1
    assert "These files contain a vocabulary but no scorecard." in result.stdout


def test_a_link_out_of_the_folder_of_vocabularies_is_not_followed(desk: Path, tmp_path: Path) -> None:
    words = desk.parent / "vocabulary" / WORDS
    words.rename(tmp_path / "elsewhere.feature")
    words.symlink_to(tmp_path / "elsewhere.feature")
    assert touchstone("check", desk).exit_code == 2
