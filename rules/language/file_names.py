"""What does the name of a feature file say: in which language it is written, and which file is its twin?"""

from __future__ import annotations

import re

from rules.contracts.messages import LANGUAGES

_NAME = re.compile(r"\.(" + "|".join(LANGUAGES) + r")\.feature\Z")


def language_of(path: str) -> str | None:
    """Give the language that the name of a file says it is written in."""
    match = _NAME.search(path)
    return match[1] if match else None


def twin_path(path: str, language: str) -> str:
    """Give the name that the same file has in another language."""
    return _NAME.sub(f".{language}.feature", path)
