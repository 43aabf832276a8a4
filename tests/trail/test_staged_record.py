"""Stages, maturity, tracks and ratings in a record: steps, open results and explanations."""

import json
from collections.abc import Iterator
from random import Random

import pytest

from rules.contracts.inputs import Judgement, Locator, Rating, Subject, Verification
from rules.contracts.outcomes import ConclusionKind, Outcome, Possibility, UnknownReason
from rules.contracts.record import Bounds, Record
from rules.trail.deserialization import subject_of
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from tests.support.rated_subject import by, percentage, rated_fact, rated_subject
from tests.support.staged_card import staged_card

KEY = bytes(range(32))
MODERATED = Verification(
    judgement=Judgement.CORRECTED, corrected=percentage(35), method="moderation", reason="the table shows a third",
    person="C", date="2026-02-01",
)  # fmt: skip


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    made = Evaluator(staged_card(), "digest", "scorecards/card/versions/1.0.0")
    yield made
    made.close()


def record_of(evaluator: Evaluator, subject: Subject) -> Record:
    return evaluator.evaluate(subject, KEY).record


def payload(record: Record, step: str) -> dict[str, object]:
    document: dict[str, object] = json.loads(next(one.payload for one in record.steps if one.id == step))
    return document


def test_a_certain_stage_concludes_with_its_points_and_track(evaluator: Evaluator) -> None:
    record = record_of(evaluator, rated_subject(100, known=(1, 1, 1, 1, 0)))
    conclusion = record.conclusion
    assert (conclusion.kind, conclusion.stage) == (ConclusionKind.SCORED, "s2")
    assert conclusion.score is not None
    assert conclusion.score.exact == Bounds(low="52", high="52")
    assert record.track == {"industry": "glass", "stage": "s2"}
    assert [section.maximum_points for section in record.sections] == ["16", "36", "0"]
    assert {one.outcome for one in record.criteria[10:]} == {Outcome.NOT_APPLICABLE}
    assert payload(record, "stages/1")["outcome"] == "not_met"
    assert payload(record, "stage")["stages"] == ["s2"]


def test_an_undetermined_stage_is_missing_from_the_track_and_names_its_deciding_fact(evaluator: Evaluator) -> None:
    record = record_of(evaluator, rated_subject(100, known=(1, 1, 1, 1, 2)))
    assert (record.conclusion.stage, record.track) == (None, {"industry": "glass"})
    possible = {one.stage: one for one in record.conclusion.stages}
    assert possible["s3"].possibility is Possibility.REACHABLE
    assert possible["s3"].witness["quantified"].flag is True
    assert possible["s1"].possibility is Possibility.EXCLUDED
    assert [(one.id, one.criteria) for one in record.open_facts] == [("quantified", ("stage",))]
    assert {one.code for one in record.reasons} == {f"C{place}.STAGE" for place in range(11, 17)}
    sentences = [one.text for one in explain(evaluator, record, "en").statements]
    assert any("Possible stages: stage s3 (reachable), stage s2 (reachable)." in text for text in sentences)
    assert any("With yes: stage s3. With no: stage s2." in text for text in sentences)
    assert any("of 52.00 to 100.00 points" in text for text in sentences)


def test_the_step_of_an_indicator_records_its_maturity(evaluator: Evaluator) -> None:
    record = record_of(evaluator, rated_subject(40))
    maturity = payload(record, "indicators/C2")["maturity"]
    assert maturity == {
        "level": {"low": "40", "high": "40"},
        "trend": {"low": "100", "high": "100"},
        "aspects": {"trend": "met", "comparison": "met", "integration": "met"},
        "rises": "met",
        "percent": {"low": "45", "high": "45"},
    }
    reason = next(one for one in record.reasons if one.criterion == "C2")
    assert (reason.code, reason.band, reason.next_band) == ("C2.LEVEL", 3, 4)
    assert reason.distance is not None
    assert reason.distance.exact == Bounds(low="10", high="10")


def test_the_nearest_aspect_below_the_required_level_is_named(evaluator: Evaluator) -> None:
    wanting = (("c2_trend", 20), ("c2_comparison", 30), ("c2_integration", 5))
    record = record_of(evaluator, rated_subject(40, *(rated_fact(name, by("A", rating)) for name, rating in wanting)))
    level, aspects = (one for one in record.reasons if one.criterion == "C2")
    assert (level.code, aspects.code, aspects.measured) == ("C2.LEVEL", "C2.ASPECTS", "c2_trend")
    assert aspects.distance is not None
    assert aspects.distance.exact == Bounds(low="20", high="20")
    for language, words in (
        ("en", "c2_trend is 20 percentage points below the level"),
        ("zh", "c2_trend比该水平低 20 个百分点"),
    ):
        assert any(words in one.text for one in explain(evaluator, record, language, "C2").statements)


def test_ratings_are_recorded_as_declared_and_their_order_has_no_effect(evaluator: Evaluator) -> None:
    placed = Rating(person="B", value=percentage(45), rationale="more", place=Locator(page="12", quote="45 of 100"))
    asked = rated_subject(40, rated_fact("c2_disclosed", placed, by("A", 30)), known=(1, 1, 0, 0, 0))
    recorded = evaluator.evaluate(asked, KEY)
    fact = next(one for one in recorded.record.facts if one.declared.id == "c2_disclosed")
    assert [rating.person for rating in fact.declared.ratings] == ["A", "B"]
    assert fact.unknown is UnknownReason.RATINGS_DIFFER
    step = payload(recorded.record, "facts/c2_disclosed")
    assert step["ratings"] == [
        {"person": "A", "value": {"number": "30", "unit": "%"}, "rationale": "as I read it"},
        {"person": "B", "value": {"number": "45", "unit": "%"}, "rationale": "more",
         "place": {"page": "12", "quote": "45 of 100"}},
    ]  # fmt: skip
    turned = rated_subject(40, rated_fact("c2_disclosed", by("A", 30), placed), known=(1, 1, 0, 0, 0))
    facts = Random(1).sample(turned.facts, len(turned.facts))
    again = evaluator.evaluate(turned.model_copy(update={"facts": tuple(facts)}), KEY)
    assert again.content == recorded.content
    assert evaluator.evaluate(subject_of(recorded.record), KEY).content == recorded.content


@pytest.mark.parametrize(
    ("language", "differ", "moderated"),
    [
        (
            "en",
            "c2_disclosed is rated differently: A 30 %, B 45 %; 15 percentage points apart; not yet moderated.",
            "; moderated to 35 % by C, because: the table shows a third.",
        ),
        (
            "zh",
            "c2_disclosed评分不一致：A 30%、B 45%，相差 15 个百分点；尚未复议。",
            "；经 C 复议定为 35%，理由：the table shows a third。",
        ),
    ],
)
def test_differing_ratings_are_explained(evaluator: Evaluator, language: str, differ: str, moderated: str) -> None:
    open_ = rated_subject(40, rated_fact("c2_disclosed", by("B", 45), by("A", 30)))
    assert differ in [one.text for one in explain(evaluator, record_of(evaluator, open_), language).statements]
    settled = rated_subject(40, rated_fact("c2_disclosed", by("B", 45), by("A", 30), verification=MODERATED))
    record = record_of(evaluator, settled)
    assert any(one.text.endswith(moderated) for one in explain(evaluator, record, language).statements)
    assert record.conclusion.score is not None
    assert record.conclusion.score.exact.low == record.conclusion.score.exact.high


def test_the_stage_alone_can_be_explained(evaluator: Evaluator) -> None:
    record = record_of(evaluator, rated_subject(40, known=(1, 1, 1, 1, 0)))
    statements = explain(evaluator, record, "en", "stage").statements
    assert [one.text.split(":")[0] for one in statements] == ["Stage stage s3", "Stage stage s2"]
    assert statements[0].facts == ("quantified",)
