"""Quick fixes: the replacement that the hint of a diagnostic proposes."""

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

_PROPOSES = re.compile(r"(?:write|did you mean):? (?P<text>\{\w+\}(?: \{\w+\})*)\??\Z")
"""A hint, in English, that says nothing but what is to be written."""
_ALTERNATIVES = {"en": " or ", "zh": " 或 "}


@dataclass(frozen=True, slots=True)
class QuickFix:
    """A text in place of what stands between two columns of the line of a diagnostic, counted from 0."""

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
    """Give what may be written for a diagnostic as its hint says; with each the mistake is gone, and none is new."""
    for each in _proposed(diagnostic):
        if _mends(reading, each, tables, cache):
            yield each


def _proposed(diagnostic: Diagnostic) -> Iterator[QuickFix]:
    entry = read_catalogue().get(diagnostic.code)
    begin = diagnostic.location.column - 1
    for variant in entry.variants.values() if entry is not None else ():
        proposes = _PROPOSES.match(variant["en"].hint)
        if proposes is None:
            continue
        for language in LANGUAGES:
            slots, hinted = (
                _match_slots(variant[language].message, diagnostic.message),
                _match_slots(variant[language].hint, diagnostic.hint),
            )
            if slots is None or hinted is None:
                continue
            stands = [text for text in slots.values() if text and diagnostic.source_line.startswith(text, begin)]
            written = proposes["text"].format(**{**slots, **hinted})
            for text in written.split(_ALTERNATIVES[language]):
                if stands and "…" not in text and text not in stands:
                    yield QuickFix(diagnostic, begin, begin + len(max(stands, key=len)), text)
            return


def _match_slots(template: str, text: str) -> Mapping[str, str] | None:
    match = _pattern(template).fullmatch(text)
    return None if match is None else match.groupdict()


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Match what a template says, with a group for each of its slots."""
    known: set[str] = set()
    parts = []
    for literal, slot, _, _ in Formatter().parse(template):
        parts.append(re.escape(literal))
        if slot:
            parts.append(f"(?P={slot})" if slot in known else f"(?P<{slot}>.*?)")
            known.add(slot)
    return re.compile("".join(parts), re.DOTALL)


def _mends(reading: FolderAnalysis, each: QuickFix, tables: TableSource | None, cache: CompilationCache | None) -> bool:
    place = each.mended.location
    written = {file: list(own) for file, own in reading.lines.items()}
    line = written[place.path][place.line - 1]
    written[place.path][place.line - 1] = line[: each.begin] + each.text + line[each.end :]
    files = {file: "\n".join(own) for file, own in written.items()}
    remaining = compile_folder(files, tables=tables, cache=cache).diagnostics
    same = [
        diagnostic for diagnostic in remaining if (diagnostic.code, diagnostic.location) == (each.mended.code, place)
    ]
    errors = [
        sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
        for diagnostics in (remaining, reading.diagnostics)
    ]
    return not same and errors[0] <= errors[1]
