"""Are phrases that claim something told from those that only look so, in whatever language they are?"""

import json
from pathlib import Path

import pytest

from rules.screening.screen import screen


def read(name: str) -> list[tuple[str, bool]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [(found["text"], found["claim"]) for found in map(json.loads, lines)]


def claims(text: str, *least: str) -> bool:
    found = screen(text).candidates
    return any(not each.negated and (not least or each.confidence in least) for each in found)


@pytest.mark.parametrize(("text", "claim"), read("phrases.jsonl"))
def test_a_phrase_claims_something_or_not(text: str, claim: bool) -> None:
    assert claims(text) is claim


def test_statements_of_reports_are_told_from_talk_of_markets() -> None:
    """Own sentences in the manner of company reports; a few may be missed, none may be lost when a lexicon changes."""
    answers = [(claims(text, "high", "medium"), claim) for text, claim in read("statements.jsonl")]
    right = sum(found and claim for found, claim in answers)
    wrong = sum(found is not claim for found, claim in answers)
    assert 2 * right / (2 * right + wrong) >= 0.9
