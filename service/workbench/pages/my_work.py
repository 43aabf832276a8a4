"""Work list of the signed-in user, the most urgent first, what waits for others, and both as files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.cases.render_cases import CalendarDueItem
from service.output.tables import Column, Table, table_csv
from service.output.terminal.icalendar import write_icalendar
from service.workbench.case_work_rows import CALL, WorkRow, load_work, work_rows
from service.workbench.page import Download, Page
from service.workbench.queries import MOST, id_of, load_people
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.workbench.page import PageRequest, Shown
    from service.workbench.queries import People

_DUE = "CaseService/ListDueItems"
_MOST_PAGES = 10
"""So many pages go into one file."""


async def _load(page_request: PageRequest) -> Shown:
    work = await load_work(page_request)
    only_overdue = page_request.query.get("only") == "overdue"
    groups = {name: rows for name, rows in work.groups.items() if name == "overdue" or not only_overdue}
    who = await load_people(page_request)
    return {"who": who, "work": work, "groups": groups, "only_overdue": only_overdue, "id_of": id_of}


async def _give_list(page_request: PageRequest) -> Download:
    asked = cases.ListMyWorkRequest(parent=page_request.parent, with_others=True, page_size=MOST)
    rows: list[WorkRow] = []
    for _ in range(_MOST_PAGES):
        listed = await page_request.ask(CALL, asked)
        for work_item in listed.work_items:
            rows += work_rows(page_request, [work_item], own=work_item.mine)
        asked.page_token = listed.next_page_token
        if not asked.page_token:
            break
    who, w = await load_people(page_request), page_request.w
    columns: list[Column[WorkRow]] = [
        Column(w["what"], lambda row: row.sentence),
        Column(w["case"], lambda row: id_of(row.work_item.case_name)),
        Column(w["client"], lambda row: row.work_item.client_display_name),
        Column(w["state_head"], lambda row: page_request.word("state", row.work_item.state)),
        Column(w["due"], lambda row: row.work_item.due_date),
        Column(w["days_head"], lambda row: "" if row.days_left is None else str(row.days_left)),
        Column(w["who_head"], lambda row: w["you_may"] if row.work_item.mine else _awaited(row, who, w)),
    ]
    return Download("my-work.csv", "text/csv; charset=utf-8", table_csv(Table(columns, rows)).encode())


def _awaited(row: WorkRow, who: People, w: Mapping[str, Any]) -> str:
    """Name whom a step is awaited of: the client, or the persons who may take it."""
    if any(step.function == "client" for step in row.steps):
        return str(w["function"]["client"])
    persons = dict.fromkeys(person for step in row.steps for person in step.persons)
    return str(w["comma"].join(who.names(persons)))


async def _give_calendar(page_request: PageRequest) -> Download:
    asked = cases.ListDueItemsRequest(
        parent=page_request.parent, last_date=page_request.query.get("until", ""), page_size=MOST
    )
    entries: list[CalendarDueItem] = []
    for _ in range(_MOST_PAGES):
        listed = await page_request.ask(_DUE, asked)
        entries += (CalendarDueItem.of(due_item, page_request.language) for due_item in listed.due_items)
        asked.page_token = listed.next_page_token
        if not asked.page_token:
            break
    return Download("due.ics", "text/calendar; charset=utf-8", write_icalendar(entries, page_request.language))


PAGES = (
    Page("/workbench/my-work", "my_work.html.jinja", CALL, _load),
    Page("/workbench/my-work/list.csv", "", CALL, _give_list),
    Page("/workbench/calendar/due.ics", "", _DUE, _give_calendar),
)
