"""Worker processes of the server and of commands: cancellation, refusals, crashes, limits, no orphans."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from google.rpc import code_pb2

from service.base.core_pool import map_in_processes
from service.base.grpc_status import WorkerError, harmless, reason_of, status_of
from service.base.refusals import Reason, Refusal
from service.base.worker_pool import WorkerPool
from service.base.worker_specs import WorkerSpec
from tests.service.base.apart_program import ask
from tests.support.logged_lines import logged_lines
from tests.support.running import ROOT
from tests.support.shared_work import ENDS, Squares
from tests.support.waiting import soon, until
from touchstone.internal.v1 import work_pb2

PROGRAM = "tests.service.base.apart_program"


def run(act: Callable[[WorkerPool], Awaitable[None]], **bounds: float) -> None:
    async def whole() -> None:
        processes = WorkerPool(WorkerSpec(PROGRAM, **{"max_idle": 1, **bounds}))  # type: ignore[arg-type]
        try:
            await act(processes)
        finally:
            await processes.close()

    asyncio.run(whole())


async def pid_of(processes: WorkerPool) -> int:
    return int((await ask(processes, "echo", b"x")).split()[0])


def is_gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "begun")
    return tmp_path / "begun"


def test_one_warm_worker_processes_work_sequentially() -> None:
    async def act(processes: WorkerPool) -> None:
        large = os.urandom(5_000_000)
        pid, content = (await ask(processes, "echo", large)).split(b" ", 1)
        assert content == large
        assert await pid_of(processes) == int(pid)

    run(act)


def test_without_warm_workers_each_piece_of_work_has_a_separate_process() -> None:
    async def act(processes: WorkerPool) -> None:
        first = await pid_of(processes)
        assert is_gone(first)
        assert await pid_of(processes) != first

    run(act, max_idle=0)


def test_a_refusal_of_a_worker_keeps_its_message() -> None:
    async def act(processes: WorkerPool) -> None:
        with pytest.raises(WorkerError) as refused:
            await ask(processes, "refuse", b"", "zh")
        status = status_of(refused.value)
        assert status.code == code_pb2.INVALID_ARGUMENT
        assert status.message == "text: The page size -1 is negative. Use 1 to 3."
        assert "负数".encode() in status.SerializeToString()
        with pytest.raises(WorkerError) as failed:
            await ask(processes, "fail", b"")
        assert reason_of(failed.value) is Reason.UNEXPECTED
        assert "secret" not in str(status_of(failed.value))
        assert harmless(failed.value)["error"] == "ZeroDivisionError"
        assert await ask(processes, "echo", b"x")

    run(act)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("name", "reason", "code"),
    [
        ("die", Reason.PROCESS_LOST, code_pb2.UNAVAILABLE),
        ("grow", Reason.NEEDS_TOO_MUCH, code_pb2.RESOURCE_EXHAUSTED),
        ("deaf", Reason.TOOK_TOO_LONG, code_pb2.DEADLINE_EXCEEDED),
    ],
)
def test_a_lost_worker_costs_one_call_and_is_replaced(name: str, reason: Reason, code: int) -> None:
    async def act(processes: WorkerPool) -> None:
        first = await pid_of(processes)
        with pytest.raises(Refusal) as refused:
            await ask(processes, name, b"/dev/null")
        assert refused.value.reason is reason
        assert status_of(refused.value).code == code
        assert is_gone(first)
        assert await pid_of(processes) != first

    with logged_lines() as logs:
        run(act, seconds=2 if name == "deaf" else 60)
    assert [line["event"] for line in logs] == (["process_lost"] if name == "die" else [])


def test_a_worker_killed_while_idle_is_not_used() -> None:
    async def act(processes: WorkerPool) -> None:
        first = await pid_of(processes)
        os.kill(first, 9)
        await soon(lambda: is_gone(first) and not processes._idle)
        assert await pid_of(processes) != first

    run(act)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("name", ["wait", "deaf"])
def test_a_cancelled_call_ends_its_work_and_a_responsive_worker_stays_warm(
    name: str, pipe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "wait":  # it finishes even on a busy machine
        monkeypatch.setattr("service.base.worker_pool._LEAVING_SECONDS", 60)

    async def act(processes: WorkerPool) -> None:
        working = asyncio.create_task(ask(processes, name, str(pipe).encode()))
        pid = int(await asyncio.to_thread(pipe.read_text))
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
        assert is_gone(pid) == (name == "deaf")
        assert (await pid_of(processes) == pid) == (name == "wait")

    run(act)


def test_reports_arrive_in_order_before_the_answer() -> None:
    async def act(processes: WorkerPool) -> None:
        reports: list[bytes] = []
        asked = work_pb2.Subject(subject="30")
        answer = await processes.work(asked, work_pb2.Piece, on_report=reports.append)
        assert [int(work_pb2.Piece.FromString(each).content) for each in reports] == [*range(1, 31)]
        assert (await processes.work(asked, work_pb2.Piece)).content == answer.content, "reports may be ignored"
        assert int(answer.content) == await pid_of(processes)

    run(act)


def test_a_cancelled_call_ends_work_that_reports_and_its_process_stays_warm() -> None:
    async def act(processes: WorkerPool) -> None:
        pid = await pid_of(processes)
        begun = asyncio.Event()
        asked = work_pb2.Subject(subject="1000000")
        working = asyncio.create_task(processes.work(asked, work_pb2.Piece, on_report=lambda _: begun.set()))
        await begun.wait()
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
        assert await pid_of(processes) == pid

    run(act, cancellable=True)


def test_concurrent_work_never_exceeds_the_process_limit(pipe: Path) -> None:
    async def act(processes: WorkerPool) -> None:
        working = asyncio.create_task(ask(processes, "wait", str(pipe).encode()))
        await asyncio.to_thread(pipe.read_text)
        second = asyncio.create_task(pid_of(processes))
        await asyncio.wait((second,), timeout=0.1)
        assert not second.done()
        working.cancel()
        assert await second

    run(act, max_processes=1)


def test_workers_end_with_their_parent_process(pipe: Path) -> None:
    """The parent is killed during work, so no process is left to stop the worker."""
    program = (
        "import asyncio, sys\nfrom service.base.worker_pool import WorkerPool\n"
        "from service.base.worker_specs import WorkerSpec\n"
        "from tests.service.base.apart_program import ask\n"
        "asyncio.run(ask(WorkerPool(WorkerSpec(sys.argv[1])), 'deaf', sys.argv[2].encode()))"
    )
    with subprocess.Popen((sys.executable, "-c", program, PROGRAM, pipe), cwd=ROOT) as starting:  # noqa: S603 -- ours
        pid = int(pipe.read_text())
        starting.kill()
    until(lambda: is_gone(pid))


def test_a_call_cancelled_during_process_start_leaves_no_process() -> None:
    async def act(processes: WorkerPool) -> None:
        working = asyncio.create_task(ask(processes, "echo", b"x"))
        await soon(lambda: processes._lives)
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
        await soon(lambda: not processes._lives)
        assert not processes._idle
        assert await pid_of(processes)

    run(act, max_idle=0)


def test_a_single_process_works_sequentially_in_the_current_process(tmp_path: Path) -> None:
    results = list(map_in_processes(Squares(tmp_path), iter([3, 2]), 1))
    assert results == [(9, os.getpid()), (4, os.getpid())]
    assert (tmp_path / "closed").exists()


def test_the_number_of_processes_is_limited_by_the_pieces_of_work(tmp_path: Path) -> None:
    assert list(map_in_processes(Squares(tmp_path), [3], 8)) == [(9, os.getpid())]
    with closing(map_in_processes(Squares(tmp_path), range(6), 2)) as answers:
        results = list(answers)
    assert sorted(square for square, _ in results) == [0, 1, 4, 9, 16, 25]
    assert len({process for _, process in results} - {os.getpid()}) == 2


def test_a_killed_process_is_reported(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="ended from outside"):
        list(map_in_processes(Squares(tmp_path), [1, ENDS, 2], 2))


def test_ctrl_c_returns_started_results_and_starts_no_more_work(tmp_path: Path) -> None:
    def interrupt() -> None:
        until((tmp_path / "1").exists)
        signal.raise_signal(signal.SIGINT)

    results: list[int] = []
    interrupting = threading.Thread(target=interrupt)
    interrupting.start()
    with suppress(KeyboardInterrupt), closing(map_in_processes(Squares(tmp_path), range(1_000), 2)) as answers:
        results.extend(square for square, _ in answers)
    interrupting.join()
    begun = {int(file.name) ** 2 for file in tmp_path.iterdir()}
    assert begun <= set(results)
    assert len(results) < 20
