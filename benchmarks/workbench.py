"""Load test of the workbench: 200 signed-in users, 100,000 cases, page times against a bare page.

A server as `touchstone serve` starts it, with the sample body and so many further cases of the same organisation. Each
person opens a page, looks at it for a while, and opens the next: their work, lists, a search, a case with its dossier
and score, a form. Now and then one opens the page to sign in, which asks nothing of the store: the bare page that the
others are compared with in the same run. Before that each list and search is asked alone, in turn with a server whose
store is small.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from benchmarks.cases import fill
from benchmarks.timing import in_turn, percentile
from service.configuration.folders import CHECKOUT
from service.identity.principals import Principal, PrincipalKind
from service.store.accounts import open_accounts
from service.workbench.sample import ORGANIZATION, PEOPLE
from service.workbench.sessions import Sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEW = 1_000
_SESSION = "touchstone-session"
_BARE = "/workbench/sign-in"
_CASE = "/workbench/cases/ceramics-1"
_LISTS = (
    "/workbench",
    "/workbench/cases",
    "/workbench/cases?state=in_review",
    "/workbench/clients",
    "/workbench/clients?q=Works+000501",
    "/workbench/calendar?until=2099-12-31",
    f"/register?organization={ORGANIZATION}&q=ZCF-2026-000501",
    f"/register?organization={ORGANIZATION}&q=works",
)
"""What a store that grows could make slow."""
_PAGES = (
    *_LISTS,
    _CASE,
    f"{_CASE}/log",
    f"{_CASE}/dossier",
    f"{_CASE}/score",
    f"{_CASE}/steps/raise",
    "/workbench/people",
)
_WHO = "ada"
"""Whose roles have every page."""
_SECONDS = 60.0
_BARES = 0.1
"""How many of the pages that people open are the bare one."""


@contextmanager
def serving(folder: Path, many: int) -> Iterator[tuple[str, str]]:
    """Serve a sample body with so many further cases; give the address, and that of the store."""
    url = f"sqlite:///{folder}/touchstone.sqlite3"
    with _sample(folder):
        pass  # which makes the body
    fill(url, many, ORGANIZATION)
    with _sample(folder) as address:
        yield address, url


@contextmanager
def _sample(folder: Path) -> Iterator[str]:
    """Run `touchstone workbench`, and give its address once it is there."""
    environment = {**os.environ, "TOUCHSTONE_REGISTER_ENTRIES_PER_HOUR": "0"}
    command = [sys.executable, "-m", "service.cli.main", "workbench", "--folder", str(folder), "--no-browser"]
    process = subprocess.Popen(  # noqa: S603 -- our own command
        command, env=environment, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None  # noqa: S101 -- it was asked for
        line = process.stdout.readline()
        address = next((word for word in line.split() if word.startswith("http://")), "")
        if not address:
            raise SystemExit(f"the workbench did not start: {line}")
        yield address.rstrip(";").removesuffix("/workbench").replace("localhost", "127.0.0.1")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_SECONDS)


def signed_in(url: str, many: int) -> list[str]:
    """Begin sessions of so many people, and give their references."""
    who = Principal(_WHO, PrincipalKind.ACCOUNT, ORGANIZATION, frozenset(PEOPLE[_WHO].roles))
    with open_accounts(url) as accounts:
        return [Sessions(accounts).begin(who).token for _ in range(many)]


def open_page(browser: httpx.Client, path: str, _: int) -> None:
    """Open a page, and see that it is one."""
    answer = browser.get(path)
    if answer.status_code != httpx.codes.OK or "</html>" not in answer.text:
        raise SystemExit(f"{path}: {answer.status_code}")


def compare(full: httpx.Client, few: httpx.Client, rounds: int) -> None:
    """Ask both servers for each list and search in turn."""
    for path in _LISTS:
        measured = in_turn(partial(open_page, full, path), partial(open_page, few, path), rounds=rounds)
        middle = [percentile(times, 0.5) * 1e3 for times in (measured.ours, measured.theirs)]
        print(f"{path}: {middle[0]:.1f} ms, {middle[1]:.1f} among few; {1 / measured.ratio:.2f} times", flush=True)


async def live(address: str, tokens: list[str], seconds: float, pause: float) -> dict[str, list[float]]:
    """Let everybody open pages for so long, one each `pause` seconds; give how long each took, by path."""
    durations: dict[str, list[float]] = defaultdict(list)
    wrong: Counter[str] = Counter()
    end = time.monotonic() + seconds
    limits = httpx.Limits(max_connections=len(tokens), max_keepalive_connections=len(tokens))

    async def person(token: str, chance: random.Random) -> None:
        await asyncio.sleep(chance.uniform(0, pause))
        while time.monotonic() < end:
            path = _BARE if chance.random() < _BARES else chance.choice(_PAGES)
            start = time.perf_counter()
            answer = await browser.get(path, headers={"cookie": f"{_SESSION}={token}"})
            durations[path].append(time.perf_counter() - start)
            wrong[f"{answer.status_code} {path}"] += answer.status_code != httpx.codes.OK
            await asyncio.sleep(chance.uniform(0.5 * pause, 1.5 * pause))

    async with httpx.AsyncClient(base_url=address, timeout=_SECONDS, limits=limits) as browser:
        await asyncio.gather(*(person(token, random.Random(number)) for number, token in enumerate(tokens)))  # noqa: S311
    if wrong.total():
        raise SystemExit(f"not every page was answered: {+wrong}")
    return durations


async def rush(address: str, tokens: list[str]) -> Counter[int]:
    """Let everybody open their work at the same moment; give how many got which status."""
    limits = httpx.Limits(max_connections=len(tokens))
    async with httpx.AsyncClient(base_url=address, timeout=_SECONDS, limits=limits) as browser:
        asked = (browser.get("/workbench", headers={"cookie": f"{_SESSION}={token}"}) for token in tokens)
        return Counter(answer.status_code for answer in await asyncio.gather(*asked))


def tell(durations: dict[str, list[float]], seconds: float) -> None:
    """Print how long pages took, and how that compares with the bare one."""
    bare = percentile(durations.pop(_BARE), 0.95)
    for path in _PAGES:
        middle, late = (percentile(durations[path], share) * 1e3 for share in (0.5, 0.95))
        print(f"{path}: p50 {middle:.0f} ms, p95 {late:.0f} ms of {len(durations[path])}")
    together = [one for times in durations.values() for one in times]
    late = percentile(together, 0.95)
    print(
        f"all: {len(together) / seconds:.1f} pages a second, p50 {percentile(together, 0.5) * 1e3:.0f} ms, "
        f"p95 {late * 1e3:.0f} ms; the bare page p95 {bare * 1e3:.0f} ms; {late / bare:.1f} times"
    )


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="cases of the full store (100,000)")
    parser.add_argument("--people", type=int, default=200, help="people who have signed in (200)")
    parser.add_argument("--pause", type=float, default=10, help="seconds between two pages of a person (10)")
    parser.add_argument("--seconds", type=float, default=60, help="how long they work (60)")
    parser.add_argument("--rounds", type=int, default=40, help="calls of each list and search (40)")
    options = parser.parse_args()
    with ExitStack() as held:
        browsers, full, tokens = [], "", list[str]()
        for many in (_FEW, options.cases):
            folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
            full, url = held.enter_context(serving(folder, many))
            tokens = signed_in(url, options.people)
            browsers.append(
                held.enter_context(httpx.Client(base_url=full, cookies={_SESSION: tokens[0]}, timeout=_SECONDS))
            )
        few, many_cases = browsers
        compare(many_cases, few, options.rounds)
        tell(asyncio.run(live(full, tokens, options.seconds, options.pause)), options.seconds)
        print(f"{len(tokens)} at the same moment: {dict(asyncio.run(rush(full, tokens)))}")


if __name__ == "__main__":
    main()
