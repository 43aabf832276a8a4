"""Webhook delivery to bad endpoints: error statuses, slow, endless and malformed HTTP responses."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

import pytest

from service.events import delivery
from service.events.delivery import Endpoint, Sender
from service.store.outbox import Event
from tests.support.receiving import SECRET, Receiver

EVENT = Event(1, "id", "type", "", "2026-01-01T00:00:00Z", "of", "{}")


def sender(url: str) -> Sender:
    return Sender(Endpoint("erp", url, (SECRET,)))


@pytest.fixture
def answering() -> Iterator[Callable[[bytes, float], str]]:
    """Listen, and answer one request with a piece of bytes again and again, with pauses between."""
    listening = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def answer(piece: bytes, pause: float) -> str:
        def run() -> None:
            with suppress(OSError):
                connection, _ = listening.accept()
                with connection:
                    connection.recv(65_536)
                    waiting = threading.Event()
                    while piece and not waiting.wait(pause):
                        connection.sendall(piece)

        threads.append(threading.Thread(target=run))
        threads[-1].start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/"

    yield answer
    listening.close()
    for thread in threads:
        thread.join()


def test_only_a_success_status_counts_as_delivered() -> None:
    with Receiver(200, 204, 301, 400, 500) as receiver:
        asked = sender(receiver.url)
        assert [asked.send(EVENT) for _ in range(5)] == ["", "", "HTTP 301", "HTTP 400", "HTTP 500"]
        asked.close()


def test_an_answer_that_drips_is_cut_off(
    answering: Callable[[bytes, float], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "_TIMEOUT_SECONDS", 0.5)
    started = time.monotonic()
    assert sender(answering(b"H", 0.05)).send(EVENT)
    assert time.monotonic() - started < 10


def test_an_endless_response_is_not_read_to_its_end(answering: Callable[[bytes, float], str]) -> None:
    head = b"HTTP/1.1 200 OK\r\ncontent-length: 1000000000000\r\n\r\n"
    asked = sender(answering(head + b"x" * 100_000, 0))
    assert asked.send(EVENT) == ""
    asked.close()


def test_a_missing_response_is_a_failure(answering: Callable[[bytes, float], str]) -> None:
    assert sender(answering(b"", 0)).send(EVENT) in {"RemoteDisconnected", "ConnectionResetError"}
    assert sender("http://127.0.0.1:1/").send(EVENT) == "ConnectionRefusedError"


def test_an_event_that_cannot_be_encoded_fails_without_blocking_later_events() -> None:
    with Receiver(200) as receiver:
        asked = sender(receiver.url)
        unwritable = replace(EVENT, data="\ud800")
        answers = [asked.send(unwritable), asked.send(EVENT)]
        asked.close()
    assert answers[0]
    assert answers[1] == ""
