"""HTTP listener: its own limits, and unusable addresses, over a real socket."""

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, suppress
from typing import Any

import grpc
import pytest

from service.api.bulkheads import Bulkhead, LoadShedder
from service.base.refusals import Refusal
from service.configuration.settings import Settings
from service.http import http_server, in_flight
from service.http.http_server import open_http_server
from service.serving.registry import SERVICES
from tests.support.waiting import soon

NOBODY = "127.0.0.1:1"
"""Nothing listens there."""
HEAD = b"POST /v1/claims:screen HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
OPTIONS = b"OPTIONS / HTTP/1.1\r\nhost: localhost\r\n\r\n"
EVALUATE = "/touchstone.v1.EvaluationService/EvaluateSubject"
EVALUATED = b"POST /v1/organizations/example/subjects/one:evaluate HTTP/1.1\r\nhost: localhost\r\n"

Act = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def with_door(act: Act, turning_away: LoadShedder | None = None, **settings: int | bool) -> None:
    """Open a door before a port that does not answer, and act at it."""

    async def run() -> None:
        async with grpc.aio.insecure_channel(NOBODY) as channel:
            configuration = Settings(http_address="127.0.0.1:0", **settings)  # type: ignore[arg-type]
            door = open_http_server(configuration, SERVICES, channel, turning_away or LoadShedder(), guarded=False)
            host, _, port = door.address.rpartition(":")
            reader, writer = await asyncio.open_connection(host, int(port))
            try:
                async with asyncio.timeout(30):
                    await act(reader, writer)
            finally:
                writer.close()
                await door.close()

    asyncio.run(run())


async def answer(reader: asyncio.StreamReader) -> tuple[bytes, bytes, dict[str, Any]]:
    """Return the status line, the lowercase head and the JSON body of a response."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    size = int(head.partition(b"content-length: ")[2].partition(b"\r")[0])
    return head.partition(b"\r\n")[0], head, json.loads(await reader.readexactly(size))


@pytest.fixture
def full() -> Iterator[tuple[LoadShedder, ExitStack]]:
    """Load shedder of a port with no free evaluation slot, and the stack that frees the slot."""
    with ExitStack() as parts:
        bulkhead, turning_away = Bulkhead(1, kind="evaluating"), LoadShedder()
        parts.callback(bulkhead.close)
        turning_away.note(EVALUATE, bulkhead)
        place = parts.enter_context(ExitStack())
        place.enter_context(bulkhead.slot())
        yield turning_away, place


def test_a_call_without_a_free_slot_is_refused_before_its_body_is_sent(full: tuple[LoadShedder, ExitStack]) -> None:
    turning_away, place = full

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for language, locale in (("en", None), ("zh", "zh-CN")):
            asked = EVALUATED + b"content-type: application/json\r\naccept-language: " + language.encode()
            writer.write(asked + b"\r\ncontent-length: 200000\r\n\r\n")
            line, head, body = await answer(reader)  # no part of the body was sent
            assert line == b"http/1.1 429 too many requests"
            assert b"retry-after: 1\r\n" in head
            details = {one["@type"].rpartition(".")[2]: one for one in body["details"]}
            assert details["ErrorInfo"]["reason"] == "TOO_MANY_CALLS"
            assert details.get("LocalizedMessage", {}).get("locale") == locale
            writer.write(b"x" * 200_000)  # which is passed over
        place.close()
        writer.write(EVALUATED + b"content-type: application/json\r\ncontent-length: 2\r\n\r\n{}")
        line, _, body = await answer(reader)
        assert (line, body["details"][0]["reason"]) == (b"http/1.1 503 service unavailable", "SERVER_UNAVAILABLE")

    with_door(act, turning_away)


def test_calls_not_yet_known_to_the_grpc_port_occupy_slots(full: tuple[LoadShedder, ExitStack]) -> None:
    turning_away, place = full
    place.close()
    bound = in_flight.InFlight(Bulkhead(2), turning_away)
    with bound.entered(EVALUATE):
        with pytest.raises(Refusal, match="1 call is"), bound.entered(EVALUATE):
            pass
        with bound.entered("/touchstone.v1.ScorecardService/GetScorecard"), pytest.raises(Refusal, match="2 calls"):
            bound.check("/touchstone.v1.ScorecardService/GetScorecard")
    bound.check(EVALUATE)
    bound.bulkhead.close()


def test_requests_above_the_connection_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_server, "_CONNECTIONS", 2)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        other, other_writer = await asyncio.open_connection(*writer.get_extra_info("peername"))
        writer.write(OPTIONS)
        assert (await reader.read()).startswith(b"HTTP/1.1 503")  # and its connection is given back
        other_writer.write(OPTIONS)
        assert (await other.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        other_writer.close()

    with_door(act)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\nhost : localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: localhost\r\nx: " + b"x" * 40_000,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        HEAD + b"content-length: 2\r\ncontent-length: 3\r\n\r\n{}",
    ],
)
def test_invalid_http_and_overlong_heads_are_refused(sent: bytes) -> None:
    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(sent)
        assert (await reader.read()).startswith(b"HTTP/1.1 400 Bad Request")

    with_door(act)


def test_bodies_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_flight, "_BODIES", 1)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        other, other_writer = await asyncio.open_connection(*writer.get_extra_info("peername"))
        begun = HEAD + b"content-length: 2000\r\n\r\n" + b" " * 1_500
        writer.write(begun)
        await asyncio.sleep(0.1)
        other_writer.write(begun)
        line, head, body = await answer(other)
        assert line.startswith(b"http/1.1 429 ")
        assert b"retry-after: 1\r\n" in head
        assert body["details"][0]["reason"] == "TOO_MANY_CALLS"
        writer.write(b" " * 500)
        line, _, body = await answer(reader)
        assert line.startswith(b"http/1.1 400 ")  # it was read: an object is wanted
        other_writer.close()

    with_door(act, maximum_message_bytes=1_024)


@pytest.mark.parametrize(("api_keys", "status"), [(False, b"403"), (True, b"204")])
def test_another_host_name_is_accepted_only_if_callers_authenticate(api_keys: bool, status: bytes) -> None:
    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(OPTIONS.replace(b"localhost", b"rules.example"))
        assert (await reader.readuntil(b"\r\n")).split()[1] == status

    with_door(act, api_keys=api_keys)


def test_an_idle_connection_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_server, "_IDLE_SECONDS", 0.2)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(OPTIONS)
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        assert await reader.read() == b""

    with_door(act)


@pytest.mark.parametrize("begun", [b"", b"GET / HTT", HEAD], ids=["silent", "line", "head"])
def test_connections_without_a_complete_request_are_closed_and_free_their_slots(
    monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr(http_server, "HEAD_SECONDS", 0.3)
    monkeypatch.setattr(http_server, "_CONNECTIONS", 5)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address = writer.get_extra_info("peername")
        opened = [await asyncio.open_connection(*address) for _ in range(8)]
        for _, half in opened:
            half.write(begun)
        responses = [await other.read() for other, _ in opened]  # each is ended
        assert all((b"HTTP/1.1 408 " in answer) is bool(begun) for answer in responses), responses
        again, asking = await asyncio.open_connection(*address)
        asking.write(OPTIONS)
        assert (await again.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        for half in (asking, *(half for _, half in opened)):
            half.close()
        assert await reader.read() == b""

    with_door(act)


def test_a_head_sent_byte_by_byte_has_the_same_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_server, "HEAD_SECONDS", 0.3)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def trickle() -> None:
            for byte in b"GET / HTTP/1.1\r\nx: " + 1_000 * b"x":
                writer.write(bytes([byte]))
                await asyncio.sleep(0.02)

        trickling = asyncio.create_task(trickle())
        with suppress(ConnectionError):  # data sent after the end resets the connection
            assert (await reader.read()).startswith(b"HTTP/1.1 408 ")
        assert not trickling.done()
        trickling.cancel()

    with_door(act)


def test_the_second_head_of_a_connection_has_the_same_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_server, "HEAD_SECONDS", 0.3)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(OPTIONS + b"OPTI")  # a part comes with the first
        response = await reader.read()
        assert response.startswith(b"HTTP/1.1 204 ")
        assert b"HTTP/1.1 408 " in response
        again, asking = await asyncio.open_connection(*writer.get_extra_info("peername"))
        asking.write(OPTIONS)
        await again.readuntil(b"\r\n\r\n")
        asking.write(b"OPTI")  # or later
        assert (await again.read()).startswith(b"HTTP/1.1 408 ")
        asking.close()

    with_door(act)


def test_body_and_answer_may_take_longer_than_the_head_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_server, "HEAD_SECONDS", 0.2)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"content-length: 2\r\n\r\n[")
        await asyncio.sleep(0.5)
        writer.write(b"]")
        line, _, _ = await answer(reader)
        assert line.startswith(b"http/1.1 400 ")  # an object is wanted

    with_door(act)


def test_a_client_that_does_not_read_the_response_is_disconnected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_server, "TAKING_SECONDS", 0.3)

    async def run() -> None:
        async with grpc.aio.insecure_channel(NOBODY) as channel:
            door = open_http_server(
                Settings(http_address="127.0.0.1:0"), SERVICES, channel, LoadShedder(), guarded=False
            )
            host, _, port = door.address.rpartition(":")
            greedy = socket.socket()
            greedy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            greedy.connect((host, int(port)))
            held = door.server.server_state.connections
            await soon(lambda: held)
            (connection,) = held
            connection.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4_096)
            greedy.sendall(b"GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n")
            await soon(lambda: not held)
            greedy.close()
            await door.close()

    asyncio.run(run())


@pytest.mark.parametrize("path", [b"/v1/claims:screen", b"/workbench/sign-in"])
def test_a_body_with_two_conflicting_length_headers_ends_the_connection(path: bytes) -> None:
    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        framed = HEAD.replace(b"/v1/claims:screen", path) + b"content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n"
        writer.write(framed + b"0\r\n\r\n" + OPTIONS)
        line, head, body = await answer(reader)
        assert line == b"http/1.1 400 bad request"
        assert b"connection: close" in head
        assert "Transfer-Encoding" in body["message"]
        assert await reader.read() == b"", "what follows is nobody's request"

    with_door(act)


def test_answers_are_not_held_back_until_others_are_acknowledged() -> None:
    async def run() -> None:
        async with grpc.aio.insecure_channel(NOBODY) as channel:
            door = open_http_server(
                Settings(http_address="127.0.0.1:0"), SERVICES, channel, LoadShedder(), guarded=False
            )
            host, _, port = door.address.rpartition(":")
            _, writer = await asyncio.open_connection(host, int(port))
            connections = door.server.server_state.connections
            await soon(lambda: connections)
            (connection,) = connections
            transport_socket = connection.transport.get_extra_info("socket")
            assert transport_socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            writer.close()
            await door.close()

    asyncio.run(run())


def test_a_body_that_is_sent_too_slowly_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_flight, "_BODY_SECONDS", 0.2)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"content-length: 100\r\n\r\n{")
        answer = await reader.read()
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert b"REQUEST_TOO_SLOW" in answer

    with_door(act)


def test_an_unreachable_grpc_port_is_reported() -> None:
    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"GET /v1/scorecards HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
        answer = await reader.read()
        assert answer.startswith(b"HTTP/1.1 503 ")
        assert b"SERVER_UNAVAILABLE" in answer

    with_door(act)


@pytest.mark.parametrize(
    ("address", "expected_message"),
    [
        ("0.0.0.0:0", "this machine only"),
        ("example.com:80", "this machine only"),
        ("127.0.0.1", "host:port"),
        ("127.0.0.1:99999", "host:port"),
    ],
)
def test_an_invalid_or_public_address_is_refused(address: str, expected_message: str) -> None:
    with pytest.raises(Refusal, match=expected_message):
        asyncio.run(_open(address))


def test_an_address_in_use_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(Refusal, match="cannot listen"):
        asyncio.run(_open(f"127.0.0.1:{listener.getsockname()[1]}"))


async def _open(address: str) -> None:
    async with grpc.aio.insecure_channel(NOBODY) as channel:
        open_http_server(Settings(http_address=address), SERVICES, channel, LoadShedder(), guarded=False)
