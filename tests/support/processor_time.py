"""Processor time of each test, including its servers and commands: limits and totals of a run.

Time is measured as processor time of an idle machine (`tests/support/pace.py`), not wall-clock time, so that load on
the machine changes little.

    python -m tests.support.processor_time

Prints the totals of the last run by kind, and its most expensive files. Fails if the run exceeds the limit in
`tests/support/bar.toml` by more than a tenth. With `--list`, updates the list of expensive tests
(`tests/support/dear.txt`).
"""

from __future__ import annotations

import json
import os
import sys
import time
import tomllib
from collections import Counter, defaultdict
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, cast

import pytest

from tests.support import forked_commands, tiers, turns
from tests.support.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
LAST_RUN = ROOT / ".pytest_cache" / "processor-time.json"
BAR = Path(__file__).with_name("bar.toml")
GROWTH = 1.1
"""Maximum ratio of a run's cost to the limit in `bar.toml`."""
MOST = 3.0
"""Maximum seconds of a test that is not marked `full`; a typical test should stay below a tenth.

Not enforced with --full, which runs every test at full size.
"""
FULL = "full"
_COST = "processor_time"
_ABOVE_MOST = "above_most"
DEAR = 0.08
"""Minimum average seconds of an expensive test, over its parameters (`tests/support/turns.py`)."""
_FILES = 20
_PROCESSES = 0.05
"""Minimum seconds of other processes for a test to count as a test that starts processes."""


def seconds_so_far() -> tuple[float, float]:
    """Return the processor time of this process and of the processes that it started, running or ended.

    The parent process of the forked commands is excluded, because its imports are shared by all tests.
    """
    own = time.process_time()
    if sys.platform != "linux":
        return own, sum(os.times()[2:4])
    others, todo = 0, [(os.getpid(), True)]
    while todo:
        pid, is_ours = todo.pop()
        try:
            fields = _read(f"/proc/{pid}/stat").rpartition(b")")[2].split()
            threads = os.listdir(f"/proc/{pid}/task")  # noqa: PTH208 -- called three times a test for every process
        except (FileNotFoundError, ProcessLookupError):
            continue
        for thread in threads:
            with suppress(FileNotFoundError, ProcessLookupError):  # one thread that ends meanwhile hides no other
                todo += [(int(child), False) for child in _read(f"/proc/{pid}/task/{thread}/children").split()]
        alone, ended = (sum(map(int, fields[first : first + 2])) for first in (11, 13))
        others += ended if is_ours or pid == forked_commands.forking() else alone + ended
    return own, others / os.sysconf("SC_CLK_TCK")


def _read(path: str) -> bytes:
    """Read a small file of the system's."""
    file = os.open(path, os.O_RDONLY)
    try:
        return os.read(file, 65_536)
    finally:
        os.close(file)


def _since(before: tuple[float, float]) -> tuple[float, float]:
    own, others = seconds_so_far()
    return own - before[0], others - before[1]


class ProcessorTime:
    """Pytest plugin that measures each test and reports the totals of the run."""

    def __init__(self) -> None:
        self._begun = (0.0, 0.0)
        self._items = Counter[str]()
        self._seconds = defaultdict[str, float](float)
        self._files = defaultdict[str, float](float)
        self._functions = defaultdict[str, list[float]](list)
        self._above_most = dict[str, float]()
        self._left_out = 0
        self.collecting = 0.0
        """Seconds spent collecting the tests."""
        self.pace = Pace()
        self._of_every_change = 0.0

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Deselect tests marked `full` and tests scheduled for another turn, unless the run is complete."""
        one_of = tiers.one_of()
        waiting = turns.left_for_another_turn(items, one_of) if one_of > 1 else set()
        if not tiers.is_full():
            waiting |= {item for item in items if item.get_closest_marker(FULL)}
            if config.args_source is not pytest.Config.ArgsSource.ARGS:
                waiting |= turns.dear_left_for_another_turn(items)
        if waiting:
            config.hook.pytest_deselected(items=[item for item in items if item in waiting])
            items[:] = [item for item in items if item not in waiting]
            self._left_out += len(waiting)

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Generator[None, object, object]:
        """Measure the collection in this process; worker processes measure their own."""
        began = time.process_time()
        collected = yield
        self.collecting += time.process_time() - began
        return collected

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self) -> Iterator[None]:
        self.pace.note()
        self._begun = seconds_so_far()
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """Record a test that exceeds the limit, without its fixtures, because other tests may share them.

        The test is listed at the end but does not fail: seconds depend on the machine, and test results must not.
        """
        if tiers.is_full() or item.get_closest_marker(FULL):
            yield
            return
        called = seconds_so_far()
        yield
        own, others = (seconds / max(self.pace.slowness, 1) for seconds in _since(called))
        if own + others > MOST:
            item.user_properties.append((_ABOVE_MOST, own + others))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
        report: pytest.TestReport = yield  # type: ignore[assignment] # the hook's result is untyped
        if call.when == "teardown":
            own, others = _since(self._begun)
            cost = (_kind(item, others), own + others, _share(item), _may_be_dear(item))
            report.user_properties.append((_COST, cost))
        return report  # type: ignore[return-value]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for name, noted in report.user_properties:
            if name == _ABOVE_MOST:
                self._above_most[report.nodeid] = cast("float", noted)
            if name == _COST:
                kind, seconds, share, may_be_dear = cast("tuple[str, float, float, bool]", noted)
                self._items[kind] += 1
                self._seconds[kind] += seconds
                self._files[report.location[0]] += seconds
                self._of_every_change += seconds * share
                if may_be_dear:
                    self._functions[turns.function(report.nodeid)].append(seconds)

    def handed_over(self) -> tuple[int, float, Pace]:
        """Return the measurements of this process that no test report contains."""
        return self._left_out, self.collecting, self.pace

    def take_over(self, handed_over: tuple[int, float, Pace]) -> None:
        left_out, collecting, pace = handed_over
        self._left_out += left_out
        self.collecting += collecting
        self.pace.add(pace)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Store the cost of the run, and print the number of deselected tests."""
        if self._left_out:
            terminalreporter.write_line(
                f"{self._left_out} tests were left out, marked `full` or for another turn; `pytest --full` runs them"
            )
        for test, seconds in self._above_most.items():
            terminalreporter.write_line(
                f"{test} took {seconds:.1f} s of processor time, where {MOST:.0f} are meant; make it cheaper, or mark "
                "it with @pytest.mark.full"
            )
        kinds = {kind: (self._items[kind], self._usual(seconds)) for kind, seconds in _dearest(self._seconds)}
        kinds["collecting"] = (sum(self._items.values()), self._usual(self.collecting))
        files = {file: self._usual(seconds) for file, seconds in _dearest(self._files)}
        run = {
            "full": tiers.is_full(),
            "slowness": round(self.pace.slowness, 3),
            "of_every_change": self._usual(self._of_every_change),
            "kinds": kinds,
            "files": files,
            "functions": {name: self._usual(mean(seconds), 3) for name, seconds in self._functions.items()},
        }
        LAST_RUN.parent.mkdir(exist_ok=True)
        LAST_RUN.write_text(json.dumps(run), encoding="utf-8")

    def _usual(self, seconds: float, digits: int = 1) -> float:
        """Convert seconds to the seconds of an idle machine."""
        return round(seconds / self.pace.slowness, digits)


def _dearest(seconds: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(seconds.items(), key=itemgetter(1), reverse=True)


def _kind(item: pytest.Item, others: float) -> str:
    room = item.path.relative_to(ROOT).parts[1]
    if room in {"features", "reliability"}:
        return {"features": "examples of cards", "reliability": "reliability"}[room]
    if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
        return "properties"
    return "with processes of their own" if others > _PROCESSES else "in one process"


def _share(item: pytest.Item) -> float:
    """Return the fraction of a test that runs with every change: 1, its share in the rotation, or 0."""
    if item.get_closest_marker(FULL):
        return 0.0
    is_one_of_many = turns.is_one_of_many(item)
    has_turns = is_one_of_many or turns.function(item.nodeid) in turns.dear()
    run_now = tiers.one_of() if is_one_of_many else 1
    return run_now / turns.ONE_OF if has_turns else 1.0


def _may_be_dear(item: pytest.Item) -> bool:
    """Return whether a test costs the same as in a run for a change, and is not excluded by a mark."""
    is_tried_more = tiers.is_full() and getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return not (is_tried_more or item.get_closest_marker(FULL) or item.get_closest_marker(turns.MARK))


def list_dear(cost_of: Mapping[str, float]) -> None:
    """Update the list of expensive tests; tests that did not run remain listed."""
    names = (turns.dear() - cost_of.keys()) | {name for name, seconds in cost_of.items() if seconds >= DEAR}
    turns.DEAR.write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")


def main() -> None:
    """Print the totals of the last run, and fail if they exceed the limit."""
    run = json.loads(LAST_RUN.read_text(encoding="utf-8"))
    if "--list" in sys.argv[1:]:
        list_dear(run["functions"])
        return
    kinds, files = run["kinds"], run["files"]
    for kind, (items, seconds) in kinds.items():
        sys.stdout.write(f"{seconds:>8.1f} s  {items:>6} tests  {kind}\n")
    whole = sum(seconds for _, seconds in kinds.values())
    sys.stdout.write(f"{whole:>8.1f} s  in all, of the processor as if idle (it was {run['slowness']} times as slow)\n")
    for file, seconds in list(files.items())[:_FILES]:
        sys.stdout.write(f"{seconds:>8.1f} s  {file}\n")
    if not run["full"]:
        return
    bar = tomllib.loads(BAR.read_text(encoding="utf-8"))
    came_to = {"everything": whole, "of_every_change": run["of_every_change"]}
    for name, seconds in came_to.items():
        sys.stdout.write(f"{seconds:>8.1f} s  {name}; the bar says {bar[name]['seconds']}\n")
    above = [name for name, seconds in came_to.items() if seconds > GROWTH * bar[name]["seconds"]]
    if above:
        sys.exit(
            f"{' and '.join(above)}: a tenth dearer than {BAR.relative_to(ROOT)} says. Make it cheaper, list what is "
            "dear (--list), or raise the bar in the same change and say why"
        )


if __name__ == "__main__":
    main()
