"""Unknowns of a question: open settings, facts and fields of records, and substitution of a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, Extent, ListRecord, NotApplicable, RecordsExtent, is_known, records_of

if TYPE_CHECKING:
    from rules.engine.inference import InferenceQuestion
    from rules.model.scorecard import FactDefinition, Scorecard


@dataclass(frozen=True, slots=True)
class UnknownInput:
    """One unknown: an open setting, an unknown fact, or an unknown field of a record (`key` given)."""

    name: str
    definition: FactDefinition | None = None
    list: str | None = None
    key: str | None = None

    @property
    def id(self) -> str:
        """The address of the unknown, such as `credits[A-1].retired_on`."""
        return f"{self.list}[{self.key}].{self.name}" if self.list else self.name

    @property
    def is_setting(self) -> bool:
        """Say whether this is an open setting."""
        return self.definition is None


def list_unknowns(scorecard: Scorecard, question: InferenceQuestion) -> tuple[UnknownInput, ...]:
    """List everything unknown: settings first, then facts and fields of records, lists last."""
    leaves = [UnknownInput(setting.id) for setting in scorecard.settings if question.settings.get(setting.id) is None]
    lists: list[UnknownInput] = []
    records = {record.id: record for record in scorecard.records}
    for definition in scorecard.facts:
        extent = question.facts[definition.id]
        if is_known(extent):
            continue
        if isinstance(extent, RecordsExtent) and extent.records is not None:
            fields = {field.id: field for field in records[definition.record or ""].fields}
            lists += [
                UnknownInput(name, fields[name], definition.id, record.key)
                for record in extent.records
                for name, part in record.fields.items()
                if not is_known(part)
            ]
        elif isinstance(extent, RecordsExtent):
            lists.append(UnknownInput(definition.id, definition))
        else:
            leaves.append(UnknownInput(definition.id, definition))
    return (*leaves, *lists)


def with_value(question: InferenceQuestion, leaf: UnknownInput, extent: Extent) -> InferenceQuestion:
    """Give the same question with one unknown known or narrowed."""
    if leaf.is_setting:
        chosen = min(extent.possible) if isinstance(extent, ChoiceExtent) else None
        return replace(question, settings={**question.settings, leaf.name: chosen})
    if leaf.list is None:
        return replace(question, facts={**question.facts, leaf.name: extent})
    listed = question.facts[leaf.list]
    if not isinstance(listed, RecordsExtent) or listed.records is None:
        return question
    records = tuple(
        ListRecord(record.key, {**record.fields, leaf.name: extent}) if record.key == leaf.key else record
        for record in listed.records
    )
    return replace(question, facts={**question.facts, leaf.list: RecordsExtent(records)})


def extent_of_unknown(question: InferenceQuestion, leaf: UnknownInput) -> Extent:
    """Give what is known of one unknown."""
    if leaf.list is None:
        return question.facts.get(leaf.name, NotApplicable())
    records = records_of(question.facts[leaf.list])
    return next(record.fields[leaf.name] for record in records if record.key == leaf.key)
