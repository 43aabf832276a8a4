"""Is every scorecard of the drafting desk sound, proved by examples, and run to the last row by pytest-bdd?"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from pytest_bdd.feature import get_feature

from rules.contracts.messages import LANGUAGES
from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.language.file_names import language_of
from rules.model.digest import rule_digest
from rules.rehearsal.check import check_folder
from tests.features.desk import FOLDERS, TABLES
from tests.language.folders import read_folder

if TYPE_CHECKING:
    from pathlib import Path

    from rules.language.compiler import Compilation

# By folder, so that what is compiled of one is needed no more when the next begins.
pytestmark = pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS], scope="module")


@lru_cache(len(LANGUAGES))
def compiled_alone(folder: Path, language: str) -> tuple[dict[str, str], Compilation]:
    """The files of one language, compiled without those of the others."""
    own = {path: text for path, text in read_folder(folder).items() if language_of(path) == language}
    return own, compile_folder(own)


def test_the_folder_compiles_clean_and_both_languages_say_the_same(folder: Path) -> None:
    compilation = compile_folder(read_folder(folder), tables=TABLES)
    assert [diagnostic.render() for diagnostic in compilation.diagnostics] == []
    assert compilation.scorecard is not None
    assert compilation.scorecard.card.id == folder.name
    assert compilation.by_language.keys() == set(LANGUAGES)
    digests = {rule_digest(scorecard) for scorecard in compilation.by_language.values()}
    assert digests == {rule_digest(compilation.scorecard)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_in_canonical_form(folder: Path, language: str) -> None:
    own, compilation = compiled_alone(folder, language)
    scorecard = compilation.scorecard
    assert scorecard is not None
    assert export_folder(scorecard, own, language) == own


def test_every_example_passes_and_every_edge_is_shown(folder: Path) -> None:
    files = read_folder(folder)
    report = check_folder(files, tables=TABLES)
    assert [diagnostic.render() for diagnostic in report.diagnostics] == []
    assert report.missing == ()
    assert report.scorecard is not None
    assert report.examples > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_pytest_runs_every_example(folder: Path, language: str) -> None:
    """Of two scenarios with one title pytest-bdd would keep the last, and say nothing."""
    own, compilation = compiled_alone(folder, language)
    compiled = {(example.location.path, example.location.line) for example in compilation.examples}
    collected = 0
    for path in (path for path in own if (folder / path).is_file()):
        for scenario in get_feature(str(folder), path).scenarios.values():
            rows = sum(len(examples.examples) for examples in scenario.examples)
            assert rows or (path, scenario.line_number) in compiled
            collected += rows or 1
    assert collected == len(compiled) > 0
