"""Names and texts in requests about cases, and the caller's identity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import orjson
from google.protobuf.json_format import MessageToDict, ParseDict

from rules.contracts import InputError, Violation, error_message, message_factory
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import DIGEST, DIGEST_PATTERN, ID_PATTERN, malformed
from service.cases.scheme_profiles import check_id
from service.cases.step_context import Actor, Content
from service.identity.principals import Principal, caller
from service.store.cases import (
    ACCOUNTS,
    PERSONS,
    CaseReader,
    normalize_label,
)
from service.store.tables import CaseDocumentRow
from touchstone.v1 import case_service_pb2

_message = message_factory(__name__)


PROFILES = "schemeProfiles"
_CASE = re.compile(rf"organizations/({ID_PATTERN})/cases/({ID_PATTERN})\Z")
CLIENT_NAME = re.compile(rf"organizations/({ID_PATTERN})/clients/({ID_PATTERN})\Z")
PROFILE_NAME = re.compile(rf"organizations/({ID_PATTERN})/schemeProfiles/({ID_PATTERN})\Z")
ITEM_NAME = re.compile(r"(findings|certificates|surveillances|recertifications|appeals|complaints)/([1-9][0-9]{0,5})\Z")
ACCOUNT_NAME = re.compile(r"(?:account|api_key|token|certificate|local|pull)/\S.{0,199}\Z")
OUTSIDER = "(outsider)"
"""Person id of steps taken through the public register; no person can be registered with it."""
_MAX_CHARACTERS = 4_000
_MAX_TEXTS = 1_000
_PLANS = frozenset({"site_sampling", "audit_time"})


_CASE_FILE = re.compile(rf"(organizations/{ID_PATTERN}/cases/{ID_PATTERN})/files/({DIGEST_PATTERN})\Z")


def parse_case_file(name: str) -> tuple[str, str]:
    """Parse a document name into case name and digest."""
    match = _CASE_FILE.match(name)
    if match is None:
        raise InputError((malformed("name", name, _message("CASE_FILE_NAME")),))
    return match[1], match[2]


def read_case_content(content: case_service_pb2.CaseContent) -> dict[str, Any]:
    """Return the set fields; raise InputError for empty, long or repeated texts and malformed digests."""
    fields: dict[str, Any] = MessageToDict(content, preserving_proto_field_name=True)
    violations = []
    for name, value in fields.items():
        if isinstance(value, dict):
            if name in _PLANS and not all(len(text) <= _MAX_CHARACTERS for text in _texts_in(value)):
                message = _message("TOO_LONG", most=_MAX_CHARACTERS, many=_MAX_TEXTS)
                violations.append(Violation(f"content.{name}", message, "WRONG_VALUE"))
            continue
        texts = [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]
        if len(texts) > _MAX_TEXTS or any(not text.strip() or len(text) > _MAX_CHARACTERS for text in texts):
            violations.append(
                Violation(f"content.{name}", _message("TOO_LONG", most=_MAX_CHARACTERS, many=_MAX_TEXTS), "WRONG_VALUE")
            )
        elif name.endswith("_digest") and DIGEST.match(value) is None:
            violations.append(Violation(f"content.{name}", _message("NO_DIGEST", found=value[:80]), "MALFORMED"))
        elif len(set(texts)) < len(texts):
            violations.append(Violation(f"content.{name}", _message("TWICE"), "WRONG_VALUE"))
    if violations:
        raise InputError(tuple(violations))
    return fields


def _texts_in(value: Any) -> Iterator[str]:
    """Yield the texts of a plan; a list with too many rows yields a text that is too long."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts_in(part)
    elif isinstance(value, list):
        yield "" if len(value) <= _MAX_TEXTS else "x" * (_MAX_CHARACTERS + 1)
        for part in value:
            yield from _texts_in(part)


def checked_text(text: str, field: str) -> str:
    """Return the text; raise InputError if empty or too long."""
    if not text.strip() or len(text) > _MAX_CHARACTERS:
        raise InputError.of(field, _message("NO_TEXT", most=_MAX_CHARACTERS), "REQUIRED")
    return text


@contextmanager
def checking_reason(text: str) -> Iterator[str]:
    """Yield the reason of a step; report its violations together with those of the block."""
    wrong: tuple[Violation, ...] = ()
    try:
        checked_text(text, "reason")
    except InputError as error:
        wrong = error.violations
    try:
        yield text
    except InputError as error:
        raise InputError((*error.violations, *wrong)) from None
    if wrong:
        raise InputError(wrong)


def caller_identity() -> str:
    """Return the caller's identity as canonical JSON."""
    return orjson.dumps(caller().identity, option=orjson.OPT_SORT_KEYS).decode()


def calling_actor(reading: CaseReader, organization: str, person: str) -> Actor:
    """Return the caller as a person; without authentication, the request names the person."""
    principal = caller()
    if principal.may_everything:
        if not person:
            raise InputError.of("person", _message("PERSON_FOR_STEP"), "REQUIRED")
        check_id(person, "person")
        account = f"local/{person}"
    else:
        account = principal.account
        holder = reading.id_by_label(organization, ACCOUNTS, account)
        if not holder:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NOBODY_SIGNS_IN_SO", account=account))
        if person not in ("", holder):
            raise InputError.of("person", _message("OTHER_PERSON", found=person, meant=holder), "WRONG_VALUE")
        person = holder
    known = reading.document(organization, PERSONS, person)
    if known is None:
        raise InputError.of("person", _message("NO_PERSON", person=person), "NOT_FOUND")
    return Actor(person, account, orjson.loads(known.document), _roles(principal))


def possible_actor(reading: CaseReader, organization: str) -> Actor | str | None:
    """Return the caller as a person, or the reason if not registered; None without authentication."""
    if caller().may_everything:
        return None
    try:
        return calling_actor(reading, organization, "")
    except Refusal as refusal:
        return error_message(refusal)


def _roles(principal: Principal) -> frozenset[str] | None:
    return None if principal.may_everything else frozenset(role.value for role in principal.roles)


def document_row(organization: str, kind: str, id: str, revision: int, document: Content) -> CaseDocumentRow:
    """Return the row of a new document revision."""
    return CaseDocumentRow(
        organization=organization,
        kind=kind,
        id=id,
        revision=revision,
        newest=True,
        label=normalize_label(str(document.get("display_name", ""))),
        document=orjson.dumps(document, option=orjson.OPT_SORT_KEYS).decode(),
        principal=caller_identity(),
        time=instants.now(),
    )


def person_calling(reading: CaseReader, organization: str, person: str) -> str:
    """Return the caller's person id; empty if not registered."""
    principal = caller()
    return person if principal.may_everything else reading.id_by_label(organization, ACCOUNTS, principal.account)


def check_name(name: str, field: str = "name") -> None:
    """Raise InputError if the text is not a case name."""
    if _CASE.match(name) is None:
        raise InputError((malformed(field, name, _message("CASE_NAME")),))


def content_message(content: str | Mapping[str, Any]) -> case_service_pb2.CaseContent:
    """Convert stored content to a message, dropping unknown fields."""
    known = orjson.loads(content) if isinstance(content, str) else dict(content)
    return ParseDict(known, case_service_pb2.CaseContent(), ignore_unknown_fields=True)
