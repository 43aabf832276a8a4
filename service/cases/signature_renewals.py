"""Renewal of PDF signatures: a higher level where it was not reached, and archive time stamps before they expire."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import orjson

from rules.contracts import TrailError, error_message, in_language, message_factory
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_organization
from service.cases.certificate_files import stored_signature
from service.cases.credentials.signature_settings import SignatureLevel
from service.cases.step_context import Content, parse_day
from service.store.cases import FILES, SIGNATURES
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    from service.cases.certificate_files import CertificateFiles
    from service.cases.credentials.pdf_signatures import PaperSignature, PaperSigner
    from service.store.cases import CaseReader
    from service.store.store import Store

_message = message_factory(__name__)

SIGNATURE_LEVELS = {
    SignatureLevel.BASIC.value: case_service_pb2.CertificateFile.SIGNATURE_LEVEL_B_B,
    SignatureLevel.TIME.value: case_service_pb2.CertificateFile.SIGNATURE_LEVEL_B_T,
    SignatureLevel.ARCHIVE.value: case_service_pb2.CertificateFile.SIGNATURE_LEVEL_B_LTA,
}
USUAL_DAYS_AHEAD = 90
_MOST_RENEWED = 20
_ROWS_PER_QUERY = 500


def due_signatures(reading: CaseReader, organization: str, before: str) -> Iterator[Content]:
    """Yield the signatures below B-LTA, and those to renew before a day, by id."""
    after = ""
    while True:
        rows = reading.documents(organization, SIGNATURES, after=after, limit=_ROWS_PER_QUERY)
        for row in rows:
            known = orjson.loads(row.document)
            if known["level"] != SignatureLevel.ARCHIVE or known["renew_by"] < before:
                yield {**known, "id": row.id}
        if len(rows) < _ROWS_PER_QUERY:
            return
        after = rows[-1].id


def by_urgency(due: Iterable[Content], today: str) -> list[Content]:
    """Return archive time stamps first, by their end; then the other signatures, in an order that changes each day.

    A signature that cannot reach a higher level therefore does not keep the others from their turn.
    """

    def key(known: Content) -> tuple[str, str]:
        turn = hashlib.sha256(f"{today} {known['id']}".encode()).hexdigest()
        return (known["renew_by"] if known["level"] == SignatureLevel.ARCHIVE else "~", turn)

    return sorted(due, key=key)


@dataclass(frozen=True, slots=True)
class SignatureRenewals:
    """Renewal of signed papers of certification bodies."""

    store: Store
    files: CertificateFiles

    def renew(
        self, request: case_service_pb2.RenewCertificateSignaturesRequest, language: str
    ) -> case_service_pb2.RenewCertificateSignaturesResponse:
        organization = parse_organization(request.parent, field="parent")
        before = (instants.today("Etc/UTC") + timedelta(days=USUAL_DAYS_AHEAD)).isoformat()
        if request.before_date:
            before = parse_day(request.before_date, "before_date").isoformat()
        signer = self.files.signer(organization)
        if signer is None:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_PDF_SIGNATURE"))
        with self.store.cases.read_transaction() as reading:
            due = by_urgency(due_signatures(reading, organization, before), instants.now()[:10])
        chosen = due if request.validate_only else due[:_MOST_RENEWED]
        response = case_service_pb2.RenewCertificateSignaturesResponse(due_count=len(due))
        for known in chosen[:_ROWS_PER_QUERY]:
            problem = "" if request.validate_only else self._renew(organization, known, signer, language)
            response.signatures.append(self._message_of(organization, known, problem, language))
        return response

    def _renew(self, organization: str, known: Content, signer: PaperSigner, language: str) -> str:
        """Renew a signature; return why it failed, or an empty text."""
        with self.store.cases.read_transaction() as reading:
            made = reading.document(organization, FILES, known["id"])
            stored = stored_signature(reading, organization, known)
        if made is None or stored is None:
            return ""
        document = orjson.loads(made.document)
        try:
            signature = _renewed(signer, known, base64.b64decode(document["paper"]), stored)
        except TrailError as error:
            return in_language(error_message(error), language)
        with self.store.cases.write_transaction() as writing:
            newest = stored_signature(writing, organization, known)
            if newest == stored:  # another call may have renewed it
                self.files.keep_signature(writing, organization, document, signature)
        self.store.integrate_committed()
        return ""

    def _message_of(
        self, organization: str, known: Content, problem: str, language: str
    ) -> case_service_pb2.CertificateSignature:
        with self.store.cases.read_transaction() as reading:
            row = reading.document(organization, SIGNATURES, known["id"])
        newest = known if row is None else orjson.loads(row.document)
        return case_service_pb2.CertificateSignature(
            number=newest["number"], edition=newest["edition"], level=SIGNATURE_LEVELS[newest["level"]],
            problem=problem or newest["problem"].get(language, ""), renew_date=newest["renew_by"],
        )  # fmt: skip


def _renewed(signer: PaperSigner, known: Content, paper: bytes, stored: Content) -> PaperSignature:
    if known["level"] == SignatureLevel.ARCHIVE:
        return signer.renew(base64.b64decode(stored["signed_paper"]))
    return signer.sign(paper)
