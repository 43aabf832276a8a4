"""Lint of verdict rules: each mistake at its place, in-force dates, and the examples that they need."""

from __future__ import annotations

import pytest

from rules.model.clause_coverage import all_edges
from rules.model.edge_rows import EdgeSide
from rules.model.lint.every_check import lint
from rules.model.scorecard import Scorecard
from tests.model.judged_card import BY_LOOKUP, JUDGED, MISTAKES, OPEN, RULES, day, rule, with_rules


def lint_issues(scorecard: Scorecard) -> list[tuple[str, str, str]]:
    return [(one.code, one.path, one.arguments["problem"]) for one in lint(scorecard)]


def test_a_sound_scorecard_has_no_issue() -> None:
    assert lint_issues(JUDGED) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_found_at_its_place(name: str) -> None:
    scorecard, expected = MISTAKES[name]
    assert expected in lint_issues(scorecard)
    assert {code for code, _, _ in lint_issues(scorecard)} == {expected[0]}


def test_one_day_is_enough_for_a_rule_to_be_in_force_and_to_warn() -> None:
    dates = {"first": day("2026-09-27"), "last": day("2026-09-27"), "warn_from": day("2026-09-27")}
    assert lint_issues(with_rules(RULES[0], rule("A-2", (OPEN,), **dates))) == []


def test_a_day_that_differs_by_country_may_come_later_than_the_end_in_some() -> None:
    later = rule("A-2", (OPEN,), first=BY_LOOKUP, last=BY_LOOKUP.model_copy(update={"shift_months": 12}))
    assert lint_issues(with_rules(RULES[0], later)) == []


def test_the_days_in_force_need_an_example_on_either_side() -> None:
    edges = [(edge.path, edge.side) for edge in all_edges(JUDGED) if edge.path.endswith(("first", "last"))]
    assert edges == [
        (f"verdicts.rules[A-1].{bound}", side)
        for bound in ("first", "last")
        for side in (EdgeSide.HOLDS, EdgeSide.FAILS)
    ]
