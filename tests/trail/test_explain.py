"""Explanation of a record: improvements, failed gates, losses, missing facts, settings and certainty."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random

import pytest

from rules.contracts.errors import InputError, TrailError
from rules.contracts.inputs import DeclaredValue, Judgement, Verification
from rules.contracts.outcomes import ConclusionKind
from rules.model.expressions import NumberClause, NumberLiteral, NumberOperator
from rules.model.scorecard import Gate, LadderRow, Scorecard
from rules.trail.evaluation import Evaluator
from rules.trail.explain import Topic, explain
from tests.support.random_subjects import KEY, random_subject, richer_card
from tests.support.small_card import small_card, small_subject
from tests.trail.explaining import evaluated, of_topic, percent
from tests.trail.worked_factory import factory, factory_card

SMALL = small_card()


@pytest.fixture(scope="module")
def small() -> Iterator[Evaluator]:
    evaluator = Evaluator(SMALL, "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    yield evaluator
    evaluator.close()


def test_each_sufficient_single_change_is_listed_with_its_smallest_value(small: Evaluator) -> None:
    record = evaluated(small, small_subject(renewable_share=percent("50"), status=DeclaredValue(choice="open")))
    assert record.conclusion.kind is ConclusionKind.NOT_GRADED
    explanation = explain(small, record, "en")
    assert [(way.fact, way.required.choice, way.required.number, way.grade) for way in explanation.ways_up] == [
        ("status", "closed", None, "silver"),
        ("renewable_share", None, "80", "silver"),
    ]
    assert explanation.blocking == ()
    share = explanation.ways_up[1]
    assert share.current == percent("50")
    assert share.required == percent("80")
    sentences = [one.text for one in of_topic(explanation, Topic.WAY)]
    assert sentences == [
        "If only status changed from open to closed: silver, verified by a new evaluation.",
        "If only Renewable share changed from 50 % to 80 %: silver, verified by a new evaluation.",
    ]


def test_a_required_value_is_a_multiple_of_the_declared_step() -> None:
    facts = tuple(
        fact.model_copy(update={"step": Fraction(3)}) if fact.id == "renewable_share" else fact for fact in SMALL.facts
    )
    evaluator = Evaluator(SMALL.model_copy(update={"facts": facts}), "ab" * 32, "scorecards/small/versions/1.0.0")
    record = evaluated(evaluator, small_subject(renewable_share=percent("50")))
    (way,) = explain(evaluator, record, "en").ways_up
    evaluator.close()
    assert (way.fact, way.required.number, way.grade) == ("renewable_share", "81", "gold")


def evaluator_with_given(*names: str) -> Evaluator:
    facts = tuple(fact.model_copy(update={"given": True}) if fact.id in names else fact for fact in SMALL.facts)
    return Evaluator(SMALL.model_copy(update={"facts": facts}), "ab" * 32, "scorecards/small/versions/1.0.0")


def test_fixed_facts_are_not_proposed_for_change() -> None:
    evaluator = evaluator_with_given("status")
    subject = small_subject(renewable_share=percent("50"), status=DeclaredValue(choice="open"))
    explanation = explain(evaluator, evaluated(evaluator, subject), "en")
    evaluator.close()
    assert [way.fact for way in explanation.ways_up] == ["renewable_share"]
    assert not any("Given" in one.text for one in of_topic(explanation, Topic.WAY))


def test_fixed_facts_are_named_if_no_improvement_exists() -> None:
    evaluator = evaluator_with_given("serious_violations")
    record = evaluated(evaluator, small_subject(serious_violations=DeclaredValue(number="2", unit="time")))
    explanation, chinese = explain(evaluator, record, "en"), explain(evaluator, record, "zh")
    evaluator.close()
    assert (explanation.ways_up, explanation.blocking) == ((), ("G1",))
    proof, remaining = of_topic(explanation, Topic.WAY)[:2]
    assert proof.text.startswith("No single change")
    assert remaining.text == "Given, and therefore not changed: Serious violations."
    assert remaining.facts == ("serious_violations",)
    assert any(one.text.startswith("既定而未作改变：") for one in chinese.statements)


def test_a_failed_gate_is_passed_by_changing_its_only_fact(small: Evaluator) -> None:
    fined = DeclaredValue(number="2", unit="time")
    record = evaluated(small, small_subject(serious_violations=fined))
    explanation = explain(small, record, "en")
    assert [(way.fact, way.required.number, way.grade) for way in explanation.ways_up] == [
        ("serious_violations", "0", "gold")
    ]
    (gate,) = [one for one in explanation.statements if one.criterion == "G1"]
    assert gate.facts == ("serious_violations",)
    assert gate.bases == ("law",)
    assert gate.text == (
        "Gate G1 No serious violation: Serious violations is 2 times, required: at most 0 times: not met. "
        "Not satisfied: Serious violations is 2 times, required: at most 0 times (difference: 2 times). "
        "Basis: GB/T 1, 5.1 (reported by a secondary source)."
    )
    finding = next(one for one in explanation.statements if one.criterion == "G1.PENALTY")
    assert finding.text.startswith(
        "Major nonconformity G1.PENALTY A penalty: Serious violations is 2 times, condition: more"
    )
    assert "To be closed within 90 days." in finding.text


def test_a_change_that_passes_every_gate_without_a_grade_is_reported_as_no_improvement(small: Evaluator) -> None:
    fined = DeclaredValue(number="2", unit="time")
    record = evaluated(
        small,
        small_subject(serious_violations=fined, renewable_share=percent("5"), status=DeclaredValue(choice="open")),
    )
    explanation = explain(small, record, "en")
    assert explanation.ways_up == ()
    assert explanation.blocking == ("G1", "grade-silver")
    proof, gate, row, way = of_topic(explanation, Topic.WAY)
    assert proof.text.startswith("No single change")
    assert (gate.criterion, row.criterion) == ("G1", "grade-silver")
    assert way.facts == ("serious_violations",)
    assert way.text == (
        "If only Serious violations changed from 2 times to 0 times, no gate would fail. The grade would then be none."
    )


def test_two_gates_without_a_common_change_block_and_the_proof_is_reported() -> None:
    second = Gate(id="G2", requires=(_energy_below(1),), basis=("law",))
    evaluator = Evaluator(
        SMALL.model_copy(update={"gates": (*SMALL.gates, second)}), "ab" * 32, "scorecards/small/versions/1.0.0"
    )
    record = evaluated(evaluator, small_subject(serious_violations=DeclaredValue(number="1", unit="time")))
    explanation = explain(evaluator, record, "en")
    chinese = explain(evaluator, record, "zh")
    evaluator.close()
    assert explanation.ways_up == ()
    assert explanation.blocking == ("G1", "G2")
    texts = [one.text for one in explanation.statements]
    proof = next(one.text for one in of_topic(explanation, Topic.WAY))
    assert proof.startswith("No single change")
    assert "proved for all their values" in proof
    assert any(
        text.startswith("The gate G2 prevents this: energy_used is 1.2 MWh, required: less than 1 MWh")
        for text in texts
    )
    assert any("已就全部取值予以证明" in one.text for one in chinese.statements)


def test_the_best_grade_has_no_improvements(small: Evaluator) -> None:
    explanation = explain(small, evaluated(small, small_subject()), "en")
    assert (explanation.ways_up, explanation.blocking) == ((), ())
    assert "No better grade exists." in [one.text for one in of_topic(explanation, Topic.CONCLUSION)]
    assert of_topic(explanation, Topic.WAY) == []


def _energy_below(bound: int) -> NumberClause:
    return NumberClause(
        name="energy_used", operator=NumberOperator.LESS_THAN, operand=NumberLiteral(value=Fraction(bound), unit="MWh")
    )


def test_a_scorecard_that_does_not_apply_has_no_improvements() -> None:
    card = SMALL.model_copy(update={"applies": (_energy_below(1),)})
    evaluator = Evaluator(card, "ab" * 32, "scorecards/small/versions/1.0.0")
    fined = DeclaredValue(number="1", unit="time")
    record = evaluated(evaluator, small_subject(serious_violations=fined))
    explanation = explain(evaluator, record, "en")
    evaluator.close()
    assert record.conclusion.kind is ConclusionKind.NOT_APPLICABLE
    assert (explanation.ways_up, explanation.blocking) == ((), ())
    assert explanation.statements[1].facts == ("energy_used",)
    assert explanation.statements[1].text == (
        "The scorecard applies if this is satisfied: energy_used is 1.2 MWh, condition: less than 1 MWh "
        "(difference: 0.2 MWh). "
        "Not satisfied: energy_used is 1.2 MWh, condition: less than 1 MWh (difference: 0.2 MWh)."
    )
    assert of_topic(explanation, Topic.WAY) == []


def test_without_a_ladder_a_change_that_passes_every_gate_is_reported() -> None:
    evaluator = Evaluator(SMALL.model_copy(update={"ladder": None}), "ab" * 32, "scorecards/small/versions/1.0.0")
    record = evaluated(evaluator, small_subject(serious_violations=DeclaredValue(number="1", unit="time")))
    explanation = explain(evaluator, record, "en")
    evaluator.close()
    assert (explanation.ways_up, explanation.blocking) == ((), ())
    (way,) = of_topic(explanation, Topic.WAY)
    assert way.text == "If only Serious violations changed from 1 time to 0 times, no gate would fail."


def test_failed_ladder_rows_are_explained_with_their_failed_conditions(small: Evaluator) -> None:
    record = evaluated(small, small_subject(renewable_share=percent("50")))
    rows = {one.criterion: one for one in explain(small, record, "en").statements if one.criterion}
    assert rows["grade-gold"].text.startswith("Gold: the row is not satisfied: score is 70.00, required: at least 80.")
    assert rows["grade-silver"].text.startswith(
        "silver: the row is satisfied: score is 70.00, required: at least 50; reading"
    )


@pytest.mark.parametrize(
    ("energy", "silver"),
    [
        (
            "1.2",
            "silver: the row is not satisfied: the exception applies: "
            "energy_used is less than 3 MWh (found: 1.2 MWh); ",
        ),
        (
            None,
            "silver: the row is undetermined: whether the exception applies is undetermined: "
            "energy_used is less than 3 MWh",
        ),
    ],
)
def test_an_exception_that_prevents_or_may_prevent_a_grade_is_explained_in_its_row(
    energy: str | None, silver: str
) -> None:
    assert SMALL.ladder is not None
    points = NumberLiteral(value=Fraction(90), unit="point")
    more = (_energy_below(3), NumberClause(name="total_score", operator=NumberOperator.LESS_THAN, operand=points))
    exception = LadderRow(grade="silver", exception=True, requires=more, basis=SMALL.ladder.rows[0].basis)
    ladder = SMALL.ladder.model_copy(update={"rows": (*SMALL.ladder.rows, exception)})
    evaluator = Evaluator(SMALL.model_copy(update={"ladder": ladder}), "ab" * 32, "scorecards/small/versions/1.0.0")
    used = None if energy is None else DeclaredValue(number=energy, unit="MWh")
    record = evaluated(evaluator, small_subject(renewable_share=percent("50"), energy_used=used))
    rows = [one.text for one in explain(evaluator, record, "en").statements if one.criterion == "grade-silver"]
    evaluator.close()
    assert [text for text in rows if text.startswith(silver)], rows


def test_losses_are_ranked_with_the_distance_to_the_next_band(small: Evaluator) -> None:
    record = evaluated(small, small_subject(renewable_share=percent("50"), status=DeclaredValue(choice="open")))
    losses = of_topic(explain(small, record, "en"), Topic.LOSS)
    assert [loss.criterion for loss in losses] == ["I2", "I1"]
    assert "40.00 points lost." in losses[0].text
    assert "30.00 points lost. 30 percentage points to the next band. Reason: I1.BAND_2." in losses[1].text
    assert losses[1].facts == ("renewable_share",)
    assert losses[1].evidence == ("meter",)
    assert losses[1].text.endswith("Evidence: meter.")


def test_a_missing_fact_is_explained_with_the_grades_possible_for_each_value(small: Evaluator) -> None:
    record = evaluated(small, small_subject(status=None))
    (missing,) = of_topic(explain(small, record, "en"), Topic.OPEN_FACT)
    assert missing.facts == ("status",)
    assert missing.criterion == "I2"
    assert (
        missing.text == "status: not provided. This makes I2 Status undetermined. With open: silver. With closed: Gold."
    )
    (chinese,) = of_topic(explain(small, record, "zh"), Topic.OPEN_FACT)
    assert chinese.text == "status：未提供。这使 I2 状态待定。若为 open：silver。若为 closed：金。"
    assert explain(small, record, "en").ways_up == ()


def test_declared_and_verified_values_are_both_explained(small: Evaluator) -> None:
    subject = small_subject()
    facts = tuple(
        fact.model_copy(
            update={
                "verification": Verification(
                    judgement=Judgement.CORRECTED, corrected=percent("50"), method="visit",
                    reason="a meter was read twice", person="users/auditor", date="2026-02-01",
                )
            }
        )
        if fact.id == "renewable_share"
        else fact
        for fact in subject.facts
    )  # fmt: skip
    record = evaluated(small, subject.model_copy(update={"facts": facts}))
    explanation = explain(small, record, "en")
    both = next(one for one in of_topic(explanation, Topic.ALTERNATIVE) if "declared" in one.text)
    assert both.facts == ("renewable_share",)
    assert "The grade is Gold. The score is 100.00" in both.text
    assert "The grade is silver. The score is 70.00" in both.text


def test_every_choice_of_an_open_setting_is_explained_and_improvements_apply_to_all_choices(small: Evaluator) -> None:
    subject = small_subject(renewable_share=percent("50")).model_copy(update={"settings": {}})
    record = evaluated(small, subject)
    explanation = explain(small, record, "en")
    texts = [one.text for one in of_topic(explanation, Topic.ALTERNATIVE)]
    assert any(text.startswith("With reading cascade:") and "The grade is silver." in text for text in texts)
    assert any(text.startswith("With reading literal: No row") for text in texts)
    # read literally there is no silver, so only gold is better for sure
    assert [(way.fact, way.required.number, way.grade) for way in explanation.ways_up] == [
        ("renewable_share", "80", "gold")
    ]


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("50", "silver, with reading cascade: the row is satisfied: score is 70.00, required: at least 50."),
        ("30", "silver, with reading cascade: the row is not satisfied: score is 40.00, required: at least 50."),
    ],
)
def test_a_row_with_an_open_setting_is_explained_for_its_choice(small: Evaluator, share: str, expected: str) -> None:
    subject = small_subject(renewable_share=percent(share)).model_copy(update={"settings": {}})
    explanation = explain(small, evaluated(small, subject), "en", "grade-silver")
    rows = [one.text for one in of_topic(explanation, Topic.CONCLUSION)]
    assert [text.partition(" Basis")[0] for text in rows] == [expected]
    assert not [one.text for one in explanation.statements if "unknown, required" in one.text]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "This prevents four stars, with interpretation of the grade table literal: score is 74.37, required: "),
        ("zh", "要达到四星（若等级表解释方式为逐字适用），阻碍在于：总分为 74.37，要求"),
    ],
)
def test_an_obstacle_with_an_open_setting_names_its_choice(language: str, expected: str) -> None:
    evaluator = Evaluator(factory_card(), "ab" * 32, "scorecards/zero-carbon-factory/versions/1.0.0")
    record = evaluated(evaluator, factory().model_copy(update={"settings": {}}))
    statements = explain(evaluator, record, language, "grade-4").statements
    evaluator.close()
    assert [one.text for one in statements if one.text.startswith(expected)]


def test_the_certainty_section_names_the_weakest_bases_and_unassessed_topics(small: Evaluator) -> None:
    standing = of_topic(explain(small, evaluated(small, small_subject()), "en"), Topic.STANDING)
    assert [one.text for one in standing] == [
        "Lowest certainty among the deciding bases: reported by a secondary source.",
        "GB/T 1, 5.1: reported by a secondary source.",
        "Not assessed: noise.",
    ]
    assert standing[0].bases == standing[1].bases == ("law",)


@pytest.mark.parametrize("criterion", ["G1", "I1", "G1.PENALTY", "grade-gold"])
def test_a_single_criterion_can_be_explained(small: Evaluator, criterion: str) -> None:
    record = evaluated(small, small_subject(renewable_share=percent("50")))
    explanation = explain(small, record, "en", criterion)
    assert {one.criterion for one in explanation.statements} <= {criterion}
    ways = {"I1": ["renewable_share"], "grade-gold": ["renewable_share"]}.get(criterion, [])
    assert [way.fact for way in explanation.ways_up] == ways
    assert bool(explanation.statements) is (criterion != "G1.PENALTY")


def test_an_unknown_criterion_or_language_is_refused_with_the_allowed_values(small: Evaluator) -> None:
    record = evaluated(small, small_subject())
    with pytest.raises(InputError) as caught:
        explain(small, record, "de", "I11")
    language, criterion = caught.value.violations
    assert (language.field, language.reason) == ("language_code", "UNKNOWN_LANGUAGE")
    assert "en, zh" in language.description
    assert (criterion.field, criterion.reason) == ("criterion_id", "UNKNOWN_CRITERION")
    assert "Did you mean 'I1'?" in criterion.description


@pytest.mark.parametrize(
    ("criterion", "suggestion"),
    [("grade", " Its criteria are grade-"), ("G1.", " Did you mean 'G1'?"), ("fair trade", " Known: G1, ")],
)
def test_an_unknown_criterion_is_refused_with_a_suggestion(small: Evaluator, criterion: str, suggestion: str) -> None:
    record = evaluated(small, small_subject())
    with pytest.raises(InputError) as caught:
        explain(small, record, "en", criterion)
    (violation,) = caught.value.violations
    assert violation.description.startswith(
        f"The scorecard version has no criterion '{criterion}'. Use the id of one of its criteria.{suggestion}"
    )


def test_a_record_with_erased_payloads_cannot_be_explained(small: Evaluator) -> None:
    record = evaluated(small, small_subject())
    erased = record.model_copy(
        update={"steps": tuple(step.model_copy(update={"payload": ""}) for step in record.steps)}
    )
    with pytest.raises(TrailError, match="content of the step 'gates/G1' is missing"):
        explain(small, erased, "en")


@pytest.mark.full
def test_a_missing_record_field_is_named_with_its_list() -> None:
    """A record's field is addressed by list, key and field, and its values are tried inside that record."""
    for seed in range(80):
        scorecard: Scorecard = richer_card(seed)
        evaluator = Evaluator(scorecard, "ef" * 32, "scorecards/random/versions/1.0.0")
        record = evaluator.evaluate(random_subject(scorecard, Random(seed), unknown=0.15), KEY).record
        named = [one for one in of_topic(explain(evaluator, record, "en"), Topic.OPEN_FACT) if "]." in one.facts[0]]
        evaluator.close()
        if named:
            assert named[0].text.startswith(named[0].facts[0])
            return
    pytest.fail("no random subject had an open field")
