"""Compiler diagnostics: severity, source location, message, hint, and rendering with a caret."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

_ACTING = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)")
"""All controls but tab and the ends of lines; what turns the direction of writing; halves of characters."""


def escape_unprintable(text: str) -> str:
    r"""Write what acts instead of showing as an escape such as `\u001b`, which means the same inside JSON."""
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class Severity(StrEnum):
    """Whether a source with this diagnostic may be published."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file; line and column are counted from 1, columns in Unicode code points."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that an author must know, in the language of the file, with the words found there."""

    location: Location
    code: str
    severity: Severity
    message: str
    hint: str = ""
    source_line: str = field(default="", repr=False)

    def sort_key(self) -> tuple[Location, str, str]:
        """Order by place, then by code, so that the same source always gives the same list."""
        return self.location, self.code, self.message

    def render(self) -> str:
        """Write `path:line:column: CODE: message`, the line itself, and a caret that stands right under Chinese."""
        location = self.location
        head = f"{location.path}:{location.line}:{location.column}: {self.code}: {self.message}"
        if not self.source_line:
            return f"{head}\n        {self.hint}" if self.hint else head
        from wcwidth import wcswidth  # noqa: PLC0415 -- loaded only where a line is shown

        before = escape_unprintable(self.source_line[: location.column - 1])
        indent = "".join("\t" if character == "\t" else " " * max(wcswidth(character), 0) for character in before)
        line = escape_unprintable(self.source_line.rstrip())
        return f"{head}\n{location.line:>5} | {line}\n      | {indent}^ {self.hint}".rstrip()


def sort_diagnostics(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by place and drop repetitions."""
    unique = {diagnostic.sort_key(): diagnostic for diagnostic in diagnostics}
    return tuple(unique[key] for key in sorted(unique))
