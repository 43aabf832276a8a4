"""Dictionaries of stored records: bytes that all records of a version repeat, stored once and found by digest.

A dictionary is the record of the version's own reference case, so it contains no facts of a client.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, lru_cache

from rules.contracts import TrailError, message_factory

_message = message_factory(__name__)

COMPRESSION_LEVEL = 3
"""Half the time of the default level, for records an eighth larger."""
MAXIMUM_DICTIONARY_BYTES = 32 * 1024
"""zlib refers at most so far back."""
_MARK = b"\xd1"
"""First byte of a record with a dictionary; zlib data begins with 0x78."""
_NAME_BYTES = 16
_CACHED = 256
_SOURCES: list[Callable[[bytes], bytes | None]] = []
"""Open stores. A dictionary is the same in all of them, because its name is its digest."""


class RecordDictionary:
    """Dictionary of the records of a version; `name` is the beginning of its SHA-256 digest."""

    def __init__(self, content: bytes) -> None:
        self._content = content[-MAXIMUM_DICTIONARY_BYTES:]
        self.name = _name_of(self._content)
        self._compressor = zlib.compressobj(COMPRESSION_LEVEL, zdict=self._content)

    @cached_property
    def stored(self) -> bytes:
        """The stored form."""
        return zlib.compress(self._content, zlib.Z_BEST_COMPRESSION)

    def compress(self, content: bytes) -> bytes:
        compressor = self._compressor.copy()  # faster than to load the dictionary again
        return b"".join((_MARK, self.name, compressor.compress(content), compressor.flush()))


@lru_cache(_CACHED)
def dictionary_of(content: bytes) -> RecordDictionary | None:
    """Return the dictionary with a content; None if it is empty."""
    return RecordDictionary(content) if content else None


def split_record(stored: bytes) -> tuple[bytes | None, bytes]:
    """Return the name of a stored record's dictionary, or None, and its zlib data."""
    if not stored.startswith(_MARK):
        return None, stored
    end = len(_MARK) + _NAME_BYTES
    return stored[len(_MARK) : end], stored[end:]


@lru_cache(_CACHED)
def find_dictionary(name: bytes) -> bytes:
    """Return a dictionary from an open store; raise TrailError if it is missing or altered."""
    for find in tuple(_SOURCES):
        if (stored := find(name)) is not None:
            return dictionary_content(name, stored)
    raise TrailError(_message("DICTIONARY_MISSING", name=name.hex()))


@contextmanager
def dictionary_source(find: Callable[[bytes], bytes | None]) -> Iterator[None]:
    """Find dictionaries in an open store."""
    _SOURCES.append(find)
    try:
        yield
    finally:
        _SOURCES.remove(find)


def dictionary_problems(dictionaries: Mapping[bytes, bytes]) -> dict[bytes, str]:
    """Return the problem of each dictionary, empty if it is intact."""
    return {name: _problem(name, stored) for name, stored in dictionaries.items()}


def has_dictionary(stored: bytes, problems: Mapping[bytes, str]) -> bool:
    """Return whether a record needs no dictionary, or one without a problem."""
    name = split_record(stored)[0]
    return name is None or problems.get(name) == ""


def _name_of(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:_NAME_BYTES]


def dictionary_content(name: bytes, stored: bytes) -> bytes:
    """Return the content of a stored form; raise TrailError if it does not match the name."""
    try:
        content = zlib.decompressobj().decompress(stored, MAXIMUM_DICTIONARY_BYTES)
    except zlib.error:
        content = b""
    if _name_of(content) != name:
        raise TrailError(_message("DICTIONARY_ALTERED", name=name.hex()))
    return content


def _problem(name: bytes, stored: bytes) -> str:
    try:
        dictionary_content(name, stored)
    except TrailError as error:
        return str(error)
    return ""
