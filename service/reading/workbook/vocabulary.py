"""Which words do workbooks use, in which language, and which words of any language mean the same?"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.contracts.toml_files import wording
from rules.language.lexicon import lexicon
from service.base.evidence_kinds import kind_word, kind_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model.definitions import Choice, FactDefinition, Words


words = wording(__name__)
_SEPARATORS = re.compile(r"[;；]")


def said(labels: Words, language: str, otherwise: str) -> str:
    """Give the label in a language; in the first that there is if that one is missing, and else the id."""
    return labels.get(language) or next(iter(labels.values()), "") or otherwise


def shown_unit(unit: str, language: str) -> str:
    """Give the word or symbol of a unit in a language, as it heads a column."""
    return lexicon(language).write_unit(unit)


def unit_of(text: str) -> str:
    """Give the symbol of a unit that is written in any language; an unknown one stays as it is."""
    for language in LANGUAGES:
        text = lexicon(language).read_unit(text)
    return text


def shown_kind(kind: str, language: str) -> str:
    """Give the word by which a kind of evidence is offered; in English the id, which reads as words."""
    return kind if language == "en" else kind_word(kind, language)


def kind_of(text: str) -> str:
    """Give the id of a kind of evidence that is written in any language; an unknown one stays as it is."""
    return _kind_ids().get(folded(text), text)


@cache
def _kind_ids() -> dict[str, str]:
    named = {folded(word): id for language in LANGUAGES for id, word in kind_words(language).items()}
    return {**named, **{folded(id): id for id in kind_words("en")}}


def folded(text: str) -> str:
    """Give a text without differences of width, case and outer space, by which two words are the same."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def parts_of(text: str) -> list[str]:
    """Give the words of a text that semicolons of either width separate."""
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()]


@cache
def reserved(key: str) -> frozenset[str]:
    """Give a reserved word in all languages, folded."""
    return frozenset(folded(words(language)[key]) for language in LANGUAGES)


def shown_choices(choices: Sequence[Choice | FactDefinition], language: str) -> dict[str, str]:
    """Give the word by which each choice or fact is offered: its label, or its id where that could be mistaken."""
    read = choice_ids(choices)
    shown = {}
    for choice in choices:
        label = said(choice.labels, language, choice.id)
        clear = read.get(folded(label)) == choice.id and not _SEPARATORS.search(label)
        shown[choice.id] = label if clear else choice.id
    return shown


def choice_ids(choices: Sequence[Choice | FactDefinition]) -> dict[str, str]:
    """Give the id that each word stands for: ids first, then labels of any language that belong to one of them."""
    claimed: dict[str, set[str]] = {}
    for choice in choices:
        for label in choice.labels.values():
            claimed.setdefault(folded(label), set()).add(choice.id)
    ids = {word: next(iter(owners)) for word, owners in claimed.items() if len(owners) == 1}
    return {**ids, **{folded(choice.id): choice.id for choice in choices}}
