"""Statements of decisions: the findings of the case in words, with their states and dates."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import orjson

from service.cases.credentials.decisions import DecidedFinding, DecisionStatement
from service.cases.signed_decisions import build_decision_statement

DROPPED = DecidedFinding(
    name="findings/2", requirement="small/credits", severity="observation", statement="Credits are left over.",
    state="dropped", raised_date="2026-01-01", state_date="2026-02-02",
)  # fmt: skip
OPEN = DecidedFinding(
    name="findings/10", requirement="§5.1", severity="minor", statement="A meter has no seal.", state="open",
    raised_date="2026-01-01", state_date="2026-01-01", due_date="2026-04-01",
)  # fmt: skip


def _item(finding: DecidedFinding) -> SimpleNamespace:
    content = {
        "requirement": finding.requirement, "severity": finding.severity, "statement": finding.statement,
        "due_date": "2026-04-01", "raised_by": 3,
    }  # fmt: skip
    return SimpleNamespace(
        kind="findings", number=finding.number, state=finding.state, content=orjson.dumps(content).decode()
    )


def _step(number: int, item: str, time: str, to_state: str) -> SimpleNamespace:
    return SimpleNamespace(number=number, item=item, time=time, from_state="open", to_state=to_state)


def _statement(*items: SimpleNamespace) -> DecisionStatement:
    head = SimpleNamespace(scorecard_version="scorecards/small/versions/1.0.0", rule_digest="cd" * 32)
    steps = [
        _step(3, "", "2026-01-01T00:00:00Z", "open"),
        _step(4, "findings/2", "2026-02-01T20:00:00Z", "dropped"),
        _step(5, "findings/10", "2026-03-01T20:00:00Z", "open"),
    ]
    step_context: Any = SimpleNamespace(
        step=SimpleNamespace(step="refuse", function="decision"),
        row=SimpleNamespace(
            name="organizations/o/cases/c", organization="o", profile="small", profile_revision=1, client="clients/c"
        ),
        evaluation=SimpleNamespace(name="organizations/o/evaluations/e", record_digest="ab" * 32, grade="A"),
        written_steps=SimpleNamespace(head=head, results_by_step={}),
        profile=SimpleNamespace(time_zone="Asia/Shanghai"),
        content={"report_digest": "ef" * 32}, item_content={}, submitted_content={}, items=items, steps=steps,
    )  # fmt: skip
    return build_decision_statement(step_context, ["dan"], "2026-03-02T00:00:00Z", "reviewed")


def test_the_statement_contains_every_finding_in_words() -> None:
    statement = _statement(_item(OPEN), _item(DROPPED))
    assert statement.decision.findings == (DROPPED, OPEN)
    assert statement.content == _statement(_item(DROPPED), _item(OPEN)).content
    assert "A meter has no seal." in statement.content.decode()


def test_a_case_without_findings_is_named_as_such() -> None:
    assert _statement().decision.findings == ()
