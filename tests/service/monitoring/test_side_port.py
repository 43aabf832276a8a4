"""Health and readiness endpoints on the side port: hung event loop, failed parts, draining, address parsing."""

import asyncio
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing

import pytest

from rules.contracts.errors import TrailError
from service.api.call_interceptor import CallInterceptor
from service.monitoring import monitoring_setup
from service.monitoring.monitoring_setup import SidePort, parse_listen_address
from service.monitoring.readiness import Readiness


class Part:
    """A part that is ready until something is wrong with it."""

    def __init__(self) -> None:
        self.problem = ""

    def check(self) -> int:
        if self.problem:
            raise TrailError(self.problem)
        return 1


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    running = asyncio.new_event_loop()
    thread = threading.Thread(target=running.run_forever)
    thread.start()
    yield running
    running.call_soon_threadsafe(running.stop)
    thread.join()
    running.close()


def looked_at(port: SidePort, page: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://{port.address}{page}", timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def readiness(*, calls: CallInterceptor | None = None, store: Part | None = None) -> Readiness:
    return Readiness(calls=calls or CallInterceptor(), store=store or Part(), gazette=Part())  # type: ignore[arg-type] # stubs


def test_a_blocked_event_loop_is_reported(loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    with closing(SidePort("0", readiness(), loop)) as port:
        assert looked_at(port, "/healthz")[0] == 200
        loop.call_soon_threadsafe(release.wait, 60)
        with monkeypatch.context() as impatient:
            impatient.setattr(monitoring_setup, "_LOOP_TIMEOUT_SECONDS", 0.2)
            assert looked_at(port, "/healthz")[0] == 503
        release.set()
        assert looked_at(port, "/healthz")[0] == 200


def test_a_server_that_stops_or_has_lost_a_part_is_not_ready(loop: asyncio.AbstractEventLoop) -> None:
    calls, store = CallInterceptor(), Part()
    with closing(SidePort("127.0.0.1:0", readiness(calls=calls, store=store), loop)) as port:
        assert looked_at(port, "/readyz") == (200, "calls: ready\nstore: ready\ngazette: ready\nclock: ready\n")
        store.problem = "the disk is gone"
        assert looked_at(port, "/readyz") == (
            503,
            "calls: ready\nstore: the disk is gone\ngazette: ready\nclock: ready\n",
        )
        store.problem = ""
        calls.drain()
        status, text = looked_at(port, "/readyz")
        assert (status, "calls: The server is stopping" in text) == (503, True)
        assert looked_at(port, "/healthz")[0] == 200


def test_a_port_without_host_is_bound_to_the_local_machine(loop: asyncio.AbstractEventLoop) -> None:
    with closing(SidePort("0", readiness(), loop)) as port:
        assert port.address.startswith("127.0.0.1:")


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_an_address_of_ipv6_is_listened_on(loop: asyncio.AbstractEventLoop) -> None:
    try:
        port = SidePort("[::1]:0", readiness(), loop)
    except Exception as error:
        pytest.skip(str(error))
    with closing(port):
        assert looked_at(port, "/healthz")[0] == 200


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("9464", ("127.0.0.1", 9464)),
        (":9464", ("127.0.0.1", 9464)),
        ("192.0.2.1:9464", ("192.0.2.1", 9464)),
        ("[::]:9464", ("::", 9464)),
        ("metrics.example:80", ("metrics.example", 80)),
    ],
)
def test_listen_addresses_are_parsed(text: str, read: tuple[str, int]) -> None:
    assert parse_listen_address(text) == read


@pytest.mark.parametrize("text", ["", "host", "host:", "host:x", "9464:host", "127.0.0.1:９４６４"])
def test_an_invalid_listen_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="host:port"):
        parse_listen_address(text)
