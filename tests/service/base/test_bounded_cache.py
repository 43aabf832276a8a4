"""Cache of bytes: eviction of expired, oversized and oldest entries."""

from __future__ import annotations

from service.base.bounded_cache import BoundedCache


def test_expired_and_excess_entries_are_evicted() -> None:
    now = 0.0
    cache = BoundedCache(most_bytes=20, seconds=600, clock=lambda: now)
    for key in (b"a", b"b", b"c"):
        cache.add(key, key * 8)
        now += 1
    assert [cache.get(key) for key in (b"a", b"b", b"c")] == [None, b"b" * 8, b"c" * 8]
    now = 602.0
    assert [cache.get(key) for key in (b"b", b"c")] == [None, b"c" * 8]
    cache.add(b"c", b"another")
    assert cache.get(b"c") == b"c" * 8
    now = 603.0
    cache.add(b"c", b"d" * 20)
    assert cache.get(b"c") == b"d" * 20


def test_an_oversized_entry_is_not_stored_and_uses_no_capacity() -> None:
    cache = BoundedCache(most_bytes=20, seconds=600)
    cache.add(b"a", bytes(20))
    cache.add(b"b", bytes(21))
    assert (cache.get(b"a"), cache.get(b"b")) == (bytes(20), None)
