"""Findings with several cases and exceptions: both evaluators, own bases, round trip, malformed rows."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.model.digest import rule_digest
from rules.model.quantities import NamedCondition
from rules.rehearsal.publication_check import check_folder
from tests.support.guide import card

RULE = """
  Rule: Added
    Background:
      Given these findings
        | code   | finding       | when                                  | severity | close within | basis |
        | F3.SEE | Worth a visit | fines is more than 1 time             | minor    | 30 days      | guide |
{rows}
    Scenario Outline: many fines or much power, unless audited of late
      Given fines is <fines> times
      And electricity used is <used> MWh
      And audit date is <day>
      When evaluated as of 2026-06-30
      Then <says>

      Examples:
        | fines | used | day        | says                                    |
        | 1     | 500  | 2024-11-03 | no finding F3.SEE is raised             |
        | 2     | 500  | 2024-11-03 | a minor nonconformity F3.SEE is raised  |
        | 1     | 501  | 2024-11-03 | a minor nonconformity F3.SEE is raised  |
        | 2     | 501  | 2025-11-03 | no finding F3.SEE is raised             |
"""
ROWS = """\
        | F3.SEE |               | electricity used is more than 500 MWh |          |              | table |
        | F3.SEE |               | unless audit date is from 2025-01-01  |          |              | own   |
"""


def office(rows: str = ROWS) -> dict[str, str]:
    files = {name: text for name, text in card().items() if name.endswith(".en.feature")}
    files["rules.en.feature"] += RULE.format(rows=rows)
    return files


def codes_of_row(row: str) -> list[str]:
    """Return the codes of the diagnostics for a row appended to the finding."""
    files = office(f"{ROWS}        {row}\n")
    line = next(at for at, text in enumerate(files["rules.en.feature"].split("\n"), 1) if row in text)
    return [one.code for one in compile_folder(files).diagnostics if one.location.line == line]


def test_a_finding_is_raised_in_any_case_except_its_exceptions() -> None:
    report = check_folder(office())
    assert not [found.render() for found in report.diagnostics if found.code != "RL052"]
    assert not report.failed
    assert report.rule_digest is not None


def test_each_case_and_each_exception_has_its_own_basis() -> None:
    scorecard = compile_folder(office()).scorecard
    assert scorecard is not None
    (finding,) = (one for one in scorecard.findings if one.id == "F3.SEE")
    (cases,) = (one for one in scorecard.quantities if one.id == "F3.SEE.raised")
    assert isinstance(cases, NamedCondition)
    assert [(row.exception, row.basis) for row in cases.rows] == [
        (False, ("guide",)),
        (False, ("table",)),
        (True, ("own",)),
    ]
    assert finding.basis == ("guide", "table", "own")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_rows_of_a_finding_round_trip(language: str) -> None:
    files = office()
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    written = export_folder(scorecard, files, language)
    again = compile_folder(written, languages=frozenset({language})).scorecard
    assert again is not None
    assert rule_digest(again) == rule_digest(scorecard)
    if language == "en":
        assert export_folder(again, written, language) == written


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("| F3.SEE | Again | tariff is grey | | | guide |", "RL014"),
        ("| F3.SEE | | tariff is grey | major | | guide |", "RL014"),
        ("| F3.SEE | | electricity used is more than 500 MWh | | | own |", "RL014"),
        ("| F3.LATER | | unless tariff is grey | minor | | guide |", "RL091"),
        ("| F3.SEE | | gate G1 is met | | | guide |", "RL016"),
    ],
)
def test_an_invalid_row_of_a_finding_is_reported(row: str, code: str) -> None:
    assert codes_of_row(row)[0] == code
