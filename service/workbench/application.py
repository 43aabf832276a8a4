"""The workbench as an HTTP application: admission, session, form token, page, and what browsers are told of it."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import AsyncIterator
from contextlib import aclosing, suppress
from dataclasses import replace
from functools import cache, partial
from http import HTTPStatus
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode, urlsplit

import jinja2
from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect
from starlette.responses import RedirectResponse, Response, StreamingResponse

from rules.contracts import LANGUAGES, TouchstoneError, message_factory, package_file
from service.api.access_guard import InternalCall
from service.api.bulkheads import Bulkhead, BulkheadFullError
from service.base import logs
from service.base.call_context import preferred_language
from service.base.grpc_status import log_failure, reason_of, status_of
from service.base.refusals import Reason, Refusal
from service.base.worker_specs import WorkerSpec
from service.http.error_responses import http_status
from service.identity.principals import NOBODY, PrincipalKind
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.forms import SPOOLED, FormAdmission, read_fields
from service.workbench.guess_limits import KNOWN, SignInOrigin
from service.workbench.oidc import FROM_PROVIDER, TO_PROVIDER
from service.workbench.page import (
    LIVE,
    UTC,
    Download,
    Page,
    PageRequest,
    PrefilledForm,
    SignInOptions,
    is_own_address,
    time_zones,
    workbench_pages,
)
from service.workbench.sessions import Sessions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from google.protobuf.message import Message
    from starlette.requests import Request

    from service.api.call_interceptor import CallInterceptor
    from service.base.worker_specs import Answer, Worker
    from service.store.accounts import Accounts
    from service.workbench.forms import Form
    from service.workbench.oidc import Provider

_say = message_factory(__name__)

_AT_ONCE, _SIGNING_IN, _SHARES = 256, 16, 8
"""How many pages are answered at once, and how many sign-ins wait for their turn: each takes 64 MiB for a moment.

Of these an address has one of so many shares at most; whoever signed in from a browser before waits with others of the
same kind, so that no stranger takes their place.
"""
_CALLS_AT_ONCE, _PAUSES = 8, (0.05, 0.1, 0.2, 0.4, 0.8)
"""How many calls pages make at once, half of what may read; and after how long one that found no place asks again."""
_LOOKS, _LOOKS_AT_ONCE = 32, 2
"""How many wait for what a value would move, and how many are worked out at once: each evaluates a dossier twice."""
READING = WorkerSpec("service.cases.dossier_file_process", max_processes=2, seconds=60, max_idle=1)
"""What reads the files that people send."""
_MAX_WAITING_FILES = 16
"""How many files wait to be read, each for a process of its own."""
_HOME = "/workbench"
SIGN_IN, _SIGN_OUT, _PASSWORD = "/workbench/sign-in", "/workbench/sign-out", "/workbench/password"
_STATIC = {
    "/workbench/workbench.css": "text/css",
    "/workbench/passkey.js": "text/javascript",
    "/workbench/digest.js": "text/javascript",
    f"/workbench/{LIVE}": "text/javascript",
}
_SESSION, _BEGUN, _LANGUAGE = "touchstone-session", "touchstone-sign-in", "touchstone-language"
_ZONE, _KNOWN_BROWSER = "touchstone-zone", "touchstone-browser"
_ENTRANCES = frozenset({SIGN_IN, _SIGN_OUT, TO_PROVIDER, FROM_PROVIDER})
_PIECE_BYTES = 256 * 1024
_BEGUN_SECONDS = 600
"""How long somebody may take at the provider."""
_LONGEST_KEPT = 2_000
"""How long an address may be that somebody is brought back to from there."""
_YEAR = 365 * 86_400
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""Of every page."""


class Workbench:
    """Answers what lies under `/workbench` and `/register`."""

    def __init__(  # noqa: PLR0913 -- what is behind it, and how people come
        self,
        calls: CallInterceptor,
        behaviors: Mapping[str, Any],
        accounts: Accounts,
        opened: str,
        reading: Worker,
        *,
        secure: bool,
        provider: Provider | None = None,
    ) -> None:
        """Answer by these behaviours, and read files by `reading`; `secure` says that browsers come by HTTPS."""
        self._calls, self._behaviors, self._secure = calls, behaviors, secure
        self._accounts, self._sessions, self._provider = accounts, Sessions(accounts), provider
        self._opened = tuple(opened.replace(",", " ").split())
        self._limiter, self._turns = Bulkhead(_AT_ONCE, kind="pages"), asyncio.Semaphore(_CALLS_AT_ONCE)
        self._sign_ins = Bulkhead(_SIGNING_IN, kind="sign_in", shares=_SHARES, threads=1)
        self._returning = Bulkhead(_SIGNING_IN, kind="sign_in_known", shares=_SHARES, threads=1)
        self._abroad = Bulkhead(_SIGNING_IN, kind="provider")
        self._looks, self._looking = Bulkhead(_LOOKS, kind="looks"), asyncio.Semaphore(_LOOKS_AT_ONCE)
        self._reading, self._read = reading, Bulkhead(_MAX_WAITING_FILES, kind="read_files")
        self._forms = FormAdmission()
        self._works = BackgroundTasks()
        cookies = (_SESSION, _BEGUN, _LANGUAGE, _ZONE, _KNOWN_BROWSER)
        names = (f"__Host-{name}" if secure else name for name in cookies)
        self._cookie, self._begun, self._chosen, self._zone, self._known_browser = names

    def close(self) -> None:
        """End the threads."""
        self._limiter.close()
        self._sign_ins.close()
        self._returning.close()
        self._abroad.close()
        self._works.close()
        self._looks.close()
        self._read.close()
        if self._provider is not None:
            self._provider.close()

    @staticmethod
    def has(path: str) -> bool:
        """Say whether a path is one of the workbench."""
        return is_own_address(path)

    async def answer(self, request: Request, path: str) -> Response:
        """Answer a request, errors included."""
        if path in _STATIC:
            kept = {**HEADERS, "cache-control": "max-age=3600"}
            return self._over_https(Response(_static(path.rpartition("/")[2]), media_type=_STATIC[path], headers=kept))
        named = request.query_params.get("language", request.cookies.get(self._chosen, ""))
        language = named if named in LANGUAGES else preferred_language(None, request.headers.items())
        token = request.cookies.get(self._cookie, "")
        query, address = dict(request.query_params), _address(request, path)
        page_request = PageRequest(
            _NOWHERE,
            language,
            {},
            address,
            query,
            None,
            token,
            self._ask,
            self._receive,
            self._limiter.in_thread,
            self._read_file,
            self._works,
            self._of_accounts,
        )
        wanted = (query.get("zone", ""), request.cookies.get(self._zone, ""))
        page_request.zone = next((zone for zone in wanted if zone in time_zones()), UTC)
        page_request.caller = request.client.host if request.client else ""
        page_request.browser = request.cookies.get(self._known_browser, "")
        page_request.origin = f"{'https' if self._secure else 'http'}://{request.headers.get('host', '')}"
        try:
            with self._limiter.slot():
                response = await self._answered(request, path, page_request)
        except ClientDisconnect:
            raise
        except Exception as error:
            log_failure(error, door="workbench")
            response = self._failed(page_request, error)
        if request.query_params.get("language", "") in LANGUAGES:
            self._keep(response, language, self._chosen, _YEAR)
        if query.get("zone", "") in time_zones():
            self._keep(response, page_request.zone, self._zone, _YEAR)
        return self._over_https(response)

    def _over_https(self, response: Response) -> Response:
        """Have browsers come by HTTPS alone from now on, if they come so at all."""
        if self._secure:
            response.headers["strict-transport-security"] = f"max-age={_YEAR}; includeSubDomains"
        return response

    async def _answered(self, request: Request, path: str, page_request: PageRequest) -> Response:
        page, page_request.path = _find_page(path)
        page_request.page = page
        page_request.user = await self._limiter.in_thread(self._sessions.find, page_request.token)
        if page_request.user is not None and page_request.user.is_first and path not in {_PASSWORD, _SIGN_OUT}:
            return RedirectResponse(_PASSWORD, 303, headers=HEADERS)
        if request.method in {"GET", "HEAD"}:
            if path in {TO_PROVIDER, FROM_PROVIDER} and self._provider is not None:
                return await self._by_provider(request, path, page_request, self._provider)
            if not page.is_for(None) and page_request.user is None:
                return RedirectResponse(f"{SIGN_IN}?{urlencode({'next': page_request.address})}", 303, headers=HEADERS)
            principal = page_request.user.principal if page_request.user else None
            if path == _HOME and not page.is_for(principal) and (others := page_request.navigation()):
                return RedirectResponse(others[0].address, 303, headers=HEADERS)
            return await self._page_response(page_request)
        takes_form = page.submit is not None or page.is_preview or path == _SIGN_OUT
        if request.method != "POST" or not takes_form:
            raise Refusal(Reason.METHOD_NOT_ALLOWED, _say("NO_FORM"))
        self._check_origin(request)
        async with self._forms.read(request, page, signed_in=page_request.user is not None) as form:
            page_request.values = form.values
            return await (self._with_file(page_request, form) if page.takes_file else self._sent(request, page_request))

    async def _sent(self, request: Request, page_request: PageRequest) -> Response:
        page, path = page_request.page, page_request.page.address
        if path == SIGN_IN:
            return await self._sign_in(page_request)
        if page_request.user is None:
            return await self._sign_in_first(page_request)
        if (page.submit is not None or page.is_preview) and not _is_of_session(page_request):
            return await self._of_other_session(page_request)
        self._check_form(page_request)
        if page.is_preview:
            return await self._looked(request, page_request)
        if path == _SIGN_OUT:
            await self._limiter.in_thread(self._sessions.end, page_request.token)
            logs.info("signed_out", account=page_request.user.principal.account)
            away = f"{SIGN_IN}?out=" if page_request.user.principal.kind is PrincipalKind.TOKEN else SIGN_IN
            response = RedirectResponse(away, 303, headers={**HEADERS, "clear-site-data": '"cache"'})
            response.delete_cookie(self._cookie, secure=self._secure, httponly=True, samesite="lax")
            return response
        return await self._submit_form(page_request)

    async def _of_other_session(self, page_request: PageRequest) -> Response:
        """Show a form again that was opened before somebody signed in anew, in another tab; nothing of it is done."""
        page_request.errors = (("", page_request.localize(_say("OTHER_SESSION"))),)
        shown = await self._page_response(page_request)
        shown.status_code = HTTPStatus.FORBIDDEN
        return shown

    @staticmethod
    def _check_form(page_request: PageRequest) -> None:
        """Refuse a form that no page of this session carried."""
        if not _is_of_session(page_request):
            raise Refusal(Reason.FOREIGN_HOST, _say("FOREIGN_FORM"))

    async def _with_file(self, page_request: PageRequest, form: Form) -> Response:
        """Do what a form with a file asks for; a page that does nothing looks at the file and keeps nothing."""
        if page_request.page.submit is not None and page_request.user is None:
            return await self._sign_in_first(page_request)
        self._check_form(page_request)
        if form.too_large:
            return await self._too_large(page_request, form.too_large)
        if page_request.page.max_file_bytes:
            page_request.files = form.files
        else:
            page_request.file = form.content("file")
        if not page_request.page.is_preview:
            return await self._submit_form(page_request)
        try:
            return await self._page_response(page_request)
        except TouchstoneError as error:
            page_request.file = None
            return await self._refused(page_request, error)

    async def _too_large(self, page_request: PageRequest, files: Sequence[tuple[str, str]]) -> Response:
        """Show a form again whose files were too large."""
        page_request.errors = tuple((field, page_request.localize(message)) for field, message in files)
        shown = await self._page_response(page_request)
        shown.status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return shown

    async def _looked(self, request: Request, page_request: PageRequest) -> Response:
        """Answer what a form asks, few at once; nothing is worked out for whoever has asked anew meanwhile."""
        try:
            with self._looks.slot():
                async with self._looking:
                    if await request.is_disconnected():
                        raise ClientDisconnect
                    return await self._page_response(page_request)
        except TouchstoneError as error:
            return await self._refused(page_request, error)

    async def _submit_form(self, page_request: PageRequest) -> Response:
        page = page_request.page
        self._check_allowed(page_request)
        try:
            assert page.submit is not None  # noqa: S101 -- only those that have one come here
            then = await page.submit(page_request)
        except TouchstoneError as error:
            return await self._refused(page_request, error)
        if isinstance(then, PrefilledForm):
            return await self._filled(page_request, then)
        return _download_response(then) if isinstance(then, Download) else RedirectResponse(then, 303, headers=HEADERS)

    async def _refused(self, page_request: PageRequest, error: TouchstoneError) -> Response:
        """Show a form again with what was typed, and say what is wrong with it."""
        log_failure(error, door="workbench")
        page_request.note_problems(error)
        code = http_status(status_of(error))
        shown = await self._page_response(page_request)
        shown.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if code == HTTPStatus.BAD_REQUEST else code
        return shown

    async def _page_response(self, page_request: PageRequest) -> Response:
        self._check_allowed(page_request)
        started = not page_request.token
        if started and (page_request.page.submit is not None or page_request.page.is_preview):
            page_request.token = secrets.token_urlsafe(32)
        if page_request.page.address in _ENTRANCES:
            page_request.sign_in_options = await self._sign_in_options(page_request)
        data = await page_request.page.load(page_request)
        if isinstance(data, Download):
            return _download_response(data)
        response = self._rendered(page_request, page_request.page.template, data)
        if started and page_request.token:
            self._keep(response, page_request.token)
        return response

    def _check_allowed(self, page_request: PageRequest) -> None:
        principal = page_request.user.principal if page_request.user else None
        if not page_request.page.is_for(principal):
            raise Refusal(Reason.ROLE_NEEDED, _say("PAGE_NOT_ALLOWED"))

    def _rendered(self, page_request: PageRequest, template: str, data: Mapping[str, Any]) -> Response:
        with_query = urlencode([*((k, v) for k, v in page_request.query.items() if k != "language"), ("language", "")])
        content = _templates().get_template(template).render(
            v=page_request, w=page_request.w,
            other_language=f"{quote(page_request.address.partition('?')[0])}?{with_query}",
            others=[language for language in LANGUAGES if language != page_request.language], registers=self._opened,
            **data,
        )  # fmt: skip
        headers = {**HEADERS, "content-language": page_request.w["html"]}
        if page_request.page.script:
            headers["content-security-policy"] += "; script-src 'self'"
        if page_request.page.script == LIVE:
            headers["content-security-policy"] += "; connect-src 'self'"
        return Response(content, media_type="text/html", headers=headers)

    def _failed(self, page_request: PageRequest, error: Exception) -> Response:
        page_request.note_problems(error)
        response = self._rendered(page_request, "failed.html.jinja", {"reason": reason_of(error).value})
        response.status_code = http_status(status_of(error))
        if page_request.path and {"name", "parent", *page_request.path} & dict(page_request.errors).keys():
            response.status_code = HTTPStatus.NOT_FOUND  # the address can name nothing
        return response

    # --- who it is ----------------------------------------------------------------------------------------------------

    async def _sign_in_options(self, page_request: PageRequest) -> SignInOptions:
        """Give the ways to sign in; whoever has signed out, or has no role, is told how to leave the provider, too."""
        if self._provider is None:
            return SignInOptions()
        has_accounts = await self._limiter.in_thread(self._accounts.has_any)
        end = await self._provider.end() if {"out", "other"} & page_request.query.keys() else ""
        return SignInOptions(has_accounts, self._provider.name, end)

    async def _by_provider(
        self, request: Request, path: str, page_request: PageRequest, provider: Provider
    ) -> Response:
        """Send somebody to the provider, or sign in who comes back from it."""
        secret, _, going = request.cookies.get(self._begun, "").partition(".")
        target = page_request.query.get("next", "") if path == TO_PROVIDER else unquote(going)
        target = target if is_own_address(target) and len(target) <= _LONGEST_KEPT else _HOME
        again = f"{SIGN_IN}?{urlencode({'next': target})}"
        if path == TO_PROVIDER and request.headers.get("sec-fetch-site") == "cross-site":
            return RedirectResponse(again, 303, headers=HEADERS)  # nobody is signed in because another site wants it
        page_request.page, page_request.path = _find_page(SIGN_IN)
        response: Response
        came, page_request.address, page_request.query = page_request.query, again, {"next": target}
        try:
            with self._abroad.slot():
                if path == TO_PROVIDER:
                    address, secret = await provider.leave()
                    away = RedirectResponse(address, 303, headers=HEADERS)
                    self._keep(away, f"{secret}.{quote(target, safe='')}", self._begun, _BEGUN_SECONDS)
                    return away
                principal = await provider.come_back(came, secret)
        except Refusal as refusal:
            log_failure(refusal, door="workbench")
            page_request.note_problems(refusal)
            if refusal.reason is Reason.ROLE_NEEDED:
                page_request.query = {**page_request.query, "other": ""}
            response = await self._page_response(page_request)
            response.status_code = http_status(status_of(refusal))
        else:
            signed = await self._limiter.in_thread(self._sessions.begin, principal)
            await self._limiter.in_thread(self._sessions.end, page_request.token)
            response = RedirectResponse(target, 303, headers=HEADERS)
            self._keep(response, signed.token)
        response.delete_cookie(self._begun, secure=self._secure, httponly=True, samesite="lax")
        return response

    async def _of_accounts(self, do: Callable[..., Any], *args: Any) -> Any:
        """Do something with passwords for whoever has signed in."""
        with self._returning.slot():
            return await self._returning.in_thread(do, self._sessions, *args)

    async def _read_file(self, asked: Message, answer: type[Answer]) -> Answer:
        with self._read.slot():
            return await self._reading.work(asked, answer)

    async def _sign_in(self, page_request: PageRequest) -> Response:
        target = page_request.typed("next") if is_own_address(page_request.typed("next")) else _HOME
        if page_request.typed("elsewhere") and page_request.user is not None:  # in another tab, by the provider
            return await self._typed_again(page_request, target)
        if not _is_of_session(page_request):
            page_request.errors = (("", page_request.localize(_say("FORM_TOO_OLD"))),)
            return await self._page_response(page_request)
        try:
            name, origin = (
                page_request.typed("name").strip().lower(),
                SignInOrigin(page_request.caller, page_request.browser),
            )
            is_known = await self._limiter.in_thread(self._sessions.knows, name, origin)
            places = self._returning if is_known else self._sign_ins
            with places.slot(f"address/{origin.network}"):
                signed, browser = await places.in_thread(
                    self._sessions.sign_in, name, page_request.typed("password"), origin
                )
        except Refusal as refusal:
            if refusal.reason is not Reason.CREDENTIAL_INVALID:
                raise
            page_request.note_problems(refusal)
            shown = await self._page_response(page_request)
            shown.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
            return shown
        before, page_request.token, page_request.user = page_request.token, signed.token, signed
        await self._limiter.in_thread(self._sessions.end, before)
        response: Response
        if signed.is_first:
            response = RedirectResponse(_PASSWORD, 303, headers=HEADERS)
        elif page_request.typed("typed"):
            response = await self._typed_again(page_request, target)
        else:
            response = RedirectResponse(target, 303, headers=HEADERS)
        self._keep(response, signed.token)
        self._keep(response, browser, self._known_browser, int(KNOWN.total_seconds()))
        return response

    async def _typed_again(self, page_request: PageRequest, target: str) -> Response:
        """Show a form with what was typed before the session ended."""
        page_request.errors = (("", page_request.localize(_say("SIGNED_IN_AGAIN"))),)
        return await self._filled(page_request, PrefilledForm(target, read_fields(page_request.typed("typed"))))

    async def _filled(self, page_request: PageRequest, then: PrefilledForm) -> Response:
        """Show a form filled in; nothing of it has been sent."""
        page, path = _find_page(then.address.partition("?")[0])
        again = replace(page_request, page=page, path=path, address=then.address, values=then.values, file=None)
        return await self._page_response(again)

    async def _sign_in_first(self, page_request: PageRequest) -> Response:
        """Ask who it is, and keep what was typed in the form, unless it is secret."""
        kept = (
            {}
            if page_request.page.secret
            else {name: value for name, value in page_request.values.items() if name != "form_token"}
        )
        page, _ = _find_page(SIGN_IN)
        values = {"next": [page_request.address], "typed": [urlencode(kept, doseq=True)]}
        asked = replace(page_request, page=page, values=values, token="")
        asked.errors = (("", page_request.localize(_say("SESSION_ENDED"))),)
        shown = await self._page_response(asked)
        shown.status_code = HTTPStatus.UNAUTHORIZED
        return shown

    def _keep(self, response: Response, token: str, name: str = "", seconds: int | None = None) -> None:
        name = name or self._cookie
        response.set_cookie(name, token, seconds, path="/", secure=self._secure, httponly=True, samesite="lax")

    def _check_origin(self, request: Request) -> None:
        """Refuse what another site lets a browser send."""
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site", "same-origin")
        host = request.headers.get("host", "")
        if site not in {"same-origin", "none"} or (origin is not None and urlsplit(origin).netloc != host):
            raise Refusal(Reason.FOREIGN_HOST, _say("FOREIGN_FORM"))

    async def _ask(self, page_request: PageRequest, method: str, asked: Any) -> Any:
        """Make a call in this process when its turn comes; in a task of its own, so that nothing of it stays behind."""
        principal = page_request.user.principal if page_request.user else NOBODY
        context = InternalCall(principal, page_request.language, page_request.caller)
        async with self._turns:
            for pause in _PAUSES:
                with suppress(BulkheadFullError):  # others call, too; nothing was done
                    return await asyncio.create_task(self._called(method, asked, context))
                await asyncio.sleep(pause)
            return await asyncio.create_task(self._called(method, asked, context))

    async def _receive(self, page_request: PageRequest, method: str, asked: Any) -> SpooledTemporaryFile[bytes]:
        """Make a call that gives a file piece by piece, and keep what comes on the disk if it is much."""
        principal = page_request.user.principal if page_request.user else NOBODY
        context = InternalCall(principal, page_request.language, page_request.caller)
        received: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(max_size=SPOOLED)  # noqa: SIM115 -- closed once sent
        try:
            async with (
                self._turns,
                aclosing(self._calls.inside_telling(method, self._behaviors[method], asked, context)) as answers,
            ):
                async for answer in answers:
                    await page_request.in_thread(received.write, answer.content)
        except BaseException:
            received.close()
            raise
        received.seek(0)
        return received

    async def _called(self, method: str, asked: Any, context: InternalCall) -> Any:
        if isinstance(asked, AsyncIterator):
            return await self._calls.inside_collecting(method, self._behaviors[method], asked, context)
        return await self._calls.inside(method, self._behaviors[method], asked, context)


async def _nothing(_visit: PageRequest) -> dict[str, Any]:
    return {}


_NOWHERE = Page("", "failed.html.jinja", "", _nothing, public=True)


def _find_page(path: str) -> tuple[Page, Mapping[str, str]]:
    for page in workbench_pages():
        if match := page.pattern.fullmatch(path):
            return page, match.groupdict()
    raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_PAGE"))


def _address(request: Request, path: str) -> str:
    query = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "language"])
    return f"{path}?{query}" if query else path


def _is_of_session(page_request: PageRequest) -> bool:
    """Say whether a form carries what pages of this session give."""
    return bool(page_request.token) and hmac.compare_digest(
        page_request.typed("form_token").encode(), page_request.form_token.encode()
    )


def _download_response(file: Download) -> Response:
    named = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    headers = {**HEADERS, "content-disposition": named}
    if isinstance(file.content, bytes):
        return Response(file.content, media_type=file.media_type, headers=headers)
    size = file.content.seek(0, 2)
    file.content.seek(0)
    pieces = iter(partial(file.content.read, _PIECE_BYTES), b"")
    headers["content-length"] = str(size)
    return StreamingResponse(
        pieces, media_type=file.media_type, headers=headers, background=BackgroundTask(file.content.close)
    )


@cache
def _static(name: str) -> bytes:
    return package_file(__package__, name).read_bytes()


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(package_file(__package__, "templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
