"""How does one definition sentence with its table read when it is written from the model?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rules.language.definitions_lookup import lookup_sentence, lookup_table
from rules.language.export_places import owner_of_choices
from rules.language.export_rows import Rows
from rules.language.productions import WRITERS
from rules.language.render import Renderer
from rules.language.render_tabled import tabled_rows, tabled_sentence
from rules.language.tables import FOR_PEOPLE, SMALL_TABLES, TABLES
from rules.model.scorecard import DateLookup, FormulaQuantity, LookupQuantity

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
            return None if written is None else self._filled(written.production or place.production, written)
        match place.production:
            case "scorecard":
                return Block(sentences["scorecard"].write(card=card.card.id))
            case "card":
                return self._table("card", sentences["card"].write(), self._card_rows())
            case "choices" | "called" | "grade_words":
                return self._words_block(place)
            case "case_records":
                fact = place.slots["fact"]
                return Block(sentences["case_records"].write(fact=render.name(fact)), rows.case_records(fact))
            case production if production in SMALL_TABLES:
                return self._lookup(place)
            case _:
                return None

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
        labels = {record.id: record.labels for record in self.scorecard.records}
        words = labels[name].get(self.language)
        return Block(self._render.words.sentences["called"].write(name=name, words=words)) if words else None

    def _lookup(self, place: DefinitionSentence) -> Block:
        render = self._render
        quantity = render.names.quantities[place.slots["quantity"]]
        if isinstance(quantity, FormulaQuantity) and quantity.tabled is not None:
            sentence = tabled_sentence(render, quantity, quantity.tabled)
            return Block(sentence, tabled_rows(render, quantity, quantity.tabled))
        if not isinstance(quantity, LookupQuantity | DateLookup):
            raise TypeError(f"{quantity.id} is not looked up")
        sentence = render.words.sentences[place.production].write(**lookup_sentence(render, quantity))
        return Block(sentence, lookup_table(render, quantity))

    def _filled(self, production: str, written: Written) -> Block:
        sentence = self._render.words.sentences[production].write(**written.slots)
        if written.rows is None:
            return Block(sentence)
        return self._table(written.table or production, sentence, written.rows)

    def _table(self, kind: str, sentence: str, rows: Sequence[Mapping[str, str]]) -> Block:
        """Lay out cells as a table with the columns that are needed or filled."""
        columns = self._render.words.columns[kind].by_key
        kept = [
            key
            for key in columns
            if key in TABLES[kind].needs or any(row.get(key) for row in rows) or (self.skeleton and key in FOR_PEOPLE)
        ]
        heading = [columns[key] for key in kept]
        return Block(sentence, [heading, *([row.get(key, "") for key in kept] for row in rows)])
