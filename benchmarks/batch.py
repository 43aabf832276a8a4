"""Batch benchmark: overhead of JSONL, CSV and XLSX over a bare gRPC stream, and memory growth.

The same subjects go to one server as JSONL, CSV and a workbook through `touchstone batch evaluate`, and as messages
that were made before, through the bare stream. Memory is the resident set of the command, without the server, after a
tenth of the subjects and at its highest after that.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import grpc
from openpyxl import load_workbook

from benchmarks.cards import scorecard, subject
from benchmarks.growth import resident
from benchmarks.service import start, stub
from service.configuration.folders import CHECKOUT
from service.gazette.publication import write_version
from service.input.workbook.sheet_layout import FIRST_ROW, ID_ROW, Layout
from service.input.workbook.template import write_template
from service.output.mapping.requests import write_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rules.contracts.inputs import Subject
    from rules.model.scorecard import Scorecard
    from touchstone.v1 import evaluation_service_pb2

CARD = "benchmark"
AS_OF = "2026-03-01"
_LOOK_SECONDS = 0.2


@dataclass(frozen=True)
class Run:
    """One batch: seconds for all of it, its start included, and resident megabytes over its course."""

    seconds: float
    working_seconds: float
    early: float
    highest: float


def values(of: Subject) -> dict[str, tuple[str, bool]]:
    """Return each fact as text, with a flag that is true for numbers."""
    fact_values = {fact.id: fact.value for fact in of.facts if fact.value is not None}
    return {
        id: ("yes" if value.flag else "no", False) if value.number is None else (value.number, True)
        for id, value in fact_values.items()
    }


def write_jsonl(path: Path, subjects: Iterator[Subject], _: Scorecard) -> None:
    """Write a dossier a line."""
    with path.open("w", encoding="utf-8") as file:
        for of in subjects:
            facts = {id: f"{text} %" if is_number else text for id, (text, is_number) in values(of).items()}
            file.write(json.dumps({"subject": of.subject, "facts": facts}) + "\n")


def write_csv(path: Path, subjects: Iterator[Subject], card: Scorecard) -> None:
    """Write a row for each subject."""
    ids = [definition.id for definition in card.facts]
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(("subject", *ids)) + "\n")
        for of in subjects:
            fact_values = values(of)
            file.write(",".join((of.subject, *(fact_values[id][0] for id in ids))) + "\n")


def write_xlsx(path: Path, subjects: Iterator[Subject], card: Scorecard) -> None:
    """Fill in the template."""
    book = load_workbook(io.BytesIO(write_template(card, language="en", layout=Layout.MANY)))
    page: Any = next(sheet for sheet in book.worksheets if sheet["A1"].value == "touchstone facts-many")
    columns = {cell.value: cell.column for cell in page[ID_ROW]}
    for row, of in enumerate(subjects, FIRST_ROW):
        page.cell(row, 1).value = of.subject
        for id, (text, is_number) in values(of).items():
            page.cell(row, columns[id]).value = float(text) if is_number else text
    book.save(path)


FORMS: dict[str, Callable[[Path, Iterator[Subject], Scorecard], None]] = {
    "jsonl": write_jsonl, "csv": write_csv, "xlsx": write_xlsx,
}  # fmt: skip


def named(form: str, count: int, criteria: int) -> Iterator[Subject]:
    """Yield subjects with names unique to a file format, so that no result comes from the store."""
    for number in range(count):
        yield subject(criteria, number).model_copy(update={"subject": f"organizations/{form}/subjects/s{number}"})


def run_batch(path: Path, address: str, gazette: Path, *, count: int) -> Run:
    """Run the command and watch its memory."""
    out = path.with_name(f"{path.suffix[1:]}-out.jsonl")
    command = [
        sys.executable, "-m", "service.cli.main", "batch", "evaluate", CARD, str(path), "--as-of", AS_OF,
        "--server", address, "--gazette", str(gazette), "--out", str(out), "--format", "json",
    ]  # fmt: skip
    journal = Path(f"{out.with_suffix('')}.journal.jsonl")
    samples: list[tuple[int, float]] = []
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        done, position = -1, 0
        while process.poll() is None:
            time.sleep(_LOOK_SECONDS)
            if journal.exists():
                with journal.open("rb") as file:
                    file.seek(position)
                    piece = file.read()
                done, position = done + piece.count(b"\n"), position + len(piece)
            samples.append((done, resident(process.pid)))
        answer = json.loads(process.stdout.read() if process.stdout is not None else "{}")
    seconds = time.perf_counter() - begun
    if process.returncode != 0 or answer["evaluated"] != count:
        raise SystemExit(f"{path.name}: not everything was evaluated: {answer}")
    early = next((memory for done, memory in samples if done >= count / 10), 0.0)
    late = [memory for done, memory in samples if done >= count / 10]
    out.unlink()
    return Run(seconds, float(answer["seconds"]), early, max(late, default=0.0))


def run_stream(address: str, requests: list[evaluation_service_pb2.EvaluateSubjectRequest]) -> float:
    """Send the requests through the plain stream and return the elapsed seconds."""
    begun = time.perf_counter()
    answers = sum(answer.HasField("evaluation") for answer in stub(address).StreamEvaluateSubjects(iter(requests)))
    if answers != len(requests):
        raise SystemExit(f"the stream answered {answers} of {len(requests)}")
    return time.perf_counter() - begun


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--subjects", type=int, default=10_000, help="subjects in each form (10,000)")
    parser.add_argument("--criteria", type=int, default=20, help="criteria of the card (20)")
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=tuple(FORMS), help="forms of the batch (all)")
    options = parser.parse_args()
    card, count = scorecard(options.criteria), options.subjects
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_version(folder / "gazette", card, {}, publish_time="2025-01-01T00:00:00Z")
        environment = {
            **os.environ,
            "TOUCHSTONE_ADDRESS": "127.0.0.1:0",
            "TOUCHSTONE_DATABASE_URL": f"sqlite:///{folder}/store.sqlite3",
            "TOUCHSTONE_GAZETTE": str(folder / "gazette"),
            "TOUCHSTONE_LOG_LEVEL": "error",
        }
        server, address = start(["-m", "service.cli.main", "serve"], environment)
        try:
            requests = [
                write_request(
                    of.model_copy(update={"known": ""}), scorecard=f"scorecards/{CARD}", request_id=str(uuid.uuid4())
                )
                for of in named("bare", count, options.criteria)
            ]
            bare = run_stream(address, requests)
            del requests
            print(f"bare stream: {count} subjects in {bare:.1f} s, {count / bare:.0f} a second")
            for form in options.forms:
                path = folder / f"batch.{form}"
                FORMS[form](path, named(form, count, options.criteria), card)
                run = run_batch(path, address, folder / "gazette", count=count)
                print(
                    f"{form}: {run.seconds:.1f} s with start and check, {count / run.working_seconds:.0f} a second, "
                    f"ratio {bare / run.working_seconds:.2f}; memory {run.early:.0f} MB after a tenth, "
                    f"at most {run.highest:.0f} MB after that"
                )
        except grpc.RpcError as error:
            raise SystemExit(f"the server failed: {error}") from error
        finally:
            server.terminate()
            server.wait(30)


if __name__ == "__main__":
    main()
