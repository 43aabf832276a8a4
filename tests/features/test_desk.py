"""Scorecard drafts: clean compilation, equal languages, canonical form, passing examples and covered thresholds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from rules.contracts.diagnostics import Diagnostic
from rules.contracts.messages import LANGUAGES
from rules.language.compiler import Compilation
from rules.language.export import export_folder
from rules.language.lexicon import language_of
from rules.model.digest import rule_digest
from rules.rehearsal.publication_check import CheckReport
from tests.features.desk import FOLDERS, checked
from tests.language.folders import read_folder
from tests.support.known_warnings import SHARES_ABOVE_ONE

pytestmark = pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])


def unknown(diagnostics: Iterable[Diagnostic], folder: Path) -> list[str]:
    known = {"RL120"} if folder.name in SHARES_ABOVE_ONE else set()
    return [diagnostic.render() for diagnostic in diagnostics if diagnostic.code not in known]


@pytest.mark.full(sample=5)
def test_the_folder_compiles_without_diagnostics_to_equal_rules_in_both_languages(
    folder: Path, compilation: Compilation
) -> None:
    assert unknown(compilation.diagnostics, folder) == []
    assert compilation.scorecard is not None
    assert compilation.scorecard.card.id == folder.name
    assert compilation.by_language.keys() == set(LANGUAGES)
    digests = {rule_digest(scorecard) for scorecard in compilation.by_language.values()}
    assert digests == {rule_digest(compilation.scorecard)}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_in_canonical_form(folder: Path, language: str, compilation: Compilation) -> None:
    own = {path: text for path, text in read_folder(folder).items() if language_of(path) == language}
    assert export_folder(compilation.by_language[language], own, language) == own


@pytest.fixture
def report(folder: Path) -> CheckReport:
    return checked(folder)


@pytest.mark.full(sample=5)
def test_every_example_passes_and_every_threshold_has_an_example(folder: Path, report: CheckReport) -> None:
    assert unknown(report.diagnostics, folder) == []
    assert report.missing == ()
    assert report.scorecard is not None
    assert report.examples > 0
