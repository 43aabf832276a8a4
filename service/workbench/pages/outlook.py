"""Outlook pages: expected changes of results, each with its criteria, and the lines on case and certificate pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.output.mapping.mapper import word_of
from service.workbench.conclusions import conclusion_summary, criterion_result
from service.workbench.page import Page
from service.workbench.queries import id_of
from service.workbench.titles import ReadVersions, short_version, titles
from touchstone.v1 import outlook_service_pb2 as outlook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.page import PageRequest, Shown

LIST = "OutlookService/ListExpectedChanges"
_GET, _SUMMARIZE = "OutlookService/GetExpectedChange", "OutlookService/SummarizeExpectedChanges"
_PAGE_SIZE, _MAX_LINES = 100, 5
_CAUSES = {
    name.removeprefix("EXPECTED_CHANGE_CAUSE_").lower(): number
    for name, number in outlook.ExpectedChangeCause.items()
    if number
}


class ShownChange(NamedTuple):
    """Expected change with the titles of its conclusions, and its causes in words."""

    change: outlook.ExpectedChange
    before: str
    after: str
    causes: Sequence[str]

    @property
    def id(self) -> str:
        return id_of(self.change.name)


async def shown_changes(
    page_request: PageRequest, listed: Sequence[outlook.ExpectedChange], read: ReadVersions | None = None
) -> list[ShownChange]:
    """Return expected changes with their texts."""
    read, none = read or ReadVersions(page_request), page_request.w["outlook"]["no_version"]
    return [
        ShownChange(
            change,
            await read.conclusion(change.from_version, change.before) if change.HasField("before") else none,
            await read.conclusion(change.to_version, change.after) if change.HasField("after") else none,
            [_cause_text(page_request, cause) for cause in change.causes],
        )
        for change in listed
    ]


async def expected_changes_of(page_request: PageRequest, evaluation: str) -> list[ShownChange]:
    """Return the next expected changes of a result, for a line on another page; none for readers without access."""
    if not evaluation or not page_request.may(LIST):
        return []
    request = outlook.ListExpectedChangesRequest(
        parent=page_request.parent, evaluation=evaluation, page_size=_MAX_LINES
    )
    part = await page_request.part(page_request.ask(LIST, request))
    return [] if part.answer is None else await shown_changes(page_request, part.answer.expected_changes)


def _cause_text(page_request: PageRequest, cause: outlook.ChangeCause) -> str:
    text = page_request.word("outlook_cause_text", word_of(outlook.ExpectedChangeCause, cause.kind))
    return text.format(name=short_version(cause.name) if "/versions/" in cause.name else id_of(cause.name))


async def _load(page_request: PageRequest) -> Shown:
    query = page_request.query
    summary: outlook.SummarizeExpectedChangesResponse = await page_request.ask(
        _SUMMARIZE, outlook.SummarizeExpectedChangesRequest(parent=page_request.parent)
    )
    request = outlook.ListExpectedChangesRequest(
        parent=page_request.parent,
        client_id=query.get("client", ""),
        until_date=query.get("until", ""),
        cause=outlook.ExpectedChangeCause.Name(_CAUSES.get(query.get("cause", ""), 0)),
        closed=query.get("state") == "closed",
        page_size=_PAGE_SIZE,
        page_token=query.get("page_token", ""),
    )
    listed: outlook.ListExpectedChangesResponse = await page_request.ask(LIST, request)
    clients = [(id_of(each.client), each.client_display_name) for each in summary.clients if each.client]
    return {
        "summary": summary, "changes": await shown_changes(page_request, listed.expected_changes),
        "next": listed.next_page_token, "clients": clients,
        "causes": page_request.choices("outlook_cause", _CAUSES), "id_of": id_of,
        "states": page_request.choices("outlook_state", ("open", "closed")), "query": query,
    }  # fmt: skip


async def _load_change(page_request: PageRequest) -> Shown:
    name = f"{page_request.parent}/expectedChanges/{page_request.path['change']}"
    change: outlook.ExpectedChange = await page_request.ask(_GET, outlook.GetExpectedChangeRequest(name=name))
    read = ReadVersions(page_request)
    (shown,) = await shown_changes(page_request, [change], read)
    card = await read.card(change.to_version or change.from_version)
    difference = change.difference
    return {
        "one": shown, "change": change, "id_of": id_of, "short": short_version,
        "titles": {} if card is None else titles(card, page_request.language),
        "ends": [conclusion_summary(each)[1] for each in (change.before, change.after)],
        "moved": [
            (each.criterion_id, criterion_result(each.before), criterion_result(each.after))
            for each in difference.criterion_differences
        ],
        "causes": [(cause, word_of(outlook.ExpectedChangeCause, cause.kind)) for cause in change.causes],
    }  # fmt: skip


PAGES = (
    Page("/workbench/outlook", "outlook.html.jinja", _SUMMARIZE, _load, nav="outlook", nav_group="results"),
    Page("/workbench/outlook/{change}", "outlook_change.html.jinja", _GET, _load_change),
)
