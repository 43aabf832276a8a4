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
    """Records steps in depth-first order, each committed and chained as it is recorded."""

    def __init__(self, record_key: bytes) -> None:
        """Begin a trail under a 32-byte record key.

        Raises:
            ValueError: the key has another length.
        """
        if len(record_key) != KEY_BYTES:
            raise ValueError(f"a record key has {KEY_BYTES} bytes, not {len(record_key)}")
        # The two halves of HMAC under this key, begun once: a salt is finished far faster than from the start.
        block = record_key.ljust(64, b"\0")
        self._inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block))
        self._outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in block))
        self._link = bytes(32)
        self.written: list[dict[str, Json]] = []

    def record(
        self, step_id: str, kind: str, payload: Json, *, parent: str | None = None, references: tuple[str, ...] = ()
    ) -> None:
        """Record one step below its parent."""
        self.add(step_id, kind, canonical_bytes(payload), parent=parent, references=references)

    def add(
        self, step_id: str, kind: str, payload: bytes, *, parent: str | None = None, references: tuple[str, ...] = ()
    ) -> None:
        """Record one step whose payload is canonical JSON already."""
        name = step_id.encode()
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(name)
        outer.update(inner.digest())
        opened = hashlib.sha256(outer.digest() + payload).digest()
        self._link = hashlib.sha256(self._link + name + b"\0" + opened).digest()
        step: dict[str, Json] = {
            "commitment": opened.hex(),
            "id": step_id,
            "kind": kind,
            "payload": payload.decode(),
        }
        if parent is not None:
            step["parent"] = parent
        if references:
            step["references"] = references
        self.written.append(step)

    @property
    def head(self) -> str:
        """The head of the chain over all steps so far."""
        return self._link.hex()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps so far."""
        return tuple(Step.model_validate(step) for step in self.written)
