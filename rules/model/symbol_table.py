"""Symbol table of a scorecard: definitions, units, choices and section totals by name; traversal of all conditions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rules.model.edge_rows import PlacedClause, PlacedCondition
from rules.model.expressions import AS_OF, STAGE, TOTAL_SCORE, names_in_condition
from rules.model.forms import QuantityForm
from rules.model.quantities import NamedCondition
from rules.model.scorecard import Choice, FactDefinition, FactType, Quantity, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.model.scorecard import Gate, Indicator, Scorecard, VerdictRule


_SECTION_PREFIX, _SECTION_SEPARATOR = "section:", "+"


def encode_section_total(sections: Sequence[str]) -> str:
    """Return the name of the total points of sections; no id contains `:` or `+`."""
    return _SECTION_PREFIX + _SECTION_SEPARATOR.join(sections)


def decode_section_total(name: str) -> tuple[str, ...]:
    """Return the sections of a section total; empty for any other name."""
    return (
        tuple(name.removeprefix(_SECTION_PREFIX).split(_SECTION_SEPARATOR)) if name.startswith(_SECTION_PREFIX) else ()
    )


def section_names(scorecard: Scorecard) -> tuple[str, ...]:
    """Return the section totals that ladder rows and findings compare."""
    requirements = (row.requires for row in scorecard.ladder_rows)
    conditions = (*requirements, *(finding.when for finding in scorecard.findings))
    read = (name for condition in conditions for name in names_in_condition(condition))
    return tuple(dict.fromkeys(name for name in read if decode_section_total(name)))


POINT = "point"
YES_NO = (Choice(id="yes"), Choice(id="no"))

Definition = FactDefinition | Quantity | Setting


@dataclass(frozen=True)
class DefinitionIndex:
    """All definitions of a scorecard, indexed by name."""

    scorecard: Scorecard

    @cached_property
    def facts(self) -> Mapping[str, FactDefinition]:
        return {fact.id: fact for fact in self.scorecard.facts}

    @cached_property
    def quantities(self) -> Mapping[str, Quantity]:
        return {quantity.id: quantity for quantity in self.scorecard.quantities}

    @cached_property
    def settings(self) -> Mapping[str, Setting]:
        return {setting.id: setting for setting in self.scorecard.settings}

    @cached_property
    def gates(self) -> Mapping[str, Gate]:
        return {gate.id: gate for gate in self.scorecard.gates}

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        return {indicator.id: indicator for indicator in self.scorecard.indicators}

    @cached_property
    def rules(self) -> Mapping[str, VerdictRule]:
        return {rule.id: rule for rule in self.scorecard.verdict_rules}

    def fields(self, within: str | None) -> Mapping[str, FactDefinition]:
        return self._fields.get(within or "", {})

    @cached_property
    def _fields(self) -> Mapping[str, Mapping[str, FactDefinition]]:
        by_type = {record.id: {field.id: field for field in record.fields} for record in self.scorecard.records}
        return {fact.id: by_type[fact.record] for fact in self.scorecard.facts if fact.record in by_type}

    def definition(self, name: str, within: str | None = None) -> Definition | None:
        return (
            self.fields(within).get(name)
            or self.facts.get(name)
            or self.quantities.get(name)
            or self.settings.get(name)
        )

    def unit(self, name: str, within: str | None = None) -> str:
        match self.definition(name, within):
            case FactDefinition() | QuantityForm() as definition:
                return definition.unit
            case _:
                scored = name == TOTAL_SCORE or name in self.indicators or decode_section_total(name)
                return POINT if scored else ""

    def choices(self, name: str, within: str | None = None) -> tuple[Choice, ...]:
        match self.definition(name, within):
            case FactDefinition(type=FactType.FLAG, choices=choices):
                return choices or YES_NO
            case NamedCondition():
                return YES_NO
            case FactDefinition(choices=choices) | Setting(choices=choices):
                return choices
            case None if name == STAGE:
                return tuple(Choice(id=stage.id, labels=stage.labels) for stage in self.scorecard.stage_definitions)
            case _:
                return ()

    def is_date(self, name: str, within: str | None = None) -> bool:
        match self.definition(name, within):
            case FactDefinition(type=FactType.DATE):
                return True
            case QuantityForm() as quantity:
                return quantity.is_date
            case _:
                return name == AS_OF


def conditions(scorecard: Scorecard) -> Iterator[PlacedCondition]:
    """Yield every non-empty condition of a scorecard, in model order."""
    for placed in _all_conditions(scorecard):
        if placed.condition:
            yield placed


def all_clauses(scorecard: Scorecard) -> Iterator[PlacedClause]:
    """Yield every clause of every condition, in model order."""
    for placed in conditions(scorecard):
        for position, clause in enumerate(placed.condition):
            yield PlacedClause(f"{placed.path}[{position}]", clause, placed.within)


def _all_conditions(scorecard: Scorecard) -> Iterator[PlacedCondition]:
    for quantity in scorecard.quantities:
        yield from _quantity_conditions(quantity)
    yield PlacedCondition("applies", scorecard.applies)
    for gate in scorecard.gates:
        yield PlacedCondition(f"gates[{gate.id}].applies", gate.applies)
        yield PlacedCondition(f"gates[{gate.id}].requires", gate.requires)
    for indicator in scorecard.indicators:
        yield from _indicator_conditions(indicator)
    for shared in scorecard.shared_rules:
        yield from shared.conditions()
    for index, stage in enumerate(scorecard.stage_rows):
        yield PlacedCondition(f"stages.rows[{index}].when", stage.when)
    for position, row in enumerate(scorecard.ladder_rows):
        yield PlacedCondition(f"ladder.rows[{position}].requires", row.requires, part=True)
    for rule in scorecard.verdict_rules:
        for index, part in enumerate(rule.rows):
            yield PlacedCondition(f"verdicts.rules[{rule.id}].rows[{index}].when", part.when)
    for finding in scorecard.findings:
        yield PlacedCondition(f"findings[{finding.id}].when", finding.when)


def _quantity_conditions(quantity: Quantity) -> Iterator[PlacedCondition]:
    for position, condition in enumerate(quantity.conditions):
        path = f"quantities[{quantity.id}].rows[{position}].{quantity.asks}"
        yield PlacedCondition(path, condition, quantity.within)


def _indicator_conditions(indicator: Indicator) -> Iterator[PlacedCondition]:
    path = f"indicators[{indicator.id}]"
    yield PlacedCondition(f"{path}.applies", indicator.applies)
    yield PlacedCondition(f"{path}.must", indicator.must)
    for position, condition in enumerate(indicator.scale.conditions):
        yield PlacedCondition(f"{path}.scale.parts[{position}]", condition)
