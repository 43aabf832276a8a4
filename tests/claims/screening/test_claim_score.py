"""Claim score: shares of claims by score, the threshold of each balance, and the signs of the weights."""

from fractions import Fraction

import pytest

from benchmarks.claims.scoring import HINTS, PLACES, written
from rules.claims.screening import claim_detection
from rules.claims.screening.candidates import BALANCES
from rules.claims.screening.claim_detection import (
    MIN_PERCENT_BY_BALANCE,
    PERHAPS,
    Evidence,
    Place,
    percent_of,
    score_weights,
)
from rules.contracts.toml_files import package_file


@pytest.mark.parametrize(
    ("score", "percent"), [(-10_000, 0), (-461, 0), (-460, 1), (0, 50), (110, 75), (459, 98), (460, 99), (10_000, 99)]
)
def test_a_score_is_the_logarithm_of_the_odds(score: int, percent: int) -> None:
    assert percent_of(score) == percent


def test_a_higher_score_is_never_a_lower_share() -> None:
    shares = list(map(percent_of, range(-1_000, 1_000)))
    assert shares == sorted(shares)


def test_a_keener_balance_has_a_lower_threshold_and_possible_claims_stay_below_every_threshold() -> None:
    least = [MIN_PERCENT_BY_BALANCE[balance] for balance in BALANCES]
    assert least == sorted(least, reverse=True)
    assert min(least) > PERHAPS


def test_the_file_is_in_the_form_that_the_fitting_writes() -> None:
    weights = score_weights()
    assert set(weights.meaning.hint) == set(weights.words.hint) == set(HINTS)
    tables = {"words": weights.words, "meaning": weights.meaning}
    assert package_file(claim_detection.__package__ or "", "claim_score.toml").read_text(encoding="utf-8") == written(
        tables, weights.encoder
    )


@pytest.mark.parametrize("place", PLACES)
def test_the_score_of_a_sentence_is_the_sum_of_its_evidence(place: Place) -> None:
    weights = score_weights().meaning
    evidence = Evidence("Our cups are compostable.", "en", 150, frozenset({"denied", "sign page open"}), place)
    of_scores = Fraction(weights.classifier * 150 + weights.encoder * 80, 100)
    of_hints = weights.hint["denied"] + weights.hint["sign page open"] + weights.length * 5
    assert weights.score(evidence, 80) == weights.start[place] + of_scores.__floor__() + of_hints


def test_longer_texts_and_denials_lower_the_score() -> None:
    for weights in (score_weights().words, score_weights().meaning):
        assert weights.start["text"] < weights.start["alone"]
        assert weights.hint["denied"] < 0
        assert weights.classifier > 0
    assert score_weights().meaning.encoder > 0


def test_a_chinese_character_is_as_long_as_three_letters() -> None:
    assert (
        Evidence("环保", "zh", 0, frozenset(), "alone").length
        == Evidence("abcdef", "en", 0, frozenset(), "alone").length
    )
