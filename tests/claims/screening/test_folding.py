"""Text normalization: equivalent spellings, the offset map to the original text, idempotence."""

import unicodedata

import pytest
from hypothesis import example, given, strategies as st

from rules.claims.screening.folding import fold, fold_pattern


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("CO₂-neutral", "co2-neutral"),
        ("CO²e", "co2e"),
        ("ＣＯ２ １００％", "co2 100%"),
        ("cli\u00admate", "climate"),
        ("cli\u200bma\u200dte\ufeff", "climate"),
        ("\u202eklima\u202c", "klima"),
        ("Größe", "grosse"),
        ("ÖKOLOGISCH", "okologisch"),
        ("o\u0308kologisch", "okologisch"),
        ("l’environnement", "l'environnement"),
        ("œuvre", "oeuvre"),
        ("eco\u2011friendly \u2013 eco‐friendly", "eco-friendly - eco-friendly"),
        ("a \t\n\u00a0 b", "a b"),
        ("環保產品，碳補償", "环保产品,碳补偿"),
        ("绿色。", "绿色。"),
        ("ﬁt", "fit"),
        ("`x`", "'x'"),
        ("klima-\nneutral", "klimaneutral"),
        ("CO2-\n  neutral", "co2-neutral"),
        ("a -\nb", "a - b"),
        ("\ud800x", "x"),
        ("cl\u0456m\u0430te", "climate"),
        ("C\u041e2-neutral", "co2-neutral"),
        ("\u0441\u043eдержание", "\u0441\u043eдержание"),
        ("carbon_neutral café", "carbon-neutral cafe"),
        ("实现碳中\n和目标", "实现碳中和目标"),
        ("实现碳中  \n  和目标", "实现碳中和目标"),
        ("碳 中 和 产品", "碳中和 产品"),
        ("绿色 环保", "绿色 环保"),
        ("CO2 \n 排放", "co2 排放"),
    ],
)
def test_equivalent_spellings_fold_to_the_same_text(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(st.text())
def test_offsets_map_back_into_the_original_text(text: str) -> None:
    folded = fold(text)
    ends = [folded.place(place, place + 1) for place in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert ends == sorted(ends)


@given(st.text(), st.data())
def test_the_original_span_folds_to_the_folded_span(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.place(start, end)
    before = max(first - 8, 0)  # The character before a superscript digit determines its meaning.
    assert folded.text[start:end].strip() in fold(text[before:last]).text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Carbon neutral¹", "carbon neutral*"),
        ("klimaneutral¹² verpackt", "klimaneutral** verpackt"),
        ("碳中和¹", "碳中和*"),
        ("100 %² recycled.³", "100 %* recycled.*"),
        ("¹ by offsets", "* by offsets"),
        ("CO² and 5 m³, 10² km²", "co2 and 5 m3, 102 km2"),
        ("2.850 min⁻¹", "2.850 min-1"),
    ],
)
def test_a_superscript_digit_is_a_note_mark_unless_it_belongs_to_a_unit(text: str, folded: str) -> None:
    assert fold(text).text == folded


@example("\N{CJK COMPATIBILITY IDEOGRAPH-F93D}")
@example("\N{SUPERSCRIPT MINUS}")
@example("\N{FULLWIDTH LOW LINE}\N{TRIPLE PRIME}")
@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_the_fast_path_for_plain_text_folds_identically(text: str) -> None:
    assert fold(f"x{text}").text == fold(f"x{text}é").text[:-1]


def test_a_combining_mark_at_the_end_belongs_to_the_quote() -> None:
    text = "cafe\u0301s"
    assert text[slice(*fold(text).place(0, 4))] == "cafe\u0301"
    assert unicodedata.combining(text[4])


def test_escapes_in_patterns_stay() -> None:
    assert fold_pattern(r"É\S(?P<Year>\D)\p{L}") == r"e\S(?P<Year>\D)\p{L}"
