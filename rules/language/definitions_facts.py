"""Facts, record types, keys, earlier values and the reference case: readers and writers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rules.language import name_resolution
from rules.language.compiler_state import CONDITION, RecordDraft
from rules.language.definitions_card import declare_choices
from rules.language.name_resolution import NamedItem, SymbolTable
from rules.language.render import previous_evaluation, previous_part
from rules.language.render_steps import record_rows
from rules.language.row_codec import RowContext, SentenceCells, read_cells, write_cells
from rules.language.values import read_records, read_value
from rules.model.definitions import PreviousPart, PreviousSource
from rules.model.scorecard import BelongsTo, CaseValue, Choice, FactDefinition, FactType, RecordType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells
    from rules.language.source import SourceText
    from rules.language.tables import TableRow


_QUANTITIES = ("quantity", CONDITION)


def read_previous(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the sources of facts in earlier evaluations."""
    for row in draft.rows(definition):
        name = row.need("fact")
        named = draft.named_fact(name) if name else None
        if name is None or named is None:
            continue
        path = f"facts[{named.id}].previous"
        if not draft.claim(path, name):
            continue
        source = _read_source(draft, row, path)
        if source is not None:
            definition.subjects.append(named.id)
            draft.facts[named.id] = draft.facts[named.id].model_copy(update={"previous": source})


def _read_source(draft: ScorecardDraft, row: TableRow, path: str) -> PreviousSource | None:
    card, part, evaluation = row.get("card"), row.need("part"), row.need("evaluation")
    other = draft.cells.id(card, name_resolution.CARD_ID) if card else None
    own = other is None or (draft.card is not None and other == draft.card.id)
    parsed_part = _read_part(draft, part, own=own) if part else None
    year_of = _read_year(draft, evaluation) if evaluation else None
    read = read_cells(draft, row, "previous", path, RowContext(known={"card": None if own else other}))
    for column in ("part", "evaluation"):
        draft.set_location(f"{path}.{column}", row.get(column))
    if parsed_part is None or year_of is None or read is None or (card is not None and other is None):
        return None
    fields = {"part": parsed_part[0], "quantity": parsed_part[1], "year_of": year_of or None}
    return PreviousSource.model_validate({**fields, **read})


def _read_part(draft: ScorecardDraft, cell: SourceText, *, own: bool) -> tuple[PreviousPart, str | None] | None:
    words = draft.words.words["previous_parts"]
    key = words.read(draft.marks.plain(cell).text)
    if key is not None:
        return PreviousPart(key), None
    for slots in draft.words.forms["of_quantity"].read(cell):
        name = slots["quantity"]
        id = _own_quantity(draft, name) if own else draft.cells.id(name, name_resolution.VALUE_ID)
        return None if id is None else (PreviousPart.QUANTITY, id)
    draft.cells.not_a_word(cell, (draft.words.forms["of_quantity"].shown, *words.by_word))
    return None


def _own_quantity(draft: ScorecardDraft, name: SourceText) -> str | None:
    named = draft.values.find(name.text)
    if named is not None and named.kind in _QUANTITIES:
        return named.id
    draft.cells.unknown_name(name, draft.values.words_of(lambda item: item.kind in _QUANTITIES), "quantity")
    return None


def _read_year(draft: ScorecardDraft, cell: SourceText) -> str | None:
    """Return the fact that determines the year; empty for the last evaluation before this one."""
    words = draft.words.words["previous_evaluations"]
    if words.read(draft.marks.plain(cell).text) is not None:
        return ""
    for slots in draft.words.forms["of_year_before"].read(cell):
        named = draft.named_fact(slots["fact"])
        return None if named is None else named.id
    draft.cells.not_a_word(cell, (draft.words.forms["of_year_before"].shown, *words.by_word))
    return None


def write_previous(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write the sources of facts in earlier evaluations."""
    facts = {fact.id: fact.previous for fact in render.scorecard.facts}
    return SentenceCells({}, [_cells(id, source, render) for id in definition.ids if (source := facts[id]) is not None])


def _cells(fact: str, source: PreviousSource, render: Renderer) -> Cells:
    named = {"fact": render.name(fact)}
    source_cells = {"part": previous_part(source, render), "evaluation": previous_evaluation(source, render)}
    return write_cells(render, source, "previous", RowContext(known={**named, **source_cells}))


def read_issue_date(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read which fact is the issue date of the evidence for another fact."""
    slots = draft.choose(definition, "fact", "proven")
    named, proven = (draft.named_fact(slots[slot]) for slot in ("fact", "proven"))
    if named is None or proven is None:
        return
    if not draft.claim(f"facts[{named.id}].issued_for", slots["fact"]):
        return
    definition.subjects.append(named.id)
    draft.facts[named.id] = draft.facts[named.id].model_copy(update={"issued_for": proven.id})


def write_issue_date(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write which fact is the issue date of the evidence for another fact."""
    return SentenceCells({slot: render.name(definition.slots[slot]) for slot in ("fact", "proven")})


def read_reference_case(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the values of the reference case."""
    for row in draft.rows(definition):
        name, cell = row.need("fact"), row.need("value")
        named = draft.named_fact(name) if name else None
        if name is None or cell is None or named is None:
            continue
        if _declare_case_value(draft, definition, named, name, cell):
            _set_case_value(draft, named, read_value(draft, named, cell))


def read_case_records(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read a list of the reference case."""
    name = draft.choose(definition, "fact")["fact"]
    named = draft.named_fact(name)
    if named is None:
        return
    if named.type is not FactType.RECORDS:
        refuse_records(draft, name, named)
        return
    if definition.step.table is None:
        draft.report.add("RL020", definition.step.sentence, "missing", columns="…")
        return
    if _declare_case_value(draft, definition, named, name, name):
        _set_case_value(draft, named, read_records(draft, named, definition.step))


def _declare_case_value(
    draft: ScorecardDraft, definition: DefinitionDraft, named: NamedItem, name: SourceText, where: SourceText
) -> bool:
    path = f"reference_case[{named.id}]"
    known = draft.locations.get(path)
    if known is not None and draft.report.is_shared(known) and not draft.report.is_shared(where.location):
        del draft.locations[path]
        if named.id in draft.case:
            draft.shared_case[named.id] = draft.case[named.id]
    elif known is not None:
        draft.cells.refuse_twice(name, known)
        return False
    draft.set_location(path, where)
    definition.subjects.append(named.id)
    return True


def _set_case_value(draft: ScorecardDraft, named: NamedItem, value: DeclaredValue | None) -> None:
    if value is not None:
        draft.case[named.id] = CaseValue(fact=named.id, value=value)


def refuse_records(draft: ScorecardDraft, name: SourceText, named: NamedItem) -> None:
    """Report a table of records for a fact that is not a list."""
    draft.cells.refuse_type(name, named.type, draft.words.forms["list_of"].shown)


def write_reference_case(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write the values of the reference case."""
    case = {declared.fact: declared.value for declared in render.scorecard.reference_case}
    return SentenceCells({}, [{"fact": render.name(id), "value": render.value(id, case[id])} for id in definition.ids])


def write_case_records(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write a list of the reference case."""
    fact = definition.slots["fact"]
    value = next(declared.value for declared in render.scorecard.reference_case if declared.fact == fact)
    return SentenceCells({"fact": render.name(fact)}, headed_table=record_rows(fact, value, render))


def read_list_ownership(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read which list owns the records of another, and the linking field."""
    slots = draft.choose(definition, "record", "fact")
    record = draft.records.id_of(slots["record"].text)
    if record is None:
        draft.cells.unknown_name(slots["record"], draft.records.words, "record")
        return
    outer = find_list(draft, slots["fact"])
    if outer is None:
        return
    draft.strayed.add(record)
    field = _find_field(draft, record, slots["field"])
    if field is not None and field.type is not FactType.TEXT:
        draft.report.add("RL112", slots["field"], "field", field=slots["field"].text)
        return
    kind, outer_type = draft.record_types.get(record), draft.record_types.get(outer.record)
    if field is None or kind is None or outer_type is None:
        return
    definition.subjects.append(record)
    if not _may_belong(draft, slots, kind, outer_type):
        return
    draft.strayed.discard(record)
    draft.set_location(f"records[{record}].belongs_to", slots["fact"])
    belongs = BelongsTo(list=outer.id, field=field.id)
    draft.record_types[record] = kind.model_copy(update={"belongs_to": belongs})


def _may_belong(draft: ScorecardDraft, slots: Mapping[str, SourceText], kind: RecordType, outer: RecordType) -> bool:
    if kind.belongs_to is not None or kind.id == outer.id:
        problem = "itself" if kind.id == outer.id else "twice"
        draft.report.add("RL112", slots["record"], problem, record=slots["record"].text)
        return False
    if outer.belongs_to is not None or _is_outer(draft, kind.id):
        draft.report.add("RL112", slots["fact"], "deeper", list=slots["fact"].text)
        return False
    key = next(own_field for own_field in outer.fields if own_field.id == outer.key)
    if key.type is not FactType.TEXT:
        draft.report.add("RL112", slots["fact"], "key", list=slots["fact"].text, key=key.id)
        return False
    return True


def _find_field(draft: ScorecardDraft, record: str, word: SourceText) -> NamedItem | None:
    fields = draft.records.items[record].fields
    named = fields.find(word.text)
    if named is None:
        tables = draft.words.sentences["record"].write(record=record)
        draft.report.add_unknown("RL011", word, fields.words, name=word.text, tables=tables)
    return named


def _is_outer(draft: ScorecardDraft, record: str) -> bool:
    lists = {fact.id for fact in draft.facts.values() if fact.record == record}
    return any(
        record_type.belongs_to is not None and record_type.belongs_to.list in lists
        for record_type in draft.record_types.values()
    )


def refuse_unrelated_list(draft: ScorecardDraft, word: SourceText, each: str | None, owner: str) -> bool:
    """Report a sum over records that do not belong to the list `each`; return whether it is invalid."""
    if each is None:
        return False
    kind = draft.record_types.get(draft.facts[owner].record or "")
    if kind is not None and kind.id in draft.strayed:
        return True
    if kind is not None and (kind.belongs_to is None or kind.belongs_to.list != each):
        sentence = draft.words.sentences["belongs"].write(record=kind.id, fact=each, field="…")
        draft.report.add("RL112", word, "unrelated", list=owner, each=each, sentence=sentence)
        return True
    return False


def write_list_ownership(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write which list owns the records of another."""
    record = next(
        record_type for record_type in render.scorecard.records if record_type.id == definition.slots["record"]
    )
    belongs = record.belongs_to
    if belongs is None:
        raise AssertionError(f"{record.id} belongs to no list")
    owner = next(fact.id for fact in render.scorecard.facts if fact.record == record.id)
    field = render.name(belongs.field, owner)
    return SentenceCells({"record": render.record(record), "fact": render.name(belongs.list), "field": field})


_CHOICE_TYPES = (FactType.CHOICE, FactType.CHOICES)
_PROPOSABLE_TYPES = tuple(fact_type for fact_type in FactType if fact_type not in (FactType.TEXT, FactType.PERIOD))
_COLUMN_RESTRICTIONS: tuple[tuple[str, str, Callable[[FactDefinition], bool]], ...] = (
    ("may_lie_ahead", "RL114", lambda fact: fact.type in (FactType.DATE, FactType.PERIOD) or fact.counts_years),
    ("in_some_cases", "RL132", lambda fact: fact.type is FactType.FLAG),
    ("given", "RL113", lambda fact: fact.type in _PROPOSABLE_TYPES),
)


def note_record_label(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Store the label of a record type until it is defined."""
    slots = definition.slots
    if slots["name"].text in draft.called:
        draft.report.add(
            "RL014",
            slots["name"],
            "label",
            id=slots["name"].text,
            place=name_resolution.show_place(draft.called[slots["name"].text][0].location),
        )
        return
    draft.called[slots["name"].text] = (slots["name"], slots["words"])
    definition.subjects.append(slots["name"].text)


def write_record_label(render: Renderer, definition: ResolvedDefinition) -> SentenceCells | None:
    """Write the label of a record type; None if this language has none."""
    name = definition.slots["name"]
    words = next(render.localized(record.labels) for record in render.scorecard.records if record.id == name)
    return SentenceCells({"name": name, "words": words}) if words else None


def _apply_record_label(draft: ScorecardDraft, registry: SymbolTable[name_resolution.Item], id: str) -> None:
    called = draft.called.pop(id, None)
    if called is not None:
        registry.label(id, called[1])


def refuse_unused_labels(draft: ScorecardDraft) -> None:
    """Report labels of undefined record types."""
    for name, _ in draft.called.values():
        draft.cells.unknown_name(name, draft.records.items, "record")


def declare_record(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare a record type."""
    name = definition.slots["record"]
    if draft.records.declare(name, RecordDraft(draft.field_registry())):
        draft.set_location(f"records[{name.text}]", name)
        definition.subjects.append(name.text)
        _apply_record_label(draft, draft.records, name.text)


def read_record(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the fields of a record type."""
    if not definition.subjects:
        return
    id = definition.subjects[0]
    record = draft.records.items[id]
    for row in draft.rows(definition):
        path = f"records[{id}].fields"
        field = _read_definition(draft, row, row.need("field"), path=path, kind="field", registry=record.fields)
        if field is not None:
            _refuse_fact_id(draft, row.cells["field"])
            record.definitions[field.id] = field


def _refuse_fact_id(draft: ScorecardDraft, field: SourceText) -> None:
    fact = draft.values.location(field.text)
    if fact is not None:
        draft.cells.refuse_twice(field, fact)


def read_facts(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the facts."""
    for row in draft.rows(definition):
        fact = _read_definition(draft, row, row.need("fact"), path="facts", kind="fact", registry=draft.values)
        if fact is not None:
            definition.subjects.append(fact.id)
            draft.facts[fact.id] = fact


def _read_definition(  # noqa: PLR0913
    draft: ScorecardDraft,
    row: TableRow,
    name: SourceText | None,
    *,
    path: str,
    kind: str,
    registry: SymbolTable[NamedItem],
) -> FactDefinition | None:
    type_cell = row.need("type")
    read = _read_type(draft, type_cell, lists=kind == "fact") if type_cell else None
    if name is None or read is None:
        _mark_broken(draft, row)
        return None
    fact_type, record = read
    choices = _read_choices(draft, row, fact_type, name)
    symbol = _read_unit(draft, row, fact_type, name)
    numbers = ("at_least", "at_most", "multiple_of", "step")
    unfit = [key for key in numbers if fact_type is not FactType.NUMBER and _misfit(draft, row, key, fact_type, name)]
    known_fields = {
        "unit": symbol,
        "choices": tuple(Choice(id=item) for item in choices.items) if choices and fact_type in _CHOICE_TYPES else (),
        **dict.fromkeys(unfit),
    }
    fields = (
        read_cells(
            draft, row, "facts" if kind == "fact" else "record", f"{path}[{name.text}]", RowContext(known=known_fields)
        )
        or known_fields
    )
    fact = FactDefinition.model_validate({"id": name.text, "type": fact_type, "record": record, **fields})
    for column, code, fits in _COLUMN_RESTRICTIONS:
        if fields.get(column) and not fits(fact):
            draft.report.add(code, row.cells[column], "type", name=name.text, type=draft.cells.type_word(fact_type))
    if not registry.declare(name, NamedItem(name.text, kind, fact_type, symbol, choices, fact)):
        _mark_broken(draft, row)
        return None
    _set_locations(draft, row, name, f"{path}[{name.text}]")
    if (label := row.get("label")) is not None:
        registry.label(name.text, label)
    return fact


def _mark_broken(draft: ScorecardDraft, row: TableRow) -> None:
    """Mark the words of a row as broken, to suppress follow-up errors."""
    draft.report.incomplete = True
    draft.report.broken.update(cell.text for cell in row.cells.values())


def _set_locations(draft: ScorecardDraft, row: TableRow, name: SourceText, path: str) -> None:
    draft.set_location(path, name)
    draft.set_location(f"{path}.labels", row.get("label"))
    for field in ("type", "record"):
        draft.set_location(f"{path}.{field}", row.get("type"))


def _read_type(draft: ScorecardDraft, cell: SourceText, *, lists: bool) -> tuple[FactType, str | None] | None:
    plain = draft.marks.plain(cell)
    words = draft.words.words["types"]
    key = words.read(plain.text)
    if key is not None:
        return FactType(key), None
    for slots in draft.words.forms["list_of"].read(plain):
        name = slots["record"]
        record = draft.records.id_of(name.text)
        if not lists:
            draft.report.add("RL112", cell, sentence=draft.words.sentences["belongs"].shown)
        elif record is None:
            tables = draft.words.sentences["record"].write(record=name.text)
            draft.report.add_unknown("RL011", name, draft.records.words, name=name.text, tables=tables)
        return (FactType.RECORDS, record) if lists and record is not None else None
    forms = (draft.words.forms["list_of"].shown,) if lists else ()
    draft.cells.not_a_word(plain, (*words.by_word, *forms))
    return None


def _misfit(draft: ScorecardDraft, row: TableRow, column: str, fact_type: FactType, name: SourceText) -> bool:
    cell = row.get(column)
    if cell is None:
        return False
    kind = draft.cells.type_word(fact_type)
    draft.report.add("RL016", cell, "column", name=name.text, type=kind, column=row.names[column])
    return True


def _read_choices(
    draft: ScorecardDraft, row: TableRow, fact_type: FactType, name: SourceText
) -> SymbolTable[str] | None:
    if fact_type is FactType.FLAG:
        _misfit(draft, row, "choices", fact_type, name)
        return draft.flag_registry()
    if fact_type not in _CHOICE_TYPES:
        _misfit(draft, row, "choices", fact_type, name)
        return None
    cell = row.get("choices")
    if cell is None:
        draft.report.add("RL027", row.cells.get("choices") or name, "choices", name=name.text,
                         column=draft.words.columns["facts"].write("choices"))  # fmt: skip
        draft.report.broken.update(word.text for word in (name, row.get("label")) if word is not None)
        return draft.choice_registry()
    return declare_choices(draft, cell)


def _read_unit(draft: ScorecardDraft, row: TableRow, fact_type: FactType, name: SourceText) -> str:
    cell = row.get("unit")
    if cell is None:
        return ""
    if fact_type is not FactType.NUMBER:
        draft.report.add("RL012", cell, "not_number", name=name.text, type=draft.cells.type_word(fact_type))
        return ""
    symbol = draft.cells.unit(cell)
    if symbol is None:
        draft.report.broken.update(other.text for other in (name, row.get("label")) if other is not None)
    return symbol or ""


def read_key(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read a unique field of a list's records; the first one becomes the key."""
    slots = draft.choose(definition, "fact")
    owner = find_list(draft, slots["fact"])
    field = None if owner is None else _find_field(draft, owner.record, slots["field"])
    if owner is None or field is None:
        return
    definition.subjects.append(owner.id)
    kind, path = draft.record_types.get(owner.record), f"records[{owner.record}]"
    if kind is None:
        draft.set_location(f"{path}.key", slots["field"])
        fields = tuple(draft.records.items[owner.record].definitions.values())
        draft.record_types[owner.record] = RecordType(id=owner.record, fields=fields, key=field.id)
    elif field.id in (kind.key, *kind.unique):
        place = name_resolution.show_place(draft.locations[f"{path}.key"])
        draft.report.add("RL014", slots["field"], id=field.id, place=place)
    else:
        draft.set_location(f"{path}.unique[{len(kind.unique)}]", slots["field"])
        draft.record_types[kind.id] = kind.model_copy(update={"unique": (*kind.unique, field.id)})


class ListName(NamedTuple):
    """The id of a list fact and its record type."""

    id: str
    record: str


def find_list(draft: ScorecardDraft, name: SourceText) -> ListName | None:
    """Find a list of records by its name; report any other name."""
    named = draft.values.find(name.text)
    if named is not None and named.fact is not None and named.fact.record is not None:
        return ListName(named.id, named.fact.record)
    if named is None:
        draft.cells.unknown_name(name, draft.values.words_of(lambda item: item.type is FactType.RECORDS), "facts")
    else:
        refuse_records(draft, name, named)
    return None


def refuse_keyless_records(draft: ScorecardDraft) -> None:
    """Report record types without key, because their records cannot be addressed."""
    for id, record in draft.records.items.items():
        if id in draft.record_types or not record.definitions:
            continue
        fact = next((fact.id for fact in draft.facts.values() if fact.record == id), id)
        sentence = draft.words.sentences["key"].write(fact=fact, field=next(iter(record.definitions)))
        draft.report.add("RL027", draft.locations[f"records[{id}]"], "key", name=id, sentence=sentence)


def write_facts(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write the facts."""
    return SentenceCells({}, [_fact_cells(render.names.facts[id], "facts", render) for id in definition.ids])


def write_record(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write the fields of a record type."""
    record = next(
        record_type for record_type in render.scorecard.records if record_type.id == definition.slots["record"]
    )
    fields = {field.id: field for field in record.fields}
    return SentenceCells({"record": record.id}, [_fact_cells(fields[id], "record", render) for id in definition.ids])


def _fact_cells(fact: FactDefinition, table: str, render: Renderer) -> Cells:
    cells: Cells = {"choices": ""} if fact.type is FactType.FLAG else {}
    if fact.type is not FactType.RECORDS:
        cells["type"] = render.words.words["types"].write(fact.type)
    else:
        record = next(record_type for record_type in render.scorecard.records if record_type.id == fact.record)
        cells["type"] = render.words.forms["list_of"].write(record=render.record(record))
    return write_cells(render, fact, table, RowContext(known=cells))


def write_key(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write a unique field of a list."""
    fact, field = definition.slots["fact"], definition.slots["field"]
    return SentenceCells({"fact": render.name(fact), "field": render.name(field, fact)})
