"""With which words do commands answer a person?"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words(language: str) -> dict[str, Any]:
    """Give the words of a language."""
    text = resources.files("service.cli").joinpath("words.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)[language]
    return found


def span(first: object, last: object, language: str) -> str:
    """Say from when until when something holds; without `last` it has no end."""
    spoken = words(language)
    return str(spoken["span"].format(first=first, last=last) if last else spoken["open_span"].format(first=first))
