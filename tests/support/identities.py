"""Callers who can be recognised: keys, tokens and certificates of organisations that exist in tests alone."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from jwt.algorithms import RSAAlgorithm

from service.cli.keys import issue_key
from service.identity.principals import Role
from service.store.accounts import open_api_keys

ISSUER, AUDIENCE = "https://login.example", "touchstone"


def new_key_of(url: str, organization: str, *roles: Role, expires: str | None = None) -> str:
    """Make an API key on a store, of an organisation or, if that is empty, of none."""
    name = f"organizations/{organization}" if organization else ""
    with open_api_keys(url) as keys:
        return issue_key(keys, organization=name, roles=roles, expires=expires, note="").key


def bearing(credential: str, **metadata: str) -> tuple[tuple[str, str], ...]:
    """Return the metadata of a call with a key or a token."""
    return (
        ("authorization", f"Bearer {credential}"),
        *((name.replace("_", "-"), text) for name, text in metadata.items()),
    )


@dataclass
class Issuer:
    """A token issuer with a key set of its public keys."""

    keys: dict[str, rsa.RSAPrivateKey] = field(default_factory=dict)

    def add(self, id: str) -> None:
        """Make one more key."""
        self.keys[id] = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def key_set(self) -> str:
        listed = []
        for id, key in self.keys.items():
            listed.append({**RSAAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": id, "use": "sig"})
        return json.dumps({"keys": listed})

    def token(self, id: str = "first", *, seconds: int = 300, **claims: Any) -> str:
        """Sign the claims of a caller of an organisation."""
        payload = {"iss": ISSUER, "aud": AUDIENCE, "sub": "ada@example", "exp": int(time.time()) + seconds, **claims}
        return jwt.api_jws.encode(  # low-level function that also signs invalid tokens
            json.dumps({name: value for name, value in payload.items() if value is not None}).encode(),
            self.keys[id],
            algorithm="RS256",
            headers={"kid": id},
        )


@dataclass(frozen=True)
class Certified:
    """The files of a certificate and its key."""

    certificate: Path
    key: Path


class Authority:
    """Signs certificates, and has one of its own in a file."""

    def __init__(self, folder: Path, name: str = "authority") -> None:
        """Make it in a folder."""
        self._folder, self._name = folder, x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.file = folder / f"{name}.pem"
        self.file.write_bytes(_pem(self._signed(self._name, self._key, is_authority=True)))

    def certified(self, common_name: str, organization: str = "Example") -> Certified:
        """Make a certificate, for this machine as a server too."""
        key = ec.generate_private_key(ec.SECP256R1())
        parts = ((NameOID.ORGANIZATION_NAME, organization), (NameOID.COMMON_NAME, common_name))
        certificate = self._signed(x509.Name([x509.NameAttribute(oid, text) for oid, text in parts]), key)
        files = Certified(self._folder / f"{common_name}.pem", self._folder / f"{common_name}.key")
        files.certificate.write_bytes(_pem(certificate))
        files.key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        return files

    def revocations(self, *revoked: Certified, next_update: timedelta = timedelta(days=1)) -> bytes:
        """Sign a list of certificates that hold no more, in date for so long."""
        now = datetime.now(UTC)
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self._name)
            .last_update(now - timedelta(days=2))
            .next_update(now + next_update)
        )
        for certified in revoked:
            serial = x509.load_pem_x509_certificate(certified.certificate.read_bytes()).serial_number
            gone = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(now).build()
            builder = builder.add_revoked_certificate(gone)
        return builder.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    def _signed(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, *, is_authority: bool = False
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
            .sign(self._key, hashes.SHA256())
        )


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
