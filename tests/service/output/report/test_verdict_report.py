"""Reports of verdict cards: verdicts and rules in plain text, page, wire format and outcome table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, insert
from sqlmodel import SQLModel

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.contracts.record import Conclusion
from rules.trail.evaluation import Evaluator, LazyRecord
from service.output.mapping.answers import ANSWERS, write_record
from service.output.report.html_report import EvaluationReport
from service.output.report.render_text import render
from service.store.criterion_outcomes import outcomes_of
from service.store.outcome_projection import project_evaluations
from service.store.result_dependencies import no_cards
from service.store.stored_records import pack
from service.store.tables import (
    EvaluationUsesRow,
    StandingRow,
    SupportBlockRow,
    SupportIndexRow,
    UnprojectedRow,
    UnreadableRow,
)
from service.store.yearly_results import OPEN_GATES, RESULTS, TALLIES
from tests.support.engine_card import chosen
from tests.support.verdict_card import rule, verdict_card
from touchstone.v1 import evaluation_pb2

A, B, C = ((chosen(name, "yes"),) for name in "abc")
CARD = verdict_card(
    rule("EU-1", "prohibited", A),
    rule("EU-2", "misleading", B, first="2030-01-01"),
    rule("EU-3", "permitted_with_qualification", C),
)


@pytest.fixture(scope="module")
def recorded() -> Iterator[LazyRecord]:
    """Evaluation with the worst rule undetermined, a rule not yet in force, and the mildest rule met."""
    evaluator = Evaluator(CARD, "digest", "scorecards/card/versions/1.0.0")
    facts = tuple(DeclaredFact(id=name, value=DeclaredValue(flag=True)) for name in "bc")
    asked = Subject(subject="subjects/x", as_of="2026-03-01", known="2026-03-01T00:00:00Z", facts=facts)
    yield evaluator.evaluate(asked, bytes(32))
    evaluator.close()


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ("Judged", "Verdict: needs evidence; possible: prohibited, permitted with qualification",
                "EU-1 rule EU-1: if a is yes (found: unknown): prohibited: undetermined", "instead: mend EU-3",
                "(in force from 2030-01-01): not yet in force, takes effect later",
                "a: not provided; undetermined because of it: EU-1")),
        ("zh", ("已判定", "判定：需补证据；可能为：禁止、附限定可用", "改为：改正 EU-3", "尚未生效，即将生效")),
    ],
)  # fmt: skip
def test_text_and_page_show_verdict_rules_and_remedies(
    recorded: LazyRecord, language: str, wanted: tuple[str, ...]
) -> None:
    text = render(recorded.record, CARD, language)
    for words in wanted:
        assert words in text
    page = EvaluationReport(recorded.record, CARD, language, record_digest="0" * 64, appendix=True).page()
    assert 'class="verdict"' in page
    for rule_id in ("EU-1", "EU-2", "EU-3"):
        assert rule_id in page
    assert text.index("EU-3 ") < text.index("EU-1 ") < text.index("EU-2 ")


def test_the_wire_carries_verdicts_and_rules(recorded: LazyRecord) -> None:
    message = write_record(recorded.record, CARD)
    conclusion = message.conclusion
    assert conclusion.kind == evaluation_pb2.Conclusion.KIND_JUDGED
    assert conclusion.verdict == evaluation_pb2.VERDICT_NEEDS_EVIDENCE
    assert list(conclusion.verdicts) == [
        evaluation_pb2.VERDICT_PROHIBITED, evaluation_pb2.VERDICT_PERMITTED_WITH_QUALIFICATION,
    ]  # fmt: skip
    assert list(conclusion.deciding_rule_ids) == ["EU-1"]
    assert [(one.rule_id, one.coming) for one in message.rule_results] == [
        ("EU-1", False), ("EU-2", True), ("EU-3", False),
    ]  # fmt: skip
    assert list(message.rule_results[0].open_fact_ids) == ["a"]
    assert message.rule_results[1].in_force == evaluation_pb2.OUTCOME_NOT_MET
    assert [basis.basis_id for basis in message.bases] == ["law"]
    conclusion = ANSWERS.write(evaluation_pb2.Conclusion, recorded.record.conclusion)
    assert ANSWERS.read(Conclusion, conclusion) == recorded.record.conclusion


def test_rules_are_included_in_the_outcome_table(recorded: LazyRecord) -> None:
    engine = create_engine("sqlite://")
    tables = (SupportIndexRow, SupportBlockRow, EvaluationUsesRow)
    for table in (UnprojectedRow, UnreadableRow, StandingRow, *tables):
        SQLModel.metadata.tables[str(table.__tablename__)].create(engine)
    for counted in (RESULTS, OPEN_GATES, TALLIES):
        counted.create(engine)
    with engine.begin() as connection:
        connection.execute(
            insert(EvaluationUsesRow),
            {"number": 1, "evaluation": "evaluations/1", "holder": 1, "digests": b"", "places": b""},
        )
        stored = "evaluations/1", "2026-03-01T00:00:00Z", pack(recorded.written_record), "{}"
        assert project_evaluations(connection, [stored], no_cards) == 3
        rows = outcomes_of(connection, "evaluations/1")
    assert sorted((row["criterion"], row["kind"], row["outcome"]) for row in rows) == [
        ("EU-1", "rule", "undetermined"), ("EU-2", "rule", "not_met"), ("EU-3", "rule", "met"),
    ]  # fmt: skip
    engine.dispose()
