"""Lint of record fields: numbers that may not apply, and flags that rules read only for some choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.definitions import FactDefinition, FactType
from rules.model.expressions import ChoiceClause, names_in_condition, names_in_formula
from rules.model.implication import allowed_choices
from rules.model.lint.issue import issue
from rules.model.quantities import FormulaQuantity, SumQuantity
from rules.model.symbol_table import conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.model.edge_rows import PlacedCondition
    from rules.model.lint.issue import Issue
    from rules.model.symbol_table import DefinitionIndex


def check_absences(names: DefinitionIndex) -> Iterator[Issue]:
    """Report operands that may not apply, because a sum would then omit the record, as if it were zero.

    See docs/evaluation.md. A row that tests the operand in its condition is exempt, because the next row is used
    instead.
    """
    seen: set[str] = set()
    for total in names.scorecard.quantities:
        if isinstance(total, SumQuantity) and total.figure is None:
            yield from _droppable_operands(names, total.of, total, seen)


def _droppable_operands(names: DefinitionIndex, name: str, total: SumQuantity, seen: set[str]) -> Iterator[Issue]:
    quantity = names.quantities.get(name)
    if not isinstance(quantity, FormulaQuantity) or name in seen:
        return
    seen.add(name)
    for position, row in enumerate(quantity.rows):
        for operand in dict.fromkeys(names_in_formula(row.formula)):
            if operand in names_in_condition(row.when):
                continue
            definition = names.definition(operand, quantity.list)
            if isinstance(definition, FactDefinition) and definition.may_not_apply:
                path = f"quantities[{name}].rows[{position}]"
                yield issue("RL126", path, "main", name=operand, sum=total.id)
            yield from _droppable_operands(names, operand, total, seen)


def check_partly_read(names: DefinitionIndex) -> Iterator[Issue]:
    """Report a flag that rules ignore for some values of a choice in the same record.

    A declared "no" would then have no effect, although it may contradict the conclusion. `in_some_cases` permits this.
    """
    placed_conditions = tuple(conditions(names.scorecard))
    for record in names.scorecard.records:
        lists = [fact.id for fact in names.scorecard.facts if fact.record == record.id]
        of_record = [placed for placed in placed_conditions if placed.within in lists]
        choices = [field for field in record.fields if field.type is FactType.CHOICE]
        for field in record.fields:
            if field.type is FactType.FLAG and field.in_some_cases is None:
                readers = [placed for placed in of_record if _reads(placed, field.id)]
                ignored = ((choice, value) for choice in choices for value in _ignored_values(choice, readers))
                if readers and (first := next(ignored, None)) is not None:
                    path, named = f"records[{record.id}].fields[{field.id}]", {"name": field.id, "choice": first[0].id}
                    yield issue("RL132", path, "main", within=lists[0], value=first[1], **named)


def _reads(placed: PlacedCondition, name: str) -> bool:
    return any(name in clause.reads for clause in placed.condition)


def _ignored_values(choice: FactDefinition, readers: Sequence[PlacedCondition]) -> tuple[str, ...]:
    known = {value.id for value in choice.choices}
    read = {value for placed in readers for value in _accepted_choices(placed, choice.id, known)}
    return tuple(value.id for value in choice.choices if value.id not in read)


def _accepted_choices(placed: PlacedCondition, choice: str, known: set[str]) -> set[str]:
    choice_clauses = (
        clause for clause in placed.condition if isinstance(clause, ChoiceClause) and clause.name == choice
    )
    return known.intersection(*(allowed_choices(clause, known) for clause in choice_clauses))
