"""Claim type families: complete English and Chinese words, and advice by claim type and rule."""

from collections import Counter

from rules.claims.screening.candidates import CLAIM_TYPES
from service.schemes.claims.rule_words import claim_type_families, families_to_advise
from tests.support.claim_cards import includes
from tests.support.engine_card import chosen
from tests.support.verdict_card import rule


def test_every_claim_type_has_one_family_with_words_in_both_languages() -> None:
    counted = Counter(kind for family in claim_type_families() for kind in family.types)
    assert counted == Counter(CLAIM_TYPES)
    assert all(family.words.keys() == {"en", "zh"} for family in claim_type_families())


def test_advice_covers_only_rules_on_wording_for_several_families() -> None:
    explained = chosen("specification", "none")
    several = rule("A", "misleading", (includes("generic", "neutral_offset"), explained))
    (family,) = families_to_advise(several, ("generic",))
    assert "generic" in family.types
    assert families_to_advise(several, ("generic", "neutral_offset")) == (), "the rule is about just these"
    assert families_to_advise(several, ("degradable",)) == ()
    assert families_to_advise(rule("B", "misleading", (includes("generic", "absolute"), explained)), ("generic",)) == ()
    assert families_to_advise(rule("C", "prohibited", (includes("generic", "neutral_offset"),)), ("generic",)) == ()
