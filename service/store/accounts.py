"""Accounts, sessions, failed sign-in attempts and API keys, with logged changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

import orjson
from sqlalchemy import Connection, Delete, Row, Table, bindparam, delete, func, insert, select, text, update

from rules.contracts import canonical_bytes, digest
from service.base import instants
from service.store.database import StorePart
from service.store.log_sequencer import add_leaves
from service.store.prepared_statements import PreparedStatement, insert_or_update, store_row
from service.store.tables import (
    ACCOUNT_ROWS as _ACCOUNTS,
    API_KEYS,
    KNOWN_BROWSERS as _BROWSERS,
    LOG_LEAVES as _LEAVES,
    SESSIONS,
    SIGN_IN_MISSES as _MISSES,
    AccountRow,
    ApiKeyRow,
    SessionRow,
)
from service.transparency.leaves import ACCESS, Leaf, leaf_without_subject

_CHANGES = "/changes/"
_ACCOUNT = PreparedStatement(lambda _: select(_ACCOUNTS).where(_ACCOUNTS.c.name == bindparam("name")))
_SESSION = PreparedStatement(lambda _: select(SESSIONS).where(SESSIONS.c.digest == bindparam("digest")))
_ROLES_OF_ACCOUNTS = PreparedStatement(
    lambda _: select(_ACCOUNTS.c.name, _ACCOUNTS.c.roles).where(
        _ACCOUNTS.c.organization == bindparam("organization"), _ACCOUNTS.c.end_time.is_(None)
    )
)
_ROLES_OF_API_KEYS = PreparedStatement(
    lambda _: select(API_KEYS.c.id, API_KEYS.c.roles).where(
        API_KEYS.c.organization == bindparam("organization"),
        API_KEYS.c.revoke_time.is_(None),
        API_KEYS.c.expire_time > bindparam("now"),
    )
)


class Credential(Enum):
    """Credential kinds: log name, table, id column, and columns excluded from the digest."""

    ACCOUNT = "accounts", _ACCOUNTS, "name", frozenset[str]()
    API_KEY = "apiKeys", API_KEYS, "id", frozenset({"last_use_time"})

    @property
    def table(self) -> Table:
        return self.value[1]

    def named(self, id: str) -> str:
        return f"{self.value[0]}/{id}"

    def rows(self, connection: Connection) -> Iterator[tuple[str, str]]:
        for row in connection.execute(select(self.table)):
            yield self.named(row._mapping[self.value[2]]), self._content(row)

    def note(self, connection: Connection, id: str, changed_by: str = "") -> None:
        """Log the state after a change or deletion, in the same transaction.

        `changed_by` is the caller's account; empty without a call.
        """
        row = connection.execute(select(self.table).where(self.table.c[self.value[2]] == id)).first()
        state = {"content": "", "organization": "", "roles": []} if row is None else {
            "content": self._content(row), "organization": row.organization, "roles": orjson.loads(row.roles),
        }  # fmt: skip
        name = self.named(id)
        prefix = f"{name}{_CHANGES}"
        earlier_changes = select(func.count()).where(
            _LEAVES.c.kind == ACCESS, _LEAVES.c.name > prefix, _LEAVES.c.name < f"{prefix[:-1]}0"
        )
        number = int(connection.execute(earlier_changes).scalar_one()) + 1
        content = {**state, "time": instants.now(), **({"changed_by": changed_by} if changed_by else {})}
        add_leaves(connection, [leaf_without_subject(ACCESS, f"{prefix}{number}", content)])

    def _content(self, row: Row[tuple[object, ...]]) -> str:
        columns = {name: value for name, value in row._mapping.items() if name not in self.value[3]}
        return digest(canonical_bytes(columns))


def logged_credentials(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield name and content digest of each logged change, in log order."""
    chosen = select(_LEAVES.c.name, _LEAVES.c.document).where(_LEAVES.c.kind == ACCESS).order_by(_LEAVES.c.position)
    for row in connection.execute(chosen):
        fields = Leaf(ACCESS, row.name, "", row.document).content
        yield row.name.rpartition(_CHANGES)[0], str(fields["content"])


_MAX_BROWSERS_PER_ACCOUNT = 50


KNOWN_HERE = frozenset({"account", "api_key"})
"""Prefixes of principals with roles in this store."""


def roles_by_account(connection: Connection, organization: str) -> dict[str, frozenset[str]]:
    """Return the roles of active accounts and API keys, keyed like `account/NAME`."""
    accounts = _ROLES_OF_ACCOUNTS.rows(connection, {"organization": organization})
    keys = _ROLES_OF_API_KEYS.rows(connection, {"organization": organization, "now": instants.now()})
    return {
        f"{kind}/{name}": frozenset(orjson.loads(roles))
        for kind, rows in (("account", accounts), ("api_key", keys))
        for name, roles in rows
    }


class Accounts(StorePart):
    """Accounts, and sessions of all kinds of sign-in."""

    def add(self, row: AccountRow, changed_by: str = "") -> bool:
        with self._writing() as connection:
            if connection.execute(select(_ACCOUNTS.c.name).where(_ACCOUNTS.c.name == row.name)).first():
                return False
            connection.execute(insert(_ACCOUNTS), row.model_dump())
            Credential.ACCOUNT.note(connection, row.name, changed_by)
            return True

    def add_first(self, row: AccountRow) -> bool:
        with self._writing() as connection:
            if connection.dialect.name == "postgresql":  # SQLite has a single writer anyway
                connection.execute(text("LOCK TABLE account, api_key IN EXCLUSIVE MODE"))
            if not _is_empty(connection):
                return False
            connection.execute(insert(_ACCOUNTS), row.model_dump())
            Credential.ACCOUNT.note(connection, row.name)
            return True

    def is_empty(self) -> bool:
        with self._reading() as connection:
            return _is_empty(connection)

    def find(self, name: str) -> AccountRow | None:
        return self._prepared_row(AccountRow, _ACCOUNT, {"name": name})

    def has_any(self) -> bool:
        return bool(self._values(select(_ACCOUNTS.c.name).where(_ACCOUNTS.c.end_time.is_(None)).limit(1)))

    def all(self) -> Sequence[AccountRow]:
        return self._rows(AccountRow, select(_ACCOUNTS).order_by(_ACCOUNTS.c.name))

    def end(self, name: str, time: str) -> None:
        with self._writing() as connection:
            connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.name == name).values(end_time=time))
            Credential.ACCOUNT.note(connection, name)
            _forget_sign_ins(connection, name)

    def change_keeping(self, role: str, name: str, changed_by: str, **values: str) -> bool:
        """Change an account unless it is the last in use with `role`; then return False.

        Accounts with an unchanged first password are not in use.
        """
        with self._writing() as connection:
            in_use = select(_ACCOUNTS.c.name, _ACCOUNTS.c.roles, _ACCOUNTS.c.first_until).where(
                _ACCOUNTS.c.end_time.is_(None)
            )
            rows = connection.execute(in_use.order_by(_ACCOUNTS.c.name).with_for_update()).all()
            has_role = {row.name for row in rows if role in orjson.loads(row.roles)}
            keeps = "end_time" not in values and role in orjson.loads(values.get("roles", "[]"))
            others = {row.name for row in rows if row.first_until is None} & has_role - {name}
            if name in has_role and not keeps and not others:
                return False
            is_active = (_ACCOUNTS.c.name == name, _ACCOUNTS.c.end_time.is_(None))
            if connection.execute(update(_ACCOUNTS).where(*is_active).values(values)).rowcount:
                Credential.ACCOUNT.note(connection, name, changed_by)
                if "end_time" in values:
                    _forget_sign_ins(connection, name)
            return True

    def changes(self, organization: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        prefix = Credential.ACCOUNT.named("")
        chosen = select(_LEAVES.c.name, _LEAVES.c.document).where(
            _LEAVES.c.kind == ACCESS, _LEAVES.c.name > prefix, _LEAVES.c.name < f"{prefix[:-1]}0"
        )
        changes_by_account: dict[str, list[Mapping[str, Any]]] = {}
        with self._reading() as connection:
            for row in connection.execute(chosen.order_by(_LEAVES.c.position)):
                fields = Leaf(ACCESS, row.name, "", row.document).content
                if fields["organization"] == organization:
                    name = row.name.rpartition(_CHANGES)[0].removeprefix(prefix)
                    changes_by_account.setdefault(name, []).append(fields)
        return changes_by_account

    def remove_unused(self, name: str) -> None:
        with self._writing() as connection:
            unused = (_ACCOUNTS.c.name == name, _ACCOUNTS.c.first_until.is_not(None))
            if connection.execute(delete(_ACCOUNTS).where(*unused)).rowcount:
                Credential.ACCOUNT.note(connection, name)
                connection.execute(_sessions_of("account", name))

    def end_sessions(self, kind: str, holder: str) -> int:
        with self._writing() as connection:
            return connection.execute(_sessions_of(kind, holder)).rowcount

    def misses(self, keys: Iterable[str], now: str) -> Mapping[str, tuple[int, str]]:
        chosen = select(_MISSES).where(_MISSES.c.key.in_(list(keys)), _MISSES.c.expire_time > now)
        with self._reading() as connection:
            return {row.key: (row.misses, row.time) for row in connection.execute(chosen)}

    def note_misses(self, expiring: Mapping[str, str], now: str) -> None:
        """Count attempts as failed before the password check, so that concurrent guesses all count.

        `expiring` contains the expiry of each new key.
        """
        with self._writing() as connection:
            connection.execute(delete(_MISSES).where(_MISSES.c.expire_time <= now))
            for key, expire_time in sorted(expiring.items()):
                noted = insert_or_update(connection.dialect.name, _MISSES).values(
                    key=key, misses=1, time=now, expire_time=expire_time
                )
                more = {"misses": _MISSES.c.misses + 1, "time": now}
                connection.execute(noted.on_conflict_do_update(index_elements=["key"], set_=more))

    def take_back_misses(self, forgotten: Iterable[str], lessened: Iterable[str]) -> None:
        with self._writing() as connection:
            connection.execute(delete(_MISSES).where(_MISSES.c.key.in_(list(forgotten))))
            decrement = update(_MISSES).where(_MISSES.c.key.in_(list(lessened)), _MISSES.c.misses > 0)
            connection.execute(decrement.values(misses=_MISSES.c.misses - 1))

    def accounts_of_browser(self, digest: str, since: str) -> frozenset[str]:
        chosen = select(_BROWSERS.c.account).where(_BROWSERS.c.digest == digest, _BROWSERS.c.time >= since)
        return frozenset(self._values(chosen))

    def keep_browser(self, account: str, digest: str, time: str) -> None:
        of_account = _BROWSERS.c.account == account
        latest = (
            select(_BROWSERS.c.digest)
            .where(of_account)
            .order_by(_BROWSERS.c.time.desc())
            .limit(_MAX_BROWSERS_PER_ACCOUNT)
        )
        with self._writing() as connection:
            store_row(connection, _BROWSERS, {"account": account, "digest": digest, "time": time})
            connection.execute(delete(_BROWSERS).where(of_account, _BROWSERS.c.digest.not_in(latest)))

    def set_password(
        self,
        name: str,
        password_hash: str,
        *,
        current_session: str = "",
        first_until: str | None = None,
        changed_by: str = "",
    ) -> None:
        """Store a password and delete all sessions except `current_session`.

        An empty `current_session` also deletes known browsers. `first_until` is the expiry of a first password.
        """
        chosen = {"password_hash": password_hash, "first_until": first_until}
        with self._writing() as connection:
            connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.name == name).values(chosen))
            Credential.ACCOUNT.note(connection, name, changed_by)
            connection.execute(_sessions_of("account", name).where(SESSIONS.c.digest != current_session))
            if not current_session:
                connection.execute(delete(_BROWSERS).where(_BROWSERS.c.account == name))

    def begin_session(self, row: SessionRow, older: str) -> None:
        with self._writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.create_time < older))
            connection.execute(insert(SESSIONS), row.model_dump())

    def session(self, digest: str) -> SessionRow | None:
        return self._prepared_row(SessionRow, _SESSION, {"digest": digest})

    def note_use(self, digest: str, time: str) -> None:
        with self._writing() as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.digest == digest).values(use_time=time))

    def end_session(self, digest: str) -> None:
        with self._writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.digest == digest))


def _is_empty(connection: Connection) -> bool:
    queries = (select(_ACCOUNTS.c.name).limit(1), select(API_KEYS.c.id).limit(1))
    return all(connection.execute(chosen).first() is None for chosen in queries)


def _forget_sign_ins(connection: Connection, account: str) -> None:
    connection.execute(_sessions_of("account", account))
    connection.execute(delete(_BROWSERS).where(_BROWSERS.c.account == account))


def _sessions_of(kind: str, holder: str) -> Delete:
    return delete(SESSIONS).where(SESSIONS.c.kind == kind, SESSIONS.c.holder == holder)


open_accounts = Accounts.opened


class ApiKeys(StorePart):
    """API keys, never deleted because evaluations refer to them."""

    def add(self, row: ApiKeyRow) -> None:
        with self._writing() as connection:
            connection.execute(insert(API_KEYS), row.model_dump())
            Credential.API_KEY.note(connection, row.id)

    def find(self, id: str) -> ApiKeyRow | None:
        return self._row(ApiKeyRow, select(API_KEYS).where(API_KEYS.c.id == id))

    def all(self) -> Sequence[ApiKeyRow]:
        return self._rows(ApiKeyRow, select(API_KEYS).order_by(API_KEYS.c.create_time, API_KEYS.c.id))

    def change(self, id: str, **values: str) -> None:
        with self._writing() as connection:
            connection.execute(update(API_KEYS).where(API_KEYS.c.id == id).values(values))
            Credential.API_KEY.note(connection, id)

    def note_use(self, id: str, time: str) -> None:
        with self._writing() as connection:
            connection.execute(update(API_KEYS).where(API_KEYS.c.id == id).values(last_use_time=time))


open_api_keys = ApiKeys.opened
