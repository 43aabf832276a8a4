"""CorrectionService: RPC methods of where-used queries and correction campaigns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import orjson

from rules.contracts import InputError, Violation, error_message, message_factory
from service.api.evaluation_worker_specs import simulation_worker_spec
from service.api.service_dependencies import Limiters, ServiceContext, answers_in_threads, require_store
from service.base import instants, logs
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import campaign_organization, check_evaluation_name, parse_organization
from service.corrections.messages import CORRECTIONS, DISPOSITIONS, outcome_counts, write_campaign, write_totals
from service.corrections.reevaluation import Reevaluator
from service.corrections.where_used_query import KINDS, NAMES, read_support
from service.gazette.versions import Gazette
from service.identity.principals import caller, visibility_scope
from service.output.erasure_notices import add_left_out
from service.store.campaigns import COLLECTING, PENDING
from service.store.dependents import Use, UsePosition
from service.store.tables import CampaignItemRow, CampaignRow, DispositionRow
from touchstone.v1 import correction_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.store.store import Store

    Context = grpc.aio.ServicerContext[Any, Any]


_say = message_factory(__name__)

_LONGEST_REASON = 4_000
_ENDS = frozenset({"changed", "withdrawn"})
"""The dispositions by which a result does not stand, which a certificate on it may not outlive."""
_LONGEST_NAME = 200
_AT_ONCE, _MOST_AT_ONCE = 20, 100


@dataclass(frozen=True, slots=True)
class CorrectionCampaigns:
    """Leads through the corrections that a store keeps."""

    store: Store
    gazette: Gazette

    def create(self, request: correction_service_pb2.CreateCampaignRequest) -> correction_service_pb2.Campaign:
        """Begin a campaign, or return the one that was begun so."""
        organization = parse_organization(request.parent, field="parent")
        name = f"{request.parent}/campaigns/{request.campaign_id}"
        campaign_organization(name, field="campaign_id")
        reason = _text(request.reason, "reason", _LONGEST_REASON)
        read_support(request, organization, self.gazette)
        row = CampaignRow(
            name=name,
            organization=organization,
            kind=KINDS[request.kind],
            value=request.value,
            at_least=request.at_least,
            at_most=request.at_most,
            unit=request.unit,
            reason=reason,
            principal=_caller(),
            create_time=instants.now(),
            affected=COLLECTING,
        )
        begun = self.store.campaigns.begin(row)
        try:
            return self.message(self.collected(begun))
        except Refusal as refusal:  # the campaign is kept, and finds its results when it is gone on with
            logs.error("campaign_not_collected", campaign=name, problem=error_message(refusal)[:400])
            return self.message(begun)

    def collected(self, row: CampaignRow) -> CampaignRow:
        """Find the results that a campaign touches, page by page, each kept before the next is read.

        What was found before somebody stopped stays; a campaign whose results were all found is given back as it is.
        """
        if row.affected != COLLECTING:
            return row
        asked = correction_service_pb2.ListUsesRequest(
            kind=f"SUPPORT_KIND_{row.kind.upper()}", value=row.value, at_least=row.at_least, at_most=row.at_most,
            unit=row.unit,
        )  # fmt: skip
        for page in self.store.uses.pages(read_support(asked, row.organization, self.gazette)):
            self.store.campaigns.collect([_item(row.name, use) for use in page])
        whole = self.store.campaigns.collected(row)
        self.store.integrate_committed()
        return whole

    def row(self, name: str, *, field: Literal["name", "parent"] = "name") -> CampaignRow:
        """Find a campaign."""
        campaign_organization(name, field=field)
        row = self.store.campaigns.find(name)
        if row is None:
            raise Refusal(Reason.CAMPAIGN_NOT_FOUND, _say("NO_CAMPAIGN", name=name))
        return row

    def message(self, row: CampaignRow) -> correction_service_pb2.Campaign:
        """Say how far a campaign is."""
        return write_campaign(row, self.store.campaigns.progress([row.name])[row.name])

    def with_outcomes(self, row: CampaignRow) -> correction_service_pb2.Campaign:
        """Return a campaign with what all its results concluded and would conclude."""
        message = self.message(row)
        message.outcome_counts.extend(outcome_counts(self.store.campaigns.outcomes(row.name)))
        return message

    def pending(self, row: CampaignRow, count: int) -> Sequence[CampaignItemRow]:
        """Give the next results to be evaluated again, once all are found."""
        if count < 0:
            raise InputError((Violation("maximum_count", _say("COUNT", most=_MOST_AT_ONCE), "WRONG_VALUE"),))
        self.collected(row)
        limit = min(count or _AT_ONCE, _MOST_AT_ONCE)
        return self.store.campaigns.items(row.name, after="", limit=limit, state=PENDING)

    def campaigns(
        self, request: correction_service_pb2.ListCampaignsRequest
    ) -> correction_service_pb2.ListCampaignsResponse:
        """List one page of the campaigns of an organisation."""
        organization = parse_organization(request.parent, field="parent")
        size, query = read_page_size(request.page_size), ("campaigns", visibility_scope(), request.parent)
        after = read_token(request.page_token, query)
        rows = self.store.campaigns.list(organization, after=after, limit=size + 1)
        progress = self.store.campaigns.progress([row.name for row in rows[:size]])
        response = correction_service_pb2.ListCampaignsResponse(
            campaigns=[write_campaign(row, progress[row.name]) for row in rows[:size]]
        )
        if len(rows) > size:
            response.next_page_token = write_token(query, rows[size - 1].name)
        return response

    def items(
        self, request: correction_service_pb2.ListCampaignItemsRequest
    ) -> correction_service_pb2.ListCampaignItemsResponse:
        """List one page of the results of a campaign."""
        size, query = read_page_size(request.page_size), ("items", visibility_scope(), request.parent)
        after = read_token(request.page_token, query)
        row = self.row(request.parent, field="parent")
        rows = self.store.campaigns.items(row.name, after=after, limit=size + 1)
        response = CORRECTIONS.write(correction_service_pb2.ListCampaignItemsResponse, items=rows[:size])
        if len(rows) > size:
            response.next_page_token = write_token(query, rows[size - 1].evaluation)
        return response

    def dispose(
        self, request: correction_service_pb2.DisposeCampaignItemRequest
    ) -> correction_service_pb2.CampaignItem:
        """Decide of a result."""
        check_evaluation_name(request.evaluation, field="evaluation")
        disposition = DISPOSITIONS.get(request.disposition)
        if disposition is None:
            message = _say("NO_DISPOSITION", known=tuple(DISPOSITIONS.values()))
            raise InputError((Violation("disposition", message, "REQUIRED"),))
        reason = _text(request.reason, "reason", _LONGEST_REASON)
        person = _text(request.person, "person", _LONGEST_NAME)
        row = self.row(request.name)
        item = self.store.campaigns.item(row.name, request.evaluation)
        if item is None:
            message = _say("NOT_TOUCHED", campaign=row.name, name=request.evaluation)
            raise Refusal(Reason.EVALUATION_NOT_FOUND, message)
        if item.state == PENDING:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _say("STILL_PENDING", name=request.evaluation))
        resting = self.store.campaigns.certificates_on(request.evaluation) if disposition in _ENDS else ()
        for case, certificate, number in resting:
            message = _say("CERTIFICATE_RESTS", number=number, case=case, item=certificate, campaign=row.name)
            raise Refusal(Reason.STEP_NOT_ALLOWED, message)
        self.store.campaigns.dispose(
            DispositionRow(
                campaign=row.name,
                number=0,
                evaluation=request.evaluation,
                disposition=disposition,
                reason=reason,
                person=person,
                principal=_caller(),
                time=instants.now(),
            )
        )
        self.store.integrate_committed()
        decided = self.store.campaigns.item(row.name, request.evaluation)
        return CORRECTIONS.write(correction_service_pb2.CampaignItem, decided or item)


def _item(campaign: str, use: Use) -> CampaignItemRow:
    before = {"kind": use.kind, "grade": use.grade, "stage": use.stage, "verdict": use.verdict}
    return CampaignItemRow(
        campaign=campaign,
        evaluation=use.evaluation,
        subject=use.subject,
        scorecard_version=use.scorecard_version,
        as_of_date=use.as_of_date,
        before=orjson.dumps(before).decode(),
        double_uses=use.double_uses,
    )


def _text(text: str, field: str, most: int) -> str:
    if not text.strip() or len(text) > most:
        message: Any = _say("NO_TEXT", found=len(text), most=most)
        raise InputError((Violation(field, message, "REQUIRED"),))
    return text


def _caller() -> str:
    return orjson.dumps(caller().identity, option=orjson.OPT_SORT_KEYS).decode()


@dataclass(frozen=True, slots=True)
class WhereUsed:
    """Finds in a store what rests on something; what cards say of it stands in a gazette."""

    store: Store
    gazette: Gazette

    def uses(self, request: correction_service_pb2.ListUsesRequest) -> correction_service_pb2.ListUsesResponse:
        """List one page."""
        organization = parse_organization(request.parent, field="parent")
        searched = read_support(request, organization, self.gazette)
        size = read_page_size(request.page_size)
        asked = (str(request.kind), request.value, request.at_least, request.at_most, request.unit)
        query = ("uses", visibility_scope(), request.parent, *asked)
        uses = self.store.uses.after(searched, _place(read_token(request.page_token, query)), size + 1)
        response = CORRECTIONS.write(correction_service_pb2.ListUsesResponse, uses=uses[:size])
        if KINDS.get(request.kind) in NAMES and not request.page_token:
            near = self.store.uses.names_near(organization, request.value)
            response.looked_through_count = near.looked_through
            response.near_names.extend(CORRECTIONS.write(correction_service_pb2.NearName, name) for name in near.names)
        if len(uses) > size:
            last = uses[size - 1].place
            response.next_page_token = write_token(query, f"{last.evaluation} {last.value.hex()}")
        if request.with_totals:
            response.totals.CopyFrom(write_totals(self.store.uses.totals(searched)))
        add_left_out(response, self.store.uses.left_out(organization))
        return response


def _place(position: str) -> UsePosition | None:
    if not position:
        return None
    evaluation, _, value = position.partition(" ")
    try:
        return UsePosition(evaluation, bytes.fromhex(value))
    except ValueError:
        raise foreign_token() from None


_SERVICE = correction_service_pb2.DESCRIPTOR.services_by_name["CorrectionService"]


class CorrectionApi:
    """Leads through a correction."""

    def __init__(self, campaigns: CorrectionCampaigns, reevaluating: Reevaluator, places: Limiters) -> None:
        """Evaluate what is led here again so."""
        self._campaigns = campaigns
        self._reevaluating = reevaluating
        self._reading, self._trying = places.reading, places.trying

    async def ReevaluateCampaign(
        self, request: correction_service_pb2.ReevaluateCampaignRequest, context: Context
    ) -> correction_service_pb2.Campaign:
        """Evaluate the next results of a campaign again, each kept before the next is begun."""
        campaigns = self._campaigns
        with self._trying.slot():
            row = await self._trying.in_thread(campaigns.row, request.name)
            for item in await self._trying.in_thread(campaigns.pending, row, request.maximum_count):
                evaluated = await self._reevaluating.item(row, item)
                await self._trying.in_thread(campaigns.store.campaigns.evaluated, evaluated)
            return await self._trying.in_thread(campaigns.message, row)

    async def GetCampaign(
        self, request: correction_service_pb2.GetCampaignRequest, context: Context
    ) -> correction_service_pb2.Campaign:
        """Return a campaign."""
        with self._reading.slot():
            row = await self._reading.in_thread(self._campaigns.row, request.name)
            return await self._reading.in_thread(self._campaigns.with_outcomes, row)


def add(parts: ServiceContext) -> None:
    """Find what a correction touches, and lead through it."""
    store, gazette, places = require_store(parts), parts.gazette, parts.limiters
    again = Reevaluator(
        store, gazette, parts.processes(simulation_worker_spec(gazette.folder)), places.trying.in_thread
    )
    campaigns = CorrectionCampaigns(store, gazette)
    reading = answers_in_threads(
        places.reading,
        {
            "ListUses": WhereUsed(store, gazette).uses,
            "ListCampaigns": campaigns.campaigns,
            "ListCampaignItems": campaigns.items,
        },
    )
    deciding = answers_in_threads(
        places.trying, {"CreateCampaign": campaigns.create, "DisposeCampaignItem": campaigns.dispose}
    )
    parts.answer(_SERVICE, CorrectionApi(campaigns, again, places), reading, deciding)
