"""Lists of measures as YAML or JSON documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

import yaml

from rules.contracts import DeclaredValue, message_factory
from rules.planning import (
    MAXIMUM_MEASURES,
    CostRange,
    FactEffect,
    LevelRange,
    Measure,
    MeasureList,
)
from service.base.whole_numbers import parse_whole_number
from service.input.dossier.dossier_writer import value_document
from service.input.dossier.values import FLAG_WORDS, ValueReader, number_and_unit
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import not_one_of, quote_value
from service.input.tree.tree_reader import read_tree
from service.planning.measure_files.measure_list import checked_list, cost_range, cost_text, refuse_long_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts import Subject
    from rules.model import FactDefinition, Scorecard
    from service.input.tree.placed_errors import FilePosition
    from service.planning.measure_files.measure_list import MeasureFile

_message = message_factory(__name__)

_EFFECT_KEYS = ("value", "amount", "unit", "share", "added", "document")
_LEVEL_KEYS = ("least", "most", "step", "cost_once", "cost_per_year")
_MEASURE_KEYS = (
    "name", "effects", "cost_once", "cost_per_year", "lead_days", "earliest_date", "requires", "excludes", "group",
    "range",
)  # fmt: skip
_VALUE_KEYS = ("value", "unit", "not_applicable")
_LINE_WIDTH = 110


def read_measure_document(content: bytes, scorecard: Scorecard, subject: Subject | None = None) -> MeasureFile:
    """Read a document with `currency` and `measures`: a list with ids, or measures by id.

    Raises:
        PlacedError: If it is malformed or invalid; all problems have their line and column.
    """
    fields = FieldReader()
    tree = read_tree(content)
    parts = fields.mapping(tree, "", ("currency", "measures"), what=_message("MEASURE_LIST"))
    for key in ("currency", "measures"):
        fields.positions.setdefault(key, tree.position)
    listed = parts.get("measures")
    count = len(listed.items) if isinstance(listed, Sequence) else len(getattr(listed, "entries", ()))
    if listed is not None and count > MAXIMUM_MEASURES:
        refuse_long_list(listed.position, count)
    if listed is None or not count:
        fields.problem(tree.position if listed is None else listed.position, "measures", _message("NONE"), "REQUIRED")
    entries = fields.identified(listed, "measures", _message("MEASURES"))
    reader = MeasureReader(scorecard, fields)
    measures = tuple(reader.measure(number, id, node, place) for number, (id, node, place) in enumerate(entries))
    currency = fields.optional_text(parts.get("currency"), "currency")
    return checked_list(MeasureList(currency=currency, measures=measures), fields, scorecard, subject)


class MeasureReader:
    """Reader of measures from nodes, for documents and tables."""

    def __init__(self, scorecard: Scorecard, fields: FieldReader) -> None:
        self._definitions = {fact.id: fact for fact in scorecard.facts}
        self._values = ValueReader({record.id: record for record in scorecard.records}, fields)
        self._fields = fields

    def measure(self, number: int, id: str, node: Node, place: FilePosition) -> Measure:
        fields, path = self._fields, f"measures[{number}]"
        fields.positions[path] = fields.positions[f"{path}.id"] = place
        parts = fields.mapping(node, path, _MEASURE_KEYS, what=_message("MEASURE"))
        return Measure(
            id=id,
            name=fields.optional_text(parts.get("name"), f"{path}.name"),
            effects=self._effects(parts.get("effects"), f"{path}.effects"),
            cost_once=self._cost(parts.get("cost_once"), f"{path}.cost_once"),
            cost_per_year=self._cost(parts.get("cost_per_year"), f"{path}.cost_per_year"),
            lead_days=self._days(parts.get("lead_days"), f"{path}.lead_days"),
            earliest_date=self._text(parts.get("earliest_date"), f"{path}.earliest_date"),
            requires=fields.names(parts.get("requires"), f"{path}.requires"),
            excludes=fields.names(parts.get("excludes"), f"{path}.excludes"),
            group=fields.optional_text(parts.get("group"), f"{path}.group"),
            range=self._levels(parts.get("range"), f"{path}.range"),
        )

    def _text(self, node: Node | None, path: str) -> str | None:
        return None if node is None else self._fields.text(node, path)

    def _days(self, node: Node | None, path: str) -> int:
        text = self._fields.optional_text(node, path)
        days = parse_whole_number(text) if text else 0
        if days is None and node is not None:
            self._fields.problem(node.position, path, _message("DAYS", found=text[:40]), "NOT_A_NUMBER")
        return days or 0

    def _cost(self, node: Node | None, path: str) -> CostRange:
        if node is None:
            return CostRange()
        if isinstance(node, Scalar):
            cost = cost_range(node.text)
            if cost is None:
                self._fields.problem(node.position, path, _message("NO_COST", found=node.text[:40]), "NOT_A_NUMBER")
            return cost or CostRange()
        parts = self._fields.mapping(node, path, ("least", "most"), what=_message("COST"))
        texts = {key: self._fields.text(part, f"{path}.{key}") for key, part in parts.items()}
        least = texts.get("least", "0")
        return CostRange(least=least, most=texts.get("most", least))

    def _levels(self, node: Node | None, path: str) -> LevelRange | None:
        if node is None:
            return None
        parts = self._fields.mapping(node, path, _LEVEL_KEYS, what=_message("LEVELS"))
        if "most" not in parts:
            self._fields.problem(node.position, f"{path}.most", _message("NO_HIGHEST_LEVEL"), "REQUIRED")
        texts = {
            key: self._fields.text(parts[key], f"{path}.{key}") for key in ("least", "most", "step") if key in parts
        }
        return LevelRange(
            **{"most": "", **texts},
            cost_once=self._cost(parts.get("cost_once"), f"{path}.cost_once"),
            cost_per_year=self._cost(parts.get("cost_per_year"), f"{path}.cost_per_year"),
        )

    def _effects(self, node: Node | None, path: str) -> tuple[FactEffect, ...]:
        if node is None:
            return ()
        entries: Iterable[tuple[str, Node, FilePosition]]
        if isinstance(node, Sequence):
            entries = [self._listed_effect(item, f"{path}[{number}]") for number, item in enumerate(node.items)]
        else:
            entries = self._fields.entries(node, path, _message("EFFECTS"))
        return tuple(
            self.effect(fact, part, f"{path}[{number}]", place) for number, (fact, part, place) in enumerate(entries)
        )

    def _listed_effect(self, item: Node, path: str) -> tuple[str, Node, FilePosition]:
        named = item.entries.get("fact") if isinstance(item, Mapping) else None
        if not isinstance(item, Mapping) or named is None:
            self._fields.problem(item.position, f"{path}.fact", _message("FACT_WANTED"), "REQUIRED")
            return "", Mapping(item.position), item.position
        rest = {key: part for key, part in item.entries.items() if key != "fact"}
        return self._fields.text(named, f"{path}.fact"), Mapping(item.position, rest, item.keys), named.position

    def effect(self, fact: str, node: Node, path: str, place: FilePosition) -> FactEffect:
        fields = self._fields
        fields.positions[path] = fields.positions[f"{path}.fact"] = place
        parts = fields.mapping(node, path, _EFFECT_KEYS, what=_message("EFFECT"))
        definition = self._definitions.get(fact)
        amount, unit = self._amount(parts.get("amount"), f"{path}.amount")
        return FactEffect(
            fact=fact,
            value=self._value(definition, parts.get("value"), f"{path}.value"),
            amount=amount,
            unit=self._text(parts.get("unit"), f"{path}.unit") or unit,
            share=self._share(parts.get("share"), f"{path}.share"),
            added=self._value(definition, parts.get("added"), f"{path}.added"),
            document=self._document(parts.get("document"), f"{path}.document"),
        )

    def _amount(self, node: Node | None, path: str) -> tuple[str | None, str | None]:
        return (None, None) if node is None else number_and_unit(self._fields.text(node, path))

    def _share(self, node: Node | None, path: str) -> str | None:
        number, unit = self._amount(node, path)
        if node is not None and unit not in (None, "%"):
            self._fields.problem(node.position, path, _message("SHARE_UNIT"), "UNIT_UNKNOWN")
        return number

    def _document(self, node: Node | None, path: str) -> Literal[True] | None:
        if node is None:
            return None
        text = self._fields.text(node, path)
        if FLAG_WORDS.get(text.lower()) is not True:
            self._fields.problem(node.position, path, not_one_of(quote_value(text[:40]), ("yes", "是")), "WRONG_VALUE")
        return True

    def _value(self, definition: FactDefinition | None, node: Node | None, path: str) -> DeclaredValue | None:
        if node is None:
            return None
        if definition is None:
            return DeclaredValue()
        self._fields.positions[path] = node.position
        parts = self._values.structured(definition, node, path, _VALUE_KEYS)
        value = self._values.read(definition, node, parts, path)
        if self._values.in_records:
            self._fields.problem(node.position, path, _message("NO_PLACES"), "NOT_WANTED")
            self._values.in_records.clear()
        return value


def measure_document(measures: MeasureList, *, as_json: bool = False) -> str:
    """Return a list of measures as a YAML or JSON document; reading it results in the same list."""
    document = {"currency": measures.currency, "measures": [_measure(measure) for measure in measures.measures]}
    if as_json:
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=_LINE_WIDTH)


def _measure(measure: Measure) -> dict[str, Any]:
    written: dict[str, Any] = {"id": measure.id}
    if measure.name:
        written["name"] = measure.name
    if measure.effects:
        written["effects"] = _effects(measure.effects)
    written |= _costs(measure)
    if measure.lead_days:
        written["lead_days"] = str(measure.lead_days)
    if measure.earliest_date is not None:
        written["earliest_date"] = measure.earliest_date
    written |= {key: list(names) for key in ("requires", "excludes") if (names := getattr(measure, key))}
    if measure.group:
        written["group"] = measure.group
    if measure.range is not None:
        levels = measure.range
        written["range"] = {"least": levels.least, "most": levels.most, "step": levels.step, **_costs(levels)}
    return written


def _costs(costs: Measure | LevelRange) -> dict[str, str]:
    both = {"cost_once": costs.cost_once, "cost_per_year": costs.cost_per_year}
    return {key: cost_text(cost) for key, cost in both.items() if cost != CostRange()}


def _effects(effects: tuple[FactEffect, ...]) -> Any:
    if len({effect.fact for effect in effects}) == len(effects):
        return {effect.fact: _effect(effect) for effect in effects}
    return [{"fact": effect.fact, **_effect(effect)} for effect in effects]


def _effect(effect: FactEffect) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for key in ("value", "added"):
        value = getattr(effect, key)
        if value is not None:
            document = value_document(value)
            written[key] = document["value"] if document.keys() == {"value"} else document
    written |= {key: text for key in ("amount", "unit", "share") if (text := getattr(effect, key)) is not None}
    if effect.document:
        written["document"] = "yes"
    return written
