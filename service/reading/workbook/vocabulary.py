"""Which cells does a scorecard ask for, and which words of any language mean the same in them?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.contracts.toml_files import wording
from rules.language.lexicon import lexicon
from rules.model.definitions import FactType
from service.base.evidence_kinds import kind_word, kind_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.model.definitions import Choice, FactDefinition, RecordType, Words
    from rules.model.scorecard import Scorecard


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


FIRST, LAST, EVIDENCE = "first", "last", "evidence"


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of a subject or record: a fact, one end of a period, or the evidence of one field of a record."""

    definition: FactDefinition
    part: str = ""

    @property
    def id(self) -> str:
        """What stands in the row or column of ids; fact ids hold no dot."""
        return f"{self.definition.id}.{self.part}" if self.part else self.definition.id

    def label(self, language: str) -> str:
        """Say for people what it is, without unit."""
        label = said(self.definition.labels, language, self.definition.id)
        key = {FIRST: "first", LAST: "last", EVIDENCE: "evidence_for"}.get(self.part)
        return str(words(language)[key]).format(words=label) if key else label

    def heading(self, language: str, *, unit: str = "") -> str:
        """Say what stands over its column: the label, with the unit in words of the language, or as `unit` gives it."""
        label, unit = self.label(language), unit or shown_unit(self.definition.unit, language)
        return str(words(language)["with_unit"]).format(words=label, unit=unit) if unit and not self.part else label


def slots_of(definitions: Iterable[FactDefinition], *, of_record: bool = False) -> tuple[Slot, ...]:
    """List the cells of facts in their order; fields of a record that need evidence have a cell for it.

    The evidence of facts has a place of its own in each layout.
    """
    slots: list[Slot] = []
    for definition in definitions:
        parts = (FIRST, LAST) if definition.type is FactType.PERIOD else ("",)
        slots.extend(Slot(definition, part) for part in parts)
        if of_record and definition.evidence:
            slots.append(Slot(definition, EVIDENCE))
    return tuple(slots)


def lists_of(scorecard: Scorecard) -> tuple[tuple[FactDefinition, tuple[Slot, ...]], ...]:
    """List the facts that are lists of records, each with the cells of one record."""
    return tuple(
        (definition, slots_of(record_of(scorecard, definition).fields, of_record=True))
        for definition in scorecard.facts
        if definition.type is FactType.RECORDS
    )


def record_of(scorecard: Scorecard, definition: FactDefinition) -> RecordType:
    """Give the type of the records of a list."""
    return next(record for record in scorecard.records if record.id == definition.record)


def slots_by_word(definitions: Iterable[FactDefinition]) -> dict[str, Slot]:
    """Give the slot that each word stands for: ids, and labels of any language that belong to one slot alone."""
    slots = slots_of(definitions)
    claimed: dict[str, list[Slot]] = {}
    for slot in slots:
        for word in {folded(slot.label(language)) for language in LANGUAGES}:
            claimed.setdefault(word, []).append(slot)
    clear = {word: owners[0] for word, owners in claimed.items() if len(owners) == 1}
    return {**clear, **{folded(slot.id): slot for slot in slots}}
