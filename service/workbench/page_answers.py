"""Page responses: pages, downloads, prefilled forms, and forms with errors."""

from __future__ import annotations

import secrets
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from rules.contracts import message_factory
from service.base.grpc_status import log_failure, status_of
from service.base.refusals import Reason, Refusal
from service.http.error_responses import http_status, retry_headers
from service.workbench.cookies import SESSION
from service.workbench.page import Download, Moved, PrefilledForm, find_page
from service.workbench.rendering import download_response

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts import TouchstoneError
    from service.workbench.cookies import Cookies
    from service.workbench.page import PageRequest
    from service.workbench.rendering import PageRenderer

_message = message_factory(__name__)


class PageAnswers:
    """Builder of responses for page requests with known user and form."""

    def __init__(self, renderer: PageRenderer, cookies: Cookies) -> None:
        self._renderer, self._cookies = renderer, cookies

    async def show(self, page_request: PageRequest, status: int = HTTPStatus.OK) -> Response:
        check_allowed(page_request)
        page, started = page_request.page, not page_request.token
        if started and (page.submit is not None or page.is_preview):
            page_request.token = secrets.token_urlsafe(32)
        data = await page.load(page_request)
        if isinstance(data, Download):
            return download_response(data)
        if isinstance(data, Moved):
            return RedirectResponse(data.address, HTTPStatus.SEE_OTHER)
        response = self._renderer.page(page_request, data)
        response.status_code = status
        if started and page_request.token:
            self._cookies.keep(response, SESSION, page_request.token)
        return response

    async def show_again(
        self, page_request: PageRequest, problems: Sequence[tuple[str, str]], status: int = HTTPStatus.OK
    ) -> Response:
        page_request.errors = tuple((field, page_request.localize(message)) for field, message in problems)
        return await self.show(page_request, status)

    async def show_refused(self, page_request: PageRequest, error: TouchstoneError) -> Response:
        log_failure(error, door="workbench")
        page_request.note_problems(error)
        status = status_of(error)
        code = http_status(status)
        response = await self.show(
            page_request, HTTPStatus.UNPROCESSABLE_ENTITY if code == HTTPStatus.BAD_REQUEST else code
        )
        response.headers.update(retry_headers(status))
        return response

    async def show_filled(self, page_request: PageRequest, then: PrefilledForm) -> Response:
        page, path = find_page(then.address.partition("?")[0], page_request.trial)
        return await self.show(
            replace(page_request, page=page, path=path, address=then.address, values=then.values, file=None, files=())
        )

    async def go_on(self, page_request: PageRequest, then: str | PrefilledForm | Download) -> Response:
        if isinstance(then, PrefilledForm):
            return await self.show_filled(page_request, then)
        return download_response(then) if isinstance(then, Download) else RedirectResponse(then, HTTPStatus.SEE_OTHER)


def check_allowed(page_request: PageRequest) -> None:
    """Raise Refusal if the user may not see the page."""
    principal = page_request.user.principal if page_request.user else None
    if not page_request.page.is_for(principal, opens_rules=page_request.opens_rules):
        raise Refusal(Reason.ROLE_NEEDED, _message("PAGE_NOT_ALLOWED"))
