"""Worker specifications: module, limits, and the protocol for requesting work.

Servers use worker processes, commands work in-process. Both find the handler by message type. Internal messages are in
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
    Report = Callable[[Message], None]
    Works = Mapping[type[Message], "Work | ReportingWork"]
    """Handlers of a worker program, by type of request message. Each returns a message."""

Answer = TypeVar("Answer", bound="Message")


def _ignore(_: Message) -> None:
    """Drop a reported message."""


@dataclass(frozen=True, slots=True)
class ReportingWork:
    """Handler that may report messages before it returns its answer."""

    work: Callable[[Any, ShouldStop, Report], Message]

    def __call__(self, request: Any, should_stop: ShouldStop, report: Report = _ignore) -> Message:
        return self.work(request, should_stop, report)


def perform(work: Work | ReportingWork, request: Message, should_stop: ShouldStop, report: Report) -> Message:
    """Return the answer of a handler, which may report messages before."""
    return work(request, should_stop, report) if isinstance(work, ReportingWork) else work(request, should_stop)


@dataclass(frozen=True, slots=True)
class WorkerSpec:
    """A worker module that runs `service.base.worker_loop`, and its limits.

    `arguments` start with the gazette folder, if needed. `seconds` limits each piece of work. `max_idle` processes stay
    warm, and `min_warm` start early. `cancellable` work checks for cancellation, so a process that ignores it is hung.
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
        return self.module.rpartition(".")[2]

    def works(self, gazette: object) -> Works:
        works: Works = import_module(self.module).works(gazette, *self.arguments[1:])
        return works


class Worker(Protocol):
    """Performs the work of one program."""

    async def work(
        self,
        job: Message,
        answer: type[Answer],
        *,
        language: str = "en",
        on_report: Callable[[bytes], None] | None = None,
    ) -> Answer:
        """Process a request and return the answer.

        `on_report` receives each reported message, serialized, on the event loop; it must not wait.

        Raises:
            TouchstoneError: If the request is refused, or the work fails.
        """
