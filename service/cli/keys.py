"""How are API keys made, renewed, revoked and shown?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, Violation, attempt
from rules.contracts.messages import speaker, words_of
from rules.contracts.typesetting import typeset
from service.answering.terminal.columns import columns_text
from service.answering.terminal.words import words
from service.base.instants import later, now
from service.base.names import parse_organization
from service.identity.api_keys import new_key
from service.identity.principals import WITHOUT_ORGANIZATION, Role
from service.store.tables import ApiKeyRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.canonical import Json
    from service.store.keys import Keys

_say = speaker(__name__)

_HOLDS = timedelta(days=365)
_NOTE_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Made:
    """A new key, which is to be shown once, and what is kept of it."""

    key: str
    row: ApiKeyRow


def made_key(keys: Keys, *, organization: str, roles: Sequence[Role], expires: str | None, note: str) -> Made:
    """Make a key and keep its digest.

    Raises:
        InputError: an argument is malformed; all are named.
        Refusal: the store cannot be written now.
    """
    violations: list[Violation] = []
    id = attempt(violations, parse_organization, organization, field="--organization") if organization else ""
    if not organization and not WITHOUT_ORGANIZATION.issuperset(roles):
        violations.append(Violation("--organization", _say("KEY_WITHOUT_ORGANIZATION"), "REQUIRED"))
    if len(note) > _NOTE_CHARACTERS:
        violations.append(Violation("--note", _say("NOTE_TOO_LONG", most=_NOTE_CHARACTERS), "TOO_LARGE"))
    until = attempt(violations, _until, expires)
    if violations or id is None or until is None:
        raise InputError(tuple(violations))
    return _added(
        keys, organization=id, roles=json.dumps(sorted({role.value for role in roles})), until=until, note=note
    )


def renewed_key(keys: Keys, id: str, *, overlap_hours: int, expires: str | None) -> Made:
    """Make a key like another, which ends after the overlap.

    Raises:
        InputError: there is no such key, it was revoked, or the date is malformed.
        Refusal: the store cannot be written now.
    """
    row = _found(keys, id)
    if row.revoke_time is not None:
        raise InputError((Violation("KEY", _say("KEY_REVOKED", key=id, time=row.revoke_time), "WRONG_VALUE"),))
    made = _added(keys, organization=row.organization, roles=row.roles, until=_until(expires), note=row.note)
    keys.change(id, expire_time=min(row.expire_time, later(timedelta(hours=overlap_hours))))
    return made


def revoked_key(keys: Keys, id: str) -> ApiKeyRow:
    """End a key; one that was revoked before stays as it is.

    Raises:
        InputError: there is no such key.
        Refusal: the store cannot be written now.
    """
    row = _found(keys, id)
    if row.revoke_time is None:
        keys.change(id, revoke_time=now())
    return _found(keys, id)


def key_document(row: ApiKeyRow) -> dict[str, Json]:
    """Give what is known of a key, for programs."""
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


def list_text(rows: Sequence[ApiKeyRow], language: str) -> str:
    """Write keys as a table."""
    spoken = words(language)["keys"]
    if not rows:
        return str(spoken["none"])
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
    return columns_text(tuple(spoken["heads"]), cells)


def _state(row: ApiKeyRow) -> str:
    if row.revoke_time is not None:
        return "revoked"
    return "expired" if row.expire_time <= now() else "active"


def _added(keys: Keys, *, organization: str, roles: str, until: str, note: str) -> Made:
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
    return Made(key, row)


def _found(keys: Keys, id: str) -> ApiKeyRow:
    row = keys.find(id)
    if row is None:
        raise InputError((Violation("KEY", _say("NO_KEY", key=id[:80]), "NOT_FOUND"),))
    return row


def _until(expires: str | None) -> str:
    """Give the end of a day, or of a year from now."""
    if expires is None:
        return later(_HOLDS)
    try:
        until = f"{parse_date(expires).isoformat()}T23:59:59Z"
    except DateError as error:
        raise InputError((Violation("--expires", words_of(error), "MALFORMED"),)) from None
    if until <= now():
        raise InputError((Violation("--expires", _say("EXPIRES_IN_PAST", day=expires), "WRONG_VALUE"),))
    return until
