"""Stored form of a record: compressed, mostly with a dictionary, without commitments that follow from key and steps.

An erased record has its commitments but no key.
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
    error_message,
    message_factory,
    read_erased,
    read_head,
    read_uncommitted,
)
from rules.trail import CONCLUSION_STEP, STANDING_STEP, TRACK_STEP
from service.store.record_dictionaries import COMPRESSION_LEVEL, RecordDictionary, find_dictionary, split_record

_message = message_factory(__name__)

_CONCLUDING = frozenset({CONCLUSION_STEP, STANDING_STEP, TRACK_STEP})
_UNCOMMITTED = b'{"head":'
MAXIMUM_RECORD_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """An evaluation's stored record and its key."""

    name: str
    record: bytes
    record_key: bytes

    def expanded(self) -> StoredRecord:
        """Return a form readable without a database, so without a dictionary."""
        if split_record(self.record)[0] is None:
            return self
        return StoredRecord(self.name, zlib.compress(_decompressed(self.record), 0), self.record_key)


def pack(written: WrittenSteps, dictionary: RecordDictionary | None = None) -> bytes:
    """Compress a record."""
    content = written.content if isinstance(written, ErasedRecord) else written.uncommitted
    return zlib.compress(content, COMPRESSION_LEVEL) if dictionary is None else dictionary.compress(content)


def unpack(stored: bytes) -> WrittenSteps:
    """Return the steps or remains of a stored record; raise TrailError if malformed."""
    content = _decompressed(stored)
    return read_uncommitted(content) if content.startswith(_UNCOMMITTED) else read_erased(content)


def unpack_concluded(stored: bytes) -> WrittenSteps:
    """Return the head and concluding steps, or all remains of an erased record.

    Errors in other steps are not detected.

    Raises:
        TrailError: If the record is invalid.
    """
    content = _decompressed(stored)
    if not content.startswith(_UNCOMMITTED):
        return unpack(stored)
    try:
        document = orjson.loads(content)
        steps = tuple([orjson.dumps(step) for step in document["steps"] if step[0] in _CONCLUDING])
        return WrittenSteps(read_head(document["head"]), steps)
    except (TrailError, ValueError, LookupError, TypeError):
        return read_uncommitted(content)  # raises a precise error


def _decompressed(stored: bytes) -> bytes:
    name, compressed = split_record(stored)
    try:
        reader = zlib.decompressobj() if name is None else zlib.decompressobj(zdict=find_dictionary(name))
        content = reader.decompress(compressed, MAXIMUM_RECORD_BYTES)
    except zlib.error as error:
        raise TrailError(_message("RECORD_CORRUPT", problem=error_message(error))) from error
    if not reader.eof:
        raise TrailError(_message("RECORD_INCOMPLETE"))
    return content


def restore_record(stored: bytes, record_key: bytes) -> WrittenRecord:
    """Restore a complete record; raise ErasedError for remains, TrailError if invalid."""
    unpacked = unpack(stored)
    if isinstance(unpacked, ErasedRecord):
        raise ErasedError(_message("ERASED_FROM", subject=unpacked.head.subject))
    try:
        return WrittenRecord(unpacked.head, unpacked.steps, tuple(commitments(record_key, unpacked.steps)))
    except ValueError as error:
        raise TrailError(_message("RECORD_CORRUPT", problem=error_message(error))) from error


def restore_record_or_remains(stored: bytes, record_key: bytes) -> WrittenRecord | ErasedRecord:
    """Restore a record or its remains; raise TrailError if invalid."""
    unpacked = unpack(stored)
    return unpacked if isinstance(unpacked, ErasedRecord) else restore_record(stored, record_key)
