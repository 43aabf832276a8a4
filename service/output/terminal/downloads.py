"""Downloads of commands, with a digest check before replacement of the target."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from rules.contracts import InputError, Violation, message_factory

_message = message_factory(__name__)


def write_checked(pieces: Iterable[bytes], digest: str, out: Path) -> None:
    """Write or replace a file.

    Raises:
        InputError: If the digest differs; nothing is written.
    """
    hasher = hashlib.sha256()
    descriptor, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            for piece in pieces:
                hasher.update(piece)
                file.write(piece)
        if hasher.hexdigest() != digest:
            message = _message("OTHER_FILE", stated=digest, found=hasher.hexdigest())
            raise InputError((Violation("DIGEST", message, "WRONG_DIGEST"),))
        Path(name).replace(out)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
