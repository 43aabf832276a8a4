"""Are requests turned away as soon as their head has come, and does their connection serve the next one?"""

import json
from contextlib import ExitStack

import h11
import pytest

from service.api.bulkheads import Bulkhead, NoPlace
from service.api.turning_away import TurningAway
from service.http.routes import Routes
from service.http.turning_away import PASSED_OVER, AtTheHead
from service.http.turnstile import Turnstile
from service.services import SERVICES

EVALUATE = "/touchstone.v1.EvaluationService/EvaluateSubject"
PATH = "/v1/organizations/example/subjects/one:evaluate"
LIST = b"GET /v1/scorecards HTTP/1.1\r\nhost: localhost\r\n\r\n"


class Connection:
    """A connection while the only place for evaluations is taken."""

    def __init__(self, parts: ExitStack) -> None:
        bulkhead, turning_away = Bulkhead(1, kind="evaluating"), TurningAway()
        parts.callback(bulkhead.close)
        self.place = parts.enter_context(ExitStack())
        self.place.enter_context(bulkhead.entered())
        turning_away.note(EVALUATE, bulkhead)
        self.at_the_head = AtTheHead(Routes(SERVICES), turning_away)
        self.turnstile = Turnstile(self.at_the_head, self, most=32_768)
        self.client = h11.Connection(h11.CLIENT)
        self.written = b""
        self.has_ended = False
        self.turned_away = 0

    def write(self, content: bytes) -> None:
        self.written += content

    def end(self) -> None:
        self.has_ended = True

    def was_turned_away(self) -> None:
        self.turned_away += 1

    def take(self, content: bytes) -> list[h11.Event]:
        """Let this come, and give what is given on."""
        self.turnstile.receive_data(content)
        found = []
        while not isinstance(event := self.turnstile.next_event(), type):
            found.append(event)
        return found


@pytest.fixture
def full() -> ExitStack:
    return ExitStack()


def asked(body: bytes = b"{}", *headers: bytes, verb: bytes = b"POST", size: int | None = None) -> bytes:
    """Write a request to evaluate."""
    head = [b"%s %s HTTP/1.1" % (verb, PATH.encode()), b"host: localhost", *headers]
    head.append(b"content-length: %d" % (len(body) if size is None else size))
    return b"\r\n".join(head) + b"\r\n\r\n" + body


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_request_is_turned_away_and_the_next_is_given_on(full: ExitStack, cut: int) -> None:
    with full:
        at = Connection(full)
        whole = asked(b"x" * 300) * 2 + LIST
        given = [event for part in (whole[:cut], whole[cut:]) for event in at.take(part)]
        assert [type(event) for event in given] == [h11.Request, h11.EndOfMessage]
        assert at.turned_away == 2
        assert at.written.count(b"HTTP/1.1 429 Too Many Requests") == 2
        assert not at.has_ended


def test_the_answer_says_when_to_come_again_in_the_language_of_the_request(full: ExitStack) -> None:
    with full:
        at = Connection(full)
        assert at.take(asked(b"{}", b"accept-language: zh")) == []
        head, _, body = at.written.partition(b"\r\n\r\n")
        assert b"retry-after: 1" in head
        assert b"connection: close" not in head
        details = {one["@type"].rpartition(".")[2]: one for one in json.loads(body)["details"]}
        assert details["ErrorInfo"]["reason"] == "TOO_MANY_CALLS"
        assert details["LocalizedMessage"]["locale"] == "zh-CN"


def test_where_there_is_a_place_again_nobody_is_turned_away(full: ExitStack) -> None:
    with full:
        at = Connection(full)
        at.place.close()
        assert isinstance(at.take(asked())[0], h11.Request)
        assert not at.written


def test_a_call_whose_body_has_come_holds_its_place(full: ExitStack) -> None:
    with full:
        at = Connection(full)
        at.place.close()
        with at.at_the_head.held(EVALUATE):
            assert at.take(asked()) == []
            with pytest.raises(NoPlace), at.at_the_head.held(EVALUATE):
                pass
        assert isinstance(at.take(asked())[0], h11.Request)


@pytest.mark.parametrize(
    "request_",
    [
        asked(b"", b"expect: 100-continue", size=10),
        asked(b"", size=PASSED_OVER + 1),
        asked(b"{}", b"connection: close"),
    ],
)
def test_a_connection_ends_whose_body_is_large_or_might_never_come(full: ExitStack, request_: bytes) -> None:
    with full:
        at = Connection(full)
        assert at.take(request_) == []
        assert b"connection: close" in at.written.lower()
        assert at.has_ended


def test_a_body_of_unknown_length_is_passed_over_so_far(full: ExitStack) -> None:
    with full:
        at = Connection(full)
        head = asked().replace(b"content-length: 2", b"transfer-encoding: chunked")[:-2]
        at.take(head)
        for _ in range(PASSED_OVER // 4096 + 1):
            assert not at.has_ended
            assert at.take(b"1000\r\n" + b"x" * 4096 + b"\r\n") == []
        assert at.has_ended
