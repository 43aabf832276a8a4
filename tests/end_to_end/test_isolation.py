"""Isolation of organisations: attacks by names, tokens, ids and findings."""

from __future__ import annotations

import itertools
import queue
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest

from rules.contracts.inputs import DeclaredValue
from service.cli.keys import end_key
from service.identity.principals import Role
from service.store.accounts import open_api_keys
from tests.support.calling import Refused, refused, request_for
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

OWN, OTHER = "alpha", "beta"
EVERYTHING = tuple(role for role in Role if role not in {Role.REGULATOR, Role.OPERATOR, Role.APPLICANT})
SECRET = "Subject-of-Beta"  # noqa: S105 -- a marker that must not leak, not a password


def subject(organization: str, name: str, serial: str) -> Any:
    record = {"serial": DeclaredValue(text=f"line-{name}"), "certificate": DeclaredValue(text=serial)}
    declared = small_subject(credits=DeclaredValue(records=(record,)))
    return declared.model_copy(update={"subject": f"organizations/{organization}/subjects/{name}"})


class Caller:
    def __init__(self, server: RunningServer, key: str) -> None:
        self._stub, self._metadata = server.evaluations, bearing(key)

    def call(self, method: str) -> Callable[[Any], Any]:
        return lambda request: getattr(self._stub, method)(request, metadata=self._metadata, timeout=30)

    def refused(self, method: str, request: Any) -> Refused:
        return refused(self.call(method), request)

    def evaluate(self, declared: Any, **options: Any) -> evaluation_pb2.Evaluation:
        answer: evaluation_pb2.Evaluation = self.call("EvaluateSubject")(request_for(declared, **options))
        return answer

    def stream(self, requests: list[Any]) -> list[Any]:
        return list(self._stub.StreamEvaluateSubjects(iter(requests), metadata=self._metadata, timeout=30))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("isolated"), gazette, TOUCHSTONE_API_KEYS="true") as running:
        yield running


def caller_of(server: RunningServer, organization: str, *roles: Role) -> Caller:
    return Caller(server, new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], organization, *roles))


@pytest.fixture(scope="module")
def attacker(server: RunningServer) -> Caller:
    return caller_of(server, OWN, *EVERYTHING)


@pytest.fixture(scope="module")
def victim(server: RunningServer) -> Caller:
    return caller_of(server, OTHER, *EVERYTHING)


@pytest.fixture(scope="module")
def regulator(server: RunningServer) -> Caller:
    return caller_of(server, "", Role.REGULATOR)


@pytest.fixture(scope="module")
def theirs(victim: Caller) -> evaluation_pb2.Evaluation:
    return victim.evaluate(subject(OTHER, SECRET.lower(), "CERT-BETA"))


@pytest.fixture(scope="module")
def ours(attacker: Caller, theirs: evaluation_pb2.Evaluation) -> evaluation_pb2.Evaluation:
    return attacker.evaluate(subject(OWN, "mine", "CERT-ALPHA"))


def reading(name: str) -> list[tuple[str, Any]]:
    service = evaluation_service_pb2
    return [
        ("GetEvaluation", service.GetEvaluationRequest(name=name)),
        ("ListTrailSteps", service.ListTrailStepsRequest(parent=name)),
        ("ExplainEvaluation", service.ExplainEvaluationRequest(name=name)),
        ("SimulateEvaluation", service.SimulateEvaluationRequest(evaluation=name)),
        ("VerifyEvaluationTrail", service.VerifyEvaluationTrailRequest(name=name)),
    ]


def same(answer: Refused, name: str) -> tuple[object, ...]:
    """Return the content of a refusal without the requested name."""
    return answer.code, answer.reason, answer.message.replace(name, ""), answer.violations


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("index", range(5))
def test_an_evaluation_of_another_organisation_is_refused_like_a_missing_evaluation(
    attacker: Caller, theirs: evaluation_pb2.Evaluation, index: int
) -> None:
    absent = f"organizations/{OTHER}/evaluations/{uuid.uuid4()}"
    nobody = f"organizations/nobody/evaluations/{uuid.uuid4()}"
    answers = [same(attacker.refused(*reading(name)[index]), name) for name in (theirs.name, absent, nobody)]
    assert answers[0] == answers[1]
    assert answers[0][:2] == answers[2][:2] == (grpc.StatusCode.PERMISSION_DENIED, "OTHER_ORGANIZATION")


@pytest.mark.parametrize(
    "twisted",
    [
        "organizations/{own}/evaluations/{id}",
        "organizations/{own}/../{other}/evaluations/{id}",
        "organizations/{own}%2F..%2F{other}/evaluations/{id}",
        "organizations//evaluations/{id}",
        "organizations/{other_upper}/evaluations/{id}",
        " organizations/{other}/evaluations/{id}",
        "/organizations/{other}/evaluations/{id}",
        "organizations/{other}/evaluations/{id}\n",
        "organizations/{own}\n/organizations/{other}/evaluations/{id}",
        "Organizations/{other}/evaluations/{id}",
        "organizations/{own}/evaluations/{id}/organizations/{other}/evaluations/{id}",
    ],
)
def test_twisted_names_lead_nowhere(
    attacker: Caller, theirs: evaluation_pb2.Evaluation, ours: evaluation_pb2.Evaluation, twisted: str
) -> None:
    id = theirs.name.rpartition("/")[2]
    name = twisted.format(own=OWN, other=OTHER, other_upper=OTHER.upper(), id=id)
    for method, request in reading(name):
        answer = attacker.refused(method, request)
        allowed = {grpc.StatusCode.PERMISSION_DENIED, grpc.StatusCode.NOT_FOUND, grpc.StatusCode.INVALID_ARGUMENT}
        assert answer.code in allowed
        assert SECRET.lower() not in answer.message


def test_results_of_another_organisation_are_not_listed_or_ranked(
    attacker: Caller, theirs: evaluation_pb2.Evaluation
) -> None:
    listing = evaluation_service_pb2.ListEvaluationsRequest(parent=f"organizations/{OTHER}")
    ranking = evaluation_service_pb2.RankSubjectsRequest(
        parent=f"organizations/{OTHER}", scorecard_version=f"scorecards/{CARD}/versions/1.0.0"
    )
    selection = evaluation_service_pb2.ResultSelection(scorecard=f"scorecards/{CARD}")
    summary = evaluation_service_pb2.SummarizeEvaluationsRequest(parent=f"organizations/{OTHER}", selection=selection)
    counted = evaluation_service_pb2.ListCountedResultsRequest(parent=f"organizations/{OTHER}", selection=selection)
    for method, request in (
        ("ListEvaluations", listing), ("RankSubjects", ranking), ("SummarizeEvaluations", summary),
        ("ListCountedResults", counted),
    ):  # fmt: skip
        assert attacker.refused(method, request).reason == "OTHER_ORGANIZATION"
    own = evaluation_service_pb2.ListEvaluationsRequest(parent=f"organizations/{OWN}", page_size=1000)
    for text in (
        "",
        f"record.subject = organizations/{OTHER}/subjects/{SECRET.lower()}",
        f"record.subject != organizations/{OWN}/subjects/mine",
        "record.conclusion.grade != nothing",
    ):
        own.filter = text
        listed = attacker.call("ListEvaluations")(own).evaluations
        assert all(one.name.startswith(f"organizations/{OWN}/") for one in listed)
        assert theirs.name not in {one.name for one in listed}


def test_writes_under_another_organisation_are_refused(
    attacker: Caller, victim: Caller, theirs: evaluation_pb2.Evaluation, ours: evaluation_pb2.Evaluation
) -> None:
    everything = evaluation_service_pb2.ListEvaluationsRequest(parent=f"organizations/{OTHER}", page_size=1000)
    before = [one.name for one in victim.call("ListEvaluations")(everything).evaluations]
    assert theirs.name in before
    forged = request_for(subject(OTHER, "forged", "CERT-FORGED"))
    assert attacker.refused("EvaluateSubject", forged).reason == "OTHER_ORGANIZATION"
    unstored = evaluation_service_pb2.SimulateEvaluationRequest(request=forged)
    assert attacker.refused("SimulateEvaluation", unstored).reason == "OTHER_ORGANIZATION"
    good = request_for(subject(OWN, "streamed", "CERT-STREAMED"))
    first, second, third = attacker.stream([good, forged, good])
    assert first.evaluation.name == third.evaluation.name
    assert (second.error.code, second.HasField("evaluation")) == (grpc.StatusCode.PERMISSION_DENIED.value[0], False)
    assert [one.name for one in victim.call("ListEvaluations")(everything).evaluations] == before


def test_a_request_id_of_another_organisation_can_be_used(
    attacker: Caller, victim: Caller, theirs: evaluation_pb2.Evaluation
) -> None:
    request_id = theirs.request_id
    made = attacker.evaluate(subject(OWN, "same-id", "CERT-SAME-ID"), request_id=request_id)
    assert made.name.startswith(f"organizations/{OWN}/")
    assert made.request_id == request_id
    again = victim.call("GetEvaluation")(evaluation_service_pb2.GetEvaluationRequest(name=theirs.name))
    assert again.record_digest == theirs.record_digest


def test_page_tokens_of_other_callers_are_refused(
    attacker: Caller, victim: Caller, regulator: Caller, server: RunningServer, theirs: evaluation_pb2.Evaluation
) -> None:
    for number in range(3):
        victim.evaluate(subject(OTHER, f"page-{number}", f"CERT-PAGE-{number}"))
        attacker.evaluate(subject(OWN, f"page-{number}", f"CERT-OWN-PAGE-{number}"))
    other = evaluation_service_pb2.ListEvaluationsRequest(parent=f"organizations/{OTHER}", page_size=1)
    own = evaluation_service_pb2.ListEvaluationsRequest(parent=f"organizations/{OWN}", page_size=1)
    token = victim.call("ListEvaluations")(other).next_page_token
    assert token
    other.page_token = token
    assert attacker.refused("ListEvaluations", other).reason == "OTHER_ORGANIZATION"
    of_regulator = regulator.call("ListEvaluations")(own).next_page_token
    for stolen in (token, of_regulator):
        own.page_token = stolen
        assert "The page token belongs to another query" in attacker.refused("ListEvaluations", own).message
    own.page_token = ""
    own.page_token = attacker.call("ListEvaluations")(own).next_page_token
    colleague = caller_of(server, OWN, Role.REVIEWER)
    assert colleague.call("ListEvaluations")(own).evaluations[0].name.startswith(f"organizations/{OWN}/")
    steps = evaluation_service_pb2.ListTrailStepsRequest(parent=theirs.name, page_size=1)
    steps.page_token = victim.call("ListTrailSteps")(steps).next_page_token
    assert attacker.refused("ListTrailSteps", steps).reason == "OTHER_ORGANIZATION"


def test_the_other_organisation_in_a_double_use_is_shown_only_to_the_regulator(
    attacker: Caller, victim: Caller, regulator: Caller, theirs: evaluation_pb2.Evaluation
) -> None:
    made = attacker.evaluate(subject(OWN, "double", "CERT-BETA"))
    get = evaluation_service_pb2.GetEvaluationRequest(name=made.name)
    listing = evaluation_service_pb2.ListEvaluationsRequest(parent=f"organizations/{OWN}", page_size=1000)
    explain = evaluation_service_pb2.ExplainEvaluationRequest(name=made.name, language_code="en")
    verify = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=made.name)
    ranking = evaluation_service_pb2.RankSubjectsRequest(
        parent=f"organizations/{OWN}", scorecard_version=made.record.scorecard_version
    )
    repeated = attacker.stream([request_for(subject(OWN, "double", "CERT-BETA"), request_id=made.request_id)])
    answers = [
        made,
        attacker.call("GetEvaluation")(get),
        attacker.call("ListEvaluations")(listing),
        attacker.call("ExplainEvaluation")(explain),
        attacker.call("VerifyEvaluationTrail")(verify),
        repeated[0],
    ]
    for answer in answers:
        text = str(answer)
        assert "another organisation" in text or "ARCHIVE.OTHER_ORGANIZATION" in text, text[-500:]
        assert SECRET.lower() not in text
        assert theirs.name.rpartition("/")[2] not in text
        assert f"organizations/{OTHER}" not in text
    assert attacker.refused("RankSubjects", ranking).reason == "TRACKS_NOT_DECLARED"
    finding = regulator.call("GetEvaluation")(get).archive_findings[0]
    assert finding.finding_id == "ARCHIVE.OTHER_ORGANIZATION"
    assert list(finding.evaluations) == [theirs.name]
    assert list(finding.subjects) == [f"organizations/{OTHER}/subjects/{SECRET.lower()}"]
    explained = regulator.call("ExplainEvaluation")(explain)
    assert theirs.name in str(explained)
    unchanged = victim.call("GetEvaluation")(evaluation_service_pb2.GetEvaluationRequest(name=theirs.name))
    assert not unchanged.archive_findings


def test_a_document_shared_with_another_organisation_is_not_reported(
    attacker: Caller, theirs: evaluation_pb2.Evaluation
) -> None:
    made = attacker.evaluate(subject(OWN, "documents", "CERT-DOCUMENTS"))
    assert {item.content_digest for item in made.record.evidence} & {
        item.content_digest for item in theirs.record.evidence
    }
    others = [one for one in made.archive_findings if one.finding_id == "ARCHIVE.OTHER_ORGANIZATION"]
    assert not others


def test_an_export_of_another_organisation_is_verified_without_archive_findings(
    attacker: Caller, victim: Caller, theirs: evaluation_pb2.Evaluation, ours: evaluation_pb2.Evaluation
) -> None:
    copied = victim.evaluate(subject(OTHER, "second-of-beta", "CERT-ALPHA"))
    assert copied.archive_findings[0].finding_id == "ARCHIVE.OTHER_ORGANIZATION"
    file = evaluation_pb2.Evaluation()
    file.CopyFrom(copied)
    del file.archive_findings[:]
    verify = evaluation_service_pb2.VerifyEvaluationTrailRequest(evaluation=file)
    answer = attacker.call("VerifyEvaluationTrail")(verify)
    assert answer.result == evaluation_service_pb2.TrailCheck.RESULT_PASSED
    assert not answer.archive_findings
    assert len(victim.call("VerifyEvaluationTrail")(verify).archive_findings) >= 1


@pytest.mark.full
def test_a_stream_ends_when_its_key_is_revoked(server: RunningServer) -> None:
    url = server.environment["TOUCHSTONE_DATABASE_URL"]
    key = new_key_of(url, OWN, Role.INTEGRATOR)
    sent = queue.SimpleQueue[Any]()
    answers = server.evaluations.StreamEvaluateSubjects(iter(sent.get, None), metadata=bearing(key), timeout=60)
    numbers = itertools.count()

    def send() -> None:
        sent.put(request_for(subject(OWN, f"revoked-{next(numbers)}", "CERT-REVOKED")))

    send()
    assert next(answers).evaluation.name
    with open_api_keys(url) as keys:
        end_key(keys, key.split("_")[1])

    def ended() -> bool:
        send()
        try:
            return not next(answers).evaluation.name
        except grpc.RpcError as error:
            return error.code() is grpc.StatusCode.UNAUTHENTICATED

    until(ended, 30)
    sent.put(None)


def test_a_regulator_reads_everywhere_and_writes_nowhere(
    regulator: Caller, theirs: evaluation_pb2.Evaluation, ours: evaluation_pb2.Evaluation
) -> None:
    for name in (theirs.name, ours.name):
        get = evaluation_service_pb2.GetEvaluationRequest(name=name)
        assert regulator.call("GetEvaluation")(get).name == name
    assert regulator.refused("EvaluateSubject", request_for(subject(OTHER, "x", "CERT-X"))).reason == "ROLE_NEEDED"


def test_the_principal_is_recorded_only_in_the_envelope(attacker: Caller, ours: evaluation_pb2.Evaluation) -> None:
    assert ours.principal.kind == evaluation_pb2.Principal.KIND_API_KEY
    assert ours.principal.organization == f"organizations/{OWN}"
    assert ours.principal.id not in ours.record_json
    get = evaluation_service_pb2.GetEvaluationRequest(name=ours.name, view=evaluation_pb2.EVALUATION_VIEW_BASIC)
    assert attacker.call("GetEvaluation")(get).principal == ours.principal
