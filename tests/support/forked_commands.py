"""`touchstone` as a separate process, forked from a process that has already loaded the modules of its commands.

Loading dominates the time of short commands and server starts. The parent process therefore also reads the published
cards and prepares the tables of a new store. A forked process has its own arguments, environment, working directory,
standard streams and exit code.
"""

import atexit
import gc
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, NoReturn

import orjson

from service.gazette.versions import Gazette
from service.store import database
from tests.support.read_once import read_once

COMMAND = (sys.executable, "-m", "service.cli.main")
ROOT = Path(__file__).resolve().parents[2]
_LOADED = (
    "service.cli.main", "service.cli.serve", "service.serving.server", "service.api.evaluating_process",
    "service.api.trying_process", "service.api.explaining_process", "service.gazette.draft_process",
    "service.api.publishing_process", "rules.language.export",
)  # fmt: skip
_OF_INTERPRETER = ("PYTHON", "LD_", "LC_", "LANG", "MALLOC_", "GRPC_")
"""Variables that matter before a command begins; where they differ, it is started and not forked."""
_LARGEST = 1_000_000
_NUMBER = 8
_own: list[tuple[subprocess.Popen[bytes], socket.socket]] = []


class Forked:
    """A forked command with the part of the `subprocess.Popen` interface that the tests use."""

    def __init__(self, pid: int, channel: socket.socket, stdout: IO[str] | None) -> None:
        self.pid, self.stdout = pid, stdout
        self._told = channel
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Its exit code, or the number of the signal that ended it, negative; nothing while it runs."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code, once it has ended.

        Raises:
            subprocess.TimeoutExpired: it has not.
        """
        code = self._ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("touchstone", timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def _ended(self, timeout: float | None) -> int | None:
        if self.returncode is None and select.select([self._told], [], [], timeout)[0]:
            with self._told:
                self.returncode = int.from_bytes(_exactly(self._told, _NUMBER), signed=True)
        return self.returncode


def forked(
    arguments: Sequence[str], *, environment: Mapping[str, str], folder: Path = ROOT, stderr: IO[str] | None = None
) -> Forked | subprocess.Popen[str]:
    """Begin `touchstone` with these arguments, its standard output a pipe."""
    if folder != ROOT or _of_interpreter(environment) != _of_interpreter(os.environ) or sys.platform != "linux":
        command = (*COMMAND, *arguments)
        return subprocess.Popen(  # noqa: S603 -- the command is our own
            command, cwd=folder, env={**environment}, stdout=subprocess.PIPE, stderr=stderr, text=True
        )
    ours, theirs = socket.socketpair()
    reading, writing = os.pipe()
    asked = orjson.dumps({"arguments": arguments, "environment": {**environment}, "folder": str(folder)})
    with theirs, open(os.devnull, "rb") as nothing:  # noqa: PTH123 -- no file
        descriptors = [theirs.fileno(), nothing.fileno(), writing, 2 if stderr is None else stderr.fileno()]
        socket.send_fds(_forking(), [asked], descriptors)
    os.close(writing)
    pid = int.from_bytes(_exactly(ours, _NUMBER))
    return Forked(pid, ours, os.fdopen(reading, encoding="utf-8"))


def _of_interpreter(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_OF_INTERPRETER)}


def _exactly(channel: socket.socket, size: int) -> bytes:
    read = channel.recv(size, socket.MSG_WAITALL)
    assert len(read) == size, "the process that forks commands is gone"
    return read


def _forking() -> socket.socket:
    """The socket of the process that forks for this one, which begins with the first command."""
    if not _own:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _LARGEST)
        with theirs:
            command = (sys.executable, "-m", "tests.support.forked_commands", str(theirs.fileno()))
            process = subprocess.Popen(command, cwd=ROOT, pass_fds=[theirs.fileno()])  # noqa: S603 -- ours
        _own.append((process, ours))
        atexit.register(_end)
    return _own[0][1]


def _end() -> None:
    process, control = _own.pop()
    control.shutdown(socket.SHUT_RDWR)  # also where a process that a test forked still holds it
    control.close()
    process.wait()


def main() -> None:
    """Fork a command for each request until no client is left, and report each exit code."""
    control = socket.socket(fileno=int(sys.argv[1]))
    control.set_inheritable(False)
    for module in _LOADED:
        import_module(module)
    read_once()
    Gazette(ROOT / "scorecards").check()
    database._migrated_schema()  # the template of every new store
    gc.collect()
    gc.freeze()
    waiting: dict[int, tuple[int, socket.socket]] = {}
    while True:
        ready, _, _ = select.select([control.fileno(), *waiting], [], [])
        for ended in set(ready) & set(waiting):
            pid, channel = waiting.pop(ended)
            os.close(ended)
            code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            with channel, suppress(OSError):  # the client no longer waits for the exit code
                channel.sendall(code.to_bytes(_NUMBER, signed=True))
        if control.fileno() in ready:
            asked, descriptors, _, _ = socket.recv_fds(control, _LARGEST, 4)
            if not asked:
                os._exit(0)
            pid, watched, channel = _fork(
                control, [each for _, each in waiting.values()], orjson.loads(asked), descriptors
            )
            waiting[watched] = (pid, channel)


def _fork(
    control: socket.socket, others: Sequence[socket.socket], asked: Mapping[str, object], descriptors: Sequence[int]
) -> tuple[int, int, socket.socket]:
    channel = socket.socket(fileno=descriptors[0])
    pid = os.fork()
    if pid == 0:
        for each in (control, channel, *others):
            each.close()
        _run(asked, descriptors[1:])
    for standard in descriptors[1:]:
        os.close(standard)
    channel.sendall(pid.to_bytes(_NUMBER))
    return pid, os.pidfd_open(pid), channel


def _run(asked: Mapping[str, object], standard: Sequence[int]) -> NoReturn:
    code = 1
    try:
        for number, descriptor in enumerate(standard):
            os.dup2(descriptor, number)
            os.close(descriptor)
        os.environ.clear()
        os.environ.update(asked["environment"])  # type: ignore[call-overload]
        time.tzset()
        os.chdir(str(asked["folder"]))
        sys.argv = ["touchstone", *asked["arguments"]]  # type: ignore[misc]
        import_module("service.cli.main").app()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
