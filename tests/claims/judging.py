"""Helper for decided cases: the worst verdict of a jurisdiction's cards, with silent facts undisputed or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from rules.contracts.inputs import DeclaredFact, DeclaredValue, PeriodText, Subject
from rules.contracts.outcomes import ConclusionKind, Verdict
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from rules.model.definitions import FactDefinition, FactType
from rules.model.scorecard import Scorecard
from tests.claims.mapping import Case, Facts, Value, table
from tests.features.desk import FEATURES, compilation_of

ROOT = Path(__file__).parents[2]
REPLAYED_ON = "2026-11-20"
EVERYWHERE = "green-claim-practice"


class Silence(StrEnum):
    """Treatment of a fact that a record does not mention.

    UNDISPUTED: the value of the card's reference case, since a forum names its objections. Facts that support a claim
    of neutrality by credits are an exception. UNKNOWN: the fact is unknown and keeps rules open that could worsen the
    verdict.
    """

    UNDISPUTED = "undisputed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Judgement:
    verdict: Verdict
    rules: tuple[str, ...]


@cache
def draft(card: str) -> Scorecard:
    """Compile a folder of the drafting desk."""
    scorecard = compilation_of(FEATURES / card).scorecard
    assert scorecard is not None
    return scorecard


@cache
def engine(card: str) -> InferenceEngine:
    """Return the engine of a card."""
    return InferenceEngine(draft(card))


def judge(
    case: Case, facts: Facts, *, silence: Silence, shown_on: str = REPLAYED_ON, cards: tuple[str, ...] | None = None
) -> Judgement:
    """Evaluate a case with the cards of its jurisdiction as if shown on one day; the worst verdict wins."""
    of_country = table()["cards"]
    assert isinstance(of_country, dict)
    judgements = [
        _judge(card, {"country": case.jurisdiction, **facts}, silence, shown_on)
        for card in cards or (*of_country[case.jurisdiction], EVERYWHERE)
    ]
    worst = min((one.verdict for one in judgements), key=lambda verdict: verdict.rank)
    return Judgement(worst, tuple(rule for one in judgements if one.verdict is worst for rule in one.rules))


def _judge(card: str, facts: Facts, silence: Silence, shown_on: str) -> Judgement:
    scorecard = draft(card)
    values: dict[str, DeclaredValue | None] = {fact.id: None for fact in scorecard.facts}
    if silence is Silence.UNDISPUTED:
        values |= {one.fact: one.value for one in scorecard.reference_case if one.fact not in _to_be_shown()}
    for fact in scorecard.facts:
        if fact.id in facts and not (fact.id == "country" and facts["country"] not in _choices(scorecard)):
            values[fact.id] = _declared(fact, facts[fact.id])
    values["display"] = DeclaredValue(period=PeriodText(first=shown_on, last=shown_on))
    subject = Subject(
        subject="claim",
        as_of=REPLAYED_ON,
        known=f"{REPLAYED_ON}T00:00:00Z",
        facts=tuple(DeclaredFact(id=name, value=value) for name, value in values.items() if value is not None),
    )
    return _judged(card, subject.model_dump_json())


@cache
def _judged(card: str, subject: str) -> Judgement:
    """Conclude one card on one subject; cached because jurisdictions share cards."""
    reading = read_subject(draft(card), Subject.model_validate_json(subject))
    inference = engine(card).infer(InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}))
    if inference.kind is ConclusionKind.NOT_APPLICABLE:
        return Judgement(Verdict.OUT_OF_SCOPE, ())
    assert inference.verdict_result is not None
    return Judgement(
        inference.verdict_result.verdict, tuple(f"{card} {rule}" for rule in inference.verdict_result.deciding)
    )


def _to_be_shown() -> set[str]:
    section = table()["to_be_shown"]
    assert isinstance(section, dict)
    return set(section["facts"])


def _choices(scorecard: Scorecard) -> set[str]:
    return {choice.id for fact in scorecard.facts if fact.id == "country" for choice in fact.choices}


def _declared(fact: FactDefinition, value: Value) -> DeclaredValue:
    """Write a value; of several choices those that the edition knows, as older ones have fewer."""
    if isinstance(value, bool):
        return DeclaredValue(flag=value)
    if isinstance(value, list):
        known = {choice.id for choice in fact.choices}
        return DeclaredValue(choices=tuple(each for each in value if each in known))
    if fact.type is FactType.NUMBER:
        number, unit = value.split()
        return DeclaredValue(number=number, unit=unit)
    return DeclaredValue(choice=value)
