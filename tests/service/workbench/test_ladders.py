"""Ladders of the pages: rungs in words, missing facts in their order, titles of results, conclusions read back."""

from __future__ import annotations

from typing import Any

import pytest

from rules.contracts.outcomes import Possibility
from service.output.report.formatters import CardFormatter
from service.output.report.ladder import ladder_of
from service.workbench.ladders import certain_ladder, missing_facts, read_conclusion, record_ladder, rungs_in_words
from service.workbench.page import page_words
from service.workbench.titles import result_title
from tests.support.small_card import small_card
from touchstone.v1 import evaluation_pb2, fact_pb2, types_pb2

CARD = small_card()
Grade = evaluation_pb2.GradeResult
_Conclusion = evaluation_pb2.Conclusion


def record(
    low: str, high: str, kind: Any = _Conclusion.KIND_GRADED, gate: Any = None
) -> evaluation_pb2.EvaluationRecord:
    """Return a record with a score: gold is reachable with a witness, silver not excluded, no grade reachable."""
    known = evaluation_pb2.EvaluationRecord()
    known.conclusion.kind = kind
    known.conclusion.score.exact.CopyFrom(types_pb2.Interval(low=low, high=high))
    for grade, possibility in (
        ("gold", Grade.POSSIBILITY_REACHABLE), ("silver", Grade.POSSIBILITY_NOT_EXCLUDED),
        ("none", Grade.POSSIBILITY_REACHABLE),
    ):  # fmt: skip
        known.conclusion.grades.add(
            grade=grade, possibility=possibility, witness=[fact_pb2.Fact(fact_id="status")], witness_settings={"a": "b"}
        )
    if gate is not None:
        known.criterion_results.add(criterion_id=CARD.gates[0].id, outcome=gate)
    return known


def told(known: evaluation_pb2.EvaluationRecord, steps: dict[str, Any] | None = None) -> dict[str, Any]:
    ladder = record_ladder(CARD, known, "en")
    return {row.rung.id: row for row in rungs_in_words(ladder, known, steps or {}, page_words("en"))}


@pytest.mark.parametrize(
    ("low", "high", "gold", "silver"),
    [
        ("85", "90", ("yes", "at least 80; at least 85.00"), ("yes", "at least 50; at least 85.00")),
        ("40", "45", ("no", "at least 80; at most 45.00"), ("no", "at least 50; at most 45.00")),
        (
            "60", "90", ("maybe", "at least 80; 20.00 of the 30.00 undetermined points are needed"),
            ("yes", "at least 50; at least 60.00"),
        ),
    ],
)  # fmt: skip
def test_required_points_are_compared_with_the_score(
    low: str, high: str, gold: tuple[str, str], silver: tuple[str, str]
) -> None:
    rows = told(record(low, high))
    assert list(rows) == ["gold", "silver", "none"]
    assert (rows["gold"].points, rows["silver"].points) == (gold, silver)
    assert rows["none"].points == ("na", "none")
    assert rows["none"].requirements == [("maybe", "if no higher grade is earned")]


def test_other_requirements_have_the_sign_of_their_outcome_and_rounded_numbers() -> None:
    clauses = [{"outcome": "not_met", "sentence": {"en": "reading is 250/3 %, required: cascade"}}]
    steps = {"ladder/2": {"outcome": "not_met", "clauses": clauses}}
    rows = told(record("60", "90"), steps)
    assert rows["silver"].requirements == [("no", "reading is ≈83.3333 %, required: cascade")]
    clauses[0]["outcome"] = "met"  # a chosen interpretation of the card is not a property of the subject
    assert rows != told(record("60", "90"), steps)
    assert told(record("60", "90"), steps)["silver"].requirements == []


def test_undetermined_and_unmet_gates_are_named() -> None:
    gate = f"{CARD.gates[0].id} {CARD.gates[0].labels.get('en', '')}".strip()
    open_rows = told(record("60", "90", gate=evaluation_pb2.OUTCOME_UNDETERMINED))
    assert open_rows["none"].requirements == [("maybe", f"possible until these gates are met: {gate}")]
    failed = told(record("60", "90", _Conclusion.KIND_GATE_FAILED, evaluation_pb2.OUTCOME_NOT_MET))
    assert ("no", f"gate not met: {gate}") in failed["gold"].requirements


def test_missing_facts_are_sorted_with_gates_first_and_then_by_point_range() -> None:
    known = record("60", "90")
    gate, (indicator, *_) = CARD.gates[0], CARD.indicators
    known.criterion_results.add(criterion_id=indicator.id, points=types_pb2.Interval(low="1", high="5"))
    for fact, criteria in (("status", []), ("items[A].weight", [indicator.id, "no_such"]), ("certified", [gate.id])):
        known.open_facts.add(
            fact_id=fact, unknown_reason=fact_pb2.UNKNOWN_REASON_EVIDENCE_EXPIRED, criterion_ids=criteria
        )
    facts = missing_facts(CARD, known, "en")
    assert [(fact.id, fact.part, list(fact.gates), int(fact.points)) for fact in facts] == [
        ("certified", "", [gate.id], 0), ("items", "[A].weight", [], 4), ("status", "", [], 0),
    ]  # fmt: skip
    assert {fact.reason for fact in facts} == {"evidence is outside its validity dates"}
    assert len(facts[1].criteria) == 1


def test_results_have_titles_and_grades_have_a_ladder() -> None:
    assert result_title(CARD, "gold", "zh") == "金"
    assert result_title(CARD, "none", "en") == "no grade"
    assert result_title(CARD, "needs_evidence", "en") == "needs evidence"
    assert result_title(CARD, "unheard-of", "en") == "unheard-of"
    drawn = certain_ladder(CARD, "silver", "en")
    assert drawn is not None
    assert [(rung.id, rung.possibility) for rung in drawn.rungs] == [
        ("none", Possibility.EXCLUDED), ("silver", Possibility.CERTAIN), ("gold", Possibility.EXCLUDED),
    ]  # fmt: skip
    assert certain_ladder(CARD, "misleading", "en") is None


def test_a_conclusion_is_read_without_its_witnesses() -> None:
    message = record("60", "90").conclusion
    conclusion = read_conclusion(message)
    assert message.grades[0].witness  # the message stays as it is
    assert not any(answer.witness or answer.witness_settings for answer in conclusion.grades)
    assert ladder_of(CardFormatter(CARD, "en"), conclusion).range == "60.00 – 90.00"
