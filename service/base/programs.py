"""Which programs work apart for a server, and what does each of them do?

A server has their work done in processes of their own (`service/base/processes.py`), a command that answers by itself
does it on the spot; both find the work by its name in the table that the module of the program gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.engine.stopping import ShouldStop

    Work = Callable[[bytes, ShouldStop], bytes]


@dataclass(frozen=True, slots=True)
class Program:
    """A module whose `main` works apart, as `service.base.apart` says, and within what bounds.

    Its `works` gives what it can do by a gazette, by name; the `arguments` are the folder of that, if it needs one, and
    what else `works` takes. `most` processes work at once, each for so many
    `seconds` at the longest; `kept` of them stay warm when idle, and `standing` are there before there is work. Work
    that `listens` asks often whether to go on, so that a process which does not come to its end when told is hung:
    whoever waited may ask again.
    """

    module: str
    arguments: Sequence[str] = ()
    most: int = 1
    seconds: float = 60
    kept: int = 0
    standing: int = 0
    listens: bool = False

    @property
    def kind(self) -> str:
        """Name what waits for its processes, as the metrics do."""
        return self.module.rpartition(".")[2]

    def works(self, gazette: object) -> Mapping[str, Work]:
        """Give what it can do by a gazette, to be done in this process."""
        works: Mapping[str, Work] = import_module(self.module).works(gazette, *self.arguments[1:])
        return works


class Working(Protocol):
    """Does the work of one program."""

    async def work(self, name: str, content: bytes, *, language: str = "en") -> bytes:
        """Do the work of this name.

        Raises:
            TouchstoneError: it was refused, in this language too, or failed.
        """
        ...
