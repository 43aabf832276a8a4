"""Blocking client: each call waits for its response."""

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
    evaluations_fields,
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


_CHANNEL_LOCK = threading.Lock()


class Client(Caller):
    """Connection to a server; a context manager, safe to use from several threads.

    Calls raise FieldsError, with nothing sent, if a method or field is unknown or a value is invalid. They raise
    ServerError if the server refuses or does not answer in time.
    """

    _opened_channel: grpc.Channel | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._opened_channel is not None:
            self._opened_channel.close()

    def evaluate(  # noqa: PLR0913 -- fields of the request
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
        """Evaluate `organizations/{organization}/subjects/{subject}` and return the stored evaluation.

        `facts` maps ids to fields of Fact, such as `{"value": {"number": Decimal("1"), "unit": "time"}}`, `evidence` to
        fields of EvidenceItem. Retries share one request id; pass `request_id` to retry from another process.
        """
        method, request = self._prepared_evaluation(
            subject, scorecard,
            as_of=as_of, facts=facts, evidence=evidence, settings=settings, known=known, request_id=request_id,
        )  # fmt: skip
        return plain_message(self._call_with_retries(method, request, timeout))

    def evaluations(self, organization: str, *, filter: str = "", view: str = "") -> Iterator[Answer]:
        """List the stored evaluations of `organizations/{organization}`, newest first, over all pages.

        `filter` is an expression such as `record.subject = "organizations/example/subjects/factory-7"`. Without
        `view`, an evaluation has no trail, facts, evidence or `record.results`; EVALUATION_VIEW_FULL adds them.
        """
        for page in self.pages(LIST_EVALUATIONS, evaluations_fields(organization, filter=filter, view=view)):
            yield from page.get("evaluations", ())

    def call(self, method: str, fields: Fields, *, timeout: float | None = None) -> Answer:
        """Call a unary method: "EvaluationService.GetEvaluation", or "GetEvaluation" if unique."""
        return plain_message(self._call_with_retries(*self._prepared(method, fields), timeout))

    def pages(self, method: str, fields: Fields, *, timeout: float | None = None) -> Iterator[Answer]:
        """Yield the pages of a paged method; the timeout applies to each page."""
        page_method, request = self._prepared_page(method, fields)
        while True:
            page: Any = self._call_with_retries(page_method, request, timeout)
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
        """Call a method with one request or a stream; raise TypeError unless it returns one `answer` message."""
        response: AnswerMessage = self._call_with_retries(resolved(method, request, answer), request, timeout)
        return response

    def stream(
        self,
        method: str | Method,
        request: Message | Iterable[Message],
        answer: type[AnswerMessage],
        *,
        timeout: float | None = None,
    ) -> Answers[AnswerMessage]:
        """Call a server-streaming method, without retries and without the default timeout.

        If iterating raises ServerError, send the requests without an answer again, with the same request ids.
        """
        call = call_on(self._channel, resolved(method, request, answer))
        return Answers(call(request, timeout=timeout, metadata=self._metadata()), self._error)

    @property
    def _channel(self) -> grpc.Channel:
        with _CHANNEL_LOCK:
            if self._opened_channel is None:
                credentials = self._credentials()
                self._opened_channel = (
                    grpc.insecure_channel(self.address, options=OPTIONS)
                    if credentials is None
                    else grpc.secure_channel(self.address, credentials, options=OPTIONS)
                )
            return self._opened_channel

    def _call_with_retries(self, method: Method, request: Any, timeout: float | None) -> Any:
        request, call = with_request_id(method, request), call_on(self._channel, method)
        attempts = self._attempts(method, request, timeout)
        while True:
            try:
                return call(request, timeout=attempts.seconds_left(), metadata=self._metadata())
            except grpc.RpcError as error:
                pause = attempts.pause_after(self._error(error))
            time.sleep(pause)


class Answers(Generic[AnswerMessage]):
    """Responses of a stream; iterating raises ServerError if the call fails."""

    def __init__(self, call: Any, to_error: Callable[[grpc.RpcError], ServerError]) -> None:
        self._call, self._error_of = call, to_error

    def __iter__(self) -> Iterator[AnswerMessage]:
        return self

    def __next__(self) -> AnswerMessage:
        try:
            answer: AnswerMessage = next(self._call)
        except grpc.RpcError as error:
            raise self._error_of(error) from error
        return answer

    def cancel(self) -> None:
        self._call.cancel()
