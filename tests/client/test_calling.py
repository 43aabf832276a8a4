"""Client calls before they are sent: addresses, names, fields and options, their messages, and the JSON form."""

import asyncio
import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf import json_format
from google.protobuf.descriptor_pb2 import FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from google.rpc import error_details_pb2, status_pb2

import touchstone.client
from service.base.declarations import calls
from tests.support.refusing_server import refusing
from touchstone.client import AsyncClient, Client, FieldsError, ServerError
from touchstone.client.addresses import is_local
from touchstone.client.calling import plain_value
from touchstone.client.errors import unreachable_code
from touchstone.client.json_form import as_json
from touchstone.client.methods import by_name, method_named
from touchstone.v1 import evaluation_pb2, types_pb2
from touchstone.v1.evaluation_pb2 import Evaluation
from touchstone.v1.evaluation_service_pb2 import GetEvaluationRequest, ListEvaluationsRequest

NOWHERE = "127.0.0.1:9"


def refused(method: str, fields: dict[str, Any], *, language: str = "en") -> dict[str, str]:
    with Client(NOWHERE, language=language) as client, pytest.raises(FieldsError) as error:
        client.call(method, fields)
    return error.value.fields


def test_every_method_of_every_service_is_found_by_its_names() -> None:
    for name, declared in calls().items():
        service = name.removeprefix("touchstone.v1.").replace("/", ".")
        assert method_named(service).path == f"/{name}"
        assert method_named(declared.name).path == f"/{name}"
    assert len(calls()) > 70


def test_a_method_name_shared_by_two_services_requires_the_service_name() -> None:
    file = FileDescriptorProto(name="two.proto", package="two")
    file.message_type.add(name="Asked")
    for name in ("First", "Second"):
        service = file.service.add(name=name)
        for method in ("Get", f"Get{name}"):
            service.method.add(name=method, input_type=".two.Asked", output_type=".two.Asked")
    pool = DescriptorPool()
    pool.Add(file)
    methods = by_name(pool.FindFileByName("two.proto").services_by_name.values())
    assert set(methods) == {"First.Get", "Second.Get", "First.GetFirst", "Second.GetSecond", "GetFirst", "GetSecond"}


@pytest.mark.parametrize(
    ("method", "fields", "wrong"),
    [
        ("GetEvaluaton", {}, {"GetEvaluaton": "Unknown method of touchstone.v1. Correct the name of the method. "
                               "Did you mean 'GetEvaluation'?"}),
        ("Nothing", {}, {"Nothing": "Unknown method. Use a touchstone.v1 method name, for example "
                                    "EvaluationService.GetEvaluation or GetEvaluation."}),
        ("GetEvaluation", {"nmae": "x"},
         {"nmae": "GetEvaluationRequest does not have this field. Correct the name of the field. "
                  "Did you mean 'name'?"}),
        ("GetEvaluation", {"name": "x", "qqqq": 1},
         {"qqqq": "GetEvaluationRequest does not have this field. Use one of its fields: name, view."}),
        ("GetEvaluation", {"name": 1.5},
         {"name": "The type float is not supported. Use text, bool, int, Decimal, date, datetime, bytes, or lists and "
                  "dictionaries of these."}),
        ("ListTrailSteps", {"page_size": "x", "page_token": True},
         {"page_size": "x is not a whole number from -2147483648 to 2147483647. "
                       "Write a whole number in this range.",
          "page_token": "true is not a text. Write the value in double quotes, even if it is a number or a date."}),
        ("EvaluateSubject", {"validate_only": "false", "facts": [{"value": {"flag": [1]}}]},
         {"validate_only": '"false" is neither true nor false. Write true or false, without quotes.',
          "facts[0].value.flag": "[…] is neither true nor false. Write true or false, without quotes."}),
        ("StreamEvaluateSubjects", {},
         {"StreamEvaluateSubjects": "This method sends or returns a stream of messages. Call it with `send` or "
                                    "`stream`, not with `call`."}),
    ],
)  # fmt: skip
def test_each_wrong_field_is_reported_with_a_suggestion(
    method: str, fields: dict[str, Any], wrong: dict[str, str]
) -> None:
    assert refused(method, fields) == wrong


def test_errors_are_reported_in_chinese() -> None:
    assert refused("GetEvaluation", {"nmae": "x"}, language="zh") == {
        "nmae": "GetEvaluationRequest 没有此字段；请更正字段名；是否指“name”？"
    }
    assert "可选值之中：EVALUATION_VIEW_UNSPECIFIED、" in refused("GetEvaluation", {"view": "x"}, language="zh")["view"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"a": {"value": {"number": 1.5}}}, "facts[a].value.number"),
        ({"a": {"value": {"date": datetime(2026, 1, 1)}}}, "facts[a].value.date"),  # noqa: DTZ001 -- this value is refused
        ({"a": {}, "b": {"value": {"nmber": "1"}}}, "facts[b].value.nmber"),
    ],
)
def test_a_fact_is_named_by_its_id(facts: dict[str, Any], field: str) -> None:
    with Client(NOWHERE) as client, pytest.raises(FieldsError) as error:
        client.evaluate("organizations/a/subjects/b", "scorecards/c", as_of=date(2026, 3, 1), facts=facts)
    assert [*error.value.fields] == [field]

    async def evaluate() -> None:
        async with AsyncClient(NOWHERE) as client:
            await client.evaluate("organizations/a/subjects/b", "scorecards/c", as_of=date(2026, 3, 1), facts=facts)

    with pytest.raises(FieldsError) as error:
        asyncio.run(evaluate())
    assert [*error.value.fields] == [field]


def test_only_a_paginated_method_has_pages() -> None:
    with Client(NOWHERE) as client, pytest.raises(FieldsError, match="does not return pages"):
        next(client.pages("GetEvaluation", {"name": "x"}))


def test_messages_of_another_call_are_refused() -> None:
    with Client(NOWHERE) as client:
        with pytest.raises(TypeError, match="takes GetEvaluationRequest, not ListEvaluationsRequest"):
            client.send("GetEvaluation", ListEvaluationsRequest(), Evaluation)
        with pytest.raises(TypeError, match="answers Evaluation, not GetEvaluationRequest"):
            client.send("GetEvaluation", GetEvaluationRequest(), GetEvaluationRequest)


@pytest.mark.parametrize(
    ("native_value", "plain"),
    [
        (Decimal("1E+3"), "1000"),
        (10**30, "1" + "0" * 30),
        (True, True),
        (None, None),
        (b"\xff", "/w=="),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 8, tzinfo=timezone(timedelta(hours=8))), "2026-01-02T00:00:00Z"),
        (datetime(2026, 1, 2, 0, 0, 0, 250_000, tzinfo=UTC), "2026-01-02T00:00:00.250000Z"),
        ((1, {"a": [date(2026, 1, 2)]}), ["1", {"a": ["2026-01-02"]}]),
    ],
)
def test_native_values_are_converted_to_json_values(native_value: object, plain: object) -> None:
    assert plain_value(native_value, "field") == plain


@pytest.mark.parametrize(
    ("options", "field", "expected_message"),
    [
        ({"token": "secret"}, "token", "The connection to touchstone.example:443 would not be encrypted"),
        ({"certificate": b"one"}, "key", "certificate and key must be set together"),
        ({"key": b"one", "tls": True}, "certificate", "certificate and key must be set together"),
        ({"language": "fr"}, "language", "fr is not one of en, zh"),
    ],
)
def test_unsafe_or_invalid_options_are_refused(options: dict[str, Any], field: str, expected_message: str) -> None:
    for kind in (Client, AsyncClient):
        with pytest.raises(FieldsError) as error:
            kind("touchstone.example:443", **options)
        assert expected_message in error.value.fields[field]
        assert "secret" not in str(error.value)


def test_a_token_may_travel_encrypted_or_on_this_machine() -> None:
    Client("touchstone.example:443", token="secret", tls=True).close()  # noqa: S106 -- no secret
    Client("127.0.0.1:50051", token="secret").close()  # noqa: S106 -- no secret


@pytest.mark.parametrize("token", ["", " \n", "two words", "line\nbreak", "schlüssel"])
def test_a_token_that_cannot_be_sent_is_refused_before_the_call(token: str) -> None:
    for kind in (Client, AsyncClient):
        with pytest.raises(FieldsError, match="token: The token is empty or contains a space"):
            kind(NOWHERE, token=token)
    with Client(NOWHERE, token=lambda: token, language="zh") as client, pytest.raises(FieldsError, match="令牌为空"):
        client.call("GetEvaluation", {})


@pytest.mark.parametrize("organization", ["example", "organizations/example"])
def test_an_organization_is_named_by_its_resource_name_or_its_id(organization: str) -> None:
    async def ask() -> None:
        async with AsyncClient(address) as client:
            assert [each async for each in client.evaluations(organization)] == []

    with refusing() as (address, came):
        with Client(address) as client:
            assert list(client.evaluations(organization)) == []
        asyncio.run(ask())
    assert [request.parent for request in came] == ["organizations/example"] * 2


def test_the_error_of_a_stream_item_becomes_an_exception_with_its_fields() -> None:
    violation = error_details_pb2.BadRequest.FieldViolation(field="facts[a]", description="wrong", reason="UNKNOWN")
    item = types_pb2.ItemError(code=3, message="no")
    item.details.add().Pack(error_details_pb2.ErrorInfo(reason="INVALID_FIELDS"))
    item.details.add().Pack(error_details_pb2.BadRequest(field_violations=[violation]))
    error = ServerError.of_item(item)
    assert (error.code, error.reason, error.answered) == (grpc.StatusCode.INVALID_ARGUMENT, "INVALID_FIELDS", True)
    assert (str(error), error.fields) == ("no", {"facts[a]": "wrong"})


@pytest.mark.parametrize(
    ("details", "is_encrypted", "code"),
    [
        ("last error: Connection refused", False, "UNREACHABLE"),
        ("last error: Socket closed", False, "UNREACHABLE"),
        ("last error: Connection refused", True, "UNREACHABLE_WITH_TLS"),
        ("SSL_ERROR_SSL: error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER", True, "NO_TLS"),
        ("UNAUTHENTICATED: Hostname Verification Check failed.", True, "OTHER_HOST_NAME"),
        ("OPENSSL_internal:CERTIFICATE_VERIFY_FAILED: self signed certificate", True, "UNTRUSTED_CERTIFICATE"),
        ("OPENSSL_internal:BAD_SIGNATURE: certificate signature failure", True, "UNTRUSTED_CERTIFICATE"),
    ],
)
def test_a_failed_tls_handshake_is_distinguished_from_a_missing_server(
    details: str, is_encrypted: bool, code: str
) -> None:
    assert unreachable_code(details, is_encrypted=is_encrypted) == code


def test_threads_that_call_at_once_share_one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    open_one = grpc.insecure_channel

    def opening(address: str, options: Any) -> grpc.Channel:
        opened.append(address)
        time.sleep(0.05)
        return open_one(address, options=options)

    monkeypatch.setattr(grpc, "insecure_channel", opening)
    with Client(NOWHERE, timeout=0.1) as client, ThreadPoolExecutor(4) as threads:
        calls = [threads.submit(client.call, "GetEvaluation", {}) for _ in range(4)]
        assert all(isinstance(one.exception(), ServerError) for one in calls)
    assert opened == [NOWHERE]


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Client("touchstone.example:443", ca=tmp_path / "ca.pem")


def test_the_package_exports_exactly_its_listed_names() -> None:
    assert all(getattr(touchstone.client, name) is not None for name in touchstone.client.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'Klient'"):
        _ = touchstone.client.Klient


@pytest.mark.parametrize("address", ["127.0.0.1:50051", "127.0.0.2:0", "localhost:1", "[::1]:50051"])
def test_loopback_is_this_machine(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0:50051", "[::]:50051", ":50051", "50051", "", "10.0.0.1:1", "localhost.example:1", "127.1:1",
        "127.0.0.1.example:1", "0x7f000001:1", "2130706433:1", "[::ffff:10.0.0.1]:1", "unix:/tmp/socket",
        "LOCALHOST.:1", "*:1",
    ],
)  # fmt: skip
def test_every_other_address_is_remote(address: str) -> None:
    assert not is_local(address)


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
