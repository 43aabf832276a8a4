"""Sentence patterns with optional parts: matching, output, and the most specific pattern first."""

from __future__ import annotations

import pytest

from rules.language.patterns import PatternSet, SentencePattern

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
def test_parts_in_brackets_may_be_left_out(text: str, slots: dict[str, str]) -> None:
    assert first(ENGLISH, text) == slots
    assert ENGLISH.write(**slots) == text.replace(",in", ", in")


def test_no_spaces_are_needed_beside_chinese() -> None:
    assert first(CHINESE, "每条交付的量价格,以EUR计") == {"each": "交付", "quantity": "价格", "unit": "EUR"}


def test_a_blank_slot_leaves_its_part_out_and_one_outside_of_brackets_is_needed() -> None:
    assert ENGLISH.write(quantity="share", unit="", each="") == "the quantity share"
    with pytest.raises(KeyError):
        ENGLISH.write(unit="%")


def test_what_says_more_is_tried_first() -> None:
    other = SentencePattern("the quantity {quantity}[, in {unit}], by {names}", spaced=True)
    text = "the quantity factor, in t, by region"
    both = PatternSet({"own": ENGLISH, "other": other})
    tried = [key for key, one in both.heaviest_first if next(one.parses(text), None)]
    assert tried[0] == "other"
    assert ENGLISH.shown == "for each … the quantity …, in …, on basis …"
    assert ENGLISH.variants[0].weight == ENGLISH.weight
    assert SentencePattern("these facts", spaced=True).variants == (SentencePattern("these facts", spaced=True),)
