"""Random exploration: run every property test with new examples, round after round, until the time is over.

    make explore SEED=20261127 SECONDS=600

`make test` generates the same examples on every machine. This command generates other examples, prints their seed, and
ends at the first round with a failure. Add each failing example to its test as an `@example`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from random import Random, SystemRandom

import pytest

ROOT = Path(__file__).resolve().parents[2]


class TimeBudget:
    """The plugin that begins no test after the time is over. Tests that are not begun are not reported."""

    def __init__(self, end: float) -> None:
        """`end` is a time of `time.monotonic`."""
        self._end = end

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self) -> bool | None:
        return True if time.monotonic() > self._end else None


def files_of_properties() -> list[str]:
    """Return the test files that use hypothesis, as paths below the project's folder."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(file.relative_to(ROOT)) for file in files if "from hypothesis import" in file.read_text("utf-8")]


def command(seed: int, seconds: float, processes: int, files: list[str]) -> list[str]:
    """Return the command of one round: the files in an order of their own, so that a short round reaches others."""
    ordered = Random(seed).sample(files, len(files))
    options = ["--full", "--explore", f"{seconds:.0f}", "--hypothesis-seed", str(seed), "--processes", str(processes)]
    return [sys.executable, "-m", "pytest", "-q", "-m", "hypothesis", *options, *ordered]


def main() -> int:
    parser = argparse.ArgumentParser(prog="make explore", description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, help="seed of the first round; a random one is chosen without it")
    parser.add_argument("--seconds", type=float, default=300, help="time budget (default: %(default)s)")
    parser.add_argument("--processes", type=int, default=1, help="number of test processes (default: %(default)s)")
    given = parser.parse_args()
    seed = SystemRandom().randrange(2**32) if given.seed is None else given.seed
    end, files = time.monotonic() + given.seconds, files_of_properties()
    while (seconds := end - time.monotonic()) >= 1:
        print(f"explore: seed {seed}, {len(files)} files, {seconds:.0f} s left", flush=True)
        if ended := subprocess.call(command(seed, seconds, given.processes, files), cwd=ROOT):  # noqa: S603 -- our own
            print(
                f"explore: a property failed with seed {seed}. Repeat one test with\n"
                f"  {sys.executable} -m pytest --full --explore 600 --hypothesis-seed {seed} TEST\n"
                "and add the example to its test as @example.",
                flush=True,
            )
            return ended
        seed += 1
    print("explore: no property failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
