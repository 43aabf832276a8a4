"""Bulk screening benchmark: columns against the exact core, in subjects per second, and memory growth.

The card of 100 criteria over Parquet files: points of every criterion, score and grade of each subject. Some answers
are compared with those of the core before anything is timed. Memory is that of the largest process, after a tenth of
the subjects and after all of them.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("POLARS_MAX_THREADS", "1")  # before Polars begins: one thread for each process

import polars as pl

from benchmarks.cards import scorecard
from rules.columns.exact_fallback import ExactFallback
from rules.engine.inference_engine import InferenceEngine
from rules.model.scorecard import FactType
from service.bulk.screening import Screening, ScreeningParameters
from service.bulk.screening_run import ROWS, screen_files
from service.gazette.publication import write_version
from service.gazette.versions import Gazette

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard

CRITERIA = 100
CHECKED, BY_CORE, PARTS = 200, 300, 8
KNOWN = "2026-03-01T00:00:00Z"
AS_OF = date(2026, 3, 1)
_IN_A_FILE = 1_000_000
_MAKE = "make"
_RUNS = {"few": ("few", True), "points": ("all", True), "grades": ("all", False)}
"""Subjects screened by each run, and whether it includes the cells of single criteria."""


def subjects(card: Scorecard, first: int, count: int, unknown: float) -> pl.DataFrame:
    """Make subjects with hundredths of a percent and flags, each missing with this probability."""
    place = pl.col("place")
    columns: dict[str, pl.Expr] = {"subject": place.cast(pl.String)}
    for seed, fact in enumerate(card.facts):
        drawn = place.hash(seed)
        if fact.type is FactType.NUMBER:
            value = (drawn % 10_001).cast(pl.Int128).reinterpret(dtype=pl.Decimal(5, 2))
        else:
            value = drawn % 10 < 7
        there = place.hash(seed + 1_000) % 1_000_000 >= int(unknown * 1_000_000)
        columns[fact.id] = pl.when(there).then(value) if unknown else value
    places = pl.DataFrame({"place": pl.int_range(first, first + count, dtype=pl.UInt64, eager=True)})
    return places.select(**columns)


def alone(card: Scorecard, unknown: float) -> None:
    """Time columns in memory, in one process and thread, and the core on some of the same subjects."""
    engine = InferenceEngine(card)
    frames = [subjects(card, place * ROWS, ROWS, unknown) for place in range(PARTS)]
    screening = Screening(ExactFallback(engine, {}), ScreeningParameters(AS_OF, KNOWN, {}), frames[0].schema)
    sample = frames[0].head(CHECKED)
    answers, again = screening.answer(sample), screening.by_core(sample)
    if not answers.drop("by").equals(again.drop("by")):
        raise SystemExit("columns and core do not agree")
    remaining = screening.by_columns(frames[0])[1].height
    start = time.process_time()
    for frame in frames:
        screening.by_columns(frame)
    ours = (time.process_time() - start) / (PARTS * ROWS)
    start = time.process_time()
    screening.by_core(sample.head(BY_CORE))
    theirs = (time.process_time() - start) / min(BY_CORE, CHECKED)
    print(
        f"unknown {unknown:.0%}: columns {1 / ours:,.0f} subjects a second of processor time, core {1 / theirs:,.0f}, "
        f"ratio {theirs / ours:,.0f}; left to the core {remaining / ROWS:.2%}"
    )
    engine.close()


def make(card: Scorecard, count: int, folder: Path) -> None:
    """Publish the card and write the files: all subjects, and a tenth of them."""
    write_version(folder / "scorecards", card, {}, publish_time="2026-01-01T00:00:00Z")
    for name, many in (("few", max(count // 10, ROWS * 2)), ("all", count)):
        (folder / name).mkdir()
        for number, first in enumerate(range(0, many, _IN_A_FILE)):
            made = subjects(card, first, min(_IN_A_FILE, many - first), 0.0)
            made.write_parquet(folder / name / f"{number:05}.parquet", row_group_size=ROWS, compression="lz4")


def run(card: Scorecard, name: str, folder: Path) -> None:
    """Time one run over files by all cores, and look at the memory of its largest process."""
    gazette = Gazette(folder / "scorecards")
    source, criteria = _RUNS[name]
    result = screen_files(
        gazette.newest(card.card.id), folder / source, folder / f"{name}.out", gazette=gazette, as_of=AS_OF,
        known=KNOWN, settings={}, criteria=criteria,
    )  # fmt: skip
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    print(
        f"{name}: {result.answered:,} subjects in {result.seconds:.1f} s, "
        f"{result.answered / result.seconds:,.0f} a second;"
        f" processor time {processor:.1f} s, {result.answered / processor:,.0f} a second of one core; "
        f"largest process {used.ru_maxrss / 1024:.0f} MB"
    )


def main() -> None:
    """Check, time and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--subjects", type=int, default=1_000_000)
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    card = scorecard(CRITERIA)
    if asked.part == _MAKE:
        make(card, asked.subjects, asked.folder)
        return
    if asked.part:
        run(card, asked.part, asked.folder)
        return
    for unknown in (0.0, 0.01):
        alone(card, unknown)
    with tempfile.TemporaryDirectory() as folder:
        # Each in a process of its own, for one that is begun by a large process counts as large from then on.
        for part in (_MAKE, *_RUNS):
            options = ("--part", part, "--folder", folder, "--subjects", str(asked.subjects))
            subprocess.run((sys.executable, "-m", "benchmarks.bulk", *options), check=True)  # noqa: S603


if __name__ == "__main__":
    main()
