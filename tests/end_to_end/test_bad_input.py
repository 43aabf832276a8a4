"""Invalid requests over the socket: refusal by field, without any stored data."""

import uuid
from typing import Any, cast

import grpc
import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, PeriodText, Verification
from tests.support.calling import refused, request_for
from tests.support.running import RunningServer
from tests.support.small_card import CARD, meter, small_subject
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, fact_pb2, types_pb2

SHARE = "facts[renewable_share].value"


def share(number: str, unit: str = "%") -> dict[str, DeclaredValue]:
    return {"renewable_share": DeclaredValue(number=number, unit=unit or None, evidence=("meter",))}


def credit(serial: str | None, certificate: str, amount: str = "1") -> dict[str, DeclaredValue]:
    fields = {"certificate": DeclaredValue(text=certificate), "amount": DeclaredValue(number=amount, unit="tCO2e")}
    return fields if serial is None else {"serial": DeclaredValue(text=serial), **fields}


def credit_list(*records: dict[str, DeclaredValue]) -> dict[str, DeclaredValue]:
    return {"credits": DeclaredValue(records=records)}


def value(name: str, **parts: Any) -> dict[str, DeclaredValue]:
    return {name: DeclaredValue(**parts)}


TWICE, CREDITS = "must not be counted twice", "facts[credits].records"
NUMBERS = [
    ("NaN", "'NaN' is neither a plain decimal"),
    ("Infinity", "'Infinity' is neither a plain decimal"),
    ("8e1", "without exponent"),
    ("1,5", "or thousands separator"),
    ("９０", "'９０' is neither a plain decimal"),
    ("9" * 10_000, "10000 digits; at most 34"),
    ("", "'' is neither a plain decimal"),
    ("1/0", "divides by zero"),
    ("1/-3", "a minus sign in the denominator"),
    ("1/2/3", "a plain decimal, a slash"),
    ("1/" + "3" * 35, "35 digits; at most 34"),
    ("301/3", "at most 100 %"),
    ("100.01", "at most 100 %"),
]
VALUES: dict[str, tuple[dict[str, DeclaredValue], str, str]] = {
    **{number[:40]: (share(number), f"{SHARE}.number", words) for number, words in NUMBERS},
    "no unit": (share("80", ""), f"{SHARE}.unit", "unit is required"),
    "wrong unit": (share("80", "MWh"), f"{SHARE}.unit", "cannot be converted"),
    "unknown unit": (share("80", "parsec"), f"{SHARE}.unit", "Unknown unit 'parsec'."),
    "wrong type": (value("status", text="closed"), "facts[status].value", "Enter a value of the type choice"),
    "unknown choice": (value("status", choice="close"), "facts[status].value.choice", "Did you mean 'closed'?"),
    "no such date": (
        value("audited_on", date="2025-02-30"),
        "facts[audited_on].value.date",
        "2025-02-30 does not exist",
    ),
    "reversed period": (
        value("report_year", period=PeriodText(first="2025-12-31", last="2025-01-01")),
        "facts[report_year].value.period",
        "before the first day",
    ),
    "may not be inapplicable": (
        value("certified", not_applicable=True),
        "facts[certified].value",
        "must not be declared as not applicable",
    ),
    "same serial": (credit_list(credit("A-1", "C-1"), credit("A-1", "C-2")), f"{CREDITS}[A-1].serial", TWICE),
    "same certificate": (credit_list(credit("A-1", "C-1"), credit("A-2", "C-1")), f"{CREDITS}[A-2].certificate", TWICE),
    "negative field": (credit_list(credit("A-1", "C-1", "-3")), f"{CREDITS}[A-1].amount.number", "at least 0 tCO2e"),
    "no key": (credit_list(credit(None, "C-1")), f"{CREDITS}[0]", "has no value for its key field serial"),
    "no such evidence": (
        value("renewable_share", number="80", unit="%", evidence=("metre",)),
        f"{SHARE}.evidence_ids",
        "Did you mean 'meter'?",
    ),
}


@pytest.mark.parametrize(("changes", "field", "words"), VALUES.values(), ids=VALUES)
def test_an_invalid_value_is_refused_by_its_field(
    server: RunningServer, changes: dict[str, DeclaredValue], field: str, words: str
) -> None:
    answer = refused(server.evaluations.EvaluateSubject, request_for(small_subject(**changes)))
    assert (answer.code, answer.reason) == (grpc.StatusCode.INVALID_ARGUMENT, "INVALID_FIELDS")
    assert words in answer.violations[field]
    assert field in answer.message


@pytest.mark.parametrize(
    ("field", "update", "words"),
    [
        ("subject", {"subject": "factory-7"}, "organizations/{organization}/subjects/{subject}"),
        ("subject", {"subject": "organizations/A/subjects/b"}, "'organizations/A/subjects/b' is not"),
        ("scorecard", {"scorecard": "scorecards/../secret"}, "scorecards/{scorecard}"),
        ("scorecard", {"scorecard": f"scorecards/{CARD}/versions/1.0"}, "versions/{x.y.z}"),
        ("as_of_date", {"as_of_date": ""}, "is required"),
        ("as_of_date", {"as_of_date": "2026-02-30"}, "The day 2026-02-30 does not exist"),
        ("as_of_date", {"as_of_date": "01.03.2026"}, "YYYY-MM-DD"),
        ("request_id", {"request_id": ""}, "is required"),
        ("request_id", {"request_id": "first"}, "a UUID"),
        ("known_time", {"known_time": {"seconds": 1767225600, "nanos": 5}}, "whole seconds"),
        ("known_time", {"known_time": {"seconds": 32503680000}}, "is in the future"),
        ("settings[reading]", {"settings": {"reading": "cascde"}}, "Did you mean 'cascade'?"),
        ("settings[readng]", {"settings": {"readng": "cascade"}}, "Did you mean 'reading'?"),
        ("facts[0].fact_id", {"facts": [{}]}, "is missing"),
        ("facts[renewable_shar]", {"facts": [{"fact_id": "renewable_shar"}]}, "Did you mean 'renewable_share'?"),
        ("facts[status]", {"facts": [{"fact_id": "status"}, {"fact_id": "status"}]}, "is listed twice"),
        ("evidence[0].evidence_id", {"evidence": [{"kind": "meter-reading"}]}, "is missing"),
    ],
)
def test_an_invalid_field_of_the_request_is_refused(
    server: RunningServer, field: str, update: dict[str, object], words: str
) -> None:
    message = request_for(small_subject())
    for name in update:
        message.ClearField(name)
    message.MergeFrom(evaluation_service_pb2.EvaluateSubjectRequest(**update))  # type: ignore[arg-type]
    answer = refused(server.evaluations.EvaluateSubject, message)
    assert answer.code is grpc.StatusCode.INVALID_ARGUMENT
    assert words in answer.violations[field]


def test_every_invalid_field_is_listed_at_once(server: RunningServer) -> None:
    answer = refused(server.evaluations.EvaluateSubject, evaluation_service_pb2.EvaluateSubjectRequest())
    assert set(answer.violations) == {"subject", "scorecard", "as_of_date", "request_id"}


@pytest.mark.parametrize("digest", ["", "ab", "AB" * 32, "zz" * 32, "ab" * 33])
def test_a_malformed_evidence_digest_is_refused(server: RunningServer, digest: str) -> None:
    subject = small_subject().model_copy(update={"evidence": (meter(digest=digest),)})
    answer = refused(server.evaluations.EvaluateSubject, request_for(subject))
    assert "64 lower-case hexadecimal digits" in answer.violations["evidence[meter].content_digest"]


def test_expired_evidence_is_an_unknown_fact_not_an_error(server: RunningServer) -> None:
    subject = small_subject().model_copy(update={"evidence": (meter(issued="2023-01-01"),)})
    record = server.evaluations.EvaluateSubject(request_for(subject)).record
    fact = next(fact for fact in record.facts if fact.fact.fact_id == "renewable_share")
    assert fact.unknown_reason == fact_pb2.UNKNOWN_REASON_EVIDENCE_EXPIRED
    assert not fact.HasField("used_value")
    assert {open_fact.fact_id for open_fact in record.open_facts} == {"renewable_share"}
    first = next(result for result in record.criterion_results if result.criterion_id == "I1")
    assert first.outcome == evaluation_pb2.OUTCOME_UNDETERMINED
    assert (first.points.low, first.points.high) == ("0", "60")


@pytest.mark.parametrize(
    ("named", "changes", "code", "reason", "words"),
    [
        (
            "/versions/9.0.0",
            {},
            grpc.StatusCode.NOT_FOUND,
            "SCORECARD_VERSION_NOT_FOUND",
            "Use one of the published versions: 1.0.0, 2.0.0.",
        ),
        ("y", {}, grpc.StatusCode.NOT_FOUND, "SCORECARD_VERSION_NOT_FOUND", "Did you mean small-factory?"),
        (
            "/versions/2.0.0",
            {},
            grpc.StatusCode.FAILED_PRECONDITION,
            "VERSION_NOT_IN_FORCE",
            "versions/1.0.0, which is in force",
        ),
        (
            "",
            {"as_of": "2024-12-31"},
            grpc.StatusCode.FAILED_PRECONDITION,
            "VERSION_NOT_IN_FORCE",
            "1.0.0 applies from 2025-01-01 until 2026-12-31",
        ),
        (
            "",
            {"as_of": "2027-06-01", "known": "2026-01-01T00:00:00Z"},
            grpc.StatusCode.FAILED_PRECONDITION,
            "VERSION_NOT_IN_FORCE",
            "",
        ),
    ],
    ids=["no such version", "no such scorecard", "not in force", "none in force", "not published at the known time"],
)
def test_a_version_that_does_not_exist_or_is_not_in_force_is_refused(
    server: RunningServer, named: str, changes: dict[str, str], code: grpc.StatusCode, reason: str, words: str
) -> None:
    subject = small_subject().model_copy(update=changes)
    answer = refused(server.evaluations.EvaluateSubject, request_for(subject, scorecard=f"scorecards/{CARD}{named}"))
    assert (answer.code, answer.reason) == (code, reason)
    assert words in answer.message


def test_a_verification_must_be_complete(server: RunningServer) -> None:
    verification = Verification(judgement=Judgement.CORRECTED, method="", person="", date="2026-02-31")
    subject = small_subject()
    facts = (DeclaredFact(id="status", value=DeclaredValue(choice="open"), verification=verification),)
    answer = refused(
        server.evaluations.EvaluateSubject, request_for(subject.model_copy(update={"facts": facts, "evidence": ()}))
    )
    path = "facts[status].verification"
    names = ("corrected_value", "method", "person", "reason", "date")
    assert set(answer.violations) == {f"{path}.{name}" for name in names}


def test_enumerations_must_be_known(server: RunningServer) -> None:
    message = request_for(small_subject())
    message.facts[0].verification.method = "visit"
    judgement = f"facts[{message.facts[0].fact_id}].verification.judgement"
    assert set(refused(server.evaluations.EvaluateSubject, message).violations) == {judgement}
    message.evidence[0].assurance = 9  # type: ignore[assignment] # as a newer client might send
    message.view = 9  # type: ignore[assignment] # a value of a newer client
    answer = refused(server.evaluations.EvaluateSubject, message)
    assert set(answer.violations) == {"evidence[0].assurance", "view"}
    unknown_view = evaluation_service_pb2.GetEvaluationRequest(view=7)  # type: ignore[arg-type]
    assert set(refused(server.evaluations.GetEvaluation, unknown_view).violations) == {"view"}


def test_not_applicable_is_true_or_absent(server: RunningServer) -> None:
    message = request_for(small_subject(remark=None))
    message.facts.add(fact_id="remark", value=types_pb2.Value(not_applicable=False))
    answer = refused(server.evaluations.EvaluateSubject, message)
    assert "Set it to true if the fact does not apply;" in answer.violations["facts[remark].value.not_applicable"]


def test_the_response_to_thousands_of_errors_is_shortened(server: RunningServer) -> None:
    many = credit_list(*(credit(f"很长的编号{number}", f"{number}", "-1") for number in range(2_000)))
    answer = refused(server.evaluations.EvaluateSubject, request_for(small_subject(**many)))
    assert answer.code is grpc.StatusCode.INVALID_ARGUMENT
    assert "The details omit" in answer.message
    assert 10 < len(answer.violations) < 2_000


def test_a_message_of_50_megabytes_is_refused(server: RunningServer) -> None:
    message = request_for(small_subject())
    message.evidence[0].locator.quote = "x" * 50_000_000
    with pytest.raises(grpc.RpcError) as raised:
        server.evaluations.EvaluateSubject(message)
    assert cast("grpc.Call", raised.value).code() is grpc.StatusCode.RESOURCE_EXHAUSTED


def test_a_failed_call_stores_nothing_and_may_be_repeated(server: RunningServer) -> None:
    request_id = str(uuid.uuid4())
    wrong = request_for(small_subject(**share("101")), request_id=request_id)
    assert refused(server.evaluations.EvaluateSubject, wrong).code is grpc.StatusCode.INVALID_ARGUMENT
    right = request_for(small_subject(), request_id=request_id)
    assert server.evaluations.EvaluateSubject(right).request_id == request_id


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("organizations/green-body/evaluations/01a1f81b-f452-7622-9328-f0984177a1fd", grpc.StatusCode.NOT_FOUND),
        ("evaluations/1", grpc.StatusCode.INVALID_ARGUMENT),
        ("", grpc.StatusCode.INVALID_ARGUMENT),
    ],
)
def test_a_missing_evaluation_is_refused(server: RunningServer, name: str, code: grpc.StatusCode) -> None:
    get = evaluation_service_pb2.GetEvaluationRequest(name=name)
    assert refused(server.evaluations.GetEvaluation, get).code is code
    verify = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=name)
    assert refused(server.evaluations.VerifyEvaluationTrail, verify).code is code


def test_a_verification_request_needs_a_target_with_its_bytes(server: RunningServer) -> None:
    nothing = evaluation_service_pb2.VerifyEvaluationTrailRequest()
    assert set(refused(server.evaluations.VerifyEvaluationTrail, nothing).violations) == {"target"}
    basic = evaluation_service_pb2.VerifyEvaluationTrailRequest(evaluation=evaluation_pb2.Evaluation())
    assert set(refused(server.evaluations.VerifyEvaluationTrail, basic).violations) == {"evaluation.record_json"}


def test_bytes_that_are_no_message_are_the_fault_of_the_caller(server: RunningServer) -> None:
    for service, method, message in (
        ("EvaluationService", "EvaluateSubject", "EvaluateSubjectRequest"),
        ("ScorecardService", "GetScorecard", "GetScorecardRequest"),
        ("ScreeningService", "CheckClaims", "CheckClaimsRequest"),
    ):
        call: Any = server.channel.unary_unary(f"/touchstone.v1.{service}/{method}")
        answer = refused(call, b"\xff\xff\xff\x07 no message")
        assert (answer.code, answer.reason) == (grpc.StatusCode.INVALID_ARGUMENT, "INVALID_FIELDS")
        expected = (
            f"The bytes are not a {message} message. "
            "Write the message with a client that is generated from the API definitions."
        )
        assert answer.violations == {"request": expected}


def test_an_unknown_name_is_refused_with_the_known_names(server: RunningServer) -> None:
    request = request_for(small_subject())
    request.settings["nothing"] = "x"
    request.evidence[0].kind = "hearsay"
    request.facts[0].value.evidence_ids.append("zzz")
    violations = refused(server.evaluations.EvaluateSubject, request).violations
    assert " Known: " in violations["settings[nothing]"]
    assert any(" Known: " in said for field, said in violations.items() if field.endswith(".kind"))
    assert any(" Describe it under evidence, or remove its id from the fact." in said for said in violations.values())
