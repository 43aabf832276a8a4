"""Malware scanning before storage: a command of the operator, or clamd at a socket.

A command is called with the path of the file as its last argument, without a shell, and answers by its exit code as
clamscan does: 0 nothing found, 1 something found, anything else that it failed. clamd is sent the file by INSTREAM.
"""

from __future__ import annotations

import os
import shlex
import signal
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rules.contracts import InputError, Violation, message_factory
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.files.incoming import CHUNK_BYTES

_say = message_factory(__name__)

_SETTING = "TOUCHSTONE_EVIDENCE_SCAN"
_UNIX, _TCP = "unix:", "tcp:"
_FOUND = 1
_LONGEST_ANSWER = 4096
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TZ")
"""What a scanner is told of the environment, which may hold keys."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """Asks a command, or clamd, which has so many seconds for a file."""

    command: tuple[str, ...]
    address: str
    seconds: float

    def check(self, path: Path) -> None:
        """Refuse a file that is not harmless, or of which that is not known; harmless is said with that word alone."""
        try:
            infected = self._asked_clamd(path) if self.address else self._called(path)
        except (TimeoutError, subprocess.TimeoutExpired):
            logs.error("scan_too_slow", seconds=self.seconds)
            raise Refusal(Reason.SCAN_TOO_SLOW, _say("SCAN_TOO_SLOW", seconds=self.seconds)) from None
        except (OSError, ValueError) as error:
            logs.error("scan_failed", failure=type(error).__name__)
            raise Refusal(Reason.SCAN_FAILED, _say("SCAN_FAILED")) from error
        if infected:
            logs.warning("malware_found")
            raise Refusal(Reason.MALWARE_FOUND, _say("MALWARE_FOUND"))

    def _called(self, path: Path) -> bool:
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        process = subprocess.Popen(  # noqa: S603 -- the operator's command, and the path is ours
            (*self.command, str(path)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        try:
            ended = process.wait(self.seconds)
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)  # it, and whatever it started
            process.wait()
        if ended not in {0, _FOUND}:
            raise ValueError(ended)
        return ended == _FOUND

    def _asked_clamd(self, path: Path) -> bool:
        until = time.monotonic() + self.seconds
        with _connected(self.address, self.seconds) as clamd, path.open("rb") as file:
            clamd.sendall(b"zINSTREAM\0")
            while piece := file.read(CHUNK_BYTES):
                clamd.settimeout(_left(until))
                clamd.sendall(len(piece).to_bytes(4, "big") + piece)
            clamd.sendall(bytes(4))
            answer = b""
            while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
                clamd.settimeout(_left(until))
                if not (piece := clamd.recv(_LONGEST_ANSWER)):
                    break
                answer += piece
        verdict = answer.rstrip(b"\0\n")
        if not verdict.endswith((b": OK", b" FOUND")):
            raise ValueError("no answer of clamd's")
        return verdict.endswith(b" FOUND")


def scanner_of(asked: str, seconds: float) -> Scanner | None:
    """Read how the scanner is asked; None if there is none."""
    if not asked.strip():
        return None
    if asked.startswith((_UNIX, _TCP)):
        kind, _, rest = asked.partition(":")
        host, _, port = rest.rpartition(":")
        if not rest or (kind == "tcp" and not (host and port.isdecimal() and int(port) < 1 << 16)):
            raise InputError((Violation(_SETTING, _say("SCAN_SETTING", found=asked[:80]), "MALFORMED"),))
        return Scanner((), asked, seconds)
    try:
        command = tuple(shlex.split(asked))
    except ValueError:
        raise InputError((Violation(_SETTING, _say("SCAN_SETTING", found=asked[:80]), "MALFORMED"),)) from None
    return Scanner(command, "", seconds)


def _connected(address: str, seconds: float) -> socket.socket:
    if address.startswith(_TCP):
        host, _, port = address.removeprefix(_TCP).rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), timeout=seconds)
    clamd = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    clamd.settimeout(seconds)
    try:
        clamd.connect(address.removeprefix(_UNIX))
    except BaseException:
        clamd.close()
        raise
    return clamd


def _left(until: float) -> float:
    remaining = until - time.monotonic()
    if remaining <= 0:
        raise TimeoutError
    return remaining
