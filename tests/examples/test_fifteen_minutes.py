"""Fifteen-minute tutorial: every command, run with the installed package, against its printed output."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from service.examples import examples
from service.gazette.versions import Gazette
from service.input.workbook.input_file import read_subject_file
from service.output.mapping.requests import write_request
from tests.docs.test_readme import ROOT
from touchstone.client.json_form import as_json

PAGES = ("fifteen-minutes.md", "fifteen-minutes.zh.md")
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```", re.MULTILINE | re.DOTALL)
END = "that was block"
_SECONDS = 300


def test_the_example_request_equals_the_example_dossier() -> None:
    """So that the page may use either."""
    (dossier, request) = examples()
    rules = Gazette(ROOT / "scorecards").newest("zero-carbon-factory")
    read = read_subject_file(ROOT / "examples" / dossier, rules.scorecard, as_of="2026-11-20", settings={})
    written = write_request(read.subject, scorecard="scorecards/zero-carbon-factory", request_id="")
    assert json.loads(examples()[request]) == json.loads(as_json(written))


@pytest.mark.full
@pytest.mark.parametrize("page", PAGES)
def test_every_command_prints_the_output_on_the_page(page: str, tmp_path: Path) -> None:
    programs, desk = tmp_path / "bin", tmp_path / "desk"
    programs.mkdir()
    desk.mkdir()
    for name, arguments in (("python", ""), ("touchstone", "-m service.cli.main")):
        started = programs / name
        started.write_text(f'#!/bin/sh\nexec {sys.executable} {arguments} "$@"\n', encoding="utf-8")
        started.chmod(0o755)
    matches = BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    install, *blocks = matches
    assert "pip install" in install[1]
    typed = "".join(body if kind == "sh" else f'echo "{END}"\n' for kind, body in blocks)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    shell = subprocess.Popen(  # noqa: S603 -- of our own page
        ("/bin/sh", "-e", "-c", typed.replace("50051", port)),
        cwd=desk,
        env={
            "PATH": f"{programs}:{os.environ['PATH']}",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'proto'}",
            "TOUCHSTONE_GAZETTE": str(ROOT / "scorecards"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
    )
    try:
        output, _ = shell.communicate(timeout=_SECONDS)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(shell.pid, signal.SIGKILL)
    assert shell.returncode == 0, output
    shown = [body.replace("50051", port) for kind, body in blocks if kind == "text"]
    for expected, answer in zip(shown, output.split(END), strict=False):
        place = 0
        for line in expected.splitlines():
            place = answer.find(line, place)
            assert place >= 0, f"{line!r} is not said, or not in its place:\n{answer}"
    assert len(shown) == output.count(END) > 5
