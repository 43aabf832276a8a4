"""Byte-level determinism of records: order of inputs and card parts, units, processes, stages and verdicts."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from random import Random

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue
from rules.contracts.record import Record
from rules.engine.inference import InferenceQuestion
from rules.model.digest import rule_digest
from rules.model.scorecard import Scorecard
from rules.trail.deserialization import subject_of
from rules.trail.evaluation import Evaluator, LazyRecord
from rules.trail.explain import explain
from tests.support.random_extents import random_question
from tests.support.random_stages import staged_question, staged_random_card
from tests.support.random_subjects import (
    KEY,
    KNOWN,
    declared_subject,
    in_other_units,
    random_subject,
    richer_card,
    shuffled,
    shuffled_card,
)
from tests.support.random_verdicts import verdict_random_card
from tests.support.small_card import small_card, small_subject
from tests.support.tiers import tries

SEEDS = range(tries(24))


def evaluator_of(scorecard: Scorecard) -> Evaluator:
    return Evaluator(scorecard, rule_digest(scorecard), "scorecards/random/versions/1.0.0")


def plain(record: Record) -> Record:
    """Remove the declarations of facts and the step contents that commit to them."""
    facts = tuple(fact.model_copy(update={"declared": DeclaredFact(id=fact.declared.id)}) for fact in record.facts)
    steps = tuple(
        step.model_copy(update={"found": "", "commitment": ""}) if step.kind == "fact" else step
        for step in record.steps
    )
    return record.model_copy(update={"facts": facts, "steps": steps, "trail_digest": ""})


def test_the_order_of_inputs_has_no_effect() -> None:
    for seed in SEEDS:
        random = Random(seed)
        scorecard = richer_card(seed)
        evaluator = evaluator_of(scorecard)
        subject = random_subject(scorecard, random, unknown=random.choice([0, 0.15]))
        first = evaluator.evaluate(subject, KEY)
        for _ in range(2):
            assert evaluator.evaluate(shuffled(subject, random), KEY).content == first.content
        evaluator.close()


def test_the_order_of_the_unordered_lists_of_a_card_has_no_meaning() -> None:
    for seed in SEEDS:
        random = Random(seed)
        scorecard = richer_card(seed)
        other = shuffled_card(scorecard, random)
        assert rule_digest(other) == rule_digest(scorecard)
        subject = random_subject(scorecard, random, unknown=random.choice([0, 0.15]))
        contents = []
        for card in (scorecard, other):
            evaluator = evaluator_of(card)
            contents.append(evaluator.evaluate(subject, KEY).content)
            evaluator.close()
        assert contents[0] == contents[1]


def test_the_unit_of_a_declared_fact_has_no_effect() -> None:
    """Everything in the record except the declarations must be equal, including the steps derived from them."""
    for seed in SEEDS:
        random = Random(seed)
        scorecard = richer_card(seed)
        evaluator = evaluator_of(scorecard)
        subject = random_subject(scorecard, random, unknown=random.choice([0, 0.15]))
        record, other = (evaluator.evaluate(given, KEY).record for given in (subject, in_other_units(subject)))
        assert record != other
        assert plain(record) == plain(other)
        evaluator.close()


def credit(amount: DeclaredValue) -> DeclaredValue:
    return DeclaredValue(records=({"serial": DeclaredValue(text="A"), "amount": amount},))


@pytest.mark.parametrize(
    ("name", "declared_value", "other"),
    [
        ("energy_used", DeclaredValue(number="1200", unit="kWh"), DeclaredValue(number="1.20", unit="MWh")),
        ("energy_used", DeclaredValue(number="1200", unit="kWh"), DeclaredValue(number="4.32", unit="GJ")),
        (
            "renewable_share",
            DeclaredValue(number="79.95", unit="%", evidence=("meter",)),
            DeclaredValue(number="799.5", unit="‰", evidence=("meter",)),
        ),
        (
            "credits",
            credit(DeclaredValue(number="0.1", unit="tCO2e")),
            credit(DeclaredValue(number="100", unit="kgCO2e")),
        ),
    ],
)  # fmt: skip
def test_energy_shares_and_emissions_may_be_declared_in_any_compatible_unit(
    name: str, declared_value: DeclaredValue, other: DeclaredValue
) -> None:
    evaluator = evaluator_of(small_card())
    first, second = (
        evaluator.evaluate(small_subject(**{name: value}).model_copy(update={"known": KNOWN}), KEY).record
        for value in (declared_value, other)
    )
    evaluator.close()
    assert plain(first) == plain(second)
    assert first.results == second.results
    assert first.conclusion == second.conclusion


def evaluated(seed: int) -> LazyRecord:
    scorecard = richer_card(seed)
    evaluator = evaluator_of(scorecard)
    try:
        return evaluator.evaluate(random_subject(scorecard, Random(seed), unknown=0.2), KEY)
    finally:
        evaluator.close()


def digests() -> str:
    """Return the digests of some records; called by the other process too."""
    return " ".join(hashlib.sha256(evaluated(seed).content).hexdigest() for seed in range(6))


@pytest.mark.full
@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_another_process_writes_the_same_bytes(hash_seed: str) -> None:
    script = "from tests.trail.test_invariance import digests; print(digests())"
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True, env=environment
    )
    assert done.stdout.strip() == digests()


def test_an_evaluation_has_no_effect_on_later_evaluations() -> None:
    scorecard = richer_card(3)
    evaluator = evaluator_of(scorecard)
    random = Random(3)
    subjects = [random_subject(scorecard, random, unknown=0.2) for _ in range(4)]
    first = [evaluator.evaluate(subject, KEY).content for subject in subjects]
    assert [evaluator.evaluate(subject, KEY).content for subject in reversed(subjects)] == first[::-1]
    evaluator.close()


Make = Callable[[int], Scorecard]
Ask = Callable[..., InferenceQuestion]


@pytest.mark.full
@pytest.mark.parametrize(
    ("make", "ask"), [(staged_random_card, staged_question), (verdict_random_card, random_question)]
)
def test_no_order_changes_a_byte_and_every_record_can_be_explained(make: Make, ask: Ask) -> None:
    for seed in range(6):
        random = Random(seed)
        card = make(seed)
        evaluator, other = (Evaluator(one, rule_digest(one), "v") for one in (card, shuffled_card(card, random)))
        for unknown in (0.1, 0.4):
            subject = declared_subject(card, ask(card, random, unknown=unknown))
            recorded = evaluator.evaluate(subject, KEY)
            assert other.evaluate(shuffled(subject, random), KEY).content == recorded.content
            assert evaluator.evaluate(subject_of(recorded.record), KEY).content == recorded.content
            english, chinese = (explain(evaluator, recorded.record, language).statements for language in ("en", "zh"))
            assert [(one.topic, one.criterion, one.facts) for one in english] == [
                (one.topic, one.criterion, one.facts) for one in chinese
            ]
        evaluator.close()
        other.close()
