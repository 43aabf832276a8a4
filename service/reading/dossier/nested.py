"""How do records that stand inside of those of another list become records of their own list?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.reading.tree.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard
    from service.reading.tree.fields import Fields

_say = speaker(__name__)

_VALUE = "value"


def taken_out(facts: Node | None, scorecard: Scorecard, fields: Fields) -> Node | None:
    """Take the records out of those to which they belong, so that each names it as the card asks.

    Such a list stands under its own id in the record: `plants: [{site: P1, fuels: [{line: F1, …}]}]`.
    """
    types = {record.id: record for record in scorecard.records}
    for fact in scorecard.facts:
        belongs = types[fact.record].belongs_to if fact.record is not None else None
        if belongs is None or not isinstance(facts, Mapping) or belongs.list not in facts.entries:
            continue
        outer = facts.entries[belongs.list]
        listed = _records(outer)
        if listed is None or not any(isinstance(one, Mapping) and fact.id in one.entries for one in listed.items):
            continue
        key = next(types[one.record].key for one in scorecard.facts if one.id == belongs.list and one.record)
        inner: list[Node] = []
        left: list[Node] = []
        for one in listed.items:
            if not isinstance(one, Mapping) or fact.id not in one.entries:
                left.append(one)
                continue
            left.append(_without(one, fact.id))
            inner += _named(one.entries[fact.id], belongs.field, one.entries.get(key), fields, fact.id)
        place = listed.place
        if fact.id in facts.entries:
            fields.problem(facts.keys[fact.id], f"facts.{fact.id}", _say("LIST_IN_TWO", list=fact.id), "REPEATED")
        entries = {
            **facts.entries,
            belongs.list: _with_records(outer, Sequence(place, left)),
            fact.id: Sequence(place, inner),
        }
        facts = Mapping(facts.place, entries, {fact.id: place, **facts.keys})
    return facts


def _records(fact: Node) -> Sequence | None:
    """Give the records of a fact, which stand alone or under `value`."""
    found = fact.entries.get(_VALUE) if isinstance(fact, Mapping) else fact
    return found if isinstance(found, Sequence) else None


def _with_records(fact: Node, records: Sequence) -> Node:
    if isinstance(fact, Mapping):
        return Mapping(fact.place, {**fact.entries, _VALUE: records}, fact.keys)
    return records


def _without(record: Mapping, name: str) -> Mapping:
    entries = {key: part for key, part in record.entries.items() if key != name}
    return Mapping(record.place, entries, {key: place for key, place in record.keys.items() if key != name})


def _named(listed: Node, field: str, key: Node | None, fields: Fields, name: str) -> list[Node]:
    """Give the records of one list inside of a record, each with the key of that record."""
    if isinstance(listed, Scalar) and listed.empty:
        return []
    if not isinstance(listed, Sequence):
        fields.problem(listed.place, f"facts.{name}", _say("INNER_LIST_WANTED", list=name), "WRONG_SHAPE")
        return []
    found: list[Node] = []
    for one in listed.items:
        if isinstance(one, Mapping) and key is not None and field not in one.entries:
            keys = {**one.keys, field: key.place}
            found.append(Mapping(one.place, {**one.entries, field: key}, keys))
        else:
            found.append(one)
    return found
