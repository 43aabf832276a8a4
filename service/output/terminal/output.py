"""Command output: streams, text or JSON form, exit codes, and errors with their wrong fields."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from enum import IntEnum, StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from google.rpc import error_details_pb2, status_pb2

from rules.contracts import (
    InputError,
    RuleSourceError,
    TouchstoneError,
    Violation,
    error_message,
    escape_unprintable,
    in_language,
    message_factory,
    typeset,
)
from service.base.grpc_status import is_fault_of_service, status_of
from service.base.whole_numbers import parse_whole_number
from service.input.tree.placed_errors import PlacedError, dossier_path
from service.output.terminal.command_language import requested_language
from touchstone.client.json_form import as_json
from touchstone.client.status_details import StatusDetails, details_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


_say = message_factory(__name__)
_OF_THE_SYSTEM: dict[type[OSError], str] = {
    FileNotFoundError: "NO_FILE",
    IsADirectoryError: "A_FOLDER",
    PermissionError: "NO_PERMISSION",
}
_MOST_LINES = 100
"""How many problems of one file are shown."""


class ExitCode(IntEnum):
    """The exit codes, the same for every command."""

    OK = 0
    NEGATIVE = 1
    BAD_INPUT = 2
    SERVICE = 3
    OWN_FAULT = 70
    INTERRUPTED = 130
    READER_LEFT = 141


class OutputFormat(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


class Language(StrEnum):
    """The languages of reports."""

    ENGLISH = "en"
    CHINESE = "zh"


class RemoteError(TouchstoneError):
    """A server answered with an error, or could not be reached."""

    def __init__(self, status: status_pb2.Status, message: str = "", *, cause: TouchstoneError | None = None) -> None:
        """Keep the status as received, with a `message` of our own where a server sent none.

        Where the handler ran in this process its error is the `cause`, of which a status has no room for all words.
        """
        self.status, self.cause = status, cause
        self.field_positions: Mapping[str, str] = {}
        """By the fields of the request, what was typed for them."""
        super().__init__(message or status.message)

    def violations(self) -> tuple[Violation, ...]:
        """Give the wrong fields that the server named, in the language that it was asked to speak."""
        if isinstance(self.cause, InputError):
            return self.cause.violations
        return tuple(
            Violation(wrong_field.field, wrong_field.description, wrong_field.reason)
            for wrong_field in self._details.wrong_fields
        )

    def reason(self) -> str:
        """Give the stable reason that the server told."""
        return self._details.reason

    def unlisted(self) -> int:
        """Say of how many more wrong fields the server found room for no words."""
        count = "" if self.cause is not None else self._details.metadata.get("violation_count", "")
        return max((parse_whole_number(count) or 0) - len(self.violations()), 0)

    def call(self) -> str:
        """Give the id by which the server knows the call, if it told one."""
        return self._details.call_id

    def as_typed(self) -> status_pb2.Status:
        """Give the status with each field of the request named by what was typed for it."""
        status, typed = status_pb2.Status(), dict[str, str]()
        status.CopyFrom(self.status)
        wrong, localized = error_details_pb2.BadRequest(), error_details_pb2.LocalizedMessage()
        for detail in status.details:
            if detail.Unpack(wrong):
                typed = {
                    one.field: self.field_positions[one.field]
                    for one in wrong.field_violations
                    if one.field in self.field_positions
                }
                for field_violation in wrong.field_violations:
                    field_violation.field = typed.get(field_violation.field, field_violation.field)
                detail.Pack(wrong)
            elif detail.Unpack(localized):
                localized.message = _beginning_with(typed, localized.message)
                detail.Pack(localized)
        status.message = _beginning_with(typed, status.message)
        return status

    def server_message(self) -> str:
        """Give what the server said, in the language that it was asked to speak if it speaks it."""
        if self.cause is not None:
            return error_message(self.cause)
        message = self._details.said
        return error_message(self) if message == self.status.message else message

    @cached_property
    def _details(self) -> StatusDetails:
        return details_of(self.status)


def _beginning_with(typed: Mapping[str, str], message: str) -> str:
    """Give a message that begins with a field of a request as beginning with what was typed for it."""
    field = next((field for field in typed if message.startswith((f"{field}: ", f"{field}："))), "")
    return f"{typed[field]}{message.removeprefix(field)}" if field else message


def write_output(text: str, out: Path | None = None) -> None:
    """Write an answer to standard output, or to a file."""
    text = text if text.endswith("\n") else f"{text}\n"
    if out is None:
        click.echo(escape_unprintable(text), nl=False)
    else:
        out.write_text(text, encoding="utf-8")


def print_error(text: str) -> None:
    """Write to standard error."""
    click.echo(escape_unprintable(text), err=True)


@contextmanager
def reporting_errors(form: OutputFormat = OutputFormat.TEXT, *, dossier: Path | None = None) -> Iterator[None]:
    """Turn errors into an answer and an exit code: JSON to standard output, words to standard error.

    The words are in the language that the command was asked for by --language.
    """
    spoken = requested_language()
    try:
        yield
    except TouchstoneError as error:
        _fail(error, form, spoken, dossier)
    except KeyboardInterrupt:
        raise SystemExit(ExitCode.INTERRUPTED) from None
    except BrokenPipeError:
        raise  # the reader left, which needs no words
    except OSError as error:
        print_error(f"touchstone: {in_language(_of_the_system(error), spoken)}")
        raise SystemExit(ExitCode.BAD_INPUT) from None


def error_status(error: TouchstoneError | OSError) -> status_pb2.Status:
    """Give the status that tells a program why it is refused, in the language that is spoken."""
    if isinstance(error, RemoteError):
        return error.status
    if isinstance(error, OSError):
        error = InputError((Violation(str(error.filename or ""), _of_the_system(error), "NOT_FOUND"),))
    return status_of(error, requested_language())


def _of_the_system(error: OSError) -> str:
    """Say what the system refuses, and what to do about it."""
    code = _OF_THE_SYSTEM.get(type(error))
    if code == "NO_FILE" and isinstance(error.filename, str) and not Path(error.filename).parent.is_dir():
        return _say("NO_FOLDER", path=error.filename, folder=str(Path(error.filename).parent))
    if code is not None and error.filename is not None:
        return _say(code, path=error.filename)
    return f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")


def _fail(error: TouchstoneError, form: OutputFormat, language: str, dossier: Path | None) -> NoReturn:
    status = error.as_typed() if isinstance(error, RemoteError) else error_status(error)
    if form is OutputFormat.JSON:
        write_output(as_json(status))
    else:
        for line in _lines(error, language, dossier):
            print_error(line)
    raise SystemExit(ExitCode.SERVICE if is_fault_of_service(status) else ExitCode.BAD_INPUT) from None


def _lines(error: TouchstoneError, language: str, dossier: Path | None) -> Iterator[str]:
    if isinstance(error, RemoteError) and isinstance(error.cause, RuleSourceError):
        error = error.cause
    if isinstance(error, PlacedError):
        path = error.path or str(dossier or "dossier")
        yield from (problem.render(path, language) for problem in error.problems[:_MOST_LINES])
        if len(error.problems) > _MOST_LINES:
            yield in_language(_say("MORE", count=len(error.problems) - _MOST_LINES), language)
    elif isinstance(error, InputError):
        yield from _wrong_fields(error.violations, 0, language)
    elif isinstance(error, RemoteError) and (violations := error.violations()):
        typed = [
            replace(violation, field=error.field_positions.get(violation.field, violation.field))
            for violation in violations
        ]
        yield from _wrong_fields(typed, error.unlisted(), language)
    elif isinstance(error, RuleSourceError):
        yield from (diagnostic.render() for diagnostic in error.diagnostics)
    else:
        message = error.server_message() if isinstance(error, RemoteError) else error_message(error)
        yield from (f"touchstone: {line}" for line in in_language(message, language).splitlines() or [""])
    if isinstance(error, RemoteError) and is_fault_of_service(error.status) and (call := error.call()):
        yield in_language(_say("CALL_IS", call=call), language)


def _wrong_fields(violations: Sequence[Violation], unlisted: int, language: str) -> Iterator[str]:
    for violation in violations[:_MOST_LINES]:
        line = f"{dossier_path(in_language(violation.field, language))}: {in_language(violation.description, language)}"
        yield f"touchstone: {typeset(line, language)}"
    if more := max(len(violations) - _MOST_LINES, 0) + unlisted:
        yield in_language(_say("MORE", count=more), language)
