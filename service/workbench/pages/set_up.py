"""Set-up pages of a certification body: checklist, invitations, body details and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from rules.contracts import InputError, TouchstoneError, message_factory
from service.accounts.local_accounts import FIRST
from service.base.refusals import Reason, Refusal
from service.identity.principals import PrincipalKind, Role, role_names
from service.workbench.message_forms import MessageForm
from service.workbench.page import Page, PrefilledForm
from service.workbench.pages.parties import FUNCTIONS
from service.workbench.pages.profiles_page import load_profiles
from service.workbench.profile_forms import profile_form, profile_to_begin_with
from service.workbench.proposed_ids import propose_id
from service.workbench.queries import load_people
from service.workbench.sessions import Sessions
from touchstone.v1 import account_service_pb2 as accounts, case_service_pb2 as cases, setup_service_pb2 as setup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.message_forms import Choices
    from service.workbench.page import PageRequest, Shown
    from service.workbench.queries import People

_message = message_factory(__name__)

_STATES = {
    setup.ReadinessStep.STATE_DONE: "done",
    setup.ReadinessStep.STATE_STARTED: "started",
    setup.ReadinessStep.STATE_TO_DO: "to_do",
    setup.ReadinessStep.STATE_WAITING: "waiting",
}
_BODY_FIELDS = ("display_name", "display_name_zh", "registered_id", "id", "did", "address", "governing_language")
_BODY_FORM = MessageForm(setup.CertificationBody, _BODY_FIELDS, needed={*_BODY_FIELDS} - {"did"})
_INVITATION_FORM = MessageForm(
    cases.CasePerson, ("person_name", "roles", "functions", "account", "client"), needed=("person_name", "roles"),
    kinds={"roles": "choices"},
)  # fmt: skip
_ROLES_FORM = MessageForm(accounts.Account, ("roles",), needed=("roles",))
_MAX_NAME_PROPOSALS = 20
_SET_UP_PATH = "/workbench/set-up"


async def _load_accounts(page_request: PageRequest) -> Sequence[accounts.Account]:
    if not page_request.may("AccountService/ListAccounts"):
        return ()
    request = accounts.ListAccountsRequest(parent=page_request.parent)
    listed: Sequence[accounts.Account] = (await page_request.ask("AccountService/ListAccounts", request)).accounts
    return listed


async def _load_readiness(page_request: PageRequest) -> setup.Readiness:
    request = setup.GetReadinessRequest(parent=page_request.parent, language_code=page_request.language)
    readiness: setup.Readiness = await page_request.ask("SetupService/GetReadiness", request)
    return readiness


async def _load(page_request: PageRequest) -> Shown:
    readiness, who = await _load_readiness(page_request), await load_people(page_request)
    known = await _load_accounts(page_request)
    form = None
    if page_request.may("CaseService/ProposeSchemeProfile"):
        profiles = await load_profiles(page_request)
        if not any(profile.revision for profile in profiles):
            form = await profile_form(page_request, profile_to_begin_with(profiles).settings)
    return {
        "steps": readiness.steps, "states": _STATES, "ready": readiness.ready,
        "done": [step for step in readiness.steps if _STATES.get(step.state) == "done"],
        "next": _next_step(readiness), "rows": _people_rows(who, known), "loose": _unregistered_accounts(who, known),
        "form": form, "fields": _INVITATION_FORM.fields(page_request, choices=_invitation_choices(page_request)),
        "days": FIRST.days, "invited": page_request.typed("invited"),
        "invited_name": page_request.typed("invited_name"), "first_password": page_request.typed("first_password"),
        "are_accounts_told": page_request.may("AccountService/ListAccounts"),
    }  # fmt: skip


def _role_choices(page_request: PageRequest) -> list[tuple[str, str]]:
    does = page_request.w["role_does"]
    return [(role, f"{word} – {does[role]}") for role, word in page_request.choices("role", role_names())]


def _invitation_choices(page_request: PageRequest) -> Choices:
    return {"roles": _role_choices(page_request), "functions": page_request.choices("function", FUNCTIONS)}


def _next_step(readiness: setup.Readiness) -> str:
    open_steps = [step for step in readiness.steps if _STATES.get(step.state) in {"started", "to_do"}]
    return next((step.step for step in sorted(open_steps, key=lambda step: not step.needed)), "")


def _people_rows(who: People, known: Sequence[accounts.Account]) -> list[dict[str, Any]]:
    by_name = {account.account: account for account in known}
    rows = []
    for person in who.known.values():
        references = [account.partition("/") for account in person.accounts]
        own = [by_name[name] for kind, _, name in references if kind == PrincipalKind.ACCOUNT and name in by_name]
        active = [account for account in own if not account.HasField("end_time")]
        has_provider = any(kind == PrincipalKind.TOKEN for kind, _, _ in references)
        methods = _sign_in_methods(person, has_provider=has_provider) or (["password"] if active else [])
        roles = sorted({role for account in active for role in account.roles})
        rows.append({"person": person, "accounts": own, "roles": roles, "ways": methods})
    return rows


def _sign_in_methods(person: cases.CasePerson, *, has_provider: bool) -> list[str]:
    methods = {
        "passkey": any(not key.last_date and not key.compromised for key in person.passkeys),
        "key_file": bool(person.keys),
        "provider": has_provider,
    }
    return [method for method, is_used in methods.items() if is_used]


def _unregistered_accounts(who: People, known: Sequence[accounts.Account]) -> list[accounts.Account]:
    registered = {account for person in who.known.values() for account in person.accounts}
    return [
        account
        for account in known
        if f"{PrincipalKind.ACCOUNT.value}/{account.account}" not in registered and not account.HasField("end_time")
    ]


async def _act(page_request: PageRequest) -> str | PrefilledForm:
    if page_request.typed("act") == "key":
        request = setup.CreateIssuingKeyRequest(parent=page_request.parent)
        await page_request.ask("SetupService/CreateIssuingKey", request)
        return _SET_UP_PATH
    return await _invite(page_request)


async def _invite(page_request: PageRequest) -> PrefilledForm:
    name, roles = page_request.typed("person_name").strip(), page_request.several("roles")
    registered = _INVITATION_FORM.read(page_request, cases.CasePerson())
    if not name:
        raise InputError.of("person_name", _message("NAME_NEEDED"), "REQUIRED")
    if (Role.APPLICANT in roles) != bool(registered.client):
        raise InputError.of("client", _message("CLIENT_OF_APPLICANT"), "WRONG_VALUE")
    who = await load_people(page_request)
    invitation = await _create_account(page_request, name, roles)
    account = invitation.account.account
    registered.person, registered.display_name = propose_id(name, "person", who.known), name
    registered.accounts.append(f"{PrincipalKind.ACCOUNT.value}/{account}")
    try:
        await page_request.ask(
            "CaseService/SaveCasePerson",
            cases.SaveCasePersonRequest(parent=page_request.parent, case_person=registered),
        )
    except TouchstoneError:
        await page_request.of_accounts(Sessions.uninvite, account)
        raise
    values = {"invited": [account], "invited_name": [name], "first_password": [invitation.first_password]}
    return PrefilledForm(_SET_UP_PATH, values)


async def _create_account(page_request: PageRequest, name: str, roles: Sequence[str]) -> accounts.AccountInvitation:
    typed, taken = page_request.typed("account").strip().lower(), set[str]()
    while True:
        account = typed or propose_id(name, "person", taken)
        request = accounts.CreateAccountRequest(parent=page_request.parent, account=account, roles=roles)
        try:
            made: accounts.AccountInvitation = await page_request.ask("AccountService/CreateAccount", request)
        except InputError as error:
            is_taken = all(violation.field == "account" for violation in error.violations)
            if typed or not is_taken or len(taken) >= _MAX_NAME_PROPOSALS:
                raise
            taken.add(account)
        else:
            return made


async def _load_body(page_request: PageRequest) -> Shown:
    readiness = await _load_readiness(page_request)
    body = readiness.certification_body
    organization = page_request.parent.rpartition("/")[2]
    address = body.address or f"{page_request.origin}/register/{organization}"
    step = next(step for step in readiness.steps if step.step == "body")
    language = body.governing_language or "zh"
    fields = _BODY_FORM.fields(
        page_request, body, {"governing_language": [*page_request.w["certificate_language"].items()]},
        filled={"address": [address], "governing_language": [language]},
    )  # fmt: skip
    return {"fields": fields, "step": step}


async def _save_body(page_request: PageRequest) -> str:
    body = _BODY_FORM.read(page_request, setup.CertificationBody())
    request = setup.SaveCertificationBodyRequest(parent=page_request.parent, certification_body=body)
    await page_request.ask("SetupService/SaveCertificationBody", request)
    return _SET_UP_PATH


async def _addressed_account(page_request: PageRequest) -> accounts.Account:
    for account in await _load_accounts(page_request):
        if account.account == page_request.path["account"]:
            return account
    raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_ACCOUNT", account=page_request.path["account"][:80]))


async def _load_account(page_request: PageRequest) -> Shown:
    account, who = await _addressed_account(page_request), await load_people(page_request)
    known = None if page_request.typed("act") == "roles" else account  # no role may be ticked
    named = f"{PrincipalKind.ACCOUNT.value}/{account.account}"
    holder = next((person for person in who.known.values() if named in person.accounts), None)
    return {
        "account": account, "holder": holder, "days": FIRST.days,
        "fields": _ROLES_FORM.fields(page_request, known, {"roles": _role_choices(page_request)}),
        "first_password": page_request.typed("first_password"),
    }  # fmt: skip


async def _change_account(page_request: PageRequest) -> str | PrefilledForm:
    account, act = await _addressed_account(page_request), page_request.typed("act")
    address = f"/workbench/accounts/{quote(account.account)}"
    if act == "renew":
        renewing = accounts.RenewAccountPasswordRequest(name=account.name)
        invitation = await page_request.ask("AccountService/RenewAccountPassword", renewing)
        return PrefilledForm(address, {"first_password": [invitation.first_password]})
    if act == "end":
        if page_request.typed("sure") != "yes":
            raise InputError.of("sure", _message("SURE_NEEDED"), "REQUIRED")
        await page_request.ask("AccountService/EndAccount", accounts.EndAccountRequest(name=account.name))
        return address
    request = accounts.SetAccountRolesRequest(name=account.name, roles=page_request.several("roles"))
    await page_request.ask("AccountService/SetAccountRoles", request)
    return address


PAGES = (
    Page(
        _SET_UP_PATH, "set_up.html.jinja", "SetupService/GetReadiness", _load, _act, nav="set_up",
        nav_group="administration",
    ),
    Page(f"{_SET_UP_PATH}/body", "body.html.jinja", "SetupService/SaveCertificationBody", _load_body, _save_body),
    Page(
        "/workbench/accounts/{account}", "account.html.jinja", "AccountService/ListAccounts", _load_account,
        _change_account,
    ),
)  # fmt: skip
