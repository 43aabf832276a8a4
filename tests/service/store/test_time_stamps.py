"""Time stamp repository: newest stamp, first stamp that covers a log entry, and immutable rows."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from service.store.store import Store
from service.store.write_access import with_write_access
from service.transparency.time_stamps import TimeStamp


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
