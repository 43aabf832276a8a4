"""Form admission: limits of size, number and time, and parsed fields and files.

Files above `SPOOLED` bytes are in unlinked temporary files until the response is sent.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from rules.contracts import Message, message_factory
from service.base.refusals import Reason, Refusal
from service.http.in_flight import BodyLimiter

if TYPE_CHECKING:
    from tempfile import SpooledTemporaryFile

    from starlette.datastructures import FormData
    from starlette.types import Message as ReceivedMessage

    from service.workbench.page import Page, PageRequest, Values

_message = message_factory(__name__)

_FIELDS_ONLY, _WITH_FILES = "application/x-www-form-urlencoded", "multipart/form-data"
_MAX_FORM_BYTES, _MAX_SMALL_FILE_BYTES, _MAX_SENT_BYTES = 1 << 20, 4 << 20, 16 << 20
_MAX_ALL_FILES_BYTES, _MAX_FIELD_BYTES = 128 << 20, 64 << 10
"""Fields next to large files are short, because they stay in memory."""
_MAX_FIELDS, _MAX_FIELDS_PER_FILE = 2_000, 20
_MAX_SMALL_FILES = 2
_MAX_READ_FILES = 1_000
_MAX_CONCURRENT_FORMS = 4
_UPLOAD_SECONDS = 600
SPOOLED = _MAX_SMALL_FILE_BYTES
"""Maximum bytes of a file in memory; larger files are on disk."""
_END_BYTES = 64
_TOO_MANY_FILES = "Too many files"
"""Start of a Starlette message; the exception type is not specific."""
_MAX_NAME_CHARACTERS = 200
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

MultiPartParser.spool_max_size = SPOOLED  # Starlette reads the class attribute; small files must stay in memory


class TooManyFiles(Refusal):
    """Form with too many files to read."""

    def __init__(self, most: int) -> None:
        super().__init__(Reason.MESSAGE_TOO_LARGE, _message("TOO_MANY_FILES_SENT", most=most))


class UploadedFile(NamedTuple):
    """Uploaded file, open until the response is sent."""

    field: str
    name: str
    """Announced by the browser; may be empty."""
    media_type: str
    content: SpooledTemporaryFile[bytes]

    @property
    def size(self) -> int:
        position = self.content.tell()
        size = self.content.seek(0, 2)
        self.content.seek(position)
        return size


@dataclass(frozen=True, slots=True)
class Form:
    """Parsed form."""

    values: Values
    files: Sequence[UploadedFile] = ()
    too_large: Sequence[tuple[str, Message]] = ()
    """Fields of oversized files, with messages."""
    left_out: Sequence[UploadedFile] = ()

    def content(self, field: str) -> bytes:
        return next((file.content.read() for file in self.files if file.field == field), b"")


class FormAdmission:
    """Form reader that limits concurrent large uploads."""

    def __init__(self) -> None:
        self._fields = BodyLimiter(_MAX_FORM_BYTES)
        self._small = BodyLimiter(_MAX_SENT_BYTES, at_once=_MAX_CONCURRENT_FORMS)
        self._large: dict[str, BodyLimiter] = {}

    @asynccontextmanager
    async def read(self, request: Request, page: Page, *, signed_in: bool) -> AsyncIterator[Form]:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != (
            _WITH_FILES if page.takes_file else _FIELDS_ONLY
        ):
            raise _not_a_form()
        async with self._limiter(page, signed_in=signed_in).bounded(request) as bounded:
            ending = _EndRecorder(bounded)
            try:
                form = await ending.request.form(
                    max_files=_MAX_READ_FILES if page.max_file_bytes else _MAX_SMALL_FILES,
                    max_fields=page.max_fields
                    or (_MAX_FIELDS_PER_FILE * page.max_files if page.takes_file else _MAX_FIELDS),
                    max_part_size=_MAX_FORM_BYTES if page.max_fields or not page.max_file_bytes else _MAX_FIELD_BYTES,
                )
            except MultiPartException as error:
                if page.max_file_bytes and error.message.startswith(_TOO_MANY_FILES):
                    raise TooManyFiles(page.max_files) from None
                raise (_not_a_form() if page.takes_file else _too_many_fields()) from None
            try:
                if page.takes_file and not ending.is_whole:
                    raise _not_a_form()
                yield _form(form, page)
            finally:
                await form.close()

    def _limiter(self, page: Page, *, signed_in: bool) -> BodyLimiter:
        if not page.takes_file:
            return self._fields
        if not page.max_file_bytes or not signed_in:
            return self._small
        if page.address not in self._large:
            limiter = BodyLimiter(largest_form(page), at_once=_MAX_CONCURRENT_FORMS, seconds=_UPLOAD_SECONDS)
            self._large[page.address] = limiter
        return self._large[page.address]


def largest_form(page: Page) -> int:
    """Return the byte limit of a form with files."""
    if not page.max_file_bytes:
        return _MAX_SENT_BYTES
    return min(page.max_files * page.max_file_bytes, _MAX_ALL_FILES_BYTES) + _MAX_FORM_BYTES


def check_origin(request: Request) -> None:
    """Raise Refusal for requests from other sites."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site", "same-origin")
    host = request.headers.get("host", "")
    if site not in {"same-origin", "none"} or (origin is not None and urlsplit(origin).netloc != host):
        raise Refusal(Reason.FOREIGN_HOST, _message("FOREIGN_FORM"))


def is_of_session(page_request: PageRequest) -> bool:
    """Return whether the form token belongs to the session."""
    return bool(page_request.token) and hmac.compare_digest(
        page_request.typed("form_token").encode(), page_request.form_token.encode()
    )


def read_fields(text: str) -> dict[str, list[str]]:
    """Parse URL-encoded fields; raise Refusal if there are too many."""
    by_name: dict[str, list[str]] = {}
    try:
        for name, value in parse_qsl(text, keep_blank_values=True, max_num_fields=_MAX_FIELDS):
            by_name.setdefault(name, []).append(value.replace("\r\n", "\n"))
    except ValueError:
        raise _too_many_fields() from None
    return by_name


class _EndRecorder:
    """Recorder of a form's last bytes, to detect truncation."""

    def __init__(self, request: Request) -> None:
        self._last, self._receive = b"", request.receive
        self.request = Request(request.scope, self._record)

    async def _record(self) -> ReceivedMessage:
        message = await self._receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        self._last = (self._last + message.get("body", b""))[-_END_BYTES:]
        return message

    @property
    def is_whole(self) -> bool:
        return self._last.rstrip(b"\r\n").endswith(b"--")


def _form(form: FormData, page: Page) -> Form:
    values: dict[str, list[str]] = {}
    files: list[UploadedFile] = []
    for field, value in form.multi_items():
        if not isinstance(value, UploadFile):
            values.setdefault(field, []).append(value.replace("\r\n", "\n"))
        elif value.filename or value.size:  # an empty file field has neither
            spooled = cast("SpooledTemporaryFile[bytes]", value.file)
            files.append(UploadedFile(field, _shown_name(value.filename), value.content_type or "", spooled))
    left_out = files[page.max_files :] if page.max_file_bytes else []
    files = files[: len(files) - len(left_out)]
    most = page.max_file_bytes or _MAX_SMALL_FILE_BYTES
    too_large = [
        (file.field, _message("FILE_TOO_LARGE", name=file.name or "-", found=f"{file.size:,}", most=f"{most:,}"))
        for file in files
        if file.size > most
    ]
    return Form(values, files, too_large, left_out)


def _shown_name(announced: str | None) -> str:
    return _UNPRINTABLE.sub("", re.split(r"[/\\]", announced or "")[-1])[:_MAX_NAME_CHARACTERS]


def _not_a_form() -> Refusal:
    return Refusal(Reason.UNSUPPORTED_MEDIA_TYPE, _message("NO_FORM"))


def _too_many_fields() -> Refusal:
    return Refusal(Reason.MESSAGE_TOO_LARGE, _message("NO_FORM"))


def line_values(line: str, most: int = 0) -> list[str]:
    """Return the values of a typed line, separated by bars; the last of at most `most` values may contain bars."""
    return [value.strip() for value in line.replace("｜", "|").split("|", most - 1)]
