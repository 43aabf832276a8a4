"""Protobuf API descriptors: services, methods, options, and comments of the `.proto` files.

Comments are read from the files themselves, options (`proto_options.proto`) from the stubs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module, resources
from typing import Any

from google.api import field_behavior_pb2
from google.protobuf import descriptor_pool
from google.protobuf.descriptor import Descriptor, FieldDescriptor, FileDescriptor, MethodDescriptor, ServiceDescriptor

from touchstone.v1 import options_pb2

PACKAGE = "touchstone.v1"
_OPENS = re.compile(r"(message|enum|service|oneof) (\w+) \{")
_CALL = re.compile(r"rpc (\w+)\(")
_MEMBER = re.compile(r"(?:[\w.<>, ]+ )?(\w+) = \d+")


@cache
def proto_files() -> Mapping[str, FileDescriptor]:
    """Describe the files of the API, by their names."""
    names = sorted(each.name for each in resources.files(PACKAGE).iterdir() if each.name.endswith(".proto"))
    return {name: import_module(f"{PACKAGE}.{name.removesuffix('.proto')}_pb2").DESCRIPTOR for name in names}


@cache
def calls() -> Mapping[str, MethodDescriptor]:
    """Describe every call of the API, by its name in gRPC, such as `touchstone.v1.LogService/GetCheckpoint`."""
    return {f"{name}/{call.name}": call for name, service in proto_services().items() for call in service.methods}


def find_call(name: str) -> MethodDescriptor | None:
    """Find a call by its name in gRPC; where its service is not loaded, all are."""
    service, _, call = name.partition("/")
    try:
        return descriptor_pool.Default().FindServiceByName(service).methods_by_name.get(call)
    except (KeyError, TypeError):  # no name of a service, or no text
        return calls().get(name)


@cache
def proto_services() -> Mapping[str, ServiceDescriptor]:
    """Describe every service of the API, by its full name."""
    return {service.full_name: service for file in proto_files().values() for service in file.services_by_name.values()}


def proto_options(
    declared: MethodDescriptor | ServiceDescriptor | FieldDescriptor | Descriptor | FileDescriptor,
) -> Any:
    """Give the options that stand beside what is declared, by what declares each (`options_pb2`)."""
    return declared.GetOptions().Extensions


def is_required(field: FieldDescriptor) -> bool:
    """Say whether a field must be given in every request."""
    return field_behavior_pb2.REQUIRED in proto_options(field)[field_behavior_pb2.field_behavior]


def summary(declared: MethodDescriptor | ServiceDescriptor, language: str) -> str:
    """Say in one line what a call does, or what a service is for."""
    if language == "en":
        return first_sentence(declared.full_name)
    option = options_pb2.zh if isinstance(declared, MethodDescriptor) else options_pb2.service_zh
    return str(proto_options(declared)[option])


@cache
def comments() -> Mapping[str, str]:
    """Give the comment before each service, call, message, field, enumeration and value, in its lines, by full name.

    A value is named under its enumeration, and a field under its message even where it belongs to a oneof.
    """
    folder = resources.files(PACKAGE)
    return dict(
        pair for name in proto_files() for pair in _parse_comments(folder.joinpath(name).read_text(encoding="utf-8"))
    )


def file_comment(file: str) -> str:
    """Give the comment at the head of a file."""
    head = resources.files(PACKAGE).joinpath(file).read_text(encoding="utf-8").partition("\nsyntax")[0]
    return "\n".join(line.removeprefix("//").removeprefix(" ") for line in head.splitlines())


def is_status_code_line(line: str) -> bool:
    """Say whether a line of the comment of a call begins with a status code."""
    head, colon, _ = line.partition(":")
    return bool(colon) and head.isupper()


def first_sentence(name: str) -> str:
    """Give the first sentence of a comment, on one line and without its full stop."""
    return " ".join(comments().get(name, "").split()).partition(". ")[0].rstrip(".")


def _parse_comments(source: str) -> Iterator[tuple[str, str]]:
    """Read a file that stands as `buf format` writes it: what is commented begins the line after its comment."""
    within, comment_lines = [PACKAGE], list[str]()
    for line in map(str.strip, source.splitlines()):
        if line.startswith("//"):
            comment_lines.append(line.removeprefix("//").removeprefix(" "))
            continue
        opened, named = _OPENS.match(line), _CALL.match(line) or _MEMBER.match(line)
        name = opened[2] if opened else named[1] if named else ""
        if name and comment_lines:
            yield f"{within[-1]}.{name}", "\n".join(comment_lines)
        comment_lines = []
        if line.endswith("{"):
            within.append(f"{within[-1]}.{name}" if opened and opened[1] != "oneof" else within[-1])
        elif line.startswith("}"):
            within.pop()
