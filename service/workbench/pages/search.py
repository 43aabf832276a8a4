"""Search page: items of all permitted kinds that contain the search text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rules.contracts import InputError
from service.cases.case_search import METHODS_BY_KIND
from service.workbench.page import Page
from service.workbench.queries import id_of
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_CALL = "CaseService/Search"
_Kind = cases.SearchResult.Kind


def search_kinds(page_request: PageRequest) -> list[str]:
    """Return the kinds that the signed-in user may search."""
    return [_Kind.Name(kind) for kind, call in METHODS_BY_KIND.items() if page_request.may(call)]


async def _load(page_request: PageRequest) -> Shown:
    letters, kind = page_request.query.get("q", ""), page_request.query.get("kind", "")
    request = cases.SearchRequest(parent=page_request.parent, search=letters, most_of_kind=20)
    request.kinds.extend(known for known in METHODS_BY_KIND if _Kind.Name(known) == kind)
    response = cases.SearchResponse()
    if letters:
        try:
            response = await page_request.ask(_CALL, request)
        except InputError as error:
            page_request.note_problems(error)
    groups: dict[str, list[cases.SearchResult]] = {}
    for result in response.search_results:
        if result.kind == _Kind.KIND_EVIDENCE:  # the title may be an evidence kind
            result.title = page_request.kind(result.title)
        groups.setdefault(_Kind.Name(result.kind), []).append(result)
    cut = {_Kind.Name(kind) for kind in response.cut_kinds}
    return {
        "letters": letters, "groups": groups, "cut": cut, "kinds": search_kinds(page_request),
        "address": partial(_address, page_request),
    }  # fmt: skip


def _address(page_request: PageRequest, result: cases.SearchResult) -> str:
    if result.kind == _Kind.KIND_CLIENT:
        return f"/workbench/clients/{result.id}"
    if result.kind == _Kind.KIND_PERSON:
        return f"/workbench/people/{result.id}"
    page = f"evidence/{result.id}" if result.kind == _Kind.KIND_EVIDENCE else result.item
    return page_request.case_address(id_of(result.case_name), page)


PAGES = (Page("/workbench/search", "search.html.jinja", _CALL, _load),)
