"""Backfill of the log with evaluations stored earlier: proofs, resumption after an abort, damaged records."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from rules.trail.verify import CheckResult
from service.base.refusals import Refusal
from service.output.log_checks import LogChecker as Checking
from service.proofs.bundle_verification import check_bundle
from service.proofs.log_service import append_publications
from service.proofs.store_audit import audit
from service.store import unlogged_evaluations
from service.store.reporting_views import open_archive
from service.store.store import Store
from service.store.unlogged_evaluations import adopt, count_unlogged, open_for_adopting
from service.transparency.leaves import EVALUATION
from tests.support.commands import answered, touchstone
from tests.support.logged import Logged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.store.tables import EvaluationRow

COUNT = 7


@pytest.fixture
def before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Logged, list[EvaluationRow]]]:
    """A store whose evaluations have no leaves, as one that was migrated from a schema without a log."""
    logged = Logged(tmp_path_factory.mktemp("before"))
    rows = [logged.evaluate(subject=f"s{number % 2}") for number in range(COUNT)]
    logged.store.close()
    with closing(sqlite3.connect(logged.folder / "store.sqlite3", isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for table in ("log_leaf", "log_tile", "log_checkpoint", "log_cosignature"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 -- ours
        for _, statement in triggers:
            connection.execute(statement)
    logged.store = Store(logged.url, log_identity=logged.keeper)
    append_publications(logged.store, logged.gazette, logged.keeper)
    yield logged, rows
    logged.close()


@pytest.mark.full
def test_they_are_noted_later_beside_a_server_and_proved_from_then_on(
    before: tuple[Logged, list[EvaluationRow]],
) -> None:
    logged, rows = before
    assert "stored before the log was kept" in touchstone("proof", "adopt", "--database-url", logged.url).stdout
    newest = logged.evaluate(subject="s1")
    assert answered("proof", "adopt", "--database-url", logged.url) == "Every evaluation is noted in the log.\n"
    noted = logged.store.log.leaf(EVALUATION, rows[1].name)
    assert noted is not None
    time = noted.leaf.said["noted_later"]
    chain = [logged.store.log.leaf(EVALUATION, row.name) for row in (*rows[1::2], newest)]
    assert [one.leaf.said["predecessor"] for one in chain if one] == ["", *(one.digest for one in chain[:-1] if one)]
    bundle = logged.bundle(rows[1])
    checks = check_bundle(bundle, logged.trust)
    assert {check.result for check in checks} == {CheckResult.PASSED}
    assert f"noted only at {time}: what became of it before is not proved" in checks[0].message
    envelope, in_log = Checking(logged.store).of_stored(rows[1].name, rows[1])
    assert f"noted only at {time}" in envelope.message
    assert (in_log.result, "clock" in in_log.message) == (CheckResult.PASSED, False)
    with open_archive(logged.url) as archive:
        result = audit(archive.connection, logged.gazette, outside=None)
    assert (result.faults, result.unnoted, result.noted_later) == ([], 0, COUNT)


def test_who_stops_halfway_goes_on_with_what_is_left(
    before: tuple[Logged, list[EvaluationRow]], monkeypatch: pytest.MonkeyPatch
) -> None:
    logged, _ = before
    monkeypatch.setattr(unlogged_evaluations, "_AT_ONCE", 2)

    def stop(seen: int) -> None:
        if seen == 4:
            raise KeyboardInterrupt

    with open_for_adopting(logged.url) as engine:
        assert count_unlogged(engine) == COUNT
        with pytest.raises(KeyboardInterrupt):
            adopt(engine, stop)
        assert count_unlogged(engine) == COUNT - 4
        assert adopt(engine).noted == COUNT - 4
        assert adopt(engine).noted == 0


def test_a_damaged_record_is_not_noted_and_told(before: tuple[Logged, list[EvaluationRow]]) -> None:
    logged, rows = before
    with closing(sqlite3.connect(logged.folder / "store.sqlite3", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER evaluation_refuses_UPDATE")
        connection.execute("UPDATE evaluation SET record_digest = ? WHERE name = ?", ("0" * 64, rows[2].name))
    result = touchstone("proof", "adopt", "--database-url", logged.url, "--language", "zh")
    assert result.exit_code == 1
    assert f"{rows[2].name} 未记入" in result.stderr
    assert logged.store.log.leaf(EVALUATION, rows[2].name) is None
    with pytest.raises(Refusal):
        logged.bundling.bundle(rows[2].name)
