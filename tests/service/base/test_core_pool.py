"""Parallel work of a command: number of processes, a killed process, and Ctrl-C without lost results."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest

from service.base.core_pool import map_in_processes
from service.base.refusals import Refusal
from tests.support.shared_work import ENDS, Squares
from tests.support.waiting import until


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
