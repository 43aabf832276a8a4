"""Tokenizer: known cuts, blanks, letters written otherwise, and long texts."""

from functools import cache

import pytest
from hypothesis import given, settings, strategies as st

from rules.claims.screening.encoder.sentence_encoder import MOST_PIECES, Tokenizer
from tests.claims.screening.encoder.test_packed_weights import packed
from tests.support.tiers import tries


@cache
def tokenizer() -> Tokenizer:
    return Tokenizer(packed().pieces)


def words(text: str) -> list[str]:
    pieces = packed().pieces
    return [pieces.word(number).decode() for number in tokenizer().cut(text)]


def test_a_sentence_is_tokenized_as_in_training() -> None:
    assert words("Unsere Flasche ist klimaneutral verschickt.") == [
        "<s>", "▁que", "ry", ":", "▁Unsere", "▁Flasche", "▁ist", "▁klima", "neutral", "▁vers", "chick",
        "t", ".", "</s>",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("a  b", "a b"),
        ("ﬁne", "fine"),
        ("ＣＯ２", "CO2"),
        ("½", "1⁄2"),
        ("klima\u00adneutral", "klimaneutral"),
        ("\u200fgreen\u200b", "green"),
        ("u\u0308ber", "über"),
    ],
)
def test_blanks_and_letter_variants_are_normalized(text: str, same: str) -> None:
    assert tokenizer().cut(text) == tokenizer().cut(same)


def test_a_long_text_is_truncated() -> None:
    assert len(tokenizer().cut("green " * 1_000)) == MOST_PIECES
    assert tokenizer().cut("green " * 1_000) == tokenizer().cut("green " * 2_000)


def test_only_the_text_that_fits_the_token_limit_is_tokenized() -> None:
    assert len(tokenizer().cut("\ufdfa" * 100_000)) <= MOST_PIECES
    assert tokenizer().cut("ecogreen" * 40_000) == tokenizer().cut("ecogreen" * 20_000)


@settings(max_examples=tries(50))
@given(st.text(max_size=60))
def test_any_text_is_tokenized_into_known_tokens(text: str) -> None:
    cut = tokenizer().cut(text)
    assert (cut[0], cut[-1]) == (0, 2)
    assert all(0 <= number < 250_002 for number in cut)
