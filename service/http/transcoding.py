"""Transcoding of HTTP requests: path, query and JSON body to validated messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message_factory import GetMessageClass

from rules.contracts import InputError, Message as Words, Violation, message_factory
from service.base.refusals import Reason, Refusal
from service.http.error_field_paths import ParsedRequest, is_spelt_as_defined
from service.http.error_responses import JSON
from service.input.tree.placed_errors import PlacedError
from service.input.tree.strict_json import read_json
from service.input.tree.tree_reader import MAXIMUM_NODES
from touchstone.client import json_reading
from touchstone.client.json_reading import MOST_PROBLEMS, SHOWN, TIMESTAMP, known_fields
from touchstone.client.problems import PACKAGE, FieldsError

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from service.http.routes import Route


_message = message_factory(__name__)


def read_message(plain: Any, message: Message, *, whole: str) -> None:
    """Fill an empty message from protobuf JSON; `whole` names the document in errors."""
    try:
        json_reading.read_message(plain, message, whole=whole)
    except FieldsError as error:
        wrong = (
            Violation(problem.field, Words(PACKAGE, problem.code, {**problem.slots}), problem.reason)
            for problem in error.problems
        )
        raise InputError(tuple(wrong)) from None


def count_values(plain: Any, *, most: int) -> int:
    """Count the values of a document, including lists and objects; stop above `most`."""
    waiting, count = [plain], 0
    while waiting and count <= most:
        part = waiting.pop()
        count += 1
        if isinstance(part, dict | list):
            waiting += islice(part.values() if isinstance(part, dict) else part, most)
    return count


def fits_query(field: FieldDescriptor) -> bool:
    """Return whether a query can contain a field: no message, except a single timestamp."""
    return field.message_type is None or (field.message_type.full_name == TIMESTAMP and not field.is_repeated)


def query_document(parameters: Mapping[str, list[str]], kind: Descriptor) -> dict[str, Any]:
    """Convert query parameters to a document; unknown names and invalid values remain, for later rejection."""
    known = known_fields(kind)
    plain: dict[str, Any] = {}
    violations = []
    for name, values in parameters.items():
        field = known.get(name)
        if field is not None and not fits_query(field):
            violations.append(Violation(name, _message("BODY_ONLY"), "WRONG_VALUE"))
        elif field is not None and field.is_repeated:
            plain[name] = [_parse_query_value(value, field) for value in values]
        elif len(values) > 1:
            violations.append(Violation(name[:SHOWN], _message("GIVEN_TWICE"), "REPEATED"))
        else:
            plain[name] = values[0] if field is None else _parse_query_value(values[0], field)
    if violations:
        raise InputError(tuple(violations))
    return plain


def _parse_query_value(value: str, field: FieldDescriptor) -> Any:
    if field.type == FieldDescriptor.TYPE_BOOL:
        return {"true": True, "false": False}.get(value, value)
    return value


LINES = "application/x-ndjson"
"""Newline-delimited JSON (https://github.com/ndjson/ndjson-spec)."""
BODY = "body"
_MOST_PARAMETERS = 100


def check_media_type(route: Route, media_type: str) -> None:
    """Raise Refusal for a wrong media type, which also prevents unsolicited cross-origin requests."""
    wanted = LINES if route.method.client_streaming else JSON
    if media_type.partition(";")[0].strip().lower() != wanted:
        raise Refusal(
            Reason.UNSUPPORTED_MEDIA_TYPE, _message("MEDIA_TYPE", found=media_type[:100] or "-", wanted=wanted)
        )


def read_requests(route: Route, in_path: Mapping[str, str], query: bytes, body: bytes) -> list[ParsedRequest]:
    """Parse a request to messages: one, or one per line of a stream."""
    query_fields = _read_query(route, query)
    _check_count(body.count(b"[") + body.count(b"{"))  # checked before parsing costs memory and time
    if not route.method.client_streaming:
        plain = _read_json_line(body) if route.has_body else {}
        _check_count(count_values(plain, most=MAXIMUM_NODES))
        return [_parse_request(route, plain, in_path, query_fields, BODY)]
    messages: list[ParsedRequest] = []
    wrong: list[Violation] = []
    count = 0
    for number, line in enumerate(body.splitlines(), start=1):
        if not line.strip() or len(wrong) >= MOST_PROBLEMS:
            continue
        line_name = f"lines[{number}]"
        try:
            plain = _read_json_line(line, number)
            count += count_values(plain, most=MAXIMUM_NODES)
            _check_count(count)
            messages.append(_parse_request(route, plain, in_path, query_fields, line_name))
        except InputError as error:
            wrong += [_in_line(violation, line_name) for violation in error.violations]
    if wrong:
        raise InputError(tuple(wrong))
    return messages


def _read_json_line(body: bytes, line: int = 1) -> object:
    try:
        return read_json(body, keys_once=True)
    except PlacedError as error:
        placed = [
            replace(problem, position=replace(problem.position, line=problem.position.line + line - 1))
            if problem.position
            else problem
            for problem in error.problems
        ]
        raise PlacedError(placed).of_file(BODY) from None


def _check_count(count: int) -> None:
    if count > MAXIMUM_NODES:
        raise Refusal(Reason.MESSAGE_TOO_LARGE, _message("TOO_MANY_VALUES", most=f"{MAXIMUM_NODES:,}"))


def _in_line(violation: Violation, line_name: str) -> Violation:
    inner = violation.field in (BODY, line_name)
    return replace(violation, field=line_name if inner else f"{line_name}.{violation.field}")


def _parse_request(
    route: Route, plain: object, in_path: Mapping[str, str], query_fields: Mapping[str, object], document_name: str
) -> ParsedRequest:
    if isinstance(plain, dict):
        duplicates = tuple(_duplicate_fields(route, plain))
        if duplicates:
            raise InputError(duplicates)
        plain = {**plain, **query_fields, **in_path}
    message = GetMessageClass(route.method.input_type)()
    read_message(plain, message, whole=document_name)
    return ParsedRequest(message, is_spelt_as_defined(plain, route.method.input_type))


def _duplicate_fields(route: Route, plain: Mapping[str, object]) -> Iterator[Violation]:
    known = known_fields(route.method.input_type)
    for name in plain:
        if name in known and known[name].name in route.fields:
            yield Violation(name, _message("IN_PATH", path=route.shown), "REPEATED")


def _read_query(route: Route, query: bytes) -> dict[str, object]:
    try:
        pairs = parse_qsl(
            query.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=bool(query),
            errors="strict",
            max_num_fields=_MOST_PARAMETERS,
        )
    except ValueError:
        raise InputError.of("query", _message("QUERY", most=_MOST_PARAMETERS), "MALFORMED") from None
    parameters: dict[str, list[str]] = {}
    for name, value in pairs:
        parameters.setdefault(name, []).append(value)
    if route.has_body and parameters:
        raise InputError(tuple(Violation(name[:100], _message("NOT_IN_QUERY"), "UNKNOWN") for name in parameters))
    plain = query_document(parameters, route.method.input_type)
    if twice := tuple(_duplicate_fields(route, plain)):
        raise InputError(twice)
    return plain
