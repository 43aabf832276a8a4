"""Equivalent mutants of a scorecard: mutations that no example can detect, with reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rules.contracts import LANGUAGES, InputError, Violation, message_factory
from service.input.given_files import read_settings_file

_message = message_factory(__name__)

ARGUED = "argued-slips.toml"
"""File in a scorecard folder, never published."""
_KEYS = frozenset({"slips", *LANGUAGES})


def read_equivalent_mutants(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Return reasons for equivalent mutants, by mutant and language; empty without a file.

    Raises:
        InputError: If the file is malformed.
    """
    path = folder / ARGUED
    if not path.exists():
        return {}
    tables = read_settings_file(path, field=str(path), inside=folder)
    violations = tuple(
        violation for name, table in tables.items() for violation in _problems(f"{path}[{name[:80]}]", table)
    )
    if violations:
        raise InputError(violations)
    return {mutant: table for table in tables.values() for mutant in table["slips"]}


def _problems(location: str, table: Any) -> Iterator[Violation]:
    if not isinstance(table, dict) or table.keys() != _KEYS:
        shape = ", ".join(sorted(table)) if isinstance(table, dict) else type(table).__name__
        yield Violation(
            location, _message("ARGUED_TABLE", found=shape[:200] or "-", known=", ".join(sorted(_KEYS))), "MALFORMED"
        )
        return
    for language in LANGUAGES:
        if not isinstance(table[language], str) or not table[language].strip():
            yield Violation(f"{location}.{language}", _message("ARGUED_TEXT"), "WRONG_VALUE")
    mutants = table["slips"]
    if not isinstance(mutants, list) or not mutants or not all(isinstance(mutant, str) for mutant in mutants):
        yield Violation(f"{location}.slips", _message("ARGUED_SLIPS"), "WRONG_VALUE")
