"""What does the description of the API over HTTP say, in the form of OpenAPI 3.1?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from google.rpc import code_pb2

from service.base.declarations import comments, is_code, summary
from service.base.names import CARD, VERSION
from service.http.openapi_schemas import STATUS, Schemas, reachable
from service.http.plain_data import fits_query
from service.http.requests import LINES
from service.http.routes import Route, Routes
from service.http.statuses import JSON, OF_CODES
from service.identity.permissions import permission
from service.identity.principals import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ABOUT = """\
JSON over HTTP for the gRPC API of the same names. Exact numbers and dates are text. What is absent, empty or 0 is \
left out of an answer. A field that is unknown is refused by its name, and so is one of another type.

An error is a `Status`: `code` is a `google.rpc.Code`, `message` English, `details` are for programs. With the header \
`accept-language: zh` the message and each wrong field are said in Chinese as well. The header `grpc-timeout`, such as \
`5S`, says how long the caller waits; `authorization`, `x-request-id`, `traceparent` and `tracestate` are passed on. \
The header `touchstone-call` of an answer is the id under which the server logs the call.

A stream answers in lines, each of them one JSON document, and each sent as soon as it is there. If it breaks off, the \
last line is `{"error": Status}`.
"""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_RETRY_AFTER = {"description": "After how many seconds to try again.", "schema": {"type": "integer"}}
_PATTERNS = {
    "scorecard": CARD.pattern.removesuffix(r"\Z"),
    "version": VERSION.pattern.removesuffix(r"\Z"),
    "evaluation": "[0-9a-f-]{36}",
    "hold": "[0-9a-f-]{36}",
    "evidenceFile": "[0-9a-f]{64}",
    "organization": "[a-z0-9-]{1,63}",
    "subject": "[a-z0-9-]{1,63}",
    "draft": "[a-z0-9-]{1,63}",
    "campaign": "[a-z0-9-]{1,63}",
    "revision": "[1-9][0-9]{0,8}",
    "comment": "[1-9][0-9]{0,8}",
}
"""What a segment of a name consists of."""


def openapi(services: Iterable[str]) -> dict[str, Any]:
    """Describe all calls of some services, which are given by full name."""
    routes = Routes(services).all
    said = comments()
    schemas = Schemas(said, reachable(route.method.input_type for route in routes))
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.shown, {})[route.verb.lower()] = _operation(route, said, schemas, routes)
    tags = dict.fromkeys(route.method.containing_service for route in routes)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Touchstone",
            "version": "v1",
            "description": _ABOUT,
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [
            {
                "name": each.name,
                "description": " ".join(said[each.full_name].split()),
                "x-description-zh": summary(each, "zh"),
            }
            for each in tags
        ],
        "paths": paths,
        "components": {"schemas": dict(sorted(schemas.made.items()))},
    }


def _operation(route: Route, said: Mapping[str, str], schemas: Schemas, routes: tuple[Route, ...]) -> dict[str, Any]:
    method = route.method
    lines = said[method.full_name].splitlines()
    first = next((index for index, line in enumerate(lines) if is_code(line.strip())), len(lines))
    description = " ".join(" ".join(lines[:first]).split())
    place = [each for each in routes if each.method is method].index(route)
    operation: dict[str, Any] = {
        "operationId": f"{method.name}{place + 1 if place else ''}",
        "tags": [method.containing_service.name],
        "summary": f"{summary(method, 'en')}.",
        "x-summary-zh": summary(method, "zh"),
        "description": description,
        "x-roles": _roles(route),
    }
    if parameters := [*_in_path(route, said), *_in_query(route, schemas)]:
        operation["parameters"] = parameters
    if route.has_body:
        operation["requestBody"] = {"required": True, "content": _body(route, schemas)}
    answer = schemas.reference(method.output_type)
    operation["responses"] = {
        "200": {"description": "The answer.", "content": _lines(answer) if method.server_streaming else _json(answer)},
        **_errors([" ".join(line.split()) for line in lines[first:]], schemas),
    }
    return operation


def _roles(route: Route) -> dict[str, list[str]]:
    """Name the roles that may make a call in the organisation that they belong to, and those that may in any."""
    allowed = permission(route.called)
    everywhere = allowed.other if allowed.places else allowed.own
    return {
        "own": [role.value for role in Role if role in allowed.own - everywhere],
        "any": [role.value for role in Role if role in everywhere],
    }


def _in_path(route: Route, said: Mapping[str, str]) -> list[dict[str, Any]]:
    (field,) = route.fields or ("",)
    told = " ".join(said.get(f"{route.method.input_type.full_name}.{field}", "").split())
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": f"Stands in the field `{field}`. {told}",
            "schema": {"type": "string", "pattern": f"^{_PATTERNS[name]}$"},
        }
        for name in _PLACEHOLDER.findall(route.shown)
    ]


def _in_query(route: Route, schemas: Schemas) -> list[dict[str, Any]]:
    if route.has_body:
        return []
    fields = (each for each in route.method.input_type.fields if each.name not in route.fields)
    parameters = []
    for each in fields:
        if each.containing_oneof is not None or not fits_query(each):
            continue  # what excludes a field of the path, or stands in bodies only
        schema = schemas.of_field(each)
        description = schema.pop("description", "")
        parameters.append(
            {
                "name": each.json_name,
                "in": "query",
                "required": schemas.is_required(each),
                "description": description,
                "schema": schema,
            }
        )
    return parameters


def _body(route: Route, schemas: Schemas) -> dict[str, Any]:
    kind = route.method.input_type
    if route.method.client_streaming:
        return _lines(schemas.reference(kind))
    return _json(schemas.message(kind, without=route.fields) if route.fields else schemas.reference(kind))


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {JSON: {"schema": schema}}


def _lines(schema: dict[str, Any]) -> dict[str, Any]:
    """Describe text of whose lines each is a document."""
    whole = {"type": "string", "description": "One document per line.", "contentMediaType": JSON}
    return {LINES: {"schema": {**whole, "contentSchema": schema}}}


def _errors(lines: list[str], schemas: Schemas) -> dict[str, Any]:
    """Describe the errors that a method names, each with its HTTP status, and all others."""
    content = _json(schemas.reference(STATUS))
    said: dict[int, list[str]] = {}
    status = 0
    for line in lines:
        if is_code(line):
            code = line.partition(":")[0].partition(",")[0]
            status = OF_CODES[code_pb2.Code.Value(code)]
        said.setdefault(status, []).append(line)
    return {
        **{str(status): {"description": " ".join(told), "content": content} for status, told in sorted(said.items())},
        "default": {
            "description": "Any other error.",
            "headers": {"Retry-After": _RETRY_AFTER},
            "content": content,
        },
    }
