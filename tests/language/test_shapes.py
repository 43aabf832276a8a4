"""Sentence templates: one for each sentence, in both languages; round trip of filled templates."""

from __future__ import annotations

import pytest

from rules.contracts.diagnostics import Location
from rules.language import patterns
from rules.language.file_edits import CIRCLED_DIGITS, fill_shape, sentence_shapes, shape_columns, shape_of
from rules.language.lexicon import load_lexicon
from rules.language.source import text_at
from rules.language.table_columns import TABLES


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_sentence_has_its_own_template(language: str) -> None:
    known = sentence_shapes(language)
    assert [shape.key for shape in known.values()] == list(load_lexicon(language).sentences)
    for text, shape in known.items():
        text_shape = shape_of(text)
        assert text_shape is not None
        assert text_shape.key == shape.key
        assert [number for number in CIRCLED_DIGITS if number in text] == list(CIRCLED_DIGITS[: len(shape.slots)])
        assert "{" not in text


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_filled_template_is_parsed_back_with_the_same_slots(language: str, whole: bool) -> None:
    for shape in sentence_shapes(language).values():
        words = {slot: f"q{at}" for at, slot in enumerate(shape.slots) if whole or slot in shape.needed}
        filled = fill_shape(shape.key, words, language)
        assert {slot: filled.sentence[slice(*span)] for slot, span in filled.spans.items()} == words
        read = patterns.sentence_readings(
            text_at(filled.sentence, Location("x", 1, 1)), load_lexicon(language).sentences
        )
        assert (shape.key, words) in [
            (one.key, {slot: text.text for slot, text in one.slots.items()}) for one in read
        ], filled.sentence


def test_a_required_slot_must_not_be_blank() -> None:
    with pytest.raises(KeyError):
        fill_shape("applies", {"condition": ""}, "en")


def test_every_table_of_the_language_is_that_of_a_shape() -> None:
    shown = {tuple(needed) for key in load_lexicon("en").sentences for needed, _ in shape_columns(key, "en")}
    words = load_lexicon("en").columns
    assert {
        tuple(word for column, word in words[kind].by_key.items() if column in TABLES[kind].needs) for kind in TABLES
    } == shown
    assert shape_columns("applies", "en") == []
