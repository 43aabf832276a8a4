"""Number of examples in the feature files of a card, counted by their keywords without compiling them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.language.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROW = "|"


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
