"""Main loop of a worker process, which ends with its parent, even during work.

Printed output is discarded, because standard output carries the answers.
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
from service.base.call_context import pin_states, set_current_organization
from service.base.fork_server import SPARED, end_with_parent
from service.base.grpc_status import harmless, status_of
from service.base.worker_specs import perform
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import types_pb2

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from service.base.worker_specs import Works

FRAME = struct.Struct("!BQ")
WORK, LEFT, ANSWER, ERROR, TOO_MUCH, READY, REPORT = range(7)
_STDIN, _STDOUT = 0, 1
"""Standard input and output; after a fork, `sys.stdin` may belong to the parent."""


def worker_main(works: Works, *, memory: int) -> None:
    """Process work within `memory` bytes until the pipe closes.

    Work that exceeds it ends the process.
    """
    end_with_parent()
    for number in SPARED:
        signal.signal(number, signal.SIG_IGN)  # on shutdown, current work is finished first
    incoming, answers = os.fdopen(os.dup(_STDIN), "rb"), os.fdopen(os.dup(_STDOUT), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    by_name = {incoming.DESCRIPTOR.full_name: (incoming, work) for incoming, work in works.items()}
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    caller_gone = threading.Event()
    threading.Thread(target=_read_requests, args=(incoming, waiting, caller_gone), daemon=True).start()
    _write(answers, READY, b"")

    def report(message: Message) -> None:
        _write(answers, REPORT, message.SerializeToString())

    while True:
        piece = work_pb2.Piece.FromString(waiting.get())
        message_type, work = by_name[piece.asked]
        set_current_organization(piece.organization)
        pin_states(piece.pinned_states)
        logs.clear_and_bind()
        try:
            answer = perform(work, message_type.FromString(piece.content), caller_gone.is_set, report)
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


def _read_requests(incoming: BinaryIO, waiting: queue.SimpleQueue[bytes], caller_gone: threading.Event) -> None:
    while header := incoming.read(FRAME.size):
        kind, size = FRAME.unpack(header)
        content = incoming.read(size)
        if kind == LEFT:
            caller_gone.set()
            continue
        caller_gone.clear()
        waiting.put(content)
    os._exit(0)


def _write(answers: BinaryIO, kind: int, content: bytes) -> None:
    answers.write(FRAME.pack(kind, len(content)) + content)  # in one write, to wake the reader once
    answers.flush()
