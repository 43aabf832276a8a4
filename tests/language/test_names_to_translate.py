"""Translation remarks of an exported card: every name to translate, also as a two-column sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rules.contracts.canonical import Json
from rules.language.compiler import compile_folder
from rules.language.export import export_folder, translation_remarks
from rules.language.lexicon import language_of, load_lexicon
from rules.model.digest import scorecard_document
from tests.language.folders import read_folder
from tests.support.commands import touchstone

ROOT = Path(__file__).resolve().parents[2]
CARDS = ["carbon-label", "corporate-inventory", "csr-three-stage"]


def texts_in(node: Json, language: str) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(words := node.get(language), str):
            yield words
        for part in node.values():
            yield from texts_in(part, language)
    elif isinstance(node, list | tuple):
        for part in node:
            yield from texts_in(part, language)


def one_language(card: str, language: str) -> dict[str, str]:
    files = read_folder(ROOT / "features" / card)
    return {path: text for path, text in files.items() if language_of(path) == language}


@pytest.mark.full
@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize(("language", "into"), [("en", "zh"), ("zh", "en")])
def test_no_name_is_lost(card: str, language: str, into: str) -> None:
    files = one_language(card, language)
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    remarks = "\n".join(translation_remarks(export_folder(scorecard, files, into), into))
    lost = {
        words for words in texts_in(scorecard_document(scorecard), language) if words.strip() and words not in remarks
    }
    called = load_lexicon(language).forms["cases"]  # the lexicon has its own form for a condition with several rows
    assert not {words for words in lost if next(called.parses(words), None) is None}


QUANTITY = """
  Rule: Factor
    Background:
      Given the quantity factor of the year (factor), on basis guide
        | is |
        | 1  |

    Scenario: =it is one
      When evaluated as of 2026-03-01
      Then the quantity factor of the year is 1
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    text = (ROOT / "tests" / "corpus" / "good" / "RL070" / "card.en.feature").read_text("utf-8")
    (folder / "card.en.feature").write_text(text + QUANTITY, encoding="utf-8")
    return folder


def test_a_quantity_name_to_translate_is_listed_above_its_sentence(desk: Path) -> None:
    shown = touchstone("card", "export", desk, "--language", "zh").stdout
    assert "      # 待译: factor: factor of the year\n      假如 量 factor, " in shown


@pytest.mark.parametrize("name", ["words.csv", "words.xlsx"])
def test_names_to_translate_are_written_to_a_sheet_of_two_columns(desk: Path, tmp_path: Path, name: str) -> None:
    out, sheet = tmp_path / "twin", tmp_path / name
    output = touchstone("card", "export", desk, "--language", "zh", "--out", out, "--to-translate", sheet).stderr
    assert str(sheet) in output
    if sheet.suffix == ".csv":
        rows = [tuple(row) for row in csv.reader(sheet.read_text("utf-8-sig").splitlines())]
    else:
        page = load_workbook(sheet).active
        assert page is not None
        rows = [tuple(cell or "" for cell in row) for row in page.iter_rows(values_only=True)]  # type: ignore[misc]
    assert rows[0] == ("en", "zh")
    assert ("factor: factor of the year", "") in rows
    assert ("share: renewable share", "") in rows
    assert ("'=it is one" if sheet.suffix == ".csv" else "=it is one", "") in rows
    refused = touchstone("card", "export", desk, "--language", "zh", "--to-translate", sheet)
    assert (refused.exit_code, "已经存在" in refused.stderr) == (2, True)
    assert (
        touchstone("card", "export", desk, "--language", "zh", "--to-translate", tmp_path / "words.txt").exit_code == 2
    )
