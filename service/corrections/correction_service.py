"""How does CorrectionService answer?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.corrections.uses import WhereUsed
from touchstone.v1 import correction_service_pb2, correction_service_pb2_grpc

if TYPE_CHECKING:
    import grpc

    from service.api.bulkheads import Bulkheads
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store

    Context = grpc.aio.ServicerContext[Any, Any]

NAME = correction_service_pb2.DESCRIPTOR.services_by_name["CorrectionService"].full_name


class CorrectionApi(correction_service_pb2_grpc.CorrectionServiceServicer):
    """Finds what a correction touches."""

    def __init__(self, where_used: WhereUsed, bulkheads: Bulkheads) -> None:
        """Find it here."""
        self._where_used = where_used
        self._reading = bulkheads.reading

    async def ListUses(
        self, request: correction_service_pb2.ListUsesRequest, context: Context
    ) -> correction_service_pb2.ListUsesResponse:
        """List one page of what rests on something."""
        with self._reading.entered():
            return await self._reading.in_thread(self._where_used.uses, request)


def add_corrections(server: grpc.aio.Server, store: Store, gazette: Gazette, bulkheads: Bulkheads) -> None:
    """Let a server find what a correction touches."""
    api = CorrectionApi(WhereUsed(store, gazette), bulkheads)
    correction_service_pb2_grpc.add_CorrectionServiceServicer_to_server(api, server)
