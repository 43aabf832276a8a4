"""Unreadable records in the store: count and names in every result, and the exit codes of commands."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from service.base.instants import now
from service.base.resource_names import new_evaluation_name
from service.calendar.calendar_service import CalendarQueries
from service.corrections.correction_service import WhereUsed
from service.store.backups import is_intact
from service.store.outcome_projection import OmittedEvaluations, omitted_evaluations
from service.store.tables import EvaluationRow
from tests.support.commands import touchstone
from tests.support.logged import Logged, alter
from touchstone.v1 import calendar_service_pb2, correction_service_pb2

PARENT = "organizations/a"


@pytest.fixture
def logged(tmp_path: Path, new_url: Callable[[], str]) -> Iterator[Logged]:
    environment = Logged(tmp_path, new_url())
    yield environment
    environment.close()


def unread(logged: Logged, row: EvaluationRow) -> str:
    """Store an evaluation with an unreadable record."""
    name = new_evaluation_name("a")
    changes = {"name": name, "request_id": name[-36:], "record": b"none", "create_time": now()}
    logged.store.append(row.model_copy(update=changes)).result(timeout=30)
    return name


@pytest.mark.full(sample=5)
def test_every_answer_reports_unreadable_evaluations(logged: Logged) -> None:
    row = logged.evaluate()
    asked = correction_service_pb2.ListUsesRequest(
        parent=PARENT, kind="SUPPORT_KIND_VERSION", value="small-factory@1.0.0"
    )
    days = calendar_service_pb2.ListCalendarEntriesRequest(parent=PARENT)
    where = WhereUsed(logged.store, logged.gazette)
    assert not where.uses(asked).HasField("left_out")
    assert not CalendarQueries(logged.store, logged.gazette).entries(days, "en").HasField("left_out")
    names = sorted((unread(logged, row), unread(logged, row)))
    response = where.uses(asked)
    assert ([one.evaluation for one in response.uses], list(response.left_out.evaluations)) == ([row.name], names)
    assert response.left_out.evaluation_count == len(names)
    assert list(CalendarQueries(logged.store, logged.gazette).entries(days, "en").left_out.evaluations) == names
    standings = logged.store.standings("a", row.scorecard_version)
    assert ([one.evaluation for one in standings.standings], standings.left_out.names) == ([row.name], tuple(names))
    assert logged.store.standings("a", "scorecards/other/versions/1.0.0").left_out == OmittedEvaluations()
    applied = calendar_service_pb2.GetAppliedRequest(subject=row.subject, date="2026-06-01")
    assert list(CalendarQueries(logged.store, logged.gazette).applied(applied, "en").left_out.evaluations) == names[-1:]
    with logged.store.archive() as archive:
        assert omitted_evaluations(archive.connection, "other") == OmittedEvaluations()


def test_a_repaired_evaluation_is_no_longer_reported(tmp_path: Path) -> None:
    with closing(Logged(tmp_path)) as logged:
        row = logged.evaluate()
        name = unread(logged, row)
        assert logged.store.uses.left_out("a").count == 1
        with closing(sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)) as connection:
            alter(connection, "UPDATE evaluation SET record = ? WHERE name = ?", row.record, name)
        logged.store.rebuild_outcomes()
        assert logged.store.uses.left_out("a") == OmittedEvaluations()


def test_commands_name_omitted_evaluations_and_exit_with_an_error(tmp_path: Path) -> None:
    with closing(Logged(tmp_path)) as logged:
        row = logged.evaluate()
        later = logged.evaluate()
        name = unread(logged, row)
        assert logged.store.uses.left_out("a").count == 1
        with closing(sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)) as connection:
            alter(connection, "UPDATE evaluation SET record = x'00' WHERE name = ?", later.name)  # after its projection
        assert not is_intact(b"\0", later.record_key, later.record_digest)
    gazette = str(tmp_path / "gazette")
    stored = ("--database-url", f"sqlite:///{tmp_path}/store.sqlite3")
    calendar = touchstone("card", "calendar", "--archive", PARENT, *stored, "--gazette", gazette)
    assert calendar.exit_code == 1
    assert f"(for details, run touchstone verify): 2: {', '.join(sorted((name, later.name)))}" in calendar.stderr
    result = touchstone("card", "calendar", "--archive", PARENT, *stored, "--gazette", gazette, "--format", "json")
    assert json.loads(result.stdout)["leftOut"] == {"evaluationCount": 2, "evaluations": sorted((name, later.name))}
    on = ("--on", "2026-06-01", *stored, "--gazette", gazette, "--language", "zh")
    applied = touchstone("evaluation", "applied", row.subject, *on)
    assert (applied.exit_code, "因存储的记录无法读取而未说明" in applied.stderr) == (1, True)
    exported = touchstone("evaluation", "export", PARENT, "--out", str(tmp_path / "e.csv"), *stored)
    assert (exported.exit_code, name in exported.stderr) == (1, True)
