"""Expectations of stages and maturity: correct ones pass, wrong ones fail with the actual result, in both languages."""

from __future__ import annotations

import pytest

from rules.rehearsal.proposed_examples import propose_missing
from rules.rehearsal.publication_check import check_folder
from tests.rehearsal.desk import changed, rehearse
from tests.rehearsal.test_example_runner import Case
from tests.support.guide import STAGED, card

CASES = [
    ("en", Case("reports published is 2 items", "the stage is full report", "the stage is first report")),
    ("zh", Case("已发布报告 为 2 项", "阶段为 完整报告", "阶段为 首次报告")),
    (
        "en",
        Case("reports published is missing", "the possible stages are full report, first report", "the stage is s2"),
    ),
    ("zh", Case("已发布报告 缺失", "可能的阶段为 完整报告, 首次报告", "阶段为 s1")),
    ("en", Case("goals comparison is 35 %", "indicator D1 reaches 40 %", "indicator D1 reaches 35 %")),
    ("zh", Case("目标对比 为 35 %", "指标 D1 达到 40 %", "指标 D1 达到 35 %")),
    (
        "en",
        Case("goals trend is 20 %; goals disclosed is 35 %", "indicator D1 reaches 37.5 %", "indicator D1 reaches 1 %"),
    ),
    (
        "en",
        Case(
            "goals trend is missing",
            "indicator D1 scores between 21 and 24",
            "indicator D1 reaches 40 %",
            "35 % … 40 %",
        ),
    ),
    ("zh", Case("已发布报告 为 0 项", "指标 D1 不适用", "指标 D1 达到 40 %")),
    ("en", Case("the setting reading of 5.2 is span", "indicator D1 reaches 30 %", "indicator D1 reaches 40 %")),
    ("en", Case("reports published is 1 item", "the total score is 32", "the total score is 56")),
    ("en", Case("reports published is 1 item", "no finding F1 is raised", "an observation F1 is raised")),
    (
        "en",
        Case(
            "goals disclosed is 100 %; goals content is 100 %; goals trend is 50 %; goals integration is 100 %",
            "indicator D1 reaches 100 %",
            "indicator D1 reaches 105 %",
        ),
    ),
    ("zh", Case("已发布报告 为 1 项", "结论为 已计分", "结论为 已评级")),
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_correct_expectation_passes(language: str, case: Case) -> None:
    assert rehearse(language, case.steps(), [case.right], card=card(STAGED)).failures == ()


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_wrong_expectation_fails_with_the_actual_result(language: str, case: Case) -> None:
    (failure,) = rehearse(language, case.steps(), [case.wrong], card=card(STAGED)).failures
    assert failure.actual == (case.actual or case.right)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_examples_are_proposed_for_every_boundary_of_stages_and_maturity(language: str) -> None:
    files = card(STAGED)
    before = [edge.path for edge in check_folder(files).missing]
    assert {"maturity.trend_rows[0].at_least", "maturity.levels[2]", "stages.rows[1].when[1]"} <= set(before)
    proposed = propose_missing(files, language)
    assert proposed is not None
    assert proposed.uncovered == ()
    report = check_folder(proposed.files)
    assert (report.failed, report.missing) == (0, ())
    assert {found.code for found in report.diagnostics} == {"RL054"}


def test_an_example_covers_only_its_own_side_of_a_boundary() -> None:
    files = card(STAGED)
    trend = "maturity.trend_rows[0].at_least"
    sides = [edge.side.value for edge in check_folder(files).missing if edge.path == trend]
    assert sides == ["holds"]
    shown = changed(files, "card.en.feature", "Given goals trend is 30 %", "Given goals trend is 50 %")
    shown = changed(shown, "card.en.feature", "Then indicator D1 reaches 35 %", "Then indicator D1 reaches 40 %")
    assert [edge for edge in check_folder(shown).missing if edge.path == trend] == []


def test_a_grade_that_requires_a_stage_gets_an_example_on_either_side() -> None:
    ladder = (
        "\n  Rule: Grades\n    Background:\n      Given these grades\n"
        "        | grade | at least | also requires | basis |\n"
        "        | A     | 50       | stage is s2   | own   |\n"
        "        | B     | 30       |               | own   |\n"
        "\n    Scenario: the deeper stage\n      When evaluated as of 2026-06-30\n      Then the grade is A\n"
    )
    files = {"card.en.feature": card(STAGED)["card.en.feature"].replace("is scored", "is graded") + ladder}
    proposed = propose_missing(files, "en")
    assert proposed is not None
    assert proposed.uncovered == ()
    assert "ladder.rows[0].requires[0]" in {edge.path for edge in proposed.added}
    report = check_folder(proposed.files)
    assert (report.failed, report.missing) == (0, ())
