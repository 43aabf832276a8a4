"""Summary of a scorecard's feature files: its purpose and the number of its examples."""

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
    """Return the purpose of a scorecard by language: the first paragraph of its `card` file."""
    files = {PurePosixPath(path).name: text for path, text in sources.items()}
    purposes = {
        language: _first_paragraph(files.get(f"card.{language}.feature", ""), language) for language in LANGUAGES
    }
    return {language: text for language, text in purposes.items() if text}


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
    """Count the examples in feature files, one for each row of an outline; language versions count once."""
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
    count, is_outline, pending_headings = 0, False, 0
    in_table = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith(f"{keywords['scenario']}:"):
            count, is_outline, in_table = count + 1, False, False
        elif line.startswith((outline, *others)):
            is_outline, in_table = line.startswith(outline), False
        elif is_outline and line.startswith(tables):
            in_table, pending_headings = True, 1
        elif in_table and line.startswith(_ROW):
            count, pending_headings = count + 1 - pending_headings, 0
    return count
