"""Feature summary: the number of counted examples equals the number compiled, in every language."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from rules.language.feature_summary import count_examples
from service.gazette.versions import Gazette
from tests.support.running import ROOT


@pytest.mark.parametrize("card", ["data-centre", "sbti-flag"])
def test_the_example_count_equals_the_number_of_compiled_examples(card: str) -> None:
    sources = Gazette(ROOT / "scorecards").newest(card).sources
    by_language = [
        count_examples({path: text for path, text in sources.items() if path.endswith(f".{language}.feature")})
        for language in ("en", "zh")
    ]
    assert sum(by_language) == len(compile_folder(sources).examples)
    assert max(by_language) <= count_examples(sources) <= sum(by_language)


def test_text_that_only_looks_like_an_example_is_not_counted() -> None:
    text = (
        "Feature: a\n\n  Background:\n    | Scenario: |\n\n  Rule: b\n\n    Scenario: c\n      Given\n        | x |\n"
    )
    assert count_examples({"a.en.feature": text, "notes.txt": "Scenario: d", "a.zh.feature": "场景: e\n场景: f\n"}) == 2
    assert count_examples({}) == 0
