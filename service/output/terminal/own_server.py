"""Temporary server subprocess of a command: start on a free port, and shutdown."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.configuration.folders import CHECKOUT
from service.output.terminal.connection_options import ConnectionOptions, use_connection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_say = message_factory(__name__)

_START_SECONDS = 60
_STOP_SECONDS = 30
_LAST_WORDS = 2_000
_ANY_SIZE = 1 << 30
"""The command takes answers of any size."""
_OF_OTHER_CALLERS = tuple(
    f"TOUCHSTONE_{name}"
    for name in ("TLS_", "API_KEYS", "JWT_", "CERTIFICATE_PRINCIPALS", "OIDC_", "WORKBENCH_URL", "TRIAL")
)
"""Settings of a server that others call; this one has the command as its only caller."""


@contextmanager
def temporary_server(gazette: Path, **settings: str) -> Iterator[str]:
    """Run `touchstone serve` on a free port as long as it is needed, and give its address.

    `settings` are further settings of the service in lower case. What the server logs is shown if it does not start.

    Raises:
        Refusal: the server does not start, for instance because another one uses the database.
    """
    environment = {
        "TOUCHSTONE_LOG_LEVEL": "error",
        "TOUCHSTONE_MAXIMUM_ANSWER_BYTES": str(_ANY_SIZE),
        **{name: value for name, value in os.environ.items() if not name.startswith(_OF_OTHER_CALLERS)},
        "TOUCHSTONE_ADDRESS": "127.0.0.1:0",
        "TOUCHSTONE_GAZETTE": str(gazette.resolve()),
        **{f"TOUCHSTONE_{name.upper()}": value for name, value in settings.items()},
    }
    path = os.pathsep.join(filter(None, (str(CHECKOUT), environment.get("PYTHONPATH", ""))))
    command = (sys.executable, "-m", "service.cli.main", "serve")
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(  # noqa: S603 -- the command is our own
            command,
            env={**environment, "PYTHONPATH": path},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,  # Ctrl-C is for the command, which then stops the server
        ) as process,
        _ending_by_term(),
    ):
        try:
            address = _address(process)
            if not address:
                log.seek(0)
                words = log.read()[-_LAST_WORDS:].strip()
                raise Refusal(Reason.SERVER_UNAVAILABLE, _say("DID_NOT_START", words=words))
            with use_connection(ConnectionOptions()):
                yield address
        finally:
            process.terminate()
            try:
                process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def _ending_by_term() -> Iterator[None]:
    """Let SIGTERM, and SIGHUP of a terminal that goes, end the command as Ctrl-C does, whoever keeps that.

    Else its server, which pays no heed to them, would outlive it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> None:
        signal.raise_signal(signal.SIGINT)

    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    for number, kept in before.items():
        if kept is not signal.SIG_IGN:
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, kept in before.items():
            signal.signal(number, kept)


def _address(process: subprocess.Popen[str]) -> str:
    deadline = time.monotonic() + _START_SECONDS
    while process.stdout is not None and process.poll() is None and time.monotonic() < deadline:
        ready, _, _ = select.select([process.stdout], [], [], 0.2)
        if ready and (line := process.stdout.readline()):
            return line.split()[-1]
    return ""
