"""Symbol table of a card: units of numbers and domains of choices, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.engine.grades import every_stage
from rules.model.expressions import AS_OF, STAGE, TOTAL_SCORE, ChoiceClause, Condition
from rules.model.named_conditions import NamedCondition
from rules.model.names import section_names
from rules.model.scorecard import (
    FactDefinition,
    FactType,
    Scorecard,
    TableQuantity,
)
from rules.program.lowering import LoweringNames
from rules.program.nodes import OTHER_TEXT
from rules.program.values import CONDITION

if TYPE_CHECKING:
    from collections.abc import Iterable


def card_names(scorecard: Scorecard) -> LoweringNames:
    """Collect the names that the conditions of a card can read, the fields of records left out."""
    units = {TOTAL_SCORE: "point", AS_OF: ""}
    units |= {quantity.id: quantity.unit for quantity in scorecard.quantities}
    units |= dict.fromkeys(section_names(scorecard), "point")
    for indicator in scorecard.indicators:
        units |= {indicator.id: "point", **indicator.scale.figures(indicator.id)}
    domains = {setting.id: tuple(choice.id for choice in setting.choices) for setting in scorecard.settings}
    if scorecard.stages is not None:
        domains[STAGE] = every_stage(scorecard)
    domains |= {quantity.id: CONDITION for quantity in scorecard.quantities if isinstance(quantity, NamedCondition)}
    conditions = _conditions(scorecard)
    for quantity in scorecard.quantities:
        if isinstance(quantity, TableQuantity) and quantity.gives == "word":
            domains[quantity.id] = (*sorted(_named_values(conditions).get(quantity.id, set())), OTHER_TEXT)
    return extend_names(LoweringNames(units, domains), scorecard.facts, conditions)


def extend_names(
    names: LoweringNames, definitions: Iterable[FactDefinition], conditions: list[Condition]
) -> LoweringNames:
    """Put facts or fields before the names already known; a text's values are those that the conditions name."""
    texts = _named_values(conditions)
    units, domains = dict(names.units), dict(names.domains)
    for definition in definitions:
        if definition.type is FactType.NUMBER:
            units[definition.id] = definition.unit
        domain = domain_of(definition, texts.get(definition.id, set()))
        if domain:
            domains[definition.id] = domain
    return LoweringNames(units, domains)


def _named_values(conditions: list[Condition]) -> dict[str, set[str]]:
    texts: dict[str, set[str]] = {}
    for condition in conditions:
        for clause in condition:
            if isinstance(clause, ChoiceClause):
                texts.setdefault(clause.name, set()).update(clause.values)
    return texts


def domain_of(definition: FactDefinition, texts: set[str]) -> tuple[str, ...]:
    """List the values of a choice, flag or text in the order of their codes; empty for other types."""
    if definition.type is FactType.FLAG:
        return ("no", "yes")
    if definition.type in (FactType.CHOICE, FactType.CHOICES):
        return tuple(choice.id for choice in definition.choices)
    return (*sorted(texts), OTHER_TEXT) if definition.type is FactType.TEXT else ()


def _conditions(scorecard: Scorecard) -> list[Condition]:
    conditions: list[Condition] = [scorecard.applies]
    for quantity in scorecard.quantities:
        conditions += quantity.conditions
    for gate in scorecard.gates:
        conditions += [gate.applies, gate.requires]
    for indicator in scorecard.indicators:
        conditions += [indicator.applies, indicator.must, *indicator.scale.conditions]
    conditions += [placed.condition for shared in scorecard.shared_rules for placed in shared.conditions()]
    conditions += [row.when for row in scorecard.stages.rows] if scorecard.stages else []
    conditions += [row.when for rule in scorecard.verdicts.rules for row in rule.rows] if scorecard.verdicts else []
    conditions += [row.requires for row in scorecard.ladder.rows] if scorecard.ladder else []
    return conditions + [finding.when for finding in scorecard.findings]
