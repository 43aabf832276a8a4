"""Resource names: formats, parsers, and new evaluation names by UUID version 7 (RFC 9562)."""

from __future__ import annotations

import os
import re
import unicodedata
import uuid
from dataclasses import dataclass
from typing import Literal

from rules.contracts import InputError, Violation, message_factory
from service.base import instants

OTHER_SUBJECT = "ARCHIVE.OTHER_SUBJECT"
OTHER_PERIOD = "ARCHIVE.OTHER_PERIOD"
OTHER_ORGANIZATION = "ARCHIVE.OTHER_ORGANIZATION"
"""Another organisation used a number; whose it is only some are told."""


_say = message_factory(__name__)

ID_PATTERN = "[a-z0-9-]{1,63}"
"""The form of the ids of most things, as they stand in their names."""
UUID_PATTERN = "[0-9a-f-]{36}"
COUNT_PATTERN = "[1-9][0-9]{0,8}"
DIGEST_PATTERN = "[0-9a-f]{64}"
"""SHA-256, in lower-case hexadecimal digits."""
PERSON_PATTERN = "[a-z0-9][a-z0-9._@-]{0,99}"
"""The form of the id of a person in a trust file."""
ACCOUNT_PATTERN = "[a-z0-9][a-z0-9._@+-]{0,99}"
"""The form of the name of a local account."""
_CARD = "[a-z0-9][a-z0-9-]{0,62}"
_NUMBER = r"(?:0|[1-9][0-9]{0,8})"
UNNAMED_SUBJECT = "organizations/self-check/subjects/self-check"
"""The subject of a self-check: whose answers they are is not asked, so its dossier is that of whoever hands it in."""
INPUT_SCHEMA = "/inputSchema"
"""Stands behind the name of a version in that of the schema of what it takes."""
TABLE_PATTERN = "[a-z][a-z0-9-]{0,99}"
EDITION_PATTERN = "[0-9A-Za-z][0-9A-Za-z.-]{0,99}"
"""The forms of the names of reference tables and of their editions."""
VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}\Z")
CARD = re.compile(rf"{_CARD}\Z")
ORGANIZATION = re.compile(rf"{ID_PATTERN}\Z")
"""The id of an organisation, which may name a folder too."""
DIGEST = re.compile(rf"{DIGEST_PATTERN}\Z")
_ORGANIZATION = re.compile(rf"organizations/({ID_PATTERN})\Z")
SUBJECT = re.compile(rf"organizations/({ID_PATTERN})/subjects/({ID_PATTERN})\Z")
_EVALUATION = re.compile(rf"organizations/({ID_PATTERN})/evaluations/({UUID_PATTERN})\Z")
_DRAFT = re.compile(rf"organizations/({ID_PATTERN})/drafts/({ID_PATTERN})\Z")
_EVIDENCE_FILE = re.compile(rf"organizations/({ID_PATTERN})/evidenceFiles/({DIGEST_PATTERN})\Z")
_CAMPAIGN = re.compile(rf"organizations/({ID_PATTERN})/campaigns/({ID_PATTERN})\Z")
_CLAIM = re.compile(rf"organizations/({ID_PATTERN})/claims/({UUID_PATTERN})\Z")
_OF_DRAFT = re.compile(rf"(organizations/{ID_PATTERN}/drafts/{ID_PATTERN})/(revisions|comments)/({COUNT_PATTERN})\Z")
_TABLE = re.compile(rf"referenceTables/({TABLE_PATTERN})\Z")
_EDITION = re.compile(rf"referenceTables/({TABLE_PATTERN})/editions/({EDITION_PATTERN})\Z")
_SCORECARD = re.compile(rf"scorecards/({_CARD})(?:/versions/({_NUMBER}\.{_NUMBER}\.{_NUMBER}))?\Z")


@dataclass(frozen=True, slots=True)
class CardName:
    """A scorecard, or one version of it."""

    card: str
    version: str | None = None

    def __str__(self) -> str:
        return f"scorecards/{self.card}" if self.version is None else f"scorecards/{self.card}/versions/{self.version}"


def version_key(version: str) -> tuple[int, ...]:
    """Order version numbers by value, not as text."""
    return tuple(int(part) for part in version.split("."))


def malformed(field: str, value: str, expected: str) -> Violation:
    """Describe a field whose text has another form than the one expected."""
    if not value:
        return Violation(field, _say("IS_REQUIRED", expected=expected), "REQUIRED")
    return Violation(field, _say("IS_NOT", found=_shorten_text(value), expected=expected), "MALFORMED")


def organization_of(subject: str, *, field: str = "subject") -> str:
    """Give the organisation of a subject's name.

    Raises:
        InputError: the name is not well formed.
    """
    match = SUBJECT.match(subject)
    if match is None:
        expected = _say("SUBJECT_NAME")
        raise InputError((malformed(field, subject, expected),))
    return match[1]


def parse_organization(name: str, *, field: str) -> str:
    """Read the name of an organisation.

    Raises:
        InputError: the name is not well formed.
    """
    match = _ORGANIZATION.match(name)
    if match is None:
        expected = _say("ORGANIZATION_NAME")
        raise InputError((malformed(field, name, expected),))
    return match[1]


def parse_card(name: str, *, field: str = "scorecard") -> CardName:
    """Read the name of a scorecard or of one version.

    Raises:
        InputError: the name is not well formed.
    """
    match = _SCORECARD.match(name)
    if match is None:
        expected = _say("CARD_NAME")
        raise InputError((malformed(field, name, expected),))
    return CardName(match[1], match[2])


def parse_version(name: str, *, field: str, card: str | None = None) -> tuple[str, str]:
    """Read the name of a version, of this scorecard if one is given: the scorecard and the number.

    Raises:
        InputError: the name is not well formed, or one of another scorecard.
    """
    match = _SCORECARD.match(name)
    if match is None or match[2] is None or card not in (None, match[1]):
        expected = _say("VERSION_NAME", card=card or "{scorecard}")
        raise InputError((malformed(field, name, expected),))
    return match[1], match[2]


def parse_table(name: str, *, field: str) -> str:
    """Read the name of a reference table.

    Raises:
        InputError: the name is not well formed.
    """
    match = _TABLE.match(name)
    if match is None:
        raise InputError((malformed(field, name, _say("TABLE_NAME")),))
    return match[1]


def parse_edition(name: str, *, field: str) -> tuple[str, str]:
    """Read the name of an edition of a reference table: the table and the edition.

    Raises:
        InputError: the name is not well formed.
    """
    match = _EDITION.match(name)
    if match is None:
        raise InputError((malformed(field, name, _say("EDITION_NAME")),))
    return match[1], match[2]


def parse_input_schema(name: str, *, field: str) -> tuple[str, str]:
    """Read the name of the input schema of a version: the scorecard and the number.

    Raises:
        InputError: the name is not well formed.
    """
    version = name.removesuffix(INPUT_SCHEMA)
    match = _SCORECARD.match(version)
    if match is None or match[2] is None or version == name:
        expected = _say("INPUT_SCHEMA_NAME")
        raise InputError((malformed(field, name, expected),))
    return match[1], match[2]


def parse_card_reference(card: str) -> CardName:
    """Read `zero-carbon-factory`, `zero-carbon-factory@1.0.0` or the full resource name.

    Raises:
        InputError: it is none of these.
    """
    id, _, version = card.removeprefix("scorecards/").partition("@")
    if CARD.match(id) and version and not VERSION.match(version):
        description = _say("CARD_VERSION", found=_shorten_text(version), card=id)
        raise InputError((Violation("CARD", description, "MALFORMED"),))
    name = f"scorecards/{id}/versions/{version}" if version else f"scorecards/{id}"
    match = _SCORECARD.match(name)
    if match is None:
        description = _say("CARD_ID", found=_shorten_text(id), like=_card_id_like(id))
        raise InputError((Violation("CARD", description, "MALFORMED"),))
    return CardName(match[1], match[2])


def _card_id_like(text: str) -> str:
    """Write what somebody called a scorecard as an id; any other where no letter of it may stand in one."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:63].rstrip("-") or "green-office"


def _shorten_text(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"


def check_evaluation_name(name: str, *, field: str = "name") -> None:
    """Refuse what cannot be the name of an evaluation.

    Raises:
        InputError: the name is not well formed.
    """
    if _EVALUATION.match(name) is None:
        expected = _say("EVALUATION_NAME")
        raise InputError((malformed(field, name, expected),))


def draft_organization(name: str, *, field: str = "name") -> str:
    """Give the organisation of the name of a draft.

    Raises:
        InputError: the name is not well formed.
    """
    match = _DRAFT.match(name)
    if match is None:
        raise InputError((malformed(field, name, _say("DRAFT_NAME")),))
    return match[1]


def campaign_organization(name: str, *, field: str = "name") -> str:
    """Give the organisation of the name of a campaign.

    Raises:
        InputError: the name is not well formed.
    """
    match = _CAMPAIGN.match(name)
    if match is None:
        raise InputError((malformed(field, name, _say("CAMPAIGN_NAME")),))
    return match[1]


def claim_organization(name: str, *, field: str = "name") -> str:
    """Give the organisation of the name of a claim in use.

    Raises:
        InputError: the name is not well formed.
    """
    match = _CLAIM.match(name)
    if match is None:
        raise InputError((malformed(field, name, _say("CLAIM_NAME")),))
    return match[1]


def parse_evidence_file(name: str, *, field: str = "name") -> tuple[str, str]:
    """Read the name of a file behind evidence: the organisation, and the digest.

    Raises:
        InputError: the name is not well formed.
    """
    match = _EVIDENCE_FILE.match(name)
    if match is None:
        raise InputError((malformed(field, name, _say("EVIDENCE_FILE_NAME")),))
    return match[1], match[2]


def parse_draft_child(name: str, kind: Literal["revisions", "comments"], *, field: str = "name") -> tuple[str, int]:
    """Read the name of a revision of a draft, or of a comment on it: the draft and the number.

    Raises:
        InputError: the name is not well formed.
    """
    match = _OF_DRAFT.match(name)
    if match is None or match[2] != kind:
        raise InputError(
            (malformed(field, name, _say("DRAFT_REVISION_NAME" if kind == "revisions" else "DRAFT_COMMENT_NAME")),)
        )
    return match[1], int(match[3])


def parse_request_id(text: str) -> str:
    """Give the request id in its one normal form, so that letter case does not make two of it.

    Raises:
        InputError: the text is not a UUID.
    """
    try:
        if len(text) != 36:
            raise ValueError
        return str(uuid.UUID(text))
    except ValueError:
        expected = _say("REQUEST_ID")
        raise InputError((malformed("request_id", text, expected),)) from None


def new_evaluation_name(organization: str) -> str:
    """Name a new evaluation by a version 7 UUID (RFC 9562), whose order is the order of time."""
    return f"organizations/{organization}/evaluations/{_new_uuid()}"


def new_claim_name(organization: str) -> str:
    """Name a new claim in use likewise."""
    return f"organizations/{organization}/claims/{_new_uuid()}"


def _new_uuid() -> uuid.UUID:
    milliseconds = instants.next_milliseconds()
    random = int.from_bytes(os.urandom(10), "big")
    return uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | (random >> 68) << 64 | 0b10 << 62 | random & (1 << 62) - 1)


def name_milliseconds(evaluation: str) -> int:
    """Give the milliseconds since 1970 at which an evaluation was named; 0 if its name tells no time."""
    try:
        return uuid.UUID(evaluation.rpartition("/")[2]).int >> 80
    except ValueError:
        return 0
