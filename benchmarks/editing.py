"""Latency of draft diagnostics while a user types on a server, compared with compiling the whole draft again.

The server is started as by `touchstone serve`. It has drafts of published cards and one draft with a file of 5,000
lines. One file of each draft is changed keystroke by keystroke, and AnalyzeDraftFile is called after each change. The
first answer is compared with the diagnostics of a local compilation. The folder is compiled without a cache in turn
with each call.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import grpc

from benchmarks.timing import in_turn, percentile
from rules.api import Compilation, compile_folder
from service.configuration.folders import CHECKOUT, PUBLISHED
from service.gazette.tables import FOLDER, TableStore
from service.output.terminal.draft_folder import read_sources
from service.output.terminal.own_server import temporary_server
from touchstone.v1 import draft_editing_pb2, draft_pb2, scorecard_pb2, scorecard_service_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TYPED = (
    ("miit-zero-carbon-factory", "indicators.en.feature"),
    ("green-claim-us", "rules.en.feature"),
    ("cn-ets-power", "allocation.en.feature"),
)
_LONG, _LONG_CARD, _LONG_LINES = "card.en.feature", "event-neutrality", 5_000
_SCENARIO = re.compile(r"^    Scenario: .*?(?=^\s*$|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class TypedDraft:
    """A draft, and the file of it that is typed."""

    name: str
    files: Mapping[str, str]
    path: str

    def typed(self, number: int) -> dict[str, str]:
        """Return the files after a number of keystrokes in a comment at the end."""
        return {**self.files, self.path: f"{self.files[self.path].rstrip()}\n\n    # {'x' * (number + 1)}\n"}


def typed_drafts() -> list[TypedDraft]:
    """Return the drafts of published cards, and one draft with a long file."""
    drafts = [
        TypedDraft(f"organizations/desk/drafts/{card}", read_sources(CHECKOUT / "features" / card), path)
        for card, path in _TYPED
    ]
    files = {
        path: text
        for path, text in read_sources(CHECKOUT / "features" / _LONG_CARD).items()
        if path.endswith(".en.feature")
    }
    return [*drafts, TypedDraft("organizations/desk/drafts/long", {**files, _LONG: _lengthened(files[_LONG])}, _LONG)]


def _lengthened(text: str) -> str:
    """Repeat the scenarios of a file under other titles until it is long enough."""
    scenarios = [match[0].rstrip() for match in _SCENARIO.finditer(text)]
    lines, number = text.rstrip(), 0
    while lines.count("\n") < _LONG_LINES:
        head, _, steps = scenarios[number % len(scenarios)].partition("\n")
        lines += f"\n\n{head} {number}\n{steps}"
        number += 1
    return lines + "\n"


def measure(rounds: int) -> None:
    """Type in each draft, and print how long the answers take."""
    with (
        tempfile.TemporaryDirectory() as folder,
        temporary_server(PUBLISHED, database_url=f"sqlite:///{folder}/store.sqlite3") as address,
        grpc.insecure_channel(address) as channel,
    ):
        stub = scorecard_service_pb2_grpc.ScorecardServiceStub(channel)
        for draft in typed_drafts():
            sources = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in draft.files.items()]
            stub.SaveDraftRevision(draft_pb2.SaveDraftRevisionRequest(name=draft.name, source_files=sources))
            ask, compile_anew = _contestants(stub, draft)
            first = ask(rounds)
            if [one.code for one in first.diagnostics] != [one.code for one in compile_anew(rounds).diagnostics]:
                raise SystemExit(f"{draft.name} is told otherwise than it compiles")
            measured = in_turn(ask, compile_anew, rounds=rounds)
            lines, all_lines = (
                sum(text.count("\n") for text in texts) for texts in ((draft.files[draft.path],), draft.files.values())
            )
            times, card = measured.ours, draft.name.rpartition("/")[2]
            print(
                f"{card:26} {lines:5} of {all_lines:5} lines: p50 {median(times) * 1e3:4.0f} ms, "
                f"p95 {percentile(times, 0.95) * 1e3:4.0f} ms; compiled anew {measured.ratio:.1f} times as long"
            )


def _contestants(
    stub: scorecard_service_pb2_grpc.ScorecardServiceStub, draft: TypedDraft
) -> tuple[Callable[[int], draft_editing_pb2.AnalyzeDraftFileResponse], Callable[[int], Compilation]]:
    tables = TableStore(Path(PUBLISHED) / FOLDER)

    def ask(number: int) -> draft_editing_pb2.AnalyzeDraftFileResponse:
        file = scorecard_pb2.SourceFile(path=draft.path, content=draft.typed(number)[draft.path])
        request = draft_editing_pb2.AnalyzeDraftFileRequest(name=draft.name, source_file=file, language_code="en")
        answer: draft_editing_pb2.AnalyzeDraftFileResponse = stub.AnalyzeDraftFile(request)
        return answer

    def compile_anew(number: int) -> Compilation:
        return compile_folder(draft.typed(number), spoken="en", tables=tables)

    return ask, compile_anew


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="keystrokes in each draft")
    measure(parser.parse_args().rounds)
