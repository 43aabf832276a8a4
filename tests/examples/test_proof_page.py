"""Page for regulators: every command runs unchanged, without our package and repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from service.proofs.time_stamp_client import TimeStampAuthority as Asking
from service.transparency.log_trust import read_log_trust
from tests.examples.test_verifier import ROOT, VERIFIER, library, logged
from tests.support.authority import AUTHORITY, Authority, Stamping
from tests.support.logged import Logged
from tests.support.recomputing import FOLDER

__all__ = ["library", "logged"]

_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
SAID = {
    "python verify_bundle.py": "These checks do not prove",
    "python verify_time_stamps.py": "12. time_stamps passed",
    "python recomputation": "to the last byte",
    "openssl ts": "Verification: OK",
}
"""Expected final output of each command that needs no package of ours."""


def blocks(page: str) -> list[str]:
    commands = _BLOCK.findall((ROOT / "docs" / page).read_text("utf-8"))
    return [block for block in commands if "touchstone" not in block]


@pytest.fixture(scope="module")
def handed_files(logged: Logged, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, authority = tmp_path_factory.mktemp("given"), Authority()
    logged.write_trust(time_stamp_authorities={AUTHORITY: authority.trusted})
    row = logged.evaluate()
    checkpoint = logged.cosigned().checkpoint
    with Stamping(authority.answer) as answering:
        asking = Asking(answering.url, field="url")
        logged.store.time_stamps.add(asking.stamp(checkpoint, read_log_trust(logged.trust)))
    (folder / "bundle.json").write_bytes(logged.bundle(row).written())
    shutil.copy(logged.trust, folder / "trust.json")
    for name in ("verify_bundle.py", "verify_time_stamps.py"):
        shutil.copy(VERIFIER.parent / name, folder)
    shutil.copytree(FOLDER, folder / "recomputation", ignore=shutil.ignore_patterns("__pycache__"))
    assert json.loads((folder / "bundle.json").read_bytes())["time_stamps"]
    return folder


@pytest.mark.full
@pytest.mark.parametrize("page", ["proof.md", "proof.zh.md"])
def test_every_command_without_our_package_runs_unchanged(
    handed_files: Path, library: Path, tmp_path: Path, page: str
) -> None:
    assert [sum(command in block for block in blocks(page)) for command in SAID] == [1, 1, 1, 1]
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -S -X utf8 "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    desk = tmp_path / "desk"
    shutil.copytree(handed_files, desk)
    for block in blocks(page):
        (expected,) = [said for command, said in SAID.items() if command in block]
        if "openssl" in block and shutil.which("openssl") is None:
            continue
        done = subprocess.run(  # noqa: S603 -- of our own page
            ("/bin/sh", "-e", "-c", block),
            cwd=desk,
            env={"PATH": f"{python.parent}:{os.environ['PATH']}", "PYTHONPATH": str(library)},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert (done.returncode, expected in done.stdout + done.stderr) == (0, True), block + done.stdout + done.stderr
