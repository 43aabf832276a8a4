"""Card as table rows and sentences of one language with model paths; row changes between two versions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from rules.language.change_words import part_word
from rules.language.definition_sentences import ResolvedDefinition
from rules.language.definitions_criteria import SAYS, condition_of_rows
from rules.language.productions import SCALES, WRITERS, production_of
from rules.language.render import Renderer
from rules.language.row_codec import SentenceCells
from rules.language.table_columns import FOR_PEOPLE, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.model.scorecard import Indicator, Quantity, Scorecard


_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class RowChange:
    """What was and what is said in one row, in the cells of rules, or in those that say on what they rest.

    `context` are the cells of the row that are the same, by which people find it; `was` or `now` is blank where the row
    is new or gone. `was_at` and `now_at` are the places in the model of each side.
    """

    heading: str
    context: str
    was: str
    now: str
    was_at: str | None
    now_at: str | None
    of_basis: bool = False


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row as it was and as it is; None where it is new or gone."""

    before: CardRow | None
    after: CardRow | None

    @property
    def owner(self) -> str:
        """The place of the part that it belongs to."""
        row = self.after or self.before
        return row.owner if row is not None else ""

    @property
    def tells_of(self) -> frozenset[str]:
        """The places of all parts of the model that it tells of: its part, and a condition that is the part's own."""
        paths = {row.path.split(".rows[")[0] for row in (self.before, self.after) if row is not None}
        return frozenset({self.owner, *paths})


def pair_changed_rows(
    before: Sequence[CardRow], after: Sequence[CardRow], means: Mapping[CardRow, object] | None = None
) -> Iterator[RowPair]:
    """Pair the rows that say something else, part by part; those of a part are matched in their order.

    `means` says of each row what it means, where rows that read otherwise may mean the same.
    """
    old, new = _by_owner(before), _by_owner(after)
    for owner in dict.fromkeys((*new, *old)):
        olds, news = old.get(owner, []), new.get(owner, [])
        was, now = ([row.rule_cells if means is None else means[row] for row in rows] for rows in (olds, news))
        matcher = SequenceMatcher(None, was, now, autojunk=False)
        for tag, first, last, start, end in matcher.get_opcodes():
            if tag != "equal":
                for old_row, other in zip_longest(olds[first:last], news[start:end]):
                    yield RowPair(old_row, other)


def _by_owner(rows: Iterable[CardRow]) -> dict[str, list[CardRow]]:
    by_owner: dict[str, list[CardRow]] = {}
    for row in rows:
        by_owner.setdefault(row.owner, []).append(row)
    return by_owner


def cell_changes(pair: RowPair) -> Iterator[RowChange]:
    """Say what changed in a row: first in its rule, then in what that rests on."""
    old, new = (_by_key(row) for row in (pair.before, pair.after))
    for of_basis in (False, True):
        if pair.before is None or pair.after is None:
            keys = [] if of_basis else list(old or new)
        else:
            keys = [key for key in {**old, **new} if (key == BASIS) is of_basis and _text(old, key) != _text(new, key)]
        if keys:
            row = pair.after or pair.before
            yield RowChange(
                row.heading if row is not None else "",
                _BETWEEN.join(
                    _cell_text(cell) for key, cell in new.items() if key in old and old[key] == cell and key != BASIS
                ),
                _BETWEEN.join(_cell_text(old[key]) for key in keys if key in old),
                _BETWEEN.join(_cell_text(new[key]) for key in keys if key in new),
                pair.before.path if pair.before is not None else None,
                pair.after.path if pair.after is not None else None,
                of_basis,
            )


def _by_key(row: CardRow | None) -> dict[str, CardCell]:
    """Give the cells of a row that are no words for people, by their columns."""
    return (
        {}
        if row is None
        else {
            f"{cell.key} {cell.column}" if cell.key not in (BASIS, SENTENCE) else cell.key: cell
            for cell in row.rule_cells
        }
    )


def _text(cells: Mapping[str, CardCell], key: str) -> str:
    return cells[key].text if key in cells else ""


def _cell_text(cell: CardCell) -> str:
    return f"{cell.column} {cell.text}" if cell.column else cell.text


BASIS = "basis"
SENTENCE = "sentence"
"""The key of what stands in no table."""
_IDENTITY = frozenset({"id", "version", "supersedes"})
_WORDS = FOR_PEOPLE | {"title", "not_assessed"}


@dataclass(frozen=True, slots=True)
class CardCell:
    """What one cell says: the key of its column, the words above it, and its own."""

    key: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row of a table of the card, or one sentence.

    `path` is its place in the model, `owner` that of the part whose rows stand together, `heading` what people call
    that part; blank cells are left out, and those that only name the part.
    """

    path: str
    owner: str
    heading: str
    cells: tuple[CardCell, ...]

    @property
    def rule_cells(self) -> tuple[CardCell, ...]:
        """The cells that are rules, or say on what they rest, and not words for people."""
        return tuple(cell for cell in self.cells if cell.key not in _WORDS)


def card_rows(scorecard: Scorecard, language: str) -> tuple[CardRow, ...]:
    """List the rows of a card in the order of the model; who a version is stands in none of them."""
    return tuple(_CardRowWriter(scorecard, language).rows())


class _CardRowWriter:
    """Writes the rows of one card."""

    def __init__(self, scorecard: Scorecard, language: str) -> None:
        self._card, self._render = scorecard, Renderer(scorecard, language)
        self._words = self._render.words

    def rows(self) -> Iterator[CardRow]:
        card = self._card
        yield from self._table_of_card()
        for production in ("settings", "tables", "facts"):
            yield from self._parts(production)
        for fact in card.facts:
            if fact.previous is not None:
                heading = self._name("facts", fact.id, fact.labels)
                yield from self._filled("previous", f"facts[{fact.id}].previous", heading, fact.id)
            if fact.issued_for is not None:
                heading = self._name("facts", fact.id, fact.labels)
                path = f"facts[{fact.id}].issued_for"
                yield self._sentence("issued", path, heading, fact=fact.id, proven=fact.issued_for)
        yield from self._records_and_case()
        own = {condition_of_rows(part) for part in (*card.gates, *card.findings)}
        for quantity in card.quantities:
            if quantity.id not in own:
                yield from self._quantity(quantity)
        if card.applies:
            yield self._sentence("applies", "applies", self._name("applies"))
        for production in ("gates", "sections", "indicators"):
            yield from self._parts(production)
        for indicator in card.indicators:
            yield from self._scale(indicator)
        yield from self._maturity()
        yield from self._decided()
        for production in ("findings", "results", "record_results", "bases"):
            yield from self._parts(production)

    def _table_of_card(self) -> Iterator[CardRow]:
        for row in self._sentence_cells("card").rows or ():
            key = self._words.words["card"].read(row["field"]) or ""
            if key not in _IDENTITY:
                cell = CardCell(key, row["field"], row["value"])
                yield CardRow(f"card.{key}", f"card.{key}", self._name("card"), (cell,))

    def _records_and_case(self) -> Iterator[CardRow]:
        for record in self._card.records:
            for field in record.fields:
                path = f"records[{record.id}].fields[{field.id}]"
                heading = f"{self._name('records', record.id, record.labels)}, {self._name('fields', field.id)}"
                yield from self._filled("record", path, heading, field.id, record=record.id)
        for value in self._card.reference_case:
            path, heading = f"reference_case[{value.fact}]", self._name("reference_case")
            yield from self._filled("case", path, f"{heading}, {self._render.name(value.fact)}", value.fact)

    def _decided(self) -> Iterator[CardRow]:
        """Write what the points lead to: stages, tracks, grades and verdicts."""
        card = self._card
        if card.stages is not None:
            yield from self._filled("stages", "stages", self._name("stages"))
        if card.tracks is not None:
            yield self._sentence("tracks", "tracks", self._name("tracks"))
        if card.ladder is not None:
            yield from self._filled("grades", "ladder", self._name("ladder"))
        yield from self._verdicts()

    def _name(self, part: str, id: str = "", labels: Mapping[str, str] | None = None) -> str:
        """Say what a part is called: its kind, its id, and its label if it has one."""
        return " ".join(word for word in (part_word(part, self._render.language), id, self._localized(labels)) if word)

    def _localized(self, labels: Mapping[str, str] | None) -> str:
        return self._render.localized(labels or {})

    def _sentence_cells(self, production: str, *ids: str, **slots: str) -> SentenceCells:
        """Write what a sentence says of the parts with these ids; nothing of it in this language is no row."""
        return WRITERS[production](self._render, ResolvedDefinition(production, slots, ids)) or SentenceCells({})

    def _parts(self, production: str) -> Iterator[CardRow]:
        for part in getattr(self._card, TABLES[production].parts.path) or ():
            heading = self._name(production, part.id, getattr(part, "labels", None))
            rows = self._filled(production, f"{TABLES[production].parts.path}[{part.id}]", heading, part.id)
            asks = condition_of_rows(part)
            yield from rows if asks is None else self._by_cases(rows, f"quantities[{asks}]")

    @staticmethod
    def _by_cases(rows: Iterable[CardRow], condition: str) -> Iterator[CardRow]:
        """Part what a gate or finding says once from its cases and exceptions, a condition of its own."""
        for position, row in enumerate(rows):
            case_cells = tuple(cell for cell in row.cells if cell.key in (*SAYS.values(), BASIS))
            once = tuple(cell for cell in row.cells if cell not in case_cells)
            if once:
                yield replace(row, cells=once)
            yield replace(row, path=f"{condition}.rows[{position}]", cells=case_cells)

    def _filled(self, production: str, path: str, heading: str, *ids: str, **slots: str) -> Iterator[CardRow]:
        """Write the rows of one part."""
        return self._rows(self._sentence_cells(production, *ids, **slots), production, path, heading)

    def _rows(self, written: SentenceCells, production: str, path: str, heading: str) -> Iterator[CardRow]:
        """Give the rows of a table with their places, each without the cells that only name what it is about."""
        kind = written.table or production
        field = TABLES[kind].rows if written.rows else ""
        for position, row_cells in enumerate(written.rows or ()):
            cells = self._cells(kind, row_cells)
            if cells or not field:
                yield CardRow(f"{path}.{field}[{position}]" if field else path, path, heading, cells)
        for row_path, row in zip(written.row_paths, written.headed_table[1:], strict=False):
            laid = (
                self._named_column_cell(*cell) for cell in zip(written.headed_table[0], row, strict=True) if cell[1]
            )
            yield CardRow(f"{path}.{row_path}", path, heading, tuple(laid))

    def _cells(self, kind: str, row: Mapping[str, str]) -> tuple[CardCell, ...]:
        columns, own = self._words.columns[kind].by_key, TABLES[kind].parts.ids
        return tuple(CardCell(key, columns[key], text) for key, text in row.items() if text and key != own)

    def _named_column_cell(self, column: str, text: str) -> CardCell:
        """Give a cell of a table whose columns have names of the card."""
        return CardCell(BASIS if column == self._words.columns["lookup"].by_key[BASIS] else column, column, text)

    def _sentence(self, production: str, path: str, heading: str, **slots: str) -> CardRow:
        sentence = self._words.sentences[production].write(**self._sentence_cells(production, **slots).slots)
        return CardRow(path, path, heading, (CardCell(SENTENCE, "", sentence),))

    def _sentence_row(self, production: str, slots: Mapping[str, str]) -> tuple[CardCell, ...]:
        """Write a sentence, and apart from it the bases that it may name."""
        sentence = self._words.sentences[production].write(**{**slots, "bases": ""})
        return (CardCell(SENTENCE, "", sentence), *self._basis(slots.get("bases", "")))

    def _basis(self, bases: str) -> tuple[CardCell, ...]:
        return (CardCell(BASIS, part_word(BASIS, self._render.language), bases),) if bases else ()

    def _quantity(self, quantity: Quantity) -> Iterator[CardRow]:
        heading = self._name("quantities", quantity.id, quantity.labels)
        path = f"quantities[{quantity.id}]"
        yield from self._defined(production_of(quantity), path, heading, quantity.id, quantity=quantity.id)

    def _defined(self, production: str, path: str, heading: str, *ids: str, **slots: str) -> Iterator[CardRow]:
        """Write the sentence that defines a part, and the rows of its table."""
        written = self._sentence_cells(production, *ids, **slots)
        if written.slots:
            yield CardRow(path, path, heading, self._sentence_row(written.production or production, written.slots))
        yield from self._rows(written, production, path, heading)

    def _scale(self, indicator: Indicator) -> Iterator[CardRow]:
        kind, heading = indicator.scale.kind, self._name("indicators", indicator.id, indicator.labels)
        production = kind if kind in SCALES else "scale"
        path = f"indicators[{indicator.id}].scale"
        yield from self._defined(production, path, heading, indicator=indicator.id)

    def _maturity(self) -> Iterator[CardRow]:
        if self._card.maturity is None:
            return
        levels = self._sentence_cells("levels").rows or ()
        for level, row in zip(self._card.maturity.levels, levels, strict=True):
            path = f"maturity.levels[{level.id}]"
            yield CardRow(path, path, self._name("levels", level.id, level.labels), self._cells("levels", row))
        yield from self._filled("maturity_rules", "maturity", self._name("maturity"))

    def _verdicts(self) -> Iterator[CardRow]:
        verdicts = self._card.verdicts
        if verdicts is None:
            return
        yield self._sentence("verdicts", "verdicts", self._name("verdicts"))
        for rule in verdicts.rules:
            heading = self._name("rules", rule.id, rule.labels)
            yield from self._filled("verdict_rules", f"verdicts.rules[{rule.id}]", heading, rule.id)
