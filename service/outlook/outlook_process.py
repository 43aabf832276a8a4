"""Outlook worker: searches for changes of stored results at the lowest CPU priority.

It is separate from the workers of real evaluations, with a process of its own. It stores nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from google.protobuf import json_format

from rules.engine import never_stop
from rules.trail import inputs_of
from service.base.call_context import current_organization
from service.corrections.reevaluation import without_support
from service.evaluating.evaluators import Evaluators, RecordReader, new_record_key
from service.gazette.gazette_worker import LOWEST_PRIORITY, worker_entry
from service.gazette.table_order import TableStores
from service.outlook.days import RulesByDay
from service.outlook.search import Change, Point, ResultSearch, ReusedRecords, StoredResult
from service.output.mapping.answers import ANSWERS, write_difference
from service.output.result_changes import without_examples
from service.store.stored_records import restore_record
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts import Record, Subject
    from rules.engine import ShouldStop
    from rules.model import PublishedVersion
    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette

_MEMORY = 4 * 1024 * 1024 * 1024
_MAX_SEARCHES = 4


class OutlookWorker:
    """Searches under the versions of a gazette; equal inputs are evaluated once."""

    def __init__(self, gazette: Gazette) -> None:
        self._gazette = gazette
        self._reader = RecordReader(gazette)
        self._shelves = TableStores(gazette)
        self._evaluators = Evaluators.for_gazette(gazette, lasting=True)
        self._searches: OrderedDict[tuple[str, str, str], tuple[ResultSearch, ReusedRecords]] = OrderedDict()
        self._should_stop: ShouldStop = never_stop

    def find(self, job: work_pb2.FindResultChanges, should_stop: ShouldStop) -> work_pb2.FoundChanges:
        self._should_stop = should_stop
        search, records = self._search(job.known_time, job.run_id)
        computed, reused = records.computed, records.reused
        found = search.find(self._stored(job.stored, job.removed), days=job.days, last=job.last_date)
        return work_pb2.FoundChanges(
            changes=map(_change_message, found.changes),
            next_date="" if found.next_day is None else found.next_day.isoformat(),
            evaluation_count=records.computed - computed,
            reused_count=records.reused - reused,
            problem=found.problem,
        )

    def explain(
        self, job: work_pb2.ExplainResultChange, should_stop: ShouldStop
    ) -> evaluation_service_pb2.EvaluationDifference:
        self._should_stop = should_stop
        search, _ = self._new_search(job.known_time)
        difference = search.difference(self._stored(job.stored, job.removed), job.from_date, job.date)
        return difference or evaluation_service_pb2.EvaluationDifference()

    def _search(self, known: str, run: str) -> tuple[ResultSearch, ReusedRecords]:
        key = current_organization(), known, run
        search = self._searches.pop(key, None)
        if search is None:
            search = self._new_search(known)
        self._searches[key] = search
        while len(self._searches) > _MAX_SEARCHES:
            self._searches.popitem(last=False)
        return search

    def _new_search(self, known: str) -> tuple[ResultSearch, ReusedRecords]:
        records = ReusedRecords(self._evaluate)
        return ResultSearch(RulesByDay(self._gazette, self._shelves, known), records), records

    def _evaluate(self, version: PublishedVersion, subject: Subject) -> Record:
        return self._evaluators.evaluate(version, subject, new_record_key(), self._should_stop).without_steps

    def _stored(self, stored: work_pb2.StoredRecord, removed: Iterable[work_pb2.RemovedSupport]) -> StoredResult:
        written = restore_record(stored.record, stored.record_key)
        made_by = self._gazette.made_by(written.head.scorecard_version, written.head.rule_digest)
        subject, sources = inputs_of(written), list[str]()
        for support in removed:
            reduced = without_support(subject, support.kind, support.value)
            if reduced != subject:
                subject, sources = reduced, [*sources, support.source]
        return StoredResult(written, self._reader.restore(written).without_steps, subject, made_by, tuple(sources))


def _change_message(change: Change) -> work_pb2.FoundChange:
    before, after = change.before, change.after
    difference = evaluation_service_pb2.EvaluationDifference()
    if before.record is not None and after.record is not None:
        difference = write_difference(before.record, after.record, evaluation="")
    return work_pb2.FoundChange(
        from_date="" if before.day is None else before.day.isoformat(),
        date="" if after.day is None else after.day.isoformat(),
        from_version=before.version_name,
        to_version=after.version_name,
        before=_conclusion_json(before),
        after=_conclusion_json(after),
        causes=[work_pb2.FoundCause(kind=cause.kind.value, name=cause.name) for cause in change.causes],
        criterion_ids=[criterion.criterion_id for criterion in difference.criterion_differences],
    )


def _conclusion_json(point: Point) -> str:
    if point.record is None:
        return ""
    conclusion = ANSWERS.write(evaluation_pb2.Conclusion, point.record.conclusion)
    return json_format.MessageToJson(without_examples(conclusion), indent=None)


def works(gazette: Gazette) -> Works:
    """Return the handlers of this worker by request type."""
    worker = OutlookWorker(gazette)
    return {work_pb2.FindResultChanges: worker.find, work_pb2.ExplainResultChange: worker.explain}


main = worker_entry(works, memory=_MEMORY, niceness=LOWEST_PRIORITY)

if __name__ == "__main__":
    main()
