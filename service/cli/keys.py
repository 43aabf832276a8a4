"""Handlers of API keys: creation, rotation, revocation, listing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TextIO

from rules.contracts import (
    InputError,
    Json,
    Violation,
    attempt,
    message_factory,
    typeset,
)
from service.base.instants import now, now_plus
from service.base.resource_names import parse_organization
from service.identity.api_keys import new_key
from service.identity.permissions import check_applicant_role
from service.identity.principals import WITHOUT_ORGANIZATION, Role
from service.output.mapping.requests import read_date
from service.output.terminal.columns import listing_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.streams import print_error
from service.output.terminal.words import words
from service.store.accounts import ApiKeys, open_api_keys
from service.store.database import resolve_existing_store_url, resolve_store_url
from service.store.tables import ApiKeyRow

_message = message_factory(__name__)

_DEFAULT_VALIDITY = timedelta(days=365)
_NOTE_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class NewApiKey:
    """API key, shown only once, and its stored row."""

    key: str
    row: ApiKeyRow


def create(  # noqa: PLR0913, PLR0917 -- one parameter per option
    role: Sequence[str],
    organization: str,
    expires: str | None,
    note: str,
    out: Path | None,
    database_url: str | None,
    language: str,
    format: str,
) -> CommandResult:
    """Create an API key; only its digest is stored."""
    with open_api_keys(resolve_store_url(database_url)) as keys, _new_file(out) as file:
        made = issue_key(keys, organization=organization, roles=role, expires=expires, note=note)
        return _key_result(made, file, out, language, format)


def issue_key(keys: ApiKeys, *, organization: str, roles: Sequence[str], expires: str | None, note: str) -> NewApiKey:
    """Validate the options and create an API key."""
    violations: list[Violation] = []
    id = attempt(violations, parse_organization, organization, field="--organization") if organization else ""
    if not organization and not WITHOUT_ORGANIZATION.issuperset(Role(role) for role in roles):
        violations.append(Violation("--organization", _message("KEY_WITHOUT_ORGANIZATION"), "REQUIRED"))
    attempt(violations, check_applicant_role, roles)
    if len(note) > _NOTE_CHARACTERS:
        violations.append(Violation("--note", _message("NOTE_TOO_LONG", most=_NOTE_CHARACTERS), "TOO_LARGE"))
    expire_time = attempt(violations, _expiry_time, expires)
    if violations or id is None or expire_time is None:
        raise InputError(tuple(violations))
    return _create_key(
        keys,
        organization=id,
        roles=json.dumps(sorted({str(Role(role)) for role in roles})),
        until=expire_time,
        note=note,
    )


def rotate(  # noqa: PLR0913, PLR0917 -- one parameter per option
    key: str,
    overlap_hours: int,
    expires: str | None,
    out: Path | None,
    database_url: str | None,
    language: str,
    format: str,
) -> CommandResult:
    """Replace a key, copying its roles; the old key expires after the overlap."""
    with open_api_keys(resolve_existing_store_url(database_url)) as keys, _new_file(out) as file:
        row = _find_key(keys, key)
        if row.revoke_time is not None:
            raise InputError.of("KEY", _message("KEY_REVOKED", key=key, time=row.revoke_time), "WRONG_VALUE")
        made = _create_key(
            keys, organization=row.organization, roles=row.roles, until=_expiry_time(expires), note=row.note
        )
        keys.change(key, expire_time=min(row.expire_time, now_plus(timedelta(hours=overlap_hours))))
        return _key_result(made, file, out, language, format)


def revoke(key: str, database_url: str | None, language: str) -> CommandResult:
    """Revoke a key; an earlier revocation time is unchanged."""
    with open_api_keys(resolve_existing_store_url(database_url)) as keys:
        row = end_key(keys, key)
    text = words(language)["keys"]["revoked"].format(key=row.id, time=row.revoke_time)
    return CommandResult(text, document=_document(row))


def end_key(keys: ApiKeys, id: str) -> ApiKeyRow:
    """Revoke a key unless already revoked, and return its row."""
    if _find_key(keys, id).revoke_time is None:
        keys.change(id, revoke_time=now())
    return _find_key(keys, id)


def list_keys(database_url: str | None, language: str) -> CommandResult:
    """List all API keys."""
    with open_api_keys(resolve_existing_store_url(database_url)) as keys:
        rows = keys.all()
    return CommandResult(_list_text(rows, language), document={"keys": [_document(row) for row in rows]})


@contextmanager
def _new_file(path: Path | None) -> Iterator[TextIO | None]:
    if path is None:
        yield None
        return
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
        try:
            yield file
        except BaseException:
            path.unlink()
            raise


def _key_result(made: NewApiKey, file: TextIO | None, out: Path | None, language: str, form: str) -> CommandResult:
    spoken = words(language)["keys"]
    if file is not None:
        file.write(f"{made.key}\n")
    if form == "text":
        print_error(spoken["made"].format(key=made.row.id, time=made.row.expire_time))
        print_error(spoken["shown_once"] if file is None else spoken["written"].format(path=out))
    shown = {"key": made.key} if file is None else {}
    return CommandResult(shown.get("key", ""), document={**_document(made.row), **shown})


def _document(row: ApiKeyRow) -> dict[str, Json]:
    return {
        "id": row.id,
        "state": f"STATE_{_state(row).upper()}",
        "organization": f"organizations/{row.organization}" if row.organization else None,
        "roles": list(json.loads(row.roles)),
        "note": row.note,
        "createTime": row.create_time,
        "expireTime": row.expire_time,
        "revokeTime": row.revoke_time,
        "lastUseTime": row.last_use_time,
    }


def _list_text(rows: Sequence[ApiKeyRow], language: str) -> str:
    spoken = words(language)["keys"]
    cells = [
        (
            row.id,
            spoken["states"][_state(row)],
            row.organization or "-",
            ", ".join(json.loads(row.roles)),
            row.create_time,
            row.expire_time,
            row.last_use_time or "-",
            typeset(row.note, language),
        )
        for row in rows
    ]
    return listing_text(spoken, cells)


def _state(row: ApiKeyRow) -> str:
    if row.revoke_time is not None:
        return "revoked"
    return "expired" if row.expire_time <= now() else "active"


def _create_key(keys: ApiKeys, *, organization: str, roles: str, until: str, note: str) -> NewApiKey:
    id, key, digest = new_key()
    row = ApiKeyRow(
        id=id,
        secret_digest=digest,
        organization=organization,
        roles=roles,
        note=note,
        create_time=now(),
        expire_time=until,
    )
    keys.add(row)
    return NewApiKey(key, row)


def _find_key(keys: ApiKeys, id: str) -> ApiKeyRow:
    row = keys.find(id)
    if row is None:
        raise InputError.of("KEY", _message("NO_KEY", key=id[:80]), "NOT_FOUND")
    return row


def _expiry_time(expires: str | None) -> str:
    if expires is None:
        return now_plus(_DEFAULT_VALIDITY)
    until = f"{read_date(expires, '--expires').isoformat()}T23:59:59Z"
    if until <= now():
        raise InputError.of("--expires", _message("EXPIRES_IN_PAST", day=expires), "WRONG_VALUE")
    return until
