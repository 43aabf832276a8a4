"""Explanation of matrix points: the measured values, and the measure to change for the next points."""

import pytest

from rules.api import Evaluator, compile_folder, explain
from rules.contracts import DeclaredFact, DeclaredValue, Subject
from rules.model import draft_as_published
from tests.support.guide import HEATED, card


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "20 percentage points of renewable share to the next points."),
        ("zh", "可再生占比距下一得分 20 个百分点。"),
    ],
)
def test_the_distance_to_the_next_matrix_points_names_its_measure(language: str, said: str) -> None:
    sources = card(HEATED)
    compiled = compile_folder(sources).scorecard
    assert compiled is not None
    version = draft_as_published(compiled, sources)
    evaluator = Evaluator(version.scorecard, version.rule_digest, version.name)
    facts = (
        DeclaredFact(id="size", value=DeclaredValue(choice="small")),
        DeclaredFact(id="renewable", value=DeclaredValue(number="30", unit="%")),
        DeclaredFact(id="used", value=DeclaredValue(number="500", unit="MWh")),
    )
    subject = Subject(subject="Works", as_of="2026-03-01", known="2026-03-01T00:00:00Z", facts=facts)
    told = explain(evaluator, evaluator.evaluate(subject, bytes(32)).record, language).statements
    assert any(statement.criterion == "I1" and said in statement.text for statement in told)
