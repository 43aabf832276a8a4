"""Which records belong to those of another list, one level deep?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.definitions_facts import not_a_list
from rules.language.rows import Written
from rules.language.tables import refuse_table
from rules.model.scorecard import BelongsTo, FactType

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.text import Text


def read_belongs(draft: Draft, definition: Definition) -> None:
    """Read to which list the records of another belong, and by which field."""
    refuse_table(definition.step, draft.report)
    slots = draft.choose(definition, "record", "fact")
    record = draft.records.id_of(slots["record"].text)
    outer = draft.values.find(slots["fact"].text)
    if record is None:
        draft.cells.unknown_name(slots["record"], draft.records.words, "record")
        return
    if outer is None or outer.fact is None or outer.fact.record is None:
        not_a_list(draft, slots["fact"], outer)
        return
    draft.strayed.add(record)
    field = _text_field(draft, record, slots["field"])
    kind, whole = draft.record_types.get(record), draft.record_types.get(outer.fact.record)
    if field is None or kind is None or whole is None:
        return
    definition.subjects.append(record)
    if kind.belongs_to is not None or record == outer.fact.record:
        problem = "itself" if record == outer.fact.record else "twice"
        draft.report.add("RL112", slots["record"], problem, record=slots["record"].text)
        return
    if whole.belongs_to is not None or _is_outer(draft, record):
        draft.report.add("RL112", slots["fact"], "deeper", list=slots["fact"].text)
        return
    key = next(one for one in whole.fields if one.id == whole.key)
    if key.type is not FactType.TEXT:
        draft.report.add("RL112", slots["fact"], "key", list=slots["fact"].text, key=key.id)
        return
    draft.strayed.discard(record)
    draft.put(f"records[{record}].belongs_to", slots["fact"])
    belongs = BelongsTo(list=outer.id, field=field)
    draft.record_types[record] = kind.model_copy(update={"belongs_to": belongs})


def _text_field(draft: Draft, record: str, word: Text) -> str | None:
    fields = draft.records.items[record].fields
    named = fields.find(word.text)
    if named is None:
        tables = draft.words.sentences["record"].write(record=record)
        draft.report.add_unknown("RL011", word, fields.words, name=word.text, tables=tables)
        return None
    if named.type is not FactType.TEXT:
        draft.report.add("RL112", word, "field", field=word.text)
        return None
    return named.id


def _is_outer(draft: Draft, record: str) -> bool:
    """Say whether records of another list belong to those of this type already."""
    lists = {fact.id for fact in draft.facts.values() if fact.record == record}
    return any(one.belongs_to is not None and one.belongs_to.list in lists for one in draft.record_types.values())


def refuse_others(draft: Draft, word: Text, each: str | None, owner: str) -> bool:
    """Report a sum for each record of a list to which the records that it goes over do not belong."""
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


def write_belongs(render: Renderer, place: DefinitionSentence) -> Written:
    """Write to which list the records of another belong."""
    record = next(one for one in render.scorecard.records if one.id == place.slots["record"])
    belongs = record.belongs_to
    if belongs is None:
        raise AssertionError(f"{record.id} belongs to no list")
    owner = next(fact.id for fact in render.scorecard.facts if fact.record == record.id)
    field = render.name(belongs.field, owner)
    return Written({"record": render.record(record), "fact": render.name(belongs.list), "field": field})
