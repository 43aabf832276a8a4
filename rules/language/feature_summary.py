"""Summary of the feature files of a card, by their keywords: what it is for, and how many examples there are."""

from __future__ import annotations

from itertools import dropwhile, takewhile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.language.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ROW = "|"
_BETWEEN_LINES = {"en": " ", "zh": ""}


def card_purposes(sources: Mapping[str, str]) -> dict[str, str]:
    """Give what a card is for by language, as its feature files say it; nothing of a language without prose.

    `sources` are the feature files by path; the one named `card` says what the card is.
    """
    files = {PurePosixPath(path).name: text for path, text in sources.items()}
    told = {language: _first_paragraph(files.get(f"card.{language}.feature", ""), language) for language in LANGUAGES}
    return {language: text for language, text in told.items() if text}


def _first_paragraph(text: str, language: str) -> str:
    keywords = load_lexicon(language).keywords
    others = tuple(f"{keywords[name]}:" for name in ("background", "rule", "scenario"))
    lines = dropwhile(lambda line: not line.startswith(f"{keywords['feature']}:"), _stripped(text))
    next(lines, None)
    prose = takewhile(bool, dropwhile(lambda line: not line, lines))
    return _BETWEEN_LINES[language].join(takewhile(lambda line: not line.startswith(others), prose))


def _stripped(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines())


def count_examples(sources: Mapping[str, str]) -> int:
    """Count the examples in feature files by path; those that a file has in several languages are counted once.

    A scenario is one example, an outline one for each row of its tables.
    """
    counts: dict[str, int] = {}
    for path, text in sources.items():
        name = PurePosixPath(path)
        stem, _, language = name.stem.rpartition(".")
        if name.suffix == ".feature" and language in LANGUAGES:
            counts[stem] = max(counts.get(stem, 0), _count_in_file(text, language))
    return sum(counts.values())


def _count_in_file(text: str, language: str) -> int:
    keywords = load_lexicon(language).keywords
    outline, tables = f"{keywords['outline']}:", f"{keywords['examples']}:"
    others = tuple(f"{keywords[name]}:" for name in ("feature", "background", "rule"))
    count, is_outline, heads_left = 0, False, 0
    in_table = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith(f"{keywords['scenario']}:"):
            count, is_outline, in_table = count + 1, False, False
        elif line.startswith((outline, *others)):
            is_outline, in_table = line.startswith(outline), False
        elif is_outline and line.startswith(tables):
            in_table, heads_left = True, 1
        elif in_table and line.startswith(_ROW):
            count, heads_left = count + 1 - heads_left, 0
    return count
