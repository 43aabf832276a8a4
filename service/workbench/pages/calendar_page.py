"""Calendar page: due items of all cases, up to a chosen date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.workbench.page import Page
from service.workbench.queries import id_of
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown


async def _load(visit: PageRequest) -> Shown:
    asked = cases.ListDueItemsRequest(
        parent=visit.parent, last_date=visit.query.get("until", ""), page_token=visit.query.get("page_token", "")
    )
    return {"listed": await visit.ask("CaseService/ListDueItems", asked), "id_of": id_of}


PAGES = (Page("/workbench/calendar", "calendar.html.jinja", "CaseService/ListDueItems", _load, nav="calendar"),)
