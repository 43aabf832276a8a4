"""The symbols of a feature file: its rules and scenarios, and the names that it defines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.language import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.language_server.readings import FolderAnalysis

HEADS = ("rule", "scenario", "outline")


@dataclass(slots=True)
class Symbol:
    """A rule, a scenario or a name: where it begins and ends (lines counted from 0), and what stands in it."""

    kind: str
    shown: str
    detail: str
    number: int
    column: int
    last: int
    inside: list[Symbol] = field(default_factory=list)


def symbols(reading: FolderAnalysis, file: str, language: str) -> list[Symbol]:
    """Give the symbols of a file in their order, what a rule holds inside it."""
    lines = reading.lines[file]
    ordered = sorted((*_headings(reading, file, language), *_defined(reading, file, language)), key=_place)
    top: list[Symbol] = []
    rule: Symbol | None = None
    for symbol in ordered:
        if symbol.kind == "rule":
            rule = symbol
            top.append(symbol)
        else:
            (top if rule is None else rule.inside).append(symbol)
    _end(top, len(lines) - 1)
    for symbol in top:
        _end(symbol.inside, symbol.last)
    return top


def _end(several: list[Symbol], last: int) -> None:
    """Let each rule or scenario end where the next symbol beside it begins, and the last one with what holds it."""
    for symbol, begins in zip(several, [*(each.number for each in several[1:]), last + 1], strict=False):
        if symbol.kind in HEADS:
            symbol.last = max(begins - 1, symbol.number)


def _place(symbol: Symbol) -> tuple[int, int]:
    return symbol.number, symbol.column


def _headings(reading: FolderAnalysis, file: str, language: str) -> Iterator[Symbol]:
    keywords = load_lexicon(language).keywords
    for number, line in enumerate(reading.lines[file]):
        bare = line.strip().replace("：", ":")
        for kind in HEADS:
            if bare.startswith(f"{keywords[kind]}:"):
                title = bare.partition(":")[2].strip() or keywords[kind]
                yield Symbol(kind, title, keywords[kind], number, len(line) - len(line.lstrip()), number)


def _defined(reading: FolderAnalysis, file: str, language: str) -> Iterator[Symbol]:
    """Give each name that is defined in a file; one that several rows define by the first."""
    for name in reading.names[language].all if language in reading.names else ():
        place = reading.locations[language].get(name.path)
        if name.kind != "choices" and place is not None and place.path == file:
            detail = name.id if name.label and name.label != name.id else ""
            yield Symbol(name.kind, name.shown, detail, place.line - 1, place.column - 1, place.line - 1)
