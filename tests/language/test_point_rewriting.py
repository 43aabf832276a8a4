"""Rewriting of indicator points in drafts: dependent totals in both languages, other cells unchanged."""

from fractions import Fraction
from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.language.point_rewriting import rewrite_points
from rules.model.scorecard import Scorecard
from tests.language.folders import read_folder
from tests.support.guide import STAGED, card

FILES = read_folder(Path(__file__).parent / "weighed_card")
WHOLE = read_folder(Path(__file__).parent / "whole_card")
POINTS = {"I1": Fraction(4), "I2": Fraction(480, 41), "I3": Fraction(107, 3)}


def changed(files: dict[str, str], points: dict[str, Fraction]) -> dict[str, str]:
    return rewrite_points(files, compile_folder(files), points)


def sound(files: dict[str, str]) -> Scorecard:
    compiled = compile_folder(files)
    assert compiled.scorecard is not None, [one.render() for one in compiled.diagnostics]
    return compiled.scorecard


def test_indicators_sums_and_sections_change_in_both_languages() -> None:
    after = changed(FILES, POINTS)
    assert set(after) == set(FILES)
    card = sound(after)
    assert {one.id: one.maximum for one in card.indicators} == POINTS
    assert {one.id: one.maximum for one in card.sections} == {
        "use": 4,
        "waste": Fraction(480, 41),
        "system": Fraction(107, 3),
    }
    for language in ("en", "zh"):
        path = f"card.{language}.feature"
        assert export_folder(card, {path: after[path]}, language) == {path: after[path]}


def test_a_points_change_touches_only_the_dependent_lines() -> None:
    after = changed(FILES, POINTS)
    for path, text in FILES.items():
        before, then = text.split("\n"), after[path].split("\n")
        assert len(before) == len(then)
        moved = [(old, new) for old, new in zip(before, then, strict=True) if old.split() != new.split()]
        assert len(moved) == 6
        assert all(old.split()[0] == new.split()[0] for old, new in moved)


def test_unchanged_points_retain_their_notation() -> None:
    files = {path: text.replace("| 36     |", "| 36.0   |") for path, text in FILES.items()}
    same = {"I1": Fraction(176, 41), "I2": Fraction(480, 41), "I3": Fraction(36)}
    assert changed(files, same) == {}
    assert "| 36.0   |" in changed(files, {"I2": Fraction(10)})["card.en.feature"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_unaligned_table_changes_only_in_its_cells(end: str) -> None:
    path = "card.en.feature"
    row = "| I1 | Renewables | use     | 176/41 | guide |"
    text = FILES[path].replace(row, "|I1|Renewables|  use|176/41 |guide|").replace("\n", end)
    (after,) = changed({path: text}, {"I1": Fraction(1, 3)}).values()
    assert f"|I1|Renewables|  use|1/3 |guide|{end}" in after
    assert f"worth 1/3 points{end}" in after
    assert after.count(end) == text.count(end)
    assert after.replace(end, "").count("\r") == 0


def test_comments_inside_a_table_and_a_byte_order_mark_stay() -> None:
    path = "card.en.feature"
    row = "        | I2 | Reuse     | waste   | 480/41 | guide |\n"
    text = "\ufeff" + FILES[path].replace(row, f"        # by the panel\n{row}")
    (after,) = changed({path: text}, {"I3": Fraction(7)}).values()
    assert after.startswith("\ufeff# language")
    assert "        # by the panel\n        | I2 |" in after
    assert "| I3 | System    | system  | 7      | guide |" in after


def test_an_indicator_may_change_alone() -> None:
    after = sound({**WHOLE, **changed(WHOLE, {})})
    assert after == sound(WHOLE)
    first = next(one for one in sound(WHOLE).indicators if one.id == "I1")
    more = changed(WHOLE, {"I1": first.maximum + 1})
    codes = {one.code for one in compile_folder({**WHOLE, **more}).diagnostics}
    before = {one.code for one in compile_folder(WHOLE).diagnostics}
    assert codes - before == {"RL044"}, "only the scale that states points is left behind"


def test_stage_maximum_points_change_with_their_sections() -> None:
    files = card(STAGED)
    after = changed(files, {"D1": Fraction(50)})
    assert set(after) == set(files)
    stages = sound({**files, **after}).stages
    assert stages is not None
    assert [stage.maximum for stage in stages.stages] == [90, 40]
