"""Evaluations with missing or malformed index rows: reports, and no effect on other evaluations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, insert, update

from service.proofs.store_audit import audit
from service.store import outcome_projection, writer
from service.store.tables import VALUE_BLOCKS, EvaluationRow, EvaluationUsesRow
from service.store.use_index import EvaluationUses
from service.store.write_access import with_write_access
from tests.support.logged import Logged

VERSION = "scorecards/small-factory/versions/1.0.0"


@pytest.fixture
def logged(tmp_path: Path, new_url: Callable[[], str]) -> Iterator[Logged]:
    with closing(Logged(tmp_path, new_url())) as environment:
        yield environment


def without_index_rows(_connection: Connection, _recent: Any, _row: EvaluationRow, _uses: EvaluationUses) -> str:
    """Store no index rows, as if they had been deleted."""
    return "[]"


def test_an_evaluation_without_index_rows_blocks_no_other_and_is_reported(
    logged: Logged, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = logged.evaluate(subject="first")
    with monkeypatch.context() as damaged:
        damaged.setattr(writer, "store_uses", without_index_rows)
        broken = logged.evaluate(subject="other")
    last = logged.evaluate(subject="last")
    standings = logged.store.standings("a", VERSION)
    assert {standing.evaluation for standing in standings.standings} == {first.name, last.name}
    assert standings.left_out.names == (broken.name,)
    with logged.store.archive() as archive:
        found = [fault.place for fault in audit(archive.connection, logged.gazette).faults]
    assert f"evaluation_uses/{broken.name}" in found


def test_malformed_uses_of_an_evaluation_block_no_write(logged: Logged) -> None:
    logged.evaluate(subject="first")
    row = {"number": 2, "evaluation": "organizations/a/evaluations/odd", "holder": 1, "digests": b"odd", "places": b""}
    with with_write_access(logged.store._engine).begin() as connection:
        connection.execute(insert(EvaluationUsesRow.__table__), row)  # type: ignore[attr-defined] # SQLModel does not declare it
    assert logged.store.find(logged.evaluate(subject="later").name) is not None


def test_malformed_blocks_of_values_hide_no_new_evaluation_and_a_rebuild_repairs_them(logged: Logged) -> None:
    def names() -> set[str]:
        return {standing.evaluation for standing in logged.store.standings("a", VERSION).standings}

    rows = [logged.evaluate(subject=f"s{number}").name for number in range(3)]
    assert names() == {*rows}
    random = Random(1)
    for content in (b"\xff" * 700, b"\x10\xf0\xff" * 300, random.randbytes(900), b"", random.randbytes(899)):
        with with_write_access(logged.store._engine).begin() as connection:
            connection.execute(update(VALUE_BLOCKS).values(entries=content))
        rows += [logged.evaluate(subject=f"s{len(rows) + number}").name for number in range(2)]
        assert names() == {*rows}
    with logged.store.archive() as archive:
        assert audit(archive.connection, logged.gazette).faults
    assert logged.store.rebuild_outcomes().unreadable == ()
    with logged.store.archive() as archive:
        assert audit(archive.connection, logged.gazette).faults == []


def test_an_evaluation_projected_by_another_server_is_not_marked_unreadable(logged: Logged) -> None:
    stored = logged.evaluate(subject="first")
    assert logged.store.standings("a", VERSION).standings
    outcome_projection._mark_unreadable(with_write_access(logged.store._engine), stored.name, ValueError())
    assert logged.store.standings("a", VERSION).left_out.names == ()
