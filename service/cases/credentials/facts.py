"""Certificate facts, frozen at issue, for paper and credential."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import orjson
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from rules.contracts import LANGUAGES, InputError, Violation, canonical_bytes, digest, message_factory
from service.base.refusals import invalid_model
from service.base.resource_names import DIGEST_PATTERN

_message = message_factory(__name__)

FIELD = "certificate"


class StrictModel(BaseModel):
    """Immutable document part without undeclared fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(name) from None
    return name


Digest = Annotated[str, Field(pattern=rf"^{DIGEST_PATTERN}$")]
Address = Annotated[str, Field(pattern=r"^(https?://|did:|urn:)[^\s<>\"{}|\\^`]+$", max_length=1000)]
PublicAddress = Annotated[str, Field(pattern=r"^https?://[^\s<>\"{}|\\^`]+$", max_length=1000)]
DidWeb = Annotated[str, Field(pattern=r"^did:web:[A-Za-z0-9.-]+(%3A\d+)?(:[A-Za-z0-9._%-]+)*$", max_length=500)]
Number = Annotated[str, Field(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,58}[A-Za-z0-9])?$")]
_Text = Annotated[str, Field(max_length=4000)]
_Zone = Annotated[str, AfterValidator(_known_zone)]


class TranslatedText(StrictModel):
    """Text in both languages; an empty one is missing."""

    en: _Text = ""
    zh: _Text = ""

    def in_language(self, language: str) -> str:
        return str(getattr(self, language)) or self.en or self.zh


class Party(StrictModel):
    """Legal entity with public identifier and register number."""

    id: Address
    registered_id: Annotated[str, Field(min_length=1, max_length=100)]
    register_name: str = ""
    name: TranslatedText
    address: TranslatedText = TranslatedText()


class Site(StrictModel):
    """Certified site; `checked` means that its register number was verified."""

    id: Address
    registered_id: str = ""
    name: TranslatedText
    address: TranslatedText = TranslatedText()
    checked: bool = False


class Authorisation(StrictModel):
    """Accreditation, approval or scheme authorisation."""

    id: Address
    name: TranslatedText
    authority: Party
    evidence: PublicAddress | None = None


class Basis(StrictModel):
    """Scorecard version and evaluation behind a certificate."""

    version: Annotated[str, Field(pattern=r"^.*scorecards/[a-z0-9-]+/versions/\d+\.\d+\.\d+$")]
    version_address: PublicAddress
    title: TranslatedText
    owner: Party
    published: date
    content_digest: Digest
    rule_digest: Digest
    evaluation: Annotated[str, Field(pattern=r"^organizations/[a-z0-9-]+/evaluations/[A-Za-z0-9_.-]+$")]
    record_digest: Digest


class Attestation(StrEnum):
    """Kind of attestation (UNTP)."""

    CERTIFICATION = "certification"
    DECLARATION = "declaration"
    INSPECTION = "inspection"
    VALIDATION = "validation"
    VERIFICATION = "verification"


class AssessmentLevel(StrEnum):
    """Recognition of the body's competence (UNTP 0.6.0)."""

    ACCREDITED = "Accredited"
    VERIFIED = "Verified"
    VALIDATED = "Validated"
    UNSPECIFIED = "Unspecified"


class CertificateStatus(StrEnum):
    """Status of a certificate."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


Topic = Literal[
    "environment.energy", "environment.emissions", "environment.water", "environment.waste",
    "environment.deforestation", "environment.biodiversity", "circularity.content", "circularity.design",
    "social.labour", "social.rights", "social.community", "social.safety", "governance.ethics",
    "governance.compliance", "governance.transparency",
]  # fmt: skip


class Issuer(Party):
    """Certification body with its own DID."""

    did: DidWeb


class CertificateFacts(StrictModel):
    """Content of a certificate.

    `valid_until` is the last valid day in `zone`; None means no end. `governing` is the prevailing language.
    """

    number: Number
    edition: Annotated[int, Field(ge=1)] = 1
    profile: Annotated[str, Field(min_length=1, max_length=200)]
    title: TranslatedText
    attestation: Attestation = Attestation.CERTIFICATION
    level: AssessmentLevel = AssessmentLevel.UNSPECIFIED
    topic: Topic
    address: PublicAddress
    holder: Party
    sites: Annotated[tuple[Site, ...], Field(max_length=1000)] = ()
    scope: TranslatedText
    basis: Basis
    grade_code: Annotated[str, Field(min_length=1, max_length=100)]
    grade: TranslatedText
    decided: date
    issued: date
    valid_from: date
    valid_until: date | None = None
    zone: _Zone
    conditions: Annotated[tuple[TranslatedText, ...], Field(max_length=100)] = ()
    status: CertificateStatus = CertificateStatus.ACTIVE
    issuer: Issuer
    authorisations: Annotated[tuple[Authorisation, ...], Field(max_length=20)] = ()
    decision_digest: Digest
    languages: Annotated[tuple[Literal["en", "zh"], ...], Field(min_length=1, max_length=2)] = ("en", "zh")
    governing: Literal["en", "zh"] = "zh"

    def written(self) -> bytes:
        return canonical_bytes(self.model_dump(mode="json", exclude_none=True))

    @property
    def digest(self) -> str:
        return digest(self.written())

    @property
    def first_instant(self) -> datetime:
        return datetime.combine(self.valid_from, time(), ZoneInfo(self.zone))

    @property
    def last_instant(self) -> datetime | None:
        if self.valid_until is None:
            return None
        return datetime.combine(self.valid_until, time(23, 59, 59), ZoneInfo(self.zone))


def read_facts(content: bytes) -> CertificateFacts:
    """Parse certificate facts; raise InputError if invalid."""
    try:
        orjson.loads(content)
        facts = CertificateFacts.model_validate_json(content)
    except orjson.JSONDecodeError as error:
        raise InputError.of(FIELD, _message("FACTS_FORM", problem=error.msg), "MALFORMED") from None
    except ValidationError as error:
        raise invalid_model(error, FIELD, _message, "FACTS_FORM") from None
    check_facts(facts)
    return facts


def check_facts(facts: CertificateFacts) -> None:
    """Raise InputError unless dates are ordered and texts translated."""
    violations = [*_days(facts), *_missing_translations(facts)]
    if facts.governing not in facts.languages:
        violations.append(Violation(f"{FIELD}.governing", _message("GOVERNING_NOT_ISSUED"), "INVALID"))
    if facts.level is AssessmentLevel.ACCREDITED and not facts.authorisations:
        violations.append(Violation(f"{FIELD}.authorisations", _message("NOT_ACCREDITED"), "REQUIRED"))
    if len(set(facts.languages)) != len(facts.languages):
        violations.append(Violation(f"{FIELD}.languages", _message("LANGUAGE_TWICE"), "DUPLICATE"))
    if violations:
        raise InputError(tuple(violations))


def _days(facts: CertificateFacts) -> Iterator[Violation]:
    if facts.issued < facts.decided:
        yield Violation(
            f"{FIELD}.issued", _message("BEFORE_DECISION", issued=facts.issued, decided=facts.decided), "INVALID"
        )
    if facts.edition == 1 and facts.valid_from < facts.decided:
        yield Violation(
            f"{FIELD}.valid_from",
            _message("BEFORE_DECISION", issued=facts.valid_from, decided=facts.decided),
            "INVALID",
        )
    if facts.valid_until is not None and facts.valid_until < facts.valid_from:
        yield Violation(f"{FIELD}.valid_until", _message("ENDS_FIRST", first=facts.valid_from), "INVALID")


def _missing_translations(facts: CertificateFacts) -> Iterator[Violation]:
    texts = [
        ("title", facts.title), ("holder.name", facts.holder.name), ("scope", facts.scope),
        ("grade", facts.grade), ("issuer.name", facts.issuer.name), ("basis.title", facts.basis.title),
        *((f"sites.{position}.name", site.name) for position, site in enumerate(facts.sites)),
        *((f"conditions.{position}", condition) for position, condition in enumerate(facts.conditions)),
        *((f"authorisations.{position}.name", entry.name) for position, entry in enumerate(facts.authorisations)),
    ]  # fmt: skip
    for position, text in texts:
        for language in LANGUAGES:
            if language in facts.languages and not getattr(text, language).strip():
                field = f"{FIELD}.{position}.{language}"
                yield Violation(field, _message("TRANSLATION_MISSING", language=language), "REQUIRED")
