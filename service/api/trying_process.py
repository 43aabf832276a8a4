"""Worker for evaluations that are not stored: trials, verification and simulation.

It loads the inference library, which the server process must not load.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from google.protobuf.empty_pb2 import Empty

from rules.contracts import InputError, PlanError, Subject, VersionError, read_complete_record
from rules.model import read_published
from rules.trail import KnownVersionNames
from service.api.earlier_evaluations import with_earlier_evaluations
from service.api.evaluation_worker_specs import TRIED
from service.base import instants
from service.base.software import software_versions
from service.evaluating.evaluators import Evaluators, RecordReader, new_record_key
from service.gazette.drafts import FIELD
from service.gazette.gazette_worker import worker_entry
from service.gazette.versions import Gazette
from service.output.envelopes import exported_content, set_table_gazettes, unstored_evaluation, versions_for
from service.output.exported_evaluations import fill_from_exports, previous_from_bundle, previous_from_export
from service.output.mapping.answers import has_open_answers, write_checks, write_difference, write_open_answers
from service.output.mapping.requests import FULL, read_request
from service.output.verified_evaluations import check_shown_record, verified
from service.store.stored_records import StoredRecord
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from rules.api import LazyRecord
    from rules.contracts import Record
    from rules.engine import ShouldStop
    from rules.model import PublishedVersion
    from service.base.worker_specs import Works

_MEMORY = 4 * 1024 * 1024 * 1024
_MAX_CACHED_DRAFTS = 2


class UnstoredEvaluationWorker:
    """Unstored evaluations under one gazette."""

    def __init__(self, gazette: Gazette, *, lasting: bool) -> None:
        self._gazette = gazette
        self._evaluators = Evaluators.for_gazette(gazette, lasting=lasting)
        self._reader = RecordReader(gazette)

    def evaluate(self, job: work_pb2.EvaluateUnstored, should_stop: ShouldStop) -> evaluation_pb2.Evaluation:
        request = job.request
        read = read_request(request, is_stored=False)
        known = read.known or instants.now()
        draft = _read_draft(job.draft) if job.draft else None
        published = draft or self._gazette.find(read.scorecard, as_of=read.as_of, known=known)
        subject = read.subject_at(known)
        if request.previous_evaluations or request.previous_bundles:
            previous = request.previous_evaluations, request.previous_bundles
            subject = fill_from_exports(published, subject, *previous, self._gazette)
        else:
            stored = [TRIED.read(StoredRecord, record_message) for record_message in job.stored]
            subject = with_earlier_evaluations(published, subject, stored, self._gazette)
        return self._evaluate_unstored(published, subject, read.view, should_stop)

    def _evaluate_unstored(
        self,
        published: PublishedVersion,
        subject: Subject,
        view: evaluation_pb2.EvaluationView,
        should_stop: ShouldStop,
    ) -> evaluation_pb2.Evaluation:
        record_key = new_record_key()
        recorded = self._evaluate(published, subject, record_key, should_stop)
        message = unstored_evaluation(
            recorded,
            published.scorecard,
            made=instants.now(),
            record_key=record_key,
            software_versions=software_versions(),
            view=view,
        )
        if published.publish_time:
            message.gazette = self._gazette.owner(published.scorecard.card.id)
        if message.gazette:
            set_table_gazettes(message.record.tables, self._reader.shelves)
        if view == FULL and has_open_answers(message.record):
            with suppress(VersionError):
                waiting = self._evaluators.open_in(published, recorded, should_stop)
                message.open_answers.extend(write_open_answers(waiting))
        return message

    def open_answers(self, job: work_pb2.TellOpenAnswers, should_stop: ShouldStop) -> evaluation_pb2.Evaluation:
        answer = evaluation_pb2.Evaluation()
        with suppress(VersionError):
            record = self._reader.read(job.record_json.encode()).without_steps
            version = self._gazette.made_by(record.scorecard_version, record.rule_digest)
            answer.open_answers.extend(write_open_answers(self._evaluators.open_answers(version, record, should_stop)))
        return answer

    def verify(
        self, job: work_pb2.VerifyTrail, should_stop: ShouldStop
    ) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
        request, evaluation = job.request, job.request.evaluation
        record = exported_content(evaluation)
        checks = self._evaluators.verify(
            content=record,
            stated_digest=evaluation.record_digest,
            record_key=evaluation.record_key,
            versions=versions_for(record, self._gazette),
            known_here=_known_here(job),
            previous=[
                *(
                    previous_from_export(previous_evaluation, self._gazette)
                    for previous_evaluation in request.previous_evaluations
                ),
                *map(previous_from_bundle, request.previous_bundles),
            ],
            should_stop=should_stop,
        )
        checks = check_shown_record(checks, evaluation, self._reader)
        return write_checks(checks, job.language_code, evaluation.archive_findings)

    def trusted(self, evaluation: evaluation_pb2.Evaluation, _: ShouldStop) -> Empty:
        verified(evaluation, self._gazette)
        return Empty()

    def simulate(
        self, job: work_pb2.Simulate, should_stop: ShouldStop
    ) -> evaluation_service_pb2.SimulateEvaluationResponse:
        after_version = self._version(job.changed_version)
        if job.record_json:
            before = self._reader.restore(read_complete_record(job.record_json.encode())).without_steps
        else:
            version = self._version(job.version) if job.HasField("version") else after_version
            before = self._evaluated_record(version, job.subject, should_stop)
        after = self._evaluated_record(after_version, job.changed, should_stop)
        waiting = self._evaluators.open_answers(after_version, after, should_stop)
        difference = write_difference(before, after, evaluation=job.evaluation, open_answers=waiting)
        set_table_gazettes(difference.before_tables, self._reader.shelves)
        set_table_gazettes(difference.after_tables, self._reader.shelves)
        return evaluation_service_pb2.SimulateEvaluationResponse(difference=difference)

    def _version(self, reference: work_pb2.Version) -> PublishedVersion:
        return (
            self._gazette.made_by(reference.name, reference.rule_digest)
            if reference.name
            else _read_draft(reference.draft)
        )

    def _evaluated_record(
        self, version: PublishedVersion, subject: work_pb2.Subject, should_stop: ShouldStop
    ) -> Record:
        parsed_subject = TRIED.read(Subject, subject)
        return self._evaluate(version, parsed_subject, new_record_key(), should_stop).without_steps

    def _evaluate(
        self, version: PublishedVersion, subject: Subject, record_key: bytes, should_stop: ShouldStop
    ) -> LazyRecord:
        try:
            return self._evaluators.evaluate(version, subject, record_key, should_stop)
        except PlanError as error:
            if version.publish_time:
                raise
            raise InputError.of(FIELD, str(error), "RL055") from None


@lru_cache(_MAX_CACHED_DRAFTS)
def _read_draft(content: bytes) -> PublishedVersion:
    return read_published(content, "")


def _known_here(message: work_pb2.VerifyTrail) -> KnownVersionNames | None:
    if not message.HasField("known_here"):
        return None
    return KnownVersionNames(frozenset(message.known_here.versions), frozenset(message.known_here.repeals))


def works(gazette: Gazette, *, lasting: bool = False) -> Works:
    """Return the handlers by request type; `lasting` exempts versions from garbage collection."""
    trying = UnstoredEvaluationWorker(gazette, lasting=lasting)
    return {
        work_pb2.EvaluateUnstored: trying.evaluate,
        work_pb2.TellOpenAnswers: trying.open_answers,
        work_pb2.VerifyTrail: trying.verify,
        evaluation_pb2.Evaluation: trying.trusted,
        work_pb2.Simulate: trying.simulate,
    }


main = worker_entry(partial(works, lasting=True), memory=_MEMORY)

if __name__ == "__main__":
    main()
