"""PAdES signatures of certificates: the highest level that key, time stamps and revocation data allow.

A signature is appended, so the unsigned file remains the beginning of the signed file.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from rules.contracts import TrailError, error_message, message_factory
from service.base.bounded_http_client import BoundedHttpClient
from service.cases.credentials.revocation_data import RevocationData, fetch_revocation_data
from service.cases.credentials.signature_settings import SignatureLevel
from service.cases.credentials.signing_identity import SigningIdentity, chain_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cryptography.x509 import Certificate
    from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner
    from pyhanko.sign.timestamps.api import TimeStamper
    from pyhanko_certvalidator import ValidationContext

_message = message_factory(__name__)

SIGNATURE_FIELD = "CertificateSignature"
_TIMEOUT_SECONDS, _MAX_STAMP_BYTES, _OK = 20.0, 64 * 1024, 200
_HEADERS = {"content-type": "application/timestamp-query", "accept": "application/timestamp-reply"}


@dataclass(frozen=True, slots=True)
class PaperSignature:
    """Signed paper, its level, why the level is not higher, and the last day before which it must be renewed."""

    content: bytes
    level: SignatureLevel
    problem: str | None
    renew_by: str


@dataclass(frozen=True, slots=True)
class PaperSigner:
    """Signer of papers of one certification body; without an authority, signatures have no time stamp."""

    identity: SigningIdentity
    name: str
    authority_url: str = ""

    def sign(self, paper: bytes) -> PaperSignature:
        """Sign a paper at the highest level that is possible now.

        Raises:
            TrailError: If the key cannot sign.
        """
        with _pyhanko():
            problem: str | None
            stamper, stamp_chain, problem = self._authority()
            if stamper is None:
                return PaperSignature(self._signed(paper, {}, None), SignatureLevel.BASIC, problem, "")
            try:
                context = self._context(stamp_chain)
                content = self._signed(paper, _archive_options(context), stamper)
            except TrailError as error:
                problem = error_message(error)
                return PaperSignature(self._signed(paper, {}, stamper), SignatureLevel.TIME, problem, "")
            return PaperSignature(content, SignatureLevel.ARCHIVE, None, _last_day(stamp_chain))

    def renew(self, signed: bytes) -> PaperSignature:
        """Append an archive time stamp to a signed paper of the level B-LTA.

        Raises:
            TrailError: If the authority or revocation data is not available.
        """
        with _pyhanko():
            from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 -- optional
            from pyhanko.sign.signers import PdfTimeStamper  # noqa: PLC0415 -- optional

            stamper, stamp_chain, problem = self._authority()
            if stamper is None:
                raise TrailError(problem or "")
            reader, output = PdfFileReader(io.BytesIO(signed)), io.BytesIO()
            earlier = [self._stamp_chain(each.signed_data) for each in reader.embedded_timestamp_signatures[-1:]]
            context = self._context(stamp_chain, *earlier)
            with _signing_errors():
                PdfTimeStamper(stamper).update_archival_timestamp_chain(reader, context, in_place=False, output=output)
            return PaperSignature(output.getvalue(), SignatureLevel.ARCHIVE, None, _last_day(stamp_chain))

    def _authority(self) -> tuple[TimeStamper | None, Sequence[Certificate], str | None]:
        """Return the time stamp client and the certificate chain of the authority, or why there is none."""
        if not self.authority_url:
            return None, (), _message("NO_AUTHORITY_SET")
        stamper = _time_stamper(self.authority_url)
        try:
            with _signing_errors():
                token = asyncio.run(stamper.async_dummy_response("sha256"))
                chain = self._stamp_chain(token["content"])
        except TrailError as error:
            return None, (), error_message(error)
        return stamper, chain, None

    def _stamp_chain(self, signed_data: Any) -> list[Certificate]:
        """Return the certificate chain of a time stamp."""
        sent = [
            x509.load_der_x509_certificate(choice.chosen.dump())
            for choice in signed_data["certificates"]
            if choice.name == "certificate"
        ]
        signer = signed_data["signer_infos"][0]["sid"]
        serial = signer.chosen["serial_number"].native if signer.name == "issuer_and_serial_number" else None
        leaf = [each for each in sent if each.serial_number == serial] or sent[:1]
        return chain_of(leaf, [*sent, *self.identity.authority_roots])

    def _context(self, *stamp_chains: Sequence[Certificate]) -> ValidationContext:
        """Return a validation context with current revocation data.

        Raises:
            TrailError: If a chain does not end in a trusted root, or revocation data is not available.
        """
        roots = [self.identity.chain[-1], *self.identity.authority_roots]
        if self.identity.chain[-1].issuer != self.identity.chain[-1].subject:
            raise TrailError(_message("CHAIN_WITHOUT_ROOT"))
        if not self.identity.authority_roots:
            raise TrailError(_message("NO_AUTHORITY_ROOTS"))
        if not all(chain and chain[-1] in self.identity.authority_roots for chain in stamp_chains):
            raise TrailError(_message("AUTHORITY_NOT_TRUSTED"))
        chains = [self.identity.chain, *stamp_chains]
        return validation_context(roots, [each for chain in chains for each in chain], fetch_revocation_data(chains))

    def _signed(self, paper: bytes, options: dict[str, Any], stamper: TimeStamper | None) -> bytes:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 -- optional
        from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter  # noqa: PLC0415 -- optional
        from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner  # noqa: PLC0415 -- optional

        metadata: PdfSignatureMetadata = PdfSignatureMetadata(
            field_name=SIGNATURE_FIELD, md_algorithm="sha256", name=self.name, subfilter=SigSeedSubFilter.PADES,
            certify=True, docmdp_permissions=MDPPerm.NO_CHANGES, signer_key_usage=_key_usage(self.identity.chain[0]),
            **options,
        )  # fmt: skip
        with _signing_errors():
            signer = PdfSigner(metadata, self._simple_signer(), timestamper=stamper)
            output = signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(paper)))
        return bytes(output.getbuffer())

    def _simple_signer(self) -> SimpleSigner:
        from asn1crypto import keys  # noqa: PLC0415 -- optional
        from pyhanko.sign.signers import SimpleSigner  # noqa: PLC0415 -- optional
        from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415 -- optional

        leaf, *others = _asn1(self.identity.chain)
        store = SimpleCertificateStore()
        store.register_multiple(others)
        return SimpleSigner(leaf, keys.PrivateKeyInfo.load(self.identity.key_der), store)


def validation_context(
    roots: Iterable[Certificate], others: Iterable[Certificate], data: RevocationData
) -> ValidationContext:
    """Return a context that trusts only these roots and requires revocation data."""
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415 -- optional

    return ValidationContext(
        trust_roots=_asn1(roots), other_certs=_asn1(others), crls=data.crls, ocsps=data.responses,
        revocation_mode="require", allow_fetching=False,
    )  # fmt: skip


@contextmanager
def _pyhanko() -> Iterator[None]:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 -- optional

    # pyHanko would rewrite the XMP metadata, and change the schemas that PDF/A requires in it.
    IncrementalPdfFileWriter._update_meta = _keep_metadata  # type: ignore[method-assign] # there is no option for it
    logging.getLogger("pyhanko").setLevel(logging.ERROR)
    yield


def _keep_metadata(_writer: object) -> None:
    """Leave the metadata of a file unchanged."""


@contextmanager
def _signing_errors() -> Iterator[None]:
    """Convert errors of pyHanko and of the authority to TrailError."""
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415 -- optional
    from pyhanko.sign.general import SigningError  # noqa: PLC0415 -- optional
    from pyhanko.sign.timestamps import TimestampRequestError  # noqa: PLC0415 -- optional
    from pyhanko_certvalidator.errors import PathError, ValidationError  # noqa: PLC0415 -- optional

    try:
        yield
    except (
        PdfError, SigningError, TimestampRequestError, PathError, ValidationError, OSError, HTTPException,
        ValueError, LookupError, TypeError, AttributeError,  # pyHanko raises these for malformed answers
    ) as error:  # fmt: skip
        causes = [str(each) or type(each).__name__ for each in (error, error.__cause__) if each is not None]
        raise TrailError(_message("SIGNING_FAILED", problem=" ".join(causes)[:400])) from None


def _time_stamper(url: str) -> TimeStamper:
    from asn1crypto import tsp  # noqa: PLC0415 -- optional
    from pyhanko.sign.timestamps import TimestampRequestError  # noqa: PLC0415 -- optional
    from pyhanko.sign.timestamps.api import TimeStamper  # noqa: PLC0415 -- optional

    class BoundedTimeStamper(TimeStamper):
        """Time stamp client with bounded time and response."""

        async def async_request_tsa_response(self, req: Any) -> Any:
            parts = urlsplit(url)
            if parts.scheme not in {"http", "https"} or not parts.hostname:
                raise TimestampRequestError("URL")
            client = BoundedHttpClient(url, seconds=_TIMEOUT_SECONDS, most=_MAX_STAMP_BYTES)
            try:
                status, answer = client.post(req.dump(), _HEADERS)
            finally:
                client.close()
            if status != _OK or len(answer) >= _MAX_STAMP_BYTES:
                raise TimestampRequestError(f"{url[:200]}: HTTP {status}")
            return tsp.TimeStampResp.load(answer)

    return BoundedTimeStamper()  # type: ignore[no-untyped-call] # of pyHanko


def _archive_options(context: ValidationContext) -> dict[str, Any]:
    return {"validation_context": context, "embed_validation_info": True, "use_pades_lta": True}


def _key_usage(leaf: Certificate) -> set[str]:
    try:
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return set()
    return {"non_repudiation"} if usage.content_commitment else {"digital_signature"}


def _last_day(stamp_chain: Sequence[Certificate]) -> str:
    return min(certificate.not_valid_after_utc for certificate in stamp_chain).date().isoformat()


def _asn1(certificates: Iterable[Certificate]) -> list[Any]:
    from asn1crypto import x509 as asn1_x509  # noqa: PLC0415 -- optional

    return [asn1_x509.Certificate.load(each.public_bytes(Encoding.DER)) for each in certificates]
