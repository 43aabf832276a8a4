"""Resolution of definition sentences to the model ids that they define."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rules.language.name_resolution import split_quantity_name
from rules.language.punctuation import to_ascii
from rules.language.table_columns import TABLES
from rules.model.expressions import RESERVED_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.language.lexicon import Lexicon
    from rules.language.source import Step
    from rules.model.scorecard import Scorecard

WORDING = frozenset({"choices", "called", "grade_words", "remedies"})


@dataclass(frozen=True, slots=True)
class ResolvedDefinition:
    """A definition sentence: its production, and the ids in its slots and its table."""

    production: str
    slots: Mapping[str, str]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class DefinitionResolver:
    """Resolves the sentences of a scorecard that compiled without error."""

    scorecard: Scorecard
    words: Lexicon

    @cached_property
    def _values(self) -> Mapping[str, str]:
        card = self.scorecard
        reserved = {self.words.words["reserved"].write(name): name for name in RESERVED_NAMES}
        return {**reserved, **self._by_word([*card.facts, *card.quantities, *card.settings])}

    @cached_property
    def _fields(self) -> Mapping[str, str]:
        return self._by_word([field for record in self.scorecard.records for field in record.fields])

    @cached_property
    def _records(self) -> Mapping[str, str]:
        return self._by_word(self.scorecard.records)

    @cached_property
    def _indicators(self) -> Mapping[str, str]:
        return self._by_word(self.scorecard.indicators)

    def _by_word(self, things: Iterable[object]) -> Mapping[str, str]:
        by_word: dict[str, str] = {}
        for thing in things:
            name, labels = str(getattr(thing, "id", "")), getattr(thing, "labels", {})
            by_word[name] = name
            if labels.get(self.words.language):
                by_word.setdefault(labels[self.words.language], name)
        return by_word

    def find(self, step: Step) -> ResolvedDefinition | None:
        sentence = step.sentence.text
        for production, pattern in self.words.sentences.beginning(sentence):
            for parse in pattern.parses(sentence):
                slots = self._resolve(production, {slot: sentence[slice(*span)] for slot, span in parse.items()})
                if slots is not None:
                    return ResolvedDefinition(production, slots, self._ids(production, step))
        return None

    def _resolve(self, production: str, written: Mapping[str, str]) -> Mapping[str, str] | None:
        slots: dict[str, str] = {}
        for slot, word in written.items():
            resolved = self._resolve_slot(production, slot, word)
            if resolved is None:
                return None
            slots[slot] = resolved
        return slots

    def _resolve_slot(self, production: str, slot: str, word: str) -> str | None:
        match slot:
            case "quantity":
                return self._quantity(word)
            case "fact" | "measure" | "proven":
                return self._values.get(word)
            case "field":
                return self._fields.get(word)
            case "record":
                return self._records.get(word)
            case "each":
                return self._list_of(word)
            case "indicator":
                return self._indicators.get(word)
            case "name" if production == "choices":
                return self._values.get(word) or self._fields.get(word)
            case "name":
                return self._records.get(word)
            case _:
                return word

    def _quantity(self, words: str) -> str | None:
        parts = split_quantity_name(to_ascii(words), self.words)
        name = "" if parts is None else words[slice(*parts["id"])]
        return name if name in {quantity.id for quantity in self.scorecard.quantities} else None

    def _list_of(self, word: str) -> str | None:
        record = self._records.get(word)
        lists = (fact.id for fact in self.scorecard.facts if record is not None and fact.record == record)
        return next(lists, None) or self._values.get(word)

    def _ids(self, production: str, step: Step) -> tuple[str, ...]:
        if production not in TABLES or not TABLES[production].parts.ids or not step.table:
            return ()
        word = self.words.columns[production].write(TABLES[production].parts.ids)
        position = next((index for index, cell in enumerate(step.table[0]) if cell.text == word), None)
        if position is None:
            return ()
        ids = [row[position].text for row in step.table[1:]]
        if production in ("case", "previous"):
            ids = [self._values.get(word, word) for word in ids]
        elif production == "remedies":
            rules = self._by_word(self.scorecard.verdict_rules)
            ids = [rules.get(word, word) for word in ids]
        return tuple(dict.fromkeys(ids))


def wording_sentences(definition: ResolvedDefinition) -> tuple[ResolvedDefinition, ...]:
    """Return the sentences with labels for parts of a definition: record name, choices, grades or remedies.

    The definition itself is excluded.
    """
    match definition.production:
        case "facts" | "settings" | "record":
            called = (
                [ResolvedDefinition("called", {"name": definition.slots["record"]})]
                if definition.production == "record"
                else []
            )
            return (*called, *(ResolvedDefinition("choices", {"name": name}) for name in definition.ids))
        case "grades":
            return (ResolvedDefinition("grade_words", {}),)
        case "verdict_rules":
            return (ResolvedDefinition("remedies", {}, definition.ids),)
        case _:
            return ()
