"""Stored form of a record: compressed, without the commitments that follow from key and steps.

What is left of one from which something was erased has no key, and rests with its commitments.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import orjson

from rules.api import commitments
from rules.contracts import (
    ErasedError,
    ErasedRecord,
    TrailError,
    WrittenRecord,
    WrittenSteps,
    message_factory,
    read_erased,
    read_head,
    read_uncommitted,
)
from rules.trail import CONCLUSION_STEP, STANDING_STEP, TRACK_STEP

_say = message_factory(__name__)

_LEVEL = 3
"""Half the time of the usual level, for a record an eighth larger."""
_CONCLUDING = frozenset({CONCLUSION_STEP, STANDING_STEP, TRACK_STEP})
_UNCOMMITTED = b'{"head":'
MAXIMUM_RECORD_BYTES = 256 * 1024 * 1024
"""A stored record that claims to be larger is damaged."""


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """The name of an evaluation, and its record as it rests in the store, with its key."""

    name: str
    record: bytes
    record_key: bytes


def pack(written: WrittenSteps) -> bytes:
    """Compress a record for the store."""
    return zlib.compress(written.content if isinstance(written, ErasedRecord) else written.uncommitted, _LEVEL)


def unpack(stored: bytes) -> WrittenSteps:
    """Return the steps of a stored record, or what is left of it (ErasedRecord).

    Raises:
        TrailError: it is damaged.
    """
    content = _decompressed(stored)
    return read_uncommitted(content) if content.startswith(_UNCOMMITTED) else read_erased(content)


def unpack_concluded(stored: bytes) -> WrittenSteps:
    """Return what a stored record concludes: its head, and of a complete record those steps alone.

    No other step is looked at, so one that is damaged elsewhere may pass.

    Raises:
        TrailError: it is damaged.
    """
    content = _decompressed(stored)
    if not content.startswith(_UNCOMMITTED):
        return unpack(stored)
    try:
        document = orjson.loads(content)
        steps = tuple([orjson.dumps(step) for step in document["steps"] if step[0] in _CONCLUDING])
        return WrittenSteps(read_head(document["head"]), steps)
    except (TrailError, ValueError, LookupError, TypeError):
        return read_uncommitted(content)  # which says what is wrong


def _decompressed(stored: bytes) -> bytes:
    try:
        reader = zlib.decompressobj()
        content = reader.decompress(stored, MAXIMUM_RECORD_BYTES)
    except zlib.error as error:
        raise TrailError(f"the stored record is damaged: {error}") from error
    if not reader.eof:
        raise TrailError("the stored record is damaged: it is cut off or too large")
    return content


def restore_record(stored: bytes, record_key: bytes) -> WrittenRecord:
    """Give a stored record back whole, its commitments made anew.

    Raises:
        ErasedError: something was erased from it.
        TrailError: it is damaged, or the key is none.
    """
    unpacked = unpack(stored)
    if isinstance(unpacked, ErasedRecord):
        raise ErasedError(_say("ERASED_FROM", subject=unpacked.head.subject))
    try:
        return WrittenRecord(unpacked.head, unpacked.steps, tuple(commitments(record_key, unpacked.steps)))
    except ValueError as error:
        raise TrailError(f"the stored record is damaged: {error}") from error


def restore_record_or_remains(stored: bytes, record_key: bytes) -> WrittenRecord | ErasedRecord:
    """Give a stored record back whole, or what is left of it.

    Raises:
        TrailError: it is damaged, or the key is none.
    """
    unpacked = unpack(stored)
    return unpacked if isinstance(unpacked, ErasedRecord) else restore_record(stored, record_key)
