"""Page endpoint: authenticates the user, checks the form and runs the page."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from rules.contracts import TouchstoneError, error_message, message_factory
from service.api.bulkheads import Bulkhead
from service.api.fair_turns import FairTurns
from service.base.grpc_status import log_failure
from service.base.refusals import Reason, Refusal
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.cookies import BROWSER, SESSION, TRIAL
from service.workbench.forms import FormAdmission, TooManyFiles, check_origin, is_of_session, largest_form
from service.workbench.page import FIRST_OPERATOR, NOWHERE, PASSWORD, SIGN_IN, SIGN_OUT, Page, PageRequest
from service.workbench.page_answers import PageAnswers, check_allowed
from service.workbench.page_calls import asking_person
from service.workbench.sign_in import SignIn, sign_in_address

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from starlette.types import ASGIApp, Receive, Scope, Send

    from rules.contracts import Message
    from service.store.accounts import Accounts
    from service.workbench.cookies import Cookies
    from service.workbench.forms import Form
    from service.workbench.oidc import Provider
    from service.workbench.page_calls import PageCalls
    from service.workbench.rendering import PageRenderer
    from service.workbench.trial import Trial

_message = message_factory(__name__)

_MAX_PAGES = 256
_MAX_WAITING_PREVIEWS, _MAX_PREVIEWS = 32, 2
"""Each preview evaluates a dossier twice."""


class Looks:
    """Limit of concurrent previews, one for each person."""

    def __init__(self, kind: str) -> None:
        self._waiting, self._fair_turns = Bulkhead(_MAX_WAITING_PREVIEWS, kind=kind), FairTurns(_MAX_PREVIEWS)

    @asynccontextmanager
    async def turn(self, person: str) -> AsyncIterator[None]:
        with self._waiting.slot():
            async with self._fair_turns.turn(person):
                yield

    def close(self) -> None:
        self._waiting.close()


class PageHandling:
    """Handler of page requests and their errors."""

    def __init__(  # noqa: PLR0913
        self,
        calls: PageCalls,
        accounts: Accounts,
        renderer: PageRenderer,
        cookies: Cookies,
        *,
        secure: bool,
        provider: Provider | None,
        trial: Trial | None,
        opens_rules: bool,
    ) -> None:
        self._calls, self._renderer, self._cookies = calls, renderer, cookies
        self._scheme, self._trial = "https" if secure else "http", trial
        self._opens_rules = opens_rules
        self._limiter = Bulkhead(_MAX_PAGES, kind="pages")
        self._previews = Looks("looks")
        self._public_previews = Looks("public_looks")
        self._forms, self._tasks = FormAdmission(), BackgroundTasks()
        self._answers = PageAnswers(renderer, cookies)
        self.sign_in = SignIn(accounts, provider, self._answers, cookies, self._limiter)

    def close(self) -> None:
        self._limiter.close()
        self.sign_in.close()
        self._tasks.close()
        self._previews.close()
        self._public_previews.close()

    async def answer(self, request: Request, page: Page) -> Response:
        page_request = self.page_request(request, page)
        try:
            with self._limiter.slot():
                return await self._answer(request, page_request)
        except ClientDisconnect:
            raise
        except Exception as error:
            return self.failed(page_request, error)

    def failed(self, page_request: PageRequest, error: Exception) -> Response:
        log_failure(error, door="workbench")
        return self._renderer.failed(page_request, error)

    def page_request(self, request: Request, page: Page) -> PageRequest:
        reader, query = request.state.reader, request.query_params
        query_text = urlencode([(name, value) for name, value in query.multi_items() if name != "language"])
        path: str = request.scope["path"]
        return PageRequest(
            page=page,
            language=reader.language,
            path=request.path_params,
            address=f"{path}?{query_text}" if query_text else path,
            query=dict(query),
            user=None,
            token=self._cookies.read(request, SESSION),
            asking=self._calls.ask,
            receiving=self._calls.receive,
            following=self._calls.follow,
            in_thread=self._limiter.in_thread,
            read_file=self._calls.read_file,
            background_tasks=self._tasks,
            of_accounts=self.sign_in.of_accounts,
            caller=request.client.host if request.client else "",
            browser=self._cookies.read(request, BROWSER),
            zone=reader.zone,
            has_keys=reader.has_keys,
            origin=f"{self._scheme}://{request.headers.get('host', '')}",
            opens_rules=self._opens_rules,
            trial=self._trial if self._trial is not None and self._trial.admits(request) else None,
            earlier_trial=self._cookies.read(request, TRIAL),
        )

    async def _answer(self, request: Request, page_request: PageRequest) -> Response:
        page = page_request.page
        if page.of_trial and page_request.trial is None:
            raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_PAGE"))
        page_request.user = await self.sign_in.user(page_request.token)
        if page_request.user is not None and page_request.user.is_first and page.address not in {PASSWORD, SIGN_OUT}:
            return RedirectResponse(PASSWORD, HTTPStatus.SEE_OTHER)
        if request.method in {"GET", "HEAD"}:
            return await self._read(request, page_request)
        if request.method != "POST" or not (page.submit is not None or page.is_preview or page.address == SIGN_OUT):
            raise Refusal(Reason.METHOD_NOT_ALLOWED, _message("NO_FORM"))
        if page.is_one_click:  # mail programs send any content type, from any site
            return await self._submit(page_request)
        check_origin(request)
        page_request.answers_form = True
        async with AsyncExitStack() as exit_stack:
            try:
                read = self._forms.read(request, page, signed_in=page_request.user is not None)
                form = await exit_stack.enter_async_context(read)
            except Refusal as refusal:
                return await self._refuse_form(page_request, refusal)
            page_request.values = form.values
            return await self._handle_form(request, page_request, form)

    async def _refuse_form(self, page_request: PageRequest, refusal: Refusal) -> Response:
        principal = page_request.user.principal if page_request.user else None
        page = page_request.page
        if refusal.reason is not Reason.MESSAGE_TOO_LARGE or not page.takes_file or not page.is_for(principal):
            raise refusal
        log_failure(refusal, door="workbench")
        problem = (
            error_message(refusal)
            if isinstance(refusal, TooManyFiles)
            else _message("FORM_TOO_LARGE", most=f"{largest_form(page):,}")
        )
        problems = [("files" if page.max_file_bytes else "file", problem)]
        return await self._answers.show_again(page_request, problems, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)

    async def _handle_form(self, request: Request, page_request: PageRequest, form: Form) -> Response:
        page = page_request.page
        if page.address == SIGN_IN:
            return await self.sign_in.sign_in(page_request)
        if page.address == FIRST_OPERATOR:
            return await self.sign_in.enter_first(page_request)
        if page_request.trial is not None and page.of_trial:
            return await self.sign_in.enter(page_request, page_request.trial)
        if page_request.user is None and not (page.public and (page.is_preview or page.submit is not None)):
            return await self.sign_in.sign_in_first(page_request)
        if not is_of_session(page_request):
            if page.address == SIGN_OUT:
                raise Refusal(Reason.FOREIGN_HOST, _message("FOREIGN_FORM"))
            problem = _message("FOREIGN_FORM") if page_request.user is None else _message("OTHER_SESSION")
            return await self._answers.show_again(page_request, [("", problem)], HTTPStatus.FORBIDDEN)
        if problems := _upload_problems(form, page):
            return await self._answers.show_again(page_request, problems, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        _take_files(page_request, form)
        if page.address == SIGN_OUT:
            return await self.sign_in.sign_out(page_request)
        return await (self._preview(request, page_request) if page.is_preview else self._submit(page_request))

    async def _preview(self, request: Request, page_request: PageRequest) -> Response:
        try:
            if page_request.page.takes_file:
                return await self._answers.show(page_request)
            previews = self._public_previews if page_request.page.public else self._previews
            async with previews.turn(asking_person(page_request)):
                if await request.is_disconnected():  # the user has sent a newer request meanwhile
                    raise ClientDisconnect
                return await self._answers.show(page_request)
        except TouchstoneError as error:
            page_request.file = None
            return await self._answers.show_refused(page_request, error)

    async def _submit(self, page_request: PageRequest) -> Response:
        check_allowed(page_request)
        try:
            assert page_request.page.submit is not None  # noqa: S101 -- the caller checks it
            then = await page_request.page.submit(page_request)
        except TouchstoneError as error:
            return await self._answers.show_refused(page_request, error)
        return await self._answers.go_on(page_request, then)

    async def _read(self, request: Request, page_request: PageRequest) -> Response:
        page = page_request.page
        if answered := await self.sign_in.before_page(request, page_request):
            return answered
        if not page.is_for(None, opens_rules=self._opens_rules) and page_request.user is None:
            return RedirectResponse(sign_in_address(page_request, page_request.address), HTTPStatus.SEE_OTHER)
        return await self._answers.show(page_request)


def _upload_problems(form: Form, page: Page) -> Sequence[tuple[str, Message]]:
    if not form.too_large and form.left_out and not page.stores_each_file:
        count = len(form.files) + len(form.left_out)
        return [("files", _message("TOO_MANY_FILES", count=count, most=page.max_files))]
    return form.too_large


def _take_files(page_request: PageRequest, form: Form) -> None:
    if page_request.page.max_file_bytes:
        page_request.files, page_request.left_out_files = form.files, form.left_out
    elif page_request.page.takes_file:
        page_request.file = form.content("file")


class PageEndpoint:
    """ASGI application for one page."""

    def __init__(self, handling: PageHandling, page: Page) -> None:
        self._handling, self._page = handling, page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._handling.answer(Request(scope, receive), self._page)
        await response(scope, receive, send)


class FailedPages:
    """Middleware that renders refusals of an application as pages."""

    def __init__(self, app: ASGIApp, handling: PageHandling) -> None:
        self._app, self._handling = app, handling

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        except Refusal as refusal:
            page_request = self._handling.page_request(Request(scope, receive), NOWHERE)
            response = self._handling.failed(page_request, refusal)
            await response(scope, receive, send)


async def refuse_unknown(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """Raise Refusal for an unknown address."""
    raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_PAGE"))
