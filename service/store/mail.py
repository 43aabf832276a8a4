"""Mail store: addresses of accounts, messages in order, their notices, and the key of signed links."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, and_, delete, exists, func, select, update

from service.store.accounts import KNOWN_HERE, roles_by_account
from service.store.database import StorePart
from service.store.prepared_statements import insert_or_update, store_row
from service.store.tables import (
    MAIL_ADDRESSES as _ADDRESSES,
    MAIL_KEYS as _KEYS,
    MAIL_MESSAGES as _MESSAGES,
    MAIL_NOTICES as _NOTICES,
    MailAddressRow,
    MailMessageRow,
    MailNoticeRow,
)

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

WAITING, SENT, FAILED, BOUNCED, STOPPED = "waiting", "sent", "failed", "bounced", "stopped"
MESSAGE_STATES = (WAITING, SENT, FAILED, BOUNCED, STOPPED)
UNCONFIRMED, CONFIRMED, FAILING = "unconfirmed", "confirmed", "failing"
ADDRESS_STATES = (UNCONFIRMED, CONFIRMED, FAILING)
_LINK_KEY = "links"
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class MailBacklog:
    """Number of messages that wait, time of the oldest that is due, number of failed ones and of failing addresses."""

    waiting: int
    oldest: str | None
    failed: int
    failing_addresses: int


class MailStore(StorePart):
    """Addresses, messages and notices of all organisations."""

    def link_key(self) -> bytes:
        """Return the key that signs links, made at the first call."""
        chosen = select(_KEYS.c.secret).where(_KEYS.c.name == _LINK_KEY)
        for secret in self._values(chosen):
            return bytes.fromhex(secret)
        with self._writing() as connection:
            row = {"name": _LINK_KEY, "secret": secrets.token_hex(_KEY_BYTES)}
            connection.execute(insert_or_update(connection.dialect.name, _KEYS).values(row).on_conflict_do_nothing())
        return bytes.fromhex(self._values(chosen)[0])

    def address(self, organization: str, account: str) -> MailAddressRow | None:
        conditions = (_ADDRESSES.c.organization == organization, _ADDRESSES.c.account == account)
        return self._row(MailAddressRow, select(_ADDRESSES).where(*conditions))

    def addresses(
        self, organization: str, *, state: str = "", after: str = "", limit: int = 100_000
    ) -> list[MailAddressRow]:
        chosen = select(_ADDRESSES).where(_ADDRESSES.c.organization == organization, _ADDRESSES.c.account > after)
        if state:
            chosen = chosen.where(_ADDRESSES.c.state == state)
        return self._rows(MailAddressRow, chosen.order_by(_ADDRESSES.c.account).limit(limit))

    def organizations(self) -> list[str]:
        """Return the organisations with a confirmed address."""
        chosen = select(_ADDRESSES.c.organization).where(_ADDRESSES.c.state == CONFIRMED).distinct()
        return self._values(chosen.order_by(_ADDRESSES.c.organization))

    def save_address(self, row: MailAddressRow, message: MailMessageRow | None = None) -> None:
        """Store an address, and add a message to it."""
        with self._writing() as connection:
            store_row(connection, _ADDRESSES, row.model_dump())
            if message is not None:
                _add_messages(connection, [message])

    def change_address(self, row: MailAddressRow, **values: str) -> bool:
        """Change an address, unless it is another one in the meantime; return whether it was changed."""
        same = and_(*(_ADDRESSES.c[name] == getattr(row, name) for name in ("organization", "account", "address")))
        with self._writing() as connection:
            return connection.execute(update(_ADDRESSES).where(same).values(values)).rowcount == 1

    def remove_address(self, organization: str, account: str) -> None:
        """Delete an address, and stop the messages that were never sent to it."""
        with self._writing() as connection:
            _remove_address(connection, organization, account)

    def add(
        self,
        messages: Sequence[MailMessageRow],
        notices: Sequence[MailNoticeRow],
        transaction: AbstractContextManager[Connection] | None = None,
    ) -> None:
        """Add messages and notices that are not stored yet, by default in a transaction of their own."""
        with transaction or self._writing() as connection:
            _add_messages(connection, messages)
            if notices:
                adding = insert_or_update(connection.dialect.name, _NOTICES).on_conflict_do_nothing()
                connection.execute(adding, [row.model_dump() for row in notices])

    def is_waiting(self, id: str) -> bool:
        """Return whether a message waits for its first attempt, or does not exist yet."""
        chosen = select(_MESSAGES.c.state, _MESSAGES.c.attempts).where(_MESSAGES.c.id == id)
        with self._reading() as connection:
            row = connection.execute(chosen).first()
        return row is None or (row.state == WAITING and row.attempts == 0)

    def due(self, now: str, limit: int) -> list[MailMessageRow]:
        """Return the messages to send now, in order; none behind an earlier message to the same account."""
        earlier = _MESSAGES.alias("earlier")
        is_behind = exists().where(
            earlier.c.state == WAITING,
            earlier.c.organization == _MESSAGES.c.organization,
            earlier.c.account == _MESSAGES.c.account,
            earlier.c.number < _MESSAGES.c.number,
            earlier.c.due_time <= now,
            earlier.c.retry_time > now,
        )
        chosen = select(_MESSAGES).where(
            _MESSAGES.c.state == WAITING, _MESSAGES.c.due_time <= now, _MESSAGES.c.retry_time <= now, ~is_behind
        )
        return self._rows(MailMessageRow, chosen.order_by(_MESSAGES.c.number).limit(limit))

    def notices(self, message: str) -> list[MailNoticeRow]:
        chosen = select(_NOTICES).where(_NOTICES.c.message == message)
        return self._rows(MailNoticeRow, chosen.order_by(_NOTICES.c.position, _NOTICES.c.event, _NOTICES.c.kind))

    def noticed(self, organization: str, kind: str) -> set[str]:
        """Return the events with a notice of a kind."""
        conditions = (_NOTICES.c.organization == organization, _NOTICES.c.kind == kind)
        return set(self._values(select(_NOTICES.c.event).where(*conditions).distinct()))

    def message(self, id: str) -> MailMessageRow | None:
        return self._row(MailMessageRow, select(_MESSAGES).where(_MESSAGES.c.id == id))

    def change_message(self, row: MailMessageRow, **values: Any) -> bool:
        """Change a message, unless its state was changed in the meantime; return whether it was changed."""
        same = (_MESSAGES.c.number == row.number, _MESSAGES.c.state == row.state)
        with self._writing() as connection:
            return connection.execute(update(_MESSAGES).where(*same).values(values)).rowcount == 1

    def messages(self, organization: str, states: Iterable[str], *, before: int, limit: int) -> list[MailMessageRow]:
        """Return messages, newest first; `before` is 0 or the number of the last of the previous page."""
        chosen = select(_MESSAGES).where(_MESSAGES.c.organization == organization, _MESSAGES.c.state.in_(list(states)))
        if before:
            chosen = chosen.where(_MESSAGES.c.number < before)
        return self._rows(MailMessageRow, chosen.order_by(_MESSAGES.c.number.desc()).limit(limit))

    def messages_of(self, organization: str, account: str, kind: str, after: str) -> list[MailMessageRow]:
        """Return the messages of a kind to an account that were created after a time."""
        chosen = select(_MESSAGES).where(
            _MESSAGES.c.organization == organization, _MESSAGES.c.account == account, _MESSAGES.c.kind == kind,
            _MESSAGES.c.create_time > after,
        )  # fmt: skip
        return self._rows(MailMessageRow, chosen.order_by(_MESSAGES.c.number))

    def delete_old(self, before: str) -> int:
        """Delete the ended messages that were due before a time, with their notices; return their number."""
        is_old = (_MESSAGES.c.state != WAITING, _MESSAGES.c.due_time < before)
        with self._writing() as connection:
            connection.execute(delete(_NOTICES).where(_NOTICES.c.message.in_(select(_MESSAGES.c.id).where(*is_old))))
            return connection.execute(delete(_MESSAGES).where(*is_old)).rowcount

    def delete_ended(self) -> None:
        """Delete the addresses of accounts and API keys of this store that ended."""
        with self._writing() as connection:
            for organization in connection.execute(select(_ADDRESSES.c.organization).distinct()).scalars().all():
                known = roles_by_account(connection, organization)
                accounts = select(_ADDRESSES.c.account).where(_ADDRESSES.c.organization == organization)
                for account in connection.execute(accounts).scalars().all():
                    if account.partition("/")[0] in KNOWN_HERE and account not in known:
                        _remove_address(connection, organization, account)

    def counts(self, organization: str) -> Mapping[str, int]:
        chosen = select(_MESSAGES.c.state, func.count()).where(_MESSAGES.c.organization == organization)
        with self._reading() as connection:
            return {str(state): int(count) for state, count in connection.execute(chosen.group_by(_MESSAGES.c.state))}

    def backlog(self, now: str) -> MailBacklog:
        is_waiting = _MESSAGES.c.state == WAITING
        counted = select(func.count()).select_from(_MESSAGES)
        with self._reading() as connection:
            return MailBacklog(
                connection.execute(counted.where(is_waiting)).scalar_one(),
                connection.execute(
                    select(func.min(_MESSAGES.c.due_time)).where(is_waiting, _MESSAGES.c.due_time <= now)
                ).scalar(),
                connection.execute(counted.where(_MESSAGES.c.state.in_((FAILED, BOUNCED)))).scalar_one(),
                connection.execute(
                    select(func.count()).select_from(_ADDRESSES).where(_ADDRESSES.c.state == FAILING)
                ).scalar_one(),
            )


def _remove_address(connection: Connection, organization: str, account: str) -> None:
    is_address, is_message = (
        and_(table.c.organization == organization, table.c.account == account) for table in (_ADDRESSES, _MESSAGES)
    )
    connection.execute(delete(_ADDRESSES).where(is_address))
    connection.execute(update(_MESSAGES).where(is_message).values(address=""))
    connection.execute(update(_MESSAGES).where(is_message, _MESSAGES.c.state == WAITING).values(state=STOPPED))


def _add_messages(connection: Connection, messages: Sequence[MailMessageRow]) -> None:
    if messages:
        adding = insert_or_update(connection.dialect.name, _MESSAGES).on_conflict_do_nothing()
        connection.execute(adding, [row.model_dump(exclude={"number"}) for row in messages])
