"""How is a step bound to its payload, and all steps to one digest, so that erasing a payload leaves every proof valid?

A step's commitment is SHA-256(salt ‖ payload) with salt = HMAC-SHA-256(record key, step id). The chain runs over the
commitments in depth-first order: each link is SHA-256(previous link ‖ step id ‖ 0 ‖ commitment), the first previous
link being 32 zero bytes.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from rules.contracts.canonical import Json, canonical_bytes
from rules.contracts.record import Step

if TYPE_CHECKING:
    from collections.abc import Iterable

KEY_BYTES = 32


def salt(record_key: bytes, step_id: str) -> bytes:
    """Derive the salt of a step."""
    return hmac.digest(record_key, step_id.encode(), "sha256")


def commitment(record_key: bytes, step_id: str, payload: str) -> str:
    """Commit to a payload."""
    return hashlib.sha256(salt(record_key, step_id) + payload.encode()).hexdigest()


def chain(steps: Iterable[Step]) -> str:
    """Give the head of the chain over the commitments of all steps in their order."""
    link = bytes(32)
    for step in steps:
        link = hashlib.sha256(link + step.id.encode() + b"\0" + bytes.fromhex(step.commitment)).digest()
    return link.hex()


class StepRecorder:
    """Records steps in depth-first order, each committed as it is recorded."""

    def __init__(self, record_key: bytes) -> None:
        """Begin a trail under a 32-byte record key.

        Raises:
            ValueError: the key has another length.
        """
        if len(record_key) != KEY_BYTES:
            raise ValueError(f"a record key has {KEY_BYTES} bytes, not {len(record_key)}")
        self._key = record_key
        self._steps: list[Step] = []

    def record(
        self, step_id: str, kind: str, payload: Json, *, parent: str | None = None, references: tuple[str, ...] = ()
    ) -> None:
        """Record one step below its parent."""
        text = canonical_bytes(payload).decode()
        self._steps.append(
            Step(
                id=step_id,
                parent=parent,
                kind=kind,
                references=references,
                payload=text,
                commitment=commitment(self._key, step_id, text),
            )
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps so far."""
        return tuple(self._steps)
