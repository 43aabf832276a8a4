"""Lexicons: complete and unambiguous words, equal keys and slots, round trip of sentences."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, strategies as st

from rules.contracts.inputs import Assurance
from rules.contracts.messages import LANGUAGES
from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.contracts.units import unit
from rules.language.lexicon import (
    Lexicon,
    LexiconError,
    build_lexicon,
    lexicon_differences,
    load_lexicon,
    read_lexicon_data,
)
from rules.language.patterns import PatternSet, SentencePattern
from rules.language.table_columns import TABLES
from rules.model.examples import NOT_IN_FORCE
from rules.model.expressions import RESERVED_NAMES, DateOperator, NumberOperator
from rules.model.maturity import LevelMethod, MaturityAspect
from rules.model.scorecard import AttestationKind, Certainty, FactType, FindingSeverity, NotApplicablePolicy

GROUPS: dict[str, Iterable[str]] = {
    "types": [kind for kind in FactType if kind is not FactType.RECORDS],
    "outcomes": Outcome,
    "conclusions": ConclusionKind,
    "severities": FindingSeverity,
    "certainties": Certainty,
    "attestations": AttestationKind,
    "roundings": RoundingMode,
    "policies": NotApplicablePolicy,
    "assurances": [kind for kind in Assurance if kind is not Assurance.NONE],
    "reserved": RESERVED_NAMES,
    "aspects": MaturityAspect,
    "level_readings": LevelMethod,
    "verdicts": Verdict,
    "rule_states": [Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED, NOT_IN_FORCE],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_slots(language: str) -> None:
    assert lexicon_differences(read_lexicon_data("en"), read_lexicon_data(language)) == ()


def test_a_missing_key_and_a_missing_slot_are_seen() -> None:
    tree: dict[str, Any] = copy.deepcopy(dict(read_lexicon_data("zh")))
    del tree["sentences"]["facts"]
    tree["steps"]["change_value"] = "{fact} 为"
    assert lexicon_differences(read_lexicon_data("en"), tree) == ("sentences.facts", "steps.change_value")


def test_one_word_with_two_meanings_is_refused() -> None:
    tree: dict[str, Any] = copy.deepcopy(dict(read_lexicon_data("en")))
    tree["words"]["outcomes"]["met"] = "undetermined"
    with pytest.raises(LexiconError, match="outcomes"):
        build_lexicon(tree)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_every_value_of_the_model_has_a_word(language: str, group: str) -> None:
    assert set(load_lexicon(language).words[group].by_key) == {str(value) for value in GROUPS[group]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_operator_of_the_model_has_a_sentence(language: str) -> None:
    operators = load_lexicon(language).operators
    assert {*NumberOperator, *DateOperator} <= set(operators)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_headings_for_its_columns(language: str) -> None:
    words = load_lexicon(language)
    keys = {kind: {column.key for column in form.columns} for kind, form in TABLES.items()}
    assert {kind: set(columns.by_key) for kind, columns in words.columns.items()} == keys
    assert all(form.parts.ids in {"", *keys[kind]} for kind, form in TABLES.items())
    assert all(own.keys() <= keys[kind] for kind, own in words.own_headings.items())
    used = [key for kind in TABLES for key in keys[kind] - words.own_headings.get(kind, {}).keys()]
    assert words.headings.keys() == set(used)


def test_a_column_without_heading_is_refused() -> None:
    tree: dict[str, Any] = copy.deepcopy(dict(read_lexicon_data("en")))
    del tree["headings"]["severity"]
    with pytest.raises(LexiconError, match=r"verdict_rules\.severity, findings\.severity"):
        _ = build_lexicon(tree).columns


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_word_maps_to_its_unit(language: str) -> None:
    words = load_lexicon(language)
    for symbol, forms in words.units.items():
        assert unit(symbol).symbol == symbol
        assert {words.read_unit(form) for form in (symbol, forms.one, forms.many, *forms.also)} == {symbol}


def test_units_are_written_with_plurals_and_spacing_of_the_language() -> None:
    english, chinese = load_lexicon("en"), load_lexicon("zh")
    assert english.write_number("1", "time") == "1 time"
    assert english.write_number("2", "time") == "2 times"
    assert chinese.write_number("2", "time") == "2 次"
    assert english.write_number("80", "%") == "80 %"
    assert english.write_number("80") == "80"


def fill(pattern: SentencePattern, words: str) -> tuple[str, dict[str, str]]:
    slots = {slot: f"{words}{position}" for position, slot in enumerate(pattern.slots)}
    return pattern.write(**slots), slots


def readings(pattern: SentencePattern, text: str) -> list[dict[str, str]]:
    return [{slot: text[start:end] for slot, (start, end) in parse.items()} for parse in pattern.parses(text)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", ["sentences", "steps", "operators", "criteria", "dates", "forms"])
def test_a_pattern_reads_its_own_output(language: str, group: str) -> None:
    filled = {key: (pattern, *fill(pattern, "x")) for key, pattern in getattr(load_lexicon(language), group).items()}
    assert filled
    wrong = [f"{key}: {text}" for key, (one, text, slots) in filled.items() if slots not in readings(one, text)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", ["sentences", "steps"])
def test_a_sentence_matches_its_own_pattern_first(language: str, group: str) -> None:
    patterns: PatternSet = getattr(load_lexicon(language), group)
    wrong = []
    for key, pattern in patterns.items():
        text, _ = fill(pattern, "x")
        fitting = [other for other, one in patterns.heaviest_first if next(one.parses(text), None) is not None]
        begun = [other for other, one in patterns.beginning(text) if next(one.parses(text), None) is not None]
        if fitting[:1] != [key] or begun != fitting:
            wrong.append(f"{key}: read as {fitting}, of those that begin so as {begun}")
    assert not wrong, "\n".join(wrong)


def without_spaces(words: Lexicon, text: str) -> str:
    """Leave out every space, as people write Chinese."""
    return text.replace(" ", "") if words.language == "zh" else text


def test_chinese_sentences_are_read_without_spaces() -> None:
    words, wrong = load_lexicon("zh"), []
    for key, pattern in words.sentences.items():
        text, slots = fill(pattern, "某")
        packed = without_spaces(words, text)
        if slots not in readings(pattern, packed):
            wrong.append(f"{key}: {packed}")
    assert not wrong, "\n".join(wrong)


@given(st.text(alphabet="ab 为(),%计分", max_size=30))
def test_no_text_breaks_a_pattern(text: str) -> None:
    for language in LANGUAGES:
        for pattern in load_lexicon(language).sentences.values():
            for parse in pattern.parses(text):
                assert set(parse) == set(pattern.slots)
                assert all(text[start:end].strip() == text[start:end] != "" for start, end in parse.values())
