"""Where does the legal impact of published versions stand? In one page, an entry per version, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.base.durable_files import replace_file
from service.base.names import VERSION, version_key

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


def entries_between(folder: Path, card: str, before: str, after: str) -> tuple[str, ...]:
    """Give what the page says of the versions of a card after one and up to another, each with its heading."""
    path = folder / PAGE
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    found = []
    for entry in text.split("\n## ")[1:]:
        name, _, version = entry.partition("\n")[0].strip().partition(" ")
        if name == card and VERSION.match(version) and version_key(before) < version_key(version) <= version_key(after):
            found.append(entry.strip())
    return tuple(found)
