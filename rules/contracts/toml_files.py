"""What stands in a TOML file beside the modules of a package?"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def file_of(package: str, name: str) -> Path:
    """Give the path of a file of a package: `importlib.resources` would load a dozen modules for it."""
    return Path(import_module(package).__path__[0], name)


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Read a file of a package."""
    return tomllib.loads(file_of(package, name).read_text(encoding="utf-8"))


def wording(module: str) -> Callable[[str], dict[str, Any]]:
    """Give the function that gives, by language, what `words.toml` of the package of a module says; it is read once."""
    package = module.rpartition(".")[0]

    @cache
    def words(language: str) -> dict[str, Any]:
        found: dict[str, Any] = read_toml(package, "words.toml")[language]
        return found

    return words
