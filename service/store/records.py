"""How does a record rest in the store? Compressed, and without its commitments, which follow from key and steps."""

from __future__ import annotations

import zlib

from rules.contracts.errors import TrailError
from rules.contracts.written import WrittenRecord, WrittenSteps, read_uncommitted
from rules.trail.commitments import commitments

_LEVEL = 3
"""Half the time of the usual level, for a record an eighth larger."""
MAXIMUM_RECORD_BYTES = 256 * 1024 * 1024
"""A stored record that claims to be larger is damaged."""


def pack(written: WrittenSteps) -> bytes:
    """Compress a record for the store."""
    return zlib.compress(written.uncommitted, _LEVEL)


def unpack(stored: bytes) -> WrittenSteps:
    """Give back what a stored record says.

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
    return read_uncommitted(content)


def restore(stored: bytes, record_key: bytes) -> WrittenRecord:
    """Give a stored record back whole, its commitments made anew.

    Raises:
        TrailError: it is damaged, or the key is none.
    """
    said = unpack(stored)
    try:
        return WrittenRecord(said.head, said.steps, tuple(commitments(record_key, said.steps)))
    except ValueError as error:
        raise TrailError(f"the stored record is damaged: {error}") from error
