"""Connection options of commands: TLS, client certificate and bearer token.

A key or a token is read from a file or the environment, never
from the command line, where everybody on the machine could read it.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import InputError, Violation, message_factory
from touchstone.client.addresses import is_local

if TYPE_CHECKING:
    from collections.abc import Iterator

_say = message_factory(__name__)

TOKEN_VARIABLE = "TOUCHSTONE_TOKEN"  # noqa: S105 -- where a secret stands, not one


class ConnectionOptions(NamedTuple):
    """What a caller shows, and whom it trusts; by itself neither encrypted nor recognised."""

    token_file: Path | None = None
    ca: Path | None = None
    tls: bool = False
    certificate: Path | None = None
    certificate_key: Path | None = None

    def token(self) -> str:
        """Give the key or token by which a server knows the caller; empty if there is none.

        Raises:
            InputError: the file holds nothing, or more than one word.
            OSError: the file cannot be read.
        """
        text = os.environ.get(TOKEN_VARIABLE, "") if self.token_file is None else self.token_file.read_text("utf-8")
        if self.token_file is None and not text:
            return ""
        words = text.split()
        if len(words) != 1 or not words[0].isascii():
            field = TOKEN_VARIABLE if self.token_file is None else "--token-file"
            raise InputError((Violation(field, _say("NO_TOKEN"), "MALFORMED"),))
        return words[0]

    @property
    def is_encrypted(self) -> bool:
        """Say whether nobody else reads what is sent."""
        return self.tls or self.ca is not None or self.certificate is not None

    def check(self, address: str) -> None:
        """Refuse to send a secret in the clear, or half of what a certificate needs.

        Raises:
            InputError: the options do not go together, or not with this address.
            OSError: a file cannot be read.
        """
        if (self.certificate is None) != (self.certificate_key is None):
            missing = "--certificate" if self.certificate is None else "--certificate-key"
            raise InputError((Violation(missing, _say("CERTIFICATE_TOGETHER"), "REQUIRED"),))
        if self.token() and not self.is_encrypted and not is_local(address):
            raise InputError((Violation("--server", _say("IN_THE_CLEAR", address=address), "UNSAFE"),))


_CONNECTION: ContextVar[ConnectionOptions] = ContextVar("connection")
_DEFAULT_OPTIONS = ConnectionOptions()


def connection() -> ConnectionOptions:
    """Give how the running command reaches servers."""
    return _CONNECTION.get(_DEFAULT_OPTIONS)


@contextmanager
def use_connection(way: ConnectionOptions) -> Iterator[None]:
    """Let servers be reached in this way meanwhile."""
    before = _CONNECTION.set(way)
    try:
        yield
    finally:
        _CONNECTION.reset(before)
