"""Pagination: page sizes, and page tokens bound to one query."""

from __future__ import annotations

import base64
import binascii
import hashlib

from rules.contracts import InputError, Violation, message_factory
from service.base.whole_numbers import parse_whole_number

_say = message_factory(__name__)

DEFAULT_SIZE = 50
MAXIMUM_SIZE = 1_000
_MARK_BYTES = 16
_MAXIMUM_TOKEN = 2_000


def read_page_size(size: int) -> int:
    """Give the size of a page: 50 if none is asked for, 1,000 at most.

    Raises:
        InputError: the size is negative.
    """
    if size < 0:
        raise InputError((Violation("page_size", _say("PAGE_SIZE", size=size, most=MAXIMUM_SIZE), "WRONG_VALUE"),))
    return min(size or DEFAULT_SIZE, MAXIMUM_SIZE)


def write_token(query: tuple[str, ...], position: str) -> str:
    """Write the token of the page after a position; it holds a mark of the query that it belongs to."""
    return base64.urlsafe_b64encode(_mark(query) + position.encode()).decode().rstrip("=")


def read_token(token: str, query: tuple[str, ...]) -> str:
    """Give the position of a token; empty for the first page.

    Raises:
        InputError: the token cannot be read, or belongs to another query.
    """
    if not token:
        return ""
    try:
        if len(token) > _MAXIMUM_TOKEN:
            raise ValueError
        read = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        position = read[_MARK_BYTES:].decode()
    except (binascii.Error, ValueError):
        raise foreign_token() from None
    if not position or "\0" in position or read[:_MARK_BYTES] != _mark(query):
        raise foreign_token()
    return position


def read_number(token: str, query: tuple[str, ...]) -> int:
    """Give the position of a token that counts; 0 for the first page.

    Raises:
        InputError: the token cannot be read, or belongs to another query.
    """
    position = read_token(token, query)
    return read_position_number(position) if position else 0


def read_position_number(text: str) -> int:
    """Give a number that is part of a position.

    Raises:
        InputError: nobody was given a token with this text.
    """
    number = parse_whole_number(text)
    if number is None:
        raise foreign_token()
    return number


def foreign_token() -> InputError:
    """Give the error of a token that does not belong to the query."""
    return InputError((Violation("page_token", _say("FOREIGN_TOKEN"), "WRONG_VALUE"),))


def _mark(query: tuple[str, ...]) -> bytes:
    """Digest the parts of a query, each with its length, so that no two queries run together."""
    parts = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in query)
    return hashlib.sha256(parts).digest()[:_MARK_BYTES]
