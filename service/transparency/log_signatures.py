"""Signatures of the log: statements on evaluations (DSSE), checkpoints, and witness cosignatures."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.contracts import Json, TrailError, canonical_bytes, message_factory
from service.approval.signing_keys import is_signed, public_half
from service.approval.statements import STATEMENT_TYPE, open_envelope, pre_authentication_encoding, sign_envelope
from service.transparency.checkpoints import Algorithm, Checkpoint, Signature, SignedNote, key_hash

if TYPE_CHECKING:
    from service.transparency.leaves import Leaf


_say = message_factory(__name__)

_PREDICATE = "urn:touchstone:evaluation:1"


@dataclass(frozen=True, slots=True)
class SignedEnvelope:
    """What was signed, by the name of the key that is said to sign it."""

    key: str
    payload: bytes
    signature: bytes

    def is_signed_with(self, public: str) -> bool:
        """Say whether it was signed with the key of this public half."""
        return is_signed(pre_authentication_encoding(self.payload), self.signature, public)


def evaluation_statement(leaf: Leaf, position: int, origin: str) -> bytes:
    """Write what is stated of an evaluation that is noted at a position of a log."""
    content: Mapping[str, Any] = leaf.said
    return canonical_bytes(
        {
            "_type": STATEMENT_TYPE,
            "subject": [{"name": content["name"], "digest": {"sha256": content["record_digest"]}}],
            "predicateType": _PREDICATE,
            "predicate": {"leaf": leaf.digest, "log": origin, "position": position},
        }
    )


def attest(leaf: Leaf, position: int, origin: str, key: Ed25519PrivateKey) -> Mapping[str, Json]:
    """Sign the statement of an evaluation, and put it into an envelope."""
    return sign_envelope(evaluation_statement(leaf, position, origin), key)


def read_envelope(envelope: object) -> SignedEnvelope:
    """Read an envelope; whether the signature is right, and what it is about, is asked of the answer.

    Raises:
        TrailError: it is no envelope with one signature.
    """
    try:
        payload, (key, signature) = open_envelope(envelope)
        orjson.loads(payload)
    except (ValueError, TypeError, KeyError):
        raise TrailError(_say("NO_ENVELOPE")) from None
    return SignedEnvelope(key, payload, signature)


_TIME_BYTES = 8


def sign(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> Signature:
    """Sign a checkpoint as the log whose origin it names."""
    named = key_hash(checkpoint.origin, Algorithm.ED25519, _raw(public_half(key)))
    return Signature(checkpoint.origin, named, key.sign(checkpoint.body.encode()))


def cosign(checkpoint: Checkpoint, name: str, key: Ed25519PrivateKey, seconds: int) -> Signature:
    """Sign a checkpoint as a witness, who saw it so many seconds after 1970 and has checked that the log only grew."""
    signed = key.sign(_cosigned(checkpoint, seconds))
    named = key_hash(name, Algorithm.COSIGNATURE, _raw(public_half(key)))
    return Signature(name, named, seconds.to_bytes(_TIME_BYTES) + signed)


def is_signed_by(note: SignedNote, public: str) -> bool:
    """Say whether the log signed a checkpoint with the key of this public half."""
    named = key_hash(note.checkpoint.origin, Algorithm.ED25519, _raw(public))
    body = note.checkpoint.body.encode()
    return any(
        signature.name == note.checkpoint.origin
        and signature.key_hash == named
        and is_signed(body, signature.content, public)
        for signature in note.signatures
    )


def cosignature_time(checkpoint: Checkpoint, signature: Signature, public: str) -> int | None:
    """Say when a line cosigned a checkpoint with this key, in seconds since 1970; None if it did not."""
    if signature.key_hash != key_hash(signature.name, Algorithm.COSIGNATURE, _raw(public)):
        return None
    time = int.from_bytes(signature.content[:_TIME_BYTES])
    holds = is_signed(_cosigned(checkpoint, time), signature.content[_TIME_BYTES:], public)
    return time if holds else None


def _cosigned(checkpoint: Checkpoint, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{checkpoint.body}".encode()


def _raw(public: str) -> bytes:
    return base64.b64decode(public)
