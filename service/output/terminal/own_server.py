"""Temporary server subprocess of a command."""

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

_message = message_factory(__name__)

_START_SECONDS = 60
_STOP_SECONDS = 30
_LOG_TAIL_CHARACTERS = 2_000
_MAXIMUM_ANSWER_BYTES = 1 << 30
_EXCLUDED_PREFIXES = tuple(
    f"TOUCHSTONE_{name}"
    for name in ("TLS_", "API_KEYS", "JWT_", "CERTIFICATE_PRINCIPALS", "OIDC_", "WORKBENCH_URL", "TRIAL")
)
"""Settings excluded because only this command calls the server."""


@contextmanager
def temporary_server(gazette: Path, **settings: str) -> Iterator[str]:
    """Run `touchstone serve` on a free port and yield its address.

    Raises:
        Refusal: If the server does not start.
    """
    environment = {
        "TOUCHSTONE_LOG_LEVEL": "error",
        "TOUCHSTONE_MAXIMUM_ANSWER_BYTES": str(_MAXIMUM_ANSWER_BYTES),
        **{name: value for name, value in os.environ.items() if not name.startswith(_EXCLUDED_PREFIXES)},
        "TOUCHSTONE_ADDRESS": "127.0.0.1:0",
        "TOUCHSTONE_GAZETTE": str(gazette.resolve()),
        **{f"TOUCHSTONE_{name.upper()}": value for name, value in settings.items()},
    }
    python_path = os.pathsep.join(filter(None, (str(CHECKOUT), environment.get("PYTHONPATH", ""))))
    command = (sys.executable, "-m", "service.cli.main", "serve")
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(  # noqa: S603 -- fixed command
            command,
            env={**environment, "PYTHONPATH": python_path},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,  # only the command handles Ctrl-C, then stops the server
        ) as process,
        _interrupt_on_termination(),
    ):
        try:
            address = _address(process)
            if not address:
                log.seek(0)
                log_tail = log.read()[-_LOG_TAIL_CHARACTERS:].strip()
                raise Refusal(Reason.SERVER_UNAVAILABLE, _message("DID_NOT_START", words=log_tail))
            with use_connection(ConnectionOptions()):
                yield address
        finally:
            process.terminate()
            try:
                process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def _interrupt_on_termination() -> Iterator[None]:
    """Handle SIGTERM and SIGHUP like Ctrl-C; otherwise the server would outlive the command."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> None:
        signal.raise_signal(signal.SIGINT)

    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    for number, handler in handlers.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _address(process: subprocess.Popen[str]) -> str:
    deadline = time.monotonic() + _START_SECONDS
    while process.stdout is not None and process.poll() is None and time.monotonic() < deadline:
        ready, _, _ = select.select([process.stdout], [], [], 0.2)
        if ready and (line := process.stdout.readline()):
            return line.split()[-1]
    return ""
