"""Erased records: the remaining steps with their salts, under commitments that still verify.

The form is laid down in docs/spec/record.md. The record key is gone with what was erased, for from it the salt of an
erased step could be had again, and then its content be guessed; the steps that are left keep their own salts.
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

_say = message_factory(__name__)

_PARTS = {"commitments", "head", "salts", "steps"}


@dataclass(frozen=True)
class ErasedRecord(WrittenSteps):
    """What is left of a record: its head, some of its steps with their salts, and the commitments to all of them.

    `positions` say where the steps that are left stood, counted from 0.
    """

    positions: tuple[int, ...]
    salts: tuple[bytes, ...]
    commitments: tuple[bytes, ...]

    @cached_property
    def content(self) -> bytes:
        """The bytes of what is left."""
        by_place = dict(zip(self.positions, self.steps, strict=True))
        return b'{"commitments":"%b","head":%b,"salts":"%b","steps":[%b]}' % (
            b64encode(b"".join(self.commitments)),
            self.head.written(),
            b64encode(b"".join(self.salts)),
            b",".join(by_place.get(position, b"null") for position in range(len(self.commitments))),
        )

    @property
    def erased_count(self) -> int:
        """How many steps were erased."""
        return len(self.commitments) - len(self.steps)

    def without(self, places: Collection[int]) -> ErasedRecord:
        """Erase the steps at some places, too."""
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
    """Read what is left of a record.

    Raises:
        TrailError: it is no canonical JSON of this schema; says what is wrong first.
    """
    document = read_document(content, _PARTS)
    steps = document["steps"]
    positions = (
        tuple(position for position, step in enumerate(steps) if step is not None) if isinstance(steps, list) else ()
    )
    remaining_steps = read_steps([steps[position] for position in positions] if isinstance(steps, list) else steps)
    leaves, salts = read_digests(document["commitments"], len(steps)), read_digests(document["salts"], len(positions))
    if leaves is None:
        raise TrailError(_say("COMMITMENT_COUNT", wanted=DIGEST_BYTES * len(steps), steps=len(steps)))
    if salts is None:
        raise TrailError(_say("SALT_COUNT", wanted=DIGEST_BYTES * len(positions), steps=len(positions)))
    return ErasedRecord(read_head(document["head"]), remaining_steps, positions, salts, leaves)


def read_record(content: bytes) -> WrittenRecord | ErasedRecord:
    """Read the bytes of a record, complete or partly erased.

    Raises:
        TrailError: they are no record; says what is wrong first.
    """
    try:
        return read_complete_record(content)
    except ErasedError:
        return read_erased(content)
