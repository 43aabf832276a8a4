"""Which requests are turned away as soon as their head has come, and with which answer?"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

import h11

from service.base.of_call import asked_language
from service.base.refusals import Refusal
from service.base.status import log_failure, status_of
from service.http.routes import decoded
from service.http.statuses import answer_of, http_status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.rpc import status_pb2

    from service.api.bulkheads import NoPlace
    from service.api.turning_away import TurningAway
    from service.http.routes import Routes

PASSED_OVER = 1 << 16
"""Up to how many bytes a body is taken only to keep the connection: opening another costs more."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that is written in one go."""

    head: h11.Response
    body: bytes

    @classmethod
    def of(cls, status: status_pb2.Status, *, code: int = 0, closes: bool = False) -> Answer:
        """Write an error, under the code of HTTP that belongs to it or another; one that closes ends the connection."""
        headers, body = answer_of(status)
        named = {**headers, **({"connection": "close"} if closes else {}), "content-length": str(len(body))}
        said = HTTPStatus(code or http_status(status))
        return cls(h11.Response(status_code=said, headers=list(named.items()), reason=said.phrase.encode()), body)


class AtTheHead:
    """Turns requests away for whose calls there is no place: nothing is begun for them, and no body is read."""

    def __init__(self, routes: Routes, turning_away: TurningAway) -> None:
        """Know the addresses, and for which calls there is no place."""
        self._routes = routes
        self._turning_away = turning_away
        self._held: Counter[str] = Counter()
        """Calls of each method from when their body has come until the port has answered them."""
        self._answers: dict[tuple[str, str, bool], Answer] = {}

    @contextmanager
    def held(self, called: str) -> Iterator[None]:
        """Hold a place at the port for a call whose body has come, for it is read before the port knows of it.

        Raises:
            NoPlace: there is none. Heads that come at once all pass, for a body that is still coming holds no place.
        """
        refusal = self._refusal(called)
        if refusal is not None:
            raise refusal
        self._held[called] += 1
        try:
            yield
        finally:
            self._held[called] -= 1

    def _refusal(self, called: str) -> NoPlace | None:
        return self._turning_away.refusal(called, held=self._held[called])

    def answer(self, request: h11.Request) -> Answer | None:
        """Give the answer to a request that is turned away; none to all others."""
        verb = "GET" if request.method == b"HEAD" else request.method.decode("ascii")
        try:
            route, _ = self._routes.find(verb, decoded(request.target.partition(b"?")[0]))
        except Refusal:
            return None
        refusal = self._refusal(route.called)
        if refusal is None:
            return None
        log_failure(refusal, door="http")
        headers = [(name.decode("ascii"), value.decode("latin-1")) for name, value in request.headers]
        kind = str(refusal), asked_language(None, headers), _ends(headers)
        if kind not in self._answers:
            _, language, closes = kind
            self._answers[kind] = Answer.of(status_of(refusal, language), closes=closes)
        return self._answers[kind]


def _ends(headers: list[tuple[str, str]]) -> bool:
    """Say whether the body is too large to be passed over, or might never come."""
    given = {name: value for name, value in headers if name in {"content-length", "expect"}}
    return "expect" in given or int(given.get("content-length", 0)) > PASSED_OVER
