"""Quantities by formula, aggregation over records or reference table lookup: readers and writers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from rules.contracts.units import convert, unit
from rules.language import name_resolution
from rules.language.cell_parsers import COUNTED
from rules.language.compiler_state import DATE_LOOKUP
from rules.language.conditions import value_scope
from rules.language.definitions_facts import find_list, refuse_unrelated_list
from rules.language.formulas import show_dimension
from rules.language.name_resolution import NamedItem, Scope
from rules.language.punctuation import report_full_width_mark, to_ascii
from rules.language.render import record_list_name
from rules.language.row_codec import RowBases, RowContext, SentenceCells, read_cells, read_row, write_cells
from rules.language.table_columns import TABLES
from rules.language.tables import suppress_unknown_names
from rules.model.quantities import NamedCondition
from rules.model.scorecard import (
    AggregateKind,
    DateLookup,
    FactType,
    FormulaQuantity,
    FormulaRow,
    SumQuantity,
    SumRow,
    TableLookup,
    TableQuantity,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.lexicon import Lexicon
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells, Read
    from rules.language.source import SourceText
    from rules.model.scorecard import Quantity


_KNOWN_NAME_SLOTS = ("each", "unit", "fact")
_PLURAL_COUNT = "0"


def record_scope(draft: ScorecardDraft, owner: str | None) -> Scope:
    """Return the names usable in a record of list `owner`, including outer names."""
    base = value_scope(draft)
    fact = draft.facts.get(owner or "")
    record = draft.records.items.get(fact.record or "") if fact is not None else None
    if record is None:
        return base
    registries = (record.fields, *base.registries)
    return Scope(registries, lambda named: named.list == owner or base.visible(named))


def quantity_slots(draft: ScorecardDraft, definition: DefinitionDraft) -> Mapping[str, SourceText]:
    """Return the slots of the parse with the fewest malformed or unknown names."""

    def error_count(slots: Mapping[str, SourceText]) -> int:
        lacks_id = name_resolution.split_quantity_name(to_ascii(slots["quantity"].text), draft.words) is None
        has_date_comma = "date" in slots and "," in to_ascii(slots["date"].text)
        return (
            lacks_id
            + has_date_comma
            + sum(not draft.knows(slot, slots[slot].text) for slot in _KNOWN_NAME_SLOTS if slot in slots)
        )

    return min(definition.readings, key=error_count)


def declare_quantity(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare the quantity or date that a sentence defines."""
    slots = quantity_slots(draft, definition)
    sound, owner = _resolve_each_slot(draft, definition, slots)
    symbol = draft.cells.unit(slots["unit"]) if "unit" in slots else ""
    name, label = _id_and_label(draft, slots["quantity"])
    if name is None:
        labelled = draft.words.forms["labelled"].write(label="…", id=name_resolution.VALUE_ID.example)
        example = draft.words.sentences["quantity"].write(quantity=labelled, unit="…", bases="…")
        draft.report.add("RL019", slots["quantity"], "quantity", text=slots["quantity"].text, example=example)
        suppress_unknown_names(definition.step, draft.report)
        return
    if symbol is None:
        draft.report.broken.update(word.text for word in (name, label) if word is not None)
    dated = "figure" in slots and _is_date_figure(slots["figure"].text, draft.words)
    production = "day" if dated else definition.production
    named = _quantity_item(production, name, symbol or "", owner)
    if not sound or not _declare_unless_field(draft, name, named):
        draft.report.broken.update(word.text for word in (label,) if word is not None)
        return
    definition.subjects.append(name.text)
    path = f"quantities[{name.text}]"
    draft.set_location(path, name)
    draft.set_location(f"{path}.unit", slots.get("unit"))
    draft.set_location(f"{path}.column", slots.get("column"))
    if label is not None:
        draft.values.label(name.text, label)


def _is_date_figure(text: str, words: Lexicon) -> bool:
    keys = (AggregateKind.EARLIEST, AggregateKind.LATEST)
    return any(True for key in keys for _ in words.figures[key].parses(text))


def _quantity_item(production: str, name: SourceText, symbol: str, owner: str | None) -> NamedItem:
    match production:
        case "date_lookup":
            return NamedItem(name.text, DATE_LOOKUP, FactType.DATE)
        case "day":
            return NamedItem(name.text, "quantity", FactType.DATE, symbol, list=owner)
        case "word_lookup":
            return NamedItem(name.text, "quantity", FactType.TEXT, list=owner)
        case _:
            return NamedItem(name.text, "quantity", FactType.NUMBER, symbol, list=owner)


def _id_and_label(draft: ScorecardDraft, text: SourceText) -> tuple[SourceText | None, SourceText | None]:
    parts = name_resolution.split_quantity_name(to_ascii(text.text), draft.words)
    if parts is None or "label" not in parts:
        return (None if parts is None else text), None
    part_texts = {part: text.part(*span) for part, span in parts.items()}
    report_full_width_mark(text, list(parts.values()), draft.report)
    return part_texts["id"], part_texts["label"]


def _resolve_each_slot(
    draft: ScorecardDraft, definition: DefinitionDraft, slots: Mapping[str, SourceText]
) -> tuple[bool, str | None]:
    if "each" not in slots:
        return True, None
    owner = find_list_by_name(draft, slots["each"])
    if owner is None:
        suppress_unknown_names(definition.step, draft.report)
    return owner is not None, owner


def find_list_by_name(draft: ScorecardDraft, name: SourceText) -> str | None:
    """Find a list by its name or record type; None if unknown or ambiguous, which is reported."""
    record = draft.records.id_of(name.text)
    if record is None:
        found = find_list(draft, name)
        return None if found is None else found.id
    lists = [fact.id for fact in draft.facts.values() if fact.record == record]
    if len(lists) != 1:
        shown = draft.words.separator.join(lists) or "-"
        draft.report.add("RL080", name, "lists", name=name.text, lists=shown)
        return None
    return lists[0]


def _declare_unless_field(draft: ScorecardDraft, name: SourceText, named: NamedItem) -> bool:
    fact = draft.facts.get(named.list or "")
    fields = draft.records.items[fact.record].fields if fact is not None and fact.record is not None else None
    location = fields.location(name.text) if fields is not None else None
    if location is not None:
        draft.cells.refuse_twice(name, location)
        return False
    return draft.values.declare(name, named)


def row_bases(draft: ScorecardDraft, definition: DefinitionDraft) -> RowBases:
    """Return the basis reader for the rows of a quantity."""
    bases_text = quantity_slots(draft, definition).get("bases")
    known = () if bases_text is None else draft.known_bases(bases_text)
    return RowBases(draft, definition.step.sentence, bases_text, known)


def _read_rows(draft: ScorecardDraft, definition: DefinitionDraft, kind: str) -> list[Read] | None:
    table = draft.table(definition, kind)
    if table is None:
        return None
    named, reads = draft.values.items[definition.subjects[0]], []
    scope, bases = record_scope(draft, named.list), row_bases(draft, definition)
    context = RowContext(scope=scope, named=named, bases=bases, alone=len(table.rows) == 1)
    for position, row in enumerate(table):
        path = f"quantities[{named.id}].rows[{position}]"
        draft.set_location(path, row.get(TABLES[kind].columns[0].key))
        read = read_cells(draft, row, kind, path, context)
        reads += [] if read is None else [read]
    return reads


def common_slots(quantity: Quantity, bases: Sequence[tuple[str, ...]], render: Renderer) -> Cells:
    """Render the slots of all quantity sentences; `bases` only if all rows share one basis."""
    label, owner = render.localized(quantity.labels), quantity.owner
    named = render.words.forms["labelled"].write(label=label, id=quantity.id) if label else quantity.id
    symbol = "" if isinstance(quantity, DateLookup | NamedCondition) else quantity.unit
    return {
        "quantity": named,
        "unit": render.words.write_unit(symbol, _PLURAL_COUNT) if symbol else "",
        "each": record_list_name(owner, render) if owner is not None else "",
        "bases": render.listed(bases[0]) if len(set(bases)) == 1 else "",
    }


def bases_column(bases: Sequence[tuple[str, ...]], render: Renderer) -> list[str]:
    """Render the basis of each row; empty if all rows share one basis."""
    return [""] * len(bases) if len(set(bases)) == 1 else [render.listed(basis) for basis in bases]


def read_table_lookup(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the reference-table lookups of a quantity."""
    rows = _read_rows(draft, definition, "table_lookup") if definition.subjects else None
    if rows is None:
        return
    named, column = draft.values.items[definition.subjects[0]], quantity_slots(draft, definition)["column"]
    draft.quantities[named.id] = TableQuantity(
        id=named.id,
        unit=named.unit,
        gives="number" if named.type is FactType.NUMBER else "word",
        list=named.list,
        column=draft.cells.id(column, name_resolution.VALUE_ID) or column.text,
        rows=tuple(map(TableLookup.model_validate, rows)),
    )


def write_table_lookup(render: Renderer, definition: ResolvedDefinition) -> SentenceCells | None:
    """Render a reference-table quantity; returns None for others."""
    quantity = render.names.quantities[definition.slots["quantity"]]
    if not isinstance(quantity, TableQuantity):
        return None
    written = _quantity_cells(quantity, "table_lookup", {"column": quantity.column}, render)
    return replace(written, production="word_lookup" if quantity.gives == "word" else "table_lookup")


_SHARE_OF_COUNT = "share_of_count"
_DATE_FIGURES = (AggregateKind.EARLIEST, AggregateKind.LATEST)
_COUNT_UNITS = ("", *COUNTED)


def read_aggregate(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read a figure over the records of a list."""
    slots = quantity_slots(draft, definition)
    found = find_list(draft, slots["fact"])
    if found is None or not definition.subjects:
        return
    owner = found.id
    named, fields = draft.values.items[definition.subjects[0]], _fields_of(draft, owner)
    id, symbol, figure_text = named.id, named.unit, slots.get("figure") or slots["of"]
    figure: AggregateKind | None = None
    of: str | None
    if "figure" in slots:
        figure, of = _read_figure(draft, fields, figure_text, id, symbol) or (None, None)
    else:
        of = _number_field(draft, fields, figure_text, id, symbol)
    value_without_records = _read_value_without_records(draft, slots.get("none"), named)
    rows = _read_aggregate_rows(draft, definition, owner, figure_text)
    if of is None or refuse_unrelated_list(draft, slots["fact"], named.list, owner):
        return
    if figure is AggregateKind.SHARE and not any(row.where for row in rows):
        draft.report.add("RL097", figure_text, "all", id=id)
    draft.quantities[id] = SumQuantity(
        id=id, unit=symbol, list=owner, of=of, rows=rows, figure=figure,
        when_none=value_without_records if isinstance(value_without_records, Fraction) else None,
        when_none_day=None if isinstance(value_without_records, Fraction) else value_without_records, each=named.list,
    )  # fmt: skip


def _read_figure(
    draft: ScorecardDraft, fields: Scope, cell: SourceText, id: str, symbol: str
) -> tuple[AggregateKind, str] | None:
    """Return the kind of figure and its field, empty for a count of records; None after an error."""
    patterns = sorted(draft.words.figures.items(), key=lambda item: -item[1].weight)
    parses = [(key, slots) for key, pattern in patterns for slots in pattern.read(cell)]
    if not parses:
        shown = draft.words.separator.join(pattern.shown for pattern in draft.words.figures.values())
        draft.report.add("RL097", cell, text=cell.text, figures=shown)
        return None
    key, slots = parses[0]
    kind = AggregateKind.SHARE if key == _SHARE_OF_COUNT else AggregateKind(key)
    if not _unit_fits_figure(draft, cell, id, symbol, kind):
        return None
    part = slots.get("field")
    if part is None:
        return kind, ""
    if kind in _DATE_FIGURES:
        dated = _field_of_type(draft, fields, part, FactType.DATE)
        return None if dated is None else (kind, dated.id)
    field = _number_field(draft, fields, part, id, None if kind is AggregateKind.SHARE else symbol)
    return None if field is None else (kind, field)


def _unit_fits_figure(draft: ScorecardDraft, cell: SourceText, id: str, symbol: str, kind: AggregateKind) -> bool:
    shown = draft.words.write_unit(symbol)
    if kind is AggregateKind.COUNT and symbol not in _COUNT_UNITS:
        draft.report.add("RL097", cell, "count", id=id, unit=shown)
        return False
    if kind is AggregateKind.SHARE and unit(symbol).dimension:
        draft.report.add("RL097", cell, "share", id=id, unit=shown)
        return False
    if kind in _DATE_FIGURES and symbol:
        draft.report.add("RL097", cell, "day", id=id, unit=shown)
        return False
    return True


def _read_value_without_records(
    draft: ScorecardDraft, cell: SourceText | None, named: NamedItem
) -> Fraction | date | Literal["never"] | None:
    day = named.type is FactType.DATE
    draft.set_location(f"quantities[{named.id}].{'when_none_day' if day else 'when_none'}", cell)
    if cell is None:
        return None
    if day:
        return "never" if draft.words.words["values"].read(cell.text) == "never" else draft.cells.date(cell)
    measure = draft.cells.fitting(cell, named.id, named.unit)
    return convert(measure.value, measure.unit, named.unit) if measure is not None else None


def _render_value_without_records(quantity: SumQuantity, render: Renderer) -> str:
    day = quantity.when_none_day
    if day is None:
        return render.number(quantity.when_none, quantity.unit)
    return day.isoformat() if isinstance(day, date) else render.words.words["values"].write(day)


def _figure_words(quantity: SumQuantity, kind: AggregateKind, render: Renderer) -> str:
    if not quantity.of:
        return render.words.figures[_SHARE_OF_COUNT if kind is AggregateKind.SHARE else kind].write()
    return render.words.figures[kind].write(field=render.name(quantity.of, quantity.list))


def read_quantity(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the rows of a computed quantity or date."""
    rows = _read_rows(draft, definition, definition.production) if definition.subjects else None
    if rows is None:
        return
    named = draft.values.items[definition.subjects[0]]
    gives: Literal["date"] | None = "date" if named.type is FactType.DATE else None
    draft.quantities[named.id] = FormulaQuantity(
        id=named.id, unit=named.unit, list=named.list, gives=gives, rows=tuple(map(FormulaRow.model_validate, rows))
    )


def _fields_of(draft: ScorecardDraft, owner: str) -> Scope:
    return Scope(record_scope(draft, owner).registries, lambda named: named.kind == "field" or named.list == owner)


def _read_aggregate_rows(
    draft: ScorecardDraft, definition: DefinitionDraft, owner: str, of: SourceText
) -> tuple[SumRow, ...]:
    path, bases = f"quantities[{definition.subjects[0]}]", row_bases(draft, definition)
    draft.set_location(f"{path}.of", of)
    if definition.step.table is None:
        draft.set_location(f"{path}.rows[0]", of)
        return (SumRow(basis=bases.read(None, f"{path}.rows[0].basis")),)
    rows: list[SumRow] = []
    for position, row in enumerate(draft.rows(definition)):
        at = f"{path}.rows[{position}]"
        draft.set_location(at, row.cells["where"])
        read, _ = read_row(draft, row, "sum", at, RowContext(scope=record_scope(draft, owner), bases=bases))
        rows.append(SumRow.model_validate(read))
    return tuple(rows)


def _number_field(draft: ScorecardDraft, fields: Scope, cell: SourceText, id: str, symbol: str | None) -> str | None:
    named = _field_of_type(draft, fields, cell, FactType.NUMBER)
    if named is None:
        return None
    if symbol is not None and unit(named.unit).dimension != unit(symbol).dimension:
        dimension_text = show_dimension(unit(named.unit).dimension)
        draft.report.add(
            "RL012", cell, "result", found=dimension_text, name=id, unit=draft.words.write_unit(symbol) or "1"
        )
        return None
    return named.id


def _field_of_type(draft: ScorecardDraft, fields: Scope, cell: SourceText, wanted: FactType) -> NamedItem | None:
    named = fields.find(cell.text)
    if named is None:
        draft.cells.unknown_name(cell, fields.words, "record")
        return None
    if named.type is not wanted:
        draft.cells.refuse_type(cell, named.type, wanted)
        return None
    return named


def write_quantity(render: Renderer, definition: ResolvedDefinition) -> SentenceCells | None:
    """Render a computed quantity or date; returns None for others."""
    quantity = render.names.quantities[definition.slots["quantity"]]
    if not isinstance(quantity, FormulaQuantity):
        return None
    return _quantity_cells(quantity, definition.production, {}, render)


def _quantity_cells(
    quantity: FormulaQuantity | SumQuantity | TableQuantity, kind: str, slots: Cells, render: Renderer
) -> SentenceCells:
    bases = [row.basis for row in quantity.rows]
    shared = len(set(bases)) == 1
    named = NamedItem(quantity.id, "quantity", FactType.NUMBER, unit=quantity.unit, list=quantity.list)
    context = RowContext(named=named, alone=len(bases) == 1, basis_in_sentence=shared)
    rows = [write_cells(render, row, kind, context) for row in quantity.rows]
    return SentenceCells({**common_slots(quantity, bases, render), **slots}, rows, table=kind)


def write_aggregate(render: Renderer, definition: ResolvedDefinition) -> SentenceCells | None:
    """Render a figure over records; returns None for other quantities."""
    quantity = render.names.quantities[definition.slots["quantity"]]
    if not isinstance(quantity, SumQuantity):
        return None
    slots = {"fact": render.name(quantity.list), "of": render.name(quantity.of, quantity.list)}
    if quantity.figure is not None:
        figure = _figure_words(quantity, quantity.figure, render)
        slots = {"fact": slots["fact"], "figure": figure, "none": _render_value_without_records(quantity, render)}
    written = _quantity_cells(quantity, "sum", slots, render)
    return written if len(quantity.rows) > 1 or quantity.rows[0].where else replace(written, rows=None)
