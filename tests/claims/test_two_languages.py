"""Claim differences between languages of a page: plain differences detected, equivalents ignored."""

import pytest

from rules.claims.prominence import LanguageSpan, Presentation
from rules.claims.screening.screen import screen
from rules.claims.whole_text import findings_of_text


def claim_languages(*stretches: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Read stretches of a page, each of one or more blocks, with the language that it declares; none if empty."""
    text, tongues = "", []
    for language, words in stretches:
        start = len(text)
        text += words
        if language:
            tongues.append(LanguageSpan(start, len(text), language))
        text += "\n\n"
    screened = screen(text)
    findings = findings_of_text(text, screened.candidates, Presentation(tongues=tuple(tongues)))
    for finding in findings:
        assert finding.other is not None
        assert text[finding.claim.start : finding.claim.end] == finding.claim.quote
        assert text[finding.other.start : finding.other.end] == finding.other.quote
    return [(one.code, one.claim.quote, one.other.quote) for one in findings if one.other is not None]


@pytest.mark.parametrize(
    ("passage", "other", "difference"),
    [
        (
            ("en", "CO2-neutral water"),
            ("de", "CO2-reduziertes Wasser"),
            ("KIND_BY_LANGUAGE", "CO2-neutral", "CO2-reduziertes"),
        ),
        (
            ("zh", "本产品碳中和。"),
            ("en", "This product has 30% less CO2 emissions."),
            ("KIND_BY_LANGUAGE", "碳中和", "30% less CO2 emissions"),
        ),
        (
            ("en", "We will be carbon neutral by 2040."),
            ("fr", "Nous sommes neutres en carbone."),
            ("KIND_BY_LANGUAGE", "neutres en carbone", "will be carbon neutral by 2040"),
        ),
        (
            ("en", "Our soap is carbon neutral."),
            ("de", "Unsere Seife ist nicht klimaneutral."),
            ("KIND_BY_LANGUAGE", "carbon neutral", "klimaneutral"),
        ),
        (
            ("en", "30% less CO2 than before"),
            ("de", "20 % weniger CO2 als bisher"),
            ("FIGURE_BY_LANGUAGE", "30% less CO2 than before", "20 % weniger CO2 als bisher"),
        ),
        (
            ("en", "Made from recycled plastic."),
            ("de", "Aus 30 % recyceltem Kunststoff."),
            ("FIGURE_BY_LANGUAGE", "Made from recycled plastic", "30 % recyceltem Kunststoff"),
        ),
        (
            ("en", "Our bottle is 100% recycled (bottle only, cap excluded)."),
            ("fr", "Notre bouteille est 100 % recyclée."),
            ("LIMIT_BY_LANGUAGE", "100 % recyclée", "bottle only"),
        ),
    ],
)
def test_a_plain_difference_is_found_in_either_order_of_the_languages(
    passage: tuple[str, str], other: tuple[str, str], difference: tuple[str, str, str]
) -> None:
    assert claim_languages(passage, other) == [difference]
    assert claim_languages(other, passage) == [difference]


@pytest.mark.parametrize(
    ("passage", "other"),
    [
        (("en", "Our soap is carbon neutral."), ("de", "Unsere Seife ist klimaneutral.")),
        (("en", "CO2-neutral water"), ("en", "CO2-reduced water")),
        (("en", "Climate neutral delivery of your parcel"), ("de", "CO2-reduziertes Waschmittel")),
        (("en", "Our bottle is recyclable."), ("de", "Unsere Seife ist umweltfreundlich.")),
        (("en", "30% less CO2 than before"), ("de", "30 % weniger CO2 als bisher")),
        (("en", "Carbon neutral soap.\n\nRecyclable bottle."), ("de", "CO2-reduzierte Seife.")),
        (("en", "Our bottle is 100% recycled (bottle only)."), ("fr", "Notre bouteille (sauf bouchon) est recyclée.")),
    ],
)
def test_equivalent_or_unrelated_claims_are_no_difference(passage: tuple[str, str], other: tuple[str, str]) -> None:
    assert claim_languages(passage, other) == []
    assert claim_languages(other, passage) == []


def test_an_undeclared_language_is_identified_from_the_words() -> None:
    english, other = ("", "Our bottle is CO2-neutral."), ("", "Unsere Flasche ist CO2-reduziert.")
    assert claim_languages(english, other) == [("KIND_BY_LANGUAGE", "CO2-neutral", "CO2-reduziert")]
    assert claim_languages(("", "Our bottle is CO2-neutral."), ("", "Our bottle is CO2-reduced.")) == []
    assert claim_languages(("", "CO2-neutral water"), ("", "CO2-reduced water")) == []


def test_a_page_that_declares_a_single_language_is_searched_for_a_second_language() -> None:
    english = "Our drinking water in bottles of glass is carbon neutral."
    german = "Unser Trinkwasser in Flaschen aus Glas ist CO2-reduziert."
    assert claim_languages(("en", f"{english}\n\n{german}")) == [
        ("KIND_BY_LANGUAGE", "carbon neutral", "CO2-reduziert")
    ]
    assert claim_languages(("en", "CO2-neutral water\n\nCO2-reduziertes Wasser")) == []


def test_languages_that_alternate_in_a_line_are_compared() -> None:
    text = "CO2-neutral bottle / CO2-reduzierte Flasche"
    cut = text.index("CO2-r")
    tongues = (LanguageSpan(0, 18, "en"), LanguageSpan(18, cut, "en"), LanguageSpan(cut, len(text), "de"))
    (finding,) = findings_of_text(text, screen(text).candidates, Presentation(tongues=tongues))
    assert (finding.code, finding.claim.quote) == ("KIND_BY_LANGUAGE", "CO2-neutral")


def test_claims_are_paired_by_position() -> None:
    english = ("en", "Carbon neutral soap.\n\nOur bottle is recyclable.\n\n30% less CO2 than before.")
    german = ("de", "Klimaneutrale Seife.\n\nUnsere Flasche ist recycelbar.\n\n20 % weniger CO2 als bisher.")
    french = ("fr", "Savon neutre en carbone.\n\nNotre flacon est recyclable.\n\n30 % de CO2 en moins qu'avant.")
    (finding,) = claim_languages(english, german, french)
    assert finding[:2] == ("FIGURE_BY_LANGUAGE", "30% less CO2 than before")


def test_alternating_blocks_are_compared_in_pairs() -> None:
    assert claim_languages(
        ("en", "Carbon neutral soap."), ("de", "Klimaneutrale Seife."),
        ("en", "CO2-neutral water."), ("de", "CO2-reduziertes Wasser."),
    ) == [("KIND_BY_LANGUAGE", "CO2-neutral", "CO2-reduziertes")]  # fmt: skip
