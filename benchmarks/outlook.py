"""Benchmark of the outlook: 1,000 stored results searched for changes, compared with plain re-evaluation.

Results of the worked factory are stored; every tenth has inputs of its own, here another last day of its evidence. The
outlook searches 400 days ahead, as in a run, with both evaluators. Plain re-evaluation evaluates a sample of the
results on each day. Both must find the same changes. Processor time per result is compared, also with a search that
evaluates equal inputs again.
"""

from __future__ import annotations

import argparse
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from rules.contracts import parse_date, read_complete_record
from rules.trail import inputs_of
from service.base.instants import day_of
from service.configuration.folders import CHECKOUT
from service.evaluating.evaluators import Evaluators, RecordReader, new_record_key
from service.gazette.table_order import TableStores
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.outlook.days import RulesByDay
from service.outlook.search import ResultSearch, ReusedRecords, StoredResult
from service.output.mapping.answers import write_difference
from service.output.result_changes import OVERALL_PARTS, changed_parts

if TYPE_CHECKING:
    from rules.contracts import Record, Subject
    from rules.model import PublishedVersion

CARD, AS_OF, KNOWN, DAYS = "zero-carbon-factory", "2025-06-30", "2026-11-29T00:00:00Z", 400


class Archive:
    """Stored results of the worked factory under many names."""

    def __init__(self, results: int, distinct: int) -> None:
        self.gazette = Gazette(CHECKOUT / "scorecards")
        self.evaluators = Evaluators.for_gazette(self.gazette)
        self._reader = RecordReader(self.gazette)
        self.version = self.gazette.newest(CARD)
        variants = [self._stored(number) for number in range(distinct)]
        self.results = [self._named(variants[number % distinct], number) for number in range(results)]

    def _stored(self, number: int) -> StoredResult:
        content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
        dossier = read_dossier(content, self.version.scorecard, as_of=AS_OF, settings={"reading": "cascade"})
        subject = dossier.subject.model_copy(update={"known": KNOWN})
        last = (parse_date(AS_OF) + timedelta(days=560 + number)).isoformat()
        evidence = tuple(item.model_copy(update={"valid_until": last}) for item in subject.evidence)
        written = read_complete_record(self._evaluate(subject.model_copy(update={"evidence": evidence})))
        record = self._reader.restore(written).without_steps
        return StoredResult(written, record, inputs_of(written), self.version)

    def _evaluate(self, subject: Subject) -> bytes:
        return self.evaluators.evaluate(self.version, subject, new_record_key()).content

    @staticmethod
    def _named(result: StoredResult, number: int) -> StoredResult:
        subject = result.subject.model_copy(update={"subject": f"organizations/example/subjects/works-{number}"})
        return StoredResult(result.written, result.record, subject, result.made_by)

    def search(self) -> tuple[ResultSearch, ReusedRecords]:
        records = ReusedRecords(self.record)
        return ResultSearch(RulesByDay(self.gazette, TableStores(self.gazette), KNOWN), records), records

    def record(self, version: PublishedVersion, subject: Subject) -> Record:
        return self.evaluators.evaluate(version, subject, new_record_key()).without_steps


def changes_on_each_day(archive: Archive, result: StoredResult) -> list[str]:
    """Return the days of changes of a result, by evaluating it on each day without reuse."""
    search, records = archive.search()
    first = day_of(KNOWN, archive.version.scorecard.card.time_zone)
    before, days = result.record, list[str]()
    for number in range(DAYS + 1):
        point = search.point(result, first + timedelta(days=number))
        records.clear()
        if point.record is None:
            break
        difference = write_difference(before, point.record, evaluation="")
        if not OVERALL_PARTS.isdisjoint(changed_parts(difference)):
            days.append(str(point.day))
        before = point.record
    return days


def searched(archive: Archive, results: list[StoredResult], *, reuses: bool) -> tuple[float, list[list[str]], int]:
    """Return processor seconds per result, the days of its changes, and the number of evaluations."""
    search, records = archive.search()
    days = []
    start = time.process_time()
    for result in results:
        days.append([str(change.after.day) for change in search.find(result, days=DAYS).changes])
        if not reuses:
            records.clear()
    return (time.process_time() - start) / len(results), days, records.computed


def main() -> None:
    """Search, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--results", type=int, default=1_000)
    parser.add_argument("--distinct", type=int, default=100)
    parser.add_argument("--sample", type=int, default=4)
    asked = parser.parse_args()
    archive = Archive(asked.results, asked.distinct)
    searched(archive, archive.results[:1], reuses=True)  # warm-up
    outlook, days, computed = searched(archive, archive.results, reuses=True)
    sample = archive.results[:: max(asked.distinct // asked.sample, 1)][: asked.sample]
    alone, alone_days, _ = searched(archive, archive.results[: asked.distinct], reuses=False)
    start = time.process_time()
    plain_days = [changes_on_each_day(archive, result) for result in sample]
    plain = (time.process_time() - start) / len(sample)
    if alone_days != days[: asked.distinct]:
        raise SystemExit("a search without reuse finds other changes")
    if plain_days != [days[archive.results.index(result)] for result in sample]:
        raise SystemExit("an evaluation on each day finds other changes")
    found = sum(map(len, days))
    print(f"{asked.results} results, {asked.distinct} different inputs, {DAYS} days: {found} changes")
    print(f"outlook: {outlook * 1_000:.1f} ms a result, {computed} evaluations, {outlook * asked.results:.1f} s in all")
    print(f"without reuse of equal inputs: {alone * 1_000:.1f} ms a result, {alone / outlook:.1f} times as long")
    print(f"an evaluation on each day: {plain * 1_000:.0f} ms a result, {plain / outlook:.0f} times as long")


if __name__ == "__main__":
    main()
