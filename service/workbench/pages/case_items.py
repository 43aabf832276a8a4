"""Lists of findings and of certificates over all cases, by state."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from service.cases import workflow_steps
from service.workbench.page import Page
from service.workbench.queries import ENDED, id_of
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from service.workbench.page import PageRequest, Shown

_CALL = "CaseService/ListCaseItems"
_ALL = "all"


def _loader(kind: str) -> Callable[[PageRequest], Awaitable[Shown]]:
    """Give what loads the list of a kind: what is not ended, unless another state or all are asked for."""
    name = workflow_steps.ITEMS[kind]
    states = workflow_steps.states_of(kind)

    async def load(page_request: PageRequest) -> Shown:
        wanted = page_request.query.get("state", "")
        request = cases.ListCaseItemsRequest(
            parent=page_request.parent, kind=name, page_token=page_request.query.get("page_token", "")
        )
        if wanted != _ALL:
            request.states.extend([wanted] if wanted else [state for state in states if state not in ENDED])
        listed = await page_request.ask(_CALL, request)
        return {"listed": listed, "kind": name, "states": states, "id_of": id_of, "quote": quote}

    return load


PAGES = tuple(
    Page(
        f"/workbench/{workflow_steps.ITEMS[kind]}",
        "case_items.html.jinja",
        _CALL,
        _loader(kind),
        nav=workflow_steps.ITEMS[kind],
    )
    for kind in (workflow_steps.FINDING, workflow_steps.CERTIFICATE)
)
