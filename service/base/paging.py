"""Pagination: page sizes, and page tokens bound to one query."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from rules.contracts import InputError, message_factory
from service.base.whole_numbers import parse_whole_number

_message = message_factory(__name__)

DEFAULT_SIZE = 50
MAXIMUM_SIZE = 1_000
_QUERY_DIGEST_BYTES = 16
_MAX_TOKEN_CHARACTERS = 2_000


_Row = TypeVar("_Row")


class _ListRequest(Protocol):
    page_size: int
    page_token: str


@dataclass(frozen=True, slots=True)
class Page:
    """Requested page of the results of a query: those after a position, empty for the first page."""

    query: tuple[str, ...]
    size: int
    after: str

    @property
    def limit(self) -> int:
        """Number of rows to read, one more than the page has, to find out whether another page follows."""
        return self.size + 1

    @property
    def start(self) -> int:
        """Number of rows before the page, where positions are numbers; raise InputError for another position."""
        return read_position_number(self.after) if self.after else 0

    def position(self, length: int) -> list[str]:
        """Return the parts of the position, none for the first page; raise InputError for another length."""
        parts = self.after.split("\n") if self.after else []
        if len(parts) not in (0, length):
            raise foreign_token()
        return parts

    def part_of(self, rows: Sequence[_Row]) -> tuple[Sequence[_Row], str]:
        """Return the rows of this page from a list of all, and the token of the next page, empty for the last."""
        end = self.start + self.size
        return rows[self.start : end], write_token(self.query, str(end)) if end < len(rows) else ""

    def next_token(self, rows: Sequence[_Row], position: Callable[[_Row], str | Iterable[str]]) -> str:
        """Return the token of the next page, empty if the read rows end with this one."""
        if len(rows) <= self.size:
            return ""
        last = position(rows[self.size - 1])
        return write_token(self.query, last if isinstance(last, str) else "\n".join(last))


def read_page(request: _ListRequest, *query: str, most: int = MAXIMUM_SIZE) -> Page:
    """Return the requested page, or raise InputError for a wrong size or the token of another query."""
    return Page(query, min(read_page_size(request.page_size), most), read_token(request.page_token, query))


def read_page_size(size: int) -> int:
    """Return the page size: 50 by default, at most 1,000; raise InputError if negative."""
    if size < 0:
        raise InputError.of("page_size", _message("PAGE_SIZE", size=size, most=MAXIMUM_SIZE), "WRONG_VALUE")
    return min(size or DEFAULT_SIZE, MAXIMUM_SIZE)


def write_token(query: tuple[str, ...], position: str) -> str:
    """Return the token of the page after a position."""
    return base64.urlsafe_b64encode(_query_digest(query) + position.encode()).decode().rstrip("=")


def read_token(token: str, query: tuple[str, ...]) -> str:
    """Return the position, empty for the first page, or raise InputError for an invalid token."""
    if not token:
        return ""
    try:
        if len(token) > _MAX_TOKEN_CHARACTERS:
            raise ValueError
        read = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        position = read[_QUERY_DIGEST_BYTES:].decode()
    except (binascii.Error, ValueError):
        raise foreign_token() from None
    if not position or "\0" in position or read[:_QUERY_DIGEST_BYTES] != _query_digest(query):
        raise foreign_token()
    return position


def read_number(token: str, query: tuple[str, ...]) -> int:
    """Return the numeric position, 0 for the first page, or raise InputError."""
    return Page(query, DEFAULT_SIZE, read_token(token, query)).start


def read_position_number(text: str) -> int:
    """Return a number from a position, or raise InputError."""
    number = parse_whole_number(text)
    if number is None:
        raise foreign_token()
    return number


def foreign_token() -> InputError:
    """Return the error for a token of another query."""
    return InputError.of("page_token", _message("FOREIGN_TOKEN"), "WRONG_VALUE")


def _query_digest(query: tuple[str, ...]) -> bytes:
    """Return a digest of the query; part lengths prevent collisions."""
    parts = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in query)
    return hashlib.sha256(parts).digest()[:_QUERY_DIGEST_BYTES]
