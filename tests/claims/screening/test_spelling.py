"""Spelling correction in claims: one typing error per long word, other words unchanged, original locations."""

import pytest

from rules.claims.screening.folding import correct_spelling, fold
from rules.claims.screening.screen import screen


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "Enviromentally freindly packaging", "environmentally friendly packaging"),
        ("en", "biodegradible, recycleable", "biodegradable, recyclable"),
        ("en", "sustainablee", "sustainable"),
        ("de", "Nachhaltg produziert, nachhaltge Mode", "nachhaltig produziert, nachhaltige mode"),
        ("de", "umweltfreundich", "umweltfreundlich"),
        ("fr", "respecte l'enviroment", "respecte l'enviroment"),  # two typing errors
        ("fr", "respecte l'environement", "respecte l'environnement"),
        ("nl", "duurzame mode", "duurzame mode"),
        ("en", "un choix responsable", "un choix responsable"),  # spelled right in another language
        ("en", "ecologist, renewables, friend, unfriendly", "ecologist, renewables, friend, unfriendly"),
        ("de", "zoologisch, biologisch, geologisch", "zoologisch, biologisch, geologisch"),
        ("zh", "环保", "环保"),
    ],
)
def test_a_typing_error_in_a_long_claim_word_is_corrected(language: str, text: str, meant: str) -> None:
    assert correct_spelling(fold(text), (language,)).text == meant


def test_a_corrected_claim_is_located_at_its_original_words() -> None:
    text = "Our „Enviromentally freindly“ tub, and a sustaniable lid"
    assert [found.quote for found in screen(text, hearing=None).candidates] == [
        "Enviromentally freindly",
        "sustaniable",
    ]
