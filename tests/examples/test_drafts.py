"""Example drafts and trial cards: publishable without diagnostics, thresholds with examples, canonical form."""

from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.rehearsal.publication_check import check_folder
from service.gazette.tables import TableStore
from tests.language.folders import read_folder

ROOT = Path(__file__).resolve().parents[2]
DRAFTS = sorted((ROOT / "examples" / "drafts").iterdir())
TABLES = TableStore(ROOT / "scorecards" / "tables")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("folder", DRAFTS, ids=lambda folder: folder.name)
def test_an_example_draft_is_publishable(folder: Path) -> None:
    report = check_folder(read_folder(folder), tables=TABLES)
    assert not [found.render() for found in report.diagnostics]
    assert report.examples > 0
    assert not report.missing
    assert report.rule_digest is not None


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("folder", DRAFTS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_example_draft_is_in_canonical_form(folder: Path, language: str) -> None:
    files = read_folder(folder)
    card = compile_folder(files, tables=TABLES).scorecard
    assert card is not None
    own = {path: text for path, text in files.items() if path.endswith(f".{language}.feature")}
    assert own
    assert export_folder(card, files, language) == own


TRIED = Path(__file__).resolve().parents[2] / "examples" / "tried" / "systems-abroad"


@pytest.mark.full
def test_the_trial_rules_are_valid_and_in_canonical_form() -> None:
    files = read_folder(TRIED)
    report = check_folder(files)
    others = [found.render() for found in report.diagnostics if found.code not in {"RL052", "RL127"}]
    assert not others
    assert report.examples > 40
    card = compile_folder(files).scorecard
    assert card is not None
    assert export_folder(card, files, "en") | export_folder(card, files, "zh") == files
