"""Example drafts: publishable without diagnostics, every threshold with an example, canonical in both languages."""

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
