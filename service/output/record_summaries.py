"""Summaries of stored records: what the BASIC view tells of each, kept so that lists unpack no record twice."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from threading import Lock

from rules.trail import read_conclusion
from service.output.mapping.answers import write_summary
from service.store.stored_records import unpack_concluded
from touchstone.v1 import evaluation_pb2

_MOST_KEPT = 4_096
"""How many summaries are kept, of one or two kilobytes each; a page has a thousand at most."""

_kept: OrderedDict[bytes, bytes] = OrderedDict()
_lock = Lock()


def stored_summary(stored: bytes) -> evaluation_pb2.EvaluationRecord:
    """Give the summary of a record as it rests in the store, but for what its scorecard says it does not assess.

    Raises:
        TrailError: the record is damaged.
    """
    key = sha256(stored).digest()
    with _lock:
        content = _kept.pop(key, None)
    if content is None:
        steps = unpack_concluded(stored)
        content = write_summary(steps.head, *read_conclusion(steps), None).SerializeToString()
    with _lock:
        _kept[key] = content
        if len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return evaluation_pb2.EvaluationRecord.FromString(content)
