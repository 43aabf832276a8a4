"""Client for programs that wait for each answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Self

import grpc

from touchstone.client.calling import (
    LIST_EVALUATIONS,
    OPTIONS,
    Answer,
    AnswerMessage,
    Caller,
    Fields,
    call_on,
    resolved,
    with_request_id,
)
from touchstone.client.json_form import plain_message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from google.protobuf.message import Message

    from touchstone.client.errors import ServerError
    from touchstone.client.methods import Method


_OPENING = threading.Lock()
"""Held while a connection is opened, so that threads that call at once share it."""


class Client(Caller):
    """One connection to a server; a context manager, and safe to use from several threads."""

    _opened: grpc.Channel | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        if self._opened is not None:
            self._opened.close()

    def evaluate(  # noqa: PLR0913 -- the fields of the request
        self,
        subject: str,
        scorecard: str,
        *,
        as_of: date,
        facts: Mapping[str, Fields],
        evidence: Mapping[str, Fields] | None = None,
        settings: Mapping[str, str] | None = None,
        known: datetime | None = None,
        request_id: str | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Evaluate a subject, `organizations/{organization}/subjects/{subject}`, and give the stored evaluation.

        `facts` holds by fact id the fields of Fact, such as `{"value": {"number": Decimal("1"), "unit": "time"}}`,
        `evidence` by evidence id those of EvidenceItem. All repetitions have one request id, so that the subject is
        evaluated once; who gives it can repeat the call from another process.

        Raises:
            FieldsError: something given is no field, or not of its kind; every one is named, and nothing is sent.
            ServerError: the server refuses, or cannot be reached in time.
        """
        method, request = self._prepared_evaluation(
            subject, scorecard,
            as_of=as_of, facts=facts, evidence=evidence, settings=settings, known=known, request_id=request_id,
        )  # fmt: skip
        return plain_message(self._answered(method, request, timeout))

    def evaluations(self, organization: str, *, filter: str = "", view: str = "") -> Iterator[Answer]:
        """List the evaluations of an organisation, newest first; `filter` and `view` as the API has them.

        Raises:
            FieldsError: there is no such view.
            ServerError: the server refuses, or cannot be reached in time.
        """
        asked = {"parent": f"organizations/{organization}", "filter": filter, "view": view or None}
        for page in self.pages(LIST_EVALUATIONS, asked):
            yield from page.get("evaluations", ())

    def call(self, method: str, fields: Fields, *, timeout: float | None = None) -> Answer:
        """Make any call that is asked and answers once: `EvaluationService.GetEvaluation`, or `GetEvaluation`.

        Raises:
            FieldsError: there is no such call, or something given is no field, or not of its kind; nothing is sent.
            ServerError: the server refuses, or cannot be reached in time.
        """
        return plain_message(self._answered(*self._prepared(method, fields), timeout))

    def pages(self, method: str, fields: Fields, *, timeout: float | None = None) -> Iterator[Answer]:
        """Make any call that answers page by page, and give each page as it comes; the time limit is that of one page.

        Raises:
            FieldsError: as of `call`, and where the call has no pages.
            ServerError: the server refuses, or cannot be reached in time.
        """
        found, request = self._prepared_page(method, fields)
        while True:
            page: Any = self._answered(found, request, timeout)
            yield plain_message(page)
            if not page.next_page_token:
                return
            request.page_token = page.next_page_token

    def send(
        self,
        method: str | Method,
        request: Message | Iterable[Message],
        answer: type[AnswerMessage],
        *,
        timeout: float | None = None,
    ) -> AnswerMessage:
        """Make any call that answers once with messages, of which it may take several; the answer is of the type given.

        Raises:
            FieldsError: there is no such call.
            ServerError: the server refuses, or cannot be reached in time.
            TypeError: the call takes or answers another message.
        """
        found: AnswerMessage = self._answered(resolved(method, request, answer), request, timeout)
        return found

    def stream(
        self,
        method: str | Method,
        request: Message | Iterable[Message],
        answer: type[AnswerMessage],
        *,
        timeout: float | None = None,
    ) -> Answers[AnswerMessage]:
        """Make any call that answers by a stream of messages; nothing of it is repeated, and it ends by itself alone.

        Raises:
            FieldsError: there is no such call.
            TypeError: the call takes or answers another message.
        """
        call = call_on(self._channel, resolved(method, request, answer))
        return Answers(call(request, timeout=timeout, metadata=self._metadata()), self._error)

    @property
    def _channel(self) -> grpc.Channel:
        with _OPENING:
            if self._opened is None:
                credentials = self._credentials()
                self._opened = (
                    grpc.insecure_channel(self.address, options=OPTIONS)
                    if credentials is None
                    else grpc.secure_channel(self.address, credentials, options=OPTIONS)
                )
            return self._opened

    def _answered(self, method: Method, request: Any, timeout: float | None) -> Any:
        """Call until there is an answer, an error that another call would not mend, or no time left."""
        request, call = with_request_id(method, request), call_on(self._channel, method)
        attempts = self._attempts(method, request, timeout)
        while True:
            try:
                return call(request, timeout=attempts.seconds_left(), metadata=self._metadata())
            except grpc.RpcError as error:
                pause = attempts.pause_after(self._error(error))
            time.sleep(pause)


class Answers(Generic[AnswerMessage]):
    """The answers of a stream, in their order."""

    def __init__(self, call: Any, told: Callable[[grpc.RpcError], ServerError]) -> None:
        """Take them of a call."""
        self._call, self._told = call, told

    def __iter__(self) -> Iterator[AnswerMessage]:
        return self

    def __next__(self) -> AnswerMessage:
        """Wait for the next one.

        Raises:
            ServerError: the server refuses, or the call broke.
        """
        try:
            answer: AnswerMessage = next(self._call)
        except grpc.RpcError as error:
            raise self._told(error) from error
        return answer

    def cancel(self) -> None:
        """End the call."""
        self._call.cancel()
