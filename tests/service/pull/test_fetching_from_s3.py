"""Fetching from an S3-compatible store that the tests start."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator

import httpx
import pytest

from service.pull.fetching import Fetched, FetchError, fetch
from service.pull.pull_settings import PullSource
from service.pull.schedule import Schedule

moto = pytest.importorskip("moto.server", reason="moto is not installed; make setup installs it")
pytest.importorskip("obstore", reason="the extra s3 is not installed; make setup installs it")

from obstore.store import S3Store  # noqa: E402 -- after it is known to be there

SOURCE = PullSource("one", "s3://bucket/in/a.csv", "example", Schedule(60), case="x", maximum_bytes=1_000)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    httpx.put(f"http://{host}:{port}/bucket").raise_for_status()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def credentials(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": address, "AWS_ALLOW_HTTP": "true",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)


def bucket() -> S3Store:
    return S3Store.from_url("s3://bucket", client_options={"allow_http": True})


def put(content: bytes) -> None:
    bucket().put("in/a.csv", content)


def test_an_object_is_read_once_until_it_changes() -> None:
    put(b"first")
    content, tag = asyncio.run(fetch(SOURCE, ""))
    assert content == b"first"
    assert tag
    assert asyncio.run(fetch(SOURCE, tag)) == Fetched(None, tag)
    put(b"second")
    assert asyncio.run(fetch(SOURCE, tag)).content == b"second"


def test_a_large_and_an_absent_object_are_refused() -> None:
    put(bytes(1_001))
    with pytest.raises(FetchError, match="more than 1000 bytes"):
        asyncio.run(fetch(SOURCE, ""))
    bucket().delete("in/a.csv")
    with pytest.raises(FetchError, match="cannot be read"):
        asyncio.run(fetch(SOURCE, ""))
