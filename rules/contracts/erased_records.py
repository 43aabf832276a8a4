"""Erased records: the remaining steps with their salts, under commitments that still verify.

docs/spec/record.md defines the format. The record key is deleted, because it could reproduce an erased step's salt and
the content could then be guessed.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.errors import ErasedError, TrailError
from rules.contracts.messages import message_factory
from rules.contracts.record_bytes import (
    DIGEST_BYTES,
    WrittenRecord,
    WrittenSteps,
    read_complete_record,
    read_digests,
    read_document,
    read_head,
    read_steps,
)

if TYPE_CHECKING:
    from collections.abc import Collection

_message = message_factory(__name__)

_PARTS = {"commitments", "head", "salts", "steps"}


@dataclass(frozen=True)
class ErasedRecord(WrittenSteps):
    """The remains of a record: head, remaining steps with salts, all commitments.

    `positions` are the original indexes of these steps.
    """

    positions: tuple[int, ...]
    salts: tuple[bytes, ...]
    commitments: tuple[bytes, ...]

    @cached_property
    def content(self) -> bytes:
        steps_by_position = dict(zip(self.positions, self.steps, strict=True))
        return b'{"commitments":"%b","head":%b,"salts":"%b","steps":[%b]}' % (
            b64encode(b"".join(self.commitments)),
            self.head.written(),
            b64encode(b"".join(self.salts)),
            b",".join(steps_by_position.get(position, b"null") for position in range(len(self.commitments))),
        )

    @property
    def erased_count(self) -> int:
        return len(self.commitments) - len(self.steps)

    def without(self, places: Collection[int]) -> ErasedRecord:
        remaining = [
            entry for entry in zip(self.positions, self.steps, self.salts, strict=True) if entry[0] not in places
        ]
        return ErasedRecord(
            self.head,
            tuple(step for _, step, _ in remaining),
            tuple(position for position, _, _ in remaining),
            tuple(salt for _, _, salt in remaining),
            self.commitments,
        )


def read_erased(content: bytes) -> ErasedRecord:
    """Parse a partly erased record.

    Raises:
        TrailError: If it is malformed.
    """
    document = read_document(content, _PARTS)
    steps = document["steps"]
    positions = (
        tuple(position for position, step in enumerate(steps) if step is not None) if isinstance(steps, list) else ()
    )
    remaining_steps = read_steps([steps[position] for position in positions] if isinstance(steps, list) else steps)
    leaves, salts = read_digests(document["commitments"], len(steps)), read_digests(document["salts"], len(positions))
    if leaves is None:
        raise TrailError(_message("COMMITMENT_COUNT", wanted=DIGEST_BYTES * len(steps), steps=len(steps)))
    if salts is None:
        raise TrailError(_message("SALT_COUNT", wanted=DIGEST_BYTES * len(positions), steps=len(positions)))
    return ErasedRecord(read_head(document["head"]), remaining_steps, positions, salts, leaves)


def read_record(content: bytes) -> WrittenRecord | ErasedRecord:
    """Parse a complete or partly erased record.

    Raises:
        TrailError: If it is malformed.
    """
    try:
        return read_complete_record(content)
    except ErasedError:
        return read_erased(content)
