"""Worked vectors of the product cards: exact quantities and verdicts from the sources."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rules.contracts.extents import NumberExtent
from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.outcomes import Verdict
from rules.engine.inference import Inference, InferenceQuestion
from rules.engine.read_subject import read_subject
from rules.rehearsal.example_runner import case_subject, reference_case
from service.input.dossier.dossier_reader import read_dossier
from tests.claims.judging import draft, engine

PER_KG = "kgCO2e/kg"
CASES = [
    [cell.strip() for cell in line.split("|")]
    for line in Path(__file__).with_name("product_cases.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def declared_value(text: str) -> DeclaredValue:
    number, _, unit = text.partition(" ")
    if text in ("yes", "no"):
        return DeclaredValue(flag=text == "yes")
    if " to " in text:
        first, _, last = text.partition(" to ")
        return DeclaredValue(period=PeriodText(first=first, last=last))
    if text[:4].isdigit() and text.count("-") == 2:
        return DeclaredValue(date=text)
    if number.lstrip("-").replace(".", "").isdigit():
        return DeclaredValue(number=number, unit=unit or None)
    return DeclaredValue(choice=text)


def inferred(card: str, as_of: str = "2026-11-20", **facts: str) -> Inference:
    scorecard = draft(card)
    case = reference_case(scorecard, date.fromisoformat(as_of))
    case = replace(case, facts={**case.facts, **{name: declared_value(text) for name, text in facts.items()}})
    subject = case_subject(scorecard, case, date.fromisoformat(as_of))
    reading = read_subject(scorecard, subject)
    return engine(card).infer(InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}))


def computed(inference: Inference, quantity: str) -> Fraction | None:
    """Return the exact value of a quantity in its unit, or None if the exact value is unknown."""
    extent = inference.values.extents[quantity]
    assert isinstance(extent, NumberExtent)
    return extent.interval.low if extent.interval.low == extent.interval.high else None


def verdict(inference: Inference) -> Verdict:
    assert inference.verdict_result is not None
    return inference.verdict_result.verdict


WASTE_PLASTIC = {
    "boundary": "cradle_to_gate", "making": "-1.02 kgCO2e/kg", "stored_carbon": "1.17 kgCO2e/kg",
    "stored_carbon_counted": "yes", "end_of_life_modelled": "no",
}  # fmt: skip
TIMBER = {"making": "-624 kgCO2e/t", "later_stages": "760 kgCO2e/t", "module_d": "-408 kgCO2e/t"}


def test_stored_carbon_is_counted_as_released_if_no_end_of_life_was_modelled() -> None:
    inference = inferred("negative-carbon-product", **WASTE_PLASTIC)
    assert computed(inference, "footprint") == Fraction("-1.02")
    assert computed(inference, "checked") == Fraction("0.15")
    assert verdict(inference) is Verdict.PROHIBITED
    stated = inferred("negative-carbon-product", **{**WASTE_PLASTIC, "wording": "number"})
    assert verdict(stated) is Verdict.PERMITTED_WITH_QUALIFICATION


def test_module_d_never_counts() -> None:
    inference = inferred("negative-carbon-product", **TIMBER)
    assert computed(inference, "footprint") == Fraction("0.136")
    assert computed(inference, "with_module_d") == Fraction("-0.272")
    assert verdict(inference) is Verdict.MISLEADING
    assert verdict(inferred("negative-carbon-product", **TIMBER, module_d_counted="yes")) is Verdict.PROHIBITED


def test_biochar_needs_evidence_until_it_is_verified() -> None:
    biochar = {"making": "-2.8 kgCO2e/kg", "later_stages": "0.1 kgCO2e/kg"}
    unverified = inferred("negative-carbon-product", **biochar, independently_reviewed="no")
    assert computed(unverified, "checked") == Fraction("-2.7")
    assert verdict(unverified) is Verdict.NEEDS_EVIDENCE
    assert verdict(inferred("negative-carbon-product", **biochar)) is Verdict.PERMITTED_WITH_QUALIFICATION


@pytest.mark.parametrize(
    "question",
    [
        {"boundary": "cradle_to_gate"}, {"storage_years": "99 year"}, {"storage_monitored": "no"},
        {"offsets_in_value": "yes"}, {"biogenic_flows_complete": "no"}, {"independently_reviewed": "no"},
        {"method_public": "no"}, {"carbon_source": "carbonate"},
    ],
)  # fmt: skip
def test_all_five_criteria_are_needed_for_the_wording(question: dict[str, str]) -> None:
    assert verdict(inferred("negative-carbon-product", **question)).rank <= Verdict.NEEDS_EVIDENCE.rank


def test_the_categories_add_up_without_the_carbon_in_the_product() -> None:
    inference = inferred("negative-carbon-product", figures_by="categories")
    assert computed(inference, "footprint") == Fraction("-0.28")


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({}, "ok"),
        ({"verified_footprints": "1 item"}, "needs_evidence"),
        ({"site_check": "no"}, "needs_evidence"),
        ({"target": "11.01 %"}, "needs_evidence"),
        ({"claimed_reduction": "11.01 %"}, "misleading"),
        ({"same_unit": "no"}, "misleading"),
        ({"later_footprint": f"10 {PER_KG}"}, "prohibited"),
    ],
)
def test_a_reduction_of_eleven_percent_exactly(facts: dict[str, str], wanted: str) -> None:
    inference = inferred("reduced-carbon-product", **facts)
    assert verdict(inference).value == wanted
    assert computed(inference, "reduction") == (Fraction(0) if wanted == "prohibited" else Fraction(11))


@pytest.mark.parametrize(
    ("baselines", "first", "second", "solution", "handprint"),
    [("one", "30", "60", "22", 8), ("one", "22", "60", "30", 0), ("mean_of_two", "40", "60", "45", 5)],
)
def test_handprints_follow_the_worked_vectors(
    baselines: str, first: str, second: str, solution: str, handprint: int
) -> None:
    inference = inferred(
        "carbon-handprint",
        baselines=baselines,
        first_baseline=f"{first} {PER_KG}",
        second_baseline=f"{second} {PER_KG}",
        solution=f"{solution} {PER_KG}",
    )
    assert computed(inference, "handprint") == Fraction(handprint)
    assert (verdict(inference) is Verdict.MISLEADING) == (handprint == 0)


def test_lower_output_is_no_handprint() -> None:
    assert verdict(inferred("carbon-handprint", cause="lower_output")) is Verdict.PROHIBITED


@pytest.mark.parametrize(("as_of", "wanted"), [("2026-11-20", "ok"), ("2026-11-21", "prohibited")])
def test_a_carbon_trust_label_may_be_shown_for_two_years(as_of: str, wanted: str) -> None:
    assert verdict(inferred("carbon-label", as_of, issued_on="2024-11-21")).value == wanted


@pytest.mark.parametrize(("as_of", "wanted"), [("2026-11-20", "ok"), ("2026-11-21", "prohibited")])
def test_a_label_may_be_shown_until_the_last_day_that_its_issuer_set(as_of: str, wanted: str) -> None:
    facts = {"term": "set_by_issuer", "last_day": "2026-11-20", "issued_on": "2020-01-01"}
    for issuer in ("carbon_trust", "other_issuer"):
        assert verdict(inferred("carbon-label", as_of, issuer=issuer, **facts)).value == wanted
    assert verdict(inferred("carbon-label", as_of, issuer="other_issuer", issued_on="2020-01-01")) is Verdict.OK


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({}, "ok"),
        ({"promise": "broken"}, "prohibited"),
        ({"promise": "no_promise"}, "ok"),
        ({"new_footprint": "no"}, "needs_evidence"),
    ],
)
def test_label_renewal_follows_the_worked_vectors(facts: dict[str, str], wanted: str) -> None:
    assert verdict(inferred("carbon-label", request="renew", **facts)).value == wanted


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({"carbon_source": "atmosphere", "storage_years": "1000 year"}, "ok"),
        ({"carbon_source": "fossil", "storage_years": "1000 year"}, "prohibited"),
        ({"carbon_source": "biogenic_short_cycle", "storage_years": "30 year"}, "prohibited"),
        ({"carbon_source": "biogenic_short_cycle", "storage_years": "200 year", "human_action": "no"}, "prohibited"),
        ({"carbon_source": "biogenic_short_cycle", "storage_years": "100 year"}, "ok"),
    ],
)
def test_carbon_removal_follows_the_worked_vectors(facts: dict[str, str], wanted: str) -> None:
    assert verdict(inferred("cdr-eligibility", **facts)).value == wanted


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({"emission": f"0.6 {PER_KG}"}, "ok"),
        ({"emission": f"0.61 {PER_KG}"}, "prohibited"),
        ({"product_class": "other_class"}, "needs_evidence"),
        ({"issued_on": "2023-10-01"}, "prohibited"),
        ({"product_class": "tyre", "issued_on": "2024-01-10"}, "ok"),
    ],
)
def test_low_carbon_products_follow_the_worked_vectors(facts: dict[str, str], wanted: str) -> None:
    assert verdict(inferred("low-carbon-product", **facts)).value == wanted


@pytest.mark.parametrize(
    ("facts", "left_open", "wanted"),
    [
        ({}, "0", "permitted_with_qualification"),
        ({"shown_to": "eu_consumers"}, "0", "prohibited"),
        (
            {"shown_to": "eu_consumers", "removals": "2000 tCO2e", "credits": "0 tCO2e"},
            "0",
            "permitted_with_qualification",
        ),
        ({"amount": "1000.005 t"}, "0.01", "misleading"),
        (
            {"earlier_footprint": f"10 {PER_KG}", "footprint": f"8.9 {PER_KG}", "credits": "8900 tCO2e"},
            "0",
            "permitted_with_qualification",
        ),
        ({"earlier_footprint": f"2 {PER_KG}"}, "0", "needs_evidence"),
        ({"earlier_footprint": f"2 {PER_KG}", "claim_period": "first_period"}, "0", "permitted_with_qualification"),
        ({"standard": "pas_2060"}, "0", "needs_evidence"),
        ({"certificate": "zero_carbon_factory"}, "0", "misleading"),
        ({"declared_on": "2025-12-30"}, "0", "needs_evidence"),
        ({"credits_retired": "no", "credits": "0 tCO2e"}, "2000", "misleading"),
    ],
)
def test_carbon_neutral_products_follow_the_worked_vectors(facts: dict[str, str], left_open: str, wanted: str) -> None:
    inference = inferred("carbon-neutral-product", **facts)
    assert computed(inference, "left_open") == Fraction(left_open)
    assert verdict(inference).value == wanted


def test_the_fully_documented_bottle_is_prohibited_only_by_the_rule_of_the_union() -> None:
    content = (Path(__file__).parents[2] / "examples" / "carbon-neutral-bottle.yaml").read_bytes()
    scorecard = draft("carbon-neutral-product")
    dossier = read_dossier(content, scorecard, as_of="2026-11-20", settings={})
    reading = read_subject(scorecard, dossier.subject.model_copy(update={"known": "2026-11-20T00:00:00Z"}))
    inference = engine("carbon-neutral-product").infer(
        InferenceQuestion(reading.verified.extents, {}, reading.as_of, {})
    )
    assert inference.verdict_result is not None
    assert (inference.verdict_result.verdict, inference.verdict_result.deciding) == (Verdict.PROHIBITED, ("CNP-EU",))
    assert computed(inference, "left_open") == 0


@pytest.mark.parametrize(("case", "card", "as_of", "changes", "wanted"), CASES, ids=[case for case, *_ in CASES])
def test_the_cards_reach_the_verdicts_of_their_sources(
    case: str, card: str, as_of: str, changes: str, wanted: str
) -> None:
    parts = (part.strip().partition(" ") for part in changes.split(";"))
    facts = {name: text for name, _, text in parts}
    assert set(facts) <= {fact.id for fact in draft(card).facts}
    assert verdict(inferred(card, as_of, **facts)).value == wanted, case
