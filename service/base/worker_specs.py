"""Worker specification: module, time limit, idle processes, and the protocol for giving it work.

A server runs workers in processes of their own (`service/base/worker_pool.py`), a command that answers by itself does
their work on the spot; both look up the handler, by the type of the message that asks for the work, in the table that
the module of the worker gives. The messages that are no part of the API are in
`proto/touchstone/internal/v1/work.proto`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from rules.engine import ShouldStop

    Work = Callable[[Any, ShouldStop], Message]
    Works = Mapping[type[Message], Work]
    """What a program does, by the message that asks for it; each answers with a message."""

Answer = TypeVar("Answer", bound="Message")


@dataclass(frozen=True, slots=True)
class WorkerSpec:
    """A module whose `main` works apart, as `service.base.worker_loop` says, and within what bounds.

    Its `works` gives what it can do by a gazette; the `arguments` are the folder of that, if it needs one, and what
    else `works` takes. `max_processes` processes work at once, each for so many `seconds` at the longest; `max_idle` of
    them stay warm when idle, and `min_warm` are there before there is work. Work that `cancellable` asks often whether
    to go on, so that a process which does not come to its end when told is hung: whoever waited may ask again.
    """

    module: str
    arguments: Sequence[str] = ()
    max_processes: int = 1
    seconds: float = 60
    max_idle: int = 0
    min_warm: int = 0
    cancellable: bool = False

    @property
    def kind(self) -> str:
        """Name what waits for its processes, as the metrics do."""
        return self.module.rpartition(".")[2]

    def works(self, gazette: object) -> Works:
        """Give what it can do by a gazette, to be done in this process."""
        works: Works = import_module(self.module).works(gazette, *self.arguments[1:])
        return works


class Worker(Protocol):
    """Does the work of one program."""

    async def work(self, asked: Message, answer: type[Answer], *, language: str = "en") -> Answer:
        """Do what a message asks for, and answer with one of this kind.

        Raises:
            TouchstoneError: it was refused, in this language too, or failed.
        """
        ...
