"""Inventory workbook form: questions, and the source of each scorecard fact.

One form serves all scorecards in the usual workbook format.
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
"""Scorecards, with the prefix of their own fact names."""
_OPTIONAL = frozenset(_DECLARED["optional"])
ID = "inventory"
COMMAND = "touchstone inventory check FILE.xlsx"


@dataclass(frozen=True)
class InventoryQuestion:
    """A question: its scorecard, its own facts, and the results to show."""

    id: str
    card: str
    words: TextByLanguage
    facts: Mapping[str, str] = field(default_factory=dict)
    results: tuple[str, ...] = ()
    usable: tuple[str, ...] = ()
    whole: Mapping[str, str] = field(default_factory=dict)
    grade: bool = False


class FactSource(NamedTuple):
    """Source of a scorecard fact or field: a form name and a conversion."""

    name: str
    way: str = ""


def read_questions() -> tuple[InventoryQuestion, ...]:
    """Return the questions in answer order."""
    return tuple(_question(**entry) for entry in _DECLARED["questions"])


def shared_uses() -> Iterator[tuple[str, str, list[str]]]:
    """Yield name, Chinese heading and uses of each fact that several scorecards read unchanged.

    Lists with renamed fields are omitted.
    """
    for group in _DECLARED["groups"]:
        for name, uses in group["facts"].items():
            unchanged = [use for use in uses if not _parse_use(use)[2]]
            if len(unchanged) > 1 and name not in _DECLARED["fields"]:
                yield name, group["zh"], unchanged


def _question(*, en: str, zh: str, **kwargs: Any) -> InventoryQuestion:
    return InventoryQuestion(words={"en": en, "zh": zh}, **kwargs)


class InventoryForm:
    """Form of all scorecards in their newest versions.

    `facts` and `fields` map scorecard names to their sources.
    """

    def __init__(self, gazette: Gazette) -> None:
        self.cards = {id: gazette.newest(id).scorecard for id in CARDS}
        self.facts: dict[str, dict[str, FactSource]] = {id: {} for id in CARDS}
        self.fields: dict[tuple[str, str], dict[str, FactSource]] = {}
        self._own_names: dict[str, frozenset[str]] = {}
        self._definitions: dict[str, FactDefinition] = {}
        self._records: list[RecordType] = []
        headings = [*self._define_shared_facts(), *self._define_own_facts()]
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

    def is_requested(self, card: str, stated: Iterable[str]) -> bool:
        return card not in _OPTIONAL or not self._own_names[card].isdisjoint(stated)

    def settings_of(self, card: str, chosen: Mapping[str, str]) -> dict[str, str]:
        names = {_prefixed(CARDS[card], setting.id): setting.id for setting in self.cards[card].settings}
        return {names[name]: choice for name, choice in chosen.items() if name in names}

    def _settings(self) -> Iterator[Setting]:
        for id, card in self.cards.items():
            for setting in card.settings:
                yield setting.model_copy(update={"id": _prefixed(CARDS[id], setting.id)})

    def _define_shared_facts(self) -> Iterator[tuple[TextByLanguage, tuple[str, ...]]]:
        for group in _DECLARED["groups"]:
            for name, uses in group["facts"].items():
                parsed_uses = [_parse_use(use) for use in uses]
                for card, fact, conversion in parsed_uses:
                    self.facts[card][fact] = FactSource(name, conversion)
                lists = [(card, fact) for card, fact, conversion in parsed_uses if not conversion]
                self._define(name, lists)
            yield {"en": group["en"], "zh": group["zh"]}, tuple(group["facts"])

    def _define_own_facts(self) -> Iterator[tuple[TextByLanguage, tuple[str, ...]]]:
        decided = {(question.card, fact) for question in read_questions() for fact in question.facts}
        for id, card in self.cards.items():
            names = []
            for fact in card.facts:
                if fact.id not in self.facts[id] and (id, fact.id) not in decided and fact.can_be_stated:
                    name = _prefixed(CARDS[id], fact.id)
                    self.facts[id][fact.id] = FactSource(name)
                    self._define(name, [(id, fact.id)])
                    names.append(name)
            self._own_names[id] = frozenset(names)
            if names:
                yield card.card.titles, tuple(names)

    def _define(self, name: str, uses: Iterable[tuple[str, str]]) -> None:
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
            for index, (card, field_id, conversion) in enumerate(map(_parse_use, shared)):
                self.fields[lists[card]][field_id] = FactSource(id, conversion)
                if not index:
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
    """Return the definition of a scorecard fact."""
    return next(definition for definition in card.facts if definition.id == fact)


def field_of(record: RecordType, id: str) -> FactDefinition:
    """Return the definition of a record field."""
    return next(record_field for record_field in record.fields if record_field.id == id)


def _prefixed(prefix: str, name: str) -> str:
    return f"{prefix}_{name}"


def _parse_use(written: str) -> tuple[str, str, str]:
    address, _, conversion = written.partition(" by ")
    card, _, name = address.partition("/")
    return card, name, conversion
