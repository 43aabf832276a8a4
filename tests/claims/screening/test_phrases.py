"""Claims and near-miss phrases in all languages: labelled phrases against lexicon screening.

`phrases.jsonl` mixes several languages. Each file in `phrases/` has one language, which must also be identified.
"""

import json
from pathlib import Path

import pytest

from rules.claims.screening.screen import screen

HERE = Path(__file__).parent


def read(path: str) -> list[tuple[str, bool]]:
    lines = (HERE / path).read_text(encoding="utf-8").splitlines()
    return [(found["text"], found["claim"]) for found in map(json.loads, lines)]


OF_ONE = {path.stem: read(f"phrases/{path.name}") for path in sorted((HERE / "phrases").iterdir())}


def claims(text: str, *languages: str) -> bool:
    return any(not found.negated for found in screen(text, languages=languages, hearing=None).candidates)


def mistaken(phrases: list[tuple[str, bool]], *languages: str) -> list[str]:
    wrong = [(text, claim) for text, claim in phrases if claims(text, *languages) is not claim]
    return [f"{'claims something' if claim else 'claims nothing'}: {text}" for text, claim in wrong]


def test_labelled_phrases_of_mixed_languages_are_classified_correctly() -> None:
    phrases = read("phrases.jsonl")
    assert phrases
    wrong = mistaken(phrases)
    assert not wrong, "\n".join(wrong)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("with_language", [True, False], ids=["language given", "language detected"])
@pytest.mark.parametrize("language", OF_ONE)
def test_labelled_phrases_of_each_language_are_classified_correctly(language: str, with_language: bool) -> None:
    wrong = mistaken(OF_ONE[language], *([language] if with_language else []))
    assert not wrong, "\n".join(wrong)


def test_claims_and_near_misses_are_both_many() -> None:
    for language, least in (
        *((new, 60) for new in ("nl", "it", "es", "da", "sv")),
        *((old, 30) for old in ("en", "de", "fr", "zh")),
    ):
        kinds = [claim for _, claim in OF_ONE[language]]
        assert min(kinds.count(True), kinds.count(False)) >= least, language
