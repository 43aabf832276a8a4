"""Which diagnostics are there, how severe is each, and what does each say in every language?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from rules.contracts.diagnostics import Severity
from rules.contracts.toml_files import read_toml

MAIN = "main"
"""The variant of a diagnostic that has only one."""
_ABOUT = frozenset({"severity", "title", "explanation"})


@dataclass(frozen=True, slots=True)
class Template:
    """A message and a hint with words to fill in."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One diagnostic: what its page says, and the templates of its variants per language."""

    code: str
    severity: Severity
    title: Mapping[str, str]
    explanation: str
    variants: Mapping[str, Mapping[str, Template]]

    def template(self, variant: str, language: str) -> Template:
        """Give the template of a variant in a language.

        Raises:
            KeyError: there is no such variant, or it is not written in that language.
        """
        return self.variants[variant][language]


@cache
def catalogue() -> Mapping[str, Entry]:
    """Read all diagnostics, by code in ascending order."""
    entries = read_toml("rules.language", "catalogue.toml")
    return {code: _entry(code, data) for code, data in sorted(entries.items())}


def _entry(code: str, data: Mapping[str, object]) -> Entry:
    variants = {
        name: {
            language: Template(*lines) for language, lines in cast("Mapping[str, tuple[str, str]]", templates).items()
        }
        for name, templates in data.items()
        if name not in _ABOUT
    }
    return Entry(
        code=code,
        severity=Severity(cast("str", data["severity"])),
        title=cast("Mapping[str, str]", data["title"]),
        explanation=cast("str", data["explanation"]).strip(),
        variants=variants,
    )
