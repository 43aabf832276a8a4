"""File storage in an S3-compatible store: the only module that imports obstore, which is optional.

Who may read and write there, and where it is, is said by the variables that the tools of AWS read: `AWS_REGION`,
`AWS_ENDPOINT_URL`, `AWS_ACCESS_KEY_ID` and their kin. An object is there whole or not at all.
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
_IN_THE_CLEAR = "AWS_ALLOW_HTTP"
_ANSWER_SECONDS = 30
_RETRIED_SECONDS = 20
_RETRIES = 3


class BucketStore:
    """Keeps files in a bucket, under `{prefix}/{organization}/{digest}`."""

    def __init__(self, url: str) -> None:
        """Use `s3://bucket/prefix`."""
        with _as_system_errors():
            self._store = S3Store.from_url(
                url,
                client_options={
                    "timeout": f"{_ANSWER_SECONDS}s",
                    "connect_timeout": "5s",
                    "allow_http": os.environ.get(_IN_THE_CLEAR, "").lower() == "true",  # else lost beside the others
                },
                retry_config={"max_retries": _RETRIES, "retry_timeout": timedelta(seconds=_RETRIED_SECONDS)},
            )
            next(iter(obstore.list(self._store, chunk_size=1)), None)

    @property
    def incoming(self) -> Path | None:
        """None: what comes in is written in the folder of the system for that."""
        return None

    def put(self, organization: str, digest: str, path: Path) -> None:
        """Keep the file at a path, in parts if it is large."""
        with _as_system_errors():
            obstore.put(self._store, _key(organization, digest), path)

    def open(self, organization: str, digest: str) -> BinaryIO:
        """Open a copy of a file, which is gone when it is closed."""
        with _as_system_errors():
            parts = obstore.get(self._store, _key(organization, digest)).stream(min_chunk_size=CHUNK_BYTES)
            copy = tempfile.TemporaryFile()  # noqa: SIM115 -- whoever asked for it closes it
            try:
                for part in parts:
                    copy.write(part)
                copy.seek(0)
            except BaseException:
                copy.close()
                raise
        return copy

    def find(self, organization: str, digest: str) -> StoredFile | None:
        """Say what is kept under a digest."""
        with suppress(FileNotFoundError), _as_system_errors():
            metadata = obstore.head(self._store, _key(organization, digest))
            return StoredFile(digest, metadata["size"], int(metadata["last_modified"].timestamp()))
        return None

    def list(self, organization: str, after: str = "") -> Iterator[StoredFile]:
        """Give what is kept, by digest, after one."""
        check_file_key(organization, "0" * 64)
        offset = f"{organization}/{after}" if after else None
        with _as_system_errors():
            for several in obstore.list(self._store, prefix=organization, offset=offset):
                for entry in several:
                    folder, _, digest = entry["path"].rpartition("/")
                    if folder == organization and DIGEST.match(digest):
                        yield StoredFile(digest, entry["size"], int(entry["last_modified"].timestamp()))

    def remove(self, organization: str, digest: str) -> bool:
        """Remove a file; say whether it was there."""
        if self.find(organization, digest) is None:
            return False
        with suppress(FileNotFoundError), _as_system_errors():
            obstore.delete(self._store, _key(organization, digest))
        return True


def _key(organization: str, digest: str) -> str:
    check_file_key(organization, digest)
    return f"{organization}/{digest}"


@contextmanager
def _as_system_errors() -> Iterator[None]:
    """Give what the store answers as the errors that a folder gives; what it says may name keys, and is left out."""
    try:
        yield
    except NotFoundError as error:
        raise FileNotFoundError("no such object") from error
    except BaseError as error:
        raise OSError(type(error).__name__) from error
