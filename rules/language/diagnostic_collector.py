"""Diagnostic collector of the compiler: catalogue, message templates and suppressed follow-up errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts.diagnostics import MAIN_VARIANT, Diagnostic, Location, Severity
from rules.contracts.toml_files import read_toml
from rules.language.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_METADATA_KEYS = frozenset({"severity", "title", "explanation"})


class MessageTemplate(NamedTuple):
    """A message and a hint with placeholders."""

    message: str
    hint: str


class CatalogueEntry(NamedTuple):
    """One diagnostic, with message templates per variant and language."""

    code: str
    severity: Severity
    title: Mapping[str, str]
    explanation: str
    variants: Mapping[str, Mapping[str, MessageTemplate]]

    def template(self, variant: str, language: str) -> MessageTemplate:
        return self.variants[variant][language]


@cache
def read_catalogue() -> Mapping[str, CatalogueEntry]:
    """Return the catalogue of diagnostics, sorted by code."""
    entries = read_toml("rules.language", "catalogue.toml")
    return {code: _entry(code, data) for code, data in sorted(entries.items())}


def _entry(code: str, data: Mapping[str, Any]) -> CatalogueEntry:
    variants = {
        name: {language: MessageTemplate(*lines) for language, lines in templates.items()}
        for name, templates in data.items()
        if name not in _METADATA_KEYS
    }
    return CatalogueEntry(
        code=code,
        severity=Severity(data["severity"]),
        title=data["title"],
        explanation=data["explanation"].strip(),
        variants=variants,
    )


_MIN_SIMILARITY = 66
_UNKNOWN_NAME_CODES = frozenset({"RL011", "RL017", "RL050"})
_MISSING_CODES = frozenset({"RL006", "RL026", "RL027", "RL032", "RL033", "RL034"})
_OR_WORDS = {"en": " or ", "zh": " 或 "}


def nearest_words(word: str, known: Iterable[str], limit: int = 2) -> tuple[str, ...]:
    """Return the known words most similar to a misspelt word, best first."""
    from rapidfuzz import process  # noqa: PLC0415 -- rapidfuzz is needed only after a spelling error

    matches = process.extract(word, sorted(set(known)), limit=limit, score_cutoff=_MIN_SIMILARITY)
    best = matches[0][1] if matches else 0
    return tuple(match[0] for match in matches if match[1] >= best - 8)


def split_lines(text: str) -> list[str]:
    """Split text into lines as Gherkin counts them, without a byte order mark."""
    return [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n")]


@dataclass(slots=True)
class DiagnosticReport:
    """The diagnostics of one language, without errors that only follow from earlier ones.

    `broken` contains the words of unreadable definitions. `incomplete` means that a sentence could not be read,
    `unreliable` that a whole file could not. `shared` contains the paths of vocabulary files.
    """

    language: str
    lines: Mapping[str, Sequence[str]]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)
    incomplete: bool = False
    unreliable: bool = False

    def add(self, code: str, where: SourceText | Location, problem: str = MAIN_VARIANT, **arguments: str) -> None:
        if self._follows(code, where, arguments):
            return
        entry = read_catalogue()[code]
        template = entry.template(problem, self.language)
        location = where.location if isinstance(where, SourceText) else where
        lines = self.lines.get(location.path, ())
        self.diagnostics.append(
            Diagnostic(
                location=location,
                code=code,
                severity=entry.severity,
                message=template.message.format(**arguments),
                hint=template.hint.format(**arguments),
                source_line=lines[location.line - 1] if location.line <= len(lines) else "",
            )
        )

    def copy(self) -> DiagnosticReport:
        return replace(self, diagnostics=[*self.diagnostics], broken={*self.broken}, shared={*self.shared})

    def withdraw(self, code: str, location: Location) -> None:
        self.diagnostics[:] = [
            diagnostic for diagnostic in self.diagnostics if (diagnostic.code, diagnostic.location) != (code, location)
        ]

    def add_unknown(self, code: str, where: SourceText, known: Iterable[str], **arguments: str) -> None:
        near = nearest_words(where.text, known)
        if near:
            self.add(code, where, "near", near=self.either(near), **arguments)
        else:
            self.add(code, where, "far", **arguments)

    def _follows(self, code: str, where: SourceText | Location, arguments: Mapping[str, str]) -> bool:
        if code in _MISSING_CODES:
            return self.incomplete
        if code in ("RL012", "RL017") and arguments.get("name") in self.broken:
            return True
        broken = isinstance(where, SourceText) and where.text in self.broken
        return (code in _UNKNOWN_NAME_CODES and (self.unreliable or broken)) or (code == "RL021" and broken)

    def broken_end(self, text: str, start: int = 0) -> int:
        lengths = [len(word) for word in self.broken if len(word) > 1 and text.startswith(word, start)]
        return start + max(lengths, default=0)

    def is_shared(self, location: Location) -> bool:
        return location.path in self.shared

    def either(self, words: Iterable[str]) -> str:
        return _OR_WORDS[self.language].join(words)

    @property
    def failed(self) -> bool:
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)
