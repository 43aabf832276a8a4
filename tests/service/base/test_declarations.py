"""Field and name declarations of the API against their comments, for compilers of any language."""

import re
from collections.abc import Iterator
from typing import Any

from google.api import field_behavior_pb2, resource_pb2
from google.protobuf.descriptor import Descriptor, FieldDescriptor

from service.base.declarations import comments, proto_files, proto_options

BEHAVIORS = {
    "Required.": "REQUIRED", "Required": "OPTIONAL", "Optional.": "OPTIONAL", "Output only.": "OUTPUT_ONLY",
}  # fmt: skip
"""Comment openings and the field behaviour they require; a field required only in some calls is declared optional."""
_NAMED = re.compile(r"`([a-zA-Z]+/\{[a-z_]+\}[^`]*)`")


def messages() -> Iterator[Descriptor]:
    waiting = [one for file in proto_files().values() for one in file.message_types_by_name.values()]
    for kind in waiting:
        waiting += [one for one in kind.nested_types if not one.GetOptions().map_entry]
        yield kind


FIELDS = {field.full_name: field for kind in messages() for field in kind.fields}
RESOURCES = {kind.full_name: proto_options(kind)[resource_pb2.resource] for kind in messages()}
DEFINED = [
    *(one for one in RESOURCES.values() if one.type),
    *(one for file in proto_files().values() for one in proto_options(file)[resource_pb2.resource_definition]),
]
TYPES = {pattern: one.type for one in DEFINED for pattern in one.pattern}


def behaviors(field: FieldDescriptor) -> list[str]:
    numbers = proto_options(field)[field_behavior_pb2.field_behavior]
    return [field_behavior_pb2.FieldBehavior.Name(one) for one in numbers]


def resource_of(field: FieldDescriptor) -> Any:
    return RESOURCES[field.full_name.rpartition(".")[0]]


def names_its_message(field: FieldDescriptor) -> bool:
    return field.name == "name" and bool(resource_of(field).type)


def test_a_field_has_the_behavior_that_its_comment_states() -> None:
    for name, field in FIELDS.items():
        comment = " ".join(comments()[name].split())
        wanted = next(behavior for begins, behavior in BEHAVIORS.items() if comment.startswith(begins))
        assert behaviors(field) == ["IDENTIFIER" if names_its_message(field) else wanted], name


def test_a_field_refers_to_the_resource_named_in_its_comment() -> None:
    for name, field in FIELDS.items():
        declared = proto_options(field)[resource_pb2.resource_reference].type
        patterns = _NAMED.findall(" ".join(comments()[name].split()))
        types = {TYPES[one] for one in patterns if one in TYPES}
        if names_its_message(field):
            assert resource_of(field).pattern == patterns, name
        elif len(types) == 1 and set(patterns) <= set(TYPES):
            assert declared == types.pop(), name
        else:
            assert declared == ("*" if types else ""), name


def test_resource_patterns_are_unique_and_references_are_declared() -> None:
    patterns = [pattern for one in DEFINED for pattern in one.pattern]
    assert len(set(patterns)) == len(patterns)
    declared = {proto_options(one)[resource_pb2.resource_reference].type for one in FIELDS.values()}
    assert declared <= {"", "*", *TYPES.values()}


def test_each_file_names_its_packages_in_other_languages() -> None:
    for name, file in proto_files().items():
        options = file.GetOptions()
        assert options.go_package == "touchstone/v1;touchstonev1", name
        assert (options.java_package, options.java_multiple_files) == ("touchstone.v1", True), name
        assert options.java_outer_classname.endswith("Proto"), name
