"""Correction pages: results that use an item, and campaigns that re-evaluate them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from rules.contracts import InputError, TouchstoneError, message_factory
from service.output.mapping.mapper import word_of
from service.output.tables import Column, Table, table_csv, workbook_of
from service.workbench.message_forms import MessageForm, enum_name, enum_words
from service.workbench.page import Download, Page
from service.workbench.pages.results import standing_word
from service.workbench.queries import MOST, id_of, listed_all, load_account_names
from service.workbench.titles import ReadVersions
from touchstone.v1 import correction_service_pb2 as corrections

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_CAMPAIGN_BATCH_SIZE, _PAGE_SIZE = 20, 100
_MAX_SHEET_ROWS, _MIN_COLUMN_WIDTH = 20_000, 16
_BOUNDS = ("at_least", "at_most", "unit")
_CAMPAIGN_FORM = MessageForm(corrections.CreateCampaignRequest, ("campaign_id", "kind", "value", *_BOUNDS, "reason"))
_DISPOSAL_FORM = MessageForm(corrections.DisposeCampaignItemRequest, ("disposition", "reason"))
_State = corrections.CampaignItem.State


def _kind(number: corrections.SupportKind) -> str:
    return word_of(corrections.SupportKind, number)


@dataclass(frozen=True, slots=True)
class RequestedUses:
    """Results that depend on the requested item: one page, and totals."""

    uses: Sequence[tuple[corrections.Use, str, str]]
    totals: corrections.UseTotals
    conclusions: Sequence[tuple[str, str, int]]
    near: Sequence[tuple[corrections.NearName, str]]
    next: str
    left_out: int


async def _load(page_request: PageRequest) -> Shown:
    request = corrections.ListCampaignsRequest(
        parent=page_request.parent, page_token=page_request.query.get("campaigns", "")
    )
    listed = await page_request.ask("CorrectionService/ListCampaigns", request)
    campaigns = [(campaign, id_of(campaign.name), _kind(campaign.kind)) for campaign in listed.campaigns]
    kinds = page_request.choices("support", enum_words(corrections.SupportKind.DESCRIPTOR))
    query = _query(page_request)
    exported = urlencode({name: text for name, text in query.items() if text})
    return {
        "one": None, "found": campaigns, "kinds": kinds, "bounds": _BOUNDS, "next": listed.next_page_token,
        "query": query, "asked": await _load_uses(page_request, query), "id_of": id_of, "exported": exported,
        "may_ask": page_request.may(_USES), "decided": _count_decided,
    }  # fmt: skip


async def _load_uses(page_request: PageRequest, query: Mapping[str, str]) -> RequestedUses | None:
    if not query["value"] or page_request.answers_form or not page_request.may(_USES):
        return None
    request = _uses_request(page_request, query)
    request.page_size, request.page_token = _PAGE_SIZE, page_request.query.get("page_token", "")
    request.with_totals = True
    try:
        listed = await page_request.ask(_USES, request)
    except TouchstoneError as error:
        page_request.note_problems(error)
        return None
    read = ReadVersions(page_request)
    uses = [
        (use, await read.title(use.scorecard_version), await read.conclusion(use.scorecard_version, use.conclusion))
        for use in listed.uses
    ]
    conclusions = [
        (await read.title(counted.scorecard_version),
         await read.conclusion(counted.scorecard_version, counted.conclusion), counted.result_count)
        for counted in listed.totals.conclusion_counts
    ]  # fmt: skip
    return RequestedUses(
        uses, listed.totals, conclusions, [(near, _kind(near.kind)) for near in listed.near_names],
        listed.next_page_token, listed.left_out.ByteSize(),
    )  # fmt: skip


def _query(page_request: PageRequest) -> Mapping[str, str]:
    return {name: page_request.query.get(name, "").strip() for name in ("kind", "value", *_BOUNDS)}


def _uses_request(page_request: PageRequest, query: Mapping[str, str]) -> corrections.ListUsesRequest:
    kind = enum_name(corrections.SupportKind.DESCRIPTOR, query["kind"])
    request = corrections.ListUsesRequest(parent=page_request.parent, kind=kind, value=query["value"])
    for bound in _BOUNDS:
        setattr(request, bound, query[bound])
    return request


async def _load_csv(page_request: PageRequest) -> Download:
    table = await _uses_table(page_request)
    return Download("uses.csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf" + table_csv(table).encode())


async def _load_workbook(page_request: PageRequest) -> Download:
    table = await _uses_table(page_request, most=_MAX_SHEET_ROWS)
    content = await page_request.in_thread(workbook_of, {page_request.w["where_used"]["sheet"]: table})
    return Download("uses.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content)


async def _uses_table(page_request: PageRequest, most: int | None = None) -> Table[_UseRow]:
    request = _uses_request(page_request, _query(page_request))
    request.page_size = MOST
    read, rows = ReadVersions(page_request), list[_UseRow]()
    async for use in listed_all(page_request, _USES, request, "uses"):
        if len(rows) == most:
            raise InputError.of("value", _message("SHEET_FULL", most=most), "TOO_LARGE")
        conclusion = await read.conclusion(use.scorecard_version, use.conclusion)
        state = standing_word(use.status) if use.HasField("status") else "stands"
        rows.append(_UseRow(use, conclusion, page_request.word("result_standing", state)))
    words = page_request.w["where_used"]["columns"]
    widths = (max(_MIN_COLUMN_WIDTH, 2 * len(words[name])) for name in _COLUMNS)
    return Table(
        [Column(words[name], cell, width) for (name, cell), width in zip(_COLUMNS.items(), widths, strict=True)], rows
    )


@dataclass(frozen=True, slots=True)
class _UseRow:
    use: corrections.Use
    conclusion: str
    state: str


_COLUMNS: Mapping[str, Callable[[_UseRow], str]] = {
    "subject": lambda row: row.use.subject,
    "evaluation": lambda row: row.use.evaluation,
    "version": lambda row: row.use.scorecard_version,
    "as_of": lambda row: row.use.as_of_date,
    "stored": lambda row: row.use.create_time.ToJsonString(),
    "concluded": lambda row: row.conclusion,
    "state": lambda row: row.state,
    "double_uses": lambda row: str(row.use.double_use_count),
}


def _count_decided(campaign: corrections.Campaign) -> int:
    return sum(count.count for count in campaign.disposition_counts)


async def _create_campaign(page_request: PageRequest) -> str:
    request = _CAMPAIGN_FORM.read(page_request, corrections.CreateCampaignRequest(parent=page_request.parent))
    await page_request.ask("CorrectionService/CreateCampaign", request)
    return f"/workbench/corrections/{quote(request.campaign_id)}"


def _name(page_request: PageRequest) -> str:
    return f"{page_request.parent}/campaigns/{page_request.path['campaign']}"


async def _load_campaign(page_request: PageRequest) -> Shown:
    campaign = await page_request.ask(
        "CorrectionService/GetCampaign", corrections.GetCampaignRequest(name=_name(page_request))
    )
    await load_account_names(page_request)
    request = corrections.ListCampaignItemsRequest(
        parent=campaign.name, page_size=_PAGE_SIZE, page_token=page_request.query.get("page_token", "")
    )
    listed = await page_request.ask("CorrectionService/ListCampaignItems", request)
    read = ReadVersions(page_request)
    items = [
        (
            item, word_of(_State, item.state),
            (await read.conclusion(item.scorecard_version, item.before),
             await read.conclusion(item.after_scorecard_version, item.after)),
        )
        for item in listed.items
    ]  # fmt: skip
    return {
        "one": campaign, "id": id_of(campaign.name), "kind": _kind(campaign.kind), "items": items,
        "next": listed.next_page_token, "sums": await _outcome_counts(read, campaign),
        "decided": _count_decided(campaign),
        "dispositions": enum_words(corrections.Disposition.DESCRIPTOR), "disposition_of": _disposition, "id_of": id_of,
        "counts": {_disposition(count.disposition): count.count for count in campaign.disposition_counts},
        "may_decide": page_request.may(_DISPOSE),
    }  # fmt: skip


async def _outcome_counts(read: ReadVersions, campaign: corrections.Campaign) -> list[tuple[tuple[str, str, str], int]]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for counted in campaign.outcome_counts:
        before = await read.conclusion(counted.scorecard_version, counted.before)
        after = await read.conclusion(counted.after_scorecard_version, counted.after)
        counts[before, after, word_of(_State, counted.state)] += counted.result_count
    return sorted(counts.items(), key=lambda entry: (entry[0][2] == "same", -entry[1]))


def _disposition(number: corrections.Disposition) -> str:
    return word_of(corrections.Disposition, number)


async def _submit_campaign(page_request: PageRequest) -> str:
    return await (_dispose if page_request.typed("do") == "dispose" else _reevaluate)(page_request)


async def _dispose(page_request: PageRequest) -> str:
    ticked = page_request.several("evaluation")
    if not ticked:
        raise InputError.of("evaluation", _message("NOTHING_TICKED"), "REQUIRED")
    person = page_request.user.principal.id if page_request.user else ""
    request = corrections.DisposeCampaignItemRequest(name=_name(page_request), person=person)
    _DISPOSAL_FORM.read(page_request, request)
    for id in ticked:
        request.evaluation = f"{page_request.parent}/evaluations/{id}"
        await page_request.ask(_DISPOSE, request)
    return page_request.address


async def _reevaluate(page_request: PageRequest) -> str:
    request = corrections.ReevaluateCampaignRequest(name=_name(page_request), maximum_count=_CAMPAIGN_BATCH_SIZE)
    await page_request.ask("CorrectionService/ReevaluateCampaign", request)
    return f"/workbench/corrections/{quote(page_request.path['campaign'])}"


_USES = "CorrectionService/ListUses"
_DISPOSE = "CorrectionService/DisposeCampaignItem"
_LIST, _GET = "CorrectionService/ListCampaigns", "CorrectionService/GetCampaign"
PAGES = (
    Page("/workbench/corrections.csv", "", _USES, _load_csv),
    Page("/workbench/corrections.xlsx", "", _USES, _load_workbook),
    Page(
        "/workbench/corrections",
        "corrections.html.jinja",
        _LIST,
        _load,
        _create_campaign,
        nav="corrections",
        nav_group="results",
    ),
    Page("/workbench/corrections/{campaign}", "campaign.html.jinja", _GET, _load_campaign, _submit_campaign),
)
