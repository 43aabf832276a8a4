"""Application page: the form that opens a case for a client."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from service.base import instants
from service.workbench.page import Page
from service.workbench.proposed_ids import propose_id
from service.workbench.queries import id_of, load_client
from service.workbench.titles import card_titles, profile_title, site_titles
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown


async def _load(page_request: PageRequest) -> Shown:
    client = await load_client(page_request, page_request.path["client"])
    listed = await page_request.ask("CaseService/ListSchemes", cases.ListSchemesRequest(parent=page_request.parent))
    language = page_request.language
    profiles = [(scheme.profile, profile_title(scheme, language)) for scheme in listed.schemes]
    titled = await card_titles(page_request, (card for scheme in listed.schemes for card in scheme.scorecards))
    cards = sorted(((f"scorecards/{id}", str(card), id) for id, card in titled.items()), key=lambda choice: choice[1])
    return {"client": client, "profiles": profiles, "cards": cards, "sites": [*site_titles(client, language).items()]}


async def propose_case_id(page_request: PageRequest, client: str) -> str:
    """Propose an id for a new case: client and year, with a number from the second on."""
    request = cases.ListCasesRequest(parent=page_request.parent, client_id=client)
    listed = await page_request.ask("CaseService/ListCases", request)
    return propose_id(f"{client}-{instants.now()[:4]}", "case", {id_of(case.name) for case in listed.cases})


async def _act(page_request: PageRequest) -> str:
    client = page_request.path["client"]
    id = page_request.typed("case_id").strip() or await propose_case_id(page_request, client)
    content = cases.CaseContent(
        scorecard=page_request.typed("scorecard"), scope=page_request.typed("scope").strip(),
        sites=page_request.several("sites"),
        outsourced=page_request.several("outsourced"),
    )  # fmt: skip
    await page_request.ask(
        "CaseService/CreateCase",
        cases.CreateCaseRequest(
            parent=page_request.parent, case_id=id, client=f"{page_request.parent}/clients/{client}",
            subject=f"{page_request.parent}/subjects/{page_request.typed('subject').strip() or client}",
            profile=page_request.typed("profile"),
            content=content,
        ),
    )  # fmt: skip
    return page_request.case_address(quote(id))


PAGES = (Page("/workbench/clients/{client}/apply", "apply.html.jinja", "CaseService/CreateCase", _load, _act),)
