"""Placeholders and template texts that are left in a draft: words such as TODO, and comments of the starter file.

Published text is permanent, so publishing refuses both. Every line of a file counts, comments too: sources are
published with their comments. An author deletes a comment of the starter file to confirm the part below it, as with
proposed examples.
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
"""What is a placeholder wherever it is written."""
_AT_BEGINNING = (
    r"(?:^|[|#:：*>(（])[ \t]*(?P<opening>"
    r"(?i:to be (?:completed|confirmed|added|supplied|written|filled in|determined)\b)"
    r"|(?i:(?:fill in|insert|write) (?:this|here|text|a (?:title|text|reason|description))\b)"
    r"|在此填写)"
    r"|\|[ \t]*(?P<cell>\?{2,}|[xX]{3,}|某某)[ \t]*(?=\|)"
)
"""What is a placeholder where a cell, a comment or a sentence begins, and the cells that hold nothing else."""
_PLACEHOLDER = re.compile(f"(?P<word>{_ANYWHERE})|{_AT_BEGINNING}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder in a text, and the column of a single line where it begins."""

    text: str
    column: int


def find_placeholder(text: str) -> Placeholder | None:
    """Return the first placeholder of a text; None if it has none."""
    match = _PLACEHOLDER.search(text)
    if match is None:
        return None
    group = next(name for name in ("word", "opening", "cell") if match[name] is not None)
    return Placeholder(match[group], match.start(group) + 1)


def find_placeholders(path: str, text: str) -> Iterator[tuple[Location, str]]:
    """Visit the first placeholder of each line of a file, with its location."""
    for number, line in enumerate(text.split("\n"), 1):
        found = find_placeholder(line)
        if found is not None:
            yield Location(path, number, found.column), found.text


def find_template_comments(path: str, text: str) -> Iterator[Location]:
    """Visit the comments of the starter file that are still in a file: the first line of each."""
    before = ""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() in _template_comments() and before not in _template_comments():
            yield Location(path, number, line.index("#") + 1)
        before = line.strip()


@cache
def _template_comments() -> frozenset[str]:
    """Return the comment lines of the starter file, in any language."""
    files = resources.files(__package__).joinpath("skeletons").iterdir()
    lines = (line.strip() for file in files for line in file.read_text(encoding="utf-8").split("\n"))
    return frozenset(line for line in lines if line.startswith("#") and "language:" not in line)
