"""Command line of the reliability tests: `kill`, `fuzz`, `overload` and `soak`, in full size."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.reliability.fuzzing_on import Progress
from tests.reliability.good_calls import full_server
from tests.reliability.killing import kill_again_and_again
from tests.reliability.killing_cases import kill_while_cases_are_led
from tests.reliability.overload import DOORS, overload
from tests.reliability.soaking import soak
from tests.reliability.stores import STORES, new_place, new_store
from tests.support.running import ROOT, RunningServer


def _kill(options: argparse.Namespace) -> None:
    with new_place() as (folder, gazette), new_store(options.store) as url:
        prove = kill_while_cases_are_led if options.cases else kill_again_and_again
        print(prove(folder, gazette, url, times=options.times, seed=options.seed), flush=True)


def _fuzz(options: argparse.Namespace) -> None:
    progress = Progress(options.progress, options.seed)

    def begin(folder: Path) -> RunningServer:
        return full_server(folder, TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0")

    for message in progress.go_on(begin, calls=options.calls, minutes=options.minutes):
        print(message, flush=True)
    print(progress)


def _overload(options: argparse.Namespace) -> None:
    for door in options.door or DOORS:
        with (
            new_place() as (folder, _),
            new_store(options.store) as url,
            RunningServer(
                folder,
                ROOT / "scorecards",
                TOUCHSTONE_DATABASE_URL=url,
                TOUCHSTONE_LOG_LEVEL="error",
                TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
                TOUCHSTONE_EVALUATING_PROCESSES=str(options.processes),
            ) as server,
        ):
            arguments = {"times": options.times, "seconds": options.seconds, "connections": options.connections}
            print(overload(server, door=door, **arguments), flush=True)


def _soak(options: argparse.Namespace) -> None:
    with new_place() as (folder, _), full_server(folder, TOUCHSTONE_LOG_LEVEL="error") as server:
        print(soak(server, minutes=options.minutes), flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    proofs = parser.add_subparsers(required=True, metavar="PROOF")
    kill = proofs.add_parser("kill", help="SIGKILL under write load: nothing lost, nothing half")
    kill.add_argument("--times", type=int, default=200, help="servers killed (200)")
    kill.add_argument("--store", choices=STORES, default="sqlite", help="on which database (sqlite)")
    kill.add_argument("--seed", type=int, default=0, help="another one draws other moments (0)")
    kill.add_argument("--cases", action="store_true", help="while cases are led (while subjects are evaluated)")
    kill.set_defaults(prove=_kill)
    fuzz_ = proofs.add_parser("fuzz", help="every method and address with what is wrong: always a clear answer")
    fuzz_.add_argument("--calls", type=int, default=1_000_000, help="calls, a third of them over HTTP (1,000,000)")
    fuzz_.add_argument("--minutes", type=float, default=float("inf"), help="for how long at most (no limit)")
    fuzz_.add_argument(
        "--progress",
        type=Path,
        default=Path("var/fuzzed.jsonl"),
        help="where each part that ended is noted; what is noted there is not done again (var/fuzzed.jsonl)",
    )
    fuzz_.add_argument("--seed", type=int, default=0, help="another one draws other calls (0)")
    fuzz_.set_defaults(prove=_fuzz)
    over = proofs.add_parser("overload", help="ten times as many calls as can be taken, idle connections beside them")
    over.add_argument("--times", type=float, default=10, help="as many times as can be taken (10)")
    over.add_argument("--seconds", type=float, default=20, help="for how long (20)")
    over.add_argument("--connections", type=int, default=1_000, help="idle ones (1,000)")
    over.add_argument("--door", choices=DOORS, action="append", help="by which calls come (each in turn)")
    over.add_argument("--processes", type=int, default=1, help="that evaluate (1)")
    over.add_argument("--store", choices=STORES, default="sqlite", help="on which database (sqlite)")
    over.set_defaults(prove=_overload)
    soak_ = proofs.add_parser("soak", help="calls of every kind for long: memory, handles and threads stay")
    soak_.add_argument("--minutes", type=float, default=30, help="for how long (30)")
    soak_.set_defaults(prove=_soak)
    options = parser.parse_args()
    options.prove(options)


if __name__ == "__main__":
    main()
