"""Errors over HTTP: paths of wrong fields in the spelling of the caller, statuses and headers."""

from typing import Any, cast

import pytest
from google.protobuf.descriptor import Descriptor
from google.protobuf.message import Message
from google.rpc import code_pb2, error_details_pb2, status_pb2

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import LANGUAGES
from service.base.grpc_status import status_of
from service.base.refusals import Reason, Refusal
from service.http.error_field_paths import ParsedRequest, is_spelt_as_defined, restate_paths
from service.http.error_responses import OF_CODES, error_headers, http_status
from service.http.transcoding import read_message
from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest

KIND = cast("Descriptor", EvaluateSubjectRequest.DESCRIPTOR)
DOCUMENT: dict[str, Any] = {
    "settings": {"reading": "cascade", "reading.date": "x"},
    "facts": [
        {"factId": "energy_used", "value": {"number": "1"}},
        {
            "factId": "credits",
            "value": {"records": {"values": [
                {"fields": {"other": {"text": "A-2"}}},
                {"fields": {"serial": {"text": "A-1"}, "amount": {"number": "5"}, "other": {"text": "A-9"}}},
                {"fields": {"serial": {"text": "A-2"}, "amount": {"number": "5"}}},
            ]}},
            "places": [
                {"evidenceId": "meter", "place": {"page": "1"}},
                {"evidenceId": "meter", "recordKey": "A-2", "fieldId": "amount", "place": {"page": "2"}},
            ],
            "ratings": [{"person": "users/a"}, {"person": "users/b"}],
        },
        {"factId": "energy_used"},
    ],
    "evidence": [{"evidenceId": "meter"}, {"evidenceId": "a]b"}, {"kind": "bill"}, {"evidenceId": "x" * 70}],
    "scorecardDraft": {"sourceFiles": [{"path": "a.en.feature"}, {"path": "gates.en.feature"}]},
}  # fmt: skip


def error_status(
    *fields: str,
    reason: str = "WRONG_VALUE",
    as_defined: bool = False,
    language: str = "en",
    message: Message | None = None,
) -> Any:
    """Return the error status for invalid fields of a document, or of a message, in the caller's spelling."""
    if message is None:
        message = EvaluateSubjectRequest()
        read_message(DOCUMENT, message, whole="body")
    status = status_of(InputError(tuple(Violation(one, "wrong", reason) for one in fields)), language)
    restate_paths(status, ParsedRequest(message, as_defined))
    return status


def fields_of(status: Any) -> list[str]:
    wrong = error_details_pb2.BadRequest()
    assert status.details[1].Unpack(wrong)
    return [one.field for one in wrong.field_violations]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("as_of_date", "asOfDate"),
        ("settings[reading.date]", "settings[reading.date]"),
        ("facts[credits].value.evidence_ids", "facts[1].value.evidenceIds"),
        ("facts[credits].records", "facts[1].value.records"),
        ("facts[credits].records[A-1].amount.unit", "facts[1].value.records.values[1].fields[amount].unit"),
        ("facts[credits].records[A-2].amount", "facts[1].value.records.values[2].fields[amount]"),
        ("facts[credits].records[0]", "facts[1].value.records.values[0]"),
        ("facts[credits].places[meter].place.page", "facts[1].places[0].place.page"),
        ("facts[credits].records[A-2].amount.places[meter].quote", "facts[1].places[1].place.quote"),
        ("facts[credits].ratings[users/b].rationale", "facts[1].ratings[1].rationale"),
        ("facts[credits].verification.corrected_value", "facts[1].verification.correctedValue"),
        ("evidence[a]b].content_digest", "evidence[1].contentDigest"),
        ("evidence[2].evidence_id", "evidence[2].evidenceId"),
        (f"evidence[{'x' * 60}].issue_date", "evidence[3].issueDate"),
        ("scorecard_draft.source_files[gates.en.feature]:12:5", "scorecardDraft.sourceFiles[1]:12:5"),
        ("evidence[nowhere].kind", "evidence[nowhere].kind"),
        ("serial", "serial"),
        ("body", "body"),
    ],
)  # fmt: skip
def test_a_path_is_reported_as_the_caller_wrote_it(path: str, written: str) -> None:
    assert fields_of(error_status(path)) == [written]


def test_errors_use_the_names_of_the_definition_if_the_caller_used_them() -> None:
    assert fields_of(error_status("as_of_date", "evidence[meter].content_digest", as_defined=True)) == [
        "as_of_date", "evidence[0].content_digest",
    ]  # fmt: skip


def test_an_error_about_alternatives_names_the_present_field_or_else_the_first() -> None:
    assert fields_of(error_status("source", message=ScreenClaimsRequest())) == ["text"]
    assert fields_of(error_status("source", message=ScreenClaimsRequest(file=b"x"))) == ["file"]


def test_the_later_of_two_facts_with_the_same_id_is_reported_as_repeated() -> None:
    assert fields_of(error_status("facts[energy_used]")) == ["facts[0]"]
    assert fields_of(error_status("facts[energy_used]", reason="REPEATED_FACT")) == ["facts[2]"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_message_names_the_first_field_as_the_caller_wrote_it(language: str) -> None:
    status = error_status("facts[credits].records[A-1].amount.unit", "as_of_date", language=language)
    path = "facts[1].value.records.values[1].fields[amount].unit"
    assert (
        status.message
        == f"2 fields of the request are invalid. Correct them all; the details list them. The first is {path}: wrong"
    )
    localized = error_details_pb2.LocalizedMessage()
    assert [one.Unpack(localized) for one in status.details].count(True) == (language == "zh")
    assert language == "en" or localized.message.startswith(
        f"请求中有 2 个字段无效。请全部更正，详见明细。第一个是 {path}："
    )


@pytest.mark.parametrize(
    ("plain", "as_defined"),
    [
        ({"as_of_date": "x", "requestId": "y"}, True),
        ({"asOfDate": "x", "request_id": "y"}, False),
        ({"facts": [{"value": {"flag": True}}, {"fact_id": "x"}]}, True),
        ({"settings": {"as_of_date": "x"}, "subject": "y"}, False),
        ({"facts": [{"value": {"records": {"values": [{"fields": {"as_of_date": {"evidence_ids": []}}}]}}}]}, True),
        ({"facts": {"fact_id": 1}}, True),
        ({"as_of_dat": 1}, False),
        ([], False),
    ],
)  # fmt: skip
def test_the_spelling_of_field_names_is_detected_from_the_document(plain: object, as_defined: bool) -> None:
    assert is_spelt_as_defined(plain, KIND) is as_defined


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
