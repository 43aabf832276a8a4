"""Log sequencing in the store: one entry per evaluation, killed sequencers, tampered tables, and time stamps."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from rules.contracts.errors import TrailError
from service.store.log_sequencer import LogIdentity, integrate_leaves
from service.store.store import Store
from service.store.write_access import with_write_access
from service.transparency.checkpoints import read_note
from service.transparency.leaves import EVALUATION, TABLE, leaf_without_subject
from service.transparency.time_stamps import TimeStamp
from service.transparency.tree import is_consistent
from tests.service.store.test_store import row

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def opened(url: str, keeper: LogIdentity | None = None) -> Iterator[Store]:
    store = Store(url, log_identity=keeper)
    try:
        yield store
    finally:
        store.close()


def stored(store: Store, *numbers: int, **changes: object) -> None:
    for answer in [store.append(row(number, **changes)) for number in numbers]:  # type: ignore[arg-type]
        answer.result(timeout=30)


def changed(store: Store, table: str, statement: str) -> None:
    """Change a table behind the back of the service, as only who owns the database can."""
    with with_write_access(store._engine).begin() as connection:
        if connection.dialect.name == "sqlite":
            for action in ("UPDATE", "DELETE"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_refuses_{action}"))
        else:
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        connection.execute(text(statement))


@pytest.mark.full(sample=5)
def test_every_evaluation_is_logged_once_with_the_previous_evaluation_of_its_subject(url: str) -> None:
    with opened(url, LogIdentity("log")) as store:
        stored(store, 1, 2)
        stored(store, 3, subject="organizations/a/subjects/c")
        store.append(row(4, 1)).result(timeout=30)  # a request again
        assert store.integrate_log() == 3
        first, second, third = store.log.leaves(0, 10)
        assert [noted.leaf.name[-1] for noted in (first, second, third)] == ["1", "2", "3"]
        assert first.leaf.content["predecessor"] == third.leaf.content["predecessor"] == ""
        assert second.leaf.content["predecessor"] == first.digest == first.leaf.digest
        assert second.leaf.content["request_id"] == "request 2"
        note = store.log.note()
        assert note is not None
        assert note.signatures == ()
        for noted in (first, second, third):
            proof = store.log.inclusion(noted.position, 3)
            assert proof.root(noted.leaf.hash) == note.checkpoint.root
        for statement in ("DELETE FROM log_leaf", "UPDATE log_checkpoint SET note = ''"):
            with (
                pytest.raises(DBAPIError, match="never changes"),
                with_write_access(store._engine).begin() as connection,
            ):
                connection.execute(text(statement))


@pytest.mark.full(sample=5)
def test_leaves_left_outside_the_tree_by_a_kill_are_integrated_later(url: str) -> None:
    with opened(url) as store:  # without a log identity, as if killed between commit and integration
        stored(store, *range(5))
        assert store.integrate_log() == 0
        assert len(store.log.leaves(0, 10)) == 5
        assert store.log.note() is None
    with opened(url, LogIdentity("log")) as store:
        assert store.integrate_log() == 5
        leaf = leaf_without_subject(TABLE, "tables/t/editions/1", {"digest": "ab" * 32})
        assert store.log.add_new([leaf, leaf][:1]) == 1
        assert store.log.add_new([leaf]) == 0
        assert store.integrate_log() == 6


KILLED = """
import os, signal, sys
from service.store import log_sequencer
from service.store.store import Store
from tests.service.store.test_log_queries import stored

put = log_sequencer._append_leaves

def die(*given):
    put(*given)
    os.kill(os.getpid(), signal.SIGKILL)

log_sequencer._append_leaves = die
store = Store(sys.argv[1], log_identity=log_sequencer.LogIdentity("log"))
stored(store, *range(5, 9))
store.integrate_log()
"""
"""Stores evaluations, and is killed when tiles and checkpoint are written and not committed yet."""


@pytest.mark.full
def test_the_log_continues_after_a_sequencer_is_killed_before_its_commit(url: str) -> None:
    with opened(url, LogIdentity("log")) as store:
        stored(store, *range(5))
        assert store.integrate_log() == 5
    assert subprocess.run([sys.executable, "-c", KILLED, url], cwd=ROOT, check=False).returncode == -signal.SIGKILL  # noqa: S603 -- ours
    with opened(url) as store:
        noted = len(store.log.leaves(0, 20))
        note: Any = store.log.note()
        assert 5 < noted <= 9
        assert note.checkpoint.size == 5
    with opened(url, LogIdentity("log")) as store:
        assert store.integrate_log() == noted
        tree: Any = store.log.note()
        grew = store.log.consistency(5, noted)
        assert is_consistent(5, noted, (note.checkpoint.root, tree.checkpoint.root), grew)


@pytest.mark.full(sample=5)
def test_concurrent_sequencers_produce_a_single_tree(url: str) -> None:
    with opened(url) as store:
        stored(store, *range(40))
        engine = with_write_access(store._engine)
        sizes: list[int] = []
        threads = [Thread(target=lambda: sizes.append(integrate_leaves(engine, LogIdentity("log")))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert sizes == [40] * 4
        with store._engine.connect() as connection:
            notes = connection.execute(text("SELECT note FROM log_checkpoint")).scalars().all()
        assert [read_note(note).checkpoint.size for note in notes] == [40]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("table", "statement", "expected_message"),
    [
        ("log_leaf", "DELETE FROM log_leaf WHERE position = 5", "lacks entry 5"),
        ("log_tile", "DELETE FROM log_tile", "does not match its checkpoint of 4"),
        (
            "log_tile",
            "UPDATE log_tile SET hashes = substr(hashes, 33) WHERE level = 0",
            "The log does not match its checkpoint of",
        ),
    ],
)
def test_a_modified_log_is_never_signed(url: str, table: str, statement: str, expected_message: str) -> None:
    with opened(url, LogIdentity("log")) as store:
        stored(store, *range(4))
        assert store.integrate_log() == 4
    with opened(url) as store:
        stored(store, *range(4, 8))
        changed(store, table, statement)
        with pytest.raises(TrailError, match=expected_message):
            integrate_leaves(with_write_access(store._engine), LogIdentity("log"))
        note: Any = store.log.note()
        assert note.checkpoint.size == 4


@pytest.mark.full(sample=5)
def test_a_leaf_is_found_by_its_kind_and_name(url: str) -> None:
    with opened(url, LogIdentity("log")) as store:
        stored(store, 1)
        noted = store.log.leaf(EVALUATION, "organizations/a/evaluations/1")
        assert noted is not None
        assert noted.position == 0
        assert store.log.leaf(EVALUATION, "organizations/b/evaluations/1") is None
        assert store.log.leaf(TABLE, "organizations/a/evaluations/1") is None
        assert store.log.entries(0, 10) == [noted.leaf.entry]
        for place, size in ((1, 1), (-1, 1)):
            with pytest.raises(IndexError):
                store.log.inclusion(place, size)
        with pytest.raises(IndexError):
            store.log.consistency(2, 1)


def stamp(size: int, authority: str, token: bytes = b"token") -> TimeStamp:
    return TimeStamp(size, authority, f"2026-03-{size:02}T00:00:00Z", token)


@pytest.mark.full(sample=5)
def test_the_first_stamp_of_each_authority_that_covers_a_leaf_is_found(store: Store) -> None:
    kept = store.time_stamps
    assert (kept.newest(), kept.of(3), kept.first_reaching(1)) == (None, [], [])
    for time_stamp in (stamp(3, "a"), stamp(5, "b"), stamp(7, "a"), stamp(7, "b"), stamp(3, "a", b"again")):
        kept.add(time_stamp)
    assert kept.newest() == stamp(7, "a")
    assert kept.of(7) == [stamp(7, "a"), stamp(7, "b")]
    assert kept.first_reaching(3) == [stamp(3, "a"), stamp(5, "b")]
    assert kept.first_reaching(4) == [stamp(7, "a"), stamp(5, "b")]
    assert kept.first_reaching(8) == []


@pytest.mark.full(sample=5)
def test_a_stamp_never_changes(store: Store) -> None:
    store.time_stamps.add(stamp(3, "a"))
    for statement in ("UPDATE log_time_stamp SET time = ''", "DELETE FROM log_time_stamp"):
        with pytest.raises(DBAPIError, match="never changes"), with_write_access(store._engine).begin() as connection:
            connection.execute(text(statement))
