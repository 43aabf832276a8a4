"""Public register pages: search, certificate entry, credential download and check of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, message_factory
from service.base import instants
from service.base.whole_numbers import parse_whole_number
from service.cases import workflow_steps
from service.cases.credentials.jose import MEDIA_TYPE
from service.cases.credentials.paper import qr_code
from service.output.mapping.mapper import word_of
from service.workbench.page import Download, Page
from service.workbench.queries import id_of
from service.workbench.titles import title_of
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_FACTS = ("registered_id", "region_code", "first_date", "last_date")
_FILTERS = ("profile", "result", "region_code", "as_of_date")


async def _load(page_request: PageRequest) -> Shown:
    organization, search = page_request.query.get("organization", ""), page_request.query.get("q", "")
    filters: dict[str, Any] = {name: page_request.query.get(name, "").strip() for name in _FILTERS}
    listed = None
    if organization and search:
        request = cases.SearchRegisterRequest(
            parent=f"organizations/{organization}", search=search, state=page_request.query.get("state", ""),
            page_token=page_request.query.get("page_token", ""), **filters,
        )  # fmt: skip
        try:
            listed = await page_request.ask("RegisterService/SearchRegister", request)
        except InputError as error:
            page_request.note_problems(error)
    entries = [] if listed is None else listed.register_entries
    zones = {entry.time_zone for entry in entries}
    return {
        "zone": zones.pop() if len(zones) == 1 else "",
        "listed": listed, "states": workflow_steps.states_of(workflow_steps.CERTIFICATE),
        "narrowing": filters, "is_narrowed": any(filters.values()),
        "proposals": _filter_titles(entries, page_request.language),
        "id_of": id_of, "words_of": _title_chooser(page_request.language),
    }  # fmt: skip


def _filter_titles(entries: Iterable[cases.RegisterEntry], language: str) -> Mapping[str, Mapping[str, str]]:
    titled: dict[str, dict[str, str]] = {"profile": {}, "result": {}}
    for entry in entries:
        titled["profile"][entry.profile] = title_of(entry.profile_titles, language) or entry.profile
        titled["result"][entry.result] = title_of(entry.result_titles, language) or entry.result
    return titled


async def _load_entry(page_request: PageRequest) -> Shown:
    entry = await page_request.ask(
        "RegisterService/GetRegisterEntry", cases.GetRegisterEntryRequest(**_entry_name_fields(page_request))
    )
    facts = [(name, getattr(entry, name)) for name in _FACTS if getattr(entry, name)]
    read = instants.to_timestamp(instants.now())
    return {
        "entry": entry, "facts": facts, "read": read, "id_of": id_of, "words_of": _title_chooser(page_request.language),
        "code": _qr_code(page_request),
    }  # fmt: skip


def _qr_code(page_request: PageRequest) -> str:
    try:
        return qr_code(page_request.origin + page_request.address.partition("?")[0], in_page=True)
    except ModuleNotFoundError:
        return ""


def _title_chooser(language: str) -> Callable[[Mapping[str, str], str], str]:
    return lambda titles, id: title_of(titles, language) or id


async def _download_credential(page_request: PageRequest) -> Download:
    request = cases.GetRegisterCredentialRequest(**_entry_name_fields(page_request))
    response = await page_request.ask(_CREDENTIAL, request)
    return Download(f"{page_request.path['number']}-credential.jwt", MEDIA_TYPE, response.credential.encode())


async def _download_certificate(page_request: PageRequest) -> Download:
    request = cases.GetRegisterPaperRequest(**_entry_name_fields(page_request))
    response = await page_request.ask(_PAPER, request)
    return Download(f"{page_request.path['number']}-certificate.pdf", "application/pdf", response.content)


async def _load_complaint(page_request: PageRequest) -> Shown:
    entry = await page_request.ask(_GET, cases.GetRegisterEntryRequest(**_entry_name_fields(page_request)))
    number = parse_whole_number(page_request.query.get("sent", ""), least=1)
    return {"entry": entry, "id_of": id_of, "sent": "" if number is None else f"{entry.number}/complaints/{number}"}


async def _complain(page_request: PageRequest) -> str:
    request = cases.SubmitRegisterComplaintRequest(
        **_entry_name_fields(page_request), statement=page_request.typed("statement"),
        complainant=page_request.typed("complainant"),
    )  # fmt: skip
    complaint = await page_request.ask(_COMPLAIN, request)
    return f"{page_request.address.partition('?')[0]}?sent={id_of(complaint.reference)}"


def _entry_name_fields(page_request: PageRequest) -> dict[str, Any]:
    return {"parent": f"organizations/{page_request.path['organization']}", "number": page_request.path["number"]}


async def _check(page_request: PageRequest) -> Shown:
    checked, result = None, ""
    organization = page_request.typed("organization") or page_request.query.get("organization", "")
    if page_request.file is not None:
        if not page_request.file:
            raise InputError.of("file", _message("NO_FILE"), "REQUIRED")
        request = cases.CheckRegisterFileRequest(parent=f"organizations/{organization}", content=page_request.file)
        checked = await page_request.ask("RegisterService/CheckRegisterFile", request)
        result = word_of(cases.CheckRegisterFileResponse.Result, checked.result)
    return {
        "checked": checked, "result": result, "organization": organization, "id_of": id_of,
    }  # fmt: skip


_SEARCH, _GET = "RegisterService/SearchRegister", "RegisterService/GetRegisterEntry"
_CREDENTIAL, _CHECK = "RegisterService/GetRegisterCredential", "RegisterService/CheckRegisterFile"
_PAPER, _COMPLAIN = "RegisterService/GetRegisterPaper", "RegisterService/SubmitRegisterComplaint"
PAGES = (
    Page("/register", "register.html.jinja", _SEARCH, _load, public=True),
    Page("/register/check", "check.html.jinja", _CHECK, _check, public=True, takes_file=True, is_preview=True),
    Page("/register/{organization}/{number:path}.jwt", "", _CREDENTIAL, _download_credential, public=True),
    Page("/register/{organization}/{number:path}.pdf", "", _PAPER, _download_certificate, public=True),
    Page(
        "/register/{organization}/{number:path}/complain", "complain.html.jinja", _COMPLAIN, _load_complaint, _complain,
        public=True,
    ),
    Page("/register/{organization}/{number:path}", "certificate.html.jinja", _GET, _load_entry, public=True),
)  # fmt: skip
