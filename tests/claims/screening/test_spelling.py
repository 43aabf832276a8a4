"""Spelling correction in claims: one typing error per long word, other words unchanged, original places."""

import pytest

from rules.claims.screening.folding import fold
from rules.claims.screening.screen import screen
from rules.claims.screening.spelling import correct_spelling


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "Enviromentally freindly packaging", "environmentally friendly packaging"),
        ("en", "biodegradible, recycleable", "biodegradable, recyclable"),
        ("en", "sustainablee", "sustainable"),
        ("de", "Nachhaltg produziert, nachhaltge Mode", "nachhaltig produziert, nachhaltige mode"),
        ("de", "umweltfreundich", "umweltfreundlich"),
        ("fr", "respecte l'enviroment", "respecte l'enviroment"),  # two slips
        ("fr", "respecte l'environement", "respecte l'environnement"),
        ("nl", "duurzame mode", "duurzame mode"),
        ("en", "un choix responsable", "un choix responsable"),  # spelled right in another language
        ("en", "ecologist, renewables, friend, unfriendly", "ecologist, renewables, friend, unfriendly"),
        ("de", "zoologisch, biologisch, geologisch", "zoologisch, biologisch, geologisch"),
        ("zh", "环保", "环保"),
    ],
)
def test_one_slip_in_a_long_word_of_claims_is_read_over(language: str, text: str, meant: str) -> None:
    assert correct_spelling(fold(text), (language,)).text == meant


def test_the_claim_stands_where_it_was_typed() -> None:
    text = "Our „Enviromentally freindly“ tub, and a sustaniable lid"
    assert [found.quote for found in screen(text, hearing=None).candidates] == [
        "Enviromentally freindly",
        "sustaniable",
    ]
