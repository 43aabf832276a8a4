"""Issuing key of a body: reading, JWK thumbprint, and DID document (did:web).

The key is ES256 (P-256), which most readers know, or Ed25519. A key is named by its thumbprint (RFC 7638), and so
keeps its name when keys are added. What a retired key signed still holds; a compromised one is left out of the
document, and nothing that it signed holds any more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.contracts import InputError, Json, Violation, canonical_bytes, message_factory
from service.approval.signing_keys import read_private_key
from service.cases.credentials.encodings import to_base64url

_say = message_factory(__name__)

IssuingKey = EllipticCurvePrivateKey | Ed25519PrivateKey
Jwk = dict[str, str]
_METHOD = "did:web:"


def read_issuing_key(path: Path) -> IssuingKey:
    """Read the key with which a body signs credentials: PKCS #8 in PEM, which its owner alone may read."""
    key = read_private_key(path)
    if not isinstance(key, EllipticCurvePrivateKey | Ed25519PrivateKey):
        raise InputError((Violation("key", _say("NO_ISSUING_KEY", path=path), "MALFORMED"),))
    public_jwk(key)
    return key


def public_jwk(key: IssuingKey) -> Jwk:
    """Give the public half as a JSON Web Key."""
    if isinstance(key, Ed25519PrivateKey):
        return {"kty": "OKP", "crv": "Ed25519", "x": to_base64url(key.public_key().public_bytes_raw())}
    if not isinstance(key.curve, SECP256R1):
        raise InputError((Violation("key", _say("KEY_CURVE", curve=key.curve.name), "INVALID"),))
    point = key.public_key().public_numbers()
    x, y = (to_base64url(part.to_bytes(32, "big")) for part in (point.x, point.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y}


def algorithm(jwk: Jwk) -> str:
    """Name the algorithm of a key as RFC 9864 does, which says of each what it is exactly."""
    return "Ed25519" if jwk["crv"] == "Ed25519" else "ES256"


def method_id(did: str, jwk: Jwk) -> str:
    """Name a key in the DID document of its owner."""
    named: dict[str, Json] = {name: jwk[name] for name in ("crv", "kty", "x", "y") if name in jwk}
    return f"{did}#{to_base64url(hashlib.sha256(canonical_bytes(named)).digest())}"


def did_document(did: str, keys: Sequence[Jwk]) -> bytes:
    """Write the DID document of a body, with the keys that sign and the retired ones."""
    methods: list[Json] = [
        {"id": method_id(did, jwk), "type": "JsonWebKey", "controller": did, "publicKeyJwk": jwk} for jwk in keys
    ]
    return canonical_bytes(
        {
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
            "id": did,
            "verificationMethod": methods,
            "assertionMethod": [method_id(did, jwk) for jwk in keys],
        }
    )


def did_address(did: str) -> str:
    """Say where the document of a did:web is served."""
    host, *path = did.removeprefix(_METHOD).split(":")
    if not did.startswith(_METHOD) or not host or not all(path):
        raise InputError((Violation("did", _say("DID_FORM", did=did), "MALFORMED"),))
    return f"https://{unquote(host)}/{'/'.join(path) or '.well-known'}/did.json"
