"""Local accounts: names, first passwords, and hashes of passwords."""

from __future__ import annotations

import json
import re
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from rules.contracts import InputError, Violation, message_factory
from service.base import instants, logs
from service.base.resource_names import ACCOUNT_PATTERN
from service.identity.permissions import check_applicant_role
from service.identity.principals import Role
from service.store.tables import AccountRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.store.accounts import Accounts

_say = message_factory(__name__)

FIRST = timedelta(days=7)
"""How long somebody who was invited may sign in by their first password."""
LONGEST_PASSWORD = 200
_NAME = re.compile(rf"{ACCOUNT_PATTERN}\Z")
_HASHER = PasswordHasher()


def is_account_name(name: str) -> bool:
    """Say whether an account may be called so."""
    return _NAME.match(name) is not None


def hash_password(password: str) -> str:
    """Give what is kept of a password."""
    return _HASHER.hash(password)


def is_password(known: str, password: str) -> bool:
    """Say whether a password is the one that a hash was made of."""
    try:
        return len(password) <= LONGEST_PASSWORD and _HASHER.verify(known, password)
    except (Argon2Error, InvalidHashError):
        return False


def account_row(
    name: str, organization: str, roles: Iterable[str], password: str, first_until: str | None
) -> AccountRow:
    """Make the row of an account.

    Raises:
        InputError: it is no name, or the roles do not go together.
    """
    if not is_account_name(name):
        raise InputError((Violation("NAME", _say("NO_ACCOUNT_NAME", found=name[:80]), "MALFORMED"),))
    wanted = {Role(role) for role in roles}
    check_applicant_role(wanted)
    return AccountRow(
        name=name, password_hash=hash_password(password), organization=organization,
        roles=json.dumps(sorted(map(str, wanted))), create_time=instants.now(), first_until=first_until,
    )  # fmt: skip


def new_account(  # noqa: PLR0913 -- what an account is, and who makes it
    accounts: Accounts,
    name: str,
    organization: str,
    roles: Iterable[str],
    *,
    is_invited: bool = False,
    changed_by: str = "",
) -> str:
    """Make an account and give its password, which is random and kept nowhere.

    Whoever is invited has to choose another password within some days.

    Raises:
        InputError: it is no name, or there is such an account.
    """
    password = secrets.token_urlsafe(16)
    row = account_row(name, organization, roles, password, instants.now_plus(FIRST) if is_invited else None)
    if not accounts.add(row, changed_by):
        raise InputError((Violation("NAME", _say("ACCOUNT_THERE", name=name), "WRONG_VALUE"),))
    return password


def renew_password(accounts: Accounts, name: str, changed_by: str = "") -> str:
    """Give an account another first password, to be exchanged within some days; all its sessions end.

    Raises:
        InputError: there is no such account, or it has ended.
    """
    row = accounts.find(name)
    if row is None or row.end_time is not None:
        raise InputError((Violation("NAME", _say("ACCOUNT_NOT_IN_USE", name=name[:80]), "NOT_FOUND"),))
    password = secrets.token_urlsafe(16)
    accounts.set_password(name, hash_password(password), first_until=instants.now_plus(FIRST), changed_by=changed_by)
    logs.info("password_renewed", account=name)
    return password
