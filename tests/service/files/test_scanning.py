"""A scanner's answers are told apart: harmless, harmful, failed, too slow; nothing but the first lets a file in."""

from __future__ import annotations

import os
import socket
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from rules.contracts.errors import InputError
from service.base.refusals import Reason, Refusal
from service.files.scanning import scanner_of
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HARMFUL = b"X5O!P%@AP harmful"


@pytest.fixture
def script(tmp_path: Path) -> str:
    """A scanner as an operator may write one."""
    path = tmp_path / "scan it.py"
    path.write_text(
        "import os, pathlib, sys, time\n"
        "content = pathlib.Path(sys.argv[2]).read_bytes()\n"
        "assert not any(name.startswith('TOUCHSTONE') for name in os.environ)\n"
        "if sys.argv[1] == 'slow':\n"
        "    pathlib.Path(sys.argv[0] + '.pid').write_text(str(os.getpid()))\n"
        "    time.sleep(60)\n"
        "sys.exit(2 if sys.argv[1] == 'broken' else int(b'harmful' in content))\n"
    )
    return f"{sys.executable} '{path}'"


def asked(scan: str, path: Path, seconds: float = 30) -> Reason | None:
    scanner = scanner_of(scan, seconds)
    assert scanner is not None
    try:
        scanner.check(path)
    except Refusal as refusal:
        return refusal.reason
    return None


def file_of(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "; touch injected"
    path.write_bytes(content)
    return path


def test_a_command_is_asked(tmp_path: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOUCHSTONE_TOKEN", "secret")
    assert asked(f"{script} quick", file_of(tmp_path, b"fine")) is None
    assert asked(f"{script} quick", file_of(tmp_path, HARMFUL)) is Reason.MALWARE_FOUND
    assert asked(f"{script} broken", file_of(tmp_path, b"fine")) is Reason.SCAN_FAILED
    assert asked(str(tmp_path / "nosuch"), file_of(tmp_path, b"fine")) is Reason.SCAN_FAILED
    assert not (tmp_path / "injected").exists()


def test_a_slow_command_is_ended(tmp_path: Path, script: str) -> None:
    pid = tmp_path / "scan it.py.pid"
    assert asked(f"{script} slow", file_of(tmp_path, b"fine"), seconds=1) is Reason.SCAN_TOO_SLOW
    if pid.exists():
        until(lambda: not _runs(int(pid.read_text())))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class Clamd(threading.Thread):
    """Answers INSTREAM as clamd does, once for each connection, or with something else."""

    def __init__(self, answer: bytes | None = None) -> None:
        super().__init__(daemon=True)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp:127.0.0.1:{self.listener.getsockname()[1]}"
        self._answer = answer
        self._open: list[socket.socket] = []
        self.start()

    def run(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self._open.append(connection)
            with connection.makefile("rb") as stream:
                assert stream.read(10) == b"zINSTREAM\0"
                content = b""
                while size := int.from_bytes(stream.read(4), "big"):
                    content += stream.read(size)
            found = b"Eicar FOUND" if b"harmful" in content else b"OK"
            if self._answer != b"":
                connection.sendall(self._answer or b"stream: " + found + b"\0")
                connection.close()

    def close(self) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.join()
        for one in self._open:
            one.close()


@pytest.fixture
def clamd(request: pytest.FixtureRequest) -> Iterator[Clamd]:
    server = Clamd(getattr(request, "param", None))
    yield server
    server.close()


def test_clamd_is_asked(tmp_path: Path, clamd: Clamd) -> None:
    assert asked(clamd.address, file_of(tmp_path, b"fine" * 200_000)) is None
    assert asked(clamd.address, file_of(tmp_path, HARMFUL)) is Reason.MALWARE_FOUND


@pytest.mark.parametrize("clamd", [b"INSTREAM size limit exceeded. ERROR\0", b"x" * 9_000], indirect=True)
def test_what_clamd_does_not_say_is_no_answer(tmp_path: Path, clamd: Clamd) -> None:
    assert asked(clamd.address, file_of(tmp_path, b"fine")) is Reason.SCAN_FAILED


@pytest.mark.parametrize("clamd", [b""], indirect=True)
def test_a_clamd_that_is_silent_is_not_waited_for(tmp_path: Path, clamd: Clamd) -> None:
    assert asked(clamd.address, file_of(tmp_path, b"fine"), seconds=0.2) is Reason.SCAN_TOO_SLOW


def test_a_clamd_that_is_not_there_has_failed(tmp_path: Path) -> None:
    assert asked(f"unix:{tmp_path}/clamd.ctl", file_of(tmp_path, b"fine")) is Reason.SCAN_FAILED


def test_what_is_no_scanner_is_refused_at_the_start() -> None:
    assert scanner_of(" ", 1) is None
    for wrong in ("tcp:", "tcp:3310", "tcp:host:port", "unix:", "clamscan 'open"):
        with pytest.raises(InputError):
            scanner_of(wrong, 1)
