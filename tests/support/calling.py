"""Calls of the API, and the content of their errors."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

import grpc
import pytest
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from rules.contracts.inputs import Subject
from service.output.mapping.requests import write_request
from tests.support.small_card import CARD
from touchstone.v1 import evaluation_service_pb2


def request_for(
    subject: Subject, *, scorecard: str = f"scorecards/{CARD}", request_id: str | None = None
) -> evaluation_service_pb2.EvaluateSubjectRequest:
    """Write the request that evaluates a subject."""
    return write_request(subject, scorecard=scorecard, request_id=request_id or str(uuid.uuid4()))


@dataclass(frozen=True)
class Refused:
    """The error of one call."""

    code: grpc.StatusCode
    message: str
    reason: str
    violations: dict[str, str]
    retry_seconds: int = 0
    localized: dict[str, str] = field(default_factory=dict)
    """Translated texts: the message by locale, and the problem by field."""
    call: str = ""


def refused(call: Callable[[Any], Any], request: object) -> Refused:
    """Make a call that must fail, and read its error."""
    with pytest.raises(grpc.RpcError) as raised:
        call(request)
    error = cast("grpc.Call", raised.value)
    status = rpc_status.from_call(error)
    assert status is not None, f"no details: {error.code()} {error.details()}"
    known = information, wrong, retry, localized, called = (
        error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest(), error_details_pb2.RetryInfo(),
        error_details_pb2.LocalizedMessage(), error_details_pb2.RequestInfo(),
    )  # fmt: skip
    for detail in status.details:
        assert any(detail.Unpack(message) for message in known)
    messages = {item.field: item.localized_message for item in wrong.field_violations}
    assert information.domain == "touchstone"
    assert called.request_id == dict(error.trailing_metadata() or ())["touchstone-call"]
    return Refused(
        error.code(),
        status.message,
        information.reason,
        {violation.field: violation.description for violation in wrong.field_violations},
        retry.retry_delay.seconds,
        {name: one.message for name, one in {localized.locale: localized, **messages}.items() if one.message},
        called.request_id,
    )
