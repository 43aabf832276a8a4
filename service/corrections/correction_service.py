"""How does CorrectionService answer?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.corrections.campaigns import CorrectionCampaigns
from service.corrections.reevaluating import Reevaluating
from service.corrections.uses import WhereUsed
from touchstone.v1 import correction_service_pb2, correction_service_pb2_grpc

if TYPE_CHECKING:
    import grpc

    from service.api.bulkheads import Bulkheads
    from service.base.processes import Processes
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store

    Context = grpc.aio.ServicerContext[Any, Any]

NAME = correction_service_pb2.DESCRIPTOR.services_by_name["CorrectionService"].full_name


class CorrectionApi(correction_service_pb2_grpc.CorrectionServiceServicer):
    """Finds what a correction touches, and leads through it."""

    def __init__(self, where_used: WhereUsed, reevaluating: Reevaluating, bulkheads: Bulkheads) -> None:
        """Find it here, and evaluate again so."""
        self._where_used = where_used
        self._campaigns = CorrectionCampaigns(where_used.store, where_used.gazette)
        self._reevaluating = reevaluating
        self._reading, self._trying = bulkheads.reading, bulkheads.trying

    async def ListUses(
        self, request: correction_service_pb2.ListUsesRequest, context: Context
    ) -> correction_service_pb2.ListUsesResponse:
        """List one page of what rests on something."""
        with self._reading.entered():
            return await self._reading.in_thread(self._where_used.uses, request)

    async def CreateCampaign(
        self, request: correction_service_pb2.CreateCampaignRequest, context: Context
    ) -> correction_service_pb2.Campaign:
        """Begin a campaign."""
        with self._trying.entered():
            return await self._trying.in_thread(self._campaigns.create, request)

    async def ReevaluateCampaign(
        self, request: correction_service_pb2.ReevaluateCampaignRequest, context: Context
    ) -> correction_service_pb2.Campaign:
        """Evaluate the next results of a campaign again, each kept before the next is begun."""
        campaigns = self._campaigns
        with self._trying.entered():
            row = await self._trying.in_thread(campaigns.row, request.name)
            for item in await self._trying.in_thread(campaigns.pending, row, request.maximum_count):
                evaluated = await self._reevaluating.item(row, item)
                await self._trying.in_thread(campaigns.store.campaigns.evaluated, evaluated)
            return await self._trying.in_thread(campaigns.message, row)

    async def GetCampaign(
        self, request: correction_service_pb2.GetCampaignRequest, context: Context
    ) -> correction_service_pb2.Campaign:
        """Return a campaign."""
        with self._reading.entered():
            row = await self._reading.in_thread(self._campaigns.row, request.name)
            return await self._reading.in_thread(self._campaigns.message, row)

    async def ListCampaigns(
        self, request: correction_service_pb2.ListCampaignsRequest, context: Context
    ) -> correction_service_pb2.ListCampaignsResponse:
        """List the campaigns of an organisation."""
        with self._reading.entered():
            return await self._reading.in_thread(self._campaigns.campaigns, request)

    async def ListCampaignItems(
        self, request: correction_service_pb2.ListCampaignItemsRequest, context: Context
    ) -> correction_service_pb2.ListCampaignItemsResponse:
        """List the results of a campaign."""
        with self._reading.entered():
            return await self._reading.in_thread(self._campaigns.items, request)

    async def DisposeCampaignItem(
        self, request: correction_service_pb2.DisposeCampaignItemRequest, context: Context
    ) -> correction_service_pb2.CampaignItem:
        """Decide of one result."""
        with self._trying.entered():
            return await self._trying.in_thread(self._campaigns.dispose, request)


def add_corrections(
    server: grpc.aio.Server, store: Store, gazette: Gazette, *, trying: Processes, bulkheads: Bulkheads
) -> None:
    """Let a server find what a correction touches, and lead through it."""
    api = CorrectionApi(
        WhereUsed(store, gazette), Reevaluating(store, gazette, trying, bulkheads.trying.in_thread), bulkheads
    )
    correction_service_pb2_grpc.add_CorrectionServiceServicer_to_server(api, server)
