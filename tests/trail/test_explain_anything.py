"""Explanation property tests: equal structure in two languages, and improvements confirmed by re-evaluation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import point_interval
from rules.contracts.outcomes import Outcome
from rules.contracts.record import Record as EvaluationRecord
from rules.engine.inference import InferenceQuestion
from rules.engine.read_subject import read_subject
from rules.engine.search import grade_target
from rules.model.scorecard import FactType
from rules.trail.deserialization import subject_of
from rules.trail.evaluation import Evaluator
from rules.trail.explain import Explanation, Topic, explain
from rules.trail.explain_missing import ValueEffectFinder
from rules.trail.explain_search import Goal
from service.input.dossier.dossier_reader import read_dossier
from tests.features.desk import compilation_of
from tests.support.random_subjects import KEY, random_subject, richer_card
from tests.support.tiers import all_or_few, tries
from tests.trail.explaining import of_topic, with_fact

pytestmark = pytest.mark.full
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def factory() -> Iterator[Evaluator]:
    folder = ROOT / "features" / "zero-carbon-factory"
    scorecard = compilation_of(folder).scorecard
    assert scorecard is not None
    evaluator = Evaluator(scorecard, "cd" * 32, "scorecards/zero-carbon-factory/versions/1.0.0")
    yield evaluator
    evaluator.close()


@pytest.fixture(scope="module")
def worked(factory: Evaluator) -> EvaluationRecord:
    content = (ROOT / "examples" / "worked-factory.yaml").read_bytes()
    dossier = read_dossier(content, factory.engine.plan.scorecard, as_of="2025-06-30", settings={})
    subject = dossier.subject.model_copy(update={"known": "2025-06-30T00:00:00Z"})
    return factory.evaluate(subject, KEY).record


def shape(explanation: Explanation) -> list[tuple[object, ...]]:
    return [(one.topic, one.criterion, one.facts, one.evidence, one.bases) for one in explanation.statements]


def test_the_worked_factory_is_explained_identically_in_both_languages(
    factory: Evaluator, worked: EvaluationRecord
) -> None:
    english = explain(factory, worked, "en")
    chinese = explain(factory, worked, "zh")
    assert shape(english) == shape(chinese)
    assert (english.ways_up, english.blocking) == (chinese.ways_up, chinese.blocking)
    assert all(one.text != other.text for one, other in zip(english.statements, chinese.statements, strict=True))
    assert explain(factory, worked, "en") == english
    scorecard = factory.engine.plan.scorecard
    explained = {one.criterion for one in english.statements}
    assert explained >= {one.id for one in (*scorecard.gates,)} | {one.id for one in scorecard.indicators}
    assert all(one.bases for one in english.statements if one.criterion is not None and one.topic is not Topic.LOSS)
    assert len(of_topic(english, Topic.LOSS)) == len({one.criterion for one in worked.reasons})


def test_two_single_changes_lead_the_worked_factory_to_four_stars(factory: Evaluator, worked: EvaluationRecord) -> None:
    """Four stars want a score above 80 and an offset of 80 %: one credit more, or removals inside, raise both.

    The claim year is 2024: a credit can still be retired for it in June 2025, while removals can only be those of the
    next year.
    """
    explanation = explain(factory, worked, "en")
    assert [(way.fact, way.grade) for way in explanation.ways_up] == [("credits", "4")]
    assert [(way.fact, way.grade) for way in explanation.following] == [("boundary_removals", "4")]
    credits, removals = (*explanation.ways_up, *explanation.following)
    assert removals.required.number == "5345.22"
    added = (credits.required.records or ())[-1]
    assert added["amount"].number == "4898.01"
    assert added["retired_on"].date == "2025-06-30"
    assert removals.current is not None
    proved = removals.required.model_copy(update={"evidence": removals.current.evidence})
    for name, required in (("credits", credits.required), ("boundary_removals", proved)):
        assert factory.evaluate(with_fact(worked, name, required), KEY).record.conclusion.grade == "4"
    less = proved.model_copy(update={"number": "5345.21"})
    assert factory.evaluate(with_fact(worked, "boundary_removals", less), KEY).record.conclusion.grade == "3"
    amount = {**added, "amount": added["amount"].model_copy(update={"number": "4898"})}
    fewer = credits.required.model_copy(update={"records": (*(credits.required.records or ())[:-1], amount)})
    assert factory.evaluate(with_fact(worked, "credits", fewer), KEY).record.conclusion.grade == "3"


def test_no_other_single_change_improves_the_worked_factory(factory: Evaluator, worked: EvaluationRecord) -> None:
    """Every other choice, and numbers all over their domains, tried with the oracle alone."""
    scorecard = factory.engine.plan.scorecard
    reading = read_subject(scorecard, subject_of(worked))
    question = InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {})
    fact_ids: set[str] = set()
    for fact in scorecard.facts:
        extents: list[object] = []
        if fact.type is FactType.NUMBER:
            tried = [Fraction(place) for place in (*range(0, 101, 10), 1_000, 5_346, 10_000, 10**6)]
            extents = [
                NumberExtent(point_interval(one)) for one in tried if fact.at_most is None or one <= fact.at_most
            ]
        else:
            continue
        for extent in extents:
            changed = replace(question, facts={**question.facts, fact.id: extent})  # type: ignore[dict-item]
            fact_ids |= {fact.id} if set(factory.engine.explore(changed).grades) <= {"6", "5", "4"} else set()
    assert fact_ids == {"boundary_removals"}


def test_random_records_have_equal_explanations_in_both_languages_and_valid_improvements() -> None:
    topics: Counter[Topic] = Counter()
    ways = blocked = 0
    for seed in all_or_few([*range(125)], [14, 20, 21, 22, 27]):
        scorecard = richer_card(seed)
        random = Random(seed)
        evaluator = Evaluator(scorecard, "ef" * 32, "scorecards/random/versions/1.0.0")
        record = evaluator.evaluate(random_subject(scorecard, random, unknown=random.choice([0, 0, 0.1])), KEY).record
        english, chinese = explain(evaluator, record, "en"), explain(evaluator, record, "zh")
        assert shape(english) == shape(chinese)
        assert (english.ways_up, english.blocking) == (chinese.ways_up, chinese.blocking)
        assert not (english.ways_up and english.blocking)
        topics.update(one.topic for one in english.statements)
        order = list(Topic)
        places = [order.index(one.topic) for one in english.statements]
        assert places == sorted(places)
        grades = evaluator.engine.every_grade
        worst = max(grades.index(one.grade) for one in record.conclusion.grades if one.possibility != "excluded")
        for way in english.ways_up:
            again = evaluator.evaluate(with_fact(record, way.fact, way.required), KEY).record
            possible_grades = [one.grade for one in again.conclusion.grades if one.possibility != "excluded"]
            assert all(grades.index(grade) < worst for grade in possible_grades), (seed, way)
            assert grades.index(possible_grades[-1]) <= grades.index(way.grade)
            ways += 1
        gates = {one.id for one in record.criteria if one.kind == "gate" and one.outcome is not Outcome.MET}
        assert {name for name in english.blocking if not name.startswith("grade-")} <= gates
        blocked += bool(english.blocking)
        evaluator.close()
    assert set(topics) == set(Topic)
    assert ways >= tries(3)
    assert blocked > tries(10)


def test_the_effects_of_a_missing_fact_match_those_of_declaring_each_value() -> None:
    compared = 0
    for seed in range(tries(16)):
        scorecard = richer_card(seed)
        random = Random(seed)
        evaluator = Evaluator(scorecard, "ef" * 32, "scorecards/random/versions/1.0.0")
        subject = random_subject(scorecard, random, unknown=0)
        subject = subject.model_copy(update={"settings": {"reading": "wide"}})
        record = evaluator.evaluate(subject, KEY).record
        for fact in scorecard.facts:
            if fact.id not in {"colour", "flag_0", "share_0", "day", "colours"}:
                continue
            missing = evaluator.evaluate(with_fact(record, fact.id, None), KEY).record
            reading = read_subject(evaluator.engine.plan.scorecard, subject_of(missing))
            question = InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {})
            open_ids = set(reading.verified.unknown)
            excluded = frozenset(one.grade for one in missing.conclusion.grades if one.possibility == "excluded")
            inference = evaluator.engine.infer(question)
            effects = ValueEffectFinder(
                Goal(evaluator.engine, ({},)), inference, excluded, grade_target(evaluator.engine)
            ).of(fact.id)
            assert effects
            union = {grade for effect in effects for grade in effect.grades}
            possible = {one.grade for one in missing.conclusion.grades} - excluded
            assert union <= possible
            for effect in effects:
                for value in effect.values:
                    declared_subject = with_fact(missing, fact.id, value.model_copy(update={"evidence": ("paper",)}))
                    grades = evaluator.evaluate(declared_subject, KEY).record.conclusion.grades
                    possible_grades = {one.grade for one in grades if one.possibility != "excluded"}
                    assert possible_grades <= set(effect.grades), (seed, fact.id, value)
                    if open_ids == {fact.id}:
                        assert possible_grades == set(effect.grades)
                        compared += 1
            if fact.type in (FactType.CHOICE, FactType.FLAG) and open_ids == {fact.id}:
                assert union == possible
        evaluator.close()
    assert compared > tries(15)
