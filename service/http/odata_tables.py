"""OData 4 feed: the lists of an organisation as tables for Power Query and other reporting tools (`docs/odata.md`).

Each list of the API directly under an organisation is an entity set if its rows have names. A row has one column for
each field, also of nested messages. Lists in a row are omitted, except those of plain values.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import orjson
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message_factory import GetMessageClass
from google.protobuf.timestamp_pb2 import Timestamp
from google.rpc import error_details_pb2, status_pb2

from rules.contracts import RoundingMode, format_places, message_factory, parse_exact, round_to
from service.base.refusals import Reason, Refusal
from service.http.error_responses import HEADERS, error_headers
from service.http.odata_query import FILTERED, ORDERED, Query, read_query
from service.output.tables import table_field_of
from touchstone.v1.types_pb2 import Interval

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from service.http.routes import Route, Routes

_message = message_factory(__name__)

ROOT = "/odata"
JSON_TYPE = "application/json;odata.metadata=minimal"
XML_TYPE = "application/xml"
VERSION = {"odata-version": "4.0"}
AUTHENTICATE = {"www-authenticate": 'Basic realm="Touchstone", charset="UTF-8"'}
_PATH = re.compile(rf"{ROOT}/(?P<organization>[^/]+)(?:/(?P<name>[^/]*))?")
_TEMPLATE = re.compile(r"/v1/\{parent=organizations/\*\}/(?P<name>[A-Za-z]+)")
_METADATA = "$metadata"
_KEY = "name"
_PLACES = 6
_JOINT = "; "
_EDMX, _EDM = "http://docs.oasis-open.org/odata/ns/edmx", "http://docs.oasis-open.org/odata/ns/edm"
_CAPABILITIES = "Org.OData.Capabilities.V1"
_VOCABULARY = "https://docs.oasis-open.org/odata/odata-vocabularies/v4.0/vocabularies/{}.xml"


@dataclass(frozen=True, slots=True)
class Column:
    """Property of an entity, with its path in the row and the conversion of its value."""

    path: tuple[str, ...]
    name: str
    kind: str
    read: Callable[[Any], Any]

    def value(self, row: Message) -> Any:
        part: Any = row
        for name in self.path[:-1]:
            if not part.HasField(name):
                return None
            part = getattr(part, name)
        descriptor = part.DESCRIPTOR.fields_by_name[self.path[-1]]
        if descriptor.has_presence and not part.HasField(descriptor.name):
            return None
        return self.read(getattr(part, descriptor.name))


@dataclass(frozen=True, slots=True)
class EntitySet:
    """List of the API as a table."""

    name: str
    route: Route
    list_name: str
    row: Descriptor
    columns: Mapping[str, Column]

    def fields(self, allowed: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
        return {field.replace(".", "_"): field for field in allowed.get(self.route.method.name, ())}


@dataclass(frozen=True, slots=True)
class Document:
    """Service document or metadata."""

    content: bytes
    media_type: str


class ODataFeed:
    """Entity sets of a server, their metadata, and the conversion of requests and pages."""

    def __init__(self, routes: Routes) -> None:
        self._sets = {entities.name: entities for entities in _entity_sets(routes)}

    def has(self, path: str) -> bool:
        return path.startswith(f"{ROOT}/")

    def read(self, path: str, query: str, address: str) -> Document | Query:
        """Parse a request; `address` is that of the server.

        Raises:
            Refusal: If there is no such table, or an option is not supported.
            InputError: If an option has an invalid value.
        """
        match = _PATH.fullmatch(path)
        name = match["name"] if match is not None else None
        if match is None or (name and name != _METADATA and name not in self._sets):
            raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_TABLE", known=sorted(self._sets)))
        root = f"{address}{ROOT}/{quote(match['organization'])}"
        if not name:
            return Document(self._service_document(root), JSON_TYPE)
        if name == _METADATA:
            return Document(self._metadata(), XML_TYPE)
        return read_query(self._sets[name], f"organizations/{match['organization']}", root, query)

    def _service_document(self, root: str) -> bytes:
        tables = [{"name": name, "kind": "EntitySet", "url": name} for name in self._sets]
        return orjson.dumps({"@odata.context": f"{root}/{_METADATA}", "value": tables})

    def _metadata(self) -> bytes:
        ElementTree.register_namespace("edmx", _EDMX)
        ElementTree.register_namespace("", _EDM)
        document = ElementTree.Element(f"{{{_EDMX}}}Edmx", Version="4.0")
        reference = ElementTree.SubElement(document, f"{{{_EDMX}}}Reference", Uri=_VOCABULARY.format(_CAPABILITIES))
        ElementTree.SubElement(reference, f"{{{_EDMX}}}Include", Namespace=_CAPABILITIES)
        services = ElementTree.SubElement(document, f"{{{_EDMX}}}DataServices")
        schema = _part(services, "Schema", Namespace="touchstone")
        for entities in self._sets.values():
            kind = _part(schema, "EntityType", Name=entities.row.name)
            _part(_part(kind, "Key"), "PropertyRef", Name=_KEY)
            for column in entities.columns.values():
                scale = {"Scale": str(_PLACES)} if column.kind == "Edm.Decimal" else {}
                nullable = _flag(column.name != _KEY)
                _part(kind, "Property", Name=column.name, Type=column.kind, Nullable=nullable, **scale)
        container = _part(schema, "EntityContainer", Name="Container")
        for name, entities in self._sets.items():
            table = _part(container, "EntitySet", Name=name, EntityType=f"touchstone.{entities.row.name}")
            _annotate(table, entities)
        return bytes(ElementTree.tostring(document, encoding="utf-8", xml_declaration=True))


def page_content(query: Query, answer: Message) -> bytes:
    """Return one page as JSON, with the address of the next page."""
    root = query.root
    rows = getattr(answer, query.entities.list_name)[: query.remaining]  # some lists have no pages
    remaining = None if query.remaining is None else query.remaining - len(rows)
    selected = f"({','.join(column.name for column in query.columns)})" if query.is_selected else ""
    context = f"{root}/{_METADATA}#{query.entities.name}{selected}"
    content: dict[str, Any] = {
        "@odata.context": context,
        "value": [{column.name: column.value(row) for column in query.columns} for row in rows],
    }
    token = getattr(answer, "next_page_token", "")
    if token and remaining != 0:
        options = {**query.parameters, "$skiptoken": f"{'' if remaining is None else remaining}.{token}"}
        content["@odata.nextLink"] = f"{root}/{query.entities.name}?{urlencode(options, safe='$')}"
    return orjson.dumps(content)


def error_content(status: status_pb2.Status, http_status: int) -> tuple[dict[str, str], bytes]:
    """Return the headers and the body of an error in the form of OData."""
    information, wrong = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
    for detail in status.details:
        detail.Unpack(information)
        detail.Unpack(wrong)
    details = [
        {"code": each.reason or information.reason, "target": each.field, "message": each.description}
        for each in wrong.field_violations
    ]
    error = {"code": information.reason or str(http_status), "message": status.message, "details": details}
    headers = {**HEADERS, **VERSION, "content-type": "application/json", **error_headers(status)}
    return headers | (AUTHENTICATE if http_status == 401 else {}), orjson.dumps({"error": error})


def bearer_of(authorization: str) -> str:
    """Return the credential of a header; the password of the scheme Basic is an API key or token."""
    scheme, _, credential = authorization.partition(" ")
    if scheme.lower() != "basic":
        return authorization
    try:
        _, _, password = base64.b64decode(credential.strip(), validate=True).decode("ascii").partition(":")
    except ValueError:
        password = ""
    if not password.isprintable() or not password:
        raise Refusal(Reason.CREDENTIAL_INVALID, _message("NO_PASSWORD"))
    return f"Bearer {password}"


def _entity_sets(routes: Routes) -> Iterator[EntitySet]:
    for route in routes.all:
        match = _TEMPLATE.fullmatch(route.template)
        if route.verb != "GET" or match is None or not route.method.name.startswith("List"):
            continue
        field = table_field_of(GetMessageClass(route.method.output_type)())
        if field is not None and _KEY in field.message_type.fields_by_name:
            columns = {column.name: column for column in _columns(field.message_type, (), frozenset())}
            yield EntitySet(match["name"], route, field.name, field.message_type, columns)


def _columns(kind: Descriptor, before: tuple[str, ...], outer: frozenset[str]) -> Iterator[Column]:
    for field in kind.fields:
        path, inner = (*before, field.name), field.message_type
        name = "_".join(path)
        if inner is None:
            yield from _plain_columns(kind, field, path, name)
        elif inner is Timestamp.DESCRIPTOR and not field.is_repeated:
            yield Column(path, name, "Edm.DateTimeOffset", lambda value: value.ToJsonString())
        elif not field.is_repeated and inner.full_name not in outer and inner.file.package.startswith("touchstone."):
            yield from _columns(inner, path, outer | {kind.full_name, inner.full_name})


def _plain_columns(kind: Descriptor, field: FieldDescriptor, path: tuple[str, ...], name: str) -> Iterator[Column]:
    if field.type == FieldDescriptor.TYPE_BYTES:
        return
    if field.is_repeated:
        yield Column(path, name, "Edm.String", lambda values: _JOINT.join(_name_of(field, each) for each in values))
        return
    edm = _EDM_KINDS.get(field.cpp_type, "Edm.String")
    if field.name.endswith("_date") and edm == "Edm.String":
        yield Column(path, name, "Edm.Date", lambda value: value or None)
        return
    is_text = edm == "Edm.String"
    yield Column(path, name, edm, (lambda value: _name_of(field, value)) if is_text else (lambda value: value))
    if kind is Interval.DESCRIPTOR and is_text:
        yield Column(path, f"{name}_decimal", "Edm.Decimal", _decimal)


_EDM_KINDS = {
    FieldDescriptor.CPPTYPE_BOOL: "Edm.Boolean",
    FieldDescriptor.CPPTYPE_INT32: "Edm.Int32",
    FieldDescriptor.CPPTYPE_INT64: "Edm.Int64",
}


def _name_of(field: FieldDescriptor, value: Any) -> str:
    return str(value) if field.enum_type is None else field.enum_type.values_by_number[value].name


def _decimal(exact: str) -> orjson.Fragment | None:
    """Round an exact number for charts; a JSON number is written from text, without floating point."""
    if not exact:
        return None
    return orjson.Fragment(format_places(round_to(parse_exact(exact), _PLACES, RoundingMode.HALF_UP), _PLACES))


def _part(parent: ElementTree.Element, name: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{_EDM}}}{name}", attributes)


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _annotate(table: ElementTree.Element, entities: EntitySet) -> None:
    """State the supported options, so that tools apply the others themselves."""
    for term, flag, names, allowed in (
        ("FilterRestrictions", "Filterable", "NonFilterableProperties", entities.fields(FILTERED)),
        ("SortRestrictions", "Sortable", "NonSortableProperties", entities.fields(ORDERED)),
    ):
        record = _part(_part(table, "Annotation", Term=f"{_CAPABILITIES}.{term}"), "Record")
        _part(record, "PropertyValue", Property=flag, Bool=_flag(bool(allowed)))
        if allowed:
            others = _part(_part(record, "PropertyValue", Property=names), "Collection")
            for name in entities.columns:
                if name not in allowed:
                    _part(others, "PropertyPath").text = name
    record = _part(_part(table, "Annotation", Term=f"{_CAPABILITIES}.CountRestrictions"), "Record")
    _part(record, "PropertyValue", Property="Countable", Bool="false")
    _part(table, "Annotation", Term=f"{_CAPABILITIES}.SkipSupported", Bool="false")
