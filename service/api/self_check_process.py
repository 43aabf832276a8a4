"""Self-check worker: evaluation of unproved answers, and reading of answer files.

Anonymous requests run in separate processes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from rules.contracts import InputError, Violation, in_language, message_factory
from rules.planning import assume_evidence
from service.base import instants
from service.base.resource_names import UNNAMED_SUBJECT, CardName, parse_card
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.gazette_worker import worker_entry
from service.gazette.tables import FOLDER, TableStore
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.input_file import read_subject_content
from service.output.mapping.answers import ANSWERS, write_explanation, write_record
from service.output.mapping.requests import INPUTS, read_request
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, self_check_service_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, MutableMapping

    from rules.contracts import Subject
    from rules.engine import ShouldStop
    from rules.model import PublishedVersion
    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette
    from touchstone.v1 import fact_pb2

_message = message_factory(__name__)

_MAX_RECORDS = 1_000
_MAX_CACHED_RESPONSES = 100
_MEMORY = 2 * 1024 * 1024 * 1024


class SelfCheckWorker:
    """Evaluates answers under one gazette."""

    def __init__(self, gazette: Gazette, *, lasting: bool) -> None:
        self._gazette = gazette
        self._evaluators = Evaluators.for_gazette(gazette, lasting=lasting)
        self._tables = TableStore(gazette.folder / FOLDER)
        self._unanswered: dict[tuple[str, ...], self_check_service_pb2.TryScorecardResponse] = {}

    def try_scorecard(
        self, request: self_check_service_pb2.TryScorecardRequest, should_stop: ShouldStop
    ) -> self_check_service_pb2.TryScorecardResponse:
        """Evaluate answers under the version in force, as if all evidence had been provided.

        With a language, the response adds an explanation, and the conclusion without evidence.
        """
        known = instants.now()
        version, as_of = self._in_force(request.scorecard, known)
        key = (version.content_digest, as_of, *self._tables.manifest_files())
        is_unanswered = not (request.facts or request.settings or request.language_code)
        if is_unanswered and key in self._unanswered:  # the first request of each visitor; it is the slowest
            return self._unanswered[key]
        declared = declared_answers(request, as_of).model_copy(update={"known": known})
        scorecard = version.scorecard
        proved = assume_evidence(declared, scorecard)
        recorded = self._evaluators.evaluate(version, proved, new_record_key(), should_stop)
        response = self_check_service_pb2.TryScorecardResponse(record=write_record(recorded.without_steps, scorecard))
        if request.language_code:
            explanation = self._evaluators.explain(
                version, recorded.record, request.language_code, should_stop=should_stop
            )
            response.explanation.CopyFrom(write_explanation(explanation, scorecard))
            if proved.evidence:
                unproved = self._evaluators.evaluate(version, declared, new_record_key(), should_stop)
                conclusion = ANSWERS.write(evaluation_pb2.Conclusion, unproved.without_steps.conclusion)
                response.unproved_conclusion.CopyFrom(conclusion)
        if is_unanswered:
            if len(self._unanswered) >= _MAX_CACHED_RESPONSES:
                self._unanswered.clear()
            self._unanswered[key] = response
        return response

    def read_answers(
        self, request: self_check_service_pb2.ReadAnswersRequest, _: ShouldStop
    ) -> self_check_service_pb2.ReadAnswersResponse:
        version, as_of = self._in_force(request.scorecard, instants.now())
        try:
            read = read_subject_content(request.content, version.scorecard, as_of=as_of)
        except PlacedError as error:
            raise error.of_file("content") from None
        response = self_check_service_pb2.ReadAnswersResponse(
            settings=read.subject.settings,
            notes=[in_language(note.placed_description, request.language_code) for note in read.notes],
        )
        for fact in read.subject.facts:
            if fact.value is not None:
                value = INPUTS.write(types_pb2.Value, fact.value)
                for each in _with_field_values(value):
                    each.ClearField("evidence_ids")
                response.facts.add(fact_id=fact.id, value=value)
        return response

    def _in_force(self, scorecard: str, known: str) -> tuple[PublishedVersion, str]:
        card = parse_card(scorecard, field="scorecard").card
        as_of = instants.today(self._gazette.outlines(card)[-1].card.time_zone)
        return self._gazette.find(CardName(card), as_of=as_of, known=known), as_of.isoformat()


def _with_field_values(value: types_pb2.Value) -> Iterator[types_pb2.Value]:
    yield value
    for record in value.records.values:
        yield from record.fields.values()


class Answers(Protocol):
    """Answers of a self-check."""

    @property
    def scorecard(self) -> str: ...

    @property
    def settings(self) -> MutableMapping[str, str]: ...

    @property
    def facts(self) -> Iterable[fact_pb2.Fact]: ...


def declared_answers(request: Answers, as_of: str) -> Subject:
    """Return the subject with the answers.

    Raises:
        InputError: If an answer has more than a value, or there are too many records.
    """
    violations = [
        Violation(f"facts[{fact.fact_id[:60]}]", _message("VALUE_ALONE"), "WRONG_VALUE")
        for fact in request.facts
        if {field.name for field, _ in fact.ListFields()} - {"fact_id", "value"}
        or any(value.evidence_ids for value in _with_field_values(fact.value))
    ]
    count = sum(len(fact.value.records.values) for fact in request.facts)
    if count > _MAX_RECORDS:
        violations.append(Violation("facts", _message("TRIED_RECORDS", count=count, most=_MAX_RECORDS), "TOO_MANY"))
    if violations:
        raise InputError(tuple(violations))
    full_request = evaluation_service_pb2.EvaluateSubjectRequest(
        subject=UNNAMED_SUBJECT,
        scorecard=request.scorecard,
        as_of_date=as_of,
        settings=request.settings,
        facts=request.facts,
    )
    return read_request(full_request, is_stored=False).subject


def works(gazette: Gazette, *, lasting: bool = False) -> Works:
    """Return the handlers by request type; `lasting` exempts versions from garbage collection."""
    worker = SelfCheckWorker(gazette, lasting=lasting)
    return {
        self_check_service_pb2.TryScorecardRequest: worker.try_scorecard,
        self_check_service_pb2.ReadAnswersRequest: worker.read_answers,
    }


main = worker_entry(partial(works, lasting=True), memory=_MEMORY)

if __name__ == "__main__":
    main()
