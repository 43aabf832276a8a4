"""Newest schema revision by migration file names, and new stores, checked against Alembic."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from rules.contracts import set_build_cache
from service.base.cache_folder import CacheFolder
from service.store import database
from service.store.database import MIGRATIONS, knows_schema, newest_schema, schema_differences
from service.store.store import Store


def test_the_names_of_the_migrations_tell_what_alembic_reads_in_them() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert newest_schema() == scripts.get_current_head()
    numbers = [script.revision for script in scripts.walk_revisions()]
    assert len(numbers) == len(list((MIGRATIONS / "versions").glob("*.py")))
    assert all(map(knows_schema, numbers))
    assert not knows_schema("0000")


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[None]:
    set_build_cache(CacheFolder(tmp_path / "cache"))
    database._new_store_statements.cache_clear()
    yield
    set_build_cache(None)


@pytest.mark.usefixtures("cache")
def test_a_new_store_is_what_its_migrations_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(f"sqlite:///{tmp_path}/first.sqlite3").close()
    database._new_store_statements.cache_clear()
    with monkeypatch.context() as without_migrations:
        without_migrations.setattr(database, "_upgrade", None)
        Store(f"sqlite:///{tmp_path}/later.sqlite3").close()
    for name in ("first", "later"):
        engine = create_engine(f"sqlite:///{tmp_path}/{name}.sqlite3")
        with closing(engine.connect()) as connection:
            assert schema_differences(connection) == []
        engine.dispose()
