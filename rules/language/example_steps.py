"""Which known thing does a slot of a scenario's step name?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.units import convert
from rules.language import tables
from rules.language.dates import type_word
from rules.language.marks import to_ascii
from rules.model.expressions import TOTAL_SCORE
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.language.draft import Draft
    from rules.language.names import Item, Named, Registry
    from rules.language.sentences import Reading
    from rules.language.source import Step
    from rules.language.text import Text


class Steps:
    """Reads the steps of scenarios; what is wrong goes into the report, and the answer is None."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def strange(self, reading: Reading) -> int:
        """Count the slots of a reading that name nothing known."""
        return sum(not self._known(slot, text.text) for slot, text in reading.slots.items())

    def _known(self, slot: str, word: str) -> bool:
        draft = self.draft
        match slot:
            case "fact" | "quantity" | "setting":
                named = draft.values.find(word)
                return named is not None and named.kind == slot
            case "each":
                return self._list_of(word) is not None
            case "table":
                return draft.tables.find(word) is not None
            case "gate" | "indicator":
                return draft.criteria.find(word) == slot
            case "result":
                return draft.results.find(word) is not None
            case "finding":
                return draft.findings.find(word) is not None
            case "stage":
                return draft.stages.find(word) is not None
            case "rule":
                return draft.rules.find(word) is not None
            case "verdict" | "state":
                return draft.words.words["verdicts" if slot == "verdict" else "rule_states"].read(word) is not None
            case "number" | "low" | "high" | "date":
                return to_ascii(word[:1]) in "-0123456789"
            case "outcome" | "conclusion":
                return draft.words.words[f"{slot}s"].read(word) is not None
            case _:
                return True

    def refuse_table(self, step: Step) -> None:
        """Report a table beneath a step that takes none."""
        tables.refuse_table(step, self.draft.report)

    def _unknown(self, name: Text, registry: Registry[Item], sentence: str, known: list[str] | None = None) -> None:
        words = known if known is not None else list(registry.words)
        shown = self.draft.words.sentences[sentence].shown
        self.draft.report.add_unknown("RL011", name, words, name=name.text, tables=shown)

    def _id(self, name: Text, registry: Registry[Item], sentence: str) -> str | None:
        """Give the id that a name stands for; report one that a sentence of this kind does not define."""
        id = registry.id_of(name.text)
        if id is None:
            self._unknown(name, registry, sentence)
        return id

    def value_named(self, name: Text, kind: str) -> Named | None:
        """Find the quantity or setting of a name."""
        named = self.draft.values.find(name.text)
        if named is not None and named.kind == kind and named.list is None:
            return named
        values = self.draft.values
        known = [word for word, id in values.words.items() if (one := values.items[id]).kind == kind and not one.list]
        self._unknown(name, values, "quantity" if kind == "quantity" else "settings", known)
        return None

    def _list_of(self, word: str) -> str | None:
        draft = self.draft
        record = draft.records.id_of(word)
        owners = dict.fromkeys(named.list for named in draft.values.items.values() if named.list is not None)
        if record is not None:
            return next((owner for owner in owners if draft.facts[owner].record == record), None)
        id = draft.values.id_of(word)
        return id if id in owners else None

    def list_of(self, name: Text) -> str | None:
        """Find the list that has quantities for each record, by its own name or by that of its records."""
        return self._list_of(name.text)

    def criterion(self, name: Text, kind: str) -> str | None:
        """Find the id of a gate or indicator."""
        criteria = self.draft.criteria
        if criteria.find(name.text) == kind:
            return criteria.id_of(name.text)
        known = [word for word, id in criteria.words.items() if criteria.items[id] == kind]
        self._unknown(name, criteria, f"{kind}s", known)
        return None

    def own_unit(self, named: Named, text: Text) -> Fraction | None:
        """Read a number with unit, converted to the unit of the thing named; the total score stands without unit."""
        if named.id == TOTAL_SCORE:
            return self.draft.cells.number(text)
        if named.type is not FactType.NUMBER:
            wanted, kind = self.draft.words.words["types"].write("number"), type_word(self.draft.cells, named.type)
            self.draft.report.add("RL016", text, "expected", name=named.id, type=kind, wanted=wanted)
            return None
        measure = self.draft.cells.fitting(text, named.id, named.unit)
        return None if measure is None else convert(measure.value, measure.unit, named.unit)
