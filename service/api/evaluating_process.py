"""Evaluation worker: request in, stored row and answer out.

The inference library is C code that holds the interpreter lock, and its faults end the process. Therefore one worker
process per permitted core evaluates, with its own prepared versions.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from rules.contracts import VersionError, message_factory
from service.api.earlier_evaluations import with_earlier_evaluations
from service.api.worker_messages import PIPE, UnstoredEvaluation, row_and_usages
from service.base import instants, logs
from service.base.refusals import Reason, Refusal
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.gazette_worker import worker_entry
from service.gazette.table_order import TableStores
from service.gazette.versions import Gazette
from service.identity.principals import Principal
from service.output.envelopes import new_evaluation, set_table_gazettes
from service.output.mapping.answers import has_open_answers, write_open_answers
from service.output.mapping.requests import FULL, read_request
from service.store.record_dictionaries import dictionary_of
from service.store.stored_records import StoredRecord
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from rules.api import LazyRecord
    from rules.engine import ShouldStop
    from rules.model import PublishedVersion
    from service.base.worker_specs import Works
    from service.store.tables import EvaluationRow
    from touchstone.v1 import evaluation_pb2

MODULE = "service.api.evaluating_process"
"""Module name, independent of `__main__`."""
_message = message_factory(MODULE)
_MEMORY_BYTES = 4 * 1024 * 1024 * 1024
_MAX_ANSWER_RATIO = 16
"""Limit of answer size divided by record size; larger answers are checked before storage."""
_RESERVE_DIVISOR = 4
"""Part of the answer size reserved for archive findings, known only after storage."""


class EvaluationWorker:
    """Evaluates with one gazette and caches prepared versions."""

    def __init__(self, gazette: Gazette, *, maximum_answer_bytes: int) -> None:
        self._gazette = gazette
        self._table_stores = TableStores(gazette)
        self._evaluators = Evaluators(self._table_stores, lasting=True)
        self._maximum_answer = maximum_answer_bytes

    def evaluate(self, job: work_pb2.Evaluate, should_stop: ShouldStop) -> work_pb2.Evaluated:
        """Evaluate a subject and return the row to store and the answer.

        Raises:
            InputError: If the request, or its facts, settings or evidence, are invalid.
            EngineDisagreement: If the two evaluators differ.
            PlanError: If the engine does not support the version.
            Refusal: If the answer would be too large.
            EvaluationCancelledError: If `should_stop` returns True.
            TrailError: If a stored earlier evaluation is corrupt.
            VersionError: If the version or a table is absent, or another version is in force.
        """
        instants.set_floor(job.held_milliseconds)
        read = read_request(evaluation_service_pb2.EvaluateSubjectRequest.FromString(job.request))
        logs.bind(body_digest=read.body_digest)
        known = read.known or instants.now()
        published = self._gazette.find(read.scorecard, as_of=read.as_of, known=known)
        logs.bind(version=published.name)
        record_key = new_record_key()
        earlier = [PIPE.read(StoredRecord, record_message) for record_message in job.earlier]
        dictionary = dictionary_of(self._evaluators.reference_content(published, should_stop))
        started = time.perf_counter()
        subject = with_earlier_evaluations(published, read.subject_at(known), earlier, self._gazette)
        recorded = self._evaluators.evaluate(published, subject, record_key, should_stop)
        seconds = time.perf_counter() - started
        row, usages = row_and_usages(recorded, read, record_key, PIPE.read(Principal, job.caller), dictionary)
        message = self._answer(row, recorded, read.view)
        message.gazette = self._gazette.owner(published.scorecard.card.id)
        if message.gazette:
            set_table_gazettes(message.record.tables, self._table_stores)
        if read.view == FULL:
            self._add_undetermined_answers(message, recorded, published, should_stop)
        conclusion = recorded.evaluation.conclusion
        answer = message.SerializeToString()
        stored = b"" if dictionary is None else dictionary.stored
        unstored = UnstoredEvaluation(row, usages, conclusion.stage, conclusion.verdict, answer, seconds, stored)
        return PIPE.write(work_pb2.Evaluated, unstored)

    def _answer(
        self, row: EvaluationRow, recorded: LazyRecord, view: evaluation_pb2.EvaluationView
    ) -> evaluation_pb2.Evaluation:
        """Return the answer; refuse an evaluation too large to be returned in full later."""
        message = new_evaluation(row, recorded, view=view)
        if len(recorded.content) * _MAX_ANSWER_RATIO > self._maximum_answer:
            full_message = message if view == FULL else new_evaluation(row, recorded, view=FULL)
            most = self._maximum_answer - self._maximum_answer // _RESERVE_DIVISOR
            if full_message.ByteSize() > most:
                text = _message("ANSWER_TOO_LARGE", size=f"{full_message.ByteSize():,}", most=f"{most:,}")
                raise Refusal(Reason.ANSWER_TOO_LARGE, text)
        return message

    def _add_undetermined_answers(
        self,
        message: evaluation_pb2.Evaluation,
        recorded: LazyRecord,
        published: PublishedVersion,
        should_stop: ShouldStop,
    ) -> None:
        if has_open_answers(message.record):
            with suppress(VersionError):
                waiting = self._evaluators.open_in(published, recorded, should_stop)
                message.open_answers.extend(write_open_answers(waiting))


def works(gazette: Gazette, maximum_answer_bytes: str) -> Works:
    """Return the handlers of this worker by request type."""
    return {work_pb2.Evaluate: EvaluationWorker(gazette, maximum_answer_bytes=int(maximum_answer_bytes)).evaluate}


main = worker_entry(works, memory=_MEMORY_BYTES, niceness=0)

if __name__ == "__main__":
    main()
