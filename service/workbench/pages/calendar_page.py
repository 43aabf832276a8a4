"""Calendar page: due items of all cases, up to a chosen date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.workbench.page import Page
from service.workbench.queries import id_of
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown


async def _load(page_request: PageRequest) -> Shown:
    request = cases.ListDueItemsRequest(
        parent=page_request.parent,
        last_date=page_request.query.get("until", ""),
        page_token=page_request.query.get("page_token", ""),
    )
    return {"listed": await page_request.ask("CaseService/ListDueItems", request), "id_of": id_of}


PAGES = (
    Page(
        "/workbench/calendar",
        "calendar.html.jinja",
        "CaseService/ListDueItems",
        _load,
        nav="calendar",
        nav_group="cases",
    ),
)
