"""Certificate facts, frozen at issue, from which the paper and the credential are made.

They are a copy and no view: what is changed later in a case does not change a certificate that was issued from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import orjson
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from rules.contracts import LANGUAGES, InputError, Violation, canonical_bytes, digest, message_factory
from service.base.resource_names import DIGEST_PATTERN

_say = message_factory(__name__)

FIELD = "certificate"
"""What stands before the place of each fault."""


class StrictModel(BaseModel):
    """A part of a document that takes nothing but what is declared, and does not change."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(name) from None
    return name


Digest = Annotated[str, Field(pattern=rf"^{DIGEST_PATTERN}$")]
Address = Annotated[str, Field(pattern=r"^(https?://|did:|urn:)[^\s<>\"{}|\\^`]+$", max_length=1000)]
"""What names something for everybody: an address, a DID or a URN."""
PublicAddress = Annotated[str, Field(pattern=r"^https?://[^\s<>\"{}|\\^`]+$", max_length=1000)]
DidWeb = Annotated[str, Field(pattern=r"^did:web:[A-Za-z0-9.-]+(%3A\d+)?(:[A-Za-z0-9._%-]+)*$", max_length=500)]
Number = Annotated[str, Field(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,58}[A-Za-z0-9])?$")]
"""At most 60 characters, as registers take them."""
_Text = Annotated[str, Field(max_length=4000)]
_Zone = Annotated[str, AfterValidator(_known_zone)]


class TranslatedText(StrictModel):
    """The same in both languages; what is empty was not given."""

    en: _Text = ""
    zh: _Text = ""

    def told(self, language: str) -> str:
        """Give it in a language, or in the other one where it was not given."""
        return str(getattr(self, language)) or self.en or self.zh


class Party(StrictModel):
    """A legal entity: what names it for everybody, its number in a register, and its names as registered."""

    id: Address
    registered_id: Annotated[str, Field(min_length=1, max_length=100)]
    register_name: str = ""
    name: TranslatedText
    address: TranslatedText = TranslatedText()


class Site(StrictModel):
    """A place that the certificate covers; `checked` says whether the body verified its number in the register."""

    id: Address
    registered_id: str = ""
    name: TranslatedText
    address: TranslatedText = TranslatedText()
    checked: bool = False


class Authorisation(StrictModel):
    """What allows the body to certify: an accreditation, an approval, the authorisation of a scheme owner."""

    id: Address
    name: TranslatedText
    authority: Party
    evidence: PublicAddress | None = None


class Basis(StrictModel):
    """On what the certificate rests: the version of the card, its owner, and the evaluation with its record."""

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
    """What is attested; the words are those of UNTP."""

    CERTIFICATION = "certification"
    DECLARATION = "declaration"
    INSPECTION = "inspection"
    VALIDATION = "validation"
    VERIFICATION = "verification"


class AssessmentLevel(StrEnum):
    """Who answers for the competence of the body, in the words of UNTP 0.6.0."""

    ACCREDITED = "Accredited"
    VERIFIED = "Verified"
    VALIDATED = "Validated"
    UNSPECIFIED = "Unspecified"


class CertificateStatus(StrEnum):
    """Where a certificate stands."""

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
"""What an assessment is about, in the codes of UNTP 0.6.0."""


class Issuer(Party):
    """The body that certifies, with the DID under its own domain."""

    did: DidWeb


class CertificateFacts(StrictModel):
    """All that a certificate says.

    `valid_until` is the last day, inside; without one it holds until something ends it. Days are civil dates in `zone`.
    `governing` is the language that counts where the two differ; `decision_digest` is that of the file with the signed
    decision.
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
        """Write them as canonical bytes."""
        return canonical_bytes(self.model_dump(mode="json", exclude_none=True))

    @property
    def digest(self) -> str:
        """The SHA-256 of what is written."""
        return digest(self.written())

    @property
    def first_instant(self) -> datetime:
        """The instant at which it begins to hold."""
        return datetime.combine(self.valid_from, time(), ZoneInfo(self.zone))

    @property
    def last_instant(self) -> datetime | None:
        """The last second in which it holds."""
        if self.valid_until is None:
            return None
        return datetime.combine(self.valid_until, time(23, 59, 59), ZoneInfo(self.zone))

    def status_at(self, instant: datetime) -> CertificateStatus:
        """Say where it stands at an instant: what runs out does so by itself."""
        last = self.last_instant
        if (
            self.status in {CertificateStatus.ACTIVE, CertificateStatus.SUSPENDED}
            and last is not None
            and instant.astimezone(UTC) > last
        ):
            return CertificateStatus.EXPIRED
        return self.status


def read_facts(content: bytes) -> CertificateFacts:
    """Read what `CertificateFacts.written` wrote."""
    try:
        orjson.loads(content)
        facts = CertificateFacts.model_validate_json(content)
    except orjson.JSONDecodeError as error:
        raise InputError((Violation(FIELD, _say("FACTS_FORM", problem=error.msg), "MALFORMED"),)) from None
    except ValidationError as error:
        raise InputError(
            tuple(
                Violation(
                    ".".join((FIELD, *map(str, detail["loc"]))), _say("FACTS_FORM", problem=detail["msg"]), "MALFORMED"
                )
                for detail in error.errors(include_url=False, include_input=False)
            )
        ) from None
    check_facts(facts)
    return facts


def check_facts(facts: CertificateFacts) -> None:
    """Hold the days to their order, and each text to the languages in which the certificate is issued."""
    violations = [*_days(facts), *_missing_translations(facts)]
    if facts.governing not in facts.languages:
        violations.append(Violation(f"{FIELD}.governing", _say("GOVERNING_NOT_ISSUED"), "INVALID"))
    if facts.level is AssessmentLevel.ACCREDITED and not facts.authorisations:
        violations.append(Violation(f"{FIELD}.authorisations", _say("NOT_ACCREDITED"), "REQUIRED"))
    if len(set(facts.languages)) != len(facts.languages):
        violations.append(Violation(f"{FIELD}.languages", _say("LANGUAGE_TWICE"), "DUPLICATE"))
    if violations:
        raise InputError(tuple(violations))


def _days(facts: CertificateFacts) -> Iterator[Violation]:
    if facts.issued < facts.decided:
        yield Violation(
            f"{FIELD}.issued", _say("BEFORE_DECISION", issued=facts.issued, decided=facts.decided), "INVALID"
        )
    if facts.edition == 1 and facts.valid_from < facts.decided:
        yield Violation(
            f"{FIELD}.valid_from", _say("BEFORE_DECISION", issued=facts.valid_from, decided=facts.decided), "INVALID"
        )
    if facts.valid_until is not None and facts.valid_until < facts.valid_from:
        yield Violation(f"{FIELD}.valid_until", _say("ENDS_FIRST", first=facts.valid_from), "INVALID")


def _missing_translations(facts: CertificateFacts) -> Iterator[Violation]:
    wanted = [
        ("title", facts.title), ("holder.name", facts.holder.name), ("scope", facts.scope),
        ("grade", facts.grade), ("issuer.name", facts.issuer.name), ("basis.title", facts.basis.title),
        *((f"sites.{place}.name", site.name) for place, site in enumerate(facts.sites)),
        *((f"conditions.{place}", condition) for place, condition in enumerate(facts.conditions)),
        *((f"authorisations.{place}.name", entry.name) for place, entry in enumerate(facts.authorisations)),
    ]  # fmt: skip
    for place, text in wanted:
        for language in LANGUAGES:
            if language in facts.languages and not getattr(text, language).strip():
                field = f"{FIELD}.{place}.{language}"
                yield Violation(field, _say("TRANSLATION_MISSING", language=language), "REQUIRED")
