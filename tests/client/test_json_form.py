"""JSON form of messages: that of protobuf, and the same for equal messages."""

import json
from itertools import permutations

from google.protobuf import json_format
from google.rpc import error_details_pb2, status_pb2

from touchstone.client.json_form import as_json
from touchstone.v1 import evaluation_pb2, types_pb2


def record(order: tuple[str, ...]) -> types_pb2.Value:
    fields = {name: types_pb2.Value(number="1", unit=name) for name in order}
    return types_pb2.Value(records=types_pb2.RecordList(values=[types_pb2.RecordValue(fields=fields)]))


def test_equal_messages_have_the_same_json_for_every_order_of_their_map_entries() -> None:
    names = ("serial", "amount", "kind", "vintage")
    written = {as_json(record(order)) for order in permutations(names)}
    (text,) = written
    assert list(json.loads(text)["records"]["values"][0]["fields"]) == sorted(names)
    settings = {
        as_json(evaluation_pb2.Evaluation(software_versions=dict.fromkeys(order, "1"))) for order in ("ab", "ba")
    }
    assert len(settings) == 1


def test_the_json_form_is_that_of_protobuf() -> None:
    message = evaluation_pb2.Evaluation(name="organizations/a/evaluations/b", software_versions={"b": "2", "a": "1"})
    message.create_time.FromJsonString("2026-11-20T10:00:00Z")
    assert json_format.Parse(as_json(message), evaluation_pb2.Evaluation()) == message
    status = status_pb2.Status(code=3, message="no")
    status.details.add().Pack(error_details_pb2.ErrorInfo(reason="WRONG", metadata={"a": "1"}))
    assert json_format.Parse(as_json(status), status_pb2.Status()) == status
    assert as_json(message, indent=None).count("\n") == 1
