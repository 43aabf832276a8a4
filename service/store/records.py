"""How does a record rest in the store? Compressed, and without its commitments, which follow from key and steps.

What is left of one from which something was erased has no key, and rests with its commitments.
"""

from __future__ import annotations

import zlib

from rules.contracts.erased import ErasedRecord, read_erased
from rules.contracts.errors import ErasedError, TrailError
from rules.contracts.messages import speaker
from rules.contracts.written import WrittenRecord, WrittenSteps, read_uncommitted
from rules.trail.commitments import commitments

_say = speaker(__name__)

_LEVEL = 3
"""Half the time of the usual level, for a record an eighth larger."""
_UNCOMMITTED = b'{"head":'
MAXIMUM_RECORD_BYTES = 256 * 1024 * 1024
"""A stored record that claims to be larger is damaged."""


def pack(written: WrittenSteps) -> bytes:
    """Compress a record for the store."""
    return zlib.compress(written.content if isinstance(written, ErasedRecord) else written.uncommitted, _LEVEL)


def unpack(stored: bytes) -> WrittenSteps:
    """Give back what a stored record says, or what is left of it (ErasedRecord).

    Raises:
        TrailError: it is damaged.
    """
    try:
        reader = zlib.decompressobj()
        content = reader.decompress(stored, MAXIMUM_RECORD_BYTES)
    except zlib.error as error:
        raise TrailError(f"the stored record is damaged: {error}") from error
    if not reader.eof:
        raise TrailError("the stored record is damaged: it is cut off or too large")
    return read_uncommitted(content) if content.startswith(_UNCOMMITTED) else read_erased(content)


def restore(stored: bytes, record_key: bytes) -> WrittenRecord:
    """Give a stored record back whole, its commitments made anew.

    Raises:
        ErasedError: something was erased from it.
        TrailError: it is damaged, or the key is none.
    """
    said = unpack(stored)
    if isinstance(said, ErasedRecord):
        raise ErasedError(_say("ERASED_FROM", subject=said.head.subject))
    try:
        return WrittenRecord(said.head, said.steps, tuple(commitments(record_key, said.steps)))
    except ValueError as error:
        raise TrailError(f"the stored record is damaged: {error}") from error


def restore_left(stored: bytes, record_key: bytes) -> WrittenRecord | ErasedRecord:
    """Give a stored record back whole, or what is left of it.

    Raises:
        TrailError: it is damaged, or the key is none.
    """
    said = unpack(stored)
    return said if isinstance(said, ErasedRecord) else restore(stored, record_key)
