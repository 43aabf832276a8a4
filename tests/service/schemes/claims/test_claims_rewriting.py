"""Rewrite proposals for claims: preserved quantities, removed words, and claims for which nothing is proposed."""

import pytest

from rules.claims.screening.candidates import CLAIM_TYPES
from rules.contracts.toml_files import read_toml
from service.schemes.claims.rewriting import Rewriting
from tests.support.claims.rewriting_claims import proposed, rewritten

WORDS = read_toml("service.schemes.claims", "rewriting.toml")


@pytest.mark.parametrize(
    ("text", "language", "sentence"),
    [
        ("Our new tube uses a third less aluminium.", "en", "a third less aluminium compared with ___"),
        ("An entirely recyclable pizza box", "en", "A recyclable pizza box (collected"),
        ("Our jackets are made of 100 % recycled nylon and are PFAS-free.", "en", "recycled nylon (recycled share"),
        (
            "Unsere umweltfreundlichen Verpackungen bestehen aus 90 % Altpapier.",
            "de",
            "Unsere Verpackungen bestehen aus",
        ),
        ("Deux fois moins de plastique", "fr", "Deux fois moins de plastique que ___"),
        (
            "Wir haben den CO2-Ausstoß von 2019 bis 2024 um 18 % gesenkt.",
            "de",
            "um 18 % gesenkt (___ statt ___ kg CO2e,",
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
def test_quantity_substance_and_part_stay_and_what_cannot_be_shown_goes(
    text: str, language: str, sentence: str
) -> None:
    assert any(sentence in each for each in proposed(text, language)), proposed(text, language)


@pytest.mark.parametrize(
    "text", ["Our <b>cup</b> is climate neutral.", "Our bottle has <n> % less plastic since <year>."]
)
def test_words_that_cannot_be_told_from_gaps_are_not_written_anew(text: str) -> None:
    assert proposed(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A greener way to wrap gifts", "en"),
        ("Is your shampoo really eco-friendly?", "en"),
        ("Klimaneutral leben", "de"),
        ("Mit unseren umweltfreundlichen Bechern sparen Sie Müll.", "de"),
        ("Le choix responsable", "fr"),
        ("塑料的环保替代品", "zh"),
    ],
)
def test_without_a_sound_sentence_none_is_proposed_and_what_to_show_is_told(text: str, language: str) -> None:
    proposals = rewritten(text, language)
    assert [each.text for each in proposals if each] == [""]
    assert all(each is None or each.needs for each in proposals)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The city aims to be climate neutral by 2030.", "en"),
        ("À cause de la sécheresse, la consommation d’eau doit baisser de 10 %.", "fr"),
        ("España reducirá sus emisiones un 32 % para 2030.", "es"),
        ("Our bottle is not carbon neutral.", "en"),
    ],
)
def test_what_a_law_a_state_or_the_weather_wants_is_no_target_and_what_is_denied_no_claim(
    text: str, language: str
) -> None:
    assert set(rewritten(text, language)) <= {None}


def test_what_is_said_of_past_years_is_no_target() -> None:
    text = "En 2024, nos émissions ont baissé de 18 %."
    (proposal,) = proposed(text, "fr")
    assert "plan public" not in proposal
    (promised,) = proposed("En 2040, nos émissions baisseront de 18 %.", "fr") or ("",)
    assert "au lieu de" not in promised


def test_what_has_to_be_true_is_told_in_the_language_of_the_answer() -> None:
    ((english,), (chinese,)) = (rewritten("Unsere klimaneutrale Flasche", "de", into) for into in ("en", "zh"))
    assert isinstance(english, Rewriting)
    assert isinstance(chinese, Rewriting)
    assert [english.needs[:4], chinese.needs[:4]] == ["a fo", "按该标准"]


def test_every_kind_of_claim_has_a_pattern() -> None:
    kinds = [kind for each in WORDS["kind"] for kind in each["types"] if kind]
    assert sorted(kinds) == sorted({*CLAIM_TYPES} - {"name", "imagery_only", "legal_requirement", "irrelevant_benefit"})
