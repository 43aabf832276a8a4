"""Requests and answers of generated commands: values to fields, uploads, downloads, pages and repeated calls."""

from __future__ import annotations

import hashlib
import os
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from google.protobuf.descriptor import FieldDescriptor

from rules.contracts import InputError, Violation, message_factory
from service.base.durable_files import replace_file
from service.cli.command_execution import MAX_FILE_BYTES
from service.http.transcoding import read_message
from service.input.given_files import open_input_file, read_file
from service.input.tree.placed_errors import PlacedError
from service.input.tree.strict_json import read_json, read_json_file
from service.output.terminal.streams import print_error
from service.output.terminal.words import value_word
from touchstone.client.json_reading import known_fields
from touchstone.v1 import options_pb2

if TYPE_CHECKING:
    from google.protobuf.descriptor import MethodDescriptor
    from google.protobuf.message import Message

    from service.output.terminal.command_declarations import Command


_message = message_factory(__name__)

_CHUNK_BYTES = 256 * 1024
_DIGEST_CHARACTERS = 64


def fill_request(command: Command, request: Message, method: MethodDescriptor, names: Mapping[str, Any]) -> None:
    """Fill a request from the fields of a command, `--field` and `--request`.

    Raises:
        InputError: Fields are unknown or invalid; each is named by its option.
    """
    document: dict[str, Any] = {}
    positions = command.field_positions
    for field in command.fields:
        value = names[field.name]
        if field.to and value is not False and value not in (None, (), ""):
            for each in value if field.is_repeated else (value,):
                if not (method.client_streaming and field.to == "content"):
                    _assign(document, request.DESCRIPTOR, field.to, each, positions[field.to])
    for pair in names.get("field_pairs") or ():
        path, value = _split(pair, "--field")
        _assign(document, request.DESCRIPTOR, path, value, "--field")
    if request_file := names.get("request_file"):
        read_message(read_json_file(request_file, most=MAX_FILE_BYTES), request, whole="--request")
    options = type(request)()
    try:
        read_message(document, options, whole="--field")
    except InputError as error:
        raise InputError(
            tuple(
                Violation(positions.get(each.field, each.field), each.description, each.reason)
                for each in error.violations
            )
        ) from None
    _clear(request, document)
    request.MergeFrom(options)
    if "language_code" in request.DESCRIPTOR.fields_by_name and not request.language_code:  # type: ignore[attr-defined]
        request.language_code = names["language"]  # type: ignore[attr-defined]


def _clear(message: Message, document: Mapping[str, Any]) -> None:
    """Clear the fields that a document replaces; of a message within, only those that it names."""
    fields = known_fields(message.DESCRIPTOR)
    for name, value in document.items():
        field = fields[name]
        if isinstance(value, dict) and _is_single_message(field):
            _clear(getattr(message, field.name), value)
        else:
            message.ClearField(field.name)


def _is_single_message(field: Any) -> bool:
    return _has_fields(field) and not field.is_repeated


def _read_json(text: str, option: str) -> dict[str, Any]:
    try:
        document = read_json(text.encode(errors="surrogateescape"), keys_once=True)
    except PlacedError:
        document = None
    if not isinstance(document, dict):
        raise InputError.of(option, _message("NO_JSON", found=text[:80]), "MALFORMED")
    return document


def _split(pair: str, option: str) -> tuple[str, str]:
    name, sign, value = pair.partition("=")
    if not sign or not name.strip():
        raise InputError.of(option, _message("NO_PAIR", found=pair[:80]), "MALFORMED")
    return name.strip(), value


def _assign(document: dict[str, Any], kind: Any, path: str, value: Any, option: str) -> None:
    """Assign a value to the field at a path; unknown fields are left to the parser of messages."""
    first, _, rest = path.partition(".")
    field = known_fields(kind).get(first)
    if field is None or (rest and field.message_type is None):
        document[path] = value
        return
    name = field.name
    if rest:
        _assign(document.setdefault(name, {}), field.message_type, rest, value, option)
    elif field.message_type is not None and field.message_type.GetOptions().map_entry:
        key, text = _split(value, option)
        document.setdefault(name, {})[key] = text
    elif field.is_repeated:
        document.setdefault(name, []).append(_plain(field, value, option))
    elif field.message_type is not None and isinstance(value, str) and _has_fields(field) and not value.startswith("{"):
        inner, text = _split(value, option)
        _assign(document.setdefault(name, {}), field.message_type, inner, text, option)
    else:
        document[name] = _plain(field, value, option)


def _has_fields(field: FieldDescriptor) -> bool:
    return field.message_type is not None and not field.message_type.full_name.startswith("google.protobuf.")


def _plain(field: FieldDescriptor, value: Any, option: str) -> Any:
    if isinstance(value, Path):
        content = read_file(value, most=MAX_FILE_BYTES)
        if field.type == FieldDescriptor.TYPE_BYTES:
            return b64encode(content).decode()
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            raise InputError.of(option, _message("NO_UTF_8"), "MALFORMED") from None
    if _has_fields(field):
        return _read_json(value, option)
    if field.enum_type is not None:
        words = {value_word(each): each.name for each in field.enum_type.values}
        return words.get(str(value).replace("-", "_").lower(), value)
    if field.type == FieldDescriptor.TYPE_BOOL and isinstance(value, str):
        return {"true": True, "false": False}.get(value, value)
    return value


def call_method(
    method: MethodDescriptor, request: Message, ask: Callable[..., Any], names: Mapping[str, Any]
) -> Message:
    """Call a method and return its complete answer; content is written to `--out`."""
    options: Any = method.GetOptions().Extensions
    answer = ask(_pieces(request, names["content"]) if method.client_streaming else request)
    content = method.output_type.fields_by_name.get("content")
    out = names.get("out") if content is not None and content.type == FieldDescriptor.TYPE_BYTES else None
    if method.server_streaming:
        return _downloaded(answer, str(getattr(request, "name", "")), out)
    while (counter := options[options_pb2.repeat_while]) and getattr(answer, counter):
        print_error(_message("REMAINING", count=str(getattr(answer, counter))))
        answer = ask(request)
    while names.get("all_pages") and answer.next_page_token:
        request.page_token, answer.next_page_token = answer.next_page_token, ""  # type: ignore[attr-defined]
        answer.MergeFrom(ask(request))
    if out is not None:
        replace_file(out, answer.content)
        answer.content = b""
    whole: Message = answer
    return whole


def _pieces(request: Message, path: Path | None) -> Iterator[Message]:
    yield request
    if path is not None:
        with open_input_file(path) as content:
            while piece := content.read(_CHUNK_BYTES):
                yield type(request)(content=piece)


def _downloaded(pieces: Iterator[Any], name: str, out: Path | None) -> Message:
    """Return the answer without its content, which is written if its digest equals that in the name."""
    answer = next(pieces)
    digest = name.rpartition("/")[2]
    content = chain((answer.content,), (piece.content for piece in pieces))
    if out is not None and len(digest) == _DIGEST_CHARACTERS:
        write_checked(content, digest, out)
    elif out is not None:
        replace_file(out, b"".join(content))
    whole: Message = answer
    whole.ClearField("content")
    return whole


def write_checked(pieces: Iterable[bytes], digest: str, out: Path) -> None:
    """Write or replace a file.

    Raises:
        InputError: If the digest differs; nothing is written.
    """
    hasher = hashlib.sha256()
    descriptor, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            for piece in pieces:
                hasher.update(piece)
                file.write(piece)
        if hasher.hexdigest() != digest:
            message = _message("OTHER_FILE", stated=digest, found=hasher.hexdigest())
            raise InputError.of("DIGEST", message, "WRONG_DIGEST")
        Path(name).replace(out)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
