"""SQLite file permissions, and the single-server lock across symbolic links."""

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rules.contracts.error_texts import error_message
from rules.contracts.messages import in_language
from service.store.store import Store
from service.store.write_access import StoreError


@pytest.fixture(autouse=True)
def _open_to_all() -> Iterator[None]:
    """Make files with default permissions readable by all users."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_store_is_accessible_to_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with closing(Store(f"sqlite:///{path}")):
        assert [mode(path.with_name(path.name + end)) for end in ("", "-wal", "-shm")] == [0o600] * 3


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("wrong", [0o644, 0o602, 0o666])
def test_a_store_readable_by_others_is_refused_with_the_correcting_command(tmp_path: Path, wrong: int) -> None:
    path = tmp_path / "store with space.sqlite3"
    Store(f"sqlite:///{path}").close()
    path.chmod(wrong)
    with pytest.raises(StoreError) as refused:
        Store(f"sqlite:///{path}")
    assert f"`chmod o-rwx '{path}'`" in str(refused.value)
    assert "其他用户" in in_language(error_message(refused.value), "zh")
    path.chmod(0o660)
    Store(f"sqlite:///{path}").close()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("linked", ["file", "folder"])
def test_a_store_is_locked_through_every_symbolic_link(tmp_path: Path, linked: str) -> None:
    folder = tmp_path / "folder"
    with closing(Store(f"sqlite:///{folder}/store.sqlite3")):
        if linked == "file":
            (tmp_path / "link.sqlite3").symlink_to(folder / "store.sqlite3")
            other = tmp_path / "link.sqlite3"
        else:
            (tmp_path / "link").symlink_to(folder)
            other = tmp_path / "link" / "store.sqlite3"
        with pytest.raises(StoreError, match="Another server uses"):
            Store(f"sqlite:///{other}")
