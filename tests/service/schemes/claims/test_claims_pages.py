"""Forms and views of claims: answers that come back, and marks in a text."""

from __future__ import annotations

from hypothesis import example, given, strategies as st

from service.schemes.claims.pages.forms import ClaimAnswer, _chosen_answers
from service.schemes.claims.pages.views import ClaimView, marked_lines
from touchstone.v1 import screening_service_pb2 as screenings


@given(st.text(), st.lists(st.text()), st.lists(st.text()), st.text())
def test_an_answer_is_read_back_as_written(fact: str, values: list[str], quotes: list[str], words: str) -> None:
    answer = ClaimAnswer(fact, tuple(values), tuple(quotes), words)
    assert ClaimAnswer.read(answer.written()) == answer


@given(st.text())
def test_an_invalid_answer_is_read_as_no_answer(written: str) -> None:
    answer = ClaimAnswer.read(written)
    assert answer is None or ClaimAnswer.read(answer.written()) == answer


@given(
    st.text(alphabet="ab \n\r", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=5)
)
@example("aa\r\n", [(3, 1)])
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


def test_one_answer_can_state_several_facts() -> None:
    answers = [ClaimAnswer("truthful", ("yes",)), ClaimAnswer("evidence_covers", ("all_asserted",))]
    for separator in ("\n", "\r\n"):  # forms send the second
        written = separator.join(answer.written() for answer in answers)
        assert list(_chosen_answers([written])) == answers
