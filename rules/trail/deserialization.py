"""Record deserialization: inputs, conclusion and evaluation from the steps, and refusal of differing steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import orjson
from pydantic import TypeAdapter, ValidationError

from rules.contracts.erased_records import ErasedRecord
from rules.contracts.errors import ErasedError, InputError, TrailError
from rules.contracts.inputs import DeclaredFact, EvidenceItem, Subject
from rules.contracts.messages import error_message, message_factory
from rules.contracts.record import Conclusion, ConclusionCertainty, EvaluatedFact, OpenFact, Record, SettingAlternative
from rules.trail.criterion_steps import STAGE_STEP, VERDICT_STEP
from rules.trail.evaluation_result import CompletedEvaluation
from rules.trail.question import read_question
from rules.trail.tables import tables_of_record
from rules.trail.trail_traversal import (
    ALTERNATIVES_STEP,
    CONCLUSION_STEP,
    DECLARED_CONCLUSION_STEP,
    OPEN_FACTS_STEP,
    STANDING_STEP,
    TRACK_STEP,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.canonical import Json
    from rules.contracts.record_bytes import WrittenSteps
    from rules.engine.inference_engine import InferenceEngine
    from rules.trail.canonical_inputs import InputCanonicalizer

_say = message_factory(__name__)
_Part = TypeVar("_Part")

_MOST_SHOWN = 120

_FACT, _EVIDENCE, _STRINGS = TypeAdapter(DeclaredFact), TypeAdapter(EvidenceItem), TypeAdapter(tuple[str, ...])
_CONCLUSION, _STANDING = TypeAdapter(Conclusion), TypeAdapter(ConclusionCertainty)
_ALTERNATIVES, _OPEN_FACTS = TypeAdapter(tuple[SettingAlternative, ...]), TypeAdapter(tuple[OpenFact, ...])
_TRACK = TypeAdapter(dict[str, str])


def inputs_of(written: WrittenSteps) -> Subject:
    """Give the inputs that a record was made from; facts that were not given are left out.

    Raises:
        ErasedError: some of them may have been erased, and what is left would mean something else.
        TrailError: a step of a fact or of evidence does not say what one has to.
    """
    if isinstance(written, ErasedRecord):
        raise ErasedError(_say("INPUTS_ERASED"))
    return _inputs_left(written)


def subject_of(record: Record) -> Subject:
    """Give the inputs that a record was made from; facts that were not given are left out."""
    return Subject(
        subject=record.subject,
        as_of=record.as_of_date,
        known=record.known_time,
        settings=record.settings,
        facts=tuple(fact.declared for fact in record.facts if fact.declared != DeclaredFact(id=fact.declared.id)),
        evidence=record.evidence,
    )


def _inputs_left(written: WrittenSteps) -> Subject:
    head = written.head
    facts: list[DeclaredFact] = []
    evidence: list[EvidenceItem] = []
    places: dict[str, dict[str, Json]] = {}
    for step, parts in written.results_by_step.items():
        group, _, name = step.partition("/")
        if group == "evidence":
            evidence.append(_parse_part(_EVIDENCE, step, _with_id(name, parts[0])))
        elif group == "places":
            places[name] = {"places": parts[0]}
        elif group == "facts" and "/" not in name and (parts[0] != {} or name in places):
            facts.append(_parse_part(_FACT, step, _with_id(name, parts[0], places.get(name))))
    return Subject(
        subject=head.subject,
        as_of=head.as_of_date,
        known=head.known_time,
        settings=head.settings,
        facts=tuple(facts),
        evidence=tuple(evidence),
    )


def read_conclusion(written: WrittenSteps) -> tuple[Conclusion, ConclusionCertainty, dict[str, str]]:
    """Give what was concluded, how sure that is, and the track, without the card.

    Raises:
        TrailError: a step does not say what it has to.
    """
    return (
        _part(written, _CONCLUSION, CONCLUSION_STEP),
        _part(written, _STANDING, STANDING_STEP),
        _optional(written, _TRACK, TRACK_STEP) or {},
    )


def read_open_facts(written: WrittenSteps) -> tuple[OpenFact, ...]:
    """Give the unknown facts that could change what was concluded, without the card.

    Raises:
        TrailError: the step does not say what it has to.
    """
    return _optional(written, _OPEN_FACTS, OPEN_FACTS_STEP) or ()


def summary_of(written: WrittenSteps) -> Record:
    """Tell what a record says without its card: what was concluded, how sure that is, what is open, on which inputs.

    Of one from which something was erased it is told what is left.

    Raises:
        TrailError: a step does not say what it has to.
    """
    head = written.head
    concluded, certainty, track = read_conclusion(written)
    subject = _inputs_left(written)
    return Record(
        **head.model_dump(exclude={"step_count"}),
        conclusion=concluded,
        declared_conclusion=_optional(written, _CONCLUSION, DECLARED_CONCLUSION_STEP),
        setting_alternatives=_optional(written, _ALTERNATIVES, ALTERNATIVES_STEP) or (),
        standing=certainty,
        criteria=(),
        track=track,
        open_facts=read_open_facts(written),
        facts=tuple(EvaluatedFact(declared=fact) for fact in subject.facts),
        evidence=subject.evidence,
        steps=(),
    )


def replay_evaluation(
    engine: InferenceEngine, inputs: InputCanonicalizer, written: WrittenSteps, version: str
) -> CompletedEvaluation:
    """Give the evaluation that a record was written of, its criteria inferred once more by the oracle alone."""
    head = written.head
    if head.scorecard_version != version:
        raise TrailError(_say("OTHER_VERSION", found=head.scorecard_version[:_MOST_SHOWN], wanted=version))
    subject = inputs_of(written)
    try:
        reading, question = read_question(engine, subject, tables_of_record(head.tables, engine.tables))
    except InputError as error:
        raise TrailError(_say("INPUTS_REFUSED", problem=error_message(error))) from None
    # What was disproved by search stays so.
    stages = _optional(written, _STRINGS, STAGE_STEP)
    verdicts = _optional(written, _STRINGS, VERDICT_STEP, position=1)
    inference = engine.explore(replace(question, stages=stages, verdicts=verdicts))
    concluded, certainty, track = read_conclusion(written)
    return CompletedEvaluation(
        inputs=inputs,
        subject=subject,
        settings={name: choice for name, choice in reading.settings.items() if choice is not None},
        evidence=subject.evidence,
        fact_reading=reading.verified,
        tables=question.tables,
        inference=inference,
        conclusion=concluded,
        declared_conclusion=_optional(written, _CONCLUSION, DECLARED_CONCLUSION_STEP),
        setting_alternatives=_optional(written, _ALTERNATIVES, ALTERNATIVES_STEP) or (),
        standing=certainty,
        open_facts=read_open_facts(written),
        track=track,
    )


def require_same_steps(written: WrittenSteps, follow: Sequence[bytes]) -> None:
    """Refuse a record whose steps are not those that follow from its inputs, in their order."""
    if tuple(follow) == written.steps:
        return
    for stands, wanted in zip(written.steps, follow, strict=False):
        if stands != wanted:
            raise TrailError(_say("STEP_DIFFERS", step=_step_excerpt(stands), wanted=_step_excerpt(wanted)))
    raise TrailError(_say("STEP_COUNT", found=len(written.steps), wanted=len(follow)))


def _step_excerpt(step: bytes) -> str:
    text = step.decode()
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def _part(written: WrittenSteps, form: TypeAdapter[_Part], step: str, position: int = 0) -> _Part:
    """Read one element of a step, which must be there."""
    parts = written.results_by_step.get(step, ())
    if position >= len(parts):
        raise TrailError(_say("STEP_ABSENT", step=step))
    return _parse_part(form, step, parts[position])


def _optional(written: WrittenSteps, form: TypeAdapter[_Part], step: str, position: int = 0) -> _Part | None:
    """Read one element of a step if there is such a step."""
    return _part(written, form, step, position) if step in written.results_by_step else None


def _with_id(name: str, part: Json, extra: Mapping[str, Json] | None = None) -> Json:
    return {**part, **(extra or {}), "id": name} if isinstance(part, dict) else part


def _parse_part(form: TypeAdapter[_Part], step: str, part: Json) -> _Part:
    try:
        return form.validate_json(orjson.dumps(part))
    except ValidationError as error:
        first = error.errors()[0]
        path = ".".join(map(str, first["loc"]))
        raise TrailError(_say("STEP_FIELD", step=step[:_MOST_SHOWN], field=path, problem=first["msg"])) from None
