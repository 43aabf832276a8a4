"""How does ErasureService answer?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.erasure.erasing import ErasedFiles, Erasures, Policy, Retention
from touchstone.v1 import erasure_service_pb2, erasure_service_pb2_grpc

if TYPE_CHECKING:
    import grpc

    from service.api.bulkheads import Bulkhead
    from service.files.kept import Files
    from service.gazette.versions import Gazette
    from service.settings import Settings
    from service.store.evaluations import Store

    Context = grpc.aio.ServicerContext[Any, Any]

NAME = erasure_service_pb2.DESCRIPTOR.services_by_name["ErasureService"].full_name


def add_erasures(  # noqa: PLR0913, PLR0917 -- each is handed on
    server: grpc.aio.Server,
    settings: Settings,
    store: Store,
    gazette: Gazette,
    places: Bulkhead,
    files: Files | None,
) -> None:
    """Let a server erase from its store, and of the files behind evidence, if it keeps any."""
    erased = None if files is None else ErasedFiles(files, store.documents)
    api = ErasureApi(Erasures(store, gazette, erased), Retention(store, Policy.of(settings), erased), places)
    erasure_service_pb2_grpc.add_ErasureServiceServicer_to_server(api, server)


class ErasureApi(erasure_service_pb2_grpc.ErasureServiceServicer):
    """Erases, holds, and tells what was erased."""

    def __init__(self, erasures: Erasures, retention: Retention, bulkhead: Bulkhead) -> None:
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
