"""Load test of the workbench: 200 signed-in users working among 100,000 cases, page times compared with a bare page.

One server is started as by `touchstone serve`. It has the sample organization, cases in evaluation with documents and
facts, and many more cases. Each user opens a page, pauses, and continues: home, a case, its dossier, a fact with its
document, a saved judgement, the score, the report, the evidence, a document with its picture, a search. Automatic
requests of a browser are included: the picture of a page, the grade ladder of the current dossier, the effect of a
judgement. Now and then, a user opens the time zone page. It does not query the store, and is the bare page for
comparison in the same run. Server and load share the cores, and the share of each is printed.

Before that, each list and search is measured alone, in turn with a server with a small store. Each page is also
measured alone for its processor time.

`--mixed` is a run of about a minute: 1,000 cases, 100 users, and after them 20 callers of EvaluateSubject at the same
time. From the processor time of the serving process follows the number of pages that one process can serve.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter, defaultdict
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import grpc
import httpx
from google.protobuf.json_format import Parse
from lxml import html

from benchmarks.cases import fill
from benchmarks.casework import open_cases
from benchmarks.timing import in_turn, percentile
from service.cli.keys import issue_key
from service.configuration.folders import CHECKOUT, PUBLISHED
from service.examples import examples
from service.identity.principals import Principal, PrincipalKind
from service.output.terminal.own_server import temporary_server
from service.store.accounts import open_accounts, open_api_keys
from service.workbench.sample import ORGANIZATION, PARENT, PEOPLE
from service.workbench.sessions import Sessions
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, evaluation_service_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

_FEW = 1_000
_SESSION = "touchstone-session"
_BARE = "/workbench/zone"
_LISTS = (
    "/workbench",
    "/workbench/cases",
    "/workbench/cases?state=in_review",
    "/workbench/clients",
    "/workbench/clients?q=Works+000501",
    "/workbench/calendar?until=2099-12-31",
    "/workbench/search?q=works+000501",
    f"/register?organization={ORGANIZATION}&q=ZCF-2026-000501",
    f"/register?organization={ORGANIZATION}&q=works",
)
"""The lists and searches that a growing store could slow down."""
_QUERIES = {
    "list of results": "/workbench/results/list?card=zero-carbon-factory&year=2024",
    "where used": "/workbench/corrections?kind=issuer&value=Example+Verification+Ltd",
    "rule search": "/rules?q=gas+line",
}
"""Lists and searches of evaluations and rules, measured alone."""
_MIXED_CALLERS, _MIXED_CASES, _MIXED_WORK, _MIXED_PEOPLE, _MIXED_EVALUATED = 20, 1_000, 10, 100, 200
_MIXED_SECONDS, _MIXED_PAUSE, _CALL_PAUSE = 15, 5, 4
_WHO = ("ada", "ben")
"""The users who assess the cases in evaluation. Their roles allow every page of the test."""
_SECONDS = 60.0
_ALONE = 10
"""The number of times each page is opened alone, to measure its processor time."""
_TICKS = os.sysconf("SC_CLK_TCK")
_MIX = {
    "bare": 10, "home": 10, "my work": 4, "cases": 4, "case": 12, "dossier": 10, "judge": 16, "score": 9, "report": 5,
    "evidence": 8, "document": 8, "search": 4,
}  # fmt: skip
"""The actions of users and their frequency in percent."""


@dataclass(frozen=True, slots=True)
class Body:
    """A server with a body: its address, its store, and the cases in evaluation."""

    address: str
    server: str
    """The address for calls."""
    url: str
    cases: Sequence[str]
    processes: Callable[[], list[int]]
    """The server and all that it has started, by their numbers."""


@contextmanager
def serving(folder: Path, many: int, work: int = 0) -> Iterator[Body]:
    """Serve a sample organization with a number of cases in evaluation and of other cases."""
    url = f"sqlite:///{folder}/touchstone.sqlite3"
    _make_sample(folder)
    fill(url, many, ORGANIZATION)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    before = _children(os.getpid())
    settings = {
        "database_url": url, "http_address": address, "api_keys": "true", "public_registers": ORGANIZATION,
        "evidence_files": str(folder / "documents"), "register_entries_per_hour": "0",
    }  # fmt: skip
    with temporary_server(PUBLISHED, **settings) as server:
        (pid,) = set(_children(os.getpid())) - set(before)
        yield Body(f"http://{address}", server, url, open_cases(url, server, work), partial(process_tree, pid))


def _make_sample(folder: Path) -> None:
    command = [sys.executable, "-m", "service.cli.main", "workbench", "--folder", str(folder), "--no-browser"]
    process = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)  # noqa: S603 -- our own
    try:
        assert process.stdout is not None  # noqa: S101 -- the pipe was requested
        if "http://" not in (line := process.stdout.readline()):
            raise SystemExit(f"the workbench did not start: {line}")
    finally:
        while process.poll() is None:  # a signal that comes before it waits for one is lost
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(1)


def _children(pid: int) -> list[int]:
    return [int(number) for number in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]


def process_tree(pid: int) -> list[int]:
    """Return a process and all its descendants; an empty list if it has ended."""
    try:
        children = [int(child) for task in Path(f"/proc/{pid}/task").iterdir()
                    for child in (task / "children").read_text(encoding="utf-8").split()]  # fmt: skip
    except OSError:  # it has ended meanwhile
        return []
    return [pid, *(descendant for child in children for descendant in process_tree(child))]


def processor_seconds(pids: Sequence[int], *, with_ended: bool = True) -> float:
    """Return the total processor time of processes, by default including the children they have waited for."""
    ticks = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11 : 15 if with_ended else 13]))
    return ticks / _TICKS


def memory_bytes(pids: Sequence[int]) -> int:
    """Return the total memory of processes, with shared pages counted once."""
    total = 0
    for pid in pids:
        try:
            rolled = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
        except OSError:
            continue
        total += int(next(iter(re.findall(r"^Pss: +(\d+) kB", rolled, re.MULTILINE)), 0)) * 1024
    return total


def signed_in(url: str, many: int) -> list[str]:
    """Start sessions for a number of users and return their tokens."""
    with open_accounts(url) as accounts:
        sessions = Sessions(accounts)
        return [sessions.begin(_principal(_WHO[number % len(_WHO)])).token for number in range(many)]


def _principal(name: str) -> Principal:
    return Principal(name, PrincipalKind.ACCOUNT, ORGANIZATION, frozenset(PEOPLE[name].roles))


def open_page(browser: httpx.Client, path: str, _: int) -> None:
    """Open a page, and see that it is one."""
    answer = browser.get(path)
    if answer.status_code != httpx.codes.OK or "</html>" not in answer.text:
        raise SystemExit(f"{path}: {answer.status_code}")


def compare(full: httpx.Client, few: httpx.Client, rounds: int) -> None:
    """Request each list and search from both servers in turn and print the times."""
    for path in _LISTS:
        measured = in_turn(partial(open_page, full, path), partial(open_page, few, path), rounds=rounds)
        middle = [percentile(times, 0.5) * 1e3 for times in (measured.ours, measured.theirs)]
        print(f"{path}: {middle[0]:.1f} ms, {middle[1]:.1f} among few; {1 / measured.ratio:.2f} times", flush=True)


class Visitor:
    """One person in a browser, who works on one case."""

    def __init__(self, browser: httpx.AsyncClient, token: str, number: int, case: str, share: tuple[int, int]) -> None:
        """Work on a case. `share` is the part of its facts that this user judges, for example the second of five."""
        self._browser, self._headers = browser, {"cookie": f"{_SESSION}={token}"}
        self._chance, self._case, self._share = random.Random(number), f"/workbench/cases/{case}", share  # noqa: S311
        self._left: list[str] = []
        self.durations: dict[str, list[float]] = defaultdict(list)
        self.wrong: Counter[str] = Counter()
        self.visits: dict[str, Callable[[float], Awaitable[None]]] = {
            "bare": self._opening("bare", _BARE), "home": self._opening("home", "/workbench"),
            "my work": self._opening("my work", "/workbench/my-work"),
            "cases": self._opening("cases", "/workbench/cases"), "case": self._opening("case", self._case),
            "score": self._opening("score", f"{self._case}/score"),
            "report": self._opening("report", f"{self._case}/report"),
            "evidence": self._opening("evidence", f"{self._case}/evidence"),
            "search": self._opening("search", "/workbench/search?q=gas+line"),
            "dossier": self._dossier, "document": self._document, "judge": self._judge,
        }  # fmt: skip

    async def work(self, end: float, pause: float) -> None:
        """Open one page after the other until an instant, with a pause after each."""
        await asyncio.sleep(self._chance.uniform(0, pause))
        while time.monotonic() < end:
            (visit,) = self._chance.choices(list(_MIX), list(_MIX.values()))
            await self.visits[visit](pause)
            await self._look(pause)

    async def _look(self, pause: float) -> None:
        await asyncio.sleep(self._chance.uniform(0.5 * pause, 1.5 * pause))

    async def _ask(self, what: str, path: str, form: dict[str, str] | None = None) -> httpx.Response:
        start = time.perf_counter()
        method = "GET" if form is None else "POST"
        answer = await self._browser.request(method, path, data=form, headers=self._headers)
        self.durations[what].append(time.perf_counter() - start)
        wanted = {httpx.codes.SEE_OTHER} if what == "save a judgement" else {httpx.codes.OK}
        self.wrong[f"{answer.status_code} {what}"] += answer.status_code not in wanted
        return answer

    def _opening(self, what: str, path: str) -> Callable[[float], Awaitable[None]]:
        async def visit(_: float) -> None:
            await self._ask(what, path)

        return visit

    async def _dossier(self, _: float) -> None:
        await self._ask("dossier", f"{self._case}/dossier")
        await self._ask("ladder as it stands", f"{self._case}/standing?live=1")

    async def _document(self, pause: float) -> None:
        room = await self._ask("evidence", f"{self._case}/evidence")
        documents = re.findall(r'href="([^"]*/evidence/[0-9a-f]{64})"', room.text)
        await self._look(pause)
        document = self._chance.choice(documents)
        await self._ask("document", document)
        await self._ask("picture of a page", f"{document}/page/1.png")

    async def _judge(self, pause: float) -> None:
        """Open a fact with its document, accept it and save. No two users judge the same fact."""
        if not self._left:
            listed = await self._ask("judging", f"{self._case}/assess/renewable_energy_share?show=all")
            facts = list(dict.fromkeys(re.findall(r'/assess/([a-z0-9_]+)\?show=all#fact"', listed.text)))
            self._left = facts[self._share[0] :: self._share[1]]
        fact = f"{self._case}/assess/{self._left.pop()}"
        shown = await self._ask("judging", f"{fact}?show=all")
        if pictures := re.findall(r'href="([^"]*/page/\d+\.png)"', shown.text):
            await self._ask("picture of a page", pictures[0])
        forms = html.fromstring(shown.text).xpath("//form[@id='judging']")
        if not forms:
            self.wrong["no form to judge"] += 1
            return
        typed = {**dict(forms[0].form_values()), "judgement": "accepted", "method": "document", "reason": "it agrees"}
        await self._ask("what it would move", f"{fact}/moves?show=all", {**typed, "live": "1"})
        await self._look(pause)
        await self._ask("save a judgement", f"{fact}?show=all", typed)


async def live(body: Body, tokens: Sequence[str], seconds: float, pause: float) -> list[Visitor]:
    """Run all users for a time and return them with their measured times."""
    limits = httpx.Limits(max_connections=len(tokens), max_keepalive_connections=len(tokens))
    at_each = -(-len(tokens) // len(body.cases))
    async with httpx.AsyncClient(base_url=body.address, timeout=_SECONDS, limits=limits) as browser:
        people = [
            Visitor(browser, token, number, body.cases[number % len(body.cases)],
                    (number // len(body.cases), at_each))
            for number, token in enumerate(tokens)
        ]  # fmt: skip
        end = time.monotonic() + seconds
        await asyncio.gather(*(person.work(end, pause) for person in people))
    return people


def _factory(number: str) -> evaluation_service_pb2.EvaluateSubjectRequest:
    """Return the worked factory as a subject of its own, with documents and serials of its own."""
    request = Parse(examples()["worked-factory.json"], evaluation_service_pb2.EvaluateSubjectRequest())
    request.subject, request.request_id = f"{PARENT}/subjects/{number}", str(uuid.uuid4())
    request.view = evaluation_pb2.EVALUATION_VIEW_BASIC
    for item in request.evidence:
        item.content_digest = hashlib.sha256(f"{item.evidence_id} {number}".encode()).hexdigest()
    for record in (record for fact in request.facts for record in fact.value.records.values):
        for field in record.fields.values():
            if field.text:
                field.text = f"{field.text}-{number}"
    return request


async def evaluate(body: Body, callers: int, *, each: int = 0, until: float = 0, pause: float = 0) -> list[float]:
    """Evaluate distinct subjects with several callers, a number of times each or until an instant. Return the times."""
    with open_api_keys(body.url) as keys:
        issued = issue_key(keys, organization=PARENT, roles=[*PEOPLE["ada"].roles], expires=None, note="benchmark")
    metadata, times = (("authorization", f"Bearer {issued.key}"),), list[float]()
    async with grpc.aio.insecure_channel(body.server) as channel:
        stub = evaluation_service_pb2_grpc.EvaluationServiceStub(channel)

        async def work(caller: int) -> None:
            made, chance = 0, random.Random(caller)  # noqa: S311 -- no secrets
            while made < each or time.monotonic() < until:
                request = _factory(f"{caller}-{made}-{uuid.uuid4().hex[:8]}")
                start = time.perf_counter()
                await stub.EvaluateSubject(request, metadata=metadata)
                times.append(time.perf_counter() - start)
                made += 1
                await asyncio.sleep(chance.uniform(0.5 * pause, 1.5 * pause))

        await asyncio.gather(*map(work, range(callers)))
    return times


async def alone(body: Body, tokens: Sequence[str]) -> dict[str, float]:
    """Open each page once per case and user to fill caches, then return the processor time of each page alone."""
    async with httpx.AsyncClient(base_url=body.address, timeout=_SECONDS) as browser:
        first: dict[str, list[float]] = defaultdict(list)
        for number, case in enumerate(body.cases):
            for token in tokens[: len(_WHO)]:
                person = Visitor(browser, token, number, case, (0, 1))
                for visit in ("report", "score"):
                    await person.visits[visit](0)
                for what, times in person.durations.items():
                    first[what] += times
        for what, times in first.items():
            print(f"{what}, the first time: p50 {percentile(times, 0.5) * 1e3:.0f} ms of {len(times)}", flush=True)
        person, taken = Visitor(browser, tokens[0], 0, body.cases[0], (0, 1)), dict[str, float]()
        case = f"/workbench/cases/{body.cases[0]}"
        room = (await browser.get(f"{case}/evidence", headers={"cookie": f"{_SESSION}={tokens[0]}"})).text
        document = re.findall(r'href="([^"]*/evidence/[0-9a-f]{64})"', room)[0]
        pages = {
            "bare": _BARE, "home": "/workbench", "my work": "/workbench/my-work", "cases": "/workbench/cases",
            "case": case, "dossier": f"{case}/dossier", "ladder as it stands": f"{case}/standing?live=1",
            "judging": f"{case}/assess/renewable_energy_share?show=all", "score": f"{case}/score",
            "report": f"{case}/report", "evidence": f"{case}/evidence", "document": document,
            "picture of a page": f"{document}/page/1.png", "search": "/workbench/search?q=gas+line", **_QUERIES,
        }  # fmt: skip
        for what, path in pages.items():
            await person.visits["bare"](0)
            await browser.get(path, headers={"cookie": f"{_SESSION}={tokens[0]}"})
            before = processor_seconds(body.processes())
            for _ in range(_ALONE):
                await browser.get(path, headers={"cookie": f"{_SESSION}={tokens[0]}"})
            taken[what] = (processor_seconds(body.processes()) - before) / _ALONE
    return taken


async def rush(address: str, tokens: list[str]) -> Counter[int]:
    """Open the home page for all users at once and return the number of answers by status."""
    limits = httpx.Limits(max_connections=len(tokens))
    async with httpx.AsyncClient(base_url=address, timeout=_SECONDS, limits=limits) as browser:
        asked = (browser.get("/workbench", headers={"cookie": f"{_SESSION}={token}"}) for token in tokens)
        return Counter(answer.status_code for answer in await asyncio.gather(*asked))


def measure_work(body: Body, tokens: list[str], seconds: float, pause: float) -> None:
    """Measure pages alone and at work, and print a table of them."""
    taken = asyncio.run(alone(body, tokens))
    before, own = processor_seconds(body.processes()), time.process_time()
    memory, start = memory_bytes(body.processes()), time.monotonic()
    people = asyncio.run(live(body, tokens, seconds, pause))
    lasted, cores = time.monotonic() - start, len(os.sched_getaffinity(0))
    shares = [
        used / lasted / cores
        for used in (processor_seconds(body.processes()) - before, time.process_time() - own)
    ]  # fmt: skip
    is_right = tell(people, taken, lasted)
    now = memory_bytes(body.processes())
    print(
        f"of {cores} cores the server took {shares[0]:.0%}, the load {shares[1]:.0%}; "
        f"memory of the server {memory / 1e6:.0f} MB before, {now / 1e6:.0f} MB after; "
        f"load average {os.getloadavg()[0]:.1f} at the end"
    )
    if not is_right:
        raise SystemExit("not everything was answered")


def mixed() -> None:
    """Measure 100 users alone, then together with 20 callers, and print how many pages one process can serve."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), _MIXED_CASES, _MIXED_WORK) as body:
        tokens = signed_in(body.url, _MIXED_PEOPLE)
        asyncio.run(evaluate(body, _MIXED_CALLERS, each=_MIXED_EVALUATED // _MIXED_CALLERS))
        taken = asyncio.run(alone(body, tokens))
        print(", ".join(f"{what}: {taken[what] * 1e3:.0f} ms of processor time alone" for what in _QUERIES))
        serving_process = body.processes()[:1]
        before, start = processor_seconds(serving_process, with_ended=False), time.monotonic()
        people = asyncio.run(live(body, tokens, _MIXED_SECONDS, _MIXED_PAUSE))
        used = processor_seconds(serving_process, with_ended=False) - before
        is_right = tell(people, taken, time.monotonic() - start)
        pages = sum(len(times) for person in people for times in person.durations.values())
        print(f"{used / pages * 1e3:.1f} ms of the serving process a page: it can serve {pages / used:.0f} a second")

        async def together() -> tuple[list[Visitor], list[float]]:
            until = time.monotonic() + _MIXED_SECONDS
            calling = evaluate(body, _MIXED_CALLERS, until=until, pause=_CALL_PAUSE)
            visitors, times = await asyncio.gather(live(body, tokens, _MIXED_SECONDS, _MIXED_PAUSE), calling)
            return visitors, times

        start = time.monotonic()
        people, times = asyncio.run(together())
        is_right &= tell(people, taken, time.monotonic() - start)
        print(
            f"with {len(times) / _MIXED_SECONDS:.1f} evaluations a second, p50 {percentile(times, 0.5) * 1e3:.0f} ms, "
            f"p95 {percentile(times, 0.95) * 1e3:.0f} ms; load average {os.getloadavg()[0]:.1f}"
        )
        if not is_right:
            raise SystemExit("not everything was answered")


def tell(people: Sequence[Visitor], taken: dict[str, float], lasted: float) -> bool:
    """Print the page times, the comparison with the bare page and the errors. Return whether there was no error."""
    durations: dict[str, list[float]] = defaultdict(list)
    wrong: Counter[str] = Counter()
    for person in people:
        wrong.update(person.wrong)
        for what, times in person.durations.items():
            durations[what] += times
    bare = durations.pop("bare")
    bare_ends = [percentile(bare, share) for share in (0.5, 0.95)]
    print(f"{'page':22} {'count':>6} {'p50 ms':>7} {'p95 ms':>7} {'of bare':>8} {'processor ms':>13}")
    for what, times in [("bare", bare), *sorted(durations.items(), key=lambda each: -percentile(each[1], 0.95))]:
        middle, late = (percentile(times, share) for share in (0.5, 0.95))
        processor = f"{taken[what] * 1e3:.0f}" if what in taken else "–"
        print(
            f"{what:22} {len(times):6} {middle * 1e3:7.0f} {late * 1e3:7.0f} "
            f"{middle / bare_ends[0]:8.1f} {processor:>13}"
        )
    together = [seconds for times in durations.values() for seconds in times]
    middle, late = (percentile(together, share) for share in (0.5, 0.95))
    print(
        f"all: {len(together) / lasted:.1f} a second, p50 {middle * 1e3:.0f} ms, p95 {late * 1e3:.0f} ms; "
        f"{late / bare_ends[1]:.1f} times the bare page; errors: {+wrong or 'none'}"
    )
    return not wrong.total()


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="cases of the full store (100,000)")
    parser.add_argument("--work", type=int, default=40, help="cases in evaluation (40)")
    parser.add_argument("--people", type=int, default=200, help="people who have signed in (200)")
    parser.add_argument("--pause", type=float, default=20, help="seconds between two pages of a person (20)")
    parser.add_argument("--seconds", type=float, default=90, help="how long they work (90)")
    parser.add_argument("--rounds", type=int, default=40, help="calls of each list and search (40); 0 for none")
    parser.add_argument("--mixed", action="store_true", help="100 people and 20 callers for a minute")
    options = parser.parse_args()
    if options.mixed:
        mixed()
        return
    with ExitStack() as held:
        folders = [Path(held.enter_context(tempfile.TemporaryDirectory())) for _ in range(2)]
        full = held.enter_context(serving(folders[0], options.cases, options.work))
        tokens = signed_in(full.url, options.people)
        if options.rounds:
            few = held.enter_context(serving(folders[1], _FEW))
            browsers = [
                held.enter_context(
                    httpx.Client(base_url=body.address, cookies={_SESSION: reference}, timeout=_SECONDS)
                )
                for body, reference in ((full, tokens[0]), (few, signed_in(few.url, 1)[0]))
            ]  # fmt: skip
            compare(browsers[0], browsers[1], options.rounds)
        measure_work(full, tokens, options.seconds, options.pause)
        print(f"{len(tokens)} at the same moment: {dict(asyncio.run(rush(full.address, tokens)))}")


if __name__ == "__main__":
    main()
