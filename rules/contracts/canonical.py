"""Canonical JSON (RFC 8785) and SHA-256 digests of documents.

Without floats, and with ASCII keys and integers below 2**53, sorted orjson output equals RFC 8785.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import orjson

_INTEGER_LIMIT = 2**53

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def canonical_bytes(document: Json) -> bytes:
    """Serialize a document as canonical JSON.

    Raises:
        TypeError: See `refuse_inexact`.
    """
    refuse_inexact(document)
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def unchecked_canonical_bytes(document: Json) -> bytes:
    """Serialize data as canonical JSON without checks, which saves time for long parts of a record.

    The caller must guarantee that `refuse_inexact` accepts the data.
    """
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def refuse_inexact(document: Json) -> None:
    """Raise TypeError for a float, a non-ASCII key or an integer of 2**53 or more."""
    kind = type(document)
    if kind is str or kind is bool or document is None:
        return
    if isinstance(document, dict):
        for key, value in document.items():
            if not key.isascii():
                raise TypeError(f"key {key!r} is not ASCII")
            if type(value) is not str:
                refuse_inexact(value)
    elif isinstance(document, (list, tuple)):
        for value in document:
            if type(value) is not str:
                refuse_inexact(value)
    elif isinstance(document, int):
        if abs(document) >= _INTEGER_LIMIT:
            raise TypeError(f"the integer {document} is too large for a canonical document")
    elif not isinstance(document, str):
        raise TypeError(f"{kind.__name__} is not allowed in a canonical document")


def digest(content: bytes) -> str:
    """Return the SHA-256 digest in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()
