"""How do commands answer: on which stream, in which form, and with which exit code?"""

from __future__ import annotations

from contextlib import contextmanager
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NoReturn

import typer
from google.protobuf import json_format
from google.rpc import error_details_pb2, status_pb2
from wcwidth import wcswidth

from rules.contracts.errors import InputError, RuleSourceError, TouchstoneError, Violation
from service.dossier.problems import DossierError
from service.status import is_fault_of_service, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from google.protobuf.message import Message


_MOST_LINES = 100
"""How many problems of one file are shown."""


class Exit(IntEnum):
    """The exit codes, the same for every command."""

    OK = 0
    NEGATIVE = 1
    BAD_INPUT = 2
    SERVICE = 3
    INTERRUPTED = 130


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


class Language(StrEnum):
    """The languages of reports."""

    ENGLISH = "en"
    CHINESE = "zh"


class RemoteError(TouchstoneError):
    """A server answered with an error, or could not be reached."""

    def __init__(self, status: status_pb2.Status) -> None:
        """Keep the status as received."""
        self.status = status
        super().__init__(status.message)

    def violations(self) -> tuple[Violation, ...]:
        """Give the wrong fields that the server named."""
        wrong = error_details_pb2.BadRequest()
        if not any(detail.Unpack(wrong) for detail in self.status.details):
            return ()
        return tuple(Violation(item.field, item.description, item.reason) for item in wrong.field_violations)


def as_json(message: Message) -> str:
    """Write a message in the JSON form of protobuf."""
    return json_format.MessageToJson(message, ensure_ascii=False) + "\n"


def put(text: str, out: Path | None = None) -> None:
    """Write an answer to standard output, or to a file."""
    text = text if text.endswith("\n") else f"{text}\n"
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")


def columns_text(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Write columns that are aligned on a terminal, where a Chinese character is two wide."""
    lines = [head, *rows]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(head))]
    padded = (
        "  ".join(f"{cell}{' ' * (width - _width(cell))}" for cell, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "\n".join(line.rstrip() for line in padded)


def _width(cell: str) -> int:
    return max(wcswidth(cell), 0)


def complain(text: str) -> None:
    """Write to standard error."""
    typer.echo(text, err=True)


@contextmanager
def answering(
    form: Format = Format.TEXT, *, dossier: Path | None = None, language: Language = Language.ENGLISH
) -> Iterator[None]:
    """Turn errors into an answer and an exit code: JSON to standard output, words to standard error.

    In Chinese the marks around the words are Chinese; the words are those of the error.
    """
    try:
        yield
    except TouchstoneError as error:
        _fail(error, form, dossier, "：" if language is Language.CHINESE else ": ")
    except KeyboardInterrupt:
        raise typer.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        raise  # the reader left, which needs no words
    except OSError as error:
        complain(f"touchstone: {error.strerror or error}: {error.filename or ''}".rstrip(": "))
        raise typer.Exit(Exit.BAD_INPUT) from None


def _fail(error: TouchstoneError, form: Format, dossier: Path | None, colon: str) -> NoReturn:
    status = error.status if isinstance(error, RemoteError) else status_of(error)
    if form is Format.JSON:
        put(as_json(status))
    else:
        for line in _lines(error, dossier, colon):
            complain(line)
    raise typer.Exit(Exit.SERVICE if is_fault_of_service(status) else Exit.BAD_INPUT) from None


def _lines(error: TouchstoneError, dossier: Path | None, colon: str) -> Iterator[str]:
    if isinstance(error, DossierError):
        path = error.path or str(dossier or "dossier")
        yield from (problem.render(path, colon) for problem in error.problems[:_MOST_LINES])
        if len(error.problems) > _MOST_LINES:
            yield f"and {len(error.problems) - _MOST_LINES} more"
    elif isinstance(error, InputError):
        shown = error.violations[:_MOST_LINES]
        yield from (f"touchstone: {violation.field}{colon}{violation.description}" for violation in shown)
        if len(error.violations) > len(shown):
            yield f"and {len(error.violations) - len(shown)} more"
    elif isinstance(error, RuleSourceError):
        yield from (diagnostic.render() for diagnostic in error.diagnostics)
    else:
        yield from (f"touchstone: {line}" for line in str(error).splitlines() or [""])
