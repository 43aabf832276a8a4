"""Decisions with a check of every witness."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from random import Random

from rules.contracts.extents import Extent
from rules.contracts.inputs import DeclaredFact, Subject
from rules.contracts.outcomes import Possibility
from rules.engine.decide import Decision, decide
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.open_facts import list_unknowns, with_value
from rules.engine.read_subject import read_subject
from rules.engine.search import Completion
from rules.model.scorecard import Scorecard
from rules.trail.record_figures import declared_value_of
from tests.support.engine_card import KNOWN, question
from tests.support.random_cards import RandomCard


def random_engines(
    seeds: Iterable[int], build: Callable[[int], Scorecard] = lambda seed: RandomCard(seed).build()
) -> Iterator[tuple[Scorecard, InferenceEngine, Random]]:
    """Yield the random card of each seed with its engine, which is closed afterwards, and repeatable numbers."""
    for seed in seeds:
        card = build(seed)
        with closing(InferenceEngine(card)) as engine:
            yield card, engine, Random(seed)


def completed(engine: InferenceEngine, asked: InferenceQuestion, witness: Completion) -> InferenceQuestion:
    """Add the values of a witness to a question; facts missing in the witness have no effect."""
    for leaf in list_unknowns(engine.plan.scorecard, asked):
        if leaf.id in witness.facts:
            asked = with_value(asked, leaf, witness.facts[leaf.id])
    return InferenceQuestion(asked.facts, {**asked.settings, **witness.settings}, asked.as_of, asked.supposed_numbers)


def declared(scorecard: Scorecard, asked: InferenceQuestion) -> Subject:
    """Declare the known facts of a question."""
    records = {record.id: record for record in scorecard.records}
    facts = []
    for definition in scorecard.facts:
        value = declared_value_of(asked.facts[definition.id], definition, records)
        if value is not None:
            facts.append(DeclaredFact(id=definition.id, value=value))
    settings = {name: choice for name, choice in asked.settings.items() if choice is not None}
    return Subject(subject="x", as_of=asked.as_of.isoformat(), known=KNOWN, settings=settings, facts=tuple(facts))


def decided(scorecard: Scorecard, known: Mapping[str, Extent], **settings: str) -> Decision:
    """Decide, and check every witness: it can be declared and leads to its grade."""
    with closing(InferenceEngine(scorecard)) as engine:
        asked = question(engine.plan.scorecard, known, **settings)
        decision = decide(engine, asked)
        for answer in decision.grades:
            assert (answer.witness is not None) is (answer.possibility is Possibility.REACHABLE), answer
            if answer.witness is not None:
                witness = declared(scorecard, completed(engine, asked, answer.witness))
                reading = read_subject(engine.plan.scorecard, witness)
                again = InferenceQuestion(reading.verified.extents, reading.settings, asked.as_of, {})
                assert decide(engine, again).grade == answer.grade, answer
        return decision


def possibilities(decision: Decision) -> dict[str, Possibility]:
    return {answer.grade: answer.possibility for answer in decision.grades}
