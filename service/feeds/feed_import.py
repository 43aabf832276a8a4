"""Reader of a feed in a tar archive, for servers without a network.

Only the files of the layout of a feed are extracted: regular files with plain names, limited in number and size.
"""

from __future__ import annotations

import io
import re
import shutil
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rules.contracts import InputError, error_message, message_factory
from service.base.file_kinds import refusal_of_other_kind
from service.feeds.layout import METADATA, TARGETS
from service.feeds.snapshot_reader import MAX_TARGET_BYTES
from service.input.given_files import FileRefusedError, open_input_file

if TYPE_CHECKING:
    from collections.abc import Iterator

_message = message_factory(__name__)

FIELD = "FILE"
_MAX_ARCHIVE_BYTES = 8 * 1024 * 1024 * 1024
_MAX_FILES = 500_000
_MAX_READ_BYTES = 1024 * 1024
_NAME = re.compile(
    rf"(?:\./)?(?:[A-Za-z0-9][A-Za-z0-9._-]{{0,99}}/)??"
    rf"(({METADATA}|{TARGETS})(?:/[A-Za-z0-9][A-Za-z0-9._-]{{0,254}}){{1,6}})\Z"
)


class _BoundedReader(io.RawIOBase):
    """File with a limit for each read, because tarfile reads an extended header at once."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _MAX_READ_BYTES:
            raise tarfile.ReadError(str(size))
        return self._file.read(size)

    def seek(self, position: int, whence: int = 0) -> int:
        return self._file.seek(position, whence)


@contextmanager
def extracted_feed(path: Path, state: Path) -> Iterator[Path]:
    """Extract a feed to a temporary folder in `state`, which is removed afterwards.

    Raises:
        InputError: If the archive cannot be read, or has no feed.
    """
    state.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="import-", dir=state))
    try:
        try:
            with open_input_file(path, most=_MAX_ARCHIVE_BYTES) as file:
                if (other_kind := refusal_of_other_kind(file, "TAR", "application/x-tar")) is not None:
                    raise InputError.of(FIELD, other_kind, "OTHER_KIND")
                count = _extract(file, folder)
        except (FileRefusedError, InputError):
            raise
        except (OSError, tarfile.TarError, EOFError, ValueError, OverflowError, RecursionError) as error:
            message = _message("ARCHIVE_UNREADABLE", path=path, problem=error_message(error) or type(error).__name__)
            raise InputError.of(FIELD, message, "MALFORMED") from None
        if not count or not (folder / METADATA / "timestamp.json").is_file():
            raise InputError.of(FIELD, _message("ARCHIVE_WITHOUT_FEED", path=path), "MALFORMED")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _extract(file: BinaryIO, folder: Path) -> int:
    """Extract the files of a feed, and return their number; other regular files and folders are skipped."""
    count = 0
    with tarfile.open(fileobj=_BoundedReader(file), mode="r:") as archive:
        for number, member in enumerate(archive, start=1):
            if number > _MAX_FILES:
                raise InputError.of(FIELD, _message("ARCHIVE_TOO_MANY", most=_MAX_FILES), "TOO_LARGE")
            archive.members = []  # type: ignore[attr-defined] # otherwise all headers stay in memory
            if member.isdir():
                continue
            found = _NAME.match(member.name)
            if member.type not in {tarfile.REGTYPE, tarfile.AREGTYPE}:
                message = _message("ARCHIVE_SPECIAL", name=member.name[:200])
                raise InputError.of(FIELD, message, "NOT_A_FILE")
            if found is None:
                continue
            if member.size > MAX_TARGET_BYTES:
                message = _message("TARGET_TOO_LARGE", path=member.name[:200], size=member.size, most=MAX_TARGET_BYTES)
                raise InputError.of(FIELD, message, "TOO_LARGE")
            content = archive.extractfile(member)
            if content is None:
                raise tarfile.ReadError(member.name[:200])
            path = folder / found[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            with content, path.open("xb") as target:
                shutil.copyfileobj(content, target, 64 * 1024)
            count += 1
    return count
