"""Application page: the form that opens a case for a client."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from service.workbench.page import Page
from service.workbench.queries import id_of, load_client
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown


async def _load(visit: PageRequest) -> Shown:
    of = await load_client(visit, visit.path["client"])
    listed = await visit.ask("CaseService/ListSchemes", cases.ListSchemesRequest(parent=visit.parent))
    is_chinese = visit.language == "zh"
    profiles = [
        (scheme.profile, scheme.display_name_zh if is_chinese else scheme.display_name) for scheme in listed.schemes
    ]
    cards = sorted({(card, id_of(card)) for scheme in listed.schemes for card in scheme.scorecards})
    return {"client": of, "profiles": profiles, "cards": cards}


async def _act(visit: PageRequest) -> str:
    id, of = visit.typed("case_id").strip(), visit.path["client"]
    content = cases.CaseContent(
        scorecard=visit.typed("scorecard"), scope=visit.typed("scope").strip(), sites=visit.several("sites"),
        outsourced=visit.several("outsourced"),
    )  # fmt: skip
    await visit.ask(
        "CaseService/CreateCase",
        cases.CreateCaseRequest(
            parent=visit.parent, case_id=id, client=f"{visit.parent}/clients/{of}",
            subject=f"{visit.parent}/subjects/{visit.typed('subject').strip() or of}", profile=visit.typed("profile"),
            content=content,
        ),
    )  # fmt: skip
    return f"/workbench/cases/{quote(id)}"


PAGES = (Page("/workbench/clients/{client}/apply", "apply.html.jinja", "CaseService/CreateCase", _load, _act),)
