"""Sign-in pages: sign-in, first operator, sign-out, and OpenID Connect addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.workbench.oidc import FROM_PROVIDER, TO_PROVIDER
from service.workbench.page import FIRST_OPERATOR, Page

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown


async def _load(page_request: PageRequest) -> Shown:
    return {"next": page_request.typed("next") or page_request.query.get("next", "")}


async def _handled_by_application(_visit: PageRequest) -> str:
    """Raise AssertionError; the application handles this form before a session exists."""
    raise AssertionError


PAGES = (
    Page("/workbench/sign-in", "sign_in.html.jinja", "", _load, _handled_by_application, public=True, secret=True),
    Page(FIRST_OPERATOR, "first_operator.html.jinja", "", _load, _handled_by_application, public=True, secret=True),
    Page("/workbench/sign-out", "sign_in.html.jinja", "", _load, public=True),
    Page(TO_PROVIDER, "sign_in.html.jinja", "", _load, public=True),
    Page(FROM_PROVIDER, "sign_in.html.jinja", "", _load, public=True),
)
