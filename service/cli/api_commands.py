"""Commands generated from the API: declarations from methods, fields and their comments.

A method with the option `command` is a command of its own; `touchstone call` calls every other method.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.output.terminal.command_declarations import (
    GENERATED_FIELDS,
    SHARED_NAMES,
    BilingualText,
    Command,
    CommandField,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from google.protobuf.descriptor import Descriptor, FieldDescriptor, MethodDescriptor, ServiceDescriptor

CALL = "call"
_PACKAGE = "touchstone.v1"
_COMMAND_LINE = re.compile(r'^    option \(command\) = "([a-z-]+) ([a-z-]+)[^"]*";$', re.MULTILINE)
_SERVICE_OR_METHOD = re.compile(r"^service (\w+) \{$|^  rpc (\w+)\((stream )?", re.MULTILINE)
_BEHAVIOUR = re.compile(r"\A(Required|Optional|Output only)( for [^.]+)?\. ")
_RESOURCE_NAME = re.compile(r"`(organizations/\{[^`]+)`")
_MOST_FLATTENED = 16
_SECONDS = 600
_LANGUAGE = "language_code"
_TIMESTAMP = "google.protobuf.Timestamp"
_SERVER = "--server 127.0.0.1:50051"


@cache
def _proto_texts() -> Mapping[str, str]:
    """Return the texts of the proto files of services by module, without loading any module."""
    from importlib import resources  # noqa: PLC0415 -- slow to load, and not needed for a handwritten command

    files = sorted(resources.files(_PACKAGE).iterdir(), key=lambda file: file.name)
    return {
        f"{_PACKAGE}.{file.name.removesuffix('.proto')}_pb2": file.read_text(encoding="utf-8")
        for file in files
        if file.name.endswith("_service.proto")
    }


@cache
def _modules_by_command() -> Mapping[tuple[str, str], str]:
    """Return the modules that declare commands, by noun and verb."""
    return {named: module for module, text in _proto_texts().items() for named in _COMMAND_LINE.findall(text)}


@cache
def _modules_by_method() -> Mapping[str, str]:
    """Return the modules of the methods that `call` accepts, by name such as `CaseService/GetCase`."""
    modules, service = dict[str, str](), ""
    for module, text in _proto_texts().items():
        for declared, method, stream in _SERVICE_OR_METHOD.findall(text):
            service = declared or service
            if method and (not stream or _is_callable(_method(module, f"{service}/{method}"))):
                modules[f"{service}/{method}"] = module
    return modules


def _method(module: str, name: str) -> MethodDescriptor:
    service, _, method = name.partition("/")
    found: MethodDescriptor = _services(module)[service].methods_by_name[method]
    return found


def _services(module: str) -> Mapping[str, ServiceDescriptor]:
    services: Mapping[str, ServiceDescriptor] = import_module(module).DESCRIPTOR.services_by_name
    return services


def _is_callable(method: MethodDescriptor) -> bool:
    return not method.client_streaming or "content" in method.input_type.fields_by_name


def callable_methods() -> tuple[str, ...]:
    """Return the names of all methods that `call` accepts."""
    return tuple(_modules_by_method())


def generated_command(noun: str, verb: str) -> Command | None:
    """Generate one command; load only the part of the API that declares it."""
    if noun == CALL:
        module = _modules_by_method().get(verb)
        return None if module is None else api_command(_method(module, verb), f"{CALL} {verb}")
    module = _modules_by_command().get((noun, verb))
    named = f"{noun} {verb} "
    declared = () if module is None else _declared_commands(module)
    return next((api_command(method, line) for method, line in declared if f"{line} ".startswith(named)), None)


def generated_commands(noun: str) -> Iterator[Command]:
    """Generate the commands of a noun; `call` has a command for every method."""
    if noun == CALL:
        for name, module in _modules_by_method().items():
            yield api_command(_method(module, name), f"{CALL} {name}")
        return
    for module in dict.fromkeys(module for named, module in _modules_by_command().items() if named[0] == noun):
        for method, line in _declared_commands(module):
            if line.startswith(f"{noun} "):
                yield api_command(method, line)


def _declared_commands(module: str) -> Iterator[tuple[MethodDescriptor, str]]:
    from touchstone.v1 import options_pb2  # noqa: PLC0415 -- not needed for the general help

    for service in _services(module).values():
        for method in service.methods:
            options: Any = method.GetOptions().Extensions
            yield method, options[options_pb2.command]


def api_command(method: MethodDescriptor, line: str) -> Command:
    """Generate a command from its line, such as `case step NAME STEP`."""
    from service.base.declarations import comment_of, is_status_code_line, summary  # noqa: PLC0415 -- loads protobuf

    is_call = line.startswith(f"{CALL} ")
    words = line.split()
    name = " ".join(words[:2])
    arguments = [word.lower() for word in words[2:]]
    fields = [*_request_fields(method, arguments, checked=not is_call)]
    if is_call:
        fields += [GENERATED_FIELDS["FIELD_PAIRS"], GENERATED_FIELDS["REQUEST_FILE"]]
    content = method.output_type.fields_by_name.get("content")
    has_content = content is not None and content.type == content.TYPE_BYTES
    if "page_token" in method.input_type.fields_by_name:
        fields += [GENERATED_FIELDS["ALL_PAGES"], GENERATED_FIELDS["LIST_FORMAT"]]
    if has_content:
        fields.append(replace(GENERATED_FIELDS["CONTENT_FILE"], required=not is_call))
    comment = comment_of(method).splitlines()
    ends = next((number for number, text in enumerate(comment) if is_status_code_line(text)), len(comment))
    _, _, more = " ".join(comment[:ends]).partition(". ")
    module = method.containing_service.file.name.rpartition("/")[2].removesuffix(".proto")
    return Command(
        name,
        f"{module}.{method.containing_service.name}/{method.name}",
        BilingualText(f"{summary(method, 'en')}.", f"{summary(method, 'zh')}。"),
        fields=tuple(fields),
        more=BilingualText(more, ""),
        examples=(" ".join((name, *_example(fields), _SERVER)),),
        seconds=_SECONDS,
        is_generated=True,
    )


def _request_fields(method: MethodDescriptor, arguments: list[str], *, checked: bool) -> Iterator[CommandField]:
    fields = _fields_by_path(method)
    for path in arguments:
        yield _command_field(fields[path], path=path, word=_argument_word(fields[path]))
    counts = Counter(field.name for field in fields.values())
    for path, field in fields.items():
        if path not in (*arguments, _LANGUAGE):
            name = path.replace(".", "_") if counts[field.name] > 1 else field.name
            yield _command_field(field, path=path, name=name, checked=checked)


def _fields_by_path(method: MethodDescriptor) -> Mapping[str, FieldDescriptor]:
    """Return the fields of a request by path; a small message is replaced by its fields."""
    fields: dict[str, FieldDescriptor] = {}
    for field in method.input_type.fields:
        parts = _flattened_parts(field)
        fields |= {f"{field.name}.{part.name}": part for part in parts} if parts else {field.name: field}
    return fields


def _flattened_parts(field: FieldDescriptor) -> Sequence[FieldDescriptor]:
    """Return the fields of a small message, which become options of their own."""
    kind = field.message_type
    if kind is None or field.is_repeated or kind.full_name == _TIMESTAMP:
        return ()
    return kind.fields if len(kind.fields) <= _MOST_FLATTENED else ()


def _is_file(field: FieldDescriptor) -> bool:
    return field.name == "content" and field.message_type is None


def _argument_word(field: FieldDescriptor) -> str:
    from google.api import resource_pb2  # noqa: PLC0415 -- not needed for the general help

    options: Any = field.GetOptions().Extensions
    resource = str(options[resource_pb2.resource_reference].type).rpartition("/")[2]
    named = resource if field.name in ("name", "parent") and resource.isalpha() else ""
    if _is_file(field):
        return "FILE"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", named).upper() or field.name.upper().replace("_", "-")


def _command_field(
    field: FieldDescriptor, *, path: str, word: str = "", name: str = "", checked: bool = True
) -> CommandField:
    from service.base.declarations import comment_of, is_required  # noqa: PLC0415 -- loads protobuf
    from service.output.terminal.words import field_label, value_word  # noqa: PLC0415 -- as above

    name = name or field.name
    if name in SHARED_NAMES:
        name = f"request_{name}"
    kind: Any = {field.CPPTYPE_BOOL: bool, field.CPPTYPE_INT32: int, field.CPPTYPE_INT64: int}.get(field.cpp_type, str)
    metavar = {bool: "", int: "NUMBER"}.get(kind, "TEXT")
    if field.enum_type is not None:
        kind, metavar = tuple(value_word(value).replace("_", "-") for value in field.enum_type.values[1:]), ""
    elif _is_file(field):
        kind, metavar = Path, "FILE"
    elif field.message_type is not None:
        metavar = _message_metavar(field, field.message_type)
    if kind is bool and field.is_repeated:
        raise AssertionError(f"{field.full_name}: flags are not repeated")
    comment = _BEHAVIOUR.sub("", " ".join(comment_of(field).split()))
    label = field_label(field.name, "zh")
    chinese = comment if label.isascii() else f"{label}。"
    if metavar == "FIELD=VALUE" and field.message_type is not None:
        names = [part.name for part in field.message_type.fields]
        comment, chinese = f"{comment} Fields: {', '.join(names)}.", f"{chinese}字段：{'、'.join(names)}。"
    option = f"--{name.replace('_', '-')} {metavar}".strip()
    return CommandField(
        word or option,
        BilingualText(comment, chinese),
        to=path,
        name=name,
        kind=kind,
        required=checked and not word and is_required(field) and kind is not bool,
        many=field.is_repeated or metavar == "FIELD=VALUE",
    )


def _message_metavar(field: FieldDescriptor, kind: Descriptor) -> str:
    if kind.full_name == _TIMESTAMP:
        return "TIME"
    if kind.GetOptions().map_entry:
        return "KEY=VALUE"
    return "JSON" if field.is_repeated else "FIELD=VALUE"


def _example(fields: list[CommandField]) -> Iterator[str]:
    for field in fields:
        if field.is_required:
            sample = field.choices[0] if field.choices else _sample(field)
            yield f"{field.opts[-1]} {sample}" if field.is_option else sample


def _sample(field: CommandField) -> str:
    if name := _RESOURCE_NAME.search(field.help.en):
        return re.sub(r"\{(\w+)\}", lambda match: "example" if match[1] == "organization" else f"{match[1]}-1", name[1])
    return {int: "1", Path: "file"}.get(
        field.kind, field.metavar.lower() if "=" not in field.metavar else field.metavar
    )
