"""What does a step of a scenario change in the reference case?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rules.contracts.units import convert
from rules.language.definitions_case import find_fact, refuse_records
from rules.language.example_steps import Steps
from rules.language.productions import RATED_LEVEL
from rules.language.values import not_applicable, read_records, read_value
from rules.model.examples import (
    Change,
    EveryRating,
    EvidenceDated,
    EvidenceMissing,
    FactChange,
    FactStated,
    SettingChange,
    Supposition,
)
from rules.model.expressions import TOTAL_SCORE
from rules.model.scale_form import PERCENT
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from rules.language.sentences import Reading
    from rules.language.source import Step


class Changes(Steps):
    """Reads the steps before the evaluation; what is wrong goes into the report, and the answer is None."""

    def change_value(self, reading: Reading, step: Step) -> Change | None:
        """Read a changed value."""
        self.refuse_table(step)
        fact = find_fact(self.draft, reading.slots["fact"])
        value = read_value(self.draft, fact, reading.slots["value"]) if fact else None
        return None if fact is None or value is None else FactChange(fact.id, value)

    def change_stated(self, reading: Reading, step: Step) -> Change | None:
        """Read what is stated of a fact that comes from an earlier evaluation."""
        self.refuse_table(step)
        name = reading.slots["fact"]
        fact = find_fact(self.draft, name)
        value = read_value(self.draft, fact, reading.slots["value"]) if fact else None
        if fact is None or value is None:
            return None
        source = self.draft.facts[fact.id].previous
        if source is None or not source.may_be_stated:
            self.draft.report.add("RL110", name, "stated", name=fact.id)
            return None
        return FactStated(fact.id, value)

    def change_ratings(self, reading: Reading, step: Step) -> Change | None:
        """Read what every rating by described levels is."""
        self.refuse_table(step)
        number = reading.slots["number"]
        group, level = RATED_LEVEL
        measure = self.draft.cells.fitting(number, self.draft.words.words[group].write(level), PERCENT)
        return None if measure is None else EveryRating(convert(measure.value, measure.unit, PERCENT))

    def change_missing(self, reading: Reading, step: Step) -> Change | None:
        """Read that a fact is not given."""
        self.refuse_table(step)
        fact = find_fact(self.draft, reading.slots["fact"])
        return None if fact is None else FactChange(fact.id, None)

    def change_not_applicable(self, reading: Reading, step: Step) -> Change | None:
        """Read that a fact does not apply."""
        self.refuse_table(step)
        name = reading.slots["fact"]
        fact = find_fact(self.draft, name)
        value = not_applicable(self.draft, fact, name) if fact else None
        return None if fact is None or value is None else FactChange(fact.id, value)

    def change_records(self, reading: Reading, step: Step) -> Change | None:
        """Read the records of a list."""
        name = reading.slots["fact"]
        fact = find_fact(self.draft, name)
        if fact is None:
            return None
        if fact.type is not FactType.RECORDS:
            refuse_records(self.draft, name, fact)
            return None
        if step.table is None:
            self.draft.report.add("RL020", step.sentence, "missing", columns="…")
            return None
        value = read_records(self.draft, fact, step)
        return None if value is None else FactChange(fact.id, value)

    def evidence_missing(self, reading: Reading, step: Step) -> Change | None:
        """Read that no evidence is named for a fact."""
        self.refuse_table(step)
        fact = find_fact(self.draft, reading.slots["fact"])
        return None if fact is None else EvidenceMissing(fact.id)

    def evidence_dated(self, reading: Reading, step: Step) -> Change | None:
        """Read when the evidence for a fact was issued."""
        self.refuse_table(step)
        fact = find_fact(self.draft, reading.slots["fact"])
        day = self.draft.cells.date(reading.slots["date"])
        return None if fact is None or day is None else EvidenceDated(fact.id, day)

    def setting_choice(self, reading: Reading, step: Step) -> Change | None:
        """Read how a setting is chosen."""
        self.refuse_table(step)
        named, choice = self.value_named(reading.slots["setting"], "setting"), reading.slots["choice"]
        if named is None or named.choices is None:
            return None
        id = named.choices.id_of(choice.text)
        if id is None:
            shown = self.draft.words.separator.join(named.choices.items)
            self.draft.report.add_unknown(
                "RL017", choice, named.choices.words, value=choice.text, name=named.id, choices=shown
            )
        return None if id is None else SettingChange(named.id, id)

    def setting_open(self, reading: Reading, step: Step) -> Change | None:
        """Read that a setting is left open."""
        self.refuse_table(step)
        named = self.value_named(reading.slots["setting"], "setting")
        return None if named is None else SettingChange(named.id, None)

    def suppose_score(self, reading: Reading, step: Step) -> Change | None:
        """Read what the total score is supposed to be."""
        self.refuse_table(step)
        value = self.draft.cells.number(reading.slots["number"])
        return None if value is None else Supposition(TOTAL_SCORE, value)

    def suppose_quantity(self, reading: Reading, step: Step) -> Change | None:
        """Read what a quantity is supposed to be."""
        self.refuse_table(step)
        named = self.value_named(reading.slots["quantity"], "quantity")
        value = self.own_unit(named, reading.slots["number"]) if named else None
        return None if named is None or value is None else Supposition(named.id, value)


READERS: Mapping[str, Callable[[Changes, Reading, Step], Change | None]] = {
    "change_value": Changes.change_value,
    "change_stated": Changes.change_stated,
    "change_ratings": Changes.change_ratings,
    "change_missing": Changes.change_missing,
    "change_not_applicable": Changes.change_not_applicable,
    "change_records": Changes.change_records,
    "evidence_missing": Changes.evidence_missing,
    "evidence_dated": Changes.evidence_dated,
    "setting_choice": Changes.setting_choice,
    "setting_open": Changes.setting_open,
    "suppose_score": Changes.suppose_score,
    "suppose_quantity": Changes.suppose_quantity,
}
"""The reader of each sentence that changes something."""
