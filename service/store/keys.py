"""API keys as the store keeps them, beside the evaluations that are made with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from sqlalchemy import Engine, Row, insert, select, update

from service.store.access import Credential
from service.store.database import open_database, parse_database_url, translating_database_errors
from service.store.tables import ApiKeyRow
from service.store.writing import with_write_access

_TABLE = ApiKeyRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it


class ApiKeys:
    """The API keys of all organisations; none is ever deleted, since evaluations name them."""

    def __init__(self, engine: Engine) -> None:
        """Use an open database."""
        self._engine = engine

    def add(self, row: ApiKeyRow) -> None:
        """Keep a new key.

        Raises:
            Refusal: the database is locked or full, or cannot be written now.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(insert(_TABLE), row.model_dump())
            Credential.API_KEY.note(connection, row.id)

    def find(self, id: str) -> ApiKeyRow | None:
        """Find a key.

        Raises:
            Refusal: the database cannot be read now.
        """
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            row = connection.execute(select(_TABLE).where(_TABLE.c.id == id)).first()
        return None if row is None else _from_columns(row)

    def all(self) -> Sequence[ApiKeyRow]:
        """Give all keys, the oldest first.

        Raises:
            Refusal: the database cannot be read now.
        """
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return [
                _from_columns(row)
                for row in connection.execute(select(_TABLE).order_by(_TABLE.c.create_time, _TABLE.c.id))
            ]

    def change(self, id: str, **values: str) -> None:
        """Set columns of a key: when it expires or was revoked.

        Raises:
            Refusal: the database is locked or full, or cannot be written now.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(update(_TABLE).where(_TABLE.c.id == id).values(values))
            Credential.API_KEY.note(connection, id)

    def note_use(self, id: str, time: str) -> None:
        """Set when a key was last used, which the log does not tell.

        Raises:
            Refusal: the database is locked or full, or cannot be written now.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(update(_TABLE).where(_TABLE.c.id == id).values(last_use_time=time))


@contextmanager
def open_api_keys(url: str) -> Iterator[ApiKeys]:
    """Open the keys of a store, also while a server has it open.

    Raises:
        StoreError: it cannot be opened, or has an older schema and is in use.
    """
    with ExitStack() as held:
        yield ApiKeys(open_database(parse_database_url(url), 5_000, held, beside=True))


def _from_columns(columns: Row[tuple[object, ...]]) -> ApiKeyRow:
    return ApiKeyRow.model_validate(dict(columns._mapping))
