"""Handlers of account commands."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rules.contracts import InputError, message_factory
from service.base.instants import now
from service.base.resource_names import parse_organization
from service.identity.principals import PrincipalKind
from service.output.terminal.columns import listing_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.streams import print_error
from service.output.terminal.words import words
from service.store.accounts import open_accounts
from service.store.database import resolve_existing_store_url, resolve_store_url

_message = message_factory(__name__)


def create(name: str, role: Sequence[str], organization: str, database_url: str | None, language: str) -> CommandResult:
    """Create an account and show its password once."""
    from service.accounts.local_accounts import new_account  # noqa: PLC0415 -- slow to load

    id = parse_organization(organization, field="--organization")
    with open_accounts(resolve_store_url(database_url)) as accounts:
        password = new_account(accounts, name, id, role)
    print_error(words(language)["accounts"]["shown_once"].format(name=name))
    return CommandResult(password, document={"name": name, "password": password})


def reset_password(name: str, database_url: str | None, language: str) -> CommandResult:
    """Reset the password and show it once."""
    from service.accounts.local_accounts import FIRST, renew_password  # noqa: PLC0415 -- slow to load

    with open_accounts(resolve_existing_store_url(database_url)) as accounts:
        password = renew_password(accounts, name)
    print_error(words(language)["accounts"]["renewed"].format(name=name, days=FIRST.days))
    return CommandResult(password, document={"name": name, "password": password})


def close_account(name: str, database_url: str | None, language: str) -> CommandResult:
    """End an account, or for `token/…` only the holder's sessions."""
    kind, _, holder = name.partition("/")
    with open_accounts(resolve_existing_store_url(database_url)) as accounts:
        if kind == PrincipalKind.TOKEN and holder:
            count = accounts.end_sessions(kind, holder)
            return CommandResult(
                words(language)["accounts"]["sessions_ended"].format(name=name, count=count),
                document={"name": name, "sessions": count},
            )
        row = accounts.find(name)
        if row is None:
            raise InputError.of("NAME", _message("NO_ACCOUNT", name=name[:80]), "NOT_FOUND")
        time = row.end_time or now()
        if row.end_time is None:
            accounts.end(name, time)
    text = words(language)["accounts"]["ended"].format(name=name, time=time)
    return CommandResult(text, document={"name": name, "endTime": time})


def list_accounts(database_url: str | None, language: str) -> CommandResult:
    """List all accounts."""
    with open_accounts(resolve_existing_store_url(database_url)) as accounts:
        rows = accounts.all()
    cells = [
        (row.name, row.organization, ", ".join(json.loads(row.roles)), row.create_time, row.end_time or "-")
        for row in rows
    ]
    document = [
        {
            "name": row.name,
            "organization": f"organizations/{row.organization}",
            "roles": json.loads(row.roles),
            "createTime": row.create_time,
            "endTime": row.end_time,
        }
        for row in rows
    ]
    return CommandResult(listing_text(words(language)["accounts"], cells), document={"accounts": document})
