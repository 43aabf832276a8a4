"""Are phrases that claim something told by lexicons from those that only look so, in whatever language they are?

`phrases.jsonl` holds phrases of several languages; `phrases/` those of one, which must be told by their language too.
"""

import json
from pathlib import Path

import pytest

from rules.screening.screen import screen

HERE = Path(__file__).parent


def read(path: str) -> list[tuple[str, bool]]:
    lines = (HERE / path).read_text(encoding="utf-8").splitlines()
    return [(found["text"], found["claim"]) for found in map(json.loads, lines)]


OF_ONE = [
    (path.stem, text, claim)
    for path in sorted((HERE / "phrases").iterdir())
    for text, claim in read(f"phrases/{path.name}")
]


def claims(text: str, *languages: str) -> bool:
    return any(not found.negated for found in screen(text, languages=languages, hearing=None).candidates)


@pytest.mark.parametrize(("text", "claim"), read("phrases.jsonl"))
def test_a_phrase_claims_something_or_not(text: str, claim: bool) -> None:
    assert claims(text) is claim


@pytest.mark.parametrize("told", [True, False], ids=["language given", "language detected"])
@pytest.mark.parametrize(("language", "text", "claim"), OF_ONE)
def test_a_phrase_of_a_language_claims_something_or_not(language: str, text: str, claim: bool, told: bool) -> None:
    assert claims(text, *([language] if told else [])) is claim


def test_claims_and_near_misses_are_both_many() -> None:
    for language, least in (
        *((new, 60) for new in ("nl", "it", "es", "da")),
        *((old, 30) for old in ("en", "de", "fr", "zh")),
    ):
        kinds = [claim for of, _, claim in OF_ONE if of == language]
        assert min(kinds.count(True), kinds.count(False)) >= least, language
