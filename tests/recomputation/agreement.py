"""Differential test of the independent evaluator, as a command: its records against ours, byte for byte.

python -m tests.recomputation.agreement --subjects 10000 --card zero-carbon-factory

evaluates random subjects of all published versions, or of one card, and computes each record again from the published
file alone; with `--examples` it takes all examples instead.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rules.contracts.errors import InputError
from rules.contracts.inputs import Subject
from rules.model.published_version import PublishedVersion
from service.evaluating.evaluators import Evaluators
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from tests.recomputation.made_subjects import RandomSubjects, examples_of
from tests.support.recomputing import ROOT, Report, recompute

GAZETTE = Gazette(ROOT / "scorecards")
KEY = bytes(range(32))


@dataclass
class Compared:
    records: int = 0
    refused: int = 0
    excluded: int = 0
    witnesses: int = 0
    unproved: int = 0
    differing: tuple[str, ...] = ()


def every_version(gazette: Gazette = GAZETTE, card: str = "") -> Iterator[PublishedVersion]:
    for name in gazette.card_ids():
        if card in {"", name}:
            yield from gazette.versions(name)


def compare(
    version: PublishedVersion, subjects: Iterable[Subject], *, gazette: Gazette = GAZETTE, boxes: int = 40
) -> Compared:
    """Evaluate subjects by the house, and compute each record again from the version's file alone."""
    comparison = Compared()
    _, card, _, number = version.name.split("/")
    published = (gazette.folder / card / f"{number}.json").read_bytes()
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        for subject in subjects:
            try:
                content = evaluators.evaluate(version, subject, KEY).content
            except InputError:
                comparison.refused += 1
                continue
            _count(comparison, recompute(content, published, gazette.folder / FOLDER, KEY, boxes=boxes), content)
    return comparison


def _count(comparison: Compared, report: Report, content: bytes) -> None:
    comparison.records += 1
    comparison.witnesses += report.witnesses
    comparison.unproved += len(report.unproved)
    comparison.excluded += content.count(b'"possibility":"excluded"')
    if report.faults:
        comparison.differing += (f"{report.version}\n  {report.told(report.faults[0], 'en')}",)


def random_subjects(version: PublishedVersion, count: int, seed: int = 0) -> Iterator[Subject]:
    made = RandomSubjects(version.scorecard, seed)
    return (made.subject() for _ in range(count))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--subjects", type=int, default=10_000)
    parser.add_argument("--card", default="")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--boxes", type=int, default=40)
    parser.add_argument("--examples", action="store_true")
    parser.add_argument("--gazette", type=Path, default=GAZETTE.folder)
    asked = parser.parse_args(arguments)
    gazette = Gazette(asked.gazette)
    versions = list(every_version(gazette, asked.card))
    each, shelf = -(-asked.subjects // len(versions)), TableStore(gazette.folder / FOLDER)
    total, failed = 0, 0
    for version in versions:
        begun = time.process_time()
        subjects = examples_of(version, shelf) if asked.examples else random_subjects(version, each, asked.seed)
        comparison = compare(version, subjects, gazette=gazette, boxes=asked.boxes)
        total, failed = total + comparison.records, failed + len(comparison.differing)
        sys.stdout.write(
            f"{version.name}: {comparison.records} records, {comparison.refused} refused, "
            f"{len(comparison.differing)} differ, {comparison.excluded} excluded of which {comparison.unproved} not "
            f"proved again, {comparison.witnesses} witnesses, "
            f"{time.process_time() - begun:.0f} s\n"
        )
        sys.stdout.writelines(f"{one[:1500]}\n" for one in comparison.differing[:3])
        sys.stdout.flush()
    sys.stdout.write(f"{total} records, {failed} differ\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
