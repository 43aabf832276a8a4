"""Text segmentation: block and sentence boundaries, lossless and ordered, with a length limit."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from rules.claims.screening.lexicon import abbreviations
from rules.claims.screening.sentences import LONGEST, blocks, sentences


def split(text: str) -> list[list[str]]:
    return [
        [text[first:last] for first, last in sentences(text, start, end, abbreviations())]
        for start, end in blocks(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", [["One.", "Two!", "Three?"]]),
        ("Saves approx. 12.5 % of energy. Good.", [["Saves approx. 12.5 % of energy.", "Good."]]),
        ("Das sind z. B. Flaschen. Ca. 40 % weniger.", [["Das sind z. B. Flaschen.", "Ca. 40 % weniger."]]),
        ("环保。绿色！好？是", [["环保。", "绿色！", "好？", "是"]]),
        ("Title\n\nText goes on.", [["Title"], ["Text goes on."]]),
        ("- one\n- two", [["- one"], ["- two"]]),
        ("Klimaneutral\nUnser neues Produkt", [["Klimaneutral"], ["Unser neues Produkt"]]),
        (
            "This line was wrapped because it had become too long for the page\nand it goes on here.",
            [["This line was wrapped because it had become too long for the page\nand it goes on here."]],
        ),
        ("", []),
        (" \n \t\n", []),
        ("No end", [["No end"]]),
    ],
)
def test_texts_are_split_into_blocks_and_sentences(text: str, expected: list[list[str]]) -> None:
    assert split(text) == expected


@given(st.text(alphabet=st.sampled_from("aA .。!\n\r\t1-–z"), max_size=200))
def test_sentences_are_in_order_and_lose_only_white_space(text: str) -> None:
    places = [place for start, end in blocks(text) for place in sentences(text, start, end, frozenset())]
    assert places == sorted(places)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(places))
    assert "".join("".join(text[start:end].split()) for start, end in places) == "".join(text.split())


def test_no_sentence_exceeds_the_length_limit() -> None:
    text = "word " * 5_000
    (block_sentences,) = split(text)
    assert max(map(len, block_sentences)) <= LONGEST
    assert "".join("".join(part.split()) for part in block_sentences) == "word" * 5_000
