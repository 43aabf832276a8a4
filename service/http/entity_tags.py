"""Responses to conditional requests by entity tag (RFC 9110, section 8.8.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request


def not_modified(request: Request, headers: Mapping[str, str]) -> Response | None:
    """Return the response without content if `If-None-Match` contains the tag in the headers, by weak comparison."""
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if headers["etag"].removeprefix("W/") in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return None
