"""Application pages: they open a case for a client, by a form or with the answers of a self-check."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts import InputError, Violation, message_factory
from service.base import instants
from service.workbench.message_forms import MessageForm
from service.workbench.page import Page, PrefilledForm
from service.workbench.proposed_ids import propose_id
from service.workbench.queries import MOST, id_of, load_client
from service.workbench.self_checks import read_answers
from service.workbench.titles import card_titles, profile_title, site_titles
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    self_check_service_pb2 as self_checks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.message_forms import Choices
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_FIELDS = ("case_id", "subject", "profile", "scorecard", "scope", "sites", "outsourced")
_FORM = MessageForm(cases.CaseContent, _FIELDS, needed={*_FIELDS} - {"case_id", "outsourced"})
_FORM_WITH_ANSWERS = MessageForm(
    cases.CaseContent, ("client", "profile", "subject", "scope", "sites"),
    needed=("client", "profile", "scope", "sites"),
)  # fmt: skip
_CREATE = "CaseService/CreateCase"
_ASK, _TRY = "SelfCheckService/GetQuestionnaire", "SelfCheckService/TryScorecard"


async def _load_form(page_request: PageRequest) -> Shown:
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


async def _propose_case_id(page_request: PageRequest, client: str) -> str:
    """Propose client and year, with a number from the second case on."""
    request = cases.ListCasesRequest(parent=page_request.parent, client_id=client)
    listed = await page_request.ask("CaseService/ListCases", request)
    return propose_id(f"{client}-{instants.now()[:4]}", "case", {id_of(case.name) for case in listed.cases})


async def _apply(page_request: PageRequest) -> str:
    client = page_request.path["client"]
    id = page_request.typed("case_id").strip() or await _propose_case_id(page_request, client)
    await _create_case(page_request, id, client, _FORM.read(page_request, cases.CaseContent()))
    return page_request.case_address(quote(id))


async def _create_case(page_request: PageRequest, id: str, client: str, content: cases.CaseContent) -> cases.Case:
    request = cases.CreateCaseRequest(
        parent=page_request.parent, case_id=id, client=f"{page_request.parent}/clients/{client}",
        subject=f"{page_request.parent}/subjects/{page_request.typed('subject').strip() or client}",
        profile=page_request.typed("profile"), content=content,
    )  # fmt: skip
    case: cases.Case = await page_request.ask("CaseService/CreateCase", request)
    return case


def _scorecard(page_request: PageRequest) -> str:
    return f"scorecards/{page_request.path['card']}"


async def _load_with_answers(page_request: PageRequest) -> Shown:
    scorecard, written = _scorecard(page_request), page_request.typed("answers")
    offered = self_checks.GetQuestionnaireRequest(
        name=f"{scorecard}/questionnaire", language_code=page_request.language
    )
    await page_request.ask_once(_ASK, offered)  # fails unless the scorecard is offered
    answers = _read_answers(page_request, written, scorecard)
    listing = cases.ListClientsRequest(parent=page_request.parent, page_size=MOST)
    clients = (await page_request.ask("CaseService/ListClients", listing)).case_clients
    schemes = await page_request.ask("CaseService/ListSchemes", cases.ListSchemesRequest(parent=page_request.parent))
    language = page_request.language
    chosen = _chosen_client(page_request, clients)
    card = (await card_titles(page_request, [scorecard]))[page_request.path["card"]]
    case_id = page_request.typed("case_id")
    choices: Choices = {
        "client": [(each.client, each.display_name) for each in clients],
        "profile": [
            (scheme.profile, profile_title(scheme, language))
            for scheme in schemes.schemes if scorecard in scheme.scorecards
        ],
        "sites": [] if chosen is None else [*site_titles(chosen, language).items()],
    }  # fmt: skip
    only = {name: choices[name][0] for name in ("client", "profile") if len(choices[name]) == 1}
    but = {*only} if choices["sites"] else {*only, "sites"}
    subject = {"subject": [chosen.client if chosen else ""]}
    return {
        "card": card, "written": "" if answers is None else written,
        "count": 0 if answers is None else len(answers.facts) + len(answers.settings),
        "clients": clients, "profiles": choices["profile"], "only": only,
        "fields": _FORM_WITH_ANSWERS.fields(page_request, choices=choices, but=but, filled=subject),
        # The same form sent twice opens one case.
        "case_id": case_id or ("" if chosen is None else await _propose_case_id(page_request, chosen.client)),
    }  # fmt: skip


def _chosen_client(page_request: PageRequest, clients: Sequence[cases.CaseClient]) -> cases.CaseClient | None:
    only = clients[0] if len(clients) == 1 else None
    return next((each for each in clients if each.client == page_request.typed("client")), only)


def _read_answers(page_request: PageRequest, written: str, scorecard: str) -> self_checks.TryScorecardRequest | None:
    try:
        return read_answers(written, scorecard)
    except InputError as error:
        if not page_request.errors:
            page_request.note_problems(error)
        return None


async def _apply_with_answers(page_request: PageRequest) -> str | PrefilledForm:
    answers = read_answers(page_request.typed("answers"), _scorecard(page_request))
    if not page_request.typed("confirmed"):
        return PrefilledForm(page_request.address, page_request.values)
    client = page_request.typed("client")
    missing = [name for name in ("client", "profile") if not page_request.typed(name)]
    if missing:
        raise InputError(tuple(Violation(name, _message("CHOICE_NEEDED"), "REQUIRED") for name in missing))
    await page_request.ask(_TRY, answers)  # rejected answers must not open a case
    case_id = page_request.typed("case_id") or await _propose_case_id(page_request, client)
    page_request.values = {**page_request.values, "case_id": [case_id]}
    content = _FORM_WITH_ANSWERS.read(page_request, cases.CaseContent(scorecard=answers.scorecard))
    case = await _create_case(page_request, case_id, client, content)
    declared = dossiers.DossierContent(settings=answers.settings, facts=answers.facts)
    if declared.facts or declared.settings:
        step = cases.TakeCaseStepRequest(
            name=case.name, revision=case.revision, step="declare", content=cases.CaseContent(dossier=declared),
            reason=page_request.w["self_check"]["apply_reason"],
        )  # fmt: skip
        await page_request.ask("CaseService/TakeCaseStep", step)
    return page_request.case_address(quote(case_id))


PAGES = (
    Page("/workbench/clients/{client}/apply", "apply.html.jinja", _CREATE, _load_form, _apply),
    Page(
        "/workbench/self-check/{card}/apply", "apply_with_answers.html.jinja", _CREATE, _load_with_answers,
        _apply_with_answers,
    ),
)  # fmt: skip
