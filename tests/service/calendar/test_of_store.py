"""A calendar has what expires and is due by the last evaluation of each subject, and names subjects only if asked."""

from __future__ import annotations

import json
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from rules.contracts.inputs import DeclaredValue
from service.answering.rows import new_row
from service.evaluating.evaluators import Evaluators
from service.gazette.publishing import write_version
from service.gazette.versions import Gazette
from service.identity.principals import LOCAL
from service.store.evaluations import Store
from tests.support.commands import answered, touchstone
from tests.support.small_card import CARD, meter, small_card, small_subject

if TYPE_CHECKING:
    from pathlib import Path

KEY = bytes(32)
PENALTY = DeclaredValue(number="1", unit="time")
MADE: tuple[tuple[str, dict[str, DeclaredValue | None], str, str], ...] = (
    ("late", {"serious_violations": PENALTY}, "2025-11-20", "2024-02-01"),
    ("mended", {"serious_violations": PENALTY}, "2026-03-01", "2024-02-01"),
    ("mended", {}, "2026-04-01", "2026-01-15"),
)
"""Evaluations in the order in which they are stored: subject, changed facts, as-of date, date of the meter reading."""


def evaluation(place: int) -> str:
    return f"organizations/a/evaluations/{uuid.UUID(int=place)}"


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Store the evaluations, and give the options that name gazette, store and organisation."""
    folder: Path = tmp_path_factory.mktemp("stored")
    published = write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    url = f"sqlite:///{folder}/store.sqlite3"
    with closing(Store(url)) as store, closing(Evaluators.beside(Gazette(folder / "gazette"))) as evaluators:
        for place, (subject, changes, as_of, issued) in enumerate(MADE):
            about = {"subject": f"organizations/a/subjects/{subject}", "as_of": as_of, "known": f"{as_of}T12:00:00Z"}
            given = small_subject(**changes).model_copy(update={**about, "evidence": (meter(issued=issued),)})
            row = new_row(
                evaluators.evaluate(published, given, KEY),
                name=evaluation(place),
                organization="a",
                request_id=str(place),
                body_digest="body",
                create_time=f"2026-04-02T00:00:0{place}Z",
                record_key=KEY,
                software_versions={},
                principal=LOCAL,
            )
            store.append(row).result(timeout=30)
    return ("--gazette", str(folder / "gazette"), "--archive", "organizations/a", "--database-url", url)


def entries(stored: tuple[str, ...], *more: str) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = json.loads(answered("calendar", *stored, "--format", "json", *more))["entries"]
    return answer


def test_the_last_evaluation_of_a_subject_counts_and_what_fell_due_before_is_overdue(stored: tuple[str, ...]) -> None:
    found = [(one["date"], one["kind"], one["name"], one["overdue"]) for one in entries(stored, "--from", "2026-02-10")]
    assert found == [
        ("2026-02-01", "KIND_EVIDENCE_EXPIRES", evaluation(0), True),
        ("2026-02-18", "KIND_FINDING_DUE", evaluation(0), False),
        ("2028-01-15", "KIND_EVIDENCE_EXPIRES", evaluation(2), False),
    ]
    assert not entries(stored, "--from", "2026-02-10", "--card", f"{CARD}@1.0.0", "--until", "2026-02-10")[1:]


def test_subjects_are_named_only_if_asked_for(stored: tuple[str, ...]) -> None:
    unnamed = answered("calendar", *stored, "--from", "2026-02-10")
    assert "subjects" not in unnamed
    assert f"2026-02-18  Finding G1.PENALTY of {evaluation(0)} ({CARD}) must be closed by this day" in unnamed
    named = answered("calendar", *stored, "--from", "2026-02-10", "--names", "--language", "zh")
    meant = "organizations/a/subjects/mended"
    assert f"2028-01-15  {meant}（{CARD}）的计量读数有效的最后一天，1 项事实以其为据" in named.splitlines()
    assert "2026-02-01  已逾期：" in named


def test_the_same_state_gives_the_same_events_with_the_time_of_the_evaluation(stored: tuple[str, ...]) -> None:
    asked = ("calendar", *stored, "--from", "2025-01-01", "--format", "ics")
    written = answered(*asked)
    assert written == answered(*asked)
    assert written.count("BEGIN:VEVENT") == 4
    assert written.count("DTSTAMP:20260402T000002Z") == 1


def test_an_organisation_of_which_nothing_is_stored_is_refused(stored: tuple[str, ...]) -> None:
    told = touchstone("calendar", *stored, "--archive", "organizations/b")
    assert told.exit_code == 2
    assert "--archive: nothing is stored of organizations/b" in told.stderr
