"""How do the subjects of a batch go to the service and come back, in their order, with few on the way?

One thread reads subjects while the caller takes answers. At most so many subjects are read and not answered yet, so
memory does not grow with the batch, and a slow service slows the reading.
"""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.contracts.canonical import canonical_bytes, digest
from rules.contracts.messages import speaker
from service.answering.mapping.requests import write_request
from service.base.refusals import Reason, Refusal
from service.reading.tree.problems import PlacedError, refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from contextlib import AbstractContextManager

    from service.batch.sources import Item
    from service.reading.dossier.reading import Dossier
    from touchstone.v1 import evaluation_service_pb2

    Request = evaluation_service_pb2.EvaluateSubjectRequest
    Response = evaluation_service_pb2.StreamEvaluateSubjectsResponse
    Streaming = Callable[[Iterator[Request]], AbstractContextManager[Iterator[Response]]]

_say = speaker(__name__)

IN_FLIGHT = 16
"""How many subjects are read and not answered yet; a service works on fewer at once."""
_MAXIMUM_REQUEST_BYTES = 4_000_000
_LOOK_SECONDS = 0.2
_END = None


@dataclass(frozen=True, slots=True)
class Answered:
    """One subject with its answer, or with why its dossier cannot be read."""

    item: Item
    dossier: Dossier | None = None
    request_id: str = ""
    response: Response | None = None
    error: PlacedError | None = None


def request_id_of(item: Item, *, scorecard: str, as_of: str, settings: dict[str, str], known: str = "") -> str:
    """Derive the request id of a subject: the same file asked for the same thing has the same one for ever.

    So the service answers a subject that it knows with what it stored (UUID version 8, RFC 9562).
    """
    asked = {
        "batch": item.digest,
        "key": digest(item.key.encode("utf-8")),
        "scorecard": scorecard,
        "as_of": as_of,
        "settings": digest(repr(sorted(settings.items())).encode("utf-8")),
    }
    if known:
        asked["known"] = known
    drawn = digest(canonical_bytes(dict(asked)))
    variant = "89ab"[int(drawn[16], 16) % 4]
    return f"{drawn[:8]}-{drawn[8:12]}-8{drawn[13:16]}-{variant}{drawn[17:20]}-{drawn[20:32]}"


class Sending:
    """Sends subjects and gives their answers."""

    def __init__(
        self, items: Iterable[Item], *, scorecard: str, request_id: Callable[[Item], str], known: str = ""
    ) -> None:
        """Take the subjects in their order; without a known time the service takes its own."""
        self._items = items
        self._scorecard = scorecard
        self._request_id = request_id
        self._known = known
        self._places = threading.BoundedSemaphore(IN_FLIGHT)
        self._waiting: queue.SimpleQueue[Answered | BaseException | None] = queue.SimpleQueue()
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._stopping = threading.Event()

    def answers(self, streaming: Streaming) -> Generator[Answered, None, None]:
        """Send everything and give each answer when it comes; closing this stops the work.

        Raises:
            RemoteError: the stream broke.
            Refusal: the service answered less, or something else, than it was asked.
            PlacedError: the rest of the batch cannot be read.
        """
        reader = threading.Thread(target=self._read, name="batch-reader", daemon=True)
        reader.start()
        try:
            with streaming(iter(self._requests.get, _END)) as responses:
                while (waiting := self._next(responses)) is not _END:
                    if isinstance(waiting, BaseException):
                        raise waiting
                    if waiting.error is None:
                        waiting = replace(waiting, response=_answer(responses, waiting.request_id))
                    yield waiting
                    self._places.release()
        finally:
            self._stopping.set()
            self._requests.put(_END)
            reader.join()

    def _next(self, responses: Iterator[Response]) -> Answered | BaseException | None:
        """Wait for the next subject to be read; a call that ended meanwhile says why when it is asked."""
        while True:
            try:
                return self._waiting.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                if not responses.is_active():  # type: ignore[attr-defined]  # the stubs give a call
                    _answer(responses, "")

    def _read(self) -> None:
        try:
            for item in self._items:
                while not self._places.acquire(timeout=_LOOK_SECONDS):
                    if self._stopping.is_set():
                        return
                if self._stopping.is_set():
                    return
                try:
                    dossier, request = self._request(item)
                except PlacedError as error:
                    self._waiting.put(Answered(item, error=error))
                else:
                    self._waiting.put(Answered(item, dossier, request.request_id))
                    self._requests.put(request)
        except BaseException as error:  # whatever it is, it is raised where the answers are taken
            self._waiting.put(error)
        finally:
            self._requests.put(_END)
            self._waiting.put(_END)

    def _request(self, item: Item) -> tuple[Dossier, Request]:
        dossier = item.read()
        subject = dossier.subject.model_copy(update={"known": self._known})
        request = write_request(subject, scorecard=self._scorecard, request_id=self._request_id(item))
        size = request.ByteSize()
        if size > _MAXIMUM_REQUEST_BYTES:
            description = _say("REQUEST_TOO_LARGE", size=size, most=_MAXIMUM_REQUEST_BYTES)
            refuse(item.place, description, "TOO_LARGE")
        return dossier, request


def _answer(responses: Iterator[Response], request_id: str) -> Response:
    """Take the next answer, which must be the one to this request; a broken stream raises its own error."""
    response = next(responses, None)
    if response is None:
        raise Refusal(Reason.SERVER_UNAVAILABLE, _say("STREAM_ENDED"))
    if response.request_id != request_id:
        said = _say("WRONG_ANSWER", found=response.request_id, wanted=request_id)
        raise Refusal(Reason.SERVER_UNAVAILABLE, said)
    return response
