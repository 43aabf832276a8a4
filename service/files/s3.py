"""S3-compatible file storage: the only module that imports the optional obstore.

Location and credentials come from AWS variables such as AWS_REGION.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store

from service.base.resource_names import DIGEST
from service.files.uploaded_files import CHUNK_BYTES, StoredFile, check_file_key

SCHEME = "s3://"
_ALLOW_HTTP = "AWS_ALLOW_HTTP"
_ANSWER_SECONDS = 30
_RETRY_SECONDS = 20
_RETRIES = 3


class BucketStore:
    """File store in a bucket, under `{prefix}/{organization}/{digest}`."""

    def __init__(self, url: str) -> None:
        with _as_system_errors():
            self._store = _open_store(url)
            next(iter(obstore.list(self._store, chunk_size=1)), None)

    @property
    def incoming(self) -> Path | None:
        return None

    def put(self, organization: str, digest: str, path: Path) -> None:
        with _as_system_errors():
            obstore.put(self._store, _key(organization, digest), path)

    def open(self, organization: str, digest: str) -> BinaryIO:
        with _as_system_errors():
            parts = obstore.get(self._store, _key(organization, digest)).stream(min_chunk_size=CHUNK_BYTES)
            copy = tempfile.TemporaryFile()  # noqa: SIM115 -- the caller closes it
            try:
                for part in parts:
                    copy.write(part)
                copy.seek(0)
            except BaseException:
                copy.close()
                raise
        return copy

    def find(self, organization: str, digest: str) -> StoredFile | None:
        with suppress(FileNotFoundError), _as_system_errors():
            metadata = obstore.head(self._store, _key(organization, digest))
            return StoredFile(digest, metadata["size"], int(metadata["last_modified"].timestamp()))
        return None

    def list(self, organization: str, after: str = "") -> Iterator[StoredFile]:
        check_file_key(organization, "0" * 64)
        offset = f"{organization}/{after}" if after else None
        with _as_system_errors():
            for entries in obstore.list(self._store, prefix=organization, offset=offset):
                for entry in entries:
                    folder, _, digest = entry["path"].rpartition("/")
                    if folder == organization and DIGEST.match(digest):
                        yield StoredFile(digest, entry["size"], int(entry["last_modified"].timestamp()))

    def remove(self, organization: str, digest: str) -> bool:
        if self.find(organization, digest) is None:
            return False
        with suppress(FileNotFoundError), _as_system_errors():
            obstore.delete(self._store, _key(organization, digest))
        return True


def _open_store(url: str) -> S3Store:
    return S3Store.from_url(
        url,
        client_options={
            "timeout": f"{_ANSWER_SECONDS}s",
            "connect_timeout": "5s",
            "allow_http": os.environ.get(_ALLOW_HTTP, "").lower() == "true",  # client_options override it
        },
        retry_config={"max_retries": _RETRIES, "retry_timeout": timedelta(seconds=_RETRY_SECONDS)},
    )


async def read_object(url: str, tag: str, *, most: int) -> tuple[bytes | None, str]:
    """Return an object with its tag; None instead of the content if the tag is unchanged.

    At most one byte over the limit is returned. The object must not change between the two requests.
    """
    bucket, _, path = url.removeprefix(SCHEME).partition("/")
    with _as_system_errors():
        store = _open_store(f"{SCHEME}{bucket}")
        metadata = await obstore.head_async(store, path)
        current = str(metadata.get("e_tag") or "")
        if current and current == tag:
            return None, tag
        answer = await obstore.get_async(store, path, options={"if_match": current} if current else {})
        content = bytearray()
        async for part in answer.stream(min_chunk_size=CHUNK_BYTES):
            content += bytes(part)
            if len(content) > most:
                break
    return bytes(content[: most + 1]), current


def _key(organization: str, digest: str) -> str:
    check_file_key(organization, digest)
    return f"{organization}/{digest}"


@contextmanager
def _as_system_errors() -> Iterator[None]:
    """Convert obstore errors to OSError without their text, which may contain keys."""
    try:
        yield
    except NotFoundError as error:
        raise FileNotFoundError("no such object") from error
    except BaseError as error:
        raise OSError(type(error).__name__) from error
