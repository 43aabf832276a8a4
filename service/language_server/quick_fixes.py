"""Quick fixes: replacements proposed by the hints of diagnostics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from rules.api import compile_folder
from rules.contracts import LANGUAGES, Severity
from rules.language import read_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts import Diagnostic
    from rules.language import CompilationCache
    from rules.model import TableSource
    from service.language_server.readings import FolderAnalysis

_REPLACEMENT_HINT = re.compile(r"(?:[^{}]*\. )?(?:Write|Did you mean):? (?P<text>\{\w+\}(?: \{\w+\})*)\??\Z")
_ALTERNATIVES = {"en": " or ", "zh": " 或 "}


@dataclass(frozen=True, slots=True)
class QuickFix:
    """Replacement on a diagnostic's line; columns are counted from 0."""

    mended: Diagnostic
    begin: int
    end: int
    text: str


def quick_fixes(
    reading: FolderAnalysis,
    diagnostic: Diagnostic,
    tables: TableSource | None,
    cache: CompilationCache | None = None,
) -> Iterator[QuickFix]:
    """Yield proposed replacements that resolve the diagnostic without adding errors."""
    for each in _proposals(diagnostic):
        if _resolves(reading, each, tables, cache):
            yield each


def _proposals(diagnostic: Diagnostic) -> Iterator[QuickFix]:
    entry = read_catalogue().get(diagnostic.code)
    begin = diagnostic.location.column - 1
    for variant in entry.variants.values() if entry is not None else ():
        replacement = _REPLACEMENT_HINT.match(variant["en"].hint)
        if replacement is None:
            continue
        for language in LANGUAGES:
            slots, hinted = (
                _match_slots(variant[language].message, diagnostic.message),
                _match_slots(variant[language].hint, diagnostic.hint),
            )
            if slots is None or hinted is None:
                continue
            present = [text for text in slots.values() if text and diagnostic.source_line.startswith(text, begin)]
            written = replacement["text"].format(**{**slots, **hinted})
            for text in written.split(_ALTERNATIVES[language]):
                if present and "…" not in text and text not in present:
                    yield QuickFix(diagnostic, begin, begin + len(max(present, key=len)), text)
            return


def _match_slots(template: str, text: str) -> Mapping[str, str] | None:
    match = _template_pattern(template).fullmatch(text)
    return None if match is None else match.groupdict()


@cache
def _template_pattern(template: str) -> re.Pattern[str]:
    known: set[str] = set()
    parts = []
    for literal, slot, _, _ in Formatter().parse(template):
        parts.append(re.escape(literal))
        if slot:
            parts.append(f"(?P={slot})" if slot in known else f"(?P<{slot}>.*?)")
            known.add(slot)
    return re.compile("".join(parts), re.DOTALL)


def _resolves(
    reading: FolderAnalysis, fix: QuickFix, tables: TableSource | None, cache: CompilationCache | None
) -> bool:
    location = fix.mended.location
    written = {file: list(own) for file, own in reading.lines.items()}
    line = written[location.path][location.line - 1]
    written[location.path][location.line - 1] = line[: fix.begin] + fix.text + line[fix.end :]
    files = {file: "\n".join(own) for file, own in written.items()}
    remaining = compile_folder(files, tables=tables, cache=cache).diagnostics
    same = [
        diagnostic for diagnostic in remaining if (diagnostic.code, diagnostic.location) == (fix.mended.code, location)
    ]
    errors = [
        sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
        for diagnostics in (remaining, reading.diagnostics)
    ]
    return not same and errors[0] <= errors[1]
