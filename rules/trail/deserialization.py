"""Deserialization of a record: inputs, conclusion and evaluation read from its steps, and a check of the steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import orjson
from pydantic import TypeAdapter, ValidationError

from rules.contracts.erased_records import ErasedRecord
from rules.contracts.error_texts import error_message
from rules.contracts.errors import ErasedError, InputError, TrailError
from rules.contracts.inputs import DeclaredFact, EvidenceItem, Subject
from rules.contracts.messages import message_factory
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
    from rules.trail.evaluation_result import InputCanonicalizer

_message = message_factory(__name__)
_Part = TypeVar("_Part")

_EXCERPT_LENGTH = 120

_FACT, _EVIDENCE, _STRINGS = TypeAdapter(DeclaredFact), TypeAdapter(EvidenceItem), TypeAdapter(tuple[str, ...])
_CONCLUSION, _CERTAINTY = TypeAdapter(Conclusion), TypeAdapter(ConclusionCertainty)
_ALTERNATIVES, _OPEN_FACTS = TypeAdapter(tuple[SettingAlternative, ...]), TypeAdapter(tuple[OpenFact, ...])
_TRACK = TypeAdapter(dict[str, str])


def inputs_of(written: WrittenSteps) -> Subject:
    """Return the inputs of a record, with declared facts only.

    Raises:
        ErasedError: If inputs may have been erased; the rest could mislead.
        TrailError: If a step of a fact or of evidence is malformed.
    """
    if isinstance(written, ErasedRecord):
        raise ErasedError(_message("INPUTS_ERASED"))
    return _remaining_inputs(written)


def subject_of(record: Record) -> Subject:
    """Return the inputs of a complete record, with declared facts only."""
    return Subject(
        subject=record.subject,
        as_of=record.as_of_date,
        known=record.known_time,
        settings=record.settings,
        facts=tuple(fact.declared for fact in record.facts if fact.declared != DeclaredFact(id=fact.declared.id)),
        evidence=record.evidence,
    )


def _remaining_inputs(written: WrittenSteps) -> Subject:
    head = written.head
    facts: list[DeclaredFact] = []
    evidence: list[EvidenceItem] = []
    locations_by_fact: dict[str, dict[str, Json]] = {}
    for step, parts in written.results_by_step.items():
        group, _, name = step.partition("/")
        if group == "evidence":
            evidence.append(_parse_part(_EVIDENCE, step, _with_id(name, parts[0])))
        elif group == "places":
            locations_by_fact[name] = {"places": parts[0]}
        elif group == "facts" and "/" not in name and (parts[0] != {} or name in locations_by_fact):
            facts.append(_parse_part(_FACT, step, _with_id(name, parts[0], locations_by_fact.get(name))))
    return Subject(
        subject=head.subject,
        as_of=head.as_of_date,
        known=head.known_time,
        settings=head.settings,
        facts=tuple(facts),
        evidence=tuple(evidence),
    )


def read_conclusion(written: WrittenSteps) -> tuple[Conclusion, ConclusionCertainty, dict[str, str]]:
    """Return the conclusion, its certainty and the track, without the scorecard.

    Raises:
        TrailError: If a step is missing or malformed.
    """
    return (
        _required_part(written, _CONCLUSION, CONCLUSION_STEP),
        _required_part(written, _CERTAINTY, STANDING_STEP),
        _optional_part(written, _TRACK, TRACK_STEP) or {},
    )


def read_open_facts(written: WrittenSteps) -> tuple[OpenFact, ...]:
    """Return the unknown facts that could change the conclusion, without the scorecard.

    Raises:
        TrailError: If the step is malformed.
    """
    return _optional_part(written, _OPEN_FACTS, OPEN_FACTS_STEP) or ()


def summary_of(written: WrittenSteps) -> Record:
    """Return a record without criteria and steps, read without the scorecard. Erased inputs are missing.

    Raises:
        TrailError: If a step is missing or malformed.
    """
    head = written.head
    concluded, certainty, track = read_conclusion(written)
    subject = _remaining_inputs(written)
    return Record(
        **head.model_dump(exclude={"step_count"}),
        conclusion=concluded,
        declared_conclusion=_optional_part(written, _CONCLUSION, DECLARED_CONCLUSION_STEP),
        setting_alternatives=_optional_part(written, _ALTERNATIVES, ALTERNATIVES_STEP) or (),
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
    """Rebuild the evaluation of a record; only the oracle repeats the inference.

    Conclusions and the track are copied from the record.
    """
    head = written.head
    if head.scorecard_version != version:
        raise TrailError(_message("OTHER_VERSION", found=head.scorecard_version[:_EXCERPT_LENGTH], wanted=version))
    subject = inputs_of(written)
    try:
        reading, question = read_question(engine, subject, tables_of_record(head.tables, engine.tables))
    except InputError as error:
        raise TrailError(_message("INPUTS_REFUSED", problem=error_message(error))) from None
    # The search that excluded stages and verdicts is not repeated.
    stages = _optional_part(written, _STRINGS, STAGE_STEP)
    verdicts = _optional_part(written, _STRINGS, VERDICT_STEP, position=1)
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
        declared_conclusion=_optional_part(written, _CONCLUSION, DECLARED_CONCLUSION_STEP),
        setting_alternatives=_optional_part(written, _ALTERNATIVES, ALTERNATIVES_STEP) or (),
        standing=certainty,
        open_facts=read_open_facts(written),
        track=track,
    )


def require_same_steps(written: WrittenSteps, follow: Sequence[bytes]) -> None:
    """Raise TrailError unless the steps of a record equal the steps derived from its inputs."""
    if tuple(follow) == written.steps:
        return
    for stored, wanted in zip(written.steps, follow, strict=False):
        if stored != wanted:
            raise TrailError(_message("STEP_DIFFERS", step=_step_excerpt(stored), wanted=_step_excerpt(wanted)))
    raise TrailError(_message("STEP_COUNT", found=len(written.steps), wanted=len(follow)))


def _step_excerpt(step: bytes) -> str:
    text = step.decode()
    return text if len(text) <= _EXCERPT_LENGTH else f"{text[:_EXCERPT_LENGTH]}…"


def _required_part(written: WrittenSteps, form: TypeAdapter[_Part], step: str, position: int = 0) -> _Part:
    parts = written.results_by_step.get(step, ())
    if position >= len(parts):
        raise TrailError(_message("STEP_ABSENT", step=step))
    return _parse_part(form, step, parts[position])


def _optional_part(written: WrittenSteps, form: TypeAdapter[_Part], step: str, position: int = 0) -> _Part | None:
    return _required_part(written, form, step, position) if step in written.results_by_step else None


def _with_id(name: str, part: Json, extra: Mapping[str, Json] | None = None) -> Json:
    return {**part, **(extra or {}), "id": name} if isinstance(part, dict) else part


def _parse_part(form: TypeAdapter[_Part], step: str, part: Json) -> _Part:
    try:
        return form.validate_json(orjson.dumps(part))
    except ValidationError as error:
        raise TrailError(_message("STEP_FIELD", step=step[:_EXCERPT_LENGTH], problem=error_message(error))) from None
