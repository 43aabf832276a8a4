"""Example clients in Python, Node, TypeScript and Go: runs against a server, with results and errors."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.http.openapi import openapi
from service.serving.registry import SERVICES
from tests.support.outside import lacking, program
from tests.support.running import ROOT, RunningServer

CLIENTS = ROOT / "examples" / "clients"
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ENETUNREACH", "ETIMEDOUT", "ENOTCACHED")
"""Error codes of npm without network access or registry."""
SAID = ["KIND_GATE_FAILED", "RESULT_PASSED"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("server")
    with RunningServer(folder, ROOT / "scorecards", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as running:
        yield running


def toolchain(name: str) -> str:
    return program(name, "its client was not run")


def run(folder: Path, *command: str, **environment: str) -> list[str]:
    ran = subprocess.run(  # noqa: S603 -- the clients are our own
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def check(lines: list[str]) -> None:
    kind, why, result = lines
    assert [kind, result] == SAID
    assert "G2" in why or "gate" in why.lower()


@pytest.mark.full
def test_the_client_in_python(server: RunningServer) -> None:
    check(run(CLIENTS / "python", sys.executable, "evaluate.py", server.address, PYTHONPATH=str(ROOT / "proto")))


@pytest.mark.full
def test_the_client_for_node(server: RunningServer) -> None:
    check(run(CLIENTS / "node", toolchain("node"), "evaluate.mjs", server.http))


@pytest.mark.full
def test_the_client_in_typescript(server: RunningServer, tmp_path: Path) -> None:
    node, npm = toolchain("node"), toolchain("npm")
    folder, document = tmp_path / "examples" / "clients" / "typescript", Path("docs/reference/openapi.json")
    built = shutil.ignore_patterns("node_modules", "built", "api.d.ts")
    shutil.copytree(CLIENTS / "typescript", folder, ignore=built)
    (tmp_path / document).parent.mkdir(parents=True)
    (tmp_path / document).write_text(json.dumps(openapi(SERVICES)), encoding="utf-8")
    installed = subprocess.run((npm, "ci"), cwd=folder, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603 -- ours
    if any(unreachable in installed.stderr for unreachable in UNREACHABLE):
        lacking("no registry of npm is reached, so the client in TypeScript was not built")
    assert installed.returncode == 0, installed.stderr
    run(folder, npm, "run", "build")
    check(run(folder, node, "built/evaluate.js", server.http))


def test_the_lock_of_the_client_in_typescript_names_no_registry() -> None:
    lock = (CLIENTS / "typescript" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')


@pytest.mark.full
def test_the_client_in_go(server: RunningServer, tmp_path: Path) -> None:
    go = toolchain("go")
    program = tmp_path / "evaluate"
    settings = {"GOFLAGS": "-mod=mod", "GOTOOLCHAIN": "local"}
    run(CLIENTS / "go", go, "vet", ".", **settings)
    run(CLIENTS / "go", go, "build", "-o", str(program), ".", **settings)
    check(run(tmp_path, str(program), server.http))
