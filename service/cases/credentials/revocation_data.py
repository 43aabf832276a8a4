"""Revocation data of certificates: CRLs and OCSP responses, which long-term signatures contain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID

from rules.contracts import TrailError, message_factory
from service.base.bounded_http_client import BoundedHttpClient

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_message = message_factory(__name__)

_TIMEOUT_SECONDS, _MAX_BYTES, _OK = 15.0, 4_000_000, 200


@dataclass(frozen=True, slots=True)
class RevocationData:
    """CRLs and OCSP responses in DER."""

    crls: list[bytes] = field(default_factory=list)
    responses: list[bytes] = field(default_factory=list)


def fetch_revocation_data(chains: Iterable[Sequence[Certificate]]) -> RevocationData:
    """Fetch the revocation data of the certificates in chains, each from leaf to root.

    Only addresses named in certificates of these chains are called, and the caller trusts their roots.

    Raises:
        TrailError: If a certificate names no address, or no address responds.
    """
    data, seen = RevocationData(), set[tuple[int, bytes]]()
    for chain in chains:
        for certificate, issuer in pairwise(chain):
            key = (certificate.serial_number, certificate.issuer.public_bytes())
            if key not in seen:
                seen.add(key)
                _fetch(certificate, issuer, data)
    return data


def _fetch(certificate: Certificate, issuer: Certificate, data: RevocationData) -> None:
    problem = ""
    for url in _responder_urls(certificate):
        try:
            data.responses.append(_ocsp_response(certificate, issuer, url))
        except (OSError, HTTPException, ValueError) as error:
            problem = _failure(url, error)
        else:
            return
    for url in _list_urls(certificate):
        try:
            data.crls.append(_crl(url))
        except (OSError, HTTPException, ValueError) as error:
            problem = _failure(url, error)
        else:
            return
    name = certificate.subject.rfc4514_string()[:200]
    raise TrailError(_message("NO_REVOCATION_DATA", name=name, problem=problem or "–"))


def _failure(url: str, error: Exception) -> str:
    return f"{url[:200]} ({str(error)[:100] or type(error).__name__})"


def _call(url: str, body: bytes | None, media_type: str) -> bytes:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("URL")
    client = BoundedHttpClient(url, seconds=_TIMEOUT_SECONDS, most=_MAX_BYTES)
    try:
        headers = {"content-type": media_type} if body is not None else {}
        status, content = client.get({}) if body is None else client.post(body, headers)
    finally:
        client.close()
    if status != _OK or len(content) >= _MAX_BYTES:
        raise ValueError(f"HTTP {status}")
    return content


def _crl(url: str) -> bytes:
    content = _call(url, None, "")
    is_text = content.lstrip().startswith(b"-----BEGIN")
    parsed = x509.load_pem_x509_crl(content) if is_text else x509.load_der_x509_crl(content)
    return parsed.public_bytes(Encoding.DER)


def _ocsp_response(certificate: Certificate, issuer: Certificate, url: str) -> bytes:
    request = ocsp.OCSPRequestBuilder().add_certificate(certificate, issuer, SHA256()).build()
    content = _call(url, request.public_bytes(Encoding.DER), "application/ocsp-request")
    if ocsp.load_der_ocsp_response(content).response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
        raise ValueError("OCSP")
    return content


def _responder_urls(certificate: Certificate) -> Iterator[str]:
    try:
        access = certificate.extensions.get_extension_for_class(x509.AuthorityInformationAccess).value
    except x509.ExtensionNotFound:
        return
    for description in access:
        is_responder = description.access_method == AuthorityInformationAccessOID.OCSP
        if is_responder and isinstance(description.access_location, x509.UniformResourceIdentifier):
            yield description.access_location.value


def _list_urls(certificate: Certificate) -> Iterator[str]:
    try:
        points = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value
    except x509.ExtensionNotFound:
        return
    for point in points:
        for name in point.full_name or ():
            if isinstance(name, x509.UniformResourceIdentifier):
                yield name.value
