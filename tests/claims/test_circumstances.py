"""Circumstances ruled out for a claim: facts absent from the text, and errors in the table by line."""

import pytest

from rules.claims.circumstances import ExcludedCircumstances, read_circumstances
from rules.claims.relevant_facts import irrelevant_fact_values
from rules.claims.screening.screen import screen


def absent(text: str) -> set[str]:
    (claim,) = screen(text, languages=("en",)).candidates
    return set(ExcludedCircumstances(text).absent(claim, claim.kinds))


def test_what_a_text_has_no_word_of_is_left_aside() -> None:
    soap = absent("Soap: 30 % less water")
    assert {"airline", "vcmi_tier", "practices", "offsets_used", "lca_offsets_in_total"} <= soap
    assert "airline" not in absent("Our flights use 30 % less water")
    assert "offsets_used" not in absent("Our bottle is carbon neutral")
    assert "lca_offsets_in_total" not in absent("Soap: 30 % less CO2, offsets included")
    assert "presented_as_distinctive" not in absent("PVC-free packaging")


def test_what_the_whole_text_has_no_word_of_is_known_where_it_is_about_the_text() -> None:
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


def test_a_property_of_a_thing_is_none_of_credits() -> None:
    assert irrelevant_fact_values(("free_of",))["offsets_used"] == ("false",)
    assert "offsets_used" not in irrelevant_fact_values(("free_of", "neutral_offset"))


def test_mistakes_in_the_table_are_told_with_their_lines() -> None:
    text = '[[absent]]\nfact = "a"\nvalue = "no"\nunless = "("\nbut_for = ["labels"]\n[good_faith]\n'
    with pytest.raises(ValueError, match=r"(?s)4.*is no pattern.*5.*'labels'"):
        read_circumstances(text, "x.toml")
