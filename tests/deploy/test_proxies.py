"""Reverse proxies nginx and Envoy as configured: slow clients, size and rate limits, caller addresses, streams."""

import asyncio
import re
import socket
import ssl
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import grpc
import httpx
import pytest

from service.identity.principals import Role
from tests.support.calling import request_for
from tests.support.identities import Authority, Certified, bearing, new_key_of
from tests.support.outside import program
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.client.errors import error_of
from touchstone.client.json_form import as_json
from touchstone.v1 import case_service_pb2, case_service_pb2_grpc, scorecard_service_pb2, scorecard_service_pb2_grpc

pytestmark = pytest.mark.full

HEAD = "GET /v1/scorecards HTTP/1.1\r\nhost: localhost\r\n"
POST = "POST /v1/claims:screen HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 500\r\n"
BURST = 60
"""Lower limit of simultaneous calls from an address: the rate of one second plus the allowed burst."""
UNREAD = 39
"""Number of responses that exceeds the kernel buffers of a non-reading client and stays below the limit of an address.
"""
MOST_CONNECTIONS = 10
"""Upper limit of connections from proxy to server while hundreds of slow clients are connected."""


def nginx(folder: Path, port: int, own: Certified, server: RunningServer) -> list[str]:
    text = (ROOT / "deploy" / "nginx" / "touchstone.conf").read_text(encoding="utf-8")
    text = re.sub(r"^ *listen \[::\].*\n", "", text, flags=re.MULTILINE)
    for shipped, here in {
        "listen 443": f"listen 127.0.0.1:{port}",
        "/etc/nginx/touchstone/tls.crt": str(own.certificate),
        "/etc/nginx/touchstone/tls.key": str(own.key),
        "server 127.0.0.1:8080": f"server {server.http.removeprefix('http://')}",
        "server 127.0.0.1:50051": f"server {server.address}",
        "client_header_timeout 10s": "client_header_timeout 1s",
        "client_body_timeout 10s": "client_body_timeout 1s",
        "send_timeout 30s": "send_timeout 1s",
    }.items():
        text = replaced(text, shipped, here)
    (folder / "touchstone.conf").write_text(text, encoding="utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    main = folder / "nginx.conf"
    main.write_text(
        f"daemon off; pid {folder}/pid; user root; worker_processes 1; error_log stderr;"
        f"events {{ worker_connections 4096; }} http {{ access_log off; {places} include {folder}/touchstone.conf; }}"
    )
    return [program("nginx", "the proxies are not tried"), "-e", "stderr", "-p", str(folder), "-c", str(main)]


def envoy(folder: Path, port: int, own: Certified, server: RunningServer) -> list[str]:
    text = (ROOT / "deploy" / "envoy" / "envoy.yaml").read_text(encoding="utf-8")
    for shipped, here in {
        'address: "::", port_value: 443, ipv4_compat: true': f"address: 127.0.0.1, port_value: {port}",
        "/etc/envoy/tls.crt": str(own.certificate),
        "/etc/envoy/tls.key": str(own.key),
        "port_value: 8080": f"port_value: {server.http.rpartition(':')[2]}",
        "port_value: 50051": f"port_value: {server.address.rpartition(':')[2]}",
        "request_headers_timeout: 10s": "request_headers_timeout: 1s",
        "stream_idle_timeout: 30s": "stream_idle_timeout: 1s",
        "  idle_timeout: 30s": "  idle_timeout: 1s",
    }.items():
        text = replaced(text, shipped, here)
    (folder / "envoy.yaml").write_text(text, encoding="utf-8")
    command = [program("envoy", "the proxies are not tried"), "--disable-hot-restart", "--concurrency", "1"]
    return [*command, "--log-level", "warning", "--config-path", str(folder / "envoy.yaml")]


def replaced(text: str, shipped: str, here: str) -> str:
    assert text.count(shipped) == 1, shipped
    return text.replace(shipped, here)


@dataclass(frozen=True)
class Proxy:
    """A proxy that runs in front of a server."""

    server: RunningServer
    port: int
    context: ssl.SSLContext
    authority: bytes
    credential: str

    @property
    def root(self) -> str:
        return f"https://localhost:{self.port}"

    def client(self, address: str = "127.0.0.1", *, credential: str | None = None) -> httpx.Client:
        shown = {"authorization": f"Bearer {self.credential if credential is None else credential}"}
        transport = httpx.HTTPTransport(verify=self.context, local_address=address)
        return httpx.Client(base_url=self.root, headers=shown, transport=transport, timeout=30)

    def channel(self) -> grpc.Channel:
        return grpc.secure_channel(
            f"127.0.0.1:{self.port}",
            grpc.ssl_channel_credentials(self.authority),
            options=(("grpc.ssl_target_name_override", "localhost"), ("grpc.use_local_subchannel_pool", 1)),
        )

    @asynccontextmanager
    async def connected(self, address: str) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        """Connect from an address of this machine."""
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", self.port, ssl=self.context, server_hostname="localhost", local_addr=(address, 0)
        )
        try:
            yield reader, writer
        finally:
            writer.transport.abort()


@pytest.fixture(scope="module", params=[nginx, envoy], ids=["nginx", "envoy"])
def proxy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Proxy]:
    folder = tmp_path_factory.mktemp("proxied")
    authority = Authority(folder)
    own = authority.certified("localhost")
    arguments: Callable[..., list[str]] = request.param
    with RunningServer(
        folder,
        gazette,
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_REGISTER_ENTRIES_PER_HOUR="5",
    ) as server:
        credential = new_key_of(f"sqlite:///{folder}/store.sqlite3", "green-body", Role.ASSESSOR)
        port = free_port()
        context = ssl.create_default_context(cafile=authority.file)
        with (folder / "proxy.log").open("wb") as log:
            command = arguments(folder, port, own, server)
            process = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603 -- found on PATH
        try:
            until(lambda: process.poll() is not None or is_listened_on(port), seconds=30)
            assert process.poll() is None, (folder / "proxy.log").read_text()
            yield Proxy(server, port, context, authority.file.read_bytes(), credential)
        finally:
            process.terminate()
            process.wait(30)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def is_listened_on(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def test_calls_pass_the_proxy_with_their_credentials(proxy: Proxy) -> None:
    with proxy.client() as client, proxy.client(credential="nobody") as stranger:
        assert client.get("/v1/scorecards").status_code == 200
        refused = stranger.get("/v1/scorecards", headers={"accept-language": "zh"})
        assert refused.status_code == 401
        assert refused.json()["details"][0]["reason"] == "CREDENTIAL_INVALID"
        assert f"curl -s &#39;{proxy.root}/v1/" in client.get("/api").text.replace("'", "&#39;")
        missing = client.get("/v1/scorecards/a%2Fversions%2F1.0.0")
        assert (missing.status_code, missing.json()["details"][0]["reason"]) == (404, "PATH_NOT_FOUND")
    with proxy.channel() as channel:
        stub = scorecard_service_pb2_grpc.ScorecardServiceStub(channel)
        listed = stub.ListScorecards(
            scorecard_service_pb2.ListScorecardsRequest(), metadata=bearing(proxy.credential), timeout=30
        )
        assert listed.scorecards
        with pytest.raises(grpc.RpcError) as unknown:
            stub.ListScorecards(scorecard_service_pb2.ListScorecardsRequest(), timeout=30)
        assert unknown.value.code() is grpc.StatusCode.UNAUTHENTICATED


def test_a_stream_is_answered_line_by_line(proxy: Proxy) -> None:
    body = "".join(as_json(request_for(small_subject()), indent=None) for _ in range(3)).encode()
    lines = {"content-type": "application/x-ndjson"}
    with (
        proxy.client("127.0.0.2") as client,
        client.stream("POST", "/v1/subjects:streamEvaluate", content=body, headers=lines) as response,
    ):
        assert response.status_code == 200
        response_lines = list(response.iter_lines())
    assert len(response_lines) == 3
    assert all("evaluation" in line for line in response_lines)


def test_slow_clients_are_disconnected_and_delay_no_other_client(proxy: Proxy) -> None:
    most = 0

    async def slow(begun: str, *, goes_on: bool = False) -> bytes:
        async with proxy.connected("127.0.0.3") as (reader, writer):
            writer.write(begun.encode())
            while goes_on and not reader.at_eof() and not writer.is_closing():
                writer.write(b" ")
                await asyncio.sleep(0.2)
            with suppress(ConnectionError):
                return await reader.read()
            return b""

    async def others() -> None:
        nonlocal most
        with proxy.client("127.0.0.4") as client:
            for _ in range(12):
                answer = await asyncio.to_thread(client.get, "/v1/scorecards", timeout=5)
                assert answer.status_code == 200
                most = max(most, connections(proxy.server))
                await asyncio.sleep(0.1)

    async def all_of_them() -> list[bytes]:
        kinds = ("", HEAD, f"{POST}\r\n{{")
        tasks = [asyncio.create_task(slow(kinds[number % 3])) for number in range(180)]
        trickling = [asyncio.create_task(slow(f"{POST}\r\n", goes_on=True)) for _ in range(20)]
        await asyncio.sleep(0.5)
        await others()
        for task in trickling:
            task.cancel()
        async with asyncio.timeout(30):
            return await asyncio.gather(*tasks)

    ended = asyncio.run(all_of_them())
    assert most < MOST_CONNECTIONS
    assert {answer.partition(b"\r\n")[0].split()[1] for answer in ended if answer} <= {b"400", b"408", b"429"}


def test_a_client_that_does_not_read_is_disconnected(proxy: Proxy) -> None:
    async def read(address: str, seconds: float) -> int:
        """Send many requests at once, wait without reading, and return the number of bytes received afterwards."""
        async with proxy.connected(address) as (reader, writer):
            writer.transport.pause_reading()  # type: ignore[attr-defined]
            writer.write(b"GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n" * (UNREAD - 1))
            writer.write(b"GET /openapi.json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
            await asyncio.sleep(seconds)
            writer.transport.resume_reading()  # type: ignore[attr-defined]
            size = 0
            with suppress(ConnectionError):
                async with asyncio.timeout(30):
                    while part := await reader.read(1 << 20):
                        size += len(part)
            return size

    with proxy.client("127.0.0.6") as client:
        size = len(client.get("/openapi.json").content)
    assert size > 300_000
    assert asyncio.run(read("127.0.0.5", 0)) > UNREAD * size
    assert asyncio.run(read("127.0.0.10", 4)) < UNREAD * size


def test_an_oversized_request_does_not_reach_the_server(proxy: Proxy) -> None:
    with proxy.client("127.0.0.7") as client:
        assert client.get("/v1/scorecards", headers={"x": "x" * 40_000}).status_code in {400, 431}
        body = b" " * (9 * 1024 * 1024)
        answer = client.post("/v1/claims:screen", content=body, headers={"content-type": "application/json"})
        assert answer.status_code == 413
        assert "door" not in proxy.server.log.splitlines()[-1]


def test_an_address_over_its_rate_limit_gets_a_retry_time(proxy: Proxy) -> None:
    with proxy.client("127.0.0.8") as greedy, proxy.client("127.0.0.9") as other:
        answers = [greedy.get("/v1/nothing") for _ in range(3 * BURST)]
        assert other.get("/v1/scorecards").status_code == 200
    refused = [one for one in answers if one.status_code == 429]
    assert {one.status_code for one in answers} == {404, 429}
    assert {one.headers["retry-after"] for one in refused} == {"1"}
    assert refused[0].json()["code"] == 8
    assert "请一秒后再试" in refused[0].json()["message"]


def test_a_grpc_caller_over_the_rate_limit_gets_a_status(proxy: Proxy) -> None:
    with proxy.channel() as channel:
        stub = scorecard_service_pb2_grpc.ScorecardServiceStub(channel)
        asked = scorecard_service_pb2.ListScorecardsRequest()
        calls = [stub.ListScorecards.future(asked, metadata=bearing(proxy.credential), timeout=60) for _ in range(200)]
        codes = {call.code() for call in calls}
    assert grpc.StatusCode.RESOURCE_EXHAUSTED in codes
    assert codes <= {grpc.StatusCode.OK, grpc.StatusCode.RESOURCE_EXHAUSTED}


def test_password_guessing_is_limited_at_the_proxy(proxy: Proxy) -> None:
    with proxy.client("127.0.0.11") as guessing, proxy.client("127.0.0.12") as other:
        codes = [guessing.get("/workbench/sign-in").status_code for _ in range(40)]
        assert other.get("/workbench/sign-in").status_code != 429
        assert guessing.get("/v1/scorecards").status_code == 200, "other paths have their own rate"
    assert 429 in codes[20:]
    assert 429 not in codes[:20]


def test_grpc_callers_are_distinguished_by_their_own_address(proxy: Proxy) -> None:
    """The hourly limit of a register counts by the address of the caller, which a client cannot forge."""
    asked = case_service_pb2.SearchRegisterRequest(parent="organizations/example", search="nobody at all")
    forged = (("x-forwarded-for", "203.0.113.9"),)

    def is_allowed(channel: grpc.Channel, metadata: tuple[tuple[str, str], ...]) -> bool:
        stub = case_service_pb2_grpc.RegisterServiceStub(channel)
        while True:
            try:
                stub.SearchRegister(asked, metadata=metadata, timeout=30)
            except grpc.RpcError as error:
                if error.code() is not grpc.StatusCode.RESOURCE_EXHAUSTED:
                    raise
                if error_of(error, proxy.root, "en", is_encrypted=True).reason == "QUOTA_EXHAUSTED":
                    return False
                time.sleep(0.1)  # the rate of the proxy, not the limit of the register
            else:
                return True

    with proxy.channel() as through, grpc.insecure_channel(proxy.server.address) as inside:
        while is_allowed(through, ()):
            pass
        assert not is_allowed(through, forged), "what a client says of its address is not passed on"
        assert is_allowed(inside, forged), "another address has its own"


def connections(server: RunningServer) -> int:
    port = f":{int(server.http.rpartition(':')[2]):04X}"
    lines = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
    return sum(line[1].endswith(port) and line[3] == "01" for line in lines)
