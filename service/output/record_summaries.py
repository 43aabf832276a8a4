"""Summaries of stored records: what the BASIC view tells of each, kept so that lists unpack no record twice."""

from __future__ import annotations

from hashlib import sha256

from rules.trail import read_conclusion
from service.base.bounded_cache import BoundedCache
from service.output.mapping.answers import write_summary
from service.store.stored_records import unpack_concluded
from touchstone.v1 import evaluation_pb2

_MOST_BYTES = 8 << 20
"""How much is kept: some 4,000 to 8,000 summaries; a page has a thousand at most."""
_KEPT_SECONDS = 600.0
"""How long one is kept, and so whatever stands in it after it was erased; it is given to nobody then."""

_kept = BoundedCache(most_bytes=_MOST_BYTES, seconds=_KEPT_SECONDS)


def stored_summary(stored: bytes) -> evaluation_pb2.EvaluationRecord:
    """Give the summary of a record as it rests in the store, but for what its scorecard says it does not assess.

    Raises:
        TrailError: the record is damaged.
    """
    key = sha256(stored).digest()
    kept = _kept.get(key)
    if kept is not None:
        return evaluation_pb2.EvaluationRecord.FromString(kept)
    steps = unpack_concluded(stored)
    summary = write_summary(steps.head, *read_conclusion(steps), None)
    _kept.add(key, summary.SerializeToString())
    return summary
