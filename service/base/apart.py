"""What does a process do that works apart for a server? One piece of work after the other, as its pipe brings them.

It ends with whoever started it: a thread of its own reads the pipe, also while work is being done, and where the work
lets no thread run, the system ends it. Nothing it prints goes anywhere, for its standard output carries the answers.
"""

from __future__ import annotations

import ctypes
import os
import queue
import resource
import signal
import struct
import sys
import threading
from typing import TYPE_CHECKING, BinaryIO

import orjson
import structlog

from service.base.status import harmless, status_of
from service.base.whose import work_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.engine.stopping import ShouldStop

    Work = Callable[[bytes, ShouldStop], bytes]

FRAME = struct.Struct("!BQ")
"""What stands before each message: its kind, and how many bytes follow."""
WORK, LEFT, ANSWER, ERROR, TOO_MUCH, READY = range(6)
_POLITENESS = 5
"""How far behind evaluations the system puts other work."""
_PARENT_DEATH = 1
"""By which number Linux is asked to send a signal when whoever started a process is gone."""


def work_apart(works: Mapping[str, Work], *, memory: int, polite: bool = True, asked: BinaryIO | None = None) -> None:
    """Do what is asked by name until nobody asks any more, in so many bytes of memory at most.

    Work that needs more is answered as such and ends the process, so that nothing of it stays. What is `polite` runs
    behind evaluations. What a work binds to its log is told beside its error.
    """
    _end_with_parent()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)  # whoever ends everything at once: what is in work is finished first
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if polite:
        os.nice(_POLITENESS)
    waiting: queue.SimpleQueue[tuple[bytes, bytes]] = queue.SimpleQueue()
    left = threading.Event()
    threading.Thread(target=_hear, args=(asked or sys.stdin.buffer, waiting, left), daemon=True).start()
    _write(answers, READY, b"")
    while True:
        head, content = waiting.get()
        name, language, organization = orjson.loads(head)
        work_for(organization)
        structlog.contextvars.clear_contextvars()
        try:
            _write(answers, ANSWER, works[name](content, left.is_set))
        except (MemoryError, RecursionError):
            _write(answers, TOO_MUCH, b"")
            sys.exit()
        except Exception as error:
            said = {**structlog.contextvars.get_contextvars(), **harmless(error)}
            told = {"status": status_of(error, language).SerializeToString().hex(), "harmless": said}
            _write(answers, ERROR, orjson.dumps(told))


def _end_with_parent() -> None:
    """Let the system end this process with whoever started it, also while C code keeps every thread from running."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH, signal.SIGKILL)


def _hear(asked: BinaryIO, waiting: queue.SimpleQueue[tuple[bytes, bytes]], left: threading.Event) -> None:
    """Pass on what is asked, and note when who asked has left; end the process when nobody can ask any more."""
    while header := asked.read(FRAME.size):
        kind, size = FRAME.unpack(header)
        content = asked.read(size)
        if kind == LEFT:
            left.set()
            continue
        left.clear()
        head, _, rest = content.partition(b"\n")
        waiting.put((head, rest))
    os._exit(0)


def _write(answers: BinaryIO, kind: int, content: bytes) -> None:
    answers.write(FRAME.pack(kind, len(content)))
    answers.write(content)
    answers.flush()
