"""With which words does a declaration speak? They stand in `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words(language: str) -> dict[str, Any]:
    """Give the words of a language."""
    text = resources.files("service.cbam").joinpath("words.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)[language]
    return found
