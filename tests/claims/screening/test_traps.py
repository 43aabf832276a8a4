"""Known traps of screening: texts with the categories that must and must not be detected, as a table.

Each is screened with its language given, with its language detected, and inside a page of ordinary sentences. They are
learned from, and of a hundred one may be misheard even so.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from rules.claims.screening.candidates import CATEGORIES
from rules.claims.screening.screen import screen
from tests.support.tiers import all_or_few

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


TRAPS = rows("traps.jsonl")
ON_PAGES = [trap for trap in TRAPS if trap.get("page", True)]
ORDINARY: dict[str, list[str]] = {row["language"]: row["sentences"] for row in rows("ordinary.jsonl")}


def claimed(text: str, trap: str, *languages: str) -> set[str]:
    start = text.index(trap)
    candidates = screen(text, languages=languages).candidates
    return {
        category
        for candidate in candidates
        if not candidate.negated and candidate.start < start + len(trap) and start < candidate.end
        if candidate.confidence != "low" or "heard" not in candidate.categories
        for category in candidate.categories
    }


def page_around(text: str, language: str) -> str:
    sentences = ORDINARY[language]
    between = "" if language == "zh" else " "
    half = len(sentences) // 2
    return f"{between.join(sentences[:half])}\n\n{text}\n\n{between.join(sentences[half:])}"


def wrong(trap: dict[str, Any], categories: set[str]) -> list[str]:
    missing, caught = set(trap["must"]) - categories, set(trap["must_not"]) & categories
    return [f"{trap['text']} lacks {sorted(missing)}, and is {sorted(caught)}"] if missing or caught else []


def test_the_table_uses_only_known_categories() -> None:
    named = {name for trap in TRAPS for name in (*trap["must"], *trap["must_not"])}
    assert named <= set(CATEGORIES)
    assert len(TRAPS) >= 380


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("with_language", [True, False], ids=["language given", "language detected"])
def test_at_most_one_of_a_hundred_traps_fails(with_language: bool) -> None:
    mistakes, tried = [], all_or_few(TRAPS, TRAPS[::9])
    for trap in tried:
        languages = (trap["language"],) if with_language else ()
        mistakes += wrong(trap, claimed(trap["text"], trap["text"], *languages))
    assert len(mistakes) <= -(-len(tried) // 100), "\n".join(mistakes)


def test_traps_are_avoided_on_a_page() -> None:
    mistakes, tried = [], all_or_few(ON_PAGES, ON_PAGES[::15])
    for trap in tried:
        page = page_around(trap["text"], trap["language"])
        mistakes += wrong(trap, claimed(page, trap["text"]))
    assert len(mistakes) <= -(-len(tried) // 100), "\n".join(mistakes)
