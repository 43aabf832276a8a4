"""What may everybody see of certificates and statements, without saying who they are?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from service.base import instants
from service.workbench.looking import id_of, time_of, today
from service.workbench.page import Page
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import Shown, Visit

_STATES = ("valid", "suspended", "withdrawn", "cancelled", "expired", "superseded")
_FACTS = ("scope", "result", "scorecard", "registered_id", "first_date", "last_date")


async def _load(visit: Visit) -> Shown:
    organization, search = visit.query.get("organization", ""), visit.query.get("q", "")
    listed = None
    if organization and search:
        asked = cases.SearchRegisterRequest(
            parent=f"organizations/{organization}", search=search, state=visit.query.get("state", ""),
            page_token=visit.query.get("page_token", ""),
        )  # fmt: skip
        listed = await visit.ask("RegisterService/SearchRegister", asked)
    return {"listed": listed, "states": _STATES, "quote": quote, "id_of": id_of, "time": time_of}


async def _load_one(visit: Visit) -> Shown:
    parent, number = f"organizations/{visit.path['organization']}", visit.path["number"]
    asked = cases.GetRegisterEntryRequest(parent=parent, number=number)
    entry = await visit.ask("RegisterService/GetRegisterEntry", asked)
    facts = [(name, getattr(entry, name)) for name in _FACTS if getattr(entry, name)]
    return {"entry": entry, "facts": facts, "read": instants.now()[:16].replace("T", " "), "today": today()}


_SEARCH, _GET = "RegisterService/SearchRegister", "RegisterService/GetRegisterEntry"
PAGES = (
    Page("/register", "register.html.jinja", _SEARCH, _load, public=True),
    Page("/register/{organization}/{number:path}", "certificate.html.jinja", _GET, _load_one, public=True),
)
