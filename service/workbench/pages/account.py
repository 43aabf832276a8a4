"""Account pages: password change, time zone, and invitation of a client's person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts import InputError, TouchstoneError, message_factory
from service.accounts.local_accounts import FIRST
from service.base.refusals import Reason, Refusal
from service.identity.principals import PrincipalKind, Role
from service.workbench.page import Page, PrefilledForm, is_own_address, time_zones
from service.workbench.queries import load_people
from service.workbench.sessions import Sessions
from touchstone.v1 import account_service_pb2 as accounts, case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)


async def _load_password(page_request: PageRequest) -> Shown:
    assert page_request.user is not None  # noqa: S101 -- pages that are not public have a user
    return {"is_local": page_request.user.principal.kind is PrincipalKind.ACCOUNT}


async def _change_password(page_request: PageRequest) -> str:
    if page_request.typed("chosen") != page_request.typed("again"):
        raise InputError.of("again", _message("TYPED_OTHERWISE"), "WRONG_VALUE")
    await page_request.of_accounts(
        Sessions.choose_password, page_request.user, page_request.typed("password"), page_request.typed("chosen")
    )
    return "/workbench"


async def _load_zone(page_request: PageRequest) -> Shown:
    next_address = page_request.query.get("next", "")
    return {"zones": time_zones(), "next": next_address if is_own_address(next_address) else "/workbench"}


async def _client_person(page_request: PageRequest) -> cases.CasePerson:
    id = page_request.path["person"]
    person = (await load_people(page_request, [id])).known.get(id)
    if person is None or not person.client:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_CLIENTS_PERSON", id=id[:80]))
    return person


async def _load_invitation(page_request: PageRequest) -> Shown:
    person = await _client_person(page_request)
    return {
        "person": person, "accounts": _local_accounts(person), "password": page_request.typed("first_password"),
        "days": FIRST.days,
    }  # fmt: skip


def _local_accounts(person: cases.CasePerson) -> list[str]:
    split = (account.partition("/") for account in person.accounts)
    return [name for kind, _, name in split if kind == PrincipalKind.ACCOUNT]


async def _invite(page_request: PageRequest) -> PrefilledForm:
    person, name = await _client_person(page_request), page_request.typed("account").strip().lower()
    is_known = name in _local_accounts(person)
    invitation = await (_renew_password if is_known else _create_account)(page_request, name)
    if not is_known:
        person.accounts.append(f"{PrincipalKind.ACCOUNT.value}/{name}")
        try:
            await page_request.ask(
                "CaseService/SaveCasePerson",
                cases.SaveCasePersonRequest(parent=page_request.parent, case_person=person),
            )
        except TouchstoneError:
            await page_request.of_accounts(Sessions.uninvite, name)
            raise
    address = f"/workbench/people/{quote(person.person)}/invitation"
    return PrefilledForm(address, {"account": [name], "first_password": [invitation.first_password]})


async def _create_account(page_request: PageRequest, name: str) -> accounts.AccountInvitation:
    request = accounts.CreateAccountRequest(parent=page_request.parent, account=name, roles=[Role.APPLICANT])
    invitation: accounts.AccountInvitation = await page_request.ask("AccountService/CreateAccount", request)
    return invitation


async def _renew_password(page_request: PageRequest, name: str) -> accounts.AccountInvitation:
    listing = accounts.ListAccountsRequest(parent=page_request.parent)
    known = (await page_request.ask("AccountService/ListAccounts", listing)).accounts
    if not any(account.account == name and list(account.roles) == [Role.APPLICANT] for account in known):
        raise InputError.of("account", _message("NO_CLIENTS_ACCOUNT", name=name[:80]), "NOT_FOUND")
    request = accounts.RenewAccountPasswordRequest(name=f"{page_request.parent}/accounts/{name}")
    invitation: accounts.AccountInvitation = await page_request.ask("AccountService/RenewAccountPassword", request)
    return invitation


PAGES = (
    Page("/workbench/zone", "zone.html.jinja", "", _load_zone, public=True),
    Page("/workbench/password", "password.html.jinja", "", _load_password, _change_password, secret=True),
    Page(
        "/workbench/people/{person}/invitation", "invitation.html.jinja", "CaseService/SaveCasePerson",
        _load_invitation, _invite,
    ),
)  # fmt: skip
