"""Card table, settings and words of choices: readers and writers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.name_resolution import NamedItem, SymbolTable
from rules.language.row_codec import RowContext, SentenceCells, add_part, declare_row, read_cell, read_cells, write_cell
from rules.language.table_columns import CARD, CellType
from rules.language.tables import suppress_unknown_names
from rules.model.scorecard import Card, Choice, FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells
    from rules.language.source import SourceText
    from rules.language.tables import Table


def read_card(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the card table."""
    table = draft.table(definition)
    if table is None:
        return
    words = draft.words.words["card"]
    values, not_assessed = _card_cells(draft, table)
    present_fields = {words.read(row.cells["field"].text) for row in table}
    for column in CARD:
        if column.needed and column.key not in present_fields:
            draft.report.add("RL006", definition.step.sentence, "row", field=words.write(column.key))
    if "id" in values:
        definition.subjects.append(values["id"].text)
    if all(column.key in values for column in CARD if column.needed):
        draft.card = _card(draft, values, not_assessed)


def _card_cells(draft: ScorecardDraft, table: Table) -> tuple[dict[str, SourceText], list[SourceText]]:
    columns = {column.key: column for column in CARD}
    values: dict[str, SourceText] = {}
    not_assessed: list[SourceText] = []
    for row in table:
        field, value = row.need("field"), row.need("value")
        key = draft.cells.word(field, "card") if field else None
        if field is None or value is None or key is None:
            continue
        if key == "not_assessed":
            draft.set_location(f"card.not_assessed[{len(not_assessed)}]", value)
            not_assessed.append(value)
        elif key in values:
            draft.cells.refuse_twice(field, values[key].location)
        else:
            values[key] = value
            draft.set_location(f"card.{columns[key].field}", value)
    return values, not_assessed


def _card(draft: ScorecardDraft, values: Mapping[str, SourceText], not_assessed: Sequence[SourceText]) -> Card | None:
    stated = [column for column in CARD if column.key in values and column.cell is not CellType.BY_HAND]
    read = {column.field: read_cell(draft, column, values[column.key], f"card.{column.field}") for column in stated}
    if any(column.needed and read[column.field] is None for column in stated):
        return None
    texts = tuple(draft.words_for(text) for text in not_assessed)
    stated_fields = {field: value for field, value in read.items() if value is not None}
    return Card.model_validate({**stated_fields, "not_assessed": texts})


def read_settings(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the settings."""
    for row in draft.rows(definition):
        setting, listed = row.need("setting"), row.need("choices")
        if setting is None or listed is None:
            continue
        choices = declare_choices(draft, listed)
        named = NamedItem(setting.text, "setting", FactType.CHOICE, choices=choices)
        if not declare_row(draft, definition, row, named):
            continue
        cell_values = {
            "choices": tuple(Choice(id=choice) for choice in choices.items),
            "default": _default(draft, row.get("default"), setting.text, choices),
        }
        read = read_cells(draft, row, "settings", f"settings[{setting.text}]", RowContext(known=cell_values))
        add_part(draft, "settings", setting.text, read or {})


def _default(draft: ScorecardDraft, cell: SourceText | None, name: str, choices: SymbolTable[str]) -> str | None:
    if cell is None:
        return None
    if choices.find(cell.text) is None:
        draft.cells.unknown_choice(cell, choices, name)
    return choices.id_of(cell.text)


def declare_choices(draft: ScorecardDraft, listed: SourceText) -> SymbolTable[str]:
    """Declare the choices in a list."""
    choices = draft.choice_registry()
    for part in draft.cells.items(listed):
        choices.declare(part, part.text)
    return choices


def read_choice_words(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the display words of choices."""
    name = draft.choose(definition, "name")["name"]
    owners = _owners(draft, name)
    if draft.table(definition) is None:
        return
    if not owners:
        suppress_unknown_names(definition.step, draft.report)
        return
    definition.subjects.extend(owners)
    for value, words in draft.cell_pairs(definition, "value", "words"):
        matching = [choices for choices in owners.values() if value.text in choices.items]
        if not matching:
            known = next(iter(owners.values()))
            shown = draft.words.separator.join(known.items)
            draft.report.add_unknown("RL017", value, known.items, value=value.text, name=name.text, choices=shown)
        for choices in matching:
            choices.label(value.text, words)


def _owners(draft: ScorecardDraft, name: SourceText) -> Mapping[str, SymbolTable[str]]:
    named = draft.values.find(name.text)
    if draft.refuse_stage(name):
        return {}
    named_items = {named.id: named} if named else {}
    if named is None:
        for record in draft.records.items.values():
            field = record.fields.find(name.text)
            if field is not None:
                named_items[f"{field.id}"] = field
    if not named_items:
        known = [
            *draft.values.words,
            *(word for record_type in draft.records.items.values() for word in record_type.fields.words),
        ]
        draft.cells.unknown_name(name, known, "facts", "settings")
        return {}
    owners = {id: item.choices for id, item in named_items.items() if item.choices is not None}
    if not owners:
        draft.cells.refuse_type(name, next(iter(named_items.values())).type, "choice")
    return owners


def write_choice_words(render: Renderer, definition: ResolvedDefinition) -> SentenceCells | None:
    """Write the display words of choices; None if there are none."""
    name = definition.slots["name"]
    within = list_of_field(render, name)
    rows = choice_words(render, render.names.choices(name, within), "value")
    return SentenceCells({"name": render.name(name, within)}, rows) if rows else None


def list_of_field(render: Renderer, name: str) -> str | None:
    """Return the list that contains a field; None for a fact or setting."""
    names = render.names
    lists = (fact.id for fact in names.scorecard.facts if name in names.fields(fact.id))
    return next(lists, None) if names.definition(name) is None else None


def choice_words(render: Renderer, choices: Iterable[Choice], key: str) -> list[Cells]:
    """Write the display words available in this language."""
    choice_labels = ((choice.id, render.localized(choice.labels)) for choice in choices)
    return [{key: id, "words": words} for id, words in choice_labels if words]


def write_card(render: Renderer, _definition: ResolvedDefinition) -> SentenceCells:
    """Write the card table, without empty fields."""
    card, words = render.scorecard.card, render.words.words
    rows = [(column.key, write_cell(render, card, column)) for column in CARD if column.cell is not CellType.BY_HAND]
    rows += [("not_assessed", render.localized(texts)) for texts in card.not_assessed]
    return SentenceCells({}, [{"field": words["card"].write(key), "value": text} for key, text in rows if text])
