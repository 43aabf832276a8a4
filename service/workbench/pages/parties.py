"""Client and person pages: lists, registration and editing, with enrolment of passkeys."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts import InputError, message_factory
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import parse_whole_number
from service.cases import workflow_steps
from service.workbench.forms import line_values
from service.workbench.message_forms import MessageForm, reporting_at
from service.workbench.page import Page, read_message
from service.workbench.proposed_ids import propose_id
from service.workbench.queries import MOST, load_client, load_people
from service.workbench.titles import profile_titles, site_titles
from touchstone.v1 import audit_plan_pb2, case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.message_forms import Choices
    from service.workbench.page import PageRequest, Shown
    from service.workbench.queries import People

_message = message_factory(__name__)
FUNCTIONS = tuple(
    dict.fromkeys(step.function for step in workflow_steps.steps() if "competent" in step.guards)
)  # functions that require competence
_COMPETENCE_FIELDS = ("function", "area", "first_date", "last_date", "evidence")
_CLIENT_FORM = MessageForm(
    cases.CaseClient,
    ("client", "display_name", "display_name_zh", "address", "address_zh", "registered_id", "region_code", "group",
     "sites", "merged_into"),
    needed=("display_name",),
)  # fmt: skip
_PERSON_FORM = MessageForm(
    cases.CasePerson,
    ("person", "display_name", "accounts", "functions", "profiles", "competences", "last_date", "client", "interests",
     "retired", "compromised", "enrolment"),
    needed=("display_name",), kinds={"retired": "choices", "compromised": "choices"},
)  # fmt: skip


async def _load_clients(page_request: PageRequest) -> Shown:
    request = cases.ListClientsRequest(
        parent=page_request.parent,
        search=page_request.query.get("q", ""),
        page_token=page_request.query.get("page_token", ""),
    )
    listed = await page_request.ask("CaseService/ListClients", request)
    sites = {client.client: site_titles(client, page_request.language).values() for client in listed.case_clients}
    return {"listed": listed, "sites": sites}


async def _load_client(page_request: PageRequest) -> Shown:
    client = (
        await load_client(page_request, page_request.path["client"])
        if "client" in page_request.path
        else cases.CaseClient()
    )
    client_cases = []
    if client.client:
        request = cases.ListCasesRequest(parent=page_request.parent, client_id=client.client)
        client_cases = list((await page_request.ask("CaseService/ListCases", request)).cases)
    sites = {"sites": [f"{site.site} = {site.address}" for site in client.sites]}
    but = ("client",) if client.client else ()
    fields = _CLIENT_FORM.fields(page_request, client, filled=sites, but=but)
    return {"client": client, "cases": client_cases, "fields": fields}


async def _save_client(page_request: PageRequest) -> str:
    id = (
        page_request.path.get("client")
        or page_request.typed("client").strip()
        or await _propose_client_id(page_request)
    )
    sites: list[cases.CaseSite] = []
    for line in page_request.several("sites"):
        site, separator, address = (part.strip() for part in line.partition("="))
        if not separator and site:  # an address without an id gets a new id
            address, site = line, propose_id("", "site", {known.site for known in sites})
        if not site or not address:
            raise InputError.of("sites", _message("SITE_LINE", found=line[:80]), "MALFORMED")
        sites.append(cases.CaseSite(site=site, address=address))
    saved = await load_client(page_request, id) if "client" in page_request.path else cases.CaseClient()
    _CLIENT_FORM.read(page_request, saved)
    del saved.sites[:]
    saved.sites.extend(sites)
    saved.client, saved.revision = id, _revision(page_request)
    await page_request.ask(
        "CaseService/SaveClient", cases.SaveClientRequest(parent=page_request.parent, case_client=saved)
    )
    return f"/workbench/clients/{quote(id)}"


async def _propose_client_id(page_request: PageRequest) -> str:
    request = cases.ListClientsRequest(parent=page_request.parent, page_size=MOST)
    listed = await page_request.ask("CaseService/ListClients", request)
    return propose_id(page_request.typed("display_name"), "client", {known.client for known in listed.case_clients})


async def _load_people(page_request: PageRequest) -> Shown:
    return {"who": await load_people(page_request), "profiles": await profile_titles(page_request)}


async def _load_person(page_request: PageRequest) -> Shown:
    person, me = cases.CasePerson(), ""
    if id := page_request.path.get("person"):
        who = await load_people(page_request, [id])
        person, me = _find_person(page_request, who), who.me
    profiles = {id: id for id in person.profiles} | dict(await profile_titles(page_request))
    choices: Choices = {"functions": page_request.choices("function", FUNCTIONS), "profiles": [*profiles.items()]}
    keys = _passkey_choices(page_request, person)
    but = {"person"} if person.person else {"enrolment"}
    if keys:
        choices |= {"retired": keys, "compromised": keys}
    else:
        but |= {"retired", "compromised"}
    competences = [
        " | ".join((row.function, row.area, row.first_date, row.last_date, row.evidence)) for row in person.competences
    ]
    fields = _PERSON_FORM.fields(page_request, person, choices, but=but, filled={"competences": competences})
    return {"person": person, "me": me, "fields": fields}


def _passkey_choices(page_request: PageRequest, person: cases.CasePerson) -> list[tuple[str, str]]:
    comma, since = page_request.w["comma"], page_request.w["since"]
    return [
        (key.credential, f"{key.credential} · {comma.join(key.origins)} · {since} {key.first_date}")
        for key in person.passkeys
        if not key.last_date and not key.compromised
    ]


def _find_person(page_request: PageRequest, who: People) -> cases.CasePerson:
    id = page_request.path["person"]
    if id not in who.known:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_PERSON", id=id[:80]))
    return who.known[id]


async def _save_person(page_request: PageRequest) -> str:
    if id := page_request.path.get("person"):
        saved = _find_person(page_request, await load_people(page_request, [id]))
    else:
        known_people = (await load_people(page_request)).known
        id = page_request.typed("person").strip() or propose_id(
            page_request.typed("display_name"), "person", known_people
        )
        saved = cases.CasePerson()
    _PERSON_FORM.read(page_request, saved)
    saved.person, saved.revision = id, _revision(page_request)
    del saved.competences[:]
    saved.competences.extend(map(_read_competence, page_request.several("competences")))
    today = instants.now()[:10]
    for passkey in saved.passkeys:
        passkey.compromised |= passkey.credential in page_request.several("compromised")
        if passkey.credential in page_request.several("retired") and not passkey.last_date:
            passkey.last_date = today
    if page_request.typed("enrolment").strip():
        saved.passkeys.append(_read_enrolment(page_request.typed("enrolment"), id, today))
    with reporting_at(lambda path: "competences" if ".competences" in path else path):
        await page_request.ask(
            "CaseService/SaveCasePerson", cases.SaveCasePersonRequest(parent=page_request.parent, case_person=saved)
        )
    return f"/workbench/people/{quote(id)}"


def _read_competence(line: str) -> audit_plan_pb2.TechnicalCompetence:
    values = line_values(line, len(_COMPETENCE_FIELDS))
    if len(values) != len(_COMPETENCE_FIELDS):
        raise InputError.of("competences", _message("COMPETENCE_LINE", found=line[:80]), "MALFORMED")
    return audit_plan_pb2.TechnicalCompetence(**dict(zip(_COMPETENCE_FIELDS, values, strict=True)))


def _read_enrolment(text: str, person: str, today: str) -> cases.CasePersonPasskey:
    try:
        enrolled_person = read_message(text, cases.CasePerson())
        (made,) = enrolled_person.passkeys
    except ValueError:
        raise InputError.of("enrolment", _message("NO_ENROLMENT"), "MALFORMED") from None
    if enrolled_person.person != person:
        message = _message("ENROLMENT_OF_OTHER", found=enrolled_person.person[:80], meant=person)
        raise InputError.of("enrolment", message, "WRONG_VALUE")
    return cases.CasePersonPasskey(
        credential=made.credential, public=made.public, rp_id=made.rp_id, origins=made.origins, first_date=today
    )


def _revision(page_request: PageRequest) -> int:
    return parse_whole_number(page_request.typed("revision")) or 0


_CLIENTS, _PEOPLE = "CaseService/ListClients", "CaseService/ListCasePersons"
PAGES = (
    Page("/workbench/clients", "clients.html.jinja", _CLIENTS, _load_clients, nav="clients", nav_group="clients"),
    Page("/workbench/new-client", "client.html.jinja", "CaseService/SaveClient", _load_client, _save_client),
    Page("/workbench/clients/{client}", "client.html.jinja", _CLIENTS, _load_client, _save_client),
    Page("/workbench/people", "people.html.jinja", _PEOPLE, _load_people, nav="people", nav_group="administration"),
    Page("/workbench/new-person", "person.html.jinja", "CaseService/SaveCasePerson", _load_person, _save_person),
    Page("/workbench/people/{person}", "person.html.jinja", _PEOPLE, _load_person, _save_person),
)
