"""A program that works apart, for tests: it answers, waits, fails, grows or dies as it is asked."""

import os
import time

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.engine.stopping import ShouldStop
from service.base.apart import work_apart

_say = speaker("service.base.apart")


def echo(content: bytes, _: ShouldStop) -> bytes:
    print("what is printed goes nowhere")
    return b"%d %s" % (os.getpid(), content)


def wait(content: bytes, should_stop: ShouldStop) -> bytes:
    """Wait until the caller has left; for a deaf one, for ever."""
    with open(content.decode(), "w") as begun:  # noqa: PTH123 -- a pipe
        begun.write(str(os.getpid()))
    while not should_stop():
        time.sleep(0.005)
    return b""


def deaf(content: bytes, _: ShouldStop) -> bytes:
    return wait(content, lambda: False)


def refuse(_: bytes, __: ShouldStop) -> bytes:
    raise InputError((Violation("text", _say("PAGE_SIZE", size=-1, most=3), "WRONG_VALUE"),))


def fail(_: bytes, __: ShouldStop) -> bytes:
    raise ZeroDivisionError("a secret")


def grow(_: bytes, __: ShouldStop) -> bytes:
    return bytes(1 << 40)


def die(_: bytes, __: ShouldStop) -> bytes:
    os._exit(7)


def main() -> None:
    works = {"echo": echo, "wait": wait, "deaf": deaf, "refuse": refuse, "fail": fail, "grow": grow, "die": die}
    work_apart(works, memory=1 << 30)


if __name__ == "__main__":
    main()
