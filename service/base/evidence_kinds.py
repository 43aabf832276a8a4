"""Display names of the kinds of evidence, by language."""

from __future__ import annotations

from functools import cache

from rules.contracts import LANGUAGES, Label, read_toml


@cache
def kind_words(language: str) -> dict[str, str]:
    """Give the word of each kind that a card asks for, in a language."""
    words_by_kind: dict[str, str] = read_toml("service.base", "evidence_kinds.toml")[language]
    return words_by_kind


def kind_word(kind: str, language: str) -> str:
    """Give the word of a kind in a language; a kind that no card asks for stays as it was given."""
    return kind_words(language).get(kind, kind)


def kind_label(kind: str) -> Label:
    """Give the word of a kind in each language, likewise."""
    return Label({language: kind_word(kind, language) for language in LANGUAGES})
