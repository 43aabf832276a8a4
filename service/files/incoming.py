"""How does a file come in, piece by piece, without ever being whole in memory?"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal
from service.files.kept import CHUNK_BYTES, refusing_faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_say = speaker(__name__)


class Incoming:
    """A file that comes in: its bytes so far on the disk, for the user of the service alone."""

    def __init__(self, file: BinaryIO, path: Path, most: int) -> None:
        """Write to a file, so many bytes at most."""
        self._file = file
        self._most = most
        self._hash = hashlib.sha256()
        self.path = path
        self.size = 0

    def write(self, piece: bytes) -> None:
        """Write the next piece.

        Raises:
            Refusal: the file is too large, or the disk full.
        """
        self.size += len(piece)
        if self.size > self._most:
            raise Refusal(Reason.MESSAGE_TOO_LARGE, _say("TOO_LARGE", most=f"{self._most:,}"))
        self._hash.update(piece)
        with refusing_faults():
            self._file.write(piece)

    def finish(self) -> str:
        """Wait until the disk has all of it, and give its digest.

        Raises:
            Refusal: the disk is full, or cannot be written.
        """
        with refusing_faults():
            self._file.flush()
            os.fsync(self._file.fileno())
        return self._hash.hexdigest()


@contextmanager
def coming_in(folder: Path | None, most: int) -> Iterator[Incoming]:
    """Let a file of so many bytes at most come in; what is not kept is gone in the end.

    Raises:
        Refusal: the disk is full, or cannot be written.
    """
    with refusing_faults():
        descriptor, name = tempfile.mkstemp(dir=folder)
    path = Path(name)
    file = os.fdopen(descriptor, "wb")
    try:
        yield Incoming(file, path, most)
    finally:
        with suppress(OSError):  # what could not be written can be lost
            file.close()
        path.unlink(missing_ok=True)


def digest_of(file: BinaryIO) -> str:
    """Give the digest of an open file from its beginning, where it stands again then.

    Raises:
        OSError: it cannot be read.
    """
    found = hashlib.sha256()
    file.seek(0)
    while piece := file.read(CHUNK_BYTES):
        found.update(piece)
    file.seek(0)
    return found.hexdigest()
