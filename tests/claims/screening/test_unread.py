"""Lexicon screening of blind test sentences: minimum F1 score by language.

Each file was written whole before any change was measured on it. Only scores are looked at, so they mean something; a
sentence of them must never be the reason for a change.
"""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from rules.claims.screening.screen import screen

FLOORS = {"en": "0.83", "de": "0.86", "fr": "0.88", "zh": "0.90"}


def read(language: str) -> list[tuple[str, bool]]:
    lines = (Path(__file__).parent / "unread" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(found["text"], found["claim"]) for found in map(json.loads, lines)]


def claims(text: str, language: str) -> bool:
    candidates = screen(text, languages=(language,), hearing=None).candidates
    return any(not each.negated and each.confidence != "low" for each in candidates)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", FLOORS)
def test_screening_of_unseen_sentences_reaches_the_minimum_f1_score(language: str) -> None:
    sentences = read(language)
    assert min(sum(claim is kind for _, claim in sentences) for kind in (True, False)) >= 40
    answers = [(claims(text, language), claim) for text, claim in sentences]
    right = sum(found and claim for found, claim in answers)
    wrong = sum(found is not claim for found, claim in answers)
    assert Fraction(2 * right, 2 * right + wrong) >= Fraction(FLOORS[language])
