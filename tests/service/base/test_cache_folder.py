"""Caches of bytes in memory and in a folder: eviction, corrupted entries, foreign write access, symbolic links."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from service.base.bounded_cache import BoundedCache
from service.base.cache_folder import VARIABLE, CacheFolder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_an_entry_is_found_by_its_digest_only(folder: Path) -> None:
    shelf = CacheFolder(folder)
    assert shelf.find("words", "a" * 64) is None
    shelf.keep("words", "a" * 64, b"one")
    assert (shelf.find("words", "a" * 64), shelf.find("words", "b" * 64)) == (b"one", None)


def test_only_the_newest_entries_of_a_name_are_retained(folder: Path) -> None:
    shelf = CacheFolder(folder)
    for digit in "abcdef":
        shelf.keep("words", digit * 64, b"one")
    assert len(list(folder.iterdir())) == 4
    assert shelf.find("words", "f" * 64) == b"one"


@pytest.mark.parametrize("damage", [lambda content: content[:-1], lambda content: b"\0" + content[1:], lambda _: b""])
def test_a_corrupted_entry_is_not_returned(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    shelf = CacheFolder(folder)
    shelf.keep("words", "a" * 64, b"one")
    (entry,) = folder.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert shelf.find("words", "a" * 64) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no modes")
@pytest.mark.parametrize("at_folder", [True, False])
def test_entries_that_others_can_write_are_not_read(folder: Path, at_folder: bool) -> None:
    shelf = CacheFolder(folder)
    shelf.keep("words", "a" * 64, b"one")
    (entry,) = folder.iterdir()
    (folder if at_folder else entry).chmod(0o777)
    assert shelf.find("words", "a" * 64) is None


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="Windows has other links")
def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    shelf = CacheFolder(folder)
    shelf.keep("words", "a" * 64, b"one")
    (entry,) = folder.iterdir()
    entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(tmp_path / "elsewhere")
    assert shelf.find("words", "a" * 64) is None


def test_a_cache_without_a_usable_folder_stores_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shelf = CacheFolder(tmp_path / "file" / "cache")
    shelf.keep("words", "a" * 64, b"one")
    assert shelf.find("words", "a" * 64) is None


def test_an_empty_environment_variable_disables_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert CacheFolder.of_current_user() is None


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
