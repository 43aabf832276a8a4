"""CorrectionService: where-used queries and campaigns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import orjson

from rules.contracts import InputError, error_message, message_factory
from service.api.evaluation_worker_specs import simulation_worker_spec
from service.api.service_dependencies import Limiters, ServiceContext, answers_in_threads, require_store
from service.base import instants, logs
from service.base.paging import foreign_token, read_page
from service.base.refusals import Reason, Refusal
from service.base.resource_names import campaign_organization, check_evaluation_name, parse_organization
from service.corrections.reevaluation import Reevaluator
from service.corrections.where_used_query import KINDS, NAMES, read_support
from service.gazette.versions import Gazette
from service.identity.principals import caller, visibility_scope
from service.output.erasure_notices import add_left_out
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import ConvertedField, Mapper, MessageMapping, UnmappedField
from service.store.campaigns import COLLECTING, PENDING
from service.store.dependents import Use, UsePosition
from service.store.tables import CampaignItemRow, CampaignRow, DispositionRow
from touchstone.v1 import correction_service_pb2, evaluation_pb2

if TYPE_CHECKING:
    import grpc

    from service.store.dependents import UseTotals
    from service.store.store import Store

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)
_MAX_REASON_CHARS = 4_000
_INVALIDATING = frozenset({"changed", "withdrawn"})
"""Dispositions that require the result's certificates to end first."""
_MAX_NAME_CHARS = 200
_DEFAULT_COUNT, _MAX_COUNT = 20, 100


DISPOSITIONS: Mapping[int, str] = {
    number: name.removeprefix("DISPOSITION_").lower()
    for name, number in correction_service_pb2.Disposition.items()
    if number
}


def _parse_conclusion(conclusion: str) -> Any:
    return orjson.loads(conclusion) if conclusion else None


def _conclusion(use: Use) -> Mapping[str, str]:
    return {"kind": use.kind, "grade": use.grade, "stage": use.stage, "verdict": use.verdict}


CORRECTIONS = Mapper(
    MessageMapping(evaluation_pb2.Conclusion, dict),
    MessageMapping(
        correction_service_pb2.Use,
        "service.store.dependents:Use",
        {"conclusion": ConvertedField(write=_conclusion), "double_use_count": "double_uses", "kinds": "roles"},
    ),
    MessageMapping(correction_service_pb2.NearName, "service.store.dependents:NearName", {"kind": "role"}),
    MessageMapping(
        correction_service_pb2.Campaign,
        "service.store.tables:CampaignRow",
        {
            "principal": ConvertedField("principal", orjson.loads),
            **dict.fromkeys(
                (
                    "affected_count",
                    "pending_count",
                    "same_count",
                    "changed_count",
                    "failed_count",
                    "disposition_counts",
                    "outcome_counts",
                ),
                UnmappedField("they are counted: write_campaign"),
            ),
        },
    ),
    MessageMapping(
        correction_service_pb2.CampaignItem,
        "service.store.tables:CampaignItemRow",
        {
            "before": ConvertedField("before", _parse_conclusion),
            "after": ConvertedField("after", _parse_conclusion),
            "after_scorecard_version": "after_version",
            "criterion_ids": ConvertedField("criteria", orjson.loads),
            "disposition_reason": "reason",
            "double_use_count": "double_uses",
        },
    ),
    base=ANSWERS,
)
"""Mapper of campaigns and uses; conclusions keep only kind, grade, stage and verdict."""


def write_campaign(row: CampaignRow, progress: Mapping[tuple[str, str], int]) -> correction_service_pb2.Campaign:
    """Return a campaign message with counts by state and disposition."""
    states, decided = Counter[str](), Counter[str]()
    for (state, disposition), count in progress.items():
        states[state] += count
        decided[disposition] += count
    return CORRECTIONS.write(
        correction_service_pb2.Campaign,
        row,
        affected_count=states.total(),
        pending_count=states["pending"],
        same_count=states["same"],
        changed_count=states["changed"],
        failed_count=states["failed"],
        disposition_counts=[
            CORRECTIONS.write(correction_service_pb2.DispositionCount, disposition=name, count=decided[name])
            for name in DISPOSITIONS.values()
            if decided[name]
        ],
    )


def write_totals(totals: UseTotals) -> correction_service_pb2.UseTotals:
    """Return the totals, most frequent conclusions first."""
    conclusions = sorted(totals.conclusions.items(), key=lambda entry: (-entry[1], entry[0]))
    return correction_service_pb2.UseTotals(
        result_count=totals.results,
        subject_count=totals.subjects,
        double_use_result_count=totals.double_use_results,
        not_standing_count=totals.invalid,
        certificate_count=totals.certificates,
        open_case_count=totals.open_cases,
        conclusion_counts=[
            correction_service_pb2.UseConclusionCount(
                scorecard_version=version,
                conclusion=_conclusion_message({"kind": kind, "grade": grade, "stage": stage, "verdict": verdict}),
                result_count=count,
            )
            for (version, kind, grade, stage, verdict), count in conclusions
        ],
    )


def outcome_counts(
    counts: Mapping[tuple[str, str, str, str, str], int],
) -> list[correction_service_pb2.CampaignOutcomeCount]:
    """Count results by earlier and new conclusion, most frequent first."""
    return [
        correction_service_pb2.CampaignOutcomeCount(
            scorecard_version=version,
            before=_conclusion_message(_parse_conclusion(before)),
            after_scorecard_version=after_version,
            after=_conclusion_message(_parse_conclusion(after)) if after else None,
            state=f"STATE_{state.upper()}",
            result_count=count,
        )
        for (version, before, after_version, after, state), count in sorted(
            counts.items(), key=lambda entry: (-entry[1], entry[0])
        )
    ]


def _conclusion_message(conclusion: Mapping[str, str]) -> evaluation_pb2.Conclusion:
    return CORRECTIONS.write(evaluation_pb2.Conclusion, conclusion)


@dataclass(frozen=True, slots=True)
class CorrectionCampaigns:
    """Correction campaigns of a store."""

    store: Store
    gazette: Gazette

    def create(self, request: correction_service_pb2.CreateCampaignRequest) -> correction_service_pb2.Campaign:
        organization = parse_organization(request.parent, field="parent")
        name = f"{request.parent}/campaigns/{request.campaign_id}"
        campaign_organization(name, field="campaign_id")
        reason = _text(request.reason, "reason", _MAX_REASON_CHARS)
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
        except Refusal as refusal:  # the stored campaign resumes collecting later
            logs.error("campaign_not_collected", campaign=name, problem=error_message(refusal)[:400])
            return self.message(begun)

    def collected(self, row: CampaignRow) -> CampaignRow:
        if row.affected != COLLECTING:
            return row
        request = correction_service_pb2.ListUsesRequest(
            kind=f"SUPPORT_KIND_{row.kind.upper()}", value=row.value, at_least=row.at_least, at_most=row.at_most,
            unit=row.unit,
        )  # fmt: skip
        for page in self.store.uses.pages(read_support(request, row.organization, self.gazette)):
            self.store.campaigns.collect([_item(row.name, use) for use in page])
        completed_row = self.store.campaigns.collected(row)
        self.store.integrate_committed()
        return completed_row

    def row(self, name: str, *, field: Literal["name", "parent"] = "name") -> CampaignRow:
        campaign_organization(name, field=field)
        row = self.store.campaigns.find(name)
        if row is None:
            raise Refusal(Reason.CAMPAIGN_NOT_FOUND, _message("NO_CAMPAIGN", name=name))
        return row

    def message(self, row: CampaignRow) -> correction_service_pb2.Campaign:
        return write_campaign(row, self.store.campaigns.progress([row.name])[row.name])

    def with_outcomes(self, row: CampaignRow) -> correction_service_pb2.Campaign:
        message = self.message(row)
        message.outcome_counts.extend(outcome_counts(self.store.campaigns.outcomes(row.name)))
        return message

    def pending(self, row: CampaignRow, count: int) -> Sequence[CampaignItemRow]:
        if count < 0:
            raise InputError.of("maximum_count", _message("COUNT", most=_MAX_COUNT), "WRONG_VALUE")
        self.collected(row)
        limit = min(count or _DEFAULT_COUNT, _MAX_COUNT)
        return self.store.campaigns.items(row.name, after="", limit=limit, state=PENDING)

    def campaigns(
        self, request: correction_service_pb2.ListCampaignsRequest
    ) -> correction_service_pb2.ListCampaignsResponse:
        organization = parse_organization(request.parent, field="parent")
        page = read_page(request, "campaigns", visibility_scope(), request.parent)
        rows = self.store.campaigns.list(organization, after=page.after, limit=page.limit)
        progress = self.store.campaigns.progress([row.name for row in rows[: page.size]])
        return correction_service_pb2.ListCampaignsResponse(
            campaigns=[write_campaign(row, progress[row.name]) for row in rows[: page.size]],
            next_page_token=page.next_token(rows, lambda row: row.name),
        )

    def items(
        self, request: correction_service_pb2.ListCampaignItemsRequest
    ) -> correction_service_pb2.ListCampaignItemsResponse:
        page = read_page(request, "items", visibility_scope(), request.parent)
        row = self.row(request.parent, field="parent")
        rows = self.store.campaigns.items(row.name, after=page.after, limit=page.limit)
        response = CORRECTIONS.write(correction_service_pb2.ListCampaignItemsResponse, items=rows[: page.size])
        response.next_page_token = page.next_token(rows, lambda row: row.evaluation)
        return response

    def dispose(
        self, request: correction_service_pb2.DisposeCampaignItemRequest
    ) -> correction_service_pb2.CampaignItem:
        check_evaluation_name(request.evaluation, field="evaluation")
        disposition = DISPOSITIONS.get(request.disposition)
        if disposition is None:
            message = _message("NO_DISPOSITION", known=tuple(DISPOSITIONS.values()))
            raise InputError.of("disposition", message, "REQUIRED")
        reason = _text(request.reason, "reason", _MAX_REASON_CHARS)
        person = _text(request.person, "person", _MAX_NAME_CHARS)
        row = self.row(request.name)
        item = self.store.campaigns.item(row.name, request.evaluation)
        if item is None:
            message = _message("NOT_TOUCHED", campaign=row.name, name=request.evaluation)
            raise Refusal(Reason.EVALUATION_NOT_FOUND, message)
        if item.state == PENDING:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("STILL_PENDING", name=request.evaluation))
        certificates = self.store.campaigns.certificates_on(request.evaluation) if disposition in _INVALIDATING else ()
        for case, certificate, number in certificates:
            message = _message("CERTIFICATE_RESTS", number=number, case=case, item=certificate, campaign=row.name)
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
        message: Any = _message("NO_TEXT", found=len(text), most=most)
        raise InputError.of(field, message, "REQUIRED")
    return text


def _caller() -> str:
    return orjson.dumps(caller().identity, option=orjson.OPT_SORT_KEYS).decode()


@dataclass(frozen=True, slots=True)
class WhereUsed:
    """Queries for the results that depend on an input."""

    store: Store
    gazette: Gazette

    def uses(self, request: correction_service_pb2.ListUsesRequest) -> correction_service_pb2.ListUsesResponse:
        organization = parse_organization(request.parent, field="parent")
        searched = read_support(request, organization, self.gazette)
        filters = (str(request.kind), request.value, request.at_least, request.at_most, request.unit)
        page = read_page(request, "uses", visibility_scope(), request.parent, *filters)
        uses = self.store.uses.after(searched, _parse_position(page.after), page.limit)
        response = CORRECTIONS.write(correction_service_pb2.ListUsesResponse, uses=uses[: page.size])
        if KINDS.get(request.kind) in NAMES and not request.page_token:
            near = self.store.uses.names_near(organization, request.value)
            response.looked_through_count = near.looked_through
            response.near_names.extend(CORRECTIONS.write(correction_service_pb2.NearName, name) for name in near.names)
        response.next_page_token = page.next_token(uses, lambda use: f"{use.place.evaluation} {use.place.value.hex()}")
        if request.with_totals:
            response.totals.CopyFrom(write_totals(self.store.uses.totals(searched)))
        add_left_out(response, self.store.uses.left_out(organization))
        return response


def _parse_position(position: str) -> UsePosition | None:
    if not position:
        return None
    evaluation, _, value = position.partition(" ")
    try:
        return UsePosition(evaluation, bytes.fromhex(value))
    except ValueError:
        raise foreign_token() from None


_SERVICE = correction_service_pb2.DESCRIPTOR.services_by_name["CorrectionService"]


class CorrectionApi:
    """RPC methods of correction campaigns."""

    def __init__(self, campaigns: CorrectionCampaigns, reevaluating: Reevaluator, places: Limiters) -> None:
        self._campaigns = campaigns
        self._reevaluating = reevaluating
        self._reading, self._trying = places.reading, places.trying

    async def ReevaluateCampaign(
        self, request: correction_service_pb2.ReevaluateCampaignRequest, context: Context
    ) -> correction_service_pb2.Campaign:
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
        with self._reading.slot():
            row = await self._reading.in_thread(self._campaigns.row, request.name)
            return await self._reading.in_thread(self._campaigns.with_outcomes, row)


def add(parts: ServiceContext) -> None:
    """Register the correction service."""
    store, gazette, limiters = require_store(parts), parts.gazette, parts.limiters
    reevaluator = Reevaluator(
        store, gazette, parts.processes(simulation_worker_spec(gazette.folder)), limiters.trying.in_thread
    )
    campaigns = CorrectionCampaigns(store, gazette)
    reading = answers_in_threads(
        limiters.reading,
        {
            "ListUses": WhereUsed(store, gazette).uses,
            "ListCampaigns": campaigns.campaigns,
            "ListCampaignItems": campaigns.items,
        },
    )
    deciding = answers_in_threads(
        limiters.trying, {"CreateCampaign": campaigns.create, "DisposeCampaignItem": campaigns.dispose}
    )
    parts.answer(_SERVICE, CorrectionApi(campaigns, reevaluator, limiters), reading, deciding)
