"""Shadow worker: evaluates a real request with a candidate version, and compares both results.

It is separate from the workers of real evaluations, with a lower priority and processes of its own.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from google.protobuf import json_format

from rules.contracts import Subject
from rules.model import migrate_facts, read_published
from rules.trail import inputs_of
from service.api.baselines import declared_settings
from service.base.resource_names import parse_card
from service.evaluating.evaluators import Evaluators, RecordReader, new_record_key
from service.gazette.gazette_worker import worker_entry
from service.gazette.versions import Gazette
from service.output.mapping.answers import write_difference
from service.output.mapping.requests import read_request
from service.output.result_changes import changed_parts, without_examples
from service.store.stored_records import restore_record
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from rules.contracts import Record
    from rules.engine import ShouldStop
    from rules.model import PublishedVersion
    from service.base.worker_specs import Works
    from touchstone.v1 import evaluation_pb2

_MEMORY = 4 * 1024 * 1024 * 1024
_MAX_CACHED_DRAFTS = 4


class ShadowWorker:
    """Comparison of results under the versions of a gazette with candidates of the same or another gazette."""

    def __init__(self, gazette: Gazette, candidates: Gazette) -> None:
        self._gazette, self._candidates = gazette, candidates
        self._reader = RecordReader(gazette)
        self._evaluators = Evaluators.for_gazette(gazette, lasting=True)
        self._candidate_evaluators = Evaluators.for_gazette(candidates, lasting=True)

    def compare(self, job: work_pb2.CompareShadow, should_stop: ShouldStop) -> work_pb2.ShadowComparison:
        before, subject, made_by = (
            self._stored_result(job.stored) if job.HasField("stored") else self._repeated_result(job, should_stop)
        )
        candidate = self._candidate(job.candidate)
        versions = self._candidates.versions(parse_card(candidate.name).card)
        changed = subject.model_copy(
            update={
                "settings": declared_settings(subject.settings, candidate),
                "facts": migrate_facts(subject.facts, made_by, candidate, versions),
            }
        )
        evaluated = self._candidate_evaluators.evaluate(candidate, changed, new_record_key(), should_stop)
        difference = write_difference(before, evaluated.without_steps, evaluation="")
        return work_pb2.ShadowComparison(
            parts=changed_parts(difference),
            before=_conclusion_json(difference.before),
            after=_conclusion_json(difference.after),
            criterion_ids=[criterion.criterion_id for criterion in difference.criterion_differences],
            result_ids=[figure.result_id for figure in difference.figure_differences],
        )

    def _stored_result(self, stored: work_pb2.StoredRecord) -> tuple[Record, Subject, PublishedVersion]:
        written = restore_record(stored.record, stored.record_key)
        made_by = self._gazette.made_by(written.head.scorecard_version, written.head.rule_digest)
        return self._reader.restore(written).without_steps, inputs_of(written), made_by

    def _repeated_result(
        self, job: work_pb2.CompareShadow, should_stop: ShouldStop
    ) -> tuple[Record, Subject, PublishedVersion]:
        """Return the result of a forwarded request, which this server evaluates under the version of the real one."""
        made_by = self._gazette.version_named(job.scorecard_version)
        read = read_request(job.request, is_stored=False)
        subject = read.subject_at(read.known or "")
        result = self._evaluators.evaluate(made_by, subject, new_record_key(), should_stop)
        return result.without_steps, subject, made_by

    def _candidate(self, candidate: work_pb2.Version) -> PublishedVersion:
        return _read_draft(candidate.draft) if candidate.draft else self._candidates.version_named(candidate.name)


@lru_cache(_MAX_CACHED_DRAFTS)
def _read_draft(content: bytes) -> PublishedVersion:
    return read_published(content, "")


def _conclusion_json(conclusion: evaluation_pb2.Conclusion) -> str:
    return json_format.MessageToJson(without_examples(conclusion), indent=None)


def works(gazette: Gazette, candidates: str) -> Works:
    """Return the handlers of this worker by request type."""
    folder = Path(candidates)
    other = gazette if folder == gazette.folder else Gazette(folder, private=True)
    return {work_pb2.CompareShadow: ShadowWorker(gazette, other).compare}


main = worker_entry(works, memory=_MEMORY)

if __name__ == "__main__":
    main()
