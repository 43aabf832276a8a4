"""Placeholders and template text that are left in a draft: TODO marks and comments of the starter file.

Publication refuses both, because published text is permanent and includes comments. Deleting a starter comment confirms
the part below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANYWHERE = (
    r"(?<![\w-])(?:TODO|TBD|TBC|FIXME|XXX)(?![\w-])|(?i:\blorem ipsum\b)"
    r"|(?i:\bplaceholder text\b)|须由人补充|待补充|待补全|待填写|待填报|此处填写|占位文字|占位符"
)
_AT_START = (
    r"(?:^|[|#:：*>(（])[ \t]*(?P<opening>"
    r"(?i:to be (?:completed|confirmed|added|supplied|written|filled in|determined)\b)"
    r"|(?i:(?:fill in|insert|write) (?:this|here|text|a (?:title|text|reason|description))\b)"
    r"|在此填写)"
    r"|\|[ \t]*(?P<cell>\?{2,}|[xX]{3,}|某某)[ \t]*(?=\|)"
)
_PLACEHOLDER = re.compile(f"(?P<word>{_ANYWHERE})|{_AT_START}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder and its column, counted from 1."""

    text: str
    column: int


def find_placeholder(text: str) -> Placeholder | None:
    """Return the first placeholder of a text, or None."""
    match = _PLACEHOLDER.search(text)
    if match is None:
        return None
    group = next(name for name in ("word", "opening", "cell") if match[name] is not None)
    return Placeholder(match[group], match.start(group) + 1)


def find_placeholders(path: str, text: str) -> Iterator[tuple[Location, str]]:
    """Yield the location and text of the first placeholder of each line."""
    for number, line in enumerate(text.split("\n"), 1):
        placeholder = find_placeholder(line)
        if placeholder is not None:
            yield Location(path, number, placeholder.column), placeholder.text


def find_template_comments(path: str, text: str) -> Iterator[Location]:
    """Yield the location of each comment block that remains from the starter file."""
    previous_line = ""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() in _template_comments() and previous_line not in _template_comments():
            yield Location(path, number, line.index("#") + 1)
        previous_line = line.strip()


@cache
def _template_comments() -> frozenset[str]:
    files = resources.files(__package__).joinpath("skeletons").iterdir()
    lines = (line.strip() for file in files for line in file.read_text(encoding="utf-8").split("\n"))
    return frozenset(line for line in lines if line.startswith("#") and "language:" not in line)
