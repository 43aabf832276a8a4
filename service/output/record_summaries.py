"""Cached BASIC summaries of stored records."""

from __future__ import annotations

from hashlib import sha256

from rules.trail import read_conclusion
from service.base.bounded_cache import BoundedCache
from service.output.mapping.answers import write_summary
from service.store.stored_records import unpack_concluded
from touchstone.v1 import evaluation_pb2

_MAX_BYTES = 8 << 20
"""Capacity for 4,000 to 8,000 summaries; a page has at most 1,000."""
_CACHE_SECONDS = 600.0
"""Cache lifetime in seconds, also of erased data, which is not returned."""

_cache = BoundedCache(most_bytes=_MAX_BYTES, seconds=_CACHE_SECONDS)


def stored_summary(stored: bytes) -> evaluation_pb2.EvaluationRecord:
    """Return the summary of a stored record, without unassessed scope.

    Raises:
        TrailError: If the record is invalid.
    """
    key = sha256(stored).digest()
    cached = _cache.get(key)
    if cached is not None:
        return evaluation_pb2.EvaluationRecord.FromString(cached)
    steps = unpack_concluded(stored)
    summary = write_summary(steps.head, *read_conclusion(steps), None)
    _cache.add(key, summary.SerializeToString())
    return summary
