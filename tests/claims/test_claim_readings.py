"""Readings of a claim: open claim types, negation, contradictory facts, and conversion to facts of a card."""

import pytest

from rules.claims.claim_readings import FactValues, alternative_readings, contradictions, to_declared_fact
from rules.claims.screening.proposals import propose_facts
from rules.claims.screening.screen import screen
from rules.contracts.inputs import DeclaredValue
from tests.support.engine_card import choice, flag


def read(text: str, **fact_values: str) -> list[tuple[str, ...]]:
    """Return the claim types of every reading of the only claim in a text."""
    (candidate,) = screen(text, languages=("en",)).candidates
    stated = {name: (value,) for name, value in fact_values.items()}
    return [one["claim_types"] for one in alternative_readings(candidate, propose_facts(candidate), stated)]


def test_an_ambiguous_claim_has_a_reading_with_offsets_and_a_reading_without_offsets() -> None:
    assert read("Our soap is carbon neutral.") == [("neutral_offset",), ("neutral_no_offset",)]
    assert read("Our soap is carbon neutral.", offsets_used="true") == [("neutral_offset",)]
    assert read("Our soap is carbon neutral.", offsets_used="false") == [("neutral_no_offset",)]


def test_offsets_in_another_sentence_apply_only_to_carbon_claims() -> None:
    text = "Aus 95 % Altplastik. Der Versand ist klimaneutral. Wir gleichen alle Emissionen durch Waldschutz aus."
    recycled, neutral, *_ = screen(text, languages=("de",)).candidates
    assert recycled.types == ("recycled_content",)
    assert [each.kind for each in recycled.qualifiers] == ["offset"], "the words around it are there"
    assert "offsets_used" not in alternative_readings(recycled, propose_facts(recycled), {})[0]
    assert all(read["offsets_used"] == ("true",) for read in alternative_readings(neutral, propose_facts(neutral), {}))


def test_a_denied_claim_has_no_reading() -> None:
    assert read("Our soap is not carbon neutral.") == []


@pytest.mark.parametrize(
    ("stated_facts", "shown", "expected_conflicts"),
    [
        ({"offsets_used": ("false",), "offsets_credits": ("record",)}, {}, [("offsets_credits", False)]),
        ({"offsets_used": ("false",)}, {"claim_types": ("neutral_offset",)}, [("claim_types", True)]),
        ({"offsets_used": ("false",), "lca_offsets_in_total": ("true",)}, {}, [("lca_offsets_in_total", False)]),
        ({"offsets_used": ("false",), "lca_offsets_in_total": ("false",)}, {}, []),
        ({"offsets_used": ("true",), "offsets_credits": ("record",)}, {}, []),
        ({"offsets_used": ("true",), "offsets_credits": ()}, {}, [("offsets_credits", False)]),
        ({"offsets_used": ("false",)}, {"offsets_used": ("true",)}, [("offsets_used", True)]),
        ({"claim_types": ("neutral_offset", "neutral_no_offset")}, {}, [("claim_types", False)]),
        ({"offsets_used": ("false",), "offsets_credits": ()}, {}, []),
    ],
)
def test_contradictory_facts_are_found(
    stated_facts: FactValues, shown: FactValues, expected_conflicts: list[tuple[str, bool]]
) -> None:
    assert [(one.facts[1], one.text) for one in contradictions(stated_facts, shown)] == expected_conflicts


def test_words_of_a_text_become_facts_only_if_the_card_defines_them() -> None:
    level = choice("subject_level", "product", "Trader")
    fact = to_declared_fact(level, ("trader",))
    assert fact is not None
    assert fact.value == DeclaredValue(choice="Trader")
    assert to_declared_fact(level, ("planet",)) is None
    used = to_declared_fact(flag("offsets_used"), ("true",))
    assert used is not None
    assert used.value == DeclaredValue(flag=True)
