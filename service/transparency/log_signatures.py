"""Log signatures: attestations of evaluations (DSSE), checkpoints, and witness cosignatures."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import Json, TrailError, canonical_bytes, message_factory
from service.approval.signing_keys import is_signed, public_half
from service.approval.statements import STATEMENT_TYPE, open_envelope, pre_authentication_encoding, sign_envelope
from service.transparency.checkpoints import Algorithm, Checkpoint, Signature, SignedNote, key_hash

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from service.transparency.leaves import Leaf


_message = message_factory(__name__)

_PREDICATE = "urn:touchstone:evaluation:1"


@dataclass(frozen=True, slots=True)
class SignedEnvelope:
    """Unverified payload with the claimed key name."""

    key: str
    payload: bytes
    signature: bytes

    def is_signed_with(self, public: str) -> bool:
        return is_signed(pre_authentication_encoding(self.payload), self.signature, public)


def evaluation_statement(leaf: Leaf, position: int, origin: str) -> bytes:
    """Return the statement about a logged evaluation."""
    content: Mapping[str, Any] = leaf.content
    return canonical_bytes(
        {
            "_type": STATEMENT_TYPE,
            "subject": [{"name": content["name"], "digest": {"sha256": content["record_digest"]}}],
            "predicateType": _PREDICATE,
            "predicate": {"leaf": leaf.digest, "log": origin, "position": position},
        }
    )


def attest(leaf: Leaf, position: int, origin: str, key: Ed25519PrivateKey) -> Mapping[str, Json]:
    """Sign the statement about a logged evaluation."""
    return sign_envelope(evaluation_statement(leaf, position, origin), key)


def read_envelope(envelope: object) -> SignedEnvelope:
    """Parse an unverified envelope with one signature, or raise TrailError."""
    try:
        payload, (key, signature) = open_envelope(envelope)
        orjson.loads(payload)
    except (ValueError, TypeError, KeyError):
        raise TrailError(_message("NO_ENVELOPE")) from None
    return SignedEnvelope(key, payload, signature)


_TIME_BYTES = 8


def sign(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> Signature:
    """Sign a checkpoint as its log."""
    hashed = key_hash(checkpoint.origin, Algorithm.ED25519, _key_bytes(public_half(key)))
    return Signature(checkpoint.origin, hashed, key.sign(checkpoint.body.encode()))


def cosign(checkpoint: Checkpoint, name: str, key: Ed25519PrivateKey, seconds: int) -> Signature:
    """Cosign a checkpoint as a witness that verified append-only growth at `seconds` since 1970."""
    signed = key.sign(_cosigned_text(checkpoint, seconds))
    hashed = key_hash(name, Algorithm.COSIGNATURE, _key_bytes(public_half(key)))
    return Signature(name, hashed, seconds.to_bytes(_TIME_BYTES) + signed)


def is_signed_by(note: SignedNote, public: str) -> bool:
    """Return whether the log's signature is valid for this public key."""
    hashed = key_hash(note.checkpoint.origin, Algorithm.ED25519, _key_bytes(public))
    body = note.checkpoint.body.encode()
    return any(
        signature.name == note.checkpoint.origin
        and signature.key_hash == hashed
        and is_signed(body, signature.content, public)
        for signature in note.signatures
    )


def cosignature_time(checkpoint: Checkpoint, signature: Signature, public: str) -> int | None:
    """Return the verified cosigning time in seconds since 1970, or None."""
    if signature.key_hash != key_hash(signature.name, Algorithm.COSIGNATURE, _key_bytes(public)):
        return None
    time = int.from_bytes(signature.content[:_TIME_BYTES])
    is_valid = is_signed(_cosigned_text(checkpoint, time), signature.content[_TIME_BYTES:], public)
    return time if is_valid else None


def _cosigned_text(checkpoint: Checkpoint, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{checkpoint.body}".encode()


def _key_bytes(public: str) -> bytes:
    return base64.b64decode(public)
