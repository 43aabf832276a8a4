"""The places of a card's files at which a name stands, by its id or its label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.language import first_row, language_of, load_lexicon, row_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.language import Lexicon
    from service.language_server.names import SymbolTable
    from service.language_server.readings import FolderAnalysis

FREE = frozenset({"label", "words", "note", "meaning", "instrument", "clause", "evidence"})
"""Columns of words for people, in which no name is meant."""
_BAR = re.compile(r"(?<!\\)\|")
_STEPS = ("given", "and", "when", "then")
_BEFORE, _BEHIND = r"(?<![A-Za-z0-9_])(?<![A-Za-z0-9_][-.])", r"(?![-.]?[A-Za-z0-9_])"
"""What stands before and behind a word that is no part of a longer one, such as `green` in `green-office`."""


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A word that stands for a name: the file as the reading calls it, its line and columns, counted from 0."""

    file: str
    number: int
    begin: int
    end: int
    word: str


def occurrences(reading: FolderAnalysis, path: str) -> Iterator[Occurrence]:
    """Find where the name with this path in the model stands, in the files of every language."""
    for file, lines in reading.lines.items():
        language = language_of(file)
        names = reading.names.get(language or "")
        if language is None or names is None:
            continue
        name = next((symbol for symbol in names.all if symbol.path == path), None)
        if name is None:
            continue
        own = {word for word in (name.id, name.label) if word}
        defined = reading.locations[language].get(name.place)
        row = defined.line - 1 if defined is not None and defined.path == file else -1
        pattern = _pattern(names)
        for number, line in enumerate(lines):
            for begin, end in _spans(pattern, lines, number, load_lexicon(language)):
                word = line[begin:end]
                if word not in own:
                    continue
                if (
                    number == row
                    or _says(line, word, name.id)
                    or not _for_people(lines, number, begin, load_lexicon(language))
                ):
                    yield Occurrence(file, number, begin, end, word)


def _pattern(names: SymbolTable) -> re.Pattern[str]:
    """Match every word for a name, the longest where several begin."""
    words = sorted((word for word in names.by_word if not word.isdigit()), key=len, reverse=True)
    bounded = (f"{_BEFORE * word[0].isascii()}{re.escape(word)}{_BEHIND * word[-1].isascii()}" for word in words)
    return re.compile("|".join(bounded) or r"(?!)")


def _spans(pattern: re.Pattern[str], lines: Sequence[str], number: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    """Find words for names in a step or a row; titles, prose and comments hold none."""
    line = lines[number]
    bare = line.lstrip()
    if bare.startswith(("|", *(words.keywords[key] for key in _STEPS))):
        yield from (match.span() for match in pattern.finditer(line))


def _says(line: str, word: str, id: str) -> bool:
    """Say whether a row gives a word to an id."""
    first, *others = row_cells(line) or [""]
    return first == id and word in others


def _for_people(lines: Sequence[str], number: int, begin: int, words: Lexicon) -> bool:
    """Say whether a cell stands in a column of words for people, or is the heading of a column of the language.

    The columns of an outline are named by its author, and hold what stands in its steps.
    """
    line = lines[number]
    if not line.lstrip().startswith("|"):
        return False
    first = first_row(lines, number)
    above = next((lines[at].strip() for at in range(first - 1, -1, -1) if lines[at].strip()), "")
    if above.replace("：", ":").startswith(f"{words.keywords['examples']}:"):
        return False
    headings, position = row_cells(lines[first]), len(_BAR.findall(line[:begin])) - 1
    heading = headings[position] if 0 <= position < len(headings) else ""
    keys = {key for group in words.columns.values() if (key := group.read(heading))}
    return bool(keys) if number == first else bool(keys & FREE)
