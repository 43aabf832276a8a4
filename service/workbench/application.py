"""ASGI application of the workbench: routes and middleware."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.routing import Mount, Route, Router

from service.workbench.cookies import Cookies
from service.workbench.middleware import ReaderMiddleware, SecurityHeadersMiddleware
from service.workbench.page import is_own_address, workbench_pages
from service.workbench.page_calls import PageCalls
from service.workbench.page_endpoint import FailedPages, PageEndpoint, PageHandling, refuse_unknown
from service.workbench.rendering import PageRenderer
from service.workbench.static_files import PLACE, HashedStaticFiles
from service.workbench.titles import BodyTitles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from starlette.types import Receive, Scope, Send

    from service.api.call_interceptor import CallInterceptor
    from service.base.worker_specs import Worker
    from service.store.accounts import Accounts
    from service.workbench.oidc import Provider
    from service.workbench.trial import Trial


class Workbench:
    """ASGI application for `/workbench`, `/register`, `/rules` and `/try`."""

    def __init__(  # noqa: PLR0913 -- dependencies and settings
        self,
        calls: CallInterceptor,
        behaviors: Mapping[str, Any],
        accounts: Accounts,
        opened: str,
        reading: Worker,
        *,
        secure: bool,
        has_self_check: bool = False,
        sends_mail: bool = False,
        environment: str = "",
        certifying: Path | None = None,
        provider: Provider | None = None,
        trial: Trial | None = None,
        opens_rules: bool = False,
    ) -> None:
        """Serve pages; `opened` lists organizations with public registers, `secure` means HTTPS."""
        cookies = Cookies(secure=secure)
        bodies = opened.replace(",", " ").split()
        renderer = PageRenderer(
            bodies,
            BodyTitles(certifying),
            has_self_check=has_self_check,
            sends_mail=sends_mail,
            environment=environment,
        )
        self._calls = PageCalls(calls, behaviors, reading)
        self._handling = PageHandling(
            self._calls,
            accounts,
            renderer,
            cookies,
            secure=secure,
            provider=provider,
            trial=trial,
            opens_rules=opens_rules,
        )
        pages = (page for page in workbench_pages() if trial is not None or not page.of_trial)
        routes = [Route(page.address, PageEndpoint(self._handling, page)) for page in pages]
        router = Router([Mount(PLACE, HashedStaticFiles()), *routes], redirect_slashes=False, default=refuse_unknown)
        reading_people = ReaderMiddleware(FailedPages(router, self._handling), cookies)
        self._application = SecurityHeadersMiddleware(reading_people, secure=secure)

    def close(self) -> None:
        self._handling.close()
        self._calls.close()

    def make_set_up_code(self) -> str:
        return self._handling.sign_in.make_set_up_code()

    @staticmethod
    def has(path: str) -> bool:
        return is_own_address(path)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._application(scope, receive, send)
