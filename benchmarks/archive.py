"""Benchmark of the archive: evaluations and list pages in a small and a large store, measured alternately.

The archived rows have unique names, subjects, times, serial numbers and evidence digests. For the evaluation, their
records are empty, because only the indexes used by every evaluation are measured. For the list pages, and for the
projection of outcomes (measured last), every row has a complete record.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import tempfile
import time
import uuid
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine

from benchmarks.service import AS_OF, CARD, start, stub
from benchmarks.timing import in_turn, percentile
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.output.mapping.requests import write_request
from service.store.store import Store
from service.store.use_index import index_uses
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.timing import Comparison

    Request = Callable[[], evaluation_service_pb2.EvaluateSubjectRequest]

Listing = evaluation_service_pb2.ListEvaluationsRequest
_FEW = 1_000
"""Number of evaluations in the small archive of the list benchmark."""
_DAYS = 100
"""Over how many days the as-of dates of an archive are spread."""
_OLDEST = date.fromisoformat(AS_OF) - timedelta(_DAYS - 30)
_LISTINGS = {
    "newest 50": Listing(parent="organizations/example", page_size=50),
    "50 of one grade by date": Listing(
        parent="organizations/example", page_size=50, filter="record.conclusion.grade = 3", order_by="record.as_of_date"
    ),
    "a grade that nobody has": Listing(
        parent="organizations/example", page_size=50, filter="record.conclusion.grade = 6"
    ),
    "every grade but that of all": Listing(
        parent="organizations/example", page_size=50, filter="record.conclusion.grade != 3"
    ),
    "a verdict that nobody has": Listing(
        parent="organizations/example", page_size=50, filter="record.conclusion.verdict = VERDICT_PROHIBITED"
    ),
    "newest 50 of the 30 oldest days": Listing(
        parent="organizations/example", page_size=50, filter=f"record.as_of_date < {_OLDEST}"
    ),
}
_FILL = """
WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < :many)
INSERT INTO {table} ({columns}) SELECT {values} FROM counted, (SELECT * FROM {table} LIMIT 1)
"""


def fill(database: Path, many: int, *, with_records: bool = False) -> None:
    """Copy the one stored evaluation many times over, under other names, and a second earlier each."""
    name = "'organizations/example/evaluations/archived-' || number"
    archived = "'archived-' || number"
    earlier = "strftime('%Y-%m-%dT%H:%M:%S', create_time, '-' || number || ' seconds') || substr(create_time, 20)"
    record = {} if with_records else {"record": "x''"}
    place = {
        "subject": "subject || number",
        "create_time": earlier,
        "as_of_date": f"date(as_of_date, '-' || (number % {_DAYS}) || ' days')",
    }
    changed = {
        "evaluation": {"name": name, "request_id": archived, **place, **record},
        "listed": {"evaluation": name, **place},
        "evaluation_uses": {
            "number": "counted.number + 1",
            "evaluation": name.replace("number", "counted.number"),
            "digests": "randomblob(length(digests))",
        },
    }
    with sqlite3.connect(database) as connection:
        for table, columns in changed.items():
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            values = ", ".join(columns.get(column, column) for column in names)
            connection.execute(_FILL.format(table=table, columns=", ".join(names), values=values), {"many": many})
        connection.execute("DELETE FROM unprojected")
    engine = create_engine(f"sqlite:///{database}")
    index_uses(engine)
    engine.dispose()


class Servers:
    """Servers that each have an archive of another size, and end together."""

    def __init__(self, folder: Path, request: Request, sizes: tuple[int, ...], *, with_records: bool = False) -> None:
        """Evaluate once in each, and fill it."""
        self._servers = []
        self.addresses = []
        self.databases = [folder / f"store-{number}.sqlite3" for number in range(len(sizes))]
        for database, archived in zip(self.databases, sizes, strict=True):
            environment = {
                **os.environ,
                "TOUCHSTONE_ADDRESS": "127.0.0.1:0",
                "TOUCHSTONE_DATABASE_URL": f"sqlite:///{database}",
                "TOUCHSTONE_LOG_LEVEL": "error",
            }
            arguments = ["-m", "service.cli.main", "serve"]
            server, address = start(arguments, environment)
            stub(address).EvaluateSubject(request())
            if archived:
                server.terminate()
                server.wait(30)
                fill(database, archived, with_records=with_records)
                server, address = start(arguments, environment)
            self._servers.append(server)
            self.addresses.append(address)

    def __enter__(self) -> Servers:
        return self

    def __exit__(self, *_: object) -> None:
        """End them."""
        for server in self._servers:
            server.terminate()
            server.wait(30)


def evaluations(folder: Path, request: Request, archived: int, rounds: int) -> None:
    """Time EvaluateSubject on a full store against an empty one."""
    with Servers(folder, request, (archived, 0)) as servers:
        full, empty = (stub(address) for address in servers.addresses)
        measured = in_turn(
            lambda _: full.EvaluateSubject(request()), lambda _: empty.EvaluateSubject(request()), rounds=rounds
        )
    report("EvaluateSubject", archived, 0, measured)


def listings(folder: Path, request: Request, archived: int, rounds: int) -> None:
    """Time pages of a listing on a full store against a small one, then the projection of all outcomes."""
    with Servers(folder, request, (archived, _FEW), with_records=True) as servers:
        full, few = (stub(address) for address in servers.addresses)
        for words, asked in _LISTINGS.items():
            measured = in_turn(partial(_page, full, asked), partial(_page, few, asked), rounds=rounds)
            report(f"ListEvaluations, {words}", archived, _FEW, measured)
    for database, count in zip(servers.databases, (archived, _FEW), strict=True):
        store = Store(f"sqlite:///{database}", wait_milliseconds=5_000)
        begun = time.perf_counter()
        outcomes = store.rebuild_outcomes().outcomes
        seconds = time.perf_counter() - begun
        store.close()
        rate = seconds / (count + 1) * 1e3
        print(f"outcomes of {count} evaluations projected: {outcomes} in {seconds:.1f} s, {rate:.2f} ms each")


def _page(server: Any, asked: Listing, _: int) -> object:
    return server.ListEvaluations(asked)


def report(what: str, many: int, few: int, measured: Comparison) -> None:
    """Print the times with much and with little archived."""
    for count, times in ((many, measured.ours), (few, measured.theirs)):
        middle, late = (percentile(times, share) * 1e3 for share in (0.5, 0.99))
        print(f"{what}, {count} archived: p50 {middle:.2f} ms, p99 {late:.2f} ms")
    print(f"ratio: {measured.ratio:.3f} (1 is flat)")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200, help="calls of each kind (200)")
    parser.add_argument("--archived", type=int, default=100_000, help="archived evaluations (100,000)")
    parser.add_argument("--only", choices=("evaluations", "listings"), help="measure only this")
    options = parser.parse_args()
    published = Gazette(CHECKOUT / "scorecards").newest(CARD)
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(content, published.scorecard, as_of=AS_OF, settings={"reading": "cascade"}).subject

    def request() -> evaluation_service_pb2.EvaluateSubjectRequest:
        return write_request(subject, scorecard=f"scorecards/{CARD}", request_id=str(uuid.uuid4()))

    for name, measure in (("evaluations", evaluations), ("listings", listings)):
        if options.only in (None, name):
            with tempfile.TemporaryDirectory() as folder:
                measure(Path(folder), request, options.archived, options.rounds)


if __name__ == "__main__":
    main()
