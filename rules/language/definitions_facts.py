"""Which facts are there, which fields do the records of a list have, and what may not repeat?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rules.contracts.inputs import Assurance
from rules.language import names
from rules.language.dates import type_word
from rules.language.definitions_card import declare_choices
from rules.language.draft import RecordDraft
from rules.language.export_rows import Written, fact_cells
from rules.language.names import Named, Registry
from rules.language.tables import read_table, refuse_table
from rules.model.scorecard import Choice, FactDefinition, FactType, RecordType

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text

_NO_LEVERS = (FactType.TEXT, FactType.PERIOD)
"""What no way up is looked for in, given or not."""
_OF_THE_CALENDAR = (FactType.DATE, FactType.PERIOD)
"""What can lie ahead."""
_CHOSEN = (FactType.CHOICE, FactType.CHOICES)
_MOST_MONTHS = 1200


def note_called(draft: Draft, definition: Definition) -> None:
    """Note the words by which a record type is called, until it is defined."""
    refuse_table(definition.step, draft.report)
    slots = definition.slots
    if slots["name"].text in draft.called:
        place = names.show_place(draft.called[slots["name"].text][0].place)
        draft.report.add("RL014", slots["name"], "label", id=slots["name"].text, place=place)
        return
    draft.called[slots["name"].text] = (slots["name"], slots["words"])
    definition.subjects.append(slots["name"].text)


def use_called(draft: Draft, registry: Registry[names.Item], id: str) -> None:
    """Label a thing with the words by which it is called, if there are any."""
    called = draft.called.pop(id, None)
    if called is not None:
        registry.label(id, called[1])


def refuse_unused_calls(draft: Draft) -> None:
    """Report words for something that no sentence defines."""
    tables = draft.words.sentences["record"].shown
    for name, _ in draft.called.values():
        draft.report.add_unknown("RL011", name, draft.records.items, name=name.text, tables=tables)


def declare_record(draft: Draft, definition: Definition) -> None:
    """Declare a record type, so that lists can name it."""
    name = definition.slots["record"]
    if draft.records.declare(name, RecordDraft(draft.field_registry())):
        draft.put(f"records[{name.text}]", name)
        definition.subjects.append(name.text)
        use_called(draft, draft.records, name.text)


def read_record(draft: Draft, definition: Definition) -> None:
    """Read the fields of a record type."""
    if not definition.subjects:
        return
    id = definition.subjects[0]
    record = draft.records.items[id]
    for row in read_table(definition.step, "record", draft.words, draft.report) or ():
        path = f"records[{id}].fields"
        field = _read_definition(draft, row, row.need("field"), path=path, kind="field", registry=record.fields)
        if field is not None:
            _refuse_fact_id(draft, row.cells["field"])
            record.definitions[field.id] = field


def _refuse_fact_id(draft: Draft, field: Text) -> None:
    fact = draft.values.place(field.text)
    if fact is not None:
        draft.report.add("RL014", field, id=field.text, place=names.show_place(fact))


def read_facts(draft: Draft, definition: Definition) -> None:
    """Read the facts."""
    for row in read_table(definition.step, "facts", draft.words, draft.report) or ():
        fact = _read_definition(draft, row, row.need("fact"), path="facts", kind="fact", registry=draft.values)
        if fact is not None:
            definition.subjects.append(fact.id)
            draft.facts[fact.id] = fact


def _read_definition(  # noqa: PLR0913  the parts of one reading
    draft: Draft, row: TableRow, name: Text | None, *, path: str, kind: str, registry: Registry[Named]
) -> FactDefinition | None:
    type_cell = row.need("type")
    read = _read_type(draft, type_cell, lists=kind == "fact") if type_cell else None
    if name is None or read is None:
        _give_up(draft, row)
        return None
    fact_type, record = read
    choices = _read_choices(draft, row, fact_type, name)
    symbol = _read_unit(draft, row, fact_type, name)
    fact = FactDefinition(
        id=name.text,
        type=fact_type,
        unit=symbol,
        record=record,
        choices=tuple(Choice(id=one) for one in choices.items) if choices and fact_type in _CHOSEN else (),
        at_least=_read_bound(draft, row, "at_least", fact_type, name),
        at_most=_read_bound(draft, row, "at_most", fact_type, name),
        multiple_of=_read_bound(draft, row, "multiple_of", fact_type, name),
        step=_read_bound(draft, row, "step", fact_type, name),
        evidence=_read_evidence(draft, row.get("evidence")),
        assurance=_read_assurance(draft, row.get("assurance")),
        maximum_age_months=_read_age(draft, row.get("maximum_age")),
        may_not_apply=_read_permission(draft, row.get("may_not_apply")),
        may_lie_ahead=_read_ahead(draft, row, fact_type, name),
        given=_read_given(draft, row, fact_type, name),
    )
    if not registry.declare(name, Named(name.text, kind, fact_type, symbol, choices, fact)):
        _give_up(draft, row)
        return None
    _place(draft, row, name, f"{path}[{name.text}]")
    if (label := row.get("label")) is not None:
        registry.label(name.text, label)
    return fact


def _give_up(draft: Draft, row: TableRow) -> None:
    """Note that what a row defines is not known, so that nothing that follows from that is reported."""
    draft.report.incomplete = True
    draft.report.broken.update(cell.text for cell in row.cells.values())


def _place(draft: Draft, row: TableRow, name: Text, path: str) -> None:
    draft.put(path, name)
    fields = {"label": "labels", "maximum_age": "maximum_age_months"}
    for column in row.cells:
        draft.put(f"{path}.{fields.get(column, column)}", row.get(column))
    draft.put(f"{path}.record", row.get("type"))


def _read_type(draft: Draft, cell: Text, *, lists: bool) -> tuple[FactType, str | None] | None:
    plain = draft.marks.plain(cell)
    words = draft.words.words["types"]
    key = words.read(plain.text)
    if key is not None:
        return FactType(key), None
    if lists:
        for parse in draft.words.forms["list_of"].parses(plain.text):
            name = plain.part(*parse["record"])
            record = draft.records.id_of(name.text)
            if record is None:
                tables = draft.words.sentences["record"].write(record=name.text)
                draft.report.add_unknown("RL011", name, draft.records.words, name=name.text, tables=tables)
                return None
            return FactType.RECORDS, record
    if not lists and any(True for _ in draft.words.forms["list_of"].parses(plain.text)):
        draft.report.add("RL112", cell, sentence=draft.words.sentences["belongs"].shown)
        return None
    forms = (draft.words.forms["list_of"].shown,) if lists else ()
    draft.cells.not_a_word(plain, (*words.by_word, *forms))
    return None


def _misfit(draft: Draft, row: TableRow, column: str, fact_type: FactType, name: Text) -> bool:
    cell = row.get(column)
    if cell is None:
        return False
    kind = type_word(draft.cells, fact_type)
    draft.report.add("RL016", cell, "column", name=name.text, type=kind, column=row.names[column])
    return True


def _read_choices(draft: Draft, row: TableRow, fact_type: FactType, name: Text) -> Registry[str] | None:
    if fact_type is FactType.FLAG:
        _misfit(draft, row, "choices", fact_type, name)
        return draft.flag_registry()
    if fact_type not in _CHOSEN:
        _misfit(draft, row, "choices", fact_type, name)
        return None
    cell = row.get("choices")
    if cell is None:
        draft.report.add("RL027", row.cells.get("choices") or name, "choices", name=name.text,
                         column=draft.words.columns["facts"].write("choices"))  # fmt: skip
        draft.report.broken.update(word.text for word in (name, row.get("label")) if word is not None)
        return draft.choice_registry()
    return declare_choices(draft, cell)


def _read_unit(draft: Draft, row: TableRow, fact_type: FactType, name: Text) -> str:
    cell = row.get("unit")
    if cell is None:
        return ""
    if fact_type is not FactType.NUMBER:
        draft.report.add("RL012", cell, "not_number", name=name.text, type=type_word(draft.cells, fact_type))
        return ""
    symbol = draft.cells.unit(cell)
    if symbol is None:
        draft.report.broken.update(other.text for other in (name, row.get("label")) if other is not None)
    return symbol or ""


def _read_bound(draft: Draft, row: TableRow, column: str, fact_type: FactType, name: Text) -> Fraction | None:
    cell = row.get(column)
    if cell is None or (fact_type is not FactType.NUMBER and _misfit(draft, row, column, fact_type, name)):
        return None
    return draft.cells.number(cell)


def _read_evidence(draft: Draft, cell: Text | None) -> tuple[str, ...]:
    if cell is None:
        return ()
    kinds = (draft.cells.id(part, names.EVIDENCE_ID) for part in draft.cells.items(cell))
    return tuple(dict.fromkeys(kind for kind in kinds if kind is not None))


def _read_assurance(draft: Draft, cell: Text | None) -> Assurance:
    key = draft.cells.word(cell, "assurances") if cell else None
    return Assurance(key) if key else Assurance.NONE


def _read_age(draft: Draft, cell: Text | None) -> int | None:
    return None if cell is None else draft.cells.whole(cell, low=1, high=_MOST_MONTHS, unit="month")


def _read_permission(draft: Draft, cell: Text | None) -> bool:
    return cell is not None and draft.cells.word(cell, "answers") == "yes"


def _read_ahead(draft: Draft, row: TableRow, fact_type: FactType, name: Text) -> Literal[True] | None:
    if not _read_permission(draft, cell := row.get("may_lie_ahead")):
        return None
    if cell is not None and fact_type not in _OF_THE_CALENDAR:
        draft.report.add("RL114", cell, "type", name=name.text, type=type_word(draft.cells, fact_type))
    return True


def _read_given(draft: Draft, row: TableRow, fact_type: FactType, name: Text) -> Literal[True] | None:
    if not _read_permission(draft, cell := row.get("given")):
        return None
    if cell is not None and fact_type in _NO_LEVERS:
        draft.report.add("RL113", cell, "type", name=name.text, type=type_word(draft.cells, fact_type))
    return True


def read_key(draft: Draft, definition: Definition) -> None:
    """Read which field of a list's records must not repeat; the first such field is the key."""
    refuse_table(definition.step, draft.report)
    slots = draft.choose(definition, "fact")
    named = draft.values.find(slots["fact"].text)
    record = draft.records.items.get(named.fact.record or "") if named and named.fact else None
    if named is None or named.fact is None or record is None or named.fact.record is None:
        not_a_list(draft, slots["fact"], named)
        return
    field = record.fields.id_of(slots["field"].text)
    if field is None:
        tables = draft.words.sentences["record"].write(record=named.fact.record)
        word = slots["field"]
        draft.report.add_unknown("RL011", word, record.fields.words, name=word.text, tables=tables)
        return
    definition.subjects.append(named.id)
    kind = draft.record_types.get(named.fact.record)
    path = f"records[{named.fact.record}]"
    if kind is None:
        draft.put(f"{path}.key", slots["field"])
        fields = tuple(record.definitions.values())
        draft.record_types[named.fact.record] = RecordType(id=named.fact.record, fields=fields, key=field)
    elif field in (kind.key, *kind.unique):
        place = names.show_place(draft.locations[f"{path}.key"])
        draft.report.add("RL014", slots["field"], id=field, place=place)
    else:
        draft.put(f"{path}.unique[{len(kind.unique)}]", slots["field"])
        draft.record_types[kind.id] = kind.model_copy(update={"unique": (*kind.unique, field)})


def not_a_list(draft: Draft, name: Text, named: Named | None) -> None:
    """Report a name that is not that of a list of records."""
    if named is None:
        lists = [word for word, id in draft.values.words.items() if draft.values.items[id].type is FactType.RECORDS]
        tables = draft.words.sentences["facts"].shown
        draft.report.add_unknown("RL011", name, lists, name=name.text, tables=tables)
    else:
        wanted = draft.words.forms["list_of"].shown
        kind = type_word(draft.cells, named.type)
        draft.report.add("RL016", name, "expected", name=name.text, type=kind, wanted=wanted)


def refuse_keyless_records(draft: Draft) -> None:
    """Report record types without key, for their records could not be addressed."""
    for id, record in draft.records.items.items():
        if id in draft.record_types or not record.definitions:
            continue
        fact = next((fact.id for fact in draft.facts.values() if fact.record == id), id)
        sentence = draft.words.sentences["key"].write(fact=fact, field=next(iter(record.definitions)))
        draft.report.add("RL027", draft.locations[f"records[{id}]"], "key", name=id, sentence=sentence)


def write_facts(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the facts."""
    return Written({}, [fact_cells(render.names.facts[id], "fact", render) for id in place.ids])


def write_record(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the fields of a record type."""
    record = next(one for one in render.scorecard.records if one.id == place.slots["record"])
    fields = {field.id: field for field in record.fields}
    return Written({"record": record.id}, [fact_cells(fields[id], "field", render) for id in place.ids])


def write_key(render: Renderer, place: DefinitionSentence) -> Written:
    """Write what may not repeat in a list."""
    fact, field = place.slots["fact"], place.slots["field"]
    return Written({"fact": render.name(fact), "field": render.name(field, fact)})
