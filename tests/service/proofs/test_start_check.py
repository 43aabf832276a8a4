"""Integrity check at store start-up: cut logs, altered tiles, deleted evaluations and changed digests."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from service.proofs.start_check import log_alterations
from service.store.store import Store
from tests.support.logged import Logged, alter
from tests.support.logged_lines import logged_lines

NEWEST = "(SELECT MAX(position) FROM log_leaf)"


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Logged]:
    logged_store = Logged(tmp_path)
    for number in range(5):
        logged_store.evaluate(subject=f"s{number}")
    logged_store.cosigned()
    yield logged_store
    logged_store.close()


def start_warnings(logged: Logged, statement: str = "", *values: object) -> list[str]:
    """Restart the store after an SQL statement; return the warnings logged at the start."""
    logged.store.close()
    if statement:
        with closing(sqlite3.connect(logged.folder / "store.sqlite3", isolation_level=None)) as connection:
            alter(connection, statement.replace("NEWEST", NEWEST), *values)
    with closing(Store(logged.url)) as store, logged_lines() as lines:
        count = log_alterations(store)
    problems = [f"{line['place']}: {line['problem']}" for line in lines if line["event"] == "store_altered"]
    assert len(problems) == count
    return problems


def test_an_unchanged_store_starts_without_warnings(logged: Logged) -> None:
    assert start_warnings(logged) == []


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM log_leaf WHERE position = NEWEST", "The end of the log was removed"),
        (
            "UPDATE log_tile SET hashes = zeroblob(length(hashes))",
            "The checkpoint does not match the log entries",
        ),
        ("DELETE FROM log_tile", "The checkpoint does not match the log entries"),
        (
            "DELETE FROM evaluation",
            "5 evaluations of the log are missing from the store, and the log records no erasure",
        ),
        (
            "UPDATE evaluation SET record_digest = 'ab' || substr(record_digest, 3)",
            "The stored record does not match its",
        ),
        (
            "UPDATE log_leaf SET document = CAST(document || ' ' AS BLOB) WHERE position = NEWEST",
            "The content of the log entry does not match its digest",
        ),
        ("UPDATE log_leaf SET document = x'7b', digest = 'none' WHERE position = NEWEST", "log/"),
        ("UPDATE log_checkpoint SET note = 'none'", "log: "),
    ],
)
def test_cut_or_altered_data_is_reported_at_the_start(logged: Logged, statement: str, words: str) -> None:
    problems = start_warnings(logged, statement)
    assert any(words in one for one in problems), problems
