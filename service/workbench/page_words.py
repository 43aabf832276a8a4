"""Words of the pages, merged from the files of all rooms: `words/desk.toml` and its neighbours."""

from __future__ import annotations

from functools import cache
from typing import Any

from rules.contracts import package_file, parse_plurals, read_toml

_PACKAGE = f"{__package__}.words"


@cache
def page_words(language: str) -> dict[str, Any]:
    """Give all that pages say in a language; a table, such as `nav`, has what any room says in it.

    Raises:
        ValueError: two rooms say a word of one name.
    """
    merged: dict[str, Any] = {}
    for file in sorted(package_file(_PACKAGE, "").glob("*.toml")):
        _merge(merged, read_toml(_PACKAGE, file.name)[language], file.name)
    words: dict[str, Any] = parse_plurals(merged)
    return words


def _merge(into: dict[str, Any], words: dict[str, Any], place: str) -> None:
    for name, said in words.items():
        if isinstance(said, dict) and isinstance(kept := into.setdefault(name, {}), dict):
            _merge(kept, said, f"{place}: {name}")
        elif name in into:
            raise ValueError(f"{place}: {name} is said by another file, too")
        else:
            into[name] = said
