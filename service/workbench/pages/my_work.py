"""Start page of the signed-in user: what waits for them, the most urgent first, and what waits for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import add_days, parse_date
from service.workbench.page import Page
from service.workbench.queries import id_of, load_people
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_SHOWN, _SHOWN_OF_OTHERS, _WEEK = 100, 50, 7
_MOST_PAGES = 5
"""So many pages are turned over until something is found."""


async def _load(page_request: PageRequest) -> Shown:
    who = await load_people(page_request)
    asked = cases.ListMyWorkRequest(parent=page_request.parent, page_size=_SHOWN)
    mine = await page_request.ask("CaseService/ListMyWork", asked)
    for _ in range(_MOST_PAGES):
        if mine.work_items or not mine.next_page_token:
            break
        asked.page_token = mine.next_page_token
        mine = await page_request.ask("CaseService/ListMyWork", asked)
    asked = cases.ListMyWorkRequest(parent=page_request.parent, page_size=_SHOWN_OF_OTHERS, with_others=True)
    every = await page_request.ask("CaseService/ListMyWork", asked)
    groups: dict[str, list[cases.WorkItem]] = {"overdue": [], "week": [], "later": [], "undated": [], "others": []}
    for work_item in mine.work_items:
        groups[_when(work_item)].append(work_item)
    groups["others"] = [work_item for work_item in every.work_items if not work_item.mine]
    more = bool(mine.next_page_token) or bool(every.next_page_token)
    return {"who": who, "groups": groups, "more": more, "id_of": id_of}


def _when(work_item: cases.WorkItem) -> str:
    if not work_item.due_date:
        return "undated"
    if work_item.due_date < work_item.as_of_date:
        return "overdue"
    week = add_days(parse_date(work_item.as_of_date), _WEEK).isoformat()
    return "week" if work_item.due_date <= week else "later"


PAGES = (Page("/workbench", "my_work.html.jinja", "CaseService/ListMyWork", _load, nav="my_work"),)
