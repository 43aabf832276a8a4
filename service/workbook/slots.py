"""Which cells does a scorecard ask for: one for each fact, two for a period?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.model.definitions import FactType
from service.workbook.vocabulary import said, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.model.definitions import FactDefinition
    from rules.model.scorecard import Scorecard

FIRST, LAST, EVIDENCE = "first", "last", "evidence"


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of a subject or record: a fact, one end of a period, or the evidence of one field of a record."""

    definition: FactDefinition
    part: str = ""

    @property
    def id(self) -> str:
        """What stands in the row or column of ids; fact ids hold no dot."""
        return f"{self.definition.id}.{self.part}" if self.part else self.definition.id

    def label(self, language: str) -> str:
        """Say for people what it is, without unit."""
        label = said(self.definition.labels, language, self.definition.id)
        key = {FIRST: "first", LAST: "last", EVIDENCE: "evidence_for"}.get(self.part)
        return str(words(language)[key]).format(words=label) if key else label

    def heading(self, language: str) -> str:
        """Say what stands over its column: the label, with the unit if there is one."""
        label, unit = self.label(language), self.definition.unit
        return str(words(language)["with_unit"]).format(words=label, unit=unit) if unit and not self.part else label


def slots_of(definitions: Iterable[FactDefinition], *, of_record: bool = False) -> tuple[Slot, ...]:
    """List the cells of facts in their order; fields of a record that need evidence have a cell for it.

    The evidence of facts has a place of its own in each layout.
    """
    slots: list[Slot] = []
    for definition in definitions:
        parts = (FIRST, LAST) if definition.type is FactType.PERIOD else ("",)
        slots.extend(Slot(definition, part) for part in parts)
        if of_record and definition.evidence:
            slots.append(Slot(definition, EVIDENCE))
    return tuple(slots)


def lists_of(scorecard: Scorecard) -> tuple[tuple[FactDefinition, tuple[Slot, ...]], ...]:
    """List the facts that are lists of records, each with the cells of one record."""
    records = {record.id: record for record in scorecard.records}
    return tuple(
        (definition, slots_of(records[definition.record or ""].fields, of_record=True))
        for definition in scorecard.facts
        if definition.type is FactType.RECORDS
    )
