"""Facts evident from a claim's wording: absolute words, shares, reductions and stated bases, with quotes."""

import pytest

from rules.claims.screening.proposals import propose_plain_facts
from rules.claims.screening.screen import screen


def shown(text: str) -> dict[str, set[str]]:
    quotes_by_path: dict[str, set[str]] = {}
    for candidate in screen(text).candidates:
        for fact in propose_plain_facts(candidate):
            assert all(text[span.start : span.end] == span.quote for span in fact.spans)
            quotes_by_path.setdefault(fact.path, set()).update(span.quote for span in fact.spans)
    return quotes_by_path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("采用国家级环保材料，是最环保的洗衣液。", {"国家级", "最环保"}),
        ("全球首款零碳环保电池。", {"全球首款"}),
        ("This is the world's greenest and most sustainable soap.", {"world's greenest", "most sustainable"}),
        (
            "Unser umweltfreundlichstes Waschmittel: das nachhaltigste der Marke.",
            {"umweltfreundlichstes", "nachhaltigste"},
        ),
        ("La lessive la plus écologique du marché, respectueuse de l'environnement.", {"la plus écologique"}),
    ],
)
def test_absolute_wording_is_proposed_with_its_words(text: str, words: set[str]) -> None:
    assert shown(text)["absolute_wording"] == words


@pytest.mark.parametrize(
    "text",
    [
        "环保是我们的第一步。",
        "Our soap is eco-friendly; store it at the lowest shelf.",
        "Unser umweltfreundliches Waschmittel.",
        "Notre lessive écologique, plus douce.",
        "This is not the greenest soap.",
    ],
)
def test_other_words_are_not_absolute(text: str) -> None:
    assert "absolute_wording" not in shown(text)


def test_shares_and_reductions_are_proposed_with_their_number() -> None:
    assert shown("Our bottle is made of 30 % recycled plastic.")["recycled_share_stated"] == {"30 %"}
    assert "recycled_share_stated" not in shown("Our bottle is made of recycled plastic.")
    assert "figures_quoted" not in shown("Our bottle is made of recycled plastic.")


@pytest.mark.parametrize("text", ["30% less plastic.", "Jetzt mit 30 % weniger Plastik!", "少用30%塑料"])
def test_a_reduction_without_a_base_is_proposed_as_a_reduction_without_a_stated_basis(text: str) -> None:
    (reduction_fact,) = [
        fact
        for candidate in screen(text).candidates
        for fact in propose_plain_facts(candidate)
        if fact.path == "source_reduction_amount_stated"
    ]
    assert reduction_fact.values == ("false",)
    assert [span.quote.replace(" ", "") for span in reduction_fact.spans] == ["30%"]


@pytest.mark.parametrize(
    "text",
    ["30% less CO2", "40% lower emissions", "50 % weniger CO₂", "减碳30%", "-30% d'émissions", "30% less energy"],
)
def test_a_reduction_of_something_other_than_material_is_no_source_reduction(text: str) -> None:
    assert "source_reduction_amount_stated" not in shown(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("30% less plastic than our 2019 bottle.", {("true",)}),
        ("30% less plastic. Compared with our former bottle.", set()),
        ("30% less plastic* (*compared with our 2020 pack)", {("true",)}),
        ("30% less plastic, see www.example.com/less", set()),
        ("30% recycled plastic.", set()),
    ],
)
def test_a_basis_stated_nearby_is_not_denied(text: str, values: set[tuple[str, ...]]) -> None:
    facts = [fact for candidate in screen(text).candidates for fact in propose_plain_facts(candidate)]
    assert {fact.values for fact in facts if fact.path == "source_reduction_amount_stated"} == values


@pytest.mark.parametrize(
    ("language", "text", "fact", "value"),
    [
        ("en", "Carbon neutral according to ISO 14068-1", "neutrality_standard", "iso_14068"),
        ("de", "Klimaneutral nach PAS 2060", "neutrality_standard", "pas_2060"),
        ("en", "Half the CO2 of other sofas (full lifecycle emissions)", "lca_boundary", "cradle_to_grave"),
        ("fr", "30 % de CO2 en moins que l'ancien modèle, du berceau à la porte", "lca_boundary", "cradle_to_gate"),
        ("nl", "Klimaatneutraal in 2030 (scope 1, 2 en 3)", "scope_three", "counted"),
        ("de", "Wir sind klimaneutral, ohne Scope 3", "scope_three", "gap_stated"),
        ("en", "Net zero by 2040, validated by the Science Based Targets initiative", "future_validation", "validated"),
        ("zh", "我们将在2040年实现净零排放（不含范围三）", "scope_three", "gap_stated"),
    ],
)
def test_a_fact_stated_by_the_wording_is_proposed_with_its_quote(
    language: str, text: str, fact: str, value: str
) -> None:
    claims = screen(text, languages=(language,), hearing=None).candidates
    shown = {each.path: each for claim in claims for each in propose_plain_facts(claim)}
    assert shown[fact].values == (value,)
    assert all(text[span.start : span.end] == span.quote for span in shown[fact].spans)


def test_ambiguous_or_irrelevant_statements_propose_no_fact() -> None:
    for text in ("Carbon neutral by ISO 14068 or PAS 2060", "A recyclable cup, cradle to grave"):
        (claim,) = screen(text, languages=("en",), hearing=None).candidates
        assert not {each.path for each in propose_plain_facts(claim)} & {"neutrality_standard", "lca_boundary"}
