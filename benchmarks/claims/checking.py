"""What does it cost to check a text of 48 claims in three markets, with the start of the command and without?

Each command is a process of its own. Give another checkout to measure it in turn with this one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from service.folders import CHECKOUT

THINGS = ("bottle", "soap", "jacket", "paint")
CLAIMS = (
    "Our {} is carbon neutral.",
    "An eco-friendly {}.",
    "Made of 80% recycled plastic: the {}.",
    "The {} is recyclable.",
    "The {} is compostable.",
    "Our {} will be net zero by 2040.",
    "This {} makes 30% less CO2 than our previous model.",
    "The {} is produced with 100% renewable energy.",
    "Our {} is made from sustainable cotton.",
    "A {} free of PVC.",
    "The greenest {} in the world.",
    "We offset the emissions of each {}.",
)
TEXT = " ".join(claim.format(thing) for thing in THINGS for claim in CLAIMS)
MARKETS = ("--jurisdiction", "EU-DE,UK,US", "--audience", "consumers", "--as-of", "2026-11-20")
DAYS = ("--shown-on", "2026-09-01..2026-12-31")
"""The days on which the law of the Union changes."""


_PAGES = 100


def _page(number: int) -> str:
    """Write a page with a few claims among sentences that are none."""
    plain = "Order by {} o'clock and it is on its way today. Wash at {} degrees with similar colours. "
    claims = (CLAIMS[(number + step) % len(CLAIMS)].format(THINGS[number % len(THINGS)]) for step in range(4))
    return "\n\n".join(plain.format(number % 12 + 1, 30 + number % 3 * 10) * 4 + claim for claim in claims)


def seconds(checkout: Path, *arguments: str) -> float:
    """Run a command of a checkout; give its seconds of processor time."""
    path = os.pathsep.join(map(str, (checkout, checkout / "proto")))
    command = (sys.executable, "-m", "service.cli.main", *arguments)
    with subprocess.Popen(  # noqa: S603 -- ours
        command, cwd=checkout, env={**os.environ, "PYTHONPATH": path}, stdout=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:  # 1 is the answer no
        raise RuntimeError(f"{arguments}: the command ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("beside", type=Path, nargs="?", help="another checkout")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    checkouts = [CHECKOUT, *([] if options.beside is None else [options.beside.resolve()])]
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.txt"
        text.write_text(TEXT, encoding="utf-8")
        short = Path(folder) / "short.txt"
        short.write_text("Our bottle is carbon neutral.", encoding="utf-8")
        pages = Path(folder) / "pages"
        pages.mkdir()
        for number in range(_PAGES):
            (pages / f"{number}.txt").write_text(_page(number), encoding="utf-8")
        for name, arguments in {
            "touchstone --version": ("--version",),
            "touchstone --help": ("--help",),
            "claims check --help": ("claims", "check", "--help"),
            "claims check, 1 claim": ("claims", "check", str(short), *MARKETS),
            "claims check, 48 claims": ("claims", "check", str(text), *MARKETS),
            f"claims check, a folder of {_PAGES} pages": ("claims", "check", str(pages), *MARKETS),
            "claims check, 48 claims, two times": ("claims", "check", str(text), *MARKETS, *DAYS),
        }.items():
            rounds = [[seconds(checkout, *arguments) for checkout in checkouts] for _ in range(options.rounds)]
            ours, *theirs = (median(times) for times in zip(*rounds, strict=True))
            beside = "".join(f", beside {other:.2f} s, ratio {ours / other:.2f}" for other in theirs)
            print(f"{name}: {ours:.2f} s of processor time{beside}")


if __name__ == "__main__":
    main()
