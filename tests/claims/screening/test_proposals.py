"""Fact proposals of a candidate: values by claim kind, undetermined facts, names and types of the vocabulary."""

import re

import pytest
from hypothesis import given, settings, strategies as st

from rules.claims.screening.candidates import CLAIM_TYPES
from rules.claims.screening.proposals import FactProposal, propose_facts
from rules.claims.screening.screen import screen
from rules.claims.screening.vocabulary import FACT_TERMS


def proposal(text: str) -> FactProposal:
    return propose_facts(screen(text).candidates[0])


def values(proposed: FactProposal) -> dict[str, tuple[str, ...]]:
    return {fact.path: fact.values for fact in proposed.facts}


def test_the_vocabulary_names_each_fact_once_for_cards() -> None:
    names = [(term.record, term.name) for term in FACT_TERMS.values()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", term.name) for term in FACT_TERMS.values())
    assert all(term.values for term in FACT_TERMS.values() if term.kind in ("choice", "choices"))


@pytest.mark.parametrize(
    ("path", "kind", "record", "name"),
    [
        ("subject.level", "choice", None, "subject_level"),
        ("same_medium_text[].prominence", "choice", "same_medium_text", "prominence"),
        ("offsets.credits", "records", None, "offsets_credits"),
        ("lca.biogenic_stored_kgCO2e", "number", None, "lca_biogenic_stored_kgco2e"),
        ("mandatory_by_law.ref", "text", None, "mandatory_by_law_ref"),
        ("display.from", "date", None, "display_from"),
        ("reep.relevant_to_whole_claim", "flag", None, "reep_relevant_to_whole_claim"),
    ],
)
def test_facts_have_types_and_names(path: str, kind: str, record: str | None, name: str) -> None:
    assert (FACT_TERMS[path].kind, FACT_TERMS[path].record, FACT_TERMS[path].name) == (kind, record, name)


def test_claim_types_are_those_of_the_claim_model() -> None:
    assert FACT_TERMS["claim_types"].values == CLAIM_TYPES


def test_a_reduction_proposes_its_number_and_its_base() -> None:
    facts = values(proposal("Wir haben die Emissionen gegenüber 2019 um 12,5 % gesenkt."))
    assert facts["asserted.value"] == ("12.5",)
    assert facts["asserted.unit"] == ("%",)
    assert facts["asserted.direction"] == ("reduction",)
    assert facts["asserted.base_year"] == ("2019",)
    assert facts["claim_types"] == ("comparative",)


def test_facts_that_a_text_cannot_show_are_listed_as_missing() -> None:
    proposed = proposal("Carbon neutral soap")
    assert "offsets.used" not in values(proposed)
    assert "offsets.used" in proposed.missing_facts
    assert "evidence" in proposed.missing_facts
    assert proposed.open_types == ("neutral_offset", "neutral_no_offset")
    assert "claim_types" not in values(proposed)


def test_offsets_are_proposed_when_the_text_names_them() -> None:
    facts = values(proposal("Carbon neutral soap, compensated through forest projects."))
    assert facts["offsets.used"] == ("true",)
    assert facts["claim_types"] == ("neutral_offset",)


def test_a_denial_proposes_no_claim() -> None:
    proposed = proposal("This product is not climate neutral.")
    assert set(values(proposed)) == {"text", "language"}
    assert proposed.missing_facts == ()


def test_a_promise_proposes_its_target() -> None:
    facts = values(proposal("Our company will be net zero by 2040."))
    assert facts["asserted.target_year"] == ("2040",)
    assert facts["future.targets[].year"] == ("2040",)
    assert facts["claim_types"] == ("future", "net_zero")


def test_qualifiers_become_records_of_text_on_the_same_medium() -> None:
    facts = proposal("100% recycled* (*bottle only)").facts
    assert [(fact.path, fact.record, fact.values) for fact in facts if fact.record is not None] == [
        ("same_medium_text[].text", 0, ("bottle only",)),
        ("same_medium_text[].prominence", 0, ("footnote",)),
    ]


CLAIMS = st.lists(
    st.sampled_from(
        [
            "climate neutral", "klimaneutral bis 2030", "可降解", "recyclable", "*", " vs 2019 ", "-12 %",
            "offset by trees", "not ",
        ]
    ),
    max_size=8,
).map(" ".join)  # fmt: skip


@given(CLAIMS)
@settings(deadline=None)
def test_proposals_use_only_facts_and_values_of_the_vocabulary(text: str) -> None:
    for candidate in screen(text).candidates:
        proposed = propose_facts(candidate)
        for fact in proposed.facts:
            term = FACT_TERMS[fact.path]
            assert (fact.record is not None) == (term.record is not None)
            assert set(fact.values) <= set(term.values) or not term.values
            assert all(text[span.start : span.end] == span.quote for span in fact.spans)
        assert set(proposed.missing_facts) <= set(FACT_TERMS)
        assert not set(proposed.missing_facts) & {fact.path for fact in proposed.facts}
