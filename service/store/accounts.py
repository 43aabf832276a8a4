"""How are local accounts of the workbench kept, and who has signed in to it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from sqlalchemy import Delete, Engine, delete, insert, select, update

from service.store.database import open_database, read_address, refusing
from service.store.tables import AccountRow, SessionRow
from service.store.writing import writing

_ACCOUNTS, _SESSIONS = AccountRow.__table__, SessionRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it


class Accounts:
    """The accounts of all organisations, and the sessions of whoever signed in, by an account or otherwise."""

    def __init__(self, engine: Engine) -> None:
        """Use an open database."""
        self._engine = engine

    def add(self, row: AccountRow) -> bool:
        """Keep a new account; say whether its name was free.

        Raises:
            Refusal: the database is locked or full, or cannot be written now.
        """
        with refusing(to="write"), writing(self._engine).begin() as connection:
            if connection.execute(select(_ACCOUNTS.c.name).where(_ACCOUNTS.c.name == row.name)).first():
                return False
            connection.execute(insert(_ACCOUNTS), row.model_dump())
            return True

    def find(self, name: str) -> AccountRow | None:
        """Find an account."""
        with refusing(to="read"), self._engine.connect() as connection:
            found = connection.execute(select(_ACCOUNTS).where(_ACCOUNTS.c.name == name)).mappings().first()
        return None if found is None else AccountRow.model_validate(dict(found))

    def has_any(self) -> bool:
        """Say whether anybody can sign in by an account."""
        with refusing(to="read"), self._engine.connect() as connection:
            still = select(_ACCOUNTS.c.name).where(_ACCOUNTS.c.end_time.is_(None)).limit(1)
            return connection.execute(still).first() is not None

    def all(self) -> Sequence[AccountRow]:
        """Give all accounts by name."""
        with refusing(to="read"), self._engine.connect() as connection:
            found = connection.execute(select(_ACCOUNTS).order_by(_ACCOUNTS.c.name)).mappings()
            return [AccountRow.model_validate(dict(row)) for row in found]

    def end(self, name: str, time: str) -> None:
        """End an account with every session of it."""
        with refusing(to="write"), writing(self._engine).begin() as connection:
            connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.name == name).values(end_time=time))
            connection.execute(_sessions_of("account", name))

    def remove_unused(self, name: str) -> None:
        """Forget an account whose first password nobody has exchanged, with its sessions: the name is free again."""
        with refusing(to="write"), writing(self._engine).begin() as connection:
            unused = (_ACCOUNTS.c.name == name, _ACCOUNTS.c.first_until.is_not(None))
            if connection.execute(delete(_ACCOUNTS).where(*unused)).rowcount:
                connection.execute(_sessions_of("account", name))

    def end_sessions(self, kind: str, holder: str) -> int:
        """End every session of somebody who signs in otherwise, and say how many there were."""
        with refusing(to="write"), writing(self._engine).begin() as connection:
            return connection.execute(_sessions_of(kind, holder)).rowcount

    def note_failure(self, name: str, time: str) -> None:
        """Count a password as missed, before it is known whether it is, so that guesses at once are all counted."""
        more = {"failures": _ACCOUNTS.c.failures + 1, "failure_time": time}
        with refusing(to="write"), writing(self._engine).begin() as connection:
            connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.name == name).values(more))

    def note_success(self, name: str) -> None:
        """Forget what was missed."""
        with refusing(to="write"), writing(self._engine).begin() as connection:
            connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.name == name).values(failures=0, failure_time=None))

    def set_password(self, name: str, password_hash: str, *, kept: str = "", first_until: str | None = None) -> None:
        """Keep another password, until when it is a first one, and end the sessions but the one that is kept."""
        chosen = {"password_hash": password_hash, "first_until": first_until, "failures": 0, "failure_time": None}
        with refusing(to="write"), writing(self._engine).begin() as connection:
            connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.name == name).values(chosen))
            connection.execute(_sessions_of("account", name).where(_SESSIONS.c.digest != kept))

    def begin_session(self, row: SessionRow, older: str) -> None:
        """Keep a session, and forget those that began before an instant."""
        with refusing(to="write"), writing(self._engine).begin() as connection:
            connection.execute(delete(_SESSIONS).where(_SESSIONS.c.create_time < older))
            connection.execute(insert(_SESSIONS), row.model_dump())

    def session(self, digest: str) -> SessionRow | None:
        """Find a session."""
        with refusing(to="read"), self._engine.connect() as connection:
            found = connection.execute(select(_SESSIONS).where(_SESSIONS.c.digest == digest)).mappings().first()
        return None if found is None else SessionRow.model_validate(dict(found))

    def note_use(self, digest: str, time: str) -> None:
        """Note that a session is in use."""
        with refusing(to="write"), writing(self._engine).begin() as connection:
            connection.execute(update(_SESSIONS).where(_SESSIONS.c.digest == digest).values(use_time=time))

    def end_session(self, digest: str) -> None:
        """Forget a session."""
        with refusing(to="write"), writing(self._engine).begin() as connection:
            connection.execute(delete(_SESSIONS).where(_SESSIONS.c.digest == digest))


def _sessions_of(kind: str, holder: str) -> Delete:
    return delete(_SESSIONS).where(_SESSIONS.c.kind == kind, _SESSIONS.c.holder == holder)


@contextmanager
def opened_accounts(url: str) -> Iterator[Accounts]:
    """Open the accounts of a store, also while a server has it open.

    Raises:
        StoreError: it cannot be opened, or has an older schema and is in use.
    """
    with ExitStack() as held:
        yield Accounts(open_database(read_address(url), 5_000, held, beside=True))
