"""Claim check benchmark: 48 claims in three markets with process start, and single sentences on a warm process.

Each command is a separate process with precompiled modules, as in an installed program. Sentences in nine languages are
then checked by a warm process, as on a running server. Pass another checkout to measure it in turn with this checkout.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from service.configuration.folders import CHECKOUT

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
"""A period that contains changes of EU law."""


_PAGES = 100


def _page(number: int) -> str:
    """Write a page with a few claims among sentences that are none."""
    plain = "Order by {} o'clock and it is on its way today. Wash at {} degrees with similar colours. "
    claims = (CLAIMS[(number + step) % len(CLAIMS)].format(THINGS[number % len(THINGS)]) for step in range(4))
    return "\n\n".join(plain.format(number % 12 + 1, 30 + number % 3 * 10) * 4 + claim for claim in claims)


_SENTENCES = CHECKOUT / "tests" / "claims" / "screening" / "pages"
_SERVER = """
import json, sys, time
from pathlib import Path
from service.gazette.versions import Gazette
from service.schemes.claims.screening_process import ClaimCheckWorker
from touchstone.v1 import screening_service_pb2 as pb2

def spent(claim):
    request = pb2.CheckClaimsRequest(text=claim, jurisdictions=[sys.argv[2]], as_of_date="2026-11-20")
    begun = time.process_time()
    judge.checked(request, lambda: False)
    return time.process_time() - begun

judge, claims = ClaimCheckWorker(Gazette(Path("scorecards")), lasting=True), json.loads(sys.argv[1])
for claim in claims:
    spent(claim)
print(sorted(map(spent, claims))[len(claims) // 2])
"""
"""A program that checks each claim twice and prints the median of the second times."""


def sentences() -> list[str]:
    """Return single-sentence claims in nine languages, as marked in the test pages."""
    pages = json.loads((_SENTENCES / "gold.json").read_text(encoding="utf-8"))
    return [claim["words"] for page in pages.values() for claim in page["claims"][:2]]


def milliseconds(checkout: Path) -> float:
    """Check sentences in a warm process and return the median processor time in milliseconds."""
    command = (sys.executable, "-c", _SERVER, json.dumps(sentences()), "EU-DE")
    done = subprocess.run(  # noqa: S603 -- ours
        command, cwd=checkout, env=_environment(checkout), capture_output=True, text=True, check=True
    )
    return 1000 * float(done.stdout)


def _environment(checkout: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = os.pathsep.join(map(str, (checkout, checkout / "proto")))
    return {**kept, "PYTHONPATH": path}


def seconds(checkout: Path, *arguments: str) -> float:
    """Run a command of a checkout and return its processor time in seconds."""
    command = (sys.executable, "-m", "service.cli.main", *arguments)
    with subprocess.Popen(  # noqa: S603 -- ours
        command, cwd=checkout, env=_environment(checkout), stdout=subprocess.DEVNULL
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
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
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
            comparison = "".join(f", beside {other:.2f} s, ratio {ours / other:.2f}" for other in theirs)
            print(f"{name}: {ours:.2f} s of processor time{comparison}")
        rounds = [[milliseconds(checkout) for checkout in checkouts] for _ in range(options.rounds)]
        ours, *theirs = (median(times) for times in zip(*rounds, strict=True))
        comparison = "".join(f", beside {other:.0f} ms, ratio {ours / other:.2f}" for other in theirs)
        print(f"a sentence on a server, median of {len(sentences())}: {ours:.0f} ms of processor time{comparison}")


if __name__ == "__main__":
    main()
