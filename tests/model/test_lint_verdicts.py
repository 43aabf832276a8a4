"""Lint of verdict rules: each error at its location, in-force dates, and the examples they need."""

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
def test_each_error_is_found_at_its_location(name: str) -> None:
    scorecard, expected = MISTAKES[name]
    assert expected in lint_issues(scorecard)
    assert {code for code, _, _ in lint_issues(scorecard)} == {expected[0]}


def test_a_rule_may_warn_and_be_in_force_on_a_single_day() -> None:
    dates = {"first": day("2026-09-27"), "last": day("2026-09-27"), "warn_from": day("2026-09-27")}
    assert lint_issues(with_rules(RULES[0], rule("A-2", (OPEN,), **dates))) == []


def test_a_first_day_by_country_may_be_later_than_the_last_day_of_some_countries() -> None:
    later = rule("A-2", (OPEN,), first=BY_LOOKUP, last=BY_LOOKUP.model_copy(update={"shift_months": 12}))
    assert lint_issues(with_rules(RULES[0], later)) == []


def test_the_days_in_force_need_an_example_on_either_side() -> None:
    edges = [(edge.path, edge.side) for edge in all_edges(JUDGED) if edge.path.endswith(("first", "last"))]
    assert edges == [
        (f"verdicts.rules[A-1].{bound}", side)
        for bound in ("first", "last")
        for side in (EdgeSide.HOLDS, EdgeSide.FAILS)
    ]
