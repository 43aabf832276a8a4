"""How does one definition sentence with its table read when it is written from the model?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.language.definitions_lookup import date_rows
from rules.language.export_places import owner_of_choices
from rules.language.export_rows import Rows
from rules.language.productions import WRITERS
from rules.language.render import Renderer
from rules.language.render_lookups import each_name
from rules.language.tables import FOR_PEOPLE, REQUIRED
from rules.model.scorecard import CountScale, DateLookup, LineScale, LookupQuantity, ShareScale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.language.export_places import DefinitionSentence
    from rules.language.export_rows import Cells, Written
    from rules.model.scorecard import Choice, Scorecard


@dataclass(frozen=True, slots=True)
class Block:
    """A step to write: its sentence, and the rows of its table with the heading."""

    sentence: str
    rows: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class Blocks:
    """Writes definition sentences of one scorecard in one language; `skeleton` keeps blank columns for labels."""

    scorecard: Scorecard
    language: str
    skeleton: bool = False

    @cached_property
    def _render(self) -> Renderer:
        return Renderer(self.scorecard, self.language)

    @cached_property
    def _rows(self) -> Rows:
        return Rows(self._render)

    def block(self, place: DefinitionSentence) -> Block | None:
        """Write a definition sentence; None if it would say nothing in this language."""
        render, rows, card = self._render, self._rows, self.scorecard
        sentences = render.words.sentences
        if (writer := WRITERS.get(place.production)) is not None:
            written = writer(render, place)
            return None if written is None else self._filled(place.production, written)
        sentence = sentences[place.production].write if place.production in sentences else None
        match place.production:
            case "scorecard":
                return Block(sentences["scorecard"].write(card=card.card.id))
            case "card":
                return self._table("card", sentences["card"].write(), self._card_rows())
            case "choices" | "called" | "grade_words":
                return self._words_block(place)
            case "key":
                slots = {"fact": render.name(place.slots["fact"]), "field": self._field(place)}
                return Block(sentences["key"].write(**slots))
            case "applies":
                return Block(sentences["applies"].write(condition=render.condition(card.applies)))
            case "case_records":
                fact = place.slots["fact"]
                return Block(sentences["case_records"].write(fact=render.name(fact)), rows.case_records(fact))
            case "lookup" | "lookup_plain" | "date_lookup":
                return self._lookup(place)
            case "scale" | "scale_plain" | "line" | "line_plain" | "share" | "count":
                return self._scale(place)
            case _:
                return self._listing(place) if sentence is not None else None

    def _card_rows(self) -> list[Cells]:
        """Write the card table; in a skeleton what is to be translated stands in its other language."""
        card = self.scorecard.card
        if not self.skeleton:
            return self._rows.card()
        titles = card.titles if self.language in card.titles else {**card.titles, self.language: card.id}
        texts = tuple({self.language: next(iter(words.values()), card.id), **words} for words in card.not_assessed)
        filled = card.model_copy(update={"titles": titles, "not_assessed": texts})
        whole = self.scorecard.model_copy(update={"card": filled})
        return Rows(Renderer(whole, self.language)).card()

    def _field(self, place: DefinitionSentence) -> str:
        return self._render.name(place.slots["field"], place.slots["fact"])

    def _words_block(self, place: DefinitionSentence) -> Block | None:
        sentences = self._render.words.sentences
        if place.production == "called":
            return self._called(place.slots["name"])
        if place.production == "grade_words":
            grades = self.scorecard.ladder.grades if self.scorecard.ladder is not None else ()
            return self._labelled("grade_words", sentences["grade_words"].write(), grades, "grade")
        name = place.slots["name"]
        within = owner_of_choices(self._render.names, name)
        choices = self._render.names.choices(name, within)
        return self._labelled(
            "choices", sentences["choices"].write(name=self._render.name(name, within)), choices, "value"
        )

    def _labelled(self, kind: str, sentence: str, choices: Iterable[Choice], key: str) -> Block | None:
        rows = [self._rows.choice(choice, key) for choice in choices if choice.labels.get(self.language)]
        return self._table(kind, sentence, rows) if rows else None

    def _called(self, name: str) -> Block | None:
        records = {record.id: record.labels for record in self.scorecard.records}
        labels = records.get(name) or {one.id: one.labels for one in self.scorecard.quantities}.get(name, {})
        words = labels.get(self.language)
        return Block(self._render.words.sentences["called"].write(name=name, words=words)) if words else None

    def _lookup(self, place: DefinitionSentence) -> Block:
        render = self._render
        quantity = render.names.quantities[place.slots["quantity"]]
        if not isinstance(quantity, LookupQuantity | DateLookup):
            raise TypeError(f"{quantity.id} is not looked up")
        slots = {
            "quantity": quantity.id,
            "names": render.words.separator.join(render.name(name) for name in quantity.by),
        }
        if isinstance(quantity, DateLookup):
            return Block(render.words.sentences["date_lookup"].write(**slots), date_rows(render, quantity))
        if quantity.unit:
            sentence = render.words.sentences["lookup"].write(unit=render.words.write_unit(quantity.unit), **slots)
        else:
            sentence = render.words.sentences["lookup_plain"].write(**slots)
        return Block(sentence, self._rows.lookup(quantity))

    def _scale(self, place: DefinitionSentence) -> Block:
        render, sentences = self._render, self._render.words.sentences
        indicator = render.names.indicators[place.slots["indicator"]]
        scale = indicator.scale
        kind, rows = self._rows.scale(indicator)
        if isinstance(scale, CountScale):
            return self._table(kind, sentences["count"].write(indicator=indicator.id), rows)
        (measure,) = scale.reads
        slots = {"indicator": indicator.id, "measure": render.name(measure)}
        if isinstance(scale, ShareScale):
            return Block(sentences["share"].write(**slots))
        production = "line" if isinstance(scale, LineScale) else "scale"
        unit = getattr(scale, "unit", "")
        if unit:
            return self._table(kind, sentences[production].write(unit=render.words.write_unit(unit), **slots), rows)
        return self._table(kind, sentences[f"{production}_plain"].write(**slots), rows)

    def _listing(self, place: DefinitionSentence) -> Block:
        """Write a sentence whose table lists things by their ids."""
        render, rows = self._render, self._rows
        names, production = render.names, place.production
        slots: dict[str, str] = {}
        found: list[Cells] = []
        match production:
            case "facts":
                found = [rows.fact(names.facts[name], "fact") for name in place.ids]
            case "record":
                record = next(one for one in self.scorecard.records if one.id == place.slots["record"])
                slots = {"record": record.id}
                fields = {field.id: field for field in record.fields}
                found = [rows.fact(fields[name], "field") for name in place.ids]
            case "case":
                case = {one.fact: one.value for one in self.scorecard.reference_case}
                found = [{"fact": render.name(name), "value": render.value(name, case[name])} for name in place.ids]
            case "quantities_each" | "lookups_each":
                slots = {"each": each_name(place.slots["each"], render)}
                found = [row for name in place.ids for row in rows.quantity(names.quantities[name])]
            case "quantities" | "sums" | "lookups":
                slots = {slot: render.name(name) for slot, name in place.slots.items()}
                found = [row for name in place.ids for row in rows.quantity(names.quantities[name])]
            case "indicators":
                points = sum((names.indicators[name].maximum for name in place.ids), Fraction(0))
                slots = {"points": format_exact(points)}
                found = [rows.indicator(names.indicators[name]) for name in place.ids]
            case "grades":
                found = [rows.grade(row) for row in self.scorecard.ladder.rows] if self.scorecard.ladder else []
            case _:
                found = self._simple(production, place.ids)
        kind = production.removesuffix("_each")
        return self._table(kind, render.words.sentences[production].write(**slots), found)

    def _simple(self, production: str, ids: Sequence[str]) -> list[Cells]:
        rows, card = self._rows, self.scorecard
        match production:
            case "bases":
                by_id = {one.id: rows.basis(one) for one in card.bases}
            case "settings":
                by_id = {one.id: rows.setting(one) for one in card.settings}
            case "tables":
                by_id = {one.id: rows.table(one) for one in card.tables or ()}
            case "gates":
                by_id = {one.id: rows.gate(one) for one in card.gates}
            case "sections":
                by_id = {one.id: rows.section(one) for one in card.sections}
            case "findings":
                by_id = {one.id: rows.finding(one) for one in card.findings}
            case "results":
                by_id = {one.id: rows.result(one) for one in card.results}
            case _:
                raise ValueError(f"nothing writes the sentence {production}")
        return [by_id[name] for name in ids]

    def _filled(self, production: str, written: Written) -> Block:
        sentence = self._render.words.sentences[production].write(**written.slots)
        return Block(sentence) if written.rows is None else self._table(production, sentence, written.rows)

    def _table(self, kind: str, sentence: str, rows: Sequence[Mapping[str, str]]) -> Block:
        """Lay out cells as a table with the columns that are needed or filled."""
        columns = self._render.words.columns[kind].by_key
        kept = [
            key
            for key in columns
            if key in REQUIRED[kind] or any(row.get(key) for row in rows) or (self.skeleton and key in FOR_PEOPLE)
        ]
        heading = [columns[key] for key in kept]
        return Block(sentence, [heading, *([row.get(key, "") for key in kept] for row in rows)])
