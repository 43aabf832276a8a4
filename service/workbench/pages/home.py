"""Start page of the signed-in user: own work, work of others, figures and rule changes; and the search.

Parts of other roles are omitted; a failed part shows its own error.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, add_days
from service.base import instants
from service.cases import workflow_steps
from service.cases.case_search import METHODS_BY_KIND
from service.workbench.page import Page, PagePart, product_pages
from service.workbench.queries import ENDED, id_of
from service.workbench.titles import card_titles
from service.workbench.waiting_work import load_waiting
from touchstone.v1 import calendar_service_pb2, case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.workbench.page import PageRequest, Shown
    from service.workbench.waiting_work import WaitingRow

_MAX_OWN_WORK, _MAX_AWAITED, _MAX_LISTED = 5, 3, 5
_CERTIFICATE_DAYS_AHEAD = 90
_COUNT, _ITEMS, _RULES = "CaseService/CountCases", "CaseService/ListCaseItems", "CalendarService/ListCalendarEntries"
_SEARCH = "CaseService/Search"
_Kind = cases.SearchResult.Kind
_FIRST_DAY, _LAST_DAY = -10, 100
_TICKS = (-7, 7, 14, 30, 60, 90)


@dataclass(frozen=True, slots=True)
class DeadlineDot:
    """A due item on the deadline axis: x in percent, y in pixels."""

    x: float
    y: int
    style: str


async def _load(page_request: PageRequest) -> Shown:
    work = await load_waiting(page_request)
    counts = await _part(page_request, _COUNT, cases.CountCasesRequest(parent=page_request.parent))
    return {
        "applications": await _applications(page_request),
        "who": work.who,
        "works": work.has_sources,
        "works_in_cases": page_request.may("CaseService/TakeCaseStep"),
        "work": work,
        "next": work.mine[:_MAX_OWN_WORK],
        "awaited": work.others[:_MAX_AWAITED],
        "longest": _longest_wait(work.others),
        "counts": counts,
        "states": _by_state(counts),
        "findings": await _part(page_request, _ITEMS, _open_findings(page_request)),
        "certificates": await _part(page_request, _ITEMS, _ending_certificates(page_request)),
        "product_sections": await _product_sections(page_request),
        "rules": await _rules(page_request),
        "dots": [*_dots(work.mine, "dot"), *_dots(work.others, "dot open")],
        "ticks": [(day, _axis_percent(day)) for day in _TICKS],
        "today_x": _axis_percent(0),
        "today": instants.today(page_request.zone).isoformat(),
        "kinds": _search_kinds(page_request),
        "id_of": id_of,
    }


async def _product_sections(page_request: PageRequest) -> list[tuple[str, Any]]:
    """Return the templates of sections that products add, with their data."""
    sections = (section for product in product_pages() for section in product.home_sections)
    return [
        (section.template, shown)
        for section in sections
        if page_request.may(section.call) and (shown := await section.load(page_request)) is not None
    ]


async def _applications(page_request: PageRequest) -> PagePart | None:
    if not page_request.acts_for_client:
        return None
    return await page_request.ask_part("CaseService/ListCases", cases.ListCasesRequest(parent=page_request.parent))


async def _part(page_request: PageRequest, call: str, request: object) -> PagePart | None:
    return await page_request.ask_part(call, request) if page_request.may(call) else None


def _open_findings(page_request: PageRequest) -> cases.ListCaseItemsRequest:
    states = [state for state in workflow_steps.states_of(workflow_steps.FINDING) if state not in ENDED]
    return cases.ListCaseItemsRequest(
        parent=page_request.parent, kind="findings", states=states, order_by="due_date", page_size=_MAX_LISTED
    )


def _ending_certificates(page_request: PageRequest) -> cases.ListCaseItemsRequest:
    last = add_days(instants.today("Etc/UTC"), _CERTIFICATE_DAYS_AHEAD).isoformat()
    return cases.ListCaseItemsRequest(
        parent=page_request.parent, kind="certificates", states=sorted(workflow_steps.RUNNING), last_date=last,
        order_by="due_date", page_size=_MAX_LISTED,
    )  # fmt: skip


async def _rules(page_request: PageRequest) -> PagePart | None:
    """Return the next rule changes; None without permission, empty while they are computed.

    Users of an organization share the result.
    """
    if not page_request.may(_RULES):
        return None
    request = calendar_service_pb2.ListCalendarEntriesRequest(
        parent=page_request.parent, rules_only=True, page_size=_MAX_LISTED, language_code=page_request.language
    )
    key = (_RULES, page_request.parent, page_request.language, instants.today("Etc/UTC"))
    return await page_request.part(
        page_request.background_tasks.result(key, lambda: _load_rule_changes(page_request, request))
    )


async def _load_rule_changes(
    page_request: PageRequest, request: calendar_service_pb2.ListCalendarEntriesRequest
) -> list[tuple[str, str]]:
    entries = (await page_request.ask(_RULES, request)).calendar_entries
    ids = {entry.about: entry.about.split("/")[1] for entry in entries if entry.about.startswith("scorecards/")}
    cards = await card_titles(page_request, ids.values())
    changes = []
    for entry in entries:
        card = ids.get(entry.about, "")
        text = entry.text.replace(f"{card}@", f"{cards[card].title} ") if card else entry.text
        changes.append((text, entry.date))
    return changes


def _by_state(counts: PagePart | None) -> list[tuple[str, int]]:
    if counts is None or counts.answer is None:
        return []
    by_state: Counter[str] = Counter()
    for count in counts.answer.case_counts:
        by_state[count.state] += count.case_count
    known = workflow_steps.states_of(workflow_steps.CASE)
    return [(state, by_state[state]) for state in (*known, *sorted(by_state.keys() - set(known))) if by_state[state]]


def _longest_wait(others: Iterable[WaitingRow]) -> int | None:
    today = instants.today("Etc/UTC")
    times = [row.since for row in others if row.since is not None]
    return max(((today - time.ToDatetime().date()).days for time in times), default=None)


def _axis_percent(day: int) -> float:
    return round((day - _FIRST_DAY) / (_LAST_DAY - _FIRST_DAY) * 100, 2)


def _dots(rows: Iterable[WaitingRow], style: str) -> list[DeadlineDot]:
    heights: Counter[int] = Counter()
    dots = []
    for row in rows:
        if row.days_left is None or row.days_left > _LAST_DAY:
            continue
        day = max(row.days_left, _FIRST_DAY)
        y = 48 - 10 * (heights[day] % 3)
        heights[day] += 1
        late = style == "dot" and row.days_left < 0
        dots.append(DeadlineDot(_axis_percent(day), y, f"{style} stop" if late else style))
    return dots


# --- search -----------------------------------------------------------------------------------------------------------


def _search_kinds(page_request: PageRequest) -> list[str]:
    return [_Kind.Name(kind) for kind, call in METHODS_BY_KIND.items() if page_request.may(call)]


async def _load_results(page_request: PageRequest) -> Shown:
    letters, kind = page_request.query.get("q", ""), page_request.query.get("kind", "")
    request = cases.SearchRequest(parent=page_request.parent, search=letters, most_of_kind=20)
    request.kinds.extend(known for known in METHODS_BY_KIND if _Kind.Name(known) == kind)
    response = cases.SearchResponse()
    if letters:
        try:
            response = await page_request.ask(_SEARCH, request)
        except InputError as error:
            page_request.note_problems(error)
    groups: dict[str, list[cases.SearchResult]] = {}
    for result in response.search_results:
        if result.kind == _Kind.KIND_EVIDENCE:  # the title may be an evidence kind
            result.title = page_request.kind(result.title)
        groups.setdefault(_Kind.Name(result.kind), []).append(result)
    cut = {_Kind.Name(kind) for kind in response.cut_kinds}
    return {
        "letters": letters, "groups": groups, "cut": cut, "kinds": _search_kinds(page_request),
        "address": partial(_result_address, page_request),
    }  # fmt: skip


def _result_address(page_request: PageRequest, result: cases.SearchResult) -> str:
    if result.kind == _Kind.KIND_CLIENT:
        return f"/workbench/clients/{result.id}"
    if result.kind == _Kind.KIND_PERSON:
        return f"/workbench/people/{result.id}"
    page = f"evidence/{result.id}" if result.kind == _Kind.KIND_EVIDENCE else result.item
    return page_request.case_address(id_of(result.case_name), page)


PAGES = (
    Page("/workbench", "home.html.jinja", "", _load, nav="my_work", nav_group="work"),
    Page("/workbench/search", "search.html.jinja", _SEARCH, _load_results),
)
