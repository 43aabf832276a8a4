"""Certificate files: facts, PDF, credential, decision, proof bundle and status lists.

All files of an edition are created together on first request and never change.
"""

from __future__ import annotations

import base64
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import quote

import orjson
from pydantic import Field, ValidationError

from rules.contracts import LANGUAGES, InputError, error_message, in_language, message_factory, wording_loader
from service.base import instants
from service.base.refusals import Reason, Refusal, invalid_model
from service.cases import signed_decisions
from service.cases.credentials.conformity import LinkedFile, StatusListPlaces, conformity_credential
from service.cases.credentials.decisions import check_against_decision
from service.cases.credentials.facts import (
    AssessmentLevel,
    Attestation,
    Authorisation,
    Basis,
    CertificateFacts,
    Issuer,
    Party,
    PublicAddress,
    Site,
    StrictModel,
    TranslatedText,
    check_facts,
)
from service.cases.credentials.jose import MEDIA_TYPE, did_document, public_jwk, read_issuing_key, sign_credential
from service.cases.credentials.paper import PdfAttachment, certificate_paper
from service.cases.credentials.signature_settings import PdfSignatureSettings
from service.cases.credentials.status_lists import StatusPurpose, draw_place, status_list
from service.cases.evaluation_basis import result_of
from service.input.given_files import FileRefusedError, read_text_file
from service.store.cases import CLIENTS, FILES, PLACES, SIGNATURES, SIGNED_PAPER, SIGNED_PAPERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.model import Scorecard
    from service.cases.credentials.decisions import SignedDecision
    from service.cases.credentials.pdf_signatures import PaperSignature, PaperSigner
    from service.cases.step_context import Content, StepContext
    from service.store.cases import CaseReader, CaseWriter
    from service.store.tables import CaseDocumentRow, CaseItemRow

_message = message_factory(__name__)
_words = wording_loader("rules.trail.words")

BODY, KEY = "body.toml", "issuing.pem"
_MAX_SETTINGS_BYTES = 1_000_000
_ATTESTATIONS = {
    "certification": Attestation.CERTIFICATION,
    "verification": Attestation.VERIFICATION,
    "rating": Attestation.INSPECTION,
}
_FILES = {
    "paper": ("certificate.pdf", "application/pdf"),
    "extract": ("certificate-public.pdf", "application/pdf"),
    "credential": ("credential.jwt", MEDIA_TYPE),
    "decision": ("decision.json", "application/json"),
    "bundle": ("bundle.json", "application/json"),
    "facts": ("facts.json", "application/json"),
}
_SIGNED_FILE = ("certificate-signed.pdf", "application/pdf")
FILE_KINDS = (*_FILES, SIGNED_PAPER)


class BodySettings(StrictModel):
    """Content of `body.toml`: issuer, authorisations and certificate address."""

    address: PublicAddress
    issuer: Issuer
    level: AssessmentLevel = AssessmentLevel.UNSPECIFIED
    authorisations: tuple[Authorisation, ...] = ()
    owners: dict[str, Party] = {}
    governing: Annotated[Literal["en", "zh"], Field()] = "zh"
    pdf_signature: PdfSignatureSettings | None = None


@dataclass(frozen=True, slots=True)
class CertificationBody:
    """Organization that issues certificates, and its folder."""

    settings: BodySettings
    folder: Path

    @property
    def did(self) -> str:
        return self.settings.issuer.did

    def list_address(self, purpose: StatusPurpose) -> str:
        return f"{self.settings.address.rstrip('/')}/status/{purpose.value}"

    def document(self) -> bytes:
        return did_document(self.did, [public_jwk(read_issuing_key(self.folder / KEY))])

    def signed(self, credential: Mapping[str, Any]) -> str:
        return sign_credential(credential, self.did, read_issuing_key(self.folder / KEY))


def certifies(certifying: Path | None, organization: str) -> bool:
    """Return whether an organization is configured to issue certificates."""
    return certifying is not None and (certifying / organization / BODY).is_file()


def read_body(certifying: Path | None, organization: str) -> CertificationBody | None:
    """Read the certification body of an organization; None if not configured."""
    if certifying is None or not certifies(certifying, organization):
        return None
    path = certifying / organization / BODY
    try:
        content = tomllib.loads(read_text_file(path, most=_MAX_SETTINGS_BYTES, allowed="TOML").decode())
        settings = BodySettings.model_validate_json(orjson.dumps(content))
    except (OSError, FileRefusedError, tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        raise InputError.of(BODY, _message("BODY_FORM", problem=error_message(error)), "MALFORMED") from None
    except ValidationError as error:
        raise invalid_model(error, BODY, _message, "BODY_FORM") from None
    return CertificationBody(settings, path.parent)


# --- certificate facts ------------------------------------------------------------------------------------------------


def certificate_decision(
    reading: CaseReader, step_context: StepContext, item: str, content: Content
) -> SignedDecision | None:
    """Return the signed decision for a certificate's current edition, or None."""
    renewal, digest = content.get("recertification", ""), ""
    for step in step_context.steps:
        if (step.item, step.step) in {(renewal, "renew" if renewal else "grant"), (item, "reduce")}:
            digest = orjson.loads(step.content).get("decision_digest", "")
    return signed_decisions.stored_decision(reading, step_context.row.organization, digest)


def _certificate_facts(
    step_context: StepContext, body: CertificationBody, content: Content, *, issued: str, decision: SignedDecision
) -> CertificateFacts:
    settings, profile, statement = body.settings, step_context.profile, decision.decision_statement
    head = step_context.written_steps.head
    version = step_context.gazette.made_by(head.scorecard_version, head.rule_digest)
    scorecard, card = version.scorecard, version.scorecard.card
    client = _client_at_issue(step_context, content)
    languages = tuple(content.get("languages", ())) or profile.languages
    if not content.get("registered_id"):
        raise InputError.of("case_client.registered_id", _message("NO_REGISTERED_ID"), "REQUIRED")
    zone = partial(instants.day_of, time_zone=profile.time_zone)
    owner = settings.owners.get(card.id) or Party(**settings.issuer.model_dump(exclude={"did"}))
    facts = {
        "number": content["number"],
        "edition": content.get("edition", 1),
        "profile": signed_decisions.profile_name(step_context),
        "title": TranslatedText(en=profile.titles["en"], zh=profile.titles["zh"]),
        "attestation": _ATTESTATIONS[profile.attestation],
        "level": settings.level,
        "topic": profile.topic,
        "address": f"{settings.address.rstrip('/')}/{quote(content['number'], safe='')}",
        "holder": _holder(step_context, content, client),
        "sites": _sites(step_context, content, client),
        "scope": signed_decisions.to_translated_text(content.get("scope", ""), content.get("scope_zh", "")),
        "basis": Basis(
            version=version.name,
            version_address=f"{settings.address.rstrip('/')}/{version.name}",
            title=_translated(card.titles.get("en", card.id), card.titles.get("zh", "")),
            owner=owner,
            published=date.fromisoformat(version.publish_time[:10]),
            content_digest=version.content_digest,
            rule_digest=head.rule_digest,
            evaluation=step_context.evaluation.name,
            record_digest=step_context.evaluation.record_digest,
        ),
        "grade_code": result_of(step_context),
        "grade": grade_label(scorecard, result_of(step_context)),
        "decided": zone(statement.decision.time),
        "issued": zone(issued),
        "valid_from": date.fromisoformat(content["first_date"]),
        "valid_until": date.fromisoformat(content["last_date"]) if content.get("last_date") else None,
        "zone": profile.time_zone,
        "conditions": signed_decisions.conditions_of(content),
        "issuer": settings.issuer,
        "authorisations": settings.authorisations,
        "decision_digest": hashlib.sha256(decision.written()).hexdigest(),
        "languages": languages,
        "governing": settings.governing if settings.governing in languages else languages[0],
    }  # fmt: skip
    made = _certificate_model(facts)
    check_facts(made)
    check_against_decision(made, decision)
    return made


def _holder(step_context: StepContext, content: Content, client: Content) -> Party:
    return Party(
        id=f"urn:touchstone:{step_context.row.client}",
        registered_id=content["registered_id"],
        register_name=client.get("region_code", ""),
        name=_translated(content["holder"], client.get("display_name_zh", "")),
        address=_translated(client.get("address", ""), client.get("address_zh", "")),
    )


def _sites(step_context: StepContext, content: Content, client: Content) -> tuple[Site, ...]:
    known = {site: {"address": site} for site in content.get("sites", ())}
    known |= {site["site"]: site for site in client.get("sites", ())}
    names = signed_decisions.site_names(step_context.row.client, content.get("sites", ()))
    return tuple(
        Site(id=name, name=_translated(known[site]["address"], known[site].get("address_zh", "")))
        for site, name in zip(content.get("sites", ()), names, strict=True)
    )


def _certificate_model(facts: Mapping[str, Any]) -> CertificateFacts:
    try:
        return CertificateFacts(**facts)
    except ValidationError as error:
        raise invalid_model(error, "certificate", _message, "FACT_WRONG") from None


def _client_at_issue(step_context: StepContext, content: Content) -> Content:
    revision = content.get("client_revision")
    row = step_context.case_reader.document(step_context.row.organization, CLIENTS, step_context.client_id, revision)
    known: Content = step_context.client if row is None else orjson.loads(row.document)
    return known


def _translated(text: str, text_zh: str) -> TranslatedText:
    return TranslatedText(en=text or text_zh, zh=text_zh or text)


def grade_label(scorecard: Scorecard, code: str) -> TranslatedText:
    """Return the label of a grade or verdict."""
    for grade in () if scorecard.ladder is None else scorecard.ladder.grades:
        if grade.id == code:
            return _translated(grade.labels.get("en", code), grade.labels.get("zh", ""))
    return TranslatedText(**{language: str(_words(language).get(f"verdict_{code}", code)) for language in ("en", "zh")})


# --- certificate files ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CertificateFiles:
    """Creator and store of certificate files; `bundle` returns an evaluation's proof bundle."""

    certifying: Path | None
    fonts: Path | None
    bundle: Callable[[str], bytes]
    row: Callable[[str, str, str, int, Content], CaseDocumentRow]
    time_stamp_url: str = ""

    def body(self, organization: str) -> CertificationBody:
        body = read_body(self.certifying, organization)
        if body is None:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NOBODY_CERTIFIES", name=f"organizations/{organization}"))
        return body

    def facts(
        self, reading: CaseReader, step_context: StepContext, item: CaseItemRow
    ) -> tuple[CertificateFacts, SignedDecision]:
        body, name = self.body(step_context.row.organization), f"{item.kind}/{item.number}"
        content = orjson.loads(item.content)
        decision = certificate_decision(reading, step_context, name, content)
        if decision is None:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("DECISION_NOT_SIGNED", item=name))
        renewal = content.get("recertification", "")
        issuing = {(renewal, "issue_renewal" if renewal else "issue"), (name, "reduce")}
        made = [step for step in step_context.steps if (step.item, step.step) in issuing]
        issued = made[-1].time if made else instants.now()
        step_context = replace(step_context, submitted_content={"evaluation": content["evaluation"]})
        return _certificate_facts(step_context, body, content, issued=issued, decision=decision), decision

    def stored_files(self, reading: CaseReader, organization: str, number: str, edition: int) -> Content | None:
        row = reading.document(organization, FILES, f"{number}@{edition}")
        return None if row is None else orjson.loads(row.document)

    def make(self, facts: CertificateFacts, decision: SignedDecision, organization: str, place: int) -> dict[str, Any]:
        """Make the files of a certificate.

        Raises:
            InputError: If no font has a character, or the typesetter is not installed.
        """
        body = self.body(organization)
        bundle, signed = self.bundle(facts.basis.evaluation), decision.written()
        paper = certificate_paper(
            facts,
            [
                PdfAttachment("bundle.json", "application/json", "data", "The proof of the result", bundle),
                PdfAttachment("decision.json", "application/json", "source", "The signed decision", signed),
            ],
            fonts=self.fonts,
        )
        contents = {"paper": paper, "bundle": bundle, "decision": signed}
        linked = {
            name: LinkedFile(f"{facts.address}/{_FILES[name][0]}", _FILES[name][0], _FILES[name][1], content)
            for name, content in contents.items()
        }
        places = StatusListPlaces(
            (body.list_address(StatusPurpose.SUSPENSION), place), (body.list_address(StatusPurpose.REVOCATION), place)
        )
        token = body.signed(conformity_credential(facts, **linked, places=places))
        contents |= {"credential": token.encode(), "facts": facts.written(), "extract": self._extract(facts)}
        return {
            "number": facts.number,
            "edition": facts.edition,
            "place": place,
            **{name: base64.b64encode(content).decode() for name, content in contents.items()},
        }

    def signer(self, organization: str) -> PaperSigner | None:
        """Return the signer of papers; None if the certification body signs none.

        Raises:
            InputError: If its key or certificates cannot be used.
        """
        body = self.body(organization)
        settings = body.settings.pdf_signature
        if settings is None:
            return None
        from service.cases.credentials.pdf_signatures import PaperSigner  # noqa: PLC0415 -- slow to load
        from service.cases.credentials.signing_identity import read_signing_identity  # noqa: PLC0415 -- slow to load

        identity = read_signing_identity(body.folder, settings)
        url = settings.authority_url or self.time_stamp_url
        return PaperSigner(identity, body.settings.issuer.name.in_language("en"), url)

    def _extract(self, facts: CertificateFacts) -> bytes:
        """Render the certificate without proof and decision, which are not public."""
        return certificate_paper(facts, (), fonts=self.fonts)

    def keep(self, writing: CaseWriter, organization: str, made: Content, signature: PaperSignature | None) -> Content:
        id = f"{made['number']}@{made['edition']}"
        stored = writing.document(organization, FILES, id)
        if stored is not None:
            return dict(orjson.loads(stored.document))
        writing.save(self.row(organization, FILES, id, 0, made))
        if signature is not None:
            self.keep_signature(writing, organization, made, signature)
        return made

    def keep_signature(self, writing: CaseWriter, organization: str, made: Content, signature: PaperSignature) -> None:
        """Store the next revision of a signed paper; earlier revisions remain."""
        id, problem = f"{made['number']}@{made['edition']}", signature.problem
        stored = writing.document(organization, SIGNATURES, id)
        revision = 0 if stored is None else stored.revision
        known = {
            "number": made["number"], "edition": made["edition"], "level": signature.level.value,
            "problem": {} if problem is None else {each: in_language(problem, each) for each in LANGUAGES},
            "renew_by": signature.renew_by,
        }  # fmt: skip
        content = {"content": base64.b64encode(signature.content).decode()}
        writing.save(self.row(organization, SIGNATURES, id, revision, known))
        writing.save(self.row(organization, SIGNED_PAPERS, id, revision, content))
        _set_renewal_due(writing, organization, made["number"])


def _set_renewal_due(writing: CaseWriter, organization: str, number: str) -> None:
    """Store the last day of the first archive time stamp to end, of all editions of a certificate, as a due item."""
    numbered = writing.numbered(organization, number)
    if numbered is None:
        return
    case, item = numbered
    editions = range(1, orjson.loads(item.content).get("edition", 1) + 1)
    rows = (writing.document(organization, SIGNATURES, f"{number}@{edition}") for edition in editions)
    days = [orjson.loads(row.document)["renew_by"] for row in rows if row is not None]
    day = min(filter(None, days), default="")
    writing.set_signature_due(organization, case.name, f"{item.kind}/{item.number}", day)


def draw_unused_place(reading: CaseReader, organization: str) -> int:
    """Return a random status list index that no certificate of the organization has used."""
    return draw_place(_UsedIndexes(reading, organization))


@dataclass(frozen=True, slots=True)
class _UsedIndexes:
    case_reader: CaseReader
    organization: str

    def __contains__(self, place: object) -> bool:
        return bool(self.case_reader.id_by_label(self.organization, PLACES, str(place)))


def stored_signature(reading: CaseReader, organization: str, made: Content) -> Content | None:
    """Return level, problem, date and base64 content of the newest signed paper of an edition; None if unsigned."""
    id = f"{made['number']}@{made['edition']}"
    known, signed = (reading.document(organization, kind, id) for kind in (SIGNATURES, SIGNED_PAPERS))
    if known is None or signed is None:
        return None
    return {**orjson.loads(known.document), SIGNED_PAPER: orjson.loads(signed.document)["content"]}


def certificate_file(made: Content, kind: str) -> tuple[str, str, bytes]:
    """Return name, media type and content of a certificate file."""
    name, media_type = _SIGNED_FILE if kind == SIGNED_PAPER else _FILES[kind]
    number = "".join(character if character.isalnum() or character in "._-" else "-" for character in made["number"])
    return f"{number}-{name}", media_type, base64.b64decode(made[kind])


def signed_status_list(reading: CaseReader, organization: str, body: CertificationBody, purpose: StatusPurpose) -> str:
    """Return the current signed status list of a purpose."""
    instant = datetime.fromisoformat(instants.now()).astimezone(UTC)
    return body.signed(
        status_list(
            address=body.list_address(purpose),
            did=body.did,
            purpose=purpose,
            places=_status_indexes(reading, organization, purpose),
            instant=instant,
        )
    )


def _status_indexes(reading: CaseReader, organization: str, purpose: StatusPurpose) -> Iterator[int]:
    """Yield suspended or revoked indexes; superseded editions are revoked."""
    ended = ("suspended",) if purpose is StatusPurpose.SUSPENSION else ("withdrawn", "cancelled", "superseded")
    for number, state, editions in reading.changed_certificates(organization):
        for edition in range(1, editions + 1):
            over = purpose is StatusPurpose.REVOCATION and edition < editions
            row = reading.document(organization, FILES, f"{number}@{edition}") if over or state in ended else None
            if row is not None:
                yield int(orjson.loads(row.document)["place"])
