"""The status and the headers of HTTP for each error."""

import pytest
from google.rpc import code_pb2, status_pb2

from service.base.grpc_status import status_of
from service.base.refusals import Reason, Refusal
from service.http.error_responses import OF_CODES, error_headers, http_status


def test_every_code_but_ok_has_a_status() -> None:
    assert set(OF_CODES) == set(code_pb2.Code.values()) - {code_pb2.OK}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_the_status_of_its_code_unless_http_has_a_specific_status(reason: Reason) -> None:
    status = status_of(Refusal(reason, "said"))
    own = {
        Reason.MESSAGE_TOO_LARGE: 413,
        Reason.METHOD_NOT_ALLOWED: 405,
        Reason.UNSUPPORTED_MEDIA_TYPE: 415,
        Reason.REQUEST_TOO_SLOW: 408,
    }
    assert http_status(status) == own.get(reason, OF_CODES[status.code])


def test_the_delay_is_a_header() -> None:
    headers = error_headers(status_of(Refusal(Reason.TOO_MANY_CALLS, "busy")))
    assert headers["retry-after"] == "1"
    assert "retry-after" not in error_headers(status_of(Refusal(Reason.STEP_NOT_FOUND, "none")))


def test_an_unauthenticated_caller_is_referred_to_bearer_tokens() -> None:
    assert error_headers(status_pb2.Status(code=code_pb2.UNAUTHENTICATED)) == {"www-authenticate": "Bearer"}


def test_a_status_without_details_has_the_http_status_of_its_code() -> None:
    assert http_status(status_pb2.Status(code=code_pb2.ABORTED)) == 409
    assert http_status(status_pb2.Status(code=99)) == 500
