"""How many subjects are screened in a second by columns, beside the core that tells the same, and is memory flat?

The card of 100 criteria over Parquet files: points of every criterion, score and grade of each subject. Some answers
are compared with those of the core before anything is timed. Memory is that of the largest process, after a tenth of
the subjects and after all of them.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("POLARS_MAX_THREADS", "1")  # before Polars begins: one thread for each process

import polars as pl

from benchmarks.cards import scorecard
from rules.columns.core import Core
from rules.engine.infer import InferenceEngine
from rules.model.scorecard import FactType
from service.bulk.running import ROWS, evaluate_bulk
from service.bulk.screening import Asked, Screening
from service.gazette.versions import Gazette, write_version

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard

CRITERIA = 100
CHECKED, BY_CORE, PARTS = 200, 300, 8
KNOWN = "2026-03-01T00:00:00Z"
AS_OF = date(2026, 3, 1)
_IN_A_FILE = 1_000_000


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
    screening = Screening(Core(engine, {}), Asked(AS_OF, KNOWN, {}), frames[0].schema)
    sample = frames[0].head(CHECKED)
    told, again = screening.answer(sample), screening.by_core(sample)
    if not told.drop("by").equals(again.drop("by")):
        raise SystemExit("columns and core do not agree")
    left = screening.by_columns(frames[0])[1].height
    start = time.process_time()
    for frame in frames:
        screening.by_columns(frame)
    ours = (time.process_time() - start) / (PARTS * ROWS)
    start = time.process_time()
    screening.by_core(sample.head(BY_CORE))
    theirs = (time.process_time() - start) / min(BY_CORE, CHECKED)
    print(
        f"unknown {unknown:.0%}: columns {1 / ours:,.0f} subjects a second of processor time, core {1 / theirs:,.0f}, "
        f"ratio {theirs / ours:,.0f}; left to the core {left / ROWS:.2%}"
    )
    engine.close()


def whole(card: Scorecard, count: int, folder: Path) -> None:
    """Time the whole run over files by all cores, and look at memory."""
    shelf = folder / "scorecards"
    write_version(shelf, card, {}, publish_time="2026-01-01T00:00:00Z")
    gazette = Gazette(shelf)
    source = folder / "subjects"
    source.mkdir()
    for number, first in enumerate(range(0, count, _IN_A_FILE)):
        made = subjects(card, first, min(_IN_A_FILE, count - first), 0.0)
        made.write_parquet(source / f"{number:05}.parquet", row_group_size=ROWS, compression="lz4")
    few = folder / "few.parquet"
    subjects(card, 0, max(count // 10, ROWS * 2), 0.0).write_parquet(few, row_group_size=ROWS, compression="lz4")
    highest: list[float] = []
    for name, files, criteria in (("few", few, True), ("points", source, True), ("grades", source, False)):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = evaluate_bulk(
            gazette.newest(card.card.id), files, folder / name, gazette=gazette, as_of=AS_OF, known=KNOWN, settings={},
            criteria=criteria,
        )  # fmt: skip
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        highest.append(used.ru_maxrss / 1024)
        processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
        print(
            f"{name}: {result.rows:,} subjects in {result.seconds:.1f} s, {result.rows / result.seconds:,.0f} a second;"
            f" processor time {processor:.1f} s, {result.rows / processor:,.0f} a second of one core; "
            f"largest process {highest[-1]:.0f} MB"
        )
    print(f"memory after all against a tenth: {highest[1] / highest[0]:.2f}")


def main() -> None:
    """Check, time and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--subjects", type=int, default=1_000_000)
    asked = parser.parse_args()
    card = scorecard(CRITERIA)
    for unknown in (0.0, 0.01):
        alone(card, unknown)
    with tempfile.TemporaryDirectory() as folder:
        whole(card, asked.subjects, Path(folder))


if __name__ == "__main__":
    main()
