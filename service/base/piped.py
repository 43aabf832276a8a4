"""How is a process that works apart asked, told that nobody waits any more, and ended?"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from service.base.apart import FRAME, LEFT, READY, TOO_MUCH, WORK
from service.base.fork_server import ForkServer

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Sequence

    from service.base.fork_server import Forked

_ENDING_SECONDS = 0.25
"""How long after its pipe a process may end."""


@dataclass(eq=False, slots=True)
class Piped:
    """One process, and whether its pipes stand between two pieces of work."""

    process: Process | Forked
    is_free: bool = field(default=True)

    @classmethod
    async def start(cls, module: str, arguments: Sequence[str]) -> Piped:
        """Start one out of reach of what is typed at a terminal: forked, or where that cannot be by its command."""
        forked = await ForkServer.forked(module, arguments)
        if forked is not None:
            return cls(forked)
        command = (sys.executable, "-m", module, *arguments)
        return cls(
            await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True
            )
        )

    @property
    def lives(self) -> bool:
        """Say whether it has not ended, as far as is known."""
        return self.process.returncode is None

    @property
    def end_told(self) -> str:
        """Name the signal, or else the exit code, by which it ended."""
        code = self.process.returncode
        if code is None:
            return ""
        with suppress(ValueError):
            return signal.Signals(-code).name
        return str(code)

    async def ready(self) -> None:
        """Wait until it takes work.

        Raises:
            OSError, IncompleteReadError: it ended.
        """
        kind, _ = await self._answer()
        if kind != READY:
            raise BrokenPipeError

    async def exchange(self, content: bytes) -> tuple[int, bytes]:
        """Ask, and give the kind of the answer and the answer.

        Raises:
            OSError, IncompleteReadError: the process ended.
        """
        self.is_free = False
        asked = self.process.stdin
        if asked is None:
            raise BrokenPipeError
        asked.write(FRAME.pack(WORK, len(content)) + content)
        await asked.drain()
        kind, answer = await self._answer()
        self.is_free = kind != TOO_MUCH
        return kind, answer

    async def left(self, exchange: asyncio.Future[tuple[int, bytes]], seconds: float) -> bool:
        """Tell it that nobody waits any more, give it so long to come to its end, and say whether it did."""
        if self.process.stdin is not None:
            with suppress(OSError):
                self.process.stdin.write(FRAME.pack(LEFT, 0))
        await asyncio.wait((exchange,), timeout=seconds)
        return exchange.done()

    async def ended(self) -> None:
        """Wait for the end of one whose pipe is closed, which comes at once; then end it."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING_SECONDS):
                await self.process.wait()
        await self.end()

    async def end(self) -> None:
        """End it, whatever it does."""
        if self.lives:
            with suppress(ProcessLookupError):
                # Process.kill would first ask how it ended, and so keep that from whoever waits for it.
                os.kill(self.process.pid, signal.SIGKILL)
            await self.process.wait()

    async def _answer(self) -> tuple[int, bytes]:
        answers = self.process.stdout
        if answers is None:
            raise BrokenPipeError
        kind, size = FRAME.unpack(await answers.readexactly(FRAME.size))
        return kind, await answers.readexactly(size)
