"""Summaries of stored records: what the BASIC view tells of each, kept so that lists unpack no record twice."""

from __future__ import annotations

import time
from collections import OrderedDict
from hashlib import sha256
from threading import Lock

from rules.trail import read_conclusion
from service.output.mapping.answers import write_summary
from service.store.stored_records import unpack_concluded
from touchstone.v1 import evaluation_pb2

_MOST_KEPT = 4_096
"""How many summaries are kept, of one or two kilobytes each; a page has a thousand at most."""
_KEPT_SECONDS = 600.0
"""How long one is kept, and so whatever stands in it after it was erased; it is given to nobody then."""

_kept: OrderedDict[bytes, tuple[float, bytes]] = OrderedDict()
_lock = Lock()


def stored_summary(stored: bytes) -> evaluation_pb2.EvaluationRecord:
    """Give the summary of a record as it rests in the store, but for what its scorecard says it does not assess.

    Raises:
        TrailError: the record is damaged.
    """
    key = sha256(stored).digest()
    now = time.monotonic()
    with _lock:
        while _kept and next(iter(_kept.values()))[0] < now - _KEPT_SECONDS:
            _kept.popitem(last=False)
        kept = _kept.get(key)
    if kept is not None:
        return evaluation_pb2.EvaluationRecord.FromString(kept[1])
    steps = unpack_concluded(stored)
    summary = write_summary(steps.head, *read_conclusion(steps), None)
    with _lock:
        _kept[key] = now, summary.SerializeToString()
        if len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return summary
