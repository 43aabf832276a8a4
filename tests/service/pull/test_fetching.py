"""Fetching from local servers: unchanged and large files, redirects, certificates, host keys and time limits."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from dataclasses import replace

import asyncssh
import pytest

from service.pull.fetching import FetchError, fetch
from service.pull.pull_settings import PullSource
from service.pull.schedule import Schedule
from tests.support.file_sources import PASSWORD, USER, SftpFiles, WebFiles, public_text
from tests.support.identities import Authority

CONTENT = b"Subject,Energy\na,5\n"


def source(url: str, **changes: object) -> PullSource:
    plain = PullSource("one", url, "example", Schedule(60), case="x", maximum_seconds=20)
    return replace(plain, **changes)  # type: ignore[arg-type]


def content_of(one: PullSource, tag: str = "") -> tuple[bytes | None, str]:
    return asyncio.run(fetch(one, tag))


def problem(one: PullSource) -> str:
    with pytest.raises(FetchError) as caught:
        content_of(one)
    return str(caught.value)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def web(authority: Authority) -> Iterator[WebFiles]:
    with WebFiles(authority.certified("localhost")) as files:
        files.files["/a.csv"] = CONTENT
        yield files


@pytest.fixture
def one(web: WebFiles, authority: Authority) -> PullSource:
    return source(f"{web.url}/a.csv", ca_file=authority.file)


@pytest.fixture(scope="module")
def sftp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SftpFiles]:
    with SftpFiles(tmp_path_factory.mktemp("sftp")) as files:
        (files.folder / "a.csv").write_bytes(CONTENT)
        os.utime(files.folder / "a.csv", (1_700_000_000, 1_700_000_000))
        (files.folder / "folder").mkdir()
        yield files


@pytest.fixture
def drop(sftp: SftpFiles) -> PullSource:
    return source(sftp.url("a.csv"), host_key=sftp.host_key, secret=PASSWORD)


def test_an_unchanged_file_is_not_sent_again(web: WebFiles, one: PullSource) -> None:
    content, tag = content_of(one)
    assert content == CONTENT
    assert content_of(one, tag) == (None, tag)
    assert [status for _, status, _ in web.taken] == [200, 304]
    web.files["/a.csv"] = CONTENT * 2
    assert content_of(one, tag)[0] == CONTENT * 2
    web.without_tags = True
    assert content_of(one, tag) == (CONTENT * 2, "")


@pytest.mark.parametrize(("secret", "sent"), [("u:p w", "Basic dTpwIHc="), ("abc.def", "Bearer abc.def"), ("", "")])
def test_credentials_are_sent(web: WebFiles, one: PullSource, secret: str, sent: str) -> None:
    content_of(replace(one, secret=secret))
    assert web.taken[-1][2] == sent


def test_another_authority_is_refused(one: PullSource) -> None:
    assert "certificate" in problem(replace(one, ca_file=None)).lower()


def test_a_redirect_is_not_followed(web: WebFiles, one: PullSource) -> None:
    for location in ("http://127.0.0.1:1/", "http://169.254.169.254/latest/meta-data", f"{web.url}/b.csv"):
        web.locations["/a.csv"] = location
        assert "redirect" in problem(one)
    assert {path for path, _, _ in web.taken} == {"/a.csv"}


def test_a_large_file_is_cut_at_the_limit(web: WebFiles, one: PullSource) -> None:
    assert content_of(replace(one, maximum_bytes=len(CONTENT)))[0] == CONTENT
    assert f"more than {len(CONTENT) - 1} bytes" in problem(replace(one, maximum_bytes=len(CONTENT) - 1))
    web.files["/a.csv"] = b""
    assert "is empty" in problem(one)


def test_a_slow_and_an_absent_server_are_reported(web: WebFiles, one: PullSource) -> None:
    web.delay = 3
    begun = time.monotonic()
    assert problem(replace(one, maximum_seconds=1))
    assert time.monotonic() - begun < 2.5
    web.delay = 0
    assert "https://a..b/a.csv" in problem(source("https://a..b/a.csv"))
    del web.files["/a.csv"]
    assert "status 404" in problem(one)
    assert "cannot be read" in problem(source("http://127.0.0.1:9/a.csv"))


def test_a_file_comes_by_sftp_with_password_or_key(sftp: SftpFiles, drop: PullSource) -> None:
    content, tag = content_of(drop)
    assert content == CONTENT
    assert content_of(drop, tag) == (None, tag)
    key = sftp.user_key.export_private_key().decode()
    assert content_of(replace(drop, secret=key))[0] == CONTENT
    os.utime(sftp.folder / "a.csv", (1_700_000_001, 1_700_000_001))
    assert content_of(drop, tag)[0] == CONTENT
    os.utime(sftp.folder / "a.csv")  # it may change again within this second
    assert content_of(drop) == (CONTENT, "")


def test_another_host_key_is_refused_before_the_sign_in(drop: PullSource) -> None:
    other = public_text(asyncssh.generate_private_key("ssh-ed25519"))
    assert "host key" in problem(replace(drop, host_key=other))


def test_sftp_refusals_are_reported(sftp: SftpFiles, drop: PullSource) -> None:
    assert "refuses the sign-in" in problem(replace(drop, secret="wrong"))  # noqa: S106 -- not a secret
    foreign = asyncssh.generate_private_key("ssh-ed25519").export_private_key().decode()
    assert "refuses the sign-in" in problem(replace(drop, secret=foreign))
    assert "refuses the file" in problem(replace(drop, url=sftp.url("absent.csv")))
    assert "is a folder" in problem(replace(drop, url=sftp.url("folder")))
    assert "more than 3 bytes" in problem(replace(drop, maximum_bytes=3))
    assert "cannot be read" in problem(replace(drop, url=f"sftp://{USER}@127.0.0.1:9/a.csv"))
