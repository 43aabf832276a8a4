"""How is a step bound to its payload, and all steps to one digest, so that erasing a payload leaves every proof valid?

A step's commitment is SHA-256(salt ‖ payload) with salt = HMAC-SHA-256(record key, step id). The chain runs over the
commitments in depth-first order: each link is SHA-256(previous link ‖ step id ‖ 0 ‖ commitment), the first previous
link being 32 zero bytes.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.canonical import Json, canonical_bytes, written_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.record import Step

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


@dataclass(frozen=True, slots=True)
class StepLabel:
    """What stands in every record about a step, as bytes: its id, what follows its commitment, what its payload."""

    id: bytes
    before_payload: bytes
    after_payload: bytes

    @staticmethod
    def of(step_id: str, kind: str, parent: str | None = None, references: tuple[str, ...] = ()) -> StepLabel:
        """Write the label of a step below its parent, with the steps that it rests on."""
        above = b"" if parent is None else b',"parent":' + written_bytes(parent)
        before = b'","id":' + written_bytes(step_id) + b',"kind":' + written_bytes(kind) + above + b',"payload":'
        after = b',"references":' + written_bytes(references) + b"}" if references else b"}"
        return StepLabel(step_id.encode(), before, after)


class StepRecorder:
    """Records steps in depth-first order; each is committed and chained when all are there."""

    def __init__(self, record_key: bytes) -> None:
        """Begin a trail under a 32-byte record key.

        Raises:
            ValueError: the key has another length.
        """
        if len(record_key) != KEY_BYTES:
            raise ValueError(f"a record key has {KEY_BYTES} bytes, not {len(record_key)}")
        self._key = record_key
        self._recorded: list[tuple[StepLabel, str]] = []

    def record(
        self, step_id: str, kind: str, payload: Json, *, parent: str | None = None, references: tuple[str, ...] = ()
    ) -> None:
        """Record one step below its parent."""
        self.add(StepLabel.of(step_id, kind, parent, references), canonical_bytes(payload).decode())

    def add(self, label: StepLabel, payload: str) -> None:
        """Record one step whose payload is canonical JSON already."""
        self._recorded.append((label, payload))

    def finish(self) -> FinishedTrail:
        """Commit to all steps in their order and chain them."""
        # The two halves of HMAC under this key, begun once: a salt is finished far faster than from the start.
        block = self._key.ljust(64, b"\0")
        begun_inside = hashlib.sha256(bytes(byte ^ 0x36 for byte in block)).copy
        begun_outside = hashlib.sha256(bytes(byte ^ 0x5C for byte in block)).copy
        sha256, quoted = hashlib.sha256, written_bytes
        link = bytes(32)
        written: list[bytes] = []
        for label, payload in self._recorded:
            text = quoted(payload)  # before it is encoded, which is far faster afterwards
            inside, outside = begun_inside(), begun_outside()
            inside.update(label.id)
            outside.update(inside.digest())
            opened = sha256(outside.digest() + payload.encode()).digest()
            link = sha256(link + label.id + b"\0" + opened).digest()
            written.append(
                b'{"commitment":"' + opened.hex().encode() + label.before_payload + text + label.after_payload
            )
        return FinishedTrail(b"[" + b",".join(written) + b"]", link.hex())


@dataclass(frozen=True, slots=True)
class FinishedTrail:
    """All steps as they stand in the record, and the head of the chain over them."""

    written: bytes
    head: str
