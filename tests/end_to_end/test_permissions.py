"""Permission matrix: every method, by every role, in the own organisation and another, over a socket."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

import grpc
import pytest
from google.protobuf import descriptor_pool, message_factory
from google.protobuf.descriptor import Descriptor, MethodDescriptor
from google.rpc import error_details_pb2
from grpc_health.v1 import health_pb2
from grpc_reflection.v1alpha import reflection_pb2
from grpc_status import rpc_status

from service.api.grpc_listener import NAMES, register_reflection_descriptors
from service.base.declarations import calls, comments, proto_options
from service.identity.permissions import permissions
from service.identity.principals import Role
from tests.support.chinese import HAN
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.waiting import until
from touchstone.v1 import log_service_pb2, options_pb2

ROLES = tuple(Role)
EVALUATIONS, SCORECARDS, SCREENING = (
    f"touchstone.v1.{name}Service" for name in ("Evaluation", "Scorecard", "Screening")
)
HEALTH = health_pb2.DESCRIPTOR.services_by_name["Health"]
OPEN = {f"{HEALTH.full_name}/{method.name}" for method in HEALTH.methods}
PUBLIC = {name for name, one in permissions().items() if one.anybody} - OPEN
# In the order of the roles: assessor, reviewer, decider, rule-author, rule-approver, regulator, integrator, operator,
# applicant.
# a: in any organisation, o: in the own one, -: nowhere.
WAYS = {
    options_pb2.ACCESS_READING: "oooooooo-",
    options_pb2.ACCESS_ASSESSING: "o--------",
    options_pb2.ACCESS_INTEGRATING: "------o--",
    options_pb2.ACCESS_REVIEWING: "-oo------",
    options_pb2.ACCESS_DECIDING: "--o------",
    options_pb2.ACCESS_DRAFTING: "---o-----",
    options_pb2.ACCESS_APPROVING: "----o----",
    options_pb2.ACCESS_REGULATING: "-----a---",
    options_pb2.ACCESS_OPERATING: "-------a-",
    options_pb2.ACCESS_EVERYBODY: "aaaaaaaaa",
    options_pb2.ACCESS_APPLYING: "--------o",
    options_pb2.ACCESS_PUBLISHED: "---------",
}
"""Permission marks of each access mode, one character per role."""


def marks(call: MethodDescriptor) -> str:
    """Return the combined marks of a call's access modes; y if the call names no organisation."""
    declared = proto_options(call)
    several = zip(*(WAYS[way] for way in declared[options_pb2.access]), strict=True)
    letters = "".join("a" if "a" in given else "o" if "o" in given else "-" for given in several)
    return letters if declared[options_pb2.place] else letters.replace("o", "y").replace("a", "y")


TABLE = {name: marks(call) for name, call in calls().items()} | {
    f"{name}/ServerReflectionInfo": "y" * 9 for name in NAMES
}
STORED = f"evaluations/{uuid.UUID(int=7)}"
register_reflection_descriptors()
FORMS = {
    "subject": "subjects/s",
    "request.subject": "subjects/s",
    "name": STORED,
    "evaluation": STORED,
    "members.request.subject": "subjects/s",
}


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("asking")
    with RunningServer(folder, gazette, TOUCHSTONE_API_KEYS="true") as running:
        yield running


@pytest.fixture(scope="module")
def keys(asking: RunningServer) -> dict[Role, str]:
    url = asking.environment["TOUCHSTONE_DATABASE_URL"]
    return {role: new_key_of(url, "example", role) for role in ROLES}


def described(name: str) -> MethodDescriptor:
    service, _, method = name.partition("/")
    return descriptor_pool.Default().FindServiceByName(service).methods_by_name[method]


def request_of(name: str, organization: str) -> Any:
    method = described(name)
    request = message_factory.GetMessageClass(method.input_type)()
    places = permissions()[name].places
    # Applicants plan from facts in the request only, so the subject is named there.
    for place in places[-1:] if name.startswith("touchstone.v1.PlanService") else places[:1]:
        kind = STORED if name.endswith("/ListTrailSteps") else FORMS.get(place, "")
        *within, field = place.split(".")
        named = request
        for part in within:
            inner = getattr(named, part)
            named = inner.add() if hasattr(inner, "add") else inner
        setattr(named, field, f"organizations/{organization}/{kind}".rstrip("/"))
    return request


def asked(server: RunningServer, name: str, request: Any, metadata: Any) -> tuple[grpc.StatusCode, str, str]:
    method = described(name)
    answer = message_factory.GetMessageClass(method.output_type)
    kinds: dict[tuple[bool, bool], Any] = {
        (False, False): server.channel.unary_unary,
        (False, True): server.channel.unary_stream,
        (True, False): server.channel.stream_unary,
        (True, True): server.channel.stream_stream,
    }
    call = kinds[method.client_streaming, method.server_streaming](
        f"/{name}", request_serializer=type(request).SerializeToString, response_deserializer=answer.FromString
    )
    argument = iter([request]) if method.client_streaming else request
    try:
        answers = call(argument, metadata=metadata, timeout=30)
        first = next(answers) if method.server_streaming else answers
        if method.server_streaming:
            answers.cancel()
    except grpc.RpcError as error:
        status = rpc_status.from_call(cast("grpc.Call", error))
        return error.code(), reason_of(status.details if status else ()), error.details() or ""
    failed = getattr(first, "error", None)
    if failed is not None and failed.ByteSize():
        code = next(code for code in grpc.StatusCode if code.value[0] == failed.code)
        return code, reason_of(failed.details), failed.message
    return grpc.StatusCode.OK, "", ""


def reason_of(details: Any) -> str:
    information = error_details_pb2.ErrorInfo()
    return next((information.reason for detail in details if detail.Unpack(information)), "")


def test_every_method_of_the_running_server_is_in_the_permission_table(
    asking: RunningServer, keys: dict[Role, str]
) -> None:
    reflect = asking.channel.stream_stream(
        "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
        request_serializer=reflection_pb2.ServerReflectionRequest.SerializeToString,
        response_deserializer=reflection_pb2.ServerReflectionResponse.FromString,
    )
    asking_for = iter([reflection_pb2.ServerReflectionRequest(list_services="")])
    (answer,) = reflect(asking_for, metadata=bearing(keys[Role.OPERATOR]))
    pool = descriptor_pool.Default()
    services = [pool.FindServiceByName(one.name) for one in answer.list_services_response.service]
    there = {f"{service.full_name}/{method.name}" for service in services for method in service.methods}
    assert there == {*TABLE, *OPEN}
    # Newer releases of grpcio-health-checking also have this method.
    assert set(permissions()) - there <= {f"{HEALTH.full_name}/List"}


def named_fields(message: Descriptor, prefix: str = "") -> Iterator[str]:
    """Yield the request fields with a comment that names a resource of an organisation."""
    for field in message.fields:
        if field.type == field.TYPE_STRING and "`organizations/" in comments()[field.full_name]:
            yield f"{prefix}{field.name}"
        elif field.name in {"request", "members"} and field.message_type is not None:
            yield from named_fields(field.message_type, f"{prefix}{field.name}.")


@pytest.mark.parametrize("name", calls())
def test_every_request_field_that_names_an_organisation_is_guarded(name: str) -> None:
    """Exclude exported evaluations: the server checks them as supplied, without a lookup."""
    call = calls()[name]
    # A call may also guard a field of a message that it stores, such as the client of a mapping.
    guarded = set(proto_options(call)[options_pb2.place])
    assert {place for place in guarded if place.partition(".")[0] in {place, "request", "members"}} == set(
        named_fields(call.input_type)
    )


@pytest.mark.parametrize("call", calls().values(), ids=lambda call: call.name)
def test_every_call_declares_its_access_and_a_chinese_description(call: MethodDescriptor) -> None:
    assert proto_options(call)[options_pb2.access]
    assert re.search(HAN, proto_options(call)[options_pb2.zh])


@pytest.mark.parametrize("name", TABLE)
def test_each_role_may_call_the_methods_allowed_in_the_table(
    asking: RunningServer, keys: dict[Role, str], name: str
) -> None:
    denied = grpc.StatusCode.PERMISSION_DENIED
    for role, mark in zip(ROLES, TABLE[name], strict=True):
        for organization, open_to in (("example", "aoy"), ("other", "ay")):
            request = request_of(name, organization)
            code, reason, message = asked(asking, name, request, bearing(keys[role]))
            assert code is not grpc.StatusCode.UNAUTHENTICATED, message
            assert (code is denied) == (mark not in open_to), (role, organization, code, message)
            if code is denied:
                closed = "OTHER_ORGANIZATION" if mark == "o" else "ROLE_NEEDED"
                assert reason == closed
                allowed = [one.value for one, other in zip(ROLES, TABLE[name], strict=True) if other in open_to]
                assert all(one in message for one in allowed), message


@pytest.mark.parametrize("name", sorted(TABLE.keys() - PUBLIC))
def test_calls_without_an_identity_are_refused(asking: RunningServer, name: str) -> None:
    ask = partial(asked, asking, name, request_of(name, "example"))
    shown: dict[str, list[Any]] = {
        "CREDENTIAL_REQUIRED": [()],
        "CREDENTIAL_INVALID": [
            bearing("nonsense"),
            bearing("touchstone_0123456789abcdef_" + "A" * 43),
            bearing("touchstone_0123456789abcdef"),
            (("authorization", "Basic dG91Y2g6c3RvbmU="),),
            (("authorization", "Bearer"),),
            bearing("nonsense") * 2,
        ],
    }
    for expected, several in shown.items():
        for metadata in several:
            code, reason, _ = ask(metadata)
            assert (code, reason) == (grpc.StatusCode.UNAUTHENTICATED, expected)


@pytest.mark.parametrize("name", sorted(OPEN))
def test_health_is_available_without_an_identity(asking: RunningServer, name: str) -> None:
    code, _, _ = asked(asking, name, request_of(name, ""), ())
    assert code in {grpc.StatusCode.OK, grpc.StatusCode.UNIMPLEMENTED}  # for a method that grpcio does not support


def test_missing_permissions_are_also_reported_in_chinese(asking: RunningServer, keys: dict[Role, str]) -> None:
    name = f"{EVALUATIONS}/EvaluateSubject"
    for metadata, words in (
        (
            bearing(keys[Role.DECIDER], accept_language="zh"),
            "EvaluateSubject 需要以下角色之一：assessor、integrator。您的角色：decider",
        ),
        ((("accept-language", "zh"),), "本服务器要求表明身份"),
    ):
        with pytest.raises(grpc.RpcError) as raised:
            asking.evaluations.EvaluateSubject(request_of(name, "example"), metadata=metadata)
        status = rpc_status.from_call(cast("grpc.Call", raised.value))
        localized = error_details_pb2.LocalizedMessage()
        assert any(detail.Unpack(localized) for detail in status.details)
        assert words in localized.message


def test_no_secret_is_logged(asking: RunningServer, keys: dict[Role, str]) -> None:
    for key in keys.values():
        asked(asking, "touchstone.v1.LogService/GetCheckpoint", log_service_pb2.GetCheckpointRequest(), bearing(key))
    parts = [key.split("_", 2) for key in keys.values()]
    until(lambda: all(f'"principal": "{id}"' in asking.log for _, id, _ in parts))
    assert not any(secret in asking.log for *_, secret in parts)
