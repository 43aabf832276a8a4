"""Claim screening of hostile text: linear effort, exact locations, disguised claims and binary input."""

from functools import partial

import pytest
from hypothesis import given, settings, strategies as st

from rules.claims.screening.candidates import TextSpan
from rules.claims.screening.screen import screen
from tests.claims.screening.screened import only
from tests.support.tiers import all_or_few, tries
from tests.support.work import calls_made

PARAGRAPH = (
    "Our new bottle is made of 50% recycled plastic and we want to be climate neutral by 2030. It is not heavy. " * 5
)


UNITS = (
    "a", "环", "a ", "环 ", "not ", "100% ", ". ", ".", "…", "!", '."', "。", "(", "* ", "1,", "\n", " ", "-\n",
    "\u200b", "\u00ad", "\u202e", "e\u0301", "\ufdfa", "\u0441", "\x00", "א", "carbon ", "less ", "by 20",
    "emissions of ", "减少", "碳中\n",
)  # fmt: skip


@pytest.mark.full
@pytest.mark.timeout(60)  # against a hang alone; a second is enough
@pytest.mark.parametrize("unit", [*UNITS, f"{PARAGRAPH}\n\n"])
def test_effort_grows_with_length_only(unit: str) -> None:
    screen(unit)  # Warm-up: load cached data before counting.
    short, long = (
        calls_made(partial(screen, unit * (length // len(unit))))
        for length in all_or_few((4_000, 16_000), (2_200, 8_800))
    )
    assert long <= 4.1 * short


@given(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6), st.integers(0, 3))
@settings(max_examples=tries(10))
def test_no_mixture_of_hostile_pieces_is_slow_or_misplaced(units: list[str], rounds: int) -> None:
    text = "".join(units) * (4_000 * rounds // len("".join(units)) + 1)
    for candidate in screen(text).candidates:
        spans: tuple[TextSpan, ...] = (candidate.sentence, *candidate.terms, *candidate.qualifiers, *candidate.numbers)
        assert text[candidate.start : candidate.end] == candidate.quote
        assert all(text[span.start : span.end] == span.quote for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "Our cl\u0456mate neutral soap is made for the whole family.",
        "Our c\u0430rb\u043en n\u0435utr\u0430l soap is made for the whole family.",
        "Our ｃａｒｂｏｎ ｎｅｕｔｒａｌ soap is made for the whole family.",
        "Our 𝐜𝐚𝐫𝐛𝐨𝐧 𝐧𝐞𝐮𝐭𝐫𝐚𝐥 soap is made for the whole family.",
        "Our \u202ecarbon neutral\u202c soap is made for the whole family.",
        "Our car\u00adbon\u2060 neu\u200btral soap is made for the whole family.",
        "Our ＣＯ２ neutral soap is made for the whole family.",
        "Our CO²e-neutral soap is made for the whole family.",
    ],
)
def test_a_claim_is_found_in_every_spelling(text: str) -> None:
    candidate = only(text)
    assert candidate.categories == ("neutral",)
    assert text[candidate.start : candidate.end] == candidate.quote


def test_binary_rubbish_is_screened_without_harm() -> None:
    text = bytes(range(256)).decode("latin-1") * 200
    result = screen(text)
    assert result.candidates == ()
    assert not result.fully_screened
