"""Start page of the signed-in user: due items by urgency, and open cases that wait for a step."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from rules.contracts import add_days, parse_date
from service.base import instants
from service.cases import workflow_steps
from service.workbench.page import Page
from service.workbench.queries import id_of, item_kind, load_people, steps_for
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_AHEAD, _SHOWN, _WEEK = 90, 50, 7
_OF_STATE = 10


async def _load(page_request: PageRequest) -> Shown:
    who = await load_people(page_request)
    last = instants.now_plus(timedelta(days=_AHEAD))[:10]
    asked = cases.ListDueItemsRequest(parent=page_request.parent, last_date=last, page_size=_SHOWN)
    due = await page_request.ask("CaseService/ListDueItems", asked)
    groups: dict[str, list[Any]] = {"overdue": [], "week": [], "later": [], "others": []}
    for due_item in due.due_items:
        mine = [step for step in steps_for(page_request, who, item_kind(due_item.item), due_item.state) if step.to]
        week = add_days(parse_date(due_item.as_of_date), _WEEK).isoformat()
        when = (
            "overdue" if due_item.due_date < due_item.as_of_date else "week" if due_item.due_date <= week else "later"
        )
        groups[when if mine else "others"].append((due_item, id_of(due_item.case_name), mine))
    open_cases, more = [], False
    for state in dict.fromkeys(
        state for step in workflow_steps.steps() if workflow_steps.CASE in step.of for state in step.sources
    ):
        mine = [step for step in steps_for(page_request, who, workflow_steps.CASE, state) if step.to]
        if not mine:
            continue
        request = cases.ListCasesRequest(parent=page_request.parent, state=state, page_size=_OF_STATE)
        listed = await page_request.ask("CaseService/ListCases", request)
        open_cases += [(case, id_of(case.name), mine) for case in listed.cases]
        more |= bool(listed.next_page_token)
    return {"who": who, "groups": groups, "open_cases": open_cases, "more": more or bool(due.next_page_token)}


PAGES = (Page("/workbench", "my_work.html.jinja", "CaseService/ListDueItems", _load, nav="my_work"),)
