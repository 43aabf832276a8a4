"""Scheme profile pages: list, proposal and approval."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.workbench.page import Page
from service.workbench.queries import id_of
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_say = message_factory(__name__)


async def _profiles(page_request: PageRequest) -> list[tuple[Any, dict[str, Any]]]:
    """Give the profiles, each with what it says."""
    asked = cases.ListSchemeProfilesRequest(parent=page_request.parent)
    listed = await page_request.ask("CaseService/ListSchemeProfiles", asked)
    return [(profile, tomllib.loads(profile.content)) for profile in listed.scheme_profiles]


async def _load(page_request: PageRequest) -> Shown:
    return {"profiles": await _profiles(page_request), "id_of": id_of}


async def _load_one(page_request: PageRequest) -> Shown:
    for profile, fields in await _profiles(page_request):
        if id_of(profile.name) == page_request.path["profile"]:
            return {"profile": profile, "said": fields, "id": id_of(profile.name)}
    raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_SUCH_PROFILE", id=page_request.path["profile"][:80]))


async def _load_new(page_request: PageRequest) -> Shown:
    begun = next((profile.content for profile, _ in await _profiles(page_request)), "")
    return {"profile": None, "content": begun, "id": ""}


async def _act(page_request: PageRequest) -> str:
    id = page_request.path.get("profile") or page_request.typed("profile").strip()
    if page_request.typed("act") == "approve":
        name, revision = f"{page_request.parent}/schemeProfiles/{id}", page_request.typed("revision")
        asked = cases.ApproveSchemeProfileRequest(name=name, revision=int(revision) if revision.isdecimal() else 0)
        await page_request.ask("CaseService/ApproveSchemeProfile", asked)
    else:
        proposed = cases.ProposeSchemeProfileRequest(
            parent=page_request.parent, profile=id, content=page_request.typed("content")
        )
        await page_request.ask("CaseService/ProposeSchemeProfile", proposed)
    return f"/workbench/profiles/{quote(id)}"


_LIST = "CaseService/ListSchemeProfiles"
PAGES = (
    Page("/workbench/profiles", "profiles.html.jinja", _LIST, _load, nav="profiles"),
    Page(
        "/workbench/new-profile", "profile.html.jinja", "CaseService/ProposeSchemeProfile", _load_new, _act
    ),
    Page("/workbench/profiles/{profile}", "profile.html.jinja", _LIST, _load_one, _act),
)  # fmt: skip
