"""Is every scorecard of the drafting desk sound, in canonical form, and proved by examples to the last edge?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rules.contracts.messages import LANGUAGES
from rules.language.export import export_folder
from rules.language.lexicon import language_of
from rules.model.digest import rule_digest
from tests.features.desk import FOLDERS, checked, compilation_of
from tests.language.folders import read_folder

if TYPE_CHECKING:
    from pathlib import Path

    from rules.rehearsal.check import CheckReport

NO_PAPERS = "RL122"
PAPERS_TO_COME = frozenset(
    {
        *(f"article-6-{part}" for part in ("2-transfer", "4-activity", "4-issuance")),
        *("cdp-climate", "cdr-eligibility", "corporate-inventory", "credit-use"),
        *(f"disclosure-{scheme}" for scheme in ("cn-exchange", "csrd-e1", "issb-s2")),
        *("eu-taxonomy-climate", "product-footprint-iso14067", "product-footprint-pact", "re100"),
        *("sbti-flag", "sbti-near-term", "sbti-net-zero", "uk-cbam", "us-cca-charge"),
        *("cbam-importer", "ccer-reduction", "cn-pilot-market"),
    }
)
"""Cards that ask for no paper and do not say so yet: each may be told until its next version."""

pytestmark = pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])


def test_the_folder_compiles_clean_and_both_languages_say_the_same(folder: Path) -> None:
    compilation = compilation_of(folder)
    assert [diagnostic.render() for diagnostic in compilation.diagnostics] == []
    assert compilation.scorecard is not None
    assert compilation.scorecard.card.id == folder.name
    assert compilation.by_language.keys() == set(LANGUAGES)
    digests = {rule_digest(scorecard) for scorecard in compilation.by_language.values()}
    assert digests == {rule_digest(compilation.scorecard)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_in_canonical_form(folder: Path, language: str) -> None:
    own = {path: text for path, text in read_folder(folder).items() if language_of(path) == language}
    assert export_folder(compilation_of(folder).by_language[language], own, language) == own


@pytest.fixture
def report(folder: Path) -> CheckReport:
    """What the check of the folder finds, which the tests of its files share."""
    return checked(folder)


def test_every_example_passes_and_every_edge_is_shown(folder: Path, report: CheckReport) -> None:
    allowed = {NO_PAPERS} if folder.name in PAPERS_TO_COME else set()
    assert [found.render() for found in report.diagnostics if found.code not in allowed] == []
    assert report.missing == ()
    assert report.scorecard is not None
    assert report.examples > 0
