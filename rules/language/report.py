"""How does the compiler say what is wrong: collected, placed, and in the language of the file?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz import process

from rules.contracts.diagnostics import Diagnostic, Location, Severity
from rules.language.catalogue import MAIN, catalogue
from rules.language.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NEAR = 66
_NAMES = frozenset({"RL011", "RL017", "RL050"})
_MISSING = frozenset({"RL006", "RL026", "RL027", "RL032", "RL033", "RL034"})
_OR = {"en": " or ", "zh": " 或 "}


def nearest(word: str, known: Iterable[str], limit: int = 2) -> tuple[str, ...]:
    """Give the known words most like a misspelt one, best first."""
    found = process.extract(word, sorted(set(known)), limit=limit, score_cutoff=_NEAR)
    best = found[0][1] if found else 0
    return tuple(match[0] for match in found if match[1] >= best - 8)


def split_lines(text: str) -> list[str]:
    """Split a file into its lines as Gherkin counts them; a byte order mark at the beginning counts for nothing."""
    return [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n")]


@dataclass(slots=True)
class Report:
    """The diagnostics of the files of one language.

    What follows from an earlier mistake is not said: `broken` holds the words of definitions that could not be read,
    `incomplete` says that a sentence could not be read, `unreliable` that a whole file could not. `shared` are the
    files of vocabularies.
    """

    language: str
    lines: Mapping[str, Sequence[str]]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)
    incomplete: bool = False
    unreliable: bool = False

    def add(self, code: str, where: Text | Location, problem: str = MAIN, **arguments: str) -> None:
        """Note one diagnostic at a place; `problem` chooses the variant of its message."""
        if self._follows(code, where, arguments):
            return
        entry = catalogue()[code]
        template = entry.template(problem, self.language)
        place = where.place if isinstance(where, Text) else where
        lines = self.lines.get(place.path, ())
        self.diagnostics.append(
            Diagnostic(
                location=place,
                code=code,
                severity=entry.severity,
                message=template.message.format(**arguments),
                hint=template.hint.format(**arguments),
                source_line=lines[place.line - 1] if place.line <= len(lines) else "",
            )
        )

    def withdraw(self, code: str, place: Location) -> None:
        """Take back what was noted at a place, of which something else says how it is mended."""
        self.diagnostics[:] = [one for one in self.diagnostics if (one.code, one.location) != (code, place)]

    def add_unknown(self, code: str, where: Text, known: Iterable[str], **arguments: str) -> None:
        """Note an unknown word, with the nearest known ones if any is near (variants `near` and `far`)."""
        near = nearest(where.text, known)
        if near:
            self.add(code, where, "near", near=self.either(near), **arguments)
        else:
            self.add(code, where, "far", **arguments)

    def _follows(self, code: str, where: Text | Location, arguments: Mapping[str, str]) -> bool:
        if code in _MISSING:
            return self.incomplete
        if code in ("RL012", "RL017") and arguments.get("name") in self.broken:
            return True
        broken = isinstance(where, Text) and where.text in self.broken
        return (code in _NAMES and (self.unreliable or broken)) or (code == "RL021" and broken)

    def broken_end(self, text: str, start: int = 0) -> int:
        """Give the end of the longest word at `start` whose definition could not be read, or `start` without one."""
        lengths = [len(word) for word in self.broken if len(word) > 1 and text.startswith(word, start)]
        return start + max(lengths, default=0)

    def is_shared(self, place: Location) -> bool:
        """Say whether a place stands in a vocabulary."""
        return place.path in self.shared

    def either(self, words: Iterable[str]) -> str:
        """Join alternatives for people."""
        return _OR[self.language].join(words)

    @property
    def failed(self) -> bool:
        """Say whether any error has been noted."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)
