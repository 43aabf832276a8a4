"""Forms and views of claims: words for every place and standing, answers that come back, and marks in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from rules.claims import JURISDICTIONS
from service.workbench.claim_forms import ClaimAnswer
from service.workbench.claim_views import ClaimView, marked_lines, standing_word
from service.workbench.page_words import page_words
from touchstone.v1 import claim_service_pb2, screening_service_pb2 as screenings


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_place_standing_and_cause_has_words(language: str) -> None:
    words = page_words(language)
    assert words["market"].keys() == JURISDICTIONS.keys()
    assert words["claim_standing"].keys() == {standing_word(number) for number in screenings.ClaimStanding.values()}
    causes = [name for name, number in claim_service_pb2.ClaimJudgementCause.items() if number]
    assert [f"CLAIM_JUDGEMENT_CAUSE_{cause.upper()}" for cause in words["claim_cause"]] == causes


@given(st.text(), st.lists(st.text()), st.lists(st.text()), st.text())
def test_an_answer_comes_back_as_it_was_written(fact: str, values: list[str], quotes: list[str], words: str) -> None:
    answer = ClaimAnswer(fact, tuple(values), tuple(quotes), words)
    assert ClaimAnswer.read(answer.written()) == answer


@given(st.text())
def test_what_is_no_answer_is_none(written: str) -> None:
    answer = ClaimAnswer.read(written)
    assert answer is None or ClaimAnswer.read(answer.written()) == answer


@given(
    st.text(alphabet="ab \n\r", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=5)
)
def test_marking_loses_no_text_and_ends_each_claim_at_most_once(text: str, places: list[tuple[int, int]]) -> None:
    views = []
    for number, (start, length) in enumerate(places, 1):
        span = screenings.Span(start=min(start, len(text)), end=min(start + length, len(text)))
        claim = screenings.CheckedClaim(candidate_claim=screenings.CandidateClaim(span=span))
        views.append(ClaimView(number, claim, 0, (), (), (), None))
    lines = marked_lines(text, views)
    shown = ["".join(stretch.text for stretch in line) for line in lines]
    assert shown == [line.rstrip("\r\n") for line in text.splitlines(keepends=True) if line.strip()]
    ended = [stretch.view.number for line in lines for stretch in line if stretch.view and stretch.ends]
    assert len(ended) == len(set(ended))
