"""Has a client certificate been revoked? Read from a file of revocation lists (RFC 5280), anew when it is replaced."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from cryptography import x509

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, words_of
from service.base import logs
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_say = speaker(__name__)

_FIELD = "TOUCHSTONE_TLS_CLIENT_CRL"
_LIST = re.compile(rb"-----BEGIN X509 CRL-----.*?-----END X509 CRL-----", re.DOTALL)


class Revocations:
    """The lists of the authorities whose client certificates are trusted; one of each must be there, and in date."""

    def __init__(self, path: Path, authorities: Path) -> None:
        """Read the lists, PEM, each signed by one of the authorities.

        Raises:
            InputError: a file cannot be read, holds no list, or one that none of the authorities has signed.
        """
        self._path, self._authorities = path, authorities
        self._seen, self._lists = self._marks(), self._read()

    def check(self, pem: bytes) -> None:
        """Refuse a certificate that its authority has revoked, or of which that cannot be known now.

        Raises:
            Refusal: it is revoked, is no certificate, or its authority has no list here that is in date.
        """
        self._renew()
        try:
            certificate = _certificate(pem)
        except ValueError:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("CERTIFICATE_UNREADABLE")) from None
        issuer = certificate.issuer.rfc4514_string()
        found = self._lists.get(issuer)
        if found is None:
            raise Refusal(Reason.IDENTITY_UNAVAILABLE, _say("NO_REVOCATIONS", issuer=issuer[:200]))
        if found.get_revoked_certificate_by_serial_number(certificate.serial_number) is not None:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("CERTIFICATE_REVOKED"))
        until = found.next_update_utc
        if until is not None and until <= datetime.now(UTC):
            raise Refusal(Reason.IDENTITY_UNAVAILABLE, _say("REVOCATIONS_EXPIRED", issuer=issuer[:200]))

    def _renew(self) -> None:
        """Read the file again if it is another; one that cannot be used leaves what was read before."""
        try:
            marks = self._marks()
            if marks == self._seen:
                return
            self._seen = marks
            self._lists = self._read()
        except InputError as error:
            logs.error("revocations_not_renewed", error=type(error).__name__)
        else:
            logs.info("revocations_renewed")

    def _marks(self) -> tuple[int, int]:
        try:
            stat = self._path.stat()
        except OSError as error:
            raise _unusable(self._path, words_of(error)) from None
        return stat.st_mtime_ns, stat.st_ino

    def _read(self) -> Mapping[str, x509.CertificateRevocationList]:
        try:
            lists = [x509.load_pem_x509_crl(found) for found in _LIST.findall(self._path.read_bytes())]
            authorities = x509.load_pem_x509_certificates(self._authorities.read_bytes())
        except (OSError, ValueError) as error:
            raise _unusable(self._path, words_of(error)) from None
        if not lists:
            raise _unusable(self._path, _say("NO_LIST"))
        for one in lists:
            if not any(_signed(one, authority) for authority in authorities if authority.subject == one.issuer):
                raise _unusable(self._path, _say("LIST_UNSIGNED", issuer=one.issuer.rfc4514_string()[:200]))
        return {one.issuer.rfc4514_string(): one for one in lists}


def _signed(one: x509.CertificateRevocationList, authority: x509.Certificate) -> bool:
    return one.is_signature_valid(authority.public_key())  # type: ignore[arg-type]  # of whatever kind it is


@lru_cache(maxsize=256)
def _certificate(pem: bytes) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem)


def _unusable(path: Path, problem: str) -> InputError:
    return InputError((Violation(_FIELD, _say("REVOCATIONS_UNUSABLE", path=path, problem=problem), "MALFORMED"),))
