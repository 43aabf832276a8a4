"""Correction pages: campaigns, affected results, and their evaluation again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from service.workbench.page import Page
from service.workbench.queries import id_of
from service.workbench.titles import ReadVersions
from touchstone.v1 import correction_service_pb2 as corrections

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_AT_ONCE, _SHOWN = 20, 100
_KINDS = tuple(name.removeprefix("SUPPORT_KIND_").lower() for name in corrections.SupportKind.keys()[1:])
_BOUNDS = ("at_least", "at_most", "unit")
_State = corrections.CampaignItem.State


def _kind(number: corrections.SupportKind) -> str:
    return corrections.SupportKind.Name(number).removeprefix("SUPPORT_KIND_").lower()


async def _load(page_request: PageRequest) -> Shown:
    asked = corrections.ListCampaignsRequest(
        parent=page_request.parent, page_token=page_request.query.get("page_token", "")
    )
    listed = await page_request.ask("CorrectionService/ListCampaigns", asked)
    campaigns = [(campaign, id_of(campaign.name), _kind(campaign.kind)) for campaign in listed.campaigns]
    kinds = [(kind, page_request.word("support", kind)) for kind in _KINDS]
    return {"one": None, "found": campaigns, "kinds": kinds, "bounds": _BOUNDS, "next": listed.next_page_token}


async def _begin(page_request: PageRequest) -> str:
    id = page_request.typed("campaign_id").strip()
    kind = page_request.typed("kind")
    asked = corrections.CreateCampaignRequest(
        parent=page_request.parent, campaign_id=id, value=page_request.typed("value").strip(),
        reason=page_request.typed("reason"),
        kind=f"SUPPORT_KIND_{kind.upper()}" if kind in _KINDS else "SUPPORT_KIND_UNSPECIFIED",
        **{name: page_request.typed(name).strip() for name in _BOUNDS},
    )  # fmt: skip
    await page_request.ask("CorrectionService/CreateCampaign", asked)
    return f"/workbench/corrections/{quote(id)}"


def _name(page_request: PageRequest) -> str:
    return f"{page_request.parent}/campaigns/{page_request.path['campaign']}"


async def _load_one(page_request: PageRequest) -> Shown:
    campaign = await page_request.ask(
        "CorrectionService/GetCampaign", corrections.GetCampaignRequest(name=_name(page_request))
    )
    asked = corrections.ListCampaignItemsRequest(
        parent=campaign.name, page_size=_SHOWN, page_token=page_request.query.get("page_token", "")
    )
    listed = await page_request.ask("CorrectionService/ListCampaignItems", asked)
    read = ReadVersions(page_request)
    items = [
        (
            item, _State.Name(item.state).removeprefix("STATE_").lower(),
            (await read.conclusion(item.scorecard_version, item.before),
             await read.conclusion(item.after_scorecard_version, item.after)),
        )
        for item in listed.items
    ]  # fmt: skip
    return {
        "one": campaign,
        "id": id_of(campaign.name),
        "kind": _kind(campaign.kind),
        "items": items,
        "next": listed.next_page_token,
    }


async def _evaluate(page_request: PageRequest) -> str:
    """Evaluate the next results again; the page is left and come back to at will."""
    asked = corrections.ReevaluateCampaignRequest(name=_name(page_request), maximum_count=_AT_ONCE)
    await page_request.ask("CorrectionService/ReevaluateCampaign", asked)
    return f"/workbench/corrections/{quote(page_request.path['campaign'])}"


_LIST, _GET = "CorrectionService/ListCampaigns", "CorrectionService/GetCampaign"
PAGES = (
    Page("/workbench/corrections", "corrections.html.jinja", _LIST, _load, _begin, nav="corrections"),
    Page("/workbench/corrections/{campaign}", "corrections.html.jinja", _GET, _load_one, _evaluate),
)
