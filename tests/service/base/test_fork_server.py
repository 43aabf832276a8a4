"""Fork server: forked workers, replacement after a kill, fallback to a command, no orphans."""

import json
import os
import re
import signal
import subprocess
import sys
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from tests.support.running import ROOT
from tests.support.waiting import until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks where Linux tells how a grandchild ended")

PROGRAM = "tests.service.base.apart_program"
BEGUN = """
import asyncio, json, os, signal, sys, threading
from pathlib import Path
from service.base.fork_server import ForkServer
from service.base.worker_pool import WorkerPool
from service.base.worker_specs import WorkerSpec
from service.base.refusals import Refusal
from tests.service.base.apart_program import ask, echo

def told(pid):
    status = dict(line.split(":\\t", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return {"pid": pid, "name": status["Name"], "parent": int(status["PPid"]), "group": os.getpgid(pid)}

def children():
    return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]

def forking():
    return next(pid for pid in children() if told(pid)["name"] == "fork_server")

async def answering(processes):
    pid, content = (await ask(processes, "echo", os.urandom(1_000_000).hex().encode())).split()
    return int(pid)

async def killed(processes):
    (worker,) = processes._idle
    os.kill(worker.process.pid, signal.SIGKILL)
    await worker.process.wait()
    return worker.exit_status

async def acted(program):
    processes, said = WorkerPool(WorkerSpec(program, max_idle=1)), {}
    try:
        await act(processes, said)
    finally:
        await processes.close()
    print(json.dumps(said))
"""


PROGRAMS = sorted(
    str(path.relative_to(ROOT)).removesuffix(".py").replace("/", ".")
    for path in (ROOT / "service").rglob("*_process.py")
    if re.search(r"worker_main\(|worker_entry\(", path.read_text(encoding="utf-8"))
)


def command_for(act: str, program: str) -> tuple[str, ...]:
    """Return a command that begins with a fork server and uses a pool with one warm worker."""
    lines = "".join(f"    {line}\n" for line in act.strip().splitlines())
    acting = f"async def act(processes, said):\n{lines}ForkServer.begin([{PROGRAM!r}])\nasyncio.run(acted({program!r}))"
    return (sys.executable, "-c", f"{BEGUN}\n{acting}")


def ran(act: str, *, program: str = PROGRAM) -> dict[str, Any]:
    done = subprocess.run(command_for(act, program), cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 -- ours
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return report


def test_a_forked_process_becomes_a_child_in_a_separate_session() -> None:
    report = ran("""
said["self"] = os.getpid()
said["forked"] = told(await answering(processes))
said["again"] = await answering(processes)
said["names"] = sorted(told(pid)["name"] for pid in children())
""")
    forked = report["forked"]
    assert forked["name"] == PROGRAM.rpartition(".")[2]
    assert forked["parent"] == report["self"]
    assert forked["group"] == forked["pid"] == report["again"]
    assert report["names"] == ["apart_program", "fork_server"]


def test_a_killed_process_is_replaced_and_its_exit_is_reported() -> None:
    report = ran("""
first = await answering(processes)
said["end"] = await killed(processes)
said["replaced"] = await answering(processes) != first
said["children"] = len(children())
try:
    await ask(processes, "die", b"")
except Refusal as refusal:
    said["refused"] = refusal.reason
""")
    assert report == {"end": "SIGKILL", "replaced": True, "children": 2, "refused": "PROCESS_LOST"}


@pytest.mark.full
def test_forked_processes_outlive_the_fork_server_and_later_workers_start_by_command() -> None:
    report = ran("""
first = await answering(processes)
os.kill(forking(), signal.SIGKILL)
os.waitpid(forking(), 0)
said["stays"] = await answering(processes) == first
await killed(processes)
said["name"] = told(await answering(processes))["name"]
""")
    assert report["stays"]
    assert report["name"].startswith("python")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("program", ["tests.support.waiting", "tests.support.nowhere"])
def test_a_program_that_cannot_start_is_reported(program: str) -> None:
    report = ran(
        """
try:
    await ask(processes, "echo", b"x")
except Refusal as refusal:
    said["refused"] = refusal.reason
said["children"] = [told(pid)["name"] for pid in children()]
""",
        program=program,
    )
    assert report == {"refused": "PROCESS_LOST", "children": ["fork_server"]}


@pytest.mark.parametrize("module", PROGRAMS)
def test_every_program_has_a_main_function_without_parameters(module: str) -> None:
    assert not signature(import_module(module).main).parameters


def test_the_fork_server_and_its_workers_end_with_a_killed_parent() -> None:
    act = "print(await answering(processes), forking(), os.getpid(), flush=True)\nawait asyncio.sleep(60)"
    with subprocess.Popen(command_for(act, PROGRAM), cwd=ROOT, stdout=subprocess.PIPE, text=True) as started:  # noqa: S603 -- ours
        assert started.stdout is not None
        *others, own = map(int, started.stdout.readline().split())
        os.kill(own, signal.SIGKILL)
        assert started.stdout.read() == ""  # no other process has its standard output open
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in others))


def test_a_process_with_threads_is_not_forked() -> None:
    code = (
        "import threading\nfrom service.base.fork_server import ForkServer\n"
        "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
        "ForkServer.begin([])\nprint(ForkServer._instance)"
    )
    command = (sys.executable, "-c", code)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603 -- ours
    assert done.stdout == "None\n"
