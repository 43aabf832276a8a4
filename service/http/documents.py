"""Which documents about the API stand beside its calls? Its page, and its description in OpenAPI."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.responses import Response

from rules.contracts.messages import LANGUAGES
from service.base.of_call import KEY, asked_language
from service.http.openapi import openapi
from service.http.page import policy, render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

_PAGE, _OPENAPI = "/", "/openapi.json"


class Documents:
    """What is read, and calls nothing."""

    def __init__(self, services: Iterable[str]) -> None:
        """Describe the calls of these services, which the page shows."""
        self._described = openapi(services)
        self._description = json.dumps(self._described, ensure_ascii=False).encode()

    def has(self, path: str) -> bool:
        """Say whether a document stands under a path."""
        return path in (_PAGE, _OPENAPI)

    def find(self, path: str, request: Request) -> Response | None:
        """Give the document under a path, the page in the language that is asked for; None if none stands there."""
        if path == _OPENAPI:
            return Response(self._description, media_type="application/json", headers={"cache-control": "no-cache"})
        if path != _PAGE:
            return None
        named = request.query_params.get("language", "")
        language = named if named in LANGUAGES else asked_language(None, request.headers.items())
        root = f"{request.url.scheme}://{request.url.netloc}"
        headers = {"content-security-policy": policy(), "content-language": language, "vary": KEY}
        return Response(render(self._described, language, root=root), media_type="text/html", headers=headers)
