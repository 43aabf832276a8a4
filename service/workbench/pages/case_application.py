"""Application page: the form that opens a case for a client."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from service.base import instants
from service.workbench.message_forms import MessageForm
from service.workbench.page import Page
from service.workbench.proposed_ids import propose_id
from service.workbench.queries import id_of, load_client
from service.workbench.titles import card_titles, profile_title, site_titles
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.message_forms import Choices
    from service.workbench.page import PageRequest, Shown

_FIELDS = ("case_id", "subject", "profile", "scorecard", "scope", "sites", "outsourced")
_FORM = MessageForm(cases.CaseContent, _FIELDS, needed={*_FIELDS} - {"case_id", "outsourced"})


async def _load(page_request: PageRequest) -> Shown:
    client = await load_client(page_request, page_request.path["client"])
    listed = await page_request.ask("CaseService/ListSchemes", cases.ListSchemesRequest(parent=page_request.parent))
    language = page_request.language
    profiles = [(scheme.profile, profile_title(scheme, language)) for scheme in listed.schemes]
    titled = await card_titles(page_request, (card for scheme in listed.schemes for card in scheme.scorecards))
    cards = sorted(((f"scorecards/{id}", str(card), id) for id, card in titled.items()), key=lambda choice: choice[1])
    choices: Choices = {"profile": profiles, "scorecard": cards, "sites": [*site_titles(client, language).items()]}
    return {
        "client": client,
        "fields": _FORM.fields(page_request, choices=choices, filled={"subject": [client.client]}),
    }


async def propose_case_id(page_request: PageRequest, client: str) -> str:
    """Propose an id for a new case: client and year, with a number from the second on."""
    request = cases.ListCasesRequest(parent=page_request.parent, client_id=client)
    listed = await page_request.ask("CaseService/ListCases", request)
    return propose_id(f"{client}-{instants.now()[:4]}", "case", {id_of(case.name) for case in listed.cases})


async def _act(page_request: PageRequest) -> str:
    client = page_request.path["client"]
    id = page_request.typed("case_id").strip() or await propose_case_id(page_request, client)
    await create_case(page_request, id, client, _FORM.read(page_request, cases.CaseContent()))
    return page_request.case_address(quote(id))


async def create_case(page_request: PageRequest, id: str, client: str, content: cases.CaseContent) -> cases.Case:
    """Open a case for a client, with the typed profile and subject."""
    request = cases.CreateCaseRequest(
        parent=page_request.parent, case_id=id, client=f"{page_request.parent}/clients/{client}",
        subject=f"{page_request.parent}/subjects/{page_request.typed('subject').strip() or client}",
        profile=page_request.typed("profile"), content=content,
    )  # fmt: skip
    case: cases.Case = await page_request.ask("CaseService/CreateCase", request)
    return case


PAGES = (Page("/workbench/clients/{client}/apply", "apply.html.jinja", "CaseService/CreateCase", _load, _act),)
