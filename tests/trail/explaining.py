"""Records to explain, and how to find one's way in an explanation."""

from __future__ import annotations

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.contracts.record import Record as EvaluationRecord
from rules.trail.deserialization import subject_of
from rules.trail.evaluation import Evaluator
from rules.trail.explain import Explanation, Statement, Topic
from tests.support.random_subjects import KEY


def evaluated(evaluator: Evaluator, subject: Subject) -> EvaluationRecord:
    return evaluator.evaluate(subject.model_copy(update={"known": "2026-03-01T12:00:00Z"}), KEY).record


def percent(number: str) -> DeclaredValue:
    return DeclaredValue(number=number, unit="%", evidence=("meter",))


def of_topic(explanation: Explanation, topic: Topic) -> list[Statement]:
    return [one for one in explanation.statements if one.topic is topic]


def with_fact(record: EvaluationRecord, name: str, value: DeclaredValue | None) -> Subject:
    subject = subject_of(record)
    facts = tuple(fact for fact in subject.facts if fact.id != name)
    added = () if value is None else (DeclaredFact(id=name, value=value),)
    return subject.model_copy(update={"facts": (*facts, *added)})
