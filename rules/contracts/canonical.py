"""Canonical JSON (RFC 8785) and SHA-256 digests of documents.

The documents hold no floats, ASCII keys only and integers below 2**53, so sorted orjson output equals RFC 8785.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import orjson

_TOO_GREAT = 2**53

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]
"""A document, or a part of one."""


def canonical_bytes(document: Json) -> bytes:
    """Write a document as canonical JSON (RFC 8785).

    Raises:
        TypeError: the document holds a float, a key that is not ASCII, or an integer of 2**53 or more.
    """
    refuse_inexact(document)
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def unchecked_canonical_bytes(document: Json) -> bytes:
    """Write what this software made itself as canonical JSON, without looking through it for what cannot stand there.

    For the long parts of a record, which are text, flags and small whole numbers under names of our own, and for
    parts of what was looked through as a whole.
    """
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def refuse_inexact(document: Json) -> None:
    """Look through a document for what cannot stand in a canonical one.

    Raises:
        TypeError: it holds a float, a key that is not ASCII, or an integer of 2**53 or more.
    """
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
        if abs(document) >= _TOO_GREAT:
            raise TypeError(f"the integer {document} is too great for a canonical document")
    elif not isinstance(document, str):
        raise TypeError(f"{kind.__name__} cannot stand in a canonical document")


def digest(content: bytes) -> str:
    """Give the SHA-256 of the bytes in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()
