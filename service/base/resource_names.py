"""Resource names: formats, parsers, and new names with UUID version 7 (RFC 9562)."""

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
"""Finding: another organisation used the number; only some callers see its name."""


_message = message_factory(__name__)

ID_PATTERN = "[a-z0-9-]{1,63}"
UUID_PATTERN = "[0-9a-f-]{36}"
COUNT_PATTERN = "[1-9][0-9]{0,8}"
DIGEST_PATTERN = "[0-9a-f]{64}"
PERSON_PATTERN = "[a-z0-9][a-z0-9._@-]{0,99}"
ACCOUNT_PATTERN = "[a-z0-9][a-z0-9._@+-]{0,99}"
_CARD = "[a-z0-9][a-z0-9-]{0,62}"
_NUMBER = r"(?:0|[1-9][0-9]{0,8})"
UNNAMED_SUBJECT = "organizations/self-check/subjects/self-check"
"""Subject of anonymous self-checks; a case accepts such a dossier as its own."""
INPUT_SCHEMA = "/inputSchema"
FEED_PATTERN = "[a-z0-9][a-z0-9-]{0,62}"
TABLE_PATTERN = "[a-z][a-z0-9-]{0,99}"
EDITION_PATTERN = "[0-9A-Za-z][0-9A-Za-z.-]{0,99}"
VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}\Z")
CARD = re.compile(rf"{_CARD}\Z")
ORGANIZATION = re.compile(rf"{ID_PATTERN}\Z")
DIGEST = re.compile(rf"{DIGEST_PATTERN}\Z")
_ORGANIZATION = re.compile(rf"organizations/({ID_PATTERN})\Z")
SUBJECT = re.compile(rf"organizations/({ID_PATTERN})/subjects/({ID_PATTERN})\Z")
_EVALUATION = re.compile(rf"organizations/({ID_PATTERN})/evaluations/({UUID_PATTERN})\Z")
_DRAFT = re.compile(rf"organizations/({ID_PATTERN})/drafts/({ID_PATTERN})\Z")
_EVIDENCE_FILE = re.compile(rf"organizations/({ID_PATTERN})/evidenceFiles/({DIGEST_PATTERN})\Z")
_CAMPAIGN = re.compile(rf"organizations/({ID_PATTERN})/campaigns/({ID_PATTERN})\Z")
_CLAIM = re.compile(rf"organizations/({ID_PATTERN})/claims/({UUID_PATTERN})\Z")
_EXPECTED_CHANGE = re.compile(rf"organizations/({ID_PATTERN})/expectedChanges/({DIGEST_PATTERN})\Z")
_DRAFT_CHILD = re.compile(rf"(organizations/{ID_PATTERN}/drafts/{ID_PATTERN})/(revisions|comments)/({COUNT_PATTERN})\Z")
_TABLE = re.compile(rf"referenceTables/({TABLE_PATTERN})\Z")
_EDITION = re.compile(rf"referenceTables/({TABLE_PATTERN})/editions/({EDITION_PATTERN})\Z")
_FEED = re.compile(rf"feeds/({FEED_PATTERN})\Z")
_SCORECARD = re.compile(rf"scorecards/({_CARD})(?:/versions/({_NUMBER}\.{_NUMBER}\.{_NUMBER}))?\Z")


@dataclass(frozen=True, slots=True)
class CardName:
    """Name of a scorecard or version."""

    card: str
    version: str | None = None

    def __str__(self) -> str:
        return f"scorecards/{self.card}" if self.version is None else f"scorecards/{self.card}/versions/{self.version}"


def version_key(version: str) -> tuple[int, ...]:
    """Return a numeric sort key."""
    return tuple(int(part) for part in version.split("."))


def malformed(field: str, value: str, expected: str) -> Violation:
    """Return the violation for a missing or malformed value."""
    if not value:
        return Violation(field, _message("IS_REQUIRED", expected=expected), "REQUIRED")
    return Violation(field, _message("IS_NOT", found=_shorten_text(value), expected=expected), "MALFORMED")


def organization_of(subject: str, *, field: str = "subject") -> str:
    """Return the organisation of a subject name, or raise InputError."""
    match = SUBJECT.match(subject)
    if match is None:
        raise InputError((malformed(field, subject, _message("SUBJECT_NAME")),))
    return match[1]


def parse_organization(name: str, *, field: str) -> str:
    """Return the organisation id, or raise InputError."""
    match = _ORGANIZATION.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("ORGANIZATION_NAME")),))
    return match[1]


def parse_card(name: str, *, field: str = "scorecard") -> CardName:
    """Parse the name of a scorecard or version, or raise InputError."""
    match = _SCORECARD.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("CARD_NAME")),))
    return CardName(match[1], match[2])


def parse_version(name: str, *, field: str, card: str | None = None) -> tuple[str, str]:
    """Return scorecard and number, or raise InputError if malformed or not of `card`."""
    match = _SCORECARD.match(name)
    if match is None or match[2] is None or card not in (None, match[1]):
        raise InputError((malformed(field, name, _message("VERSION_NAME", card=card or "{scorecard}")),))
    return match[1], match[2]


def feed_name(feed: str) -> str:
    """Return the resource name of a feed."""
    return f"feeds/{feed}"


def parse_feed(name: str, *, field: str = "name") -> str:
    """Return the id of a feed, or raise InputError."""
    match = _FEED.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("FEED_NAME")),))
    return match[1]


def parse_table(name: str, *, field: str) -> str:
    """Return the id of a reference table, or raise InputError."""
    match = _TABLE.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("TABLE_NAME")),))
    return match[1]


def parse_edition(name: str, *, field: str) -> tuple[str, str]:
    """Return table and edition of an edition name, or raise InputError."""
    match = _EDITION.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("EDITION_NAME")),))
    return match[1], match[2]


def parse_input_schema(name: str, *, field: str) -> tuple[str, str]:
    """Return scorecard and version number of an input schema name, or raise InputError."""
    version = name.removesuffix(INPUT_SCHEMA)
    match = _SCORECARD.match(version)
    if match is None or match[2] is None or version == name:
        raise InputError((malformed(field, name, _message("INPUT_SCHEMA_NAME")),))
    return match[1], match[2]


def parse_card_reference(card: str) -> CardName:
    """Parse `zero-carbon-factory`, `zero-carbon-factory@1.0.0` or a resource name, or raise InputError."""
    id, _, version = card.removeprefix("scorecards/").partition("@")
    if CARD.match(id) and version and not VERSION.match(version):
        raise InputError.of("CARD", _message("CARD_VERSION", found=_shorten_text(version), card=id), "MALFORMED")
    name = f"scorecards/{id}/versions/{version}" if version else f"scorecards/{id}"
    match = _SCORECARD.match(name)
    if match is None:
        description = _message("CARD_ID", found=_shorten_text(id), like=_suggested_card_id(id))
        raise InputError.of("CARD", description, "MALFORMED")
    return CardName(match[1], match[2])


def _suggested_card_id(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:63].rstrip("-") or "green-office"


def _shorten_text(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"


def check_evaluation_name(name: str, *, field: str = "name") -> None:
    """Raise InputError if an evaluation name is malformed."""
    if _EVALUATION.match(name) is None:
        raise InputError((malformed(field, name, _message("EVALUATION_NAME")),))


def draft_organization(name: str, *, field: str = "name") -> str:
    """Return the organisation of a draft, or raise InputError."""
    match = _DRAFT.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("DRAFT_NAME")),))
    return match[1]


def campaign_organization(name: str, *, field: str = "name") -> str:
    """Return the organisation of a campaign, or raise InputError."""
    match = _CAMPAIGN.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("CAMPAIGN_NAME")),))
    return match[1]


def claim_organization(name: str, *, field: str = "name") -> str:
    """Return the organisation of a claim, or raise InputError."""
    match = _CLAIM.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("CLAIM_NAME")),))
    return match[1]


def parse_evidence_file(name: str, *, field: str = "name") -> tuple[str, str]:
    """Return organisation and digest of an evidence file, or raise InputError."""
    match = _EVIDENCE_FILE.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("EVIDENCE_FILE_NAME")),))
    return match[1], match[2]


def parse_draft_child(name: str, kind: Literal["revisions", "comments"], *, field: str = "name") -> tuple[str, int]:
    """Return draft and number of a revision or comment, or raise InputError."""
    match = _DRAFT_CHILD.match(name)
    if match is None or match[2] != kind:
        raise InputError(
            (malformed(field, name, _message("DRAFT_REVISION_NAME" if kind == "revisions" else "DRAFT_COMMENT_NAME")),)
        )
    return match[1], int(match[3])


def parse_request_id(text: str) -> str:
    """Return a normalized request id, or raise InputError unless it is a UUID."""
    try:
        if len(text) != 36:
            raise ValueError
        return str(uuid.UUID(text))
    except ValueError:
        raise InputError((malformed("request_id", text, _message("REQUEST_ID")),)) from None


def new_evaluation_name(organization: str) -> str:
    """Return a new name with a time-ordered UUID (version 7)."""
    return f"organizations/{organization}/evaluations/{_new_uuid()}"


def shadow_result_name(organization: str, id: str) -> str:
    """Return the name of a shadow result."""
    return f"organizations/{organization}/shadowResults/{id}"


def expected_change_name(organization: str, id: str) -> str:
    """Return the name of an expected change."""
    return f"organizations/{organization}/expectedChanges/{id}"


def expected_change_organization(name: str, *, field: str = "name") -> str:
    """Return the organization of an expected change; raise InputError for another name."""
    matched = _EXPECTED_CHANGE.match(name)
    if matched is None:
        raise InputError((malformed(field, name, _message("EXPECTED_CHANGE_NAME")),))
    return matched[1]


def new_claim_name(organization: str) -> str:
    """Return a new name with a time-ordered UUID."""
    return f"organizations/{organization}/claims/{_new_uuid()}"


def _new_uuid() -> uuid.UUID:
    milliseconds = instants.next_milliseconds()
    random = int.from_bytes(os.urandom(10), "big")
    return uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | (random >> 68) << 64 | 0b10 << 62 | random & (1 << 62) - 1)


def name_milliseconds(evaluation: str) -> int:
    """Return the time in a name in milliseconds since 1970; 0 if unknown."""
    try:
        return uuid.UUID(evaluation.rpartition("/")[2]).int >> 80
    except ValueError:
        return 0
