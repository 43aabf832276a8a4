"""Files in an S3-compatible store: one that the tests start, on a port of this machine."""

from __future__ import annotations

import hashlib
import logging
import os
from typing import TYPE_CHECKING

import httpx
import pytest

from rules.contracts.errors import InputError
from service.base.refusals import Reason, Refusal
from service.configuration.settings import Settings
from service.files.file_storage import open_file_storage
from service.files.uploaded_files import file_digest, os_errors_as_refusals, receiving_file

moto = pytest.importorskip("moto.server", reason="moto is not installed; make setup installs it")
pytest.importorskip("obstore", reason="the extra s3 is not installed; make setup installs it")

from obstore.store import S3Store  # noqa: E402 -- after it is known to be there

from service.files.s3 import BucketStore  # noqa: E402 -- which works with it

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE = os.urandom(6_000_000)  # more than one part of an upload


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    httpx.put(f"http://{host}:{port}/bucket").raise_for_status()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(address: str, monkeypatch: pytest.MonkeyPatch) -> BucketStore:
    for name, value in {
        "AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": address, "AWS_ALLOW_HTTP": "true",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    return BucketStore("s3://bucket/evidence")


def put(bucket: BucketStore, content: bytes, organization: str = "example") -> str:
    with receiving_file(bucket.incoming, len(LARGE)) as incoming:
        incoming.write(content)
        digest = incoming.finish()
        bucket.put(organization, digest, incoming.path)
    assert not incoming.path.exists()
    return digest


def test_files_are_stored_found_listed_and_removed(bucket: BucketStore) -> None:
    digests = sorted(put(bucket, b"text %d" % number, "kept") for number in range(5))
    put(bucket, b"of another", "kept-2")
    assert [one.digest for one in bucket.list("kept")] == digests
    assert [one.digest for one in bucket.list("kept", after=digests[1])] == digests[2:]
    entry = bucket.find("kept", digests[0])
    assert entry is not None
    assert entry.size == 6
    assert bucket.remove("kept", digests[0])
    assert not bucket.remove("kept", digests[0])
    assert bucket.find("kept", digests[0]) is None
    with pytest.raises(FileNotFoundError):
        bucket.open("kept", digests[0])
    assert bucket.find("kept-2", digests[1]) is None


def test_a_large_file_is_returned_unchanged(bucket: BucketStore) -> None:
    digest = put(bucket, LARGE)
    with bucket.open("example", digest) as file:
        assert file_digest(file) == digest == hashlib.sha256(LARGE).hexdigest()
        assert file.read() == LARGE
    put(bucket, LARGE)  # again, under the same name
    assert [one.digest for one in bucket.list("example")].count(digest) == 1


def test_a_file_altered_in_the_store_is_detected_by_its_digest(bucket: BucketStore) -> None:
    digest = put(bucket, b"to be altered")
    others = S3Store.from_url("s3://bucket/evidence", client_options={"allow_http": True})
    others.put(f"example/{digest}", b"altered")
    with bucket.open("example", digest) as file:
        assert file_digest(file) == hashlib.sha256(b"altered").hexdigest()


@pytest.mark.parametrize("digest", ["../other/" + "0" * 64, "0" * 64 + "/x", "A" * 64, ""])
def test_a_path_instead_of_a_digest_finds_no_file(bucket: BucketStore, digest: str) -> None:
    assert bucket.find("example", digest) is None
    assert not bucket.remove("example", digest)
    with pytest.raises(FileNotFoundError):
        bucket.open("example", digest)


def test_an_unreachable_store_is_reported_without_its_keys(
    bucket: BucketStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    with pytest.raises(Refusal) as refused:
        open_file_storage(Settings(evidence_files="s3://bucket"))
    assert refused.value.reason is Reason.STORE_UNAVAILABLE
    assert "secret" not in str(refused.value)
    monkeypatch.setattr("service.files.s3.obstore.head", _failing)
    with pytest.raises(Refusal), os_errors_as_refusals():
        bucket.find("example", "0" * 64)


def _failing(*_: object) -> None:
    raise OSError("gone")


def test_settings_that_cannot_be_are_refused_at_the_start(bucket: BucketStore) -> None:
    kept = open_file_storage(Settings(evidence_files="s3://bucket/evidence"))
    assert kept is not None
    assert isinstance(kept.files, BucketStore)
    assert open_file_storage(Settings()) is None
    for wrong in ({"evidence_media_types": "application/pdf text/rtf"}, {"evidence_scan": "tcp:3310"}):
        with pytest.raises(InputError):
            open_file_storage(Settings(evidence_files="s3://bucket", **wrong))  # type: ignore[arg-type]
