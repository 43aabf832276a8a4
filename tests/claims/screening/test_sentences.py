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
def test_texts_are_divided(text: str, expected: list[list[str]]) -> None:
    assert split(text) == expected


@given(st.text(alphabet=st.sampled_from("aA .。!\n\r\t1-–z"), max_size=200))
def test_nothing_but_space_is_lost_and_the_order_kept(text: str) -> None:
    places = [place for start, end in blocks(text) for place in sentences(text, start, end, frozenset())]
    assert places == sorted(places)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(places))
    assert "".join("".join(text[start:end].split()) for start, end in places) == "".join(text.split())


def test_no_sentence_is_longer_than_what_is_read_at_once() -> None:
    text = "word " * 5_000
    (block_sentences,) = split(text)
    assert max(map(len, block_sentences)) <= LONGEST
    assert "".join("".join(part.split()) for part in block_sentences) == "word" * 5_000
