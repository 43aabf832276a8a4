"""Lint of stages and maturity: each error at its location, and none in valid rows and bands."""

from __future__ import annotations

import pytest

from rules.model.expressions import STAGE, NumberOperator
from rules.model.lint.every_check import lint
from rules.model.scorecard import Scorecard, StageRow
from tests.model.lint_card import AT_LEAST, BASIS, LESS, choice, number, with_requires
from tests.model.staged_card import MISTAKES, SPREADING, STAGED, STAGES, staged, with_stage_rows, with_stepped_bands


def lint_issues(scorecard: Scorecard) -> list[tuple[str, str, str]]:
    return [(one.code, one.path, one.arguments["problem"]) for one in lint(scorecard)]


def test_a_sound_scorecard_has_no_issue() -> None:
    assert lint_issues(STAGED) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_each_error_is_found_at_its_location(name: str) -> None:
    scorecard, expected = MISTAKES[name]
    assert expected in lint_issues(scorecard)
    assert name in SPREADING or {code for code, _, _ in lint_issues(scorecard)} == {expected[0]}


def test_stage_rows_that_cover_every_case_need_no_final_row() -> None:
    assert lint_issues(with_stage_rows(*STAGES.rows)) == []
    edge = STAGES.rows[2].model_copy(update={"when": (number("share", LESS, "49.9"),)})
    assert ("RL056", "stages.rows[2]", "stage") in lint_issues(with_stage_rows(*STAGES.rows[:2], edge))


def test_a_last_row_without_condition_decides_for_all_the_others() -> None:
    assert lint_issues(with_stage_rows(*STAGES.rows[:2], StageRow(stage="s0", basis=BASIS))) == []


def test_bands_over_multiples_may_omit_values_between_multiples() -> None:
    unused = [("RL051", "facts[share]", "main")]
    assert [one for one in lint_issues(with_stepped_bands("5")) if one not in unused] == []


def test_a_grade_may_require_an_existing_stage() -> None:
    ladder = STAGED.ladder
    assert ladder is not None

    def with_stage(*stages: str) -> Scorecard:
        row = ladder.rows[0].model_copy(update={"requires": (choice(STAGE, *stages), *ladder.rows[0].requires)})
        return staged(ladder=ladder.model_copy(update={"rows": (row, *ladder.rows[1:])}))

    assert lint_issues(with_stage("s2")) == []
    assert lint_issues(with_stage("s2", "s1", "s0")) == [("RL048", "ladder.rows[0].requires[0]", "always")]


def test_a_number_that_is_no_multiple_is_never_met() -> None:
    asked = number("amount", NumberOperator.IS, "33")
    gates = with_requires(asked).gates
    assert ("RL047", "gates[G1].requires[2]", "never") in lint_issues(staged(gates=gates))
    gates = with_requires(number("amount", AT_LEAST, "33")).gates
    assert lint_issues(staged(gates=gates)) == []
