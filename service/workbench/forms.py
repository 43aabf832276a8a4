"""Admission of forms: bounds of size, number and time, and what browsers send as fields and files.

Files of a page that takes one small file stay in memory. Where a page takes larger ones they are spooled: what is
larger than `SPOOLED` lies in an unlinked temporary file until the page has been answered.
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

_say = message_factory(__name__)

_FIELDS_ALONE, _WITH_FILES = "application/x-www-form-urlencoded", "multipart/form-data"
_LARGEST_FORM, _LARGEST_FILE, _LARGEST_SENT = 1 << 20, 4 << 20, 16 << 20
"""How much the fields of a form may bring, how much a small file, and how much is read to tell which one was larger."""
_LARGEST_OF_FILES, _LARGEST_FIELD = 128 << 20, 64 << 10
"""How much all large files of a form may bring, and one field beside them: what is no file stays in memory."""
_MOST_FIELDS, _MOST_FIELDS_BESIDE_FILES = 2_000, 20
"""How many fields a form may have, and how many one with files for each that its page takes."""
_MOST_SMALL_FILES = 2
"""How many small files a form may bring."""
_MOST_READ_FILES = 1_000
"""How many files of a form are read to name those that are too many; a form with more is not read."""
_SENT_AT_ONCE = 4
"""How many forms with files of the largest size are held at once."""
_UPLOAD_SECONDS = 600
"""How long forms with large files may take to come."""
SPOOLED = _LARGEST_FILE
"""How many bytes of a file are kept in memory; more lies on the disk."""
_ENDING = 64
"""How many of the last bytes of a form are looked at for its end."""
_TOO_MANY_FILES = "Too many files"
"""The beginning of Starlette's message for that; it raises one exception for all that is wrong with a form."""
_MOST_NAME_CHARS = 200
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

MultiPartParser.spool_max_size = SPOOLED  # Starlette asks its class alone; nothing of a small file is put on a disk


class TooManyFiles(Refusal):
    """A form brings so many files that it is not read."""

    def __init__(self, most: int) -> None:
        """Name the number that the page takes."""
        super().__init__(Reason.MESSAGE_TOO_LARGE, _say("TOO_MANY_FILES_SENT", most=most))


class UploadedFile(NamedTuple):
    """A file that a form brought, until its page has been answered."""

    field: str
    name: str
    """As the browser calls it, without folders; empty if it says none."""
    media_type: str
    """As the browser announced it, which proves nothing."""
    content: SpooledTemporaryFile[bytes]
    """Its bytes, from the first."""

    @property
    def size(self) -> int:
        """How many bytes it has."""
        place = self.content.tell()
        size = self.content.seek(0, 2)
        self.content.seek(place)
        return size


@dataclass(frozen=True, slots=True)
class Form:
    """What a form brought."""

    values: Values
    files: Sequence[UploadedFile] = ()
    too_large: Sequence[tuple[str, Message]] = ()
    """The fields of files that are larger than their page takes, and why nothing is done with them."""
    left_out: Sequence[UploadedFile] = ()
    """The files beyond the number that the page takes."""

    def content(self, field: str) -> bytes:
        """Read the file of a field whole; empty if none was chosen."""
        return next((file.content.read() for file in self.files if file.field == field), b"")


class FormAdmission:
    """Reads forms, few large ones at once."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._fields = BodyLimiter(_LARGEST_FORM)
        self._small = BodyLimiter(_LARGEST_SENT, at_once=_SENT_AT_ONCE)
        self._large: dict[str, BodyLimiter] = {}

    @asynccontextmanager
    async def read(self, request: Request, page: Page, *, signed_in: bool) -> AsyncIterator[Form]:
        """Give the form of a page until the end of this; whoever has not signed in sends no large files.

        Raises:
            Refusal: it is no form such as the page has, it does not come whole or in time, or it is too large.
        """
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != (
            _WITH_FILES if page.takes_file else _FIELDS_ALONE
        ):
            raise _no_form()
        async with self._limiter(page, signed_in=signed_in).bounded(request) as bounded:
            ending = _Ending(bounded)
            try:
                form = await ending.request.form(
                    max_files=_MOST_READ_FILES if page.max_file_bytes else _MOST_SMALL_FILES,
                    max_fields=page.max_fields
                    or (_MOST_FIELDS_BESIDE_FILES * page.max_files if page.takes_file else _MOST_FIELDS),
                    max_part_size=_LARGEST_FORM if page.max_fields or not page.max_file_bytes else _LARGEST_FIELD,
                )
            except MultiPartException as error:
                if page.max_file_bytes and error.message.startswith(_TOO_MANY_FILES):
                    raise TooManyFiles(page.max_files) from None
                raise (_no_form() if page.takes_file else _too_many()) from None
            try:
                if page.takes_file and not ending.is_whole:
                    raise _no_form()
                yield _form(form, page)
            finally:
                await form.close()

    def _limiter(self, page: Page, *, signed_in: bool) -> BodyLimiter:
        if not page.takes_file:
            return self._fields
        if not page.max_file_bytes or not signed_in:
            return self._small
        if page.address not in self._large:
            limiter = BodyLimiter(largest_form(page), at_once=_SENT_AT_ONCE, seconds=_UPLOAD_SECONDS)
            self._large[page.address] = limiter
        return self._large[page.address]


def largest_form(page: Page) -> int:
    """Give how many bytes of a form with files are read for a page."""
    if not page.max_file_bytes:
        return _LARGEST_SENT
    return min(page.max_files * page.max_file_bytes, _LARGEST_OF_FILES) + _LARGEST_FORM


def check_origin(request: Request) -> None:
    """Refuse what another site lets a browser send."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site", "same-origin")
    host = request.headers.get("host", "")
    if site not in {"same-origin", "none"} or (origin is not None and urlsplit(origin).netloc != host):
        raise Refusal(Reason.FOREIGN_HOST, _say("FOREIGN_FORM"))


def is_of_session(page_request: PageRequest) -> bool:
    """Say whether a form carries what pages of this session give."""
    return bool(page_request.token) and hmac.compare_digest(
        page_request.typed("form_token").encode(), page_request.form_token.encode()
    )


def read_fields(text: str) -> dict[str, list[str]]:
    """Read fields as a browser writes them into one line.

    Raises:
        Refusal: they are too many.
    """
    by_name: dict[str, list[str]] = {}
    try:
        for name, value in parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS):
            by_name.setdefault(name, []).append(value.replace("\r\n", "\n"))
    except ValueError:
        raise _too_many() from None
    return by_name


class _Ending:
    """The last bytes of a body, which say whether a form with files came whole."""

    def __init__(self, request: Request) -> None:
        """Look at what comes in."""
        self._last, self._receive = b"", request.receive
        self.request = Request(request.scope, self._look)

    async def _look(self) -> ReceivedMessage:
        message = await self._receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        self._last = (self._last + message.get("body", b""))[-_ENDING:]
        return message

    @property
    def is_whole(self) -> bool:
        """Whether the last boundary came."""
        return self._last.rstrip(b"\r\n").endswith(b"--")


def _form(form: FormData, page: Page) -> Form:
    values: dict[str, list[str]] = {}
    files: list[UploadedFile] = []
    for field, value in form.multi_items():
        if not isinstance(value, UploadFile):
            values.setdefault(field, []).append(value.replace("\r\n", "\n"))
        elif value.filename or value.size:  # a field in which no file was chosen comes without both
            spooled = cast("SpooledTemporaryFile[bytes]", value.file)
            files.append(UploadedFile(field, _shown_name(value.filename), value.content_type or "", spooled))
    left_out = files[page.max_files :] if page.max_file_bytes else []
    files = files[: len(files) - len(left_out)]
    most = page.max_file_bytes or _LARGEST_FILE
    too_large = [
        (file.field, _say("FILE_TOO_LARGE", name=file.name or "-", found=f"{file.size:,}", most=f"{most:,}"))
        for file in files
        if file.size > most
    ]
    return Form(values, files, too_large, left_out)


def _shown_name(announced: str | None) -> str:
    """Give the name of a file without folders, and without signs that turn what stands beside it."""
    return _UNPRINTED.sub("", re.split(r"[/\\]", announced or "")[-1])[:_MOST_NAME_CHARS]


def _no_form() -> Refusal:
    return Refusal(Reason.UNSUPPORTED_MEDIA_TYPE, _say("NO_FORM"))


def _too_many() -> Refusal:
    return Refusal(Reason.MESSAGE_TOO_LARGE, _say("NO_FORM"))
