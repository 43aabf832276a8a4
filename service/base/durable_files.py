"""Atomic file replacement: temporary file, fsync and rename."""

from __future__ import annotations

import os
from pathlib import Path


def replace_file(path: Path, content: bytes, *, survive_power_loss: bool = True) -> None:
    """Write a file beside its place and move it there: readers see the old bytes or the new ones, whole.

    Without `survive_power_loss` the disk is not waited for; a killed process still leaves no half file.
    """
    temporary = path.with_name(f".{path.name}.part")
    with temporary.open("wb") as file:
        file.write(content)
        if survive_power_loss:
            file.flush()
            os.fsync(file.fileno())
    temporary.replace(path)
