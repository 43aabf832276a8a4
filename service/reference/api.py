"""What does every method, message and field of the API mean? Read from the comments of `proto/`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from google.api import annotations_pb2
from google.protobuf import descriptor_pb2

from service.folders import CHECKOUT
from service.http.routes import Routes

_HEAD = """# API

Begin with one call: [EvaluateSubject](#evaluationserviceevaluatesubject) takes a subject's facts and evidence and
answers with the stored evaluation; a client of a few lines stands in [README](../../README.md#the-api). Then
[ExplainEvaluation](#evaluationserviceexplainevaluation) says why, and
[VerifyEvaluationTrail](#evaluationserviceverifyevaluationtrail) proves it. ScorecardService reads rules, and
ScreeningService texts. What all methods share (errors, paging, filters) is told first; the rest is for looking up.

Under each method stand its addresses over HTTP ([http.md](../http.md)).

Written from the comments of `proto/` by `make docs`. The package is `touchstone.v1`.
"""
_MESSAGE, _ENUM, _SERVICE = 4, 5, 6  # numbers of the fields of FileDescriptorProto
_FIELD, _NESTED, _NESTED_ENUM, _VALUE, _METHOD = 2, 3, 4, 2, 2

_SCALARS = {
    descriptor_pb2.FieldDescriptorProto.TYPE_STRING: "string",
    descriptor_pb2.FieldDescriptorProto.TYPE_BOOL: "bool",
    descriptor_pb2.FieldDescriptorProto.TYPE_BYTES: "bytes",
    descriptor_pb2.FieldDescriptorProto.TYPE_INT32: "int32",
    descriptor_pb2.FieldDescriptorProto.TYPE_INT64: "int64",
}


def api_page() -> str:
    """Write the whole API: services first, then messages and enumerations, file by file."""
    files = sorted(descriptors().file, key=lambda file: (not file.service, file.name))
    for file in files:
        import_module(f"{file.name.removesuffix('.proto').replace('/', '.')}_pb2")  # so that its services are known
    return "\n".join((_HEAD, *("\n".join(_File(file).lines()) for file in files)))


def descriptors() -> descriptor_pb2.FileDescriptorSet:
    """Give the descriptors of all files of the API, with their comments."""
    proto = CHECKOUT / "proto"
    sources = sorted(str(path.relative_to(proto)) for path in proto.glob("touchstone/v1/*.proto"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "descriptors"
        subprocess.run(  # noqa: S603 -- the command is our own
            (
                sys.executable,
                "-m",
                "grpc_tools.protoc",
                f"-I{proto}",
                f"-I{Path(annotations_pb2.__file__).parents[2]}",
                "--include_source_info",
                f"--descriptor_set_out={target}",
                *sources,
            ),
            check=True,
            cwd=proto,
        )
        return descriptor_pb2.FileDescriptorSet.FromString(target.read_bytes())


@dataclass(frozen=True, slots=True)
class _File:
    file: descriptor_pb2.FileDescriptorProto

    def lines(self) -> Iterator[str]:
        comments = {tuple(place.path): place.leading_comments for place in self.file.source_code_info.location}
        yield f"## {self.file.name}\n"
        yield f"{_text(comments.get((12,), ''))}\n"
        for index, service in enumerate(self.file.service):
            yield from _service(service, f"{self.file.package}.{service.name}", (_SERVICE, index), comments)
        for index, message in enumerate(self.file.message_type):
            yield from _message(message, message.name, (_MESSAGE, index), comments)
        for index, enumeration in enumerate(self.file.enum_type):
            yield from _enumeration(enumeration, enumeration.name, (_ENUM, index), comments)


Comments = Mapping[tuple[int, ...], str]
"""The comments of one file, by the path of what they stand before."""


def _text(comment: str) -> str:
    """Give a comment as Markdown; a line that names a status code begins a line of its own."""
    return "\n".join(line.strip() for line in comment.strip().splitlines())


def _cell(comment: str) -> str:
    return " ".join(comment.split()).replace("|", "\\|")


def _service(
    service: descriptor_pb2.ServiceDescriptorProto, full_name: str, path: tuple[int, ...], comments: Comments
) -> Iterator[str]:
    yield f"### {service.name}\n"
    yield f"{_text(comments.get(path, ''))}\n"
    for index, method in enumerate(service.method):
        request, response = (name.rpartition(".")[2] for name in (method.input_type, method.output_type))
        yield f"#### {service.name}.{method.name}\n"
        takes = "stream of " if method.client_streaming else ""
        gives = "stream of " if method.server_streaming else ""
        yield f"{takes}`{request}` → {gives}`{response}`\n"
        routes = (route for route in Routes((full_name,)).all if route.method.name == method.name)
        yield f"{', '.join(f'`{route.verb} {route.shown}`' for route in routes)}\n"
        yield f"{_with_codes(comments.get((*path, _METHOD, index), ''))}\n"


def _with_codes(comment: str) -> str:
    """Make a list of the status codes that a method names."""
    lines = _text(comment).splitlines()
    first = next((index for index, line in enumerate(lines) if is_code(line)), len(lines))
    listed = [f"- {line}" if is_code(line) else f"  {line}" for line in lines[first:]]
    return "\n".join((*lines[:first], "", *listed)).rstrip()


def is_code(line: str) -> bool:
    """Say whether a line of a comment begins with a status code."""
    head, colon, _ = line.partition(":")
    return bool(colon) and head.isupper()


def _message(
    message: descriptor_pb2.DescriptorProto,
    name: str,
    path: tuple[int, ...],
    comments: Comments,
) -> Iterator[str]:
    if message.options.map_entry:
        return
    yield f"### {name}\n"
    yield f"{_text(comments.get(path, ''))}\n"
    if message.field:
        yield "| field | no. | type | |\n|---|---|---|---|"
    maps = {nested.name: nested for nested in message.nested_type if nested.options.map_entry}
    for index, field in enumerate(message.field):
        words = _cell(comments.get((*path, _FIELD, index), ""))
        yield f"| `{field.name}` | {field.number} | {_type(field, maps)} | {words} |"
    yield ""
    for index, nested in enumerate(message.nested_type):
        yield from _message(nested, f"{name}.{nested.name}", (*path, _NESTED, index), comments)
    for index, enumeration in enumerate(message.enum_type):
        yield from _enumeration(enumeration, f"{name}.{enumeration.name}", (*path, _NESTED_ENUM, index), comments)


def _enumeration(
    enumeration: descriptor_pb2.EnumDescriptorProto,
    name: str,
    path: tuple[int, ...],
    comments: Comments,
) -> Iterator[str]:
    yield f"### {name}\n"
    yield f"{_text(comments.get(path, ''))}\n"
    yield "| value | no. | |\n|---|---|---|"
    for index, value in enumerate(enumeration.value):
        yield f"| `{value.name}` | {value.number} | {_cell(comments.get((*path, _VALUE, index), ''))} |"
    yield ""


def _type(field: descriptor_pb2.FieldDescriptorProto, maps: Mapping[str, descriptor_pb2.DescriptorProto]) -> str:
    name = _SCALARS.get(field.type) or field.type_name.removeprefix(".touchstone.v1.").removeprefix(".google.protobuf.")
    entry = maps.get(name.rpartition(".")[2])
    if entry is not None:
        key, value = (_type(part, {}) for part in entry.field)
        return f"map of {key} to {value}"
    oneof = " (one of)" if field.HasField("oneof_index") else ""
    many = "repeated " if field.label == descriptor_pb2.FieldDescriptorProto.LABEL_REPEATED else ""
    return f"{many}{name}{oneof}"
