"""What does a process do that works apart for a server? One piece of work after the other, as its pipe brings them.

It ends with whoever started it: a thread of its own reads the pipe, also while work is being done, and where the work
lets no thread run, the system ends it. Nothing it prints goes anywhere, for its standard output carries the answers.
"""

from __future__ import annotations

import os
import queue
import resource
import signal
import struct
import sys
import threading
from typing import TYPE_CHECKING, BinaryIO

import orjson

from service.base import logs
from service.base.fork_server import SPARED, end_with_parent
from service.base.of_call import work_for
from service.base.status import harmless, status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.engine.stopping import ShouldStop

    Work = Callable[[bytes, ShouldStop], bytes]

FRAME = struct.Struct("!BQ")
"""What stands before each message: its kind, and how many bytes follow."""
WORK, LEFT, ANSWER, ERROR, TOO_MUCH, READY = range(6)
_ASKED, _ANSWERED = 0, 1
"""The standard input and output, by number: what Python calls so may be that of whoever was forked."""
_POLITENESS = 5
"""How far behind evaluations the system puts other work."""


def work_apart(works: Mapping[str, Work], *, memory: int, polite: bool = True) -> None:
    """Do what is asked by name until nobody asks any more, in so many bytes of memory at most.

    Work that needs more is answered as such and ends the process, so that nothing of it stays. What is `polite` runs
    behind evaluations. What a work binds to its log is told beside its error.
    """
    end_with_parent()
    for number in SPARED:
        signal.signal(number, signal.SIG_IGN)  # whoever ends everything at once: what is in work is finished first
    asked, answers = os.fdopen(os.dup(_ASKED), "rb"), os.fdopen(os.dup(_ANSWERED), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), _ANSWERED)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if polite:
        os.nice(_POLITENESS)
    waiting: queue.SimpleQueue[tuple[bytes, bytes]] = queue.SimpleQueue()
    left = threading.Event()
    threading.Thread(target=_hear, args=(asked, waiting, left), daemon=True).start()
    _write(answers, READY, b"")
    while True:
        head, content = waiting.get()
        name, language, organization = orjson.loads(head)
        work_for(organization)
        logs.bind_anew()
        try:
            _write(answers, ANSWER, works[name](content, left.is_set))
        except (MemoryError, RecursionError):
            _write(answers, TOO_MUCH, b"")
            sys.exit()
        except Exception as error:
            said = {**logs.bound(), **harmless(error)}
            told = {"status": status_of(error, language).SerializeToString().hex(), "harmless": said}
            _write(answers, ERROR, orjson.dumps(told))


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
