"""TOML files of a package: path, cached reading, and wording by language."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts.build_cache import find_cached, has_build_cache, source_digest, store_cached
from rules.contracts.plurals import parse_plurals

if TYPE_CHECKING:
    from collections.abc import Callable


_CACHE_THRESHOLD = 1_000
"""Bytes that are read faster than found in the cache."""


def package_file(package: str, name: str) -> Path:
    """Give the path of a file of a package: `importlib.resources` would load a dozen modules for it."""
    return Path(import_module(package).__path__[0], name)


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Read a file of a package."""
    content = package_file(package, name).read_bytes()
    digest = source_digest(content)
    kept = find_cached(f"{package}-{name}", digest) if len(content) > _CACHE_THRESHOLD else None
    if kept is not None:
        read: dict[str, Any] = json.loads(kept)
        return read
    read = tomllib.loads(content.decode("utf-8").replace("\r\n", "\n"))
    if len(content) > _CACHE_THRESHOLD and has_build_cache():
        store_cached(f"{package}-{name}", digest, json.dumps(read, ensure_ascii=False).encode())
    return read


def wording_loader(module: str) -> Callable[[str], dict[str, Any]]:
    """Give the function that gives, by language, what `words.toml` of the package of a module says; it is read once."""
    package = module.rpartition(".")[0]

    @cache
    def words(language: str) -> dict[str, Any]:
        wording: dict[str, Any] = parse_plurals(read_toml(package, "words.toml")[language])
        return wording

    return words
