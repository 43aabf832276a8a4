"""Frame of decisions: every finding of a case in words, with its state and dates in the zone of the scheme."""

from __future__ import annotations

from typing import Any

import pytest
from google.protobuf.timestamp_pb2 import Timestamp
from lxml import html

from rules.contracts.messages import LANGUAGES
from service.cases.credentials.decisions import DecidedFinding
from service.identity.principals import Principal, PrincipalKind, Role
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.decision_frame import decided_findings
from service.workbench.page import PageRequest, page_words, workbench_pages
from service.workbench.rendering import templates
from service.workbench.sessions import SignedInUser
from touchstone.v1 import case_service_pb2 as cases


def _step(item: str, instant: str, from_state: str, to_state: str) -> cases.CaseStep:
    time = Timestamp()
    time.FromJsonString(instant)
    return cases.CaseStep(item=item, step_time=time, from_state=from_state, to_state=to_state)


def _item(item: str, state: str, severity: str, statement: str, due_date: str = "") -> cases.CaseItem:
    content = cases.CaseContent(severity=severity, statement=statement, due_date=due_date)
    return cases.CaseItem(item=item, state=state, content=content)


CASE = cases.Case(
    time_zone="Asia/Shanghai",
    items=[
        _item("findings/1", "closed", "minor", "A meter has no seal.", "2026-03-01"),
        _item("findings/2", "open", "observation", "Credits are left over.", "2026-04-01"),
        cases.CaseItem(item="appeals/1", state="received"),
    ],
    steps=[
        _step("findings/1", "2026-01-01T00:00:00Z", "open", "evidenced"),
        _step("findings/1", "2026-02-01T20:00:00Z", "evidenced", "closed"),
        _step("findings/1", "2026-02-09T00:00:00Z", "closed", "closed"),
        _step("findings/2", "2026-02-09T00:00:00Z", "open", "open"),
    ],
)


def _request(language: str) -> PageRequest:
    async def unused(*_: Any) -> Any:
        raise AssertionError

    page = next(page for page in workbench_pages() if page.template == "decision.html.jinja")
    user = SignedInUser(Principal("dan", PrincipalKind.ACCOUNT, "example", frozenset({Role.DECIDER})), "token")
    return PageRequest(
        page, language, {}, "/", {}, user, "token", unused, unused, unused, unused, unused, BackgroundTasks(), unused
    )


def test_every_finding_has_its_state_and_dates() -> None:
    first, second = decided_findings(_request("en"), CASE)
    assert (first.statement, first.state, first.state_date, first.due_date) == (
        "A meter has no seal.", "closed", "2026-02-02", "",
    )  # fmt: skip
    assert (second.severity, second.state, second.state_date, second.due_date) == (
        "observation",
        "open",
        "",
        "2026-04-01",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_shows_findings_with_state_and_dates_in_words(language: str) -> None:
    request, w = _request(language), page_words(language)
    template = templates().from_string(
        '{% import "decision_marks.html.jinja" as d %}<main>{{ d.findings_in_words(v, findings) }}</main>'
    )
    shown = html.fromstring(template.render(v=request, findings=decided_findings(request, CASE)))
    first, second = (" ".join(row.text_content().split()) for row in shown.xpath("//li"))
    assert "A meter has no seal." in first
    assert w["state"]["closed"] in first
    assert "2026-02-02" in first
    assert w["severity_short"]["observation"] in second
    assert "2026-04-01" in second
    signed = DecidedFinding(
        name="findings/1", requirement="§5.1", severity="minor", statement="A meter has no seal.", state="closed",
        raised_date="2026-01-01", state_date="2026-02-02",
    )  # fmt: skip
    of_statement = template.render(v=request, findings=(signed,))
    for part in ("2026-01-01", "2026-02-02", "§5.1", "A meter has no seal.", w["state"]["closed"]):
        assert part in of_statement
    nothing = template.render(v=request, findings=[])
    assert w["no_findings_raised"] in nothing
