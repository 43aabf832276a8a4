"""Facts stated near a claim in the same text: a standard, a method, or the base of a figure."""

import pytest

from rules.claims.assessment import text_facts_near_claim
from rules.claims.screening.screen import screen


def stated(text: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    (claim, *_) = screen(text).candidates
    facts = text_facts_near_claim(claim, claim.kinds, frozenset(claim.kinds))
    return {fact.path: (fact.values, tuple(span.quote for span in fact.spans)) for fact in facts}


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("The cup is compostable (EN 13432).", "EN 13432"),
        ("Der Becher ist kompostierbar (DIN EN 13432).", "DIN EN 13432"),
        ("Le gobelet est compostable (NF EN 13432:2000).", "NF EN 13432:2000"),
        ("La taza es compostable, UNE-EN 13432.", "EN 13432"),
    ],
)
def test_a_standard_near_a_claim_specifies_the_claim(text: str, standard: str) -> None:
    facts = stated(text)
    assert facts["degradation_kind_stated"] == (("true",), (standard,))
    assert facts["specification"] == (("same_medium",), (standard,))


def test_a_base_makes_a_reduction_stated() -> None:
    assert stated("30 % less plastic than in 2019.")["source_reduction_amount_stated"][0] == ("true",)


@pytest.mark.parametrize(
    "text",
    ["The cup is compostable (ISO 9001).", "The cup is compostable.", "Our bottle is carbon neutral (ISO 14068)."],
)
def test_a_text_without_explanation_or_with_a_neutrality_claim_states_no_facts(text: str) -> None:
    assert stated(text) == {}
