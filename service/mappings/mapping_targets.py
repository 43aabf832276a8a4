"""Targets of columns: the subject, facts, ends of periods and fields of lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import LANGUAGES
from rules.model import FactType
from service.input.workbook.vocabulary import lists_of, slots_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model import FactDefinition, Scorecard
    from service.input.workbook.vocabulary import Slot

SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Target:
    """A fact, period end or record field; `list` is the list of a field."""

    id: str
    slot: Slot
    list: FactDefinition | None = None

    @property
    def definition(self) -> FactDefinition:
        return self.slot.definition

    def title(self, language: str) -> str:
        label = self.slot.label(language)
        if self.list is None:
            return label
        return f"{self.list.labels.get(language) or self.list.id}: {label}"

    def names(self) -> Iterator[str]:
        yield self.slot.id.replace("_", " ").replace(".", " ")
        for language in LANGUAGES:
            yield self.slot.label(language)
            if self.list is not None:
                yield self.title(language)


def targets_of(scorecard: Scorecard) -> dict[str, Target]:
    """Return all targets by id, in the order of the scorecard."""
    facts = [fact for fact in scorecard.facts if fact.type is not FactType.RECORDS and fact.can_be_stated]
    targets = {slot.id: Target(slot.id, slot) for slot in slots_of(facts)}
    for definition, slots in lists_of(scorecard):
        for slot in slots:
            id = f"{definition.id}.{slot.id}"
            targets[id] = Target(id, slot, definition)
    return targets
