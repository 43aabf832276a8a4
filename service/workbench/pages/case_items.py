"""Lists of findings and certificates of all cases, by state, severity and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError
from service.cases import workflow_steps
from service.cases.scheme_profiles import SEVERITIES
from service.workbench.page import Page
from service.workbench.queries import ENDED, id_of
from service.workbench.titles import result_titles
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from service.workbench.page import PageRequest, Shown

_CALL = "CaseService/ListCaseItems"
_ALL = "all"


def _loader(kind: str) -> Callable[[PageRequest], Awaitable[Shown]]:
    name = workflow_steps.ITEMS[kind]
    states = workflow_steps.states_of(kind)

    async def load(page_request: PageRequest) -> Shown:
        query = page_request.query
        wanted, severity = query.get("state", ""), query.get("severity", "")
        request = cases.ListCaseItemsRequest(
            parent=page_request.parent, kind=name, page_token=query.get("page_token", ""),
            last_date=query.get("until", ""), overdue=bool(query.get("overdue")),
            order_by="case" if query.get("sort") == "case" else "due_date",
            severities=[severity] if severity in SEVERITIES else [],
        )  # fmt: skip
        if wanted != _ALL:
            request.states.extend([wanted] if wanted else [state for state in states if state not in ENDED])
        listed = cases.ListCaseItemsResponse()
        try:
            listed = await page_request.ask(_CALL, request)
        except InputError as error:
            if {violation.field for violation in error.violations} != {"last_date"}:  # forms cannot cause other errors
                raise
            page_request.note_problems(error)
        w = page_request.w
        return {
            "results": await result_titles(page_request, (listing.item.content for listing in listed.case_items)),
            "listed": listed,
            "kind": name,
            "state_choices": [
                ("", w["not_ended"]),
                (_ALL, w["all"]),
                *((state, w["state"][state]) for state in states),
            ],
            "severity_choices": [("", w["all"]), *((severity, w["severity"][severity]) for severity in SEVERITIES)],
            "id_of": id_of,
        }

    return load


PAGES = tuple(
    Page(
        f"/workbench/{workflow_steps.ITEMS[kind]}",
        "case_items.html.jinja",
        _CALL,
        _loader(kind),
        nav=workflow_steps.ITEMS[kind],
        nav_group="cases",
    )
    for kind in (workflow_steps.FINDING, workflow_steps.CERTIFICATE)
)
