"""Does a server that far too many call answer some, refuse the rest, and keep its memory?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reliability.good_calls import full_gazette
from tests.reliability.overload import overload
from tests.reliability.soaking import soak
from tests.support.calling import request_for
from tests.support.running import RunningServer
from tests.support.small_card import small_subject

if TYPE_CHECKING:
    from pathlib import Path

MOST_GROWN = 150
"""Megabytes: what 32 evaluations and some thousand refusals hold at once."""


MOST_THREADS = 90
"""Those of every place of every kind of work, and what surrounds them; a third of a minute does not start them all."""


def test_ten_times_as_many_calls_as_can_be_taken(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_LOG_LEVEL="error") as server:
        found = overload(server, times=10, seconds=4, connections=200)
        print(found)
        assert found.accepted
        assert len(found.refused) > len(found.accepted)
        assert found.memory[1] - found.memory[0] < MOST_GROWN
        assert server.process.poll() is None
        assert server.evaluations.EvaluateSubject(request_for(small_subject())).name  # and all is well again


def test_a_server_that_works_on_does_not_grow(tmp_path: Path) -> None:
    with RunningServer(tmp_path, full_gazette(tmp_path / "full"), TOUCHSTONE_LOG_LEVEL="error") as server:
        found = soak(server, minutes=0.3)
    print(found)
    assert found.calls > 20
    handles = [one.handles for one in found.settled]
    threads = [one.threads for one in found.settled]
    assert max(handles) - min(handles) < 40
    assert max(threads) < MOST_THREADS
