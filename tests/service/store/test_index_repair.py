"""Evaluations without index rows, as other software stored them: reported, never in the way of others, repaired."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert

from service.proofs.store_audit import audit
from service.store import outcome_projection, writer
from service.store.backups import contents_of
from service.store.tables import EvaluationUsesRow, UsageRow
from service.store.use_index import EvaluationUses, unpack_uses
from service.store.write_access import with_write_access
from tests.support.commands import touchstone
from tests.support.logged import Logged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from service.store.tables import EvaluationRow

VERSION = "scorecards/small-factory/versions/1.0.0"


@pytest.fixture
def logged(tmp_path: Path, new_url: Callable[[], str]) -> Iterator[Logged]:
    with closing(Logged(tmp_path, new_url())) as environment:
        yield environment


def without_index_rows(_connection: Connection, _recent: Any, _row: EvaluationRow, _uses: EvaluationUses) -> str:
    """Store no index rows, as software that does not know them."""
    return "[]"


def in_the_earlier_form(connection: Connection, _recent: Any, row: EvaluationRow, uses: EvaluationUses) -> str:
    """Store uses as before schema 34: a row for each, and no index rows."""
    whose = {"evaluation": row.name, "organization": row.organization, "subject": row.subject, "period": uses.period}
    usages = [
        {**whose, "kind": kind, "value_digest": value, "place": place}
        for kind, value, place in unpack_uses(uses.digests, uses.places)
    ]
    connection.execute(insert(UsageRow.__table__), usages)  # type: ignore[attr-defined] # SQLModel does not declare it
    return "[]"


def stored_by_other_software(
    logged: Logged, monkeypatch: pytest.MonkeyPatch, stores: Callable[..., str] = without_index_rows
) -> EvaluationRow:
    with monkeypatch.context() as other:
        other.setattr(writer, "store_uses", stores)
        return logged.evaluate(subject="other")


@pytest.mark.parametrize("stores", [without_index_rows, in_the_earlier_form])
def test_an_evaluation_without_index_rows_stops_no_other_and_is_repaired(
    logged: Logged, monkeypatch: pytest.MonkeyPatch, stores: Callable[..., str]
) -> None:
    first = logged.evaluate(subject="first")
    broken = stored_by_other_software(logged, monkeypatch, stores)
    last = logged.evaluate(subject="last")

    standings = logged.store.standings("a", VERSION)
    assert {standing.evaluation for standing in standings.standings} == {first.name, last.name}
    assert standings.left_out.names == (broken.name,)
    with logged.store.archive() as archive:
        assert contents_of(archive.connection).unindexed == (broken.name,)
        found = [fault.place for fault in audit(archive.connection, logged.gazette).faults]
    assert f"evaluation_uses/{broken.name}" in found

    result = logged.store.rebuild_outcomes()
    assert (result.indexed, result.unreadable) == (1, ())
    standings = logged.store.standings("a", VERSION)
    assert {standing.evaluation for standing in standings.standings} == {first.name, broken.name, last.name}
    with logged.store.archive() as archive:
        assert contents_of(archive.connection).unindexed == ()
        assert audit(archive.connection, logged.gazette).faults == []
    again = logged.evaluate(subject="again")
    named = {name for finding in json.loads(again.archive_findings) for name in finding["evaluations"]}
    assert named == {first.name, broken.name, last.name}


def test_commands_report_what_has_no_index_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Logged(tmp_path)) as logged:
        broken = stored_by_other_software(logged, monkeypatch)
    store, here = ("--database-url", logged.url), ("--gazette", str(logged.gazette.folder))
    (tmp_path / "empty").mkdir()

    audited = touchstone("data", "audit", *store, *here)
    assert (audited.exit_code, "touchstone data rebuild" in audited.stdout) == (1, True)
    for command in ("backup", "restore"):
        done = touchstone("data", command, str(tmp_path / "copy"), *store, *here)
        assert (done.exit_code, f"{broken.name}: the evaluation has no index rows" in done.stdout) == (1, True)
        store = ("--database-url", f"sqlite:///{tmp_path}/restored.sqlite3")

    elsewhere = touchstone("data", "rebuild", *store, "--gazette", str(tmp_path / "empty"), "--format", "json")
    assert (elsewhere.exit_code, json.loads(elsewhere.stdout)["unreadableEvaluations"]) == (1, [broken.name])
    rebuilt = touchstone("data", "rebuild", *store, *here)
    assert (rebuilt.exit_code, "1 evaluation had no index rows" in rebuilt.stdout) == (0, True)
    assert touchstone("data", "audit", *store, *here).exit_code == 0


def test_malformed_uses_of_one_evaluation_stop_no_write(logged: Logged) -> None:
    logged.evaluate(subject="first")
    row = {"number": 2, "evaluation": "organizations/a/evaluations/odd", "holder": 1, "digests": b"odd", "places": b""}
    with with_write_access(logged.store._engine).begin() as connection:
        connection.execute(insert(EvaluationUsesRow.__table__), row)  # type: ignore[attr-defined] # likewise
    assert logged.store.find(logged.evaluate(subject="later").name) is not None


def test_an_evaluation_that_another_server_projected_is_not_set_aside(logged: Logged) -> None:
    stored = logged.evaluate(subject="first")
    assert logged.store.standings("a", VERSION).standings
    outcome_projection._set_aside(with_write_access(logged.store._engine), stored.name, ValueError())
    assert logged.store.standings("a", VERSION).left_out.names == ()
