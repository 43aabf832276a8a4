"""Error corpus of the compiler: each diagnostic at its exact location, and absent from the corrected files."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from rules.language.diagnostic_collector import read_catalogue
from service.gazette.tables import TableStore
from tests.language.folders import CORPUS, FOUND_BY_PUBLISHING, FOUND_BY_REHEARSAL, expected_diagnostics, read_folder

SHELF = TableStore(CORPUS.parents[1] / "scorecards" / "tables")
FOUND_ELSEWHERE = FOUND_BY_REHEARSAL.keys() | FOUND_BY_PUBLISHING.keys()
CASES = sorted(folder.name for folder in (CORPUS / "bad").iterdir() if folder.name[:5] not in FOUND_ELSEWHERE)


@pytest.mark.parametrize("case", CASES)
def test_each_mistake_is_reported_at_its_location(case: str) -> None:
    files = read_folder(CORPUS / "bad" / case)
    expected = expected_diagnostics(files)
    compilation = compile_folder(files, tables=SHELF)
    assert [
        (each.location.path, each.location.line, each.location.column, each.code) for each in compilation.diagnostics
    ] == expected
    assert case[:5] in {found for _, _, _, found in expected}


@pytest.mark.parametrize("case", CASES)
def test_the_corrected_files_do_not_cause_the_diagnostic(case: str) -> None:
    compilation = compile_folder(read_folder(CORPUS / "good" / case), tables=SHELF)
    assert case[:5] not in {each.code for each in compilation.diagnostics}
    assert compilation.scorecard is not None


def test_both_versions_have_the_same_files() -> None:
    files = {case: [read_folder(CORPUS / kind / case).keys() for kind in ("bad", "good")] for case in CASES}
    others = [case for case, (bad, good) in files.items() if bad != good]
    assert not others, ", ".join(others)


def test_every_diagnostic_of_the_compiler_has_an_invalid_and_a_valid_file() -> None:
    assert {case[:5] for case in CASES} == set(read_catalogue()) - FOUND_ELSEWHERE
