"""Scorecard rows in one language with model paths, and the wording of changes between two versions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

import orjson

from rules.contracts.messages import LANGUAGES
from rules.language.definition_sentences import ResolvedDefinition
from rules.language.definitions_criteria import CONDITION_COLUMNS, condition_of_rows
from rules.language.lexicon import load_lexicon
from rules.language.productions import SCALES, WRITERS, production_of
from rules.language.render import Renderer
from rules.language.row_codec import SentenceCells
from rules.language.table_columns import FOR_PEOPLE, TABLES
from rules.model.diff import path_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.contracts.canonical import Json
    from rules.model.diff import ScorecardChange
    from rules.model.scorecard import Indicator, Quantity, Scorecard

_CELL_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class RowChange:
    """The old and new text of the changed cells of a row: either its rule cells or its basis.

    `context` are the unchanged cells, which identify the row for readers.
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
    """A row before and after a change; None if it is new or removed."""

    before: CardRow | None
    after: CardRow | None

    @property
    def owner(self) -> str:
        row = self.after or self.before
        return row.owner if row is not None else ""

    @property
    def tells_of(self) -> frozenset[str]:
        """The paths of all model parts that the row affects, including a separate condition."""
        paths = {row.path.split(".rows[")[0] for row in (self.before, self.after) if row is not None}
        return frozenset({self.owner, *paths})


def pair_changed_rows(
    before: Sequence[CardRow], after: Sequence[CardRow], means: Mapping[CardRow, object] | None = None
) -> Iterator[RowPair]:
    """Yield pairs of rows that differ, matched in order within each part.

    `means` maps rows to their meaning; different texts may mean the same.
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
    """Yield the changes of a row: first its rule cells, then its basis."""
    old, new = (_by_key(row) for row in (pair.before, pair.after))
    if pair.before is None or pair.after is None:
        groups = [(False, list(old or new))]
    else:
        keys = [key for key in {**old, **new} if _text(old, key) != _text(new, key)]
        groups = [(of_basis, [key for key in keys if (key == BASIS) is of_basis]) for of_basis in (False, True)]
    row = pair.after or pair.before
    unchanged = [key for key, cell in new.items() if old.get(key) == cell and key != BASIS]
    for of_basis, changed in groups:
        if changed:
            yield RowChange(
                row.heading if row is not None else "",
                _joined_cells(new, unchanged),
                _joined_cells(old, changed),
                _joined_cells(new, changed),
                pair.before.path if pair.before is not None else None,
                pair.after.path if pair.after is not None else None,
                of_basis,
            )


def _by_key(row: CardRow | None) -> dict[str, CardCell]:
    return {
        f"{cell.key} {cell.column}" if cell.key not in (BASIS, SENTENCE) else cell.key: cell
        for cell in (() if row is None else row.rule_cells)
    }


def _text(cells: Mapping[str, CardCell], key: str) -> str:
    return cells[key].text if key in cells else ""


def _joined_cells(cells: Mapping[str, CardCell], keys: Iterable[str]) -> str:
    shown = (cells[key] for key in keys if key in cells)
    return _CELL_SEPARATOR.join(f"{cell.column} {cell.text}" if cell.column else cell.text for cell in shown)


BASIS = "basis"
SENTENCE = "sentence"
_IDENTITY = frozenset({"id", "version", "supersedes"})
_KEYS_FOR_PEOPLE = FOR_PEOPLE | {"title", "not_assessed"}


@dataclass(frozen=True, slots=True)
class CardCell:
    """One cell: the key and heading of its column, and its text."""

    key: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row of a table, or one sentence.

    `owner` is the model path of the part that contains the row. Blank cells and the id cell are omitted.
    """

    path: str
    owner: str
    heading: str
    cells: tuple[CardCell, ...]

    @property
    def rule_cells(self) -> tuple[CardCell, ...]:
        return tuple(cell for cell in self.cells if cell.key not in _KEYS_FOR_PEOPLE)


def card_rows(scorecard: Scorecard, language: str) -> tuple[CardRow, ...]:
    """Return the rows of a scorecard in model order, without its id and version."""
    return tuple(_CardRowWriter(scorecard, language).rows())


class _CardRowWriter:
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
                heading = self._heading("facts", fact.id, fact.labels)
                yield from self._table_rows("previous", f"facts[{fact.id}].previous", heading, fact.id)
            if fact.issued_for is not None:
                heading = self._heading("facts", fact.id, fact.labels)
                path = f"facts[{fact.id}].issued_for"
                yield self._sentence("issued", path, heading, fact=fact.id, proven=fact.issued_for)
        yield from self._records_and_case()
        part_conditions = {condition_of_rows(part) for part in (*card.gates, *card.findings)}
        for quantity in card.quantities:
            if quantity.id not in part_conditions:
                yield from self._quantity(quantity)
        if card.applies:
            yield self._sentence("applies", "applies", self._heading("applies"))
        for production in ("gates", "sections", "indicators"):
            yield from self._parts(production)
        for indicator in card.indicators:
            yield from self._scale(indicator)
        yield from self._maturity()
        yield from self._outcome_rows()
        for production in ("findings", "results", "record_results", "bases"):
            yield from self._parts(production)

    def _table_of_card(self) -> Iterator[CardRow]:
        for row in self._sentence_cells("card").rows or ():
            key = self._words.words["card"].read(row["field"]) or ""
            if key not in _IDENTITY:
                cell = CardCell(key, row["field"], row["value"])
                yield CardRow(f"card.{key}", f"card.{key}", self._heading("card"), (cell,))

    def _records_and_case(self) -> Iterator[CardRow]:
        for record in self._card.records:
            for field in record.fields:
                path = f"records[{record.id}].fields[{field.id}]"
                heading = f"{self._heading('records', record.id, record.labels)}, {self._heading('fields', field.id)}"
                yield from self._table_rows("record", path, heading, field.id, record=record.id)
        for value in self._card.reference_case:
            path, heading = f"reference_case[{value.fact}]", self._heading("reference_case")
            yield from self._table_rows("case", path, f"{heading}, {self._render.name(value.fact)}", value.fact)

    def _outcome_rows(self) -> Iterator[CardRow]:
        card = self._card
        if card.stages is not None:
            yield from self._table_rows("stages", "stages", self._heading("stages"))
        if card.tracks is not None:
            yield self._sentence("tracks", "tracks", self._heading("tracks"))
        if card.ladder is not None:
            yield from self._table_rows("grades", "ladder", self._heading("ladder"))
        yield from self._verdicts()

    def _heading(self, part: str, id: str = "", labels: Mapping[str, str] | None = None) -> str:
        return " ".join(word for word in (part_word(part, self._render.language), id, self._localized(labels)) if word)

    def _localized(self, labels: Mapping[str, str] | None) -> str:
        return self._render.localized(labels or {})

    def _sentence_cells(self, production: str, *ids: str, **slots: str) -> SentenceCells:
        return WRITERS[production](self._render, ResolvedDefinition(production, slots, ids)) or SentenceCells({})

    def _parts(self, production: str) -> Iterator[CardRow]:
        for part in getattr(self._card, TABLES[production].parts.path) or ():
            heading = self._heading(production, part.id, getattr(part, "labels", None))
            rows = self._table_rows(production, f"{TABLES[production].parts.path}[{part.id}]", heading, part.id)
            condition = condition_of_rows(part)
            yield from rows if condition is None else self._split_cases(rows, f"quantities[{condition}]")

    @staticmethod
    def _split_cases(rows: Iterable[CardRow], condition: str) -> Iterator[CardRow]:
        for position, row in enumerate(rows):
            case_cells = tuple(cell for cell in row.cells if cell.key in (*CONDITION_COLUMNS.values(), BASIS))
            shared_cells = tuple(cell for cell in row.cells if cell not in case_cells)
            if shared_cells:
                yield replace(row, cells=shared_cells)
            yield replace(row, path=f"{condition}.rows[{position}]", cells=case_cells)

    def _table_rows(self, production: str, path: str, heading: str, *ids: str, **slots: str) -> Iterator[CardRow]:
        return self._rows(self._sentence_cells(production, *ids, **slots), production, path, heading)

    def _rows(self, written: SentenceCells, production: str, path: str, heading: str) -> Iterator[CardRow]:
        kind = written.table or production
        field = TABLES[kind].rows if written.rows else ""
        for position, row_cells in enumerate(written.rows or ()):
            cells = self._cells(kind, row_cells)
            if cells or not field:
                yield CardRow(f"{path}.{field}[{position}]" if field else path, path, heading, cells)
        for row_path, row in zip(written.row_paths, written.headed_table[1:], strict=False):
            headed_cells = (
                self._named_column_cell(*cell) for cell in zip(written.headed_table[0], row, strict=True) if cell[1]
            )
            yield CardRow(f"{path}.{row_path}", path, heading, tuple(headed_cells))

    def _cells(self, kind: str, row: Mapping[str, str]) -> tuple[CardCell, ...]:
        columns, own = self._words.columns[kind].by_key, TABLES[kind].parts.ids
        return tuple(CardCell(key, columns[key], text) for key, text in row.items() if text and key != own)

    def _named_column_cell(self, column: str, text: str) -> CardCell:
        return CardCell(BASIS if column == self._words.columns["lookup"].by_key[BASIS] else column, column, text)

    def _sentence(self, production: str, path: str, heading: str, **slots: str) -> CardRow:
        sentence = self._words.sentences[production].write(**self._sentence_cells(production, **slots).slots)
        return CardRow(path, path, heading, (CardCell(SENTENCE, "", sentence),))

    def _sentence_row(self, production: str, slots: Mapping[str, str]) -> tuple[CardCell, ...]:
        sentence = self._words.sentences[production].write(**{**slots, "bases": ""})
        return (CardCell(SENTENCE, "", sentence), *self._basis(slots.get("bases", "")))

    def _basis(self, bases: str) -> tuple[CardCell, ...]:
        return (CardCell(BASIS, part_word(BASIS, self._render.language), bases),) if bases else ()

    def _quantity(self, quantity: Quantity) -> Iterator[CardRow]:
        heading = self._heading("quantities", quantity.id, quantity.labels)
        path = f"quantities[{quantity.id}]"
        yield from self._definition_rows(production_of(quantity), path, heading, quantity.id, quantity=quantity.id)

    def _definition_rows(self, production: str, path: str, heading: str, *ids: str, **slots: str) -> Iterator[CardRow]:
        written = self._sentence_cells(production, *ids, **slots)
        if written.slots:
            yield CardRow(path, path, heading, self._sentence_row(written.production or production, written.slots))
        yield from self._rows(written, production, path, heading)

    def _scale(self, indicator: Indicator) -> Iterator[CardRow]:
        kind, heading = indicator.scale.kind, self._heading("indicators", indicator.id, indicator.labels)
        production = kind if kind in SCALES else "scale"
        path = f"indicators[{indicator.id}].scale"
        yield from self._definition_rows(production, path, heading, indicator=indicator.id)

    def _maturity(self) -> Iterator[CardRow]:
        if self._card.maturity is None:
            return
        levels = self._sentence_cells("levels").rows or ()
        for level, row in zip(self._card.maturity.levels, levels, strict=True):
            path = f"maturity.levels[{level.id}]"
            yield CardRow(path, path, self._heading("levels", level.id, level.labels), self._cells("levels", row))
        yield from self._table_rows("maturity_rules", "maturity", self._heading("maturity"))

    def _verdicts(self) -> Iterator[CardRow]:
        verdicts = self._card.verdicts
        if verdicts is None:
            return
        yield self._sentence("verdicts", "verdicts", self._heading("verdicts"))
        for rule in verdicts.rules:
            heading = self._heading("rules", rule.id, rule.labels)
            yield from self._table_rows("verdict_rules", f"verdicts.rules[{rule.id}]", heading, rule.id)


_MAX_VALUE_CHARS = 160


@dataclass(frozen=True, slots=True)
class ChangeText:
    """A change in words; a missing value is blank."""

    subject: str
    before: str
    after: str


def change_words(change: ScorecardChange, language: str) -> ChangeText:
    """Return a change in words of a language ("en" or "zh")."""
    values = (_whole_value(value, language) for value in (change.before, change.after))
    return ChangeText(part_subject(change.path, language), *values)


def change_sentence(change: ScorecardChange, language: str) -> str:
    """Return a change as a sentence of a language ("en" or "zh"), with long values shortened."""
    text = change_words(change, language)
    template = load_lexicon(language).changes[change.kind.value]
    return template.format(subject=text.subject, before=_shorten(text.before), after=_shorten(text.after))


def part_word(part: str, language: str) -> str:
    """Return the name of a model part in a language; parts of a fact use their column name."""
    words = load_lexicon(language)
    key = f"in_{part}" if part in LANGUAGES else part
    if key in words.parts:
        return words.parts[key]
    described = (column.key for column in TABLES["facts"].columns if column.field == part != "id")
    return next(map(words.columns["facts"].write, described), part)


def part_subject(path: str, language: str) -> str:
    """Return the name of a model part in a language, such as `verdicts, rule LOW-02`."""
    phrases = []
    for part in path_parts(path):
        name, _, item = part.partition("[")
        word, item = part_word(name, language), item.removesuffix("]")
        if item.isdigit():
            phrases.append(load_lexicon(language).changes["row"].format(part=word, number=item))
        else:
            phrases.append(f"{word} {item}".strip())
    return ", ".join(phrases)


def _whole_value(text: str | None, language: str) -> str:
    return "" if text is None else _value_text(orjson.loads(text), language)


def _shorten(text: str) -> str:
    return text if len(text) <= _MAX_VALUE_CHARS else f"{text[:_MAX_VALUE_CHARS]}…"


def _value_text(value: Json, language: str) -> str:
    words = load_lexicon(language).words
    match value:
        case dict() if value and value.keys() <= set(LANGUAGES):
            return str(value.get(language) or next(iter(value.values())))
        case dict():
            described = ((part, _value_text(nested, language)) for part, nested in value.items() if part != "kind")
            return ", ".join(f"{part_word(part, language)} {text}" for part, text in described if text)
        case list():
            return ", ".join(_value_text(item, language) for item in value) or words["values"].write("none")
        case bool():
            return words["answers"].write("yes" if value else "no")
        case _:
            return str(value)
