"""Scheme profile pages: list, proposal by form or as TOML, approval, and download."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import parse_whole_number
from service.workbench.message_forms import reporting_at
from service.workbench.page import Download, Page, PrefilledForm
from service.workbench.profile_forms import form_field, profile_form, profile_to_begin_with, typed_settings
from service.workbench.proposed_ids import propose_id
from service.workbench.queries import id_of
from service.workbench.titles import card_titles, profile_title
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)


async def load_profiles(page_request: PageRequest) -> Sequence[cases.SchemeProfile]:
    """Return the scheme profiles of the certification body."""
    request = cases.ListSchemeProfilesRequest(parent=page_request.parent)
    listed = await page_request.ask("CaseService/ListSchemeProfiles", request)
    profiles: Sequence[cases.SchemeProfile] = listed.scheme_profiles
    return profiles


def _titles(page_request: PageRequest, profiles: Iterable[cases.SchemeProfile]) -> dict[str, str]:
    return {id_of(profile.name): profile_title(profile.settings, page_request.language) for profile in profiles}


async def _load(page_request: PageRequest) -> Shown:
    profiles = await load_profiles(page_request)
    cards = await card_titles(page_request, (card for profile in profiles for card in profile.settings.cards))
    return {"profiles": profiles, "titles": _titles(page_request, profiles), "cards": cards, "id_of": id_of}


async def _addressed_profile(page_request: PageRequest) -> cases.SchemeProfile:
    for profile in await load_profiles(page_request):
        if id_of(profile.name) == page_request.path["profile"]:
            return profile
    raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_PROFILE", id=page_request.path["profile"][:80]))


async def _load_profile(page_request: PageRequest) -> Shown:
    profile = await _addressed_profile(page_request)
    form = await profile_form(page_request, profile.settings)
    id = id_of(profile.name)
    return {"profile": profile, "id": id, "form": form, "titles": _titles(page_request, [profile]), "begin_with": False}


async def _load_new(page_request: PageRequest) -> Shown:
    profiles = await load_profiles(page_request)
    named = {id_of(profile.name): profile for profile in profiles}
    template = named.get(page_request.query.get("from", "")) or profile_to_begin_with(profiles)
    form = await profile_form(page_request, template.settings)
    return {"profile": None, "id": "", "form": form, "titles": _titles(page_request, profiles), "begin_with": True}


async def _load_text(page_request: PageRequest) -> Shown:
    if "profile" in page_request.path:
        profile = await _addressed_profile(page_request)
        title = profile_title(profile.settings, page_request.language)
        return {"id": id_of(profile.name), "title": title, "content": profile.content}
    return {"id": "", "title": "", "content": (await load_profiles(page_request))[0].content}


async def _load_file(page_request: PageRequest) -> Download:
    profile = await _addressed_profile(page_request)
    return Download(f"{id_of(profile.name)}.toml", "application/toml", profile.content.encode())


async def _act(page_request: PageRequest) -> str | PrefilledForm:
    id, act = page_request.path.get("profile") or page_request.typed("profile").strip(), page_request.typed("act")
    if act == "approve":
        revision = parse_whole_number(page_request.typed("revision")) or 0
        request = cases.ApproveSchemeProfileRequest(
            name=f"{page_request.parent}/schemeProfiles/{id}", revision=revision
        )
        await page_request.ask("CaseService/ApproveSchemeProfile", request)
        return f"/workbench/profiles/{quote(id)}"
    if act == "preview":
        return PrefilledForm(page_request.address, page_request.values)
    if not id:
        taken = {id_of(profile.name) for profile in await load_profiles(page_request)}
        id = propose_id(page_request.typed("title_en"), "profile", taken)
    with reporting_at(form_field):
        settings = typed_settings(page_request)
        proposed = cases.ProposeSchemeProfileRequest(parent=page_request.parent, profile=id, settings=settings)
        await page_request.ask("CaseService/ProposeSchemeProfile", proposed)
    return f"/workbench/profiles/{quote(id)}"


async def _propose_text(page_request: PageRequest) -> str:
    id = page_request.path.get("profile") or page_request.typed("profile").strip()
    proposed = cases.ProposeSchemeProfileRequest(
        parent=page_request.parent, profile=id, content=page_request.typed("content")
    )
    await page_request.ask("CaseService/ProposeSchemeProfile", proposed)
    return f"/workbench/profiles/{quote(id)}"


_LIST, _PROPOSE = "CaseService/ListSchemeProfiles", "CaseService/ProposeSchemeProfile"
_TEXT = "profile_text.html.jinja"
PAGES = (
    Page("/workbench/profiles", "profiles.html.jinja", _LIST, _load, nav="profiles", nav_group="rules"),
    Page("/workbench/new-profile", "profile.html.jinja", _PROPOSE, _load_new, _act),
    Page("/workbench/new-profile/text", _TEXT, _PROPOSE, _load_text, _propose_text),
    Page("/workbench/profiles/{profile}", "profile.html.jinja", _LIST, _load_profile, _act),
    Page("/workbench/profiles/{profile}/text", _TEXT, _PROPOSE, _load_text, _propose_text),
    Page("/workbench/profiles/{profile}/file", "", _LIST, _load_file),
)
