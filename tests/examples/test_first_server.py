"""Tutorial of a first secured server: every command, run from an empty folder."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from service.configuration.settings import Settings, check_environment
from tests.docs.test_readme import ROOT, blocks
from tests.support.outside import program
from tests.support.postgres import running_server

PAGE = (ROOT / "docs" / "first-server.md").read_text(encoding="utf-8")
PORTS = ("50051", "8443", "9464")
HOST = "host=database.example\nuser=touchstone\n"
SAID = (
    "schema", "factory-7  zero-carbon-factory@", 'touchstone_conclusions_total{card="zero-carbon-factory"',
    "revoked", "certificate_renewed", "1 evaluation backed up to backups/first", "1 evaluation restored",
    "EvaluateSubject", "1 evaluation backed up to backups/before-upgrade",
)  # fmt: skip
"""Expected output of the commands, in order."""
_SECONDS = 500


def test_every_variable_on_the_page_is_a_setting() -> None:
    (block,) = [block for block in blocks("sh", PAGE) if "server.env <<" in block]
    variables = dict(re.findall(r"^(\w+)=(.+)$", block, re.MULTILINE))
    check_environment(variables)
    names = {name.removeprefix("TOUCHSTONE_").lower() for name in variables if name != "PGSERVICEFILE"}
    assert names <= set(Settings.model_fields)
    assert {name for name in PORTS if name in " ".join(variables.values())} == {"50051", "8443", "9464"}


@pytest.mark.full
def test_every_command_has_the_effect_described_on_the_page(tmp_path: Path) -> None:
    for needed in ("openssl", "curl"):
        program(needed, "nobody types the page")
    programs, desk = tmp_path / "bin", tmp_path / "desk"
    programs.mkdir()
    desk.mkdir()
    for name, arguments in (("python", ""), ("touchstone", "-m service.cli.main")):
        started = programs / name
        started.write_text(f'#!/bin/sh\nexec {sys.executable} {arguments} "$@"\n', encoding="utf-8")
        started.chmod(0o755)
    typed = "".join(blocks("sh", PAGE))
    assert HOST in typed
    with ExitStack() as until:
        for port in PORTS:
            free = until.enter_context(socket.socket())
            free.bind(("127.0.0.1", 0))
            typed = typed.replace(port, str(free.getsockname()[1]))
        until.pop_all().close()
        server = until.enter_context(contextmanager(running_server)())
        reached = psycopg.conninfo.conninfo_to_dict(server.get_uri())
        mine = "".join(f"{key}={value}\n" for key, value in reached.items() if value and key != "dbname")
        environment = {
            "PATH": f"{programs}:{server.bin_path}:{os.environ['PATH']}",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'proto'}",
        }
        with (tmp_path / "said").open("w") as log_file:
            shell = subprocess.Popen(  # noqa: S603 -- of our own page
                ("/bin/sh", "-e", "-c", typed.replace(HOST, mine)),
                cwd=desk,
                env=environment,
                stdout=log_file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            code = shell.wait(_SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGKILL)
    output = (tmp_path / "said").read_text(encoding="utf-8")
    assert code == 0, output[-3000:]
    place = 0
    for words in SAID:
        place = output.find(words, place)
        assert place >= 0, f"{words!r} is not said, or not in its place:\n{output}"
