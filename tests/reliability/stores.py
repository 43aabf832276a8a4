"""Empty stores (SQLite, PostgreSQL), and server folders with a gazette, for reliability tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from service.gazette.publication import write_version
from tests.support.postgres import new_database, running_server
from tests.support.small_card import small_card

STORES = ("sqlite", "postgresql")


@contextmanager
def new_store(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        with TemporaryDirectory(prefix="touchstone-proof-") as folder:
            yield f"sqlite:///{folder}/store.sqlite3"
    else:
        yield from map(new_database, running_server())


@contextmanager
def new_place() -> Iterator[tuple[Path, Path]]:
    with TemporaryDirectory(prefix="touchstone-proof-") as name:
        folder = Path(name)
        write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
        yield folder, folder / "gazette"
