"""What does each test cost in processor time, its servers and commands included, and which may not cost so much?

Processor time and no seconds by the clock, so that a busy machine changes little.

    python -m tests.support.processor_time

tells what the last run cost, kind by kind, and its dearest files.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter, defaultdict
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from tests.support import forked_commands, tiers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
LAST_RUN = ROOT / ".pytest_cache" / "processor-time.json"
MOST = 3.0
"""So many seconds a test may take that is not marked `full`; a tenth of it is what such a test should stay below.

Not held with --full, where each tries all that it can.
"""
FULL = "full"
_COST, _LEFT_OUT, _COLLECTING = "processor_time", "left_out", "collecting"
_FILES = 20
_PROCESSES = 0.05
"""What other processes take of a test, in seconds, before it counts as one that starts them."""


def seconds_so_far() -> tuple[float, float]:
    """What this process has computed so far, and what those that it started have, whether they have ended or not.

    The process that commands are forked of is left out: what it loads is loaded once for all.
    """
    own = time.process_time()
    if sys.platform != "linux":
        return own, sum(os.times()[2:4])
    others, todo = 0, [(os.getpid(), True)]
    while todo:
        pid, is_ours = todo.pop()
        try:
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            threads = [Path(entry.path) for entry in os.scandir(f"/proc/{pid}/task")]
            todo += [(int(child), False) for each in threads for child in (each / "children").read_text().split()]
        except (FileNotFoundError, ProcessLookupError):
            continue
        alone, ended = (sum(map(int, fields[first : first + 2])) for first in (11, 13))
        others += ended if is_ours or pid == forked_commands.forking() else alone + ended
    return own, others / os.sysconf("SC_CLK_TCK")


def _since(before: tuple[float, float]) -> tuple[float, float]:
    own, others = seconds_so_far()
    return own - before[0], others - before[1]


class ProcessorTime:
    """Measures tests where they run, and tells of all of them where the run is told."""

    def __init__(self) -> None:
        self._begun = (0.0, 0.0)
        self._items = Counter[str]()
        self._seconds = defaultdict[str, float](float)
        self._files = defaultdict[str, float](float)
        self._left_out = 0
        self._collecting = 0.0

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leave out what is marked `full`, unless it is asked for."""
        if not tiers.is_full():
            left_out = [item for item in items if item.get_closest_marker(FULL)]
            items[:] = [item for item in items if not item.get_closest_marker(FULL)]
            config.hook.pytest_deselected(items=left_out)
            self._left_out = len(left_out)
        self._collecting = time.process_time()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self) -> Iterator[None]:
        self._begun = seconds_so_far()
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """Fail a test that takes too much, what it prepares aside, since others may share that."""
        called = seconds_so_far()
        yield
        own, others = _since(called)
        if own + others > MOST and not tiers.is_full() and not item.get_closest_marker(FULL):
            pytest.fail(
                f"it took {own + others:.1f} s of processor time, {others:.1f} of them in processes that it started; "
                f"what is not marked `full` may take {MOST:.0f} s. Make it cheaper, or mark it with @pytest.mark.full",
                pytrace=False,
            )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
        """Note what a test took, with what was prepared for it, once it is torn down."""
        report: pytest.TestReport = yield  # type: ignore[assignment] # what the hook gives, which has no type
        if call.when == "teardown":
            own, others = _since(self._begun)
            report.user_properties.append((_COST, (_kind(item, others), own + others)))
        return report  # type: ignore[return-value]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for name, noted in report.user_properties:
            if name == _COST:
                kind, seconds = cast("tuple[str, float]", noted)
                self._items[kind] += 1
                self._seconds[kind] += seconds
                self._files[report.location[0]] += seconds

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        """Take over what another process of this run told of its collection."""
        told = getattr(node, "workeroutput", {})
        self._left_out = told.get(_LEFT_OUT, self._left_out)
        self._collecting += told.get(_COLLECTING, 0.0)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        told = getattr(session.config, "workeroutput", None)
        if told is not None:
            told.update({_LEFT_OUT: self._left_out, _COLLECTING: self._collecting})

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Keep what the run cost, and say how many tests were left out."""
        if self._left_out:
            terminalreporter.write_line(
                f"{self._left_out} tests marked `full` were left out; `pytest --full` runs them"
            )
        kinds = {kind: (self._items[kind], round(seconds, 1)) for kind, seconds in _dearest(self._seconds)}
        kinds["collecting"] = (sum(self._items.values()), round(self._collecting, 1))
        files = {file: round(seconds, 1) for file, seconds in _dearest(self._files)}
        LAST_RUN.parent.mkdir(exist_ok=True)
        LAST_RUN.write_text(json.dumps({"kinds": kinds, "files": files}), encoding="utf-8")


def _dearest(seconds: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(seconds.items(), key=itemgetter(1), reverse=True)


def _kind(item: pytest.Item, others: float) -> str:
    room = item.path.relative_to(ROOT).parts[1]
    if room in {"features", "reliability"}:
        return {"features": "examples of cards", "reliability": "reliability"}[room]
    if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
        return "properties"
    return "with processes of their own" if others > _PROCESSES else "in one process"


def main() -> None:
    """Tell what the last run cost."""
    told = json.loads(LAST_RUN.read_text(encoding="utf-8"))
    kinds, files = told["kinds"], told["files"]
    for kind, (items, seconds) in kinds.items():
        sys.stdout.write(f"{seconds:>8.1f} s  {items:>6} tests  {kind}\n")
    sys.stdout.write(f"{sum(seconds for _, seconds in kinds.values()):>8.1f} s  of processor time in all\n")
    for file, seconds in list(files.items())[:_FILES]:
        sys.stdout.write(f"{seconds:>8.1f} s  {file}\n")


if __name__ == "__main__":
    main()
