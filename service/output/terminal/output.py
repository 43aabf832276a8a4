"""Command output: streams, formats, exit codes and error reports."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from enum import IntEnum, StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from google.rpc import error_details_pb2, status_pb2

from rules.contracts import (
    InputError,
    RuleSourceError,
    TouchstoneError,
    Violation,
    error_message,
    in_language,
    message_factory,
    typeset,
)
from service.base.extras import missing_extra_error
from service.base.grpc_status import is_fault_of_service, status_of
from service.base.whole_numbers import parse_whole_number
from service.input.tree.placed_errors import PlacedError, dossier_path
from service.output.terminal.streams import print_error, write_output
from service.output.terminal.value_forms import os_error_message
from service.output.terminal.words import requested_language
from touchstone.client.json_form import as_json
from touchstone.client.status_details import StatusDetails, details_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


_message = message_factory(__name__)
_MAXIMUM_PROBLEMS = 100


class ExitCode(IntEnum):
    """Exit codes of all commands."""

    OK = 0
    NEGATIVE = 1
    BAD_INPUT = 2
    SERVICE = 3
    OWN_FAULT = 70
    INTERRUPTED = 130
    READER_LEFT = 141


class OutputFormat(StrEnum):
    """Output format of a command."""

    TEXT = "text"
    JSON = "json"


class Language(StrEnum):
    """Language of a report."""

    ENGLISH = "en"
    CHINESE = "zh"


class RemoteError(TouchstoneError):
    """Error status of a server, or a failed connection."""

    def __init__(self, status: status_pb2.Status, message: str = "", *, cause: TouchstoneError | None = None) -> None:
        """Store a status, with the original error as `cause` if the handler ran in this process."""
        self.status, self.cause = status, cause
        self.field_positions: Mapping[str, str] = {}
        """Typed option or argument, by request field."""
        super().__init__(message or status.message)

    def violations(self) -> tuple[Violation, ...]:
        if isinstance(self.cause, InputError):
            return self.cause.violations
        return tuple(
            Violation(wrong_field.field, wrong_field.description, wrong_field.reason)
            for wrong_field in self._details.wrong_fields
        )

    def reason(self) -> str:
        return self._details.reason

    def unlisted(self) -> int:
        count = "" if self.cause is not None else self._details.metadata.get("violation_count", "")
        return max((parse_whole_number(count) or 0) - len(self.violations()), 0)

    def call(self) -> str:
        return self._details.call_id

    def as_typed(self) -> status_pb2.Status:
        status, typed = status_pb2.Status(), dict[str, str]()
        status.CopyFrom(self.status)
        wrong, localized = error_details_pb2.BadRequest(), error_details_pb2.LocalizedMessage()
        for detail in status.details:
            if detail.Unpack(wrong):
                typed = {
                    violation.field: self.field_positions[violation.field]
                    for violation in wrong.field_violations
                    if violation.field in self.field_positions
                }
                for field_violation in wrong.field_violations:
                    field_violation.field = typed.get(field_violation.field, field_violation.field)
                detail.Pack(wrong)
            elif detail.Unpack(localized):
                localized.message = _with_typed_field(typed, localized.message)
                detail.Pack(localized)
        status.message = _with_typed_field(typed, status.message)
        return status

    def server_message(self) -> str:
        if self.cause is not None:
            return error_message(self.cause)
        message = self._details.message
        return error_message(self) if message == self.status.message else message

    @cached_property
    def _details(self) -> StatusDetails:
        return details_of(self.status)


def _with_typed_field(typed: Mapping[str, str], message: str) -> str:
    field = next((field for field in typed if message.startswith((f"{field}: ", f"{field}："))), "")
    return f"{typed[field]}{message.removeprefix(field)}" if field else message


@contextmanager
def reporting_errors(form: OutputFormat = OutputFormat.TEXT, *, dossier: Path | None = None) -> Iterator[None]:
    """Report errors (JSON on standard output, text on standard error) and exit with a code."""
    language = requested_language()
    try:
        yield
    except TouchstoneError as error:
        _fail(error, form, language, dossier)
    except KeyboardInterrupt:
        raise SystemExit(ExitCode.INTERRUPTED) from None
    except BrokenPipeError:
        raise  # the reader closed the pipe: print nothing
    except ModuleNotFoundError as error:
        refusal = missing_extra_error(error)
        if refusal is None:
            raise
        _fail(refusal, form, language, dossier)
    except OSError as error:
        print_error(f"touchstone: {in_language(os_error_message(error), language)}")
        raise SystemExit(ExitCode.BAD_INPUT) from None


def error_status(error: TouchstoneError | OSError) -> status_pb2.Status:
    """Convert an error to a status in the requested language."""
    if isinstance(error, RemoteError):
        return error.status
    if isinstance(error, OSError):
        error = InputError.of(str(error.filename or ""), os_error_message(error), "NOT_FOUND")
    return status_of(error, requested_language())


def _fail(error: TouchstoneError, form: OutputFormat, language: str, dossier: Path | None) -> NoReturn:
    status = error.as_typed() if isinstance(error, RemoteError) else error_status(error)
    if form is OutputFormat.JSON:
        write_output(as_json(status))
    else:
        for line in _error_lines(error, language, dossier):
            print_error(line)
    raise SystemExit(ExitCode.SERVICE if is_fault_of_service(status) else ExitCode.BAD_INPUT) from None


def _error_lines(error: TouchstoneError, language: str, dossier: Path | None) -> Iterator[str]:
    if isinstance(error, RemoteError) and isinstance(error.cause, RuleSourceError):
        error = error.cause
    if isinstance(error, PlacedError):
        path = error.path or str(dossier or "dossier")
        yield from (problem.render(path, language) for problem in error.problems[:_MAXIMUM_PROBLEMS])
        if len(error.problems) > _MAXIMUM_PROBLEMS:
            yield in_language(_message("MORE", count=len(error.problems) - _MAXIMUM_PROBLEMS), language)
    elif isinstance(error, InputError):
        yield from _violation_lines(error.violations, 0, language)
    elif isinstance(error, RemoteError) and (violations := error.violations()):
        typed = [
            replace(violation, field=error.field_positions.get(violation.field, violation.field))
            for violation in violations
        ]
        yield from _violation_lines(typed, error.unlisted(), language)
    elif isinstance(error, RuleSourceError):
        yield from (diagnostic.render() for diagnostic in error.diagnostics)
    else:
        message = error.server_message() if isinstance(error, RemoteError) else error_message(error)
        yield from (f"touchstone: {line}" for line in in_language(message, language).splitlines() or [""])
    if isinstance(error, RemoteError) and is_fault_of_service(error.status) and (call := error.call()):
        yield in_language(_message("CALL_IS", call=call), language)


def _violation_lines(violations: Sequence[Violation], unlisted: int, language: str) -> Iterator[str]:
    for violation in violations[:_MAXIMUM_PROBLEMS]:
        line = f"{dossier_path(in_language(violation.field, language))}: {in_language(violation.description, language)}"
        yield f"touchstone: {typeset(line, language)}"
    if more := max(len(violations) - _MAXIMUM_PROBLEMS, 0) + unlisted:
        yield in_language(_message("MORE", count=more), language)
