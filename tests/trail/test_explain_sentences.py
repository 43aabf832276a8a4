"""Sentences of a record: clauses by role, merged clauses, fractions with decimals, and unchanged names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import LANGUAGES, join_items
from rules.model.digest import rule_digest
from rules.model.expressions import IncludesClause
from rules.model.scorecard import Choice, FactDefinition, Scorecard
from rules.trail.evaluation import Evaluator
from rules.trail.explain import Explanation, explain
from rules.trail.explanation_text import merge_clauses_by_question
from rules.trail.sentences import Stance, stance_at
from service.output.report.html_report import EvaluationReport
from service.output.report.render_text import render
from tests.support.random_subjects import KEY, KNOWN
from tests.support.small_card import small_card, small_subject

VERSION = "scorecards/small-factory/versions/1.0.0"
TOPICS = ("water", "waste", "air")
TOGETHER = {"en": "includes all of ", "zh": "包含全部 "}
ANY = {"en": "includes any of ", "zh": "包含任一 "}


def explanation_of(card: Scorecard, language: str, **values: DeclaredValue) -> Explanation:
    evaluator = Evaluator(card, rule_digest(card), VERSION)
    try:
        recorded = evaluator.evaluate(small_subject(**values).model_copy(update={"known": KNOWN}), KEY)
        return explain(evaluator, recorded.record, language)
    finally:
        evaluator.close()


def card_that_asks(*values: tuple[str, ...], labels: dict[str, str] | None = None) -> Scorecard:
    """Return the small card with a gate that has one clause on the same fact for each set of values."""
    card = small_card()
    choices = tuple(Choice(id=topic, labels={one: (labels or {}).get(topic, topic) for one in LANGUAGES})
                    for topic in TOPICS)  # fmt: skip

    def with_topics(fact: FactDefinition) -> FactDefinition:
        return fact.model_copy(update={"choices": choices}) if fact.id == "themes" else fact

    requires = tuple(IncludesClause(name="themes", values=one) for one in values)
    return card.model_copy(
        update={
            "facts": tuple(map(with_topics, card.facts)),
            "gates": (card.gates[0].model_copy(update={"requires": requires}),),
        }
    )


def gate_of(explanation: Explanation) -> str:
    return next(one.text for one in explanation.statements if one.criterion == "G1")


def heads(clause: str) -> tuple[str, str] | None:
    head, asked, value = clause.partition("includes any of ")
    return (head, value) if asked else None


def together(head: str, values: list[str]) -> str:
    return f"{head}includes all of {', '.join(values)}"


def test_clauses_on_the_same_fact_are_merged_into_one_sentence() -> None:
    asked = "includes any of "
    clauses = ["share is 3 %", f"promise {asked}policy", f"promise {asked}resources", f"system {asked}quality"]
    assert merge_clauses_by_question(clauses, heads, together) == [
        "share is 3 %",
        "promise includes all of policy, resources",
        f"system {asked}quality",
    ]
    assert merge_clauses_by_question([clauses[1], clauses[2], clauses[1]], heads, together) == [
        "promise includes all of policy, resources"
    ]
    assert merge_clauses_by_question([clauses[1], clauses[1]], heads, together) == [clauses[1]]
    assert merge_clauses_by_question([], heads, together) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_single_value_clauses_on_the_same_fact_are_merged(language: str) -> None:
    text = gate_of(
        explanation_of(card_that_asks(("water",), ("waste",)), language, themes=DeclaredValue(choices=TOPICS))
    )
    assert TOGETHER[language] + join_items(("water", "waste"), language) in text
    assert ANY[language].strip() not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clause_with_alternative_values_is_not_merged_into_a_clause_that_requires_all(language: str) -> None:
    card = card_that_asks(("water", "waste"), ("waste",))
    text = gate_of(explanation_of(card, language, themes=DeclaredValue(choices=("waste",))))
    assert TOGETHER[language].strip() not in text
    assert text.count(ANY[language].strip()) == 1
    assert {"en": "includes waste", "zh": "包含 waste"}[language] in text


def test_a_label_that_contains_a_comma_is_not_read_as_two_values() -> None:
    card = card_that_asks(("water", "waste"), ("air",), labels={"air": "water, waste"})
    assert "includes all of" not in gate_of(explanation_of(card, "en", themes=DeclaredValue(choices=("waste",))))


asked_values = st.lists(st.sampled_from(TOPICS), min_size=1, max_size=2, unique=True).map(tuple)


@pytest.mark.full
@given(st.lists(asked_values, min_size=1, max_size=4))
def test_includes_all_of_appears_only_for_adjacent_single_value_clauses(values: list[tuple[str, ...]]) -> None:
    text = gate_of(explanation_of(card_that_asks(*values), "en", themes=DeclaredValue(choices=TOPICS)))
    joins = any(len(one) == len(two) == 1 and one != two for one, two in pairwise(values))
    assert ("includes all of" in text) is joins
    clauses = text.partition(": met")[0].split("; ")
    fact_groups = [clause.partition(" of ")[2].split(", ") for clause in clauses]
    assert all(len(set(facts)) == len(facts) for facts in fact_groups)


@pytest.mark.parametrize("serial", ["A-1", "03/04", "7/0", "2023/956"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_looks_like_a_fraction_is_not_read_as_a_number(serial: str, language: str) -> None:
    card = small_card()
    instrument = "Regulation (EU) 2023/956"
    card = card.model_copy(
        update={"bases": tuple(basis.model_copy(update={"instrument": instrument}) for basis in card.bases)}
    )
    credit = {
        "serial": DeclaredValue(text=serial),
        "certificate": DeclaredValue(text="c"),
        "amount": DeclaredValue(number="7", unit="tCO2e"),
        "retired_on": DeclaredValue(date="2025-12-01"),
    }
    explanation = explanation_of(
        card, language, credits=DeclaredValue(records=(credit,)), remark=DeclaredValue(text=serial)
    )
    based = [one.text for one in explanation.statements if one.bases and one.criterion]
    assert based
    assert all(instrument in text for text in based)


SAID = {"en": "Serious violations is 2 times, required: at most 0 times", "zh": "严重违法次数为 2 次，要求不高于 0 次"}
OPPOSITE = {"en": "(2 times) is at most", "zh": "（2 次）不高于"}


@pytest.mark.parametrize(
    ("path", "stance"),
    [
        ("gates[G1].requires[0]", Stance.REQUIRED),
        ("indicators[I1].must[0]", Stance.REQUIRED),
        ("indicators[I1].scale.parts[2][0]", Stance.REQUIRED),
        ("ladder.rows[0].requires[1]", Stance.REQUIRED),
        ("gates[G1].applies[0]", Stance.CONDITION),
        ("indicators[I1].applies[0]", Stance.CONDITION),
        ("findings[F].when[0]", Stance.CONDITION),
        ("stages.rows[0].when[0]", Stance.CONDITION),
        ("quantities[q].rows[0].where[0]", Stance.CONDITION),
        ("verdicts.rules[R].rows[0].when[0]", Stance.PREMISE),
    ],
)
def test_the_path_of_a_clause_determines_its_role(path: str, stance: Stance) -> None:
    assert stance_at(path) is stance


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failed_requirement_has_the_same_wording_in_explanations_and_reports(language: str) -> None:
    card = small_card()
    evaluator = Evaluator(card, rule_digest(card), "scorecards/small-factory/versions/1.0.0")
    subject = small_subject(serious_violations=DeclaredValue(number="2", unit="time"))
    recorded = evaluator.evaluate(subject.model_copy(update={"known": KNOWN}), KEY)
    explained = " ".join(one.text for one in explain(evaluator, recorded.record, language).statements)
    evaluator.close()
    page = EvaluationReport(recorded.record, card, language, record_digest=recorded.digest).page()
    for text in (explained, render(recorded.record, card, language), page):
        assert SAID[language] in text
        assert OPPOSITE[language] not in text
