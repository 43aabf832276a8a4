"""Subjects go out and come back in order, few at once, and a service that answers wrongly is not believed."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from service.base.refusals import Refusal
from service.batch.batch_run import IN_FLIGHT, SubjectAnswer, SubjectSender
from service.batch.sources import BatchItem
from service.input.dossier.dossier_reader import Dossier
from service.input.tree.placed_errors import PlacedError, Problem
from tests.support.small_card import small_subject
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Request = evaluation_service_pb2.EvaluateSubjectRequest
    Response = evaluation_service_pb2.StreamEvaluateSubjectsResponse


class Stream:
    """Answers as a call of gRPC does: it may have ended."""

    def __init__(self, answers: Iterator[Response]) -> None:
        self._answers = answers
        self.ended = False

    def __iter__(self) -> Iterator[Response]:
        return self

    def __next__(self) -> Response:
        try:
            return next(self._answers)
        except StopIteration:
            self.ended = True
            raise

    def is_active(self) -> bool:
        return not self.ended


def answered(requests: Iterator[Request]) -> Iterator[Response]:
    for request in requests:
        yield evaluation_service_pb2.StreamEvaluateSubjectsResponse(request_id=request.request_id)


def send(
    items: Iterator[BatchItem], answer: Callable[[Iterator[Request]], Iterator[Response]] = answered
) -> Iterator[SubjectAnswer]:
    @contextmanager
    def streaming(requests: Iterator[Request]) -> Iterator[Iterator[Response]]:
        yield Stream(answer(requests))

    sending = SubjectSender(items, scorecard="scorecards/small-factory", request_id=lambda item: f"id of {item.key}")
    yield from sending.answers(streaming)


def item(number: int, *, wrong: bool = False) -> BatchItem:
    def read() -> Dossier:
        if wrong:
            raise PlacedError([Problem(None, "", f"{number} is wrong", "WRONG")])
        return Dossier({}, small_subject())

    return BatchItem(f"s{number}", "x.jsonl", None, "d", read)


def test_answers_and_errors_are_returned_in_the_order_of_the_subjects() -> None:
    answers = list(send(item(number, wrong=number % 3 == 0) for number in range(50)))
    assert [answer.item.key for answer in answers] == [f"s{number}" for number in range(50)]
    for number, answer in enumerate(answers):
        if number % 3 == 0:
            assert str(answer.error) == f"dossier: {number} is wrong"
            assert answer.response is None
        else:
            assert answer.response is not None
            assert answer.response.request_id == f"id of s{number}"


def test_only_a_few_subjects_are_read_ahead_of_their_answers() -> None:
    read = 0

    def items() -> Iterator[BatchItem]:
        nonlocal read
        for number in range(1_000):
            read += 1
            yield item(number)

    for count, _ in enumerate(send(items()), 1):
        assert read <= count + IN_FLIGHT + 1
    assert read == 1_000


def test_leaving_early_ends_the_reading() -> None:
    answers = send(item(number) for number in range(1_000_000))
    next(answers)
    answers.close()  # type: ignore[attr-defined]  # it is a generator
    assert not [thread for thread in threading.enumerate() if thread.name == "batch-reader"]


def test_a_read_error_in_a_batch_is_reported() -> None:
    def items() -> Iterator[BatchItem]:
        yield item(0)
        raise PlacedError([Problem(None, "", "the workbook is damaged", "NOT_A_WORKBOOK")])

    answers = send(items())
    assert next(answers).item.key == "s0"
    with pytest.raises(PlacedError, match="damaged"):
        next(answers)


def ending(requests: Iterator[Request]) -> Iterator[Response]:
    yield next(answered(requests))


def mixing(requests: Iterator[Request]) -> Iterator[Response]:
    for _ in requests:
        yield evaluation_service_pb2.StreamEvaluateSubjectsResponse(request_id="another")


@pytest.mark.parametrize(
    ("answer", "expected_message"),
    [(ending, "ended the stream before it answered"), (mixing, "answered the request another instead of id of s0")],
)
def test_missing_or_mismatched_answers_of_the_service_are_refused(
    answer: Callable[[Iterator[Request]], Iterator[Response]], expected_message: str
) -> None:
    with pytest.raises(Refusal, match=expected_message):
        list(send((item(number) for number in range(40)), answer))
