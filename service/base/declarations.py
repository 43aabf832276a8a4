"""Protobuf API descriptors: services, methods, options and comments."""

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
_BLOCK_START = re.compile(r"(message|enum|service|oneof) (\w+) \{")
_RPC_START = re.compile(r"rpc (\w+)\(")
_MEMBER = re.compile(r"(?:[\w.<>, ]+ )?(\w+) = \d+")


@cache
def proto_files() -> Mapping[str, FileDescriptor]:
    """Return the API files by name."""
    names = sorted(each.name for each in resources.files(PACKAGE).iterdir() if each.name.endswith(".proto"))
    return {name: import_module(f"{PACKAGE}.{name.removesuffix('.proto')}_pb2").DESCRIPTOR for name in names}


@cache
def calls() -> Mapping[str, MethodDescriptor]:
    """Return the API methods by gRPC name, such as `touchstone.v1.LogService/GetCheckpoint`."""
    return {f"{name}/{call.name}": call for name, service in proto_services().items() for call in service.methods}


def find_call(name: str) -> MethodDescriptor | None:
    """Find a method by gRPC name, and load all services if necessary."""
    service, _, call = name.partition("/")
    try:
        return descriptor_pool.Default().FindServiceByName(service).methods_by_name.get(call)
    except (KeyError, TypeError):  # unknown service, or not a string
        return calls().get(name)


@cache
def proto_services() -> Mapping[str, ServiceDescriptor]:
    """Return the API services by full name."""
    return {service.full_name: service for file in proto_files().values() for service in file.services_by_name.values()}


def proto_options(
    declared: MethodDescriptor | ServiceDescriptor | FieldDescriptor | Descriptor | FileDescriptor,
) -> Any:
    """Return the options of a declaration (`options_pb2`)."""
    return declared.GetOptions().Extensions


def is_required(field: FieldDescriptor) -> bool:
    """Return whether every request must have the field."""
    return field_behavior_pb2.REQUIRED in proto_options(field)[field_behavior_pb2.field_behavior]


def summary(declared: MethodDescriptor | ServiceDescriptor, language: str) -> str:
    """Return the one-line description of a method or service."""
    if language == "en":
        return " ".join(comment_of(declared).split()).partition(". ")[0].rstrip(".")
    option = options_pb2.zh if isinstance(declared, MethodDescriptor) else options_pb2.service_zh
    return str(proto_options(declared)[option])


@cache
def comments() -> Mapping[str, str]:
    """Return the API comments by full name; values are named under their enumeration."""
    return {full_name: text for name in proto_files() for full_name, text in _comments_of(name).items()}


def comment_of(declared: Any) -> str:
    """Return the comment of a method, service or field, and read only its file."""
    file = declared.containing_service.file if isinstance(declared, MethodDescriptor) else declared.file
    return _comments_of(file.name.rpartition("/")[2]).get(declared.full_name, "")


@cache
def _comments_of(file: str) -> Mapping[str, str]:
    path = resources.files(PACKAGE).joinpath(file)
    return dict(_parse_comments(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def file_comment(file: str) -> str:
    """Return the comment at the start of a file."""
    head = resources.files(PACKAGE).joinpath(file).read_text(encoding="utf-8").partition("\nsyntax")[0]
    return "\n".join(line.removeprefix("//").removeprefix(" ") for line in head.splitlines())


def is_status_code_line(line: str) -> bool:
    """Return whether a comment line begins with a status code."""
    head, colon, _ = line.partition(":")
    return bool(colon) and head.isupper()


def _parse_comments(source: str) -> Iterator[tuple[str, str]]:
    """Parse the layout of `buf format`: a declaration starts directly after its comment."""
    scopes, comment_lines = [PACKAGE], list[str]()
    for line in map(str.strip, source.splitlines()):
        if line.startswith("//"):
            comment_lines.append(line.removeprefix("//").removeprefix(" "))
            continue
        block, member = _BLOCK_START.match(line), _RPC_START.match(line) or _MEMBER.match(line)
        name = block[2] if block else member[1] if member else ""
        if name and comment_lines:
            yield f"{scopes[-1]}.{name}", "\n".join(comment_lines)
        comment_lines = []
        if line.endswith("{"):
            scopes.append(f"{scopes[-1]}.{name}" if block and block[1] != "oneof" else scopes[-1])
        elif line.startswith("}"):
            scopes.pop()
