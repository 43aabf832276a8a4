"""HTTP revalidation of public answers (RFC 9110): weak ETag, 304, and lists as CSV.

A cache asks each time, and is told 304 as long as the answer would be the same: a certificate that was withdrawn is
told as withdrawn at once. When the answer was read makes no difference to that. Whoever accepts `text/csv` alone gets a
list as a table.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.responses import Response

from service.http.statuses import HEADERS, JSON
from service.output.terminal.separated import list_csv, table_field_of
from touchstone.client.json_form import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from google.protobuf.message import Message
    from starlette.requests import Request

_CSV = "text/csv"
_CACHED = {"cache-control": "public, no-cache", "vary": "accept"}
_READ_TIME, _NEXT = "read_time", "next_page_token"


def conditional_response(answer: Message, request: Request) -> Response:
    """Write an answer, or say that what a cache has still holds."""
    table = table_field_of(answer) if request.headers.get("accept", "").partition(";")[0].strip() == _CSV else None
    headers = {**HEADERS, **_CACHED, "etag": _tag(answer, _CSV if table else JSON)}
    if table is not None and (token := getattr(answer, _NEXT, "")):
        headers["link"] = f'<{_following(request, token)}>; rel="next"'
    if _is_known(headers["etag"], request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    if table is not None:
        return Response(list_csv(answer), media_type=f"{_CSV}; header=present", headers=headers)
    return Response(as_json(answer, indent=None), media_type=JSON, headers=headers)


def _tag(answer: Message, form: str) -> str:
    """Give the tag of an answer, weak as when it was read does not count (RFC 9110, section 8.8)."""
    same = type(answer)()
    same.CopyFrom(answer)
    if _READ_TIME in same.DESCRIPTOR.fields_by_name:
        same.ClearField(_READ_TIME)
    return f'W/"{hashlib.sha256(form.encode() + same.SerializeToString(deterministic=True)).hexdigest()[:32]}"'


def _is_known(tag: str, header: str) -> bool:
    known = {candidate.strip().removeprefix("W/") for candidate in header.split(",")}
    return tag.removeprefix("W/") in known or "*" in known


def _following(request: Request, token: str) -> str:
    asked: Mapping[str, str] = dict(parse_qsl(request.url.query)) | {"pageToken": token}
    return f"{request.url.path}?{urlencode(asked)}"
