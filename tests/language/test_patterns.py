"""Sentence patterns with optional parts: matching, output, and the most specific pattern first."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given, settings, strategies as st

from rules.language.patterns import PatternSet, SentencePattern
from tests.support.tiers import tries

ENGLISH = SentencePattern("[for each {each} ]the quantity {quantity}[, in {unit}][, on basis {bases}]", spaced=True)
CHINESE = SentencePattern("[每条 {each} 的]量 {quantity}[, 以 {unit} 计]", spaced=False)


def first(pattern: SentencePattern, text: str) -> dict[str, str]:
    return {slot: text[slice(*span)] for slot, span in next(iter(pattern.parses(text))).items()}


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("the quantity share", {"quantity": "share"}),
        ("the quantity share, in %", {"quantity": "share", "unit": "%"}),
        ("the quantity share, on basis a, b", {"quantity": "share", "bases": "a, b"}),
        ("for each lot the quantity share,in %", {"each": "lot", "quantity": "share", "unit": "%"}),
    ],
)
def test_bracketed_parts_may_be_omitted(text: str, slots: dict[str, str]) -> None:
    assert first(ENGLISH, text) == slots
    assert ENGLISH.write(**slots) == text.replace(",in", ", in")


def test_chinese_text_needs_no_spaces_around_slots() -> None:
    assert first(CHINESE, "每条交付的量价格,以EUR计") == {"each": "交付", "quantity": "价格", "unit": "EUR"}


def test_a_blank_slot_omits_its_bracketed_part_and_an_unbracketed_slot_is_required() -> None:
    assert ENGLISH.write(quantity="share", unit="", each="") == "the quantity share"
    with pytest.raises(KeyError):
        ENGLISH.write(unit="%")


def test_the_most_specific_pattern_is_tried_first() -> None:
    other = SentencePattern("the quantity {quantity}[, in {unit}], by {names}", spaced=True)
    text = "the quantity factor, in t, by region"
    both = PatternSet({"own": ENGLISH, "other": other})
    tried = [key for key, one in both.heaviest_first if next(one.parses(text), None)]
    assert tried[0] == "other"
    assert ENGLISH.shown == "for each … the quantity …, in …, on basis …"
    assert ENGLISH.variants[0].weight == ENGLISH.weight
    assert SentencePattern("these facts", spaced=True).variants == (SentencePattern("these facts", spaced=True),)


@settings(max_examples=tries(200))
@given(
    words=st.lists(
        st.sampled_from(["the quantity", "of", ", in ", " ", "a", "b of b", "，", "每条", "的"]), max_size=12
    ),
    asked=st.lists(st.integers(0, 12), max_size=4),
)
def test_a_text_read_in_parts_before_is_read_the_same(words: list[str], asked: list[int]) -> None:
    patterns = {
        "quantity": SentencePattern("the quantity {quantity}[ of {whole}][, in {unit}]", spaced=True),
        "each": SentencePattern("{each} of {whole}", spaced=True),
    }
    remembering, text = PatternSet(patterns), "".join(words)
    fresh = list(PatternSet(patterns).parses(text))
    for count in asked:  # an earlier partial read must not change results
        assert list(islice(remembering.parses(text), count)) == fresh[:count]
    assert list(remembering.parses(text)) == list(remembering.parses(text)) == fresh
