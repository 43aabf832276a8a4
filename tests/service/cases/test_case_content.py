"""Content of a step as sent by a caller: every field of every type is read, or refused with its name."""

import pytest
from google.protobuf.descriptor import FieldDescriptor

from rules.contracts import InputError
from service.cases.case_names import read_case_content
from touchstone.v1 import case_service_pb2

FIELDS = case_service_pb2.CaseContent.DESCRIPTOR.fields


def content_with(field: FieldDescriptor) -> case_service_pb2.CaseContent:
    content = case_service_pb2.CaseContent()
    value = {"string": "x", "bool": True}.get({9: "string", 8: "bool"}.get(field.type, ""), 7)
    part = getattr(content, field.name) if field.is_repeated or field.message_type is not None else None
    if part is None:
        setattr(content, field.name, value)
    elif field.message_type is None:
        part.append(value)
    elif field.is_repeated:
        part.add()
    else:
        part.SetInParent()
    return content


@pytest.mark.parametrize("field", list(FIELDS), ids=[field.name for field in FIELDS])
def test_each_field_is_read_or_refused_with_its_name(field: FieldDescriptor) -> None:
    named = set[str]()
    try:
        named |= set(read_case_content(content_with(field)))
    except InputError as error:
        named |= {violation.field.removeprefix("content.") for violation in error.violations}
    assert named <= {field.name}
