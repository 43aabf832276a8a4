"""ErasureService: registration of its RPC methods."""

from __future__ import annotations

from service.api.service_dependencies import ServiceContext, answers_in_threads, require_store
from service.erasure.erasures import Erasures, FileEraser, Retention, RetentionPolicy
from touchstone.v1 import erasure_service_pb2

_SERVICE = erasure_service_pb2.DESCRIPTOR.services_by_name["ErasureService"]


def add(parts: ServiceContext) -> None:
    """Register the methods, with removal of evidence files if these are stored."""
    store, keeping = require_store(parts), parts.keeping
    erased = None if keeping is None else FileEraser(keeping.files, store.documents)
    retention = Retention(store, RetentionPolicy.of(parts.settings), erased)
    erasures = Erasures(store, parts.gazette, erased)
    methods = answers_in_threads(
        parts.limiters.reading,
        {
            "EraseEvaluations": erasures.erase,
            "ListErasures": erasures.list,
            "ApplyRetention": retention.apply,
            "CreateLegalHold": erasures.hold,
            "LiftLegalHold": erasures.lift,
            "ListLegalHolds": erasures.holds,
        },
    )
    parts.answer(_SERVICE, methods)
