"""Steps of a record: order from evidence to conclusion, bilingual sentences, payloads and references."""

import json
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from rules.contracts.inputs import DeclaredValue, Subject
from rules.contracts.record import Record
from rules.model.expressions import FormulaOperator, NameReference, NumberLiteral, Operation, UndeterminedFormula
from rules.model.scorecard import (
    CountScale,
    FormulaQuantity,
    FormulaRow,
    LookupQuantity,
    LookupRow,
    Scorecard,
    ShareScale,
)
from rules.trail.evaluation import Evaluator
from tests.support.engine_card import KEY, LAW, card, choice, chosen, compare, flag, indicator, number, row, subject
from tests.support.random_subjects import KNOWN, random_subject, richer_card
from tests.support.small_card import small_card, small_subject
from tests.support.tiers import tries

Payload = dict[str, Any]


def evaluated(scorecard: Scorecard, declared_subject: Subject) -> Record:
    evaluator = Evaluator(scorecard, "ab" * 32, "scorecards/x/versions/1.0.0")
    try:
        return evaluator.evaluate(declared_subject.model_copy(update={"known": KNOWN}), KEY).record
    finally:
        evaluator.close()


def payloads(record: Record) -> dict[str, Payload]:
    return {step.id: json.loads(step.payload) for step in record.steps}


GOOD = evaluated(small_card(), small_subject())
BAD = evaluated(
    small_card(),
    small_subject(
        renewable_share=None,
        status=DeclaredValue(choice="open"),
        serious_violations=DeclaredValue(number="2", unit="time"),
    ),
)


@pytest.mark.parametrize(
    ("step", "english", "chinese"),
    [
        ("facts/renewable_share", "Renewable share: 85.5 %", "可再生能源占比：85.5 %"),
        ("facts/certified", "Certified: yes", "已认证：是"),
        ("facts/serious_violations", "Serious violations: 0 times", "严重违法次数：0 次"),
        ("facts/energy_used", "energy_used: 1.2 MWh", "energy_used：1.2 MWh"),
        ("facts/report_year", "report_year: 2025-01-01 to 2025-12-31", "report_year：2025-01-01 至 2025-12-31"),
        ("facts/audited_on", "audited_on: 2026-02-01", "audited_on：2026-02-01"),
        ("facts/remark", "remark: not applicable", "remark：不适用"),
        ("facts/credits", "credits: 2", "credits：2"),
        (
            "quantities/offset",
            "offset = sum of amount over 2 of 2 credits that count = 7.1 tCO2e",
            "offset = credits 2 条中计入的 2 条之 amount 合计 = 7.1 tCO2e",
        ),
        (
            "gates/G1",
            "G1 No serious violation: Serious violations is 0 times, required: at most 0 times",
            "G1 无严重违法：严重违法次数 为 0 次，要求不高于 0 次",
        ),
        (
            "indicators/I1",
            "I1 Renewable energy: Renewable share (85.5 %) earns 60 of 60 points",
            "I1 可再生能源：可再生能源占比（85.5 %），得 60 分（满分 60 分）",
        ),
        ("sections/energy", "Energy: 100 of 100 points", "能源：100 分（满分 100 分）"),
        ("score", "total score: 100 points", "总分：100 分"),
        ("ladder/1", "grade Gold: total score is 100, required: at least 80", "等级 金：总分为 100，要求不低于 80"),
        (
            "ladder/2",
            "grade silver: total score is 100, required: at least 50; reading is cascade, required: cascade",
            "等级 silver：总分为 100，要求不低于 50; reading 为 cascade，要求为 cascade",
        ),
        (
            "findings/G1.PENALTY",
            "G1.PENALTY: Serious violations is 0 times, condition: more than 0 times",
            "G1.PENALTY：严重违法次数 为 0 次，条件：高于 0 次",
        ),
    ],
)
def test_every_step_has_a_sentence_with_its_values_in_both_languages(step: str, english: str, chinese: str) -> None:
    assert payloads(GOOD)[step]["sentence"] == {"en": english, "zh": chinese}


@pytest.mark.parametrize(
    ("step", "english", "chinese"),
    [
        ("facts/renewable_share", "Renewable share: unknown", "可再生能源占比：未知"),
        (
            "indicators/I1",
            "I1 Renewable energy: Renewable share (unknown) earns 0 to 60 of 60 points",
            "I1 可再生能源：可再生能源占比（未知），得 0 至 60 分（满分 60 分）",
        ),
        ("score", "total score: 0 to 60 points", "总分：0 至 60 分"),
    ],
)
def test_unknown_values_are_described_as_unknown(step: str, english: str, chinese: str) -> None:
    assert payloads(BAD)[step]["sentence"] == {"en": english, "zh": chinese}


def test_a_failed_clause_states_its_distance() -> None:
    (clause,) = payloads(BAD)["gates/G1"]["clauses"]
    assert clause["outcome"] == "not_met"
    assert clause["distance"] == {"exact": {"high": "2", "low": "2"}, "unit": "time"}
    assert payloads(BAD)["facts/renewable_share"]["unknown"] == "not_given"


def test_the_steps_are_ordered_from_evidence_to_conclusion() -> None:
    heads = list(dict.fromkeys(step.id.split("/")[0] for step in GOOD.steps))
    assert heads == [
        "evidence", "facts", "quantities", "gates", "indicators", "sections", "score", "ladder", "findings",
        "standing", "conclusion",
    ]  # fmt: skip
    assert [step.id for step in GOOD.steps if step.parent == "facts/credits"] == [
        "facts/credits/A-1",
        "facts/credits/A-2",
    ]


def test_references_and_parents_are_earlier_steps_and_step_ids_are_unique() -> None:
    for seed in range(tries(20)):
        scorecard = richer_card(seed)
        from_random = random_subject(scorecard, richer_random(seed), unknown=0.2)
        for record in (evaluated(scorecard, from_random), GOOD, BAD):
            seen: set[str] = set()
            for step in record.steps:
                assert step.id not in seen
                assert step.parent is None or step.parent in seen
                assert (step.parent is None) is (step.kind != "record")
                assert set(step.references) <= seen, step.id
                assert len(set(step.references)) == len(step.references)
                seen.add(step.id)


def richer_random(seed: int) -> Random:

    return Random(seed)


def test_the_conclusion_is_the_last_step() -> None:
    assert GOOD.steps[-1].id == "conclusion"
    assert payloads(GOOD)["conclusion"] == GOOD.conclusion.model_dump(mode="json", exclude_defaults=True)


@pytest.mark.parametrize(
    ("step", "values"),
    [
        ("facts/renewable_share", [{"value": {"evidence": ["meter"], "number": "85.50", "unit": "%"}},
                                   {"evidence": ["meter"], "number": "85.5", "unit": "%"}]),
        ("facts/certified", [{"value": {"flag": True}}]),
        ("facts/credits/A-1", [{"offset": ["met", "m:"]}]),
        ("quantities/offset", ["7.1"]),
        ("gates/G1", ["met", "m"]),
        ("indicators/I1", ["met", "60", "60", [1]]),
        ("sections/energy", ["100", "100"]),
        ("score", ["100"]),
        ("ladder/1", ["met", ""]),
        ("findings/G1.PENALTY", ["not_met", "n"]),
    ],
)  # fmt: skip
def test_every_step_records_only_codes_and_values(step: str, values: list[Any]) -> None:
    (recorded,) = (json.loads(one.found) for one in GOOD.steps if one.id == step)
    assert recorded == [step, *values]


def test_an_unknown_value_is_recorded_with_its_reason_and_bounds() -> None:
    results_by_step = {one.id: json.loads(one.found)[1:] for one in BAD.steps}
    assert results_by_step["facts/renewable_share"] == [{}, "not_given"]
    assert results_by_step["gates/G1"] == ["not_met", "n"]
    assert results_by_step["indicators/I1"][:3] == ["undetermined", "[0,60]", "60"]
    assert results_by_step["score"] == ["[0,60]"]


def test_no_number_in_a_payload_is_a_float() -> None:
    def refuse(text: str) -> float:
        raise AssertionError(f"{text} is a float")

    for step in (*GOOD.steps, *BAD.steps):
        json.loads(step.payload, parse_float=refuse)


FACTS = (
    number("used", "MWh", 0, may_not_apply=True),
    number("green", "kWh", 0),
    choice("region", "north", "south"),
    flag("measured", may_not_apply=True),
)
SHARE = FormulaQuantity(
    id="green_share",
    unit="%",
    rows=(
        FormulaRow(formula=NumberLiteral(value=Fraction(10), unit="%"), when=(chosen("measured", "no"),), basis=LAW),
        FormulaRow(
            formula=Operation(
                operator=FormulaOperator.DIVIDE, operands=(NameReference(id="green"), NameReference(id="used"))
            ),
            basis=LAW,
        ),
    ),
)
FACTOR = LookupQuantity(
    id="factor", unit="tCO2e/MWh", by=("region",), rows=(LookupRow(keys=("north",), value=Fraction(1), basis=LAW),)
)
QUANTIFIED = card(
    *FACTS,
    quantities=(SHARE, FACTOR),
    indicators=(
        indicator("I1", 10, ShareScale(measure="green_share"), must=(chosen("measured", "yes"),)),
        indicator("I2", 9, CountScale(parts=((chosen("region", "north"),), (compare("green", "at_least", 1, "MWh"),)))),
    ),
    rows=(row("pass", 5),),
)
VALUES = {
    "used": DeclaredValue(number="4", unit="MWh"),
    "green": DeclaredValue(number="3000", unit="kWh"),
    "region": DeclaredValue(choice="north"),
    "measured": DeclaredValue(flag=True),
}


def sentences(values: dict[str, DeclaredValue]) -> dict[str, str]:
    step_payloads = payloads(evaluated(QUANTIFIED, subject(values)))
    return {step: payload["sentence"]["en"] for step, payload in step_payloads.items() if "sentence" in payload}


def test_sentences_of_quantities_show_their_computation() -> None:
    step_sentences = sentences(VALUES)
    assert step_sentences["quantities/green_share"] == "green_share = green (3000 kWh) / used (4 MWh) = 75 %"
    assert step_sentences["quantities/factor"] == "factor looked up by region (north) = 1 tCO2e/MWh"
    assert step_sentences["indicators/I1"] == "I1 : green_share (75 %) earns 7.5 of 10 points"
    assert step_sentences["indicators/I2"] == "I2 : 2 of 2 conditions hold, which earns 9 of 9 points"


def test_the_sentence_of_a_quantity_describes_the_matched_row() -> None:
    estimated = {**VALUES, "measured": DeclaredValue(flag=False)}
    assert sentences(estimated)["quantities/green_share"] == "green_share = 10 % = 10 %"
    absent = {**VALUES, "measured": DeclaredValue(not_applicable=True)}
    assert sentences(absent)["quantities/green_share"] == "green_share = green (3000 kWh) / used (4 MWh) = 75 %"


@pytest.mark.parametrize(
    ("because", "expected_sentence"),
    [
        (None, "green_share is undetermined: the rules do not determine it"),
        ({"en": "no act says"}, "green_share is undetermined: the rules do not determine it, because no act says"),
    ],
)
def test_a_quantity_undetermined_by_the_rules_is_described_with_its_reason(
    because: dict[str, str] | None, expected_sentence: str
) -> None:
    rows = (SHARE.rows[0].model_copy(update={"formula": UndeterminedFormula(because=because)}), SHARE.rows[1])
    scorecard = QUANTIFIED.model_copy(update={"quantities": (SHARE.model_copy(update={"rows": rows}), FACTOR)})
    step_payloads = payloads(evaluated(scorecard, subject({**VALUES, "measured": DeclaredValue(flag=False)})))
    assert step_payloads["quantities/green_share"]["sentence"]["en"] == expected_sentence


def test_a_failed_must_condition_and_an_inapplicable_indicator_are_described() -> None:
    for value in (DeclaredValue(flag=False), DeclaredValue(not_applicable=True)):
        step_sentences = sentences({**VALUES, "measured": value})
        assert step_sentences["indicators/I1"] == "I1 : the must-condition does not hold, which earns 0 of 10 points"
    step_sentences = sentences({**VALUES, "used": DeclaredValue(not_applicable=True)})
    assert step_sentences["indicators/I1"] == "I1  does not apply"


def test_references_name_the_direct_dependencies_of_each_step() -> None:
    record = evaluated(QUANTIFIED, subject(VALUES))
    references = {step.id: step.references for step in record.steps}
    assert references["quantities/green_share"] == ("facts/measured", "facts/green", "facts/used")
    assert references["indicators/I1"] == ("facts/measured", "facts/green", "facts/used")
    assert references["sections/S"] == ("indicators/I1", "indicators/I2")
    assert references["ladder/1"] == ("score",)
    assert GOOD.steps[[step.id for step in GOOD.steps].index("facts/renewable_share")].references == ("evidence/meter",)
