"""Purpose of a card: the first paragraph of prose in its feature files, by language."""

from __future__ import annotations

from itertools import dropwhile, takewhile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.language.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
