"""Crash test by SIGKILL under write load: acknowledged evaluations complete, verifiable, and no others.

Callers evaluate without pause. At random moments the server and its worker processes are killed by SIGKILL, and the
server is restarted on the same store. Callers repeat unanswered calls under the same request id. At the end every
acknowledged evaluation must exist byte for byte and verify. No other evaluation may exist, and each must have every row
that its transaction writes.
"""

from __future__ import annotations

import os
import random
import signal
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import grpc
from sqlalchemy import text

from service.store.database import open_database, parse_database_url
from tests.support.calling import request_for
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

ORGANIZATION = "organizations/green-body"
_WRITTEN = evaluation_pb2.EVALUATION_VIEW_WRITTEN
PATIENCE = 120
"""For how many seconds a caller waits for an answer, over all servers."""
WAIT_MILLISECONDS = 5_000
_MOST_ANSWERS = 30
"""Before how many answers, at the latest, a server is killed."""
_OF_ONE_TRANSACTION = ("evaluation_uses", "listed")
"""Tables with rows of each evaluation from its own transaction."""


@dataclass
class Killed:
    kills: int = 0
    processes_killed: int = 0
    acknowledged: dict[str, evaluation_pb2.Evaluation] = field(default_factory=dict)
    """Answers received by callers, by request id."""
    repeated: int = 0
    """Calls without an answer, made again."""
    starts: list[float] = field(default_factory=list)
    """After how many seconds each server took calls."""
    seconds: float = 0.0

    def __str__(self) -> str:
        starts = sorted(self.starts)
        return (
            f"{self.kills} servers and {self.processes_killed} processes of theirs killed in {self.seconds:.0f} s; "
            f"{len(self.acknowledged)} evaluations acknowledged, {self.repeated} calls repeated; all of them there, "
            f"whole and verified, and no other; started again in {starts[len(starts) // 2]:.2f} s (median), "
            f"{starts[-1]:.2f} s at most"
        )


class Restarted:
    """A server that is killed and started again; callers wait for the next one."""

    def __init__(self, start: Callable[[], RunningServer]) -> None:
        """Start servers so."""
        self._start = start
        self._changed = threading.Condition()
        self._server: RunningServer | None = None
        self.over = False
        """Whether callers finish their current call and stop."""

    def current(self) -> RunningServer | None:
        """Wait for a server; None if there is none for too long."""
        with self._changed:
            self._changed.wait_for(lambda: self._server is not None, PATIENCE)
            return self._server

    def start(self) -> RunningServer:
        server = self._start().__enter__()
        with self._changed:
            self._server = server
            self._changed.notify_all()
        return server

    def gone(self) -> None:
        with self._changed:
            self._server = None


def kill_again_and_again(
    folder: Path, gazette: Path, database_url: str, *, times: int, callers: int = 4, seed: int = 0
) -> Killed:
    """Kill a server this number of times under write load, then check the store.

    Raises:
        AssertionError: an evaluation is lost, incomplete, or does not verify.
    """
    drawn = random.Random(seed)
    tally = Killed()
    restarted = Restarted(lambda: RunningServer(folder, gazette, TOUCHSTONE_DATABASE_URL=database_url))
    begun = time.monotonic()
    failures: list[BaseException] = []
    threads = [threading.Thread(target=_call, args=(restarted, tally, failures)) for _ in range(callers)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(times):
            started = time.monotonic()
            server = restarted.start()
            tally.starts.append(time.monotonic() - started)
            _await_answers(tally, drawn.randint(0, _MOST_ANSWERS), failures)
            time.sleep(drawn.random() * 0.05)  # so that a kill meets every part of a call
            _kill_one_process_of(server, tally, drawn)
            kill(restarted, server)
            tally.kills += 1
        server = restarted.start()  # this server answers the repeated calls
        restarted.over = True
        for thread in threads:
            thread.join(PATIENCE)
        assert not failures, failures
        tally.seconds = time.monotonic() - begun
        _check(server, tally)
        bury(server, stop=True)
    finally:
        restarted.over = True
        for thread in threads:
            thread.join(PATIENCE)
    _check_rows(database_url, len(tally.acknowledged))
    return tally


def kill(restarted: Restarted, server: RunningServer) -> None:
    """Kill a server and wait for the end of its child processes."""
    children = children_of(server.process.pid)
    server.process.kill()
    restarted.gone()
    bury(server)
    for child in children:
        until(partial(gone, child), PATIENCE)


def children_of(pid: int) -> list[int]:
    """Return the child processes of a process, over all its threads."""
    processes: list[int] = []
    with suppress(FileNotFoundError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with suppress(FileNotFoundError):
                processes += [int(child) for child in (task / "children").read_text(encoding="ascii").split()]
    return processes


def gone(pid: int) -> bool:
    """Return whether a process has ended or is a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def _call(restarted: Restarted, tally: Killed, failures: list[BaseException]) -> None:
    """Evaluate without pause, each request until it has an answer."""
    try:
        while not restarted.over:
            subject = small_subject().model_copy(update={"subject": f"{ORGANIZATION}/subjects/s-{uuid.uuid4().hex}"})
            request = request_for(subject)
            request.view = _WRITTEN
            tally.acknowledged[request.request_id] = _answered(restarted, request, tally)
    except BaseException as error:  # raised where the threads are joined
        failures.append(error)


def _answered(
    restarted: Restarted, request: evaluation_service_pb2.EvaluateSubjectRequest, tally: Killed
) -> evaluation_pb2.Evaluation:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        server = restarted.current()
        assert server is not None, "no server came again"
        try:
            answer: evaluation_pb2.Evaluation = server.evaluations.EvaluateSubject(request, timeout=PATIENCE)
        except (grpc.RpcError, ValueError) as error:  # ValueError: the channel was closed meanwhile
            may_be_repeated(error)
            tally.repeated += 1
            time.sleep(0.01)
        else:
            return answer
    raise AssertionError(f"{request.request_id} had no answer within {PATIENCE} seconds")


def may_be_repeated(error: Any) -> None:
    """Check that an error marks the call as repeatable, as errors of a killed server do.

    Raises:
        AssertionError: the error is not repeatable.
    """
    if isinstance(error, grpc.RpcError):
        code, details = error.code(), error.details()
        assert code in (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.CANCELLED), (code, details)


def _await_answers(tally: Killed, count: int, failures: list[BaseException]) -> None:
    aim = len(tally.acknowledged) + count
    until(lambda: failures or len(tally.acknowledged) >= aim, PATIENCE)
    assert not failures, failures


def _kill_one_process_of(server: RunningServer, tally: Killed, drawn: random.Random) -> None:
    """Kill one child process of a server, if it has any, while calls continue."""
    children = children_of(server.process.pid)
    if children:
        with suppress(ProcessLookupError):
            os.kill(drawn.choice(children), signal.SIGKILL)
            tally.processes_killed += 1
        time.sleep(drawn.random() * 0.2)


def bury(server: RunningServer, *, stop: bool = False) -> None:
    """Release the resources of a server that is gone, or stop it first."""
    if stop:
        server.stop()
    server.process.wait()
    server.channel.close()
    assert server.process.stdout is not None
    server.process.stdout.close()


def _check(server: RunningServer, tally: Killed) -> None:
    """See by the API that everything acknowledged is there as it was answered, verifies, and is all there is."""
    for answer in tally.acknowledged.values():
        get = evaluation_service_pb2.GetEvaluationRequest(name=answer.name, view=_WRITTEN)
        stored = server.evaluations.GetEvaluation(get)
        assert (stored.record_json, stored.record_digest) == (answer.record_json, answer.record_digest), answer.name
        verify = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=answer.name)
        verified = server.evaluations.VerifyEvaluationTrail(verify)
        assert verified.result == evaluation_service_pb2.TrailCheck.RESULT_PASSED, f"{answer.name}: {verified}"
    names, token = set(), ""
    while True:
        page = server.evaluations.ListEvaluations(
            evaluation_service_pb2.ListEvaluationsRequest(parent=ORGANIZATION, page_size=100, page_token=token)
        )
        names |= {one.name for one in page.evaluations}
        assert not page.unreadable_evaluations
        token = page.next_page_token
        if not token:
            break
    assert names == {answer.name for answer in tally.acknowledged.values()}


def _check_rows(database_url: str, count: int) -> None:
    """See in the database that each evaluation has all rows of its transaction, and none is without evaluation."""
    with ExitStack() as held:
        engine = open_database(parse_database_url(database_url), WAIT_MILLISECONDS, held)
        connection = held.enter_context(engine.connect())
        if engine.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        assert connection.execute(text("SELECT count(*) FROM evaluation")).scalar_one() == count
        for table in _OF_ONE_TRANSACTION:
            rows = connection.execute(text(f"SELECT evaluation, count(*) FROM {table} GROUP BY evaluation"))  # noqa: S608 -- ours
            counts = {row[0]: row[1] for row in rows}
            assert len(counts) == count, table
            assert len(set(counts.values())) <= 1, f"{table} has not as many rows for each"
