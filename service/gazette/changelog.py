"""Where does the legal impact of published versions stand? In one page, an entry per version, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.base.durable_files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "CHANGELOG.md"
_HEAD = """# Legal impact of the published scorecards

One entry per version, newest first: when it governs, which criteria it touches, which grades move, and what in it is
our own reading.
"""


def add_entry(folder: Path, title: str, body: str) -> Path | None:
    """Put an entry before all others; None if there is one of this title already, which a person may have completed."""
    path = folder / PAGE
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    heading = f"## {title}\n"
    if f"\n{heading}" in text:
        return None
    before, mark, rest = text.partition("\n## ")
    entry = f"\n{heading}\n{body.rstrip()}\n"
    replace_file(path, f"{before}{entry}{mark}{rest}".encode())
    return path
