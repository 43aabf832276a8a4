"""Bounded fetch of a file by HTTPS, SFTP or S3, unless it is unchanged."""

from __future__ import annotations

import asyncio
import base64
import threading
from contextlib import suppress
from http.client import HTTPException, HTTPMessage
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import TouchstoneError, error_message, message_factory
from service.base.bounded_http_client import BoundedHttpClient
from service.base.whole_numbers import parse_whole_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.pull.pull_settings import PullSource

_message = message_factory(__name__)

_OK, _NOT_MODIFIED = 200, 304
_REDIRECTS = range(300, 400)
_MAX_TAG_CHARACTERS = 300
_ETAG, _LAST_MODIFIED = "etag", "last-modified"


class FetchError(TouchstoneError):
    """The source refused the file or is unreachable; the message contains no secret."""


class Fetched(NamedTuple):
    """File of a source, with the tag of the source for it; `content` is None if the tag is unchanged."""

    content: bytes | None
    tag: str


async def fetch(source: PullSource, tag: str) -> Fetched:
    """Fetch a file within the limits of its source.

    Raises:
        FetchError: If the source is unreachable, refuses the file or changed its host key, or the file is too large.
    """
    try:
        async with asyncio.timeout(source.maximum_seconds):
            fetched = await _fetch(source, tag)
    except TimeoutError:
        raise FetchError(_message("TOO_SLOW", url=source.shown_url, seconds=source.maximum_seconds)) from None
    except (OSError, HTTPException, UnicodeError) as error:  # a host name can be invalid
        problem = error_message(error) or type(error).__name__
        raise FetchError(_message("UNREACHABLE", url=source.shown_url, problem=problem)) from None
    if fetched.content is not None and len(fetched.content) > source.maximum_bytes:
        raise FetchError(_message("TOO_LARGE", url=source.shown_url, most=source.maximum_bytes))
    if fetched.content is not None and not fetched.content:
        raise FetchError(_message("EMPTY_FILE", url=source.shown_url))
    return fetched


async def _fetch(source: PullSource, tag: str) -> Fetched:
    if source.scheme == "sftp":
        from service.pull.sftp_source import read_file  # noqa: PLC0415 -- optional dependency

        return Fetched(*await read_file(source, tag))
    if source.scheme == "s3":
        from service.files.s3 import read_object  # noqa: PLC0415 -- optional dependency

        return Fetched(*await read_object(source.url, tag, most=source.maximum_bytes))
    return await _fetch_by_http(source, tag)


async def _fetch_by_http(source: PullSource, tag: str) -> Fetched:
    client = BoundedHttpClient(
        source.url, seconds=source.maximum_seconds, most=source.maximum_bytes + 1, ca_file=source.ca_file
    )
    try:
        status, content, headers = await _in_daemon_thread(client, _request_headers(source, tag))
    finally:
        client.cut_off()
        client.close()
    if status == _NOT_MODIFIED and tag:
        return Fetched(None, tag)
    if status in _REDIRECTS:
        raise FetchError(_message("REDIRECTED", url=source.shown_url, status=status))
    if status != _OK:
        raise FetchError(_message("STATUS", url=source.shown_url, status=status))
    length = parse_whole_number(headers.get("content-length", "")) or 0
    if len(content) < min(length, source.maximum_bytes + 1):
        raise FetchError(_message("CUT_OFF", url=source.shown_url))
    return Fetched(content, _tag_of(headers))


async def _in_daemon_thread(client: BoundedHttpClient, headers: Mapping[str, str]) -> tuple[int, bytes, HTTPMessage]:
    """Run a request in a thread that does not delay the end of the server."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[tuple[int, bytes, HTTPMessage]] = loop.create_future()

    def settle(result: tuple[int, bytes, HTTPMessage] | None, error: Exception | None) -> None:
        if answer.done():
            return
        if result is None:
            answer.set_exception(error or OSError())
        else:
            answer.set_result(result)

    def work() -> None:
        result, problem = None, None
        try:
            result = client.fetch(headers)
        except Exception as error:  # the awaiting task raises it
            problem = error
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(settle, result, problem)

    threading.Thread(target=work, name="pull", daemon=True).start()
    return await answer


def _request_headers(source: PullSource, tag: str) -> dict[str, str]:
    headers = {"accept-encoding": "identity"}
    kind, _, value = tag.partition(" ")
    if kind == _ETAG:
        headers["if-none-match"] = value
    elif kind == _LAST_MODIFIED:
        headers["if-modified-since"] = value
    if ":" in source.secret:
        headers["authorization"] = f"Basic {base64.b64encode(source.secret.encode()).decode()}"
    elif source.secret:
        headers["authorization"] = f"Bearer {source.secret}"
    return headers


def _tag_of(headers: HTTPMessage) -> str:
    for kind in (_ETAG, _LAST_MODIFIED):
        value = headers.get(kind, "")
        if value and len(value) <= _MAX_TAG_CHARACTERS and value.isascii() and value.isprintable():
            return f"{kind} {value}"
    return ""
