"""Equivalent mutants of a card, argued by hand: mutations that no example can detect, with reasons."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rules.contracts import LANGUAGES, InputError, Violation, error_message, message_factory
from service.input.given_files import FileRefusedError, read_file

_say = message_factory(__name__)

ARGUED = "argued-slips.toml"
"""The file in the folder of a card; it is no part of the card, and of no published version."""
_LARGEST = 1024 * 1024
_KEYS = frozenset({"slips", *LANGUAGES})


def read_equivalent_mutants(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Read why mutants cannot be noticed: by their names, in each language; nothing if there is no such file.

    Raises:
        InputError: it cannot be read, or says something else; every problem is named.
    """
    path = folder / ARGUED
    if not path.exists():
        return {}
    try:
        tables = tomllib.loads(read_file(path, most=_LARGEST, inside=folder).decode())
    except (OSError, ValueError, FileRefusedError) as error:
        raise InputError(
            (Violation(str(path), _say("ARGUED_UNREADABLE", problem=error_message(error)), "MALFORMED"),)
        ) from None
    violations = tuple(
        violation for name, table in tables.items() for violation in _problems(f"{path}[{name[:80]}]", table)
    )
    if violations:
        raise InputError(violations)
    return {slip: table for table in tables.values() for slip in table["slips"]}


def _problems(place: str, table: Any) -> Iterator[Violation]:
    if not isinstance(table, dict) or table.keys() != _KEYS:
        description = ", ".join(sorted(table)) if isinstance(table, dict) else type(table).__name__
        yield Violation(
            place, _say("ARGUED_TABLE", found=description[:200] or "-", known=", ".join(sorted(_KEYS))), "MALFORMED"
        )
        return
    for language in LANGUAGES:
        if not isinstance(table[language], str) or not table[language].strip():
            yield Violation(f"{place}.{language}", _say("ARGUED_TEXT"), "WRONG_VALUE")
    slips = table["slips"]
    if not isinstance(slips, list) or not slips or not all(isinstance(slip, str) for slip in slips):
        yield Violation(f"{place}.slips", _say("ARGUED_SLIPS"), "WRONG_VALUE")
