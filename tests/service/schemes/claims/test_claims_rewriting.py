"""Rewrite proposals for claims: preserved quantities, removed words, and claims without a proposal."""

import pytest

from rules.claims.screening.candidates import CLAIM_TYPES
from rules.contracts.toml_files import read_toml
from service.schemes.claims.rewriting import Rewriting
from tests.support.claims.rewriting_claims import proposed, rewritten

WORDS = read_toml("service.schemes.claims", "rewriting.toml")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("text", "language", "sentence"),
    [
        ("Our new tube uses a third less aluminium.", "en", "a third less aluminium compared with ___"),
        ("An entirely recyclable pizza box", "en", "A recyclable pizza box (collected"),
        ("Our jackets are made of 100 % recycled nylon and are PFAS-free.", "en", "recycled nylon (by weight"),
        (
            "Unsere umweltfreundlichen Verpackungen bestehen aus 90 % Altpapier.",
            "de",
            "Unsere Verpackungen bestehen aus",
        ),
        ("Deux fois moins de plastique", "fr", "Deux fois moins de plastique que ___"),
        (
            "Wir haben den CO2-Ausstoß von 2019 bis 2024 um 18 % gesenkt.",
            "de",
            "um 18 % gesenkt (___ statt ___ kg CO2e;",
        ),
        ("Wij hebben de CO2-uitstoot van 2019 tot 2024 met 18 % verlaagd.", "nl", "18 % verlaagd (___ in plaats"),
        ("2019年至2024年，我们面包房的二氧化碳排放下降了18%。", "zh", "2019年至2024年，我们面包房的"),
        ("Con le nostre borse sostenibili aiuti il pianeta.", "it", "Le nostre borse: "),
        ("Onze koffie is duurzaam geteeld.", "nl", "Onze koffie: "),
        ("Den bæredygtige sæbe rengør godt.", "da", "Sæbe: "),
        ("Vår restaurang är klimatneutral 2030.", "sv", "Vår restaurang – vårt mål för 2030: "),
        ("市场上最环保的汽车", "zh", "汽车："),
    ],
)
def test_quantity_material_and_part_remain_and_unprovable_words_are_removed(
    text: str, language: str, sentence: str
) -> None:
    assert any(sentence in each for each in proposed(text, language)), proposed(text, language)


@pytest.mark.parametrize(
    "text", ["Our <b>cup</b> is climate neutral.", "Our bottle has <n> % less plastic since <year>."]
)
def test_a_text_with_tags_that_look_like_gaps_is_not_rewritten(text: str) -> None:
    assert proposed(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Is your shampoo really eco-friendly?", "en"),
        ("Diverted from landfill", "en"),
        ("Achetez-la une fois, transmettez-la à vos petits-enfants.", "fr"),
    ],
)
def test_without_a_sound_sentence_only_the_required_proofs_are_listed(text: str, language: str) -> None:
    proposals = rewritten(text, language)
    assert [each.text for each in proposals if each] == [""]
    assert all(each is None or each.needs for each in proposals)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The city aims to be climate neutral by 2030.", "en"),
        ("À cause de la sécheresse, la consommation d’eau doit baisser de 10 %.", "fr"),
        ("España reducirá sus emisiones un 32 % para 2030.", "es"),
        ("Our bottle is not carbon neutral.", "en"),
    ],
)
def test_goals_of_states_external_needs_and_denied_claims_are_not_rewritten(text: str, language: str) -> None:
    assert set(rewritten(text, language)) <= {None}


def test_a_statement_on_past_years_is_not_rewritten_as_a_target() -> None:
    text = "En 2024, nos émissions ont baissé de 18 %."
    (proposal,) = proposed(text, "fr")
    assert "plan public" not in proposal
    (promised,) = proposed("En 2040, nos émissions baisseront de 18 %.", "fr") or ("",)
    assert "au lieu de" not in promised


def test_required_proofs_are_worded_in_the_language_of_the_answer() -> None:
    ((english,), (chinese,)) = (rewritten("Unsere klimaneutrale Flasche", "de", into) for into in ("en", "zh"))
    assert isinstance(english, Rewriting)
    assert isinstance(chinese, Rewriting)
    assert [english.needs[:4], chinese.needs[:4]] == ["a fo", "按该标准"]


def test_every_kind_of_claim_has_a_pattern() -> None:
    kinds = [kind for each in WORDS["kind"] for kind in each["types"] if kind]
    assert sorted(kinds) == sorted({*CLAIM_TYPES} - {"name", "imagery_only", "legal_requirement", "irrelevant_benefit"})
