"""Page texts, merged from all files of the words package and from those of products."""

from __future__ import annotations

from functools import cache
from typing import Any

from rules.contracts import package_file, parse_plurals, read_toml
from service.configuration.products import product_files

_PACKAGE = f"{__package__}.words"
_PRODUCT_WORDS = "pages/words.toml"


@cache
def page_words(language: str) -> dict[str, Any]:
    """Return the page texts in a language; tables are merged, other duplicates raise ValueError."""
    merged: dict[str, Any] = {}
    for file in sorted(package_file(_PACKAGE, "").glob("*.toml")):
        _merge(merged, read_toml(_PACKAGE, file.name)[language], file.name)
    for package, words_of_product in product_files(_PRODUCT_WORDS, _read_product_words):
        _merge(merged, words_of_product[language], package)
    words: dict[str, Any] = parse_plurals(merged)
    return words


def _read_product_words(package: str) -> tuple[str, dict[str, Any]]:
    return package, read_toml(package, _PRODUCT_WORDS)


def _merge(into: dict[str, Any], words: dict[str, Any], location: str) -> None:
    for name, value in words.items():
        if isinstance(value, dict) and isinstance(table := into.setdefault(name, {}), dict):
            _merge(table, value, f"{location}: {name}")
        elif name in into:
            raise ValueError(f"{location}: {name} is said by another file, too")
        else:
            into[name] = value
