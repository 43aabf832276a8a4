"""Required literals of patterns: at least one in every example text, and extraction from sample patterns."""

import re

import pytest

from rules.claims.screening.folding import fold, fold_pattern
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.lexicon import lexicon
from rules.claims.screening.patterns import required_literals


@pytest.mark.parametrize("language", SCREENED_LANGUAGES)
def test_each_example_contains_a_required_literal_of_its_pattern(language: str) -> None:
    for term in lexicon(language).terms:
        pieces = required_literals(fold_pattern(term.pattern.source))
        for example in term.examples:
            assert not pieces or any(piece in fold(example).text for piece in pieces), (term.id, example, pieces)


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("carbon[ -]neutral", {"neutral"}),
        ("(?:green|eco)[ -]?friendly", {"friendly"}),
        ("green|eco", {"green", "eco"}),
        ("(?:carbon)?x?", set()),
        ("[ab]c?", set()),
        ("(?i)green", set()),
        (r"\p{L}+green", set()),
        ("零碳", {"零碳"}),
    ],
)
def test_required_literals_are_extracted_from_patterns(pattern: str, pieces: set[str]) -> None:
    assert set(required_literals(pattern)) == pieces
    for piece in pieces:
        assert re.search(piece, f"{piece}")
