"""Stores for tests of the store and of the tables of products."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from service.store.store import Store
from tests.support.postgres import new_database


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Return a factory for the addresses of empty stores, for SQLite and PostgreSQL."""
    if request.param == "sqlite":
        return lambda: f"sqlite:///{tmp_path_factory.mktemp('store')}/deeper/store.sqlite3"
    server = request.getfixturevalue("postgres")
    return lambda: new_database(server)


@pytest.fixture
def url(new_url: Callable[[], str]) -> str:
    return new_url()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()
