"""Golden stores written by released software, one for each schema, and the digests of all permanently stored files.

    python -m tests.service.store.kept_stores

Writes the store of the present schema to `tests/corpus/kept/` unless it exists, and adds new files and new lines to
`digests.json`. Existing entries never change. Before the first release, `make kept` rewrites all of them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Table, create_engine, inspect, text
from sqlalchemy.schema import MetaData

from service.store.database import MIGRATIONS, newest_schema, parse_database_url, schemas
from tests.support.commands import answered
from tests.support.running import ROOT, RunningServer

FOLDER = ROOT / "tests" / "corpus" / "kept"
DIGESTS = "digests.json"
ORGANIZATION = "example"
_DOSSIERS = {
    "zero-carbon-factory": ("worked-factory.yaml", "--set", "reading=cascade"),
    "carbon-neutral-product": ("carbon-neutral-bottle.yaml",),
    "cbam-installation": ("cbam/installation.yaml",),
    "cbam-goods": ("cbam/actual-values.yaml",),
    "miit-zero-carbon-factory": ("china/miit-zero-carbon-factory.yaml",),
}
"""Dossiers to evaluate: a grade, a verdict, list records, table lookups, and an incomplete dossier."""
_ERASED = "carbon-neutral-product"
_CONTINUE = """
SELECT setval(sequence::regclass, greatest)
FROM (SELECT pg_get_serial_sequence('{table}', '{column}') AS sequence, max({column}) AS greatest FROM {table}) AS its
WHERE sequence IS NOT NULL AND greatest IS NOT NULL
"""
"""SQL that advances a PostgreSQL sequence past the copied rows."""


def kept_schemas() -> list[str]:
    return sorted(path.name.split(".")[0].removeprefix("store-") for path in FOLDER.glob("store-*.sqlite3.gz"))


def copy_kept(schema: str, url: str, folder: Path) -> None:
    """Write the store of a schema at an address; to PostgreSQL its rows, under the schema that they had."""
    address = parse_database_url(url)
    is_sqlite = address.get_backend_name() == "sqlite"
    path = Path(str(address.database)) if is_sqlite else folder / "kept.sqlite3"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.decompress((FOLDER / f"store-{schema}.sqlite3.gz").read_bytes()))
    path.chmod(0o600)
    if not is_sqlite:
        with closing(sqlite3.connect(path)) as kept:
            _copy_rows(kept, schema, address.set(drivername="postgresql+psycopg").render_as_string(hide_password=False))


def _copy_rows(kept: sqlite3.Connection, schema: str, url: str) -> None:
    from service.store.schema_migration import upgrade  # noqa: PLC0415 -- Alembic is slow to load

    kept.row_factory = sqlite3.Row
    engine = create_engine(url)
    with engine.begin() as connection:
        core, *products = schemas()
        upgrade(connection, MIGRATIONS, core, schema)
        for product in products:
            upgrade(connection, MIGRATIONS, product)
        kept_tables = {row["name"] for row in kept.execute("SELECT name FROM sqlite_master")}
        for name in set(inspect(connection).get_table_names()) - {core.version_table, *_partitions(connection)}:
            table = Table(name, MetaData(), autoload_with=connection)
            if name not in kept_tables:  # stores of edition 1.0 have no numbers of products
                table.drop(connection)
                continue
            connection.execute(table.delete())
            if rows := [dict(row) for row in kept.execute(f"SELECT * FROM {name}")]:  # noqa: S608 -- ours
                connection.execute(table.insert(), [_typed(table, row) for row in rows])
            for column in filter(lambda column: column.type.python_type is int, table.primary_key):
                connection.execute(text(_CONTINUE.format(table=name, column=column.name)))
    engine.dispose()


def _partitions(connection: Connection) -> set[str]:
    """Return the partitions, with rows that are copied to their table, and the table that a trigger fills."""
    children = text("SELECT relname FROM pg_class WHERE relispartition")
    return {"evaluated_request", *connection.execute(children).scalars()}


def _typed(table: Table, row: dict[str, object]) -> dict[str, object]:
    """Return a row of SQLite, which has no truth values, in the types of a table."""
    flags = {column.name for column in table.columns if column.type.python_type is bool}
    return {name: bool(value) if name in flags else value for name, value in row.items()}


def changed_files(digests: dict[str, dict[str, str | int]]) -> list[str]:
    """Return the files that do not begin with the bytes that were entered; a file may grow, and nothing else."""
    changed = []
    for name, entry in digests.items():
        path = FOLDER / name
        content = path.read_bytes()[: int(entry["bytes"])] if path.is_file() else b""
        if hashlib.sha256(content).hexdigest() != entry["sha256"]:
            changed.append(name)
    return changed


def entered_digests() -> dict[str, dict[str, str | int]]:
    """Return the byte count and SHA-256 digest of each file listed in `digests.json`."""
    path = FOLDER / DIGESTS
    entered: dict[str, dict[str, str | int]] = json.loads(path.read_bytes()) if path.is_file() else {}
    return entered


def kept_files() -> list[Path]:
    """Return the permanently stored files; their bytes must never change."""
    return sorted(path for path in FOLDER.iterdir() if path.name not in {DIGESTS, "README.md"})


def _write_store(folder: Path) -> None:
    gazette, path = ROOT / "scorecards", folder / "store.sqlite3"
    with RunningServer(folder, gazette) as server:
        for card, (dossier, *options) in _DOSSIERS.items():
            options += ["--as-of", "2026-11-20", "--server", server.address]
            answered("evaluate", card, ROOT / "examples" / dossier, *options)
        with closing(sqlite3.connect(path)) as connection:
            its = f"scorecard_version LIKE 'scorecards/{_ERASED}/%'"
            (erased,) = connection.execute(f"SELECT name FROM evaluation WHERE {its}").fetchone()  # noqa: S608 -- ours
        order = ("--extent", "inputs", "--reason", "retention ended", "--for-ever", "--server", server.address)
        answered("data", "erase", erased, *order)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM")
    (FOLDER / f"store-{newest_schema()}.sqlite3.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


def main() -> None:
    entered = entered_digests()
    if changed := changed_files(entered):
        sys.exit(f"changed, and kept for ever: {', '.join(changed)}. Restore them from version control.")
    if newest_schema() not in kept_schemas():
        with TemporaryDirectory() as folder:
            _write_store(Path(folder))
    for path in kept_files():
        content = path.read_bytes()
        entered[path.name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (FOLDER / DIGESTS).write_text(json.dumps(entered, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
