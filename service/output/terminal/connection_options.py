"""Connection options of commands: TLS, client certificate and bearer token.

Secrets are never command-line arguments, which other users can read.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import InputError, message_factory
from touchstone.client.addresses import is_local

if TYPE_CHECKING:
    from collections.abc import Iterator

_message = message_factory(__name__)

TOKEN_VARIABLE = "TOUCHSTONE_TOKEN"  # noqa: S105 -- name of a variable, not a secret


def _read_token(path: Path) -> str:
    from service.base.file_kinds import refusal_of_other_kind  # noqa: PLC0415 -- needed only for a token file

    content = path.read_bytes()
    if (other_kind := refusal_of_other_kind(content, "JWT")) is not None:
        raise InputError.of("--token-file", other_kind, "OTHER_KIND")
    return content.decode()


class ConnectionOptions(NamedTuple):
    """Credentials and trusted authorities; by default unencrypted and anonymous."""

    token_file: Path | None = None
    ca: Path | None = None
    tls: bool = False
    certificate: Path | None = None
    certificate_key: Path | None = None

    def token(self) -> str:
        text = os.environ.get(TOKEN_VARIABLE, "") if self.token_file is None else _read_token(self.token_file)
        if self.token_file is None and not text:
            return ""
        words = text.split()
        if len(words) != 1 or not words[0].isascii():
            field = TOKEN_VARIABLE if self.token_file is None else "--token-file"
            raise InputError.of(field, _message("NO_TOKEN"), "MALFORMED")
        return words[0]

    @property
    def is_encrypted(self) -> bool:
        return self.tls or self.ca is not None or self.certificate is not None

    def check(self, address: str) -> None:
        if (self.certificate is None) != (self.certificate_key is None):
            missing = "--certificate" if self.certificate is None else "--certificate-key"
            raise InputError.of(missing, _message("CERTIFICATE_TOGETHER"), "REQUIRED")
        if self.token() and not self.is_encrypted and not is_local(address):
            raise InputError.of("--server", _message("IN_THE_CLEAR", address=address), "UNSAFE")


_CONNECTION: ContextVar[ConnectionOptions] = ContextVar("connection")
_DEFAULT_OPTIONS = ConnectionOptions()


def connection() -> ConnectionOptions:
    """Return the connection options of the running command."""
    return _CONNECTION.get(_DEFAULT_OPTIONS)


@contextmanager
def use_connection(way: ConnectionOptions) -> Iterator[None]:
    """Use connection options within the context."""
    token = _CONNECTION.set(way)
    try:
        yield
    finally:
        _CONNECTION.reset(token)
