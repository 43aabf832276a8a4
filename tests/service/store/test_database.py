"""The schema of a store: new stores, upgrades by a later version, and refusals of unknown schemas."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, closing
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect
from sqlmodel import SQLModel

import service.store
from rules.contracts import set_build_cache
from service.base.cache_folder import CacheFolder
from service.configuration.products import products
from service.store import database
from service.store.accounts import open_api_keys
from service.store.database import (
    MIGRATIONS,
    SchemaChangedError,
    newest_schema,
    open_database,
    parse_database_url,
    require_known_schema,
    schema_differences,
    schemas,
)
from service.store.reporting_views import open_archive
from service.store.store import Store
from service.store.write_access import StoreError, with_write_access
from tests.service.store.test_store import row
from tests.support.next_version import SCHEMA, TABLE, NextVersion

_PARTITION = re.compile(r"(evaluation|record_figures)_([0-9_]+|earlier|other)")


def test_migration_file_names_match_the_revisions_read_by_alembic() -> None:
    assert schemas()[0].numbers[-1] == newest_schema()
    for schema in schemas():
        scripts = ScriptDirectory(str(MIGRATIONS), version_locations=[str(schema.folder)])
        assert schema.numbers[-1] == scripts.get_current_head()
        numbers = [script.revision for script in scripts.walk_revisions()]
        assert len(numbers) == len(list(schema.folder.glob("*.py")))
        for number in numbers:
            require_known_schema(number, schema)


def test_the_migrations_make_the_tables_that_are_declared(store: Store) -> None:
    folders = [("service.store", list(service.store.__path__))]
    folders += [(one.module, list(import_module(one.module).__path__)) for one in products() if one.is_installed]
    for package, path in folders:
        for module in iter_modules(path, f"{package}."):
            if module.name.startswith("service.store.") or module.name.endswith("_store"):
                import_module(module.name)
    made, declared = inspect(store._engine), SQLModel.metadata.tables
    of_postgres = {name for name in made.get_table_names() if _PARTITION.fullmatch(name) or name == "evaluated_request"}
    assert {*made.get_table_names()} - of_postgres == {*declared, *(schema.version_table for schema in schemas())}
    for name, table in declared.items():
        assert {one["name"]: one["nullable"] for one in made.get_columns(name)} == {
            column.name: column.nullable for column in table.columns
        }
        keyed = f"{name}_other" if f"{name}_other" in of_postgres else name  # keys belong to partitions
        assert made.get_pk_constraint(keyed)["constrained_columns"] == [one.name for one in table.primary_key]
        indexes = {one["name"]: one["column_names"] for one in made.get_indexes(name) if not one["unique"]}
        assert indexes == {str(index.name): [one.name for one in index.columns] for index in table.indexes}


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("9999", "The store has schema 9999, but the newest schema of this software is"),
        ("0038", "schema 0038, a development format from before edition 1.0.* Set TOUCHSTONE_DATABASE_URL"),
    ],
)
def test_a_store_with_an_unknown_schema_is_refused_and_left_unchanged(url: str, number: str, message: str) -> None:
    with closing(Store(url)) as store, with_write_access(store._engine).begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{number}'")  # noqa: S608 -- ours
    for open_store in (Store, lambda url: open_archive(url).__enter__()):
        with pytest.raises(StoreError, match=message):
            open_store(url)
    with ExitStack() as held, pytest.raises(StoreError, match=message):
        open_database(parse_database_url(url), 5_000, held)


def test_a_later_version_upgrades_a_store_and_the_earlier_version_then_refuses_the_store(
    url: str, tmp_path: Path
) -> None:
    first, later = row(1), NextVersion(tmp_path)
    with closing(Store(url)) as store:
        store.append(first).result(timeout=60)
    with later.in_this_process(), closing(Store(url)) as upgraded:
        assert upgraded.find(first.name) is not None
        upgraded.append(row(2)).result(timeout=60)
        assert inspect(upgraded._engine).has_table(TABLE)
        if url.startswith("sqlite"):
            with upgraded._engine.connect() as connection:
                assert schema_differences(connection) == []
    with pytest.raises(StoreError, match=f"The store has schema {SCHEMA}, but the newest schema of this software is"):
        Store(url)


def test_an_old_server_only_reads_after_a_later_version_upgraded_its_store(url: str, tmp_path: Path) -> None:
    later = NextVersion(tmp_path)
    with closing(Store(url)) as old:
        old.append(row(1)).result(timeout=60)
        if url.startswith("sqlite"):  # a file belongs to one server
            with later.in_this_process(), pytest.raises(StoreError, match="Another server uses"):
                Store(url)
            return
        with later.in_this_process():
            Store(url).close()
        assert old.find(row(1).name) is not None
        with pytest.raises(SchemaChangedError, match=f"The store now has schema {SCHEMA}"):
            old.append(row(2)).result(timeout=60)


def test_commands_wait_until_the_server_of_an_older_store_has_ended(url: str, tmp_path: Path) -> None:
    later = NextVersion(tmp_path)
    with closing(Store(url)):
        if url.startswith("sqlite"):
            with later.in_this_process(), pytest.raises(StoreError, match="another"), open_api_keys(url):
                pass
    with later.in_this_process(), open_api_keys(url) as keys:
        assert keys.all() == []


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[None]:
    set_build_cache(CacheFolder(tmp_path / "cache"))
    database._new_store_statements.cache_clear()
    yield
    set_build_cache(None)


@pytest.mark.usefixtures("cache")
def test_a_new_store_has_the_schema_of_its_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
