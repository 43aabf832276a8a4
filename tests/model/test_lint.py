"""Semantic lint of a scorecard: each known error at its location, and none in valid variants."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, strategies as st

from rules.contracts.outcomes import Outcome
from rules.model.expressions import NumberOperator, OutcomeClause
from rules.model.lint.every_check import lint
from rules.model.scorecard import Band, FormulaRow, Scorecard
from tests.model.lint_card import (
    BANDS,
    BASIS,
    INVERSE,
    SOUND,
    band,
    changed,
    choice,
    number,
    row,
    with_bands,
    with_formula,
    with_rows,
)
from tests.model.lint_mistakes import MISTAKES, SPREADING


def lint_issues(scorecard: Scorecard) -> list[tuple[str, str, str]]:
    """Return the lint issues, except the notice about the sum that the ladder no longer uses."""
    return [
        (one.code, one.path, one.arguments["problem"])
        for one in lint(scorecard)
        if one.path not in {"quantities[counted]"}
    ]


def test_a_sound_scorecard_has_no_issue() -> None:
    assert lint(SOUND) == ()


@pytest.mark.parametrize("name", MISTAKES)
def test_each_error_is_found_at_its_location(name: str) -> None:
    scorecard, expected = MISTAKES[name]
    assert expected in lint_issues(scorecard)
    strays = [one for one in lint_issues(scorecard) if one[0] != expected[0]]
    assert [one for one in strays if name not in SPREADING] == []


def test_a_fact_that_may_not_apply_must_not_decide_a_grade_through_a_quantity() -> None:
    facts = tuple(one.model_copy(update={"may_not_apply": one.id == "credits"}) for one in SOUND.facts)
    assert ("RL045", "ladder.rows[0].requires[0]", "main") in lint_issues(changed(facts=facts))


def test_a_fact_that_may_not_apply_may_be_an_indicators_measure() -> None:
    facts = tuple(one.model_copy(update={"may_not_apply": one.id == "share"}) for one in SOUND.facts)
    assert lint_issues(changed(facts=facts)) == []


@pytest.mark.parametrize("criterion", ["G1", "I1"])
def test_a_finding_may_test_a_criterion_outcome_that_depends_on_a_fact_that_may_not_apply(criterion: str) -> None:
    facts = tuple(one.model_copy(update={"may_not_apply": one.id == "share"}) for one in SOUND.facts)
    asked = OutcomeClause(criterion=criterion, outcome=Outcome.NOT_APPLICABLE)
    findings = tuple(one.model_copy(update={"when": (*one.when, asked)}) for one in SOUND.findings)
    assert "RL045" not in [code for code, _, _ in lint_issues(changed(facts=facts, findings=findings))]


def test_a_condition_of_the_row_can_exclude_a_zero_divisor() -> None:
    above = (number("energy", NumberOperator.MORE_THAN, "0", "MWh"),)
    card = with_formula(FormulaRow(formula=INVERSE, when=above, basis=BASIS))
    assert "RL046" not in [code for code, _, _ in lint_issues(card)]


def test_bands_over_rounded_values_may_omit_values_that_rounding_excludes() -> None:
    bands = (Band(at_most=Fraction("49.99"), points=Fraction(0)), band("50", None, "40"))
    rounded = SOUND.card.model_copy(update={"compare_rounded": True})
    assert lint_issues(with_bands(*bands).model_copy(update={"card": rounded})) == []
    assert lint_issues(with_bands(*bands)) == [("RL041", "indicators[I1].scale.bands[1].at_least", "gap")]


def test_a_row_with_another_condition_or_rounding_closes_a_gap_of_the_ladder() -> None:
    rows = row("5", "85", choice("open", "yes")), row("5", "80", choice("open", "no")), row("3", "60", below="80")
    assert lint_issues(with_rows(*rows)) == []
    close = row("5", "80"), row("3", "60").model_copy(update={"at_most": Fraction("79.99")})
    assert [code for code, _, _ in lint_issues(with_rows(*close))] == ["RL124"]
    rounded = SOUND.card.model_copy(update={"compare_rounded": True})
    assert lint_issues(with_rows(*close).model_copy(update={"card": rounded})) == []


def test_bands_in_any_order_are_sound() -> None:
    assert lint_issues(with_bands(*reversed(BANDS.bands))) == []


def test_lint_results_are_deterministic() -> None:
    card = MISTAKES["lookup_without_a_combination"][0]
    assert lint(card) == lint(Scorecard.model_validate(card.model_dump(mode="json")))


@given(st.lists(st.integers(1, 99), min_size=1, max_size=6, unique=True).map(sorted), st.randoms())
def test_adjacent_bands_are_valid_and_a_missing_band_is_a_gap(cuts: list[int], random: Random) -> None:
    ends = [None, *(str(cut) for cut in cuts), None]
    bands = [band(low, high, "40") for low, high in pairwise(ends)]
    random.shuffle(bands)
    assert lint_issues(with_bands(*bands)) == []
    bands.pop()
    assert [code for code, _, _ in lint_issues(with_bands(*bands))] == ["RL041"]
