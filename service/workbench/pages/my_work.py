"""Work list of the signed-in user by urgency, with work of others, and file exports."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from service.output.tables import Column, Table, table_csv
from service.output.terminal.icalendar import CalendarEvent, write_icalendar
from service.workbench.page import Download, Page
from service.workbench.pages.outlook import LIST as EXPECTED_CHANGES, shown_changes
from service.workbench.queries import MOST, id_of, listed_all
from service.workbench.waiting_work import Scope, WaitingRow, load_waiting
from touchstone.v1 import case_service_pb2 as cases, outlook_service_pb2 as outlook

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_DUE = "CaseService/ListDueItems"
_MAX_CALENDAR_PAGES = 10


def _due_event(due_item: cases.DueItem, page_request: PageRequest) -> CalendarEvent:
    about = due_item.case_name or due_item.case_person
    name = f"{about}/{due_item.item}" if due_item.item else about
    text = page_request.w["due_event"].format(
        what=page_request.word("due_kind", due_item.kind), about=name.split("/", 3)[3]
    )
    time = due_item.step_time.ToDatetime().strftime("%Y-%m-%dT%H:%M:%SZ")  # the epoch if no step was taken
    uid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"touchstone:due\n{due_item.kind}\n{name}"))
    return CalendarEvent(date.fromisoformat(due_item.due_date), due_item.kind.upper(), name, text, time, uid)


async def _expected_events(page_request: PageRequest) -> list[CalendarEvent]:
    """Return the days of the expected changes of results, for readers with access to them."""
    if not page_request.may(EXPECTED_CHANGES):
        return []
    request = outlook.ListExpectedChangesRequest(
        parent=page_request.parent, until_date=page_request.query.get("until", ""), page_size=MOST
    )
    listed = listed_all(page_request, EXPECTED_CHANGES, request, "expected_changes", most_pages=_MAX_CALENDAR_PAGES)
    changes = await shown_changes(page_request, [change async for change in listed])
    return [
        CalendarEvent(
            date.fromisoformat(one.change.date),
            "EXPECTED_CHANGE",
            one.change.name,
            page_request.w["outlook"]["event"].format(
                subject=id_of(one.change.subject), after=one.after, cause=one.causes[0]
            ),
            one.change.create_time.ToDatetime().strftime("%Y-%m-%dT%H:%M:%SZ"),
            str(uuid.uuid5(uuid.NAMESPACE_URL, f"touchstone:expected\n{one.change.name}")),
        )
        for one in changes
    ]


async def _load(page_request: PageRequest) -> Shown:
    work = await load_waiting(page_request)
    only_overdue = page_request.query.get("only") == "overdue"
    groups = {name: rows for name, rows in work.groups.items() if name == "overdue" or not only_overdue}
    return {
        "who": work.who, "work": work, "groups": groups, "only_overdue": only_overdue,
        "works_in_cases": page_request.may("CaseService/TakeCaseStep"),
    }  # fmt: skip


async def _download_list(page_request: PageRequest) -> Download:
    work, w = await load_waiting(page_request, Scope.WHOLE), page_request.w
    columns: list[Column[tuple[WaitingRow, bool]]] = [
        Column(w["what"], lambda listed: listed[0].sentence),
        Column(w["work_about"], lambda listed: listed[0].about),
        Column(w["work_reference"], lambda listed: listed[0].reference),
        Column(w["state_head"], lambda listed: page_request.word("state", listed[0].state)),
        Column(w["due"], lambda listed: listed[0].due_date),
        Column(w["days_head"], lambda listed: "" if listed[0].days_left is None else str(listed[0].days_left)),
        Column(w["who_head"], lambda listed: w["you_may"] if listed[1] else listed[0].awaited),
    ]
    rows = [*((row, True) for row in work.mine), *((row, False) for row in work.others)]
    return Download("my-work.csv", "text/csv; charset=utf-8", table_csv(Table(columns, rows)).encode())


async def _download_calendar(page_request: PageRequest) -> Download:
    request = cases.ListDueItemsRequest(
        parent=page_request.parent, last_date=page_request.query.get("until", ""), page_size=MOST
    )
    due_items = listed_all(page_request, _DUE, request, "due_items", most_pages=_MAX_CALENDAR_PAGES)
    entries = [_due_event(due_item, page_request) async for due_item in due_items]
    entries += await _expected_events(page_request)
    return Download("due.ics", "text/calendar; charset=utf-8", write_icalendar(entries, page_request.language))


PAGES = (
    Page("/workbench/my-work", "my_work.html.jinja", "", _load),
    Page("/workbench/my-work/list.csv", "", "", _download_list),
    Page("/workbench/calendar/due.ics", "", _DUE, _download_calendar),
)
