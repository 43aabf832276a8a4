"""Main loop of a worker process: one piece of work after the other from its pipe.

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
from typing import TYPE_CHECKING, Any, BinaryIO

from service.base import logs
from service.base.call_context import set_current_organization
from service.base.fork_server import SPARED, end_with_parent
from service.base.grpc_status import harmless, status_of
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import types_pb2

if TYPE_CHECKING:
    from service.base.worker_specs import Works

FRAME = struct.Struct("!BQ")
"""What stands before each message: its kind, and how many bytes follow."""
WORK, LEFT, ANSWER, ERROR, TOO_MUCH, READY = range(6)
_ASKED, _ANSWERED = 0, 1
"""The standard input and output, by number: what Python calls so may be that of whoever was forked."""
_POLITENESS = 5
"""How far behind evaluations the system puts other work."""


def worker_main(works: Works, *, memory: int, polite: bool = True) -> None:
    """Do what is asked until nobody asks any more, in so many bytes of memory at most.

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
    by_name = {asked.DESCRIPTOR.full_name: (asked, work) for asked, work in works.items()}
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    caller_gone = threading.Event()
    threading.Thread(target=_hear, args=(asked, waiting, caller_gone), daemon=True).start()
    _write(answers, READY, b"")
    while True:
        piece = work_pb2.Piece.FromString(waiting.get())
        asked_of, work = by_name[piece.asked]
        set_current_organization(piece.organization)
        logs.clear_and_bind()
        try:
            answer = work(asked_of.FromString(piece.content), caller_gone.is_set)
            _write(answers, ANSWER, answer.SerializeToString())
        except (MemoryError, RecursionError):
            _write(answers, TOO_MUCH, b"")
            sys.exit()
        except Exception as error:
            _write(answers, ERROR, _failure(error, piece.language_code).SerializeToString())


def _failure(error: Exception, language: str) -> work_pb2.Failure:
    status = status_of(error, language)
    item_error = types_pb2.ItemError(code=status.code, message=status.message, details=status.details)
    failure = work_pb2.Failure(error=item_error)
    noted: dict[str, Any] = {**logs.bound_fields(), **harmless(error)}
    failure.noted.update(noted)
    return failure


def _hear(asked: BinaryIO, waiting: queue.SimpleQueue[bytes], caller_gone: threading.Event) -> None:
    """Pass on what is asked, and note when who asked has left; end the process when nobody can ask any more."""
    while header := asked.read(FRAME.size):
        kind, size = FRAME.unpack(header)
        content = asked.read(size)
        if kind == LEFT:
            caller_gone.set()
            continue
        caller_gone.clear()
        waiting.put(content)
    os._exit(0)


def _write(answers: BinaryIO, kind: int, content: bytes) -> None:
    answers.write(FRAME.pack(kind, len(content)) + content)  # at once: whoever waits is woken once
    answers.flush()
