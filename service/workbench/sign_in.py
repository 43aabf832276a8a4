"""Sign-in and sign-out: by account, provider or trial, and the first operator account of an empty server.

A one-time code creates that account. Only the server terminal displays it, and the process stores its digest until an
account or API key exists.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode

from starlette.responses import RedirectResponse, Response

from rules.contracts import InputError, TouchstoneError, Violation, message_factory
from service.accounts.local_accounts import account_row
from service.api.bulkheads import Bulkhead
from service.base import logs
from service.base.grpc_status import log_failure, status_of
from service.base.refusals import Reason, Refusal
from service.base.resource_names import ORGANIZATION
from service.http.error_responses import http_status
from service.identity.principals import Principal, PrincipalKind, Role
from service.workbench.cookies import BROWSER, SESSION, SIGN_IN_BEGUN, TRIAL, YEAR
from service.workbench.forms import is_of_session, read_fields
from service.workbench.guess_limits import KNOWN, GuessLimiter, SignInOrigin
from service.workbench.oidc import FROM_PROVIDER, TO_PROVIDER
from service.workbench.page import (
    FIRST_OPERATOR,
    HOME,
    PASSWORD,
    SET_UP,
    SIGN_IN,
    SIGN_OUT,
    PrefilledForm,
    SignInOptions,
    find_page,
    is_own_address,
)
from service.workbench.proposed_ids import propose_id
from service.workbench.sessions import Sessions, check_chosen
from service.workbench.trial import START
from touchstone.v1.case_service_pb2 import CasePerson, SaveCasePersonRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from service.store.accounts import Accounts
    from service.workbench.cookies import Cookies
    from service.workbench.oidc import Provider
    from service.workbench.page import PageRequest
    from service.workbench.page_answers import PageAnswers
    from service.workbench.sessions import SignedInUser
    from service.workbench.trial import Trial

_message = message_factory(__name__)

_MAX_SIGN_INS, _SHARES = 16, 8
"""Limit of concurrent sign-ins, each with 64 MiB, and number of shares.

An address, or site in IPv6, has one share. Browsers known to the account have separate slots.
"""
_ENTRANCES = frozenset({SIGN_IN, SIGN_OUT, TO_PROVIDER, FROM_PROVIDER})
_MAX_PROVIDER_SECONDS = 600
_MAX_TARGET_LENGTH = 2_000
_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
"""Crockford's alphabet without similar characters, for typing from paper."""
_GROUP_COUNT, _GROUP_LENGTH = 4, 4
"""80 bits in total."""
_LOOKALIKES = str.maketrans("OIL", "011", " -\u2010\u2013\u2014\u3000\t")
_LIMIT_NAME = " set-up code"
"""Name for guess limits; not a valid account name."""


class SignIn:
    """Finds the signed-in user, and handles sign-in and sign-out."""

    def __init__(
        self, accounts: Accounts, provider: Provider | None, answers: PageAnswers, cookies: Cookies, store: Bulkhead
    ) -> None:
        self._accounts, self._sessions, self._provider = accounts, Sessions(accounts), provider
        self._answers, self._cookies, self._store = answers, cookies, store
        self._first_operator = FirstOperator(accounts)
        self._sign_ins = Bulkhead(_MAX_SIGN_INS, kind="sign_in", shares=_SHARES, threads=1)
        self._known_sign_ins = Bulkhead(_MAX_SIGN_INS, kind="sign_in_known", shares=_SHARES, threads=1)
        self._provider_sign_ins = Bulkhead(_MAX_SIGN_INS, kind="provider")

    def close(self) -> None:
        self._sign_ins.close()
        self._known_sign_ins.close()
        self._provider_sign_ins.close()
        if self._provider is not None:
            self._provider.close()

    def make_set_up_code(self) -> str:
        return "" if self._provider is not None else self._first_operator.make_code()

    async def user(self, token: str) -> SignedInUser | None:
        return await self._store.in_thread(self._sessions.find, token)

    async def of_accounts(self, do: Callable[..., Any], *args: Any) -> Any:
        async with self._known_sign_ins.slot_in_turn():
            return await self._known_sign_ins.in_thread(do, self._sessions, *args)

    async def before_page(self, request: Request, page_request: PageRequest) -> Response | None:
        address = page_request.page.address
        if address in {TO_PROVIDER, FROM_PROVIDER} and self._provider is not None:
            return await self._sign_in_by_provider(request, page_request, self._provider)
        if address in {SIGN_IN, FIRST_OPERATOR}:
            is_empty = await self._store.in_thread(lambda: self._first_operator.is_open)
            if is_empty != (address == FIRST_OPERATOR):
                return RedirectResponse(FIRST_OPERATOR if is_empty else SIGN_IN, 303)
        await self._set_options(page_request)
        return None

    async def _set_options(self, page_request: PageRequest) -> None:
        if page_request.page.address in _ENTRANCES and self._provider is not None:
            has_accounts = await self._store.in_thread(self._accounts.has_any)
            end = await self._provider.end() if {"out", "other"} & page_request.query.keys() else ""
            page_request.sign_in_options = SignInOptions(has_accounts, self._provider.name, end)

    async def _show(self, page_request: PageRequest, status: int = HTTPStatus.OK) -> Response:
        await self._set_options(page_request)
        return await self._answers.show(page_request, status)

    async def _sign_in_by_provider(self, request: Request, page_request: PageRequest, provider: Provider) -> Response:
        leaves = page_request.page.address == TO_PROVIDER
        secret, _, cookie_target = self._cookies.read(request, SIGN_IN_BEGUN).partition(".")
        target = page_request.query.get("next", "") if leaves else unquote(cookie_target)
        target = target if is_own_address(target) and len(target) <= _MAX_TARGET_LENGTH else HOME
        sign_in_again = f"{SIGN_IN}?{urlencode({'next': target})}"
        if leaves and request.headers.get("sec-fetch-site") == "cross-site":
            return RedirectResponse(sign_in_again, 303)  # another site must not start a sign-in
        page_request.page, page_request.path = find_page(SIGN_IN)
        response: Response
        provider_query, page_request.address, page_request.query = page_request.query, sign_in_again, {"next": target}
        try:
            with self._provider_sign_ins.slot():
                if leaves:
                    address, secret = await provider.leave()
                    redirect = RedirectResponse(address, 303)
                    cookie_value = f"{secret}.{quote(target, safe='')}"
                    self._cookies.keep(redirect, SIGN_IN_BEGUN, cookie_value, _MAX_PROVIDER_SECONDS)
                    return redirect
                principal = await provider.come_back(provider_query, secret)
        except Refusal as refusal:
            log_failure(refusal, door="workbench")
            page_request.note_problems(refusal)
            if refusal.reason is Reason.ROLE_NEEDED:
                page_request.query = {**page_request.query, "other": ""}
            response = await self._show(page_request, http_status(status_of(refusal)))
        else:
            signed = await self._store.in_thread(self._sessions.begin, principal)
            await self._store.in_thread(self._sessions.end, page_request.token)
            response = RedirectResponse(target, 303)
            self._cookies.keep(response, SESSION, signed.token)
        self._cookies.drop(response, SIGN_IN_BEGUN)
        return response

    async def sign_in(self, page_request: PageRequest) -> Response:
        target = page_request.typed("next") if is_own_address(page_request.typed("next")) else HOME
        if page_request.typed("elsewhere") and page_request.user is not None:  # signed in by the provider meanwhile
            return await self._restore_form(page_request, target)
        if not is_of_session(page_request):
            page_request.errors = (("", page_request.localize(_message("FORM_TOO_OLD"))),)
            return await self._show(page_request)
        name = page_request.typed("name").strip().lower()
        origin = SignInOrigin(page_request.caller, page_request.browser)
        try:
            is_known = await self._store.in_thread(self._sessions.knows, name, origin)
            bulkhead = self._known_sign_ins if is_known else self._sign_ins
            async with bulkhead.slot_in_turn(f"address/{origin.site}"):
                signed, browser = await bulkhead.in_thread(
                    self._sessions.sign_in, name, page_request.typed("password"), origin
                )
        except Refusal as refusal:
            if refusal.reason is not Reason.CREDENTIAL_INVALID:
                raise
            page_request.note_problems(refusal)
            return await self._show(page_request, HTTPStatus.UNPROCESSABLE_ENTITY)
        previous_token, page_request.token, page_request.user = page_request.token, signed.token, signed
        await self._store.in_thread(self._sessions.end, previous_token)
        response: Response
        if signed.is_first:
            response = RedirectResponse(PASSWORD, 303)
        elif page_request.typed("typed"):
            response = await self._restore_form(page_request, target)
        else:
            response = RedirectResponse(target, 303)
        self._cookies.keep(response, SESSION, signed.token)
        self._cookies.keep(response, BROWSER, browser, int(KNOWN.total_seconds()))
        return response

    async def enter_first(self, page_request: PageRequest) -> Response:
        if not is_of_session(page_request):
            page_request.errors = (("", page_request.localize(_message("FORM_TOO_OLD"))),)
            return await self._answers.show(page_request)
        name = page_request.typed("display_name").strip()
        person = propose_id(name, "operator")
        account = page_request.typed("account").strip().lower() or person
        typed_id = page_request.typed("organization").strip().lower()
        try:
            organization = _checked_organization_id(typed_id or propose_id(page_request.typed("body_name"), "body"))
            _check_name(name)
            origin = SignInOrigin(page_request.caller, page_request.browser)
            async with self._sign_ins.slot_in_turn(f"address/{origin.site}"):
                principal = await self._sign_ins.in_thread(
                    self._first_operator.enter, page_request.typed("code"), account, organization,
                    chosen=page_request.typed("chosen"), again=page_request.typed("again"), origin=origin,
                )  # fmt: skip
        except TouchstoneError as error:
            return await self._answers.show_refused(page_request, error)
        signed = await self._store.in_thread(self._sessions.begin, principal)
        entered = replace(page_request, user=signed, token=signed.token)
        registered = CasePerson(person=person, display_name=name, accounts=[principal.account])
        with suppress(TouchstoneError):  # otherwise the operator can register later
            await entered.ask(
                "CaseService/SaveCasePerson", SaveCasePersonRequest(parent=entered.parent, case_person=registered)
            )
        response = RedirectResponse(SET_UP, 303)
        self._cookies.keep(response, SESSION, signed.token)
        return response

    async def enter(self, page_request: PageRequest, trial: Trial) -> Response:
        if not is_of_session(page_request):
            page_request.errors = (("", page_request.localize(_message("FORM_TOO_OLD"))),)
            return await self._answers.show(page_request)
        name, target = trial.choice(page_request.typed("person"), page_request.typed("story"))
        target = target or page_request.typed("next")
        principal = await self._store.in_thread(trial.principal, self._accounts, name)
        if not is_own_address(target) or not find_page(target.partition("?")[0], trial)[0].is_for(principal):
            target = HOME
        signed = await self._store.in_thread(self._sessions.begin, principal)
        await self._store.in_thread(self._sessions.end, page_request.token)
        logs.info("entered_trial", account=principal.account)
        page_request.token, page_request.user = signed.token, signed
        response: Response
        if page_request.typed("typed"):
            response = await self._restore_form(page_request, target)
        else:
            response = RedirectResponse(target, 303, headers={"clear-site-data": '"cache"'})
        self._cookies.keep(response, SESSION, signed.token)
        self._cookies.keep(response, TRIAL, trial.start, YEAR)
        return response

    async def sign_out(self, page_request: PageRequest) -> Response:
        assert page_request.user is not None  # noqa: S101 -- the form belongs to a session
        principal = page_request.user.principal
        await self._store.in_thread(self._sessions.end, page_request.token)
        logs.info("signed_out", account=principal.account)
        target = f"{SIGN_IN}?out=" if principal.kind is PrincipalKind.TOKEN else _sign_in_page(page_request)
        response = RedirectResponse(target, 303, headers={"clear-site-data": '"cache"'})
        self._cookies.drop(response, SESSION)
        return response

    async def sign_in_first(self, page_request: PageRequest) -> Response:
        typed = (
            {}
            if page_request.page.secret
            else {name: value for name, value in page_request.values.items() if name != "form_token"}
        )
        page, _ = find_page(_sign_in_page(page_request), page_request.trial)
        values = {"next": [page_request.address], "typed": [urlencode(typed, doseq=True)]}
        sign_in_request = replace(page_request, page=page, values=values, token="")
        sign_in_request.errors = (("", page_request.localize(_message("SESSION_ENDED"))),)
        return await self._show(sign_in_request, HTTPStatus.UNAUTHORIZED)

    async def _restore_form(self, page_request: PageRequest, target: str) -> Response:
        page_request.errors = (("", page_request.localize(_message("SIGNED_IN_AGAIN"))),)
        typed = read_fields(page_request.typed("typed"))
        return await self._answers.show_filled(page_request, PrefilledForm(target, typed))


def sign_in_address(page_request: PageRequest, target: str) -> str:
    """Return the sign-in address that continues at `target`."""
    return f"{_sign_in_page(page_request)}?{urlencode({'next': target})}"


def _checked_organization_id(id: str) -> str:
    if ORGANIZATION.match(id) is None:
        raise InputError.of("organization", _message("NO_ORGANIZATION_ID", found=id[:80]), "MALFORMED")
    return id


def _check_name(name: str) -> None:
    if not name:
        raise InputError.of("display_name", _message("NAME_NEEDED"), "REQUIRED")


def _sign_in_page(page_request: PageRequest) -> str:
    return SIGN_IN if page_request.trial is None else START


class FirstOperator:
    """One-time creation of the first operator account."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts, self._guesses = accounts, GuessLimiter(accounts)
        self._digest = b""

    def make_code(self) -> str:
        if not self._accounts.is_empty():
            return ""
        groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUP_COUNT))
        code = "-".join(groups)
        self._digest = _digest(code)
        return code

    @property
    def is_open(self) -> bool:
        if self._digest and not self._accounts.is_empty():
            self._digest = b""
        return bool(self._digest)

    def enter(  # noqa: PLR0913 -- form fields
        self, code: str, name: str, organization: str, *, chosen: str, again: str, origin: SignInOrigin
    ) -> Principal:
        expected = self._digest if self.is_open else b""
        if not expected:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("SET_UP_CLOSED"))
        limits = self._guesses.of_sign_in(_LIMIT_NAME, origin)
        if not self._guesses.begin(limits) or not hmac.compare_digest(_digest(code), expected):
            logs.warning("set_up_code_refused")
            raise InputError.of("code", _message("CODE_WRONG"), "WRONG_VALUE")
        self._guesses.succeed(limits)
        if chosen != again:
            raise InputError.of("again", _message("TYPED_OTHERWISE"), "WRONG_VALUE")
        check_chosen(chosen, name, organization)
        try:
            row = account_row(name, organization, [Role.OPERATOR], chosen, None)
        except InputError as error:
            violations = (Violation("account", fault.description, fault.reason) for fault in error.violations)
            raise InputError(tuple(violations)) from None
        if not self._accounts.add_first(row):
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("SET_UP_CLOSED"))
        self._digest = b""
        logs.info("first_operator_made", account=name)
        return Principal(name, PrincipalKind.ACCOUNT, organization, frozenset({Role.OPERATOR}))


def _digest(code: str) -> bytes:
    return hashlib.sha256(code.upper().translate(_LOOKALIKES).encode()).digest()
