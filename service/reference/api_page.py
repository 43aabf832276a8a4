"""API reference page from the comments of `proto/`."""

from __future__ import annotations

from collections.abc import Iterator

from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor, FileDescriptor, ServiceDescriptor

from service.base.declarations import comments, file_comment, is_status_code_line, proto_files
from service.http.routes import Routes

_HEAD = """# API

Begin with one call: [EvaluateSubject](#evaluationserviceevaluatesubject) takes a subject's facts and evidence and
answers with the stored evaluation; a client of a few lines stands in [fifteen-minutes.md](../fifteen-minutes.md). Then
[ExplainEvaluation](#evaluationserviceexplainevaluation) says why, and
[VerifyEvaluationTrail](#evaluationserviceverifyevaluationtrail) proves it. ScorecardService reads rules, and
ScreeningService texts. What all methods share (errors, paging, filters) is told first; the rest is for looking up.

Under each method stand its addresses over HTTP ([http.md](../http.md)).

Written from the comments of `proto/` by `make docs`. The package is `touchstone.v1`.
"""
_SCALARS = {
    FieldDescriptor.TYPE_STRING: "string",
    FieldDescriptor.TYPE_BOOL: "bool",
    FieldDescriptor.TYPE_BYTES: "bytes",
    FieldDescriptor.TYPE_INT32: "int32",
    FieldDescriptor.TYPE_INT64: "int64",
}


def api_page() -> str:
    """Return the API page."""
    described = sorted(proto_files().values(), key=lambda file: (not file.services_by_name, file.name))
    return "\n".join((_HEAD, *("\n".join(_file(file)) for file in described)))


def _file(file: FileDescriptor) -> Iterator[str]:
    yield f"## {file.name}\n"
    yield f"{_text(file_comment(file.name.rpartition('/')[2]))}\n"
    for service in file.services_by_name.values():
        yield from _service(service)
    for message in file.message_types_by_name.values():
        yield from _message(message)
    for enumeration in file.enum_types_by_name.values():
        yield from _enumeration(enumeration)


def _find_comment(name: str) -> str:
    return comments().get(name, "")


def _text(comment: str) -> str:
    return "\n".join(line.strip() for line in comment.strip().splitlines())


def _cell(name: str) -> str:
    return " ".join(_find_comment(name).split()).replace("|", "\\|")


def _short_name(kind: Descriptor | EnumDescriptor) -> str:
    return kind.full_name.removeprefix("touchstone.v1.").removeprefix("google.protobuf.")


def _service(service: ServiceDescriptor) -> Iterator[str]:
    yield f"### {service.name}\n"
    yield f"{_text(_find_comment(service.full_name))}\n"
    for method in service.methods:
        yield f"#### {service.name}.{method.name}\n"
        request_stream = "stream of " if method.client_streaming else ""
        answer_stream = "stream of " if method.server_streaming else ""
        yield f"{request_stream}`{method.input_type.name}` → {answer_stream}`{method.output_type.name}`\n"
        routes = (route for route in Routes((service.full_name,)).all if route.method.name == method.name)
        yield f"{', '.join(f'`{route.verb} {route.shown}`' for route in routes)}\n"
        yield f"{_with_code_list(_find_comment(method.full_name))}\n"


def _with_code_list(comment: str) -> str:
    lines = _text(comment).splitlines()
    first = next((index for index, line in enumerate(lines) if is_status_code_line(line)), len(lines))
    listed = [f"- {line}" if is_status_code_line(line) else f"  {line}" for line in lines[first:]]
    return "\n".join((*lines[:first], "", *listed)).rstrip()


def _message(message: Descriptor) -> Iterator[str]:
    if message.GetOptions().map_entry:
        return
    yield f"### {_short_name(message)}\n"
    yield f"{_text(_find_comment(message.full_name))}\n"
    if message.fields:
        yield "| field | no. | type | |\n|---|---|---|---|"
    for field in message.fields:
        yield f"| `{field.name}` | {field.number} | {_type(field)} | {_cell(field.full_name)} |"
    yield ""
    for nested in message.nested_types:
        yield from _message(nested)
    for enumeration in message.enum_types:
        yield from _enumeration(enumeration)


def _enumeration(enumeration: EnumDescriptor) -> Iterator[str]:
    yield f"### {_short_name(enumeration)}\n"
    yield f"{_text(_find_comment(enumeration.full_name))}\n"
    yield "| value | no. | |\n|---|---|---|"
    for value in enumeration.values:
        yield f"| `{value.name}` | {value.number} | {_cell(f'{enumeration.full_name}.{value.name}')} |"
    yield ""


def _type(field: FieldDescriptor) -> str:
    message = field.message_type
    if message is not None and message.GetOptions().map_entry:
        key, value = (_type(part) for part in message.fields)
        return f"map of {key} to {value}"
    kind = message or field.enum_type
    name = _SCALARS[field.type] if kind is None else _short_name(kind)
    oneof = " (one of)" if field.containing_oneof is not None else ""
    return f"{'repeated ' if field.is_repeated else ''}{name}{oneof}"
