"""What does the log sign of one evaluation by itself? An in-toto statement in a DSSE envelope, as of versions.

It says which leaf it is, where it stands in which log, and by its subject which record it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts.canonical import Json, canonical_bytes
from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker
from service.approval.signing_keys import is_signed
from service.approval.statements import STATEMENT_TYPE, enveloped, opened, pre_authentication

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from service.log.leaves import Leaf

_say = speaker(__name__)

_PREDICATE = "urn:touchstone:evaluation:1"


@dataclass(frozen=True, slots=True)
class Attested:
    """What was signed, by the name of the key that is said to sign it."""

    key: str
    payload: bytes
    signature: bytes

    def is_signed_with(self, public: str) -> bool:
        """Say whether it was signed with the key of this public half."""
        return is_signed(pre_authentication(self.payload), self.signature, public)


def statement(leaf: Leaf, position: int, origin: str) -> bytes:
    """Write what is stated of an evaluation that is noted at a position of a log."""
    said: Mapping[str, Any] = leaf.said
    return canonical_bytes(
        {
            "_type": STATEMENT_TYPE,
            "subject": [{"name": said["name"], "digest": {"sha256": said["record_digest"]}}],
            "predicateType": _PREDICATE,
            "predicate": {"leaf": leaf.digest, "log": origin, "position": position},
        }
    )


def attest(leaf: Leaf, position: int, origin: str, key: Ed25519PrivateKey) -> Mapping[str, Json]:
    """Sign the statement of an evaluation, and put it into an envelope."""
    return enveloped(statement(leaf, position, origin), key)


def read_attested(envelope: object) -> Attested:
    """Read an envelope; whether the signature is right, and what it is about, is asked of the answer.

    Raises:
        TrailError: it is no envelope with one signature.
    """
    try:
        payload, (key, signature) = opened(envelope)
        orjson.loads(payload)
    except (ValueError, TypeError, KeyError):
        raise TrailError(_say("NO_ENVELOPE")) from None
    return Attested(key, payload, signature)
