"""Benchmark of start-up: a server on a new store and on its existing store, its memory, and single commands.

Start-up is measured as processor time, in turn with a process that only imports the libraries of a server or a command.
Memory is the total of a server and its processes, with shared pages counted once.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

from benchmarks.service import start
from benchmarks.workbench import memory_bytes, process_tree, processor_seconds
from service.configuration.folders import CHECKOUT

_PROGRAM = ("-m", "service.cli.main")
_SERVER_LIBRARIES = "import grpc.aio, sqlmodel, pydantic_settings, prometheus_client, durable_rules_engine"
_COMMAND_LIBRARIES = "import click, pydantic, google.protobuf.message, yaml, durable_rules_engine"
_COMMANDS = {
    "evaluate": ("evaluate", "zero-carbon-factory", "examples/worked-factory.yaml", "--as-of", "2026-11-20"),
    "claims check": (
        "claims",
        "check",
        "Our bottle is carbon neutral.",
        "--jurisdiction",
        "EU-DE",
        "--as-of",
        "2026-11-20",
    ),
    "missing option": ("claims", "check", "Our bottle is carbon neutral."),
    "missing file": ("evaluate", "zero-carbon-factory", "no-such-file.yaml", "--as-of", "2026-11-20"),
    "unknown option of an API command": ("case", "step", "CASE", "STEP", "--no-such-option"),
}


def _command_seconds(*arguments: str, folder: Path = CHECKOUT) -> float:
    command = (sys.executable, *arguments)
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603 -- ours
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1, 2}:  # 1 is the answer no, 2 a usage error
        raise SystemExit(f"{arguments}: ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


def _server(store: Path) -> tuple[float, float]:
    """Start a server and return its processor time until it is ready, and its memory in MB."""
    address = ("--address", "127.0.0.1:0", "--database-url", f"sqlite:///{store}")
    process, _ = start(["-m", "service.cli.main", "serve", *address], dict(os.environ))
    try:
        pids = process_tree(process.pid)
        return processor_seconds(pids), memory_bytes(pids) / 1e6
    finally:
        process.terminate()
        process.wait()


def _compare(before: Path, rounds: int) -> None:
    """Measure the commands of two checkouts in turn, and print the median of the ratios of each round."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"TOUCHSTONE_CACHE": f"{folder}/cache", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        for name, arguments in _COMMANDS.items():
            pairs = [
                tuple(_command_seconds(*_PROGRAM, *arguments, folder=checkout) for checkout in (CHECKOUT, before))
                for _ in range(-1, rounds)
            ][1:]
            seconds, ratio = median(own for own, _ in pairs), median(own / other for own, other in pairs)
            print(f"{name}: {seconds:.2f} s, {ratio:.2f} of before")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--before", type=Path, help="a checkout of an earlier commit; only its commands are compared")
    options = parser.parse_args()
    if options.before is not None:
        _compare(options.before, options.rounds)
        return
    rounds = options.rounds
    measured: dict[str, list[float]] = defaultdict(list)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"TOUCHSTONE_CACHE": f"{folder}/cache", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        for number in range(-1, rounds):  # the first round fills the caches and is not measured
            store = Path(folder) / f"{number}.sqlite3"
            (new, _), (own, megabytes) = _server(store), _server(store)
            results = {"server, new store": new, "server": own, "memory": megabytes}
            results["libraries of a server"] = _command_seconds("-c", _SERVER_LIBRARIES)
            for name, arguments in _COMMANDS.items():
                results[name] = _command_seconds(*_PROGRAM, *arguments)
            results["libraries of a command"] = _command_seconds("-c", _COMMAND_LIBRARIES)
            for name, value in results.items() if number >= 0 else ():
                measured[name].append(value)
    for kind, names in (("server", ("server, new store", "server")), ("command", tuple(_COMMANDS))):
        libraries = median(measured[f"libraries of a {kind}"])
        for name in names:
            seconds = median(measured[name])
            print(f"{name}: {seconds:.2f} s, {seconds / libraries:.1f} × its libraries alone")
    print(f"memory of a server and its processes: {median(measured['memory']):.0f} MB")


if __name__ == "__main__":
    main()
