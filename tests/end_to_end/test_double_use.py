"""A serial or a document used twice is found in the transaction that stores the second use."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.contracts.inputs import DeclaredValue, PeriodText
from service.gazette.publication import write_version
from tests.support.calling import request_for
from tests.support.running import RunningServer
from tests.support.small_card import meter, small_card, small_subject
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

MAJOR = evaluation_pb2.Finding.SEVERITY_MAJOR
OBSERVATION = evaluation_pb2.Finding.SEVERITY_OBSERVATION


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("usages")
    write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(folder, folder / "gazette") as running:
        yield running


def evaluate(
    server: RunningServer, organization: str, subject: str, *, serial: str, certificate: str, year: int = 2025,
    document: int = 0,
) -> evaluation_pb2.Evaluation:  # fmt: skip
    record = {
        "serial": DeclaredValue(text=serial),
        "certificate": DeclaredValue(text=certificate),
        "amount": DeclaredValue(number="1", unit="tCO2e"),
    }
    period = DeclaredValue(period=PeriodText(first=f"{year}-01-01", last=f"{year}-12-31"))
    declared_subject = small_subject(credits=DeclaredValue(records=(record,)), report_year=period)
    declared_subject = declared_subject.model_copy(update={"evidence": (meter(digest=f"{document:064x}"),)})
    request = request_for(declared_subject)
    request.subject = f"organizations/{organization}/subjects/{subject}"
    answer: evaluation_pb2.Evaluation = server.evaluations.EvaluateSubject(request)
    assert answer == server.evaluations.EvaluateSubject(request)
    return answer


def double_use_of(evaluation: evaluation_pb2.Evaluation) -> list[tuple[str, int, str, list[str]]]:
    return [
        (item.finding_id, item.severity, item.place, list(item.evaluations)) for item in evaluation.archive_findings
    ]


@pytest.mark.full
def test_another_subject_with_the_same_serial_numbers_is_found(server: RunningServer) -> None:
    first = evaluate(server, "one", "a", serial="CCER-1", certificate="GEC-1", document=1)
    assert double_use_of(first) == []
    second = evaluate(server, "one", "b", serial="ccer - １", certificate="GEC-1", document=1)
    other = "ARCHIVE.OTHER_SUBJECT"
    assert double_use_of(second) == [
        (other, MAJOR, "facts[credits].records[ccer - １].certificate", [first.name]),
        (other, OBSERVATION, "facts[credits].records[ccer - １].serial", [first.name]),
        (other, OBSERVATION, "evidence[meter].content_digest", [first.name]),
    ]
    third = evaluate(server, "one", "c", serial="CCER-3", certificate="GEC-1", document=3)
    assert [list(item.subjects) for item in second.archive_findings] == [["organizations/one/subjects/a"]] * 3
    assert double_use_of(third) == [
        (other, MAJOR, "facts[credits].records[CCER-3].certificate", [second.name, first.name])
    ]
    get = evaluation_service_pb2.GetEvaluationRequest(name=first.name)
    assert server.evaluations.GetEvaluation(get) == first
    basic = evaluation_service_pb2.ListEvaluationsRequest(parent="organizations/one", page_size=1)
    assert double_use_of(server.evaluations.ListEvaluations(basic).evaluations[0]) == double_use_of(third)


def test_the_same_subject_may_be_evaluated_again_for_the_same_year_only(server: RunningServer) -> None:
    first = evaluate(server, "two", "a", serial="A", certificate="A", document=1)
    assert double_use_of(evaluate(server, "two", "a", serial="A", certificate="A", document=1)) == []
    later = evaluate(server, "two", "a", serial="A", certificate="A", document=2, year=2026)
    assert {item[0] for item in double_use_of(later)} == {"ARCHIVE.OTHER_PERIOD"}
    assert all(first.name in item[3] for item in double_use_of(later))
    assert all(list(item.periods) == ["2025-01-01/2025-12-31"] for item in later.archive_findings)


def test_double_use_across_organisations_is_found_for_register_numbers_but_not_documents(server: RunningServer) -> None:
    """Check a local caller, who may see the other organisation; `test_isolation.py` checks other callers."""
    first = evaluate(server, "three", "a", serial="S", certificate="S", document=9)
    second = evaluate(server, "four", "b", serial="S", certificate="S", document=9)
    place = "facts[credits].records[S].certificate"
    assert double_use_of(second) == [("ARCHIVE.OTHER_ORGANIZATION", MAJOR, place, [first.name])]
    assert list(second.archive_findings[0].subjects) == ["organizations/three/subjects/a"]
    third = evaluate(server, "four", "c", serial="T", certificate="S", document=9)
    assert [item[0] for item in double_use_of(third)] == [
        "ARCHIVE.OTHER_SUBJECT", "ARCHIVE.OTHER_ORGANIZATION", "ARCHIVE.OTHER_SUBJECT"
    ]  # fmt: skip


def test_double_use_within_one_commit_is_found(server: RunningServer) -> None:
    requests = []
    for number in range(20):
        record = {"serial": DeclaredValue(text=f"own-{number}"), "certificate": DeclaredValue(text="shared")}
        request = request_for(small_subject(credits=DeclaredValue(records=(record,))))
        request.subject = f"organizations/five/subjects/s{number}"
        request.evidence[0].content_digest = uuid.uuid4().hex * 2
        requests.append(request)
    answers = list(server.evaluations.StreamEvaluateSubjects(iter(requests)))
    shared = [
        sum(len(item.evaluations) for item in answer.evaluation.archive_findings if "certificate" in item.place)
        for answer in answers
    ]
    assert sorted(shared) == list(range(20))


@pytest.mark.full
def test_lists_without_a_total_are_not_searched_for_double_use(tmp_path: Path) -> None:
    card = small_card().model_copy(update={"quantities": (), "results": ()})
    write_version(tmp_path / "gazette", card, {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(tmp_path, tmp_path / "gazette") as server:
        evaluate(server, "one", "a", serial="A", certificate="A", document=1)
        assert double_use_of(evaluate(server, "one", "b", serial="A", certificate="A", document=2)) == []
