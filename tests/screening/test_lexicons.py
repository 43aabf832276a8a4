"""Is every entry of the claim lexicons sound, and does each term find its examples and leave its counterexamples?"""

import time

import pytest

from rules.screening.languages import COVERED
from rules.screening.lexicon import ClaimLexiconError, TermEntry, build, lexicon, parse, read_file
from rules.screening.patterns import Pattern, PatternError
from rules.screening.screen import screen

TERMS = [(language, term) for language in COVERED for term in read_file(language).term]
EXAMPLES = [(language, term, text) for language, term in TERMS for text in term.examples]
COUNTEREXAMPLES = [(language, term, text) for language, term in TERMS for text in term.counterexamples]


def found(language: str, text: str) -> set[str]:
    result = screen(text, languages=(language,))
    return {term.term for candidate in result.candidates if not candidate.negated for term in candidate.terms}


@pytest.mark.parametrize(("language", "term", "text"), EXAMPLES, ids=lambda value: getattr(value, "id", str(value)))
def test_a_term_finds_its_examples(language: str, term: TermEntry, text: str) -> None:
    if term.modifier:
        assert any(start < end for start, end in Pattern(term.pattern).spans(lowered(text)))
    else:
        assert term.id in found(language, text)


@pytest.mark.parametrize(
    ("language", "term", "text"), COUNTEREXAMPLES, ids=lambda value: getattr(value, "id", str(value))
)
def test_a_term_leaves_its_counterexamples(language: str, term: TermEntry, text: str) -> None:
    assert term.id not in found(language, text)


def lowered(text: str) -> str:
    from rules.screening.folding import fold  # noqa: PLC0415

    return fold(text).text


@pytest.mark.parametrize("language", COVERED)
def test_a_lexicon_has_distinct_ids_in_its_own_name(language: str) -> None:
    file = read_file(language)
    ids = [*(term.id for term in file.term), *(mask.id for mask in file.mask), *(talk.id for talk in file.policy)]
    assert len(ids) == len(set(ids))
    assert all(entry.startswith(f"{language}.") for entry in ids)


def test_every_language_has_the_categories_of_the_first() -> None:
    first = {term.category for term in read_file("en").term}
    for language in COVERED:
        assert first == {term.category for term in read_file(language).term}, language


SMALL = """
language = "en"
abbreviations = []
policy = []
qualifier = {}
level = {}
mask = []
negation = {before = "not", unless = "not only", after = "never"}
statement = {topic = "a", action = "b", thing = "c", improvement = "d", unless = "e"}
[number]
reduction = "a"
increase = "b"
comparator = "c"
base_year = "d"
target_year = "e"
superlative = "f"
whole = "g"
half = "h"
[[term]]
id = "en.x"
category = "generic"
types = ["generic"]
pattern = "green"
examples = ["green"]
"""


def test_a_small_lexicon_is_read() -> None:
    assert [term.entry.id for term in build(parse(SMALL, "small")).terms] == ["en.x"]


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ('category = "generic"', 'category = "vague"', "term.0.category"),
        ('pattern = "green"', 'pattern = "(?=green)"', "is no RE2 pattern"),
        ('types = ["generic"]', "types = []", "possible_types must name at least two"),
        ('examples = ["green"]', "examples = []", "term.0.examples"),
        ('pattern = "green"', 'pattern = "green"\nunder = "x"', "term.0.under"),
        ("[[term]]", "[[term", "small:"),
    ],
)
def test_a_mistake_in_a_lexicon_is_named(written: str, instead: str, said: str) -> None:
    with pytest.raises(ClaimLexiconError, match=said.replace(".", r"\.")):
        build(parse(SMALL.replace(written, instead), "small"))


@pytest.mark.parametrize("pattern", ["(a)\\1", "(?<!x)y", "(unclosed"])
def test_patterns_that_could_backtrack_are_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="is no RE2 pattern"):
        Pattern(pattern)


@pytest.mark.parametrize("language", COVERED)
@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "less ",
        "reduced by ",
        "not ",
        "100% ",
        "绿色",
        "减少",
        "by 20",
        "(",
        "aaaaaaaaaaaaaaaaaaaaa",
        "\u00ad",
        "-",
    ],
)
def test_no_pattern_takes_more_than_linear_time(language: str, unit: str) -> None:
    """Every pattern on long hostile text; backtracking would take minutes."""
    text = (unit * 20_000)[:40_000]
    lexicon(language)
    began = time.process_time()
    screen(text, languages=(language,))
    assert time.process_time() - began < 10
