"""Explanation of one criterion: the scale of an indicator and the figures behind a criterion."""

from __future__ import annotations

import pytest

from rules.api import compile_folder
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.contracts.record import Record
from rules.model import draft_as_published
from rules.model.scorecard import Scorecard
from rules.trail.evaluation import Evaluator
from rules.trail.explain import Topic, explain
from tests.support.guide import HEATED, card
from tests.support.random_subjects import KEY, KNOWN
from tests.support.rated_subject import rated_subject
from tests.support.small_card import small_card, small_subject
from tests.support.staged_card import staged_card
from tests.trail.explaining import of_topic
from tests.trail.worked_factory import factory, factory_card


def computed(scorecard: Scorecard, subject: Subject, language: str, criterion: str) -> list[str]:
    """Return the statements about figures and scales in the explanation of one criterion."""
    evaluator = Evaluator(scorecard, "ab" * 32, f"scorecards/{scorecard.card.id}/versions/1.0.0")
    try:
        record: Record = evaluator.evaluate(subject, KEY).record
        statements = of_topic(explain(evaluator, record, language, criterion), Topic.COMPUTATION)
    finally:
        evaluator.close()
    assert {statement.criterion for statement in statements} <= {criterion}
    return [statement.text for statement in statements]


def scale(scorecard: Scorecard, subject: Subject, language: str, criterion: str) -> str:
    return computed(scorecard, subject, language, criterion)[-1]


@pytest.mark.parametrize(
    ("language", "criterion", "expected"),
    [
        ("en", "I1", "Scale of I1: Renewable share earns points by this table: at least 80 %: 60 points; "
                     "at least 40 % and less than 80 %: 30 points; less than 40 %: 0 points."),
        ("zh", "I1", "I1 的计分标准：可再生能源占比按下表得分：不低于 80%：60 分；不低于 40% 且低于 80%：30 分；"
                     "低于 40%：0 分。"),
        ("en", "I2", "Scale of I2: status earns points by this table: open: 0 points; closed: 40 points."),
    ],
)  # fmt: skip
def test_bands_and_choices_are_listed_with_their_points(language: str, criterion: str, expected: str) -> None:
    assert scale(small_card(), small_subject().model_copy(update={"known": KNOWN}), language, criterion).startswith(
        expected
    )


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("C1", "Scale of C1: renewable electricity share of 0 % earns 0 points, 100 % earns 8 points, and values in "
               "between earn points in proportion."),
        ("C4", "Scale of C4: electrification share earns points on a line: 30 %: 0 points; 80 %: 2 points. Values "
               "beyond the ends earn the points of the nearest end."),
        ("C6", "It applies only if this is satisfied: process water used is yes."),
        ("C3", "It earns 0 points unless this is satisfied: limit value of the energy norm is more than advanced"),
        ("D4", "Scale of D4: each of these that is satisfied earns 0.5 points: supplier actions includes policy set; "),
    ],
)  # fmt: skip
def test_shares_lines_and_counts_are_explained_with_their_conditions(criterion: str, expected: str) -> None:
    assert expected in scale(factory_card(), factory(), "en", criterion)


def test_rescaled_points_are_named() -> None:
    changed = tuple(
        fact.model_copy(update={"value": fact.value.model_copy(update={"flag": False})})
        if fact.id == "process_water" and fact.value is not None
        else fact
        for fact in factory().facts
    )
    rescaled = "In this result, the points are rescaled to at most ≈8.6957 points."
    assert rescaled in scale(factory_card(), factory().model_copy(update={"facts": changed}), "en", "C1")
    assert "rescaled" not in scale(factory_card(), factory(), "en", "C1")


def test_matrix_cells_are_listed_with_both_measures() -> None:
    sources = card(HEATED)
    compiled = compile_folder(sources).scorecard
    assert compiled is not None
    facts = (
        DeclaredFact(id="size", value=DeclaredValue(choice="small")),
        DeclaredFact(id="renewable", value=DeclaredValue(number="30", unit="%")),
        DeclaredFact(id="used", value=DeclaredValue(number="500", unit="MWh")),
    )
    subject = Subject(subject="Works", as_of="2026-03-01", known="2026-03-01T00:00:00Z", facts=facts)
    text = scale(draft_as_published(compiled, sources).scorecard, subject, "en", "I1")
    assert "small with at least 20 % and less than 50 %: 40 points; " in text
    assert "medium or large with less than 20 %: 0 points; " in text


def test_a_maturity_is_multiplied_by_the_points() -> None:
    text = scale(staged_card(), rated_subject(30), "en", "C1")
    assert text.startswith("Scale of C1: maturity (0 to 100 %) times ≈4.2927 points.")


def test_the_figures_behind_an_indicator_a_finding_and_a_grade_are_computed() -> None:
    progress = "progress to the advanced value = (limit value of the energy norm (1) - "
    assert computed(factory_card(), factory(), "en", "C3")[0].startswith(progress)
    shares = [text for text in computed(factory_card(), factory(), "en", "E5.UNBALANCED") if " = " in text]
    assert any(text.startswith("unexplained share of the inventory = ") for text in shares)
    grade = computed(factory_card(), factory(), "en", "grade-6")
    assert any(text.startswith("removal ratio = removals counted (600 tCO2e)") for text in grade)
