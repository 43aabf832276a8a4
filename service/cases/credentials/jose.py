"""Issuing keys and signatures: JWK, DID documents, vc+jwt (W3C)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import orjson
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.contracts import InputError, Json, TrailError, canonical_bytes, error_message, message_factory
from service.approval.signing_keys import read_private_key
from service.base.base64url import from_base64url, to_base64url

if TYPE_CHECKING:
    from jwt import PyJWS

_message = message_factory(__name__)

IssuingKey = EllipticCurvePrivateKey | Ed25519PrivateKey
Jwk = dict[str, str]
_METHOD = "did:web:"


def read_issuing_key(path: Path) -> IssuingKey:
    """Return the issuing key in a PKCS #8 file that only its owner may read."""
    key = read_private_key(path)
    if not isinstance(key, EllipticCurvePrivateKey | Ed25519PrivateKey):
        raise InputError.of("key", _message("NO_ISSUING_KEY", path=path), "MALFORMED")
    public_jwk(key)
    return key


def public_jwk(key: IssuingKey) -> Jwk:
    """Return the public JSON Web Key."""
    if isinstance(key, Ed25519PrivateKey):
        return {"kty": "OKP", "crv": "Ed25519", "x": to_base64url(key.public_key().public_bytes_raw())}
    if not isinstance(key.curve, SECP256R1):
        raise InputError.of("key", _message("KEY_CURVE", curve=key.curve.name), "INVALID")
    point = key.public_key().public_numbers()
    x, y = (to_base64url(part.to_bytes(32, "big")) for part in (point.x, point.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y}


def algorithm(jwk: Jwk) -> str:
    """Return the fully specified algorithm (RFC 9864)."""
    return "Ed25519" if jwk["crv"] == "Ed25519" else "ES256"


def method_id(did: str, jwk: Jwk) -> str:
    """Return the id of a key in a DID document."""
    named: dict[str, Json] = {name: jwk[name] for name in ("crv", "kty", "x", "y") if name in jwk}
    return f"{did}#{to_base64url(hashlib.sha256(canonical_bytes(named)).digest())}"


def did_document(did: str, keys: Sequence[Jwk]) -> bytes:
    """Return the DID document with current and retired keys."""
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
    """Return the URL of a did:web document."""
    host, *path = did.removeprefix(_METHOD).split(":")
    if not did.startswith(_METHOD) or not host or not all(path):
        raise InputError.of("did", _message("DID_FORM", did=did), "MALFORMED")
    return f"https://{unquote(host)}/{'/'.join(path) or '.well-known'}/did.json"


TYPE, CONTENT = "vc+jwt", "vc"
MEDIA_TYPE = "application/vc+jwt"
ALGORITHMS = ("ES256", "Ed25519")
_CURVES = {("EC", "P-256"), ("OKP", "Ed25519")}
_MAX_TOKEN_LENGTH = 4 * 1024 * 1024


@cache
def _jws() -> PyJWS:
    import jwt  # noqa: PLC0415 -- slow to load
    from jwt.algorithms import OKPAlgorithm  # noqa: PLC0415

    jws = jwt.PyJWS(algorithms=["ES256"])
    jws.register_algorithm("Ed25519", OKPAlgorithm())
    return jws


def sign_credential(credential: Mapping[str, Json], did: str, key: IssuingKey) -> str:
    """Return a signed credential with canonical payload."""
    jwk = public_jwk(key)
    headers = {"kid": method_id(did, jwk), "cty": CONTENT, "typ": TYPE}
    return _jws().encode(canonical_bytes(credential), key, algorithm(jwk), headers)


def read_credential(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return header and content, signature unchecked."""
    from jwt import PyJWTError  # noqa: PLC0415

    if len(token) > _MAX_TOKEN_LENGTH or not all(map(from_base64url, token.split("."))):
        raise TrailError(_message("NO_CREDENTIAL", problem="base64url"))
    try:
        read = _jws().decode_complete(token, options={"verify_signature": False})
        content = orjson.loads(read["payload"])
        canonical = canonical_bytes(content)
    except (PyJWTError, orjson.JSONDecodeError, TypeError, ValueError, RecursionError) as error:
        raise TrailError(_message("NO_CREDENTIAL", problem=error_message(error))) from None
    if not isinstance(content, dict) or canonical != read["payload"]:
        raise TrailError(_message("NO_CREDENTIAL", problem="canonical JSON"))
    return read["header"], content


def verify_credential(token: str, document: Mapping[str, Any], instant: datetime) -> dict[str, Any]:
    """Return the content; raise TrailError unless signed by the issuer and valid."""
    header, content = read_credential(token)
    if (header.get("typ"), header.get("cty", CONTENT)) != (TYPE, CONTENT) or header.get("alg") not in ALGORITHMS:
        raise TrailError(_message("NO_CREDENTIAL", problem=f"typ {header.get('typ')}, alg {header.get('alg')}"))
    issuer = content.get("issuer")
    did = issuer.get("id") if isinstance(issuer, dict) else issuer
    if did != document.get("id") or content.get("iss", did) != did:
        raise TrailError(_message("OTHER_ISSUER", issuer=did, document=document.get("id")))
    from jwt import PyJWTError  # noqa: PLC0415

    jwk = _find_key(document, header.get("kid"))
    try:
        _jws().decode(token, _jws().get_algorithm_by_name(algorithm(jwk)).from_jwk(dict(jwk)), [algorithm(jwk)])
    except (PyJWTError, ValueError):
        raise TrailError(_message("SIGNATURE_WRONG")) from None
    _check_time(content, instant)
    return content


def _find_key(document: Mapping[str, Any], kid: object) -> Jwk:
    if kid not in document.get("assertionMethod", ()):
        raise TrailError(_message("SIGNER_UNKNOWN", key=kid))
    try:
        (method,) = (candidate for candidate in document["verificationMethod"] if candidate["id"] == kid)
        jwk: Jwk = {name: str(method["publicKeyJwk"][name]) for name in ("kty", "crv", "x")}
        if jwk["crv"] == "P-256":
            jwk["y"] = str(method["publicKeyJwk"]["y"])
    except (AttributeError, KeyError, TypeError, ValueError):
        raise TrailError(_message("SIGNER_UNKNOWN", key=kid)) from None
    if (jwk["kty"], jwk["crv"]) not in _CURVES:
        raise TrailError(_message("SIGNER_UNKNOWN", key=kid))
    return jwk


def _check_time(content: Mapping[str, Any], instant: datetime) -> None:
    first, last = parse_instant(content.get("validFrom")), content.get("validUntil")
    if instant < first:
        raise TrailError(_message("NOT_YET", first=content["validFrom"]))
    if last is not None and instant > parse_instant(last):
        raise TrailError(_message("RUN_OUT", last=last))


def parse_instant(text: object) -> datetime:
    """Parse an instant with UTC offset."""
    try:
        instant = datetime.fromisoformat(str(text))
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise TrailError(_message("NO_INSTANT", found=text))
    return instant
