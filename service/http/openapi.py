"""OpenAPI 3.1 description of the HTTP API: calls, roles, parameters, answers and errors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, cast

from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
from google.protobuf.timestamp_pb2 import Timestamp
from google.rpc import code_pb2, error_details_pb2, status_pb2

from rules.contracts import InputError, message_factory
from service.base.declarations import comments, is_required, is_status_code_line, summary
from service.base.grpc_status import DOMAIN
from service.base.refusals import Reason
from service.base.resource_names import (
    ACCOUNT_PATTERN,
    CARD,
    COUNT_PATTERN,
    DIGEST_PATTERN,
    EDITION_PATTERN,
    FEED_PATTERN,
    ID_PATTERN,
    TABLE_PATTERN,
    UUID_PATTERN,
    VERSION,
)
from service.http.error_responses import JSON, OF_CODES
from service.http.routes import Route, Routes
from service.http.transcoding import LINES, fits_query
from service.identity.permissions import permission
from service.identity.principals import Role

_message = message_factory(__name__)

PACKAGE = "touchstone.v1."
_SCALARS: Mapping[int, dict[str, Any]] = {
    FieldDescriptor.TYPE_STRING: {"type": "string"},
    FieldDescriptor.TYPE_BOOL: {"type": "boolean"},
    FieldDescriptor.TYPE_INT32: {"type": "integer", "format": "int32"},
    FieldDescriptor.TYPE_INT64: {"type": "string", "format": "int64", "pattern": "^-?[0-9]+$"},
    FieldDescriptor.TYPE_BYTES: {"type": "string", "contentEncoding": "base64"},
}
_WELL_KNOWN: Mapping[str, dict[str, Any]] = {
    Timestamp.DESCRIPTOR.full_name: {"type": "string", "format": "date-time"},
    "google.protobuf.Duration": {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,9})?s$"},
    "google.protobuf.Any": {"$ref": "#/components/schemas/ErrorDetail"},
}
_DETAILS = (
    error_details_pb2.ErrorInfo,
    error_details_pb2.BadRequest,
    error_details_pb2.RequestInfo,
    error_details_pb2.RetryInfo,
    error_details_pb2.LocalizedMessage,
)
STATUS = cast("Descriptor", status_pb2.Status.DESCRIPTOR)
_API_DESCRIPTION = """\
JSON over HTTP for the gRPC API of the same names. Exact numbers and dates are text. What is absent, empty or 0 is \
left out of an answer. A field that is unknown is refused by its name, and so is one of another type.

An error is a `Status`: `code` is a `google.rpc.Code`, `message` English, `details` are for programs. With the header \
`accept-language: zh` the message and each wrong field are said in Chinese as well. The header `grpc-timeout`, such as \
`5S`, says how long the caller waits; `authorization`, `x-request-id`, `traceparent` and `tracestate` are passed on. \
The header `touchstone-call` of an answer is the id under which the server logs the call.

A stream answers in lines, each of them one JSON document, and each sent as soon as it is there. If it breaks off, the \
last line is `{"error": Status}`.
"""
_CONTACTS = {"url": re.compile(r"https?://[^\s/]+\S*\Z"), "email": re.compile(r"[^\s@/:]+@[^\s@/:]+\Z")}
_OPERATOR = "The operator of this server"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_BEARER = "bearer"
_SECURITY_SCHEMES = {
    _BEARER: {
        "type": "http",
        "scheme": "bearer",
        "description": "An API key of the server, or a token (JWT) of the issuer that it trusts. A server that does "
        "not ask who calls takes every call without. No certificate of a client is taken over HTTP.",
    }
}
_ERROR_COMMENTS = {
    "Status": "Why a call has no answer.",
    "Status.code": "The number of a `google.rpc.Code`, such as 3, INVALID_ARGUMENT.",
    "Status.message": "What is wrong, in English, for developers: of several fields the first.",
    "Status.details": "The same for programs: an ErrorInfo always.",
    "ErrorInfo": "Why, as programs read it. Stands in every error.",
    "ErrorInfo.reason": f"A constant: {', '.join(f'`{name}`' for name in Reason.__members__)}. There may be others.",
    "ErrorInfo.domain": f"Whose constant that is: `{DOMAIN}`.",
    "ErrorInfo.metadata": "`violation_count`: how many fields are wrong, where not each is listed.",
    "BadRequest": "The fields that are wrong.",
    "BadRequest.field_violations": "One for each, as far as an error has room for them.",
    "BadRequest.FieldViolation": "A field that is wrong.",
    "BadRequest.FieldViolation.field": "Where it stands in what was sent, spelt as there, such as "
    "`facts[3].value.unit`: with positions from 0 in lists, and with keys.",
    "BadRequest.FieldViolation.description": "What was found, and what is allowed.",
    "BadRequest.FieldViolation.reason": "A constant, such as `REQUIRED`.",
    "BadRequest.FieldViolation.localized_message": "The description in the language that was asked for.",
    "RequestInfo": "Under which id the server logged the call.",
    "RequestInfo.request_id": "The id; the header `touchstone-call` as well.",
    "RequestInfo.serving_data": "Not used.",
    "RetryInfo": "The same call may be made again.",
    "RetryInfo.retry_delay": "After so long; the header `retry-after` as well.",
    "LocalizedMessage": "A message in the language that was asked for, for people.",
    "LocalizedMessage.locale": "The language, such as `zh-CN`.",
    "LocalizedMessage.message": "The message.",
}
_RETRY_AFTER = {
    "Retry-After": {"description": "After how many seconds to try again.", "schema": {"type": "integer"}},
}
_AUTHENTICATE = {"WWW-Authenticate": {"description": "How to say who calls.", "schema": {"const": "Bearer"}}}


@dataclass(frozen=True, slots=True)
class _Error:
    name: str
    description: str
    headers: Mapping[str, Any] = field(default_factory=dict)


_BAD_REQUEST = _Error("BadRequest", "Fields are wrong, each of them named, or a precondition does not hold.")
_UNAUTHORIZED = _Error("Unauthorized", "Nothing that the server knows says who calls.", _AUTHENTICATE)
_FORBIDDEN = _Error("Forbidden", "Who calls may not do this here, or the header `host` names another machine.")
_BODY_ERRORS = {
    408: _Error("RequestTimeout", "The body did not come in time."),
    413: _Error("ContentTooLarge", "The body is larger than the server accepts."),
    415: _Error("UnsupportedMediaType", "The header `content-type` names another media type."),
}
_COMMON_ERRORS = {
    400: _BAD_REQUEST,
    403: _FORBIDDEN,
    429: _Error("TooManyRequests", "Too many calls at once, or more than are left to who calls.", _RETRY_AFTER),
    500: _Error("InternalError", "A fault of the service."),
    503: _Error("Unavailable", "The service is stopping, or does not reach what it needs.", _RETRY_AFTER),
    504: _Error("DeadlineExceeded", "The time that `grpc-timeout` gives has passed."),
}
_OTHER_ERROR = _Error("OtherError", "Any other error.", _RETRY_AFTER)
_SEGMENT_PATTERNS = {
    "scorecard": CARD.pattern.removesuffix(r"\Z"),
    "version": VERSION.pattern.removesuffix(r"\Z"),
    "referenceTable": TABLE_PATTERN,
    "edition": EDITION_PATTERN,
    "evaluation": UUID_PATTERN,
    "hold": UUID_PATTERN,
    "evidenceFile": DIGEST_PATTERN,
    "expectedChange": DIGEST_PATTERN,
    "file": DIGEST_PATTERN,
    "organization": ID_PATTERN,
    "account": ACCOUNT_PATTERN,
    "subject": ID_PATTERN,
    "draft": ID_PATTERN,
    "campaign": ID_PATTERN,
    "mapping": ID_PATTERN,
    "pull": ID_PATTERN,
    "run": COUNT_PATTERN,
    "feed": FEED_PATTERN,
    "goodsLedger": ID_PATTERN,
    "supplierRequest": COUNT_PATTERN,
    "claim": UUID_PATTERN,
    "case": ID_PATTERN,
    "schemeProfile": ID_PATTERN,
    "registerExport": ID_PATTERN,
    "revision": COUNT_PATTERN,
    "comment": COUNT_PATTERN,
    "mailMessage": UUID_PATTERN,
}


def openapi(services: Iterable[str], contact: str = "") -> dict[str, Any]:
    """Return the OpenAPI document of services, named in full.

    `contact` is the web page or mail address of the server's operator.

    Raises:
        InputError: If `contact` is neither.
    """
    routes = Routes(services).all
    descriptions = {**comments(), **{f"google.rpc.{name}": text for name, text in _ERROR_COMMENTS.items()}}
    schemas = Schemas(descriptions, _reachable_messages(route.method.input_type for route in routes))
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.shown, {})[route.verb.lower()] = _operation(route, descriptions, schemas, routes)
    tags = dict.fromkeys(route.method.containing_service for route in routes)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Touchstone",
            "version": "v1",
            "description": _API_DESCRIPTION,
            "contact": _contact(contact),
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [
            {
                "name": each.name,
                "description": " ".join(descriptions[each.full_name].split()),
                "x-description-zh": summary(each, "zh"),
            }
            for each in tags
        ],
        "paths": paths,
        "components": {
            "securitySchemes": _SECURITY_SCHEMES,
            "responses": _responses(schemas),
            "schemas": dict(sorted(schemas.made.items())),
        },
    }


def _contact(address: str) -> dict[str, str]:
    if not address:
        return {"name": _OPERATOR}
    for kind, pattern in _CONTACTS.items():
        if pattern.match(address):
            return {"name": _OPERATOR, kind: address}
    raise InputError.of("TOUCHSTONE_API_CONTACT", _message("NOT_CONTACT", found=address[:60]), "WRONG_VALUE")


def _operation(
    route: Route, descriptions: Mapping[str, str], schemas: Schemas, routes: tuple[Route, ...]
) -> dict[str, Any]:
    method = route.method
    lines = descriptions[method.full_name].splitlines()
    first = next((index for index, line in enumerate(lines) if is_status_code_line(line.strip())), len(lines))
    description = " ".join(" ".join(lines[:first]).split())
    position = [each for each in routes if each.method is method].index(route)
    operation: dict[str, Any] = {
        "operationId": f"{method.name}{position + 1 if position else ''}",
        "tags": [method.containing_service.name],
        "summary": f"{summary(method, 'en')}.",
        "x-summary-zh": summary(method, "zh"),
        "description": description,
        "x-roles": _roles(route),
        "security": [] if permission(route.called).anybody else [{_BEARER: []}],
    }
    if parameters := [*_in_path(route, descriptions), *_in_query(route, schemas)]:
        operation["parameters"] = parameters
    if route.has_body:
        operation["requestBody"] = {"required": True, "content": _body(route, schemas)}
    answer = schemas.reference(method.output_type)
    operation["responses"] = {
        "200": {"description": "The answer.", "content": _lines(answer) if method.server_streaming else _json(answer)},
        **_errors(route, [" ".join(line.split()) for line in lines[first:]], schemas),
    }
    return operation


def _roles(route: Route) -> dict[str, list[str]]:
    allowed = permission(route.called)
    everywhere = allowed.other if allowed.places else allowed.own
    return {
        "own": [role.value for role in Role if role in allowed.own - everywhere],
        "any": [role.value for role in Role if role in everywhere],
    }


def _in_path(route: Route, descriptions: Mapping[str, str]) -> list[dict[str, Any]]:
    (field,) = route.fields or ("",)
    description = " ".join(descriptions.get(f"{route.method.input_type.full_name}.{field}", "").split())
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": f"Stands in the field `{field}`. {description}",
            "schema": {"type": "string", "pattern": f"^{_SEGMENT_PATTERNS[name]}$"},
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
            continue  # part of a oneof, or allowed in bodies only
        schema = schemas.of_field(each)
        description = schema.pop("description", "")
        parameters.append(
            {
                "name": each.json_name,
                "in": "query",
                "required": is_required(each),
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
    text_schema = {"type": "string", "description": "One document per line.", "contentMediaType": JSON}
    return {LINES: {"schema": {**text_schema, "contentSchema": schema}}}


def _errors(route: Route, lines: list[str], schemas: Schemas) -> dict[str, Any]:
    content = _json(schemas.reference(STATUS))
    lines_by_status: dict[int, list[str]] = {}
    status = 0
    for line in lines:
        if is_status_code_line(line):
            code = line.partition(":")[0].partition(",")[0]
            status = OF_CODES[code_pb2.Code.Value(code)]
        lines_by_status.setdefault(status, []).append(line)
    closed = {} if permission(route.called).anybody else {401: _UNAUTHORIZED}
    common = {**_COMMON_ERRORS, **closed, **(_BODY_ERRORS if route.has_body else {})}
    responses = {status: {"$ref": f"#/components/responses/{response.name}"} for status, response in common.items()}
    for status, status_lines in lines_by_status.items():
        responses[status] = _response(
            " ".join(status_lines), common[status].headers if status in common else {}, content
        )
    return {
        **{str(status): responses[status] for status in sorted(responses)},
        "default": {"$ref": f"#/components/responses/{_OTHER_ERROR.name}"},
    }


def _response(description: str, headers: Mapping[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, **({"headers": dict(headers)} if headers else {}), "content": content}


def _responses(schemas: Schemas) -> dict[str, Any]:
    content = _json(schemas.reference(STATUS))
    return {
        response.name: _response(response.description, response.headers, content)
        for response in (*_COMMON_ERRORS.values(), _UNAUTHORIZED, *_BODY_ERRORS.values(), _OTHER_ERROR)
    }


@dataclass(frozen=True, slots=True)
class Schemas:
    """OpenAPI schemas by name, created on first reference."""

    comments: Mapping[str, str]
    closed: frozenset[str]
    """Full names of request messages, which allow no unknown fields."""
    made: dict[str, dict[str, Any]] = field(default_factory=dict)

    def reference(self, kind: Descriptor | EnumDescriptor) -> dict[str, Any]:
        name = kind.full_name.removeprefix(PACKAGE).removeprefix("google.rpc.")
        if name not in self.made:
            self.made[name] = {}  # a message may contain itself
            self.made[name] = self.message(kind) if isinstance(kind, Descriptor) else self._enumeration(kind)
        if kind is STATUS:
            self._details()
        return {"$ref": f"#/components/schemas/{name}"}

    def message(self, kind: Descriptor, *, without: Iterable[str] = ()) -> dict[str, Any]:
        absent = set(without)
        for oneof in kind.oneofs:
            names = {each.name for each in oneof.fields}
            absent |= names if names & absent else set()
        fields = [each for each in kind.fields if each.name not in absent]
        schema: dict[str, Any] = {"type": "object", **self._described(kind.full_name)}
        schema["properties"] = {each.json_name: self.of_field(each) for each in fields}
        if required := [each.json_name for each in fields if is_required(each)]:
            schema["required"] = required
        if choices := list(self._required_choices(kind, absent)):
            schema["allOf"] = choices
        if kind.full_name in self.closed:
            schema["additionalProperties"] = False
        return schema

    def _required_choices(self, kind: Descriptor, absent: AbstractSet[str]) -> Iterator[dict[str, Any]]:
        for oneof in kind.oneofs:
            is_required_choice = "Required." in self.comments.get(oneof.full_name, "")
            if is_required_choice and not absent & {each.name for each in oneof.fields}:
                yield {"oneOf": [{"required": [each.json_name]} for each in oneof.fields]}

    def of_field(self, descriptor: FieldDescriptor) -> dict[str, Any]:
        described = self._described(descriptor.full_name)
        if descriptor.message_type is not None and descriptor.message_type.GetOptions().map_entry:
            return {**self._map(descriptor.message_type), **described}
        if descriptor.is_repeated:
            return {"type": "array", **described, "items": self._of_value(descriptor)}
        return {**self._of_value(descriptor), **described}

    def _map(self, entry: Descriptor) -> dict[str, Any]:
        """Return a reference to the schema of a map.

        Code generators name an inline object after its property. They fail if another schema includes the property
        again by `allOf`.
        """
        name = entry.full_name.removeprefix(PACKAGE).removeprefix("google.rpc.").removesuffix("Entry")
        of_values = self._of_value(entry.fields_by_name["value"])
        self.made[name] = {"type": "object", "additionalProperties": of_values}
        return {"$ref": f"#/components/schemas/{name}"}

    def _of_value(self, descriptor: FieldDescriptor) -> dict[str, Any]:
        if descriptor.message_type is not None:
            return dict(_WELL_KNOWN.get(descriptor.message_type.full_name) or self.reference(descriptor.message_type))
        return (
            self.reference(descriptor.enum_type)
            if descriptor.enum_type is not None
            else dict(_SCALARS[descriptor.type])
        )

    def _enumeration(self, kind: EnumDescriptor) -> dict[str, Any]:
        values = [value.name for value in kind.values]
        value_lines = [
            f"- {name}: {comment}" for name in values if (comment := self._comment_text(f"{kind.full_name}.{name}"))
        ]
        description = "\n".join((self._comment_text(kind.full_name), "", *value_lines)).strip()
        schema = {"type": "string", **({"description": description} if description else {}), "enum": values}
        if kind.containing_type is not None:  # code generators share one namespace per package
            schema["x-enum-varnames"] = [f"{_constant(kind.containing_type)}_{name}" for name in values]
        return schema

    def _details(self) -> None:
        kinds = [cast("Descriptor", detail.DESCRIPTOR) for detail in _DETAILS]
        names = {f"type.googleapis.com/{kind.full_name}": self._detail(kind) for kind in kinds}
        self.made["ErrorDetail"] = {
            "description": "What a program reads of an error: its reason always, the id of the call where one was "
            "made, and where they help wrong fields, the delay after which to try again, and the message in another "
            "language.",
            "oneOf": [{"$ref": name} for name in names.values()],
            "discriminator": {"propertyName": "@type", "mapping": names},
        }

    def _detail(self, kind: Descriptor) -> str:
        """Define a detail with its type.

        Code generators omit properties next to an `allOf` with one schema, so the fields are repeated here.
        """
        schema = self.message(kind)
        type_name = {"type": "string", "const": f"type.googleapis.com/{kind.full_name}"}
        schema["properties"] = {"@type": type_name, **schema["properties"]}
        self.made[f"{kind.name}Detail"] = {**schema, "required": ["@type", *schema.get("required", ())]}
        return f"#/components/schemas/{kind.name}Detail"

    def _described(self, name: str) -> dict[str, str]:
        description = self._comment_text(name)
        return {"description": description} if description else {}

    def _comment_text(self, name: str) -> str:
        return " ".join(self.comments.get(name, "").split())


def _constant(kind: Descriptor) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|\.", "_", kind.full_name.removeprefix(PACKAGE)).upper()


def _reachable_messages(kinds: Iterable[Descriptor]) -> frozenset[str]:
    full_names: set[str] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if kind.full_name not in full_names:
            full_names.add(kind.full_name)
            waiting += [each.message_type for each in kind.fields if each.message_type is not None]
    return frozenset(full_names)
