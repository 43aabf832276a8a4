"""Short overload and soak runs: accepted and refused calls, bounded memory, handles and threads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.good_calls import full_server
from tests.reliability.overload import DOORS, MOST_SPREAD, overload, part_of
from tests.reliability.plain_calls import LEFT
from tests.reliability.soaking import soak
from tests.support.running import ROOT, RunningServer

MOST_GROWN = 150
"""Limit of memory growth in megabytes: 32 evaluations and some thousand refusals in progress."""


MOST_THREADS = 90
"""Limit for the threads of all worker pools and the runtime; ten seconds do not start all of them."""


@pytest.mark.full
@pytest.mark.parametrize("door", DOORS)
def test_an_overloaded_server_refuses_excess_calls_quickly(published: RunningServer, door: str) -> None:
    report = overload(published, door=door, times=10, seconds=1, connections=200)
    print(report)
    assert report.accepted
    assert len(report.refused) > len(report.accepted)
    assert report.spread <= MOST_SPREAD
    assert part_of(report.refused, 0.5) < part_of(report.accepted, 0.5)
    assert set(report.others) <= {LEFT}
    assert report.memory[1] - report.memory[0] < MOST_GROWN
    assert published.process.poll() is None


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("overload")
    gazette, http = ROOT / "scorecards", "127.0.0.1:0"
    with RunningServer(folder, gazette, TOUCHSTONE_LOG_LEVEL="error", TOUCHSTONE_HTTP_ADDRESS=http) as server:
        yield server


@pytest.mark.full
def test_a_server_that_works_on_does_not_grow(tmp_path: Path) -> None:
    with full_server(tmp_path, TOUCHSTONE_LOG_LEVEL="error") as server:
        report = soak(server, minutes=0.15)
    print(report)
    assert report.calls > 20
    handles = [one.handles for one in report.settled]
    threads = [one.threads for one in report.settled]
    assert max(handles) - min(handles) < 40
    assert max(threads) < MOST_THREADS
