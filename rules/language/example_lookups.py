"""What does a step of a scenario expect of a lookup, or of a quantity of one record?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.example_steps import Steps
from rules.model.examples import ExpectAbsent, ExpectLeft, ExpectMissing, ExpectNumber, ExpectOfRecord, ExpectWord

if TYPE_CHECKING:
    from rules.language.names import Named
    from rules.language.sentences import Reading
    from rules.language.source import Step
    from rules.language.text import Text
    from rules.model.examples import Expectation, QuantityExpectation


class LookupExpectations(Steps):
    """Reads what is expected of quantities that are looked up, and of those of single records."""

    def expect_looked_up(self, reading: Reading, step: Step) -> Expectation | None:
        """Read the word of a lookup, the table that gives nothing, that it does not apply or is left open."""
        self.refuse_table(step)
        named = self.value_named(reading.slots["quantity"], "quantity")
        return None if named is None else self._item(reading, named)

    def expect_each(self, reading: Reading, step: Step) -> Expectation | None:
        """Read what is expected of the quantity of one record."""
        self.refuse_table(step)
        owner = self.list_of(reading.slots["each"])
        name = reading.slots["quantity"]
        if owner is None:
            values = self.draft.values
            known = [word for word, id in values.words.items() if values.items[id].list is not None]
            self._unknown(reading.slots["each"], values, "quantity", [*self.draft.records.words, *known])
            return None
        named = self.draft.values.find(name.text)
        if named is None or named.list != owner:
            values = self.draft.values
            known = [word for word, id in values.words.items() if values.items[id].list == owner]
            self._unknown(name, values, "quantity", known)
            return None
        item = self._item(reading, named)
        return None if item is None else ExpectOfRecord(owner, reading.slots["key"].text, item)

    def _item(self, reading: Reading, named: Named) -> QuantityExpectation | None:
        slots = reading.slots
        if "word" in slots:
            return ExpectWord(named.id, slots["word"].text)
        if "table" in slots:
            return self._missing(named, slots["table"])
        if "number" in slots:
            value = self.own_unit(named, slots["number"])
            return None if value is None else ExpectNumber(named.id, value)
        return ExpectLeft(named.id) if reading.key.endswith("_left") else ExpectAbsent(named.id)

    def _missing(self, named: Named, table: Text) -> ExpectMissing | None:
        if self.draft.tables.find(table.text) is None:
            self._unknown(table, self.draft.tables, "tables")
            return None
        return ExpectMissing(named.id, table.text)
