"""How is a case opened by an application?"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from service.workbench.looking import client, id_of
from service.workbench.page import Page
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import Shown, Visit


async def profiles_of(visit: Visit) -> list[tuple[Any, dict[str, Any]]]:
    """Give the profiles, each with what it says."""
    asked = cases.ListSchemeProfilesRequest(parent=visit.parent)
    listed = await visit.ask("CaseService/ListSchemeProfiles", asked)
    return [(one, tomllib.loads(one.content)) for one in listed.scheme_profiles]


async def _load(visit: Visit) -> Shown:
    of = await client(visit, visit.path["client"])
    read = await profiles_of(visit)
    profiles = [(id_of(one.name), said["titles"][visit.language]) for one, said in read]
    cards = sorted({(f"scorecards/{card}", card) for _, said in read for card in said["cards"]})
    return {"client": of, "profiles": profiles, "cards": cards}


async def _act(visit: Visit) -> str:
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
