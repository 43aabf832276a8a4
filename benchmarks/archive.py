"""Does an evaluation cost more when much is archived? An empty store against one with 100,000 evaluations, in turn.

The archived rows have their own names, subjects, serials and evidence digests, but an empty record: what is measured
are the indexes that every evaluation is looked up in and written to.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import tempfile
import uuid
from pathlib import Path

from benchmarks.service import AS_OF, CARD, start, stub
from benchmarks.timing import in_turn, percentile
from service.dossier.reading import read_dossier
from service.gazette import Gazette
from service.mapping.requests import write_request
from service.settings import CHECKOUT
from touchstone.v1 import evaluation_service_pb2

_FILL = """
WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < :many)
INSERT INTO {table} ({columns}) SELECT {values} FROM counted, (SELECT * FROM {table} LIMIT 1)
"""


def fill(database: Path, many: int) -> None:
    """Copy the one stored evaluation many times over, under other names."""
    name = "'organizations/example/evaluations/archived-' || number"
    archived = "'archived-' || number"
    changed = {
        "evaluation": {"name": name, "request_id": archived, "subject": "subject || number", "record": "x''"},
        "usage": {"evaluation": name, "value_digest": archived, "subject": "subject || number"},
    }
    with sqlite3.connect(database) as connection:
        for table, columns in changed.items():
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            values = ", ".join(columns.get(column, column) for column in names)
            connection.execute(_FILL.format(table=table, columns=", ".join(names), values=values), {"many": many})
        connection.execute("INSERT OR IGNORE INTO projected (evaluation) SELECT name FROM evaluation")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200, help="calls of each kind (200)")
    parser.add_argument("--archived", type=int, default=100_000, help="archived evaluations (100,000)")
    options = parser.parse_args()
    published = Gazette(CHECKOUT / "scorecards").version(CARD, "1.0.0")
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(content, published.scorecard, as_of=AS_OF, settings={"reading": "cascade"}).subject

    def request() -> evaluation_service_pb2.EvaluateSubjectRequest:
        return write_request(subject, scorecard=f"scorecards/{CARD}", request_id=str(uuid.uuid4()))

    with tempfile.TemporaryDirectory() as folder:
        servers = []
        addresses = []
        for number, archived in enumerate((options.archived, 0)):
            database = Path(folder) / f"store-{number}.sqlite3"
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
                fill(database, archived)
                server, address = start(arguments, environment)
            servers.append(server)
            addresses.append(address)
        full, empty = (stub(address) for address in addresses)
        try:
            measured = in_turn(
                lambda _: full.EvaluateSubject(request()),
                lambda _: empty.EvaluateSubject(request()),
                rounds=options.rounds,
            )
        finally:
            for server in servers:
                server.terminate()
                server.wait(30)
    for name, times in ((f"{options.archived} archived", measured.ours), ("nothing archived", measured.theirs)):
        print(f"{name}: p50 {percentile(times, 0.5) * 1e3:.2f} ms, p99 {percentile(times, 0.99) * 1e3:.2f} ms")
    print(f"ratio: {measured.ratio:.3f} (1 is flat)")


if __name__ == "__main__":
    main()
