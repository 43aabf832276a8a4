"""Signing and reading of credentials as vc+jwt (W3C, Securing Verifiable Credentials using JOSE and COSE)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import jwt
import orjson
from jwt.algorithms import OKPAlgorithm

from rules.contracts import Json, TrailError, canonical_bytes, message_factory
from service.cases.credentials.encodings import from_base64url
from service.cases.credentials.issuing_keys import IssuingKey, Jwk, algorithm, method_id, public_jwk

_say = message_factory(__name__)

TYPE, CONTENT = "vc+jwt", "vc"
MEDIA_TYPE = "application/vc+jwt"
ALGORITHMS = ("ES256", "Ed25519")
_CURVES = {("EC", "P-256"), ("OKP", "Ed25519")}
_LARGEST = 4 * 1024 * 1024
_JWS = jwt.PyJWS(algorithms=["ES256"])
_JWS.register_algorithm("Ed25519", OKPAlgorithm())


def sign_credential(credential: Mapping[str, Json], did: str, key: IssuingKey) -> str:
    """Sign a credential; its canonical bytes are the payload."""
    jwk = public_jwk(key)
    headers = {"kid": method_id(did, jwk), "cty": CONTENT, "typ": TYPE}
    return _JWS.encode(canonical_bytes(credential), key, algorithm(jwk), headers)


def read_credential(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give header and content without asking whether the signature holds."""
    if len(token) > _LARGEST or not all(map(from_base64url, token.split("."))):
        raise TrailError(_say("NO_CREDENTIAL", problem="base64url"))
    try:
        read = _JWS.decode_complete(token, options={"verify_signature": False})
        content = orjson.loads(read["payload"])
        canonical = canonical_bytes(content)
    except (jwt.PyJWTError, orjson.JSONDecodeError, TypeError, ValueError, RecursionError) as error:
        raise TrailError(_say("NO_CREDENTIAL", problem=str(error)[:200])) from None
    if not isinstance(content, dict) or canonical != read["payload"]:
        raise TrailError(_say("NO_CREDENTIAL", problem="canonical JSON"))
    return read["header"], content


def verify_credential(token: str, document: Mapping[str, Any], instant: datetime) -> dict[str, Any]:
    """Give the content of a credential that the owner of a DID document signed, and that holds at an instant."""
    header, content = read_credential(token)
    if (header.get("typ"), header.get("cty", CONTENT)) != (TYPE, CONTENT) or header.get("alg") not in ALGORITHMS:
        raise TrailError(_say("NO_CREDENTIAL", problem=f"typ {header.get('typ')}, alg {header.get('alg')}"))
    issuer = content.get("issuer")
    did = issuer.get("id") if isinstance(issuer, dict) else issuer
    if did != document.get("id") or content.get("iss", did) != did:
        raise TrailError(_say("OTHER_ISSUER", issuer=did, document=document.get("id")))
    jwk = _key_named(document, header.get("kid"))
    try:
        _JWS.decode(token, _JWS.get_algorithm_by_name(algorithm(jwk)).from_jwk(dict(jwk)), [algorithm(jwk)])
    except (jwt.PyJWTError, ValueError):
        raise TrailError(_say("SIGNATURE_WRONG")) from None
    _check_time(content, instant)
    return content


def _key_named(document: Mapping[str, Any], kid: object) -> Jwk:
    if kid not in document.get("assertionMethod", ()):
        raise TrailError(_say("SIGNER_UNKNOWN", key=kid))
    try:
        (method,) = (candidate for candidate in document["verificationMethod"] if candidate["id"] == kid)
        jwk: Jwk = {name: str(method["publicKeyJwk"][name]) for name in ("kty", "crv", "x")}
        if jwk["crv"] == "P-256":
            jwk["y"] = str(method["publicKeyJwk"]["y"])
    except (AttributeError, KeyError, TypeError, ValueError):
        raise TrailError(_say("SIGNER_UNKNOWN", key=kid)) from None
    if (jwk["kty"], jwk["crv"]) not in _CURVES:
        raise TrailError(_say("SIGNER_UNKNOWN", key=kid))
    return jwk


def _check_time(content: Mapping[str, Any], instant: datetime) -> None:
    first, last = parse_instant(content.get("validFrom")), content.get("validUntil")
    if instant < first:
        raise TrailError(_say("NOT_YET", first=content["validFrom"]))
    if last is not None and instant > parse_instant(last):
        raise TrailError(_say("RUN_OUT", last=last))


def parse_instant(text: object) -> datetime:
    """Read an instant with its offset."""
    try:
        instant = datetime.fromisoformat(str(text))
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise TrailError(_say("NO_INSTANT", found=text))
    return instant
