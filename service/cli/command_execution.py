"""Execution of declared commands: request, call, output and exit code, also after a crash."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property, partial
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

import click

from rules.contracts import in_language, message_factory
from service.base.grpc_status import status_of
from service.configuration.folders import CHECKOUT, PUBLISHED
from service.output.terminal.command_declarations import Command, CommandResult, call_by_name, load_object
from service.output.terminal.connection_options import ConnectionOptions, use_connection
from service.output.terminal.json_form import to_json_document
from service.output.terminal.output import ExitCode, OutputFormat, RemoteError, reporting_errors
from service.output.terminal.streams import print_error, write_output
from service.output.terminal.words import SPOKEN, requested_language, use_language, words
from touchstone.client.json_form import as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Set

    from service.gazette.versions import Gazette

_ANSWER_TEXT = "service.output.terminal.answer_text:answer_text"
MAX_FILE_BYTES = 50_000_000
_CONNECTION = ("token_file", "ca", "tls", "certificate", "certificate_key")


def run(command: Command, values: dict[str, Any]) -> None:
    """Run a command line and exit with its exit code."""
    values["gazette"] = values.get("gazette") or PUBLISHED
    form = OutputFormat.JSON if values.get("format") == "json" else OutputFormat.TEXT
    connection = ConnectionOptions(**{name: values.pop(name) for name in _CONNECTION if name in values})
    with use_language(values["language"] or SPOKEN[0]), reporting_crashes(form), use_connection(connection):
        with reporting_errors(form, dossier=values.get(command.file)):
            is_no = _write_result(command, values, form)
        sys.stdout.flush()
    sys.exit(ExitCode.NEGATIVE if is_no else ExitCode.OK)


def _write_result(command: Command, values: dict[str, Any], form: OutputFormat) -> bool:
    with executed_command(command, values, {form}) as result:
        out = values.get("out") if any(field.name == "out" for field in command.shared) else None
        if form is OutputFormat.TEXT and result.file and out is not None:
            out.write_bytes(result.file)
        elif text := document_json(result) if form is OutputFormat.JSON else result.text:
            write_output(text, out)
        if out is not None and command.names_file:
            print_error(words(values["language"] or SPOKEN[0])["file_written"].format(path=out))
    return result.no


def document_json(result: CommandResult) -> str:
    """Return a result's document as JSON; empty if it has none."""
    document = result.document
    if document is None or isinstance(document, str):
        return document or ""
    return as_json(document) if hasattr(document, "DESCRIPTOR") else to_json_document(document)


@contextmanager
def executed_command(command: Command, values: dict[str, Any], forms: Set[OutputFormat]) -> Iterator[CommandResult]:
    """Run a command; yield its result in the requested forms."""
    with ExitStack() as stack:
        names = dict(values)
        if command.is_rpc or "stubs" in load_object(command.call).__code__.co_varnames:
            names["stubs"] = StubFactory(stack, values)
        try:
            answer = _call_api(command, names) if command.is_rpc else call_by_name(command.call, names=names)
        except RemoteError as error:
            error.field_positions = command.field_positions
            raise
        yield answer if isinstance(answer, CommandResult) else _render_answer(command, answer, names, forms)


def _render_answer(command: Command, answer: Any, names: Mapping[str, Any], forms: Set[OutputFormat]) -> CommandResult:
    for note in getattr(answer, "notes", ()) if command.is_rpc else ():
        print_error(note)
    is_no = bool(command.no and call_by_name(command.no, answer, names=names))
    text: Any = answer
    document = answer
    if OutputFormat.TEXT in forms and (command.text or hasattr(answer, "DESCRIPTOR")):
        text = call_by_name(command.text or _ANSWER_TEXT, answer, names=names)
    if OutputFormat.JSON in forms and command.json:
        document = call_by_name(command.json, answer, names=names)
    file = text if isinstance(text, bytes) else b""
    return CommandResult(text if isinstance(text, str) else "", is_no, document, file)


def _call_api(command: Command, names: dict[str, Any]) -> Any:
    request = (_generated_request if command.is_generated else _request)(command, names)  # before the API is loaded
    service, _, method = command.call.partition("/")
    names["ask"] = ask = partial(getattr(names["stubs"](service), method), timeout=command.seconds)
    if command.is_generated:
        from service.cli.api_requests import call_method  # noqa: PLC0415 -- needed only to send a message

        return call_method(method_of(command.call), request, ask, names)
    if command.prepare:
        request = call_by_name(command.prepare, request, names=names)
    names["request"] = request
    try:
        answer = ask(request)
        return call_by_name(command.fold, answer, names=names) if command.fold else answer
    except Exception as error:
        if not command.refused:
            raise
        raise call_by_name(command.refused, error, names=names) from error


def _generated_request(command: Command, names: Mapping[str, Any]) -> Any:
    from service.cli.api_requests import fill_request  # noqa: PLC0415 -- needed only to send a message

    request = request_class(command.call)()
    fill_request(command, request, method_of(command.call), names)
    return request


def _request(command: Command, names: Mapping[str, Any]) -> Any:
    request = request_class(command.call)()
    if "language_code" in request.DESCRIPTOR.fields_by_name:
        request.language_code = names["language"]
    for field in command.fields:
        value = names[field.name]
        if not field.to or value in (None, (), ""):
            continue
        value = call_by_name(field.read, value, names=names) if field.read else value
        *parents, last = field.to.split(".")
        inner = request
        for parent in parents:
            inner = getattr(inner, parent)
        set_field(inner, last, value)
    return request


def set_field(message: Any, name: str, value: Any) -> None:
    """Set a message field; convert enum words and read files."""
    field = message.DESCRIPTOR.fields_by_name[name]
    if isinstance(value, Path):
        from service.input.given_files import read_file  # noqa: PLC0415 -- needed only to send a file

        content = read_file(value, most=MAX_FILE_BYTES)
        if field.message_type is None:
            setattr(message, name, content)
        else:
            inner = getattr(message, name)
            inner.name, inner.content = value.name, content
        return
    if field.enum_type is not None:
        value = [_enum_number(field, item) for item in value] if field.is_repeated else _enum_number(field, value)
    if field.is_repeated:
        (getattr(message, name).update if isinstance(value, dict) else getattr(message, name).extend)(value)
    elif field.message_type is not None:
        getattr(message, name).CopyFrom(value)
    else:
        setattr(message, name, value)


def _enum_number(field: Any, value: Any) -> Any:
    from service.output.terminal.words import value_word  # noqa: PLC0415 -- needed only to send a message

    if not isinstance(value, str):
        return value
    numbers = {value_word(each): each.number for each in field.enum_type.values}
    return numbers[value.replace("-", "_").lower()]


def method_of(call: str) -> Any:
    """Return the descriptor of an RPC."""
    from touchstone.client.methods import service_in  # noqa: PLC0415 -- needed only to send a message

    service, _, method = call.partition("/")
    return service_in(service).methods_by_name[method]


def request_class(call: str) -> Any:
    """Return the request class of an RPC."""
    from google.protobuf.message_factory import GetMessageClass  # noqa: PLC0415 -- needed only to send a message

    return GetMessageClass(method_of(call).input_type)


class StubFactory:
    """Stubs of the API by service, connected at the first use, and the gazette of a command without server."""

    def __init__(self, stack: ExitStack, values: Mapping[str, Any]) -> None:
        self._stack, self._values = stack, values

    def __call__(self, service: str) -> Any:
        return self._make_stub(service)

    @cached_property
    def gazette(self) -> Gazette:
        from service.gazette.versions import Gazette  # noqa: PLC0415 -- not needed by every command

        return Gazette(self._values["gazette"])

    @cached_property
    def _make_stub(self) -> Callable[[str], Any]:
        from service.serving.transport import stubs  # noqa: PLC0415 -- needed only to send a message

        values = self._values
        stub_context = stubs(
            values.get("server"),
            gazette=self.gazette,
            database_url=values.get("database_url"),
            opens_store="database_url" in values,
        )
        return self._stack.enter_context(stub_context)


_message = message_factory(__name__)

_MAX_FRAMES = 12


@contextmanager
def reporting_crashes(form: OutputFormat) -> Iterator[None]:
    """Convert uncaught errors to exit codes.

    Error messages are omitted, because they may quote input.
    """
    try:
        yield
        sys.stdout.flush()
    except click.ClickException:
        raise
    except KeyboardInterrupt:
        raise SystemExit(ExitCode.INTERRUPTED) from None
    except BrokenPipeError:
        _drop_output()
        raise SystemExit(ExitCode.READER_LEFT) from None
    except Exception as error:
        if form is OutputFormat.JSON:
            write_output(as_json(status_of(error, requested_language())))
        from service.base.software import software_versions  # noqa: PLC0415 -- slow import, rarely needed

        message = _message("OWN_FAULT", kind=type(error).__name__, version=software_versions()["touchstone"])
        print_error("\n".join((f"touchstone: {in_language(message, requested_language())}", *_frame_lines(error))))
        raise SystemExit(ExitCode.OWN_FAULT) from None


def _frame_lines(error: Exception) -> Iterator[str]:
    frames = extract_tb(error.__traceback__)[1:]
    for frame in frames[-_MAX_FRAMES:]:
        path = Path(frame.filename)
        shown = path.relative_to(CHECKOUT) if path.is_relative_to(CHECKOUT) else Path(*path.parts[-2:])
        yield f"  {shown}:{frame.lineno} {frame.name}"


def _drop_output() -> None:
    """Discard pending output, so that process exit does not fail."""
    with suppress(OSError, ValueError):  # a stream without descriptor, as in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
