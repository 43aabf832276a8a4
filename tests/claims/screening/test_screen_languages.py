"""Language choice in screening: by sentence, unsupported scripts and languages, unscreened text reported."""

import pytest

from rules.claims.screening.candidates import ScreeningResult
from rules.claims.screening.screen import screen
from tests.claims.screening.screened import only


def test_text_without_lexicon_is_named_as_not_screened() -> None:
    result = screen("To opakowanie jest wykonane w całości z papieru z recyklingu i dlatego lepsze dla wszystkich.")
    assert [(segment.languages, segment.not_screened) for segment in result.segments] == [(("pl",), "no_lexicon")]
    assert not result.fully_screened


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("カーボンニュートラルな製品です", ("ja",)),
        ("Экологически чистый продукт", ("und-Cyrl",)),
        ("친환경 제품입니다", ("ko",)),
    ],
)
def test_other_scripts_are_reported_as_not_screened(text: str, languages: tuple[str, ...]) -> None:
    (segment,) = screen(text).segments
    assert (segment.languages, segment.not_screened) == (languages, "no_lexicon")


def test_a_short_text_of_unknown_language_is_not_called_free_of_claims() -> None:
    (segment,) = screen("Xyl bnorf").segments
    assert segment.not_screened == "language_undetermined"


def test_a_language_without_lexicon_may_be_requested() -> None:
    (segment,) = screen("Nasza kawa", languages=("pl",)).segments
    assert segment.not_screened == "no_lexicon"


def test_each_sentence_is_read_in_its_own_language() -> None:
    text = "Unsere Verpackung ist kompostierbar und leicht. Our paper is fully recyclable everywhere. 本产品绿色环保。"
    candidates = [(candidate.language, candidate.types) for candidate in screen(text).candidates]
    assert [language for language, _ in candidates] == ["de", "en", "zh"]


def test_a_short_sentence_is_read_in_the_language_of_its_context_or_of_its_words() -> None:
    text = "Gefertigt aus nachwachsenden Rohstoffen in unserem Werk. Emballage vert. Grün."
    candidates = [(candidate.quote, candidate.language) for candidate in screen(text).candidates]
    assert candidates == [("nachwachsenden Rohstoffen", "de"), ("vert", "fr"), ("Grün", "de")]


def test_english_claim_words_are_found_in_texts_of_other_languages() -> None:
    candidates = screen("本产品已获得 carbon neutral 称号，欢迎选购。").candidates
    assert [(candidate.quote, candidate.language) for candidate in candidates] == [("carbon neutral", "en")]
    assert only("Manche 100 % compostable.").types == ("absolute", "compostable")
    assert only("Unser Kaffee ist leider noch nicht eco-friendly und das wissen wir.").negated


@pytest.mark.parametrize("text", ["", " ", "\n\n", "1234 5678", "—", "\u200b"])
def test_a_text_without_words_has_an_empty_result(text: str) -> None:
    assert screen(text) == ScreeningResult(length=len(text), hearing="balanced")
