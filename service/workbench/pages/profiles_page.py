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


async def _profiles(visit: PageRequest) -> list[tuple[Any, dict[str, Any]]]:
    """Give the profiles, each with what it says."""
    asked = cases.ListSchemeProfilesRequest(parent=visit.parent)
    listed = await visit.ask("CaseService/ListSchemeProfiles", asked)
    return [(profile, tomllib.loads(profile.content)) for profile in listed.scheme_profiles]


async def _load(visit: PageRequest) -> Shown:
    return {"profiles": await _profiles(visit), "id_of": id_of}


async def _load_one(visit: PageRequest) -> Shown:
    for profile, fields in await _profiles(visit):
        if id_of(profile.name) == visit.path["profile"]:
            return {"profile": profile, "said": fields, "id": id_of(profile.name)}
    raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_SUCH_PROFILE", id=visit.path["profile"][:80]))


async def _load_new(visit: PageRequest) -> Shown:
    begun = next((profile.content for profile, _ in await _profiles(visit)), "")
    return {"profile": None, "content": begun, "id": ""}


async def _act(visit: PageRequest) -> str:
    id = visit.path.get("profile") or visit.typed("profile").strip()
    if visit.typed("act") == "approve":
        name, revision = f"{visit.parent}/schemeProfiles/{id}", visit.typed("revision")
        asked = cases.ApproveSchemeProfileRequest(name=name, revision=int(revision) if revision.isdecimal() else 0)
        await visit.ask("CaseService/ApproveSchemeProfile", asked)
    else:
        proposed = cases.ProposeSchemeProfileRequest(parent=visit.parent, profile=id, content=visit.typed("content"))
        await visit.ask("CaseService/ProposeSchemeProfile", proposed)
    return f"/workbench/profiles/{quote(id)}"


_LIST = "CaseService/ListSchemeProfiles"
PAGES = (
    Page("/workbench/profiles", "profiles.html.jinja", _LIST, _load, nav="profiles"),
    Page(
        "/workbench/new-profile", "profile.html.jinja", "CaseService/ProposeSchemeProfile", _load_new, _act
    ),
    Page("/workbench/profiles/{profile}", "profile.html.jinja", _LIST, _load_one, _act),
)  # fmt: skip
