"""Log rotation by SIGHUP: a reopened log file, with no process lost."""

import json
import os
import signal
from pathlib import Path

import pytest

from tests.support.calling import request_for
from tests.support.commands import touchstone
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until


def events(path: Path) -> list[str]:
    return [json.loads(line)["event"] for line in path.read_text("utf-8").splitlines()]


@pytest.mark.full
def test_a_moved_log_file_is_created_again_and_no_process_is_lost(tmp_path: Path, gazette: Path) -> None:
    log, old, gone = (tmp_path / name for name in ("touchstone.log", "touchstone.log.1", "gone"))
    with RunningServer(tmp_path, gazette, TOUCHSTONE_LOG_FILE=str(log)) as server:
        server.evaluations.EvaluateSubject(request_for(small_subject()))
        until(lambda: "answered" in events(log), 20)
        working = server._children
        assert working
        log.rename(old)
        for pid in (*working, server.process.pid):
            os.kill(pid, signal.SIGHUP)
        until(log.exists, 20)
        server.evaluations.EvaluateSubject(request_for(small_subject()))
        until(lambda: "answered" in events(log), 20)
        assert events(log)[0] == "log_file_reopened"
        assert server._children == working
        log.rename(gone)
        log.mkdir()
        server.process.send_signal(signal.SIGHUP)
        until(lambda: "log_file_not_reopened" in events(gone), 20)
        server.evaluations.EvaluateSubject(request_for(small_subject()))
    assert events(gone)[-1] == "stopped"
    assert "process_lost" not in events(old) + events(gone)


@pytest.mark.full
def test_a_hang_up_signal_without_a_log_file_is_ignored(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette) as server:
        server.process.send_signal(signal.SIGHUP)
        until(lambda: "hang_up_ignored" in server.log, 20)
        server.evaluations.EvaluateSubject(request_for(small_subject()))


def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGHUP)
    monkeypatch.setenv("TOUCHSTONE_LOG_FILE", str(tmp_path / "absent" / "log"))
    try:
        result = touchstone("serve", "--address", "127.0.0.1:0", "--database-url", f"sqlite:///{tmp_path}/s.sqlite3")
    finally:
        signal.signal(signal.SIGHUP, before)
    assert result.exit_code == 2
    assert "TOUCHSTONE_LOG_FILE: The log cannot be written to" in result.stderr
