"""Local accounts: names, first passwords and password hashes."""

from __future__ import annotations

import json
import re
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from rules.contracts import InputError, message_factory
from service.base import instants, logs
from service.base.resource_names import ACCOUNT_PATTERN
from service.identity.permissions import check_applicant_role
from service.identity.principals import Role
from service.store.tables import AccountRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.store.accounts import Accounts

_message = message_factory(__name__)

FIRST = timedelta(days=7)
"""Validity of the first password of an invited user."""
LONGEST_PASSWORD = 200
_NAME = re.compile(rf"{ACCOUNT_PATTERN}\Z")
_HASHER = PasswordHasher()


def is_account_name(name: str) -> bool:
    """Return whether an account name is well formed."""
    return _NAME.match(name) is not None


def hash_password(password: str) -> str:
    """Return the hash to store for a password."""
    return _HASHER.hash(password)


def is_password(known: str, password: str) -> bool:
    """Return whether a password matches the stored hash."""
    try:
        return len(password) <= LONGEST_PASSWORD and _HASHER.verify(known, password)
    except (Argon2Error, InvalidHashError):
        return False


def account_row(
    name: str, organization: str, roles: Iterable[str], password: str, first_until: str | None
) -> AccountRow:
    """Return the row of a new account; raise InputError if the name or the combination of roles is invalid."""
    if not is_account_name(name):
        raise InputError.of("NAME", _message("NO_ACCOUNT_NAME", found=name[:80]), "MALFORMED")
    parsed_roles = {Role(role) for role in roles}
    check_applicant_role(parsed_roles)
    return AccountRow(
        name=name, password_hash=hash_password(password), organization=organization,
        roles=json.dumps(sorted(map(str, parsed_roles))), create_time=instants.now(), first_until=first_until,
    )  # fmt: skip


def new_account(  # noqa: PLR0913 -- the data of an account and its author
    accounts: Accounts,
    name: str,
    organization: str,
    roles: Iterable[str],
    *,
    is_invited: bool = False,
    changed_by: str = "",
) -> str:
    """Store a new account and return its random password, which is not stored.

    An invited user must choose another password within `FIRST`.

    Raises:
        InputError: If the name is malformed or in use, or the roles cannot be combined.
    """
    password = secrets.token_urlsafe(16)
    row = account_row(name, organization, roles, password, instants.now_plus(FIRST) if is_invited else None)
    if not accounts.add(row, changed_by):
        raise InputError.of("NAME", _message("ACCOUNT_THERE", name=name), "WRONG_VALUE")
    return password


def renew_password(accounts: Accounts, name: str, changed_by: str = "") -> str:
    """Return a new first password, valid for `FIRST`; all sessions of the account end.

    Raises:
        InputError: If the account does not exist or has ended.
    """
    row = accounts.find(name)
    if row is None or row.end_time is not None:
        raise InputError.of("NAME", _message("ACCOUNT_NOT_IN_USE", name=name[:80]), "NOT_FOUND")
    password = secrets.token_urlsafe(16)
    accounts.set_password(name, hash_password(password), first_until=instants.now_plus(FIRST), changed_by=changed_by)
    logs.info("password_renewed", account=name)
    return password
