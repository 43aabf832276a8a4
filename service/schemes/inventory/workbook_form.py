"""The form of the inventory workbook: what it asks, and from which of its facts each card takes its own.

The workbook is the form of all cards together, so that it is written and read as the workbook of any card.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rules.contracts import read_toml
from rules.model import FactDefinition, FactType, RecordType, Scorecard, Setting, TextByLanguage
from service.gazette.versions import Gazette
from service.input.workbook.groups import SharedForm
from service.input.workbook.vocabulary import record_of

_DECLARED: Mapping[str, Any] = read_toml(__package__, "inventory.toml")
CARDS: Mapping[str, str] = _DECLARED["cards"]
"""The cards that are asked, each with what stands before the names of what it alone asks."""
_OPTIONAL = frozenset(_DECLARED["optional"])
ID = "inventory"
COMMAND = "touchstone inventory check FILE.xlsx"


@dataclass(frozen=True)
class InventoryQuestion:
    """One question: the card that answers it, the facts that make it this question, and what of the answer is shown."""

    id: str
    card: str
    words: TextByLanguage
    facts: Mapping[str, str] = field(default_factory=dict)
    results: tuple[str, ...] = ()
    usable: tuple[str, ...] = ()
    whole: Mapping[str, str] = field(default_factory=dict)
    grade: bool = False


class FactSource(NamedTuple):
    """From which name of the form a fact of a card, or a field of its records, is taken, and in which way."""

    name: str
    way: str = ""


def read_questions() -> tuple[InventoryQuestion, ...]:
    """List the questions in the order of the answer."""
    return tuple(_question(**entry) for entry in _DECLARED["questions"])


def _question(*, en: str, zh: str, **kwargs: Any) -> InventoryQuestion:
    return InventoryQuestion(words={"en": en, "zh": zh}, **kwargs)


class InventoryForm:
    """The form of all cards, in their newest versions.

    `facts` says of each card, and `fields` of each of its lists, what is taken from where; `settings` likewise.
    """

    def __init__(self, gazette: Gazette) -> None:
        self.cards = {id: gazette.newest(id).scorecard for id in CARDS}
        self.facts: dict[str, dict[str, FactSource]] = {id: {} for id in CARDS}
        self.fields: dict[tuple[str, str], dict[str, FactSource]] = {}
        self._own_names: dict[str, frozenset[str]] = {}
        self._definitions: dict[str, FactDefinition] = {}
        self._records: list[RecordType] = []
        headings = [*self._shared(), *self._define_own_facts()]
        first = self.cards[next(iter(CARDS))]
        card = first.card.model_copy(
            update={"id": ID, "version": _DECLARED["version"], "titles": _DECLARED["titles"], "supersedes": None}
        )
        self.scorecard = SharedForm.trusted(
            {
                "card": card,
                "bases": (),
                "settings": tuple(self._settings()),
                "records": tuple(self._records),
                "facts": tuple(self._definitions.values()),
                "command": COMMAND,
                "headings": tuple(headings),
            }
        )

    def is_asked(self, card: str, stated: Iterable[str]) -> bool:
        """Whether a card is asked: one that not every company needs once something stands under its own heading."""
        return card not in _OPTIONAL or not self._own_names[card].isdisjoint(stated)

    def settings_of(self, card: str, chosen: Mapping[str, str]) -> dict[str, str]:
        """Give those of the chosen settings that are of a card."""
        names = {_behind(CARDS[card], setting.id): setting.id for setting in self.cards[card].settings}
        return {names[name]: choice for name, choice in chosen.items() if name in names}

    def _settings(self) -> Iterator[Setting]:
        for id, card in self.cards.items():
            for setting in card.settings:
                yield setting.model_copy(update={"id": _behind(CARDS[id], setting.id)})

    def _shared(self) -> Iterator[tuple[TextByLanguage, tuple[str, ...]]]:
        """Define what is declared once, whoever asks it."""
        for group in _DECLARED["groups"]:
            for name, uses in group["facts"].items():
                parsed_uses = [_use(use) for use in uses]
                for card, fact, way in parsed_uses:
                    self.facts[card][fact] = FactSource(name, way)
                lists = [(card, fact) for card, fact, way in parsed_uses if not way]
                self._define(name, lists)
            yield {"en": group["en"], "zh": group["zh"]}, tuple(group["facts"])

    def _define_own_facts(self) -> Iterator[tuple[TextByLanguage, tuple[str, ...]]]:
        """Define what one card alone asks, under its name."""
        decided = {(question.card, fact) for question in read_questions() for fact in question.facts}
        for id, card in self.cards.items():
            names = []
            for fact in card.facts:
                if fact.id not in self.facts[id] and (id, fact.id) not in decided and fact.can_be_stated:
                    name = _behind(CARDS[id], fact.id)
                    self.facts[id][fact.id] = FactSource(name)
                    self._define(name, [(id, fact.id)])
                    names.append(name)
            self._own_names[id] = frozenset(names)
            if names:
                yield card.card.titles, tuple(names)

    def _define(self, name: str, uses: Iterable[tuple[str, str]]) -> None:
        """Define a fact as the first card that takes it does; a list has the fields of all of them."""
        card, fact = next(iter(uses))
        definition = definition_of(self.cards[card], fact)
        if definition.type is FactType.RECORDS:
            record = self._record(name, list(uses))
            self._records.append(record)
            definition = definition.model_copy(update={"record": record.id})
        self._definitions[name] = definition.model_copy(update={"id": name})

    def _record(self, name: str, uses: list[tuple[str, str]]) -> RecordType:
        types = {
            (card, fact): record_of(self.cards[card], definition_of(self.cards[card], fact)) for card, fact in uses
        }
        lists = {card: (card, fact) for card, fact in uses}
        fields: dict[str, FactDefinition] = {}
        for use in uses:
            self.fields[use] = {}
        for id, shared in _DECLARED["fields"].get(name, {}).items():
            for place, (card, field_id, way) in enumerate(map(_use, shared)):
                self.fields[lists[card]][field_id] = FactSource(id, way)
                if not place:
                    fields[id] = field_of(types[lists[card]], field_id).model_copy(update={"id": id})
        for use, record in types.items():
            for record_field in record.fields:
                if record_field.id not in self.fields[use]:
                    self.fields[use][record_field.id] = FactSource(record_field.id)
                    fields[record_field.id] = record_field
        first = types[uses[0]]
        key = self.fields[uses[0]][first.key].name
        return RecordType(id=name, labels=first.labels, fields=tuple(fields.values()), key=key)


def definition_of(card: Scorecard, fact: str) -> FactDefinition:
    """Give the definition of a fact of a card."""
    return next(definition for definition in card.facts if definition.id == fact)


def field_of(record: RecordType, id: str) -> FactDefinition:
    """Give the definition of a field of records."""
    return next(record_field for record_field in record.fields if record_field.id == id)


def _behind(prefix: str, name: str) -> str:
    return f"{prefix}_{name}"


def _use(written: str) -> tuple[str, str, str]:
    """Read `card/fact by way`."""
    address, _, way = written.partition(" by ")
    card, _, name = address.partition("/")
    return card, name, way
