"""Are phrases that claim something told by lexicons from those that only look so, in whatever language they are?"""

import json
from pathlib import Path

import pytest

from rules.screening.screen import screen


def read(name: str) -> list[tuple[str, bool]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [(found["text"], found["claim"]) for found in map(json.loads, lines)]


def claims(text: str) -> bool:
    return any(not found.negated for found in screen(text, hearing=None).candidates)


@pytest.mark.parametrize(("text", "claim"), read("phrases.jsonl"))
def test_a_phrase_claims_something_or_not(text: str, claim: bool) -> None:
    assert claims(text) is claim
