"""Accounts, their sessions and missed passwords, and API keys, with the log of who altered them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from enum import Enum
from typing import Any

import orjson
from sqlalchemy import Connection, Delete, Engine, Row, Table, delete, func, insert, select, text, update

from rules.contracts import canonical_bytes, digest
from service.base import instants
from service.store.database import open_database, parse_database_url, translating_database_errors
from service.store.log_sequencer import add_leaves
from service.store.prepared_statements import insert_or_update
from service.store.tables import AccountRow, ApiKeyRow, KnownBrowserRow, LogLeafRow, SessionRow, SignInMissRow
from service.store.write_access import with_write_access
from service.transparency.leaves import ACCESS, Leaf, leaf_without_subject

_LEAVES = LogLeafRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_CHANGES = "/changes/"


class Credential(Enum):
    """What somebody is let in by: its name in the log, its table, the column of its id, and what is not noted of it."""

    ACCOUNT = "accounts", AccountRow, "name", frozenset[str]()
    API_KEY = "apiKeys", ApiKeyRow, "id", frozenset({"last_use_time"})

    @property
    def table(self) -> Table:
        """Where it is kept."""
        table: Table = self.value[1].__table__
        return table

    def named(self, id: str) -> str:
        """Give the name of one."""
        return f"{self.value[0]}/{id}"

    def rows(self, connection: Connection) -> Iterator[tuple[str, str]]:
        """Yield the name and the content digest of each stored credential."""
        for row in connection.execute(select(self.table)):
            yield self.named(row._mapping[self.value[2]]), self._content(row)

    def note(self, connection: Connection, id: str, changed_by: str = "") -> None:
        """Note how one stands after a change, in the transaction of the change; also that it is gone.

        `changed_by` is the way to sign in of who made the change by a call; empty if it was made on the store itself.
        """
        row = connection.execute(select(self.table).where(self.table.c[self.value[2]] == id)).first()
        state = {"content": "", "organization": "", "roles": []} if row is None else {
            "content": self._content(row), "organization": row.organization, "roles": orjson.loads(row.roles),
        }  # fmt: skip
        name = self.named(id)
        under = f"{name}{_CHANGES}"
        before = select(func.count()).where(
            _LEAVES.c.kind == ACCESS, _LEAVES.c.name > under, _LEAVES.c.name < f"{under[:-1]}0"
        )
        number = int(connection.execute(before).scalar_one()) + 1
        content = {**state, "time": instants.now(), **({"changed_by": changed_by} if changed_by else {})}
        add_leaves(connection, [leaf_without_subject(ACCESS, f"{under}{number}", content)])

    def _content(self, row: Row[tuple[object, ...]]) -> str:
        """Give the digest of all that is kept of one, its hash of a secret included, which so is told to nobody."""
        columns = {name: value for name, value in row._mapping.items() if name not in self.value[3]}
        return digest(canonical_bytes(columns))


def logged_credentials(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield the name of each account and key in the log, with its content digest after each change in turn."""
    chosen = select(_LEAVES.c.name, _LEAVES.c.document).where(_LEAVES.c.kind == ACCESS).order_by(_LEAVES.c.position)
    for row in connection.execute(chosen):
        fields = Leaf(ACCESS, row.name, "", row.document).said
        yield row.name.rpartition(_CHANGES)[0], str(fields["content"])


_ACCOUNTS, _SESSIONS = AccountRow.__table__, SessionRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_MISSES, _BROWSERS = SignInMissRow.__table__, KnownBrowserRow.__table__  # type: ignore[attr-defined] # likewise
_BROWSERS_KEPT = 50
"""How many browsers of one account are remembered, the latest."""


KNOWN_HERE = frozenset({"account", "api_key"})
"""The ways to sign in of which the roles are kept here, by what their names begin with."""


def roles_by_account(connection: Connection, organization: str) -> dict[str, frozenset[str]]:
    """Give the roles of each account and API key of an organisation that has not ended."""
    accounts = select(_ACCOUNTS.c.name, _ACCOUNTS.c.roles).where(
        _ACCOUNTS.c.organization == organization, _ACCOUNTS.c.end_time.is_(None)
    )
    keys = select(_TABLE.c.id, _TABLE.c.roles).where(
        _TABLE.c.organization == organization, _TABLE.c.revoke_time.is_(None), _TABLE.c.expire_time > instants.now()
    )
    return {
        f"{kind}/{name}": frozenset(orjson.loads(roles))
        for kind, chosen in (("account", accounts), ("api_key", keys))
        for name, roles in connection.execute(chosen)
    }


class Accounts:
    """The accounts of all organisations, and the sessions of whoever signed in, by an account or otherwise."""

    def __init__(self, engine: Engine) -> None:
        """Use an open database."""
        self._engine = engine

    def add(self, row: AccountRow, changed_by: str = "") -> bool:
        """Keep a new account; say whether its name was free.

        Raises:
            Refusal: the database is locked or full, or cannot be written now.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            if connection.execute(select(_ACCOUNTS.c.name).where(_ACCOUNTS.c.name == row.name)).first():
                return False
            connection.execute(insert(_ACCOUNTS), row.model_dump())
            Credential.ACCOUNT.note(connection, row.name, changed_by)
            return True

    def add_first(self, row: AccountRow) -> bool:
        """Keep the very first account; say whether there was no account and no API key before, ended ones included.

        Raises:
            Refusal: the database is locked or full, or cannot be written now.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            if connection.dialect.name == "postgresql":  # SQLite has one writer at a time anyway
                connection.execute(text("LOCK TABLE account, api_key IN EXCLUSIVE MODE"))
            if not _is_empty(connection):
                return False
            connection.execute(insert(_ACCOUNTS), row.model_dump())
            Credential.ACCOUNT.note(connection, row.name)
            return True

    def is_empty(self) -> bool:
        """Say whether there is no account and no API key, ended ones included."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return _is_empty(connection)

    def find(self, name: str) -> AccountRow | None:
        """Find an account."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            row = connection.execute(select(_ACCOUNTS).where(_ACCOUNTS.c.name == name)).mappings().first()
        return None if row is None else AccountRow.model_validate(dict(row))

    def has_any(self) -> bool:
        """Say whether anybody can sign in by an account."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            still = select(_ACCOUNTS.c.name).where(_ACCOUNTS.c.end_time.is_(None)).limit(1)
            return connection.execute(still).first() is not None

    def all(self) -> Sequence[AccountRow]:
        """Give all accounts by name."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = connection.execute(select(_ACCOUNTS).order_by(_ACCOUNTS.c.name)).mappings()
            return [AccountRow.model_validate(dict(row)) for row in rows]

    def end(self, name: str, time: str) -> None:
        """End an account with every session of it."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.name == name).values(end_time=time))
            Credential.ACCOUNT.note(connection, name)
            connection.execute(_sessions_of("account", name))
            connection.execute(delete(_BROWSERS).where(_BROWSERS.c.account == name))

    def change_keeping(self, role: str, name: str, changed_by: str, **values: str) -> bool:
        """Set columns of an account that has not ended: its roles, or its end, which ends its sessions, too.

        False, and nothing done, if no other account that is in use had a role any more that this one has. An account
        whose first password nobody has exchanged is not in use.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            in_use = select(_ACCOUNTS.c.name, _ACCOUNTS.c.roles, _ACCOUNTS.c.first_until).where(
                _ACCOUNTS.c.end_time.is_(None)
            )
            rows = connection.execute(in_use.order_by(_ACCOUNTS.c.name).with_for_update()).all()
            has_role = {row.name for row in rows if role in orjson.loads(row.roles)}
            keeps = "end_time" not in values and role in orjson.loads(values.get("roles", "[]"))
            others = {row.name for row in rows if row.first_until is None} & has_role - {name}
            if name in has_role and not keeps and not others:
                return False
            still = (_ACCOUNTS.c.name == name, _ACCOUNTS.c.end_time.is_(None))
            if connection.execute(update(_ACCOUNTS).where(*still).values(values)).rowcount:
                Credential.ACCOUNT.note(connection, name, changed_by)
                if "end_time" in values:
                    connection.execute(_sessions_of("account", name))
                    connection.execute(delete(_BROWSERS).where(_BROWSERS.c.account == name))
            return True

    def changes(self, organization: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Give what the log tells of the accounts of an organisation, by name, the earliest change first."""
        prefix = Credential.ACCOUNT.named("")
        chosen = select(_LEAVES.c.name, _LEAVES.c.document).where(
            _LEAVES.c.kind == ACCESS, _LEAVES.c.name > prefix, _LEAVES.c.name < f"{prefix[:-1]}0"
        )
        told: dict[str, list[Mapping[str, Any]]] = {}
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            for row in connection.execute(chosen.order_by(_LEAVES.c.position)):
                fields = Leaf(ACCESS, row.name, "", row.document).said
                if fields["organization"] == organization:
                    name = row.name.rpartition(_CHANGES)[0].removeprefix(prefix)
                    told.setdefault(name, []).append(fields)
        return told

    def remove_unused(self, name: str) -> None:
        """Forget an account whose first password nobody has exchanged, with its sessions: the name is free again."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            unused = (_ACCOUNTS.c.name == name, _ACCOUNTS.c.first_until.is_not(None))
            if connection.execute(delete(_ACCOUNTS).where(*unused)).rowcount:
                Credential.ACCOUNT.note(connection, name)
                connection.execute(_sessions_of("account", name))

    def end_sessions(self, kind: str, holder: str) -> int:
        """End every session of somebody who signs in otherwise, and say how many there were."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            return connection.execute(_sessions_of(kind, holder)).rowcount

    def misses(self, keys: Iterable[str], now: str) -> Mapping[str, tuple[int, str]]:
        """Give for each key how often a password was missed, and when it was last; keys without a miss are left out."""
        chosen = select(_MISSES).where(_MISSES.c.key.in_(list(keys)), _MISSES.c.expire_time > now)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return {row.key: (row.misses, row.time) for row in connection.execute(chosen)}

    def note_misses(self, expiring: Mapping[str, str], now: str) -> None:
        """Count a miss under each key, before it is known whether it is one, so that guesses at once are all counted.

        A key that has none yet is forgotten at the time given for it; all whose time has come are forgotten now.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(delete(_MISSES).where(_MISSES.c.expire_time <= now))
            for key, expire_time in sorted(expiring.items()):
                noted = insert_or_update(connection.dialect.name, _MISSES).values(
                    key=key, misses=1, time=now, expire_time=expire_time
                )
                more = {"misses": _MISSES.c.misses + 1, "time": now}
                connection.execute(noted.on_conflict_do_update(index_elements=["key"], set_=more))

    def take_back_misses(self, forgotten: Iterable[str], lessened: Iterable[str]) -> None:
        """Forget all misses of some keys, and one miss of others."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(delete(_MISSES).where(_MISSES.c.key.in_(list(forgotten))))
            one_less = update(_MISSES).where(_MISSES.c.key.in_(list(lessened)), _MISSES.c.misses > 0)
            connection.execute(one_less.values(misses=_MISSES.c.misses - 1))

    def accounts_of_browser(self, digest: str, since: str) -> frozenset[str]:
        """Name the accounts that were signed in to from a browser since an instant."""
        chosen = select(_BROWSERS.c.account).where(_BROWSERS.c.digest == digest, _BROWSERS.c.time >= since)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return frozenset(connection.execute(chosen).scalars())

    def keep_browser(self, account: str, digest: str, time: str) -> None:
        """Remember a browser from which an account was signed in to; of many the earliest are forgotten."""
        mine = _BROWSERS.c.account == account
        kept = select(_BROWSERS.c.digest).where(mine).order_by(_BROWSERS.c.time.desc()).limit(_BROWSERS_KEPT)
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            row = insert_or_update(connection.dialect.name, _BROWSERS).values(account=account, digest=digest, time=time)
            again = row.on_conflict_do_update(index_elements=["account", "digest"], set_={"time": time})
            connection.execute(again)
            connection.execute(delete(_BROWSERS).where(mine, _BROWSERS.c.digest.not_in(kept)))

    def set_password(
        self, name: str, password_hash: str, *, kept: str = "", first_until: str | None = None, changed_by: str = ""
    ) -> None:
        """Keep another password, until when it is a first one, and end the sessions but the one that is kept.

        Where none is kept somebody else has set it, and no browser is known any more.
        """
        chosen = {"password_hash": password_hash, "first_until": first_until}
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.name == name).values(chosen))
            Credential.ACCOUNT.note(connection, name, changed_by)
            connection.execute(_sessions_of("account", name).where(_SESSIONS.c.digest != kept))
            if not kept:
                connection.execute(delete(_BROWSERS).where(_BROWSERS.c.account == name))

    def begin_session(self, row: SessionRow, older: str) -> None:
        """Keep a session, and forget those that began before an instant."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(delete(_SESSIONS).where(_SESSIONS.c.create_time < older))
            connection.execute(insert(_SESSIONS), row.model_dump())

    def session(self, digest: str) -> SessionRow | None:
        """Find a session."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            row = connection.execute(select(_SESSIONS).where(_SESSIONS.c.digest == digest)).mappings().first()
        return None if row is None else SessionRow.model_validate(dict(row))

    def note_use(self, digest: str, time: str) -> None:
        """Note that a session is in use."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(update(_SESSIONS).where(_SESSIONS.c.digest == digest).values(use_time=time))

    def end_session(self, digest: str) -> None:
        """Forget a session."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(delete(_SESSIONS).where(_SESSIONS.c.digest == digest))


def _is_empty(connection: Connection) -> bool:
    kept = (select(_ACCOUNTS.c.name).limit(1), select(_TABLE.c.id).limit(1))
    return all(connection.execute(chosen).first() is None for chosen in kept)


def _sessions_of(kind: str, holder: str) -> Delete:
    return delete(_SESSIONS).where(_SESSIONS.c.kind == kind, _SESSIONS.c.holder == holder)


@contextmanager
def open_accounts(url: str) -> Iterator[Accounts]:
    """Open the accounts of a store, also while a server has it open.

    Raises:
        StoreError: it cannot be opened, or has an older schema and is in use.
    """
    with ExitStack() as held:
        yield Accounts(open_database(parse_database_url(url), 5_000, held, beside=True))


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
