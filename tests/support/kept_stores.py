"""Stores that were kept, one of every form of record, as software of their day wrote them (tests/corpus/stores/)."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Table, create_engine, inspect
from sqlalchemy.schema import MetaData

from service.store.database import MIGRATIONS, parse_database_url

FOLDER = Path(__file__).resolve().parents[1] / "corpus" / "stores"
FORMS = tuple(sorted(int(path.name[5]) for path in FOLDER.glob("form-*.sqlite3.gz")))
ORGANIZATION = "example"


def kept_file(form: int, path: Path) -> Path:
    """Lay the store of a form down as a file of SQLite that belongs to its owner."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.decompress((FOLDER / f"form-{form}.sqlite3.gz").read_bytes()))
    path.chmod(0o600)
    return path


def keep(form: int, url: str, folder: Path) -> None:
    """Lay the store of a form down at an address; in PostgreSQL its rows, under the schema that they had."""
    address = parse_database_url(url)
    if address.get_backend_name() == "sqlite":
        kept_file(form, Path(str(address.database)))
        return
    with closing(sqlite3.connect(kept_file(form, folder / "kept.sqlite3"))) as kept:
        kept.row_factory = sqlite3.Row
        engine = create_engine(address.set(drivername="postgresql+psycopg"))
        with engine.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.set_main_option("path_separator", "os")
            config.attributes["connection"] = connection
            command.upgrade(config, kept.execute("SELECT version_num FROM alembic_version").fetchone()[0])
            for name in set(inspect(connection).get_table_names()) - {"alembic_version"}:
                table = Table(name, MetaData(), autoload_with=connection)
                if rows := [dict(row) for row in kept.execute(f"SELECT * FROM {name}")]:  # noqa: S608 -- ours
                    connection.execute(table.insert(), _typed(table, rows))
        engine.dispose()


def _typed(table: Table, rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """Give rows of SQLite, which knows no truth values, in the types of a table."""
    flags = {column.name for column in table.columns if column.type.python_type is bool}
    return [{name: bool(value) if name in flags else value for name, value in row.items()} for row in rows]
