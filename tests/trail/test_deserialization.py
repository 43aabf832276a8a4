"""Record reader: steps rendered again from stored bytes, invalid steps, and missing versions or tables."""

import json
from contextlib import closing
from random import Random

import pytest

from rules.contracts.errors import TrailError, VersionError
from rules.contracts.record_bytes import read_complete_record
from rules.model.scorecard import Scorecard
from rules.trail.deserialization import summary_of
from rules.trail.evaluation import Evaluator
from tests.support.random_extents import random_question
from tests.support.random_stages import staged_question, staged_random_card
from tests.support.random_subjects import KEY, KNOWN, declared_subject, random_subject, richer_card
from tests.support.random_verdicts import verdict_random_card
from tests.support.small_card import small_card, small_subject
from tests.support.tiers import tries
from tests.support.verifying import Document, committed, recorded, step_of

VERSION = "scorecards/random/versions/1.0.0"


def evaluator_of(card: Scorecard) -> Evaluator:
    return Evaluator(card, "ab" * 32, VERSION)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("seed", range(tries(30)))
def test_a_stored_record_is_read_back_identically(seed: int) -> None:
    random = Random(seed)
    scored, staged, judged = richer_card(seed), staged_random_card(seed), verdict_random_card(seed)
    for unknown in (0, 0.15, 0.5):
        subjects = (
            (scored, random_subject(scored, random, unknown=unknown)),
            (staged, declared_subject(staged, staged_question(staged, random, unknown=unknown))),
            (judged, declared_subject(judged, random_question(judged, random, unknown=unknown))),
        )
        for card, subject in subjects:
            with closing(evaluator_of(card)) as evaluator:
                made = evaluator.evaluate(subject.model_copy(update={"known": KNOWN}), KEY)
            with closing(evaluator_of(card)) as evaluator:
                read = evaluator.read(read_complete_record(made.content))
            assert read.record == made.record
            assert (read.content, read.digest) == (made.content, made.digest)


def test_a_summary_without_the_card_agrees_with_the_complete_record() -> None:
    made = recorded()
    without, whole = summary_of(made.written_record), made.record
    for name in type(whole).model_fields:
        if name in ("criteria", "sections", "results", "reasons", "findings", "steps"):
            continue
        if name == "facts":
            declared_facts = [fact.declared for fact in whole.facts if fact.declared.value is not None]
            assert [fact.declared for fact in without.facts] == declared_facts
        else:
            assert getattr(without, name) == getattr(whole, name), name


@pytest.mark.parametrize(
    ("step", "place", "value"),
    [
        ("gates/G1", 1, "not_met"),
        ("gates/G1", 2, "u"),
        ("indicators/I1", 2, "59"),
        ("indicators/I1", 4, [2]),
        ("sections/energy", 1, "99"),
        ("score", 1, "[99,100]"),
        ("quantities/offset", 1, "7.2"),
        ("ladder/1", 1, "not_met"),
        ("findings/G1.PENALTY", 1, "met"),
        ("facts/credits/A-1", 1, {"offset": ["not_met", "m:"]}),
    ],
)
def test_a_step_that_contradicts_the_inputs_is_refused(step: str, place: int, value: object) -> None:
    document: Document = json.loads(recorded().content)
    assert step_of(document, step)[place] != value
    step_of(document, step)[place] = value
    with closing(Evaluator(small_card(), "ab" * 32, recorded().written_record.head.scorecard_version)) as evaluator:
        with pytest.raises(
            TrailError, match=f'The record has the step .*"{step}".* the inputs of the record result in'
        ):
            evaluator.read(read_complete_record(committed(document)))
        assert evaluator.read(recorded().written_record).record.steps == recorded().record.steps


@pytest.mark.parametrize(
    ("step", "value", "expected_message"),
    [
        (
            "conclusion",
            {"kind": "glorious"},
            "The step 'conclusion' of the record is invalid. .* Problem: kind: the value is not one of",
        ),
        ("standing", 7, "The step 'standing' of the record is invalid"),
        (
            "facts/status",
            {"value": {"choice": 1}},
            "The step 'facts/status' of the record is invalid. .* Problem: value.choice",
        ),
        (
            "facts/status",
            {"value": {"choice": "ajar"}},
            "can no longer be evaluated. .* Problem: facts\\[status\\].value.choice",
        ),
        ("evidence/meter", {"kind": "paper"}, "The step 'evidence/meter' of the record is invalid. .* Problem: issuer"),
    ],
)
def test_a_step_that_cannot_be_read_is_named(step: str, value: object, expected_message: str) -> None:
    document: Document = json.loads(recorded().content)
    step_of(document, step)[1] = value
    with (
        closing(Evaluator(small_card(), "ab" * 32, recorded().written_record.head.scorecard_version)) as evaluator,
        pytest.raises(TrailError, match=expected_message),
    ):
        evaluator.read(read_complete_record(committed(document)))


def test_a_record_without_conclusion_or_of_another_version_is_refused() -> None:
    document: Document = json.loads(recorded().content)
    document["steps"] = [step for step in document["steps"] if step[0] != "conclusion"]
    with (
        closing(Evaluator(small_card(), "ab" * 32, recorded().written_record.head.scorecard_version)) as evaluator,
        pytest.raises(TrailError, match="The step 'conclusion' of the record is missing"),
    ):
        evaluator.read(read_complete_record(committed(document)))
    with closing(evaluator_of(small_card())) as other, pytest.raises(TrailError, match=f"was opened with {VERSION}"):
        other.read(recorded().written_record)


def test_a_record_with_a_missing_table_is_refused() -> None:
    with closing(Evaluator(small_card(), "ab" * 32, recorded().written_record.head.scorecard_version)) as evaluator:
        document: Document = json.loads(recorded().content)
        use = {"id": "t", "name": "prices", "edition": "1", "digest": "ab" * 32, "certainty": "confirmed"}
        document["head"]["tables"] = [use]
        with pytest.raises(VersionError, match="The reference table prices@1 was not found"):
            evaluator.read(read_complete_record(committed(document)))


def test_the_open_facts_of_a_record_are_read_back_unchanged() -> None:
    with closing(Evaluator(small_card(), "ab" * 32, "scorecards/small-factory/versions/1.0.0")) as evaluator:
        made = evaluator.evaluate(small_subject(renewable_share=None).model_copy(update={"known": KNOWN}), KEY)
        assert made.record.open_facts
        assert evaluator.read(made.written_record).record.open_facts == made.record.open_facts
        assert summary_of(made.written_record).open_facts == made.record.open_facts


def test_a_read_only_evaluator_reads_records_and_cannot_evaluate() -> None:
    scorecard, subject = small_card(), small_subject()
    evaluating = evaluator_of(scorecard)
    reading = Evaluator(scorecard, "ab" * 32, VERSION, reads_only=True)
    subject = subject.model_copy(update={"known": KNOWN})
    recorded = evaluating.evaluate(subject, KEY)
    assert reading.read(recorded.written_record).record == recorded.record
    with pytest.raises(TypeError, match="only explores"):
        reading.evaluate(subject, KEY)
    reading.close()
    evaluating.close()
