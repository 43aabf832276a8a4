"""Circumstances ruled out for a claim: facts absent from the text, and errors in the table by line."""

import pytest

from rules.claims.circumstances import ExcludedCircumstances, read_circumstances
from rules.claims.relevant_facts import irrelevant_fact_values
from rules.claims.screening.screen import screen
from rules.claims.screening.toml_validation import TomlSource


def absent(text: str) -> set[str]:
    (claim,) = screen(text, languages=("en",)).candidates
    return set(ExcludedCircumstances(text).absent(claim, claim.kinds))


def test_a_fact_without_words_in_the_text_is_ruled_out() -> None:
    soap = absent("Soap: 30 % less water")
    assert {"airline", "vcmi_tier", "practices", "offsets_used", "lca_offsets_in_total"} <= soap
    assert "airline" not in absent("Our flights use 30 % less water")
    assert "offsets_used" not in absent("Our bottle is carbon neutral")
    assert "lca_offsets_in_total" not in absent("Soap: 30 % less CO2, offsets included")
    assert "presented_as_distinctive" not in absent("PVC-free packaging")


def test_a_fact_about_the_text_gets_its_value_when_the_text_does_not_mention_it() -> None:
    def unmentioned(text: str) -> dict[str, tuple[str, ...]]:
        (claim, *_) = screen(text, languages=("en",)).candidates
        return dict(ExcludedCircumstances(text).unmentioned(claim, claim.kinds))

    assert unmentioned("Soap: 30 % less water") == {
        "absolute_wording": ("false",),
        "product_certificate_word": ("no_word",),
        "vcmi_tier": ("no_tier",),
    }
    assert "product_certificate_word" not in unmentioned("Our soap uses 30 % less water. A low-carbon soap.")
    assert "absolute_wording" not in unmentioned("The greenest soap")


def test_a_claim_about_a_product_property_rules_out_offsets() -> None:
    assert irrelevant_fact_values(("free_of",))["offsets_used"] == ("false",)
    assert "offsets_used" not in irrelevant_fact_values(("free_of", "neutral_offset"))


def test_errors_in_the_table_are_reported_by_line() -> None:
    text = '[[absent]]\nfact = "a"\nvalue = "no"\nunless = "("\nbut_for = ["labels"]\n[good_faith]\n'
    with pytest.raises(ValueError, match=r"(?s)4.*is no pattern.*5.*'labels'"):
        read_circumstances(TomlSource(text, "x.toml"))
