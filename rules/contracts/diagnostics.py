"""Compiler diagnostics: severity, source location, message, hint, and rendering with a caret."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from rules.contracts.messages import in_language, join_sentences

MAIN_VARIANT = "main"
"""The usual variant of the message of a diagnostic."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)")
"""Controls except tab and line ends, direction marks, and unpaired surrogates."""


def escape_unprintable(text: str) -> str:
    r"""Replace unprintable characters by escapes such as `\u001b`, which are valid in JSON."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class Severity(StrEnum):
    """Whether a diagnostic prevents publication."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A location in a source file; line and column start at 1, columns count Unicode code points."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem in a source file, described in the language of the file."""

    location: Location
    code: str
    severity: Severity
    message: str
    hint: str = ""
    source_line: str = field(default="", repr=False)

    def sort_key(self) -> tuple[Location, str, str]:
        return self.location, self.code, self.message

    def in_one_line(self, language: str = "en") -> str:
        """Return location, code, message and hint; texts of several languages in `language`."""
        return self._located(join_sentences(in_language(text, language) for text in (self.message, self.hint) if text))

    def _located(self, text: str) -> str:
        location = self.location
        return f"{location.path}:{location.line}:{location.column}: {self.code}: {text}"

    def render(self) -> str:
        location, head = self.location, self._located(self.message)
        if not self.source_line:
            return f"{head}\n        {self.hint}" if self.hint else head
        from wcwidth import wcswidth  # noqa: PLC0415 -- needed only to show a source line

        before = escape_unprintable(self.source_line[: location.column - 1])
        indent = "".join("\t" if character == "\t" else " " * max(wcswidth(character), 0) for character in before)
        line = escape_unprintable(self.source_line.rstrip())
        return f"{head}\n{location.line:>5} | {line}\n      | {indent}^ {self.hint}".rstrip()


def sort_diagnostics(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by location and remove duplicates."""
    unique = {diagnostic.sort_key(): diagnostic for diagnostic in diagnostics}
    return tuple(unique[key] for key in sorted(unique))
