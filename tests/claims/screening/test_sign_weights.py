"""Claim scoring of sentences by signs: refitted weights, capped counts, graded confidence, cross-validation."""

import pytest

from benchmarks.claims import weighing as fitting
from rules.claims.screening import sign_weights
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.lexicon import lexicon
from rules.claims.screening.lexicon_matches import find_present_entries, match_sentence
from rules.claims.screening.screen import screen


@pytest.fixture(scope="module")
def examples() -> dict[str, list[fitting.Example]]:
    return {language: fitting.examples(language) for language in SCREENED_LANGUAGES}


def signs(text: str, language: str = "en") -> dict[str, int]:
    folded = fold(text).text
    sign_counts = match_sentence(folded, find_present_entries(lexicon(language), folded), weighed=True).signs or {}
    return {sign: count for sign, count in sign_counts.items() if count}


def confidences(text: str, *, weighed: bool = True, language: str = "en") -> list[str]:
    return [found.confidence for found in screen(text, languages=(language,), weighed=weighed, hearing=None).candidates]


@pytest.mark.full
def test_the_stored_weights_are_those_that_are_fitted(examples: dict[str, list[fitting.Example]]) -> None:
    """They are rounded to hundredths; another processor may round one of them the other way."""
    fitted = fitting.fit([each for language in SCREENED_LANGUAGES for each in examples[language]])
    start, weights = sign_weights.weights()
    assert fitted.keys() == {*start, *weights}
    assert all(abs(fitted[name] - weight) <= 1 for name, weight in {**start, **weights}.items())


def test_only_signs_of_other_subjects_have_negative_weights() -> None:
    _, weights = sign_weights.weights()
    assert {sign for sign, weight in weights.items() if weight < 0} == set(sign_weights.AGAINST)


def test_signs_are_counted_up_to_their_caps() -> None:
    assert signs("We lowered our emissions.") == {
        "topic": 1, "improvement": 1, "near_topic": 1, "own": 2
    }  # fmt: skip
    many = signs(
        "Sales, revenue, turnover, costs and prices of low-emission cars, climate, carbon, energy use, nature."
    )
    assert (many["money"], many["topic"]) == (2, 3)


def test_a_sentence_without_environmental_words_has_no_signs_and_makes_no_claim() -> None:
    assert signs("We are committed to our customers and will improve.") == {}
    assert not sign_weights.is_claim_by_weights(None, "en")


def test_an_achievement_is_a_claim_of_the_speaker_but_not_in_a_market_report() -> None:
    assert confidences("We reduced the emissions of our fleet.") == ["medium"]
    assert confidences("Analysts expect revenue in the market for lower emissions to rise.") in ([], ["low"])


def test_claim_words_in_text_on_other_subjects_get_low_confidence_but_remain_candidates() -> None:
    assert confidences("In this quarter revenue in the market for compostable cups and the margin fell.") == ["low"]
    assert confidences("Compostable cups, 3 euros") == ["high"]
    assert confidences("Our new cups are compostable and come in a pack of twelve.") == ["high"]


def test_weighing_can_be_switched_off() -> None:
    text = "Our steelworks paid taxes, and its filters cut mercury, dust and soot by half for people and nature around."
    assert confidences(text) == ["medium"]
    assert confidences(text, weighed=False) == []
    assert confidences("We reduced the emissions of our fleet.", weighed=False) == ["medium"]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", SCREENED_LANGUAGES)
def test_the_weights_reach_the_minimum_score_on_sentences_excluded_from_fitting(
    examples: dict[str, list[fitting.Example]], language: str
) -> None:
    others = [example for each in SCREENED_LANGUAGES if each != language for example in examples[each]]
    assert fitting.f1(list(fitting.cross_validated(examples[language], others))) >= 0.85
