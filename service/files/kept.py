"""What is kept of the files behind evidence, whatever holds them: a folder, or an S3-compatible store?

A file is known by its organisation and by its SHA-256 digest. What one organisation keeps is no matter of another: the
same file of two organisations is kept twice, so that neither learns of the other.
"""

from __future__ import annotations

import errno
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rules.contracts.messages import speaker
from service.base import logs
from service.base.names import ORGANIZATION
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_say = speaker(__name__)

DIGEST = re.compile(r"[0-9a-f]{64}\Z")
"""SHA-256, in lower-case hexadecimal digits, as evidence states it."""
CHUNK_BYTES = 256 * 1024
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Kept:
    """One file that is kept: its digest by name, its size in bytes, and since when, in seconds since 1970."""

    digest: str
    size: int
    time: int


class Files(Protocol):
    """Keeps files. What fails is an OSError, and of a file that is not kept a FileNotFoundError."""

    @property
    def incoming(self) -> Path | None:
        """The folder in which a file that comes in is written; None for that of the system."""

    def put(self, organization: str, digest: str, path: Path) -> None:
        """Keep the file at a path, which may be gone then: the whole of it or nothing, in place of one that is kept."""

    def open(self, organization: str, digest: str) -> BinaryIO:
        """Open a file, whose contents may have been altered, and which is small in memory however large it is."""

    def find(self, organization: str, digest: str) -> Kept | None:
        """Say what is kept under a digest."""

    def list(self, organization: str, after: str = "") -> Iterator[Kept]:
        """Give what is kept, by digest, after one."""

    def remove(self, organization: str, digest: str) -> bool:
        """Remove a file; say whether it was there."""


def check_place(organization: str, digest: str) -> None:
    """Refuse what names no place, such as a path, before it becomes part of one.

    Raises:
        FileNotFoundError: it does not, so nothing can be kept there.
    """
    if not ORGANIZATION.match(organization) or not DIGEST.match(digest):
        raise FileNotFoundError(errno.ENOENT, "no such place")


@contextmanager
def refusing_faults() -> Iterator[None]:
    """Turn what fails where files are kept into refusals that say what to do; what failed is logged.

    Raises:
        Refusal: the disk is full, or what keeps files cannot be read or written now.
    """
    try:
        yield
    except OSError as error:
        # The text names paths and addresses of the machine, and perhaps a digest: the kind of failure is enough.
        logs.error("files_unavailable", failure=type(error).__name__, number=errno.errorcode.get(error.errno or 0, ""))
        if error.errno in _FULL:
            raise Refusal(Reason.STORE_FULL, _say("FILES_FULL")) from error
        raise Refusal(Reason.STORE_UNAVAILABLE, _say("FILES_UNAVAILABLE")) from error
