"""A card begun from the starter file, as its author leaves it."""

from pathlib import Path


def without_remarks(text: str) -> str:
    """Delete the remarks of the starter file, as its author does after filling it in."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.lstrip().startswith("# ") or "language:" in line)


def delete_remarks(path: Path) -> None:
    """Delete the remarks in a file."""
    path.write_text(without_remarks(path.read_text(encoding="utf-8")), encoding="utf-8")
