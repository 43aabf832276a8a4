"""Key and certificate chain of a certification body for PDF signatures, from PKCS #12 or PEM files."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    pkcs12,
)

from rules.contracts import InputError, error_message, message_factory
from service.cases.credentials.signature_settings import FIELD
from service.input.given_files import FileRefusedError, read_file

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
    from cryptography.x509 import Certificate

    from service.cases.credentials.signature_settings import PdfSignatureSettings

_message = message_factory(__name__)

_MAX_BYTES, _MAX_CHAIN = 1_000_000, 10
_GROUP_OTHER_BITS = 0o077


@dataclass(frozen=True, slots=True)
class SigningIdentity:
    """Key, its certificate chain from leaf to root, and the trusted roots of the time stamping authority."""

    key: PrivateKeyTypes
    chain: Sequence[Certificate]
    authority_roots: Sequence[Certificate] = ()

    @property
    def key_der(self) -> bytes:
        return self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def read_signing_identity(folder: Path, settings: PdfSignatureSettings) -> SigningIdentity:
    """Read and check the files; raise InputError if one is unreadable, open to others or does not match."""
    password = _password(folder, settings)
    content = _private_file(folder / settings.key)
    certificates: list[Certificate] = []
    if content.lstrip().startswith(b"-----BEGIN"):
        if settings.chain is None:
            raise InputError.of(f"{FIELD}.chain", _message("CHAIN_NEEDED"), "REQUIRED")
        key = _pem_key(content, password)
    else:
        key, certificates = _pkcs12(content, password)
    if settings.chain is not None:
        certificates += _certificates(folder / settings.chain, f"{FIELD}.chain")
    roots = settings.authority_roots
    identity = SigningIdentity(
        key, _ordered_chain(key, certificates),
        () if roots is None else _certificates(folder / roots, f"{FIELD}.authority_roots"),
    )  # fmt: skip
    leaf, now = identity.chain[0], datetime.now(UTC)
    if not leaf.not_valid_before_utc <= now <= leaf.not_valid_after_utc:
        last = leaf.not_valid_after_utc.date()
        raise InputError.of(
            f"{FIELD}.key", _message("SIGNER_EXPIRED", first=leaf.not_valid_before_utc.date(), last=last), "INVALID"
        )
    return identity


def _password(folder: Path, settings: PdfSignatureSettings) -> bytes | None:
    if settings.password_file is None:
        return None
    return _private_file(folder / settings.password_file).rstrip(b"\r\n")


def _private_file(path: Path) -> bytes:
    try:
        mode, content = path.stat().st_mode, read_file(path, most=_MAX_BYTES)
    except (OSError, FileRefusedError) as error:
        problem = _message("FILE_UNREADABLE", file=path.name, problem=error_message(error))
        raise InputError.of(f"{FIELD}.key", problem, "MALFORMED") from None
    if mode & _GROUP_OTHER_BITS:
        message = _message("FILE_OPEN", file=path.name, mode=f"{stat.S_IMODE(mode):04o}")
        raise InputError.of(f"{FIELD}.key", message, "UNSAFE")
    return content


def _pem_key(content: bytes, password: bytes | None) -> PrivateKeyTypes:
    try:
        return load_pem_private_key(content, password)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise InputError.of(f"{FIELD}.key", _message("KEY_OR_PASSWORD"), "MALFORMED") from None


def _pkcs12(content: bytes, password: bytes | None) -> tuple[PrivateKeyTypes, list[Certificate]]:
    try:
        key, leaf, others = pkcs12.load_key_and_certificates(content, password)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = leaf = None
        others = []
    if key is None or leaf is None:
        raise InputError.of(f"{FIELD}.key", _message("KEY_OR_PASSWORD"), "MALFORMED")
    return key, [leaf, *others]


def _certificates(path: Path, field: str) -> list[Certificate]:
    try:
        return x509.load_pem_x509_certificates(read_file(path, most=_MAX_BYTES))
    except (OSError, FileRefusedError, ValueError) as error:
        problem = _message("FILE_UNREADABLE", file=path.name, problem=error_message(error))
        raise InputError.of(field, problem, "MALFORMED") from None


def _ordered_chain(key: PrivateKeyTypes, certificates: Sequence[Certificate]) -> list[Certificate]:
    public = _public_bytes(key.public_key())
    leaf = [certificate for certificate in certificates if _public_bytes(certificate.public_key()) == public][:1]
    if not leaf:
        raise InputError.of(f"{FIELD}.chain", _message("NO_CERTIFICATE_OF_KEY"), "INVALID")
    return chain_of(leaf, certificates)


def chain_of(leaf: Sequence[Certificate], known: Sequence[Certificate]) -> list[Certificate]:
    """Return a certificate with its issuers, up to a root or the last known issuer; empty without a certificate."""
    chain = list(leaf)
    while chain and len(chain) < _MAX_CHAIN and chain[-1].issuer != chain[-1].subject:
        issuer = next((other for other in known if _is_issued_by(chain[-1], other)), None)
        if issuer is None:
            break
        chain.append(issuer)
    return chain


def _is_issued_by(certificate: Certificate, issuer: Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _public_bytes(key: object) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)  # type: ignore[attr-defined, no-any-return] # each kind of public key has it
