"""Multipart forms: fields, and the bytes of each file as chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

_say = message_factory(__name__)

KIND = "multipart/form-data"
_MOST_FILES, _MOST_FIELDS = 2, 20


async def read_multipart(content_type: str, body: bytes) -> tuple[Mapping[str, list[str]], Mapping[str, bytes]]:
    """Give the fields of a form, and its files by the names of their fields; names of files are not kept."""
    if not body.rstrip(b"\r\n").endswith(b"--"):  # the rest of it did not come
        raise _no_form()
    parser = MultiPartParser(
        Headers({"content-type": content_type}), _single_chunk(body), max_files=_MOST_FILES, max_fields=_MOST_FIELDS
    )
    parser.spool_max_size = len(body) + 1  # nothing of a file is put on a disk
    try:
        form = await parser.parse()
    except MultiPartException:
        raise _no_form() from None
    fields: dict[str, list[str]] = {}
    files: dict[str, bytes] = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            files[name] = await value.read()
        else:
            fields.setdefault(name, []).append(value)
    await form.close()
    return fields, files


async def _single_chunk(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body


def _no_form() -> Refusal:
    return Refusal(Reason.UNSUPPORTED_MEDIA_TYPE, _say("NO_FORM"))
