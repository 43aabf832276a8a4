"""Fork server (zygote): imports the worker modules once, and forks workers from itself.

It is forked before the command has threads or sensitive data. Workers become children of the command.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import io
import os
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import orjson

from service.base import logs


def pause_garbage_collection() -> None:
    """Disable garbage collection at startup, because most objects are permanent."""
    gc.disable()


def freeze_loaded_objects() -> None:
    """Exclude existing objects from garbage collection, and enable it."""
    gc.freeze()
    gc.enable()


SPARED = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


_NAME = "fork_server"
_PARENT_DEATH_SIGNAL, _THREAD_NAME, _CHILD_SUBREAPER = 1, 15, 36
"""Options of Linux `prctl`."""
_MAX_REQUEST_BYTES = 65_536
_PID_BYTES = 8
_FORK_SECONDS = 5


class ForkServer:
    """Handle to the fork server of this process."""

    _instance: ForkServer | None = None

    def __init__(self, pid: int, control: socket.socket) -> None:
        self._pid, self._control = pid, control

    @classmethod
    def begin(cls, modules: Sequence[str]) -> None:
        for module in modules:
            import_module(module)
        if cls._instance is not None or not _can_fork():
            return
        _prctl(_CHILD_SUBREAPER, 1)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        gc.freeze()  # otherwise the next collection would copy shared memory
        starting = os.getpid()
        pid = os.fork()
        if pid == 0:
            ours.close()
            _serve(theirs, starting)
        theirs.close()
        ours.setblocking(False)
        cls._instance = cls(pid, ours)

    @classmethod
    async def forked(cls, module: str, arguments: Sequence[str]) -> ForkedProcess | None:
        own = cls._instance
        if own is None:
            return None
        try:
            async with asyncio.timeout(_FORK_SECONDS):
                return await own._fork(module, arguments)
        except (OSError, asyncio.IncompleteReadError) as error:
            logs.warning("not_forked", program=module, error=type(error).__name__)
            if isinstance(error, ConnectionError) and cls._instance is own:
                cls._instance = None
                own._release()
            return None

    def _release(self) -> None:
        self._control.close()
        os.waitpid(self._pid, os.WNOHANG)

    async def _fork(self, module: str, arguments: Sequence[str]) -> ForkedProcess:
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [orjson.dumps((module, *arguments))], [theirs.fileno()])
            except OSError:
                ours.close()
                raise
        reader, writer = await asyncio.open_unix_connection(sock=ours)
        try:
            return ForkedProcess(int.from_bytes(await reader.readexactly(_PID_BYTES)), writer, reader)
        except (asyncio.IncompleteReadError, asyncio.CancelledError):
            writer.close()
            raise


class ForkedProcess:
    """Forked process with the used parts of `asyncio.subprocess.Process`."""

    def __init__(self, pid: int, stdin: asyncio.StreamWriter, stdout: asyncio.StreamReader) -> None:
        self.pid = pid
        self.stdin, self.stdout = stdin, stdout
        self.returncode: int | None = None
        self._ended = asyncio.Event()
        self._pid_descriptor = os.pidfd_open(pid)
        asyncio.get_running_loop().add_reader(self._pid_descriptor, self._note_end)

    async def wait(self) -> int | None:
        await self._ended.wait()
        return self.returncode

    def _note_end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._pid_descriptor)
        os.close(self._pid_descriptor)
        _, status = os.waitpid(self.pid, 0)
        self.returncode = os.waitstatus_to_exitcode(status)
        self.stdin.close()
        self._ended.set()


def end_with_parent() -> None:
    """Have Linux kill this process with its parent, even during C code."""
    if sys.platform == "linux":
        _prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)


def _prctl(number: int, value: int | bytes) -> None:
    ctypes.CDLL(None).prctl(number, value)


def _can_fork() -> bool:
    if sys.platform != "linux" or len(list(Path("/proc/self/task").iterdir())) > 1:
        return False
    with suppress(OSError):
        os.close(os.pidfd_open(os.getpid()))
        return True
    return False


def _serve(control: socket.socket, parent: int) -> NoReturn:
    end_with_parent()
    if os.getppid() != parent:
        os._exit(0)
    _prctl(_THREAD_NAME, _NAME.encode())
    for number in SPARED:
        signal.signal(number, signal.SIG_IGN)  # may be sent to all processes; this one ends with its parent
    null_device = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(null_device, standard)
    gc.enable()  # the parent may still have it disabled while loading
    with suppress(OSError):
        while True:
            request, descriptors, _, _ = socket.recv_fds(control, _MAX_REQUEST_BYTES, 1)
            if not request:
                break
            command = orjson.loads(request)
            with suppress(Exception):  # the closed pipe reports any error
                if command[0] not in sys.modules:  # import it once for later forks
                    import_module(command[0])
                    freeze_loaded_objects()
                _fork(control, command, descriptors[0])
            os.close(descriptors[0])
    os._exit(0)


def _fork(control: socket.socket, command: Sequence[str], pipe: int) -> None:
    """Fork through an intermediate process that exits, so that the command becomes the parent."""
    with _pipe() as (gate, gate_writer), _pipe() as (pid_reader, pid_writer):
        intermediate = os.fork()
        if intermediate == 0:
            try:
                gate_writer.close()
                _prctl(_THREAD_NAME, command[0].rpartition(".")[2].encode())
                forked = os.fork()
                if forked == 0:
                    control.close()
                    gate.read(1)  # until the intermediate process has ended
                    for each in (gate, pid_reader, pid_writer):
                        each.close()
                    _run_program(command, pipe)
                pid_writer.write(forked.to_bytes(_PID_BYTES))
            finally:
                os._exit(0)
        os.waitpid(intermediate, 0)
        pid_writer.close()
        os.write(pipe, pid_reader.read(_PID_BYTES) or b"")


@contextmanager
def _pipe() -> Iterator[tuple[io.FileIO, io.FileIO]]:
    reading, writing = os.pipe()
    with io.FileIO(reading, "rb") as reads, io.FileIO(writing, "wb") as writes:
        yield reads, writes


def _run_program(command: Sequence[str], pipe: int) -> NoReturn:
    code = 1
    try:
        os.setsid()
        for number in (0, 1):
            os.dup2(pipe, number)
        os.close(pipe)
        sys.argv = [*command]
        import_module(command[0]).main()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        os._exit(code)  # skip the exit handlers inherited from the parent
