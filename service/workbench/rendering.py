"""Page rendering: templates, language links and script policy."""

from __future__ import annotations

from functools import cache, partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import jinja2
from starlette.background import BackgroundTask
from starlette.responses import Response, StreamingResponse

from rules.contracts import LANGUAGES, package_file
from service.base.grpc_status import reason_of, status_of
from service.configuration.environments import PRODUCTION
from service.configuration.products import product_folders, refuse_duplicates
from service.http.error_responses import http_status, retry_headers
from service.workbench.case_documents import MOST_DOCUMENTS
from service.workbench.middleware import SECURITY_POLICY
from service.workbench.page import EDITOR, GRID, LIVE
from service.workbench.static_files import static_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from service.workbench.page import Download, PageRequest
    from service.workbench.titles import BodyTitles

_CHUNK_BYTES = 256 * 1024
_DICT_ATTRIBUTES = frozenset(dir(dict))
_FAILURE_TEMPLATE = "failed.html.jinja"


class PageRenderer:
    """Renders pages and error pages."""

    def __init__(
        self,
        registers: Sequence[str],
        bodies: BodyTitles,
        *,
        has_self_check: bool = False,
        sends_mail: bool = False,
        environment: str = "",
    ) -> None:
        self._registers, self._bodies = registers, bodies
        self._has_self_check, self._sends_mail = has_self_check, sends_mail
        self._marked_environment = "" if environment == PRODUCTION else environment
        templates()  # refuses duplicate templates before the server starts

    def page(self, page_request: PageRequest, data: Mapping[str, Any], template: str = "") -> Response:
        page = page_request.page
        template = template or (page.part if page_request.asks_part else page.template)
        with_query = urlencode([*((k, v) for k, v in page_request.query.items() if k != "language"), ("language", "")])
        content = templates().get_template(template).render(
            v=page_request, w=page_request.w,
            other_language=f"{quote(page_request.address.partition('?')[0])}?{with_query}",
            others=[language for language in LANGUAGES if language != page_request.language],
            registers=[(id, self._bodies.title(id, page_request.language)) for id in self._registers],
            has_self_check=self._has_self_check, sends_mail=self._sends_mail,
            marked_environment=self._marked_environment,
            body_title=lambda organization: self._bodies.title(organization, page_request.language), **data,
        )  # fmt: skip
        headers = {"content-language": page_request.w["html"]}
        if page.script:
            connecting = "; connect-src 'self'" if page.script in {LIVE, EDITOR, GRID} else ""
            headers["content-security-policy"] = f"{SECURITY_POLICY}; script-src 'self'{connecting}"
        if page_request.answers_form and (page_request.errors or page.is_preview) and not page.secret:
            # The Back button shows the cached answer instead of an expired form. Sign-out clears the cache.
            headers["cache-control"] = "private, no-cache"
        return Response(content, media_type="text/html", headers=headers)

    def failed(self, page_request: PageRequest, error: Exception) -> Response:
        page_request.note_problems(error)
        response = self.page(page_request, {"reason": reason_of(error).value}, _FAILURE_TEMPLATE)
        status = status_of(error)
        response.status_code = http_status(status)
        response.headers.update(retry_headers(status))
        if page_request.path and {"name", "parent", *page_request.path} & dict(page_request.errors).keys():
            response.status_code = HTTPStatus.NOT_FOUND  # the address cannot name an existing resource
        return response


def download_response(file: Download) -> Response:
    """Return a download; a temporary file is closed after it is sent."""
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"}
    if isinstance(file.content, bytes):
        return Response(file.content, media_type=file.media_type, headers=headers)
    headers["content-length"] = str(file.content.seek(0, 2))
    file.content.seek(0)
    return StreamingResponse(
        iter(partial(file.content.read, _CHUNK_BYTES), b""), media_type=file.media_type, headers=headers,
        background=BackgroundTask(file.content.close),
    )  # fmt: skip


class _Context(jinja2.runtime.Context):
    """Context that calls functions directly; Jinja first checks whether they require the context, and none does."""

    def call(
        self, called: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
    ) -> Any:
        return called(*args, **kwargs)


class _Environment(jinja2.Environment):
    """Environment that reads words without an AttributeError for each; Jinja looks for an attribute first."""

    context_class = _Context

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj and attribute not in _DICT_ATTRIBUTES:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)


@cache
def templates() -> jinja2.Environment:
    """Return the template environment of all pages; raise InputError if two folders have the same template."""
    of_products = (folder for kind in ("pages/templates", "reports") for _, folder in product_folders(kind))
    folders = [package_file(__package__, "templates"), *of_products]
    refuse_duplicates((file.name, str(folder)) for folder in folders for file in folder.glob("*.jinja"))
    environment = _Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["static"] = static_address
    environment.globals["most_documents"] = MOST_DOCUMENTS
    environment.globals["m"] = environment.get_template("marks.html.jinja").module
    return environment
