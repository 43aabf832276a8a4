"""ASGI application for JSON over HTTP, in front of the gRPC port, with revalidation."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncGenerator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qsl, urlencode

import grpc
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from google.rpc import status_pb2
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse

from rules.contracts import LANGUAGES, InputError, Violation, message_factory
from service.base.call_context import CALL_KEY, KEY, client_address_metadata, preferred_language
from service.base.grpc_status import log_failure, status_of
from service.base.refusals import Reason, Refusal
from service.http.entity_tags import not_modified
from service.http.error_field_paths import ParsedRequest, restate_paths
from service.http.error_responses import (
    HEADERS,
    JSON,
    aborted_call_refusal,
    error_response,
    http_status,
    status_of_call,
)
from service.http.odata_tables import (
    JSON_TYPE as ODATA_JSON,
    VERSION as ODATA_VERSION,
    Document,
    bearer_of,
    error_content,
    page_content,
)
from service.http.routes import Route, Routes, decoded
from service.http.transcoding import LINES, check_media_type, read_requests
from service.output.tables import list_csv, table_field_of
from touchstone.client.addresses import is_local_host
from touchstone.client.json_form import as_json
from touchstone.v1.types_pb2 import ItemError

if TYPE_CHECKING:
    from starlette.datastructures import Headers
    from starlette.types import ASGIApp, Receive, Scope, Send

    from service.http.api_documents import Documents
    from service.http.feed_files import FeedFiles
    from service.http.in_flight import BodyLimiter, InFlight
    from service.http.odata_tables import ODataFeed


_CSV = "text/csv"
_CACHED = {"cache-control": "public, no-cache", "vary": "accept"}
_READ_TIME, _NEXT_PAGE_TOKEN = "read_time", "next_page_token"


def _conditional_response(answer: Message, request: Request) -> Response:
    table = table_field_of(answer) if request.headers.get("accept", "").partition(";")[0].strip() == _CSV else None
    headers = {**HEADERS, **_CACHED, "etag": _tag(answer, _CSV if table else JSON)}
    if table is not None and (token := getattr(answer, _NEXT_PAGE_TOKEN, "")):
        headers["link"] = f'<{_next_page_url(request, token)}>; rel="next"'
    if (unchanged := not_modified(request, headers)) is not None:
        return unchanged
    if table is not None:
        return Response(list_csv(answer), media_type=f"{_CSV}; header=present", headers=headers)
    return Response(as_json(answer, indent=None), media_type=JSON, headers=headers)


def _tag(answer: Message, form: str) -> str:
    """Return a weak entity tag that ignores the read time (RFC 9110, section 8.8)."""
    same = type(answer)()
    same.CopyFrom(answer)
    if _READ_TIME in same.DESCRIPTOR.fields_by_name:
        same.ClearField(_READ_TIME)
    return f'W/"{hashlib.sha256(form.encode() + same.SerializeToString(deterministic=True)).hexdigest()[:32]}"'


def _next_page_url(request: Request, token: str) -> str:
    parameters: Mapping[str, str] = dict(parse_qsl(request.url.query)) | {"pageToken": token}
    return f"{request.url.path}?{urlencode(parameters)}"


_message = message_factory(__name__)

THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "[::1]"})
_READ_METHODS = frozenset({"GET", "HEAD"})
_MAX_HOST_CHARS = 100
FORWARDED = ("authorization", "accept-language", "x-request-id", "traceparent", "tracestate")
DEADLINE = "grpc-timeout"
_TIMEOUT = re.compile(r"([0-9]{1,8})([HMSmun])")
_SECONDS = {"H": 3600, "M": 60, "S": 1, "m": 1e-3, "u": 1e-6, "n": 1e-9}
_PRINTABLE = re.compile(r"[ -~]*")


class GrpcPort:
    """Client of the gRPC port for HTTP requests."""

    def __init__(self, channel: grpc.aio.Channel) -> None:
        self._channel = channel

    def call(self, route: Route, parsed_requests: Sequence[ParsedRequest], request: Request) -> Any:
        method = route.method
        kind = "_".join(("stream" if many else "unary") for many in (method.client_streaming, method.server_streaming))
        begin = getattr(self._channel, kind)(
            route.called,
            request_serializer=GetMessageClass(method.input_type).SerializeToString,
            response_deserializer=GetMessageClass(method.output_type).FromString,
        )
        payload = (
            (parsed.message for parsed in parsed_requests) if method.client_streaming else parsed_requests[0].message
        )
        return begin(payload, timeout=_timeout(request.headers), metadata=_metadata(request))


class PageHandler(Protocol):
    """Pages served next to the API."""

    def has(self, path: str) -> bool: ...

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...


@dataclass(frozen=True, slots=True)
class Application:
    """ASGI application that answers every request, including errors."""

    routes: Routes
    documents: Documents
    port: GrpcPort
    in_flight: InFlight
    bodies: BodyLimiter
    pages: PageHandler | None
    feed: FeedFiles | None
    tables: ODataFeed
    any_host: bool
    """Whether foreign host names are accepted; refusing them prevents DNS rebinding."""
    is_https: bool = False
    """Whether clients use HTTPS, although a proxy may forward their requests without it."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        with ExitStack() as parts, suppress(ClientDisconnect):  # the client has disconnected
            answering = await self._responder(request, parts)
            await answering(scope, receive, send)

    async def _responder(self, request: Request, parts: ExitStack) -> ASGIApp:
        try:
            _check_framing(request)
            _check_host(request, any_host=self.any_host)
            path = decoded(request.scope["raw_path"])
            if self.pages is not None and self.pages.has(path):
                return self.pages
            if request.method == "OPTIONS" and (allowed := self._allowed(path)):
                return Response(status_code=204, headers=HEADERS | allowed)
            if request.method in _READ_METHODS and (document := self.documents.find(path, request)):
                return document
            if request.method in _READ_METHODS and self.feed is not None and self.feed.has(path):
                file = await self.in_flight.bulkhead.in_thread(self.feed.find, path, request)
                if file is not None:
                    return file
            if request.method in _READ_METHODS and self.tables.has(path):
                return await self._table_response(request, path, parts)
            route, in_path = self.routes.find("GET" if request.method in _READ_METHODS else request.method, path)
            return await self._call_method(request, route, in_path, parts)
        except ClientDisconnect:
            raise
        except Exception as error:
            log_failure(error, door="http")
            status = status_of(error, preferred_language(None, _languages(request)))
            headers = {}
            if _is_framed_twice(request):
                headers = {"connection": "close"}
            elif isinstance(error, Refusal) and error.reason is Reason.METHOD_NOT_ALLOWED:
                headers = self._allowed(decoded(request.scope["raw_path"]))
            return _refusal(status, headers)

    async def _call_method(
        self, request: Request, route: Route, in_path: Mapping[str, str], parts: ExitStack
    ) -> Response:
        self.in_flight.check(route.called)
        query = request.scope["query_string"]
        if route.has_body:
            check_media_type(route, request.headers.get("content-type", ""))
        with ExitStack() as slot:
            async with self.bodies.read(request) if route.has_body else nullcontext(b"") as body:
                slot.enter_context(self.in_flight.entered(route.called))
                requests = await self.in_flight.bulkhead.in_thread(read_requests, route, in_path, query, body)
            call = self.port.call(route, requests, request)
            parts.callback(call.cancel)
            try:
                if route.method.server_streaming:
                    parts.push(slot.pop_all())
                    lines = self._lines(call, requests, has_deadline=DEADLINE in request.headers)
                    first = await anext(lines, b"")
                    return StreamingResponse(_with_first_line(first, lines), media_type=LINES, headers=HEADERS)
                with _cancelled_by_grpc(has_deadline=DEADLINE in request.headers):
                    answer = await _answer_unless_disconnected(request, call)
            except grpc.aio.AioRpcError as error:
                language = preferred_language(None, _languages(request))
                status = status_of_call(error, language, has_deadline=DEADLINE in request.headers)
                if not route.method.client_streaming:
                    await self.in_flight.bulkhead.in_thread(restate_paths, status, requests[0])
                return _refusal(status, _call_header(error.trailing_metadata()))
            if route.is_revalidated:
                response = await self.in_flight.bulkhead.in_thread(_conditional_response, answer, request)
                response.headers.update(_call_header(await call.trailing_metadata()))
                return response
            content = await self._json(answer)
        headers = HEADERS | _call_header(await call.trailing_metadata())
        return Response(content, media_type=JSON, headers=headers)

    async def _table_response(self, request: Request, path: str, parts: ExitStack) -> Response:
        """Answer a request of OData, with its form of errors."""
        language = preferred_language(None, _languages(request))
        address = f"{'https' if self.is_https else request.url.scheme}://{request.url.netloc}"
        try:
            query = self.tables.read(path, request.url.query, address)
            if isinstance(query, Document):
                return Response(query.content, media_type=query.media_type, headers=HEADERS | ODATA_VERSION)
            called = query.entities.route.called
            self.in_flight.check(called)
            with self.in_flight.entered(called), _cancelled_by_grpc(has_deadline=DEADLINE in request.headers):
                parsed = [ParsedRequest(query.message, is_spelt_as_defined=True)]
                call = self.port.call(query.entities.route, parsed, _with_bearer(request))
                parts.callback(call.cancel)
                answer = await _answer_unless_disconnected(request, call)
            content = await self.in_flight.bulkhead.in_thread(page_content, query, answer)
            return Response(content, media_type=ODATA_JSON, headers=HEADERS | ODATA_VERSION)
        except ClientDisconnect:
            raise
        except grpc.aio.AioRpcError as error:
            status = status_of_call(error, language, has_deadline=DEADLINE in request.headers)
        except Exception as error:
            log_failure(error, door="http")
            status = status_of(error, language)
        code = http_status(status)
        headers, body = error_content(status, code)
        return Response(body, status_code=code, headers=headers)

    async def _lines(
        self, call: Any, requests: Sequence[ParsedRequest], *, has_deadline: bool
    ) -> AsyncGenerator[bytes, None]:
        has_begun = False
        each = iter(requests) if len(requests) != 1 else repeat(requests[0])  # it may have several answers
        try:
            with _cancelled_by_grpc(has_deadline=has_deadline):
                async for answer in call:
                    line = await self.in_flight.bulkhead.in_thread(_item, answer, next(each))
                    has_begun = True
                    yield line
        except (grpc.aio.AioRpcError, Refusal) as error:
            if not has_begun:
                raise
            if isinstance(error, Refusal):
                status = status_of(error)
            else:
                status = status_of_call(error, LANGUAGES[0], has_deadline=has_deadline)
            yield b'{"error": ' + _json_bytes(status).rstrip() + b"}\n"

    async def _json(self, answer: Message) -> bytes:
        return await self.in_flight.bulkhead.in_thread(_json_bytes, answer)

    def _allowed(self, path: str) -> dict[str, str]:
        is_document = self.documents.has(path) or (self.feed is not None and self.feed.has(path))
        verbs = {"GET"} if is_document else set(self.routes.verbs(path))
        return (
            {"allow": ", ".join(sorted({*verbs, *(_READ_METHODS if "GET" in verbs else ()), "OPTIONS"}))}
            if verbs
            else {}
        )


def _is_framed_twice(request: Request) -> bool:
    return "content-length" in request.headers and "transfer-encoding" in request.headers


def _check_framing(request: Request) -> None:
    """Reject a body with two framing headers, which allow request smuggling (RFC 9112, section 6.1)."""
    if _is_framed_twice(request):
        raise InputError.of("Transfer-Encoding", _message("FRAMED_TWICE"), "MALFORMED")


def _check_host(request: Request, *, any_host: bool) -> None:
    host = request.headers.get("host", "")
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    if not any_host and not is_local_host(name.lower().removeprefix("[").removesuffix("]")):
        raise Refusal(
            Reason.FOREIGN_HOST,
            _message("FOREIGN_HOST", found=host[:_MAX_HOST_CHARS] or "-", known=sorted(THIS_MACHINE)),
        )


async def _answer_unless_disconnected(request: Request, call: Any) -> Message:
    leaving = asyncio.create_task(_wait_for_disconnect(request))
    answering = asyncio.ensure_future(_answer(call))
    try:
        await asyncio.wait((leaving, answering), return_when=asyncio.FIRST_COMPLETED)
        if not answering.done():
            raise ClientDisconnect
        return answering.result()
    finally:
        leaving.cancel()
        answering.cancel()


@contextmanager
def _cancelled_by_grpc(*, has_deadline: bool) -> Iterator[None]:
    """Convert a cancellation by gRPC, which cancels calls that end during a write, to a refusal."""
    try:
        yield
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
        raise aborted_call_refusal(has_deadline=has_deadline) from None


async def _wait_for_disconnect(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _answer(call: Any) -> Message:
    answer: Message = await call
    return answer


async def _with_first_line(first: bytes, rest: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
    yield first
    async for line in rest:
        yield line


def _item(answer: Message, request: ParsedRequest) -> bytes:
    for descriptor, error in answer.ListFields():
        if descriptor.message_type is ItemError.DESCRIPTOR:
            restate_paths(error, request)
    return _json_bytes(answer)


def _json_bytes(message: Message) -> bytes:
    return as_json(message, indent=None).encode()


def _refusal(status: status_pb2.Status, headers: Mapping[str, str]) -> Response:
    status_headers, body = error_response(status)
    return Response(body, status_code=http_status(status), headers={**status_headers, **headers})


def _call_header(metadata: Iterable[tuple[str, str | bytes]] | None) -> dict[str, str]:
    return {key: str(value) for key, value in metadata or () if key == CALL_KEY}


def _languages(request: Request) -> list[tuple[str, str | bytes]]:
    return [(KEY, value) for value in request.headers.getlist(KEY)]


def _metadata(request: Request) -> tuple[tuple[str, str], ...]:
    metadata = tuple((name, value) for name in FORWARDED for value in request.headers.getlist(name))
    wrong = [name for name, value in metadata if not _PRINTABLE.fullmatch(value)]
    if wrong:
        raise InputError(tuple(Violation(name, _message("NOT_PRINTABLE"), "MALFORMED") for name in wrong))
    return (*metadata, client_address_metadata(request.client.host if request.client else ""))


def _with_bearer(request: Request) -> Request:
    """Return the request with an API key or token instead of the scheme Basic, which reporting tools use."""
    authorization = request.headers.get("authorization")
    if authorization is None:
        return request
    others = [(name, value) for name, value in request.scope["headers"] if name != b"authorization"]
    return Request({**request.scope, "headers": [*others, (b"authorization", bearer_of(authorization).encode())]})


def _timeout(headers: Headers) -> float | None:
    value = headers.get(DEADLINE)
    if value is None:
        return None
    match = _TIMEOUT.fullmatch(value)
    if match is None:
        raise InputError.of(DEADLINE, _message("TIMEOUT"), "MALFORMED")
    return int(match[1]) * _SECONDS[match[2]]
