"""A server as a process of its own, on a free port of this machine."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

import grpc

from tests.support import forked_commands
from tests.support.forked_commands import forked
from touchstone.v1 import (
    evaluation_service_pb2_grpc,
    scorecard_service_pb2_grpc,
    screening_service_pb2_grpc,
    system_service_pb2_grpc,
)

COMMAND = (*forked_commands.COMMAND, "serve")
ROOT = forked_commands.ROOT
EVALUATING = "service.api.evaluating_process"
_NAME_OF_FORK_SERVER = "fork_server"
_LONGEST_NAME = 15
_START_SECONDS = 60


class RunningServer:
    """`touchstone serve`, started on entry and stopped by SIGTERM on exit."""

    def __init__(self, folder: Path, gazette: Path, *, tree: Path = ROOT, **environment: str) -> None:
        self._tree = tree
        self._log_path = folder / "server.log"
        self.environment = {
            **os.environ,
            "TOUCHSTONE_ADDRESS": "127.0.0.1:0",
            "TOUCHSTONE_DATABASE_URL": f"sqlite:///{folder}/store.sqlite3",
            "TOUCHSTONE_GAZETTE": str(gazette),
            "TOUCHSTONE_EVALUATING_PROCESSES": "1",
            **environment,
        }
        self.address = self.http = ""

    def __enter__(self) -> "RunningServer":
        with self._log_path.open("a") as log:
            self.process = forked(["serve"], environment=self.environment, folder=self._tree, stderr=log)
        assert self.process.stdout is not None
        deadline = time.monotonic() + _START_SECONDS
        while not self.address:
            ready, _, _ = select.select([self.process.stdout], [], [], 0.2)
            line = self.process.stdout.readline() if ready else ""
            if line:
                self.address = line.split()[-1]
            elif self.process.poll() is not None or time.monotonic() > deadline:
                self.process.kill()
                self.process.wait()
                self.process.stdout.close()
                raise AssertionError(f"The server did not start:\n{self.log}")
        if "TOUCHSTONE_HTTP_ADDRESS" in self.environment:
            self.http = self.process.stdout.readline().split()[-1]  # written together with the first line
        self.channel = grpc.insecure_channel(
            self.address, options=(("grpc.max_send_message_length", -1), ("grpc.use_local_subchannel_pool", 1))
        )
        self.evaluations = evaluation_service_pb2_grpc.EvaluationServiceStub(self.channel)
        self.scorecards = scorecard_service_pb2_grpc.ScorecardServiceStub(self.channel)
        self.screenings = screening_service_pb2_grpc.ScreeningServiceStub(self.channel)
        self.system = system_service_pb2_grpc.SystemServiceStub(self.channel)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.channel.close()
        self.stop()
        assert self.process.stdout is not None
        self.process.stdout.close()

    @property
    def log(self) -> str:
        return self._log_path.read_text()

    @property
    def seconds_of_work(self) -> float:
        """Processor time of the server and its evaluation processes, in seconds."""
        return sum(map(seconds_of_work, (self.process.pid, *self.evaluating)))

    @property
    def processes(self) -> list[int]:
        """The processes that work for the server, but for those that evaluate."""
        others = {_NAME_OF_FORK_SERVER, _name_of(EVALUATING)}
        return [pid for pid in self._children if _name(pid) not in others]

    @property
    def evaluating(self) -> list[int]:
        """The processes that evaluate for the server."""
        return self.running(EVALUATING)

    def running(self, program: str) -> list[int]:
        """The processes of a program that work for the server."""
        return [pid for pid in self._children if _name(pid) == _name_of(program)]

    @contextmanager
    def held(self) -> Iterator[None]:
        """Suspend the evaluation processes within the context, so that requests stay in progress."""
        pids = self.evaluating
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)

    @property
    def _children(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text(encoding="ascii").split()]

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


def _name_of(program: str) -> str:
    """Return the process name of a program, cut to the length that the operating system stores."""
    return program.rpartition(".")[2][:_LONGEST_NAME]


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def seconds_of_work(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except FileNotFoundError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
