"""With which words do `explain`, `simulate`, `check`, `rank`, `evaluate-batch` and `claims` answer a person?"""

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
