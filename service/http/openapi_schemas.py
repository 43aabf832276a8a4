"""What is the JSON Schema of each message of the API, as protobuf writes it in JSON?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
from google.protobuf.timestamp_pb2 import Timestamp
from google.rpc import error_details_pb2, status_pb2

PACKAGE = "touchstone.v1."
_INT32 = {"type": "integer", "format": "int32", "minimum": -(2**31), "maximum": 2**31 - 1}
_SCALARS: Mapping[int, dict[str, Any]] = {
    FieldDescriptor.TYPE_STRING: {"type": "string"},
    FieldDescriptor.TYPE_BOOL: {"type": "boolean"},
    FieldDescriptor.TYPE_INT32: _INT32,
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


@dataclass(frozen=True, slots=True)
class Schemas:
    """Schemas by name, each made when it is first referred to."""

    comments: Mapping[str, str]
    closed: frozenset[str]
    """Full names of messages that callers send; of these unknown fields are refused."""
    made: dict[str, dict[str, Any]] = field(default_factory=dict)

    def reference(self, kind: Descriptor | EnumDescriptor) -> dict[str, Any]:
        """Refer to the schema of a message or enumeration."""
        name = kind.full_name.removeprefix(PACKAGE).removeprefix("google.rpc.")
        if name not in self.made:
            self.made[name] = {}  # a message may hold itself
            self.made[name] = self.message(kind) if isinstance(kind, Descriptor) else self._enumeration(kind)
        if kind is STATUS:
            self._details()
        return {"$ref": f"#/components/schemas/{name}"}

    def message(self, kind: Descriptor, *, without: Iterable[str] = ()) -> dict[str, Any]:
        """Give the schema of a message, without the fields that stand elsewhere and those that exclude these."""
        absent = set(without)
        for one_of in kind.oneofs:
            names = {each.name for each in one_of.fields}
            absent |= names if names & absent else set()
        fields = [each for each in kind.fields if each.name not in absent]
        schema: dict[str, Any] = {"type": "object", **self._described(kind.full_name)}
        schema["properties"] = {each.json_name: self.of_field(each) for each in fields}
        if required := [each.json_name for each in fields if self.is_required(each)]:
            schema["required"] = required
        choices = [
            {"oneOf": [{"required": [each.json_name]} for each in one_of.fields]}
            for one_of in kind.oneofs
            if "Required." in self.comments.get(one_of.full_name, "")
            and not absent & {each.name for each in one_of.fields}
        ]
        if choices:
            schema["allOf"] = choices
        if kind.full_name in self.closed:
            schema["additionalProperties"] = False
        return schema

    def of_field(self, one: FieldDescriptor) -> dict[str, Any]:
        """Give the schema of a field, with what its comment says."""
        said = self._described(one.full_name)
        if one.message_type is not None and one.message_type.GetOptions().map_entry:
            of_values = self._of_value(one.message_type.fields_by_name["value"])
            return {"type": "object", **said, "additionalProperties": of_values}
        if one.is_repeated:
            return {"type": "array", **said, "items": self._of_value(one)}
        return {**self._of_value(one), **said}

    def is_required(self, one: FieldDescriptor) -> bool:
        """Say whether a field must always be given."""
        return self.comments.get(one.full_name, "").startswith("Required.")

    def _of_value(self, one: FieldDescriptor) -> dict[str, Any]:
        if one.message_type is not None:
            return dict(_WELL_KNOWN.get(one.message_type.full_name) or self.reference(one.message_type))
        return self.reference(one.enum_type) if one.enum_type is not None else dict(_SCALARS[one.type])

    def _enumeration(self, kind: EnumDescriptor) -> dict[str, Any]:
        values = [value.name for value in kind.values]
        told = [f"- {name}: {said}" for name in values if (said := self._said(f"{kind.full_name}.{name}"))]
        description = "\n".join((self._said(kind.full_name), "", *told)).strip()
        return {"type": "string", **({"description": description} if description else {}), "enum": values}

    def _details(self) -> None:
        kinds = [cast("Descriptor", detail.DESCRIPTOR) for detail in _DETAILS]
        self.made["ErrorDetail"] = {
            "description": "What a program reads of an error: its reason and the id of the call always, and where they "
            "help wrong fields, the delay after which to try again, and the message in another language.",
            "oneOf": [
                {
                    "allOf": [self.reference(kind)],
                    "type": "object",
                    "properties": {"@type": {"const": f"type.googleapis.com/{kind.full_name}"}},
                    "required": ["@type"],
                }
                for kind in kinds
            ],
        }

    def _described(self, name: str) -> dict[str, str]:
        said = self._said(name)
        return {"description": said} if said else {}

    def _said(self, name: str) -> str:
        return " ".join(self.comments.get(name, "").split())


def reachable(kinds: Iterable[Descriptor]) -> frozenset[str]:
    """Give the full names of some messages and of all that stand in them."""
    found: set[str] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if kind.full_name not in found:
            found.add(kind.full_name)
            waiting += [each.message_type for each in kind.fields if each.message_type is not None]
    return frozenset(found)
