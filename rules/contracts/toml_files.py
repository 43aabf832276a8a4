"""TOML files of a package: path, cached parsing, and wording by language with plural forms."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts.build_cache import find_cached, has_build_cache, source_digest, store_cached

if TYPE_CHECKING:
    from collections.abc import Callable

_SLOT_OR_PLURAL = re.compile(r"\{(\w*)[^{}]*\}|\[([^\[\]|{}]*)\|([^\[\]|{}]*)\]")


class PluralTemplate(str):
    """A template with plural forms: `{count} [subject|subjects]` uses the first form for 1."""

    __slots__ = ()

    def __str__(self) -> str:
        return self

    def format(self, *values: object, **slots: object) -> str:
        """Fill the slots; the nearest slot before a plural form selects the form."""
        number: object = None

        def chosen(match: re.Match[str]) -> str:
            nonlocal number
            if match[2] is None:
                number = slots.get(match[1])
                return match[0]
            return match[2] if str(number) == "1" else match[3]

        return _SLOT_OR_PLURAL.sub(chosen, str.__str__(self)).format(*values, **slots)


def parse_plurals(words: Any) -> Any:
    """Return a copy of a document with `PluralTemplate` objects for texts with plural forms."""
    if isinstance(words, dict):
        return {key: parse_plurals(part) for key, part in words.items()}
    if isinstance(words, list):
        return [parse_plurals(part) for part in words]
    has_plurals = isinstance(words, str) and any(match[2] is not None for match in _SLOT_OR_PLURAL.finditer(words))
    return PluralTemplate(words) if has_plurals else words


_CACHE_THRESHOLD = 1_000
"""Smaller files (in bytes) are faster to parse than to find in the cache."""


def package_file(package: str, name: str) -> Path:
    """Return the path of a package file; `importlib.resources` would import a dozen modules."""
    return Path(import_module(package).__path__[0], name)


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Parse a TOML file of a package."""
    content = package_file(package, name).read_bytes()
    digest = source_digest(content)
    cached = find_cached(f"{package}-{name}", digest) if len(content) > _CACHE_THRESHOLD else None
    if cached is not None:
        document: dict[str, Any] = json.loads(cached)
        return document
    document = tomllib.loads(content.decode("utf-8").replace("\r\n", "\n"))
    if len(content) > _CACHE_THRESHOLD and has_build_cache():
        store_cached(f"{package}-{name}", digest, json.dumps(document, ensure_ascii=False).encode())
    return document


def wording_loader(module: str) -> Callable[[str], dict[str, Any]]:
    """Return a cached function that returns the package's `words.toml` in a language."""
    package = module.rpartition(".")[0]

    @cache
    def words(language: str) -> dict[str, Any]:
        wording: dict[str, Any] = parse_plurals(read_toml(package, "words.toml")[language])
        return wording

    return words
