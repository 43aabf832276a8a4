"""How do the bytes of a record rest in the store?"""

from __future__ import annotations

import zlib

from rules.contracts.errors import TrailError

_LEVEL = 3
"""Half the time of the usual level, for a record an eighth larger."""
MAXIMUM_RECORD_BYTES = 256 * 1024 * 1024
"""A stored record that claims to be larger is damaged."""


def pack(content: bytes) -> bytes:
    """Compress a record for the store; its digest is always that of the uncompressed bytes."""
    return zlib.compress(content, _LEVEL)


def unpack(stored: bytes) -> bytes:
    """Give the bytes of a stored record back.

    Raises:
        TrailError: they are damaged.
    """
    try:
        reader = zlib.decompressobj()
        content = reader.decompress(stored, MAXIMUM_RECORD_BYTES)
    except zlib.error as error:
        raise TrailError(f"the stored record is damaged: {error}") from error
    if not reader.eof:
        raise TrailError("the stored record is damaged: it is cut off or too large")
    return content
