"""Grades with alternative rows and exceptions: both evaluators, round trip, mutants, malformed rows."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.model.digest import rule_digest
from rules.model.mutants import all_mutants
from rules.rehearsal.publication_check import check_folder
from tests.support.guide import card

ROW = "        | A     | 80       | gate G1 is met; indicator U1 is at least 20 points         | guide |\n"
EXCEPTION = "        | A     |          | unless gate G2 is met; indicator C1 is less than 20 points | own   |\n"
FURTHER = """
  Rule: Another way to the first grade
    Scenario Outline: much green power, or the points
      Given green power is <power> MWh
      And supposing the total score is <score>
      When evaluated as of 2026-06-30
      Then the grade is <grade>

      Examples:
        | power | score | grade |
        | 110   | 79    | good  |
        | 96    | 80    | good  |
        | 96    | 79    | fair  |
"""


def office(rows: str = ROW + EXCEPTION) -> dict[str, str]:
    files = {name: text for name, text in card().items() if name.endswith(".en.feature")}
    assert ROW + EXCEPTION in files["rules.en.feature"]
    files["rules.en.feature"] = files["rules.en.feature"].replace(ROW + EXCEPTION, rows)
    return files


def reported(rows: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in compile_folder(office(rows)).diagnostics]


def test_a_grade_is_earned_by_any_of_its_rows() -> None:
    other = "        | A     |          | green share is at least 90 %                               | own   |\n"
    files = office(ROW + other + EXCEPTION)
    files["rules.en.feature"] += FURTHER
    report = check_folder(files)
    assert (report.failed, [one.render() for one in report.diagnostics if one.code != "RL052"]) == (0, [])


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_exception_round_trips(language: str) -> None:
    files = office()
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    assert scorecard.ladder is not None
    assert [(row.grade, row.exception, row.basis) for row in scorecard.ladder.rows] == [
        ("A", None, ("guide",)),
        ("A", True, ("own",)),
        ("B", None, ("guide",)),
    ]
    written = export_folder(scorecard, files, language)
    again = compile_folder(written, languages=frozenset({language})).scorecard
    assert again is not None
    assert rule_digest(again) == rule_digest(scorecard)


def test_an_invalid_exception_to_a_grade_is_reported() -> None:
    bound = EXCEPTION.replace("|          |", "| 80       |")
    assert [code for code, _ in reported(ROW + bound)] == ["RL091"]
    assert [code for code, _ in reported(EXCEPTION)] == ["RL091"]
    assert [code for code, _ in reported(ROW + EXCEPTION + EXCEPTION)] == ["RL042"]
    assert [code for code, _ in reported(ROW.replace("gate G1 is met;", "gate G1 is met; unless tariff is grey;"))] == [
        "RL010"
    ]


def test_mutants_of_an_exception_drop_it_turn_it_into_a_case_and_change_each_clause() -> None:
    scorecard = compile_folder(office()).scorecard
    assert scorecard is not None
    kinds = {(slip.path, slip.kind.value) for slip in all_mutants(scorecard) if slip.path.startswith("ladder.rows[1]")}
    assert {
        ("ladder.rows[1]", "dropped"),
        ("ladder.rows[1].exception", "turned"),
        ("ladder.rows[1].requires[0]", "dropped"),
        ("ladder.rows[1].requires[1].operand.value", "moved"),
    } <= kinds
