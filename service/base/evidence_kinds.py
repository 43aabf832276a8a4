"""Display names of the kinds of evidence, by language."""

from __future__ import annotations

from functools import cache
from typing import Any

from rules.contracts import LANGUAGES, Label, read_toml


@cache
def kind_words(language: str) -> dict[str, str]:
    """Give the word of each kind that a card asks for, in a language."""
    words = _words()
    return {**words[language], **words["not_printed"][language]}


def kind_word(kind: str, language: str) -> str:
    """Give the word of a kind in a language; a kind that no card asks for stays as it was given."""
    return kind_words(language).get(kind, kind)


def printed_kind_word(kind: str, language: str) -> str:
    """Give how reports name a kind: by its word, or by its id if that was printed before there was a word."""
    words_by_kind: dict[str, str] = _words()[language]
    return words_by_kind.get(kind, kind)


def kind_label(kind: str) -> Label:
    """Give the word of a kind in each language; a kind that no card asks for stays as it was given."""
    return Label({language: kind_word(kind, language) for language in LANGUAGES})


@cache
def _words() -> dict[str, Any]:
    return read_toml("service.base", "evidence_kinds.toml")
