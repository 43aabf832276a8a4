"""Calendar entries of stored evaluations: expiry and due dates by subject, named only on request."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import pytest

from tests.support.commands import answered, touchstone
from tests.support.small_card import CARD


def evaluation(place: int) -> str:
    return f"organizations/a/evaluations/{uuid.UUID(int=place)}"


@pytest.fixture
def stored(small_store: Path) -> tuple[str, ...]:
    url = f"sqlite:///{small_store}/store.sqlite3"
    return ("--gazette", str(small_store / "gazette"), "--archive", "organizations/a", "--database-url", url)


def entries(stored: tuple[str, ...], *more: str) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = json.loads(answered("card", "calendar", *stored, "--format", "json", *more))[
        "calendarEntries"
    ]
    return answer


def test_the_last_evaluation_of_a_subject_counts_and_missed_due_dates_are_overdue(stored: tuple[str, ...]) -> None:
    rows = [
        (one["date"], one["kind"], one["about"], one.get("overdue", False))
        for one in entries(stored, "--from", "2026-02-10")
    ]
    assert rows == [
        ("2026-02-01", "KIND_EVIDENCE_EXPIRES", evaluation(0), True),
        ("2026-02-18", "KIND_FINDING_DUE", evaluation(0), False),
        ("2028-01-15", "KIND_EVIDENCE_EXPIRES", evaluation(2), False),
    ]
    assert not entries(stored, "--from", "2026-02-10", "--card", f"{CARD}@1.0.0", "--until", "2026-02-10")[1:]


def test_subjects_are_named_only_on_request(stored: tuple[str, ...]) -> None:
    unnamed = answered("card", "calendar", *stored, "--from", "2026-02-10")
    assert "subjects" not in unnamed
    assert f"2026-02-18  Finding G1.PENALTY of {evaluation(0)} ({CARD}) must be closed by this day" in unnamed
    named = answered("card", "calendar", *stored, "--from", "2026-02-10", "--names", "--language", "zh")
    meant = "organizations/a/subjects/mended"
    assert f"2028-01-15  {meant}（{CARD}）的计量读数有效的最后一天，1 项事实以其为据" in named.splitlines()
    assert "2026-02-01  已逾期：" in named


def test_the_same_state_has_the_same_events_with_the_evaluation_time(stored: tuple[str, ...]) -> None:
    asked = ("card", "calendar", *stored, "--from", "2025-01-01", "--format", "ics")
    written = answered(*asked)
    assert written == answered(*asked)
    assert written.count("BEGIN:VEVENT") == 4
    assert written.count("DTSTAMP:20260402T000002Z") == 1


def test_an_organisation_without_stored_evaluations_is_refused(stored: tuple[str, ...]) -> None:
    result = touchstone("card", "calendar", *stored, "--archive", "organizations/b")
    assert result.exit_code == 2
    assert "--archive: No evaluation of organizations/b is stored" in result.stderr
