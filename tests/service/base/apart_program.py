"""Worker program for tests: it answers, waits, fails, allocates memory or exits on request."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError
from rules.contracts.messages import message_factory
from rules.engine.cancellation import ShouldStop
from service.base.worker_loop import worker_main
from service.base.worker_pool import WorkerPool
from service.base.worker_specs import ReportingWork
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from service.base.worker_specs import Report

_message = message_factory("service.base.worker_loop")


def echo(content: bytes, _: ShouldStop) -> bytes:
    print("what is printed goes nowhere")
    return b"%d %s" % (os.getpid(), content)


def wait(content: bytes, should_stop: ShouldStop) -> bytes:
    """Wait until the caller has left. The deaf variant waits forever."""
    with open(content.decode(), "w") as begun:  # noqa: PTH123 -- a pipe
        begun.write(str(os.getpid()))
    while not should_stop():
        time.sleep(0.005)
    return b""


def count(content: bytes, should_stop: ShouldStop, report: Report) -> bytes:
    """Report numbers, up to the content or until the caller has left."""
    number = 0
    while number < int(content) and not should_stop():
        number += 1
        report(work_pb2.Piece(content=b"%d" % number))
        time.sleep(0.001)
    return b"%d" % os.getpid()


def deaf(content: bytes, _: ShouldStop) -> bytes:
    return wait(content, lambda: False)


def refuse(_: bytes, __: ShouldStop) -> bytes:
    raise InputError.of("text", _message("PAGE_SIZE", size=-1, most=3), "WRONG_VALUE")


def fail(_: bytes, __: ShouldStop) -> bytes:
    raise ZeroDivisionError("a secret")


def grow(_: bytes, __: ShouldStop) -> bytes:
    return bytes(1 << 40)


def die(_: bytes, __: ShouldStop) -> bytes:
    os._exit(7)


WORKS = {work.__name__: work for work in (echo, wait, deaf, refuse, fail, grow, die)}


def worked(asked: work_pb2.Piece, should_stop: ShouldStop) -> work_pb2.Piece:
    """Run the named work. The message type is arbitrary."""
    return work_pb2.Piece(content=WORKS[asked.asked](asked.content, should_stop))


def counted(asked: work_pb2.Subject, should_stop: ShouldStop, report: Report) -> work_pb2.Piece:
    return work_pb2.Piece(content=count(asked.subject.encode(), should_stop, report))


async def ask(processes: WorkerPool, name: str, content: bytes, language: str = "en") -> bytes:
    asked = work_pb2.Piece(asked=name, content=content)
    return (await processes.work(asked, work_pb2.Piece, language=language)).content


def main() -> None:
    worker_main({work_pb2.Piece: worked, work_pb2.Subject: ReportingWork(counted)}, memory=1 << 30)


if __name__ == "__main__":
    main()
