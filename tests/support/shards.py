"""Distribution of test files among forked processes, which send their reports to the main process.

    pytest --processes 3

Each file is collected once, by the process that runs it; pytest-xdist collects all files in every process.
"""

from __future__ import annotations

import atexit
import os
import signal
import struct
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, Pipe, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, cast

import pytest

_INDEX = struct.Struct("<I")
"""Format of a file's index in the pipe; processes read the next index from it."""
_SECONDS_TO_END = 20


@dataclass(eq=False)
class _Worker:
    """A process that runs files, as the one that began it sees it."""

    process: ForkProcess
    reports: Connection
    running: str = ""
    """The file that it collects, or the test that it runs."""
    error: str = ""
    """Error that ended the process, if Python reported it."""
    is_done: bool = False


@dataclass(eq=False)
class Shards:
    """Pytest plugin that runs the requested test files in several processes."""

    processes: int
    _files: list[pytest.Item | pytest.Collector] = field(default_factory=list)
    _begun: int = 0
    """Files that were begun."""
    _collected: int = 0
    """Tests that they hold."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> bool:
        """List the files; their tests are collected by the process that runs them."""
        arguments = [file for argument in session.config.args for file in _files(argument, session.config)]
        with _nothing_deselected(session.config.option):
            self._files = list(session.perform_collect(arguments, genitems=False))
        if (terminal := session.config.pluginmanager.get_plugin("terminalreporter")) is not None:
            terminal.write_line(f"{len(self._files)} files are shared out among {self.processes} processes")
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Start the processes, and replay their reports in this session."""
        read_end, write_end = os.pipe()
        os.set_blocking(write_end, False)
        os.write(write_end, b"".join(_INDEX.pack(index) for index in range(len(self._files))))
        os.close(write_end)
        workers = [self._worker(session, read_end) for _ in range(min(self.processes, len(self._files)))]
        try:
            self._listen(session, workers, read_end)
        finally:
            os.close(read_end)
            for worker in workers:
                _end(worker)
        return True

    def _worker(self, session: pytest.Session, files: int) -> _Worker:
        receiving, sending = Pipe(duplex=False)
        process = get_context("fork").Process(target=self._work, args=(session, files, sending))
        process.start()
        sending.close()
        return _Worker(process, receiving)

    def _listen(self, session: pytest.Session, workers: list[_Worker], files: int) -> None:
        listening = {worker.reports: worker for worker in workers}
        while listening:
            for reports in wait(list(listening)):
                worker = listening[cast("Connection", reports)]
                try:
                    kind, payload = worker.reports.recv()
                except EOFError:
                    del listening[worker.reports]
                    if not worker.is_done:
                        self._tell_crash(session, worker)
                        workers.append(self._worker(session, files))
                        listening[workers[-1].reports] = workers[-1]
                else:
                    self._tell(session, worker, kind, payload)
                if session.shouldfail:
                    raise session.Failed(session.shouldfail)

    def _tell(self, session: pytest.Session, worker: _Worker, kind: str, payload: Any) -> None:
        hook, config = session.config.hook, session.config
        if kind == "collected":
            self._begun += 1
            self._collected += payload
            # Pytest computes the displayed percentage from the number of started files.
            session.testscollected = round(self._collected * len(self._files) / self._begun)
        elif kind == "begun":
            worker.running = payload
        elif kind == "error":
            worker.error = payload
        elif kind == "deselected":
            hook.pytest_deselected(items=self._files[:1] * payload)  # counted, and looked at by plugins
        elif kind == "done":
            worker.is_done = True
        else:
            report = hook.pytest_report_from_serializable(config=config, data=payload)
            if kind == "collecting":
                hook.pytest_collectreport(report=report)
            else:
                hook.pytest_runtest_logreport(report=report)

    def _tell_crash(self, session: pytest.Session, worker: _Worker) -> None:
        worker.process.join()
        file = worker.running.partition("::")[0]
        ended = f"its process ended with {worker.process.exitcode}; the rest of {file} was not run"
        report = pytest.TestReport(
            worker.running,
            (file, None, worker.running),
            {},
            outcome="failed",
            longrepr=f"{ended}\n{worker.error}",
            when="call",
        )
        session.config.hook.pytest_runtest_logreport(report=report)

    def _work(self, session: pytest.Session, files: int, reports: Connection) -> None:
        """Run files as long as there are some, in a process of its own."""
        try:
            self._run(session, files, reports)
        except BaseException:
            reports.send(("error", traceback.format_exc()))
            raise
        finally:
            reports.close()
            atexit._run_exitfuncs()

    def _run(self, session: pytest.Session, files: int, reports: Connection) -> None:
        config = session.config
        _capture_apart(config)
        config.pluginmanager.unregister(config.pluginmanager.get_plugin("terminalreporter"))
        config.pluginmanager.unregister(self)
        config.pluginmanager.register(_Reporting(config, reports))
        for items in self._collect(session, files, reports):
            # The session follows the last test of a file, so that session fixtures are not torn down.
            for item, following in zip(items, [*items[1:], session], strict=True):
                config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        session._setupstate.teardown_exact(None)
        reports.send(("done", None))

    def _collect(self, session: pytest.Session, files: int, reports: Connection) -> Iterator[list[pytest.Item]]:
        """Collect the next file that no process has started, until none remain."""
        while index := os.read(files, _INDEX.size):
            (place,) = _INDEX.unpack(index)
            reports.send(("begun", self._files[place].nodeid))
            items = list(session.genitems(self._files[place]))
            session.config.hook.pytest_collection_modifyitems(session=session, config=session.config, items=items)
            session.config.hook.pytest_collection_finish(session=session)
            reports.send(("collected", len(items)))
            if items:
                yield items


@dataclass(eq=False)
class _Reporting:
    config: pytest.Config
    reports: Connection

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self.reports.send(("deselected", len(items)))

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.reports.send(("begun", nodeid))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.reports.send(("report", self._written(report)))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed or report.skipped:
            self.reports.send(("collecting", self._written(report)))

    def _written(self, report: pytest.TestReport | pytest.CollectReport) -> Any:
        return self.config.hook.pytest_report_to_serializable(config=self.config, report=report)


def _end(worker: _Worker) -> None:
    """Wait for a finished process to end; interrupt any other process, so that its children end too."""
    worker.process.join(1 if worker.is_done else 0)
    if worker.process.is_alive() and worker.process.pid is not None:
        os.kill(worker.process.pid, signal.SIGINT)
    worker.process.join(_SECONDS_TO_END)
    worker.process.kill()
    worker.process.join()


def _files(argument: str, config: pytest.Config) -> list[str]:
    """Return the test files in a folder, without ignored files; other arguments are returned unchanged."""
    if not Path(argument).is_dir():
        return [argument]
    files = sorted(Path(argument).rglob("test_*.py"))
    return [str(file) for file in files if not config.hook.pytest_ignore_collect(collection_path=file, config=config)]


@contextmanager
def _nothing_deselected(option: Any) -> Iterator[None]:
    """Prevent -k and -m from choosing among files; they choose among tests, where these are collected."""
    keyword, marked = option.keyword, option.markexpr
    option.keyword = option.markexpr = ""
    yield
    option.keyword, option.markexpr = keyword, marked


def _capture_apart(config: pytest.Config) -> None:
    """Capture output into files of this process, since those of before the fork are shared."""
    capturing = config.pluginmanager.get_plugin("capturemanager")
    if capturing is not None:
        capturing.stop_global_capturing()
        capturing.start_global_capturing()
