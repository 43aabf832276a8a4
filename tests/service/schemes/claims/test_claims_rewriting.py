"""Is what is proposed instead of a claim about the same thing, in the same language, and better?"""

import re

import pytest

from rules.claims.screening.candidates import CLAIM_TYPES
from rules.contracts.toml_files import read_toml
from service.schemes.claims.one_claim import FAULTS
from service.schemes.claims.rewriting import rewriting
from tests.support.claims.judging_claims import judge

WORDS = read_toml("service.schemes.claims", "rewriting.toml")
IN_ORDER = {
    item: point["value"]
    for group in read_toml("service.schemes.claims", "questions.toml")["together"]
    for item, point in group["items"].items()
}


def proposed(text: str, jurisdiction: str = "UK", language: str = "en") -> str | None:
    (claim, *_) = judge(text, {"audience": "b2c"}, (jurisdiction,)).claims
    found = rewriting(claim, language)
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("text", "begins", "holds"),
    [
        ("Our bottle is carbon neutral", "Our bottle: ___ kg CO2e", "no offsets"),
        ("Our eco-friendly soap washes well.", "Our soap: ___ % less", "20__"),
        ("We will be net zero by 2040", "Our company: our target", "by 2040"),
        ("The cup is made of 80% recycled plastic.", "The cup: 80 % recycled", "by weight"),
        ("Our sofa uses 30% less CO2 than our previous model.", "", "30 % less ___ than our previous model, per"),
        ("Unsere klimaneutrale Flasche", "Unsere Flasche: ___ kg CO2e je ___", "ohne Anrechnung"),
        ("Notre emballage est recyclable.", "Notre emballage : recyclable dans", "foyers"),
        ("我们的产品低碳环保", "我们的产品：每 ___", "20__ 年"),
    ],
)
def test_a_proposal_is_about_what_the_sentence_names_in_its_language(text: str, begins: str, holds: str) -> None:
    found = proposed(text)
    assert found is not None
    assert found.startswith(begins)
    assert holds in found


def test_what_has_to_be_true_is_told_in_the_language_of_the_answer() -> None:
    (claim,) = judge("Unsere klimaneutrale Flasche", {}, ("UK",)).claims
    assert [rewriting(claim, language).needs[:4] for language in ("en", "zh")] == ["a fo", "按该标准"]  # type: ignore[union-attr]


def test_what_is_denied_has_no_proposal() -> None:
    assert proposed("Our bottle is not carbon neutral.") is None


def test_every_kind_has_a_sentence_with_the_same_slots_in_every_language() -> None:
    kinds = [kind for each in WORDS["kind"] for kind in each["types"] if kind]
    assert sorted(kinds) == sorted({*CLAIM_TYPES} - {"name", "imagery_only", "legal_requirement", "irrelevant_benefit"})
    for each in WORDS["kind"]:
        slots = {language: sorted(re.findall(r"\{(\w+)\}", each[language])) for language in WORDS["subject"]}
        assert len({tuple(names) for names in slots.values()}) == 1, each["types"]


@pytest.mark.parametrize("kind", [each["types"][0] for each in WORDS["kind"]])
def test_a_proposal_filled_with_facts_that_are_true_is_no_fault(kind: str) -> None:
    """The sentence alone, with figures in its gaps, is neither prohibited nor misleading in three markets."""
    sentence = next(each["en"] for each in WORDS["kind"] if kind in each["types"])
    text = sentence.format(subject="Our bottle", value="80", comparator="our bottle of 2020", year="2035")
    filled = text.replace("20__", "2024").replace("___", "12")
    found = judge(filled, {**IN_ORDER, "audience": "b2c", "specification": "same_medium", "us_state": "other_state"})
    verdicts = [answer.verdict for claim in found.claims for answer in claim.answers]
    assert not FAULTS.intersection(verdicts), (filled, verdicts)
