"""Step column of a numeric fact: values from both languages, and refusal of invalid steps."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from tests.language.folders import read_folder

FOLDER = Path(__file__).parent / "whole_card"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_language_reads_the_step_in_the_unit_of_the_fact(language: str) -> None:
    scorecard = compile_folder(read_folder(FOLDER), languages=frozenset({language})).scorecard
    assert scorecard is not None
    steps = {fact.id: fact.step for fact in scorecard.facts if fact.step is not None}
    assert steps == {"share": Fraction(1, 10), "energy": Fraction(1, 4)}


@pytest.mark.parametrize(("step", "code"), [("-1", "RL049"), ("0", "RL049"), ("1/3", "RL049"), ("ten", "RL022")])
def test_a_step_is_a_plain_decimal_above_zero(step: str, code: str) -> None:
    files = read_folder(FOLDER)
    changed = {name: text.replace("| 100     | 0.1  |", f"| 100     | {step} |") for name, text in files.items()}
    diagnostics = compile_folder(changed, languages=frozenset({"en"})).diagnostics
    assert code in {one.code for one in diagnostics}


def test_only_a_number_has_a_step() -> None:
    files = read_folder(FOLDER)
    lines = files["card.en.feature"].splitlines(keepends=True)
    place = next(place for place, line in enumerate(lines) if line.startswith("      | media  "))
    cells = lines[place].split("|")
    cells[8] = " 1    "
    lines[place] = "|".join(cells)
    files["card.en.feature"] = "".join(lines)
    diagnostics = compile_folder(files, languages=frozenset({"en"})).diagnostics
    assert [(one.code, one.location.line) for one in diagnostics if one.code == "RL016"] == [("RL016", place + 1)]
    assert "the column 'step' does not fit this type" in next(one.message for one in diagnostics if one.code == "RL016")
