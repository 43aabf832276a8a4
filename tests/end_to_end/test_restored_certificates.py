"""Recertification after the end of a certificate, with a moved clock: restored within the months of the profile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rules.contracts import add_months, parse_date
from tests.support.casework import PROFILE, REPORT, Body
from tests.support.clocks import move, moving_clock
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases

pytestmark = pytest.mark.full
DAY = 24 * 60 * 60
SHORT = PROFILE.replace("validity_months = 36", "validity_months = 3\nrenewal_months = 1\nrestoration_months = 1")
ITEM = "recertifications/1"


@pytest.fixture
def body(tmp_path: Path, gazette: Path) -> Iterator[Body]:
    clock = tmp_path / "clock"
    clock.mkdir()
    with RunningServer(tmp_path, gazette, TOUCHSTONE_API_KEYS="true", **moving_clock(clock)) as running:
        made = Body(running)
        made.begin(SHORT)
        yield made


def recertify(body: Body, case: str) -> dict[str, Any]:
    body.step("rui", case, "recertify", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    name = body.evaluate()
    concluded: dict[str, Any] = {"evaluation": name, "report_digest": REPORT}
    body.step("ada", case, "start", ITEM)
    body.step("ada", case, "conclude", ITEM, **concluded)
    body.step("ada", case, "hand_over", ITEM)
    body.step("dan", case, "recommend", ITEM, **concluded)
    return concluded


def certificates(case: cases.Case) -> dict[str, cases.CaseItem]:
    return {item.item: item for item in case.items if item.item.startswith("certificates/")}


def test_an_ended_certificate_is_restored_for_a_month_and_then_needs_a_new_case(body: Body) -> None:
    first = body.to_certificate("late")
    body.to_certificate("missed")
    planned: dict[str, Any] = {"team": ["ada"], "sites": ["hall-0", "hall-1"], "due_date": "2099-01-31"}
    assert "can begin on" in body.refused("rui", "late", "recertify", **planned).message
    move(body.server, 100 * DAY)
    assert certificates(body.get("late"))["certificates/1"].state == "expired"
    concluded = recertify(body, "late")
    body.step("dan", "late", "renew", ITEM, **concluded, sites=["hall-0"])
    done = certificates(body.step("dan", "late", "issue_renewal", ITEM))
    second = done["certificates/2"].content
    assert (done["certificates/1"].state, done["certificates/2"].state) == ("superseded", "valid")
    assert second.last_date == add_months(parse_date(first.last_date), 3).isoformat()
    assert second.first_date > first.last_date  # between them, no certificate was valid
    concluded = recertify(body, "missed")
    move(body.server, 130 * DAY)
    assert (
        "could be restored until" in body.refused("dan", "missed", "renew", ITEM, **concluded, sites=["hall-0"]).message
    )
    assert "recertify" not in {step.step for step in body.get("missed").next_steps}
