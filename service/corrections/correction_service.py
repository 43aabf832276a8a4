"""How does CorrectionService answer?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from service.answering.left_out import add_left_out
from service.answering.mapping.statuses import write_status
from service.base.instants import to_timestamp
from service.base.names import parse_organization
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.corrections.asking import KINDS, NAMES, read_support
from service.corrections.campaigns import CorrectionCampaigns
from service.corrections.messages import conclusion_message
from service.corrections.reevaluating import Reevaluating
from service.identity.principals import scope
from service.store.uses import Place
from touchstone.v1 import correction_service_pb2, correction_service_pb2_grpc

if TYPE_CHECKING:
    import grpc

    from service.api.bulkheads import Bulkheads
    from service.base.processes import Processes
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store
    from service.store.uses import Use

    Context = grpc.aio.ServicerContext[Any, Any]


@dataclass(frozen=True, slots=True)
class WhereUsed:
    """Finds in a store what rests on something; what cards say of it stands in a gazette."""

    store: Store
    gazette: Gazette

    def uses(self, request: correction_service_pb2.ListUsesRequest) -> correction_service_pb2.ListUsesResponse:
        """List one page.

        Raises:
            InputError: a field is malformed.
            Refusal: the database cannot be read now.
            VersionError: there is no such card.
        """
        organization = parse_organization(request.parent, field="parent")
        searched = read_support(request, organization, self.gazette)
        size = read_page_size(request.page_size)
        asked = (str(request.kind), request.value, request.at_least, request.at_most, request.unit)
        query = ("uses", scope(), request.parent, *asked)
        found = self.store.uses.after(searched, _place(read_token(request.page_token, query)), size + 1)
        response = correction_service_pb2.ListUsesResponse(uses=[use_message(one) for one in found[:size]])
        if KINDS.get(request.kind) in NAMES and not request.page_token:
            near = self.store.uses.names_near(organization, request.value)
            response.looked_through_count = near.looked_through
            for one in near.names:
                response.near_names.add(name=one.name, kind=f"SUPPORT_KIND_{one.role.upper()}", count=one.count)
        if len(found) > size:
            last = found[size - 1].place
            response.next_page_token = write_token(query, f"{last.evaluation} {last.value.hex()}")
        add_left_out(response, self.store.uses.left_out(organization))
        return response


def use_message(use: Use) -> correction_service_pb2.Use:
    """Write a use."""
    return correction_service_pb2.Use(
        evaluation=use.evaluation,
        subject=use.subject,
        scorecard_version=use.scorecard_version,
        as_of_date=use.as_of_date,
        create_time=to_timestamp(use.create_time),
        conclusion=conclusion_message(
            {"kind": use.kind, "grade": use.grade, "stage": use.stage, "verdict": use.verdict}
        ),
        double_use_count=use.double_uses,
        status=write_status(use.status),
        kinds=[f"SUPPORT_KIND_{role.upper()}" for role in use.roles],
    )


def _place(position: str) -> Place | None:
    if not position:
        return None
    evaluation, _, value = position.partition(" ")
    try:
        return Place(evaluation, bytes.fromhex(value))
    except ValueError:
        raise foreign_token() from None


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
