"""Evaluations of a day: one organisation, last of each subject, on both databases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text

from service.store.of_subject import conclusions_of, last_evaluations
from service.store.outcome_projection import add_listing_entries, new_listing_entry
from service.store.store import Store
from service.store.stored_records import pack
from service.store.tables import EvaluationRow, EvaluationUsesRow
from service.store.write_access import with_write_access
from tests.service.store.test_store import row
from tests.support.stored import written_steps
from tests.support.work import database_steps

SUBJECT = "organizations/a/subjects/b"
STORED = (
    ("a", SUBJECT, "c", "2026-03-01"),
    ("a", SUBJECT, "c", "2026-01-01"),
    ("a", SUBJECT, "d", "2026-02-01"),
    ("a", "organizations/a/subjects/c", "c", "2026-03-01"),
    ("z", "organizations/z/subjects/b", "c", "2026-03-01"),
)
"""Evaluations in storage order: organisation, subject, card, as-of date."""


EARLIER, LATER = "2000-01-01T00:00:00Z", "9999-01-01T00:00:00Z"


def name(number: int) -> str:
    return f"organizations/{STORED[number][0]}/evaluations/{number}"


def evaluated(number: int, name: str, organization: str, subject: str, card: str, as_of: str) -> EvaluationRow:
    version = f"scorecards/{card}/versions/1.0.0"
    about: dict[str, Any] = {"subject": subject, "scorecard_version": version, "as_of_date": as_of}
    return row(number, name=name, organization=organization, record=pack(written_steps(**about)), **about)


@pytest.mark.full(sample=5)
def test_an_archive_returns_the_last_evaluations_and_those_of_a_subject(store: Store) -> None:
    for number, (organization, subject, card, as_of) in enumerate(STORED):
        store.append(evaluated(number, name(number), organization, subject, card, as_of)).result(timeout=60)
    with store.archive() as archive:
        read = archive.connection
        assert [one.name for one in last_evaluations(read, "a", unread=[])] == [name(1), name(2), name(3)]
        assert [one.name for one in last_evaluations(read, "a", "d", unread=[])] == [name(2)]
        conclusions = list(conclusions_of(read, "a", SUBJECT, day="2026-01-31", known=(LATER,), unread=[]))
        assert [(one.name, one.as_of_date) for one in conclusions] == [
            (name(1), "2026-01-01"), (name(2), "2026-02-01"), (name(0), "2026-03-01"),
        ]  # fmt: skip
        assert {one.standing.certainty for one in conclusions} == {"confirmed"}
        for_later = conclusions_of(read, "a", SUBJECT, day="2026-03-01", known=(LATER, EARLIER), unread=[])
        assert [one.name for one in for_later] == [name(2), name(0)]  # the card's earlier as-of date is superseded
        assert not list(conclusions_of(read, "z", SUBJECT, day="2026-03-01", known=(LATER,), unread=[]))
        assert (archive.knows("z"), archive.knows("y")) == (True, False)


@pytest.mark.full(sample=5)
def test_the_last_evaluations_are_returned_without_projections(store: Store) -> None:
    for number, (organization, subject, card, as_of) in enumerate(STORED):
        store.append(evaluated(number, name(number), organization, subject, card, as_of)).result(timeout=60)
    with store.archive() as archive:
        assert [one.name for one in last_evaluations(archive.connection, "a", "c", unread=[])] == [name(1), name(3)]
    with with_write_access(store._engine).begin() as connection:  # as it is where the disk is full
        connection.execute(text("DELETE FROM standing"))
        connection.execute(text("INSERT INTO unprojected SELECT name FROM evaluation"))
    with store._engine.connect() as read:
        assert [one.name for one in last_evaluations(read, "a", "c", unread=[])] == [name(1), name(3)]


def filled(store: Store, many: int) -> Store:
    with with_write_access(store._engine).begin() as connection:
        for number in range(many):
            about = f"organizations/a/subjects/{number % 10}"
            evaluation_row = evaluated(
                number, f"organizations/a/evaluations/{number:036}", "a", about, "c", "2026-03-01"
            )
            connection.execute(insert(EvaluationRow), [evaluation_row.model_dump()])
            numbered = {
                "number": number + 1,
                "evaluation": evaluation_row.name,
                "holder": 1,
                "digests": b"",
                "places": b"",
            }
            connection.execute(insert(EvaluationUsesRow), [numbered])
            connection.execute(text("INSERT INTO unprojected VALUES (:name)"), {"name": evaluation_row.name})
            add_listing_entries(connection, [new_listing_entry(evaluation_row, stage=None, verdict=None)])
    return store


@pytest.mark.full
def test_finding_the_last_evaluations_costs_the_same_with_ten_times_as_many_per_subject(tmp_path: Path) -> None:
    step_counts = []
    for many in (100, 1_000):
        store = filled(Store(f"sqlite:///{tmp_path}/{many}.sqlite3"), many)
        with store.archive() as archive:
            evaluations = list(last_evaluations(archive.connection, "a", unread=[]))
        assert [one.name[-36:] for one in evaluations] == [f"{number:036}" for number in range(many - 10, many)]

        def ask(store: Store = store) -> None:
            with store._engine.connect() as connection:
                list(last_evaluations(connection, "a", unread=[]))

        step_counts.append(database_steps(store, ask))
        store.close()
    assert 0 < step_counts[1] < 1.2 * step_counts[0] + 60
