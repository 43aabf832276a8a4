"""Error corpus of rehearsal: each diagnostic at its exact location, and corrected files fit to publish."""

from __future__ import annotations

import re

import pytest

from rules.rehearsal.publication_check import check_folder
from tests.language.folders import CORPUS, FOUND_BY_REHEARSAL, expected_diagnostics, read_folder

CASES = sorted(folder.name for folder in (CORPUS / "bad").iterdir() if folder.name[:5] in FOUND_BY_REHEARSAL)


@pytest.mark.parametrize("case", CASES)
def test_each_error_is_found_at_its_location(case: str) -> None:
    files = read_folder(CORPUS / "bad" / case)
    expected = expected_diagnostics(files)
    diagnostics = check_folder(files).diagnostics
    assert [
        (each.location.path, each.location.line, each.location.column, each.code) for each in diagnostics
    ] == expected
    assert {code for _, _, _, code in expected} == {case[:5]}


@pytest.mark.parametrize("case", CASES)
def test_the_corrected_files_are_fit_to_be_published(case: str) -> None:
    report = check_folder(read_folder(CORPUS / "good" / case))
    assert report.diagnostics == ()
    assert report.missing == ()
    assert report.rule_digest is not None


@pytest.mark.parametrize("case", CASES)
def test_both_versions_have_the_same_files(case: str) -> None:
    assert read_folder(CORPUS / "bad" / case).keys() == read_folder(CORPUS / "good" / case).keys()


@pytest.mark.parametrize("case", CASES)
def test_the_message_is_in_the_language_of_the_file(case: str) -> None:
    for diagnostic in check_folder(read_folder(CORPUS / "bad" / case)).diagnostics:
        chinese = re.search(r"[\u4e00-\u9fff]", diagnostic.message) is not None
        assert chinese is diagnostic.location.path.endswith(".zh.feature")


def test_every_rehearsal_diagnostic_has_a_bad_and_a_good_folder() -> None:
    assert {case[:5] for case in CASES} == set(FOUND_BY_REHEARSAL)
