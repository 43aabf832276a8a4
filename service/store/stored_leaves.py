"""Stored form of a log leaf's document: compressed, with a dictionary that never changes.

Documents stored by earlier software are not compressed. Digests, proofs and exports use the document itself.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from sqlalchemy import LargeBinary, TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect

_DICTIONARY = (
    b'{"archive_findings":{"count":0,'
    b'"digest":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","major":0,'
    b'"shown":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"},"create_time":"2026-01-01T00:00:00Z",'
    b'"kind":"evaluation","leaf":1,"name":"organizations/example/evaluations/019","organization":"example",'
    b'"predecessor":"","principal":{"id":"local","kind":"api_key","organization":""},"record_digest":"",'
    b'"request_digest":"","request_id":"","software":{"durable-rules":"2.0.28+touchstone.1","protobuf":"6.33.6",'
    b'"pydantic":"2.14.3","python":"3.11.2","touchstone":"0.1.0","wording":""},"subject":"organizations/example/subjects/'
)
_LEVEL = 6
_COMPRESSOR = zlib.compressobj(_LEVEL, zdict=_DICTIONARY)
_FIRST_BYTE = b"\x78"
"""First byte of zlib data; a JSON document begins with another."""
_MAXIMUM_BYTES = 64 * 1024 * 1024


def compress_document(document: bytes) -> bytes:
    """Return the stored form of a document."""
    compressor = _COMPRESSOR.copy()  # faster than to load the dictionary again
    return compressor.compress(document) + compressor.flush()


def expand_document(stored: bytes) -> bytes:
    """Return the document; corrupt data unchanged, because its digest then differs from that of the leaf."""
    if not stored.startswith(_FIRST_BYTE):
        return stored
    reader = zlib.decompressobj(zdict=_DICTIONARY)
    try:
        document = reader.decompress(stored, _MAXIMUM_BYTES)
    except zlib.error:
        return stored
    return document if reader.eof and not reader.unused_data else stored


class LeafDocument(TypeDecorator[bytes]):
    """Column that compresses documents. Prepared statements do not convert values."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else compress_document(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else expand_document(bytes(value))
