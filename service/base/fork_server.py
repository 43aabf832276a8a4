"""Fork server (zygote): imports the worker modules once, and forks workers from itself.

It is forked of a command that has just begun: before there are threads, of which a fork keeps none, and before anything
is read that others must not see. What it forks become children of the command, which learns how each ended, and stay
if it is lost itself.
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
    """Search for no garbage until `freeze_loaded_objects`; nearly all that a server makes as it starts is to stay."""
    gc.disable()


def freeze_loaded_objects() -> None:
    """Leave what was made so far, hardly any of it garbage, out of every search, each of which would take a while."""
    gc.freeze()
    gc.enable()


SPARED = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
"""Those that an orchestrator, a terminal or whoever rotates logs may send to all processes at once."""


_NAME = "fork_server"
_SIGNAL_OF_PARENT, _NAME_OF_THREAD, _TAKES_ORPHANS = 1, 15, 36
"""The numbers by which Linux is asked for a signal when the parent ends, a name, and the children of a lost child."""
_LARGEST_REQUEST = 65_536
_PID = 8
"""In how many bytes the number of a process is said."""
_FORK_SECONDS = 5
"""How long it may take to be forked; it takes some milliseconds."""


class ForkServer:
    """The one of this process, as the process sees it."""

    _instance: ForkServer | None = None

    def __init__(self, pid: int, control: socket.socket) -> None:
        """Ask it by a socket."""
        self._pid, self._control = pid, control

    @classmethod
    def begin(cls, modules: Sequence[str]) -> None:
        """Load these modules, and fork it; where a fork would not be safe, everything is started by its command.

        A platform that does not tell how a grandchild ended has none, nor a process with threads.
        """
        for module in modules:
            import_module(module)
        if cls._instance is not None or not _is_safe():
            return
        _ask_system(_TAKES_ORPHANS, 1)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        gc.freeze()  # or the first search for garbage in either would copy what all can share
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
        """Fork a process that calls `main` of a module with these arguments behind its name; none if that fails."""
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
                own._bury()
            return None

    def _bury(self) -> None:
        """Give back what one that is gone held."""
        self._control.close()
        os.waitpid(self._pid, os.WNOHANG)

    async def _fork(self, module: str, arguments: Sequence[str]) -> ForkedProcess:
        """Fork a process."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [orjson.dumps((module, *arguments))], [theirs.fileno()])
            except OSError:
                ours.close()
                raise
        answers, asked = await asyncio.open_unix_connection(sock=ours)
        try:
            return ForkedProcess(int.from_bytes(await answers.readexactly(_PID)), asked, answers)
        except (asyncio.IncompleteReadError, asyncio.CancelledError):
            asked.close()
            raise


class ForkedProcess:
    """A process that was forked, with what `asyncio.subprocess.Process` has and is used of it."""

    def __init__(self, pid: int, stdin: asyncio.StreamWriter, stdout: asyncio.StreamReader) -> None:
        """Watch it until it ends."""
        self.pid = pid
        self.stdin, self.stdout = stdin, stdout
        self.returncode: int | None = None
        self._ended = asyncio.Event()
        self._watched = os.pidfd_open(pid)
        asyncio.get_running_loop().add_reader(self._watched, self._note_end)

    async def wait(self) -> int | None:
        """Wait for its end, and give its exit code, or the number of the signal that ended it, negative."""
        await self._ended.wait()
        return self.returncode

    def _note_end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._watched)
        os.close(self._watched)
        _, status = os.waitpid(self.pid, 0)
        self.returncode = os.waitstatus_to_exitcode(status)
        self.stdin.close()
        self._ended.set()


def end_with_parent() -> None:
    """Let the system end this process with whoever started it, also while C code keeps every thread from running."""
    if sys.platform == "linux":
        _ask_system(_SIGNAL_OF_PARENT, signal.SIGKILL)


def _ask_system(number: int, value: int | bytes) -> None:
    ctypes.CDLL(None).prctl(number, value)


def _is_safe() -> bool:
    """Say whether this process may be forked, and can be told how those end that were forked of its fork."""
    if sys.platform != "linux" or len(list(Path("/proc/self/task").iterdir())) > 1:
        return False
    with suppress(OSError):
        os.close(os.pidfd_open(os.getpid()))
        return True
    return False


def _serve(control: socket.socket, parent: int) -> NoReturn:
    """Fork a process for each request until nobody asks any more."""
    end_with_parent()
    if os.getppid() != parent:
        os._exit(0)
    _ask_system(_NAME_OF_THREAD, _NAME.encode())
    for number in SPARED:
        signal.signal(number, signal.SIG_IGN)  # an orchestrator may send them to all; it ends with its parent
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    gc.enable()  # who forked it may still be loading
    with suppress(OSError):
        while True:
            request, descriptors, _, _ = socket.recv_fds(control, _LARGEST_REQUEST, 1)
            if not request:
                break
            command = orjson.loads(request)
            with suppress(Exception):  # whatever is wrong is told by its pipe, which closes
                if command[0] not in sys.modules:  # then it is loaded once
                    import_module(command[0])
                    freeze_loaded_objects()
                _fork(control, command, descriptors[0])
            os.close(descriptors[0])
    os._exit(0)


def _fork(control: socket.socket, command: Sequence[str], pipe: int) -> None:
    """Fork a process by a fork that ends at once, so that it becomes a child of who asked, and say its number."""
    with _pipe() as (waits, goes), _pipe() as (numbers, number):
        between = os.fork()
        if between == 0:
            try:
                goes.close()
                _ask_system(_NAME_OF_THREAD, command[0].rpartition(".")[2].encode())
                forked = os.fork()
                if forked == 0:
                    control.close()
                    waits.read(1)  # until the one between has ended
                    for each in (waits, numbers, number):
                        each.close()
                    _work(command, pipe)
                number.write(forked.to_bytes(_PID))
            finally:
                os._exit(0)
        os.waitpid(between, 0)
        number.close()
        os.write(pipe, numbers.read(_PID) or b"")


@contextmanager
def _pipe() -> Iterator[tuple[io.FileIO, io.FileIO]]:
    """Open a pipe, its end to read first, and close what is still open of it."""
    reading, writing = os.pipe()
    with io.FileIO(reading, "rb") as reads, io.FileIO(writing, "wb") as writes:
        yield reads, writes


def _work(command: Sequence[str], pipe: int) -> NoReturn:
    """Be the process of a program, with this pipe as its standard input and output."""
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
        os._exit(code)  # what was to be done at the end of the process that was forked is none of this one's
