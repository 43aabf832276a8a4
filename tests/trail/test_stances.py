"""Clause wording by role in the card, and one wording of a failed requirement in explanation and reports."""

from __future__ import annotations

import pytest

from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import LANGUAGES
from rules.model.digest import rule_digest
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from rules.trail.sentences import Stance, stance_at
from service.output.report.html_report import EvaluationReport
from service.output.report.render_text import render
from tests.support.random_subjects import KEY, KNOWN
from tests.support.small_card import small_card, small_subject

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
