"""Every newest version, exported in one of its languages alone, as a draft that can be published again."""

from pathlib import Path

import pytest

from rules.language.export import export_folder
from rules.rehearsal.publication_check import check_folder, publishing_blockers
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette

GAZETTE = Gazette(Path(__file__).resolve().parents[2] / "scorecards")
SHELF = TableStore(GAZETTE.folder / FOLDER)
QUICK = ("carbon-handprint", "cdr-eligibility", "green-claim-sg")
"""Cards with additional examples under separate titles, and thresholds shown only by English examples."""


def passes_as_a_draft(card: str, language: str) -> None:
    newest = GAZETTE.newest(card)
    files = export_folder(newest.scorecard, newest.sources, language)
    assert {path.split(".")[-2] for path in files} == {language}
    report = check_folder(files, tables=SHELF)
    assert not [one.render() for one in publishing_blockers(report.diagnostics)]
    assert (report.rule_digest, report.failed) == (newest.rule_digest, 0)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", QUICK)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_export_of_one_language_can_be_published(card: str, language: str) -> None:
    passes_as_a_draft(card, language)


@pytest.mark.full
@pytest.mark.parametrize("card", sorted(set(GAZETTE.card_ids()) - set(QUICK)))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_export_of_one_language_can_be_published_for_all_remaining_cards(card: str, language: str) -> None:
    passes_as_a_draft(card, language)
