"""Clients who are too slow, and addresses that cannot be listened on; over a real socket."""

import asyncio
import json
import socket
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import grpc
import pytest

from service.api.turning_away import TurningAway
from service.base.refusals import Refusal
from service.http import connections, intake, listening
from service.http.listening import open_door
from service.services import SERVICES
from service.settings import Settings
from tests.support.identities import Authority, Certified
from tests.support.waiting import soon

NOBODY = "127.0.0.1:1"
"""Nothing listens there."""
HEAD = b"POST /v1/claims:screen HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"

Act = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def with_door(act: Act, *, own: Certified | None = None, **settings: int) -> None:
    """Open a door before a port that does not answer, encrypted with a certificate if one is given, and act at it."""
    files = {} if own is None else {"tls_certificate": own.certificate, "tls_key": own.key}

    async def run() -> None:
        async with grpc.aio.insecure_channel(NOBODY) as channel:
            given = Settings(http_address="127.0.0.1:0", **settings, **files)  # type: ignore[arg-type]
            door = open_door(given, SERVICES, channel, TurningAway(), guarded=own is not None)
            host, _, port = door.address.rpartition(":")
            reader, writer = await asyncio.open_connection(host, int(port))
            try:
                async with asyncio.timeout(30):
                    await act(reader, writer)
            finally:
                writer.close()
                await door.close()

    asyncio.run(run())


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nhost: local"])
def test_who_does_not_ask_in_time_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, begun: bytes) -> None:
    monkeypatch.setattr(connections, "_HEAD_SECONDS", 0.2)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(begun)
        with suppress(ConnectionResetError):
            assert await reader.read() == b""

    with_door(act)


def test_who_asks_in_time_is_kept_for_the_next_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_HEAD_SECONDS", 1)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(3):
            writer.write(b"OPTIONS / HTTP/1.1\r\nhost: localhost\r\n\r\n")
            assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
            await asyncio.sleep(0.6)  # so that the last head comes later after the first than it may take

    with_door(act)


def test_who_asks_nothing_further_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "IDLE_SECONDS", 0.2)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"OPTIONS / HTTP/1.1\r\nhost: localhost\r\n\r\n")
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        assert await reader.read() == b""

    with_door(act)


@pytest.mark.parametrize("begun", [b"", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"], ids=["nothing", "half"])
def test_who_does_not_finish_the_handshake_of_tls_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, begun: bytes
) -> None:
    monkeypatch.setattr(listening, "_HANDSHAKE_SECONDS", 0.2)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(begun)
        with suppress(ConnectionResetError):
            assert await reader.read() == b""

    with_door(act, own=Authority(tmp_path).certified("server"))


def test_who_finished_the_handshake_is_waited_for_as_all_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(connections, "_HEAD_SECONDS", 1)
    authority = Authority(tmp_path)
    context = ssl.create_default_context(cafile=authority.file)

    async def act(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address = writer.get_extra_info("peername")
        reader, quick = await asyncio.open_connection(*address, ssl=context, server_hostname="localhost")
        quick.write(b"OPTIONS / HTTP/1.1\r\nhost: localhost\r\n\r\n")
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        reader, silent = await asyncio.open_connection(*address, ssl=context, server_hostname="localhost")
        with suppress(ConnectionResetError):
            assert await reader.read() == b""
        quick.close()
        silent.close()

    with_door(act, own=authority.certified("server"))


def test_answers_are_not_held_back_until_others_are_acknowledged() -> None:
    async def run() -> None:
        async with grpc.aio.insecure_channel(NOBODY) as channel:
            door = open_door(Settings(http_address="127.0.0.1:0"), SERVICES, channel, TurningAway(), guarded=False)
            host, _, port = door.address.rpartition(":")
            _, writer = await asyncio.open_connection(host, int(port))
            connections = door.server.server_state.connections
            await soon(lambda: connections)
            (connection,) = connections
            taken = connection.transport.get_extra_info("socket")
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            writer.close()
            await door.close()

    asyncio.run(run())


def test_who_sends_a_body_too_slowly_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_SECONDS", 0.2)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"content-length: 100\r\n\r\n{")
        answer = await reader.read()
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert b"REQUEST_TOO_SLOW" in answer

    with_door(act)


def test_who_does_not_read_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_TAKING_SECONDS", 0.2)

    async def act(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        with suppress(ConnectionError):
            while True:  # until the connection is lost
                writer.write(b"GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n")
                await writer.drain()
                await asyncio.sleep(0)

    with_door(act)


async def answer(reader: asyncio.StreamReader) -> tuple[bytes, dict[str, Any]]:
    """Read one answer: its first line, and what it says."""
    head = await reader.readuntil(b"\r\n\r\n")
    size = int(head.lower().partition(b"content-length: ")[2].partition(b"\r")[0])
    return head.partition(b"\r\n")[0], json.loads(await reader.readexactly(size))


@pytest.mark.parametrize("size", [40_000, 1_000_000])
def test_a_head_that_is_too_long_is_told_while_it_still_comes(size: int) -> None:
    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"GET / HTTP/1.1\r\nhost: localhost\r\nx: " + b"x" * size)
        line, said = await answer(reader)
        assert line == b"HTTP/1.1 431 Request Header Fields Too Large"
        assert said["details"][0]["reason"] == "MESSAGE_TOO_LARGE"
        assert await reader.read() == b""

    with_door(act)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\nhost : localhost\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        HEAD + b"content-length: 2\r\ncontent-length: 3\r\n\r\n{}",
        HEAD + b"transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        HEAD + b"transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    ],
)
def test_what_is_no_http_is_told_as_all_else_is(sent: bytes) -> None:
    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(sent)
        line, said = await answer(reader)
        assert line in {b"HTTP/1.1 400 Bad Request", b"HTTP/1.1 501 Not Implemented"}
        assert said["details"][1]["fieldViolations"][0]["field"] == "request"
        writer.write_eof()
        assert await reader.read() == b""

    with_door(act)


def test_who_has_asked_nothing_for_longest_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "_CONNECTIONS", 2)
    asked = b"OPTIONS / HTTP/1.1\r\nhost: localhost\r\n\r\n"

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address = writer.get_extra_info("peername")
        idle, idle_writer = await asyncio.open_connection(*address)
        idle_writer.write(b"GET")
        writer.write(asked)  # so that the other has been waited for longer
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        third, third_writer = await asyncio.open_connection(*address)
        with suppress(ConnectionResetError):
            assert await idle.read() == b""
        for one, its_writer in ((reader, writer), (third, third_writer)):
            its_writer.write(asked)
            assert (await one.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        third_writer.close()
        idle_writer.close()

    with_door(act)


def test_the_body_that_has_been_coming_for_longest_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "_BODIES", 1)

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address = writer.get_extra_info("peername")
        other, other_writer = await asyncio.open_connection(*address)
        begun = HEAD + b"content-length: 2000\r\n\r\n" + b" " * 1_500
        writer.write(begun)
        await asyncio.sleep(0)
        other_writer.write(begun)
        line, said = await answer(reader)
        assert line.startswith(b"HTTP/1.1 429 ")
        assert said["details"][0]["reason"] == "TOO_MANY_CALLS"
        other_writer.write(b" " * 500)
        line, said = await answer(other)
        assert line.startswith(b"HTTP/1.1 400 ")  # it was read: an object is wanted
        other_writer.close()

    with_door(act, maximum_message_bytes=1_024)


def test_a_port_that_does_not_answer_is_told() -> None:
    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"GET /v1/scorecards HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
        answer = await reader.read()
        assert answer.startswith(b"HTTP/1.1 503 ")
        assert b"SERVER_UNAVAILABLE" in answer

    with_door(act)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("0.0.0.0:0", "this machine alone"),
        ("example.com:80", "this machine alone"),
        ("127.0.0.1", "host:port"),
        ("127.0.0.1:99999", "host:port"),
    ],
)
def test_an_address_that_is_none_or_that_others_reach_is_refused(address: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        asyncio.run(_open(address))


def test_an_address_that_is_taken_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(Refusal, match="cannot listen"):
        asyncio.run(_open(f"127.0.0.1:{taken.getsockname()[1]}"))


async def _open(address: str) -> None:
    async with grpc.aio.insecure_channel(NOBODY) as channel:
        open_door(Settings(http_address=address), SERVICES, channel, TurningAway(), guarded=False)
