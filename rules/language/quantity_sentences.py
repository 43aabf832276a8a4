"""Which quantity does a sentence define, for which records, in which unit, and on which basis?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.language import names
from rules.language.conditions import value_scope
from rules.language.definitions_facts import not_a_list
from rules.language.draft import DATE_LOOKUP
from rules.language.marks import report_between, to_ascii
from rules.language.names import Named, Scope
from rules.language.render_lookups import each_name
from rules.language.tables import break_names
from rules.model.named_conditions import NamedCondition
from rules.model.quantities import list_of
from rules.model.scorecard import DateLookup, FactType, FigureKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.language.draft import Definition, Draft
    from rules.language.lexicon import Lexicon
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import TableRow
    from rules.language.text import Text
    from rules.model.scorecard import Quantity

_NAMING = ("each", "unit", "fact")
"""The slots whose words tell how a sentence is to be read."""
_SEVERAL = "0"
"""A number after which a unit that is a word stands in its plural."""


def scope_in(draft: Draft, owner: str | None) -> Scope:
    """Give the names that may be used beside the fields of one record of a list: those, and what stands outside."""
    base = value_scope(draft)
    fact = draft.facts.get(owner or "")
    record = draft.records.items.get(fact.record or "") if fact is not None else None
    if record is None:
        return base
    registries = (record.fields, *base.registries)
    return Scope(registries, lambda named: named.list == owner or base.visible(named))


def named_parts(text: str, words: Lexicon) -> Mapping[str, tuple[int, int]] | None:
    """Find the id, and the label before it, in the words that name a quantity; None if there is no id."""
    for parse in words.forms["labelled"].parses(text):
        if re.fullmatch(names.VALUE_ID.pattern, text[slice(*parse["id"])]):
            return parse
    return {"id": (0, len(text))} if re.fullmatch(names.VALUE_ID.pattern, text) else None


def quantity_slots(draft: Draft, definition: Definition) -> Mapping[str, Text]:
    """Choose the way to read the sentence of a quantity in which its name has an id, and what it names is known."""

    def strange(reading: Mapping[str, Text]) -> int:
        unnamed = named_parts(to_ascii(reading["quantity"].text), draft.words) is None
        parted = "date" in reading and "," in to_ascii(reading["date"].text)
        return unnamed + parted + sum(not draft.knows(slot, reading[slot].text) for slot in _NAMING if slot in reading)

    return min(definition.readings, key=strange)


def declare_quantity(draft: Draft, definition: Definition) -> None:
    """Declare the quantity, or the date, that a sentence defines, so that others can name it."""
    slots = quantity_slots(draft, definition)
    sound, owner = _of_each(draft, definition, slots)
    symbol = draft.cells.unit(slots["unit"]) if "unit" in slots else ""
    name, label = _name(draft, slots["quantity"])
    if name is None:
        labelled = draft.words.forms["labelled"].write(label="…", id=names.VALUE_ID.example)
        example = draft.words.sentences["quantity"].write(quantity=labelled, unit="…", bases="…")
        draft.report.add("RL019", slots["quantity"], "quantity", text=slots["quantity"].text, example=example)
        break_names(definition.step, draft.report)
        return
    if symbol is None:
        draft.report.broken.update(word.text for word in (name, label) if word is not None)
    dated = "figure" in slots and takes_day(slots["figure"].text, draft.words)
    production = "day" if dated else definition.production
    named = _named(production, name, symbol or "", owner)
    if not sound or not _declare(draft, name, named):
        draft.report.broken.update(word.text for word in (label,) if word is not None)
        return
    definition.subjects.append(name.text)
    path = f"quantities[{name.text}]"
    draft.put(path, name)
    draft.put(f"{path}.unit", slots.get("unit"))
    draft.put(f"{path}.column", slots.get("column"))
    if label is not None:
        draft.values.label(name.text, label)


def takes_day(text: str, words: Lexicon) -> bool:
    """Say whether a figure of records is the earliest or the latest of their days."""
    keys = (FigureKind.EARLIEST, FigureKind.LATEST)
    return any(True for key in keys for _ in words.figures[key].parses(text))


def _named(production: str, name: Text, symbol: str, owner: str | None) -> Named:
    match production:
        case "date_lookup":
            return Named(name.text, DATE_LOOKUP, FactType.DATE)
        case "day":
            return Named(name.text, "quantity", FactType.DATE, symbol, list=owner)
        case "word_lookup":
            return Named(name.text, "quantity", FactType.TEXT, list=owner)
        case _:
            return Named(name.text, "quantity", FactType.NUMBER, symbol, list=owner)


def _name(draft: Draft, text: Text) -> tuple[Text | None, Text | None]:
    """Read the id of a quantity, and its label if it has one; neither if there is no id."""
    parts = named_parts(to_ascii(text.text), draft.words)
    if parts is None or "label" not in parts:
        return (None if parts is None else text), None
    found = {part: text.part(*span) for part, span in parts.items()}
    report_between(text, list(parts.values()), draft.report)
    return found["id"], found["label"]


def _of_each(draft: Draft, definition: Definition, slots: Mapping[str, Text]) -> tuple[bool, str | None]:
    """Say whether a sentence computes something, and for each record of which list; None for the whole subject."""
    if "each" not in slots:
        return True, None
    owner = list_named(draft, slots["each"])
    if owner is None:
        break_names(definition.step, draft.report)
    return owner is not None, owner


def list_named(draft: Draft, name: Text) -> str | None:
    """Find the list for each of whose records a sentence computes: by its own name, or by that of its records."""
    record = draft.records.id_of(name.text)
    if record is None:
        named = draft.values.find(name.text)
        if named is not None and named.fact is not None and named.fact.record is not None:
            return named.id
        not_a_list(draft, name, named)
        return None
    lists = [fact.id for fact in draft.facts.values() if fact.record == record]
    if len(lists) != 1:
        shown = draft.words.separator.join(lists) or "-"
        draft.report.add("RL080", name, "lists", name=name.text, lists=shown)
        return None
    return lists[0]


def _declare(draft: Draft, name: Text, named: Named) -> bool:
    """Declare a quantity, unless a field of the records that it stands beside has its name."""
    fact = draft.facts.get(named.list or "")
    fields = draft.records.items[fact.record].fields if fact is not None and fact.record is not None else None
    place = fields.place(name.text) if fields is not None else None
    if place is not None:
        draft.report.add("RL014", name, id=name.text, place=names.show_place(place))
        return False
    return draft.values.declare(name, named)


@dataclass(frozen=True, slots=True)
class RowBases:
    """Reads on which basis each row stands: its own, or that of the sentence, which then holds for all rows."""

    draft: Draft
    sentence: Text
    said: Text | None
    known: tuple[str, ...]

    @classmethod
    def of(cls, draft: Draft, definition: Definition) -> RowBases:
        """Read what the sentence of a quantity says."""
        said = quantity_slots(draft, definition).get("bases")
        known = () if said is None else draft.known_bases(said)
        return cls(draft, definition.step.sentence, said, known)

    def read(self, row: TableRow | None, path: str) -> tuple[str, ...]:
        """Read the basis of a row, or of a sentence without rows."""
        if self.said is not None:
            own = row.get("basis") if row is not None else None
            if own is not None:
                self.draft.report.add("RL050", own, "twice", sentence=self.said.text)
            self.draft.put(path, self.said)
            return self.known
        if row is None or "basis" not in row.cells:
            self._refuse()
            return ()
        cell = row.need("basis")
        self.draft.put(path, cell)
        return () if cell is None else self.draft.known_bases(cell)

    def _refuse(self) -> None:
        words = self.draft.words
        known = next(iter(self.draft.bases.items), "…")
        written = words.sentences["quantity"].write(quantity="…", bases=known)
        column = words.columns["quantity"].write("basis")
        self.draft.report.add("RL050", self.sentence, "unsaid", sentence=written, column=column)


def said_slots(quantity: Quantity, bases: Sequence[tuple[str, ...]], render: Renderer) -> Cells:
    """Write what stands in the slots of every sentence that defines a quantity; bases if all rows share them."""
    label, owner = render.own(quantity.labels), list_of(quantity)
    named = render.words.forms["labelled"].write(label=label, id=quantity.id) if label else quantity.id
    symbol = "" if isinstance(quantity, DateLookup | NamedCondition) else quantity.unit
    return {
        "quantity": named,
        "unit": render.words.write_unit(symbol, _SEVERAL) if symbol else "",
        "each": each_name(owner, render) if owner is not None else "",
        "bases": render.listed(bases[0]) if len(set(bases)) == 1 else "",
    }


def own_bases(bases: Sequence[tuple[str, ...]], render: Renderer) -> list[str]:
    """Write the basis of each row, or nothing where the sentence says the one of all."""
    return [""] * len(bases) if len(set(bases)) == 1 else [render.listed(basis) for basis in bases]
