"""Display names of the kinds of evidence, by language."""

from __future__ import annotations

from functools import cache
from typing import Any

from rules.contracts import LANGUAGES, Label, read_toml


@cache
def kind_words(language: str) -> dict[str, str]:
    """Return all display names by kind."""
    words = _words()
    return {**words[language], **words["not_printed"][language]}


def kind_word(kind: str, language: str) -> str:
    """Return the display name of a kind, or the kind if unknown."""
    return kind_words(language).get(kind, kind)


def printed_kind_word(kind: str, language: str) -> str:
    """Return the name of a kind in reports, or the id of a kind named later."""
    words_by_kind: dict[str, str] = _words()[language]
    return words_by_kind.get(kind, kind)


def kind_label(kind: str) -> Label:
    """Return the display name in all languages, or the kind if unknown."""
    return Label({language: kind_word(kind, language) for language in LANGUAGES})


@cache
def _words() -> dict[str, Any]:
    return read_toml("service.base", "evidence_kinds.toml")
