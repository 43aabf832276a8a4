"""Known traps of screening: texts with the categories that must and must not be detected, as a table."""

import json
from pathlib import Path
from typing import cast

import pytest

from rules.claims.screening.candidates import CATEGORIES
from rules.claims.screening.screen import screen

Trap = dict[str, str | list[str]]
LINES = (Path(__file__).parent / "traps.jsonl").read_text(encoding="utf-8").splitlines()
TRAPS: list[Trap] = [json.loads(line) for line in LINES]


def claimed(text: str, *languages: str) -> set[str]:
    candidates = screen(text, languages=languages).candidates
    return {category for candidate in candidates if not candidate.negated for category in candidate.categories}


def test_the_table_speaks_of_known_categories() -> None:
    named = {name for trap in TRAPS for name in (*trap["must"], *trap["must_not"])}
    assert named <= set(CATEGORIES)
    assert len(TRAPS) >= 67


@pytest.mark.parametrize("with_language", [True, False], ids=["language given", "language detected"])
def test_traps_are_avoided(with_language: bool) -> None:
    wrong = []
    for trap in TRAPS:
        categories = claimed(cast("str", trap["text"]), *([cast("str", trap["language"])] if with_language else []))
        missing, caught = set(trap["must"]) - categories, set(trap["must_not"]) & categories
        if missing or caught:
            wrong.append(f"{trap['text']} lacks {sorted(missing)}, and is {sorted(caught)}")
    assert not wrong, "\n".join(wrong)
