"""Claim lexicons: examples and counterexamples of each term, errors by line, linear time of all patterns."""

from functools import partial

import pytest

from rules.claims.screening.labels import read_labels
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.lexicon import TermEntry, build_claim_lexicon, lexicon
from rules.claims.screening.patterns import Pattern, PatternError
from rules.claims.screening.screen import screen
from rules.claims.screening.toml_validation import ClaimLexiconError, TomlSource
from service.configuration.folders import CHECKOUT
from tests.support.tiers import all_or_few
from tests.support.work import calls_made

FOLDER = CHECKOUT / "rules" / "claims" / "screening" / "lexicons"
LENGTHS = all_or_few((4_000, 16_000), (2_500, 10_000))


def terms_in(language: str, text: str) -> set[str]:
    result = screen(text, languages=(language,))
    return {term.term for candidate in result.candidates if not candidate.negated for term in candidate.terms}


def is_found(language: str, term: TermEntry, text: str) -> bool:
    if term.modifier:
        return any(start < end for start, end in term.pattern.spans(lowered(text)))
    return term.id in terms_in(language, text)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", SCREENED_LANGUAGES)
def test_a_term_matches_its_examples(language: str) -> None:
    examples = [(term, text) for term in lexicon(language).terms for text in term.examples]
    assert examples
    missed = [f"{term.id}: {text}" for term, text in examples if not is_found(language, term, text)]
    assert not missed, "\n".join(missed)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", SCREENED_LANGUAGES)
def test_a_term_does_not_match_its_counterexamples(language: str) -> None:
    others = [(term, text) for term in lexicon(language).terms for text in term.counterexamples]
    assert others
    matches = [f"{term.id}: {text}" for term, text in others if term.id in terms_in(language, text)]
    assert not matches, "\n".join(matches)


def lowered(text: str) -> str:
    from rules.claims.screening.folding import fold  # noqa: PLC0415

    return fold(text).text


@pytest.mark.parametrize("language", SCREENED_LANGUAGES)
def test_a_lexicon_has_unique_ids_with_its_language_prefix(language: str) -> None:
    file = lexicon(language)
    ids = [*(term.id for term in file.terms), *(mask.id for mask in file.masks), *(talk.id for talk in file.policies)]
    assert len(ids) == len(set(ids))
    assert all(entry.startswith(f"{language}.") for entry in ids)


def test_every_language_has_the_categories_of_the_first() -> None:
    first = {term.category for term in lexicon("en").terms}
    for language in SCREENED_LANGUAGES:
        assert first == {term.category for term in lexicon(language).terms}, language


SMALL = """\
language = "en"
abbreviations = []
speaker = "a"
policy = []
qualifier = {}
level = {}
activity = {}
unspoken = {}
mask = []
negation = {before = "not", unless = "not only", only = "not only", after = "never"}
statement = {topic = "a", action = "b", thing = "c", improvement = "d"}
[cue]
own = "a"
money = "b"
risk = "c"
rule = "d"
report = "e"
spoken = "f"
market = "g"
[number]
reduction = "a"
increase = "b"
comparator = "c"
base_year = "(?P<year>d)"
target_year = "(?P<year>e)"
superlative = "f"
whole = "g"
half = "h"
[[term]]
id = "en.x"
category = "generic"
types = ["generic"]
pattern = '''green|
bluish'''
examples = ["green"]
[[term]]
id = "en.y"
category = "generic"
types = ["generic"]
pattern = "blue"
before = "navy"
examples = ["blue"]
"""


def test_a_small_lexicon_is_read() -> None:
    assert [term.id for term in build_claim_lexicon(TomlSource(SMALL, "small.toml")).terms] == ["en.x", "en.y"]


@pytest.mark.parametrize(
    ("written", "instead", "expected_starts"),
    [
        ('category = "generic"\ntypes = ["generic"]\npattern = "blue"', 'pattern = "blue"', [
            "small.toml:36: term.1.category is missing; add it", "small.toml:36: term.1.types is missing; add it"]),
        ('pattern = "blue"', 'pattern = "blue"\nunder = "x"', [
            "small.toml:41: term.1.under is no entry of this table; correct its name or take it out"]),
        ('examples = ["blue"]', 'examples = []', ["small.toml:42: term.1.examples Tuple should have at least 1 item"]),
        ('money = "b"\n', "", ["small.toml:12: cue.money is missing; add it"]),
        ('pattern = "blue"', 'pattern = "(?=blue)"', ["small.toml:40: term.1.pattern '(?=blue)' is not valid RE2"]),
        ('pattern = "blue"', 'pattern = "blue|"', ["small.toml:40: term.1.pattern matches an empty text"]),
        ('before = "navy"', 'before = "(navy"', ["small.toml:41: term.1.before '(navy' is not valid RE2"]),
        ('risk = "c"', 'risk = ""', ["small.toml:15: cue.risk matches an empty text"]),
        ('target_year = "(?P<year>e)"', 'target_year = "e"', [
            "small.toml:25: number.target_year has no group for the year; write (?P<year>...) around it"]),
        ('id = "en.y"', 'id = "en.x"', [
            "small.toml:30: term.0.id 'en.x' is used 2 times", "small.toml:37: term.1.id 'en.x' is used 2 times"]),
        ('types = ["generic"]\npattern = "blue"', 'types = []\npattern = "blue"', [
            "small.toml:39: term.1.types is empty, so possible_types must name at least two"]),
        ("[[term]]\nid = \"en.y\"", "[[term\nid = \"en.y\"", ["small.toml:36: is no TOML"]),
        ('examples = ["blue"]\n', "examples = [", ["small.toml:42: is no TOML"]),
        ('after = "never"}', 'after = "(", unless = "x"}', ["small.toml:10: is no TOML"]),
        ('improvement = "d"}', 'improvement = "["}', ["small.toml:11: statement.improvement '[' is not valid RE2"]),
    ],
)  # fmt: skip
def test_every_error_in_a_lexicon_is_reported_with_file_and_line(
    written: str, instead: str, expected_starts: list[str]
) -> None:
    assert written in SMALL
    with pytest.raises(ClaimLexiconError) as caught:
        build_claim_lexicon(TomlSource(SMALL.replace(written, instead), "small.toml"))
    lines = str(caught.value).split("\n")
    assert len(lines) == len(expected_starts)
    assert all(line.startswith(start) for line, start in zip(lines, expected_starts, strict=True)), lines


def test_all_errors_are_reported_at_once_in_file_order() -> None:
    wrong = SMALL.replace('own = "a"', 'own = "(a"').replace('pattern = "blue"', 'pattern = "a{2,1}"')
    with pytest.raises(ClaimLexiconError) as caught:
        build_claim_lexicon(TomlSource(wrong, "small.toml"))
    assert [line.split(" ")[0] for line in str(caught.value).split("\n")] == ["small.toml:13:", "small.toml:40:"]


LABELS = """\
label_words = "seal"
licence = "no [0-9]+"
[[label]]
name = "A"
scheme = "certification_scheme"
owner = "A"
source = "a"
certainty = "recalled"
names.all = ["A-label"]
pattern = "a+"
[[label]]
name = "B"
scheme = "private"
owner = "B"
source = "b"
certainty = "recalled"
since = "2020"
names.all = ["B-label"]
pattern = "b+"
"""


@pytest.mark.parametrize(
    ("written", "instead", "starts"),
    [
        ('pattern = "a+"', 'pattern = "(a"', ["labels.toml:10: label.0.pattern"]),
        ('pattern = "b+"', 'pattern = "b|"', ["labels.toml:19: label.1.pattern matches an empty text"]),
        ('scheme = "private"', 'scheme = "secret"', ["labels.toml:13: label.1.scheme"]),
        ('since = "2020"', 'since = "in 2020"', ["labels.toml:17: label.1.since"]),
        ('licence = "no [0-9]+"', 'licence = "(no"', ["labels.toml:2: licence"]),
    ],
)
def test_errors_in_the_labels_are_reported_with_file_and_line(written: str, instead: str, starts: list[str]) -> None:
    assert len(read_labels(TomlSource(LABELS, "labels.toml")).labels) == 2
    with pytest.raises(ClaimLexiconError) as caught:
        read_labels(TomlSource(LABELS.replace(written, instead), "labels.toml"))
    lines = str(caught.value).split("\n")
    assert len(lines) == len(starts)
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=True)), lines


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", SCREENED_LANGUAGES)
def test_the_reported_line_is_that_of_the_broken_pattern(language: str) -> None:
    """Each pattern of the real files is broken in turn; the reported line must be that of the pattern."""
    text = (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        key, mark, rest = line.partition(" = '''")
        if not mark or key == "examples" or number % 7:
            continue
        wrong = "\n".join([*lines[: number - 1], f"{key} = '''({rest}", *lines[number:]])
        with pytest.raises(ClaimLexiconError) as caught:
            build_claim_lexicon(TomlSource(wrong, "x.toml"))
        assert str(caught.value).startswith(f"x.toml:{number}: ")


@pytest.mark.parametrize("pattern", ["(a)\\1", "(?<!x)y", "(unclosed"])
def test_patterns_that_could_backtrack_are_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="is not valid RE2"):
        Pattern(pattern)


@pytest.mark.full(sample=5)
@pytest.mark.timeout(60)  # against a hang alone; a second is enough
@pytest.mark.parametrize("language", SCREENED_LANGUAGES)
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
    """Every pattern on long hostile text; backtracking would take minutes, matches begun again would be counted."""
    screen(unit, languages=(language,))  # Warm-up: load cached data before counting.
    short, long = (calls_made(partial(screen, (unit * length)[:length], languages=(language,))) for length in LENGTHS)
    assert long <= 4.1 * short
