"""How do commands reach a server: encrypted or not, and as whom?

The options stand at every command that has `--server`. A key or a token is read from a file or the environment, never
from the command line, where everybody on the machine could read it.
"""

from __future__ import annotations

import inspect
import os
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.base.addresses import is_local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_say = speaker(__name__)

TOKEN_VARIABLE = "TOUCHSTONE_TOKEN"  # noqa: S105 -- where a secret stands, not one
_OPTIONS: dict[str, Any] = {
    "token_file": Annotated[
        Path | None,
        typer.Option(
            "--token-file",
            envvar="TOUCHSTONE_TOKEN_FILE",
            metavar="FILE",
            help="With --server: the API key or token by which it knows you; else TOUCHSTONE_TOKEN holds it.",
        ),
    ],
    "ca": Annotated[
        Path | None,
        typer.Option(
            "--ca",
            envvar="TOUCHSTONE_CA",
            metavar="FILE",
            help="With --server: encrypt, and trust the authorities in this PEM file.",
        ),
    ],
    "tls": Annotated[
        bool,
        typer.Option("--tls", envvar="TOUCHSTONE_TLS", help="With --server: encrypt, and trust the usual authorities."),
    ],
    "certificate": Annotated[
        Path | None,
        typer.Option(
            "--certificate",
            envvar="TOUCHSTONE_CERTIFICATE",
            metavar="FILE",
            help="With --server: show it this certificate, a PEM file.",
        ),
    ],
    "certificate_key": Annotated[
        Path | None,
        typer.Option(
            "--certificate-key",
            envvar="TOUCHSTONE_CERTIFICATE_KEY",
            metavar="FILE",
            help="With --server: the private key of that certificate.",
        ),
    ],
}


@dataclass(frozen=True, slots=True)
class Connection:
    """What a caller shows, and whom it trusts; by itself neither encrypted nor recognised."""

    token_file: Path | None = None
    ca: Path | None = None
    tls: bool = False
    certificate: Path | None = None
    certificate_key: Path | None = None

    def metadata(self) -> tuple[tuple[str, str], ...]:
        """Give the metadata by which a server knows the caller.

        Raises:
            InputError: the file holds nothing, or more than one word.
            OSError: the file cannot be read.
        """
        text = os.environ.get(TOKEN_VARIABLE, "") if self.token_file is None else self.token_file.read_text("utf-8")
        if self.token_file is None and not text:
            return ()
        words = text.split()
        if len(words) != 1 or not words[0].isascii():
            field = TOKEN_VARIABLE if self.token_file is None else "--token-file"
            raise InputError((Violation(field, _say("NO_TOKEN"), "MALFORMED"),))
        return (("authorization", f"Bearer {words[0]}"),)

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
        if self.metadata() and not self.is_encrypted and not is_local(address):
            raise InputError((Violation("--server", _say("IN_THE_CLEAR", address=address), "UNSAFE"),))


_CONNECTION: ContextVar[Connection] = ContextVar("connection")
_PLAIN = Connection()


def connection() -> Connection:
    """Give how the running command reaches servers."""
    return _CONNECTION.get(_PLAIN)


@contextmanager
def connecting(given: dict[str, Any]) -> Iterator[None]:
    """Take the options of this module out of those of a command, and let them hold meanwhile."""
    named = {name: given.pop(name) for name in _OPTIONS if name in given}
    with reaching(Connection(**named)):
        yield


@contextmanager
def reaching(way: Connection) -> Iterator[None]:
    """Let servers be reached in this way meanwhile."""
    before = _CONNECTION.set(way)
    try:
        yield
    finally:
        _CONNECTION.reset(before)


def add_options(command: Callable[..., None], function: Callable[..., None]) -> None:
    """Let a command that calls servers take these options behind its own."""
    signature = inspect.signature(function, eval_str=True)
    if "server" not in signature.parameters:
        return
    defaults = {name: False if name == "tls" else None for name in _OPTIONS}
    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=defaults[name], annotation=option)
        for name, option in _OPTIONS.items()
    ]
    whole = signature.replace(parameters=[*signature.parameters.values(), *extra])
    command.__signature__ = whole  # type: ignore[attr-defined] # where inspect looks first
    command.__annotations__ = {name: one.annotation for name, one in whole.parameters.items()}
