"""ErasureService: RPC methods of erasure, retention and legal holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.api.parts import Limiter, ServiceContext, require_store
from service.erasure.erasing import Erasures, FileEraser, Retention, RetentionPolicy
from touchstone.v1 import erasure_service_pb2

if TYPE_CHECKING:
    import grpc

    Context = grpc.aio.ServicerContext[Any, Any]

_SERVICE = erasure_service_pb2.DESCRIPTOR.services_by_name["ErasureService"]


class ErasureApi:
    """Erases, holds, and tells what was erased."""

    def __init__(self, erasures: Erasures, retention: Retention, bulkhead: Limiter) -> None:
        """Answer by these, so many calls at once."""
        self._erasures = erasures
        self._retention = retention
        self._bulkhead = bulkhead

    async def EraseEvaluations(
        self, request: erasure_service_pb2.EraseEvaluationsRequest, context: Context
    ) -> erasure_service_pb2.EraseEvaluationsResponse:
        """Erase, or say what would be erased."""
        with self._bulkhead.entered():
            return await self._bulkhead.in_thread(self._erasures.erase, request)

    async def ListErasures(
        self, request: erasure_service_pb2.ListErasuresRequest, context: Context
    ) -> erasure_service_pb2.ListErasuresResponse:
        """List what was erased."""
        with self._bulkhead.entered():
            return await self._bulkhead.in_thread(self._erasures.list, request)

    async def ApplyRetention(
        self, request: erasure_service_pb2.ApplyRetentionRequest, context: Context
    ) -> erasure_service_pb2.ApplyRetentionResponse:
        """Say what is due, and erase it if asked."""
        with self._bulkhead.entered():
            return await self._bulkhead.in_thread(self._retention.apply, request)

    async def CreateLegalHold(
        self, request: erasure_service_pb2.CreateLegalHoldRequest, context: Context
    ) -> erasure_service_pb2.LegalHold:
        """Set a legal hold."""
        with self._bulkhead.entered():
            return await self._bulkhead.in_thread(self._erasures.hold, request)

    async def LiftLegalHold(
        self, request: erasure_service_pb2.LiftLegalHoldRequest, context: Context
    ) -> erasure_service_pb2.LegalHold:
        """Lift a legal hold."""
        with self._bulkhead.entered():
            return await self._bulkhead.in_thread(self._erasures.lift, request)

    async def ListLegalHolds(
        self, request: erasure_service_pb2.ListLegalHoldsRequest, context: Context
    ) -> erasure_service_pb2.ListLegalHoldsResponse:
        """List the legal holds."""
        with self._bulkhead.entered():
            return await self._bulkhead.in_thread(self._erasures.holds, request)


def add(parts: ServiceContext) -> None:
    """Erase from what is kept, and of the files behind evidence, if any are."""
    store, keeping = require_store(parts), parts.keeping
    erased = None if keeping is None else FileEraser(keeping.files, store.documents)
    retention = Retention(store, RetentionPolicy.of(parts.settings), erased)
    parts.answer(_SERVICE, ErasureApi(Erasures(store, parts.gazette, erased), retention, parts.places.reading))
